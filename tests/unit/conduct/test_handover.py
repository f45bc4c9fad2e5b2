"""What is recorded beside the answers: who answers, who they are, and where the form stands in its visit."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.session import QuestionPage
from retnet_pro.answering.step import step
from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import resume, start, stop
from retnet_pro.conduct.interruption import interruption
from retnet_pro.conduct.sitting import Sitting, read_sitting, write_sitting
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.circumstance import Deviation, Medium, WhyHelped
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.simulation.play import fill_in
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification
from retnet_pro.study.subject import make_subject

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

SUBJECT = make_subject("AB", 1)


@pytest.fixture
def desk(site: "Founded") -> Desk:
    desk = site.login("nurse")
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    return desk


def started(desk: Desk, **over: object) -> Sitting:
    return start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE, **over)  # type: ignore[arg-type]


def bedside_of(desk: Desk, sitting: Sitting) -> Bedside:
    return Bedside(desk.pen, desk.library, sitting)


def contents(desk: Desk, kind: Kind) -> list[dict[str, object]]:
    return [dict(opened.content) for opened in desk.reader.all_of({kind})]


@pytest.mark.rule("E58")
@pytest.mark.parametrize("why", [None, WhyHelped.OTHER])
def test_nobody_else_answers_without_a_reason(desk: Desk, why: WhyHelped | None) -> None:
    with pytest.raises(Refusal) as caught:
        start(desk, SUBJECT, "baseline", "en", AnsweredBy.INTERPRETER, why=why)
    assert caught.value.code is Code.REASON_MISSING
    assert contents(desk, Kind.SESSION_OPEN) == []


@pytest.mark.rule("E58", "E90")
def test_who_answers_why_and_how_is_stored_with_each_form(desk: Desk) -> None:
    start(desk, SUBJECT, "baseline", "en", AnsweredBy.STAFF_INTERVIEW, why=WhyHelped.SIGHT)
    stored = {(one["answered_by"], one["why"], one["medium"]) for one in contents(desk, Kind.SESSION_OPEN)}
    assert stored == {("staff-interview", "sight", "interview")}


@pytest.mark.rule("E90")
def test_a_form_filled_in_by_the_participant_is_stored_as_one_on_the_tablet(desk: Desk) -> None:
    started(desk)
    assert {one["medium"] for one in contents(desk, Kind.SESSION_OPEN)} == {"tablet"}
    assert {one["why"] for one in contents(desk, Kind.SESSION_OPEN)} == {None}


@pytest.mark.rule("E59")
def test_the_participants_own_step_is_stored_with_each_form_and_is_not_the_nurses(desk: Desk) -> None:
    sitting = started(desk)
    bedside_of(desk, sitting).identify(Identification.CONFIRM)
    events = [event.header for event in desk.pen.log.events(0, {Kind.SESSION_IDENTIFIED})]
    assert [header.ses for header in events] == [turn.ses for turn in sitting.turns]
    assert {header.who for header in events} == {"participant"}
    assert {one["by"] for one in contents(desk, Kind.SESSION_IDENTIFIED)} == {"confirm"}


@pytest.mark.rule("E58")
def test_a_change_during_the_sitting_is_recorded_and_the_form_counts_as_helped(site: "Founded", desk: Desk) -> None:
    sitting = started(desk)
    bedside = bedside_of(desk, sitting)
    bedside.change_who(0, AnsweredBy.HELPER_TAPS, WhyHelped.HANDS)
    fill_in(bedside, 0, {}, site.calendar)
    bedside.change_who(1, AnsweredBy.ALONE, None)
    fill_in(bedside, 1, {}, site.calendar)
    desk.catch_up()
    helped = {one.response.form.id: one.response.answered_by for one in desk.responses_of(SUBJECT)}
    assert helped == {"qlq-c30": AnsweredBy.HELPER_TAPS, "qlq-ginet21": AnsweredBy.ALONE}
    changes = contents(desk, Kind.SESSION_WHO)
    assert [one["why"] for one in changes] == ["hands"] * 3 + [None] * 2
    assert [one["old"] for one in changes] == ["alone"] * 3 + ["helper-taps"] * 2


@pytest.mark.rule("E51", "E121")
def test_what_was_in_use_before_a_crash_is_in_the_response_of_the_form_that_goes_on(
    site: "Founded", desk: Desk
) -> None:
    first = bedside_of(desk, started(desk))
    first.note_accommodations(0, frozenset({"text-200", "read-aloud"}))
    first.note_accommodations(0, frozenset({"text-200"}))
    fill_in_first(site, first)
    after_the_crash = site.login("nurse")
    sitting = read_sitting(write_sitting(resume(after_the_crash, sitting_id(after_the_crash))))
    assert [turn.accommodations for turn in sitting.turns] == [("read-aloud", "text-200"), (), ()]
    again = bedside_of(after_the_crash, sitting)
    again.note_accommodations(0, frozenset({"keyboard", "read-aloud"}))
    fill_in(again, 0, {}, site.calendar)
    after_the_crash.catch_up()
    (taken,) = after_the_crash.responses_of(SUBJECT)
    assert taken.response.accommodations == ("keyboard", "read-aloud", "text-200")
    noted = [one["in_use"] for one in contents(after_the_crash, Kind.SESSION_AIDS)]
    assert noted == [["read-aloud", "text-200"], ["keyboard"]], "each is noted once"


@pytest.mark.rule("E58")
@pytest.mark.parametrize("why", [None, WhyHelped.OTHER])
def test_nobody_else_goes_on_answering_without_a_reason(desk: Desk, why: WhyHelped | None) -> None:
    bedside = bedside_of(desk, started(desk))
    with pytest.raises(Refusal) as caught:
        bedside.change_who(0, AnsweredBy.HELPER_TAPS, why)
    assert caught.value.code is Code.REASON_MISSING
    assert (bedside.answered_by, contents(desk, Kind.SESSION_WHO)) == (AnsweredBy.ALONE, [])


@pytest.mark.rule("E58")
def test_help_in_the_middle_is_not_undone_by_answering_alone_again(site: "Founded", desk: Desk) -> None:
    bedside = bedside_of(desk, started(desk))
    fill_in_first(site, bedside)
    bedside.change_who(0, AnsweredBy.HELPER_READS, WhyHelped.UNWELL)
    bedside.change_who(0, AnsweredBy.ALONE, None)
    desk.catch_up()
    assert [one.answered_by for one in desk.site.interrupted()] == [
        AnsweredBy.HELPER_READS,
        AnsweredBy.ALONE,
        AnsweredBy.ALONE,
    ]
    again = resume(desk, desk.site.interrupted()[0].sitting)
    assert again.answered_by is AnsweredBy.HELPER_READS


def fill_in_first(site: "Founded", bedside: Bedside) -> None:
    session, _ = bedside.begin(0)
    session = step(session, Next(), site.calendar())
    assert isinstance(session.page, QuestionPage)
    code = session.instrument.by_id[session.page.item].scale.codes[0]
    bedside.record(0, step(session, Choose(session.page.item, code), site.calendar()).entries)


@pytest.mark.rule("E57")
def test_a_consultation_before_the_questions_is_recorded_as_a_deviation(desk: Desk) -> None:
    started(desk, after_contact=True)
    assert {str(one["deviations"]) for one in contents(desk, Kind.SESSION_OPEN)} == {"['after-contact']"}


@pytest.mark.rule("E57")
def test_a_form_filed_after_one_that_stands_later_in_the_schedule_is_recorded_as_a_deviation(
    site: "Founded", desk: Desk
) -> None:
    sitting = started(desk)
    fill_in(bedside_of(desk, sitting), 1, {}, site.calendar)
    desk.catch_up()
    for session in desk.site.interrupted():
        stop(desk, session, "technical")
    assert all(one["deviations"] == [] for one in contents(desk, Kind.SESSION_OPEN))
    started(desk)
    later = {str(one["instrument"]): one["deviations"] for one in contents(desk, Kind.SESSION_OPEN)[3:]}
    assert later == {"qlq-c30": ["after-later-form"], "carcinoid-diary": []}


@pytest.mark.rule("E29")
def test_the_practice_is_left_out_for_those_who_have_finished_a_form(site: "Founded", desk: Desk) -> None:
    sitting = started(desk)
    assert sitting.practice
    fill_in(bedside_of(desk, sitting), 0, {}, site.calendar)
    desk.catch_up()
    assert not resume(desk, sitting_id(desk)).practice


def sitting_id(desk: Desk) -> str:
    return desk.site.interrupted()[0].sitting


@pytest.mark.rule("E51", "E66")
def test_a_reason_said_before_going_on_does_not_stand_for_the_next_stop(desk: Desk) -> None:
    sitting = started(desk)
    bedside_of(desk, sitting).say_why(0, Absence.TOO_ILL)
    desk.catch_up()
    assert interruption(desk, desk.site.interrupted()).said is Absence.TOO_ILL
    resume(desk, sitting_id(desk))
    assert interruption(desk, desk.site.interrupted()).said is None


@pytest.fixture
def pin_desk(desk: Desk) -> Desk:
    """A study that asks for a PIN."""
    desk.study = replace(desk.study, identification=Identification.PIN)
    return desk


@pytest.mark.rule("E59")
def test_a_pin_is_chosen_once_kept_as_a_hash_under_seal_and_asked_at_the_next_hand_over(pin_desk: Desk) -> None:
    sitting = started(pin_desk)
    first = bedside_of(pin_desk, sitting)
    assert not first.has_pin and sitting.salt
    first.choose_pin("2741")
    (event,) = pin_desk.pen.log.events(0, {Kind.PARTICIPANT_PIN})
    assert event.header.note is None and event.sealed is not None
    assert contents(pin_desk, Kind.PARTICIPANT_PIN)[0]["pin"] != "2741"
    pin_desk.catch_up()
    again = bedside_of(pin_desk, resume(pin_desk, sitting_id(pin_desk)))
    assert again.has_pin
    assert not again.try_pin("2742")
    assert again.try_pin("2741")
    assert [one["by"] for one in contents(pin_desk, Kind.SESSION_IDENTIFIED)] == ["pin"] * 6


@pytest.mark.rule("E59")
def test_a_forgotten_pin_is_chosen_anew_and_the_old_one_no_longer_fits(pin_desk: Desk) -> None:
    bedside_of(pin_desk, started(pin_desk)).choose_pin("2741")
    pin_desk.catch_up()
    anew = bedside_of(pin_desk, resume(pin_desk, sitting_id(pin_desk), new_pin=True))
    assert not anew.has_pin
    anew.choose_pin("9000")
    pin_desk.catch_up()
    after = bedside_of(pin_desk, resume(pin_desk, sitting_id(pin_desk)))
    assert after.try_pin("9000") and not after.try_pin("2741")


@pytest.mark.rule("E59")
def test_a_study_that_only_asks_for_the_code_passes_on_no_pin(desk: Desk) -> None:
    sitting = started(desk)
    assert (sitting.identification, sitting.pin, sitting.salt) == (Identification.CONFIRM, "", "")


@pytest.mark.rule("E57", "E58", "E59", "E90")
def test_how_a_form_came_about_can_be_read_beside_its_answers(site: "Founded", desk: Desk) -> None:
    sitting = started(desk, after_contact=True)
    bedside = bedside_of(desk, sitting)
    bedside.identify(Identification.CONFIRM)
    fill_in_first(site, bedside)
    bedside.change_who(0, AnsweredBy.STAFF_INTERVIEW, WhyHelped.SIGHT)
    bedside.change_who(0, AnsweredBy.ALONE, None)
    found = circumstances_of(desk, sitting.turns[0].ses)
    assert [one.answered_by for one in found.helped] == [
        AnsweredBy.ALONE,
        AnsweredBy.STAFF_INTERVIEW,
        AnsweredBy.ALONE,
    ]
    assert found.helped[1].why is WhyHelped.SIGHT
    assert found.medium is Medium.INTERVIEW
    assert found.deviations == (Deviation.AFTER_CONTACT,)
    assert found.identified is Identification.CONFIRM
