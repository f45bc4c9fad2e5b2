"""A number for every form and item of a participant that no later response changes (for SDTM: QSSEQ).

A number is a place in the plan of the study, not in the order things came: in decimal digits cycle, time point (2),
form (2), attempt (1), and for an item its place in the form (3). So numbers have gaps, and a form that was missed keeps
its number when it comes after all. What the study file does not know stands behind everything it knows.
"""

from dataclasses import dataclass

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.model import Study

_UNKNOWN = 99
"""Place of a time point or form the study file does not know."""
_ATTEMPTS = 10
_ITEMS = 1000
MOST_ATTEMPTS = _ATTEMPTS - 1
"""As many responses to one form at one visit can be numbered."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where time points and forms stand in the study file, from 1."""

    time_points: dict[str, int]
    instruments: dict[InstrumentId, int]


def places_of(study: Study) -> Places:
    """Return the places of a study."""
    forms = dict.fromkeys(form for point in study.time_points for form in point.instruments)
    return Places(
        {point.id: place for place, point in enumerate(study.time_points, 1)},
        {form: place for place, form in enumerate(forms, 1)},
    )


def form_sequence(
    places: Places, time_point: str | None, cycle: int | None, instrument: InstrumentId, attempt: int
) -> int:
    """Return the number of a form at a visit; before any embolization the cycle is 0."""
    point = places.time_points.get(time_point or "", _UNKNOWN)
    form = places.instruments.get(instrument, _UNKNOWN)
    return (((cycle or 0) * 100 + point) * 100 + form) * _ATTEMPTS + attempt


def item_sequence(form: int, place: int) -> int:
    """Return the number of an item from that of its form and its place in it, from 1."""
    return form * _ITEMS + place
