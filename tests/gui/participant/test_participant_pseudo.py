"""Every screen in a language nobody speaks, from the left and from the right: nothing is cut, nothing overlaps, and
nothing is said that did not come from a translation (rules E04, E111, E130).
"""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from retnet_pro.answering.actions import Next
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.participant import messages
from retnet_pro.gui.participant.languages import name_of
from retnet_pro.gui.participant.review import ReviewList
from retnet_pro.gui.theme import Text, Theme, pixels_per_mm
from retnet_pro.gui.widgets.button import PAD, ActionButton
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.tool import ToolButton
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import Words
from tests.gui.participant.pseudo import LEFT, RIGHT, install_pseudo, plain_letters, pseudo

FACTS = ("RN-01-0042", "Baseline", "A1B2C3", Code.DISK_FULL.value, name_of(LEFT), name_of(RIGHT))
"""What no translation changes: study code, title of the visit, proof, code of a failure, the language's own name."""


@pytest.fixture(autouse=True)
def speaking(qapp):
    translator = install_pseudo()
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture(params=[LEFT, RIGHT])
def language(request):
    return request.param


@pytest.fixture(params=[100, 200])
def open_pseudo(open_window, language, request):
    """Open the window in the language, at this text size, in portrait."""

    def open_it(*forms, **over):
        theme = Theme(family="Noto Sans", percent=request.param, px_per_mm=pixels_per_mm(96, 100))
        return open_window(*forms, language=language, theme=theme, **over)

    return open_it


def shown(window, kind):
    return [part for part in window.findChildren(kind) if part.isVisible()]


def said(window):
    """Return every text on the screen, and what a screen reader is told."""
    for words in shown(window, Words):
        yield words.text()
    for touchable in shown(window, Touchable):
        yield touchable.text()
    for part in shown(window, QWidget):
        yield part.accessibleName()
        yield part.accessibleDescription()
    for rows in shown(window, ReviewList):
        model = rows.model()
        for row in range(model.rowCount()):
            yield str(model.index(row, 0).data())


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def check_screen(window):
    """Nothing cut, nothing over the other, nothing that is not from a translation."""
    for words in shown(window, Words):
        assert words.height() >= words.heightForWidth(words.width()), f"cut: {words.text()}"
        assert longest_word(words.text(), words.font()) <= words.width(), f"broken inside a word: {words.text()}"
    for button in shown(window, ActionButton):
        assert button.height() >= button.heightForWidth(button.width()), f"cut: {button.text()}"
        room = button.width() - (2 * PAD if len(button.text()) > 1 else 0)
        assert longest_word(button.text(), button._theme.font(button._kind, bold=True)) <= room, button.text()
    for option in shown(window, Option):
        assert option.height() >= option.height_for(option.width()), f"cut: {option.text()}"
    for tool in shown(window, ToolButton):
        metrics = QFontMetrics(tool._theme.font(Text.CAPTION, bold=True))
        assert metrics.horizontalAdvance(tool.text()) <= tool.width(), f"cut: {tool.text()}"
    check_places(window)
    for text in said(window):
        assert plain_letters(text, FACTS) == "", f"not from a translation: {text}"


def check_places(window):
    parts = [(part, place(part, window)) for kind in (Words, Touchable) for part in shown(window, kind)]
    for n, (one, area) in enumerate(parts):
        assert area.left() >= 0, f"out of the window: {one.text()}"
        assert area.right() < window.width(), f"out of the window: {one.text()}"
        for other, its in parts[n + 1 :]:
            if one.parentWidget() is other.parentWidget():
                assert not area.intersects(its), (one.text(), other.text())


def longest_word(text, font):
    return max((QFontMetrics(font).horizontalAdvance(word) for word in text.split()), default=0)


def on(hands):
    hands.clock.settle()
    hands.window.course.act(Next())
    hands.wait()


@pytest.mark.rule("E04", "E111", "E130", "E131", "E134")
def test_the_whole_of_a_sitting(open_pseudo, form, language):
    hands = open_pseudo(form("four", "seven", "count", "four", na=(4,)), practice=True)
    window, seen = hands.window, []

    def look(what):
        hands.qtbot.wait(1)
        seen.append(what)
        check_screen(window)
        wanted = Qt.LayoutDirection.RightToLeft if language == RIGHT else Qt.LayoutDirection.LeftToRight
        assert {part.layoutDirection() for part in shown(window, QWidget)} == {wanted}

    look("welcome")
    hands.press("mine")
    look("practice offered")
    hands.press("practise")
    while window.course.form is not None:
        look("practice")
        on(hands)
        if not window.message.isHidden() and "skip" in [name for name, _ in window.message.message.acts]:
            look("practice skip")
            hands.press("skip")
        elif window.page is window.review:
            look("practice review")
            hands.tap(window.bottom.finish)
    look("practice over")
    hands.press("begin")
    look("introduction")
    on(hands)
    for question in range(4):
        look("question")
        if question:
            hands.tap(hands.options()[-1])
            look("answered")
        on(hands)
        if not question:
            look("skip")
            hands.press("skip")
    look("review")
    window.course.help()
    look("help")
    hands.clock.settle()
    hands.press("continue")
    window.course.rest()
    look("rest")
    hands.press("stop")
    look("stop")
    hands.press("continue")
    hands.tap(window.bottom.finish)
    look("thanks")
    assert hands.desk.finished
    assert {"practice skip", "practice review", "skip", "thanks"} <= set(seen)


@pytest.mark.rule("E04", "E111", "E130")
@pytest.mark.parametrize("can_retry", [True, False])
def test_the_calm_page_after_a_fault(open_pseudo, can_retry):
    hands = open_pseudo()
    hands.window._tell(messages.fault(WorldFault(Code.DISK_FULL, path="x"), can_retry=can_retry))
    hands.qtbot.wait(1)
    check_screen(hands.window)


def test_the_check_finds_what_it_is_for(open_pseudo):
    hands = open_pseudo()
    hands.window.message.present(messages.Message(title="Plain words"))
    with pytest.raises(AssertionError, match="not from a translation: Plain words"):
        check_screen(hands.window)
    hands.window.message.present(messages.Message(title=pseudo("A title")))
    hands.window.bottom.next.setFixedWidth(20)
    hands.window.bottom.next.setVisible(True)
    with pytest.raises(AssertionError):
        check_screen(hands.window)
