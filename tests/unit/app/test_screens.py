"""A screens book is drawn by the participant's own window, the same twice, and notices any change (rule E143)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from retnet_pro.app.screens import Choice, draw_book, program_hash
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.report.screens import ScreensBook
from retnet_pro.report.screens_book import screens_pdf
from retnet_pro.report.screens_change import Turn, changes
from retnet_pro.report.screens_manifest import read_manifest, write_manifest
from retnet_pro.settings import Settings
from tests.unit.instrument.conftest import FORM, WORDS, swap

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
SMALL = Choice(percents=(200,), themes=("contrast",))


def installed(folder: Path, words: str = WORDS) -> Settings:
    for path, text in (("forms/small.yaml", FORM), ("words/small/en.yaml", words)):
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text, "utf-8")
    return Settings(profile=folder, forms=folder / "forms", words=folder / "words", keystore="file")


def drawn(folder: Path, words: str = WORDS, choice: Choice = SMALL) -> ScreensBook:
    return draw_book(installed(folder, words), choice, folder / "pictures", NOON)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> ScreensBook:
    return drawn(tmp_path_factory.mktemp("first"))


@pytest.mark.rule("E143")
def test_the_same_input_drawn_by_another_process_gives_the_same_book(book: ScreensBook, tmp_path: Path) -> None:
    again = drawn(tmp_path)
    assert write_manifest(again) == write_manifest(book)
    assert again.hash == book.hash
    assert changes(book, again) == ()


@pytest.mark.rule("E143")
def test_one_changed_word_is_found_wherever_it_is_seen(book: ScreensBook, tmp_path: Path) -> None:
    after = drawn(tmp_path, swap(WORDS, "a: First?", "a: Firstly?"))
    found = changes(read_manifest(write_manifest(book), "manifest"), after)
    assert {change.turn for change in found} == {Turn.WORDS}
    assert {change.picture.screen for change in found} == {"question", "review"}
    assert {(change.was, change.now) for change in found if change.picture.screen == "question"} == {
        (("First?",), ("Firstly?",))
    }
    assert after.hash != book.hash
    pdf = screens_pdf(after, (book, found))
    assert pdf.startswith(b"%PDF") and pdf == screens_pdf(after, (book, found))


@pytest.mark.rule("E142")
def test_every_screen_a_participant_meets_is_in_it(book: ScreensBook) -> None:
    (one,) = book.sets
    asked = {(picture.number, picture.state) for picture in one.pictures if picture.screen == "question"}
    assert asked == {(number, state) for number in range(1, 6) for state in ("open", "chosen")}, "hidden ones as well"
    said = {picture.screen for picture in one.pictures}
    assert {"welcome", "instructions", "skip", "help", "rest", "stop", "fault", "review", "thanks"} <= said
    assert {"pin-choice", "pin-repeat", "pin-differs", "pin", "pin-wrong", "not-identified", "wrong-hands"} <= said
    assert {"stop-why", "thanks-stopped", "locked"} <= said
    assert all(picture.texts for picture in one.pictures)
    assert all(picture.file is not None and picture.file.is_file() for picture in one.pictures)
    assert len({picture.place for picture in one.pictures}) == len(one.pictures)


@pytest.mark.rule("E02")
def test_what_does_not_fit_the_glass_is_shown_in_several_pictures(book: ScreensBook) -> None:
    tall = [picture for picture in book.sets[0].pictures if picture.parts > 1]
    assert tall
    assert {picture.part for picture in tall} >= {1, 2}
    assert any(picture.part == picture.parts for picture in tall)


def test_a_chosen_answer_looks_different_from_an_open_one(book: ScreensBook) -> None:
    pixels = {picture.state: picture.pixels for picture in book.sets[0].pictures if picture.number == 1}
    assert pixels["open"] != pixels["chosen"]


@pytest.mark.rule("E131")
def test_a_language_the_program_does_not_speak_is_refused_and_not_drawn_half(tmp_path: Path) -> None:
    settings = installed(tmp_path)
    (tmp_path / "words/small/fr.yaml").write_text(swap(WORDS, "language: en", "language: fr"), "utf-8")
    french = Choice(languages=("fr",), percents=(100,), themes=("light",))
    with pytest.raises(Refusal) as refused:
        draw_book(settings, french, tmp_path / "pictures", NOON)
    assert (refused.value.code, refused.value.facts["form"]) == (Code.WORDING_MISSING, "RETNET-Pro")


def test_letters_that_no_typeface_has_are_refused_and_not_drawn_as_boxes(tmp_path: Path) -> None:
    settings = installed(tmp_path, swap(WORDS, "a: First?", 'a: "\U0001e6ff?"'))
    with pytest.raises(Refusal) as refused:
        draw_book(settings, SMALL, tmp_path / "pictures", NOON)
    assert refused.value.code is Code.LETTERS_MISSING


def test_what_fails_while_drawing_is_named(tmp_path: Path) -> None:
    settings = installed(tmp_path)
    (tmp_path / "pictures").write_text("a file where a folder is needed")
    with pytest.raises(WorldFault) as failed:
        draw_book(settings, SMALL, tmp_path / "pictures", NOON)
    assert failed.value.code is Code.DISK_FAULT


def test_the_program_has_a_hash() -> None:
    assert program_hash() == program_hash()
    assert len(program_hash()) == 64
