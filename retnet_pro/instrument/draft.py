"""A draft of a form that was read from somebody else's file: structure and words, and never a score.

A reader of a kind of file gives a `DraftSource`, in the source's own names; `draft_making` gives everything a place in
a form of ours. How answers become scores is always declared by a person from the scoring manual: formulas of a source
are reported and not taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.instrument.model import Condition, InstrumentId, Item, ItemKind, ResponseScale
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as a source has it. What a reader could not understand it tells in a line of its own."""

    name: str
    """How the source calls it, unchanged."""
    number: int | None
    """Printed number; None where the source states none."""
    words: Phrase | None
    kind: ItemKind
    codes: tuple[int, ...]
    """In printed order; of a count every number it can be answered with, without gaps."""
    labels: tuple[tuple[int, Phrase], ...] = ()
    """Words of codes, in printed order."""
    not_applicable: Phrase | None = None
    """Words of "does not apply"; None where it is not offered."""
    heading: Phrase | None = None
    """What stands above it and the questions around it, usually the time frame."""
    condition: Condition | None = None
    """When it is shown; its items are names of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSource:
    """Everything a reader found in a file."""

    kind: str
    """What kind of file it is, as a person calls it."""
    placed: tuple[tuple[Place, Phrase], ...]
    """Title, instruction and notice, where the source has them."""
    asked: tuple[Asked, ...]
    lines: tuple[Line, ...]
    """What the reader did not understand (`NOT_TAKEN`) and what a person must look at (`LOOK`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentDraft:
    """A form without scores, for a person to go on with."""

    id: InstrumentId
    version: str
    language: str
    """Of the words."""
    source: str
    """Kind of file it was read from."""
    response_scales: Mapping[str, ResponseScale]
    recalls: tuple[str, ...]
    items: tuple[Item, ...]
    """Without topics: a question's own words are no neutral topic, so a person writes them."""
    words: Mapping[Place, str]
    lines: tuple[Line, ...]
    """What was understood, what was not, and what a person must look at."""

    @property
    def is_understood(self) -> bool:
        """Whether everything in the source found a place."""
        return not any(line.mark is Mark.NOT_TAKEN for line in self.lines)
