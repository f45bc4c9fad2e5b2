"""Why an expected form is absent: coded, so that refusal, illness and a broken tablet stay apart (rule E66)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.instrument.model import InstrumentId


class Absence(StrEnum):
    """The closed list of reasons."""

    REFUSED = "refused"
    """The participant did not want to."""
    TOO_ILL = "too-ill"
    ADMINISTRATIVE = "administrative"
    """Nobody asked, no time, no tablet at hand, visit elsewhere."""
    TECHNICAL = "technical"
    LANGUAGE = "language"
    DIED = "died"
    WITHDREW = "withdrew"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentForm:
    """One expected form that will not come, as recorded by a person on a date."""

    subject: str
    visit: str
    instrument: InstrumentId
    reason: Absence
    recorded_on: date
    recorded_by: str
    """Staff id or role; never the participant's name."""
