"""Instruments built by hand, so that scoring is proven without the loader; the shipped forms are proven beside them."""

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import (
    AtLeast,
    ChangeRule,
    ContentHash,
    Direction,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    Method,
    ResponseScale,
    Scale,
    ScaleCode,
    Status,
    Threshold,
    Variant,
)

FOUR = ResponseScale(id="four", kind=ItemKind.CHOICE, codes=(1, 2, 3, 4))
SEVEN = ResponseScale(id="seven", kind=ItemKind.BOXES, codes=(1, 2, 3, 4, 5, 6, 7))
COUNT = ResponseScale(id="count", kind=ItemKind.COUNT, codes=tuple(range(31)))
SEVERITY = ResponseScale(id="severity", kind=ItemKind.CHOICE, codes=(1, 2, 3))

C30_SCALES = {
    "QL2": ((29, 30), False, Direction.HIGHER_BETTER, 1),
    "PF2": ((1, 2, 3, 4, 5), True, Direction.HIGHER_BETTER, 3),
    "RF2": ((6, 7), True, Direction.HIGHER_BETTER, 1),
    "EF": ((21, 22, 23, 24), True, Direction.HIGHER_BETTER, 2),
    "CF": ((20, 25), True, Direction.HIGHER_BETTER, 1),
    "SF": ((26, 27), True, Direction.HIGHER_BETTER, 1),
    "FA": ((10, 12, 18), False, Direction.HIGHER_WORSE, 2),
    "NV": ((14, 15), False, Direction.HIGHER_WORSE, 1),
    "PA": ((9, 19), False, Direction.HIGHER_WORSE, 1),
    "DY": ((8,), False, Direction.HIGHER_WORSE, 1),
    "SL": ((11,), False, Direction.HIGHER_WORSE, 1),
    "AP": ((13,), False, Direction.HIGHER_WORSE, 1),
    "CO": ((16,), False, Direction.HIGHER_WORSE, 1),
    "DI": ((17,), False, Direction.HIGHER_WORSE, 1),
    "FI": ((28,), False, Direction.HIGHER_WORSE, 1),
}
SUMMARY = tuple(
    (ScaleCode(code), direction is Direction.HIGHER_WORSE)
    for code, (_, _, direction, _) in C30_SCALES.items()
    if code not in ("QL2", "FI")
)


def item_id(number: int) -> ItemId:
    return ItemId(f"q{number}")


def make_item(number: int, scale: ResponseScale, *, not_applicable: bool = False, condition=None) -> Item:
    return Item(
        id=item_id(number),
        number=number,
        topic=f"topic {number}",
        scale=scale,
        recall=None,
        not_applicable=not_applicable,
        condition=condition,
        status=Status.CONFIRMED,
    )


def make_scale(code: str, numbers=(), method=Method.LINEAR_0_100, **over) -> Scale:
    facts = {
        "name": code,
        "components": (),
        "reversed": False,
        "direction": Direction.HIGHER_WORSE,
        "minimum_answered": (len(numbers) + 1) // 2,
        "variants": (),
        "source": "made up for this test",
        "status": Status.CONFIRMED,
    } | over
    return Scale(code=ScaleCode(code), method=method, items=tuple(map(item_id, numbers)), **facts)


def make_instrument(name: str, items, scales, **over) -> Instrument:
    facts = {"variants": (), "thresholds": (), "changes": ()} | over
    return Instrument(
        id=InstrumentId(name),
        version="1",
        title=name,
        owner="nobody",
        needs_licence=False,
        minutes=1,
        response_scales={item.scale.id: item.scale for item in items},
        recalls=(),
        items=tuple(items),
        scales=tuple(scales),
        to_confirm=(),
        hash=ContentHash("0" * 64),
        **facts,
    )


def make_c30(**over) -> Instrument:
    scales = [
        make_scale(code, numbers, reversed=turned, direction=direction, minimum_answered=least)
        for code, (numbers, turned, direction, least) in C30_SCALES.items()
    ]
    summary = make_scale(
        "SUM",
        method=Method.MEAN_OF_SCALES,
        components=SUMMARY,
        direction=Direction.HIGHER_BETTER,
        minimum_answered=13,
    )
    items = [make_item(number, SEVEN if number > 28 else FOUR) for number in range(1, 31)]
    facts = {
        "thresholds": (
            Threshold(scale=ScaleCode("PF2"), below=83.0, above=None, source="a paper", status=Status.UNVERIFIED),
            Threshold(scale=ScaleCode("FA"), below=None, above=39.0, source="a paper", status=Status.CONFIRMED),
        ),
        "changes": (
            ChangeRule(scale=None, points=10.0, source="a trial", status=Status.CONFIRMED),
            ChangeRule(scale=ScaleCode("EF"), points=5.0, source="a guess", status=Status.ASSUMPTION),
        ),
    } | over
    return make_instrument("c30-by-hand", items, [*scales, summary], **facts)


def make_ginet21() -> Instrument:
    both = {
        "ED": (31, 32, 33),
        "GI": (34, 35, 36, 37, 38),
        "SF21": (42, 44, 49),
        "DRW": (41, 43, 47),
        "MBP": (48,),
        "SX": (51,),
        "INF": (50,),
        "BI": (45,),
    }
    scales = [make_scale(code, numbers) for code, numbers in both.items()]
    scales.insert(2, make_scale("TR", (39, 40, 46), variants=("A_scoring_sheet",)))
    scales.insert(3, make_scale("TR", (39, 40), variants=("B_validation",)))
    scales.append(make_scale("WG", (46,), variants=("B_validation",)))
    return make_instrument(
        "ginet21-by-hand",
        [make_item(number, FOUR, not_applicable=number in (39, 40, 47, 51)) for number in range(31, 52)],
        scales,
        variants=tuple(
            Variant(id=name, title=name, source="a paper", status=Status.UNSURE)
            for name in ("A_scoring_sheet", "B_validation")
        ),
    )


def make_diary() -> Instrument:
    """Two pairs of a count and a severity that is asked only beside a count above 0."""
    items = [
        make_item(1, COUNT),
        make_item(2, SEVERITY, condition=AtLeast(item_id(1), 1)),
        make_item(3, COUNT),
        make_item(4, SEVERITY, condition=AtLeast(item_id(3), 1)),
    ]
    scales = [
        make_scale("FLUSH", (1, 2), Method.COUNT_TIMES_SEVERITY, minimum_answered=2),
        make_scale("STOOL", (3, 4), Method.COUNT_TIMES_SEVERITY, minimum_answered=2),
        make_scale("BOTH", (1, 2, 3, 4), Method.COUNT_TIMES_SEVERITY, minimum_answered=4),
        make_scale("COUNTS", (1, 3), Method.SUM, minimum_answered=1),
        make_scale("GRADE", (2, 4), Method.MEAN, minimum_answered=1),
    ]
    return make_instrument("diary-by-hand", items, scales)


def answers_of(codes: Mapping[int, int]) -> dict[ItemId, Answer]:
    return {item_id(number): Answered(code) for number, code in codes.items()}


WORKED = [2, 2, 1, 1, 1, 2, 3, 2, 3, 3, 2, 2, 2, 2, 1, 1, 3, 3, 2, 1, 2, 3, 2, 1, 2, 2, 2, 2, 5, 5]
"""A worked example of this project; its scores were computed by PROscorer, QoLR and by hand."""


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """The builders, for tests that need an instrument of their own."""
    return SimpleNamespace(
        make_c30=make_c30,
        make_item=make_item,
        make_scale=make_scale,
        make_instrument=make_instrument,
        answers_of=answers_of,
        worked=dict(enumerate(WORKED, start=1)),
        c30_scales=C30_SCALES,
        four=FOUR,
        seven=SEVEN,
    )


@pytest.fixture(scope="session")
def c30() -> Instrument:
    return make_c30()


@pytest.fixture(scope="session")
def ginet21() -> Instrument:
    return make_ginet21()


@pytest.fixture(scope="session")
def diary() -> Instrument:
    return make_diary()


@pytest.fixture(scope="session")
def shipped() -> Mapping[str, Instrument]:
    """The forms as they ship, by id."""
    forms = Path(__file__).parents[3] / "forms"
    return {instrument.id: instrument for instrument in map(load_instrument, sorted(forms.glob("*.yaml")))}
