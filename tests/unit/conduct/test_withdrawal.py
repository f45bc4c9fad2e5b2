"""A participant wants no more questionnaires: nobody is asked any more, nothing is lost, and it can be taken back."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct.handover import resume
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.withdrawal import take_back, withdraw, withdrawals_of
from retnet_pro.errors import Code
from retnet_pro.record.event import Kind
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.conduct.test_desk import C30, SUBJECT, answer, enrolled, finish, refused, started

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

DAY = date(2026, 11, 23)


@pytest.mark.rule("P105", "E60")
def test_a_withdrawal_closes_what_is_open_as_partial_and_keeps_every_answer(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    bedside = Bedside(site.opened.pen, site.opened.library, sitting)
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    answer(site, bedside, 1, 2)
    desk = site.login("nurse")
    before = [event.sealed for event in site.opened.log.events()]
    closed = withdraw(desk, SUBJECT, DAY, WithdrawalReason.BURDEN, "tired")
    assert closed == len(sitting.turns) - 1
    again = site.login("nurse")
    assert again.site.interrupted() == ()
    assert again.participant(SUBJECT).withdrew == DAY and again.due() == ()
    assert len(again.responses_of(SUBJECT)) == 1
    assert set(again.course(SUBJECT).stopped.values()) == {"withdrew"}
    assert [event.sealed for event in site.opened.log.events()][: len(before)] == before
    with refused(Code.NOTHING_TO_ASK):
        started(again)


@pytest.mark.rule("P105", "E51")
def test_a_questionnaire_that_was_open_when_power_failed_in_the_middle_cannot_go_on(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    content = {"subject": SUBJECT, "day": DAY.isoformat(), "why": "not-said", "note": ""}
    site.login("nurse").write(Kind.WITHDRAW, content)
    again = site.login("nurse")
    (first, *_) = again.site.interrupted()
    with refused(Code.NOTHING_TO_ASK):
        resume(again, first.sitting)
    assert withdraw(again, SUBJECT, DAY, WithdrawalReason.NOT_SAID) == len(sitting.turns)
    assert [one.reason for one in withdrawals_of(again, SUBJECT)] == [WithdrawalReason.NOT_SAID], "said once"


@pytest.mark.rule("P105", "P11")
def test_a_withdrawal_taken_back_stays_in_the_record(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    withdraw(desk, SUBJECT, DAY, WithdrawalReason.HEALTH)
    with refused(Code.REASON_MISSING):
        take_back(desk, SUBJECT, "  ")
    take_back(desk, SUBJECT, "asked to be asked again")
    with refused(Code.NOT_WITHDRAWN):
        take_back(desk, SUBJECT, "once more")
    again = site.login("coordinator")
    assert again.participant(SUBJECT).withdrew is None
    told = [(one.reason, one.note, one.who) for one in withdrawals_of(again, SUBJECT)]
    assert told == [
        (WithdrawalReason.HEALTH, "", "coordinator"),
        (None, "asked to be asked again", "coordinator"),
    ]
    assert started(again).turns[0].instrument == C30


def test_a_day_that_has_not_come_is_refused(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    head = site.opened.log.head()
    with refused(Code.DAY_IN_FUTURE):
        withdraw(desk, SUBJECT, date(2026, 11, 24), WithdrawalReason.NOT_SAID)
    assert site.opened.log.head() == head


@pytest.mark.rule("P105")
def test_a_withdrawal_written_by_the_first_version_as_a_fact_still_counts(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    desk.write(Kind.PARTICIPANT_FACT, {"subject": SUBJECT, "fact": "withdrew", "value": "2026-11-21"})
    assert site.login("nurse").participant(SUBJECT).withdrew == date(2026, 11, 21)
