"""What a dataset of SDTM or ADaM is: its variables with labels, kinds, origins and code lists, and its rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.study_data import StudyData

Value = str | int | float | None
"""What a cell holds; None and '' are both no value."""
Row = Mapping[str, Value]
"""Values of a record by name of variable; a variable that is not in it has no value."""


@dataclass(frozen=True, slots=True)
class Records:
    """Records one after another that have values in common, such as those of one form."""

    shared: Row
    own: Iterable[Row]
    """What each of them has besides."""


class Kind(StrEnum):
    """What a variable holds."""

    TEXT = "text"
    INTEGER = "integer"
    FLOAT = "float"
    DAY = "date"
    """A day that is counted with, ISO 8601 in the row; a number of days in XPT."""
    ISO_DAY = "iso date"
    """A day as text."""
    ISO_MINUTE = "iso minute"
    """A local time to the minute as text, without offset."""


NUMBERS = frozenset((Kind.INTEGER, Kind.FLOAT, Kind.DAY))


class Origin(StrEnum):
    """Where a variable is from, in the words of Define-XML 2.1."""

    ASSIGNED = "Assigned"
    COLLECTED = "Collected"
    DERIVED = "Derived"
    PROTOCOL = "Protocol"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable."""

    name: str
    label: str
    kind: Kind
    origin: Origin
    says: str = ""
    """How it is derived, or what a reader has to know; '' where the label says it all."""
    codes: str = ""
    """Id of its code list."""


@dataclass(frozen=True, slots=True)
class CodeTerm:
    """One permitted value."""

    code: str
    words: str
    """'' where the code says it all."""
    concept: str = ""
    """NCI concept; '' for a term of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """The permitted values of a variable."""

    id: str
    name: str
    terms: tuple[CodeTerm, ...]
    concept: str = ""
    """NCI concept of the list itself; '' for a list of this project."""
    says: tuple[tuple[str, str], ...] = ()
    """What a reader of the list has to know: language and text."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a variable holds in the records in which another variable has a value."""

    when: str
    """Value of the other variable."""
    kind: Kind
    length: int
    """Characters of the longest value there can be."""
    codes: str = ""
    """Id of its code list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """A variable that holds something else for every value of another."""

    variable: str
    by: str
    """Name of the other variable."""
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One dataset."""

    name: str
    label: str
    structure: str
    of_class: str
    """In the words of Define-XML 2.1, e.g. ``FINDINGS``."""
    variables: tuple[Variable, ...]
    keys: tuple[str, ...]
    """Names of the variables that together name a record; the rows come in their order within a participant."""
    rows: Callable[[PersonRows], Iterable[Records]]
    """Makes the records of a participant."""
    says: str = ""
    """What a reader of the whole dataset has to know."""
    by_value: Levels | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The datasets that leave together, with what their define file says."""

    name: str
    standard: str
    """Implementation guide, in the words of Define-XML 2.1, e.g. ``SDTMIG``."""
    standard_version: str
    terminology: str
    """Publishing set of the CDISC terminology, e.g. ``SDTM``."""
    terminology_version: str
    """Its release."""
    datasets: tuple[Dataset, ...]
    code_lists: tuple[CodeList, ...]
    left_out: tuple[str, ...]
    """What the format cannot say, in words."""


SYNTHETIC = "SYNTHETIC"
MARK = f"{SYNTHETIC}: "
"""Stands before the label of a dataset whose data are not of a study."""


def study_id(data: StudyData) -> str:
    """Return STUDYID. Data that are not of a study say so in it, and so in every row and every USUBJID."""
    return f"{data.about.trial}-{SYNTHETIC}" if data.about.is_synthetic else data.about.trial


def subject_id(study: str, site: str, subject: str) -> str:
    """Return USUBJID: study, site and participant; the site once where the study code begins with it."""
    return f"{study}-{subject}" if subject.startswith(f"{site}-") else f"{study}-{site}-{subject}"
