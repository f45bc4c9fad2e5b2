"""The attainable values of every scale of a plan.

Answers are a few whole numbers, so a scale can only take a few values: a scale of five items of four codes has 64 pairs
of (items answered, total). Each such pair is a *state*; its value is computed once, by the same functions that score a
single response, so that a table of a million rows cannot differ from the tablet in the last bit. State 0 is "missing".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import gcd, lcm

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId, Method, ScaleCode
from retnet_pro.scoring.methods import Formula, Ratio, from_total
from retnet_pro.scoring.plan import Plan, PlannedScale

_MOST_STATES = 4_000_000
"""Far above every questionnaire; a form beyond it would eat the memory of the machine instead of being refused."""


@dataclass(frozen=True, slots=True)
class TotalStates:
    """A scale scored from how many items are answered and their total.

    State = answered x `width` + sum of (code - lowest) over the answered items.
    """

    code: ScaleCode
    items: tuple[ItemId, ...]
    lowest: int
    width: int
    values: tuple[Ratio | None, ...]


@dataclass(frozen=True, slots=True)
class BurdenStates:
    """A scale of count x severity pairs. State = burden + 1, or 0."""

    code: ScaleCode
    items: tuple[ItemId, ...]
    values: tuple[Ratio | None, ...]


@dataclass(frozen=True, slots=True)
class MeanStates:
    """A scale built from scales. State = sum of the shares of its components + 1; anything below 1 is state 0."""

    code: ScaleCode
    shares: tuple[tuple[ScaleCode, tuple[int, ...]], ...]
    """Per component: its code, and the share of each of its states. A missing one is negative beyond repair."""
    values: tuple[Ratio | None, ...]


States = TotalStates | BurdenStates | MeanStates


def attainable(plan: Plan) -> tuple[States, ...]:
    """Return the states of every scale in form order.

    Raises:
        Refusal: `FORM_BROKEN`, when a scale has more states than any questionnaire needs.
    """
    codes = dict(plan.allowed)
    simple: dict[ScaleCode, TotalStates | BurdenStates] = {}
    for planned in plan.from_items:
        if planned.formula is None:
            simple[planned.code] = _burden_states(plan, planned, [max(codes[item]) for item in planned.items])
        else:
            simple[planned.code] = _total_states(plan, planned, planned.formula)
    return tuple(
        _mean_states(plan, planned, simple) if planned.scale.method is Method.MEAN_OF_SCALES else simple[planned.code]
        for planned in plan.scales
    )


def _total_states(plan: Plan, planned: PlannedScale, formula: Formula) -> TotalStates:
    of = len(planned.items)
    width = of * planned.span + 1
    _refuse_giant(plan, planned, (of + 1) * width)
    values: list[Ratio | None] = []
    for answered in range(of + 1):
        for above in range(width):
            is_state = answered >= planned.minimum_answered and above <= answered * planned.span
            total = answered * planned.lowest + above
            values.append(from_total(formula, total, answered) if is_state else None)
    return TotalStates(planned.code, planned.items, planned.lowest, width, tuple(values))


def _burden_states(plan: Plan, planned: PlannedScale, highest: Sequence[int]) -> BurdenStates:
    most = sum(count * severity for count, severity in zip(highest[::2], highest[1::2], strict=True))
    _refuse_giant(plan, planned, most + 2)
    return BurdenStates(planned.code, planned.items, (None, *[(burden, 1) for burden in range(most + 1)]))


def _mean_states(plan: Plan, planned: PlannedScale, simple: dict[ScaleCode, TotalStates | BurdenStates]) -> MeanStates:
    """Number the attainable means: all components are counted in one smallest common step from their least value."""
    parts = [(simple[code], is_reversed) for code, is_reversed in planned.scale.components]
    common = lcm(*{ratio[1] for part, _ in parts for ratio in part.values if ratio})
    scaled = [[_scaled(ratio, common, is_reversed) for ratio in part.values] for part, is_reversed in parts]
    least = [min(_present(column)) for column in scaled]
    step = gcd(*[share - low for column, low in zip(scaled, least, strict=True) for share in _present(column)]) or 1
    most = sum((max(_present(column)) - low) // step for column, low in zip(scaled, least, strict=True))
    _refuse_giant(plan, planned, most + 2)
    return MeanStates(
        planned.code,
        tuple(
            (part.code, tuple(-most - 1 if share is None else (share - low) // step for share in column))
            for (part, _), column, low in zip(parts, scaled, least, strict=True)
        ),
        (None, *[(sum(least) + step * steps, len(parts) * common) for steps in range(most + 1)]),
    )


def _scaled(ratio: Ratio | None, common: int, is_reversed: bool) -> int | None:
    if ratio is None:
        return None
    share = ratio[0] * (common // ratio[1])
    return 100 * common - share if is_reversed else share


def _present(column: Iterable[int | None]) -> list[int]:
    return [share for share in column if share is not None]


def _refuse_giant(plan: Plan, planned: PlannedScale, states: int) -> None:
    if states > _MOST_STATES:
        raise Refusal(
            Code.FORM_BROKEN, path=plan.form, findings=f"scale {planned.code} is too large to score in a table"
        )
