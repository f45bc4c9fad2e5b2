"""What can happen in a simulated trial: a closed list, in the terms of the use cases that will play it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.answering.sheet import Given
from retnet_pro.conduct.fact import Fact
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.participant import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A participant is added; `participant` holds what is known that day."""

    at: datetime
    participant: Participant

    @property
    def subject(self) -> str:
        """The study code."""
        return self.participant.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecorded:
    """A fact of the course is recorded."""

    at: datetime
    subject: str
    fact: Fact
    value: date | str | bool
    arm: str
    """Only for `Fact.RANDOMISED`; '' otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A participant wants no more questionnaires, from this day on."""

    at: datetime
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTaken:
    """A participant fills in one form."""

    taken_on: datetime
    """When the participant begins."""
    subject: str
    visit: str
    instrument: InstrumentId
    given: Mapping[ItemId, Given]
    """For every item shown, in the order of the form."""
    language: str
    answered_by: AnsweredBy
    reason: str
    """Why not alone (rule E58); '' where the participant was."""

    @property
    def at(self) -> datetime:
        """When it happens."""
        return self.taken_on


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMissed:
    """Somebody records why a form did not come (rule E66)."""

    at: datetime
    subject: str
    visit: str
    instrument: InstrumentId
    reason: Absence


Happening = Enrolled | FactRecorded | Withdrawn | FormTaken | FormMissed
