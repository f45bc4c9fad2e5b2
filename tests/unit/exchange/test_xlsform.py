"""A form as an XLSForm: valid for pyxform and ODK Validate, the same form when read back, and no word too many."""

import io
import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, product

import openpyxl
import pytest
from click.testing import CliRunner
from lxml import etree
from pyxform.xls2xform import convert

from retnet_pro.answering.rules import holds
from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.cli.forms import forms
from retnet_pro.dataset.leaving_words import note_of
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.exchange.words_leaving import leaving_wording
from retnet_pro.exchange.xlsform import make_xlsform, xpath_of
from retnet_pro.exchange.xlsform_book import write_book
from retnet_pro.exchange.xlsform_words import NOT_APPLICABLE
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Licence, Wording
from retnet_pro.instrument.wording_match import Mark
from retnet_pro.phrases import sentence
from tests.fakes_rows import C30, DIARY, GINET21, library
from tests.proof_tools import use_java

CROOKED = """\
format: retnet-pro/instrument/1
id: crooked
version: "2"
title: Crooked
owner: Nobody
needs_licence: false
minutes: 1
status: PROJECT
source: Written for a test
response_scales:
  four: {kind: choice, codes: [4, 3, 2, 1]}
  gaps: {kind: choice, codes: [0, 1, 5]}
  seven: {kind: boxes, codes: [1, 2, 3, 4, 5, 6, 7]}
  times: {kind: count, lowest: 2, highest: 60}
recalls: [week, day]
items:
  - {id: recall_week, number: 40, topic: named like a group, scale: four, recall: week}
  - {id: form_notice, number: 39, topic: named like a note, scale: times, recall: week}
  - {id: on-its-own, number: 41, topic: without a time frame, scale: gaps, not_applicable: true}
  - id: deep
    number: 7
    topic: under a deep condition
    scale: seven
    recall: day
    condition:
      any:
        - all: [{at_least: {item: recall_week, code: 2}}, {equals: {item: form_notice, code: 3}}]
        - not: {any: [{equals: {item: on-its-own, code: 5}}, {at_least: {item: form_notice, code: 30}}]}
        - not: {equals: {item: recall_week, code: 4}}
  - {id: again, number: 8, topic: under a time frame that comes again, scale: four, recall: week, not_applicable: true}
scales:
  - {code: A, name: A, method: mean, items: [recall_week, again], direction: higher_worse, minimum_answered: 1}
  - {code: B, name: B, method: mean, items: [form_notice], direction: higher_worse, minimum_answered: 1}
  - {code: C, name: C, method: mean, items: [on-its-own], direction: higher_worse, minimum_answered: 1}
  - {code: D, name: D, method: mean, items: [deep], direction: higher_worse, minimum_answered: 1}
"""


def crooked():
    form, findings = read_instrument(CROOKED.encode(), "crooked.yaml")
    assert form is not None, findings
    return form


def shape_of(items):
    """Items, codes, order, time frames as runs, conditions: all of a form but its scores and its names of lists."""
    runs = [len(list(run)) for _, run in groupby(items, key=lambda item: item.recall)]
    again = [[other.recall == item.recall for other in items] for item in items]
    each = [
        (one.id, one.number, one.scale.kind, one.scale.codes, one.not_applicable, one.condition, one.recall is None)
        for one in items
    ]
    return each, runs, again


def written(form, words=()):
    return write_book(make_xlsform(form, words))


def back(content, form, language="en"):
    return make_draft(read_draft_source(content, "x.xlsx", language), form.id, form.version, language)


@dataclass(frozen=True)
class Shelf:
    """A library with one wording."""

    held: Wording

    def wording(self, form, language):
        return self.held


def changed(words, item, text):
    return replace(words, items={**words.items, item: text})


@pytest.mark.rule("E45", "E130")
@pytest.mark.parametrize(
    ("name", "languages"),
    [("crooked", ()), *((name, languages) for name in (C30, GINET21, DIARY) for languages in ((), ("en", "de", "he")))],
)
def test_odk_takes_every_form_and_it_comes_back_as_it_was(name, languages, tmp_path, monkeypatch):
    use_java(monkeypatch)
    form = crooked() if name == "crooked" else library().instrument(name)
    words = [library().wording(form, language) for language in languages]
    path = tmp_path / "form.xlsx"
    path.write_bytes(written(form, words))
    made = convert(path, validate=True)
    assert made.warnings == []
    assert all(f'/{item.id}"' in made.xform for item in form.items)
    for one in words or [None]:
        draft = back(path.read_bytes(), form, "en" if one is None else one.language)
        assert draft.is_understood, [line.said for line in draft.lines if line.mark is Mark.NOT_TAKEN]
        assert shape_of(draft.items) == shape_of(form.items)
        if one is not None:
            assert {item.id: draft.words["items", item.id] for item in form.items} == one.items
            assert draft.words["notice",] == note_of(one)
            assert {
                draft.words["labels", item.scale.id, str(code)]
                for item in draft.items
                for code in item.scale.codes
                if ("labels", item.scale.id, str(code)) in draft.words
            } == {text for texts in one.labels.values() for text in texts.values()}


@pytest.mark.rule("E45")
def test_an_independent_reader_of_xpath_decides_every_condition_as_we_do():
    """For every mix of answers, none, and "does not apply"; XPath is how an XLSForm says conditions."""
    deep = crooked().by_id["deep"].condition
    asked = re.sub(r"\$\{([^}]+)\}", r"/data/\1", xpath_of(deep))
    kinds = {None: "", NotApplicable(): NOT_APPLICABLE}
    outcomes = set()
    for first, second, third in product((None, 1, 2, 4), (None, 2, 3, 30, 31), (None, 0, 5, NotApplicable())):
        values = {"recall_week": first, "form_notice": second, "on-its-own": third}
        given = {
            name: value if isinstance(value, NotApplicable) else Answered(value)
            for name, value in values.items()
            if value is not None
        }
        data = etree.Element("data")
        for name, value in values.items():
            etree.SubElement(data, name).text = kinds.get(value, str(value))
        assert etree.ElementTree(data).xpath(f"boolean({asked})") == holds(deep, given), values
        outcomes.add(holds(deep, given))
    assert outcomes == {True, False}


def test_the_same_form_gives_the_same_bytes():
    form = library().instrument(DIARY)
    assert written(form) == written(form)


@pytest.mark.rule("E141")
def test_without_words_there_are_topics_and_codes_and_it_says_so():
    form = library().instrument(C30)
    book = make_xlsform(form, ())
    asked = {row[1]: row[2] for row in book["survey"] if row[0].startswith("select_one")}
    assert asked == {item.id: item.topic for item in form.items}
    assert "not the words of the questionnaire" in next(row for row in book["survey"] if row[0] == "note")[2]
    assert {row[2] for row in book["choices"][1:]} == {
        *(f"code {code}" for code in range(1, 5)),
        *map(str, range(1, 8)),
    }


@pytest.mark.rule("E140", "E141")
def test_words_under_a_licence_leave_only_when_it_lets_them():
    form = library().instrument(C30)
    own = library().wording(form, "en")
    last = date(2030, 1, 1)
    licence = Licence(owner="O", id="1", study="S", expires=last, copyright="(c) O", approval=None, in_exports=True)

    def leaves(licence, today=last):
        shelf = Shelf(replace(own, demonstration=False, licence=licence))
        return leaving_wording(shelf, form, "en", today)

    assert leaving_wording(library(), form, "en", last) == own
    assert leaves(licence).licence == licence
    for held, today in ((replace(licence, in_exports=False), last), (None, last), (licence, date(2030, 1, 2))):
        with pytest.raises(Refusal) as caught:
            leaves(held, today)
        assert caught.value.code is Code.WORDS_LICENSED
        assert "Nothing was written" in sentence(caught.value) and "licence" in str(caught.value.facts["why"])


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("https://x.example","tap")', "+1+1", "-2", "@SUM(A1)", "'quoted", "\tafter a tab", "a < b & c > d",
     "17", "כמה כואב? 3 > 2", "*star* _line_ # 'and' \"so\"", "concat('a', .)"],
)  # fmt: skip
def test_a_text_that_looks_like_a_formula_is_a_text_and_stays_one(text, tmp_path):
    form = library().instrument(DIARY)
    content = written(form, [changed(library().wording(form, "en"), "wheeze", text)])
    sheet = openpyxl.load_workbook(io.BytesIO(content))["survey"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert [(cell.data_type, cell.quotePrefix) for cell in found] == [("s", True)]
    assert back(content, form).words["items", "wheeze"] == text
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    convert(path, validate=False)


@pytest.mark.rule("T10")
@pytest.mark.parametrize("text", ["Hello ${wheeze}", "${nobody}", "<b>strong</b>", "<script>", "&amp;", "a_x000A_b"])
def test_a_text_that_would_be_computed_or_changed_is_named_by_sheet_row_and_column(text):
    form = library().instrument(DIARY)
    with pytest.raises(Refusal) as caught:
        make_xlsform(form, [changed(library().wording(form, "en"), "flush_count", text)])
    assert caught.value.code is Code.DATA_UNFIT
    assert caught.value.facts["row"] == "5 of sheet 'survey'"
    assert caught.value.facts["column"] == "label::en (en)"


def test_the_command_writes_a_form_and_nothing_over_another(tmp_path):
    out = tmp_path / "diary.xlsx"
    asked = ["xlsform", "carcinoid-diary", "--language", "en", "--language", "de", "-o", str(out)]
    done = CliRunner().invoke(forms, asked)
    assert done.exit_code == 0, done.output
    assert "6 items, with words in en, de" in done.output
    before = out.read_bytes()
    again = CliRunner().invoke(forms, asked)
    assert isinstance(again.exception, Refusal) and again.exception.code is Code.FILE_EXISTS
    assert out.read_bytes() == before
    missing = CliRunner().invoke(forms, ["xlsform", "qlq-c30", "--language", "xx", "-o", str(tmp_path / "x.xlsx")])
    assert isinstance(missing.exception, Refusal) and missing.exception.code is Code.WORDING_MISSING
    assert [one.name for one in tmp_path.iterdir()] == ["diary.xlsx"]
