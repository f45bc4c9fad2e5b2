"""What the codes of forms that staff fill in are called; part of the table in `code_words`."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from retnet_pro.conduct.clinic import WhyAgain, WhyAside
from retnet_pro.instrument.clinic import Missing

FORM_WORDS: Mapping[type, Mapping[object, object]] = {
    WhyAgain: {
        WhyAgain.TYPED_WRONG: QT_TRANSLATE_NOOP("words", "Typed wrong"),
        WhyAgain.NEW_SOURCE: QT_TRANSLATE_NOOP("words", "A later report says otherwise"),
        WhyAgain.QUERY: QT_TRANSLATE_NOOP("words", "A monitor or the centre asked"),
        WhyAgain.OTHER: QT_TRANSLATE_NOOP("words", "Another reason"),
    },
    WhyAside: {
        WhyAside.WRONG_PARTICIPANT: QT_TRANSLATE_NOOP("words", "The wrong participant"),
        WhyAside.WRONG_FORM: QT_TRANSLATE_NOOP("words", "The wrong form"),
        WhyAside.NOT_NEEDED: QT_TRANSLATE_NOOP("words", "Not needed after all"),
    },
    Missing: {
        Missing.NOT_DONE: QT_TRANSLATE_NOOP("words", "Not done"),
        Missing.UNKNOWN: QT_TRANSLATE_NOOP("words", "Not known"),
    },
}
