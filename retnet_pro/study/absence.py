"""Why an expected form is absent: coded, so that refusal, illness and a broken tablet stay apart (rule E66)."""

from enum import StrEnum


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
