"""How a questionnaire came about beside its answers: who was in front of the screen, how they were identified, where it
stood in the visit. Codes of events of the session; the response itself keeps its form (packaging/docs/format.md).
"""

from enum import StrEnum

from retnet_pro.record.response import AnsweredBy


class WhyHelped(StrEnum):
    """Why somebody other than the participant alone is answering (rule E58); a closed list of this project."""

    SIGHT = "sight"
    HANDS = "hands"
    READING = "reading"
    LANGUAGE = "language"
    UNWELL = "unwell"
    TABLET = "tablet"
    WISH = "wish"
    """The participant prefers it so."""
    AWAY = "away"
    """Not where the tablet is: the reason of every telephone interview, and of nothing else."""
    OTHER = "other"
    """None of these: a reason in words is needed."""


class Medium(StrEnum):
    """How a form was filled in (rule E90)."""

    TABLET = "tablet"
    INTERVIEW = "interview"
    """Staff asked and entered, on the tablet."""
    TELEPHONE = "telephone"
    """The same, with the participant on the telephone."""
    PAPER = "paper"
    """On paper, read in by two people of the staff."""


class LineCheck(StrEnum):
    """How staff made sure who is on the line (rule E59); a closed list of this project."""

    KNOWN_NUMBER = "known-number"
    """They called the number in the patient file."""
    DETAILS = "details"
    """The participant told what stands in the patient file."""
    VOICE = "voice"
    """They know the participant's voice."""


class Deviation(StrEnum):
    """What departs from the planned order within a visit (rule E57)."""

    AFTER_CONTACT = "after-contact"
    """The participant had already seen the doctor or nurse about the disease."""
    AFTER_LATER_FORM = "after-later-form"
    """A form that stands later in the schedule of the visit was filed before this one."""


def medium_of(answered_by: AnsweredBy) -> Medium:
    """Return how a form is filled in when these people answer."""
    match answered_by:
        case AnsweredBy.STAFF_INTERVIEW:
            return Medium.INTERVIEW
        case AnsweredBy.STAFF_TELEPHONE:
            return Medium.TELEPHONE
        case _:
            return Medium.TABLET


def lacks_reason(answered_by: AnsweredBy, why: WhyHelped | None, reason: str = "") -> bool:
    """Whether it has not been said why somebody other than the participant alone answers (rule E58)."""
    if answered_by in (AnsweredBy.ALONE, AnsweredBy.STAFF_TELEPHONE):
        return False  # a telephone is its own reason: the participant is not here
    return not reason and why in (None, WhyHelped.OTHER)


def most_helped(one: AnsweredBy, other: AnsweredBy) -> AnsweredBy:
    """Return which of two is further from answering alone: a form counts as helped when any part of it was."""
    order = list(AnsweredBy)
    return max(one, other, key=order.index)


class Accommodation(StrEnum):
    """What helped a participant with a form (rule E121). Recorded as words; a reader keeps those it does not know."""

    TEXT_125 = "text-125"
    TEXT_150 = "text-150"
    TEXT_200 = "text-200"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    KEYBOARD = "keyboard"
    SCREEN_READER = "screen-reader"
    READ_ALOUD = "read-aloud"
