"""The words for what staff do about alerts and for how signatures stand; see `code_words`."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from retnet_pro.conduct.signatures import Standing
from retnet_pro.study.alert_act import AlertAction, AlertOutcome

OVERSIGHT_WORDS: Mapping[type, Mapping[object, object]] = {
    Standing: {
        Standing.UNSIGNED: QT_TRANSLATE_NOOP("words", "Not signed"),
        Standing.SIGNED: QT_TRANSLATE_NOOP("words", "Signed, and covers what stands here"),
        Standing.OUTDATED: QT_TRANSLATE_NOOP("words", "To be signed again"),
    },
    AlertOutcome: {
        AlertOutcome.REVIEWED: QT_TRANSLATE_NOOP("words", "Reviewed, no action needed"),
        AlertOutcome.ACTION: QT_TRANSLATE_NOOP("words", "Action taken"),
        AlertOutcome.REFERRED: QT_TRANSLATE_NOOP("words", "Referred"),
        AlertOutcome.NOT_REACHABLE: QT_TRANSLATE_NOOP("words", "Participant not reachable"),
    },
    AlertAction: {
        AlertAction.ADVICE: QT_TRANSLATE_NOOP("words", "Advice given"),
        AlertAction.MEDICINE: QT_TRANSLATE_NOOP("words", "Medicine given or changed"),
        AlertAction.VISIT: QT_TRANSLATE_NOOP("words", "Visit arranged"),
        AlertAction.EXAMINATION: QT_TRANSLATE_NOOP("words", "Examination or test ordered"),
        AlertAction.ADMISSION: QT_TRANSLATE_NOOP("words", "Admitted to hospital"),
        AlertAction.OTHER: QT_TRANSLATE_NOOP("words", "Something else"),
    },
}
"""By kind of code."""
