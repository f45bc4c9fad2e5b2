"""The way in: setting up a site on a device, and logging in to it."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, Log, NewId, Person, Slots
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import Library
from retnet_pro.record.event import DeviceId, EventHash, Head, Kind, Sealed
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode, Study

SETUP = "setup"
"""The author of the first events, before there is staff (rule P20)."""


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
    restored_from: Origin | None = None
    """Only for a device that was made from a backup."""

    def note(self) -> dict[str, object]:
        """Return the founding as the open content of the first event."""
        origin = self.restored_from
        restored = {} if origin is None else {"restored_from": _write_origin(origin)}
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
    """Give a person a slot on this device and write down who did.

    Raises:
        Refusal: `NOT_ALLOWED` or `WEAK_PASSPHRASE`; then nothing was written.
    """
    if by is not None:
        demand(by.role, Right.MANAGE_STAFF)
    slots.add(person, passphrase, identities)
    pen.write(
        Kind.STAFF,
        {"act": "add", "user": person.user, "role": person.role.value},
        who=by.user if by else SETUP,
        role=by.role.value if by else SETUP,
    )


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
    ) -> None:
        """Take the parts from the composition root; on a restored device also the logs it goes on from."""
        self._pen = pen
        self._slots = slots
        self._library = library
        self._study = study
        self._founding = founding
        self._new_id = new_id
        self._inherited = inherited

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

    def login(self, user: str, passphrase: str) -> Desk:
        """Open the site's record for a person.

        Both outcomes are written down (rule P10); a name that is not known here is not repeated in the record,
        because it may be a passphrase typed into the wrong field.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED` or `DEVICE_SECRET_MISSING`.
        """
        known = {person.user: person for person in self.people()}
        try:
            identities = self._slots.unlock(user, passphrase, self._pen.clock())
        except Refusal as refusal:
            named = user if user in known else "unknown"
            self._pen.write(Kind.LOGIN_FAIL, {"why": refusal.code.value}, who=named, role="none")
            raise
        person = known[user]
        self._pen.write(Kind.LOGIN, {}, who=person.user, role=person.role.value)
        return Desk(
            self._pen,
            self._library,
            self._study,
            person,
            Unsealer(identities),
            new_id=self._new_id,
            inherited=self._inherited,
        )
