"""An XLSForm becomes a draft: structure and words in one language are taken, findings name sheet, row and column."""

import io
import json

import openpyxl
import pytest
from click.testing import CliRunner
from pyxform.xls2xform import convert

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.draft_writing import write_draft_form
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Equals, ItemKind, Not
from retnet_pro.instrument.wording_match import Mark
from tests.proof_tools import use_java

COLUMNS = [
    "type",
    "name",
    "label::English (en)",
    "label::Deutsch (de)",
    "relevant",
    "constraint",
    "required",
    "default",
]
COLUMNS += ["parameters", "hint", "read_only", "calculation", "appearance", "choice_filter"]
CHOICES = [["list_name", "name", "label::English (en)", "label::Deutsch (de)"]]
CHOICES += [["levels", code, f"level {code}", f"Stufe {code}"] for code in (1, 2, 3)]
CHOICES += [["ends", 0, "least", "wenig"], ["ends", 1, "1", "1"], ["ends", 2, "2", "2"], ["ends", 3, "most", "viel"]]
CHOICES += [["odd", "yes", "Yes", "Ja"], ["odd", "no", "No", "Nein"], ["one", 1, "One", "Eins"]]


def row(kind, name, **more):
    words = {"type": kind, "name": name, COLUMNS[2]: f"Words of {name}", COLUMNS[3]: f"Worte von {name}", **more}
    return [words.get(column) for column in COLUMNS]


def book_of(*rows, columns=COLUMNS, choices=(), hide=False):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = {"survey": [columns, *rows], "choices": [*CHOICES, *choices], "settings": [["form_title"], ["A title"]]}
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for line in content:
            sheet.append(line)
        if hide:
            sheet.column_dimensions["B"].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def draft_of(*rows, language="en", **more):
    return make_draft(read_draft_source(book_of(*rows, **more), "x.xlsx", language), "mine", "1", language)


def said(draft, mark):
    return [line.said for line in draft.lines if line.mark is mark]


GOOD = (
    row("note", "instruction"),
    row("begin_group", "week", **{COLUMNS[2]: "A time frame:", COLUMNS[3]: "Ein Zeitraum:"}),
    row("select_one levels", "q1"),
    row("select_one ends", "q2", relevant="${q1} = '2' or selected(${q1}, '3')"),
    row("end_group", None),
    row("begin_group", "more", relevant="${q1} > 1", **{COLUMNS[2]: None, COLUMNS[3]: None}),
    row("integer", "q3", constraint=". >= 0 and . <= 9", relevant="${q2} >= 1"),
    row("end_group", None),
    row("range", "q4", parameters="start=0 end=10 step=1"),
)
NUMBERED = [*COLUMNS, "number"]


@pytest.mark.parametrize(("language", "words", "level"), [("en", "Words of", "level"), ("de", "Worte von", "Stufe")])
def test_structure_and_words_in_one_language_are_taken(language, words, level):
    draft = draft_of(*GOOD, language=language)
    assert draft.is_understood, said(draft, Mark.NOT_TAKEN)
    assert [(one.id, one.number, one.scale.kind) for one in draft.items] == [
        ("q1", 1, ItemKind.CHOICE), ("q2", 2, ItemKind.BOXES), ("q3", 3, ItemKind.COUNT), ("q4", 4, ItemKind.COUNT),
    ]  # fmt: skip
    assert [one.recall for one in draft.items] == ["recall_1", "recall_1", None, None]
    assert draft.items[1].condition == AnyOf((Equals("q1", 2), Equals("q1", 3)))
    assert draft.items[2].condition == All((AtLeast("q1", 2), AtLeast("q2", 1)))
    assert draft.words["title",] == "A title"
    assert draft.words["instruction",] == f"{words} instruction"
    assert draft.words["items", "q1"] == f"{words} q1"
    assert draft.words["labels", draft.items[0].scale.id, "1"] == f"{level} 1"


def test_what_does_not_apply_what_is_not_so_and_a_printed_number_are_taken():
    rows = (
        [*row("select_one levels", "first"), 11],
        [*row("select_one either", "second", relevant="not(${first} = 2 and ${first} > 1)"), 12],
    )
    choices = [["either", 1, "One", "Eins"], ["either", 2, "Two", "Zwei"], ["either", "not_applicable", "No", "Nein"]]
    draft = draft_of(*rows, columns=NUMBERED, choices=choices)
    assert draft.is_understood, said(draft, Mark.NOT_TAKEN)
    assert [(one.number, one.not_applicable) for one in draft.items] == [(11, False), (12, True)]
    assert draft.items[1].scale.codes == (1, 2)
    assert draft.words["not_applicable", "second"] == "No"
    assert draft.items[1].condition == Not(All((Equals("first", 2), AtLeast("first", 2))))


@pytest.mark.rule("E131")
def test_words_in_another_language_are_never_taken():
    draft = draft_of(row("select_one levels", "q1"), language="fr")
    assert [key for key in draft.words if key != ("title",)] == []
    assert any("'label::English (en)'" in one for one in said(draft, Mark.NOT_TAKEN))


def test_a_column_that_does_not_say_its_language_is_taken_and_pointed_out():
    draft = draft_of(["select_one levels", "q1", "Words"], columns=["type", "name", "label"])
    assert draft.words["items", "q1"] == "Words"
    assert any("does not say which language" in one for one in said(draft, Mark.LOOK))


@pytest.mark.rule("E76", "E08")
@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (row("wheel", "q2"), "column 'type': answers of type 'wheel'"),
        (row("text", "q2"), "column 'type': an answer in free words"),
        (row("select_multiple levels", "q2"), "column 'type': it takes several"),
        (row("select_one levels or_other", "q2"), "free words ('or_other')"),
        (row("select_one nowhere", "q2"), "no list 'nowhere'"),
        (row("select_one_from_file a.csv", "q2"), "in another file"),
        (row("select_one odd", "q2"), "no whole number"),
        (row("select_one one", "q2"), "no two answers"),
        (row("integer", "q2"), "without limits"),
        (row("range", "q2", parameters="start=0 end=10 step=2"), "without limits"),
        (row("calculate", "q2", calculation="${q1} * 2"), "column 'type': a formula of the source"),
        (row("select_one levels", "q2", default="1"), "column 'default': here nothing is answered"),
        (row("select_one levels", "q2", read_only="yes"), "column 'read_only': nobody answers it"),
        (row("select_one levels", "q2", choice_filter="a=1"), "column 'choice_filter'"),
        (row("select_one levels", "q2", hint="help"), "column 'hint'"),
        (row("select_one levels", "q2", constraint=". > 1"), "column 'constraint'"),
        (row("select_one levels", "q1"), "column 'name': this name stands there twice"),
        (row("select_one levels", None), "column 'name': it is empty"),
        (row(None, "q2"), "column 'type': it is empty"),
        (row("end_group", None), "closes what was not opened"),
        (row("begin_group", "g"), "has no end"),
        (row("begin_repeat", "g"), "questions that repeat"),
        (row("select_one levels", "q2", relevant="${q2} = 1"), "column 'relevant': its condition: it depends on 'q2'"),
        (row("select_one levels", "q2", relevant="${q3} = 1"), "it depends on 'q3'"),
        (row("select_one levels", "q2", relevant="not(${q1} = 9)"), "no such answer"),
        (row("select_one levels", "q2", relevant="not ${q1} = 1"), "stands where '(' should"),
        (row("select_one levels", "q2", relevant="${q1} != 1"), "'!=' cannot be said here"),
        (row("select_one levels", "q2", relevant="=A1"), "column 'relevant': the cell holds a formula"),
        (row("select_one levels", "q2", **{COLUMNS[2]: "Hello ${q1}"}), "would put a value"),
    ],
)
def test_whatever_cannot_be_asked_here_is_told_by_row_and_column(bad, told):
    draft = draft_of(row("select_one levels", "q1"), bad, row("select_one levels", "q3"))
    found = [one for one in said(draft, Mark.NOT_TAKEN) if told in one]
    assert found, draft.lines
    assert draft.items[0].id == "q1"
    assert "row" in found[0] or "item" in found[0]


@pytest.mark.parametrize(
    ("choice", "told"),
    [(["levels", 1, "again", "x"], "'1' stands twice in 'levels'"), (["", 4, "x", "x"], "one of them is empty")],
)
def test_broken_choices_are_told_by_row(choice, told):
    draft = draft_of(row("select_one levels", "q1"), choices=[choice])
    assert any(told in one and "sheet 'choices', row 12" in one for one in said(draft, Mark.NOT_TAKEN)), draft.lines


def test_hidden_columns_required_answers_and_appearances_are_pointed_out():
    draft = draft_of(row("select_one levels", "q1", required="yes", appearance="likert"), row("today", "t"), hide=True)
    told = " ".join(said(draft, Mark.LOOK))
    for one in ("hidden rows or columns", "demands an answer", "way of this program's own", "filled in by the device"):
        assert one in told


def test_a_draft_is_no_form_until_its_scales_are_declared():
    instrument, findings = read_instrument(write_draft_form(draft_of(*GOOD)), "x")
    assert instrument is None
    assert "'scales'" in " ".join(one.message for one in findings)


def test_a_spreadsheet_without_a_survey_is_refused():
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    for content, why in ((out.getvalue(), "no sheet 'survey'"), (b"PK\x03\x04", "not a readable XLSX")):
        with pytest.raises(Refusal) as refused:
            read_draft_source(content, "x.xlsx", "en")
        assert refused.value.code is Code.WORDING_SOURCE_UNFIT
        assert why in str(refused.value.facts["why"])


def test_the_command_takes_an_xlsform(tmp_path):
    source = tmp_path / "x.xlsx"
    source.write_bytes(book_of(*GOOD))
    asked = ["draft", str(source), "--id", "pain", "--language", "de", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(forms, asked)
    assert done.exit_code == 0, done.output
    told = json.loads(CliRunner().invoke(forms, [*asked[:-1], str(tmp_path / "again"), "--json"]).output)
    assert [one["said"][:8] for one in told if one["mark"] == "matched"] == [f"item {place} '" for place in range(1, 5)]
    assert "Worte von q1" in (tmp_path / "out" / "de.yaml").read_text("utf-8")


def test_the_check_of_forms_names_what_a_draft_lacks(tmp_path):
    source = tmp_path / "x.xlsx"
    source.write_bytes(book_of(*GOOD))
    folder = tmp_path / "forms"
    CliRunner().invoke(forms, ["draft", str(source), "--id", "pain", "--language", "en", "-o", str(tmp_path / "out")])
    folder.mkdir()
    (tmp_path / "words").mkdir()
    (tmp_path / "out" / "pain.yaml").rename(folder / "pain.yaml")
    checked = CliRunner().invoke(forms, ["check", "--forms", str(folder), "--words", str(tmp_path / "words")])
    assert checked.exit_code == 3
    for name in ("owner", "minutes", "source", "topic", "scales"):
        assert f"'{name}'" in checked.output


def test_pyxform_and_odk_validate_take_the_form_these_tests_take(tmp_path, monkeypatch):
    """The form the tests above are about is a good one by the reference program, not only by ours."""
    use_java(monkeypatch)
    source = tmp_path / "x.xlsx"
    source.write_bytes(book_of(*GOOD))
    made = convert(source, validate=True)
    for name in ("q1", "q2", "q3", "q4"):
        assert f'/{name}"' in made.xform


@pytest.mark.rule("T11")
def test_an_old_or_locked_spreadsheet_is_told_how_to_be_saved():
    with pytest.raises(Refusal) as caught:
        read_draft_source(b"\xd0\xcf\x11\xe0" + bytes(600), "old.xls", "en")
    assert "save it as XLSX" in caught.value.facts["why"]
