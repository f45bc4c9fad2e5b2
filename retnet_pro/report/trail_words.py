"""The words that the audit trail needs on paper: kinds of events, what became of their content, filters. English."""

from collections.abc import Mapping
from datetime import datetime

from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import BETWEEN, Line, Openness
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind
from retnet_pro.report.words import accommodation_words, day_words, source_words, time_words, why_amended_words

KIND_WORDS: Mapping[Kind, str] = {
    Kind.PROVISION: "site set up",
    Kind.BOOT: "program started",
    Kind.LOGIN: "logged in",
    Kind.LOGIN_FAIL: "login refused",
    Kind.LOCK: "locked",
    Kind.HANDOVER: "tablet handed over",
    Kind.VIEW: "looked at",
    Kind.BUNDLE: "bundle sealed",
    Kind.EXPORT: "bundle written",
    Kind.DATA_OUT: "data taken out",
    Kind.PACK: "signed pack",
    Kind.BACKUP: "backup",
    Kind.NEIGHBOUR: "other tablet of the site",
    Kind.DRILL: "restore drill",
    Kind.SETTING: "setting changed",
    Kind.DEVICE_LEAVES: "tablet leaves the site",
    Kind.STAFF: "access changed",
    Kind.CLOCK_STEP: "clock jumped",
    Kind.RECEIPT: "receipt taken in",
    Kind.ENROL: "participant enrolled",
    Kind.PARTICIPANT_FACT: "fact recorded",
    Kind.PARTICIPANT_PIN: "study PIN chosen",
    Kind.SESSION_OPEN: "questionnaire opened",
    Kind.ANSWER: "answer",
    Kind.SESSION_DONE: "questionnaire finished",
    Kind.SESSION_STOP: "questionnaire closed as partial",
    Kind.SESSION_RESUME: "questionnaire continued",
    Kind.SESSION_IDENTIFIED: "participant identified",
    Kind.SESSION_WHO: "who answers changed",
    Kind.SESSION_AIDS: "aids in use noted",
    Kind.SESSION_WHY: "participant's reason to stop",
    Kind.ALERT: "alert rules checked",
    Kind.CLINIC_OPEN: "form of staff opened",
    Kind.CLINIC_ENTRY: "value in a form of staff",
    Kind.CLINIC_DONE: "form of staff closed",
    Kind.CLINIC_STOP: "form of staff set aside",
    Kind.AMEND: "correction",
    Kind.PAPER_ENTRY: "paper form read in",
    Kind.PAPER_SCAN: "scan of a paper form",
    Kind.PLACE_PROPOSE: "other place proposed",
    Kind.PLACE_DECIDE: "place decided",
    Kind.ACKNOWLEDGE: "alert answered",
    Kind.SIGN: "signed",
    Kind.ERASE: "data erased",
    Kind.WITHDRAW: "withdrawal of consent",
    Kind.ABSENT: "form will not come",
    Kind.CONFIRM: "form confirmed",
}
"""What each kind of event is called; a test proves that none is without a word."""

GROUP_WORDS: Mapping[Group, str] = {
    Group.ANSWERS: "answers",
    Group.SESSIONS: "questionnaires handed over",
    Group.PARTICIPANTS: "participants",
    Group.STAFF: "staff and logins",
    Group.SENDING: "sending",
    Group.DEVICE: "device, clock and packs",
    Group.VIEWS: "looks and copies",
}

OPENNESS_WORDS: Mapping[Openness, str] = {
    Openness.OPEN: "",
    Openness.OPENED: "",
    Openness.HIDDEN: "content sealed, not shown to this role",
    Openness.ERASED: "content erased",
    Openness.UNREADABLE: "content cannot be opened",
}
"""What is said instead of a content that is not there; '' where it is."""

DELIVERY_WORDS: Mapping[Delivery, str] = {
    Delivery.ON_DEVICE: "only here",
    Delivery.IN_BUNDLE: "in bundle",
    Delivery.SENT: "sent",
    Delivery.RECEIVED: "receipted",
    Delivery.ELSEWHERE: "other tablet",
}

NO_FILTER = "no filter: every event"


def filter_words(wanted: Wanted) -> str:
    """Say which events a copy holds."""
    parts = [
        f"person {wanted.who}" if wanted.who else "",
        GROUP_WORDS[wanted.group] if wanted.group is not None else "",
        f"participant {wanted.subject}" if wanted.subject else "",
        f"from {day_words(wanted.first)}" if wanted.first is not None else "",
        f"to {day_words(wanted.last)}" if wanted.last is not None else "",
    ]
    return "; ".join(filter(None, parts)) or NO_FILTER


def moment_words(at: str) -> str:
    """Return a recorded time to the second, with its offset to UTC (rule P32)."""
    moment = datetime.fromisoformat(at)
    plain = time_words(moment)
    return plain.replace(f"{moment:%H:%M}", f"{moment:%H:%M:%S}", 1)


def act_words(line: Line) -> str:
    """Say what was done."""
    said = KIND_WORDS[line.kind]
    return f"{said}: {_detail_words(line)}" if line.detail else said


def concern_words(line: Line) -> str:
    """Say whom and what it concerns."""
    about = line.about
    return ", ".join(filter(None, (about.subject, about.visit, about.form, about.item)))


def value_words(line: Line) -> str:
    """Say the value, what it replaced, why, or why there is nothing to say (rules P11, P15, P18, P19)."""
    new = line.new
    if line.kind is Kind.SESSION_AIDS:
        new = accommodation_words(line.new.split(BETWEEN))
    value = f"{new} (was {line.old})" if line.old else new
    prompted = "after the question whether to leave it out" if line.prompted else ""
    reason = f"reason: {_reason_words(line)}" if line.reason else ""
    note = f"note: {line.note}" if line.note else ""
    return "; ".join(filter(None, (value, prompted, reason, note, OPENNESS_WORDS[line.openness])))


def _reason_words(line: Line) -> str:
    is_coded = line.kind is Kind.AMEND and line.reason in list(WhyAmended)
    return why_amended_words(WhyAmended(line.reason)) if is_coded else line.reason


def _detail_words(line: Line) -> str:
    is_coded = line.kind is Kind.AMEND and line.detail in list(Source)
    return source_words(Source(line.detail)) if is_coded else line.detail
