"""What an erasure by order was: read from its event, so that the place where data stood says who had them removed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from retnet_pro.conduct.course import Course, Slot
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import DeviceId, EventHash, Kind, SessionId


class Ground(StrEnum):
    """Why data may be removed at all; the choice of this project, decided by the controller each time."""

    WRONG_PERSON = "wrong-person"
    """Somebody else answered under this study code."""
    NO_CONSENT = "no-valid-consent"
    LEGAL_ORDER = "legal-order"
    """A court or a supervisory authority ordered it."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Who ordered the removal, by which document, and why."""

    authority: str
    reference: str
    """Number or date of the written order, so that an auditor finds it."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One erasure as its event has it."""

    seq: int
    at: str
    who: str
    role: str
    subject: str
    is_whole: bool
    """Everything about the participant; otherwise single questionnaires."""
    order: Order
    targets: Mapping[DeviceId, tuple[int, ...]]
    """The events whose sealed content is removed, by the device that wrote them."""
    sessions: Mapping[SessionId, Slot]
    """The questionnaires among them."""
    stops: Mapping[Slot, str]
    """For slots of these questionnaires that another one still closes as partial, its reason."""

    @property
    def count(self) -> int:
        """How many contents are removed."""
        return sum(len(seqs) for seqs in self.targets.values())


def erasure_content(one: Erasure) -> dict[str, object]:
    """Return what the event seals."""
    return {
        "subject": one.subject,
        "whole": one.is_whole,
        "authority": one.order.authority,
        "reference": one.order.reference,
        "why": one.order.ground.value,
        "targets": [[dev, list(seqs)] for dev, seqs in one.targets.items()],
        "sessions": [[ses, visit, instrument] for ses, (visit, instrument) in one.sessions.items()],
        "stops": [[visit, instrument, reason] for (visit, instrument), reason in one.stops.items()],
    }


def read_erasure(opened: Opened) -> Erasure:
    """Return the erasure an event orders.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    content = opened.content
    try:
        return Erasure(
            seq=opened.seq,
            at=opened.at,
            who=opened.who,
            role=opened.role,
            subject=str(content["subject"]),
            is_whole=content["whole"] is True,
            order=Order(
                authority=str(content["authority"]),
                reference=str(content["reference"]),
                ground=Ground(str(content["why"])),
            ),
            targets=read_targets(content),
            sessions={
                SessionId(ses): (visit, InstrumentId(form))
                for ses, visit, form in content["sessions"]  # type: ignore[attr-defined]
            },
            stops={(visit, InstrumentId(form)): why for visit, form, why in content["stops"]},  # type: ignore[attr-defined]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it is no erasure") from error


def write_kept(one: Erasure) -> list[object]:
    """Return an erasure in plain form, for `read_kept`."""
    return [one.seq, one.at, one.who, one.role, erasure_content(one)]


def read_kept(seq: int, at: str, who: str, role: str, content: Mapping[str, object]) -> Erasure:
    """Return what `write_kept` wrote; a projection needs neither the name nor the device of the event.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    nobody, nowhere = DeviceId(""), EventHash("")
    plain = Opened(
        seq=seq, dev=nobody, own_seq=seq, hash=nowhere, kind=Kind.ERASE, at=at, who=who, role=role, ses=None,
        content=content,
    )  # fmt: skip
    return read_erasure(plain)


def without(course: Course, erasure: Erasure) -> Course:
    """Return the course without the forms that were removed; their slots say by which event."""
    gone = {*erasure.sessions.values()}
    stopped = {slot: reason for slot, reason in course.stopped.items() if slot not in gone}
    return replace(
        course,
        filed=tuple(one for one in course.filed if one.ses not in erasure.sessions),
        stopped={**stopped, **erasure.stops},
        erased={**course.erased, **dict.fromkeys(gone, erasure.seq)},
        alerts=tuple(one for one in course.alerts if one.ses not in erasure.sessions),
        amended={ses: seqs for ses, seqs in course.amended.items() if ses not in erasure.sessions},
    )


def read_targets(content: Mapping[str, object]) -> dict[DeviceId, tuple[int, ...]]:
    """Return which events of which device an order names.

    Raises:
        KeyError, TypeError, ValueError: when it is not in the agreed form.
    """
    named: dict[DeviceId, tuple[int, ...]] = {}
    for dev, seqs in content["targets"]:  # type: ignore[attr-defined]
        if not isinstance(dev, str) or not dev.isprintable() or not all(map(_is_number_of_event, seqs)):
            raise ValueError("not a device and its events")
        named[DeviceId(dev)] = tuple(seqs)
    return named


def _is_number_of_event(untrusted: object) -> bool:
    return type(untrusted) is int and 1 <= untrusted < 2**53
