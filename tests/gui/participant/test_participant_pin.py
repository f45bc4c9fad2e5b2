"""The study PIN: chosen once, asked at every visit, with large keys and without a memory test."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest

from retnet_pro.answering.view import IntroView
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.participant.pin_talk import TRIES
from retnet_pro.gui.theme import Text, Theme
from retnet_pro.record.pin import MOST
from retnet_pro.study.model import Identification
from tests.gui.participant.test_participant_layout import check_layout

DOT = "\N{BLACK CIRCLE}"


@pytest.fixture
def asked(open_window):
    """At the page of the PIN: 2741, or one to be chosen."""

    def open_it(pin="2741", **over):
        hands = open_window(identification=Identification.PIN, pin=pin, **over)
        hands.press("mine")
        return hands

    return open_it


def enter(hands, pin):
    for digit in pin:
        hands.tap(hands.window.pin.keys[digit])
    hands.tap(hands.window.pin.done)


@pytest.mark.rule("E59")
def test_the_right_pin_leads_to_the_form_and_is_recorded_as_the_participants_step(asked):
    hands = asked()
    assert hands.desk.identified == []
    enter(hands, "2741")
    assert hands.desk.identified == [Identification.PIN]
    assert isinstance(hands.window._view, IntroView)


@pytest.mark.rule("E134")
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_keys_stand_as_on_a_telephone_in_every_script(asked, way):
    hands = asked()
    hands.window.setLayoutDirection(way)
    QCoreApplication.processEvents()
    keys = [hands.window.pin.keys[digit] for digit in "1234567890"]
    places = [key.mapTo(hands.window, key.rect().center()) for key in keys]
    rows = [places[:3], places[3:6], places[6:9]]
    assert all(left.x() < middle.x() < right.x() for left, middle, right in rows)
    assert rows[0][0].y() < rows[1][0].y() < rows[2][0].y() < places[9].y()


@pytest.mark.rule("E59")
def test_three_wrong_tries_call_the_nurse_and_nothing_can_be_tried_any_more(asked):
    hands = asked()
    for left in range(TRIES, 0, -1):
        assert hands.window.page is hands.window.pin, left
        enter(hands, "0000")
    assert hands.title() == "Please call the nurse"
    assert hands.desk.reasons == ["not-identified"]
    hands.clock.settle()
    hands.window.course.enter_pin("2741")
    hands.wait()
    assert hands.title() == "Please call the nurse"
    assert hands.desk.identified == []
    assert [button.text() for button in hands.window.message.buttons()] == ["Staff"]


@pytest.mark.rule("E59")
def test_a_new_pin_is_entered_twice_by_the_participant_alone(asked):
    hands = asked(pin="")
    enter(hands, "1234")
    enter(hands, "1243")
    assert hands.desk.pin == ""
    enter(hands, "2741")
    enter(hands, "2741")
    assert hands.desk.pin == "2741"
    assert hands.desk.identified == [Identification.PIN]
    assert isinstance(hands.window._view, IntroView)


@pytest.mark.rule("E59", "E117")
@pytest.mark.parametrize("pin", ["", "2741"], ids=["chosen", "known"])
def test_help_over_the_page_of_the_pin_returns_to_it_with_nothing_typed(asked, pin):
    hands = asked(pin=pin)
    if not pin:
        enter(hands, "2741")
    before, asks = hands.window.windowTitle(), hands.window.pin.title
    hands.tap(hands.window.pin.keys["2"])
    hands.tap(hands.window.top.tools[0])
    hands.clock.settle()
    hands.window.course.enter_pin("2741")
    assert hands.title() == "Help" and hands.desk.identified == [], "what lies below takes nothing"
    hands.press("who")
    hands.press("continue")
    assert hands.window.page is hands.window.pin
    assert (hands.window.windowTitle(), hands.window.pin.title) == (before, asks)
    assert DOT not in hands.window.pin.shown()
    enter(hands, "2741")
    assert hands.desk.identified == [Identification.PIN]


@pytest.mark.rule("E59", "E119")
def test_a_wrong_pin_asks_under_another_title_which_a_screen_reader_tells(asked):
    hands = asked()
    assert hands.window.windowTitle() == "Please enter your study PIN - RETNET-Pro"
    enter(hands, "0000")
    assert hands.window.windowTitle() == "Please enter your study PIN again - RETNET-Pro"


@pytest.mark.rule("E118")
def test_digits_are_hidden_until_the_participant_wants_to_see_them(asked):
    hands = asked()
    page = hands.window.pin
    for digit in "27":
        hands.tap(page.keys[digit])
    assert page.shown() == DOT * 2
    hands.tap(page.see)
    assert page.shown() == "27"
    hands.tap(page.delete)
    assert page.shown() == "2"
    hands.tap(page.see)
    assert page.shown() == DOT


@pytest.mark.rule("E118")
def test_a_pin_can_be_pasted_and_typed(asked):
    hands = asked()
    page = hands.window.pin
    hands.clock.settle()
    QGuiApplication.clipboard().setText("2741\n")
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.shown() == DOT * 4
    QGuiApplication.clipboard().setText("my pin is 2741")
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.shown() == DOT * 3
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_Return)
    hands.wait()
    assert hands.desk.identified == [Identification.PIN]


@pytest.mark.rule("E50", "E59")
def test_a_full_disk_at_the_pin_is_said_calmly_and_can_be_tried_again(asked):
    hands = asked()
    hands.desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
    enter(hands, "2741")
    assert hands.title() == "Please call the nurse"
    hands.press("retry")
    assert hands.desk.identified == [Identification.PIN]


def test_too_few_digits_cannot_be_handed_on(asked):
    hands = asked()
    for digit in "274":
        hands.tap(hands.window.pin.keys[digit])
    assert not hands.window.pin.done.isVisible()


@pytest.mark.rule("E111", "E112")
@pytest.mark.parametrize("size", [(800, 1280), (1280, 800)], ids=["portrait", "landscape"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_of_the_pin_fits_with_large_keys(asked, size, percent):
    theme = Theme(family="Noto Sans", percent=percent)
    hands = asked(theme=theme, size=size)
    check_layout(hands.window)
    page = hands.window.pin
    for digit in "2741":
        hands.tap(page.keys[digit])
    hands.tap(page.see)
    digits = QFontMetrics(theme.font(Text.DISPLAY, bold=True)).horizontalAdvance("0" * MOST)
    assert page._shown.width() >= digits, "a PIN is never broken into two lines"
    assert page.keys["3"].mapTo(hands.window, page.keys["3"].rect().bottomRight()).x() < hands.window.width()
    for key in hands.window.pin.keys.values():
        assert min(key.width(), key.height()) >= theme.target_px
