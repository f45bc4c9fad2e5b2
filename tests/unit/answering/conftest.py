"""A small home-made form with every kind of item, so that these tests need no file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from retnet_pro.instrument.model import (
    AtLeast,
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
    Wording,
)
from retnet_pro.moment import Moment

FOUR = ResponseScale(id="four", kind=ItemKind.CHOICE, codes=(1, 2, 3, 4))
SEVEN = ResponseScale(id="seven", kind=ItemKind.BOXES, codes=(1, 2, 3, 4, 5, 6, 7))
COUNT = ResponseScale(id="count", kind=ItemKind.COUNT, codes=tuple(range(21)))


def item(name: str, number: int, scale: ResponseScale, **over: object) -> Item:
    facts: dict[str, object] = {"recall": None, "not_applicable": False, "condition": None, **over}
    return Item(id=ItemId(name), number=number, topic=name, scale=scale, status=Status.PROJECT, **facts)  # type: ignore[arg-type]


@pytest.fixture
def form() -> Instrument:
    items = (
        item("a", 1, FOUR, recall="week"),
        item("b", 2, FOUR, recall="week", not_applicable=True),
        item("n", 3, COUNT),
        item("s", 4, FOUR, condition=AtLeast(ItemId("n"), 1)),
        item("z", 5, SEVEN),
    )
    return Instrument(
        id=InstrumentId("tiny"),
        version="1",
        title="Tiny",
        owner="this project",
        needs_licence=False,
        minutes=1,
        response_scales={scale.id: scale for scale in (FOUR, SEVEN, COUNT)},
        recalls=("week",),
        items=items,
        scales=(
            Scale(
                code=ScaleCode("AB"),
                name="A and B",
                method=Method.MEAN,
                items=(ItemId("a"), ItemId("b")),
                components=(),
                reversed=False,
                direction=Direction.HIGHER_WORSE,
                minimum_answered=1,
                variants=(),
                source="test",
                status=Status.PROJECT,
            ),
        ),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=ContentHash("0" * 64),
    )


@pytest.fixture
def words() -> Wording:
    return Wording(
        instrument=InstrumentId("tiny"),
        instrument_version="1",
        version="1",
        language="en",
        right_to_left=False,
        demonstration=True,
        licence=None,
        notice="Demonstration wording",
        title="A tiny form",
        instruction="Please answer.",
        recalls={"week": "The last seven days"},
        labels={"four": {1: "none", 2: "some", 3: "much", 4: "most"}, "seven": {1: "worst", 7: "best"}},
        items={ItemId(name): f"Question {name}" for name in "abnsz"},
        not_applicable={ItemId("b"): "Does not apply"},
        hash=ContentHash("1" * 64),
    )


@pytest.fixture
def clock() -> Callable[[], Moment]:
    start = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    ticks = iter(range(1_000_000))

    def now() -> Moment:
        tick = next(ticks)
        return Moment(start + timedelta(seconds=tick), tick * 1000, "boot")

    return now


@pytest.fixture
def blocks(form: Instrument) -> Instrument:
    """One item without a time frame, two about a week, one without again, one about a week."""
    recalls = (None, "week", "week", None, "week")
    items = tuple(
        item(name, n, FOUR, recall=recall) for n, (name, recall) in enumerate(zip("abcde", recalls, strict=True), 1)
    )
    return replace(form, items=items, scales=())


@pytest.fixture
def block_words(words: Wording, blocks: Instrument) -> Wording:
    return replace(words, items={one.id: f"Question {one.number}" for one in blocks.items})
