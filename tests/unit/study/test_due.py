from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.due import AHEAD_DAYS, CLOSING_DAYS, WindowState, due_list, window_state
from retnet_pro.study.visits import visits

RANDOMISED = date(2026, 1, 10)
DAY = timedelta(days=1)
MINUTES = {InstrumentId("core"): 11, InstrumentId("module"): 7}
OPENS, CLOSES = date(2026, 3, 25), date(2026, 4, 14)


def on(study, people, today, done=None, **more):
    return due_list(study, people, done or {}, today, minutes=MINUTES, **more)


def week12(study, person, today, done=None, **more):
    found = [due for due in on(study, [person], today, done, **more) if due.visit.id == "week12"]
    return found[0] if found else None


@pytest.mark.rule("E60")
@pytest.mark.parametrize(
    ("today", "state"),
    [
        (OPENS - DAY, WindowState.UPCOMING),
        (OPENS, WindowState.OPEN),
        (CLOSES - timedelta(days=CLOSING_DAYS + 1), WindowState.OPEN),
        (CLOSES - timedelta(days=CLOSING_DAYS), WindowState.CLOSING),
        (CLOSES, WindowState.CLOSING),
        (CLOSES + DAY, WindowState.OVERDUE),
    ],
)
def test_the_state_of_a_window_to_the_day(study, participant_with, today, state):
    due = week12(study, participant_with(), today)
    assert due.state is state
    assert due.days_left == (CLOSES - today).days


def test_windows_far_ahead_are_not_listed(study, participant_with):
    ahead = OPENS - timedelta(days=AHEAD_DAYS)
    assert week12(study, participant_with(), ahead).state is WindowState.UPCOMING
    assert week12(study, participant_with(), ahead - DAY) is None
    assert week12(study, participant_with(), ahead - DAY, ahead_days=AHEAD_DAYS + 1) is not None


@pytest.mark.rule("E57")
def test_missing_forms_keep_their_order_and_add_up_their_minutes(study, participant_with):
    person = participant_with()
    assert week12(study, person, OPENS).missing == ("core", "module", "diary")
    assert week12(study, person, OPENS).minutes == 18
    left = week12(study, person, OPENS, {(person.subject, "week12"): {"core"}})
    assert (left.missing, left.minutes) == (("module", "diary"), 7)


def test_a_finished_visit_shows_as_done_until_its_window_closes(study, participant_with):
    person = participant_with()
    done = {(person.subject, "week12"): {"core", "module", "diary"}}
    assert week12(study, person, CLOSES, done).state is WindowState.DONE
    assert week12(study, person, CLOSES + DAY, done) is None


@pytest.mark.rule("E66")
def test_a_form_with_a_recorded_reason_is_no_longer_missing(study, participant_with):
    person = participant_with()
    excused = {(person.subject, "week12"): {"module", "diary"}}
    assert week12(study, person, CLOSES + DAY, excused=excused).missing == ("core",)


@pytest.mark.rule("E64")
def test_nobody_is_asked_after_death_or_withdrawal(study, participant_with):
    for over in ({"died": OPENS}, {"withdrew": OPENS}):
        assert on(study, [participant_with(**over)], OPENS - DAY) != ()
        assert on(study, [participant_with(**over)], OPENS) == ()


def test_what_is_lost_first_comes_first(study, participant_with):
    today = date(2026, 4, 11)
    people = [
        participant_with("S1-001", randomised=today - timedelta(days=84 + 30)),
        participant_with("S1-002", randomised=today),
        participant_with("S1-003", randomised=RANDOMISED),
        participant_with("S1-004", randomised=today + timedelta(days=10)),
    ]
    done = {("S1-001", "baseline"): {"core", "module"}, ("S1-003", "baseline"): {"core", "module"}}
    listed = [(due.subject, due.state) for due in on(study, people, today, done)]
    assert listed == [
        ("S1-002", WindowState.CLOSING),
        ("S1-003", WindowState.CLOSING),
        ("S1-001", WindowState.OVERDUE),
        ("S1-004", WindowState.UPCOMING),
    ]


@given(
    shifts=st.lists(st.integers(-200, 200), max_size=6),
    finished=st.sets(st.sampled_from(["core", "module", "diary"])),
    today=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
def test_the_list_is_sorted_and_tells_the_same_as_each_window(study, participant_with, shifts, finished, today):
    people = [
        participant_with(f"S1-{n:03d}", randomised=RANDOMISED + timedelta(days=shift)) for n, shift in enumerate(shifts)
    ]
    done = {(person.subject, "week12"): finished for person in people}
    listed = on(study, people, today, done)
    order = list(WindowState)
    ranks = [(order.index(due.state), due.visit.closes) for due in listed]
    assert ranks == sorted(ranks)
    assert on(study, list(reversed(people)), today, done) == listed
    for due in listed:
        assert due.state is window_state(due.visit, due.missing, today, CLOSING_DAYS)
        assert set(due.missing).isdisjoint(done.get((due.subject, due.visit.id), ()))
    open_now = {(p.subject, v.id) for p in people for v in visits(study, p) if v.is_open(today)}
    assert open_now <= {(due.subject, due.visit.id) for due in listed}
