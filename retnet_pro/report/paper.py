"""The facts of one participant's printout. Nothing here is layout, and nothing here reads a clock or a disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from retnet_pro.conduct.circumstances import Circumstances
from retnet_pro.conduct.event_name import EventName
from retnet_pro.conduct.site_facts import Amended
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.record.event import DeviceId, EventHash
from retnet_pro.record.response import Response
from retnet_pro.study.model import Mode
from retnet_pro.study.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One finished questionnaire as it stands in the log of its device."""

    response: Response
    seq: int
    """Number of the event that holds it."""
    hash: EventHash
    """Name of that event: SHA-256 of its header bytes."""
    changed: Mapping[ItemId, int] = field(default_factory=dict)
    """How often an answer was changed after it was first put down; printed beside the value (rule P07)."""
    circumstances: Circumstances = field(default_factory=Circumstances)
    """Who answered and how, as the events of the session say."""
    original: Response | None = None
    """As it was finished, where it was corrected since; both are printed (rule E101)."""
    amendments: tuple[Amended, ...] = ()
    """Oldest first."""

    @property
    def answered_on(self) -> date:
        """The day the participant answered, by the device's own offset (rule E54)."""
        return datetime.fromisoformat(self.response.finished).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One electronic signature of staff, as it must be shown in print (rule P60)."""

    name: str
    at: datetime
    meaning: str
    record: EventHash
    """The SHA-256 over the events it covers (rule P62)."""
    still_covers: bool
    """False once the record was corrected after signing (rule P63)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantPaper:
    """Everything a printout of one participant says. The same facts give the same bytes."""

    subject: str
    site: str
    study_title: str
    study_label: str
    """The study file's own label, e.g. that the schedule is an example and not a protocol."""
    mode: Mode
    app: str
    """Program and version that printed."""
    printed_at: datetime
    """Aware; printed with its offset (rule P32)."""
    printed_by: str
    """User id."""
    arm: str | None
    """None where it is not known or the reader may not see it (rule P21)."""
    arm_may_be_seen: bool
    enrolled: date
    randomised: date | None = None
    embolizations: tuple[date, ...] = ()
    """In order of date."""
    symptomatic: bool | None = None
    histology: str | None = None
    grade: str | None = None
    ends: tuple[tuple[str, date], ...] = ()
    """What ended or changed the course, in words: progression, withdrawal, death."""
    visits: tuple[Visit, ...] = ()
    """Expected visits in order of date."""
    responses: tuple[Filed, ...] = ()
    """Oldest answer first."""
    instruments: Mapping[InstrumentId, Instrument] = field(default_factory=dict)
    """The forms as this device knows them; a response to another version of a form says so on paper."""
    absent: Mapping[tuple[str, InstrumentId], str] = field(default_factory=dict)
    """Why an expected form did not come, in words, by (visit, instrument) (rule E66)."""
    signatures: tuple[Signature, ...] = ()
    alerts_open: tuple[str, ...] = ()
    """What waits for somebody, in words, newest first (rule E85)."""
    placings: tuple[str, ...] = ()
    """What was said and decided about forms in the wrong place, in words (rule E102)."""
    elsewhere: Mapping[int, EventName] = field(default_factory=dict)
    """Events of other devices that are named on this paper, by their number here."""

    def event(self, number: int) -> EventName:
        """Return how the event of this number is told to people."""
        return self.elsewhere.get(number) or EventName(device=DeviceId(""), seq=number, is_here=True)

    def of_instrument(self, instrument: InstrumentId) -> tuple[Filed, ...]:
        """Return the responses to one instrument, oldest first."""
        return tuple(filed for filed in self.responses if filed.response.form.id == instrument)

    def used_instruments(self) -> tuple[Instrument, ...]:
        """Return the instruments that have a response, in the order the study asks them, then by id."""
        asked: dict[InstrumentId, None] = {}
        for visit in self.visits:
            asked.update(dict.fromkeys(visit.instruments))
        asked.update(dict.fromkeys(sorted(filed.response.form.id for filed in self.responses)))
        used = {filed.response.form.id for filed in self.responses}
        return tuple(self.instruments[one] for one in asked if one in used and one in self.instruments)

    def title_of(self, instrument: InstrumentId) -> str:
        """Return the title of an instrument, or its id where this device does not have the form."""
        return self.instruments[instrument].title if instrument in self.instruments else instrument
