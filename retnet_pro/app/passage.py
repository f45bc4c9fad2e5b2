"""What the processes tell each other: one line of JSON in, one line of JSON out. Nothing of it touches a disk."""

import base64
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from retnet_pro.conduct.sitting import Sitting, read_sitting, write_sitting
from retnet_pro.errors import Refusal
from retnet_pro.record.event import DeviceId


class End(StrEnum):
    """How a child process says it ended."""

    HANDED_OVER = "handed-over"
    """Staff gave the tablet to a participant."""
    LEFT = "left"
    """Staff logged out, or the participant finished: show the lock screen."""
    QUIT = "quit"
    """Somebody closed the program at the lock screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Everything the participant's process is started with."""

    sitting: Sitting
    profile: Path
    device: DeviceId
    seed: bytes
    """The device's signing key: it signs and cannot open anything."""
    recipients: tuple[str, ...]
    forms: str
    """The checked forms and wordings of the sitting (see `instrument.carried`), so that they are not read again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last word of a child process."""

    end: End
    hand_over: HandOver | None = None


def write_hand_over(hand_over: HandOver) -> str:
    """Return the hand-over as one line."""
    return json.dumps(
        {
            "sitting": write_sitting(hand_over.sitting),
            "profile": str(hand_over.profile),
            "device": hand_over.device,
            "seed": base64.b64encode(hand_over.seed).decode(),
            "recipients": list(hand_over.recipients),
            "forms": hand_over.forms,
        },
        ensure_ascii=True,
    )


def read_hand_over(line: str) -> HandOver:
    """Read what `write_hand_over` wrote.

    Raises:
        ValueError: when it is anything else, e.g. what another version of this program wrote during an update.
    """
    try:
        plain = json.loads(line)
        return HandOver(
            sitting=read_sitting(plain["sitting"]),
            profile=Path(plain["profile"]),
            device=DeviceId(plain["device"]),
            seed=base64.b64decode(plain["seed"]),
            recipients=tuple(plain["recipients"]),
            forms=plain["forms"],
        )
    except (KeyError, TypeError, AttributeError, RecursionError, Refusal) as error:
        raise ValueError("not a hand-over") from error


def say(outcome: Outcome, out: TextIO) -> None:
    """Write the last word of a child process."""
    hand_over = write_hand_over(outcome.hand_over) if outcome.hand_over else None
    out.write(json.dumps({"end": outcome.end.value, "hand_over": hand_over}) + "\n")
    out.flush()


def hear(text: str) -> Outcome | None:
    """Return the last word of a child process, or None when it ended without one that can be understood."""
    lines = text.strip().splitlines()
    if not lines:
        return None
    try:
        plain = json.loads(lines[-1])
        return Outcome(End(plain["end"]), read_hand_over(plain["hand_over"]) if plain["hand_over"] else None)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
