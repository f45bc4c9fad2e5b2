"""The few words paper needs for codes: dates, states, reasons, directions, marks of trust. English, like all print."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import assert_never

from retnet_pro.answering.sheet import Answer, Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.instrument.model import Direction, Method, Scale, Status
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.circumstance import Accommodation, Deviation, LineCheck, Medium, WhyHelped
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.interpretation import ChangeVerdict, WhyNot
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Own names, because those of the C library change with the machine and the bytes must not."""
MINUS = "−"


def day_words(day: date) -> str:
    """Return e.g. ``5 Mar 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return e.g. ``5 Mar 26``, for narrow columns."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def month_words(day: date) -> str:
    """Return the name of the month."""
    return _MONTHS[day.month - 1]


def time_words(moment: datetime) -> str:
    """Return date, time and offset from UTC (rule P32)."""
    return f"{day_words(moment.date())} {moment:%H:%M} {_offset_words(moment)}"


def span_words(start: datetime, end: datetime) -> str:
    """Return when something began and ended, with the offset; the date once where it is the same."""
    if start.date() == end.date() and start.utcoffset() == end.utcoffset():
        return f"{day_words(start.date())} {start:%H:%M} – {end:%H:%M} {_offset_words(start)}"
    return f"{time_words(start)} – {time_words(end)}"


def _offset_words(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a time without offset is never printed (rule P32)")
    minutes = round(offset.total_seconds() / 60)
    return f"UTC{'+' if minutes >= 0 else MINUS}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def score_words(value: float) -> str:
    """Return a score rounded for display only; the record keeps full precision (rule E76)."""
    return f"{value:.1f}".replace("-", MINUS)


def brief(value: float, highest: float = 100.0) -> str:
    """Return a score for the summary: whole points on 0 to 100, one decimal where the whole range is short."""
    return f"{value:.{0 if highest > 10 else 1}f}".replace("-", MINUS)


def difference_words(difference: float) -> str:
    """Return a difference with its sign; with a decimal, lest 9.6 look like the 10 that count as change."""
    if round(difference, 1) == 0:
        return "±0"
    return ("+" if difference > 0 else MINUS) + f"{abs(difference):.1f}".removesuffix(".0")


def why_missing(score: Score, scale: Scale) -> str:
    """Say why there is no score (rules E71, E72)."""
    match score.why:
        case Why.TOO_FEW_ANSWERED:
            return f"{score.used} of {score.of} items answered, the procedure needs {scale.minimum_answered}"
        case Why.COMPONENT_MISSING:
            return (
                f"built from scores, of which {score.used} of {score.of} exist and {scale.minimum_answered} are needed"
            )
        case None:
            return ""
        case _:
            assert_never(score.why)


def answer_words(answer: Answer | None) -> str:
    """Return the code an item was answered with, or the named absence (rule E42)."""
    match answer:
        case Answered(code):
            return str(code)
        case NotApplicable():
            return "does not apply"
        case Skipped():
            return "skipped"
        case NotPresented():
            return "not shown"
        case NotReached():
            return "not reached"
        case None:
            return "not in this form"
        case _:
            assert_never(answer)


def direction_words(direction: Direction) -> str:
    """Say what a higher score means."""
    return "higher is better" if direction is Direction.HIGHER_BETTER else "higher is worse"


def method_words(method: Method) -> str:
    """Name a scoring method."""
    match method:
        case Method.LINEAR_0_100:
            return "mean of the answered items, taken to 0–100"
        case Method.MEAN:
            return "mean of the answered items"
        case Method.SUM:
            return "sum of the answered items"
        case Method.COUNT_TIMES_SEVERITY:
            return "count times severity"
        case Method.MEAN_OF_SCALES:
            return "mean of scores"
        case _:
            assert_never(method)


def why_not_compared(verdict: ChangeVerdict) -> str:
    """Say why two scores were not compared."""
    match verdict.why_not:
        case WhyNot.NO_SCORE_BEFORE:
            return "no score before"
        case WhyNot.NO_SCORE_AFTER:
            return "no score now"
        case WhyNot.OTHER_SCORING:
            return "scored in another way before"
        case WhyNot.NO_RULE:
            return "no change rule"
        case None:
            return ""
        case _:
            assert_never(verdict.why_not)


def answered_by_words(who: AnsweredBy) -> str:
    """Say how the answers came about (rule E58)."""
    return {
        AnsweredBy.ALONE: "participant alone",
        AnsweredBy.HELPER_READS: "helper read aloud",
        AnsweredBy.HELPER_TAPS: "helper tapped",
        AnsweredBy.INTERPRETER: "interpreter",
        AnsweredBy.STAFF_INTERVIEW: "staff interview",
        AnsweredBy.STAFF_TELEPHONE: "staff interview by telephone",
    }[who]


def accommodation_words(recorded: Iterable[str]) -> str:
    """Say what helped the participant, '' for nothing; what is not known here stays as recorded (rule E121)."""
    said = {
        Accommodation.TEXT_125: "letters at 125 %",
        Accommodation.TEXT_150: "letters at 150 %",
        Accommodation.TEXT_200: "letters at 200 %",
        Accommodation.DARK: "light on dark",
        Accommodation.HIGH_CONTRAST: "high contrast",
        Accommodation.KEYBOARD: "keyboard or switches",
        Accommodation.SCREEN_READER: "screen reader",
        Accommodation.READ_ALOUD: "read aloud by the tablet",
    }
    known = {one.value: words for one, words in said.items()}
    return ", ".join(known.get(one, one) for one in recorded)


def why_helped_words(why: WhyHelped) -> str:
    """Say why somebody other than the participant alone answered (rule E58)."""
    return {
        WhyHelped.SIGHT: "poor sight",
        WhyHelped.HANDS: "hands",
        WhyHelped.READING: "reading is hard",
        WhyHelped.LANGUAGE: "another language",
        WhyHelped.UNWELL: "too unwell",
        WhyHelped.TABLET: "not used to tablets",
        WhyHelped.WISH: "own wish",
        WhyHelped.AWAY: "not at the clinic",
        WhyHelped.OTHER: "other reason",
    }[why]


def medium_words(medium: Medium) -> str:
    """Say how a form was filled in (rule E90)."""
    return {
        Medium.TABLET: "on the tablet",
        Medium.INTERVIEW: "asked and entered by staff",
        Medium.TELEPHONE: "asked by telephone and entered by staff",
        Medium.PAPER: "on paper",
    }[medium]


def identification_words(by: Identification) -> str:
    """Say how the participant was identified (rule E59)."""
    return {
        Identification.PIN: "study PIN",
        Identification.CONFIRM: "own confirmation",
        Identification.STATED: "stated by staff",
    }[by]


def line_check_words(how: LineCheck) -> str:
    """Say how staff made sure who is on the telephone (rule E59)."""
    return {
        LineCheck.KNOWN_NUMBER: "number in the patient file called",
        LineCheck.DETAILS: "details compared with the patient file",
        LineCheck.VOICE: "voice known",
    }[how]


def deviation_words(deviation: Deviation) -> str:
    """Say how a form departs from the plan of its visit (rule E57)."""
    return {
        Deviation.AFTER_CONTACT: "after the consultation",
        Deviation.AFTER_LATER_FORM: "after a form that comes later",
    }[deviation]


def absence_words(absence: Absence) -> str:
    """Say why a form did not come (rule E66)."""
    return {
        Absence.REFUSED: "participant did not want to",
        Absence.TOO_ILL: "too ill",
        Absence.ADMINISTRATIVE: "administrative reason",
        Absence.TECHNICAL: "technical failure",
        Absence.LANGUAGE: "no suitable language",
        Absence.DIED: "died",
        Absence.WITHDREW: "withdrew",
        Absence.OTHER: "other reason",
    }[absence]


def why_amended_words(why: WhyAmended) -> str:
    """Say what went wrong with the first value (rule P19)."""
    return {
        WhyAmended.MISTAPPED: "another option was meant",
        WhyAmended.MISUNDERSTOOD: "the question was misunderstood",
        WhyAmended.MISENTERED: "entered wrongly for the participant",
        WhyAmended.LEFT_OUT: "left out by mistake",
        WhyAmended.OTHER: "other reason",
    }[why]


def source_words(source: Source) -> str:
    """Say where the corrected value is known from (rule E101)."""
    return {
        Source.OWN_REQUEST: "asked for by the participant",
        Source.ASKED_IN_PERSON: "participant asked in person",
        Source.ASKED_BY_PHONE: "participant asked by telephone",
        Source.PAPER: "form on paper",
    }[source]


def why_misplaced_words(why: WhyMisplaced) -> str:
    """Say how forms came to the wrong place (rule P19)."""
    return {
        WhyMisplaced.OTHER_PARTICIPANT: "another study code was picked",
        WhyMisplaced.OTHER_VISIT: "another visit was chosen",
        WhyMisplaced.OTHER: "other reason",
    }[why]


def span_since(span: timedelta) -> str:
    """Say how long something took: minutes up to two hours, hours up to two days, then days."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"


def mark(status: Status) -> str:
    """Return the warning a fact of this trust must carry; '' where it may stand without."""
    return "" if status.may_be_shown_as_fact else status.value
