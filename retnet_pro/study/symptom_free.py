"""The symptom-free interval after each embolization, by the definition in the study file (design part 8, objective 2).

No public definition exists, so every choice is data (`SymptomFree`) or written here. Only participants who were
symptomatic at baseline have intervals. Only symptoms present at the last diary before the first embolization count;
where that diary is missing or shows none, all do. A diary in which one of them is unanswered and none is present says
nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.answering.sheet import Answered, Answers
from retnet_pro.instrument.model import Instrument, ItemId, ItemKind, Method
from retnet_pro.study.model import SymptomFree
from retnet_pro.study.participant import Participant

STARTS_AT_EMBOLIZATION = "embolization"
"""`SymptomFree.starts`: count from the day of the embolization. Any other value: from the first diary free of symptoms.

Either way there is an interval only once a diary is free of symptoms."""
ENDS = "ends"
"""`SymptomFree.next_embolization`: the next embolization ends the interval as an event. Otherwise it censors."""


class Ending(StrEnum):
    """What an interval ran into."""

    RETURNED = "returned"
    """A symptom came back at the chosen grade: the event."""
    NEXT_EMBOLIZATION = "next-embolization"
    LAST_DIARY = "last-diary"
    """Still free of symptoms when last asked."""
    NEVER_FREE = "never-free"
    """Asked after this embolization, and never free of symptoms."""
    NOT_ASKED = "not-asked"
    """No diary that says anything between this embolization and the next."""


@dataclass(frozen=True, slots=True)
class Diary:
    """One diary: the grade of each symptom, None where it is not known."""

    on: date
    grades: Mapping[ItemId, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The symptom-free interval after one embolization."""

    subject: str
    cycle: int
    """Number of the embolization, from 1."""
    start: date | None
    """None when there is no interval (`NEVER_FREE`, `NOT_ASKED`)."""
    end: date | None
    ending: Ending
    censored: bool
    """Whether the true end lies later than `end`."""

    @property
    def days(self) -> int | None:
        """Length in days; None when there is no interval."""
        return None if self.start is None or self.end is None else (self.end - self.start).days


def graded_items(instrument: Instrument) -> Mapping[ItemId, ItemId | None]:
    """Return the items that grade a symptom, each with the item that counts its episodes where there is one.

    In a symptom form every item answered with one of a few worded grades is one.
    """
    paired = {
        severity: count
        for scale in instrument.scales
        if scale.method is Method.COUNT_TIMES_SEVERITY
        for count, severity in zip(scale.items[::2], scale.items[1::2], strict=True)
    }
    return {item.id: paired.get(item.id) for item in instrument.items if item.scale.kind is ItemKind.CHOICE}


def read_diary(instrument: Instrument, on: date, answers: Answers) -> Diary:
    """Return the grades of one answered form. No episode at all is the lowest grade, also where severity was hidden."""
    return Diary(
        on,
        {item: _grade(instrument, answers, item, count) for item, count in graded_items(instrument).items()},
    )


def _grade(instrument: Instrument, answers: Answers, item: ItemId, count: ItemId | None) -> int | None:
    answer = answers.get(item)
    if isinstance(answer, Answered):
        return answer.code
    if count is not None and answers.get(count) == Answered(0):
        return instrument.by_id[item].scale.minimum
    return None


def intervals(rule: SymptomFree, participant: Participant, diaries: Iterable[Diary]) -> tuple[Interval, ...]:
    """Return one interval per embolization; none for participants not known to be symptomatic at baseline."""
    if participant.symptomatic is not True or not participant.embolizations:
        return ()
    ordered = sorted(diaries, key=lambda diary: diary.on)
    days = sorted(participant.embolizations)
    counted = _baseline_symptoms(rule, ordered, days)
    found: list[Interval] = []
    for cycle, (day, following) in enumerate(zip(days, [*days[1:], None], strict=True), start=1):
        said = _said(rule, ordered, counted, day, following)
        found.append(_interval(rule, participant.subject, cycle, day, following, said))
    return tuple(found)


def _baseline_symptoms(rule: SymptomFree, diaries: Sequence[Diary], days: Sequence[date]) -> frozenset[ItemId] | None:
    """Return the symptoms present at the last diary up to the day of the first embolization; None means all."""
    before = [diary for diary in diaries if days and diary.on <= days[0]]
    if not before:
        return None
    grades = before[-1].grades
    return frozenset(item for item, grade in grades.items() if grade is not None and grade >= rule.grade_cut) or None


def _said(
    rule: SymptomFree, diaries: Sequence[Diary], counted: frozenset[ItemId] | None, after: date, upto: date | None
) -> list[tuple[date, bool]]:
    """Return day and presence of symptoms for each telling diary of one cycle.

    A diary on the day of an embolization was given before it and belongs to the cycle it closes.
    """
    cycle = [diary for diary in diaries if after < diary.on and (upto is None or diary.on <= upto)]
    told = [(diary.on, _has_symptoms(rule, diary, counted)) for diary in cycle]
    return [(on, present) for on, present in told if present is not None]


def _has_symptoms(rule: SymptomFree, diary: Diary, counted: frozenset[ItemId] | None) -> bool | None:
    grades = [grade for item, grade in diary.grades.items() if counted is None or item in counted]
    if any(grade is not None and grade >= rule.grade_cut for grade in grades):
        return True
    return None if None in grades or not grades else False


def _interval(
    rule: SymptomFree,
    subject: str,
    cycle: int,
    embolized: date,
    following: date | None,
    said: Sequence[tuple[date, bool]],
) -> Interval:
    first_free = next((place for place, (_, present) in enumerate(said) if not present), None)
    if first_free is None:
        ending = Ending.NEVER_FREE if said else Ending.NOT_ASKED
        return Interval(subject=subject, cycle=cycle, start=None, end=None, ending=ending, censored=False)
    returned = _return_day(rule, said[first_free:])
    if returned is not None:
        end, ending, censored = returned, Ending.RETURNED, False
    elif following is not None:
        end, ending, censored = following, Ending.NEXT_EMBOLIZATION, rule.next_embolization != ENDS
    else:
        end, ending, censored = said[-1][0], Ending.LAST_DIARY, True
    start = embolized if rule.starts == STARTS_AT_EMBOLIZATION else said[first_free][0]
    return Interval(subject=subject, cycle=cycle, start=start, end=end, ending=ending, censored=censored)


def _return_day(rule: SymptomFree, said: Sequence[tuple[date, bool]]) -> date | None:
    """Return the day symptoms came back. Where confirmation is needed, the next telling diary must show them too."""
    for place, (on, present) in enumerate(said):
        is_confirmed = any(again for _, again in said[place + 1 : place + 2])
        if present and (is_confirmed or not rule.needs_confirmation):
            return on
    return None
