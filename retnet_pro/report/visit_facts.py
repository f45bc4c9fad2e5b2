"""The facts of one visit of one participant on paper. Nothing here is layout, and nothing here reads a clock."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.conduct.alerts import ListedAlert
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Head
from retnet_pro.report.paper import Filed, ParticipantPaper, Signature
from retnet_pro.study.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffForm:
    """One form that staff closed about the participant."""

    title: str
    day: str
    """ISO; '' where it has none."""
    at: str
    who: str
    revision: int
    seq: int
    hash: str
    """SHA-256 of the form file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPaper:
    """Everything a visit record says. The same facts give the same bytes."""

    paper: ParticipantPaper
    """Of the whole course; what does not belong to the visit is not printed."""
    visit: Visit
    device: str
    role: str
    upto: Head
    """The last event this record goes up to."""
    titles: Mapping[InstrumentId, str]
    """Of every form that was due or came."""
    erased: Mapping[InstrumentId, int]
    """Forms whose contents were removed by order, with the event that ordered it."""
    alerts: tuple[ListedAlert, ...]
    """Of this visit, oldest first."""
    signatures: tuple[Signature, ...]
    """That cover this visit."""
    staff_forms: tuple[StaffForm, ...]
    """Dated within the window of the visit or on a day it was answered."""
    hidden_forms: int
    """How many more there are that the reader's role does not read."""

    def filed(self) -> tuple[Filed, ...]:
        """Return the responses of this visit, oldest first."""
        return tuple(one for one in self.paper.responses if one.response.visit == self.visit.id)
