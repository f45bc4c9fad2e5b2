"""The facts a site's projection is made of, and how each is read from the content of an opened event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from retnet_pro.conduct.course import Filed
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.amendment import Amendment
from retnet_pro.record.circumstance import most_helped
from retnet_pro.record.event import DeviceId, Event, EventHash, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, Response
from retnet_pro.study.participant import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One event with its content readable."""

    seq: int
    """Its number here (see `reading.Reader`)."""
    dev: DeviceId
    own_seq: int
    """Its number in the log of the device that wrote it."""
    hash: EventHash
    kind: Kind
    at: str
    who: str
    role: str
    ses: SessionId | None
    content: Mapping[str, object]


def opened(event: Event, content: Mapping[str, object]) -> Opened:
    """Return an event with its content readable."""
    header = event.header
    return Opened(
        seq=header.seq,
        dev=header.dev,
        own_seq=header.seq,
        hash=event.hash,
        kind=header.kind,
        at=header.at,
        who=header.who,
        role=header.role,
        ses=header.ses,
        content=content,
    )


FORK = "fork"
"""Written when the centre holds other events of this device than the device itself; everything stops then."""


class Delivery(StrEnum):
    """Where a record is on its way to the centre (design part 7)."""

    ON_DEVICE = "on-device"
    IN_BUNDLE = "in-bundle"
    """Sealed into a bundle that is not known to have reached the place it was meant for."""
    SENT = "sent"
    RECEIVED = "received"
    ELSEWHERE = "elsewhere"
    """Recorded on another tablet of the site, which sends it itself."""


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
    """The most help there was in it so far (rule E58)."""
    opened_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """One correction and where it stands in the log."""

    amendment: Amendment
    seq: int
    hash: EventHash
    at: str
    who: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One finished response and where it stands in the log."""

    response: Response
    """As it stands now, with every correction."""
    seq: int
    hash: EventHash
    at: str
    original: Response
    """As it was finished, never changed (rule E101)."""
    amendments: tuple[Amended, ...] = ()
    """Oldest first."""

    @property
    def state(self) -> EventHash:
        """The event that made it what it is now: the last correction, else the response itself."""
        return self.amendments[-1].hash if self.amendments else self.hash


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


def read_participant(content: Mapping[str, object]) -> Participant:
    """Return the participant an `enrol` event adds."""
    return Participant(
        subject=str(content["subject"]),
        arm=None,
        enrolled=date.fromisoformat(str(content["enrolled"])),
        language=str(content["language"]),
    )


def read_filed(opened: Opened) -> Filed:
    """Return the place of a finished response.

    Raises:
        Tamper: `PAYLOAD_BROKEN`, when it names no form.
    """
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
        scales=scales_with_a_value(content["scores"]),
    )


def scales_with_a_value(scores: object) -> int:
    """Return how many scales have a value, each counted once however many variants scored it (rule E65)."""
    found = scores if isinstance(scores, list) else ()
    return len({str(one["code"]) for one in found if isinstance(one, Mapping) and one.get("value") is not None})


def read_bundled(opened: Opened) -> int:
    """Return the last event in the bundle a `bundle` event tells of."""
    return _number(opened.content, "upto")


def read_sent(opened: Opened) -> SentBundle:
    """Return the bundle an `export` event tells of."""
    content = opened.content
    return SentBundle(
        bundle=str(content["bundle"]), upto=_number(content, "upto"), at=opened.at, place=str(content["place"])
    )


def read_received(opened: Opened) -> ReceivedBundle:
    """Return the receipt a `receipt` event tells of."""
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


def read_session(opened: Opened) -> SessionFact:
    """Return the questionnaire a `session.open` event tells of."""
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


def read_session_facts(plain: Mapping[str, str]) -> SessionFact:
    """Read back the fields of a `SessionFact` from a snapshot, which is signed by this device."""
    return SessionFact(
        **{**plain, "ses": SessionId(plain["ses"]), "answered_by": AnsweredBy(plain["answered_by"])}  # type: ignore[arg-type]
    )


def with_who(session: SessionFact, opened: Opened) -> SessionFact:
    """Return the questionnaire with somebody else answering from here on (rule E58)."""
    now = AnsweredBy(str(opened.content["answered_by"]))
    begun = opened.content["after"] != 0
    return replace(session, answered_by=most_helped(session.answered_by, now) if begun else now)
