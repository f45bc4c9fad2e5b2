"""The same words come out of every kind of source, to the byte, with their places found by number."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.exchange.wording_reading import load_source, read_source
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Instrument
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_draft import Head, write_draft
from retnet_pro.instrument.wording_match import Mark, Matched, match
from retnet_pro.instrument.wording_words import Place
from tests.unit.instrument.conftest import FORM

DATA = Path(__file__).resolve().parents[2] / "data" / "wording"
WORDS: dict[Place, str] = {
    ("title",): "A small form",
    ("instruction",): "Please tap.",
    ("notice",): "Made up for a test",
    ("recalls", "week"): "Lately",
    ("labels", "four", "1"): "none",
    ("labels", "four", "2"): "some",
    ("labels", "four", "3"): "more",
    ("labels", "four", "4"): "most",
    ("labels", "seven", "1"): "low",
    ("labels", "seven", "7"): "high",
    ("items", "a"): "First?",
    ("items", "b"): 'Second, or "second"?',
    ("items", "c"): "How many?",
    ("items", "d"): "Fourth?",
    ("items", "e"): "Fifth?",
    ("not_applicable", "b"): "Not for me",
}
HEAD = Head(
    instrument="small", instrument_version="1", version="1", language="en", right_to_left=False, demonstration=True,
    licence=None, translation=None, numbers_from_right=frozenset(),
)  # fmt: skip


def form() -> Instrument:
    found, findings = read_instrument(FORM.encode(), "f")
    assert found is not None, findings
    return found


def said(matched: Matched, mark: Mark) -> list[str]:
    return [line.said for line in matched.lines if line.mark is mark]


def read(content: bytes | str, **more: str) -> Matched:
    raw = content.encode() if isinstance(content, str) else content
    return match(form(), read_source(raw, "source", "en", **more))


def xlsx(rows: list[list[object]], **more: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheets = {"Words": rows, **more}
    book.remove(book.active)
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def table() -> list[list[object]]:
    lines = (DATA / "table.csv").read_text("utf-8").replace('"Second, or ""second""?"', "Second; or").splitlines()
    rows: list[list[object]] = [list(line.split(",")) for line in lines]
    rows[12][4] = 'Second, or "second"?'
    return rows


@pytest.mark.rule("E04", "E130")
@pytest.mark.parametrize("name", ["table.csv", "redcap.csv", "questionnaire-r4.json", "questionnaire-r5.json"])
def test_every_kind_of_source_gives_the_same_words(name: str) -> None:
    matched = match(form(), load_source(DATA / name, "en"))
    assert matched.words == WORDS
    assert matched.is_complete
    assert len(said(matched, Mark.MATCHED)) == len(WORDS)
    assert said(matched, Mark.MISSING) == said(matched, Mark.NOT_TAKEN) == []


@pytest.mark.rule("E04")
def test_a_spreadsheet_gives_the_same_words_also_with_numbers_in_its_cells() -> None:
    rows = table()
    for row in rows[1:]:
        row[1] = int(str(row[1])) if row[1] else None
    assert read(xlsx(rows)).words == WORDS
    assert said(read(xlsx(rows)), Mark.MATCHED)[0] == "title, sheet 'Words', row 2"


def test_a_semicolon_or_tab_between_cells_is_understood() -> None:
    for sign in ";\t":
        assert read(f"number{sign}text\n1{sign}First, or one?\n").words["items", "a"] == "First, or one?"


@pytest.mark.rule("E131")
def test_a_questionnaire_in_another_language_without_a_translation_gives_no_words() -> None:
    matched = match(form(), load_source(DATA / "questionnaire-r4.json", "fr"))
    assert matched.words == {}
    assert "it is in 'en', and no translation into 'fr' stands beside it" in said(matched, Mark.NOT_TAKEN)[0]
    german = match(form(), load_source(DATA / "questionnaire-r5.json", "de"))
    assert german.words["items", "b"] == "Zweitens?"


@pytest.mark.rule("E131")
@pytest.mark.parametrize(
    ("own", "wanted", "taken"),
    [
        ("zh-Hant", "zh-Hans", False),
        ("pt", "pt-BR", False),
        ("en-GB", "en", True),
        ("EN", "en", True),
        ("end", "en", False),
    ],
)
def test_another_script_or_country_is_another_language(own: str, wanted: str, taken: bool) -> None:
    item = {"linkId": "1", "text": "First?", "type": "string"}
    source = json.dumps({"resourceType": "Questionnaire", "language": own, "item": [item]}).encode()
    matched = match(form(), read_source(source, "source", wanted))
    assert (("items", "a") in matched.words) is taken
    assert any("words were taken for" in line for line in said(matched, Mark.LOOK)) is (own != wanted and taken)


def test_a_copyright_in_a_questionnaire_is_told_and_not_taken_for_a_licence() -> None:
    matched = match(form(), load_source(DATA / "questionnaire-r5.json", "en"))
    assert any("(c) Owner Demo" in line for line in said(matched, Mark.LOOK))


@pytest.mark.rule("E130")
def test_the_report_names_what_is_missing_and_what_is_too_much() -> None:
    matched = read("number,text,part,name\n1,First?,,\n77,Nobody asked,,\n,Never,recall,month\n,lost,,\n")
    assert matched.words == {("items", "a"): "First?"}
    assert len(said(matched, Mark.MISSING)) == len(WORDS) - 1
    assert said(matched, Mark.TOO_MUCH) == [
        "question 77, line 3: the form has no item of this number",
        "recall 'month', line 4: the form has no place for it",
    ]
    assert said(matched, Mark.NOT_TAKEN) == [
        "'lost', line 5: the row says neither a number nor a part this program knows"
    ]
    assert matched.counts == {Mark.MATCHED: 1, Mark.MISSING: 15, Mark.NOT_TAKEN: 1, Mark.TOO_MUCH: 2}


@pytest.mark.rule("E04")
def test_the_report_names_what_differs_from_before_and_keeps_only_what_is_around_the_questions() -> None:
    before = {**WORDS, ("items", "a"): "First ?", ("title",): "Old title"}
    matched = match(form(), read_source(b"number,text\n1,First?\n2,Second?\n", "source", "en"), before)
    assert matched.words["title",] == "Old title"
    assert ("items", "c") not in matched.words, "a question is never taken from before"
    assert "title: the source says nothing, as in the previous version" in said(matched, Mark.KEPT)
    assert said(matched, Mark.DIFFERS)[:3] == [
        "item 1 ('a'): 'First ?' before, 'First?' now",
        "item 2 ('b'): 'Second, or \"second\"?' before, 'Second?' now",
        "item 3 ('c'): 'How many?' before, nothing now",
    ]


def test_two_headings_over_one_time_frame_or_two_wordings_of_one_answer_are_not_decided_here() -> None:
    text = (DATA / "redcap.csv").read_text("utf-8").replace('"1, none | 2, some | 3', '"1, None | 2, some | 3', 1)
    matched = read(text)
    assert ("labels", "four", "1") not in matched.words
    assert any(
        line.startswith("label 1 of 'four': the source says different") for line in said(matched, Mark.NOT_TAKEN)
    )


def test_a_form_of_a_dictionary_and_a_sheet_of_a_book_are_chosen_by_name() -> None:
    text = (DATA / "redcap.csv").read_text("utf-8")
    both = text + text.partition("\n")[2].replace(",small,", ",other,")
    assert "the dictionary has 2 forms; choose one with --part" in said(read(both), Mark.LOOK)
    assert read(both, part="other").words == read(both, part="small").words == WORDS
    assert said(read(both, part="none"), Mark.LOOK) == ["the dictionary has no form 'none'"]
    assert read(xlsx([["number", "text"]], Second=table()), part="Second").words == WORDS


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@pytest.mark.rule("E04")
@given(TEXTS)
def test_any_text_is_taken_to_the_byte_or_not_at_all(text: str) -> None:
    source = json.dumps(
        {"resourceType": "Questionnaire", "item": [{"linkId": "1", "text": text, "type": "string"}]}
    ).encode()
    full = match(form(), read_source(source, "source", "en"), WORDS)
    words = {**WORDS, **full.words}
    wording, findings = read_wording(write_draft(HEAD, words), "draft", form())
    assert wording is not None, findings
    if ("items", "a") in full.words:
        assert wording.items["a"] == text  # type: ignore[index]
    else:
        assert any(line.startswith("item 1 ('a')") for line in said(full, Mark.NOT_TAKEN))


@pytest.mark.rule("E04")
@given(TEXTS.filter(lambda text: "\x00" not in text))
def test_a_cell_of_a_table_keeps_every_character(text: str) -> None:
    escaped = text.replace('"', '""')
    (question,) = read_source(f'number,text\r\n1,"{escaped}"\r\n'.encode(), "source", "en").questions
    assert question.words.text == text
