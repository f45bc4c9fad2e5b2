"""Words from a REDCap data dictionary: labels of its fields, words of their choices, section headers as time frames.

The printed number of a question is its question number, or else the number its variable's name ends with.
"""

import re
from collections.abc import Iterator, Mapping

from retnet_pro.exchange.wording_cells import Cell, Sheet
from retnet_pro.exchange.wording_table import heads_of
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase, Question, Source, number_in
from retnet_pro.instrument.wording_words import GENERAL, Place

NAMES: Mapping[str, tuple[str, ...]] = {
    "field": ("variable / field name", "field_name"),
    "form": ("form name", "form_name"),
    "header": ("section header", "section_header"),
    "type": ("field type", "field_type"),
    "label": ("field label", "field_label"),
    "choices": (
        "choices, calculations, or slider labels",
        "choices or calculations",
        "select_choices_or_calculations",
    ),
    "number": ("question number (surveys only)", "question_number"),
    "note": ("field note", "field_note"),
    "validation": (
        "text validation type or show slider number",
        "text_validation_type_or_show_slider_number",
    ),
    "least": ("text validation min", "text_validation_min"),
    "most": ("text validation max", "text_validation_max"),
    "identifier": ("identifier?", "identifier"),
    "condition": ("branching logic (show field only if...)", "branching_logic"),
    "required": ("required field?", "required_field"),
    "ranking": ("matrix ranking?", "matrix_ranking"),
    "annotation": ("field annotation", "field_annotation"),
}
"""Columns as the screen exports them, and as the programming interface does."""
_CODED = frozenset({"radio", "dropdown", "select", "checkbox"})
_PIPED = re.compile(r"\[[A-Za-z0-9_:-]+\]")
_NOTHING = Cell("")


def is_redcap(sheet: Sheet) -> bool:
    """Whether the header is that of a data dictionary."""
    heads = heads_of(sheet)
    return all(any(name in heads for name in NAMES[key]) for key in ("field", "type", "label"))


def read_redcap(sheet: Sheet, form: str | None) -> Source:
    """Return what a data dictionary says; of one of its forms only, where that is named."""
    reader = _Reader(heads_of(sheet), form)
    for row in range(1, len(sheet.rows)):
        reader.take(sheet.rows[row], sheet.where(row))
    notes = list(sheet.notes)
    if len(reader.forms) > 1:
        notes.append(f"the dictionary has {len(reader.forms)} forms; choose one with --part")
    elif not reader.forms and form is not None:
        notes.append(f"the dictionary has no form {shown(form)}")
    return Source(
        kind="REDCap data dictionary",
        questions=tuple(reader.questions),
        placed=tuple(reader.placed),
        strays=tuple(reader.strays),
        notes=tuple(notes),
    )


class _Reader:
    """Goes through the fields in order; it has state because a header stands above the fields that follow it."""

    def __init__(self, heads: Mapping[str, int], form: str | None) -> None:
        self.questions: list[Question] = []
        self.placed: list[tuple[Place, Phrase]] = []
        self.strays: list[Phrase] = []
        self.forms: set[str] = set()
        self._columns = Columns(heads)
        self._only = form
        self._form = ""
        self._heading: Phrase | None = None

    def take(self, row: tuple[Cell, ...], line: str) -> None:
        """Take one field."""
        name, form = self._columns.text(row, "field"), self._columns.text(row, "form")
        if not name or (self._only is not None and form != self._only):
            return
        self.forms.add(form)
        if form != self._form:
            self._form, self._heading = form, None
        where = f"{line}, field {shown(name)}"
        if self._columns.cell(row, "header").text:
            self._heading = phrase_of(self._columns.cell(row, "header"), f"{where}, section header")
        label = phrase_of(self._columns.cell(row, "label"), where)
        kind = self._columns.text(row, "type").casefold()
        general = next((part for part in GENERAL if name == part or name.endswith(f"_{part}")), None)
        stated = self._columns.text(row, "number")
        number = number_in(stated.rstrip(".) ")) if stated else number_in(name)
        if kind == "descriptive" and general:
            self.placed.append(((general,), label))
        elif kind == "descriptive":
            self._heading = label
        elif number is None:
            self.strays.append(Phrase(text=label.text, where=f"{where}, without a number"))
        else:
            found = tuple(choices_in(self._columns.cell(row, "choices"), where)) if kind in _CODED else ()
            self.strays += [phrase for code, phrase in found if code is None]
            options = tuple((code, phrase) for code, phrase in found if code is not None)
            self.questions.append(Question(number=number, words=label, heading=self._heading, options=options))


class Columns:
    """Finds the cells of a row by what they hold, whichever of its names a column has."""

    def __init__(self, heads: Mapping[str, int]) -> None:
        self._places = {key: next((heads[one] for one in names if one in heads), None) for key, names in NAMES.items()}

    def cell(self, row: tuple[Cell, ...], key: str) -> Cell:
        """Return a cell; an empty one where the row or the table has none."""
        place = self._places[key]
        return row[place] if place is not None and place < len(row) else _NOTHING

    def text(self, row: tuple[Cell, ...], key: str) -> str:
        """Return the text of a cell without blanks around it."""
        return self.cell(row, key).text.strip()


def choices_in(cell: Cell, where: str) -> Iterator[tuple[int | None, Phrase]]:
    """Yield code and words of each choice; None for the code of one that has none, with a flaw.

    The one blank REDCap itself writes around its signs is not part of the words.
    """
    pieces = cell.text.split("|")
    for place, piece in enumerate(pieces):
        code, comma, words = piece.partition(",")
        text = words.removeprefix(" ")
        if place < len(pieces) - 1:
            text = text.removesuffix(" ")
        if comma and re.fullmatch(r"[0-9]{1,5}", code.strip(), re.ASCII):
            yield int(code), phrase_of(Cell(text, cell.flaw, cell.note), f"{where}, choice {int(code)}")
        elif piece.strip():
            said = "a choice is a whole number, a comma and its words"
            yield None, Phrase(text=piece, where=f"{where}, choices", flaw=said)


def phrase_of(cell: Cell, where: str) -> Phrase:
    """Return the words of a cell; with a flaw where REDCap would put a value into them."""
    piped = _PIPED.search(cell.text)
    flaw = f"REDCap would put a value in the place of {shown(piped.group())}" if piped else ""
    return Phrase(text=cell.text, where=where, flaw=cell.flaw or flaw, note=cell.note)
