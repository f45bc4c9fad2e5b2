"""The library finds the right file, refuses to guess, and keeps what it has read."""

from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.carried import carry, open_carried
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import ContentHash, InstrumentId

SMALL = InstrumentId("small")


@pytest.fixture
def shelves(tmp_path: Path, form_text: str, words_text: str) -> Path:
    """Folders 'forms', 'words' and an empty 'private'."""
    for folder in ("forms/studies", "words/small", "private/forms", "private/small"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "forms/small.yaml").write_text(form_text)
    (tmp_path / "words/small/en.yaml").write_text(words_text)
    return tmp_path


def library(shelves: Path) -> Library:
    return open_library(shelves / "forms", shelves / "words", shelves / "private")


def code(caught: pytest.ExceptionInfo[Refusal]) -> Code:
    return caught.value.code


def test_forms_and_words_are_found(shelves: Path) -> None:
    books = library(shelves)
    form = books.instrument(SMALL)
    assert books.ids() == (SMALL,)
    assert books.instrument(SMALL, "1") is form
    assert books.languages(form) == ("en",)
    assert books.wording(form, "en").items["a"] == "First?"
    assert books.by_hash(form.hash) is form


def test_opening_reads_no_file(shelves: Path) -> None:
    (shelves / "forms/broken.yaml").write_text("{")
    books = library(shelves)
    assert books.instrument(SMALL).id == SMALL
    with pytest.raises(Refusal) as caught:
        books.instrument(InstrumentId("broken"))
    assert code(caught) is Code.FORM_BROKEN


@pytest.mark.parametrize("name", ["other", "../forms/small", "studies", "", "small.yaml"])
def test_unknown_forms_are_refused_with_the_known_ones(shelves: Path, name: str) -> None:
    with pytest.raises(Refusal) as caught:
        library(shelves).instrument(InstrumentId(name))
    assert code(caught) is Code.FORM_UNKNOWN
    assert caught.value.facts["known"] == "small"


def test_unknown_versions_and_hashes_are_refused(shelves: Path) -> None:
    with pytest.raises(Refusal) as caught:
        library(shelves).instrument(SMALL, "2")
    assert code(caught) is Code.FORM_UNKNOWN
    with pytest.raises(Refusal) as caught:
        library(shelves).by_hash(ContentHash("0" * 64))
    assert code(caught) is Code.FORM_UNKNOWN


def test_a_file_under_a_foreign_name_is_not_taken_for_that_form(shelves: Path, form_text: str) -> None:
    (shelves / "forms/other.yaml").write_text(form_text)
    with pytest.raises(Refusal) as caught:
        library(shelves).instrument(InstrumentId("other"))
    assert code(caught) is Code.FORM_UNKNOWN


def test_versions_live_side_by_side(shelves: Path, form_text: str, words_text: str) -> None:
    newer = form_text.replace('version: "1"', 'version: "2"')
    (shelves / "forms/small@2.yaml").write_text(newer)
    words = words_text.replace('instrument_version: "1"', 'instrument_version: "2"').replace("First?", "The first?")
    (shelves / "words/small/en@2.yaml").write_text(words)
    books = library(shelves)
    assert books.instrument(SMALL).version == "1"
    second = books.instrument(SMALL, "2")
    assert second.version == "2"
    assert books.wording(second, "en").items["a"] == "The first?"
    assert books.wording(books.instrument(SMALL), "en").items["a"] == "First?"
    assert books.languages(second) == ("en",)


@pytest.mark.rule("E131")
def test_no_other_language_is_shown_instead(shelves: Path, words_text: str) -> None:
    books = library(shelves)
    with pytest.raises(Refusal) as caught:
        books.wording(books.instrument(SMALL), "de")
    assert code(caught) is Code.WORDING_MISSING
    (shelves / "words/small/de.yaml").write_text(words_text)
    books = library(shelves)
    with pytest.raises(Refusal):
        books.wording(books.instrument(SMALL), "de")
    assert books.languages(books.instrument(SMALL)) == ("en",)


def test_the_words_of_the_site_win(shelves: Path, words_text: str) -> None:
    (shelves / "private/small/en.yaml").write_text(words_text.replace("First?", "Licensed?"))
    books = library(shelves)
    assert books.wording(books.instrument(SMALL), "en").items["a"] == "Licensed?"


def test_broken_words_of_the_site_are_not_replaced_in_silence(shelves: Path, words_text: str) -> None:
    (shelves / "private/small/en.yaml").write_text(words_text.replace("  d: Fourth?\n", ""))
    books = library(shelves)
    with pytest.raises(Refusal) as caught:
        books.wording(books.instrument(SMALL), "en")
    assert code(caught) is Code.FORM_BROKEN
    assert "private" in str(caught.value.facts["path"])


def test_words_of_the_site_for_another_version_do_not_count(shelves: Path, words_text: str) -> None:
    other = words_text.replace('instrument_version: "1"', 'instrument_version: "9"')
    (shelves / "private/small/en.yaml").write_text(other)
    books = library(shelves)
    assert books.wording(books.instrument(SMALL), "en").instrument_version == "1"


def test_forms_of_the_site_win(shelves: Path, form_text: str) -> None:
    (shelves / "private/forms/small.yaml").write_text(form_text.replace("title: Small form", "title: Ours"))
    assert library(shelves).instrument(SMALL).title == "Ours"


def test_a_form_does_not_change_under_a_sitting(shelves: Path, form_text: str) -> None:
    books = library(shelves)
    first = books.instrument(SMALL)
    (shelves / "forms/small.yaml").write_text(form_text.replace("topic: one", "topic: other"))
    assert books.instrument(SMALL) is first


def test_a_site_without_packs_has_no_private_folder(shelves: Path) -> None:
    assert open_library(shelves / "forms", shelves / "words", shelves / "none").ids() == (SMALL,)
    assert open_library(shelves / "forms", shelves / "words", None).ids() == (SMALL,)
    with pytest.raises(Refusal) as caught:
        open_library(shelves / "none", shelves / "words", None)
    assert code(caught) is Code.FILE_MISSING


def test_carried_forms_are_the_same_forms(shelves: Path) -> None:
    books = library(shelves)
    form = books.instrument(SMALL)
    words = books.wording(form, "en")
    line = carry(books, [(SMALL, "1", "en")])
    assert "\n" not in line
    arrived = open_carried(line)
    assert arrived.instrument(SMALL) == form
    assert arrived.instrument(SMALL, "1").hash == form.hash
    assert arrived.wording(arrived.instrument(SMALL), "en") == words
    assert arrived.languages(form) == ("en",)
    with pytest.raises(Refusal):
        arrived.instrument(InstrumentId("other"))
    with pytest.raises(Refusal):
        arrived.wording(form, "de")


def test_what_changed_since_it_was_read_is_not_carried(shelves: Path, words_text: str) -> None:
    books = library(shelves)
    books.wording(books.instrument(SMALL), "en")
    (shelves / "words/small/en.yaml").write_text(words_text.replace("First?", "Changed?"))
    with pytest.raises(Refusal) as caught:
        carry(books, [(SMALL, "1", "en")])
    assert code(caught) is Code.FORM_BROKEN
