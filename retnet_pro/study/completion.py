"""How complete the forms are: both SISAQOL rates per visit, form and group, as counted numbers (rules E61–E65, E67).

Two denominators answer two questions. *Variable*: of those alive and in the study, with a window that has closed, how
many gave a valid form. *Fixed*: of everybody in the PRO population, how many did. Neither is ever shown alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.scoring.score import Score
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import Visit, last_expected_day, planned_visits

FormKey = tuple[str, str, InstrumentId]
"""Subject, visit id, instrument."""
_Slot = tuple[str, InstrumentId]
"""Visit id, instrument: what one row is about."""


@dataclass(frozen=True, slots=True)
class ReceivedForm:
    """One form that came in; `scales_scored` decides whether it is valid."""

    subject: str
    visit: str
    instrument: InstrumentId
    scales_scored: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its absolute numbers (rule E63)."""

    valid: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nobody is in the denominator."""
        return self.valid / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One form at one visit in one group. ``variable.of == variable.valid + invalid + sum(absent) + unexplained``."""

    visit: str
    time_point: str
    title: str
    cycle: int | None
    instrument: InstrumentId
    group: str | None
    """Arm, site or whatever the caller groups by; None for everybody together."""
    variable: Rate
    """Completion rate (rule E61)."""
    fixed: Rate
    """Available-data rate (rule E62)."""
    invalid: int
    """Expected forms that came in and are not valid by the study's rule."""
    absent: Mapping[Absence, int]
    """Expected forms that did not come, by recorded reason (rule E66); only reasons that occur."""
    unexplained: int
    """Expected forms that did not come and have no reason yet."""
    awaited: int
    """Expected forms still to come, with a window that has not closed; in neither part of the completion rate."""


def scales_scored(scores: Iterable[Score]) -> int:
    """Return how many scales of a form have a value, each counted once however many variants scored it."""
    return len({score.code for score in scores if score.value is not None})


def is_valid(study: Study, form: ReceivedForm) -> bool:
    """Whether a form counts, by the rule in the study file (rule E65)."""
    return form.scales_scored >= study.valid_form_minimum_scales


def arm_of(participant: Participant) -> str | None:
    """Return the arm; the usual grouping."""
    return participant.arm


def pro_population(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants of the fixed denominator: everybody randomised (rule E62)."""
    return tuple(person for person in participants if person.randomised is not None)


def completion(
    study: Study,
    participants: Iterable[Participant],
    forms: Iterable[ReceivedForm],
    absences: Mapping[FormKey, Absence],
    as_of: date,
    *,
    group_of: Callable[[Participant], str | None] = arm_of,
) -> tuple[Completion, ...]:
    """Return one row per visit and form, first for everybody, then per group in order of name.

    A form counts for the completion rate when its target date lies before expectations stopped (see `visits`; death
    counts from its own date, rule E64) and its window closed before `as_of`. Forms of others still count as available
    data. Two forms for the same key are counted once, valid if one of them is.
    """
    population = pro_population(participants)
    received = _received(study, forms)
    plans = [(person, _plan(study, person)) for person in population]
    slots = _slots(study, [plan.planned for _, plan in plans])
    groups = sorted({name for person in population if (name := group_of(person)) is not None})
    tallies = {name: _Tally() for name in (None, *groups)}
    for person, plan in plans:
        for group in {None, group_of(person)}:
            tallies[group].add(person.subject, plan, received, absences, as_of)
    return tuple(
        tallies[group].row(visit, instrument, group)
        for (_, instrument), visit in slots.items()
        for group in (None, *groups)
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The visits of one participant, worked out once for every group they are counted in."""

    planned: tuple[Visit, ...]
    expected: tuple[Visit, ...]


def _plan(study: Study, person: Participant) -> _Plan:
    planned = planned_visits(study, person)
    last = last_expected_day(study, person)
    return _Plan(planned, tuple(visit for visit in planned if last is None or visit.target <= last))


class _Tally:
    """Counts of one group; it has state because it is fed one participant at a time."""

    def __init__(self) -> None:
        self.people = 0
        self.expected: Counter[_Slot] = Counter()
        self.valid: Counter[_Slot] = Counter()
        self.available: Counter[_Slot] = Counter()
        self.invalid: Counter[_Slot] = Counter()
        self.awaited: Counter[_Slot] = Counter()
        self.absent: dict[_Slot, Counter[Absence]] = {}

    def add(
        self,
        subject: str,
        plan: _Plan,
        received: Mapping[FormKey, bool],
        absences: Mapping[FormKey, Absence],
        as_of: date,
    ) -> None:
        """Count one participant of the population."""
        self.people += 1
        for visit, instrument in _pairs(plan.planned):
            self.available[visit.id, instrument] += received.get((subject, visit.id, instrument), False)
        for visit, instrument in _pairs(plan.expected):
            key = (subject, visit.id, instrument)
            if visit.closes < as_of:
                self._expect((visit.id, instrument), received.get(key), absences.get(key))
            elif key not in received:
                self.awaited[visit.id, instrument] += 1

    def _expect(self, slot: _Slot, is_valid_form: bool | None, reason: Absence | None) -> None:
        self.expected[slot] += 1
        match is_valid_form, reason:
            case True, _:
                self.valid[slot] += 1
            case False, _:
                self.invalid[slot] += 1
            case None, Absence():
                self.absent.setdefault(slot, Counter())[reason] += 1
            case _:
                pass

    def row(self, visit: Visit, instrument: InstrumentId, group: str | None) -> Completion:
        """Return the counts of one slot."""
        slot = (visit.id, instrument)
        reasons = self.absent.get(slot, Counter())
        return Completion(
            visit=visit.id,
            time_point=visit.time_point,
            title=visit.title,
            cycle=visit.cycle,
            instrument=instrument,
            group=group,
            variable=Rate(self.valid[slot], self.expected[slot]),
            fixed=Rate(self.available[slot], self.people),
            invalid=self.invalid[slot],
            absent={reason: reasons[reason] for reason in Absence if reasons[reason]},
            unexplained=self.expected[slot] - self.valid[slot] - self.invalid[slot] - reasons.total(),
            awaited=self.awaited[slot],
        )


def _received(study: Study, forms: Iterable[ReceivedForm]) -> Mapping[FormKey, bool]:
    """Return per form whether it is valid; of two for the same key a valid one wins."""
    received: dict[FormKey, bool] = {}
    for form in forms:
        key = (form.subject, form.visit, form.instrument)
        received[key] = received.get(key, False) or is_valid(study, form)
    return received


def _slots(study: Study, plans: Iterable[Sequence[Visit]]) -> Mapping[_Slot, Visit]:
    """Return every visit and form anybody has planned, in the order of the study file, then of the embolizations."""
    order = {point.id: place for place, point in enumerate(study.time_points)}
    found = {visit.id: visit for planned in plans for visit in planned}
    ordered = sorted(found.values(), key=lambda visit: (order[visit.time_point], visit.cycle or 0))
    return {(visit.id, instrument): visit for visit, instrument in _pairs(ordered)}


def _pairs(found: Iterable[Visit]) -> Iterator[tuple[Visit, InstrumentId]]:
    for visit in found:
        for instrument in visit.instruments:
            yield visit, instrument
