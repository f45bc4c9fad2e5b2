"""Walk through the items of a FHIR Questionnaire, R4 or R5: every question with its words and what stands above it.

The text of the group around a question, or of a display item before it, is taken for its time frame.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from retnet_pro.exchange.fhir_names import listed
from retnet_pro.exchange.wording_fhir_words import Tongue, text_at
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import GENERAL, Place

DEPTH_LIMIT = 16
ITEM_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Placed:
    """Words around the questions that the source gives a place."""

    place: Place
    words: Phrase


@dataclass(frozen=True, slots=True)
class Met:
    """A question."""

    item: Mapping[str, Any]
    link: str
    words: Phrase | None
    heading: Phrase | None
    around: tuple[Mapping[str, Any], ...] = ()
    """The groups and questions it stands in, from the outside: it is shown only where each of them is."""


class Walk:
    """A walk through one questionnaire; it has state because a display item is the heading of what follows it."""

    def __init__(self, plain: Mapping[str, Any], tongue: Tongue) -> None:
        self._plain = plain
        self._tongue = tongue
        self._count = 0

    def met(self) -> Iterator[Placed | Met]:
        """Yield the title, then everything in its order.

        Raises:
            ValueError: in words, when there is no end to the items or a list of them is none.
        """
        yield from self._under(self._plain, None, ())
        title = text_at(self._plain, "title", "title of the questionnaire", self._tongue)
        if title is not None:
            yield Placed(("title",), title)

    def _under(
        self, parent: Mapping[str, Any], heading: Phrase | None, around: tuple[Mapping[str, Any], ...]
    ) -> Iterator[Placed | Met]:
        if len(around) >= DEPTH_LIMIT:
            raise ValueError(f"its groups are nested deeper than {DEPTH_LIMIT}")
        if len(listed(parent, "item")) < _length(parent.get("item")):
            inside = f"item {shown(str(parent.get('linkId')))}" if around else "the questionnaire"
            raise ValueError(f"what stands under 'item' in {inside} is no list of items")
        for item in listed(parent, "item"):
            self._count += 1
            if self._count > ITEM_LIMIT:
                raise ValueError(f"it has more than {ITEM_LIMIT} items")
            link = str(item.get("linkId", ""))
            words = text_at(item, "text", f"item {shown(link)}", self._tongue)
            inner = heading
            match item.get("type"):
                case "group":
                    inner = words or heading
                case "display":
                    general = _general(link)
                    if general is not None and words is not None:
                        yield Placed((general,), words)
                    else:
                        heading = inner = words or heading
                case _:
                    yield Met(item, link, words, heading, around)
            yield from self._under(item, inner, (*around, item))


def _length(items: object) -> int:
    """Return how many items there should be; something that is no list at all counts as one."""
    if isinstance(items, list):
        return len(items)
    return int(items is not None)


def _general(link: str) -> str | None:
    """Return which of the words around the questions a display item holds, by its link id."""
    return next((part for part in GENERAL if re.search(rf"(^|[^a-z]){part}$", link.casefold())), None)
