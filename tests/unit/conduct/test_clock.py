"""The clock of a device may be wrong or jump: order is never lost, nothing is refused, the jump is written down."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from retnet_pro.conduct.clock import remarks
from retnet_pro.conduct.clock_history import clock_steps, jumped_during
from retnet_pro.conduct.handover import start
from retnet_pro.moment import Moment
from retnet_pro.record.event import Header, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUBJECT = make_subject("BER", 1)


@pytest.fixture(scope="module")
def before() -> Header:
    header = FakeSite().log.kept[0].header
    return replace(header, at=NOON.isoformat(timespec="milliseconds"), up=1_000_000, boot="boot-1")


def told(before: Header, wall: datetime, up_s: float, boot: str = "boot-1") -> list[tuple[Kind, object]]:
    now = Moment(wall, before.up + round(up_s * 1000), boot)
    return [(kind, note.get("seconds")) for kind, note in remarks(before, now)]


@pytest.mark.rule("E55", "T14")
@pytest.mark.parametrize(
    ("by", "steps"),
    [
        (timedelta(seconds=60), []),
        (timedelta(seconds=61), [(Kind.CLOCK_STEP, 61)]),
        (timedelta(seconds=-61), [(Kind.CLOCK_STEP, -61)]),
        (timedelta(days=1), [(Kind.CLOCK_STEP, 86_400)]),
        (timedelta(days=-1), [(Kind.CLOCK_STEP, -86_400)]),
        (datetime(1970, 1, 1, tzinfo=UTC) - NOON, [(Kind.CLOCK_STEP, -1_795_435_200)]),
        (datetime(2099, 1, 1, tzinfo=UTC) - NOON, [(Kind.CLOCK_STEP, 2_275_473_600)]),
    ],
)
def test_wall_and_monotonic_clock_may_differ_by_a_minute(before: Header, by: timedelta, steps: list[object]) -> None:
    assert told(before, NOON + timedelta(seconds=300) + by, 300) == steps


@pytest.mark.rule("T14")
def test_daylight_saving_and_a_long_rest_are_no_jump(before: Header) -> None:
    summer = timezone(timedelta(hours=2))
    assert told(before, (NOON + timedelta(hours=5)).astimezone(summer), 5 * 3600) == []


@pytest.mark.rule("E55")
def test_after_a_new_start_only_the_wall_clock_can_be_compared(before: Header) -> None:
    assert told(before, NOON + timedelta(days=3), -900, "boot-2") == [(Kind.BOOT, None)]
    assert told(before, NOON - timedelta(hours=2), -900, "boot-2") == [(Kind.BOOT, None), (Kind.CLOCK_STEP, -7200)]
    late = told(before, NOON + timedelta(days=401), -900, "boot-2")
    assert late == [(Kind.BOOT, None), (Kind.CLOCK_STEP, 86_400)]


@pytest.mark.rule("E55", "T14", "P10")
def test_a_jump_is_written_down_before_what_was_recorded_and_flags_the_answers_around_it() -> None:
    site = FakeSite()
    desk = site.desk()
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    first = start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE)
    site.answer(replace(first, turns=first.turns[:1]), {})
    desk.catch_up()
    (calm,) = desk.course(SUBJECT).filed
    site.clock.jump(timedelta(hours=-3))
    site.answer(replace(first, turns=first.turns[1:2]), {})
    desk.catch_up()
    (step,) = clock_steps(desk)
    assert step.expected is not None
    wrong = datetime.fromisoformat(step.after) - datetime.fromisoformat(step.expected)
    assert abs(wrong + timedelta(hours=3)) <= timedelta(seconds=1)
    assert site.log.kept[step.seq].header.kind is Kind.ANSWER, "the event it was written for follows"
    assert [event.header.seq for event in site.log.kept] == list(range(1, len(site.log.kept) + 1))
    later = desk.course(SUBJECT).filed[1]
    assert jumped_during(desk, clock_steps(desk), later.ses, later.seq)
    assert not jumped_during(desk, clock_steps(desk), calm.ses, calm.seq)
    assert len(desk.responses_of(SUBJECT)) == 2, "nothing is refused because of a clock"


@pytest.mark.rule("P10", "E53")
def test_a_new_start_of_the_device_is_written_down_once() -> None:
    site = FakeSite()
    desk = site.desk()
    site.clock.boot = "boot-2"
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    desk.enrol(make_subject("BER", 2), date(2026, 11, 20), "en")
    assert site.log.kinds()[1:] == [Kind.BOOT, Kind.ENROL, Kind.ENROL]
