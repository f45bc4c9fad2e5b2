"""A telephone interview: staff state who is on the line, ask and tap; nobody slips into it or out of it (rule E59)."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct.circumstances import Statement, circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import resume, start
from retnet_pro.conduct.sitting import Sitting, read_sitting, write_sitting
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.circumstance import LineCheck, Medium, WhyHelped
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.simulation.play import fill_in
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


def called(desk: Desk, line: LineCheck | None = LineCheck.DETAILS) -> Sitting:
    return start(desk, SUBJECT, "baseline", "en", AnsweredBy.STAFF_TELEPHONE, line=line)


def written(desk: Desk, kind: Kind) -> list[dict[str, object]]:
    return [dict(opened.content) for opened in desk.reader.all_of({kind})]


@pytest.mark.rule("E58", "E59", "E90")
def test_who_stated_who_is_on_the_line_stands_with_every_form_before_the_first_question(desk: Desk) -> None:
    sitting = called(desk)
    opened = {(one["answered_by"], one["why"], one["medium"]) for one in written(desk, Kind.SESSION_OPEN)}
    assert opened == {("staff-telephone", "away", "telephone")}
    noted = [(one["ses"], one["by"], one["how"]) for one in written(desk, Kind.SESSION_IDENTIFIED)]
    assert noted == [(turn.ses, "stated", "details") for turn in sitting.turns]
    stated = [one.header for one in desk.pen.log.events() if one.header.kind is Kind.SESSION_IDENTIFIED]
    assert {(one.who, one.role) for one in stated} == {("nurse", "nurse")}


@pytest.mark.rule("E59")
def test_without_a_check_of_who_is_on_the_line_nothing_is_opened(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        called(desk, line=None)
    assert caught.value.code is Code.LINE_UNCHECKED
    assert written(desk, Kind.SESSION_OPEN) == []


@pytest.mark.rule("E59")
def test_nobody_on_the_telephone_is_asked_for_a_pin_or_shown_the_practice(desk: Desk) -> None:
    sitting = called(desk)
    assert (sitting.identification, sitting.pin, sitting.salt) == (Identification.STATED, "", "")
    assert not sitting.practice
    assert read_sitting(write_sitting(sitting)) == sitting


@pytest.mark.rule("E58", "E59")
def test_a_participant_alone_cannot_make_the_sitting_a_telephone_interview(desk: Desk) -> None:
    bedside = Bedside(desk.pen, desk.library, start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE))
    with pytest.raises(Refusal) as caught:
        bedside.change_who(0, AnsweredBy.STAFF_TELEPHONE, WhyHelped.AWAY)
    assert caught.value.code is Code.TELEPHONE_FIXED
    assert written(desk, Kind.SESSION_WHO) == []


@pytest.mark.rule("E58", "E59")
@pytest.mark.parametrize("who", [who for who in AnsweredBy if who is not AnsweredBy.STAFF_TELEPHONE])
def test_nobody_takes_over_a_telephone_interview_without_showing_who_they_are(desk: Desk, who: AnsweredBy) -> None:
    bedside = Bedside(desk.pen, desk.library, called(desk))
    with pytest.raises(Refusal) as caught:
        bedside.change_who(0, who, WhyHelped.WISH)
    assert caught.value.code is Code.TELEPHONE_FIXED
    assert written(desk, Kind.SESSION_WHO) == []


@pytest.mark.rule("E51", "E59")
def test_after_an_interruption_it_is_stated_again_and_both_statements_can_be_read(site: "Founded", desk: Desk) -> None:
    first = called(desk)
    desk.catch_up()
    with pytest.raises(Refusal) as caught:
        resume(desk, desk.site.interrupted()[0].sitting)
    assert caught.value.code is Code.LINE_UNCHECKED
    again = resume(desk, desk.site.interrupted()[0].sitting, line=LineCheck.VOICE)
    assert (again.answered_by, again.identification) == (AnsweredBy.STAFF_TELEPHONE, Identification.STATED)
    fill_in(Bedside(desk.pen, desk.library, again), 0, {}, site.calendar)
    desk.catch_up()
    about = circumstances_of(desk, first.turns[0].ses)
    assert about.medium is Medium.TELEPHONE
    assert about.identified is Identification.STATED
    assert about.stated == tuple(Statement(who="nurse", how=how) for how in (LineCheck.DETAILS, LineCheck.VOICE))
