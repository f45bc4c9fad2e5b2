"""The questionnaire on paper: everything is there, nothing is cut or parted, and it reads as its language does."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication

from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.interface import InterfaceWords, read_words
from retnet_pro.gui.paper.form import HEIGHT, LARGE, MARGIN, WIDTH, PaperForm, Sheet, sheets
from retnet_pro.gui.paper.marks import SetText, Tick
from retnet_pro.gui.paper.printing import print_sheets
from retnet_pro.gui.paper.words import CONTEXT, Word, lacking
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemKind, Not, Wording
from retnet_pro.instrument.wording import read_wording
from tests.unit.instrument.conftest import FORM, WORDS

HOUSE = Path(__file__).resolve().parents[3]
TRANSLATIONS = HOUSE / "translations"
LIBRARY = open_library(HOUSE / "forms", TRANSLATIONS, None)
EVERY = [(form, language) for form in LIBRARY.ids() for language in LIBRARY.languages(LIBRARY.instrument(form))]
HEBREW = "כמה קשה היה לך ללכת?"

pytestmark = pytest.mark.usefixtures("qapp")


def small(**over: object) -> PaperForm:
    form, _ = read_instrument(FORM.encode(), "form")
    words, _ = read_wording(WORDS.encode(), "words")
    assert form is not None and words is not None
    facts: dict[str, object] = {"form": form, "wording": words, "large": False, "app": "retnet-pro/1"}
    return PaperForm(**(facts | over))  # type: ignore[arg-type]


def shipped(form_id: InstrumentId, language: str, *, large: bool = False) -> PaperForm:
    form = LIBRARY.instrument(form_id)
    return PaperForm(form=form, wording=LIBRARY.wording(form, language), large=large, app="retnet-pro/1")


def texts(made: tuple[Sheet, ...]) -> list[str]:
    return [mark.text for sheet in made for mark in sheet if isinstance(mark, SetText)]


def boxes_wanted(form: Instrument) -> int:
    asked = sum(1 if item.scale.kind is ItemKind.COUNT else len(item.scale.codes) for item in form.items)
    return asked + sum(item.not_applicable for item in form.items) + 5


def words_wanted(form: Instrument, wording: Wording) -> set[str]:
    labels = {text for scale in wording.labels.values() for text in scale.values()}
    own = {wording.title, wording.instruction, wording.notice}
    return (
        own
        | labels
        | set(wording.items.values())
        | set(wording.recalls.values())
        | set(wording.not_applicable.values())
    )


@pytest.mark.rule("E91", "E04")
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize(("form_id", "language"), EVERY)
def test_every_word_and_every_box_of_a_form_is_on_the_sheets(form_id: InstrumentId, language: str, large: bool) -> None:
    try:
        paper = shipped(form_id, language, large=large)
        made = sheets(paper, "Noto Sans")
    except Refusal as refused:
        assert refused.code is Code.LETTERS_MISSING
        pytest.skip(f"no typeface for {language} on this computer")
    assert words_wanted(paper.form, paper.wording) <= set(texts(made))
    ticks = [mark for sheet in made for mark in sheet if isinstance(mark, Tick)]
    assert len(ticks) == boxes_wanted(paper.form)
    for sheet in made:
        for mark in sheet:
            assert mark.x >= MARGIN - 0.01 and mark.x + mark.width <= WIDTH - MARGIN + 0.01
            height = mark.layout.boundingRect().height() / 10 if isinstance(mark, SetText) else mark.height
            assert mark.y >= MARGIN - 0.01 and mark.y + height <= HEIGHT - MARGIN + 0.5


@pytest.mark.rule("E91")
def test_a_question_and_its_answers_stand_on_one_sheet() -> None:
    made = sheets(shipped(InstrumentId("qlq-c30"), "en", large=True), "Noto Sans")
    assert len(made) > 3
    form = LIBRARY.instrument(InstrumentId("qlq-c30"))
    for item in form.items:
        (sheet,) = [page for page in made if f"{item.number}." in texts((page,))]
        tops = sorted(mark.y for mark in sheet if isinstance(mark, SetText) and mark.text == f"{item.number}.")
        following = [mark for mark in sheet if isinstance(mark, Tick) and mark.y > tops[0]]
        assert len(following) >= len(item.scale.codes)


@pytest.mark.rule("E03")
def test_the_time_frame_stands_again_on_each_sheet_it_goes_on_to() -> None:
    paper = shipped(InstrumentId("qlq-c30"), "en", large=True)
    made = sheets(paper, "Noto Sans")
    (recall,) = paper.wording.recalls.values()
    first = next(place for place, sheet in enumerate(made) if recall in texts((sheet,)))
    with_questions = [sheet for sheet in made[first:] if any(isinstance(mark, Tick) for mark in sheet)]
    assert all(recall in texts((sheet,)) for sheet in with_questions)


@pytest.mark.rule("E91")
def test_form_words_code_visit_and_page_are_on_every_sheet() -> None:
    paper = small(subject="RN-01-0042", visit="baseline", large=True)
    made = sheets(paper, "Noto Sans")
    for number, sheet in enumerate(made, start=1):
        foot = " ".join(texts((sheet,)))
        for known in ("RN-01-0042 · baseline", "small 1", "en 1", paper.form.hash[:12], paper.wording.hash[:12]):
            assert known in foot
        assert f"Page {number} of {len(made)}" in foot
        assert paper.wording.notice in foot


@pytest.mark.rule("E54", "E58")
def test_there_are_places_for_the_day_and_for_who_filled_it_in() -> None:
    said = texts(sheets(small(), "Noto Sans"))
    for word in (Word.DATE, Word.STUDY_CODE, Word.VISIT, Word.FILLED_IN_BY, Word.ALONE, Word.INTERPRETER, Word.REASON):
        assert word.value in said


def test_a_question_that_depends_on_an_answer_says_so_and_what_paper_cannot_say_is_refused() -> None:
    paper = small()
    assert "Only if your answer to question 3 was at least: 1" in texts(sheets(paper, "Noto Sans"))
    *others, last = paper.form.items
    assert others[3].condition is not None
    twisted = replace(paper.form, items=(*others, replace(last, condition=Not(others[3].condition))))
    with pytest.raises(Refusal) as refused:
        sheets(replace(paper, form=twisted), "Noto Sans")
    assert refused.value.code is Code.PAPER_UNFIT


def test_large_print_is_large() -> None:
    normal, large = (sheets(small(large=large), "Noto Sans") for large in (False, True))
    assert LARGE >= 16
    assert len(large) >= len(normal)


@pytest.mark.rule("E04")
def test_a_question_longer_than_a_sheet_is_refused_and_not_cut() -> None:
    paper = small(large=True)
    first = paper.form.items[0].id
    long = replace(paper.wording, items={**paper.wording.items, first: "long words " * 300})
    with pytest.raises(Refusal) as refused:
        sheets(replace(paper, wording=long), "Noto Sans")
    assert refused.value.code is Code.PAPER_UNFIT


@pytest.mark.rule("E134")
def test_a_language_that_reads_from_right_to_left_is_mirrored() -> None:
    paper = small()
    words = replace(paper.wording, right_to_left=True, items=dict.fromkeys(paper.wording.items, HEBREW))
    right, left = (sheets(replace(paper, wording=one), "Noto Sans")[0] for one in (words, paper.wording))

    def places(sheet: Sheet) -> list[float]:
        return [mark.x + mark.width / 2 for mark in sheet if isinstance(mark, Tick)]

    assert places(right) == pytest.approx([WIDTH - x for x in places(left)])
    stem = next(mark for mark in right if isinstance(mark, SetText) and mark.text == HEBREW)
    number = next(mark for mark in right if isinstance(mark, SetText) and mark.text == "1.")
    assert number.x > stem.x
    line = stem.layout.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.width(), abs=2), "it begins at the right edge"


def test_letters_that_no_typeface_has_are_refused_and_not_printed_as_boxes() -> None:
    paper = small()
    with pytest.raises(Refusal) as refused:
        sheets(replace(paper, wording=replace(paper.wording, title="\U000110d0\U0001e6ff")), "Noto Sans")
    assert refused.value.code is Code.LETTERS_MISSING


def test_the_pdf_has_the_sheets_with_its_typefaces_inside() -> None:
    made = sheets(small(), "Noto Sans")
    pages = PdfReader(BytesIO(print_sheets(made, "Small form"))).pages
    assert len(pages) == len(made)
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == pytest.approx((595, 842), abs=1)
    said = " ".join(pages[0].extract_text().split())
    assert "A small form" in said and "Study code" in said


@pytest.fixture(params=sorted(path.stem.removeprefix("paper_") for path in TRANSLATIONS.glob("paper_*.ts")))
def translated(request: pytest.FixtureRequest) -> Iterator[InterfaceWords]:
    words = InterfaceWords(read_words(TRANSLATIONS / f"paper_{request.param}.ts"))
    QCoreApplication.installTranslator(words)
    yield words
    QCoreApplication.removeTranslator(words)


@pytest.mark.rule("E130", "E131")
def test_no_language_of_paper_has_a_gap(translated: InterfaceWords) -> None:
    assert lacking(translated) == ()
    assert len({translated.translate(CONTEXT, word.value) for word in Word}) == len(Word)


def test_a_gap_would_be_found() -> None:
    assert lacking(InterfaceWords({(CONTEXT, Word.VISIT.value): "Visite"})) == tuple(
        word for word in Word if word is not Word.VISIT
    )
