"""Adverse events by group (secondary objective: toxicity), each participant once per kind, with the worst grade.

Grades are those of CTCAE that staff recorded. An event counts from the first embolization on; one whose begin is not
known, or only to the month, counts when it can have begun then: rather one too many than one too few. The denominator
is who was treated *and* asked afterwards: nobody who was never asked is taken to have had nothing. They are told beside
it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import statsmodels
from statsmodels.stats.proportion import proportion_confint

from retnet_pro.analysis.results import LEVEL, Estimate, Method, NotComputable, tool
from retnet_pro.analysis.staff_forms import AdverseEvent, Asked

SEVERE = 3
"""The lowest grade that trials report as severe."""
_UNRELATED = 1
EXACT = Method(
    name="Share of participants with exact interval",
    source="Clopper and Pearson 1934, Biometrika 26:404",
    tool=tool("statsmodels", statsmodels.__version__),
    assumes="Participants have events independently of each other",
    missing="Who was never asked after treatment is in no denominator",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One kind of event in one group."""

    group: str
    kind: int | None
    """None for any event at all."""
    worst: Mapping[int, int]
    """Participants by their worst grade."""
    events: int
    serious: int
    """Participants with a serious one."""
    related: int
    """Participants with one that is possibly or surely related."""
    any_grade: Estimate | NotComputable
    severe: Estimate | NotComputable


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupToxicity:
    """One group."""

    group: str
    treated: int
    asked: int
    """Of the treated, who was asked afterwards: the denominator."""
    lines: Sequence[EventLine]
    """Any event first, then by kind in order of code."""


def toxicity(
    events: Iterable[AdverseEvent], asked: Iterable[Asked], first_treated: Mapping[str, date], arms: Mapping[str, str]
) -> tuple[GroupToxicity, ...]:
    """Return one summary per group, groups in order of name.

    Args:
        events: all events.
        asked: all times somebody asked.
        first_treated: the first embolization of each treated subject.
        arms: the group of each subject.
    """
    heard = {one.subject for one in asked if one.subject in first_treated and one.on >= first_treated[one.subject]}
    emerged = [event for event in events if event.subject in heard and _is_after(event, first_treated[event.subject])]
    treated: dict[str, set[str]] = {}
    for subject in first_treated:
        if subject in arms:
            treated.setdefault(arms[subject], set()).add(subject)
    kinds = sorted({event.kind for event in emerged})
    return tuple(_group(group, treated[group], heard, emerged, kinds) for group in sorted(treated))


def _is_after(event: AdverseEvent, treated: date) -> bool:
    return event.began_last is None or event.began_last >= treated


def _group(
    group: str, treated: set[str], heard: set[str], events: Sequence[AdverseEvent], kinds: Sequence[int]
) -> GroupToxicity:
    asked = treated & heard
    own = [event for event in events if event.subject in asked]
    lines = [_line(group, None, own, len(asked))]
    lines += [_line(group, kind, [event for event in own if event.kind == kind], len(asked)) for kind in kinds]
    return GroupToxicity(group=group, treated=len(treated), asked=len(asked), lines=tuple(lines))


def _line(group: str, kind: int | None, events: Sequence[AdverseEvent], asked: int) -> EventLine:
    worst: dict[str, int] = {}
    for event in events:
        worst[event.subject] = max(event.grade, worst.get(event.subject, 0))
    return EventLine(
        group=group,
        kind=kind,
        worst={grade: sum(one == grade for one in worst.values()) for grade in sorted(set(worst.values()))},
        events=len(events),
        serious=len({event.subject for event in events if event.serious}),
        related=len({event.subject for event in events if event.related > _UNRELATED}),
        any_grade=_share("Any grade", group, len(worst), asked),
        severe=_share(f"Grade {SEVERE} or worse", group, sum(grade >= SEVERE for grade in worst.values()), asked),
    )


def _share(what: str, group: str, having: int, of: int) -> Estimate | NotComputable:
    if of == 0:
        return NotComputable(what=what, group=group, reason="Nobody was asked after treatment")
    low, high = proportion_confint(having, of, alpha=1 - LEVEL, method="beta")
    return Estimate(
        what=what, value=having / of, low=float(low), high=float(high), n=of, events=having, group=group, method=EXACT
    )
