"""Sources that lie, grow, hide or break: one named refusal, or a line in the report; never a wrong word."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.wording_cells import SOURCE_LIMIT
from retnet_pro.exchange.wording_reading import load_source
from retnet_pro.instrument.wording_match import Mark
from retnet_pro.phrases import sentence
from tests.unit.exchange.test_wording_sources import DATA, read, said, xlsx


def refusal(content: bytes | str, **more: str) -> str:
    with pytest.raises(Refusal) as caught:
        read(content, **more)
    assert caught.value.code is Code.WORDING_SOURCE_UNFIT
    assert "Nothing was written" in sentence(caught.value)
    return str(caught.value.facts["why"])


def repacked(content: bytes, **parts: bytes) -> bytes:
    """Put other parts into a spreadsheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part.filename))
        for name, body in parts.items():
            new.writestr(name, body)
    return out.getvalue()


ONE: list[list[object]] = [["number", "text"], [1, "First?"]]


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "its first row has neither"),
        (b"a,b\n1,2\n", "its first row has neither"),
        (b"\xff\xfen\x00u\x00", "UTF-16"),
        ("number,text\n1,Größe\n".encode("latin-1"), "line 2 is not in UTF-8"),
        (b"number,text\n1,a\x00b\n", "zero bytes"),
        (b'number,text\n1,"never closed\n', "line 2 is not well-formed CSV"),
        (b"number,text\n1," + b"x" * 140_000 + b"\n", "line 2 is not well-formed CSV"),
        (b"number,text\n" + b"1,x\n" * 20_001, "more than 20000 rows"),
        (b"number,text" + b"," * 300 + b"\n", "200 columns"),
        (b"x" * (SOURCE_LIMIT + 1), "larger than 8 MiB"),
        (b"\xd0\xcf\x11\xe0 old", "old or locked spreadsheet"),
        (b"PK\x03\x04 torn", "not a readable XLSX file"),
        (b"{", "not readable as JSON"),
        (b'{"a": ' * 5000, "not readable as JSON"),
        (b'{"resourceType": "Patient"}', "not a FHIR Questionnaire but 'Patient'"),
        (b'{"resourceType": "Questionnaire", "resourceType": "Questionnaire"}', "a key stands there twice"),
        (b'{"resourceType": "Questionnaire", "title": "\xff"}', "not in UTF-8"),
        (b'{"item": []}', "not a FHIR Questionnaire but 'None'"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused(content: bytes, why: str) -> None:
    assert why in refusal(content)


@pytest.mark.rule("T10")
def test_a_questionnaire_nested_without_end_or_with_endless_items_is_refused() -> None:
    deep: dict[str, object] = {"linkId": "1", "text": "x"}
    for _ in range(30):
        deep = {"linkId": "g", "type": "group", "item": [deep]}
    assert "nested deeper" in refusal(json.dumps({"resourceType": "Questionnaire", "item": [deep]}))
    many = [{"linkId": "1"}] * 20_001
    assert "more than 20000 items" in refusal(json.dumps({"resourceType": "Questionnaire", "item": many}))


@pytest.mark.rule("T10")
@pytest.mark.parametrize("plain", [[], 1, None, {"a": 1}, "x", [None, 3, "x", []]])
def test_a_questionnaire_with_the_wrong_kind_in_every_place_gives_no_words(plain: object) -> None:
    option = {"valueCoding": plain, "extension": plain}
    item = {"linkId": plain, "prefix": plain, "text": plain, "_text": plain, "answerOption": [option]}
    content = json.dumps(
        {
            "resourceType": "Questionnaire", "language": plain, "title": plain, "contained": plain, "copyright": plain,
            "item": [item, {**item, "text": "x", "linkId": "1", "answerValueSet": plain, "answerOption": plain}],
        }
    )  # fmt: skip
    assert set(read(content).words) <= {("items", "a"), ("title",)}


@pytest.mark.rule("T10")
@pytest.mark.parametrize("plain", [1, {"a": 1}, "x", [None, 3, "x", []]])
def test_items_that_are_none_are_refused_and_not_passed_over(plain: object) -> None:
    outer = refusal(json.dumps({"resourceType": "Questionnaire", "item": plain}))
    assert outer == "what stands under 'item' in the questionnaire is no list of items"
    inside = refusal(json.dumps({"resourceType": "Questionnaire", "item": [{"linkId": "a", "item": plain}]}))
    assert "in item 'a' is no list of items" in inside


def test_answers_outside_the_file_and_codes_that_are_none_are_named() -> None:
    item = {
        "linkId": "1", "text": "First?", "answerValueSet": "http://example.org/four",
        "answerOption": [{"valueString": "none"}, {"valueCoding": {"code": "x", "display": "some"}}],
    }  # fmt: skip
    lines = said(read(json.dumps({"resourceType": "Questionnaire", "item": [item]})), Mark.NOT_TAKEN)
    assert any("value set outside this file, which is not fetched" in line for line in lines)
    assert any("'none'" in line and "it has no code" in line for line in lines)
    assert any("'some'" in line and "its code is no whole number" in line for line in lines)


@pytest.mark.rule("T10")
def test_a_spreadsheet_that_unpacks_to_no_end_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(xlsx(ONE), **{"xl/media/nothing.bin": bytes(70 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert refusal(bomb) == "it unpacks to more than 16 MiB"


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        (
            "xl/worksheets/sheet1.xml",
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
            "declares entities",
        ),
        ("xl/workbook.xml", '<?xml version="1.0" encoding="UTF-16"?><x/>'.encode("utf-16"), "not in UTF-8"),
        ("xl/workbook.xml", b'<?xml version="1.0" encoding="cp037"?><x/>', "not in UTF-8"),
        ("xl/vbaProject.bin", b"program", "macros"),
        ("xl/workbook.xml", b"<workbook", "not a readable XLSX file"),
        ("[Content_Types].xml", b"<Types/>", "not a readable XLSX file"),
    ],
)
def test_a_spreadsheet_with_a_hostile_part_is_refused(name: str, body: bytes, why: str) -> None:
    assert why in refusal(repacked(xlsx(ONE), **{name: body}))


@pytest.mark.rule("T10")
def test_a_spreadsheet_torn_at_any_place_is_refused_or_read_but_never_crashes() -> None:
    sound = xlsx(ONE)
    for cut in range(4, len(sound), 97):
        assert refusal(sound[:cut])


@pytest.mark.rule("T10")
def test_a_spreadsheet_of_more_pieces_than_words_can_have_is_refused() -> None:
    assert (
        refusal(repacked(xlsx(ONE), **{"xl/sharedStrings.xml": b"<si/>" * 600_000})) == "it has more than 500000 tags"
    )


@pytest.mark.rule("T10")
def test_a_sheet_that_says_it_has_a_million_rows_is_refused() -> None:
    cell = '<c r="A1048576" t="inlineStr"><is><t>number</t></is></c>'
    sheet = f'<sheetData><row r="1048576">{cell}</row></sheetData></worksheet>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}'
    hostile = repacked(xlsx(ONE), **{"xl/worksheets/sheet1.xml": sheet.encode()})
    assert refusal(hostile) == "the sheet has more than 20000 rows or 200 columns"


def test_a_sheet_is_never_chosen_by_chance() -> None:
    assert "it has no single visible sheet; name one with --part. Sheets: 'Words', 'More'" in refusal(
        xlsx(ONE, More=ONE)
    )
    assert "it has no sheet 'None'" in refusal(xlsx(ONE), part="None")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(ONE, More=[["number", "text"], [1, "Hidden?"]])))
    book["More"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert read(out.getvalue()).words == {("items", "a"): "First?"}


@pytest.mark.rule("E04", "T10")
def test_formulas_numbers_dates_and_errors_are_no_words() -> None:
    rows = [["number", "text"], [1, '="First"&"?"'], [2, 5], [3, True], [4, "#REF!"], [5, "#VALUE!"]]
    matched = read(xlsx(rows))
    assert matched.words == {}
    lines = [line.partition(": ")[2] for line in said(matched, Mark.NOT_TAKEN)]
    assert lines == [
        "the cell holds a formula, not a text",
        "the cell holds a number, not a text",
        "the cell holds a truth value, not a text",
        "the cell holds an error, #REF!",
        "the cell holds an error, #VALUE!",
    ]


@pytest.mark.rule("E04")
def test_emphasis_that_would_be_lost_is_told() -> None:
    inline = read(xlsx([["number", "text"], [1, CellRichText("Not ", TextBlock(InlineFont(b=True), "now"), "?")]]))
    assert inline.words == {("items", "a"): "Not now?"}
    assert said(inline, Mark.LOOK) == ["a cell has emphasis, which a wording file does not keep (E04)"]
    shared = '<si><t>number</t></si><si><t>text</t></si><si><r><t xml:space="preserve">Not </t></r>{}</si>'
    bold = shared.format("<r><rPr><b/></rPr><t>now</t></r><r><t>?</t></r>")
    body = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{bold}</sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    with zipfile.ZipFile(io.BytesIO(xlsx(ONE))) as packed:
        types = packed.read("[Content_Types].xml").decode()
    stated = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    parts = {
        "[Content_Types].xml": types.replace("</Types>", stated),
        "xl/sharedStrings.xml": body,
        "xl/worksheets/sheet1.xml": f"{sheet}</sheetData></worksheet>",
    }
    matched = read(repacked(xlsx(ONE), **{name: part.encode() for name, part in parts.items()}))
    assert matched.words == {("items", "a"): "Not now?"}
    assert "has emphasis, which a wording file does not keep (E04)" in said(matched, Mark.LOOK)[0]


@pytest.mark.rule("E04", "T10")
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<b>First</b>?", "an HTML tag, '<b>'"),
        ('<div class="rich-text-field-label"><p>First?</p></div>', "an HTML tag"),
        ("First&nbsp;?", "an HTML character code, '&nbsp;'"),
        ("[first_name], how?", "REDCap would put a value in the place of '[first_name]'"),
        ("First\r\nline?", "line break of another system"),
        ("First \u202e?", "U+202E"),
        ("First \ufffd?", "wrong encoding"),
        ("x" * 4001, "longer than 4000"),
        ("   ", "empty"),
        ("First_x000D_?", "a code of a spreadsheet"),
    ],
)
def test_words_that_cannot_be_shown_as_they_are_are_not_taken(text: str, why: str) -> None:
    dictionary = (
        (DATA / "redcap.csv").read_text("utf-8").replace(",First?,", f',"{text.replace(chr(34), 2 * chr(34))}",')
    )
    matched = read(dictionary)
    assert ("items", "a") not in matched.words
    (line,) = said(matched, Mark.NOT_TAKEN)
    assert line.startswith("item 1 ('a')") and why in line
    assert "item 1 ('a')" in said(matched, Mark.MISSING)


def test_a_number_that_stands_twice_gives_no_words() -> None:
    matched = read("number,text\n1,First?\n1,First?\n")
    assert said(matched, Mark.NOT_TAKEN) == ["item 1: the number stands there 2 times: line 2, line 3"]
    assert matched.words == {}


def test_a_dotted_number_is_not_guessed() -> None:
    item = {"linkId": "2.1", "text": "First?", "type": "string"}
    matched = read(json.dumps({"resourceType": "Questionnaire", "item": [item]}))
    assert matched.words == {}
    assert said(matched, Mark.TOO_MUCH) == ["'First?', item '2.1', without a number"]


def test_answers_in_another_order_or_with_a_code_twice_are_worth_a_look() -> None:
    text = (DATA / "redcap.csv").read_text("utf-8")
    turned = text.replace(
        'First?,"1, none | 2, some | 3, more | 4, most"', 'First?,"4, most | 3, more | 2, some | 1, none"'
    )
    assert "in another order than printed" in said(read(turned), Mark.LOOK)[0]
    twice = text.replace('First?,"1, none |', 'First?,"1, none | 1, none |')
    assert "a code stands there twice" in said(read(twice), Mark.LOOK)[0]
    broken = text.replace('First?,"1, none |', 'First?,"a, none |')
    assert "a choice is a whole number, a comma and its words" in said(read(broken), Mark.NOT_TAKEN)[0]


def test_a_report_never_carries_control_characters_of_a_source() -> None:
    matched = read("number,text\n77,\x1b[31mred\n,\x1b[2J\n")
    assert all(line.said.isprintable() for line in matched.lines)


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        load_source(tmp_path / "none.csv", "en")
    assert caught.value.code is Code.FILE_MISSING
