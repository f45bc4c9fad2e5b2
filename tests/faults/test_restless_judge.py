"""The judge of restless hands: what nobody did is reported, what somebody did is not."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from retnet_pro.answering.actions import Back, Choose, Clear, Finish, GoTo, Next
from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.answering.view import QuestionView, ReviewView, SkipView
from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification
from tests.faults.restless import TO_FORM, begin_at, stand_up
from tests.gui.participant.conftest import COUNT, FOUR, make_form


@pytest.fixture
def begun(qapp):
    """Open a sitting and go a way."""
    opened = []

    def begin(way=TO_FORM, forms=None, **over):
        hands = begin_at(way, forms or (make_form(FOUR, COUNT),), random.Random(1), QTest.createTouchDevice(), **over)
        assert hands.judge.look() == []
        opened.append(hands)
        return hands

    yield begin
    for hands in opened:
        stand_up(hands)


def tap(hands, control, action=None):
    """Let the judge see a tap on a control; do it, or the action that lies behind it."""
    hands.judge.note_page()
    hands.clock.settle()
    hands.judge.mean(control)
    if action is None:
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    else:
        hands.window._act(action)


def entry(given, n=1):
    return Entry(n=n, item="i1", given=given, replaces=None, prompted=False, shown_at="")


@pytest.mark.parametrize("given", [Answered(2), Skipped()])
def test_an_answer_nobody_gave_is_reported(begun, given):
    hands = begun()
    hands.desk.record(0, (entry(given),))
    assert hands.judge.look() == [
        f"stored but not tapped: i1 {given}",
        "what is shown is not what is stored",
    ]


def test_an_answer_that_was_lost_is_reported(begun):
    hands = begun()
    tap(hands, hands.window.question.face.controls()[1], Choose("i1", 2))
    hands.lane.finish()
    hands.desk.stored.clear()
    assert hands.judge.look() == ["what is shown is not what is stored"]


@pytest.mark.rule("E58")
@pytest.mark.parametrize("why", [None, WhyHelped.HANDS])
def test_a_helper_nobody_named_is_reported(begun, why):
    hands = begun()
    hands.desk.helped.append((0, AnsweredBy.HELPER_TAPS, why))
    assert [one.partition(":")[0] for one in hands.judge.look()] == ["nobody said who answers"]


@pytest.mark.rule("E59")
def test_a_step_the_participant_did_not_take_is_reported(begun):
    hands = begun(("mine",), pin="2741")
    hands.desk.identified.append(Identification.PIN)
    assert hands.judge.look() == ["nobody entered this PIN"]
    hands.desk.identified.clear()
    hands.desk.record(0, (entry(Answered(1)),))
    assert "answers before the participant's own step" in hands.judge.look()


def test_a_sitting_that_ended_by_itself_is_reported(begun):
    hands = begun()
    hands.desk.reasons.append("stopped")
    hands.desk.whys.append((0, Absence.REFUSED))
    assert hands.judge.look() == ["nobody said why they stop", "the sitting ended by itself"]


@pytest.mark.rule("E30")
def test_a_window_that_went_away_is_reported(begun):
    hands = begun()
    hands.window.hide()
    assert hands.judge.look() == ["the window went away"]


@pytest.mark.rule("E24", "E50")
def test_one_more_than_a_number_that_is_not_on_disk_yet_was_tapped(begun):
    hands = begun((*TO_FORM, "choose", "next"))
    assert isinstance(hands.window._view, QuestionView) and hands.window._view.count is None
    fewer, more, *boxes = hands.window.question.face.controls()
    tap(hands, boxes[8])
    hands.lane.step()
    assert hands.window._view.count is None, "it is not shown before it is safe"
    hands.judge.mean(more)
    hands.lane.finish()
    hands.clock.settle()
    hands.window._act(Choose("i2", 9))
    assert hands.judge.look() == []
    assert [one.given for one in hands.desk.stored[0]] == [Answered(1), Answered(8), Answered(9)]
    assert fewer is not more


@pytest.mark.rule("E43")
def test_whoever_was_asked_once_may_finish_without_being_asked_again(begun):
    hands = begun(forms=(make_form(FOUR),))
    bottom, options = hands.window.bottom, hands.window.question.face.controls()
    tap(hands, bottom.next, Next())
    assert isinstance(hands.window._view, SkipView)
    tap(hands, hands.window.message.buttons()[0])
    tap(hands, options[0], Choose("i1", 1))
    hands.lane.finish()
    tap(hands, bottom.next, Next())
    hands.clock.settle()
    hands.window._act(GoTo("i1"))
    tap(hands, bottom.clear, Clear("i1"))
    hands.lane.finish()
    tap(hands, bottom.back, Back())
    assert isinstance(hands.window._view, ReviewView)
    assert hands.judge.look() == []
    tap(hands, bottom.finish, Finish())
    assert hands.judge.look() == []
    assert hands.desk.stored[0][-1].given == Skipped()
    assert hands.desk.reasons == ["finished"]


@pytest.mark.rule("E50")
def test_a_disk_that_refuses_to_open_the_next_form_has_lost_nothing_of_the_last(begun):
    hands = begun(forms=(make_form(FOUR), make_form(COUNT)))
    tap(hands, hands.window.question.face.controls()[0], Choose("i1", 1))
    hands.lane.finish()
    tap(hands, hands.window.bottom.next, Next())
    tap(hands, hands.window.bottom.finish, Finish())
    hands.lane.step()
    hands.lane.step()
    hands.desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
    hands.lane.finish()
    assert hands.window.message.message.title == "Please call the nurse"
    assert len(hands.desk.finished) == 1 and hands.judge.look() == []


@pytest.mark.rule("E113")
def test_what_moves_along_under_the_finger_was_tapped(begun):
    hands = begun()
    option = hands.window.question.face.controls()[0]
    spot = option.mapTo(hands.window, option.rect().center())
    away = QPoint(spot.x(), option.mapTo(hands.window, option.rect().bottomLeft()).y() + 40)
    hands.clock.settle()
    hands._fingers([spot], [spot + QPoint(2, 2)])
    assert hands.judge.meant == {("i1", Answered(1))}
    assert hands.judge.look() == []
    hands._fingers([spot], [away])
    assert hands.judge.meant == set(), "who slides off has tapped nothing"
    assert hands.judge.look() == []


@pytest.mark.rule("E41")
def test_a_question_left_out_without_asking_is_reported(begun):
    hands = begun()
    hands.judge.mean(hands.window.bottom.next)
    hands.desk.record(0, (entry(Skipped()),))
    assert hands.judge.look()[0] == f"stored but not tapped: i1 {Skipped()}"
