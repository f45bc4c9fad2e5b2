"""Words for codes: what the facts of the program are called on the glass, in the language of the interface.

The only place on the glass where a code meets a word. Sources are English; translations live in
``translations/staff_*.ts`` under the contexts ``words``, ``phrases`` (failures) and ``scales`` (names of scores, as the
form files give them).
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from retnet_pro.answering.sheet import Answer, Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.interruption import Ending
from retnet_pro.conduct.roles import Right, Role
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_line import Group, Look, Openness
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.model import Direction, Status
from retnet_pro.phrases import SENTENCES, fill
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.interpretation import Change, WhyNot
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.due import WindowState
from retnet_pro.study.model import Mode

_WORDS: Mapping[type, Mapping[object, object]] = {
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
        Right.ENROL: QT_TRANSLATE_NOOP("words", "enrol participants"),
        Right.HAND_OVER: QT_TRANSLATE_NOOP("words", "hand over the tablet"),
        Right.EXPORT: QT_TRANSLATE_NOOP("words", "export"),
        Right.MANAGE_STAFF: QT_TRANSLATE_NOOP("words", "look after the team"),
        Right.CONFIRM_FORMS: QT_TRANSLATE_NOOP("words", "confirm forms"),
        Right.READ_TRAIL: QT_TRANSLATE_NOOP("words", "read the audit trail"),
        Right.KEEP_DEVICE: QT_TRANSLATE_NOOP("words", "look after this device"),
        Right.ERASE: QT_TRANSLATE_NOOP("words", "erase by order of an authority"),
    },
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
    AnsweredBy: {
        AnsweredBy.ALONE: QT_TRANSLATE_NOOP("words", "The participant, alone"),
        AnsweredBy.HELPER_READS: QT_TRANSLATE_NOOP("words", "The participant; a helper reads aloud"),
        AnsweredBy.HELPER_TAPS: QT_TRANSLATE_NOOP("words", "The participant speaks; a helper taps"),
        AnsweredBy.INTERPRETER: QT_TRANSLATE_NOOP("words", "Through an interpreter"),
        AnsweredBy.STAFF_INTERVIEW: QT_TRANSLATE_NOOP("words", "Staff ask and enter"),
    },
    Fact: {
        Fact.RANDOMISED: QT_TRANSLATE_NOOP("words", "Randomised"),
        Fact.EMBOLIZATION: QT_TRANSLATE_NOOP("words", "Embolization"),
        Fact.SYMPTOMATIC: QT_TRANSLATE_NOOP("words", "Tumour symptoms at baseline"),
        Fact.HISTOLOGY: QT_TRANSLATE_NOOP("words", "Histology"),
        Fact.GRADE: QT_TRANSLATE_NOOP("words", "Grade"),
        Fact.WITHDREW: QT_TRANSLATE_NOOP("words", "Withdrew"),
        Fact.PROGRESSED: QT_TRANSLATE_NOOP("words", "Progressed"),
        Fact.DIED: QT_TRANSLATE_NOOP("words", "Died"),
    },
    Delivery: {
        Delivery.ON_DEVICE: QT_TRANSLATE_NOOP("words", "Only on this device"),
        Delivery.SENT: QT_TRANSLATE_NOOP("words", "Sent, no receipt yet"),
        Delivery.RECEIVED: QT_TRANSLATE_NOOP("words", "Received by the centre"),
    },
    Kind: {
        Kind.PROVISION: QT_TRANSLATE_NOOP("words", "Site set up"),
        Kind.BOOT: QT_TRANSLATE_NOOP("words", "Program started"),
        Kind.LOGIN: QT_TRANSLATE_NOOP("words", "Logged in"),
        Kind.LOGIN_FAIL: QT_TRANSLATE_NOOP("words", "Login refused"),
        Kind.LOCK: QT_TRANSLATE_NOOP("words", "Locked"),
        Kind.HANDOVER: QT_TRANSLATE_NOOP("words", "Tablet handed over"),
        Kind.VIEW: QT_TRANSLATE_NOOP("words", "Looked at"),
        Kind.EXPORT: QT_TRANSLATE_NOOP("words", "Bundle written"),
        Kind.PACK: QT_TRANSLATE_NOOP("words", "Signed pack"),
        Kind.BACKUP: QT_TRANSLATE_NOOP("words", "Backup"),
        Kind.SETTING: QT_TRANSLATE_NOOP("words", "Setting changed"),
        Kind.STAFF: QT_TRANSLATE_NOOP("words", "Access changed"),
        Kind.CLOCK_STEP: QT_TRANSLATE_NOOP("words", "Clock jumped"),
        Kind.RECEIPT: QT_TRANSLATE_NOOP("words", "Receipt taken in"),
        Kind.ENROL: QT_TRANSLATE_NOOP("words", "Participant enrolled"),
        Kind.PARTICIPANT_FACT: QT_TRANSLATE_NOOP("words", "Fact recorded"),
        Kind.SESSION_OPEN: QT_TRANSLATE_NOOP("words", "Questionnaire opened"),
        Kind.ANSWER: QT_TRANSLATE_NOOP("words", "Answer"),
        Kind.SESSION_DONE: QT_TRANSLATE_NOOP("words", "Questionnaire finished"),
        Kind.SESSION_STOP: QT_TRANSLATE_NOOP("words", "Questionnaire closed as partial"),
        Kind.SESSION_RESUME: QT_TRANSLATE_NOOP("words", "Questionnaire continued"),
        Kind.AMEND: QT_TRANSLATE_NOOP("words", "Correction"),
        Kind.ACKNOWLEDGE: QT_TRANSLATE_NOOP("words", "Acknowledged"),
        Kind.SIGN: QT_TRANSLATE_NOOP("words", "Signed"),
        Kind.ERASE: QT_TRANSLATE_NOOP("words", "Data erased"),
        Kind.WITHDRAW: QT_TRANSLATE_NOOP("words", "Withdrawal of consent"),
        Kind.ABSENT: QT_TRANSLATE_NOOP("words", "Form will not come"),
        Kind.CONFIRM: QT_TRANSLATE_NOOP("words", "Form confirmed"),
    },
    Group: {
        Group.ANSWERS: QT_TRANSLATE_NOOP("words", "Answers"),
        Group.SESSIONS: QT_TRANSLATE_NOOP("words", "Questionnaires"),
        Group.PARTICIPANTS: QT_TRANSLATE_NOOP("words", "Participants"),
        Group.STAFF: QT_TRANSLATE_NOOP("words", "Staff and logins"),
        Group.SENDING: QT_TRANSLATE_NOOP("words", "Sending and receipts"),
        Group.DEVICE: QT_TRANSLATE_NOOP("words", "Device, clock and packs"),
        Group.VIEWS: QT_TRANSLATE_NOOP("words", "Looks and copies"),
    },
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
        Look.TRAIL: QT_TRANSLATE_NOOP("words", "audit trail"),
        Look.COPY: QT_TRANSLATE_NOOP("words", "copy of the audit trail"),
    },
}
"""By kind of code, because codes of different kinds may be spelled alike."""

_STATES: Mapping[type, object] = {
    NotApplicable: QT_TRANSLATE_NOOP("words", "does not apply"),
    Skipped: QT_TRANSLATE_NOOP("words", "left out on purpose"),
    NotPresented: QT_TRANSLATE_NOOP("words", "not asked, hidden by an earlier answer"),
    NotReached: QT_TRANSLATE_NOOP("words", "not reached"),
}

_REASONS = (
    QT_TRANSLATE_NOOP("words", "it is too short"),
    QT_TRANSLATE_NOOP("words", "it is too long"),
    QT_TRANSLATE_NOOP("words", "it consists of phrases, names, repeats or rows of keys that are tried first"),
    QT_TRANSLATE_NOOP("words", "it may have small letters a-z, digits, dots and hyphens only, 2 to 32 of them"),
    QT_TRANSLATE_NOOP("words", "the program itself writes under it"),
    QT_TRANSLATE_NOOP("words", "the name shown beside it is empty, too long or has strange characters"),
)
"""Reasons that failures give as a fact, for people who choose a passphrase or an account name."""

Coded = (
    Role | Mode | WindowState | Direction | Status | Why | Change | WhyNot | Absence | AnsweredBy | Fact | Delivery
    | Ending | Kind | Group | Openness | Look | Right
)  # fmt: skip


def word(code: Coded) -> str:
    """Return the word for a code."""
    return QCoreApplication.translate("words", str(_WORDS[type(code)][code]))


def is_worded(code: object) -> bool:
    """Whether a code has a word; a house test walks all codes."""
    return code in _WORDS.get(type(code), {})


def sentence(error: Exception) -> str:
    """Return what a failure says to the person in front of the screen; of a bug only its kind, never its content."""
    if isinstance(error, RetnetError):
        code, facts = error.code, error.facts
    else:
        code, facts = Code.UNEXPECTED, {"why": type(error).__name__}
    if facts.get("why") in _REASONS:
        facts = {**facts, "why": QCoreApplication.translate("words", str(facts["why"]))}
    return fill(QCoreApplication.translate("phrases", SENTENCES[code]), facts)


def scale_name(name: str) -> str:
    """Return the name of a score as the form file gives it, in the language of the interface."""
    return QCoreApplication.translate("scales", name)


def answer_state(answer: Answer) -> str:
    """Return the word for an answer without a code; '' for an answered item, whose label says more."""
    return "" if isinstance(answer, Answered) else QCoreApplication.translate("words", str(_STATES[type(answer)]))


def why_missing(score: Score) -> str:
    """Return why a score has no value, with the counts; '' where it has one."""
    if score.why is None:
        return ""
    counted = QCoreApplication.translate("words", "{used} of {of}").format(used=score.used, of=score.of)
    return f"{word(score.why)} ({counted})"


def points(value: float) -> str:
    """Return a score as displayed: one decimal; the record keeps full precision (rule E76)."""
    return QLocale().toString(value + 0.0, "f", 1)


def difference(value: float) -> str:
    """Return a signed difference as displayed."""
    sign = "+" if round(value, 1) > 0 else "\u2212" if round(value, 1) < 0 else "\u00b1"
    return sign + points(abs(value))


def day(value: date) -> str:
    """Return a date that cannot be misread across countries."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def instant(iso: str) -> str:
    """Return a recorded time with its offset to UTC, as it was where it was recorded (rule P32)."""
    moment = datetime.fromisoformat(iso)
    return f"{day(moment.date())}, {moment:%H:%M} {_offset(moment.utcoffset())}"


def second(iso: str) -> str:
    """Return a recorded time to the second, with its offset to UTC (rule P32)."""
    moment = datetime.fromisoformat(iso)
    return f"{day(moment.date())}, {moment:%H:%M:%S} {_offset(moment.utcoffset())}"


def language_name(tag: str) -> str:
    """Return a language in its own words, e.g. for the choice of a questionnaire's language."""
    name = _PLAIN.get(tag) or QLocale(tag).nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" if name else tag


_PLAIN = {"en": "English", "es": "Español"}
"""Tags without a country that Qt would name by one."""


def _offset(offset: timedelta | None) -> str:
    if offset is None:
        return "(?)"
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"(UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02})"
