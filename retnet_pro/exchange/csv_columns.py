"""The columns of the CSV files: name, what it says, where in the rows it is from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import Generic, TypeVar

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import EventRow, FormRow, FormRows, ItemRow, PersonRows, ScoreRow, SubjectRow
from retnet_pro.instrument.model import Instrument

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column."""

    name: str
    says: str
    """For the codebook."""
    of: Callable[[Row], object]


def _same(name: str, says: str) -> Column[Row]:
    """Return a column that is called like the field it is from."""
    return Column(name, says, attrgetter(name))


SUBJECT: tuple[Column[SubjectRow], ...] = (
    _same("site", "site"),
    _same("subject", "study code"),
    _same("enrolled", "day of enrolment"),
    _same("randomised", "day of randomisation"),
    _same("arm", "treatment arm, see arms"),
    _same("symptomatic", "tumour symptoms at baseline; empty where not determined"),
    _same("histology", "histology as recorded"),
    _same("grade", "grade as recorded"),
    _same("embolizations", "days of embolizations in order"),
    _same("progressed", "day of progression"),
    _same("died", "day of death"),
    _same("withdrew", "day of withdrawal that stands"),
    _same("withdrew_why", "reason of it, see list withdrawal"),
    _same("language", "language chosen at enrolment"),
)
FORM: tuple[Column[FormRow], ...] = (
    _same("key", "key of the form: subject, visit, instrument, attempt"),
    _same("sequence", "number of the form within the participant; stable"),
    _same("site", "site"),
    _same("subject", "study code"),
    _same("visit", "visit: time point, with the number of the embolization where it recurs"),
    _same("time_point", "time point of the study file"),
    _same("visit_title", "title of the visit"),
    _same("cycle", "number of the embolization"),
    _same("attempt", "1, unless more than one response came for the same form and visit"),
    Column(
        "disputed",
        "of several responses, not the one a person decided for, or not yet decided",
        attrgetter("is_disputed"),
    ),
    _same("instrument", "instrument"),
    _same("target", "day it is due"),
    _same("opens", "first day of the window"),
    _same("closes", "last day of the window"),
    Column("provisional", "planned before randomisation, dates will move", lambda row: row.is_provisional),
    Column("expected", "in the variable denominator at the target day", lambda row: row.is_expected),
    _same("status", "done, partly, missed, awaited or not_due"),
    _same("reason", "why it came partly or not at all, see list absence"),
    Column("valid", "enough scales have a value by the rule of the study file", lambda row: row.is_valid),
    _same("instrument_version", "version of the instrument"),
    _same("instrument_hash", "SHA-256 of the instrument file"),
    _same("mode", "what the data are for"),
    _same("medium", "how it was filled in, see list medium"),
    _same("answered_by", "who answered, see list answered_by"),
    _same("help_why", "why somebody else answered, see list help"),
    _same("help_reason", "the same in words of staff"),
    _same("accommodations", "aids in use"),
    _same("language", "language of the words"),
    _same("wording_version", "version of the words"),
    _same("wording_hash", "SHA-256 of the words"),
    Column("demonstration", "answered in demonstration wording", lambda row: row.is_demonstration),
    _same("started", "when it was begun, local time with offset"),
    _same("finished", "when it was finished, local time with offset"),
    _same("device", "device it was answered on"),
    _same("response", "id of the response"),
    _same("event", "number of the event on the device that proves it"),
    _same("event_hash", "SHA-256 of that event"),
    _same("corrections", "how many corrections the response has had"),
    _same("program", "version of the program that recorded it"),
)


ItemOf = tuple[FormRow, ItemRow]
"""One item after the form it belongs to."""


def items_of(person: PersonRows) -> list[ItemOf]:
    """Return all items of a participant, each after its form."""
    return [one for rows in person.forms for one in zip(repeat(rows.form), rows.items)]


def _first(name: str, says: str, of: Callable[[ItemRow], object]) -> Column[ItemOf]:
    return Column(name, says, lambda row: of(row[1]))


def _before(name: str, says: str, field: str) -> Column[ItemOf]:
    return Column(name, says, lambda row: None if row[1].original is None else getattr(row[1].original, field))


ITEM: tuple[Column[ItemOf], ...] = (
    _first("form", "key of the form", lambda one: one.form),
    _first("sequence", "number of the item within the participant; stable", lambda one: one.sequence),
    Column("site", "site", lambda row: row[0].site),
    Column("subject", "study code", lambda row: row[0].subject),
    Column("visit", "visit", lambda row: row[0].visit),
    Column("cycle", "number of the embolization", lambda row: row[0].cycle),
    Column("instrument", "instrument", lambda row: row[0].instrument),
    Column("instrument_version", "version of the instrument", lambda row: row[0].instrument_version),
    Column("finished", "when the form was finished, local time with offset", lambda row: row[0].finished),
    _first("item", "item of the instrument", lambda one: one.item),
    _first("number", "printed number of the item", lambda one: one.number),
    _first("state", "answered, not_applicable, skipped, not_presented or not_reached", lambda one: one.state),
    _first("code", "code of the answer as a number; empty unless answered", lambda one: one.code),
    _first("text", "the same as text", lambda one: one.text),
    _before("original_state", "state before corrections", "state"),
    _before("original_code", "code before corrections", "code"),
    _before("changed_why", "why it was corrected, see list correction", "why"),
    _before("changed_note", "the same in words", "note"),
    _before("changed_source", "where the right value is known from, see list correction_source", "source"),
    _before("changed_at", "when it was corrected last", "at"),
    _before("changed_by", "account that corrected it last", "by"),
    _before("changed_role", "role of that account", "role"),
)


ScoreOf = tuple[FormRow, ScoreRow]
"""One score after the form it belongs to."""


def scores_of(person: PersonRows) -> list[ScoreOf]:
    """Return all scores of a participant, each after its form."""
    return [one for rows in person.forms for one in zip(repeat(rows.form), rows.scores)]


SCORE: tuple[Column[ScoreOf], ...] = (
    Column("form", "key of the form", lambda row: row[1].form),
    Column("site", "site", lambda row: row[0].site),
    Column("subject", "study code", lambda row: row[0].subject),
    Column("visit", "visit", lambda row: row[0].visit),
    Column("cycle", "number of the embolization", lambda row: row[0].cycle),
    Column("instrument", "instrument", lambda row: row[0].instrument),
    Column("instrument_version", "version of the instrument", lambda row: row[0].instrument_version),
    Column("finished", "when the form was finished, local time with offset", lambda row: row[0].finished),
    Column("scale", "scale of the instrument", lambda row: row[1].scale),
    Column("variant", "way of scoring, where there are several", lambda row: row[1].variant),
    Column("score", "not rounded; empty where it cannot be computed", lambda row: row[1].value),
    Column("why", "why it cannot be computed, see list score", lambda row: row[1].why),
    Column("used", "items that entered", lambda row: row[1].used),
    Column("of", "items of the scale", lambda row: row[1].of),
    Column("scoring_version", "version of the scoring", lambda row: row[1].scoring_version),
)
"""One line a score, for formats that have no use for a wide table."""
EVENT: tuple[Column[EventRow], ...] = (
    _same("subject", "study code"),
    _same("kind", "what happened: enrolled, fact, withdrew, absent, stopped, corrected or erased"),
    _same("what", "which fact, or which item"),
    _same("value", "day, code or word that was recorded"),
    _same("before", "what stood before a correction"),
    _same("why", "coded reason"),
    _same("note", "words of whoever recorded it; of a randomisation the arm"),
    _same("visit", "visit"),
    _same("instrument", "instrument"),
    _same("response", "id of the response or questionnaire"),
    _same("at", "when it was recorded, local time with offset"),
    _same("by", "account that recorded it"),
    _same("role", "role of that account"),
    _same("device", "device it was recorded on"),
    _same("event", "number of the event on the device"),
    _same("event_hash", "SHA-256 of that event"),
)


@dataclass(frozen=True, slots=True)
class Scored:
    """One form that came with its scores by instrument, scale and variant."""

    form: FormRow
    scores: Mapping[tuple[str, str, str], ScoreRow]


def scored(one: FormRows) -> Scored:
    """Return a form for the wide file."""
    return Scored(one.form, {(one.form.instrument, row.scale, row.variant): row for row in one.scores})


_ABOUT = frozenset(
    {"key", "sequence", "site", "subject", "visit", "cycle", "instrument", "instrument_version", "finished"}
)
"""Columns of the form that stand in the wide file too."""


def score_columns(codebook: Codebook) -> tuple[Column[Scored], ...]:
    """Return the columns of the wide score file: what the form is, then four columns for every scale of every form."""
    about = (_of_form(one) for one in FORM if one.name in _ABOUT)
    scales = dict.fromkeys(name for form in codebook.instruments for name in _scales(form))
    return (*about, *(column for scale in scales for column in _of_scale(*scale)))


def _of_form(one: Column[FormRow]) -> Column[Scored]:
    return Column(one.name, one.says, lambda row: one.of(row.form))


def _scales(form: Instrument) -> Iterator[tuple[str, str, str]]:
    for scale in form.scales:
        for variant in scale.variants or tuple(one.id for one in form.variants) or ("",):
            yield form.id, scale.code, variant


def _of_scale(instrument: str, scale: str, variant: str) -> Iterator[Column[Scored]]:
    key = (instrument, scale, variant)
    name = "_".join(filter(None, key)).replace("-", "_")
    where = f"scale {scale} of {instrument}" + (f", variant {variant}" if variant else "")

    def read(field: str) -> Callable[[Scored], object]:
        of = attrgetter(field)
        return lambda row: None if (score := row.scores.get(key)) is None else of(score)

    yield Column(name, f"{where}; empty where it cannot be computed", read("value"))
    yield Column(f"{name}_why", "why it cannot be computed, see list score", read("why"))
    yield Column(f"{name}_used", "items that entered", read("used"))
    yield Column(f"{name}_of", "items of the scale", read("of"))
