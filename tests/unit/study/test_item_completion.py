from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.instrument.load import load_instrument
from retnet_pro.study.completion import Rate
from retnet_pro.study.item_completion import item_completion

DIARY = load_instrument(Path(__file__).parents[3] / "forms" / "carcinoid-diary.yaml")
FIRST = DIARY.items[0].id
STATES = [Answered(1), NotApplicable(), Skipped(), NotPresented(), NotReached()]


@pytest.mark.rule("E42", "E67")
def test_each_absence_is_counted_as_what_it_is():
    counts = item_completion(DIARY, [{FIRST: state} for state in [*STATES, Answered(2)]])[0]
    assert (counts.answered, counts.not_applicable, counts.skipped) == (2, 1, 1)
    assert (counts.not_presented, counts.not_reached) == (1, 1)
    assert counts.rate == Rate(2, 4)


@pytest.mark.rule("E67")
def test_an_item_a_sheet_does_not_hold_was_not_reached():
    assert all(counts.not_reached == 1 for counts in item_completion(DIARY, [{}]))


@given(
    sheets=st.lists(st.dictionaries(st.sampled_from([item.id for item in DIARY.items]), st.sampled_from(STATES))),
)
def test_the_counts_of_every_item_add_up_to_the_number_of_forms(sheets):
    for counts in item_completion(DIARY, sheets):
        absent = counts.not_applicable + counts.skipped + counts.not_presented + counts.not_reached
        assert counts.answered + absent == len(sheets)
        assert counts.rate.valid <= counts.rate.of <= len(sheets)
