"""Scoring by columns agrees with scoring one response to the last bit, and refuses what one response would refuse."""

import random
import subprocess
import sys

import numpy as np
import pytest

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId
from retnet_pro.scoring import batch
from retnet_pro.scoring.batch import MISSING, score_columns
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan

ROWS = 10_000
ABSENT = (NotApplicable(), NotPresented(), NotReached(), Skipped())


def random_answers(instrument, rows: int) -> list[dict]:
    """Some forms full, some with a few gaps, some with many; absences of every kind."""
    chance = random.Random(f"{instrument.id} {rows}")
    responses = []
    for row in range(rows):
        share_missing = (0.0, 0.05, 0.5)[row % 3]
        responses.append(
            {
                item.id: chance.choice(ABSENT)
                if chance.random() < share_missing
                else Answered(chance.choice(item.scale.codes))
                for item in instrument.items
            }
        )
    return responses


def columns_of(instrument, responses, dtype) -> dict:
    gap = np.nan if np.issubdtype(dtype, np.floating) else MISSING
    return {
        item.id: np.array(
            [answers[item.id].code if isinstance(answers[item.id], Answered) else gap for answers in responses], dtype
        )
        for item in instrument.items
    }


def assert_same(instrument, variant, rows: int, *dtypes) -> None:
    plan = make_plan(instrument, variant)
    responses = random_answers(instrument, rows)
    singles = [score(plan, answers) for answers in responses]
    for dtype in dtypes:
        columns = score_columns(plan, columns_of(instrument, responses, dtype))
        assert list(columns) == [planned.code for planned in plan.scales]
        for place, (code, column) in enumerate(columns.items()):
            expected = np.array([np.nan if parts[place].value is None else parts[place].value for parts in singles])
            assert np.array_equal(column, expected, equal_nan=True), code
            assert np.isnan(column).any(), code
            assert not np.isnan(column).all(), code


@pytest.mark.rule("E75", "E76")
@pytest.mark.parametrize(
    ("form", "variant"),
    [
        ("qlq-c30", None),
        ("qlq-ginet21", "A_scoring_sheet"),
        ("qlq-ginet21", "B_yadegarfar_2013"),
        ("carcinoid-diary", None),
    ],
)
def test_ten_thousand_random_responses_agree_to_the_last_bit(shipped, form, variant):
    assert_same(shipped[form], variant, ROWS, np.int8, np.float64)


def test_every_width_of_number_gives_the_same(diary):
    assert_same(diary, None, 600, np.int16, np.int64, np.float32)


def test_slices_join_without_a_seam(diary, monkeypatch):
    monkeypatch.setattr(batch, "_SLICE", 7)
    assert_same(diary, None, 601, np.int8)


def test_no_rows_give_empty_columns(c30):
    columns = score_columns(make_plan(c30), {item.id: np.empty(0, np.int8) for item in c30.items})
    assert {len(column) for column in columns.values()} == {0}


@pytest.mark.rule("E74")
@pytest.mark.parametrize(
    ("item", "value", "dtype"),
    [
        ("q1", 0, np.int8),
        ("q1", 5, np.int8),
        ("q1", -2, np.int8),
        ("q29", 8, np.int64),
        ("q1", 2.5, np.float64),
        ("q1", -1.0, np.float64),
        ("q1", 0.0, np.float64),
        ("q30", np.inf, np.float64),
        ("q30", -np.inf, np.float64),
        ("q1", 200, np.uint8),
        ("q1", 2**40, np.int64),
        ("q1", 1e300, np.float64),
    ],
)
def test_a_value_that_is_no_option_is_refused_with_column_and_row(c30, monkeypatch, item, value, dtype):
    monkeypatch.setattr(batch, "_SLICE", 16)
    columns = {known.id: np.full(40, 2, np.int8) for known in c30.items}
    columns[ItemId(item)] = np.full(40, 2, dtype)
    columns[ItemId(item)][33] = value
    with pytest.raises(Refusal) as refused:
        score_columns(make_plan(c30), columns)
    assert refused.value.code is Code.TABLE_BROKEN
    assert f"column {item}, row 34:" in str(refused.value.facts["findings"])


def test_gaps_between_codes_are_no_options_either(hand):
    scale = hand.four.__class__(id="odd", kind=hand.four.kind, codes=(1, 3, 5))
    form = hand.make_instrument("odd", [hand.make_item(1, scale)], [hand.make_scale("X", (1,))])
    assert list(score_columns(make_plan(form), {ItemId("q1"): np.array([1, 3, 5])})["X"]) == [0.0, 50.0, 100.0]
    with pytest.raises(Refusal):
        score_columns(make_plan(form), {ItemId("q1"): np.array([1, 2])})


def test_missing_uneven_and_wordy_columns_are_named_together(c30):
    columns = {item.id: np.full(3, 2, np.int8) for item in c30.items if item.id != "q7"}
    columns[ItemId("q8")] = np.full(2, 2, np.int8)
    columns[ItemId("q9")] = np.array(["a", "b", "c"])
    with pytest.raises(Refusal) as refused:
        score_columns(make_plan(c30), columns)
    findings = str(refused.value.facts["findings"])
    assert findings == "no column for q7; columns of different length; column q9 is not numeric"


def test_a_form_of_absurd_size_is_refused_instead_of_filling_the_memory(hand):
    items = [hand.make_item(number, hand.seven) for number in range(1, 1001)]
    form = hand.make_instrument("vast", items, [hand.make_scale("X", tuple(range(1, 1001)))])
    with pytest.raises(Refusal) as refused:
        score_columns(make_plan(form), {item.id: np.ones(1, np.int8) for item in items})
    assert refused.value.code is Code.FORM_BROKEN


@pytest.mark.rule("E74")
def test_scoring_one_form_does_not_load_numpy():
    program = (
        "import sys, retnet_pro.scoring.compute, retnet_pro.scoring.explain, retnet_pro.scoring.interpretation;"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
