"""An investigator signs off what a participant answered, at milestones, bound to the exact content (rules P60–P66).

Every signature needs the passphrase again, through the same door as a login and under the same limits. A later
correction or a new response leaves the signature as it is and no longer covered, and asks for a new one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import come_in
from retnet_pro.conduct.keys import PASSPHRASE
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.ports import Slots
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.signature_fact import Renewed, Signature, signature_content
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.record.signature import Covered, digest
from retnet_pro.study.milestone import Station, stations
from retnet_pro.study.visits import planned_visits

STATEMENT = (
    "My electronic signature on this device is meant to be as binding as my handwritten signature. I give it myself, "
    "with a passphrase that only I know."
)
"""What a signer confirms once, at the first signature (rule P66). It is recorded in the words that were shown."""


class Standing(StrEnum):
    """How a milestone stands."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    OUTDATED = "outdated"
    """Signed, but something it covers was corrected, added or erased since (rule P63)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One milestone of one participant, with what a signature would cover now and those that were given."""

    subject: str
    station: Station
    covered: tuple[Covered, ...]
    signatures: tuple[Signature, ...]
    """Oldest first."""

    @property
    def digest(self) -> str:
        """What a signature given now would be bound to."""
        return digest(self.covered)

    @property
    def standing(self) -> Standing:
        """How it stands."""
        if any(one.covers(self.covered) for one in self.signatures):
            return Standing.SIGNED
        return Standing.OUTDATED if self.signatures else Standing.UNSIGNED


def sign_offs(desk: Desk, subject: str) -> tuple[SignOff, ...]:
    """Return the milestones of a participant that have something to sign, in the order of the study file.

    A milestone that was signed and has nothing left to sign, because it was erased, keeps its signatures too.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    course = desk.course(subject)
    covered = tuple(_covered(desk, subject))
    visits = planned_visits(desk.study, course.participant)
    here = stations(desk.study.milestones, visits, {one.visit for one in covered})
    known = {station.id for station in here}
    gone = {one.station: _station_of(one) for one in course.signatures if one.station not in known}
    return tuple(
        SignOff(
            subject=subject,
            station=station,
            covered=tuple(one for one in covered if station.covers(one.visit)),
            signatures=tuple(one for one in course.signatures if one.station == station.id),
        )
        for station in (*here, *gone.values())
    )


def sign_off(desk: Desk, subject: str, station: str) -> SignOff:
    """Return one milestone.

    Raises:
        Refusal: `MILESTONE_UNKNOWN`, or as `sign_offs`.
    """
    found = next((one for one in sign_offs(desk, subject) if one.station.id == station), None)
    if found is None:
        raise Refusal(Code.MILESTONE_UNKNOWN, subject=subject, milestone=station)
    return found


def sign(
    desk: Desk, slots: Slots, subject: str, station: str, *, expected: str, passphrase: str, agreed: str
) -> Signature:
    """Sign a milestone: `expected` is the hash of what was shown, `agreed` the statement as it was shown and confirmed.

    Without a confirmed statement `agreed` is ''; that is enough once somebody has signed before (rule P66).

    Raises:
        Refusal: `NOT_ALLOWED`, `MILESTONE_UNKNOWN`, `NOTHING_TO_SIGN`, `CONTENT_CHANGED` when something came in since
            it was shown, or `STATEMENT_UNCONFIRMED` at a first signature; nothing was written.
            `WRONG_PASSPHRASE` or `LOGIN_THROTTLED`; that is written down like a failed login.
        WorldFault: the disk refused; call again.
    """
    demand(desk.person.role, Right.SIGN)
    desk.catch_up()
    now = sign_off(desk, subject, station)
    if not now.covered or now.standing is Standing.SIGNED:
        raise Refusal(Code.NOTHING_TO_SIGN, subject=subject, milestone=now.station.title)
    if now.digest != expected:
        raise Refusal(Code.CONTENT_CHANGED, subject=subject)
    is_first = has_to_confirm(desk)
    if is_first and not agreed:
        raise Refusal(Code.STATEMENT_UNCONFIRMED)
    come_in(desk.pen, slots, desk.person.user, passphrase)
    signature = Signature(
        seq=0,
        hash="",
        at="",
        who=desk.person.user,
        role=desk.person.role.value,
        name=desk.person.name,
        station=now.station.id,
        title=now.station.title,
        meaning=now.station.meaning,
        covered=now.covered,
        digest=now.digest,
        statement=agreed if is_first else "",
        renewed=renewed_since_signing(desk),
    )
    written = desk.write(Kind.SIGN, signature_content(signature, subject))
    return replace(signature, seq=written.header.seq, hash=written.hash, at=written.header.at)


def has_to_confirm(desk: Desk) -> bool:
    """Whether the logged-in person has never signed on this device and has the statement still to confirm."""
    return _last_signature(desk) == 0


def renewed_since_signing(desk: Desk) -> Renewed | None:
    """Return the last passphrase a colleague gave the logged-in person since their last signature (rule P64)."""
    found = None
    staff = genuine_events(desk.pen.log, desk.pen.key.public, {Kind.STAFF}, after=_last_signature(desk))
    for event in staff:
        header, note = event.header, event.header.note or {}
        is_renewal = note.get("act") == PASSPHRASE and note.get("user") == desk.person.user
        if is_renewal and header.who != desk.person.user:
            found = Renewed(by=header.who, at=header.at, seq=header.seq)
    return found


def signing_list(desk: Desk) -> tuple[tuple[SignOff, Signature], ...]:
    """Return every signature of the site with the milestone as it stands now, oldest first (rule P66).

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    signed = (subject for subject in desk.site.courses.subjects() if desk.course(subject).signatures)
    found = [(one, given) for subject in signed for one in sign_offs(desk, subject) for given in one.signatures]
    return tuple(sorted(found, key=lambda pair: pair[1].seq))


def _last_signature(desk: Desk) -> int:
    signed = desk.pen.log.backwards(desk.pen.log.head().seq + 1, {Kind.SIGN})
    return next((event.header.seq for event in signed if event.header.who == desk.person.user), 0)


def _covered(desk: Desk, subject: str) -> Iterator[Covered]:
    course = desk.course(subject)
    for one in course.filed:
        events = (one.seq, *course.amended.get(one.ses, ()))
        yield Covered(
            ses=one.ses,
            visit=one.visit,
            form=one.instrument,
            finished=one.finished,
            hashes=tuple(map(desk.reader.hash_at, events)),
        )


def _station_of(signature: Signature) -> Station:
    visits = frozenset(one.visit for one in signature.covered)
    return Station(id=signature.station, title=signature.title, meaning=signature.meaning, visits=visits)
