"""How staff answer an alert: coded, so that what was done can be counted beside the answers (rules E83, E85).

The two lists are the choice of this project, not the trial's. "Not reachable" is an attempt: it is recorded with its
time, and the alert stays open until somebody settles it.
"""

from enum import StrEnum


class AlertOutcome(StrEnum):
    """What came of looking at an alert."""

    REVIEWED = "reviewed-no-action"
    """Somebody looked and nothing had to be done."""
    ACTION = "action"
    """Something was done: coded, and described in a note."""
    REFERRED = "referred"
    """Passed on to somebody else, who takes it from here."""
    NOT_REACHABLE = "not-reachable"
    """The participant could not be reached; the alert stays open."""

    @property
    def settles(self) -> bool:
        """Whether the alert needs nobody any more."""
        return self is not AlertOutcome.NOT_REACHABLE


class AlertAction(StrEnum):
    """What was done, where something was."""

    ADVICE = "advice"
    """The participant was advised, in the clinic or by telephone."""
    MEDICINE = "medicine"
    """A medicine was given or changed."""
    VISIT = "visit"
    """A visit was arranged or brought forward."""
    EXAMINATION = "examination"
    """An examination or a laboratory test was ordered."""
    ADMISSION = "admission"
    """The participant was admitted to hospital."""
    OTHER = "other"
