"""The jumps of this device's clock as they stand in its record, for staff (rules E55, T14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from retnet_pro.conduct.clock import BACK, FORWARD
from retnet_pro.conduct.desk import Desk
from retnet_pro.record.event import Kind, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStep:
    """One jump: what the clock said at the event before it, and what it said then."""

    seq: int
    before: str
    after: str
    expected: str | None
    """What it should have said, by the monotonic clock; None when the device was started anew in between."""


def clock_steps(desk: Desk) -> tuple[ClockStep, ...]:
    """Return every jump of the clock, oldest first."""
    return tuple(
        ClockStep(
            seq=one.seq,
            before=str(one.content["from"]),
            after=str(one.content["to"]),
            expected=_expected(one.content),
        )
        for one in desk.reader.all_of({Kind.CLOCK_STEP})
    )


def _expected(note: Mapping[str, object]) -> str | None:
    if note["why"] not in (FORWARD, BACK):
        return None
    return (datetime.fromisoformat(str(note["to"])) - timedelta(seconds=int(str(note["seconds"])))).isoformat()


def jumped_during(desk: Desk, steps: tuple[ClockStep, ...], ses: SessionId, done: int) -> bool:
    """Whether the clock jumped between the opening of a session and the event that closed it."""
    if not any(step.seq < done for step in steps):
        return False
    first = next((event.header.seq for event in desk.pen.log.session_events(ses)), done)
    return any(first < step.seq < done for step in steps)
