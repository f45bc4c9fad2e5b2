"""The time between embolization cycles (secondary objective 1), by group.

Two readings, told side by side. *Gaps*: the days between one embolization and the next, of those who had a next one;
who needed none, or could have none, is not in it, so that it says how treatment was paced and not how long it lasted.
*Until the next*: the same time as a survival time, where who had no further embolization is censored when last known;
this needs the censoring to have nothing to do with the need for treatment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.spread import Spread, spread
from retnet_pro.analysis.time_to_event import LeftOut, Times, TimeToEvent

NEXT, NO_NEXT = "next embolization", "no further embolization when last known"
_WHAT = "Days to the next embolization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """The embolizations of one participant."""

    subject: str
    group: str
    embolizations: Sequence[date]
    last_known: date
    """Death, withdrawal, or the last day of the data, whichever was first."""

    @property
    def ordered(self) -> Sequence[date]:
        """The embolizations up to the last day known, in order, one a day."""
        return sorted({day for day in self.embolizations if day <= self.last_known})


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleGaps:
    """The gaps after one cycle in one group."""

    group: str
    cycle: int | None
    """The gap between this embolization, counted from 1, and the next; None for all gaps together."""
    treated: int
    """Participants who had this embolization; for all gaps, who had any."""
    gaps: Spread | NotComputable
    """In days."""


def cycle_gaps(people: Iterable[Treated]) -> tuple[CycleGaps, ...]:
    """Return the gaps of each group: all of them, then cycle by cycle as far as anybody had a next one."""
    members: dict[str, list[Sequence[date]]] = {}
    for one in people:
        members.setdefault(one.group, []).append(one.ordered)
    found: list[CycleGaps] = []
    for group in sorted(members):
        courses = members[group]
        every = [gap for days in courses for gap in _gaps(days)]
        had = sum(bool(days) for days in courses)
        found.append(CycleGaps(group=group, cycle=None, treated=had, gaps=spread(every, what=_WHAT, group=group)))
        for cycle in range(1, max((len(days) for days in courses), default=0)):
            after = [_gaps(days)[cycle - 1] for days in courses if len(days) > cycle]
            treated = sum(len(days) >= cycle for days in courses)
            found.append(
                CycleGaps(group=group, cycle=cycle, treated=treated, gaps=spread(after, what=_WHAT, group=group))
            )
    return tuple(found)


def _gaps(days: Sequence[date]) -> list[float]:
    return [float((after - before).days) for before, after in pairwise(days)]


def until_next(people: Iterable[Treated], *, cycle: int = 1) -> Times:
    """Return the time from one embolization to the next, one per participant who had the first of them."""
    counted: list[TimeToEvent] = []
    left_out: list[LeftOut] = []
    for one in people:
        days = one.ordered
        if len(days) < cycle:
            left_out.append(LeftOut(subject=one.subject, reason=f"had no embolization {cycle}"))
            continue
        has_next = len(days) > cycle
        end = days[cycle] if has_next else one.last_known
        counted.append(
            TimeToEvent(
                subject=one.subject,
                group=one.group,
                days=(end - days[cycle - 1]).days,
                happened=has_next,
                why=NEXT if has_next else NO_NEXT,
            )
        )
    return Times(counted=tuple(counted), left_out=tuple(left_out))
