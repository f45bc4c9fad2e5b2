"""One sheet of an XLSForm: its columns by name, and its words in one language, never in another (rule E131)."""

import re

from retnet_pro.exchange.wording_cells import Cell, Sheet
from retnet_pro.exchange.wording_table import heads_of
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase

_PIPED = re.compile(r"\$\{[^}]{1,100}\}")
_LANGUAGE = re.compile(r"(?P<name>[^():]+::?)\s*(?P<language>.+)")
_TAG = re.compile(r"\(([^()]+)\)\s*$")
_NOTHING = Cell("")
BESIDE = ("hint", "guidance_hint", "media", "image", "audio", "video", "big-image")
"""How the heads of columns begin that hold what stands beside a question."""
_ASKED = frozenset((
    "type", "name", "number", "relevant", "constraint", "required", "default", "parameters", "read_only", "readonly",
    "calculation", "appearance", "choice_filter", "trigger", "disabled",
))  # fmt: skip
_READ = {
    "survey": _ASKED,
    "choices": frozenset(("list_name", "list name", "name", "value")),
    "settings": frozenset(("form_title", "form_id", "version", "default_language")),
}
_NO = frozenset(("", "no", "false", "false()"))


def is_read(sheet: str, head: str) -> bool:
    """Whether a column, by its head in lower case, is read, told of row by row, or nothing that is needed here."""
    beside = sheet == "survey" and head.startswith(BESIDE)
    return head in _READ[sheet] or beside or (sheet != "settings" and _is_label(head))


def said_yes(text: str) -> bool:
    """Whether a cell that asks yes or no says yes."""
    return text.casefold() in ("yes", "true", "true()")


def said_no(text: str) -> bool:
    """Whether a cell that asks yes or no says no, or nothing; an expression says neither yes nor no."""
    return text.casefold() in _NO


class Columns:
    """Finds the cells of a row by the names of their columns."""

    def __init__(self, sheet: Sheet, language: str) -> None:
        self.names = tuple(cell.text.strip() for cell in sheet.rows[0]) if sheet.rows else ()
        self._places = heads_of(sheet)
        self._label = self._place_of_label(language)
        self.other = () if self._label is not None else tuple(one for one in self.names if _is_label(one))
        """Columns of words, none of which is in the wanted language."""
        self.is_unnamed = self._label is not None and self._label == self._places.get("label")
        """Whether the words are in a column that does not say its language."""

    def text(self, row: tuple[Cell, ...], *names: str) -> str:
        """Return the text of the first of these columns that there is, without blanks around it."""
        place = next((self._places[name] for name in names if name in self._places), None)
        return row[place].text.strip() if place is not None and place < len(row) else ""

    def label(self, row: tuple[Cell, ...], where: str) -> Phrase:
        """Return the words of a row; with a flaw where they are in another language, or hold a value."""
        if self._label is None:
            why = f"no column has words in the wanted language; there are {', '.join(map(shown, self.other)) or 'none'}"
            return Phrase(text="", where=where, flaw=why)
        cell = row[self._label] if self._label < len(row) else _NOTHING
        piped = _PIPED.search(cell.text)
        flaw = f"the source would put a value in the place of {shown(piped.group())}" if piped else ""
        # A bare number is how a spreadsheet keeps the label of a code.
        is_number = cell.text.isascii() and cell.text.isdigit()
        return Phrase(text=cell.text, where=where, flaw="" if is_number else cell.flaw or flaw, note=cell.note)

    def _place_of_label(self, language: str) -> int | None:
        plain = None
        for place, name in enumerate(self.names):
            if name.casefold() == "label" and plain is None:
                plain = place
            found = _LANGUAGE.fullmatch(name)
            if found is None or not _is_label(name):
                continue
            said = found["language"].strip()
            tag = _TAG.search(said)
            if language.casefold() in (said.casefold(), tag.group(1).strip().casefold() if tag else ""):
                return place
        # A plain column beside columns with a language is in the default language, which nobody named.
        return plain if sum(map(_is_label, self.names)) == 1 else None


def _is_label(name: str) -> bool:
    return re.match(r"label\s*(:|$)", name.casefold()) is not None
