"""What a difference between two versions of a wording asks for: nothing, a look, a new approval, a new instrument."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.instrument.model import InstrumentId, ItemId, Translation, Wording
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_compare import Weight, compare
from tests.unit.instrument.conftest import WORDS, licence

TAP = [("circle", "tap"), ("paper", "tablet")]


def words(**changed: object) -> Wording:
    wording, findings = read_wording(WORDS.encode(), "w")
    assert wording is not None, findings
    return replace(wording, **changed)  # type: ignore[arg-type]


def test_the_same_words_are_identical_whatever_the_file_looks_like() -> None:
    found = compare(words(), words(hash="another"))
    assert (found.differences, found.verdict) == ((), "identical")


@pytest.mark.rule("E05")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Please tap.", "Please  tap. "),
        ("Please “tap” – here…", 'Please "tap" - here...'),
        ("Please circle one.", "Please tap one."),
        ("On this paper, circle one.", "On this tablet, tap one."),
    ],
)
def test_space_typography_and_allowed_device_words_around_the_questions_are_cosmetic(old: str, new: str) -> None:
    found = compare(words(instruction=old), words(instruction=new), TAP)
    assert found.verdict == "cosmetic"
    (difference,) = found.differences
    assert (difference.what, difference.old, difference.new) == ("instruction", old, new)


@pytest.mark.rule("E04", "E05")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Please circle one.", "Please click one."),
        ("Please circle one.", "Please tap one now."),
        ("Please circle one.", "Please tap two."),
        ("Please circle one.", "please circle one."),
    ],
)
def test_anything_else_around_the_questions_needs_approval(old: str, new: str) -> None:
    assert compare(words(instruction=old), words(instruction=new), TAP).weight is Weight.APPROVAL


def test_no_device_word_is_allowed_that_nobody_named() -> None:
    assert compare(words(instruction="Please circle."), words(instruction="Please tap.")).weight is Weight.APPROVAL


@pytest.mark.rule("E04")
@pytest.mark.parametrize(
    "changed",
    [
        {"items": {**words().items, "a": "First ?"}},
        {"recalls": {"week": "Lately "}},
        {"labels": {**words().labels, "seven": {1: "Low", 7: "high"}}},
        {"not_applicable": {"b": "Not  for me"}},
        {"right_to_left": True},
        {"language": "de"},
        {"demonstration": False},
        {"licence": licence()},
        {"translation": Translation(certificate="C", reviewer="R", reviewed=date(2026, 1, 2))},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_one_byte_in_a_question_or_what_the_owner_decides_needs_approval(changed: dict[str, object]) -> None:
    assert compare(words(), words(**changed), TAP).verdict == "re-approval needed"


@pytest.mark.parametrize(
    "changed",
    [
        {"instrument": InstrumentId("other")},
        {"instrument_version": "2"},
        {"items": {**words().items, ItemId("f"): "Sixth?"}},
        {"labels": {**words().labels, "seven": {1: "low"}}},
        {"not_applicable": {}},
        {"recalls": {}},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_other_items_codes_or_version_make_a_new_instrument(changed: dict[str, object]) -> None:
    found = compare(words(), words(**changed), TAP)
    assert found.verdict == "new instrument"
    assert all(difference.why for difference in found.differences)


def test_the_heaviest_difference_decides_and_all_are_listed() -> None:
    found = compare(words(), words(version="2", title="A  small form", items={**words().items, "a": "First thing?"}))
    assert [difference.weight for difference in found.differences] == [1, 1, 2]
    assert found.verdict == "re-approval needed"


@pytest.mark.rule("E04")
@given(st.text(min_size=1), st.text(min_size=1))
def test_two_different_texts_of_an_item_are_never_cosmetic(one: str, other: str) -> None:
    before, after = words(items={**words().items, "a": one}), words(items={**words().items, "a": other})
    assert compare(before, after, TAP).weight is (Weight.SAME if one == other else Weight.APPROVAL)
