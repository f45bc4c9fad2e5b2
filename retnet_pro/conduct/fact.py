"""The dated facts of a participant's course that staff record after enrolment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from retnet_pro.study.participant import Participant

TAKEN_BACK = "taken back"
"""Stands as the reason in the event that takes a withdrawal back."""
_WITHDREW = "withdrew"
"""A withdrawal as program version 0.1.0 wrote it down, as a dated fact; still read."""


class Fact(StrEnum):
    """The facts of a participant's course that can be recorded after enrolment."""

    RANDOMISED = "randomised"
    EMBOLIZATION = "embolization"
    SYMPTOMATIC = "symptomatic"
    HISTOLOGY = "histology"
    GRADE = "grade"
    PROGRESSED = "progressed"
    DIED = "died"


def with_fact(participant: Participant, content: Mapping[str, object]) -> Participant:
    """Return the participant with one more fact."""
    value = content["value"]
    if content["fact"] == _WITHDREW:
        return replace(participant, withdrew=date.fromisoformat(str(value)))
    match Fact(str(content["fact"])):
        case Fact.RANDOMISED:
            return replace(participant, randomised=date.fromisoformat(str(value)), arm=str(content["arm"]))
        case Fact.EMBOLIZATION:
            dates = {*participant.embolizations, date.fromisoformat(str(value))}
            return replace(participant, embolizations=tuple(sorted(dates)))
        case Fact.SYMPTOMATIC:
            return replace(participant, symptomatic=bool(value))
        case Fact.HISTOLOGY:
            return replace(participant, histology=str(value))
        case Fact.GRADE:
            return replace(participant, grade=str(value))
        case Fact.PROGRESSED:
            return replace(participant, progressed=date.fromisoformat(str(value)))
        case Fact.DIED:
            return replace(participant, died=date.fromisoformat(str(value)))


def with_withdrawal(participant: Participant, content: Mapping[str, object]) -> Participant:
    """Return the participant withdrawn from a day on, or asked again (rule P105)."""
    is_back = content["why"] == TAKEN_BACK
    return replace(participant, withdrew=None if is_back else date.fromisoformat(str(content["day"])))
