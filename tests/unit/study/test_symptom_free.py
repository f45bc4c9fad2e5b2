from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotPresented, Skipped
from retnet_pro.instrument.model import (
    ContentHash,
    Direction,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    Method,
    ResponseScale,
    Scale,
    ScaleCode,
    Status,
)
from retnet_pro.study.symptom_free import Diary, Ending, intervals, read_diary

FIRST = date(2026, 2, 1)
FLUSH, STOOL = ItemId("flush-severity"), ItemId("stool-severity")


def after(days):
    return FIRST + timedelta(days=days)


def diary(days, flush=0, stool=0):
    return Diary(after(days), {FLUSH: flush, STOOL: stool})


def person(participant_with, **over):
    return participant_with(**{"symptomatic": True, "embolizations": (FIRST,), **over})


@pytest.fixture(scope="session")
def only(symptom_free_with, participant_with):
    """The one interval of a symptomatic participant with one embolization."""

    def find(diaries, **rule):
        (found,) = intervals(symptom_free_with(**rule), person(participant_with), diaries)
        return found

    return find


def test_the_interval_runs_from_the_first_free_diary_to_the_first_with_symptoms(only):
    found = only([diary(-7, 3, 3), diary(7, 2, 0), diary(14, 1, 0), diary(28, 0, 1), diary(42, 2, 0), diary(56, 0, 0)])
    assert (found.start, found.end, found.ending) == (after(14), after(42), Ending.RETURNED)
    assert (found.days, found.censored, found.cycle) == (28, False, 1)


def test_the_grade_cut_belongs_to_the_symptom(only):
    diaries = [diary(-7, 3, 3), diary(7), diary(14, 1)]
    assert only(diaries, grade_cut=1).ending is Ending.RETURNED
    assert only(diaries, grade_cut=2).ending is Ending.LAST_DIARY


def test_without_a_return_the_last_diary_censors(only):
    found = only([diary(7), diary(60)])
    assert (found.days, found.ending, found.censored) == (53, Ending.LAST_DIARY, True)


def test_the_study_may_count_from_the_embolization(only):
    assert only([diary(7), diary(60)], starts="embolization").days == 60


def test_only_symptoms_present_at_baseline_count(only):
    found = only([diary(-7, flush=3, stool=1), diary(7, 0, 3), diary(20, 3, 0)])
    assert (found.start, found.end) == (after(7), after(20))


def test_without_a_baseline_diary_all_symptoms_count(only):
    assert only([diary(7, 0, 3)]).ending is Ending.NEVER_FREE


def test_a_diary_on_the_day_of_embolization_belongs_to_the_time_before(only):
    assert only([diary(0, 3, 0), diary(7, 0, 3)]).ending is Ending.LAST_DIARY


def test_an_unanswered_symptom_neither_starts_nor_ends_an_interval(only):
    unknown = diary(14, None, 0)
    assert only([unknown]).ending is Ending.NOT_ASKED
    found = only([diary(7), unknown, diary(21, 3)])
    assert (found.start, found.end) == (after(7), after(21))
    assert only([diary(7), unknown]).end == after(7)


def test_a_symptom_that_is_present_speaks_though_another_is_unanswered(only):
    assert only([diary(7), diary(14, None, 3)]).ending is Ending.RETURNED


def test_where_confirmation_is_needed_the_next_diary_must_show_symptoms_too(only):
    single = [diary(7), diary(14, 3), diary(21), diary(28)]
    assert only(single, needs_confirmation=False).end == after(14)
    assert only(single, needs_confirmation=True).end == after(28)
    twice = [diary(7), diary(14, 3), diary(21), diary(28, 3), diary(35, 2)]
    assert only(twice, needs_confirmation=True).end == after(28)
    last = [diary(7), diary(14, 3)]
    assert only(last, needs_confirmation=True).censored


@pytest.mark.parametrize(("handling", "censored"), [("censors", True), ("ends", False)])
def test_the_next_embolization_closes_the_interval_as_the_study_says(
    symptom_free_with, participant_with, handling, censored
):
    rule = symptom_free_with(next_embolization=handling)
    twice = person(participant_with, embolizations=(FIRST, after(40)))
    first, second = intervals(rule, twice, [diary(14), diary(40), diary(54, 3), diary(61), diary(90, 3)])
    assert (first.start, first.end, first.ending) == (after(14), after(40), Ending.NEXT_EMBOLIZATION)
    assert first.censored is censored
    assert (second.cycle, second.start, second.end, second.ending) == (2, after(61), after(90), Ending.RETURNED)


@pytest.mark.parametrize("symptomatic", [False, None])
def test_only_participants_known_to_be_symptomatic_are_analysed(symptom_free_with, participant_with, symptomatic):
    others = person(participant_with, symptomatic=symptomatic)
    assert intervals(symptom_free_with(), others, [diary(7), diary(14, 3)]) == ()


def test_who_was_never_embolized_has_no_interval(symptom_free_with, participant_with):
    never = participant_with(symptomatic=True, embolizations=())
    assert intervals(symptom_free_with(), never, (diary(-5, flush=2), diary(30))) == ()


def count_and_severity():
    counts = ResponseScale(id="count", kind=ItemKind.COUNT, codes=tuple(range(31)))
    grades = ResponseScale(id="grade", kind=ItemKind.CHOICE, codes=(0, 1, 2, 3))

    def item(number, name, scale):
        return Item(
            id=ItemId(name),
            number=number,
            topic=name,
            scale=scale,
            recall=None,
            not_applicable=False,
            condition=None,
            status=Status.PROJECT,
        )

    items = (
        item(1, "flush-count", counts),
        item(2, "flush-severity", grades),
        item(3, "pain", grades),
    )
    burden = Scale(
        code=ScaleCode("burden"),
        name="burden",
        method=Method.COUNT_TIMES_SEVERITY,
        items=(ItemId("flush-count"), FLUSH),
        components=(),
        reversed=False,
        direction=Direction.HIGHER_WORSE,
        minimum_answered=2,
        variants=(),
        source="test",
        status=Status.PROJECT,
    )
    return Instrument(
        id=InstrumentId("diary"),
        version="1",
        title="diary",
        owner="test",
        needs_licence=False,
        minutes=2,
        response_scales={"count": counts, "grade": grades},
        recalls=(),
        items=items,
        scales=(burden,),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=ContentHash("0" * 64),
    )


@pytest.mark.parametrize(
    ("count", "severity", "grade"),
    [
        (Answered(4), Answered(3), 3),
        (Answered(0), NotPresented(), 0),
        (Answered(0), Skipped(), 0),
        (Answered(4), Skipped(), None),
        (Skipped(), NotPresented(), None),
    ],
)
def test_no_episode_is_no_symptom_and_silence_is_not_zero(count, severity, grade):
    answers = {ItemId("flush-count"): count, FLUSH: severity, ItemId("pain"): Answered(3)}
    assert read_diary(count_and_severity(), FIRST, answers).grades == {FLUSH: grade, ItemId("pain"): 3}


grade = st.none() | st.integers(0, 3)
diary_lists = st.lists(st.builds(diary, st.integers(-30, 300), grade, grade), max_size=12)


@given(
    diaries=diary_lists,
    gaps=st.lists(st.integers(20, 80), max_size=3),
    cut=st.integers(1, 3),
    confirmed=st.booleans(),
    starts=st.sampled_from(["embolization", "first-free-assessment"]),
)
def test_every_embolization_has_one_interval_inside_its_own_cycle(
    symptom_free_with, participant_with, diaries, gaps, cut, confirmed, starts
):
    days = [FIRST]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    rule = symptom_free_with(grade_cut=cut, needs_confirmation=confirmed, starts=starts)
    found = intervals(rule, person(participant_with, embolizations=tuple(days)), diaries)
    assert [interval.cycle for interval in found] == list(range(1, len(days) + 1))
    assert found == intervals(
        rule, person(participant_with, embolizations=tuple(days)), sorted(diaries, key=lambda d: d.on)
    )
    for interval, day, following in zip(found, days, [*days[1:], None], strict=True):
        if interval.start is None:
            assert interval.ending in (Ending.NEVER_FREE, Ending.NOT_ASKED)
            assert interval.days is None
            continue
        assert day <= interval.start <= interval.end
        assert following is None or interval.end <= following
        assert interval.censored is (interval.ending in (Ending.LAST_DIARY, Ending.NEXT_EMBOLIZATION))


@given(diaries=diary_lists)
def test_asking_for_confirmation_never_shortens_an_interval(only, diaries):
    plain, confirmed = only(diaries), only(diaries, needs_confirmation=True)
    assert plain.start == confirmed.start
    assert plain.days is None or plain.days <= confirmed.days
