"""Milestones at which an investigator signs off what a participant answered (rule P65), as a study file lists them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from retnet_pro.study.model import Milestone
from retnet_pro.study.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One milestone of one participant."""

    id: str
    """Of the milestone; where it comes at each visit, followed by the visit, e.g. ``visit:week-12``."""
    title: str
    """As a signature records it."""
    meaning: str
    visits: frozenset[str] | None
    """Which visits it covers; None for all of them."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """By language; none for a milestone that the study file no longer has."""

    def covers(self, visit: str) -> bool:
        """Whether what was answered at a visit belongs to it."""
        return self.visits is None or visit in self.visits


def stations(
    milestones: Sequence[Milestone], visits: Sequence[Visit], answered: Collection[str]
) -> tuple[Station, ...]:
    """Return the milestones of a participant whose visits have something to sign, in the order of the study file."""
    return tuple(one for milestone in milestones for one in _stations(milestone, visits, answered))


def _stations(milestone: Milestone, visits: Sequence[Visit], answered: Collection[str]) -> Iterator[Station]:
    points = set(milestone.time_points)
    within = [visit for visit in visits if visit.id in answered and (not points or visit.time_point in points)]
    if not within:
        return
    if not milestone.each_visit:
        ids = frozenset(visit.id for visit in within) if points else None
        yield Station(
            id=milestone.id, title=milestone.title, meaning=milestone.meaning, visits=ids, titles=milestone.titles
        )
        return
    for visit in within:
        yield Station(
            id=f"{milestone.id}:{visit.id}",
            title=f"{milestone.title}: {visit.title}",
            meaning=milestone.meaning,
            visits=frozenset({visit.id}),
            titles={language: f"{title}: {visit.title}" for language, title in milestone.titles.items()},
        )
