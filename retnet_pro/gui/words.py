"""Words for codes: what the facts of the program are called on the glass, in the language of the interface.

Sources are English; translations live in ``translations/staff_*.ts`` under the contexts ``words`` (of `code_words` and
of this module), ``phrases`` (failures) and ``scales`` (names of scores, as the form files give them).
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from retnet_pro.answering.sheet import Answer, Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.conduct.event_name import EventName
from retnet_pro.errors import Code, RetnetError
from retnet_pro.gui.code_words import CODE_WORDS, Coded
from retnet_pro.gui.reason_words import reason
from retnet_pro.phrases import SENTENCES, fill
from retnet_pro.scoring.score import Score
from retnet_pro.study.findings import Grade, Histology

_STATES: Mapping[type, object] = {
    NotApplicable: QT_TRANSLATE_NOOP("words", "does not apply"),
    Skipped: QT_TRANSLATE_NOOP("words", "left out on purpose"),
    NotPresented: QT_TRANSLATE_NOOP("words", "not asked, hidden by an earlier answer"),
    NotReached: QT_TRANSLATE_NOOP("words", "not reached"),
}


def word(code: Coded) -> str:
    """Return the word for a code."""
    return QCoreApplication.translate("words", str(CODE_WORDS[type(code)][code]))


def sentence(error: Exception) -> str:
    """Return what a failure says to the person in front of the screen; of a bug only its kind, never its content."""
    if isinstance(error, RetnetError):
        code, facts = error.code, error.facts
    else:
        code, facts = Code.UNEXPECTED, {"why": type(error).__name__}
    if "why" in facts:
        facts = {**facts, "why": reason(str(facts["why"]))}
    return fill(QCoreApplication.translate("phrases", SENTENCES[code]), facts)


def event_number(event: EventName) -> str:
    """Return the number of an event; of one that another device wrote, with that device."""
    if event.is_here:
        return str(event.seq)
    said = QCoreApplication.translate("words", "{seq} of tablet {device}")
    return said.format(seq=event.seq, device=event.device)


def finding(recorded: str) -> str:
    """Return the word for a recorded histology or grade; one that an earlier version took in free words stays so."""
    for kind in (Histology, Grade):
        if recorded in list(kind):
            return word(kind(recorded))
    return recorded


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


def span(value: timedelta) -> str:
    """Return how long something took: minutes up to two hours, hours up to two days, then days."""
    minutes = max(0, int(value.total_seconds() // 60))
    if minutes < 120:
        return QCoreApplication.translate("words", "{count} min").format(count=minutes)
    if minutes < 48 * 60:
        return QCoreApplication.translate("words", "{count} hours").format(count=minutes // 60)
    return QCoreApplication.translate("words", "{count} days").format(count=minutes // (24 * 60))


def own_language() -> str:
    """Return the tag of the language the staff's pages speak."""
    return QCoreApplication.translate("words", "en")  # every translation gives its own tag


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
