"""How a simulated person fills in a form: item by item, by the form's own structure; no form is known here by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from retnet_pro.answering.rules import presented
from retnet_pro.answering.sheet import Answered, Given, NotApplicable, Skipped
from retnet_pro.instrument.model import Direction, Instrument, Item, ItemId, ItemKind, Method, Scale, ScaleCode
from retnet_pro.simulation.chance import Chance, normal_share
from retnet_pro.simulation.propensity import Propensity, propensity
from retnet_pro.simulation.shapes import ANY_SCALE, Numbers, Shapes

_ANY = ScaleCode(ANY_SCALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What stays with a simulated person from visit to visit."""

    general: float
    """How affected in general; standard normal, higher is worse."""
    own: Mapping[ScaleCode, float]
    """How affected beyond that on each scale; standard normal."""
    symptoms: frozenset[ItemId]
    """Episode counts of the diary that speak of a tumour symptom this person has."""
    does_not_apply: frozenset[ItemId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What is particular to the day of a visit."""

    since_embolization: int | None
    """Days; None before the first."""
    decline: float
    """How much everything has worsened, as a share of the range."""
    relief: float
    """Share of the tumour symptoms that treatment takes away at this time."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One item's place in a scale."""

    scale: ScaleCode
    propensity: Propensity
    shift: float
    """Worsening two weeks after an embolization, as a share of the range."""
    worst_is_highest: bool


def make_person(instruments: Iterable[Instrument], numbers: Numbers, is_symptomatic: bool, chance: Chance) -> Person:
    """Return a person; the same stream and forms give the same person."""
    forms = tuple(instruments)
    codes = sorted({scale.code for form in forms for scale in form.scales} | {_ANY})
    counts = sorted({count for form in forms for count in _pairs(form).values()})
    return Person(
        general=chance.normal(),
        own={code: chance.normal() for code in codes},
        symptoms=_symptoms(counts, is_symptomatic, chance),
        does_not_apply=frozenset(
            item.id
            for form in forms
            for item in form.items
            if item.not_applicable and chance.happens(numbers.not_applicable)
        ),
    )


def _symptoms(counts: list[ItemId], is_symptomatic: bool, chance: Chance) -> frozenset[ItemId]:
    """Return at least one symptom for a symptomatic person, none for others."""
    first = chance.share()
    more = [chance.share() < 0.5 for _ in counts]
    if not is_symptomatic or not counts:
        return frozenset()
    certain = counts[int(first * len(counts))]
    return frozenset({certain, *(count for count, also in zip(counts, more, strict=True) if also)})


def fill_in(instrument: Instrument, person: Person, day: Day, shapes: Shapes, chance: Chance) -> dict[ItemId, Given]:
    """Return what the person puts down, in the order of the form; hidden items are left alone (rule E45)."""
    parts = _parts(instrument, shapes)
    counts = _pairs(instrument)
    burdens = _burdens(parts, person, day, shapes.numbers, chance)
    if counts:  # a diary is about tumour symptoms, and treatment takes them away together
        burdens = {code: burden * (1 - day.relief) for code, burden in burdens.items()}
    given: dict[ItemId, Given] = {}
    for item in instrument.items:
        part = parts[item.id]
        episodes = given.get(counts[item.id]) if item.id in counts else None
        answer: Given
        if item.id in person.does_not_apply:
            answer = NotApplicable()
        elif chance.happens(shapes.numbers.item_missed):
            answer = Skipped()
        elif item.scale.kind is ItemKind.COUNT:
            answer = _count(item, person, day, shapes.numbers, chance)
        elif item.id in counts:
            answer = _severity(item, counts[item.id], episodes, person, day, shapes.numbers, chance)
        else:
            answer = _ordinal(item, part, burdens[part.scale], chance)
        given[item.id] = answer
    shown = {item.id for item in presented(instrument, given)}
    return {item: answer for item, answer in given.items() if item in shown}


def _ordinal(item: Item, part: _Part, burden: float, chance: Chance) -> Answered:
    codes = sorted(item.scale.codes, reverse=not part.worst_is_highest)
    return Answered(codes[chance.successes(len(codes) - 1, burden)])


def _count(item: Item, person: Person, day: Day, numbers: Numbers, chance: Chance) -> Answered:
    has_symptom = item.id in person.symptoms
    mean = numbers.episodes_symptomatic * (1 - day.relief) if has_symptom else numbers.episodes_other
    return Answered(min(max(chance.episodes(mean), item.scale.minimum), item.scale.maximum))


def _severity(
    item: Item, count: ItemId, episodes: Given | None, person: Person, day: Day, numbers: Numbers, chance: Chance
) -> Answered:
    """Grade the episodes; without any, nothing is severe."""
    codes = sorted(item.scale.codes)
    has_symptom = count in person.symptoms
    mean = numbers.grade_symptomatic * (1 - day.relief) if has_symptom else numbers.grade_other
    drawn = chance.successes(len(codes) - 1, mean)
    return Answered(codes[0] if episodes == Answered(0) else codes[drawn])


def _burdens(
    parts: Mapping[ItemId, _Part], person: Person, day: Day, numbers: Numbers, chance: Chance
) -> dict[ScaleCode, float]:
    """Return today's burden on each scale: the person in general, the person on this scale, and the day."""
    rest = 1 - numbers.shared_weight - numbers.own_weight
    echo = _echo(day.since_embolization, numbers)
    burdens: dict[ScaleCode, float] = {}
    for part in parts.values():
        if part.scale in burdens:
            continue
        latent = (
            sqrt(numbers.shared_weight) * person.general
            + sqrt(numbers.own_weight) * person.own[part.scale]
            + sqrt(rest) * chance.normal()
        )
        burden = part.propensity.at(normal_share(latent))
        burdens[part.scale] = part.propensity.worsened(burden, echo * part.shift + day.decline)
    return burdens


def _echo(since: int | None, numbers: Numbers) -> float:
    """Return how much of the two-week shift is left: all of it up to then, halving afterwards."""
    if since is None or since < 0:
        return 0.0
    return float(0.5 ** (max(since - numbers.shift_days, 0) / numbers.shift_half_days))


def _pairs(instrument: Instrument) -> dict[ItemId, ItemId]:
    """Return for each item that grades episodes the item that counts them."""
    return {
        severity: count
        for scale in instrument.scales
        if scale.method is Method.COUNT_TIMES_SEVERITY
        for count, severity in zip(scale.items[::2], scale.items[1::2], strict=True)
    }


def _parts(instrument: Instrument, shapes: Shapes) -> dict[ItemId, _Part]:
    """Return each item's place in the first scale of the default scoring variant that holds it."""
    parts: dict[ItemId, _Part] = {}
    for scale in instrument.scales:
        if not scale.variants or instrument.default_variant in scale.variants:
            for item in scale.items:
                parts.setdefault(item, _part(instrument, scale, shapes))
    loose = _Part(_ANY, _of_scale(ANY_SCALE, 3, True, shapes), 0.0, True)
    return {item.id: parts.get(item.id, loose) for item in instrument.items}


def _part(instrument: Instrument, scale: Scale, shapes: Shapes) -> _Part:
    is_worse = scale.direction is Direction.HIGHER_WORSE
    steps = sum(len(instrument.by_id[item].scale.codes) - 1 for item in scale.items)
    shift = shapes.of(scale.code).shift / 100
    return _Part(
        scale.code,
        _of_scale(scale.code, steps, is_worse, shapes),
        shift if is_worse else -shift,
        is_worse is not scale.reversed,
    )


def _of_scale(code: str, steps: int, is_worse: bool, shapes: Shapes) -> Propensity:
    shape = shapes.of(code)
    mean = shape.mean / 100
    return propensity(mean if is_worse or code not in shapes.scales else 1 - mean, shape.sd / 100, steps)
