"""The data dictionary of a REDCap project that takes our records: forms, fields, choices, in REDCap's 18 columns.

A label is the topic of an item, in words of this project, and the label of a choice is its code. Words of the
questionnaire stand there only where they may leave, in one language, with their notice as the note. Every field is
read-only on REDCap's screens, because what stands there comes from here.
Syntax after REDCap's own help on dictionaries; names have at most 26 characters, as it recommends.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.leaving_words import note_of
from retnet_pro.dataset.rows import ScoreRow
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.redcap_logic import branching
from retnet_pro.instrument.model import Instrument, InstrumentId, Item, ItemId, ItemKind, Wording
from retnet_pro.study.model import TimePoint

HEADER = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
RECORD, PERSON, PERSON_EVENT = "record_id", "participant", "participant_arm_1"
_NAME = re.compile(r"[a-z]([a-z0-9_]{0,24}[a-z0-9])?")
_EVENT_LENGTH = 18
"""Letters of an event that REDCap takes into its unique name."""
_UNDRAWN = "|"
"""Parts choices, and so can be in none of their labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of the dictionary."""

    name: str
    form: str
    kind: str = "text"
    label: str
    codes: tuple[int, ...] = ()
    validation: str = ""
    least: str = ""
    most: str = ""
    branching: str = ""
    number: str = ""
    matrix: str = ""
    note: str = ""
    """Whose words the label is, or that they are demonstration wording; '' for words of this project."""
    labels: tuple[tuple[int, str], ...] = ()
    """Codes with words; a code without words is its own label."""

    @property
    def choices(self) -> str:
        """The codes with their labels."""
        words = dict(self.labels)
        return " | ".join(f"{code}, {words.get(code, code)}" for code in self.codes)


_OF_PERSON = (
    ("site", "Site", ""),
    ("arm", "Arm", ""),
    ("enrolled", "Enrolled", "date_ymd"),
    ("randomised", "Randomised", "date_ymd"),
    ("symptomatic", "Tumour symptoms at baseline", ""),
    ("histology", "Histology", ""),
    ("grade", "Grade", ""),
    ("embolizations", "Days of embolizations", ""),
    ("progressed", "Progressed", "date_ymd"),
    ("died", "Died", "date_ymd"),
    ("withdrew", "Withdrew", "date_ymd"),
    ("withdrew_why", "Extent of the withdrawal", ""),
    ("interface_language", "Language", ""),
    ("mark", "Mark of data that are not of a study", ""),
)
"""Name, label, validation."""
_OF_FORM = (
    ("status", "What became of the form", ""),
    ("reason", "Reason of a form that came partly or not at all", ""),
    ("expected", "Expected at the day it is due", ""),
    ("started", "Begun, local time with offset", ""),
    ("finished", "Finished, local time with offset", ""),
    ("version", "Version of the instrument", ""),
    ("language", "Language", ""),
    ("medium", "How it was filled in", ""),
    ("answered_by", "Who answered", ""),
    ("corrections", "Corrections", "integer"),
    ("response", "Id of the response", ""),
    ("unanswered", "Items without an answer, and why", ""),
    ("no_score", "Scales without a score, and why", ""),
    ("form_mark", "Mark of data that are not of a study", ""),
)


def short_name(instrument: InstrumentId) -> str:
    """Return what the fields of an instrument begin with: ``c30`` for ``qlq-c30``, else the first letters."""
    name, words = instrument.removeprefix("qlq-"), instrument.removeprefix("qlq-").split("-")
    return name if len(words) == 1 else "".join(word[:1] for word in words)


def form_name(instrument: InstrumentId) -> str:
    """Return the name of the form of an instrument."""
    return instrument.replace("-", "_")


@cache
def item_field(instrument: InstrumentId, item: ItemId) -> str:
    """Return the name of the field of an item: ``c30_q01``."""
    number = item.removeprefix("q")
    return f"{short_name(instrument)}_" + (f"q{int(number):02d}" if number.isdigit() else item.lower())


@cache
def score_field(instrument: InstrumentId, scale: str, variant: str) -> str:
    """Return the name of the field of a scale: ``c30_ql2``, ``ginet21_tr_a``."""
    letter = variant.partition("_")[0]
    return "_".join(filter(None, (short_name(instrument), scale, letter))).lower()


def score_field_of(instrument: InstrumentId, score: ScoreRow) -> str:
    """Return the name of the field of a score."""
    return score_field(instrument, score.scale, score.variant)


@cache
def about_field(instrument: InstrumentId, name: str) -> str:
    """Return the name of a field that says something about the form."""
    return f"{short_name(instrument)}_{name}"


@cache
def event_name(point: TimePoint) -> str:
    """Return the unique name of the event of a time point, as REDCap makes it from `event_title`."""
    return re.sub("[^a-z0-9]+", "_", point.id.lower()) + "_arm_1"


def event_title(point: TimePoint) -> str:
    """Return what the event of a time point is called."""
    return re.sub("[^a-z0-9]+", " ", point.id.lower())


def make_dictionary(codebook: Codebook) -> Mapping[str, Field]:
    """Return every field by name, in order.

    Raises:
        Refusal: `DATA_UNFIT`: a name REDCap would not take, one that stands twice, or an item whose codes differ
            between the versions of its instrument.
    """
    for point in codebook.study.time_points:
        if len(event_name(point).removesuffix("_arm_1")) > _EVENT_LENGTH:
            raise _unfit(point.id, "time point", f"REDCap keeps {_EVENT_LENGTH} letters of the name of an event")
    made: dict[str, Field] = {}
    for some in _fields(codebook):
        twice = {name for name, times in Counter(field.name for field in some).items() if times > 1}
        for field in some:
            if not _NAME.fullmatch(field.name):
                why = "REDCap takes names of a letter and up to 25 letters, digits and _"
                raise _unfit(field.form, field.name, why)
            before = made.setdefault(field.name, field)
            if field.name in twice or _meaning(before) != _meaning(field):
                raise _unfit(field.form, field.name, "this field would mean two things")
    return made


def _meaning(field: Field) -> tuple[object, ...]:
    return (field.form, field.kind, field.codes, field.least, field.most, field.number)


def dictionary_lines(fields: Mapping[str, Field]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the dictionary file, the header first."""
    yield HEADER
    for one in fields.values():
        yield (
            *(one.name, one.form, "", one.kind, one.label, one.choices, one.note, one.validation, one.least, one.most),
            *("", one.branching, "", "", one.number, one.matrix, "", "" if one.name == RECORD else "@READONLY"),
        )


def _fields(codebook: Codebook) -> Iterator[tuple[Field, ...]]:
    """Yield the fields of a participant, then of every version of every instrument."""
    yield (
        Field(name=RECORD, form=PERSON, label="Study code"),
        *(Field(name=name, form=PERSON, label=label, validation=valid) for name, label, valid in _OF_PERSON),
    )
    for form in codebook.instruments:
        yield tuple(_of_instrument(form, codebook.label_words(form)))


def _of_instrument(form: Instrument, words: Wording | None) -> Iterator[Field]:
    name = form_name(form.id)
    for suffix, label, validation in _OF_FORM:
        yield Field(name=about_field(form.id, suffix), form=name, label=label, validation=validation)
    runs = (list(run) for _, run in groupby(form.items, key=_alike))
    for number, run in enumerate(runs, 1):
        is_matrix = len(run) > 1 and run[0].scale.kind is not ItemKind.COUNT and run[0].condition is None
        for item in run:
            yield _of_item(form, item, words, f"{short_name(form.id)}_m{number}" if is_matrix else "")
    for scale in form.scales:
        for variant in scale.variants or tuple(one.id for one in form.variants) or ("",):
            label = f"Score {scale.name}" + (f" ({variant})" if variant else "")
            yield Field(name=score_field(form.id, scale.code, variant), form=name, label=label, validation="number")


def _alike(item: Item) -> tuple[object, ...]:
    """Return what neighbours in a matrix share; an item with a condition stands alone."""
    return (item.scale.codes, item.scale.kind, None if item.condition is None else item.id)


def _of_item(form: Instrument, item: Item, words: Wording | None, matrix: str) -> Field:
    is_count = item.scale.kind is ItemKind.COUNT
    label = item.topic if words is None else words.items[item.id]
    labels: Mapping[int, str] = {} if words is None or is_count else words.labels.get(item.scale.id, {})
    for said in (label, *labels.values()):
        if _UNDRAWN in said:
            raise _unfit(form.id, item.id, f"REDCap takes no label with {_UNDRAWN}")
    return Field(
        name=item_field(form.id, item.id),
        form=form_name(form.id),
        kind="text" if is_count else "radio",
        label=label,
        codes=() if is_count else item.scale.codes,
        validation="integer" if is_count else "",
        least=str(item.scale.minimum) if is_count else "",
        most=str(item.scale.maximum) if is_count else "",
        branching="" if item.condition is None else branching(form.id, item.condition, item_field),
        number=str(item.number),
        matrix=matrix,
        note="" if words is None else note_of(words),
        labels=tuple(labels.items()),
    )


def _unfit(row: str, column: str, why: str) -> Refusal:
    return Refusal(Code.DATA_UNFIT, row=row, column=column, why=why)
