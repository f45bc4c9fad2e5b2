"""Dates that cannot be true are refused one by one, with the reason; nothing is written down."""

from datetime import date, timedelta

import pytest

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.errors import Code
from retnet_pro.study.subject import make_subject
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.fakes import COORDINATOR, NURSE, FakeSite, enrolled, visit
from tests.unit.conduct.test_distrust import refused

FIRST, SECOND, THIRD = (make_subject("BER", number) for number in (1, 2, 3))
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
ENROLLED = TODAY - 100 * DAY
RANDOMISED = ENROLLED + 2 * DAY


@pytest.fixture
def site() -> FakeSite:
    return FakeSite()


@pytest.fixture
def desk(site: FakeSite) -> Desk:
    """FIRST is randomised, SECOND is not."""
    desk = site.desk(COORDINATOR)
    enrolled(desk, site.clock, FIRST, ENROLLED, "be")
    desk.enrol(SECOND, ENROLLED, "en")
    site.clock.set_day(TODAY)
    return desk


def refused_without_a_trace(desk: Desk, code: Code, fact: Fact, value: date | str | bool, **more: str) -> None:
    before = desk.pen.log.head()
    with refused(code):
        desk.record_fact(more.pop("subject", FIRST), fact, value, **more)
    assert desk.pen.log.head() == before


@pytest.mark.rule("P12")
@pytest.mark.parametrize("fact", [Fact.EMBOLIZATION, Fact.PROGRESSED, Fact.DIED])
def test_a_day_to_come_or_before_consent_is_refused(desk: Desk, fact: Fact) -> None:
    refused_without_a_trace(desk, Code.DAY_IN_FUTURE, fact, TODAY + DAY)
    refused_without_a_trace(desk, Code.DAY_BEFORE_CONSENT, fact, ENROLLED - DAY)
    desk.record_fact(FIRST, fact, TODAY)


@pytest.mark.rule("P12")
@pytest.mark.parametrize("fact", [Fact.EMBOLIZATION, Fact.PROGRESSED])
def test_what_follows_randomisation_cannot_come_before_it(desk: Desk, fact: Fact) -> None:
    refused_without_a_trace(desk, Code.DAY_BEFORE_RANDOMISATION, fact, RANDOMISED - DAY)
    refused_without_a_trace(desk, Code.NOT_RANDOMISED, fact, TODAY, subject=SECOND)
    desk.record_fact(FIRST, fact, RANDOMISED)


@pytest.mark.rule("P12")
def test_nobody_is_randomised_to_a_closed_arm_or_an_unknown_one_or_twice(desk: Desk) -> None:
    for arm in ("deb", "nothing", ""):
        refused_without_a_trace(desk, Code.ARM_CLOSED, Fact.RANDOMISED, TODAY, arm=arm, subject=SECOND)
    refused_without_a_trace(desk, Code.FACT_RECORDED, Fact.RANDOMISED, TODAY, arm="ctace")
    assert desk.participant(FIRST).arm == "be"


@pytest.mark.rule("P12")
def test_one_embolization_is_recorded_once_a_day(desk: Desk) -> None:
    desk.record_fact(FIRST, Fact.EMBOLIZATION, TODAY - DAY)
    refused_without_a_trace(desk, Code.FACT_RECORDED, Fact.EMBOLIZATION, TODAY - DAY)
    desk.record_fact(FIRST, Fact.EMBOLIZATION, TODAY)
    assert desk.participant(FIRST).embolizations == (TODAY - DAY, TODAY)


@pytest.mark.rule("P12")
@pytest.mark.parametrize("fact", [Fact.PROGRESSED, Fact.DIED])
def test_what_happens_once_is_put_right_by_another_day_and_never_recorded_twice_for_the_same(
    desk: Desk, fact: Fact
) -> None:
    desk.record_fact(FIRST, fact, TODAY - DAY)
    refused_without_a_trace(desk, Code.FACT_RECORDED, fact, TODAY - DAY)
    desk.record_fact(FIRST, fact, TODAY)
    known = desk.participant(FIRST)
    assert (known.died if fact is Fact.DIED else known.progressed) == TODAY


@pytest.mark.rule("P12", "E64")
def test_a_death_lies_after_everything_the_participant_did_and_nothing_lies_after_it(
    site: FakeSite, desk: Desk
) -> None:
    visit(site, desk, FIRST, "baseline", RANDOMISED)
    site.clock.set_day(TODAY)
    desk.record_fact(FIRST, Fact.EMBOLIZATION, RANDOMISED + 10 * DAY)
    refused_without_a_trace(desk, Code.DEATH_TOO_EARLY, Fact.DIED, RANDOMISED + 9 * DAY)
    desk.record_fact(FIRST, Fact.DIED, RANDOMISED + 20 * DAY)
    refused_without_a_trace(desk, Code.DAY_AFTER_DEATH, Fact.PROGRESSED, RANDOMISED + 21 * DAY)
    desk.record_fact(FIRST, Fact.PROGRESSED, RANDOMISED + 20 * DAY)


@pytest.mark.rule("P12")
@pytest.mark.parametrize(
    ("fact", "right", "wrong"),
    [
        (Fact.HISTOLOGY, "carcinoid", "somewhere"),
        (Fact.GRADE, "G2", "G7"),
        (Fact.SYMPTOMATIC, True, "yes"),
        (Fact.DIED, TODAY, "G2"),
    ],
)
def test_a_coded_fact_takes_a_value_of_its_list_only(
    desk: Desk, fact: Fact, right: date | str | bool, wrong: str
) -> None:
    refused_without_a_trace(desk, Code.FACT_UNKNOWN, fact, wrong)
    desk.record_fact(FIRST, fact, right)


@pytest.mark.rule("P12", "P105")
def test_enrolment_and_withdrawal_take_no_day_to_come(desk: Desk) -> None:
    with refused(Code.DAY_IN_FUTURE):
        desk.enrol(THIRD, TODAY + DAY, "en")
    with refused(Code.DAY_BEFORE_CONSENT):
        withdraw(desk, FIRST, ENROLLED - DAY, WithdrawalReason.NOT_SAID)
    with refused(Code.PARTICIPANT_EXISTS):
        desk.enrol(FIRST, TODAY, "en")


@pytest.mark.rule("P21")
def test_a_nurse_s_refusals_tell_nothing_of_an_arm(site: FakeSite, desk: Desk) -> None:
    nurse = site.desk(NURSE)
    for arm in ("deb", "be"):
        with refused(Code.NOT_ALLOWED):
            nurse.record_fact(SECOND, Fact.RANDOMISED, TODAY, arm=arm)
