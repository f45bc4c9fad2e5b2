"""Whether one score can be computed as its named method asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retnet_pro.instrument.model import ItemKind, Method
from retnet_pro.instrument.shape import Values


@dataclass(frozen=True, slots=True)
class Known:
    """What a scale may refer to, looked up once for the whole form."""

    answers: Mapping[str, Values]
    """Response scale of each item; an item that names an unknown one is left to its own finding and stands as None."""
    methods: Mapping[str, str]
    """Method of each scale code."""
    variants: frozenset[str]


def known_in(instrument: Values) -> Known:
    """Gather what the scales of a form file may refer to."""
    scales = instrument["response_scales"]
    return Known(
        {item["id"]: scales.get(item["scale"]) for item in instrument["items"]},
        {scale["code"]: scale["method"] for scale in instrument["scales"]},
        frozenset(variant["id"] for variant in instrument.get("variants", ())),
    )


def check_scale(scale: Values, known: Known) -> Iterator[str]:
    """Say what is wrong with one scale of a form file, in words."""
    method = Method(scale["method"])
    yield from _foreign_keys(scale, method)
    for variant in scale.get("variants", ()):
        if variant not in known.variants:
            yield f"there is no variant '{variant}'"
    if method is Method.MEAN_OF_SCALES:
        yield from _mean_of_scales(scale, known.methods)
    else:
        yield from _over_items(scale, known.answers, method)


def _foreign_keys(scale: Values, method: Method) -> Iterator[str]:
    """Name keys that another method would need; they would be ignored without a word."""
    if "reversed" in scale and method is not Method.LINEAR_0_100:
        yield f"'reversed' means nothing for {method}"
    if method is Method.MEAN_OF_SCALES:
        if "items" in scale:
            yield f"{method} has components, not items"
    else:
        yield from (
            f"'{key}' means nothing for {method}" for key in ("components", "components_turned") if key in scale
        )


def _mean_of_scales(scale: Values, methods: Mapping[str, str]) -> Iterator[str]:
    turned = scale.get("components_turned", [])
    components = [*scale.get("components", []), *turned]
    if not components:
        yield "it needs at least one component"
    if len(set(components)) < len(components):
        yield "a component stands here twice"
    for code in components:
        if code not in methods:
            yield f"there is no scale '{code}'"
        elif methods[code] == Method.MEAN_OF_SCALES:
            yield f"the component '{code}' is itself made of scales"
        elif code in turned and methods[code] != Method.LINEAR_0_100:
            yield f"the component '{code}' does not run from 0 to 100 and cannot be turned"
    if components and scale["minimum_answered"] > len(components):
        yield f"minimum_answered is {scale['minimum_answered']}, but there are only {len(components)} components"


def _over_items(scale: Values, known: Mapping[str, Values], method: Method) -> Iterator[str]:
    if "items" not in scale:
        yield f"{method} needs items"
        return
    names = scale["items"]
    if len(set(names)) < len(names):
        yield "an item stands here twice"
    missing = [name for name in names if name not in known]
    yield from (f"there is no item '{name}'" for name in missing)
    answers = [known[name] for name in names if name in known]
    if missing or None in answers:
        return
    if method is Method.COUNT_TIMES_SEVERITY:
        yield from _pairs(answers)
    if method is Method.LINEAR_0_100 and len({_ends(answer) for answer in answers}) > 1:
        yield "its items do not share one range of codes"
    yield from _minimum(scale["minimum_answered"], len(names), method)


def _minimum(minimum: int, items: int, method: Method) -> Iterator[str]:
    """Hold the minimum against the number of items; the half rule binds the mean methods (rule E71)."""
    of = items // 2 if method is Method.COUNT_TIMES_SEVERITY else items
    if minimum > of:
        yield f"minimum_answered is {minimum}, but there are only {of} to answer"
    elif method in (Method.MEAN, Method.LINEAR_0_100) and minimum * 2 < of:
        yield f"minimum_answered is {minimum}, less than half of {of} items"


def _pairs(answers: list[Values]) -> Iterator[str]:
    kinds = [answer["kind"] == ItemKind.COUNT for answer in answers]
    if len(kinds) % 2 or kinds != [True, False] * (len(kinds) // 2):
        yield "its items must be pairs: a count, then its severity"


def _ends(answer: Values) -> tuple[int, int]:
    codes = answer.get("codes") or [answer.get("lowest", 0), answer.get("highest", 0)]
    return min(codes), max(codes)
