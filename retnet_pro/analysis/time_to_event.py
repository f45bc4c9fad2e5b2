"""Times until something happened, one for each participant: what every survival method here starts from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

DAYS_PER_MONTH = 30.4375
"""365.25 / 12: the convention of the time-to-deterioration programs in use (QoLR)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToEvent:
    """How long one participant was followed, and whether the event ended it."""

    subject: str
    group: str
    days: int
    """From the start, never negative."""
    happened: bool
    """False: censored, the event had not happened when last known."""
    why: str
    """What ended the time, in plain words, e.g. ``death`` or ``last imaging``."""

    @property
    def months(self) -> float:
        """The time in months."""
        return self.days / DAYS_PER_MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A participant who gives no time, and why; told beside every result."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The times of a set of participants, and those of it who have none."""

    counted: Sequence[TimeToEvent]
    left_out: Sequence[LeftOut] = ()

    @property
    def events(self) -> int:
        """How many had the event."""
        return sum(one.happened for one in self.counted)


def by_group(times: Iterable[TimeToEvent]) -> Mapping[str, Sequence[TimeToEvent]]:
    """Return the times of each group, groups in order of name."""
    found: dict[str, list[TimeToEvent]] = {}
    for one in times:
        found.setdefault(one.group, []).append(one)
    return {group: found[group] for group in sorted(found)}


def regrouped(times: Times, group_of: Callable[[str], str | None], without: str) -> Times:
    """Return the same times in other groups, e.g. by histology instead of by arm.

    Args:
        times: the times.
        group_of: the group of a subject; None where it is not known.
        without: the reason told for those whose group is not known.
    """
    counted: list[TimeToEvent] = []
    left_out = list(times.left_out)
    for one in times.counted:
        group = group_of(one.subject)
        if group is None:
            left_out.append(LeftOut(subject=one.subject, reason=without))
        else:
            counted.append(replace(one, group=group))
    return Times(counted=tuple(counted), left_out=tuple(left_out))
