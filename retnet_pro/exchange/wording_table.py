"""Words from a plain table: one row for each text, with the printed number of its item.

The columns are found by their names. ``number`` and ``text`` are enough; ``part``, ``name`` and ``code`` give words
around the questions their places. Other columns are left alone.
"""

from collections.abc import Mapping

from retnet_pro.exchange.wording_cells import Cell, Sheet
from retnet_pro.instrument.wording_source import Phrase, Question, Source
from retnet_pro.instrument.wording_words import GENERAL, Place

COLUMNS = ("number", "text")
_MORE = ("part", "name", "code")
_NOTHING = Cell("")


def heads_of(sheet: Sheet) -> dict[str, int]:
    """Return the place of each named column; the first of two with one name counts."""
    heads: dict[str, int] = {}
    for place, cell in enumerate(sheet.rows[0] if sheet.rows else ()):
        heads.setdefault(cell.text.strip().casefold(), place)
    return heads


def is_table(sheet: Sheet) -> bool:
    """Whether the header is that of a plain table."""
    return set(COLUMNS) <= set(heads_of(sheet))


def read_table(sheet: Sheet, kind: str) -> Source:
    """Return what a plain table says."""
    reader = _Reader(heads_of(sheet))
    for row in range(1, len(sheet.rows)):
        reader.take(sheet.rows[row], sheet.where(row))
    return Source(
        kind=kind,
        questions=tuple(reader.questions),
        placed=tuple(reader.placed),
        not_applicable=tuple(reader.not_applicable),
        strays=tuple(reader.strays),
        notes=sheet.notes,
    )


class _Reader:
    """Sorts rows; it has state because a row can go to four places."""

    def __init__(self, heads: Mapping[str, int]) -> None:
        self.questions: list[Question] = []
        self.placed: list[tuple[Place, Phrase]] = []
        self.not_applicable: list[tuple[int, Phrase]] = []
        self.strays: list[Phrase] = []
        self._heads = heads

    def take(self, row: tuple[Cell, ...], where: str) -> None:
        """Sort one row."""
        cell = self._cell(row, "text")
        phrase = Phrase(text=cell.text, where=where, flaw=cell.flaw, note=cell.note)
        part, name, code, number = (self._cell(row, key).text.strip() for key in (*_MORE, "number"))
        if not any(one.text or one.flaw for one in row):
            return
        match part.casefold():
            case "" | "item" if _is_number(number):
                self.questions.append(Question(number=int(number), words=phrase))
            case "not_applicable" if _is_number(number):
                self.not_applicable.append((int(number), phrase))
            case "recall" if name:
                self.placed.append((("recalls", name), phrase))
            case "label" if name and _is_number(code):
                self.placed.append((("labels", name, str(int(code))), phrase))
            case known if known in GENERAL:
                self.placed.append(((known,), phrase))
            case _:
                flaw = "the row says neither a number nor a part this program knows"
                self.strays.append(Phrase(text=cell.text, where=where, flaw=flaw))

    def _cell(self, row: tuple[Cell, ...], name: str) -> Cell:
        place = self._heads.get(name)
        return row[place] if place is not None and place < len(row) else _NOTHING


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5
