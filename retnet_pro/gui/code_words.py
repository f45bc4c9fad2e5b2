"""What codes are called: roles, rights, reasons, kinds of events and the like, as English sources of translations.

The only table on the glass where a code meets a word; `words` says them in the language of the interface.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from retnet_pro.conduct.clinic import WhyAgain, WhyAside
from retnet_pro.conduct.erased import Ground
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.interruption import Ending
from retnet_pro.conduct.roles import Right, Role
from retnet_pro.conduct.signatures import Standing
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import Look, Openness
from retnet_pro.gui.data_words import DATA_WORDS, Oddity, Source, WhyAmended, WhyMisplaced, WhyPaper
from retnet_pro.gui.form_words import FORM_WORDS
from retnet_pro.gui.kind_words import KIND_WORDS
from retnet_pro.gui.oversight_words import OVERSIGHT_WORDS
from retnet_pro.instrument.clinic import Missing
from retnet_pro.instrument.model import Direction, Status
from retnet_pro.record.circumstance import Accommodation, Deviation, LineCheck, Medium, WhyHelped
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.interpretation import Change, WhyNot
from retnet_pro.scoring.score import Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.due import WindowState
from retnet_pro.study.findings import Grade, Histology
from retnet_pro.study.model import Identification, Mode
from retnet_pro.study.withdrawal import WithdrawalReason

CODE_WORDS: Mapping[type, Mapping[object, object]] = {
    **DATA_WORDS,
    Role: {
        Role.NURSE: QT_TRANSLATE_NOOP("words", "Nurse"),
        Role.COORDINATOR: QT_TRANSLATE_NOOP("words", "Coordinator"),
        Role.INVESTIGATOR: QT_TRANSLATE_NOOP("words", "Investigator"),
        Role.MONITOR: QT_TRANSLATE_NOOP("words", "Monitor"),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("words", "Administrator"),
    },
    Right: {
        Right.READ_RESPONSES: QT_TRANSLATE_NOOP("words", "read answers"),
        Right.SEE_ARM: QT_TRANSLATE_NOOP("words", "see the treatment arm"),
        Right.ANSWER_ALERTS: QT_TRANSLATE_NOOP("words", "answer alerts"),
        Right.ENROL: QT_TRANSLATE_NOOP("words", "enrol participants"),
        Right.HAND_OVER: QT_TRANSLATE_NOOP("words", "hand over the tablet"),
        Right.FILL_FORMS: QT_TRANSLATE_NOOP("words", "fill in forms about a participant"),
        Right.EXPORT: QT_TRANSLATE_NOOP("words", "export"),
        Right.TAKE_OUT: QT_TRANSLATE_NOOP("words", "take data out in open files"),
        Right.MANAGE_STAFF: QT_TRANSLATE_NOOP("words", "look after the team"),
        Right.CONFIRM_FORMS: QT_TRANSLATE_NOOP("words", "confirm forms"),
        Right.READ_TRAIL: QT_TRANSLATE_NOOP("words", "read the audit trail"),
        Right.KEEP_DEVICE: QT_TRANSLATE_NOOP("words", "look after this device"),
        Right.CORRECT: QT_TRANSLATE_NOOP("words", "correct answers"),
        Right.CONFIRM_PLACE: QT_TRANSLATE_NOOP("words", "decide where misplaced answers belong"),
        Right.TAKE_BACK: QT_TRANSLATE_NOOP("words", "take back a withdrawal"),
        Right.SIGN: QT_TRANSLATE_NOOP("words", "sign off answers"),
        Right.ERASE: QT_TRANSLATE_NOOP("words", "erase by order of an authority"),
        Right.CLOSE_DEVICE: QT_TRANSLATE_NOOP("words", "close this device for another site"),
    },
    **OVERSIGHT_WORDS,
    Mode: {
        Mode.DEMO: QT_TRANSLATE_NOOP("words", "Demonstration: synthetic data, not for real participants"),
        Mode.TRAINING: QT_TRANSLATE_NOOP("words", "Training: practice data, not for real participants"),
        Mode.STUDY: QT_TRANSLATE_NOOP("words", "Study"),
    },
    WindowState: {
        WindowState.CLOSING: QT_TRANSLATE_NOOP("words", "Closing soon"),
        WindowState.OPEN: QT_TRANSLATE_NOOP("words", "Open now"),
        WindowState.OVERDUE: QT_TRANSLATE_NOOP("words", "Overdue"),
        WindowState.UPCOMING: QT_TRANSLATE_NOOP("words", "Coming up"),
        WindowState.DONE: QT_TRANSLATE_NOOP("words", "Done"),
    },
    Ending: {
        Ending.STOPPED: QT_TRANSLATE_NOOP("words", "The participant asked to stop"),
        Ending.OTHER_PERSON: QT_TRANSLATE_NOOP("words", "Somebody said the tablet was not meant for them"),
        Ending.NOT_IDENTIFIED: QT_TRANSLATE_NOOP("words", "The study PIN did not match"),
        Ending.BROKEN: QT_TRANSLATE_NOOP("words", "The tablet stopped without a word: crash, power or battery"),
        Ending.NOT_HANDED_OVER: QT_TRANSLATE_NOOP("words", "Opened, but the tablet was not handed over"),
    },
    Direction: {
        Direction.HIGHER_BETTER: QT_TRANSLATE_NOOP("words", "higher is better"),
        Direction.HIGHER_WORSE: QT_TRANSLATE_NOOP("words", "higher is worse"),
    },
    Status: {
        Status.CONFIRMED: QT_TRANSLATE_NOOP("words", "confirmed"),
        Status.SINGLE: QT_TRANSLATE_NOOP("words", "one source"),
        Status.UNSURE: QT_TRANSLATE_NOOP("words", "UNSURE: not confirmed against the licensed scoring sheet"),
        Status.UNVERIFIED: QT_TRANSLATE_NOOP("words", "UNVERIFIED: not checked at the source"),
        Status.ASSUMPTION: QT_TRANSLATE_NOOP("words", "ASSUMPTION of this project"),
        Status.PROJECT: QT_TRANSLATE_NOOP("words", "defined by this project"),
    },
    Why: {
        Why.TOO_FEW_ANSWERED: QT_TRANSLATE_NOOP("words", "too few questions answered"),
        Why.COMPONENT_MISSING: QT_TRANSLATE_NOOP("words", "a score it is built from is missing"),
    },
    Change: {
        Change.IMPROVED: QT_TRANSLATE_NOOP("words", "better"),
        Change.WORSENED: QT_TRANSLATE_NOOP("words", "worse"),
        Change.NO_RELEVANT_CHANGE: QT_TRANSLATE_NOOP("words", "no relevant change"),
        Change.NOT_COMPARABLE: QT_TRANSLATE_NOOP("words", "not comparable"),
    },
    WhyNot: {
        WhyNot.NO_SCORE_BEFORE: QT_TRANSLATE_NOOP("words", "no earlier score"),
        WhyNot.NO_SCORE_AFTER: QT_TRANSLATE_NOOP("words", "no score now"),
        WhyNot.OTHER_SCORING: QT_TRANSLATE_NOOP("words", "scored in another way before"),
        WhyNot.NO_RULE: QT_TRANSLATE_NOOP("words", "no published rule for change"),
    },
    Absence: {
        Absence.REFUSED: QT_TRANSLATE_NOOP("words", "Did not want to go on"),
        Absence.TOO_ILL: QT_TRANSLATE_NOOP("words", "Too ill"),
        Absence.ADMINISTRATIVE: QT_TRANSLATE_NOOP("words", "Organisation: no time, not asked, other place"),
        Absence.TECHNICAL: QT_TRANSLATE_NOOP("words", "Technical failure"),
        Absence.LANGUAGE: QT_TRANSLATE_NOOP("words", "Language or reading"),
        Absence.DIED: QT_TRANSLATE_NOOP("words", "Died"),
        Absence.WITHDREW: QT_TRANSLATE_NOOP("words", "Withdrew from the study"),
        Absence.OTHER: QT_TRANSLATE_NOOP("words", "Other reason"),
    },
    WithdrawalReason: {
        WithdrawalReason.NOT_SAID: QT_TRANSLATE_NOOP("words", "No reason given"),
        WithdrawalReason.BURDEN: QT_TRANSLATE_NOOP("words", "The questionnaires are too much"),
        WithdrawalReason.HEALTH: QT_TRANSLATE_NOOP("words", "Too unwell for questionnaires"),
        WithdrawalReason.LEFT_STUDY: QT_TRANSLATE_NOOP("words", "Left the whole study"),
        WithdrawalReason.OTHER: QT_TRANSLATE_NOOP("words", "Another reason"),
    },
    Ground: {
        Ground.WRONG_PERSON: QT_TRANSLATE_NOOP("words", "Somebody else answered under this code"),
        Ground.NO_CONSENT: QT_TRANSLATE_NOOP("words", "There was no valid consent"),
        Ground.LEGAL_ORDER: QT_TRANSLATE_NOOP("words", "Order of a court or an authority"),
        Ground.OTHER: QT_TRANSLATE_NOOP("words", "Another ground"),
    },
    AnsweredBy: {
        AnsweredBy.ALONE: QT_TRANSLATE_NOOP("words", "The participant, alone"),
        AnsweredBy.HELPER_READS: QT_TRANSLATE_NOOP("words", "The participant; a helper reads aloud"),
        AnsweredBy.HELPER_TAPS: QT_TRANSLATE_NOOP("words", "The participant speaks; a helper taps"),
        AnsweredBy.INTERPRETER: QT_TRANSLATE_NOOP("words", "Through an interpreter"),
        AnsweredBy.STAFF_INTERVIEW: QT_TRANSLATE_NOOP("words", "Staff ask and enter"),
        AnsweredBy.STAFF_TELEPHONE: QT_TRANSLATE_NOOP("words", "By telephone: staff ask and enter"),
    },
    Medium: {
        Medium.TABLET: QT_TRANSLATE_NOOP("words", "On the tablet"),
        Medium.INTERVIEW: QT_TRANSLATE_NOOP("words", "As an interview"),
        Medium.TELEPHONE: QT_TRANSLATE_NOOP("words", "As an interview by telephone"),
        Medium.PAPER: QT_TRANSLATE_NOOP("words", "On paper, read in by two people"),
    },
    Accommodation: {
        Accommodation.TEXT_125: QT_TRANSLATE_NOOP("words", "Letters at 125 %"),
        Accommodation.TEXT_150: QT_TRANSLATE_NOOP("words", "Letters at 150 %"),
        Accommodation.TEXT_200: QT_TRANSLATE_NOOP("words", "Letters at 200 %"),
        Accommodation.DARK: QT_TRANSLATE_NOOP("words", "Light letters on a dark screen"),
        Accommodation.HIGH_CONTRAST: QT_TRANSLATE_NOOP("words", "High contrast"),
        Accommodation.KEYBOARD: QT_TRANSLATE_NOOP("words", "Keyboard or switches"),
        Accommodation.SCREEN_READER: QT_TRANSLATE_NOOP("words", "Screen reader"),
        Accommodation.READ_ALOUD: QT_TRANSLATE_NOOP("words", "Questions read aloud by the tablet"),
    },
    Deviation: {
        Deviation.AFTER_CONTACT: QT_TRANSLATE_NOOP("words", "After the consultation, not before"),
        Deviation.AFTER_LATER_FORM: QT_TRANSLATE_NOOP("words", "Not in the planned order of forms"),
    },
    Identification: {
        Identification.CONFIRM: QT_TRANSLATE_NOOP("words", "Study code confirmed by the participant"),
        Identification.PIN: QT_TRANSLATE_NOOP("words", "Identified by study PIN"),
        Identification.STATED: QT_TRANSLATE_NOOP("words", "Who was on the telephone was stated by staff"),
    },
    LineCheck: {
        LineCheck.KNOWN_NUMBER: QT_TRANSLATE_NOOP("words", "Called their number"),
        LineCheck.DETAILS: QT_TRANSLATE_NOOP("words", "Compared details"),
        LineCheck.VOICE: QT_TRANSLATE_NOOP("words", "Know the voice"),
    },
    WhyHelped: {
        WhyHelped.SIGHT: QT_TRANSLATE_NOOP("words", "Cannot see well"),
        WhyHelped.HANDS: QT_TRANSLATE_NOOP("words", "Cannot tap well"),
        WhyHelped.READING: QT_TRANSLATE_NOOP("words", "Cannot read well"),
        WhyHelped.LANGUAGE: QT_TRANSLATE_NOOP("words", "Language"),
        WhyHelped.UNWELL: QT_TRANSLATE_NOOP("words", "Tired or unwell"),
        WhyHelped.TABLET: QT_TRANSLATE_NOOP("words", "Not used to a tablet"),
        WhyHelped.WISH: QT_TRANSLATE_NOOP("words", "Prefers help"),
        WhyHelped.AWAY: QT_TRANSLATE_NOOP("words", "Not at the clinic"),
        WhyHelped.OTHER: QT_TRANSLATE_NOOP("words", "In words"),
    },
    Fact: {
        Fact.RANDOMISED: QT_TRANSLATE_NOOP("words", "Randomised"),
        Fact.EMBOLIZATION: QT_TRANSLATE_NOOP("words", "Embolization"),
        Fact.SYMPTOMATIC: QT_TRANSLATE_NOOP("words", "Tumour symptoms at baseline"),
        Fact.HISTOLOGY: QT_TRANSLATE_NOOP("words", "Histology"),
        Fact.GRADE: QT_TRANSLATE_NOOP("words", "Grade"),
        Fact.PROGRESSED: QT_TRANSLATE_NOOP("words", "Progressed"),
        Fact.DIED: QT_TRANSLATE_NOOP("words", "Died"),
    },
    Histology: {
        Histology.CARCINOID: QT_TRANSLATE_NOOP("words", "Carcinoid (not from the pancreas)"),
        Histology.ISLET_CELL: QT_TRANSLATE_NOOP("words", "Islet-cell tumour (from the pancreas)"),
        Histology.OTHER: QT_TRANSLATE_NOOP("words", "Another histology"),
    },
    Grade: {
        Grade.G1: QT_TRANSLATE_NOOP("words", "Grade 1"),
        Grade.G2: QT_TRANSLATE_NOOP("words", "Grade 2"),
        Grade.G3: QT_TRANSLATE_NOOP("words", "Grade 3"),
    },
    Delivery: {
        Delivery.ON_DEVICE: QT_TRANSLATE_NOOP("words", "Only on this device"),
        Delivery.IN_BUNDLE: QT_TRANSLATE_NOOP("words", "In a bundle, not yet at its place"),
        Delivery.SENT: QT_TRANSLATE_NOOP("words", "Sent, no receipt yet"),
        Delivery.RECEIVED: QT_TRANSLATE_NOOP("words", "Received by the centre"),
        Delivery.ELSEWHERE: QT_TRANSLATE_NOOP("words", "Recorded on another tablet of the site"),
    },
    Kind: KIND_WORDS,
    Group: {
        Group.ANSWERS: QT_TRANSLATE_NOOP("words", "Answers"),
        Group.SESSIONS: QT_TRANSLATE_NOOP("words", "Questionnaires"),
        Group.PARTICIPANTS: QT_TRANSLATE_NOOP("words", "Participants"),
        Group.STAFF: QT_TRANSLATE_NOOP("words", "Staff and logins"),
        Group.SENDING: QT_TRANSLATE_NOOP("words", "Sending and receipts"),
        Group.DEVICE: QT_TRANSLATE_NOOP("words", "Device, clock and packs"),
        Group.VIEWS: QT_TRANSLATE_NOOP("words", "Looks and copies"),
    },
    **FORM_WORDS,
    Openness: {
        Openness.OPEN: QT_TRANSLATE_NOOP("words", "never sealed"),
        Openness.OPENED: QT_TRANSLATE_NOOP("words", "sealed, opened for you"),
        Openness.HIDDEN: QT_TRANSLATE_NOOP("words", "sealed; your role does not read it"),
        Openness.ERASED: QT_TRANSLATE_NOOP("words", "erased; the event itself stands"),
        Openness.UNREADABLE: QT_TRANSLATE_NOOP("words", "sealed; cannot be opened with this site's key"),
    },
    Look: {
        Look.PAGE: QT_TRANSLATE_NOOP("words", "participant page"),
        Look.PAPER: QT_TRANSLATE_NOOP("words", "participant report as PDF"),
        Look.VISIT_RECORD: QT_TRANSLATE_NOOP("words", "record of a visit as PDF"),
        Look.SCAN: QT_TRANSLATE_NOOP("words", "scan of a paper form"),
        Look.SCORE_COPY: QT_TRANSLATE_NOOP("words", "scores as a table"),
        Look.PICTURE: QT_TRANSLATE_NOOP("words", "picture of the trends"),
        Look.TRAIL: QT_TRANSLATE_NOOP("words", "audit trail"),
        Look.COPY: QT_TRANSLATE_NOOP("words", "copy of the audit trail"),
        Look.ALERTS: QT_TRANSLATE_NOOP("words", "alerts"),
        Look.ALERT_COPY: QT_TRANSLATE_NOOP("words", "copy of the alerts"),
        Look.CLINIC_COPY: QT_TRANSLATE_NOOP("words", "forms of staff as a table"),
        Look.SIGNING_COPY: QT_TRANSLATE_NOOP("words", "copy of the signing list"),
        Look.COMPLETION: QT_TRANSLATE_NOOP("words", "completion"),
        Look.COMPLETION_COPY: QT_TRANSLATE_NOOP("words", "copy of the completion report"),
    },
}
"""By kind of code, because codes of different kinds may be spelled alike."""

Coded = (
    Role | Mode | WindowState | Direction | Status | Why | Change | WhyNot | Absence | AnsweredBy | Fact | Delivery
    | Histology | Grade
    | WhyHelped | Medium | Accommodation | Deviation | Identification | Ending | Kind | Group | Openness | Look | Right
    | WithdrawalReason | Ground | Standing | AlertOutcome | AlertAction | WhyAmended | Source | WhyAgain | WhyAside
    | LineCheck | Missing | WhyMisplaced | WhyPaper | Oddity
)  # fmt: skip
