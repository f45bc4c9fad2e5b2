"""Taking in what the centre signed: trust, forms, wordings, the study, and who must leave. Each outcome is an event.

Forms, wordings and the study become files of this site when it is opened the next time, so that nothing changes in
the middle of a sitting; keys of the centre and removed people take effect at once.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from retnet_pro.bundle.naming import PACK_LIMIT
from retnet_pro.bundle.pack_bodies import FilesBody, RecoveryBody, StaffBody
from retnet_pro.bundle.packs import Claim, PackKind, TrustPack, claim_of
from retnet_pro.conduct.doorway import Founding
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.pack_content import AtHand, demand_fit
from retnet_pro.conduct.pack_judgement import Judged, Standing, judge
from retnet_pro.conduct.packs_in_force import REFUSED, TAKEN, PackHistory, files_of, is_whole, pack_history
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import KeptPack, PackShelf, Person, Slots, Transport
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.sender import PROCESS, SCHEDULE
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.instrument.library import Library
from retnet_pro.record.event import Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.study.model import Study

_ORDER = (PackKind.TRUST, PackKind.FORM, PackKind.WORDING, PackKind.STUDY, PackKind.STAFF)
"""Keys before what they sign, forms before their words, words before the study that asks for them."""
_SUFFIX = ".pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The parts of a site that packs act on, from the composition root."""

    pen: Pen
    founding: Founding
    slots: Slots
    shelf: PackShelf
    library: Library
    study: Study


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPack:
    """What became of one pack."""

    claim: Claim
    sha256: str
    is_new: bool
    """False when it was in force before; then nothing was written."""
    removed: tuple[str, ...] = ()
    """Account names that lost their slot here."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a look at the meeting place brought."""

    taken: tuple[TakenPack, ...]
    faults: tuple[RetnetError, ...]
    """Why packs were refused; each is written down."""


def take_in(intake: Intake, by: Person | None, untrusted: bytes, *, path: str) -> TakenPack:
    """Take in one pack, or refuse it; both are written down. One that is in force already changes nothing.

    Without a person it comes by itself: who signed it is what counts, and that is judged alike.

    Raises:
        Refusal: `NOT_ALLOWED`, then nothing is written; `TRUST_EXPIRED`, `PACK_EXPIRED`, `PACK_OLD`,
            `PACK_FOREIGN` or `PACK_UNFIT`.
        Tamper: `PACK_BROKEN`.
    """
    who, role = _author(by)
    history = pack_history(intake.pen.log, intake.founding)
    known = _in_force(intake, history, untrusted)
    if known is not None:
        return known
    try:
        judged = judge(untrusted, standing_of(intake, history), path=path)
        if isinstance(judged.body, RecoveryBody):
            why = "a recovery is taken in at the lock screen, with 'retnet-pro site recover'"
            raise Refusal(Code.PACK_FOREIGN, path=path, why=why)
        if isinstance(judged.body, FilesBody):
            at_hand = AtHand(library=intake.library, study=intake.study, fresh=_fresh_forms(intake, history))
            demand_fit(judged.claim.kind, judged.body, at_hand, path=path)
    except RetnetError as error:
        sha256 = hashlib.sha256(untrusted).hexdigest()
        refuse(intake.pen, sha256, error, who=who, role=role)
        raise
    write_taken(intake, judged, who=who, role=role)
    removed = tuple(_take_effect(intake, who, role, judged))
    return TakenPack(claim=judged.claim, sha256=judged.sha256, is_new=True, removed=removed)


def fetch(intake: Intake, by: Person | None, transport: Transport) -> Journey[Fetched]:
    """Take in the packs that lie at the meeting place and are new here; one bad pack does not keep the others away.

    What is older than what is in force, or meant for other tablets, is passed over; what was refused before is asked
    again only after the centre's keys have changed.

    Raises:
        Refusal: `NOT_ALLOWED`.
        WorldFault: the place cannot be reached.
    """
    _author(by)
    taken: list[TakenPack] = []
    faults: list[RetnetError] = []
    done: set[tuple[PackKind, str]] = set()
    for claim, name in (yield from _claims(intake, by, transport, faults)):
        history = pack_history(intake.pen.log, intake.founding)
        is_old = claim.version <= history.version_of(claim.kind, claim.id)
        if is_old or (claim.kind, claim.id) in done or not _is_for_us(claim, intake.founding):
            continue
        untrusted = yield from elsewhere(partial(transport.get, name))
        if hashlib.sha256(untrusted).hexdigest() in history.refused:
            continue
        try:
            taken.append(take_in(intake, by, untrusted, path=name))
            done.add((claim.kind, claim.id))
        except RetnetError as fault:
            faults.append(fault)
    return Fetched(tuple(taken), tuple(faults))


def standing_of(intake: Intake, history: PackHistory) -> Standing:
    """Return what packs are held against on this device now."""
    founding = intake.founding
    today = intake.pen.clock().wall.date()
    return Standing(
        trial=founding.trial,
        centre=founding.centre,
        site=founding.site,
        device=founding.device,
        study=founding.study,
        root=founding.root_fingerprint,
        online=history.online,
        trust_ended=keys_in_force(intake.pen.log, founding.public).trust_ended(today),
        today=today,
        version_of=history.version_of,
    )


def write_taken(intake: Intake, judged: Judged, *, who: str, role: str) -> None:
    """Keep a pack and write down that it is in force. The pack comes first: no event names what is not here."""
    claim, pen = judged.claim, intake.pen
    intake.shelf.keep(
        KeptPack(
            hash=judged.sha256,
            kind=claim.kind.value,
            version=claim.version,
            line=judged.line,
            armor=judged.armor,
            seq=pen.log.head().seq + 1,
        )
    )
    note: dict[str, object] = {
        "act": TAKEN,
        "kind": claim.kind.value,
        "id": claim.id,
        "version": claim.version,
        "sha256": judged.sha256,
    }
    if isinstance(judged.body, TrustPack):
        trust = judged.body
        note["trust"] = {
            "centre": trust.centre,
            "recipient": trust.recipient,
            "online": trust.online.hex(),
            "expires": trust.expires.isoformat(),
        }
    pen.write(Kind.PACK, note, who=who, role=role)


def refuse(pen: Pen, sha256: str, error: RetnetError, *, who: str, role: str) -> None:
    """Write down that a pack was refused, and why."""
    note = {"act": REFUSED, "sha256": sha256, "why": error.code.value}
    pen.write(Kind.PACK, note, who=who, role=role)


def _in_force(intake: Intake, history: PackHistory, untrusted: bytes) -> TakenPack | None:
    """Return a pack that is in force with just this content; if it got lost from the shelf, it is put back."""
    end = untrusted.find(b"\n") + 1
    sha256 = hashlib.sha256(untrusted).hexdigest()
    lines = {pack.hash: pack.line for pack in intake.shelf.kept() if is_whole(pack)}
    for pack in history.in_force.values():
        if sha256 == pack.sha256 and sha256 not in lines:
            kept = KeptPack(
                hash=sha256,
                kind=pack.kind.value,
                version=pack.version,
                line=untrusted[:end],
                armor=untrusted[end:],
                seq=intake.pen.log.head().seq,
            )
            intake.shelf.keep(kept)
            lines[sha256] = kept.line
        if lines.get(pack.sha256) == untrusted[:end]:  # also when the centre signed it again with a newer key
            return TakenPack(claim=Claim(pack.kind, pack.id, pack.version), sha256=pack.sha256, is_new=False)
    return None


def _fresh_forms(intake: Intake, history: PackHistory) -> tuple[FilesBody, ...]:
    """Return the forms of packs in force; some may be newer than the opened library."""
    kept = {pack.hash: pack for pack in intake.shelf.kept() if is_whole(pack)}
    return tuple(
        files_of(kept[pack.sha256])
        for pack in history.in_force.values()
        if pack.kind is PackKind.FORM and pack.sha256 in kept
    )


def _take_effect(intake: Intake, who: str, by_role: str, judged: Judged) -> Iterator[str]:
    pen = intake.pen
    match judged.body:
        case TrustPack(recipient=recipient):
            pen.sealer = Sealer((*pen.sealer.recipients[:-1], recipient))
        case StaffBody(remove=users):
            here = {person.user: person for person in intake.slots.people()}
            for user in users:
                if user in here:
                    role = here[user].role.value
                    note = {"act": "remove", "user": user, "role": role, "pack": judged.sha256}
                    pen.write(Kind.STAFF, note, who=who, role=by_role)
                    intake.slots.remove(user)
                    yield user
        case _:
            pass


def _claims(
    intake: Intake, by: Person | None, transport: Transport, faults: list[RetnetError]
) -> Journey[list[tuple[Claim, str]]]:
    """Return what the packs there say they are, in the order to be read: the newest of each id first."""
    who, role = _author(by)
    history = pack_history(intake.pen.log, intake.founding)
    refused, kept = history.refused, {pack.hash for pack in intake.shelf.kept() if is_whole(pack)}
    in_force = {f"{pack.sha256}{_SUFFIX}" for pack in history.in_force.values() if pack.sha256 in kept}
    found: list[tuple[Claim, str]] = []
    listed = yield from elsewhere(transport.names)
    names = [name for name in listed if name.endswith(_SUFFIX) and name not in in_force]
    for done, name in enumerate(names):
        sha256 = name.removesuffix(_SUFFIX)
        try:
            untrusted = yield from elsewhere(partial(_read, transport, name), done, len(names))
            sha256 = hashlib.sha256(untrusted).hexdigest()
            if f"{sha256}{_SUFFIX}" != name:
                raise Tamper(Code.PACK_BROKEN, path=name, why="it is not the file its name says")
            found.append((claim_of(untrusted, path=name), name))
        except Tamper as fault:
            if sha256 not in refused:
                refuse(intake.pen, sha256, fault, who=who, role=role)
                faults.append(fault)
    return sorted((one for one in found if one[0].kind in _ORDER), key=_turn)


def _author(by: Person | None) -> tuple[str, str]:
    """Return whose name an event carries: that of a person who may look after the device, or the schedule's."""
    if by is None:
        return SCHEDULE, PROCESS
    demand(by.role, Right.KEEP_DEVICE)
    return by.user, by.role.value


def _read(transport: Transport, name: str) -> bytes:
    """Return a pack from the meeting place; one that is too large is refused unread, under the name it lies there."""
    try:
        return transport.get(name)
    except Tamper as fault:
        raise Tamper(Code.PACK_BROKEN, path=name, why=f"it is larger than {PACK_LIMIT} bytes") from fault


def _turn(one: tuple[Claim, str]) -> tuple[int, str, int, str]:
    claim, name = one
    return _ORDER.index(claim.kind), claim.id, -claim.version, name


def _is_for_us(claim: Claim, founding: Founding) -> bool:
    return claim.kind is not PackKind.STAFF or claim.id == founding.site
