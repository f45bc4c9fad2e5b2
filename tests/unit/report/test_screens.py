"""The facts of a screens book: what its hashes depend on, what its manifest tells, what counts as a change."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash
from retnet_pro.report.screens import Picture, ScreensBook, ScreenSet
from retnet_pro.report.screens_change import Turn, changes
from retnet_pro.report.screens_manifest import read_manifest, write_manifest
from retnet_pro.report.screens_words import range_words, screen_words, standing_words

FIRST = Picture(
    screen="question",
    number=1,
    state="open",
    part=1,
    parts=1,
    percent=100,
    look="light",
    pixels="1" * 64,
    texts=("1.", "Prima?", "Ja"),
)
SECOND = replace(FIRST, number=2, state="chosen", pixels="2" * 64)
SET = ScreenSet(
    instrument="small",
    title="Small form",
    version="1",
    form=ContentHash("a" * 64),
    language="de",
    wording_version="3",
    words=ContentHash("b" * 64),
    demonstration=True,
    notice="Made up",
    licence="",
    typeface="Noto Sans",
    pictures=(FIRST, SECOND),
)
BOOK = ScreensBook(
    made_at=datetime(2026, 11, 28, 12, tzinfo=UTC),
    app="retnet-pro/1",
    program="c" * 64,
    qt="6",
    screen="1280 x 800 pixels",
    sets=(SET,),
)


def with_picture(picture: Picture) -> ScreensBook:
    return replace(BOOK, sets=(replace(SET, pictures=(picture, SECOND)),))


@pytest.mark.rule("E143")
@pytest.mark.parametrize(
    "other",
    [
        with_picture(replace(FIRST, pixels="3" * 64)),
        with_picture(replace(FIRST, texts=("1.", "Prima!", "Ja"))),
        with_picture(replace(FIRST, percent=200)),
        replace(BOOK, sets=(replace(SET, pictures=(FIRST,)),)),
        replace(BOOK, sets=(replace(SET, form=ContentHash("d" * 64)),)),
        replace(BOOK, sets=(replace(SET, words=ContentHash("d" * 64)),)),
        replace(BOOK, sets=(SET, replace(SET, form=ContentHash("d" * 64)))),
    ],
    ids=["pixel", "word", "size", "picture gone", "form", "wording", "set more"],
)
def test_any_change_changes_the_hash(other: ScreensBook) -> None:
    assert other.hash != BOOK.hash


@pytest.mark.rule("E143")
def test_the_day_and_the_machine_do_not_change_it() -> None:
    later = replace(BOOK, made_at=datetime(2027, 1, 1, tzinfo=UTC), app="retnet-pro/2", program="d" * 64, qt="7")
    assert later.hash == BOOK.hash


def test_a_manifest_tells_the_whole_book() -> None:
    assert read_manifest(write_manifest(BOOK), "m") == BOOK
    plain = json.loads(write_manifest(BOOK))
    assert plain["book"] == BOOK.hash
    assert plain["sets"][0]["hash"] == SET.hash
    assert plain["sets"][0]["pictures"][0]["texts"] == ["1.", "Prima?", "Ja"]


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace("Prima?", "Prima!"),
        lambda text: text.replace("2" * 64, "3" * 64),
        lambda text: text.replace("screens/1", "screens/2"),
        lambda text: text[:-4],
        lambda text: "[]",
        lambda text: '{"format": "retnet-pro/screens/1"}',
        lambda text: "[" * 100_000,
    ],
)
def test_a_manifest_that_was_altered_is_refused(broken: Callable[[str], str]) -> None:
    with pytest.raises(Refusal) as refused:
        read_manifest(broken(write_manifest(BOOK)), "m")
    assert refused.value.code is Code.FILE_UNFIT


@pytest.mark.rule("E143")
def test_each_kind_of_change_is_told_apart() -> None:
    third = replace(FIRST, number=3)
    after = (replace(FIRST, texts=("1.", "Prima!", "Ja"), pixels="9" * 64), third)
    found = changes(BOOK, replace(BOOK, sets=(replace(SET, pictures=after),)))
    assert [(change.turn, change.picture.number) for change in found] == [
        (Turn.WORDS, 1),
        (Turn.ADDED, 3),
        (Turn.REMOVED, 2),
    ]
    assert (found[0].was, found[0].now) == (("Prima?",), ("Prima!",))
    (looks,) = changes(BOOK, with_picture(replace(FIRST, pixels="9" * 64)))
    assert (looks.turn, looks.was, looks.now) == (Turn.LOOKS, (), ())


def test_screens_have_names_a_licensor_understands() -> None:
    assert screen_words(FIRST) == "Question 1, no answer"
    assert screen_words(replace(SECOND, part=2, parts=3)) == "Question 2, first answer chosen, part 2 of 3"
    assert screen_words(replace(FIRST, screen="new-page", number=None, state="")) == "new-page"
    assert (
        range_words((FIRST, replace(FIRST, percent=200, look="high-contrast"))) == "100, 200 % in light, high contrast"
    )
    assert "not valid for data collection" in standing_words(SET)
    assert standing_words(replace(SET, demonstration=False, licence="Owner, 17")) == "Licensed: Owner, 17"
