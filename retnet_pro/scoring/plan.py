"""An instrument and one scoring variant, compiled once so that scoring a form is only arithmetic.

A form that cannot be scored as it is written is refused here, before the first answer, never in the middle of one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, Item, ItemId, Method, Scale, ScaleCode
from retnet_pro.scoring.methods import Formula, formula


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedScale:
    """One scale of the plan."""

    scale: Scale
    code: ScaleCode
    items: tuple[ItemId, ...]
    numbered: tuple[tuple[ItemId, int], ...]
    """The items with their printed numbers."""
    minimum_answered: int
    """At least 1: a scale with no answer at all is missing, whatever the form says (rule E74)."""
    lowest: int
    """Smallest code of the items' response scale."""
    span: int
    """Largest code minus smallest: the item range of the published formulas (rule E70)."""
    formula: Formula | None
    """The named method as whole numbers; None where a total of the items is not enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to compute for every response of one form in one variant."""

    form: InstrumentId
    form_version: str
    form_hash: ContentHash
    variant: str
    """'' where there is only one way to score."""
    items: tuple[Item, ...]
    scales: tuple[PlannedScale, ...]
    allowed: tuple[tuple[ItemId, frozenset[int]], ...] = field(repr=False)
    """Every item with the codes it can carry."""
    from_items: tuple[PlannedScale, ...] = field(repr=False)
    """The scales computed from items, in form order."""
    from_scales: tuple[tuple[int, PlannedScale], ...] = field(repr=False)
    """The scales computed from other scales, with their place among all."""
    by_code: Mapping[ScaleCode, PlannedScale] = field(repr=False)


def make_plan(instrument: Instrument, variant: str | None = None) -> Plan:
    """Compile an instrument for scoring; without a variant, its declared default is used (rule E73).

    Raises:
        Refusal: `VARIANT_UNKNOWN`; or `FORM_BROKEN` with every scale that cannot be computed as written.
    """
    chosen = instrument.default_variant if variant is None else variant
    known = [declared.id for declared in instrument.variants] or [""]
    if chosen not in known:
        raise Refusal(
            Code.VARIANT_UNKNOWN, form=instrument.id, variant=chosen, known=", ".join(filter(None, known)) or "none"
        )
    scales = tuple(scale for scale in instrument.scales if not scale.variants or chosen in scale.variants)
    findings = [finding for scale in scales for finding in _findings(scale, scales, instrument.by_id)]
    if findings:
        raise Refusal(Code.FORM_BROKEN, path=instrument.id, findings="; ".join(findings))
    planned = tuple(_planned(scale, instrument.by_id) for scale in scales)
    return Plan(
        form=instrument.id,
        form_version=instrument.version,
        form_hash=instrument.hash,
        variant=chosen,
        items=instrument.items,
        scales=planned,
        allowed=tuple((item.id, frozenset(item.scale.codes)) for item in instrument.items),
        from_items=tuple(part for part in planned if part.scale.method is not Method.MEAN_OF_SCALES),
        from_scales=tuple(
            (place, part) for place, part in enumerate(planned) if part.scale.method is Method.MEAN_OF_SCALES
        ),
        by_code={part.code: part for part in planned},
    )


def _planned(scale: Scale, items: Mapping[ItemId, Item]) -> PlannedScale:
    response = items[scale.items[0]].scale if scale.items else None
    lowest, span = (response.minimum, response.maximum - response.minimum) if response else (0, 0)
    return PlannedScale(
        scale=scale,
        code=scale.code,
        items=scale.items,
        numbered=tuple((item, items[item].number) for item in scale.items),
        minimum_answered=max(1, scale.minimum_answered),
        lowest=lowest,
        span=span,
        formula=formula(scale.method, is_reversed=scale.reversed, lowest=lowest, span=span),
    )


def _findings(scale: Scale, scales: tuple[Scale, ...], items: Mapping[ItemId, Item]) -> Iterator[str]:
    """Yield why a scale cannot be computed; the loader of form files says it earlier and with a line number."""
    unknown = [item for item in scale.items if item not in items]
    if unknown:
        yield f"scale {scale.code} names unknown items {', '.join(unknown)}"
        return
    match scale.method:
        case Method.MEAN_OF_SCALES:
            yield from _component_findings(scale, scales)
        case Method.COUNT_TIMES_SEVERITY:
            if not scale.items or len(scale.items) % 2:
                yield f"scale {scale.code} needs pairs of a count and a severity"
        case Method.LINEAR_0_100 | Method.MEAN | Method.SUM:
            bounds = {(items[item].scale.minimum, items[item].scale.maximum) for item in scale.items}
            if not bounds:
                yield f"scale {scale.code} has no items"
            elif len(bounds) > 1:
                yield f"scale {scale.code} mixes items of different range"
            elif scale.method is Method.LINEAR_0_100 and any(low == high for low, high in bounds):
                yield f"scale {scale.code} has items of range 0"


def _component_findings(scale: Scale, scales: tuple[Scale, ...]) -> Iterator[str]:
    simple = {other.code for other in scales if other.method is not Method.MEAN_OF_SCALES}
    unknown = [code for code, _ in scale.components if code not in simple]
    if not scale.components:
        yield f"scale {scale.code} has no component scales"
    if unknown:
        yield f"scale {scale.code} is built from {', '.join(unknown)}, which this variant does not score from items"
