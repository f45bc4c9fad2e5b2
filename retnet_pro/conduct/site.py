"""What a site knows: a projection of its log, for logged-in staff only. It can always be rebuilt from the events.

`Site` has state for one reason: it grows with the log, one event at a time, and copying it for each would make a
long history slow. Everything it hands out is frozen. Answers and scores are not in it; they are opened from the log
when somebody looks at them (see `reading`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from retnet_pro.conduct.course import Course, Courses, Filed
from retnet_pro.conduct.fact import with_fact
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, Response
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


class Delivery(StrEnum):
    """Where a record is on its way to the centre (design part 7)."""

    ON_DEVICE = "on-device"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFact:
    """One questionnaire that was handed over and is neither finished nor stopped."""

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
    head: str
    """Hash of the event `upto`, as the centre countersigned it (rule T5)."""
    at: str
    status: str
    centre_at: str
    want: int | None
    """From which event on the centre asks to send again; only after a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One finished questionnaire the centre has not receipted."""

    seq: int
    finished: str


@dataclass(slots=True, kw_only=True)
class Site:
    """The projection. Feed it events in order with `take`; read the rest."""

    upto: int = 0
    courses: Courses = field(default_factory=Courses)
    sessions: dict[SessionId, SessionFact] = field(default_factory=dict)
    """Questionnaires that were begun or handed over and neither finished nor stopped (rule E51)."""
    sent: list[SentBundle] = field(default_factory=list)
    received: list[ReceivedBundle] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    receipted: int = 0
    """How many finished questionnaires the centre has receipted."""
    confirmed: set[str] = field(default_factory=set)
    """Content hashes of forms whose uncertain parts a coordinator has confirmed."""
    provision: Mapping[str, object] = field(default_factory=dict)

    @property
    def receipt(self) -> ReceivedBundle | None:
        """The receipt that covers most, if there is any: everything up to it is countersigned."""
        kept = (one for one in self.received if one.status in ("accepted", "duplicate"))
        return max(kept, key=lambda one: one.upto, default=None)

    @property
    def received_upto(self) -> int:
        """The last event the centre has receipted."""
        return 0 if self.receipt is None else self.receipt.upto

    @property
    def is_forked(self) -> bool:
        """Whether the centre has said that it holds another history of this device (rule T5)."""
        return any(receipt.status == FORK for receipt in self.received)

    @property
    def send_after(self) -> int:
        """The last event that need not be sent again: receipted, unless the centre asks for it once more."""
        wanted = self.received[-1].want if self.received else None
        return self.received_upto if wanted is None else min(self.received_upto, wanted - 1)

    @property
    def sent_upto(self) -> int:
        """The last event that left this device in a bundle."""
        return max((bundle.upto for bundle in self.sent), default=0)

    def delivery_of(self, seq: int) -> Delivery:
        """Return how far the event with this number has come."""
        if seq <= self.received_upto:
            return Delivery.RECEIVED
        return Delivery.SENT if seq <= self.sent_upto else Delivery.ON_DEVICE

    def interrupted(self) -> tuple[SessionFact, ...]:
        """Return the questionnaires that were begun or handed over and neither finished nor stopped (rule E51)."""
        return tuple(self.sessions.values())

    def take(self, opened: Opened) -> None:
        """Take in the next event.

        Raises:
            Tamper: `PAYLOAD_BROKEN`, when it names a participant nobody enrolled.
        """
        self.upto = opened.seq
        content = opened.content
        match opened.kind:
            case Kind.PROVISION:
                self.provision = content
            case Kind.ENROL:
                self.courses.put(Course(participant=_participant(content)))
            case Kind.PARTICIPANT_FACT:
                course = self._course(opened)
                self.courses.put(replace(course, participant=with_fact(course.participant, content)))
            case Kind.SESSION_OPEN:
                session = _session(opened)
                self.sessions[session.ses] = session
            case Kind.SESSION_STOP if opened.ses in self.sessions:
                self._stop(self.sessions.pop(opened.ses), str(content["reason"]))
            case Kind.SESSION_DONE:
                self._done(opened)
            case Kind.EXPORT:
                self.sent.append(_sent(opened))
            case Kind.RECEIPT:
                self.received.append(_received(opened))
                self._settle()
            case Kind.ABSENT:
                reason, form = Absence(str(content["reason"])), InstrumentId(str(content["instrument"]))
                self.courses.put(self._course(opened).with_absent(str(content["visit"]), form, reason))
            case Kind.CONFIRM:
                self.confirmed.add(str(content["form_hash"]))
            case _:
                pass

    def _course(self, opened: Opened) -> Course:
        course = self.courses.get(str(opened.content["subject"]))
        if course is None:
            raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it names a participant nobody enrolled")
        return course

    def _stop(self, session: SessionFact, reason: str) -> None:
        course = self.courses.get(session.subject)
        if course is not None:
            self.courses.put(course.with_stopped(session.visit, session.instrument, reason))

    def _done(self, opened: Opened) -> None:
        before = self._course(opened)
        filed = _filed(opened)
        self.sessions.pop(filed.ses, None)
        after = before.with_filed(filed)
        if after is before:
            return  # the same close repeated after a disk fault; the first one counts, here and at the centre
        self.courses.put(after)
        self.waiting.append(Waiting(seq=opened.seq, finished=filed.finished))

    def _settle(self) -> None:
        upto = self.received_upto
        waiting = [one for one in self.waiting if one.seq > upto]
        self.receipted += len(self.waiting) - len(waiting)
        self.waiting = waiting


def _participant(content: Mapping[str, object]) -> Participant:
    return Participant(
        subject=str(content["subject"]),
        arm=None,
        enrolled=date.fromisoformat(str(content["enrolled"])),
        language=str(content["language"]),
    )


def _filed(opened: Opened) -> Filed:
    content = opened.content
    form = content["form"]
    if not isinstance(form, Mapping):
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it names no form")
    return Filed(
        seq=opened.seq,
        ses=SessionId(str(content["ses"])),
        visit=str(content["visit"]),
        instrument=InstrumentId(str(form["id"])),
        finished=str(content["finished"]),
    )


def _sent(opened: Opened) -> SentBundle:
    content = opened.content
    return SentBundle(
        bundle=str(content["bundle"]), upto=_number(content, "upto"), at=opened.at, place=str(content["place"])
    )


def _received(opened: Opened) -> ReceivedBundle:
    content = opened.content
    return ReceivedBundle(
        bundle=str(content["bundle"]),
        upto=_number(content, "upto"),
        head=str(content["head"]),
        at=opened.at,
        status=str(content["status"]),
        centre_at=str(content["centre_at"]),
        want=None if content["want"] is None else _number(content, "want"),
    )


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
    )
