"""The pages of a telephone interview: staff have the tablet, and the participant hears what they read out (rule E59).

Chooses between these words and those for a participant at the tablet, so that no page asks somebody who is not there to
look at the screen or to hand it back.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from retnet_pro.gui.participant import messages
from retnet_pro.gui.participant.desk import ParticipantDesk
from retnet_pro.gui.participant.message import Message
from retnet_pro.record.response import AnsweredBy


def is_call(desk: ParticipantDesk) -> bool:
    """Whether the participant is on the telephone."""
    return desk.answered_by is AnsweredBy.STAFF_TELEPHONE


def first_page(desk: ParticipantDesk) -> Message:
    """Ask whether the right person is at the tablet or, in a telephone interview, on the line."""
    page = messages.welcome(desk.subject, desk.visit_title, desk.language)
    if not is_call(desk):
        return page
    translate = QCoreApplication.translate
    (mine, _), refusal = page.acts
    visit, _, not_read = page.paragraphs
    return replace(
        page,
        title=_name(),
        paragraphs=(visit, _rule(), not_read),
        acts=((mine, translate("Participant", "The participant with this code is on the line")), refusal),
    )


def help_page(desk: ParticipantDesk) -> Message:
    """Explain the screen; whoever reads it out is told how, and cannot say that somebody else answers."""
    page = messages.helping()
    if not is_call(desk):
        return page
    return replace(page, paragraphs=(*page.paragraphs[:-1], _rule()), acts=page.acts[:1])


def last_page(desk: ParticipantDesk, proof: str, *, finished: bool) -> Message:
    """Thank; what is said of whom to call is read out."""
    page = messages.goodbye(proof, finished=finished, whom_to_call=desk.whom_to_call)
    return replace(page, detail=_name()) if is_call(desk) else page


def part_said(desk: ParticipantDesk, part: int) -> str:
    """Say which form this is, counted from 0 (-1: practice), and on every page of a call that it is one."""
    translate = QCoreApplication.translate
    if part < 0:
        return translate("Participant", "Practice")
    said = translate("Participant", "Part {part} of {parts}").format(part=part + 1, parts=desk.parts)
    return f"{_name()} \N{MIDDLE DOT} {said}" if is_call(desk) else said


def _name() -> str:
    return QCoreApplication.translate("Participant", "Telephone interview")


def _rule() -> str:
    return QCoreApplication.translate(
        "Participant",
        "Staff: read out each question and all its answers as they stand, and tap what you are told. "
        "Do not explain or suggest anything.",
    )
