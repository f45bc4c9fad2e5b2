"""Every screen of the shipped forms, in every language, text size, look and format of tablet: nothing cut, nothing
covered, nothing out of reach.
"""

import itertools

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from retnet_pro.answering.view import QuestionView
from retnet_pro.gui.interface import install
from retnet_pro.gui.participant.faces import CountDisplay
from retnet_pro.gui.theme import PERCENTS, Look, Text, Theme
from retnet_pro.gui.widgets.button import ActionButton
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.progress import ProgressBar
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.tool import ToolButton
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import Words, lines_height
from tests.gui.participant.conftest import HOUSE, shipped, shipped_languages
from tests.gui.participant.walk import every_screen

TABLETS = {"1024x768": (1024, 768), "1280x800": (1280, 800), "800x1280": (800, 1280)}
PARTS = (Words, Touchable, ProgressBar, CountDisplay)
"""What is painted; all else only holds these."""


@pytest.fixture
def spoken(qapp):
    """Let the program speak a language for one test."""
    installed = []

    def speak(language):
        installed.append(install(HOUSE / "translations", language))

    yield speak
    for words in installed:
        if words is not None:
            QCoreApplication.removeTranslator(words)


def on_screen(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def wanted_height(part):
    """Return the height below which a part would lose something."""
    match part:
        case Option():
            return part.height_for(part.width())
        case ToolButton():
            return part.sizeHint().height()
        case Words() | ActionButton():
            return part.heightForWidth(part.width())
        case _:
            return 1


def wanted_width(part):
    """Return the width below which a part would lose something."""
    match part:
        case ToolButton():
            return part.sizeHint().width()
        case CountDisplay():
            metrics = QFontMetrics(part._theme.font(Text.DISPLAY, bold=True))
            return metrics.horizontalAdvance(part._text)
        case ActionButton():
            return part.minimumSizeHint().width()
        case _:
            return 1


def check_screen(window):
    """Nothing cut: every part has the room it needs, inside the window. Nothing covered: no two parts overlap."""
    parts = [one for kind in PARTS for one in window.findChildren(kind) if one.isVisible()]
    parts = [one for one in parts if not (isinstance(one, Words) and not one.text())]
    scrolls = window.page.findChild(QWidget, "page")
    areas = [(one, on_screen(one, window)) for one in parts]
    for part, area in areas:
        assert part.height() >= wanted_height(part), f"cut below: {_name(part)}"
        assert part.width() >= wanted_width(part), f"cut at the side: {_name(part)}"
        assert area.left() >= 0 and area.right() < window.width(), f"out of the window: {_name(part)}"
        assert scrolls is None or area.width() > 0
    bars = (window.top, window.bottom, window._notice)
    for bar in bars:
        if bar.isVisible():
            area = on_screen(bar, window)
            assert area.top() >= 0 and area.bottom() < window.height(), "a fixed part is out of the window"
    for (one, area), (other, its) in itertools.combinations(areas, 2):
        if _scrolling(one, window) == _scrolling(other, window):
            assert not area.intersects(its), f"{_name(one)} and {_name(other)} overlap"
    for one, other in itertools.combinations([bar for bar in (*bars, window.page) if bar.isVisible()], 2):
        assert not on_screen(one, window).intersects(on_screen(other, window))


def check_options(window):
    """All options of a question have one size and one column or line, and each can be brought on screen whole."""
    options = [option for option in window.question.face.controls() if isinstance(option, Option)]
    choice = [option for option in options if type(option) is type(options[0])]
    assert len({(option.width(), option.height()) for option in choice}) == 1
    area = window.question.area
    port = area.viewport()
    for option in options:
        area.ensureWidgetVisible(option, 0, 0)
        inside = QRect(option.mapTo(port, QPoint(0, 0)), option.size())
        assert inside.left() >= 0 and inside.right() <= port.width()
        assert min(inside.height(), port.height()) <= _overlap(inside, port.rect()), _name(option)


def check_rows(listing):
    """Every line of the review is as high as the words painted into it."""
    for line in range(listing.rows.rowCount()):
        index = listing.rows.index(line, 0)
        words = sum(lines_height(part) for part in listing.painter_of_rows._lines(index))
        assert listing.visualRect(index).height() >= words, f"line {line + 1} runs into the next"


def _overlap(inside, port):
    return inside.intersected(port).height()


def _scrolling(part, window):
    return window.page.isAncestorOf(part)


def _name(part):
    return f"{type(part).__name__} {part.accessibleName() or getattr(part, 'text', str)()!r}"


@pytest.mark.rule("E02", "E04", "E111", "E120")
@pytest.mark.parametrize("tablet", TABLETS)
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("language", shipped_languages())
def test_nothing_is_cut_or_covered_on_any_screen(open_window, spoken, language, percent, tablet):
    spoken(language)
    forms, words = shipped(language)
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(*forms, words=words, language=language, practice=True, theme=theme, size=TABLETS[tablet])
    window, screens = hands.window, []
    for screen in every_screen(hands):
        screens.append(screen)
        if screen.endswith(" answered") and isinstance(window._view, QuestionView) and window._view.place > 1:
            continue  # rows keep the room for the heavier type of a chosen option; once per form is enough
        for _ in range(8):
            QCoreApplication.processEvents()
        check_screen(window)
        if isinstance(window._view, QuestionView) and window.page is window.question:
            check_options(window)
        if window.page is window.review:
            check_rows(window.review.list)
    assert len(screens) > 130


@pytest.mark.rule("E111")
@pytest.mark.parametrize("tablet", TABLETS)
@pytest.mark.parametrize("percent", [100, 200])
def test_no_look_moves_anything(open_window, form, percent, tablet):
    """What fits in one look fits in all: a look changes colours only."""
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(form("four", "seven", "count", na=(1,)), practice=True, theme=theme, size=TABLETS[tablet])
    for _ in every_screen(hands):
        places = []
        for _ in Look:
            hands.window.top.contrast_wanted.emit()
            for _ in range(2):
                QCoreApplication.processEvents()
            every = [one for one in hands.window.findChildren(QWidget) if one.isVisible()]
            places.append([(type(one), on_screen(one, hands.window)) for one in every])
        assert places.count(places[0]) == len(Look)


@pytest.mark.rule("E02", "E111")
@pytest.mark.parametrize("tablet", TABLETS)
@pytest.mark.parametrize("kind", ["four", "seven", "count"])
def test_next_waits_until_the_last_option_has_been_on_screen(open_window, form, kind, tablet):
    theme = Theme(family="Noto Sans", percent=200)
    hands = open_window(form(kind, kind, na=(1, 2)), theme=theme, size=TABLETS[tablet])
    hands.press("mine")
    while hands.window.page is hands.window.message:
        hands.next()
    window = hands.window
    for _ in range(20):
        last = window.question.face.controls()[-1]
        port = window.question.area.viewport()
        seen = port.rect().contains(last.mapTo(port, last.rect().center()))
        assert window.question.area.has_more or seen
        hands.next()
        if window.page is not window.question:
            break
        assert window._view.place == 1
    assert window.page is window.message, "the question about leaving it out came only at the end"


@pytest.mark.rule("E21", "E111")
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("tablet", TABLETS)
def test_help_back_and_next_keep_their_places_through_the_sitting(open_window, form, percent, tablet):
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(form("four", "seven", "count"), practice=True, theme=theme, size=TABLETS[tablet])
    window, places = hands.window, set()
    for _ in every_screen(hands):
        for _ in range(2):
            QCoreApplication.processEvents()
        every = (window.top.tools[0], window.bottom.back, window.bottom.next)
        places.add(tuple((at.x(), at.width()) for at in (on_screen(one, window) for one in every)))
    assert len(places) == 1


def test_a_screen_that_cuts_its_words_is_found(open_window, form):
    """The measurement itself: squeezed words must fail."""
    hands = open_window(form("four"))
    hands.to_first_question()
    check_screen(hands.window)
    words = hands.window.question.findChild(Stem)._words
    words.setFixedHeight(words.height() // 2)
    with pytest.raises(AssertionError, match="cut below"):
        check_screen(hands.window)
