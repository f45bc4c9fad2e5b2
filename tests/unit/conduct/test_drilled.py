"""Restore drills are written down with their outcome, and the next one is due a quarter of a year later (P81)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from retnet_pro.conduct.drilled import EVERY, KEY_FILE, DrillOutcome, drill_state, drills, keep_drill
from retnet_pro.record.event import EventHash, Head, Kind
from tests.fakes import COORDINATOR, FakeSite

pytestmark = pytest.mark.rule("P81")
FINE = DrillOutcome(
    copy="copy.db", sha256="a" * 64, head=Head(9, EventHash("b" * 64)), findings=0, payloads=4, participants=1,
    responses=3,
)  # fmt: skip


@pytest.fixture
def site():
    site = FakeSite()
    site.clock.set_day(date(2026, 11, 23))
    return site


def state(site, *, has_backup=True, later=timedelta(0)):
    return drill_state(site.log, site.pen.key.public, site.pen.clock().wall + later, has_backup=has_backup)


def test_a_drill_never_done_is_due_once_there_is_a_backup(site):
    assert (state(site).last, state(site).due, state(site).is_overdue) == (None, None, True)
    assert not state(site, has_backup=False).is_overdue


def test_a_drill_is_an_event_with_counts_only_and_the_next_one_is_due_a_quarter_later(site):
    event = keep_drill(site.pen, FINE, by=COORDINATOR)
    assert (event.header.kind, event.header.who, event.header.role) == (Kind.DRILL, "coordinator", "coordinator")
    assert event.sealed is None and event.header.note["outcome"] == "passed"
    now = state(site, later=timedelta(minutes=1))
    assert (now.last.is_passed, now.last.payloads, now.last.participants, now.last.responses) == (True, 4, 1, 3)
    assert now.due == (site.pen.clock().wall + EVERY).date()
    assert not state(site, later=EVERY - timedelta(hours=1)).is_overdue
    assert state(site, later=EVERY + timedelta(hours=1)).is_overdue


def test_a_drill_that_failed_is_due_again_at_once(site):
    keep_drill(site.pen, FINE, by=COORDINATOR)
    keep_drill(site.pen, replace(FINE, findings=2, payloads=None, participants=None, responses=None), by=None)
    now = state(site, later=timedelta(minutes=1))
    assert (now.due, now.is_overdue, now.last.findings, now.last.payloads) == (None, True, 2, None)
    assert now.last.who == KEY_FILE and len(drills(site.log, site.pen.key.public)) == 2


def test_a_drill_whose_time_is_still_to_come_counts_for_nothing(site):
    keep_drill(site.pen, FINE, by=COORDINATOR)
    assert state(site, later=-timedelta(days=1)).is_overdue
