"""How complete the forms are, per time point and group, with both denominators and an interval for each (E61 to E66).

The counts are those of `study.completion`; nothing is counted a second time here. A time point that comes back with
each embolization is one line: numerators and denominators of its visits are added up. In the fixed rate each of these
visits then asks for everybody in the population, also those who had fewer embolizations: it is a lower bound there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import statsmodels
from statsmodels.stats.proportion import proportion_confint

from retnet_pro.analysis.results import LEVEL, Estimate, Method, NotComputable, tool
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Completion

WILSON = Method(
    name="Share with Wilson interval",
    source="Wilson 1927, J Am Stat Assoc 22:209; denominators after SISAQOL 2020",
    tool=tool("statsmodels", statsmodels.__version__),
    assumes="Participants complete their forms independently of each other",
    missing="Missing forms are what is counted; assessments after death are not expected and not missing",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionPoint:
    """One form at one time point in one group."""

    at: str
    """The time point."""
    title: str
    instrument: InstrumentId
    group: str | None
    """None for everybody together."""
    variable: Estimate | NotComputable
    """Valid forms of those expected and due by now; `events` is the numerator, `n` the denominator."""
    fixed: Estimate | NotComputable
    """Valid forms of everybody in the population, likewise."""
    invalid: int
    absent: Mapping[Absence, int]
    unexplained: int
    awaited: int


def completion_points(rows: Iterable[Completion]) -> tuple[CompletionPoint, ...]:
    """Return one line per time point, form and group, in the order they first come."""
    lines: dict[tuple[str, InstrumentId, str | None], list[Completion]] = {}
    for row in rows:
        lines.setdefault((row.time_point, row.instrument, row.group), []).append(row)
    return tuple(_point(visits) for visits in lines.values())


def _point(visits: Sequence[Completion]) -> CompletionPoint:
    first = visits[0]
    reasons = [reason for reason in Absence if any(visit.absent.get(reason) for visit in visits)]
    return CompletionPoint(
        at=first.time_point,
        title=first.title,
        instrument=first.instrument,
        group=first.group,
        variable=_share(
            "Completion rate",
            first,
            sum(visit.variable.valid for visit in visits),
            sum(visit.variable.of for visit in visits),
        ),
        fixed=_share(
            "Available-data rate",
            first,
            sum(visit.fixed.valid for visit in visits),
            sum(visit.fixed.of for visit in visits),
        ),
        invalid=sum(visit.invalid for visit in visits),
        absent={reason: sum(visit.absent.get(reason, 0) for visit in visits) for reason in reasons},
        unexplained=sum(visit.unexplained for visit in visits),
        awaited=sum(visit.awaited for visit in visits),
    )


def _share(what: str, line: Completion, valid: int, of: int) -> Estimate | NotComputable:
    if of == 0:
        reason = "No form was expected yet"
        return NotComputable(what=what, group=line.group, at=line.time_point, reason=reason)
    low, high = proportion_confint(valid, of, alpha=1 - LEVEL, method="wilson")
    return Estimate(
        what=what,
        value=valid / of,
        low=float(low),
        high=float(high),
        n=of,
        events=valid,
        group=line.group,
        at=line.time_point,
        method=WILSON,
    )
