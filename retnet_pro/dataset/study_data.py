"""All rows together: what they are of, what their codes mean, and every participant one at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import PersonRows
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.event import DeviceId, EventHash
from retnet_pro.study.model import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the rows are of; all of it is said by the data, none of it by the moment of the export."""

    trial: str
    study: str
    study_version: str
    study_hash: ContentHash
    study_title: str
    mode: Mode
    is_synthetic: bool
    """Demonstration or training data: every export carries the mark `WATERMARK`."""
    source: str
    """``centre`` or ``site``."""
    sites: tuple[str, ...]
    cut_off: date
    """The day by which forms are done, missed or not due yet."""
    last_at: str
    """Wall time of the last event the rows are made of; '' where there is none. Stands for the time of creation."""
    upto: Mapping[DeviceId, tuple[int, EventHash]]
    """By device: the last event the rows can know, with its hash."""
    program: str
    """Version of this program."""
    scoring_version: str


WATERMARK = "SYNTHETIC OR TRAINING DATA - NOT FROM PATIENTS OF A STUDY"
"""Stands in every export of data that are not study data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyData:
    """All rows. Participants are made one at a time, as often as a writer asks, so that memory does not grow."""

    about: About
    codebook: Codebook
    participants: int
    """How many there are, for whoever shows progress."""
    people: Callable[[], Iterator[PersonRows]]
    """Yields every participant by site and study code, from the beginning at each call."""
