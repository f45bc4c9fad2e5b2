"""The practice form: choose, change, go back, leave out (rule E29). Home-made, and never stored."""

from PySide6.QtCore import QCoreApplication

from retnet_pro.gui.participant.languages import reads_right_to_left
from retnet_pro.instrument.model import (
    ContentHash,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    ResponseScale,
    Status,
    Wording,
)

_TEA = ResponseScale(id="tea", kind=ItemKind.CHOICE, codes=(1, 2, 3, 4))
_SEVEN = ResponseScale(id="seven", kind=ItemKind.BOXES, codes=(1, 2, 3, 4, 5, 6, 7))
_TWO = ResponseScale(id="two", kind=ItemKind.CHOICE, codes=(1, 2))
_ID = InstrumentId("practice")
_NOTHING = ContentHash("")


def practice_form() -> Instrument:
    """Return the practice instrument: a choice, boxes, and one to leave out."""
    return Instrument(
        id=_ID,
        version="1",
        title="Practice",
        owner="this project",
        needs_licence=False,
        minutes=1,
        response_scales={scale.id: scale for scale in (_TEA, _SEVEN, _TWO)},
        recalls=(),
        items=tuple(_item(number, scale) for number, scale in enumerate((_TEA, _SEVEN, _TWO), start=1)),
        scales=(),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=_NOTHING,
    )


def practice_words(language: str) -> Wording:
    """Return the practice's words in the language of the program's translation."""
    translate = QCoreApplication.translate
    return Wording(
        instrument=_ID,
        instrument_version="1",
        version="1",
        language=language,
        right_to_left=reads_right_to_left(language),
        demonstration=True,
        licence=None,
        notice=translate("Participant", "Practice. Nothing is stored."),
        title=translate("Participant", "Practice"),
        instruction=translate("Participant", "Tap Next at the bottom to see the first practice question."),
        recalls={},
        labels={
            "tea": {
                1: translate("Participant", "Without tea"),
                2: translate("Participant", "With weak tea"),
                3: translate("Participant", "With strong tea"),
                4: translate("Participant", "With coffee"),
            },
            "seven": {1: translate("Participant", "Very cold"), 7: translate("Participant", "Very hot")},
            "two": {1: translate("Participant", "Window"), 2: translate("Participant", "Aisle")},
        },
        items={
            ItemId("practice-1"): translate(
                "Participant",
                "How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.",
            ),
            ItemId("practice-2"): translate(
                "Participant", "How warm should a bath be? Tap a number. With Back you can see your first choice again."
            ),
            ItemId("practice-3"): translate(
                "Participant", "Which seat in a train? Leave this question out: tap Next without choosing."
            ),
        },
        not_applicable={},
        hash=_NOTHING,
    )


def _item(number: int, scale: ResponseScale) -> Item:
    return Item(
        id=ItemId(f"practice-{number}"),
        number=number,
        topic="practice",
        scale=scale,
        recall=None,
        not_applicable=False,
        condition=None,
        status=Status.PROJECT,
    )
