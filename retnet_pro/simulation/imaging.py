"""What a simulated radiologist writes down: an imaging every twelve weeks after the first embolization.

The day of progression is the one the course of the participant has, so that no visit moves. Where it was seen and how
large the lesions are is made up; it follows no distribution of any trial.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.clinic import Missing, UnitId
from retnet_pro.simulation.chance import Chance
from retnet_pro.study.participant import Participant

_EVERY = timedelta(days=84)
_PARTIAL, _STABLE, _PROGRESSION, _NOT_JUDGED = 2, 3, 4, 5
"""Verdicts of the form."""
_LIVER, _ELSEWHERE, _BOTH = 1, 2, 3
"""Places of the form."""
_VERDICTS: Mapping[int, float] = {_PARTIAL: 0.3, _STABLE: 0.65, _NOT_JUDGED: 0.05}
"""How often each verdict is found while the disease stands."""
_PLACES: Mapping[int, float] = {_LIVER: 0.85, _ELSEWHERE: 0.05, _BOTH: 0.1}
"""How often progression is seen in each place."""
_SIZE: Mapping[int, float] = {_PARTIAL: 0.6, _STABLE: 0.95, _PROGRESSION: 1.3}
"""A lesion against what it was at first."""
_CT, _MRI = 1, 2
_NEW_LESION = 0.4
_MM = UnitId("mm")


def imagings(person: Participant, last: date, chance: Chance) -> Iterator[Mapping[str, Value]]:
    """Yield the values of each form, in the order they are typed, up to a day, progression or the last imaging due.

    A participant without an embolization has none: the disease is followed from the first one.
    """
    if not person.embolizations:
        return
    lesions = tuple(chance.between(15, 80) for _ in range(chance.between(1, 3)))
    method = chance.weigh({_CT: 1, _MRI: 2})
    progressed = person.progressed
    day = min(person.embolizations) + _EVERY
    while day <= last and (progressed is None or day < progressed):
        yield _examined(day, method, lesions, chance.weigh(_VERDICTS))
        day += _EVERY
    if progressed is not None and progressed <= last:
        found = _examined(progressed, method, lesions, _PROGRESSION)
        place = chance.weigh(_PLACES)
        yield {
            **found,
            "new_lesion": Answered(int(place != _LIVER or chance.happens(_NEW_LESION))),
            "verdict": Answered(_PROGRESSION),
            "progressed_where": Answered(place),
            "progressed_on": Dated(progressed.isoformat()),
        }


def _examined(day: date, method: int, lesions: tuple[int, ...], verdict: int) -> dict[str, Value]:
    values: dict[str, Value] = {"imaged_on": Dated(day.isoformat()), "method": Answered(method)}
    for row, diameter in enumerate(lesions, start=1):
        size = _SIZE.get(verdict)
        values[f"lesion_organ.{row}"] = Answered(_LIVER)
        values[f"lesion_diameter.{row}"] = (
            Absent(Missing.NOT_DONE) if size is None else Measured(f"{diameter * size:.1f}", _MM)
        )
    return {**values, "new_lesion": Answered(0), "verdict": Answered(verdict)}
