"""An XLSForm as the draft of a form: what is asked, and a line for whatever is not taken."""

import re
from collections.abc import Mapping
from functools import partial

from retnet_pro.exchange.draft_columns import unread_columns
from retnet_pro.exchange.draft_rows import Gathered, More
from retnet_pro.exchange.draft_xlsform_sheet import BESIDE, Columns, is_read, said_no, said_yes
from retnet_pro.exchange.wording_cells import Cell, Sheet
from retnet_pro.exchange.xlsform_words import NOT_APPLICABLE
from retnet_pro.instrument.draft import DraftSource
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import GENERAL

SHEETS = ("survey", "choices", "settings")
_LIMITS = re.compile(r"\.\s*>=\s*([0-9]{1,5})\s+and\s+\.\s*<=\s*([0-9]{1,5})")
_RANGE = re.compile(r"\b(start|end|step)\s*=\s*([0-9]{1,5})(?![0-9.])")
_ABOUT = frozenset({"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "start-geopoint"})
_UNASKED: Mapping[str, str] = {
    "calculate": "a formula of the source; scores are declared by us",
    "select_multiple": "it takes several answers at once; here an item takes one",
    "rank": "ranks cannot be asked for here",
    "text": "an answer in free words is not possible here",
    "select_one_from_file": "its choices are in another file, which is not fetched",
    "hidden": "nobody sees it",
}
_BESIDE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("calculation",), "a formula of the source; scores are declared by us"),
    (("default",), "here nothing is answered beforehand (rule E08)"),
    (("choice_filter",), "choices that depend on an answer are not possible here"),
    (("trigger",), "what it sets off cannot be said here"),
)


def read_xlsform_draft(sheets: Mapping[str, Sheet], language: str) -> DraftSource:
    """Return what the sheets ``survey``, ``choices`` and ``settings`` ask, with its words in a language."""
    survey = sheets["survey"]
    reader = _Reader(Columns(survey, language))
    if "choices" in sheets:
        reader.take_choices(sheets["choices"], Columns(sheets["choices"], language))
    for row in range(1, len(survey.rows)):
        reader.take(survey.rows[row], survey.where(row))
    reader.end()
    found = reader.found
    if (settings := sheets.get("settings")) is not None and len(settings.rows) > 1:
        title = Columns(settings, language).text(settings.rows[1], "form_title")
        if title:
            found.placed.append((("title",), Phrase(text=title, where=f"{settings.where(1)}, column 'form_title'")))
    for name, sheet in sheets.items():
        found.lines += unread_columns(sheet, partial(is_read, name))
    notes = [Line(Mark.LOOK, note) for note in survey.notes]
    return DraftSource(
        kind="XLSForm", placed=tuple(found.placed), asked=tuple(found.asked), lines=(*found.lines, *notes)
    )


class _Reader:
    """Goes through the rows in order; it has state because groups open and end, and have a condition of their own."""

    def __init__(self, columns: Columns) -> None:
        self.found = Gathered(is_xpath=True)
        self._columns = columns
        self._lists: dict[str, list[tuple[int | None, Phrase]]] = {}
        self._not_applicable: dict[str, Phrase] = {}
        """By list the words of "does not apply"."""
        self._groups: list[tuple[str, Phrase | None, str, str]] = []
        """What each open group is, what stood above it, its condition, and where it begins."""
        self._heading: Phrase | None = None
        if columns.is_unnamed:
            self.found.look("the column 'label' does not say which language it is in (E131)")

    def take_choices(self, sheet: Sheet, columns: Columns) -> None:
        """Take the lists of answers."""
        seen: set[tuple[str, str]] = set()
        for place in range(1, len(sheet.rows)):
            row, where = sheet.rows[place], sheet.where(place)
            self.found.flawed(row, columns.names, where)
            name, code = columns.text(row, "list_name", "list name"), columns.text(row, "name", "value")
            if not name or not code:
                self.found.not_taken(f"{where}, columns 'list_name' and 'name': one of them is empty; left out")
                continue
            if (name, code) in seen:
                self.found.not_taken(f"{where}, column 'name': {shown(code)} stands twice in {shown(name)}; left out")
                continue
            seen.add((name, code))
            words = columns.label(row, f"{where}, choice {shown(code)}")
            answers = self._lists.setdefault(name, [])
            if re.fullmatch("[0-9]{1,5}", code):
                answers.append((int(code), words))
            elif code == NOT_APPLICABLE:
                self._not_applicable[name] = words
            else:
                odd = Phrase(text=words.text, where=words.where, flaw="its code is no whole number")
                answers.append((None, odd))

    def take(self, row: tuple[Cell, ...], line: str) -> None:
        """Take one row of the survey."""
        self.found.flawed(row, self._columns.names, line)
        kind = " ".join(self._columns.text(row, "type").split())
        name = self._columns.text(row, "name")
        if said_yes(self._columns.text(row, "disabled")):
            self.found.look(f"{line}, column 'disabled': the source leaves this row out, and so does the draft")
            return
        if not kind:
            if any(cell.text.strip() for cell in row):
                self.found.not_taken(f"{line}, column 'type': it is empty; the row is left out")
            return
        where = f"{line}, {shown(name)}"
        label = self._columns.label(row, where)
        plain = kind.casefold().replace(" ", "_")
        if plain in ("begin_group", "begin_repeat"):
            self._open(plain, label, self._columns.text(row, "relevant"), line)
        elif plain in ("end_group", "end_repeat"):
            self._close(plain, line)
        elif plain == "note":
            general = next((part for part in GENERAL if name == part or name.endswith(f"_{part}")), None)
            if general:
                self.found.placed.append(((general,), label))
            else:
                self._heading = label
            if self._columns.text(row, "relevant"):
                said = "words that are shown only sometimes are not possible here; they always stand there"
                self.found.not_taken(f"{where}, column 'relevant': {said}")
        elif plain in _ABOUT:
            self.found.look(f"{where}, column 'type': {kind} is filled in by the device and is no question")
        elif not name:
            self.found.not_taken(f"{line}, column 'name': it is empty; the row is left out")
        elif self.found.is_new(name, where, "name") and self._is_asked(row, where):
            self._question(row, where, kind, label)

    def end(self) -> None:
        """Tell of groups that never end."""
        for kind, _, _, line in self._groups:
            self.found.not_taken(f"{line}, column 'type': {kind} has no end")

    def _open(self, kind: str, label: Phrase, condition: str, line: str) -> None:
        self._groups.append((kind.removeprefix("begin_"), self._heading, condition, line))
        if kind == "begin_repeat":
            self.found.not_taken(f"{line}, column 'type': questions that repeat are not possible here; left out")
        if label.text or label.flaw:
            self._heading = label

    def _close(self, kind: str, line: str) -> None:
        if not self._groups or self._groups[-1][0] != kind.removeprefix("end_"):
            self.found.not_taken(f"{line}, column 'type': {kind} closes what was not opened")
            return
        self._heading = self._groups.pop()[1]

    def _is_asked(self, row: tuple[Cell, ...], where: str) -> bool:
        text = self._columns.text
        for names, why in _BESIDE:
            if text(row, *names) and text(row, "type").casefold() != "calculate":
                self.found.not_taken(f"{where}, column '{names[0]}': {why}")
        for place, cell in enumerate(row):
            column = self._columns.names[place] if place < len(self._columns.names) else ""
            if cell.text.strip() and column.casefold().startswith(BESIDE):
                said = "what stands beside a question has no place here"
                self.found.not_taken(f"{where}, column {shown(column)}: {said}")
        if text(row, "parameters") and text(row, "type").split()[:1] != ["range"]:
            self.found.not_taken(f"{where}, column 'parameters': what they do cannot be said here")
        if not said_no(text(row, "required")):
            said = "the source demands an answer; here it can be left out as on paper (rule E40)"
            self.found.look(f"{where}, column 'required': {said}")
        if text(row, "appearance"):
            self.found.look(f"{where}, column 'appearance': it is drawn in a way of this program's own")
        if not said_no(text(row, "read_only", "readonly")):
            self.found.not_taken(f"{where}, column 'read_only': nobody answers it; left out")
            return False
        return all(kind != "repeat" for kind, _, _, _ in self._groups)

    def _question(self, row: tuple[Cell, ...], where: str, kind: str, label: Phrase) -> None:
        text = self._columns.text
        conditions = [*(group[2] for group in self._groups), text(row, "relevant")]
        condition = " and ".join(f"({one})" for one in conditions if one)
        name, words = text(row, "name"), kind.split(" ")
        more = More(
            heading=self._heading,
            number=text(row, "number"),
            condition=condition,
            column="relevant",
            not_applicable=self._not_applicable.get(words[1]) if len(words) > 1 else None,
        )
        column = f"{where}, column 'type'"
        constraint = text(row, "constraint")
        if words[0].casefold() == "select_one" and len(words) in (2, 3):
            if words[2:]:
                self.found.not_taken(f"{column}: an answer in free words ({shown(words[2])}) is not possible here")
            if constraint:
                self.found.not_taken(f"{where}, column 'constraint': it cannot be said here")
            if words[1] not in self._lists:
                self.found.not_taken(f"{column}: the sheet 'choices' has no list {shown(words[1])}; left out")
                return
            self.found.choice(name, where, label, self._lists[words[1]], more)
        elif kind.casefold() == "integer":
            limits = _LIMITS.fullmatch(constraint)
            self.found.count(name, where, label, (limits[1], limits[2]) if limits else ("", ""), more)
        elif kind.casefold() == "range":
            given = dict(_RANGE.findall(text(row, "parameters")))
            if constraint:
                self.found.not_taken(f"{where}, column 'constraint': it cannot be said here")
            self.found.look(f"{column}: the source draws a range; here it is a number")
            step = given.get("step") == "1"
            self.found.count(name, where, label, (given.get("start", ""), given.get("end", "") if step else ""), more)
        else:
            why = _UNASKED.get(words[0].casefold(), f"answers of type {shown(kind)} are not possible here")
            self.found.not_taken(f"{column}: {why}; left out")
