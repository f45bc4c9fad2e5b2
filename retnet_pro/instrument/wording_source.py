"""What a source of words says, whatever kind of file it came from: phrases, where they stand, and what they belong to.

A phrase keeps the characters of the source. A reader that could not take something as it is says so beside it.
"""

import re
from dataclasses import dataclass

from retnet_pro.instrument.wording_words import Place

_AT_THE_END = re.compile(r"(?<![0-9])(?<![0-9]\.)([0-9]{1,5})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of a source, as they stand there."""

    text: str
    where: str
    """Where a person finds them in the source."""
    flaw: str = ""
    """Why they cannot be taken over; '' when the reader knows of nothing."""
    note: str = ""
    """What a person should look at, although they can be taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a source with its printed number."""

    number: int
    words: Phrase
    heading: Phrase | None = None
    """What stands above it and the questions around it, usually the time frame."""
    options: tuple[tuple[int, Phrase], ...] = ()
    """Code and words of each answer, in printed order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything that was read from a source of words."""

    kind: str
    """What kind of file it is, as a person calls it."""
    questions: tuple[Question, ...] = ()
    placed: tuple[tuple[Place, Phrase], ...] = ()
    """Words the source itself gives a place: title, recalls, labels."""
    not_applicable: tuple[tuple[int, Phrase], ...] = ()
    """Words of 'does not apply' by the number of the question."""
    strays: tuple[Phrase, ...] = ()
    """What has no place; the flaw says why."""
    notes: tuple[str, ...] = ()


def number_in(name: str) -> int | None:
    """Return the number a name ends with, such as 12 of ``form_q12``; None for ``1.2``, which could mean either."""
    found = _AT_THE_END.search(name)
    return int(found.group(1)) if found else None
