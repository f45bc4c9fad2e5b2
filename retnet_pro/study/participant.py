"""What is known about one participant's course: only what the schedule and the analysis need, under a study code."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One participant of one site. The study code is the only identity in the program (rule P100)."""

    subject: str
    arm: str | None
    """Arm id; None until randomised. Shown only to roles that may see it (rule P21)."""
    enrolled: date
    randomised: date | None = None
    embolizations: tuple[date, ...] = ()
    """In order of date."""
    symptomatic: bool | None = None
    """Tumour symptoms at baseline; only these enter the symptom-free analysis. None: not determined."""
    histology: str | None = None
    grade: str | None = None
    language: str = "en"
    withdrew: date | None = None
    progressed: date | None = None
    died: date | None = None
