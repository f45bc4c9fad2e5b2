"""What the centre does for a tablet that comes over the network: takes in bundles, gives receipts and packs.

Knows public keys only. Who a tablet is, its signature shows; the fingerprint in the address only keeps what is for one
site apart from what is for others, and gives nothing away that is not signed or sealed for everybody to see. A bundle
is admitted by the same gate as one from a stick, once its signature is found genuine; nothing unproven reaches the disk
but one signature of a tablet that wants to be enrolled.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from retnet_pro.bundle.fingerprint import hex_fingerprint
from retnet_pro.bundle.naming import BundleId, LetterId, bundle_file, pack_file, receipt_file, signature_file
from retnet_pro.bundle.packs import PackKind, claim_of
from retnet_pro.bundle.receipt import FINAL
from retnet_pro.bundle.sshsig import Namespace, is_signed, signer_of
from retnet_pro.centre.admit import Gate, admit_one
from retnet_pro.centre.database import Database
from retnet_pro.centre.folder import Centre, read_trust_file
from retnet_pro.centre.gate_ledger import Device, GateLedger, Stage
from retnet_pro.centre.waiting import WaitingRoom
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.moment import Clock


class Outcome(StrEnum):
    """What became of one request."""

    STORED = "stored"
    QUARANTINED = "quarantined"
    """Kept apart, because the tablet was closed (rule P47)."""
    KNOWN = "known"
    """It was here already."""
    GIVEN = "given"
    STRANGER = "stranger"
    """The tablet is not enrolled."""
    CLOSED = "closed"
    UNSIGNED = "unsigned"
    """The signature must come before the bundle."""
    NOT_GENUINE = "not-genuine"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one request."""

    outcome: Outcome
    body: bytes = b""


class Reception:
    """Answers tablets, one call a request; calls may come from several threads."""

    def __init__(self, centre: Centre, store: Database[GateLedger], drop: Transport, clock: Clock) -> None:
        """Take the centre, its database and its meeting place."""
        self._centre, self._store, self._drop, self._clock = centre, store, drop, clock
        self._waiting = WaitingRoom(centre.waiting)
        self._keys: dict[str, bytes] = {}
        self._one_at_a_time = Lock()

    def knows(self, tablet: str) -> Device | None:
        """Return the enrolled tablet with this fingerprint (64 hex digits)."""
        if tablet not in self._keys:
            with self._store.reading() as ledger:
                self._keys = {hex_fingerprint(device.public): device.public for device in ledger.devices()}
        if tablet not in self._keys:
            return None
        with self._store.reading() as ledger:
            return ledger.device_of(self._keys[tablet])

    def has_met(self, tablet: str) -> bool:
        """Whether this fingerprint is known without a look into the database."""
        return tablet in self._keys

    def take_signature(self, tablet: str, armor: bytes) -> Reply:
        """Keep the signature that a bundle will need.

        Raises:
            WorldFault: the disk refuses.
        """
        public = signer_of(armor)
        if public is None or hex_fingerprint(public) != tablet:
            return Reply(Outcome.NOT_GENUINE)
        if self.knows(tablet) is None:
            with self._one_at_a_time:
                self._waiting.keep_stranger(public, armor, self._keys.values())
            return Reply(Outcome.STRANGER)
        self._waiting.keep(public, armor)
        return _confirm(Outcome.STORED, armor)

    def take_bundle(self, tablet: str, bundle: BundleId, data: bytes) -> Reply:
        """Admit a bundle whose signature came before: sealed, durable and noted when this returns.

        Raises:
            WorldFault: the disk refuses.
        """
        device = self.knows(tablet)
        if device is None:
            return Reply(Outcome.STRANGER)
        with self._one_at_a_time:
            armor = self._waiting.read(device.public)
            if armor is None:
                return Reply(Outcome.UNSIGNED)
            if not is_signed(device.public, Namespace.BUNDLE, data, armor):
                return Reply(Outcome.NOT_GENUINE)
            with self._store.reading() as ledger:
                receipt = ledger.receipt(bundle)
            if receipt is not None and receipt[0] in FINAL:  # what was ordered away must not come back
                return _confirm(Outcome.KNOWN, data)
            return self._at_the_gate(bundle, armor, data)

    def take_letter(self, tablet: str, letter: LetterId, data: bytes) -> Reply:
        """Keep a letter to the other tablets of the site whose signature came before; nothing in it is opened.

        Raises:
            WorldFault: the disk refuses.
        """
        device = self.knows(tablet)
        if device is None or device.revoked_at is not None:
            return _turned_away(device)
        room = self._centre.letters
        with self._one_at_a_time:
            armor = self._waiting.read(device.public)
            if armor is None:
                return Reply(Outcome.UNSIGNED)
            if not room.is_genuine(device, letter, data, armor):
                return Reply(Outcome.NOT_GENUINE)
            is_new = room.keep(device.site, letter, data, armor)
        return _confirm(Outcome.STORED if is_new else Outcome.KNOWN, data)

    def _at_the_gate(self, bundle: BundleId, armor: bytes, data: bytes) -> Reply:
        centre = self._centre
        files = {signature_file(bundle): armor, bundle_file(bundle): data}
        for name, content in files.items():
            self._drop.put(name, content)
        admission = admit_one(
            self._store,
            self._drop,
            bundle,
            frozenset(files),
            inbox=centre.inbox,
            quarantine=centre.quarantine,
            at=self._clock().at,
        )
        match admission.outcome:
            case Gate.ADMITTED:
                return _confirm(Outcome.STORED, data)
            case Gate.QUARANTINED:
                return _confirm(Outcome.QUARANTINED, data)
            case Gate.KNOWN:
                return _confirm(Outcome.KNOWN, data)
        raise admission.fault or WorldFault(Code.DISK_FAULT, path=centre.drop, why="the bundle was not found again")

    def names(self, tablet: str) -> Reply:
        """List what lies here for the tablet's site, one name a line: receipts, the newest packs, letters."""
        device = self.knows(tablet)
        if device is None or device.revoked_at is not None:
            return _turned_away(device)
        with self._store.reading() as ledger:
            names = [receipt_file(bundle) for bundle in ledger.receipts_of(device.site)]
        names += self._centre.letters.names(device.site)
        names += [pack_file(sha256) for sha256 in self._packs_for(device)]
        return Reply(Outcome.GIVEN, "".join(f"{name}\n" for name in sorted(names)).encode("ascii"))

    def file(self, tablet: str, name: str) -> Reply:
        """Give one file of that list."""
        device = self.knows(tablet)
        if device is None or device.revoked_at is not None:
            return _turned_away(device)
        digits, _, kind = name.partition(".")
        body = self._pack(device, digits) if kind == "pack" else None
        if kind.startswith("letter"):
            body = self._centre.letters.read(device.site, name)
        if kind == "receipt":
            with self._store.reading() as ledger:
                body = ledger.receipt_for(device.site, BundleId(digits))
        return Reply(Outcome.MISSING) if body is None else Reply(Outcome.GIVEN, body)

    def is_well(self) -> bool:
        """Whether the database and the meeting place can be used."""
        try:
            with self._store.reading() as ledger:
                ledger.receipt(BundleId(""))
            return self._centre.drop.is_dir()
        except RetnetError:
            return False

    def counts(self) -> dict[str, int]:
        """Return how many tablets may send, and how many bundles wait to be opened or lie in quarantine.

        Raises:
            Refusal, WorldFault: the database cannot be read.
        """
        with self._store.reading() as ledger:
            return {
                "devices": sum(device.revoked_at is None for device in ledger.devices()),
                "waiting": len(ledger.bundles(Stage.ADMITTED.value)),
                "quarantined": len(ledger.bundles(Stage.QUARANTINED.value)),
            }

    def _trust(self) -> tuple[str, bytes] | None:
        """Return the trust pack once it was renewed; the first one a site gets by hand."""
        trust = read_trust_file(self._centre)
        renewed = claim_of(trust, path=str(self._centre.trust_pack)).version > 1
        return (hashlib.sha256(trust).hexdigest(), trust) if renewed else None

    def _packs_for(self, device: Device) -> tuple[str, ...]:
        whose = {PackKind.STAFF.value: device.site, PackKind.RECOVERY.value: device.dev}
        with self._store.reading() as ledger:
            packs = [sha256 for kind, pack, sha256 in ledger.newest_names() if whose.get(kind, pack) == pack]
        trust = self._trust()
        return tuple(packs if trust is None else [trust[0], *packs])

    def _pack(self, device: Device, sha256: str) -> bytes | None:
        trust = self._trust()
        if trust is not None and trust[0] == sha256:
            return trust[1]
        if sha256 not in self._packs_for(device):
            return None
        with self._store.reading() as ledger:
            return ledger.issued_body(sha256)


def _confirm(outcome: Outcome, data: bytes) -> Reply:
    return Reply(outcome, hashlib.sha256(data).hexdigest().encode("ascii"))


def _turned_away(device: Device | None) -> Reply:
    return Reply(Outcome.STRANGER if device is None else Outcome.CLOSED)
