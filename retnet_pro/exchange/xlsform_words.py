"""What stands in the columns of words of an XLSForm: permitted words in each language, or topics and codes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from retnet_pro.dataset.leaving_words import note_of
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, Item, ItemKind, Wording
from retnet_pro.instrument.wording_flaws import flaw_of, shown

NOT_APPLICABLE = "not_applicable"
"""Name of the choice that an item does not apply; no number, so that nothing takes it for one."""
_REFERENCE = re.compile(r"\$\{|\bjr:|\blast-saved#")
_NO_WORDS = (
    "These are topics and codes of RETNET-Pro and not the words of the questionnaire, which belong to their owner. "
    "This is no form to be filled in."
)


class Labels:
    """Gives every text in every language there is; in a plain column where there are no words."""

    def __init__(self, form: Instrument, words: Sequence[Wording]) -> None:
        self._form = form
        self._words = words
        self.languages = tuple(f"{one.language} ({one.language})" for one in words)
        """As XLSForm names a language: a name, and the tag in brackets."""
        self.heads = tuple(f"label::{one}" for one in self.languages) or ("label",)
        self.title = words[0].title if words else form.title

    def around(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the words around the questions, by the part they are."""
        if not self._words:
            yield "notice", [_NO_WORDS]
            return
        yield "notice", [note_of(one) for one in self._words]
        yield "instruction", [one.instruction for one in self._words]

    def recall(self, recall: str) -> list[str]:
        """Return the time frame above a group."""
        return [one.recalls[recall] for one in self._words] or [recall.replace("_", " ").replace("-", " ")]

    def item(self, item: Item) -> list[str]:
        """Return the question."""
        return [one.items[item.id] for one in self._words] or [item.topic]

    def choice(self, item: Item, code: int) -> list[str]:
        """Return an answer. Boxes have words at their ends only; without words a choice is its code and says so."""
        bare = str(code) if item.scale.kind is not ItemKind.CHOICE else f"code {code}"
        return [one.labels.get(item.scale.id, {}).get(code, str(code)) for one in self._words] or [bare]

    def not_applicable(self, item: Item) -> list[str]:
        """Return the answer that the item does not apply."""
        return [one.not_applicable[item.id] for one in self._words] or ["not applicable"]


def demand_safe(book: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """Return if no text would be changed or computed by a program that takes the form.

    A text that looks like a formula of a spreadsheet is no danger: every cell is written as text.

    Raises:
        Refusal: `DATA_UNFIT`, with sheet, row and column.
    """
    for sheet, rows in book.items():
        heads = rows[0]
        for number, row in enumerate(rows[1:], 2):
            for head, text in zip(heads, row, strict=True):
                if text and (head.startswith("label") or head == "form_title") and (why := _unsafe(text)):
                    raise Refusal(Code.DATA_UNFIT, row=f"{number} of sheet '{sheet}'", column=head, why=why)


def _unsafe(text: str) -> str | None:
    if found := _REFERENCE.search(text):
        return f"an XLSForm puts a value in the place of {shown(found.group())}"
    return flaw_of(text)
