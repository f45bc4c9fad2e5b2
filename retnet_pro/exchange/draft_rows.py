"""Questions from the rows of a table, for the draft of a form: what a REDCap dictionary and an XLSForm have in common.

Every finding names the row; where one cell is meant, its column too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retnet_pro.exchange.draft_logic import condition_in
from retnet_pro.exchange.wording_cells import Cell
from retnet_pro.instrument.draft import Asked
from retnet_pro.instrument.model import Condition, ItemKind
from retnet_pro.instrument.vocabulary import CODE_LIMIT
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase, number_in
from retnet_pro.instrument.wording_words import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What stands around a question."""

    heading: Phrase | None
    number: str
    """Printed number as the source states it; '' where its name may end with one."""
    condition: str
    column: str
    """Of the condition."""
    not_applicable: Phrase | None = None
    """Words of "does not apply"; None where it is not offered."""


class Gathered:
    """What rows have given so far; it has state because a condition looks back at earlier rows."""

    def __init__(self, *, is_xpath: bool) -> None:
        """Take whether conditions are those of an XLSForm."""
        self._is_xpath = is_xpath
        self.placed: list[tuple[Place, Phrase]] = []
        self.asked: list[Asked] = []
        self.lines: list[Line] = []
        self._known: dict[str, tuple[int, ...]] = {}
        self._names: set[str] = set()

    def not_taken(self, said: str) -> None:
        """Report what was not understood."""
        self.lines.append(Line(Mark.NOT_TAKEN, said))

    def look(self, said: str) -> None:
        """Report what a person must look at."""
        self.lines.append(Line(Mark.LOOK, said))

    def is_new(self, name: str, where: str, column: str) -> bool:
        """Whether a name stands there for the first time; a second one is reported."""
        if name not in self._names:
            self._names.add(name)
            return True
        self.not_taken(f"{where}, column '{column}': this name stands there twice; the second one is left out")
        return False

    def flawed(self, row: Sequence[Cell], heads: Sequence[str], where: str) -> None:
        """Report every cell that holds no text that could be read, such as a formula."""
        for place, cell in enumerate(row):
            if cell.flaw and not cell.text:
                column = shown(heads[place]) if place < len(heads) else str(place + 1)
                self.not_taken(f"{where}, column {column}: {cell.flaw}")

    def choice(
        self, name: str, said: str, words: Phrase, offered: Iterable[tuple[int | None, Phrase]], more: More
    ) -> None:
        """Take a question with answers to choose from; None is the code of one that cannot be used."""
        labels = []
        for code, phrase in offered:
            if code is None:
                self.not_taken(f"{phrase.where}: {shown(phrase.text)}: {phrase.flaw}")
            else:
                labels.append((code, phrase))
        codes = tuple(code for code, _ in labels)
        if len(codes) < 2 or len(set(codes)) < len(codes) or max(codes) > CODE_LIMIT:
            self.not_taken(f"{said}: it has no two answers with codes of their own up to {CODE_LIMIT}; left out")
            return
        in_row = codes == tuple(range(codes[0], codes[-1] + 1))
        in_boxes = in_row and len(codes) > 2 and all(one.text.strip() == str(code) for code, one in labels[1:-1])
        if in_boxes:
            self.look(f"{said}: its numbers have words at the ends only, so it is drawn in boxes")
        elif not in_row:
            self.look(f"{said}: its codes have gaps; if one of them means 'does not apply', say so in the form")
        kind = ItemKind.BOXES if in_boxes else ItemKind.CHOICE
        self._take(name, said, words, (kind, codes, tuple(labels)), more)

    def count(self, name: str, said: str, words: Phrase, limits: tuple[str, str], more: More) -> None:
        """Take a question that is answered with a whole number between two limits."""
        least, most = (int(text) if _is_number(text) else None for text in limits)
        if least is None or most is None or not least < most <= CODE_LIMIT:
            self.not_taken(f"{said}: it is a number without limits between 0 and {CODE_LIMIT}; left out")
            return
        self._take(name, said, words, (ItemKind.COUNT, tuple(range(least, most + 1)), ()), more)

    def _take(
        self,
        name: str,
        said: str,
        words: Phrase,
        answers: tuple[ItemKind, tuple[int, ...], tuple[tuple[int, Phrase], ...]],
        more: More,
    ) -> None:
        kind, codes, labels = answers
        condition = self._condition(more.condition, f"{said}, column '{more.column}'")
        number = number_in(more.number.rstrip(".): ")) if more.number else number_in(name)
        self.asked.append(
            Asked(
                name=name,
                number=number,
                words=words,
                kind=kind,
                codes=codes,
                labels=labels,
                not_applicable=more.not_applicable,
                heading=more.heading,
                condition=condition,
            )
        )
        self._known[name] = codes

    def _condition(self, text: str, said: str) -> Condition | None:
        if not text.strip():
            return None
        try:
            return condition_in(text, self._known, is_xpath=self._is_xpath)
        except ValueError as error:
            self.not_taken(f"{said}: its condition: {error}; the item is always shown")
            return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5
