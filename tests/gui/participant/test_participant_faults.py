"""When the world fails: calm words, nothing shown that is not safe, nothing lost."""

import threading

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.errors import Code, Refusal, WorldFault


def full_disk():
    return WorldFault(Code.DISK_FULL, path="disk")


@pytest.mark.rule("E50")
def test_an_answer_that_is_not_safe_is_not_shown_as_chosen_and_retry_stores_it_once(hands):
    hands.desk.faults.append(full_disk())
    hands.tap(hands.options()[1])
    assert hands.title() == "Please call the nurse"
    assert "disk-full" in hands.window.message.message.paragraphs[1]
    assert hands.window.course.form.session.entries == ()
    assert not any(option.isChecked() for option in hands.options())
    hands.press("retry")
    assert [entry.given for entry in hands.desk.stored[0]] == [Answered(2)]
    assert hands.options()[1].isChecked()


@pytest.mark.rule("E50")
def test_retry_may_fail_again_and_again(hands):
    hands.desk.faults += [full_disk(), full_disk(), full_disk()]
    hands.tap(hands.options()[1])
    hands.press("retry")
    hands.press("retry")
    assert hands.title() == "Please call the nurse"
    hands.press("retry")
    assert hands.options()[1].isChecked()
    assert len(hands.desk.stored[0]) == 1


@pytest.mark.rule("E50")
def test_the_mark_appears_only_once_the_answer_is_durable(hands, monkeypatch, qtbot):
    gate, record = threading.Event(), hands.desk.record

    def slow(part, entries):
        assert gate.wait(10)
        record(part, entries)

    hands.desk.record = slow
    row = hands.options()[0]
    hands.clock.settle()
    row.click()
    qtbot.wait(20)
    assert not row.isChecked()
    gate.set()
    hands.wait()
    assert row.isChecked()


@pytest.mark.rule("E24", "E50")
def test_taps_made_while_the_disk_is_slow_are_taken_in_order(hands, qtbot):
    gate, record = threading.Event(), hands.desk.record

    def slow(part, entries):
        assert gate.wait(10)
        record(part, entries)

    hands.desk.record = slow
    hands.clock.settle()
    for at in (0, 3, 1):
        hands.options()[at].click()
    hands.window.bottom.next.click()
    hands.window.bottom.next.click()
    gate.set()
    hands.wait()
    assert [entry.given.code for entry in hands.desk.stored[0]] == [1, 4, 2]
    assert hands.window._view.place == 2


def test_a_fault_of_the_program_offers_no_retry_but_a_way_out_for_staff(hands, qtbot):
    hands.desk.faults.append(ValueError("broken promise"))
    hands.tap(hands.options()[1])
    assert [button.text() for button in hands.window.message.buttons()] == ["Staff"]
    assert "broken promise" not in " ".join(hands.window.message.message.paragraphs)
    with qtbot.waitSignal(hands.window.left) as left:
        hands.press("staff")
    assert left.args == [""]


def test_on_a_tablet_that_was_closed_meanwhile_the_participant_is_told_where_to_go(hands):
    hands.desk.faults.append(Refusal(Code.DEVICE_LEFT, site="CD", at="2026-11-23"))
    hands.tap(hands.options()[1])
    said = " ".join(hands.window.message.message.paragraphs)
    assert "no longer used here" in said and "the nurse has another one" in said and "is safe" in said
    assert [button.text() for button in hands.window.message.buttons()] == ["Staff"]


def test_a_fault_while_finishing_is_retried_without_storing_twice(hands):
    hands.answer_all()
    hands.desk.faults.append(full_disk())
    hands.tap(hands.window.bottom.finish)
    assert hands.desk.finished == []
    hands.press("retry")
    assert len(hands.desk.finished) == 1
    assert hands.title() == "Thank you"


@pytest.mark.parametrize("act", ["mine", "not-mine"])
def test_a_fault_while_opening_or_leaving_can_be_retried(open_window, act):
    hands = open_window()
    hands.desk.faults.append(full_disk())
    hands.press(act)
    assert hands.title() == "Please call the nurse"
    hands.press("retry")
    assert hands.title() in ("Demonstration form", "Thank you")


def test_no_rest_and_no_help_over_a_fault(hands):
    hands.desk.faults.append(full_disk())
    hands.tap(hands.options()[1])
    hands.tap(hands.window.top.tools[0])
    hands.window.course.rest()
    assert hands.title() == "Please call the nurse"
    hands.press("retry")
    assert hands.options()[1].isChecked()


def test_resting_while_an_answer_is_being_stored_keeps_the_rest_page_and_the_answer(hands):
    hands.clock.settle()
    hands.options()[2].click()
    hands.window.top.rest_wanted.emit()
    hands.wait()
    assert hands.window.page is hands.window.message
    assert hands.title() == "Take a rest"
    hands.press("continue")
    assert hands.options()[2].isChecked()
    assert len(hands.desk.stored[0]) == 1
