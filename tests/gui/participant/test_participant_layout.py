"""Nothing is cut, nothing overlaps, options are equal: in every look, size, language and orientation."""

import itertools

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from retnet_pro.answering.actions import Next
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.interface import install
from retnet_pro.gui.participant import messages
from retnet_pro.gui.participant.practice import Skill
from retnet_pro.gui.participant.who_answers import who_now, why_helped
from retnet_pro.gui.theme import PERCENTS, Look, Theme, pixels_per_mm
from retnet_pro.gui.widgets.button import ActionButton
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import Words
from retnet_pro.record.response import AnsweredBy
from tests.fakes import HOUSE

NEXT = Next()
PORTRAIT, LANDSCAPE = (800, 1280), (1280, 800)


def on_screen(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def check_layout(window):
    """Every text has the room it needs, and what can be touched does not overlap."""
    for words in window.findChildren(Words):
        if words.isVisible() and words.text():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    for button in window.findChildren(ActionButton):
        if button.isVisible():
            assert button.height() >= button.heightForWidth(button.width()), button.text()
    for option in window.findChildren(Option):
        if option.isVisible():
            assert option.height() >= option.height_for(option.width()), option.text()
    shown = [touchable for touchable in window.findChildren(Touchable) if touchable.isVisible()]
    areas = [(touchable, on_screen(touchable, window)) for touchable in shown]
    for n, (one, area) in enumerate(areas):
        inside = area.left() >= 0 and area.right() < window.width()
        assert inside, one.text()
        for other, its in areas[n + 1 :]:
            if one.parentWidget() is other.parentWidget():
                assert not area.intersects(its), (one.text(), other.text())


@pytest.mark.rule("E04", "E111", "E120")
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_every_page_fits_at_every_text_size(open_window, form, size, percent, language):
    theme = Theme(family="Noto Sans", percent=percent, px_per_mm=pixels_per_mm(96, 100))
    hands = open_window(form("four", "seven", "count", "four", na=(4,)), theme=theme, language=language, size=size)
    hands.qtbot.wait(1)
    check_layout(hands.window)
    hands.press("mine")
    check_layout(hands.window)
    hands.next()
    for _ in range(4):
        hands.qtbot.wait(1)
        check_layout(hands.window)
        options = [option for option in hands.options() if isinstance(option, Option)]
        assert len({option.size() for option in options}) == 1
        hands.tap(options[0])
        check_layout(hands.window)
        hands.clock.settle()
        hands.window.course.act(NEXT)
        hands.wait()
    hands.qtbot.wait(1)
    check_layout(hands.window)


@pytest.mark.rule("E02", "E112")
@pytest.mark.parametrize("dpi", [96, 100, 149, 151])
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_at_normal_size_a_question_is_seen_whole_on_a_tablet(open_window, form, dpi, size):
    theme = Theme(family="Noto Sans", px_per_mm=pixels_per_mm(96, dpi))
    hands = open_window(form("four", "four", na=(2,)), theme=theme, size=size)
    hands.to_first_question()
    for _ in range(2):
        hands.qtbot.wait(1)
        assert not hands.window.question.area.has_more
        for option in hands.options():
            assert option.height() >= 15 * theme.px_per_mm
        tops = [option.y() for option in hands.options()]
        gaps = [later - earlier - hands.options()[0].height() for earlier, later in itertools.pairwise(tops)]
        assert min(gaps) >= 3 * theme.px_per_mm - 1
        hands.tap(hands.options()[0])
        hands.next()


@pytest.mark.rule("E02")
def test_enlarged_next_shows_the_rest_before_it_goes_on(open_window, form):
    hands = open_window(form("four", "four"), theme=Theme(family="Noto Sans", percent=200), size=(800, 700))
    hands.press("mine")
    hands.next()
    hands.clock.settle()
    hands.window.course.act(NEXT)
    hands.qtbot.waitUntil(lambda: hands.window.question.area.has_more)
    assert hands.window.bottom.next.text() == "More"
    taps = 0
    while hands.window.question.area.has_more:
        hands.next()
        taps += 1
        assert hands.window._view.place == 1
    assert 1 <= taps < 8
    assert hands.window.bottom.next.text() == "Next"


@pytest.mark.rule("E21")
def test_back_and_next_have_fixed_places(open_window, form):
    hands = open_window(form("four", "seven", "count"))
    hands.to_first_question()
    places = set()
    while hands.window.page is hands.window.question:
        bottom = hands.window.bottom
        places.add((on_screen(bottom.back, hands.window).topLeft(), on_screen(bottom.next, hands.window).topRight()))
        hands.tap(hands.options()[-1])
        hands.next()
    assert len({(back.toTuple(), on.toTuple()) for back, on in places}) == 1


@pytest.mark.rule("E21", "E134")
def test_everything_is_mirrored_where_the_language_reads_from_right_to_left(open_window, form):
    hands = open_window(form("seven"), language="ar")
    hands.to_first_question()
    bottom = hands.window.bottom
    assert hands.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert on_screen(bottom.next, hands.window).x() < on_screen(bottom.back, hands.window).x()
    tools = hands.window.top.tools
    assert on_screen(tools[3], hands.window).x() < on_screen(tools[0], hands.window).x()


def ink(widget):
    """Return from where to where something is drawn, as parts of the width."""
    image = widget.grab().toImage()
    ground = image.pixel(0, 0)
    drawn = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    return drawn[0] / image.width(), drawn[-1] / image.width()


@pytest.mark.rule("E09", "E134")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("from_right", [(), ("seven",)], ids=["from-left", "from-right"])
def test_numbers_run_as_the_wording_says_and_not_as_the_language_reads(open_window, form, language, from_right):
    hands = open_window(form("seven"), language=language, from_right=from_right)
    hands.to_first_question()
    assert [box.text() for box in hands.options()] == [str(code) for code in range(1, 8)]
    xs = [box.x() for box in hands.options()]
    assert xs == sorted(xs, reverse=bool(from_right))
    face = hands.window.question.face
    low, high = face._low, face._high
    assert (low.x() > high.x()) is bool(from_right)
    left, right = (high, low) if from_right else (low, high)
    assert ink(left)[0] < 0.05, "the words begin under the first box"
    assert ink(right)[1] > 0.95, "the words end under the last box"
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    assert hands.window.focusWidget().text() == ("1" if from_right else "2")


@pytest.mark.rule("E134")
@pytest.mark.parametrize("from_right", [(), ("count",)], ids=["from-left", "from-right"])
def test_minus_stands_on_the_side_of_the_small_numbers(open_window, form, from_right):
    hands = open_window(form("count"), language="ar", from_right=from_right)
    hands.to_first_question()
    minus, plus, *boxes = hands.options()
    assert (minus.x() > plus.x()) is bool(from_right)
    assert (boxes[0].x() > boxes[1].x()) is bool(from_right)


@pytest.mark.rule("E06", "E116")
def test_chosen_differs_by_shape_not_by_colour_alone(hands):
    before = hands.options()[1].grab().toImage()
    hands.tap(hands.options()[1])
    after = hands.options()[1].grab().toImage()
    grey = [image.convertToFormat(image.Format.Format_Grayscale8) for image in (before, after)]
    tick = QRect(16, before.height() // 2 - 14, 32, 28)
    assert grey[0].copy(tick) != grey[1].copy(tick)


@pytest.mark.parametrize("look", Look)
def test_every_look_paints_its_own_ground(open_window, look):
    theme = Theme(family="Noto Sans", look=look)
    window: QWidget = open_window(theme=theme).window
    assert window.grab().toImage().pixelColor(3, window.height() // 2).name() == theme.tokens.background


@pytest.mark.rule("E04")
def test_words_are_plain_text_whatever_they_hold(open_window, form, monkeypatch):
    hands = open_window(form("four"))
    hands.to_first_question()
    hands.window.question._stem.say("<b>A &amp; B</b> & C")
    assert hands.window.question._stem._words.textFormat() == Qt.TextFormat.PlainText
    assert hands.window.question._stem.text() == "<b>A &amp; B</b> & C"


@pytest.mark.rule("E111")
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_page_of_the_programs_own_words_fits(open_window, percent, language):
    translator = install(HOUSE / "translations", language)
    hands = open_window(theme=Theme(family="Noto Sans", percent=percent), language=language)
    pages = [
        *(who_now(who) for who in AnsweredBy if who is not AnsweredBy.STAFF_TELEPHONE),
        why_helped(),
        messages.practice_more(frozenset(Skill)),
        messages.stop(),
        messages.stop_why(),
        messages.helping(),
        messages.not_identified(),
        messages.fault(Refusal(Code.DEVICE_LEFT, site="CD", at="2026-11-23"), can_retry=False),
        messages.goodbye("A1B2C3", finished=True),
        messages.locked(),
    ]
    for page in pages:
        hands.window._tell(page)
        hands.qtbot.wait(1)
        check_layout(hands.window)
        assert len(hands.window.message.buttons()) == len(page.acts) + (page.small is not None)
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
