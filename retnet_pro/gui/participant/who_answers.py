"""Who is answering, and why not alone: asked again whenever it changes during a sitting (rule E58)."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from retnet_pro.gui.participant.message import Message
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy

WHO = "who:"
"""An act on the page `who_now` is this and the code of who answers."""
WHY = "why:"
"""An act on the page `why_helped` is this and the code of the reason."""


def who_now(current: AnsweredBy) -> Message:
    """Ask who answers from here on."""
    translate = QCoreApplication.translate
    words = _who_words()
    return Message(
        title=translate("Participant", "Who is answering now?"),
        paragraphs=(translate("Participant", "So far: {who}").format(who=words[current]),),
        acts=(
            *((WHO + who.value, said) for who, said in words.items()),
            ("continue", translate("Participant", "Nothing has changed")),
        ),
    )


def why_helped() -> Message:
    """Ask for the reason, neutrally and from a short list.

    No reason in words is asked for here: the list has one that fits everybody, and only the nurse writes another.
    """
    translate = QCoreApplication.translate
    words: Mapping[WhyHelped, str] = {
        WhyHelped.SIGHT: translate("Participant", "I cannot see the screen well"),
        WhyHelped.HANDS: translate("Participant", "Tapping is difficult for me"),
        WhyHelped.READING: translate("Participant", "Reading is difficult for me"),
        WhyHelped.LANGUAGE: translate("Participant", "I do not know this language well"),
        WhyHelped.UNWELL: translate("Participant", "I am tired or unwell"),
        WhyHelped.TABLET: translate("Participant", "I am not used to a tablet"),
        WhyHelped.WISH: translate("Participant", "I prefer it this way"),
    }
    return Message(
        title=translate("Participant", "What is the help for?"),
        acts=tuple((WHY + why.value, said) for why, said in words.items()),
    )


def _who_words() -> Mapping[AnsweredBy, str]:
    translate = QCoreApplication.translate
    return {
        AnsweredBy.ALONE: translate("Participant", "I answer alone"),
        AnsweredBy.HELPER_READS: translate("Participant", "Somebody reads the questions to me, and I tap"),
        AnsweredBy.HELPER_TAPS: translate("Participant", "I say my answers, and somebody taps"),
        AnsweredBy.INTERPRETER: translate("Participant", "Somebody interprets for me"),
        AnsweredBy.STAFF_INTERVIEW: translate("Participant", "The nurse or doctor asks me and taps"),
    }  # a telephone interview neither begins nor ends here
