"""A REDCap dictionary becomes a draft: structure and words are taken, formulas never, findings name row and column."""

import csv
import io

import pytest
from click.testing import CliRunner

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.exchange.redcap_dictionary import HEADER, dictionary_lines, item_field, make_dictionary
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.draft_writing import write_draft_form
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Equals, ItemKind
from retnet_pro.instrument.wording_match import Mark
from tests import fakes_rows as fakes

LEVELS = "1, Little | 2, Some | 3, Much"
PLACES = {"type": 3, "label": 4, "choices": 5, "note": 6, "valid": 7, "least": 8, "most": 9, "logic": 11}
PLACES |= {"required": 12, "number": 14, "ranking": 16, "tags": 17, "header": 2, "form": 1}


def field(name, kind="radio", choices=LEVELS, **more):
    row = [name, "pain", *[""] * 16]
    row[5] = choices
    for key, value in {"type": kind, "label": f"Words of {name}", **more}.items():
        row[PLACES[key]] = value
    return row


def text_of(*rows):
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, field("record_id", "text", ""), *rows])
    return out.getvalue().encode()


def draft_of(*rows, part=None):
    return make_draft(read_draft_source(text_of(*rows), "x.csv", "en", part), "mine", "1", "en")


def said(draft, mark):
    return [line.said for line in draft.lines if line.mark is mark]


@pytest.mark.parametrize("name", [fakes.C30, fakes.GINET21, fakes.DIARY])
def test_the_structure_of_our_own_dictionaries_comes_back(name):
    form = fakes.library().instrument(name)
    out = io.StringIO()
    csv.writer(out).writerows(dictionary_lines(make_dictionary(fakes.codebook())))
    part = name.replace("-", "_")
    draft = make_draft(read_draft_source(out.getvalue().encode(), "x", "en", part), "mine", "1", "en")
    for made, own in zip(draft.items, form.items, strict=True):
        assert (made.id, made.number, made.scale.codes) == (
            item_field(form.id, own.id).replace(".", "_"), own.number, own.scale.codes
        )  # fmt: skip
    assert any("the answer" in one or "free words" in one or "checked as" in one for one in said(draft, Mark.NOT_TAKEN))


def test_words_sections_numbers_and_conditions_are_taken():
    draft = draft_of(
        field("p_title", "descriptive", "", label="A title"),
        field("p_q1", header="A time frame:", number="1."),
        field("p_q2", choices="0, none | 1, 1 | 2, 2 | 3, worst", logic="[p_q1] = '2' or ([p_q1] >= 3)"),
        field("p_q3", "text", "", valid="integer", least="0", most="9", logic="[p_q1] > 1 and [p_q2] > '0'"),
    )
    assert draft.is_understood, said(draft, Mark.NOT_TAKEN)
    assert [(one.number, one.scale.kind, one.recall) for one in draft.items] == [
        (1, ItemKind.CHOICE, "recall_1"), (2, ItemKind.BOXES, "recall_1"), (3, ItemKind.COUNT, "recall_1"),
    ]  # fmt: skip
    assert draft.items[1].condition == AnyOf((Equals("p_q1", 2), AtLeast("p_q1", 3)))
    assert draft.items[2].condition == All((AtLeast("p_q1", 2), AtLeast("p_q2", 1)))
    assert draft.words["title",] == "A title"
    assert draft.words["items", "p_q1"] == "Words of p_q1"
    assert draft.words["recalls", "recall_1"] == "A time frame:"


@pytest.mark.rule("E76")
@pytest.mark.parametrize(
    ("row", "told"),
    [
        (field("q2", "calc", "[q1] * 2"), "column 'Field Type': a formula of the source"),
        (field("q2", "wheel"), "column 'Field Type': 'wheel' is no type"),
        (field("q2", "checkbox"), "column 'Field Type': it takes several answers"),
        (field("q2", "yesno", ""), "column 'Field Type': REDCap words its answers itself"),
        (field("q2", "text", ""), "column 'Field Type': an answer in free words"),
        (field("q2", "text", "", valid="date_ymd"), "checked as 'date_ymd'"),
        (field("q2", "text", "", valid="integer"), "without limits"),
        (field("q2", choices="1, a | 1, b"), "no two answers"),
        (field("q2", choices="1, a | two"), "a choice is a whole number"),
        (field("q2", choices=""), "no two answers"),
        (field("q1"), "column 'Variable / Field Name': this name stands there twice"),
        (field(""), "column 'Variable / Field Name': it is empty"),
        (field("q2", note="below"), "column 'Field Note'"),
        (field("q2", tags="@HIDDEN-SURVEY"), "nobody sees it"),
        (field("q2", tags="@CALCTEXT(1)"), "a formula of the source"),
        (field("q2", tags="@DEFAULT='1'"), "nothing is answered beforehand"),
        (field("q2", tags="@WHEEL"), "@WHEEL: what it does cannot be said"),
        (field("q2", ranking="y"), "column 'Matrix Ranking?'"),
        (field("q2", logic="[q2] = '1'"), "'q2', which is not an earlier item"),
        (field("q2", logic="[q3] = '1'"), "'q3', which is not an earlier item"),
        (field("q2", logic="[q1] <> '1'"), "'<>' cannot be said here"),
        (field("q2", logic="[q1] = '7'"), "no such answer"),
        (field("q2", logic="sum([q1]) = 1"), "'sum([q1]) = 1' cannot be said here"),
        (field("q2", logic="([q1] = 1"), "it ends too early"),
        (field("q2", logic="[q1] = 1 [q1]"), "stands where it should end"),
        (field("q2", logic="(" * 40 + "[q1] = 1" + ")" * 40), "nested deeper"),
        (field("q2", label="Hello [name]"), "REDCap would put a value"),
        (field("q2", label="<b>Hello</b>"), "HTML tag"),
    ],
)  # fmt: skip
def test_whatever_cannot_be_asked_here_is_told_by_row_and_column(row, told):
    draft = draft_of(field("q1"), row, field("q3"))
    found = [one for one in said(draft, Mark.NOT_TAKEN) if told in one]
    assert found, draft.lines
    assert draft.items[0].id == "q1"
    assert "line 4" in found[0] or "item" in found[0]
    assert not draft.is_understood


@pytest.mark.rule("E08", "E40")
def test_what_a_person_must_look_at_is_told():
    draft = draft_of(field("q1", required="y"), field("q2", "slider", "low | high"), field("q3", choices="1, a | 9, b"))
    told = " ".join(said(draft, Mark.LOOK))
    for one in ("demands an answer", "slider", "gaps", "record's identifier", "which language"):
        assert one in told
    assert (draft.items[1].scale.minimum, draft.items[1].scale.maximum) == (0, 100)


def test_a_draft_is_no_form_until_its_scales_are_declared():
    instrument, findings = read_instrument(write_draft_form(draft_of(field("q1"))), "x")
    assert instrument is None
    assert "'scales'" in " ".join(one.message for one in findings)


@pytest.mark.parametrize(
    ("part", "why"),
    [(None, "choose one with --part: 'pain', 'sleep'"), ("mood", "has no form 'mood'; it has 'pain', 'sleep'")],
)
def test_one_form_of_several_must_be_named(part, why):
    with pytest.raises(Refusal) as refused:
        draft_of(field("q1"), field("q2", form="sleep"), part=part)
    assert refused.value.code is Code.WORDING_SOURCE_UNFIT
    assert why in str(refused.value.facts["why"])


def test_the_command_writes_nothing_where_nothing_was_understood(tmp_path):
    source = tmp_path / "x.csv"
    source.write_bytes(text_of(field("q1"), field("q2", "notes", "")))
    asked = ["draft", str(source), "--id", "pain", "--language", "en", "-o"]
    done = CliRunner().invoke(forms, [*asked, str(tmp_path / "out")])
    assert done.exit_code == 3, done.output
    assert "not taken: line 4, field 'q2', column 'Field Type'" in done.output
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["en.yaml", "pain.yaml"]
    source.write_bytes(text_of())
    assert CliRunner().invoke(forms, [*asked, str(tmp_path / "none")]).exception.code is Code.WORDING_SOURCE_UNFIT
    assert not (tmp_path / "none").exists()
