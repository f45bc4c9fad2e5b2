"""Files as people really send them, or an enemy would: nothing is lost without a line, nothing is half-written."""

import io
import json
import zipfile

import openpyxl
import pytest
from click.testing import CliRunner

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.exchange.redcap_dictionary import HEADER
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.model import All, Equals
from retnet_pro.instrument.wording_match import Mark
from tests.unit.exchange.test_draft_redcap import field, text_of
from tests.unit.exchange.test_draft_xlsform import COLUMNS, GOOD, NUMBERED, book_of, row

HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
ESCAPE = "\x1b[2Jx"
"""What a terminal would take for an order."""


def draft_of(content):
    return make_draft(read_draft_source(content, "x", "en"), "mine", "1", "en")


def said(draft, mark=Mark.NOT_TAKEN):
    return [line.said for line in draft.lines if line.mark is mark]


def changed(change, content=None):
    book = openpyxl.load_workbook(io.BytesIO(content or book_of(*GOOD)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_column(head, value, sheet="survey", line=4):
    def change(book):
        place = book[sheet].max_column + 1
        book[sheet].cell(1, place, head)
        book[sheet].cell(line, place, value)

    return changed(change)


def choice(link, **more):
    options = [{"valueCoding": {"code": str(code), "display": f"Level {code}"}} for code in (1, 2)]
    return {"linkId": link, "text": f"Text of {link}", "type": "choice", "answerOption": options, **more}


def group(*items, **more):
    return {"linkId": "g", "type": "group", "text": "Lately", "item": list(items), **more}


def when(link, code="1"):
    return [{"question": link, "operator": "=", "answerCoding": {"code": code}}]


def questionnaire(*items):
    return json.dumps({"resourceType": "Questionnaire", "language": "en", "item": list(items)}).encode()


@pytest.mark.parametrize(
    ("content", "mark", "told"),
    [
        (with_column("label::English (en)", "Other"), Mark.NOT_TAKEN,
         "sheet 'survey', row 4, column 'label::English (en)': this head stands twice; the second column is not read"),
        (with_column(None, "stray"), Mark.NOT_TAKEN, "row 4, column 15: its column has no head"),
        (with_column("bind::odk:x", "1"), Mark.LOOK, "sheet 'survey', row 4, column 'bind::odk:x': this column is not"),
        (with_column("media::image", "a.png", "choices", 2), Mark.LOOK,
         "sheet 'choices', row 2, column 'media::image': this column is not read"),
        (with_column("style", "pages", "settings", 2), Mark.LOOK, "sheet 'settings', row 2, column 'style'"),
        (with_column("image::English (en)", "a.png"), Mark.NOT_TAKEN,
         "column 'image::English (en)': what stands beside a question"),
        (with_column("disabled", "yes"), Mark.LOOK, "row 4, column 'disabled': the source leaves this row out"),
        (changed(lambda book: book["survey"].merge_cells("A4:A5")), Mark.LOOK, "a sheet has merged cells"),
        (changed(lambda book: book["survey"].merge_cells("A4:A5")), Mark.NOT_TAKEN,
         "sheet 'survey', row 5, column 'type': it is empty"),
        (changed(lambda book: book.create_sheet("Entities")), Mark.LOOK, "the sheet 'Entities' is not read"),
        (changed(lambda book: setattr(book["choices"], "sheet_state", "hidden")), Mark.LOOK, "'choices' is hidden"),
        (book_of(row("select_one levels", "q1", required="${q} = 1")), Mark.LOOK, "'required': the source demands"),
        (book_of(row("select_one levels", "q1"), row("select_one levels", "q2", read_only="${q1} = 1")), Mark.NOT_TAKEN,
         "row 3, 'q2', column 'read_only': nobody answers it"),
        (book_of(row("select_one levels", "q1", parameters="randomize=true")), Mark.NOT_TAKEN,
         "row 2, 'q1', column 'parameters': what they do"),
        (book_of(row("range", "q1", parameters="start=0 end=9 step=1", constraint=". > 3")), Mark.NOT_TAKEN,
         "row 2, 'q1', column 'constraint'"),
        (book_of(row("select_one levels", "q1"), row("note", "n", relevant="${q1} = 1")), Mark.NOT_TAKEN,
         "row 3, 'n', column 'relevant': words that are shown only sometimes"),
        (book_of(row("select_one levels", "q1", **{COLUMNS[2]: "x" * 30_000})), Mark.NOT_TAKEN, "longer than 4000"),
        (book_of(row("select_one levels", "q1"), row("note", "thanks"), row("select_one levels", "q2")), Mark.LOOK,
         "sheet 'survey', row 3, 'thanks': what stands above questions was taken for their time frame"),
        (text_of([*field("q1"), "too", "much"]), Mark.NOT_TAKEN, "line 3, column 19: its column has no head"),
        (text_of(field("q1"), ["q2", "pain", "", "radio"]), Mark.LOOK, "line 4: it has 4 cells, and the header has 18"),
        (text_of([*field("q1")[:10], "y", *field("q1")[11:]]), Mark.LOOK, "column 'Identifier?': the source says"),
        (text_of(field("q1"), field("d", "descriptive", "", logic="[q1] = '1'")), Mark.NOT_TAKEN,
         "line 4, field 'd', column 'Branching Logic': words that are shown only sometimes"),
        (questionnaire(choice("q1"), choice("q2", enableWhen=when("q1") * 2)), Mark.NOT_TAKEN,
         "item 'q2': its condition: it does not say whether all of its conditions must hold, or any"),
        (questionnaire(choice("q1", enableWhen=5)), Mark.NOT_TAKEN, "its conditions are no list"),
        (questionnaire(choice("q1", enableWhen=when("q1") * 51)), Mark.NOT_TAKEN, "more than 50 parts"),
        (questionnaire(choice("q1"), group(choice("q2"), repeats=True)), Mark.NOT_TAKEN, "where questions repeat"),
        (questionnaire(choice("q1"), choice("q2", extension=[{"url": HIDDEN, "valueBoolean": True}])), Mark.NOT_TAKEN,
         "item 'q2': nobody sees it (hidden); left out"),
        (questionnaire(choice("q1"), choice("q2", item=[choice("q3")])), Mark.LOOK,
         "item 'q3': it stands below another question"),
        (questionnaire(choice("q1", extension=[{"url": "http://x.example/weird"}])), Mark.LOOK, "extension 'weird'"),
        (questionnaire(choice("q1", answerConstraint="optionsOrString")), Mark.NOT_TAKEN, "free words"),
        (questionnaire({"linkId": "a", "type": "string", "text": "x"}, choice("a"), choice("b")), Mark.NOT_TAKEN,
         "item 'a': its link id stands there twice"),
        (questionnaire(group(choice("q1"), extension=[{"url": "http://x/enableWhenExpression"}])), Mark.NOT_TAKEN,
         "item 'g': a formula of the source ('enableWhenExpression')"),
        (questionnaire(choice("q1", answerOption=[
            {"valueInteger": 1, "initialSelected": True}, {"valueInteger": 2}])), Mark.NOT_TAKEN, "chosen before"),
    ],
)  # fmt: skip
@pytest.mark.rule("E76", "E08")
def test_nothing_is_passed_over_in_silence(content, mark, told):
    lines = said(draft_of(content), mark)
    assert any(told in one for one in lines), lines


@pytest.mark.rule("E45")
def test_a_question_in_a_group_has_the_conditions_of_the_group():
    inner = choice("q3", enableWhen=when("q2"))
    draft = draft_of(questionnaire(choice("q1"), choice("q2"), group(inner, choice("q4"), enableWhen=when("q1", "2"))))
    assert draft.is_understood
    assert [one.condition for one in draft.items] == [
        None, None, All((Equals("q1", 2), Equals("q2", 1))), Equals("q1", 2)
    ]  # fmt: skip


def test_names_of_sheets_are_read_in_capitals_too():
    book = openpyxl.Workbook()
    book.remove(book.active)
    plain = openpyxl.load_workbook(io.BytesIO(book_of(*GOOD)))
    for sheet in plain.worksheets:
        copy = book.create_sheet(sheet.title.capitalize())
        for line in sheet.iter_rows(values_only=True):
            copy.append(line)
    out = io.BytesIO()
    book.save(out)
    assert draft_of(out.getvalue()).is_understood


@pytest.mark.parametrize(("mark", "delimiter"), [(b"\xef\xbb\xbf", ","), (b"", ";"), (b"\xef\xbb\xbf", "\t")])
def test_a_table_with_a_byte_order_mark_or_other_separators_is_the_same_table(mark, delimiter):
    import csv

    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([HEADER, field("record_id", "text", ""), field("q1")])
    assert draft_of(mark + out.getvalue().encode()) == draft_of(text_of(field("q1")))


def repacked(**parts):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book_of(*GOOD))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, parts.pop(part.filename, None) or old.read(part))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (text_of(field("q1", label="Müde")).decode().encode("cp1252"), "line 3 is not in UTF-8, from its sign 17 on"),
        (text_of(field("q1")).decode().encode("utf-16"), "it is in UTF-16; save it in UTF-8"),
        (questionnaire(choice("q1")).decode().encode("utf-16"), "it is in UTF-16; save it in UTF-8"),
        (repacked(**{"xl/vbaProject.bin": b"x"}), "macros"),
        (repacked(**{"xl/media/a.bin": bytes(17 << 20)}), "unpacks to more than 16 MiB"),
        (repacked(**{"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "declares entities"),
        (changed(lambda book: book["survey"].cell(2, 201, "far")), "200 columns"),
        (text_of(), "no question in it was understood"),
        (text_of(field("q1", choices="1, One")), "no question in it was understood"),
        (questionnaire(7), "no list of items"),
        (b"", "neither a FHIR"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_nothing_is_written(content, why, tmp_path):
    source = tmp_path / "x"
    source.write_bytes(content)
    asked = ["draft", str(source), "--id", "mine", "--language", "en", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(forms, asked)
    assert isinstance(done.exception, Refusal) and done.exception.code is Code.WORDING_SOURCE_UNFIT
    assert why in str(done.exception.facts["why"])
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_a_source_without_a_single_question_that_was_understood_still_has_its_report(tmp_path):
    source = tmp_path / "x"
    source.write_bytes(text_of(field("q1", choices="1, One")))
    asked = ["draft", str(source), "--id", "mine", "--language", "en", "-o", str(tmp_path / "out")]
    assert "not taken: line 3, field 'q1': it has no two answers" in CliRunner().invoke(forms, asked).output
    rows = json.loads(CliRunner().invoke(forms, [*asked, "--json"]).stdout)
    assert any("no two answers" in one["said"] for one in rows)


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "content",
    [
        text_of(*(field(**{"name": ESCAPE, **{key: ESCAPE}}) for key in ("kind", "choices", "logic", "tags", "valid"))),
        text_of(field(ESCAPE, form=ESCAPE, number=ESCAPE, label=ESCAPE, header=ESCAPE, note=ESCAPE, required=ESCAPE)),
        text_of([*field("q1"), ESCAPE]).replace(HEADER[6].encode(), ESCAPE.encode()),
        questionnaire(choice(ESCAPE, text=ESCAPE, enableWhen=[{"question": ESCAPE, "operator": ESCAPE}])),
        questionnaire(choice("q1"), choice("q2", enableWhen=[
            {"question": "q1", "operator": ESCAPE, "answerCoding": {"code": ESCAPE}}])),
        questionnaire(choice("q1", type=ESCAPE), choice("q2", extension=[{"url": f"http://x/{ESCAPE}/variable"}])),
        questionnaire(choice("q1", answerOption=[{"valueCoding": {"code": ESCAPE, "display": ESCAPE}}])),
        questionnaire(choice("q1", answerValueSet=ESCAPE)).replace(b'"en"', json.dumps(ESCAPE).encode()),
    ],
)  # fmt: skip
def test_a_report_gives_no_orders_to_the_terminal(content):
    try:
        told = " ".join(line.said for line in draft_of(content).lines)
    except Refusal as refusal:
        told = str(refusal.facts["why"])
    assert told.isprintable(), ascii(told)


@pytest.mark.rule("T10")
def test_what_a_sheet_says_of_itself_does_not_turn_the_report_round():
    escaped = "\u202ex"  # turns round what is read after it
    rows = (
        row(f"select_one {escaped}", escaped, relevant=escaped, hint=escaped),
        row(escaped, "q2", constraint=escaped, parameters=escaped),
        row("select_one levels", "q3", **{COLUMNS[2]: escaped}),
    )
    content = book_of(*rows, columns=[*NUMBERED[:-1], escaped], choices=[[escaped, escaped, escaped, escaped]])
    told = " ".join(line.said for line in draft_of(content).lines)
    assert "u202e" in told and told.isprintable(), ascii(told)
