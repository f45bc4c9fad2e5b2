from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.instrument.model import InstrumentId, ScaleCode
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Rate, ReceivedForm, completion, scales_scored
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import visits

RANDOMISED = date(2026, 1, 10)
DAY = timedelta(days=1)
AFTER_ALL = date(2027, 1, 1)
CORE = InstrumentId("core")
WEEK12 = RANDOMISED + timedelta(days=84)


def form(subject, visit, scales=15, instrument=CORE):
    return ReceivedForm(subject, visit, instrument, scales)


def rows(study, people, forms=(), absences=None, as_of=AFTER_ALL, **more):
    found = completion(study, people, forms, absences or {}, as_of, **more)
    return {(row.visit, row.instrument, row.group): row for row in found}


def core_at(study, people, visit, forms=(), absences=None, as_of=AFTER_ALL, group=None):
    return rows(study, people, forms, absences, as_of)[visit, CORE, group]


@pytest.mark.rule("E61", "E62", "E63")
def test_both_rates_stand_as_counted_numbers(study, participant_with):
    people = [participant_with(f"S1-{n:03d}") for n in range(1, 5)]
    people[3] = participant_with("S1-004", withdrew=RANDOMISED + DAY)
    row = core_at(study, people, "week12", [form("S1-001", "week12"), form("S1-002", "week12")])
    assert (row.variable, row.fixed) == (Rate(2, 3), Rate(2, 4))
    assert row.variable.share == pytest.approx(2 / 3)
    assert row.unexplained == 1


@pytest.mark.rule("E64")
def test_the_dead_leave_the_variable_denominator_from_the_date_of_death(study, participant_with):
    died_before = [participant_with(died=WEEK12)]
    died_after = [participant_with(died=WEEK12 + DAY)]
    assert core_at(study, died_before, "week12").variable == Rate(0, 0)
    assert core_at(study, died_before, "week12").variable.share is None
    assert core_at(study, died_before, "week12").fixed == Rate(0, 1)
    assert core_at(study, died_after, "week12").variable == Rate(0, 1)


@pytest.mark.rule("E65")
@pytest.mark.parametrize(("scales", "valid", "invalid"), [(1, 0, 1), (2, 1, 0)])
def test_the_study_file_says_which_form_counts(study, participant_with, scales, valid, invalid):
    row = core_at(study, [participant_with()], "baseline", [form("S1-001", "baseline", scales)])
    assert (row.variable, row.fixed, row.invalid, row.unexplained) == (Rate(valid, 1), Rate(valid, 1), invalid, 0)


@pytest.mark.rule("E65")
def test_a_scale_counts_once_however_many_variants_scored_it():
    def score(code, value, variant):
        why = None if value is not None else Why.TOO_FEW_ANSWERED
        return Score(ScaleCode(code), value, why, 1, 1, variant, "1")

    assert scales_scored([score("TR", 0.0, "A"), score("TR", 0.0, "B"), score("GI", None, "A")]) == 1


@pytest.mark.rule("E66")
def test_absent_forms_are_told_apart_by_reason(study, participant_with):
    people = [participant_with(f"S1-{n:03d}") for n in range(1, 5)]
    reasons = {
        ("S1-001", "baseline", CORE): Absence.TOO_ILL,
        ("S1-002", "baseline", CORE): Absence.TOO_ILL,
        ("S1-003", "baseline", CORE): Absence.REFUSED,
    }
    row = core_at(study, people, "baseline", absences=reasons)
    assert row.absent == {Absence.REFUSED: 1, Absence.TOO_ILL: 2}
    assert row.unexplained == 1


@pytest.mark.rule("E66")
def test_a_form_that_came_after_all_beats_its_reason(study, participant_with):
    reasons = {("S1-001", "baseline", CORE): Absence.TECHNICAL}
    row = core_at(study, [participant_with()], "baseline", [form("S1-001", "baseline")], reasons)
    assert (row.variable, row.absent) == (Rate(1, 1), {})


@pytest.mark.rule("E61")
def test_an_open_window_counts_for_neither_side_of_the_completion_rate(study, participant_with):
    people = [participant_with("S1-001"), participant_with("S1-002")]
    taken = [form("S1-001", "baseline")]
    closes = RANDOMISED + timedelta(days=3)
    still_open = core_at(study, people, "baseline", taken, as_of=closes)
    assert (still_open.variable, still_open.fixed, still_open.awaited) == (Rate(0, 0), Rate(1, 2), 1)
    closed = core_at(study, people, "baseline", taken, as_of=closes + DAY)
    assert (closed.variable, closed.fixed, closed.awaited) == (Rate(1, 2), Rate(1, 2), 0)


@pytest.mark.rule("E62")
def test_a_form_given_outside_expectations_is_available_but_not_complete(study, participant_with):
    person = participant_with(progressed=WEEK12 - DAY)
    row = core_at(study, [person], "week12", [form("S1-001", "week12")])
    assert (row.variable, row.fixed) == (Rate(0, 0), Rate(1, 1))


@pytest.mark.rule("E62")
def test_the_population_is_everybody_randomised(study, participant_with):
    people = [participant_with("S1-001"), participant_with("S1-002", randomised=None, arm=None)]
    assert core_at(study, people, "baseline").fixed == Rate(0, 1)


def test_embolization_visits_are_counted_per_cycle(study, participant_with):
    first, second = RANDOMISED + 7 * DAY, RANDOMISED + 50 * DAY
    people = [
        participant_with("S1-001", embolizations=(first, second)),
        participant_with("S1-002", embolizations=(first,)),
    ]
    found = rows(study, people, [form("S1-001", "post2w-1"), form("S1-001", "post2w-2")])
    assert found["post2w-1", CORE, None].variable == Rate(1, 2)
    assert found["post2w-2", CORE, None].variable == Rate(1, 1)
    assert found["post2w-2", CORE, None].fixed == Rate(1, 2)


def test_an_arm_closed_to_randomisation_still_counts(study, participant_with):
    people = [participant_with("S1-001", arm="deb"), participant_with("S1-002", arm="be")]
    taken = [form("S1-001", "week12")]
    assert core_at(study, people, "week12", taken, group="deb").variable == Rate(1, 1)
    assert core_at(study, people, "week12", taken, group="be").variable == Rate(0, 1)


@pytest.mark.rule("E67")
def test_any_grouping_will_do(study, participant_with):
    people = [participant_with("S1-001"), participant_with("S2-001")]
    found = rows(study, people, [form("S2-001", "baseline")], group_of=lambda person: person.subject[:2])
    assert [found["baseline", CORE, site].variable for site in ("S1", "S2")] == [Rate(0, 1), Rate(1, 1)]


def test_rows_follow_the_schedule_and_the_order_of_forms(study, participant_with):
    person = participant_with(embolizations=(RANDOMISED + 7 * DAY,))
    found = [(row.visit, row.instrument, row.group) for row in completion(study, [person], (), {}, AFTER_ALL)]
    whole = [slot[:2] for slot in found if slot[2] is None]
    assert whole == [
        ("baseline", "core"), ("baseline", "module"), ("post2w-1", "core"), ("post2w-1", "diary"),
        ("week12", "core"), ("week12", "module"), ("week12", "diary"),
    ]  # fmt: skip


days = st.dates(date(2026, 1, 1), date(2026, 8, 1))


@st.composite
def trials(draw):
    people = [
        Participant(
            subject=f"S1-{n:03d}",
            arm=draw(st.sampled_from(["be", "ctace", "deb"])),
            enrolled=date(2026, 1, 1),
            randomised=draw(st.none() | days),
            embolizations=tuple(draw(st.lists(days, max_size=2, unique=True))),
            withdrew=draw(st.none() | days),
            died=draw(st.none() | days),
        )
        for n in range(draw(st.integers(0, 5)))
    ]
    key = st.tuples(
        st.sampled_from([person.subject for person in people] or ["S1-000"]),
        st.sampled_from(["baseline", "post2w-1", "post2w-2", "week12"]),
    )
    forms = [form(*which, scales=draw(st.integers(0, 3))) for which in draw(st.lists(key, max_size=8))]
    reasons = {(*which, CORE): draw(st.sampled_from(Absence)) for which in draw(st.lists(key, max_size=5))}
    return people, forms, reasons, draw(days)


@pytest.mark.rule("E61", "E62", "E63")
@settings(max_examples=60)
@given(trial=trials())
def test_the_counts_add_up_and_every_arm_is_part_of_the_whole(study, trial):
    people, forms, reasons, as_of = trial
    found = rows(study, people, forms, reasons, as_of)
    for (visit, instrument, group), row in found.items():
        explained = row.variable.valid + row.invalid + sum(row.absent.values()) + row.unexplained
        assert row.variable.of == explained
        assert row.unexplained >= 0
        assert 0 <= row.variable.valid <= row.fixed.valid <= row.fixed.of
        assert row.variable.of + row.awaited <= row.fixed.of
        if group is None:
            arms = [found[key] for key in found if key[:2] == (visit, instrument) and key[2] is not None]
            assert row.variable == Rate(sum(a.variable.valid for a in arms), sum(a.variable.of for a in arms))
            assert row.fixed == Rate(sum(a.fixed.valid for a in arms), sum(a.fixed.of for a in arms))


@pytest.mark.rule("E61")
@given(trial=trials())
def test_the_variable_denominator_is_the_number_of_people_expected(study, trial):
    people, forms, reasons, _ = trial
    for (visit, _, group), row in rows(study, people, forms, reasons).items():
        expected = sum(
            visit in {v.id for v in visits(study, person)}
            for person in people
            if person.randomised is not None and group in (None, person.arm)
        )
        assert row.variable.of == expected
