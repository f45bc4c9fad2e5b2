"""The dated facts of a participant's course that staff record after enrolment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from retnet_pro.study.participant import Participant


class Fact(StrEnum):
    """The facts of a participant's course that can be recorded after enrolment."""

    RANDOMISED = "randomised"
    EMBOLIZATION = "embolization"
    SYMPTOMATIC = "symptomatic"
    HISTOLOGY = "histology"
    GRADE = "grade"
    WITHDREW = "withdrew"
    PROGRESSED = "progressed"
    DIED = "died"


def with_fact(participant: Participant, content: Mapping[str, object]) -> Participant:
    """Return the participant with one more fact."""
    value = content["value"]
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
        case Fact.WITHDREW:
            return replace(participant, withdrew=date.fromisoformat(str(value)))
        case Fact.PROGRESSED:
            return replace(participant, progressed=date.fromisoformat(str(value)))
        case Fact.DIED:
            return replace(participant, died=date.fromisoformat(str(value)))
