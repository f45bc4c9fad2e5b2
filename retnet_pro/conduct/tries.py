"""What became of each try to send: kept on this device for whoever asks why something is not with the centre yet.

The proof of what was sent and received are the events; this is only the story of the tries, so it is bounded, and the
same outcome time after time is one line of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict

from retnet_pro.errors import Code

KEPT = 60
"""Lines that are kept; the oldest go first. Choice of this project."""


class Came(TypedDict, total=False):
    """What came of a try, by the names that `Try` has for it."""

    bundles: int
    responses: int
    receipts: int
    code: Code | None
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try, or several in a row that ended alike."""

    at: str
    """When the first of them ended."""
    until: str
    """When the last of them ended."""
    place: str
    who: str
    """Account name, or the schedule."""
    times: int = 1
    bundles: int = 0
    responses: int = 0
    """Finished questionnaires in them."""
    receipts: int = 0
    code: Code | None = None
    """Why it failed; None, when it did not."""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing failed and nothing moved."""
        return self.code is None and not self.bundles and not self.receipts


def with_try(tries: Sequence[Try], new: Try) -> tuple[Try, ...]:
    """Return the story with one more try at its end."""
    last = tries[-1] if tries else None
    if last is not None and _same(last, new) and (new.code is not None or new.is_quiet):
        return (*tries[:-1], replace(last, until=new.until, times=last.times + new.times))
    return (*tries, new)[-KEPT:]


def failures_in_a_row(tries: Sequence[Try], who: str) -> int:
    """Return how many tries of this author have failed since the last one that did not."""
    count = 0
    for one in reversed([one for one in tries if one.who == who]):
        if one.code is None:
            break
        count += one.times
    return count


def _same(one: Try, other: Try) -> bool:
    return (one.place, one.who, one.code, one.facts, one.is_quiet) == (
        other.place,
        other.who,
        other.code,
        other.facts,
        other.is_quiet,
    )
