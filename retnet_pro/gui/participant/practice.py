"""The practice form: choose, change, go back, leave out (rule E29). Home-made, and never stored.

What the participant has really done is seen from what became of the practice; nothing they tap is right or wrong.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.session import Entry, QuestionPage, Session
from retnet_pro.answering.sheet import Answered, Skipped
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


class Skill(StrEnum):
    """What the practice is there to try."""

    CHOOSE = "choose"
    CHANGE = "change"
    BACK = "back"
    SKIP = "skip"


def skills_in(before: Session, after: Session) -> frozenset[Skill]:
    """Return what one act of the participant has practised."""
    found = {skill for entry in after.entries[len(before.entries) :] for skill in _skill_of(entry, after)}
    if isinstance(before.page, QuestionPage) and isinstance(after.page, QuestionPage):
        places = before.instrument.place_of
        if places[after.page.item] < places[before.page.item]:
            found.add(Skill.BACK)
    return frozenset(found)


def _skill_of(entry: Entry, session: Session) -> tuple[Skill, ...]:
    match entry.given:
        case Answered():
            earlier = (one.given for one in session.entries if one.n == entry.replaces)
            return (Skill.CHANGE,) if any(isinstance(one, Answered) for one in earlier) else (Skill.CHOOSE,)
        case Skipped():
            return (Skill.SKIP,)
        case _:
            return ()


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
        read_aloud=True,
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
