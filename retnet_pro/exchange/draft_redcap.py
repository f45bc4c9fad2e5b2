"""A REDCap data dictionary as the draft of a form: what is asked, and a line for whatever is not taken."""

import re
from collections.abc import Mapping

from retnet_pro.exchange.draft_columns import short_rows, unread_columns
from retnet_pro.exchange.draft_rows import Gathered, More
from retnet_pro.exchange.wording_cells import Cell, Sheet, unfit
from retnet_pro.exchange.wording_redcap import NAMES, Columns, choices_in, phrase_of
from retnet_pro.exchange.wording_table import heads_of
from retnet_pro.instrument.draft import DraftSource
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import GENERAL

_TYPE, _LOGIC = "Field Type", "Branching Logic"
_UNASKED: Mapping[str, str] = {
    "calc": "a formula of the source; scores are declared by us",
    "checkbox": "it takes several answers at once; here an item takes one",
    "notes": "an answer in free words is not possible here",
    "file": "a file is no answer here",
    "sql": "its choices are computed in REDCap and are not in this file",
    "yesno": "REDCap words its answers itself; they are not in this file",
    "truefalse": "REDCap words its answers itself; they are not in this file",
}
_LAID_OUT = frozenset({"custom alignment", "custom_alignment", "matrix group name", "matrix_group_name"})
"""Columns about where things stand on a screen of REDCap; nothing is lost without them."""
_TAG = re.compile(r"@[A-Z][A-Z0-9_-]*")
_FORMULAS = frozenset({"@CALCTEXT", "@CALCDATE"})
_BEFOREHAND = frozenset({"@DEFAULT", "@SETVALUE", "@PREFILL", "@NOW", "@TODAY", "@USERNAME"})


def read_redcap_draft(sheet: Sheet, path: str, form: str | None) -> DraftSource:
    """Return what one form of a dictionary asks; which one, where it has several, must be named.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    columns = Columns(heads_of(sheet))
    rows = [(sheet.rows[row], sheet.where(row)) for row in range(1, len(sheet.rows))]
    known = {name for names in NAMES.values() for name in names} | _LAID_OUT
    unread = (*unread_columns(sheet, known.__contains__), *short_rows(sheet))
    forms = list(dict.fromkeys(columns.text(row, "form") for row, _ in rows if columns.text(row, "field")))
    if form is None and len(forms) > 1:
        raise unfit(path, f"the dictionary has {len(forms)} forms; choose one with --part: {_listed(forms)}")
    if form is not None and form not in forms:
        raise unfit(path, f"the dictionary has no form {shown(form)}; it has {_listed(forms)}")
    reader = _Reader(columns, tuple(cell.text for cell in sheet.rows[0]))
    for place, (row, where) in enumerate(rows):
        if form is None or columns.text(row, "form") == form:
            reader.take(row, where, is_first=place == 0)
    found = reader.found
    notes = [Line(Mark.LOOK, note) for note in sheet.notes]
    notes.append(Line(Mark.LOOK, "the source does not say which language it is in (E131)"))
    return DraftSource(
        kind="REDCap data dictionary",
        placed=tuple(found.placed),
        asked=tuple(found.asked),
        lines=(*found.lines, *unread, *notes),
    )


def _listed(forms: list[str]) -> str:
    return ", ".join(map(shown, forms))


class _Reader:
    """Goes through the fields in order; it has state because a header stands above the fields that follow it."""

    def __init__(self, columns: Columns, heads: tuple[str, ...]) -> None:
        self.found = Gathered(is_xpath=False)
        self._columns = columns
        self._heads = heads
        self._heading: Phrase | None = None

    def take(self, row: tuple[Cell, ...], line: str, *, is_first: bool) -> None:
        """Take one field."""
        name = self._columns.text(row, "field")
        self.found.flawed(row, self._heads, line)
        if not name:
            if any(cell.text.strip() for cell in row):
                self.found.not_taken(f"{line}, column 'Variable / Field Name': it is empty; the row is left out")
            return
        where = f"{line}, field {shown(name)}"
        if not self.found.is_new(name, where, "Variable / Field Name"):
            return
        header = self._columns.cell(row, "header")
        if header.text:
            self._heading = phrase_of(header, f"{where}, section header")
        kind = self._columns.text(row, "type").casefold()
        label = phrase_of(self._columns.cell(row, "label"), where)
        if kind == "descriptive":
            self._descriptive(name, label)
            if self._columns.text(row, "condition"):
                said = "words that are shown only sometimes are not possible here; they always stand there"
                self.found.not_taken(f"{where}, column '{_LOGIC}': {said}")
        elif is_first and kind == "text":
            self.found.look(f"{where}: it is the record's identifier, which is no question")
        elif self._is_asked(row, where):
            self._beside(row, where)
            self._question(row, where, kind, label)

    def _descriptive(self, name: str, label: Phrase) -> None:
        general = next((part for part in GENERAL if name == part or name.endswith(f"_{part}")), None)
        if general:
            self.found.placed.append(((general,), label))
        else:
            self._heading = label

    def _is_asked(self, row: tuple[Cell, ...], where: str) -> bool:
        """Tell of the action tags; a field nobody can see, or that REDCap fills in, is no question."""
        is_asked = True
        for tag in _TAG.findall(self._columns.text(row, "annotation")):
            said = f"{where}, column 'Field Annotation': {tag}"
            if tag.startswith("@HIDDEN"):
                self.found.not_taken(f"{said}: nobody sees it; left out")
                is_asked = False
            elif tag in _FORMULAS:
                self.found.not_taken(f"{said}: a formula of the source; left out")
                is_asked = False
            elif tag in _BEFOREHAND:
                self.found.not_taken(f"{said}: here nothing is answered beforehand (rule E08)")
            elif tag == "@READONLY":
                self.found.look(f"{said}: REDCap lets nobody answer it; here it is asked")
            else:
                self.found.not_taken(f"{said}: what it does cannot be said here")
        return is_asked

    def _beside(self, row: tuple[Cell, ...], where: str) -> None:
        if self._columns.text(row, "required").casefold() == "y":
            self.found.look(
                f"{where}, column 'Required Field?': the source demands an answer; here it can be left out"
                " as on paper (rule E40)"
            )
        if self._columns.text(row, "ranking").casefold() == "y":
            self.found.not_taken(f"{where}, column 'Matrix Ranking?': ranks cannot be asked for here")
        if self._columns.text(row, "identifier").casefold() == "y":
            self.found.look(f"{where}, column 'Identifier?': the source says that its answers tell who somebody is")
        if self._columns.text(row, "note"):
            self.found.not_taken(f"{where}, column 'Field Note': words below an answer have no place here")

    def _question(self, row: tuple[Cell, ...], where: str, kind: str, label: Phrase) -> None:
        text = self._columns.text
        name = text(row, "field")
        more = More(
            heading=self._heading,
            number=text(row, "number"),
            condition=text(row, "condition"),
            column=_LOGIC,
        )
        if kind in ("radio", "dropdown", "select"):
            self.found.choice(name, where, label, choices_in(self._columns.cell(row, "choices"), where), more)
        elif kind == "slider":
            self.found.look(f"{where}: the source draws a slider; here it is a number, without words beside it")
            self.found.count(name, where, label, (text(row, "least") or "0", text(row, "most") or "100"), more)
        elif kind == "text" and text(row, "validation").casefold() == "integer":
            self.found.count(name, where, label, (text(row, "least"), text(row, "most")), more)
        elif kind == "text":
            said = text(row, "validation")
            what = f"answers checked as {shown(said)} are" if said else "an answer in free words is"
            self.found.not_taken(f"{where}, column '{_TYPE}': {what} not possible here; left out")
        else:
            why = _UNASKED.get(kind, f"{shown(kind)} is no type of field this program knows")
            self.found.not_taken(f"{where}, column '{_TYPE}': {why}; left out")
