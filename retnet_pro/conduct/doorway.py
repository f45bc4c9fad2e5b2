"""The way in: setting up a site on a device, and logging in to it."""

import base64
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from retnet_pro.conduct.account import give_slot
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erasure import finish_erasures
from retnet_pro.conduct.held import Held, brought_up_to_date, sort_out
from retnet_pro.conduct.keys import believed_keys, keys_in_force
from retnet_pro.conduct.pen import Leaving, Pen
from retnet_pro.conduct.ports import Inherited, Log, NeighbourLogs, NewId, Person, Slots
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.instrument.library import Library
from retnet_pro.record.event import DeviceId, EventHash, Head, Kind, Sealed
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode, Study

SETUP = "setup"
"""The author of the first events, before there is staff (rule P20)."""
UNKNOWN = "unknown"
"""Written instead of a name that nobody has here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The log a restored device goes on from: another device's, kept as it is and never merged (rule P06)."""

    device: DeviceId
    public: bytes
    """The key that log is signed with."""
    head: Head
    """Its last event; the hash commits to everything before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new site on this device is founded on; written once, in its first event."""

    device: DeviceId
    public: bytes
    site: str
    trial: str
    mode: Mode
    keystore: str
    """Where the device secret lives: `system` or `file`."""
    site_recipient: str
    centre: str
    centre_recipient: str
    centre_key: bytes
    root_fingerprint: str
    escrow: Sealed
    """The site's identity, sealed to the centre alone: the way back when everybody has forgotten (rule P83)."""
    study: str
    study_version: str
    study_hash: str
    trust_version: int = 0
    """Version of the trust pack it was set up with; 0 for a site that was founded before this was written down."""
    trust_expires: date | None = None
    """Its last day; None for a site that was founded before this was written down, or restored."""
    restored_from: Origin | None = None
    """Only for a device that was made from a backup."""

    def note(self) -> dict[str, object]:
        """Return the founding as the open content of the first event."""
        origin = self.restored_from
        restored = {} if origin is None else {"restored_from": _write_origin(origin)}
        term = {} if self.trust_expires is None else {"trust_expires": self.trust_expires.isoformat()}
        return {
            "device": self.device,
            "public": self.public.hex(),
            "site": self.site,
            "trial": self.trial,
            "mode": self.mode.value,
            "keystore": self.keystore,
            "site_recipient": self.site_recipient,
            "centre": self.centre,
            "centre_recipient": self.centre_recipient,
            "centre_key": self.centre_key.hex(),
            "root_fingerprint": self.root_fingerprint,
            "escrow": base64.b64encode(self.escrow).decode(),
            "study": self.study,
            "study_version": self.study_version,
            "study_hash": self.study_hash,
            "trust_version": self.trust_version,
            **term,
            **restored,
        }


def read_founding(note: Mapping[str, object]) -> Founding:
    """Read the content of a first event.

    Raises:
        KeyError, ValueError: when it is not one.
    """
    text = {name: str(value) for name, value in note.items()}
    return Founding(
        device=DeviceId(text["device"]),
        public=bytes.fromhex(text["public"]),
        site=text["site"],
        trial=text["trial"],
        mode=Mode(text["mode"]),
        keystore=text["keystore"],
        site_recipient=text["site_recipient"],
        centre=text["centre"],
        centre_recipient=text["centre_recipient"],
        centre_key=bytes.fromhex(text["centre_key"]),
        root_fingerprint=text["root_fingerprint"],
        escrow=Sealed(base64.b64decode(text["escrow"])),
        study=text["study"],
        study_version=text["study_version"],
        study_hash=text["study_hash"],
        trust_version=int(text.get("trust_version", "0")),
        trust_expires=date.fromisoformat(text["trust_expires"]) if "trust_expires" in text else None,
        restored_from=_read_origin(note.get("restored_from")),
    )


def _write_origin(origin: Origin) -> dict[str, object]:
    return {
        "device": origin.device,
        "public": origin.public.hex(),
        "seq": origin.head.seq,
        "head": origin.head.hash,
    }


def _read_origin(plain: object) -> Origin | None:
    if plain is None:
        return None
    if not isinstance(plain, Mapping) or type(plain["seq"]) is not int:
        raise ValueError("restored_from is not an object with a number")
    return Origin(
        device=DeviceId(str(plain["device"])),
        public=bytes.fromhex(str(plain["public"])),
        head=Head(plain["seq"], EventHash(str(plain["head"]))),
    )


def founding_of(log: Log, *, path: str) -> Founding:
    """Return what the site in this log was founded on.

    Raises:
        Refusal: `NOT_PROVISIONED`, when the log has no founding event.
    """
    first = next(iter(log.events()), None)
    if first is None or first.header.kind is not Kind.PROVISION or first.header.note is None:
        raise Refusal(Code.NOT_PROVISIONED, path=path)
    return read_founding(first.header.note)


def found_site(pen: Pen, founding: Founding) -> None:
    """Write the first event of a device. The log must be empty.

    Raises:
        Refusal: `ALREADY_PROVISIONED`.
    """
    if pen.log.head().seq:
        raise Refusal(Code.ALREADY_PROVISIONED, path=founding.site)
    pen.write(Kind.PROVISION, founding.note(), who=SETUP, role=SETUP)


def add_person(
    pen: Pen, slots: Slots, person: Person, passphrase: str, identities: tuple[str, ...], *, by: Person | None
) -> None:
    """Let a person in while a site is set up, before anybody is logged in, and write down who did.

    Raises:
        Refusal: `NOT_ALLOWED`, `BAD_ACCOUNT_NAME`, `USER_TAKEN`, `TEAM_FULL` or `WEAK_PASSPHRASE`; then nothing was
            written.
    """
    if by is not None:
        demand(by.role, Right.MANAGE_STAFF)
    who, role = (by.user, by.role.value) if by else (SETUP, SETUP)
    site = sort_out(identities, believed_keys(pen.log, pen.key.public)).site
    give_slot(slots, person, passphrase, site, lambda note: pen.write(Kind.STAFF, note, who=who, role=role))


def come_in(pen: Pen, slots: Slots, user: str, passphrase: str) -> Held:
    """Return what a person holds, with every site key that was passed on to them since they last came in.

    A failure is written down (rule P10); a name that is not known here is not repeated in the record, because it may
    be a passphrase typed into the wrong field.

    Raises:
        Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED`, `DEVICE_SECRET_MISSING` or `SITE_KEY_MISSING`.
        Tamper: when not even the founding is this device's own.
    """
    keys = keys_in_force(pen.log, pen.key.public)
    known = {person.user for person in slots.people()} - keys.removed.keys()
    try:
        in_slot = sort_out(slots.unlock(user, passphrase, pen.clock()), keys)
        if user not in known:  # removed, but a power cut kept the slot: `open_site` takes it away
            raise Refusal(Code.WRONG_PASSPHRASE)
        held = brought_up_to_date(in_slot, user, keys)
    except Refusal as refusal:
        named = user if user in known else UNKNOWN
        pen.write(Kind.LOGIN_FAIL, {"why": refusal.code.value}, who=named, role="none")
        raise
    if held.site != in_slot.site:
        with suppress(WorldFault):  # what was passed on stays in the log; a full disk keeps nobody out
            slots.refill(user, passphrase, held.all)
    return held


class Doorway:
    """The lock screen's view of the site: who may try, and the one way in."""

    def __init__(
        self,
        pen: Pen,
        slots: Slots,
        library: Library,
        study: Study,
        founding: Founding,
        new_id: NewId,
        inherited: Sequence[Inherited] = (),
        neighbours: NeighbourLogs | None = None,
    ) -> None:
        """Take the parts from the composition root, also the logs it goes on from and those of other tablets."""
        self._pen = pen
        self._slots = slots
        self._library = library
        self._study = study
        self._founding = founding
        self._new_id = new_id
        self._inherited = inherited
        self._neighbours = neighbours

    @property
    def site_title(self) -> str:
        """Id of the site."""
        return self._founding.site

    @property
    def mode(self) -> Mode:
        """What the data of this site are for."""
        return self._founding.mode

    @property
    def study_label(self) -> str:
        """What must be said wherever the schedule is shown."""
        return self._study.label

    def people(self) -> tuple[Person, ...]:
        """Return who may try to log in."""
        return self._slots.people()

    def leaving(self) -> Leaving | None:
        """Return where this device goes, once its site has closed it; None while it is in use."""
        return self._pen.leaving()

    def login(self, user: str, passphrase: str) -> Desk:
        """Open the site's record for a person; both outcomes are written down (rule P10).

        Into a damaged record nothing is written. An erasure that a crash interrupted is carried out.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED`, `DEVICE_SECRET_MISSING` or `SITE_KEY_MISSING`.
            Tamper: when not even the founding is this device's own.
        """
        held = come_in(self._pen, self._slots, user, passphrase)
        person = next(person for person in self.people() if person.user == user)
        desk = Desk(
            self._pen,
            self._library,
            self._study,
            person,
            Unsealer(held.all),
            new_id=self._new_id,
            inherited=self._inherited,
            neighbours=self._neighbours,
        )
        if desk.damage is None:
            desk.write(Kind.LOGIN, {})
            finish_erasures(desk)
        return desk
