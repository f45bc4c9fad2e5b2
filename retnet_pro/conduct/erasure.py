"""Remove data by written order of whoever decides about them: the act is recorded first, then the contents go for good.

The headers, hashes and signatures of the events stay, so the chain still verifies and the place says by which event
it was emptied. A withdrawal is no erasure (see `withdrawal`). Events that say who looked at the data are kept: they
hold no answer, and they are the proof of who saw what was removed; so are those that say where answers were moved.
Copies made before age out of the backup place.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from retnet_pro.conduct.course import Slot
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Erasure, Order, erasure_content
from retnet_pro.conduct.ports import Inherited
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Delivery, Opened
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import SEALED_KINDS, Kind, SessionId
from retnet_pro.study.visits import planned_visits

_STAYS = frozenset({Kind.VIEW, Kind.ERASE, Kind.PLACE_PROPOSE, Kind.PLACE_DECIDE})
_IN_A_SESSION = frozenset(
    {
        Kind.AMEND,
        Kind.ANSWER,
        Kind.SESSION_OPEN,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.SESSION_RESUME,
        Kind.SESSION_IDENTIFIED,
        Kind.SESSION_WHO,
        Kind.SESSION_AIDS,
        Kind.SESSION_WHY,
        Kind.ALERT,
        Kind.ACKNOWLEDGE,
    }
)
_NAMES_SOMEBODY = SEALED_KINDS - _STAYS - _IN_A_SESSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One questionnaire of a participant that can be removed by itself."""

    ses: SessionId
    visit: str
    visit_title: str
    instrument: InstrumentId
    day: date
    """The day it was handed over."""
    is_finished: bool
    stopped: str
    """The coded reason it was closed as partial; '' otherwise."""


def pieces(desk: Desk, subject: str) -> tuple[Piece, ...]:
    """Return the questionnaires of a participant whose contents are still here, oldest first.

    Every opening of a questionnaire has to be looked at, because the record names nobody in the open; at a large site
    this takes seconds.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    demand(desk.person.role, Right.ERASE)
    return _pieces(desk, desk.participant(subject).subject)


def erase(
    desk: Desk, subject: str, order: Order, *, confirmed: str, only: Collection[SessionId] | None = None
) -> Erasure:
    """Remove everything about a participant, or `only` some questionnaires; when this returns, it is gone here.

    `confirmed` is the study code as somebody typed it to say that this is meant. The centre is told with the next
    bundle, and its receipt confirms that it did the same. A crash after the event is recorded is made good at the next
    login.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `ORDER_INCOMPLETE`, `NOT_CONFIRMED`, or
            `NOTHING_TO_ERASE`.
        Tamper: `CHAIN_BROKEN`, when the record is damaged; nothing was removed.
        WorldFault: the disk refused; when the event stands, the removal is finished at the next login.
    """
    demand(desk.person.role, Right.ERASE)
    known = desk.participant(subject).subject
    order = replace(order, authority=order.authority.strip(), reference=order.reference.strip())
    if not order.authority or not order.reference:
        raise Refusal(Code.ORDER_INCOMPLETE)
    if confirmed.strip().upper() != known:
        raise Refusal(Code.NOT_CONFIRMED, subject=known)
    wanted = _erasure(desk, known, order, only)
    if not wanted.count:
        raise Refusal(Code.NOTHING_TO_ERASE, subject=known)
    return _order(desk, wanted)


def repeat_order(desk: Desk, order: Erasure) -> Erasure:
    """Remove everything this device holds about a participant, as another tablet of the site was ordered to.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `CHAIN_BROKEN`, when the record is damaged; nothing was removed.
        WorldFault: the disk refused; when the event stands, the removal is finished at the next login.
    """
    demand(desk.person.role, Right.ERASE)
    if order.subject in desk.site.courses:
        return _order(desk, _erasure(desk, order.subject, order.order, None))
    return _order(desk, replace(order, targets={}, sessions={}, stops={}))


def _order(desk: Desk, wanted: Erasure) -> Erasure:
    written = desk.write(
        Kind.ERASE, erasure_content(wanted), note={"count": len(wanted.targets.get(desk.pen.device, ()))}
    )
    done = replace(
        wanted, seq=written.header.seq, at=written.header.at, who=written.header.who, role=written.header.role
    )
    _carry_out(desk, done)
    return done


def finish_erasures(desk: Desk) -> None:
    """Carry out again what was ordered; contents that are gone already are left as they are.

    Called at every login, because a crash can come between the order and its execution.

    Raises:
        WorldFault: the disk refused.
    """
    for one in desk.site.erasures:
        if any(_stands(log, one) for log in desk.reader.logs()):
            _carry_out(desk, one)


def _carry_out(desk: Desk, erasure: Erasure) -> None:
    """Remove the contents an order names, with the snapshot that may repeat them, and keep a new one."""
    for log in desk.reader.logs():
        if seqs := erasure.targets.get(log.device):
            log.log.erase(seqs)
    desk.keep_snapshot(at_once=True)


def _stands(log: Inherited, erasure: Erasure) -> bool:
    events = (log.log.get(seq) for seq in erasure.targets.get(log.device, ()))
    return any(event is not None and event.sealed is not None for event in events)


def erasures(desk: Desk, subject: str = "") -> tuple[tuple[Erasure, Delivery], ...]:
    """Return what was removed, of one participant or of all, each with whether the centre has confirmed it.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    return tuple((one, desk.site.delivery_of(one.seq)) for one in desk.site.erasures if subject in ("", one.subject))


def _erasure(desk: Desk, subject: str, order: Order, only: Collection[SessionId] | None) -> Erasure:
    all_of_them = _pieces(desk, subject)
    gone = [piece for piece in all_of_them if only is None or piece.ses in only]
    sessions = {piece.ses for piece in gone}
    slots = {piece.ses: (piece.visit, piece.instrument) for piece in gone}
    left = {_slot(piece): piece.stopped for piece in all_of_them if piece.stopped and piece.ses not in sessions}
    targets = {
        one.device: seqs
        for one in desk.reader.logs()
        if (seqs := tuple(sorted(_targets(desk, one, subject, sessions, is_whole=only is None))))
    }
    return Erasure(
        seq=0,
        at="",
        who="",
        role="",
        subject=subject,
        is_whole=only is None,
        order=order,
        targets=targets,
        sessions=slots,
        stops={slot: left[slot] for slot in slots.values() if slot in left},
    )


def _targets(
    desk: Desk, log: Inherited, subject: str, sessions: Collection[SessionId], *, is_whole: bool
) -> Iterator[int]:
    """Yield the events of one log whose content is to go; what is gone already is left out."""
    for ses in sessions:
        for event in log.log.session_events(ses):
            if event.sealed is not None and event.header.kind not in _STAYS:
                yield event.header.seq
    if is_whole:
        for event in log.log.events(kinds=_NAMES_SOMEBODY):
            is_here = event.sealed is not None and event.header.ses not in sessions
            if is_here and desk.reader.open_event(event, log.public).content.get("subject") == subject:
                yield event.header.seq


def _pieces(desk: Desk, subject: str) -> tuple[Piece, ...]:
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    moved = desk.site.placing.moved()
    begun = [
        (one, *moved.get(SessionId(str(one.content["ses"])), (str(one.content["subject"]), str(one.content["visit"]))))
        for one in desk.reader.whole_history({Kind.SESSION_OPEN})
    ]
    return tuple(_piece(desk, one, visit, titles) for one, owner, visit in begun if owner == subject)


def _piece(desk: Desk, begun: Opened, visit: str, titles: Mapping[str, str]) -> Piece:
    ses = SessionId(str(begun.content["ses"]))
    stopped = ""
    is_finished = False
    for event, public in desk.reader.session_events(ses):
        if event.header.kind is Kind.SESSION_STOP and event.sealed is not None:
            stopped = str(desk.reader.open_event(event, public).content["reason"])
        is_finished |= event.header.kind is Kind.SESSION_DONE
    return Piece(
        ses=ses,
        visit=visit,
        visit_title=titles.get(visit, visit),
        instrument=InstrumentId(str(begun.content["instrument"])),
        day=datetime.fromisoformat(begun.at).date(),
        is_finished=is_finished,
        stopped=stopped,
    )


def _slot(piece: Piece) -> Slot:
    return piece.visit, piece.instrument
