"""Scores of many responses at once, column by column; the only door of scoring to numpy.

Works in slices that stay in the processor's cache, so memory does not grow beyond the columns handed in and out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

import numpy as np
from numpy.typing import NDArray

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Item, ItemId, ScaleCode
from retnet_pro.scoring.lattice import BurdenStates, MeanStates, States, TotalStates, attainable
from retnet_pro.scoring.plan import Plan

MISSING = -1
"""An item without an answered code, in columns of whole numbers. Never 0, which is a code of count items (rule E42)."""
_SLICE = 16_384

Codes = Mapping[ItemId, NDArray[np.signedinteger[Any]]]
"""Per item a column of codes and `MISSING`."""
StateColumn = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """One scale of a plan, ready for columns."""

    states: States
    values: NDArray[np.float64]
    """The score of each state; NaN for states that are missing scores."""
    shares: tuple[tuple[ScaleCode, NDArray[np.signedinteger[Any]]], ...]
    """Only for scales built from scales: per component the share of each of its states."""


def make_lattices(plan: Plan) -> tuple[Lattice, ...]:
    """Compile a plan for columns.

    Raises:
        Refusal: `FORM_BROKEN`, when a scale is too large to score in a table.
    """
    return tuple(
        Lattice(
            states,
            np.array([np.nan if ratio is None else ratio[0] / ratio[1] for ratio in states.values]),
            _shares(states) if isinstance(states, MeanStates) else (),
        )
        for states in attainable(plan)
    )


def _shares(states: MeanStates) -> tuple[tuple[ScaleCode, NDArray[np.signedinteger[Any]]], ...]:
    lowest_sum = -len(states.shares) * len(states.values)
    return tuple((code, np.array(shares, np.min_scalar_type(lowest_sum))) for code, shares in states.shares)


def score_columns(plan: Plan, columns: Mapping[ItemId, NDArray[Any]]) -> dict[ScaleCode, NDArray[np.float64]]:
    """Score a response per row and return a column per scale in form order; NaN is a missing score.

    A column of whole numbers marks a missing item as `MISSING`, a column of floating-point numbers as NaN.

    Raises:
        Refusal: `TABLE_BROKEN`, naming items without a column, columns of other length, and every item with a value
            outside its response scale.
    """
    _refuse_shape(plan, columns)
    rows = len(next(iter(columns.values()))) if columns else 0
    lattices = make_lattices(plan)
    scores = {lattice.states.code: np.empty(rows) for lattice in lattices}
    for start in range(0, rows, _SLICE):
        part = slice(start, start + _SLICE)
        codes = {item.id: _whole_codes(plan, item, columns[item.id][part], start) for item in plan.items}
        states = state_columns(lattices, codes)
        for lattice in lattices:
            code = lattice.states.code
            # Out of range cannot happen here, and "clip" spares numpy a copy of the whole column.
            lattice.values.take(states[code], out=scores[code][part], mode="clip")
    return scores


def state_columns(lattices: tuple[Lattice, ...], codes: Codes) -> dict[ScaleCode, StateColumn]:
    """Return the state of every scale for every row of checked codes; a lattice's `values` turns it into the score."""
    found: dict[ScaleCode, StateColumn] = {}
    later: list[Lattice] = []
    for lattice in lattices:
        match lattice.states:
            case TotalStates() as states:
                found[states.code] = _total_column(states, codes)
            case BurdenStates() as states:
                found[states.code] = _burden_column(states, codes)
            case MeanStates():
                later.append(lattice)
            case _:
                assert_never(lattice.states)
    for lattice in later:
        total = sum(shares.take(found[code], mode="clip") for code, shares in lattice.shares)
        found[lattice.states.code] = np.maximum(total + 1, 0).astype(np.intp)
    return found


def _total_column(states: TotalStates, codes: Codes) -> StateColumn:
    """Add up answered x width + (code - lowest), in the narrowest whole numbers that hold every state."""
    narrow = np.min_scalar_type(len(states.values))
    shift = narrow.type((states.width - states.lowest) % (int(np.iinfo(narrow).max) + 1))
    total = np.zeros(len(codes[states.items[0]]), narrow)
    for item in states.items:
        column = codes[item]
        step = column.astype(narrow)  # MISSING wraps round here and is multiplied away below
        step += shift
        step *= column >= 0
        total += step
    return total.astype(np.intp)


def _burden_column(states: BurdenStates, codes: Codes) -> StateColumn:
    """Multiply and add the pairs; a count of 0 needs no severity (rule E77)."""
    burden = np.zeros(len(codes[states.items[0]]), np.intp)
    is_missing = np.zeros(len(burden), np.bool_)
    for count_item, severity_item in zip(states.items[::2], states.items[1::2], strict=True):
        count, severity = codes[count_item].astype(np.intp), codes[severity_item]
        is_missing |= (count < 0) | ((count > 0) & (severity < 0))
        burden += count * severity
    return np.where(is_missing, 0, burden + 1)


def _whole_codes(plan: Plan, item: Item, column: NDArray[Any], first_row: int) -> NDArray[np.signedinteger[Any]]:
    """Return one slice of a column as whole codes, every one an option of the item or `MISSING`."""
    if np.issubdtype(column.dtype, np.signedinteger):
        whole, is_wrong = column, np.zeros(0, np.bool_)
    elif np.issubdtype(column.dtype, np.floating):
        whole, is_wrong = _from_floats(item, column)
    else:
        whole, is_wrong = column.astype(np.int64), np.zeros(0, np.bool_)
    if is_wrong.any() or not are_options(item, whole):
        rows = np.flatnonzero(is_wrong if is_wrong.any() else wrong_codes(item, whole))
        raise Refusal(
            Code.TABLE_BROKEN,
            path=plan.form,
            findings=f"column {item.id}, row {first_row + int(rows[0]) + 1}: not an option of this item",
        )
    return whole


def _from_floats(item: Item, column: NDArray[Any]) -> tuple[NDArray[np.signedinteger[Any]], NDArray[np.bool_]]:
    """Return codes with NaN as `MISSING`, and which values are not whole or would pass for a missing one."""
    is_missing = np.isnan(column)
    filled = np.where(is_missing, MISSING, column)
    whole = np.clip(filled, MISSING - 1, item.scale.maximum + 1).astype(np.int32)
    return whole, (whole != filled) | (is_missing != (whole == MISSING))


def are_options(item: Item, codes: NDArray[np.signedinteger[Any]]) -> bool:
    """Whether every code of a column is an option of the item or `MISSING`."""
    if not len(codes):
        return True
    lowest, highest = item.scale.minimum, item.scale.maximum
    if int(codes.min()) < MISSING or int(codes.max()) > highest:
        return False
    if len(item.scale.codes) == highest + 1 - lowest and lowest in (0, 1):  # then only a 0 can still be wrong
        return lowest == 0 or not bool((codes == 0).any())
    return not bool(wrong_codes(item, codes).any())


def wrong_codes(item: Item, codes: NDArray[np.signedinteger[Any]]) -> NDArray[np.bool_]:
    """Return which codes are neither an option of the item nor `MISSING`."""
    return ~np.isin(codes, (MISSING, *item.scale.codes))


def _refuse_shape(plan: Plan, columns: Mapping[ItemId, NDArray[Any]]) -> None:
    findings = list(_shape_findings(plan, columns))
    if findings:
        raise Refusal(Code.TABLE_BROKEN, path=plan.form, findings="; ".join(findings))


def _shape_findings(plan: Plan, columns: Mapping[ItemId, NDArray[Any]]) -> Iterator[str]:
    missing = [item.id for item in plan.items if item.id not in columns]
    if missing:
        yield f"no column for {', '.join(missing)}"
    if len({len(column) for column in columns.values()}) > 1:
        yield "columns of different length"
    for name, column in columns.items():
        if column.dtype.kind not in "iuf":
            yield f"column {name} is not numeric"
    for item in plan.items:
        if item.scale.minimum < 0:
            yield f"item {item.id} has a code below 0, which a column cannot tell from a missing answer"
