"""A draft of a form that was read from somebody else's file: structure and words, and never a score.

What a source asks is `Asked`, in the source's own names; `draft_making` gives everything a place in a form of ours. How
answers become scores is always declared by a person from the scoring manual: formulas of a source are not taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.instrument.model import Condition, InstrumentId, Item, ItemKind, ResponseScale
from retnet_pro.instrument.wording_match import Line
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
    """In printed order; of a count every number it can be answered with."""
    labels: tuple[tuple[int, Phrase], ...] = ()
    """Words of codes, in printed order."""
    not_applicable: Phrase | None = None
    """Words of "does not apply"; None where it is not offered."""
    heading: Phrase | None = None
    """What stands above it and the questions around it, usually the time frame."""
    condition: Condition | None = None
    """When it is shown; its items are names of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentDraft:
    """A form without scores, for a person to go on with."""

    id: InstrumentId
    version: str
    title: str
    language: str
    """Of the words."""
    response_scales: Mapping[str, ResponseScale]
    recalls: tuple[str, ...]
    items: tuple[Item, ...]
    """With topics that say they are still to be written: a question's own words are no neutral topic."""
    words: Mapping[Place, str]
    lines: tuple[Line, ...]
    """What was understood, what was not, and what a person must look at."""
