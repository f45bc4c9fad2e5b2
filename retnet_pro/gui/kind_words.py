"""The name of each kind of event as people read it; translated where it is shown (see `words`)."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from retnet_pro.record.event import Kind

KIND_WORDS: Mapping[object, object] = {
    Kind.PROVISION: QT_TRANSLATE_NOOP("words", "Site set up"),
    Kind.BOOT: QT_TRANSLATE_NOOP("words", "Program started"),
    Kind.LOGIN: QT_TRANSLATE_NOOP("words", "Logged in"),
    Kind.LOGIN_FAIL: QT_TRANSLATE_NOOP("words", "Login refused"),
    Kind.LOCK: QT_TRANSLATE_NOOP("words", "Locked"),
    Kind.HANDOVER: QT_TRANSLATE_NOOP("words", "Tablet handed over"),
    Kind.VIEW: QT_TRANSLATE_NOOP("words", "Looked at"),
    Kind.BUNDLE: QT_TRANSLATE_NOOP("words", "Bundle sealed"),
    Kind.EXPORT: QT_TRANSLATE_NOOP("words", "Bundle written"),
    Kind.DATA_OUT: QT_TRANSLATE_NOOP("words", "Data taken out"),
    Kind.PACK: QT_TRANSLATE_NOOP("words", "Signed pack"),
    Kind.BACKUP: QT_TRANSLATE_NOOP("words", "Backup"),
    Kind.NEIGHBOUR: QT_TRANSLATE_NOOP("words", "Other tablet of the site"),
    Kind.DRILL: QT_TRANSLATE_NOOP("words", "Restore drill"),
    Kind.SETTING: QT_TRANSLATE_NOOP("words", "Setting changed"),
    Kind.DEVICE_LEAVES: QT_TRANSLATE_NOOP("words", "Tablet leaves the site"),
    Kind.STAFF: QT_TRANSLATE_NOOP("words", "Access changed"),
    Kind.CLOCK_STEP: QT_TRANSLATE_NOOP("words", "Clock jumped"),
    Kind.RECEIPT: QT_TRANSLATE_NOOP("words", "Receipt taken in"),
    Kind.ENROL: QT_TRANSLATE_NOOP("words", "Participant enrolled"),
    Kind.PARTICIPANT_FACT: QT_TRANSLATE_NOOP("words", "Fact recorded"),
    Kind.PARTICIPANT_PIN: QT_TRANSLATE_NOOP("words", "Study PIN chosen"),
    Kind.SESSION_OPEN: QT_TRANSLATE_NOOP("words", "Questionnaire opened"),
    Kind.ANSWER: QT_TRANSLATE_NOOP("words", "Answer"),
    Kind.SESSION_DONE: QT_TRANSLATE_NOOP("words", "Questionnaire finished"),
    Kind.SESSION_STOP: QT_TRANSLATE_NOOP("words", "Questionnaire closed as partial"),
    Kind.SESSION_RESUME: QT_TRANSLATE_NOOP("words", "Questionnaire continued"),
    Kind.SESSION_IDENTIFIED: QT_TRANSLATE_NOOP("words", "Participant identified"),
    Kind.SESSION_WHO: QT_TRANSLATE_NOOP("words", "Who answers changed"),
    Kind.SESSION_AIDS: QT_TRANSLATE_NOOP("words", "Aids in use noted"),
    Kind.SESSION_WHY: QT_TRANSLATE_NOOP("words", "Participant's reason to stop"),
    Kind.ALERT: QT_TRANSLATE_NOOP("words", "Alert rules checked"),
    Kind.CLINIC_OPEN: QT_TRANSLATE_NOOP("words", "Form of staff opened"),
    Kind.CLINIC_ENTRY: QT_TRANSLATE_NOOP("words", "Value in a form of staff"),
    Kind.CLINIC_DONE: QT_TRANSLATE_NOOP("words", "Form of staff closed"),
    Kind.CLINIC_STOP: QT_TRANSLATE_NOOP("words", "Form of staff set aside"),
    Kind.AMEND: QT_TRANSLATE_NOOP("words", "Correction"),
    Kind.PAPER_ENTRY: QT_TRANSLATE_NOOP("words", "Paper form read in"),
    Kind.PAPER_SCAN: QT_TRANSLATE_NOOP("words", "Scan of a paper form"),
    Kind.PLACE_PROPOSE: QT_TRANSLATE_NOOP("words", "Other place proposed"),
    Kind.PLACE_DECIDE: QT_TRANSLATE_NOOP("words", "Place decided"),
    Kind.ACKNOWLEDGE: QT_TRANSLATE_NOOP("words", "Alert answered"),
    Kind.SIGN: QT_TRANSLATE_NOOP("words", "Signed"),
    Kind.ERASE: QT_TRANSLATE_NOOP("words", "Data erased"),
    Kind.WITHDRAW: QT_TRANSLATE_NOOP("words", "Withdrawal of consent"),
    Kind.ABSENT: QT_TRANSLATE_NOOP("words", "Form will not come"),
    Kind.CONFIRM: QT_TRANSLATE_NOOP("words", "Form confirmed"),
}
"""In the order in which they are declared."""
