"""Compare two versions of a wording, and say what the difference asks for (rules E04, E05).

Strict on purpose: inside an item, a recall or a label every byte counts. Only around them may white space, the shape of
quotation marks and dashes, and device words that the owner allowed differ without a new approval.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import IntEnum

from retnet_pro.instrument.model import Wording
from retnet_pro.instrument.wording_words import GENERAL, Place, named, words_of


class Weight(IntEnum):
    """What a difference asks for; the heaviest one is the verdict."""

    SAME = 0
    COSMETIC = 1
    APPROVAL = 2
    INSTRUMENT = 3


VERDICTS: Mapping[Weight, str] = {
    Weight.SAME: "identical",
    Weight.COSMETIC: "cosmetic",
    Weight.APPROVAL: "re-approval needed",
    Weight.INSTRUMENT: "new instrument",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where two versions differ."""

    what: str
    """The place, as a person reads it."""
    old: str | None
    """None where the old version has nothing."""
    new: str | None
    weight: Weight
    why: str
    """The reason for the weight."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every difference, in the order of the file."""

    differences: tuple[Difference, ...]

    @property
    def weight(self) -> Weight:
        """The heaviest difference."""
        return max((difference.weight for difference in self.differences), default=Weight.SAME)

    @property
    def verdict(self) -> str:
        """What the differences ask for, in words."""
        return VERDICTS[self.weight]


DeviceWords = Iterable[tuple[str, str]]
"""Pairs of words the owner allowed to change with the device, such as ``("tick", "tap")`` (rule E05)."""

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
        "\u00ad": "",
    }
)
_LOOKED_AT = frozenset(
    {
        "instrument", "instrument_version", "version", "language", "right_to_left", "demonstration", "licence",
        "translation", "recalls", "labels", "items", "not_applicable", "hash", *GENERAL,
    }
)  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")


def compare(old: Wording, new: Wording, allowed: DeviceWords = ()) -> Comparison:
    """Return every difference between two versions of a wording, each with its weight and the reason for it."""
    pairs = {(before.casefold(), after.casefold()) for before, after in allowed}
    return Comparison((*_heads(old, new), *_words(words_of(old), words_of(new), pairs)))


def _heads(old: Wording, new: Wording) -> Iterator[Difference]:
    """Yield what differs above the words."""
    for what, before, after, weight, why in (
        ("instrument", old.instrument, new.instrument, Weight.INSTRUMENT, "it is another instrument"),
        (
            "instrument version", old.instrument_version, new.instrument_version, Weight.INSTRUMENT,
            "another version of an instrument is another instrument",
        ),
        ("language", old.language, new.language, Weight.APPROVAL, "each language is approved by itself (E132)"),
        (
            "reading direction", _direction(old), _direction(new), Weight.APPROVAL,
            "the owner decides whether a scale is mirrored (E134)",
        ),
        ("demonstration mark", _mark(old), _mark(new), Weight.APPROVAL, "real words are approved, others are not"),
        ("licence", _licence(old), _licence(new), Weight.APPROVAL, "the owner's terms are part of the approval (E141)"),
        ("translation", _stands(old), _stands(new), Weight.APPROVAL, "another certificate or reviewer (E132)"),
        *_others(old, new),
        ("version of the wording", old.version, new.version, Weight.COSMETIC, "a number, not a word"),
    ):  # fmt: skip
        if before != after:
            yield Difference(what=what, old=before, new=after, weight=weight, why=why)


def _others(old: Wording, new: Wording) -> Iterator[tuple[str, str, str, Weight, str]]:
    """Yield whatever else a wording states: nothing an owner decides can change unseen."""
    for name in sorted(field.name for field in fields(Wording) if field.name not in _LOOKED_AT):
        told = [str(getattr(wording, name)) for wording in (old, new)]
        yield name, told[0], told[1], Weight.APPROVAL, "the owner of the wording decides this"


def _words(old: Mapping[Place, str], new: Mapping[Place, str], allowed: set[tuple[str, str]]) -> Iterator[Difference]:
    for place in dict.fromkeys((*old, *new)):
        before, after = old.get(place), new.get(place)
        if before != after:
            weight, why = _weighed(place, before, after, allowed)
            yield Difference(what=named(place), old=before, new=after, weight=weight, why=why)


def _weighed(place: Place, old: str | None, new: str | None, allowed: set[tuple[str, str]]) -> tuple[Weight, str]:
    if old is None or new is None:
        return _one_sided(place)
    if place[0] not in GENERAL:
        return Weight.APPROVAL, "the words of items, recalls and answers are approved to the byte (E04)"
    if _evened(old) == _evened(new):
        return Weight.COSMETIC, "only white space or typography, outside the questions"
    before, after = _WORD.findall(_evened(old)), _WORD.findall(_evened(new))
    changed = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]]
    if len(before) == len(after) and all((a.casefold(), b.casefold()) in allowed for a, b in changed):
        told = ", ".join(dict.fromkeys(f"'{a}' to '{b}'" for a, b in changed))
        return Weight.COSMETIC, f"only device words the owner allows: {told} (E05)"
    return Weight.APPROVAL, "more than white space, typography and allowed device words (E05)"


def _one_sided(place: Place) -> tuple[Weight, str]:
    match place[0]:
        case "items":
            return Weight.INSTRUMENT, "the number of items differs"
        case "labels":
            return Weight.INSTRUMENT, "the answer codes differ"
        case "not_applicable":
            return Weight.INSTRUMENT, "an answer is there in one version only"
        case _:
            return Weight.INSTRUMENT, "the time frames differ"


def _evened(text: str) -> str:
    return " ".join(text.translate(_TYPOGRAPHY).split())


def _direction(wording: Wording) -> str:
    return "from right to left" if wording.right_to_left else "from left to right"


def _mark(wording: Wording) -> str:
    return "demonstration" if wording.demonstration else "none"


def _licence(wording: Wording) -> str:
    licence = wording.licence
    if licence is None:
        return "none"
    return ", ".join(f"{field.name} {getattr(licence, field.name)}" for field in fields(licence))


def _stands(wording: Wording) -> str:
    told = wording.translation
    if told is None:
        return "nobody"
    return f"{told.certificate}, {told.reviewer}, {told.reviewed.isoformat()}"
