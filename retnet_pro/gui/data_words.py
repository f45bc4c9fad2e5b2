"""Words for the codes of data that staff put right or read in from paper; part of `code_words`.

Every word is translated under the context ``words``, like all of them.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.record.transcript import Oddity, WhyPaper

__all__ = ["DATA_WORDS", "Oddity", "Source", "WhyAmended", "WhyMisplaced", "WhyPaper"]

DATA_WORDS: Mapping[type, Mapping[object, object]] = {
    WhyAmended: {
        WhyAmended.MISTAPPED: QT_TRANSLATE_NOOP("words", "Another option was meant"),
        WhyAmended.MISUNDERSTOOD: QT_TRANSLATE_NOOP("words", "The question was misunderstood"),
        WhyAmended.MISENTERED: QT_TRANSLATE_NOOP("words", "Entered wrongly for the participant"),
        WhyAmended.LEFT_OUT: QT_TRANSLATE_NOOP("words", "Left out by mistake"),
        WhyAmended.OTHER: QT_TRANSLATE_NOOP("words", "Another reason"),
    },
    WhyPaper: {
        WhyPaper.NO_TABLET: QT_TRANSLATE_NOOP("words", "No tablet worked or was at hand"),
        WhyPaper.WISH: QT_TRANSLATE_NOOP("words", "The participant wanted paper"),
        WhyPaper.HYGIENE: QT_TRANSLATE_NOOP("words", "Isolation or hygiene"),
        WhyPaper.AWAY: QT_TRANSLATE_NOOP("words", "Filled in at home or by post"),
        WhyPaper.OTHER: QT_TRANSLATE_NOOP("words", "Another reason"),
    },
    Oddity: {
        Oddity.TWO_BOXES: QT_TRANSLATE_NOOP("words", "two boxes ticked"),
        Oddity.BETWEEN: QT_TRANSLATE_NOOP("words", "between two boxes"),
        Oddity.MARGIN_NOTE: QT_TRANSLATE_NOOP("words", "note in the margin"),
        Oddity.ILLEGIBLE: QT_TRANSLATE_NOOP("words", "illegible"),
    },
    WhyMisplaced: {
        WhyMisplaced.OTHER_PARTICIPANT: QT_TRANSLATE_NOOP("words", "Another study code was picked"),
        WhyMisplaced.OTHER_VISIT: QT_TRANSLATE_NOOP("words", "Another visit was chosen"),
        WhyMisplaced.OTHER: QT_TRANSLATE_NOOP("words", "Another reason"),
    },
    Source: {
        Source.OWN_REQUEST: QT_TRANSLATE_NOOP("words", "The participant asked for it"),
        Source.ASKED_IN_PERSON: QT_TRANSLATE_NOOP("words", "Participant asked in person"),
        Source.ASKED_BY_PHONE: QT_TRANSLATE_NOOP("words", "Participant asked by telephone"),
        Source.PAPER: QT_TRANSLATE_NOOP("words", "The form on paper"),
    },
}
"""By kind of code: why an answer was corrected and from where, how forms came to the wrong place, what was on paper."""
