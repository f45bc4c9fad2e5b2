"""A licensed wording goes live only with the approval of exactly its screens (rule E142)."""

from dataclasses import replace

import pytest

from retnet_pro.instrument.approval import lack_of_approval, set_hash, words_hash
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Instrument, ItemId, Wording
from retnet_pro.instrument.wording import read_wording
from tests.unit.instrument.conftest import FORM, WORDS, swap

PICTURES = "ab" * 32
LICENCE = 'licence: {{owner: Owner, id: "17", study: S, copyright: (c) Owner{approval}}}'


def form() -> Instrument:
    made, findings = read_instrument(swap(FORM, "needs_licence: false", "needs_licence: true").encode(), "small.yaml")
    assert made is not None, findings
    return made


def licensed(approval: str = "", words: str = WORDS) -> Wording:
    text = swap(words, "demonstration: true", f"demonstration: false\n{LICENCE.format(approval=approval)}")
    made, findings = read_wording(text.encode(), "en.yaml", form())
    assert made is not None, findings
    return made


def approved(words: str = WORDS, **over: str) -> Wording:
    book = set_hash(form().hash, words_hash(licensed()), PICTURES)
    said = {"id": "A-2026-1", "book": book, "pictures": PICTURES} | over
    return licensed(f", approval: {{id: {said['id']}, book: '{said['book']}', pictures: '{said['pictures']}'}}", words)


@pytest.mark.rule("E142")
def test_with_the_approval_of_its_screens_a_licensed_wording_may_go_live() -> None:
    assert lack_of_approval(form(), approved()) == ""


@pytest.mark.rule("E142")
@pytest.mark.parametrize(
    ("wording", "why"),
    [
        (licensed(), "names no approval"),
        (approved(words=swap(WORDS, "a: First?", "a: Firstly?")), "A-2026-1 was given for another form or other words"),
        (approved(pictures="cd" * 32), "A-2026-1 was given for another"),
        (approved(book="ef" * 32), "A-2026-1 was given for another"),
    ],
    ids=["none", "another word", "other pictures", "another book"],
)
def test_without_it_or_after_any_change_it_may_not(wording: Wording, why: str) -> None:
    assert why in lack_of_approval(form(), wording)


@pytest.mark.rule("E142")
def test_an_approval_for_another_version_of_the_form_does_not_count() -> None:
    newer = replace(form(), hash=form().hash.replace("a", "b"))
    assert "another form" in lack_of_approval(newer, approved())


def test_demonstration_wording_and_free_forms_need_none() -> None:
    free, _ = read_instrument(FORM.encode(), "small.yaml")
    demonstration, _ = read_wording(WORDS.encode(), "en.yaml")
    assert free is not None and demonstration is not None
    assert lack_of_approval(free, licensed()) == ""
    assert lack_of_approval(form(), demonstration) == ""


def test_the_hash_of_the_words_leaves_out_the_approval_and_nothing_else() -> None:
    bare = licensed()
    assert words_hash(approved()) == words_hash(bare)
    other = [
        replace(bare, notice="x"),
        replace(bare, title="x"),
        replace(bare, version="2"),
        replace(bare, right_to_left=True),
        replace(bare, items={**bare.items, ItemId("a"): "x"}),
        replace(bare, labels={**bare.labels, "four": {1: "x"}}),
        replace(bare, licence=None),
    ]
    assert len({words_hash(one) for one in (bare, *other)}) == 1 + len(other)


@pytest.mark.parametrize("book", ["short", "AB" * 32, "g" * 64])
def test_a_hash_that_is_none_is_a_finding(book: str) -> None:
    text = swap(
        WORDS,
        "demonstration: true",
        "demonstration: false\n"
        + LICENCE.format(approval=f", approval: {{id: A, book: '{book}', pictures: '{PICTURES}'}}"),
    )
    made, findings = read_wording(text.encode(), "en.yaml")
    assert made is None
    assert "SHA-256" in str(findings[0])
