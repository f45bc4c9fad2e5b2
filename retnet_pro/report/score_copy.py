"""The scores of one participant leave as a table, and trends as a picture; either with a trace of its own (rule P10).

The table has one line for each scale of each response, at full precision, with what became of it since the response
before and since the first, in words. Where there is no score, the line says why (rules E71, E76, E77).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.conduct.trail import Wanted, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.instrument.model import Instrument, Scale
from retnet_pro.record.amendment import changed_scores
from retnet_pro.report.spreadsheet import row_line
from retnet_pro.report.words import direction_words, why_missing, why_not_compared
from retnet_pro.scoring.interpretation import Change, ChangeVerdict, judge_change
from retnet_pro.scoring.score import Score

CHANGE_WORDS: Mapping[Change, str] = {
    Change.IMPROVED: "better",
    Change.WORSENED: "worse",
    Change.NO_RELEVANT_CHANGE: "no relevant change",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One scale of one response, with what it is held against."""

    taken: Taken
    instrument: Instrument
    scale: Scale
    score: Score
    original: Score | None
    """What it was before a correction made it another (rule E101)."""
    since_last: ChangeVerdict
    since_first: ChangeVerdict


def copy_scores(desk: Desk, subject: str) -> bytes:
    """Write down that this person took the participant's scores away, and return them.

    The same record gives the same bytes.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `FORM_UNKNOWN`; then nothing was written.
        Tamper: when a response cannot be opened.
        WorldFault: the disk refused the trace; then nothing may leave.
    """
    lines = score_lines(desk, subject)
    rows = (row_line(_cells(line, event_name(desk, line.taken.seq))) for line in lines)
    content = "".join((row_line(_HEAD), *rows)).encode()
    leave_trace(desk, Look.SCORE_COPY, Wanted(subject=subject), scores=len(lines))
    return content


def leave_picture_trace(desk: Desk, subject: str, form: str) -> None:
    """Write down that this person took a picture of the trends of a form away; before the picture leaves.

    Raises:
        Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        WorldFault: the disk refused the trace; then nothing may leave.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    leave_trace(desk, Look.PICTURE, Wanted(subject=desk.participant(subject).subject), form=form)


def score_lines(desk: Desk, subject: str) -> tuple[ScoreLine, ...]:
    """Return every score of a participant, form by form in the order they first came, oldest response first.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `FORM_UNKNOWN`.
        Tamper: when a response cannot be opened.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    desk.participant(subject)
    taken = desk.responses_of(subject)
    forms = dict.fromkeys(one.response.form.id for one in taken)
    return tuple(
        line for form in forms for line in _form_lines(desk, [one for one in taken if one.response.form.id == form])
    )


def _form_lines(desk: Desk, taken: Sequence[Taken]) -> Iterator[ScoreLine]:
    for place, one in enumerate(taken):
        used = one.response.form
        instrument = desk.library.instrument(used.id, used.version)
        originals = {before.code: before for before, _ in changed_scores(one.original, one.response)}
        for score in one.response.scores:
            before, first = (_score(taken[at], score) if place else None for at in (place - 1, 0))
            yield ScoreLine(
                taken=one,
                instrument=instrument,
                scale=_scale(instrument, score),
                score=score,
                original=originals.get(score.code),
                since_last=judge_change(instrument, score.code, before, score),
                since_first=judge_change(instrument, score.code, first, score),
            )


def _score(taken: Taken, like: Score) -> Score | None:
    return next((score for score in taken.response.scores if score.code == like.code), None)


def _scale(instrument: Instrument, score: Score) -> Scale:
    """Return the scale of a score; one code may stand for a scale of its own in each variant."""
    return next(
        scale
        for scale in instrument.scales
        if scale.code == score.code and (not scale.variants or score.variant in scale.variants)
    )


_HEAD = (
    "participant",
    "mode",
    "visit",
    "answered",
    "form",
    "form_version",
    "scale",
    "scale_name",
    "better",
    "score",
    "items_used",
    "items",
    "missing_because",
    "before_correction",
    "since_last",
    "since_last_in_words",
    "since_first",
    "since_first_in_words",
    "rule_points",
    "rule_status",
    "variant",
    "scoring_version",
    "session",
    "event",
    "sha256",
    "event_tablet",
)
"""Columns are added at the end, never changed."""


def _cells(line: ScoreLine, event: EventName) -> tuple[str, ...]:
    response, score, rule = line.taken.response, line.score, line.since_last.rule or line.since_first.rule
    return (
        response.subject,
        response.mode.value,
        response.visit,
        datetime.fromisoformat(response.finished).date().isoformat(),
        response.form.id,
        response.form.version,
        score.code,
        line.scale.name,
        direction_words(line.scale.direction),
        _number(score.value),
        str(score.used),
        str(score.of),
        "" if score.value is not None else why_missing(score, line.scale),
        "" if line.original is None else _number(line.original.value) or why_missing(line.original, line.scale),
        _number(line.since_last.difference),
        _change(line.since_last),
        _number(line.since_first.difference),
        _change(line.since_first),
        _number(rule.points if rule else None),
        rule.status.value if rule else "",
        score.variant,
        score.version,
        response.ses,
        str(event.seq),
        line.taken.hash,
        event.device,
    )


def _change(verdict: ChangeVerdict) -> str:
    return CHANGE_WORDS.get(verdict.change) or why_not_compared(verdict)


def _number(value: float | None) -> str:
    """Return a number at full precision; '' for none."""
    return "" if value is None else repr(value)
