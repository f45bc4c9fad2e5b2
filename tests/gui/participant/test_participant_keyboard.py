"""The whole sitting without a finger, and what a screen reader is told."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from retnet_pro.gui.theme import Text
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.touch import KEYBOARD, Touchable

DOWN, ENTER, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space


def tab_to(hands, target):
    for _ in range(40):
        if hands.window.focusWidget() is target:
            return
        QTest.keyClick(hands.window.focusWidget() or hands.window, Qt.Key.Key_Tab)
    pytest.fail(f"{target} cannot be reached with Tab")


def go_next(hands):
    tab_to(hands, hands.window.bottom.next)
    hands.key(ENTER)


@pytest.mark.rule("E115")
def test_a_sitting_can_be_completed_with_the_keyboard_alone(open_window, form, qtbot):
    hands = open_window(form("four", "seven", "count"))
    hands.key(DOWN)
    hands.key(ENTER)
    go_next(hands)
    hands.key(DOWN)
    hands.key(DOWN)
    hands.key(SPACE)
    go_next(hands)
    for _ in range(4):
        hands.key(Qt.Key.Key_Right)
    hands.key(ENTER)
    go_next(hands)
    hands.key(DOWN)
    hands.key(Qt.Key.Key_9)
    go_next(hands)
    tab_to(hands, hands.window.review.list)
    hands.key(DOWN)
    hands.key(ENTER)
    assert hands.window.page is hands.window.question
    go_next(hands)
    tab_to(hands, hands.window.bottom.finish)
    hands.key(SPACE)
    assert [answer.code for answer in hands.desk.finished[0][1].values()] == [2, 4, 9]
    tab_to(hands, hands.window.message.buttons()[0])
    with qtbot.waitSignal(hands.window.left):
        hands.key(ENTER)


@pytest.mark.rule("E115")
def test_arrows_move_between_options_and_stay_at_the_ends(hands):
    hands.key(DOWN)
    assert hands.options()[0].hasFocus()
    hands.key(Qt.Key.Key_Up)
    assert hands.options()[0].hasFocus()
    for _ in range(9):
        hands.key(DOWN)
    assert hands.options()[3].hasFocus()


@pytest.mark.rule("E115")
def test_every_option_is_reached_with_tab_also_when_one_is_chosen(hands):
    hands.tap(hands.options()[1])
    for option in hands.options():
        tab_to(hands, option)


@pytest.mark.rule("E06", "E115")
def test_a_new_page_puts_the_keyboard_on_the_question_not_on_an_option(hands):
    hands.tap(hands.options()[1])
    hands.next()
    assert isinstance(hands.window.focusWidget(), Stem)
    assert not hands.window.property(KEYBOARD)


@pytest.mark.rule("E115")
def test_a_button_that_goes_with_its_page_does_not_bring_up_the_ring(open_window):
    hands = open_window(practice=True)
    hands.press("mine")
    assert not hands.window.property(KEYBOARD)
    hands.press("practise")
    assert not hands.window.property(KEYBOARD)
    hands.tap(hands.window.bottom.next)
    hands.tap(hands.options()[0])
    hands.tap(hands.window.bottom.clear)
    assert not hands.window.property(KEYBOARD)


@pytest.mark.rule("E115")
def test_the_ring_shows_for_the_keyboard_and_goes_with_a_touch(hands):
    hands.key(DOWN)
    assert hands.options()[0].shows_ring()
    hands.tap(hands.options()[2])
    assert not hands.options()[2].shows_ring()


@pytest.mark.rule("E24")
def test_a_held_key_counts_once(hands):
    hands.key(DOWN)
    row = hands.options()[0]
    seen = []
    row.clicked.connect(lambda: seen.append(True))
    QTest.keyPress(row, ENTER)
    for _ in range(5):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            QApplication.sendEvent(row, QKeyEvent(kind, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True))
    assert seen == []
    QTest.keyRelease(row, ENTER)
    hands.wait()
    assert len(seen) == 1


@pytest.mark.rule("E114")
def test_every_option_announces_question_own_text_place_and_state(hands):
    hands.tap(hands.options()[2])
    question = hands.window.question._stem.text()
    for place, option in enumerate(hands.options(), start=1):
        name, state = option.accessibleName(), "chosen" if place == 3 else "not chosen"
        assert name == f"{option.text()}. {state}. Question: {question}"
        assert option.accessibleDescription() == f"Option {place} of 4"
        spoken = QAccessible.queryAccessibleInterface(option)
        assert spoken.role() == QAccessible.Role.RadioButton
        assert bool(spoken.state().checked) is (place == 3)


@pytest.mark.rule("E114")
def test_boxes_are_announced_with_the_words_at_the_ends(open_window, form):
    hands = open_window(form("seven"))
    hands.to_first_question()
    assert "1: Could not be worse. 7: Could not be better." in hands.options()[3].accessibleName()


@pytest.mark.rule("E114")
def test_everything_that_can_be_touched_has_a_name_on_every_page(open_window, form):
    hands = open_window(form("four", "count"))
    pages = []

    def look_round():
        pages.append(hands.window.page)
        for button in hands.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), button.text()

    look_round()
    hands.to_first_question()
    look_round()
    hands.next()
    look_round()
    hands.press("skip")
    look_round()
    hands.next()
    hands.press("skip")
    look_round()
    listing = hands.window.review.list.rows
    said = listing.data(listing.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Question 1: Demonstration") and said.endswith("Your answer: Not answered")
    assert len(set(map(id, pages))) == 3


@pytest.mark.rule("E119")
def test_the_language_of_the_screen_is_told(open_window):
    assert open_window(language="de").window.locale().language().name == "German"


@pytest.mark.rule("E112")
def test_every_touchable_is_15_mm_high(hands):
    target = hands.window.theme.target_px
    for touchable in hands.window.findChildren(Touchable):
        if touchable.isVisible():
            assert touchable.height() >= target, touchable.text()
            assert touchable.width() >= target, touchable.text()


def test_the_count_display_says_what_was_entered(open_window, form):
    hands = open_window(form("count"))
    hands.to_first_question()
    display = hands.window.question.face._display
    assert display.accessibleName() == "No number entered"
    hands.tap(hands.options()[-1])
    assert display.accessibleName() == "Entered: 10"
    assert hands.window.theme.px(Text.DISPLAY) > hands.window.theme.px(Text.QUESTION)
