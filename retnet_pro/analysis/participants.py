"""What became of the participants, by arm: counted from the facts of their courses, nothing estimated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.study.participant import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmCounts:
    """One arm, or everybody."""

    arm: str | None
    """None for everybody enrolled, randomised or not."""
    enrolled: int
    randomised: int
    treated: int
    """Had an embolization."""
    progressed: int
    """By the fact of the course, wherever it was."""
    withdrew: int
    died: int
    symptomatic: int
    """Had tumour symptoms at baseline."""


def arm_counts(people: Iterable[Participant], arms: Sequence[str], until: date) -> tuple[ArmCounts, ...]:
    """Return each arm in the given order, then everybody. What happened after the last day of the data is not counted.

    Args:
        people: all participants.
        arms: the arms of the study file.
        until: the last day of the data.
    """
    everybody = tuple(people)
    each = ((arm, [one for one in everybody if one.arm == arm and one.randomised is not None]) for arm in arms)
    return tuple(_counts(arm, members, until) for arm, members in (*each, (None, everybody)))


def _counts(arm: str | None, members: Sequence[Participant], until: date) -> ArmCounts:
    def had(day: date | None) -> bool:
        return day is not None and day <= until

    return ArmCounts(
        arm=arm,
        enrolled=len(members),
        randomised=sum(had(one.randomised) for one in members),
        treated=sum(had(min(one.embolizations, default=None)) for one in members),
        progressed=sum(had(one.progressed) for one in members),
        withdrew=sum(had(one.withdrew) for one in members),
        died=sum(had(one.died) for one in members),
        symptomatic=sum(one.symptomatic is True for one in members),
    )
