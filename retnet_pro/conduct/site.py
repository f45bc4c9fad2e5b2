"""What a site knows: a projection of its log, for logged-in staff only. It can always be rebuilt from the events.

`Site` has state for one reason: it grows with the log, one event at a time, and copying it for each would make a
long history slow. Everything it hands out is frozen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from retnet_pro.bundle.receipt import FINAL
from retnet_pro.conduct.fact import with_fact
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, Response, read_done
from retnet_pro.study.absence import Absence
from retnet_pro.study.participant import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One event with its content readable."""

    seq: int
    hash: EventHash
    kind: Kind
    at: str
    who: str
    role: str
    ses: SessionId | None
    content: Mapping[str, object]


FORK = "fork"
"""Written when the centre holds other events of this device than the device itself; everything stops then."""


class SessionState(StrEnum):
    """How a questionnaire stands."""

    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


class Delivery(StrEnum):
    """Where a record is on its way to the centre (design part 7)."""

    ON_DEVICE = "on-device"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFact:
    """One questionnaire that was handed over."""

    ses: SessionId
    sitting: str
    subject: str
    visit: str
    visit_title: str
    instrument: InstrumentId
    version: str
    language: str
    form_hash: str
    wording_hash: str
    answered_by: AnsweredBy
    opened_at: str
    state: SessionState
    reason: str
    """Why it was stopped; '' otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One finished response and where it stands in the log."""

    response: Response
    seq: int
    hash: EventHash
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBundle:
    """One bundle that left this device."""

    bundle: str
    upto: int
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedBundle:
    """One verified receipt of the centre."""

    bundle: str
    upto: int
    at: str
    status: str
    centre_at: str
    want: int | None
    """From which event on the centre asks to send again; only after a gap."""


class Site:
    """The projection. Feed it events in order with `take`; read the rest."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self.upto = 0
        self.participants: dict[str, Participant] = {}
        self.sessions: dict[SessionId, SessionFact] = {}
        self.taken: dict[str, list[Taken]] = {}
        self.absent: dict[tuple[str, str], dict[InstrumentId, Absence]] = {}
        """Why expected forms will not come, by (subject, visit)."""
        self.sent: list[SentBundle] = []
        self.received: list[ReceivedBundle] = []
        self.confirmed: set[str] = set()
        """Content hashes of forms whose uncertain parts a coordinator has confirmed."""
        self.provision: Mapping[str, object] = {}
        self.unreceipted: tuple[range, ...] = ()
        """Numbers of inherited events without a receipt, one span a log, oldest log first; they are zero or less."""

    @property
    def received_upto(self) -> int:
        """Return the last event the centre has receipted."""
        return max((receipt.upto for receipt in self.received if receipt.status in FINAL), default=0)

    @property
    def is_forked(self) -> bool:
        """Whether the centre has said that it holds another history of this device (rule T5)."""
        return any(receipt.status == FORK for receipt in self.received)

    @property
    def is_adopted(self) -> bool:
        """Whether the centre has receipted the whole log this device goes on from, after adopting it."""
        origin = self.provision.get("restored_from")
        head = origin.get("head") if isinstance(origin, Mapping) else None
        return any(receipt.bundle == head and receipt.status in FINAL for receipt in self.received)

    @property
    def send_after(self) -> int:
        """Return the last event that need not be sent again: receipted, unless the centre asks for it once more."""
        wanted = self.received[-1].want if self.received else None
        return self.received_upto if wanted is None else min(self.received_upto, wanted - 1)

    @property
    def sent_upto(self) -> int:
        """Return the last event that left this device in a bundle."""
        return max((bundle.upto for bundle in self.sent), default=0)

    def delivery_of(self, seq: int) -> Delivery:
        """Return how far the event with this number has come; zero and less are inherited (see `reading.Reader`)."""
        if seq <= 0:
            waiting = self.unreceipted[:-1] if self.is_adopted else self.unreceipted
            waits = any(seq in some for some in waiting)
            return Delivery.ON_DEVICE if waits else Delivery.RECEIVED
        if seq <= self.received_upto:
            return Delivery.RECEIVED
        return Delivery.SENT if seq <= self.sent_upto else Delivery.ON_DEVICE

    def done(self) -> Mapping[tuple[str, str], frozenset[InstrumentId]]:
        """Return which instruments are finished, by (subject, visit)."""
        return self._forms(SessionState.DONE)

    def excused(self) -> Mapping[tuple[str, str], frozenset[InstrumentId]]:
        """Return which instruments were stopped or will not come, with a reason, by (subject, visit) (rule E66)."""
        stopped = self._forms(SessionState.STOPPED)
        keys = {*stopped, *self.absent}
        return {key: stopped.get(key, frozenset()) | frozenset(self.absent.get(key, {})) for key in keys}

    def responses_of(self, subject: str) -> tuple[Taken, ...]:
        """Return the finished responses of a participant, oldest first by the time they were answered (rule E54)."""
        return tuple(sorted(self.taken.get(subject, []), key=lambda taken: taken.response.finished))

    def interrupted(self) -> tuple[SessionFact, ...]:
        """Return questionnaires that were begun or handed over and neither finished nor stopped (rule E51)."""
        return tuple(session for session in self.sessions.values() if session.state is SessionState.OPEN)

    def take(self, opened: Opened) -> None:
        """Take in the next event.

        Raises:
            Tamper: `PAYLOAD_BROKEN`, when a response is not in the agreed form.
        """
        self.upto = opened.seq
        content = opened.content
        match opened.kind:
            case Kind.PROVISION:
                self.provision = content
            case Kind.ENROL:
                subject = str(content["subject"])
                self.participants[subject] = Participant(
                    subject=subject,
                    arm=None,
                    enrolled=date.fromisoformat(str(content["enrolled"])),
                    language=str(content["language"]),
                )
            case Kind.PARTICIPANT_FACT:
                subject = str(content["subject"])
                self.participants[subject] = with_fact(self.participants[subject], content)
            case Kind.SESSION_OPEN:
                session = _session(opened)
                self.sessions[session.ses] = session
            case Kind.SESSION_STOP if opened.ses in self.sessions:
                stopped = self.sessions[opened.ses]
                self.sessions[opened.ses] = replace(stopped, state=SessionState.STOPPED, reason=str(content["reason"]))
            case Kind.SESSION_DONE:
                self._done(opened)
            case Kind.EXPORT:
                self.sent.append(
                    SentBundle(
                        bundle=str(content["bundle"]),
                        upto=_number(content, "upto"),
                        at=opened.at,
                        place=str(content["place"]),
                    )
                )
            case Kind.RECEIPT:
                self.received.append(
                    ReceivedBundle(
                        bundle=str(content["bundle"]),
                        upto=_number(content, "upto"),
                        at=opened.at,
                        status=str(content["status"]),
                        centre_at=str(content["centre_at"]),
                        want=None if content["want"] is None else _number(content, "want"),
                    )
                )
            case Kind.ABSENT:
                key = (str(content["subject"]), str(content["visit"]))
                instrument = InstrumentId(str(content["instrument"]))
                self.absent.setdefault(key, {})[instrument] = Absence(str(content["reason"]))
            case Kind.CONFIRM:
                self.confirmed.add(str(content["form_hash"]))
            case _:
                pass

    def _forms(self, state: SessionState) -> Mapping[tuple[str, str], frozenset[InstrumentId]]:
        forms: dict[tuple[str, str], set[InstrumentId]] = {}
        for session in self.sessions.values():
            if session.state is state:
                forms.setdefault((session.subject, session.visit), set()).add(session.instrument)
        return {key: frozenset(instruments) for key, instruments in forms.items()}

    def _is_known(self, response: Response) -> bool:
        return any(one.response.ses == response.ses for one in self.taken.get(response.subject, []))

    def _done(self, opened: Opened) -> None:
        response = read_done(opened.content)
        if self._is_known(response):
            return  # the same close repeated after a disk fault; the first one counts, here and at the centre
        self.taken.setdefault(response.subject, []).append(
            Taken(response=response, seq=opened.seq, hash=opened.hash, at=opened.at)
        )
        if response.ses in self.sessions:
            self.sessions[response.ses] = replace(self.sessions[response.ses], state=SessionState.DONE)


def _number(content: Mapping[str, object], name: str) -> int:
    value = content[name]
    assert isinstance(value, int)
    return value


def _session(opened: Opened) -> SessionFact:
    content = opened.content
    return SessionFact(
        ses=SessionId(str(content["ses"])),
        sitting=str(content["sitting"]),
        subject=str(content["subject"]),
        visit=str(content["visit"]),
        visit_title=str(content["visit_title"]),
        instrument=InstrumentId(str(content["instrument"])),
        version=str(content["version"]),
        language=str(content["language"]),
        form_hash=str(content["form_hash"]),
        wording_hash=str(content["wording_hash"]),
        answered_by=AnsweredBy(str(content["answered_by"])),
        opened_at=opened.at,
        state=SessionState.OPEN,
        reason="",
    )
