"""Why a participant wants no more questionnaires: coded, and nobody has to give a reason (rule P105)."""

from enum import StrEnum


class WithdrawalReason(StrEnum):
    """The closed list; the choice of this project, not the trial's."""

    NOT_SAID = "not-said"
    """The participant gave no reason, and need not."""
    BURDEN = "burden"
    """The questionnaires are too much."""
    HEALTH = "health"
    """Too unwell for them."""
    LEFT_STUDY = "left-study"
    """The participant left the whole study."""
    OTHER = "other"
