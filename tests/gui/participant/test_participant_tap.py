"""What a finger does: where it counts, when it counts, and when it does not."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from retnet_pro.answering.sheet import Answered, Cleared
from retnet_pro.gui.participant.page_turn import SETTLE_MS

LEFT = Qt.MouseButton.LeftButton


def given(hands):
    return [entry.given for entry in hands.desk.stored.get(0, ())]


def place(hands):
    return hands.window._view.place


@pytest.mark.rule("E112")
@pytest.mark.parametrize("spot", ["middle", "left", "right", "top", "bottom"])
def test_a_tap_anywhere_in_the_row_chooses_it(hands, spot):
    row = hands.options()[2]
    area = row.rect()
    spots = {
        "middle": area.center(),
        "left": QPoint(1, area.center().y()),
        "right": QPoint(area.right() - 1, area.center().y()),
        "top": QPoint(area.center().x(), 1),
        "bottom": QPoint(area.center().x(), area.bottom() - 1),
    }
    hands.tap(row, spots[spot])
    assert given(hands) == [Answered(3)]
    assert [option.isChecked() for option in hands.options()] == [False, False, True, False]


@pytest.mark.rule("E113")
def test_sliding_off_cancels(hands):
    row, other = hands.options()[0], hands.options()[2]
    hands.clock.settle()
    QTest.mousePress(row, LEFT, pos=row.rect().center())
    assert row.isDown()
    QTest.mouseMove(row, row.mapFrom(hands.window, other.mapTo(hands.window, other.rect().center())))
    QTest.mouseRelease(row, LEFT, pos=row.rect().bottomLeft() + QPoint(0, 200))
    hands.wait()
    assert given(hands) == []


@pytest.mark.rule("E08")
def test_nothing_is_chosen_in_advance_and_choosing_alone_does_not_go_on(hands):
    assert not any(option.isChecked() for option in hands.options())
    hands.tap(hands.options()[0])
    assert place(hands) == 1  # rule E20: no auto-advance


@pytest.mark.rule("E23")
def test_another_option_replaces_the_first_and_both_stay_in_the_trail(hands):
    hands.tap(hands.options()[0])
    hands.tap(hands.options()[3])
    assert given(hands) == [Answered(1), Answered(4)]
    assert hands.desk.stored[0][1].replaces == 1
    assert [option.isChecked() for option in hands.options()] == [False, False, False, True]


@pytest.mark.rule("E25")
def test_an_answer_can_be_taken_back(hands):
    assert not hands.window.bottom.clear.isVisible()
    hands.tap(hands.options()[1])
    assert hands.window.bottom.clear.isVisible()
    hands.tap(hands.window.bottom.clear)
    assert given(hands) == [Answered(2), Cleared()]
    assert not any(option.isChecked() for option in hands.options())


@pytest.mark.rule("E24")
def test_a_double_tap_on_next_goes_on_once(hands):
    hands.tap(hands.options()[0])
    hands.tap(hands.window.bottom.next)
    hands.tap(hands.window.bottom.next, settle=False)
    assert place(hands) == 2


@pytest.mark.rule("E24")
@pytest.mark.parametrize(("after_ms", "counts"), [(0, False), (SETTLE_MS - 1, False), (SETTLE_MS, True)])
def test_a_tap_right_after_a_new_page_does_nothing(hands, after_ms, counts):
    hands.tap(hands.options()[0])
    hands.next()
    hands.clock.up_ms += after_ms
    hands.tap(hands.options()[1], settle=False)
    assert (len(given(hands)) == 2) is counts


@pytest.mark.rule("E24")
def test_a_press_that_began_before_the_page_came_up_is_forgotten(hands):
    hands.tap(hands.options()[0])
    row = hands.options()[1]
    QTest.mousePress(row, LEFT, pos=row.rect().center())
    hands.next()
    hands.clock.settle()
    QTest.mouseRelease(row, LEFT, pos=row.rect().center())
    hands.wait()
    assert len(given(hands)) == 1


@pytest.mark.rule("E20")
def test_showing_a_view_reports_no_action(hands, qtbot):
    with qtbot.assertNotEmitted(hands.window.question.acted, wait=20):
        for _ in range(3):
            hands.window.course.form.show()
            hands.window.top.size_wanted.emit()
            hands.window.top.contrast_wanted.emit()


@pytest.mark.rule("E09")
def test_seven_boxes_are_equal_on_one_line_between_their_words(open_window, form):
    hands = open_window(form("seven"))
    hands.to_first_question()
    boxes = hands.options()
    assert len({(box.width(), box.height(), box.y()) for box in boxes}) == 1
    assert len({later.x() - earlier.x() for earlier, later in itertools.pairwise(boxes)}) == 1
    hands.tap(boxes[6])
    assert given(hands) == [Answered(7)]


def test_a_number_is_entered_with_boxes_minus_plus_and_digits(open_window, form):
    hands = open_window(form("count"))
    hands.to_first_question()
    fewer, more, *boxes = hands.options()
    hands.tap(more)
    hands.tap(more)
    hands.tap(fewer)
    hands.tap(boxes[10])
    hands.tap(more)
    boxes[3].setFocus()
    hands.key(Qt.Key.Key_7)
    assert [entry.given.code for entry in hands.desk.stored[0]] == [1, 2, 1, 10, 11, 7]


@pytest.mark.rule("E08")
def test_minus_from_nothing_gives_the_smallest_number_and_stays_there(open_window, form):
    hands = open_window(form("count"))
    hands.to_first_question()
    assert hands.window._view.count is None
    hands.tap(hands.options()[0])
    hands.tap(hands.options()[0])
    assert given(hands) == [Answered(0)]
