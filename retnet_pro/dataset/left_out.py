"""Responses that came and do not count, because there are several for one time point; told by whoever counts the rest.

They are in the rows, marked; here is which of them wait for a person and which a person set beside another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retnet_pro.dataset.rows import FormRow, FormRows, FormStatus
from retnet_pro.instrument.model import InstrumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The responses to one form at one visit of one participant that do not count."""

    subject: str
    visit: str
    time_point: str | None
    """None at a visit the study does not know."""
    instrument: InstrumentId
    responses: int
    is_undecided: bool
    """Whether none counts because nobody has decided yet; else another one counts."""


def left_out(forms: Iterable[FormRows]) -> Iterator[LeftOut]:
    """Yield what does not count of one participant's forms, in the order they come."""
    slots: dict[tuple[str, InstrumentId], list[FormRow]] = {}
    for one in forms:
        if one.form.status is FormStatus.DONE:
            slots.setdefault((one.form.visit, one.form.instrument), []).append(one.form)
    for rows in slots.values():
        disputed = [row for row in rows if row.is_disputed]
        if disputed:
            yield LeftOut(
                subject=disputed[0].subject,
                visit=disputed[0].visit,
                time_point=disputed[0].time_point,
                instrument=disputed[0].instrument,
                responses=len(disputed),
                is_undecided=len(disputed) == len(rows),
            )


def undecided_and_beside(found: Iterable[LeftOut]) -> tuple[int, int]:
    """Return how many responses wait for a decision, and how many stand beside the one that counts."""
    undecided = beside = 0
    for one in found:
        if one.is_undecided:
            undecided += one.responses
        else:
            beside += one.responses
    return undecided, beside
