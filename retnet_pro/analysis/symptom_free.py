"""Symptom-free intervals by group (secondary objective 2), under the definition in the study file.

Which intervals there are, and what ended them, is decided in `study.symptom_free`; here they become times. Only
participants symptomatic at baseline are in any denominator. A participant may have one interval per embolization; they
are not independent, so that the curve takes the first embolization after which there is one, and all of them are only
counted. Diaries that did not come end nothing: an interval runs on to the next diary that says something.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from retnet_pro.analysis.time_to_event import LeftOut, Times, TimeToEvent
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import Ending, Interval

_TOLD: Mapping[Ending, str] = {
    Ending.RETURNED: "symptoms came back",
    Ending.NEXT_EMBOLIZATION: "next embolization",
    Ending.LAST_DIARY: "last diary",
    Ending.NEVER_FREE: "never free of symptoms after an embolization",
    Ending.NOT_ASKED: "no diary that says anything after an embolization",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomFreeCounts:
    """Who is in the denominator of one group, and what became of all intervals."""

    group: str
    participants: int
    symptomatic: int
    """The denominator."""
    not_symptomatic: int
    not_determined: int
    """Nobody recorded whether there were symptoms at baseline; not in the denominator."""
    embolizations: int
    """Of those in the denominator."""
    endings: Mapping[Ending, int]
    """Embolizations by what followed; they add up to `embolizations`."""


def first_intervals(
    people: Iterable[Participant], intervals: Iterable[Interval], group_of: Callable[[Participant], str | None]
) -> Times:
    """Return the first interval of each participant as a time; everybody else is left out with the reason.

    Args:
        people: everybody randomised.
        intervals: what `study.symptom_free.intervals` found for them.
        group_of: what is compared.
    """
    found: dict[str, list[Interval]] = {}
    for interval in intervals:
        found.setdefault(interval.subject, []).append(interval)
    counted: list[TimeToEvent] = []
    left_out: list[LeftOut] = []
    for person in people:
        one = _first(person, group_of(person), found.get(person.subject, []))
        if isinstance(one, TimeToEvent):
            counted.append(one)
        else:
            left_out.append(LeftOut(subject=person.subject, reason=one))
    return Times(counted=tuple(counted), left_out=tuple(left_out))


def _first(person: Participant, group: str | None, intervals: Iterable[Interval]) -> TimeToEvent | str:
    if person.symptomatic is None:
        return "nobody recorded whether there were symptoms at baseline"
    if not person.symptomatic:
        return "had no tumour symptoms at baseline"
    if group is None:
        return "has no group on record"
    ordered = sorted(intervals, key=lambda interval: interval.cycle)
    for interval in ordered:
        if interval.days is not None:
            return TimeToEvent(
                subject=person.subject,
                group=group,
                days=interval.days,
                happened=not interval.censored,
                why=_TOLD[interval.ending],
            )
    if not ordered:
        return "was not embolized"
    never = any(interval.ending is Ending.NEVER_FREE for interval in ordered)
    return _TOLD[Ending.NEVER_FREE if never else Ending.NOT_ASKED]


def symptom_free_counts(
    people: Iterable[Participant], intervals: Iterable[Interval], group_of: Callable[[Participant], str | None]
) -> tuple[SymptomFreeCounts, ...]:
    """Return the denominators and the endings of each group, groups in order of name."""
    members: dict[str, list[Participant]] = {}
    for person in people:
        if (group := group_of(person)) is not None:
            members.setdefault(group, []).append(person)
    endings: dict[str, Counter[Ending]] = {}
    for interval in intervals:
        endings.setdefault(interval.subject, Counter())[interval.ending] += 1
    return tuple(_counts(group, members[group], endings) for group in sorted(members))


def _counts(group: str, members: Iterable[Participant], endings: Mapping[str, Counter[Ending]]) -> SymptomFreeCounts:
    said = Counter(person.symptomatic for person in members)
    ends: Counter[Ending] = Counter()
    for person in members:
        ends += endings.get(person.subject, Counter())
    return SymptomFreeCounts(
        group=group,
        participants=said.total(),
        symptomatic=said[True],
        not_symptomatic=said[False],
        not_determined=said[None],
        embolizations=ends.total(),
        endings={ending: ends[ending] for ending in Ending},
    )
