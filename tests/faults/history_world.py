"""A small world for sync histories: two tablets, a road, a centre; all of it in memory, and anything of it can fail.

What decides is the real code: `conduct.export` on the tablet, `bundle` on the way, `centre.admit` and `centre.opening`.
What costs is replaced: the disk by dictionaries, age by an open box with the recipient on its lid, and Ed25519 by a
stamp that binds key and message but that anybody could cut. Those have fault tests of their own.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from types import SimpleNamespace
from unittest.mock import patch

from cryptography.exceptions import InvalidSignature

from retnet_pro.bundle import container
from retnet_pro.bundle import opening as bundle_opening
from retnet_pro.bundle.container import split
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack, make_trust_pack, read_trust_pack
from retnet_pro.centre.admit import admit, post_receipts
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.opening import Opener, opening
from retnet_pro.centre.records import Records
from retnet_pro.conduct import export as sending
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import opened
from retnet_pro.errors import Code, Tamper
from retnet_pro.moment import Moment
from retnet_pro.record import signing
from retnet_pro.record.event import DeviceId, Event, Kind, Sealed, SessionId
from retnet_pro.record.signing import SigningKey
from tests.fakes import FakeLog
from tests.fakes_centre import FakeFolder, FakeInbox, FakeLedger, FakeStore

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SMALL = 20_000
"""Bundles of a few events each, so that one of several can be missing."""


class PowerLost(BaseException):
    """The machine stopped here. Nothing in the program may catch it."""


class Fuse:
    """Blows at the Nth durable act, before it or after it; then everything works again."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.before = True

    def set(self, left: int | None, *, before: bool = True) -> None:
        self.left, self.before = left, before

    @contextmanager
    def around(self) -> Iterator[None]:
        """Around one durable act."""
        blows = self.left == 0
        self.left = None if self.left is None or blows else self.left - 1
        if blows and self.before:
            raise PowerLost
        yield
        if blows:
            raise PowerLost


class Box:
    """An open box instead of age: whoever is named on the lid can look inside. Each closing differs from the last."""

    closings = 0

    def __init__(self, recipients: list[str]) -> None:
        (self.recipient,) = recipients

    def seal(self, plain: bytes) -> Sealed:
        Box.closings += 1
        return Sealed(f"box {Box.closings} {self.recipient}\n".encode() + plain)


class Opens:
    """Opens boxes for the recipients whose keys the centre holds, old ones included."""

    def __init__(self) -> None:
        self.recipients: list[str] = []

    def unseal(self, sealed: Sealed, *, what: str) -> bytes:
        lid, _, plain = sealed.partition(b"\n")
        if lid.decode("utf-8", "replace").split(" ")[-1] not in self.recipients:
            raise Tamper(Code.SEAL_BROKEN, what=what)
        return bytes(plain)


class Stamp(SigningKey):
    """A key whose signatures cost little; nobody forges in these histories."""

    def __init__(self, seed: bytes) -> None:
        self.public = hashlib.sha256(seed).digest()

    def sign(self, message: bytes) -> bytes:
        return hashlib.sha512(self.public + message).digest()


ROOT = Stamp(b"r" * 32)


class StampReader:
    """What checks them, in the place of the library's class."""

    def __init__(self, public: bytes) -> None:
        self._public = public

    from_public_bytes = classmethod(lambda cls, public: cls(public))

    def verify(self, signature: bytes, message: bytes) -> None:
        if hashlib.sha512(self._public + message).digest() != signature:
            raise InvalidSignature


class OneSeal:
    """Every payload of the tablet: what is inside never matters on the way."""

    def seal_payload(self, _inner: object) -> Sealed:
        return Sealed(b"a sealed payload")


class Finished:
    """Reads each finished session as a response, without opening it; scores have tests of their own."""

    def read(self, ledger: FakeLedger, device: object, events: tuple[Event, ...]) -> Records:
        done = [event for event in events if event.header.kind is Kind.SESSION_DONE]
        made = (
            SimpleNamespace(dev=event.header.dev, seq=event.header.seq, response=SimpleNamespace(ses=event.header.ses))
            for event in done
        )
        return Records(tuple((one, {}) for one in made), (), (), ())


class InOneThread:
    """Instead of a pool of threads, which costs more than these short chains."""

    def __init__(self, **_more: object) -> None: ...

    def __enter__(self) -> "InOneThread":
        return self

    def __exit__(self, *_error: object) -> None: ...

    map = staticmethod(map)


@contextmanager
def quick() -> Iterator[None]:
    """Replace what costs; see above."""
    with (
        patch.object(container, "Sealer", Box),
        patch.object(sending, "split", partial(split, limit=SMALL)),
        patch.object(bundle_opening, "ThreadPoolExecutor", InOneThread),
        patch.object(signing, "Ed25519PublicKey", StampReader),
    ):
        yield


class Desk:
    """The part of a staff member's desk that sending and collecting use, read anew from the log as at a login."""

    person = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.site = Site()
        for event in pen.log.events(0, {Kind.BUNDLE, Kind.EXPORT, Kind.RECEIPT}):
            self.site.take(opened(event, dict(event.header.note or {})))

    def write(self, kind: Kind, content: dict[str, object]) -> Event:
        event = self.pen.write(kind, content, who=self.person.user, role=self.person.role.value)
        self.site.take(opened(event, content))
        return event


class FusedLog(FakeLog):
    """A log whose machine can stop around an append."""

    def __init__(self, fuse: Fuse) -> None:
        super().__init__()
        self._fuse = fuse

    def append(self, event: Event) -> None:
        with self._fuse.around():
            super().append(event)


class FusedFolder(FakeFolder):
    """A folder whose machine can stop around a put."""

    def __init__(self, fuse: Fuse) -> None:
        super().__init__()
        self._fuse = fuse

    def put(self, name: str, data: bytes) -> None:
        with self._fuse.around():
            super().put(name, data)


class FusedStore(FakeStore):
    """A database whose machine can stop around a commit."""

    def __init__(self, fuse: Fuse) -> None:
        super().__init__()
        self._fuse = fuse

    @contextmanager
    def writing(self) -> Iterator[FakeLedger]:
        changed = self.ledger.copied()
        yield changed
        with self._fuse.around():
            self.ledger = changed


def a_moment(ms: int) -> Moment:
    return Moment(START + timedelta(milliseconds=ms), ms, "boot-1")


@dataclass
class Tablet:
    """One device: its log is all that survives when it stops."""

    dev: DeviceId
    seed: bytes
    fuse: Fuse
    trust: TrustPack
    trial: str = "RETNET-DEMO"
    site: str = "S01"
    pen: Pen = field(init=False)
    stick: FusedFolder = field(init=False)
    """What it writes to and reads from; somebody carries it."""
    ever: int = 0
    """Sessions ever begun, also those a rollback took away."""
    rolled_back: bool = False

    def __post_init__(self) -> None:
        ticks = count(1000, 1000)
        self.stick = FusedFolder(self.fuse)
        self.pen = Pen(
            FusedLog(self.fuse),
            device=self.dev,
            key=Stamp(self.seed),
            sealer=OneSeal(),  # type: ignore[arg-type]
            clock=lambda: a_moment(next(ticks)),
            app="0.1.0",
        )
        self.write(
            Kind.PROVISION,
            {
                "device": self.dev,
                "public": self.pen.key.public.hex(),
                "site_recipient": "age1site",
                "centre": self.trust.centre,
                "centre_recipient": self.trust.recipient,
                "centre_key": self.trust.online.hex(),
                "trust": _note(self.trust),
            },
        )

    @property
    def kept(self) -> list[Event]:
        return self.pen.log.kept

    @property
    def trusted(self) -> dict[str, object]:
        """Whom this tablet trusts, by its own log: a rollback takes a newer trust pack away too."""
        notes = (event.header.note for event in self.pen.log.events(0, {Kind.PROVISION, Kind.PACK}))
        return [note["trust"] for note in notes if note is not None][-1]  # type: ignore[return-value]

    @property
    def founding(self) -> SimpleNamespace:
        """Only what sending and collecting ask for."""
        trusted = self.trusted
        return SimpleNamespace(
            trial=self.trial,
            site=self.site,
            device=self.dev,
            centre=trusted["centre"],
            centre_recipient=trusted["recipient"],
            centre_key=bytes.fromhex(str(trusted["online"])),
            trust_version=0,
            public=self.pen.key.public,
            restored_from=None,
        )

    def write(self, kind: Kind, content: dict[str, object], ses: str | None = None, n: int | None = None) -> None:
        self.pen.write(kind, content, who="nurse", role="nurse", ses=None if ses is None else SessionId(ses), n=n)

    def answer(self) -> None:
        self.ever += 1
        ses = f"{self.dev}-{self.ever}"
        self.write(Kind.ANSWER, {}, ses, 1)
        self.write(Kind.SESSION_DONE, {}, ses, 2)

    def desk(self) -> Desk:
        return Desk(self.pen)

    def export(self) -> None:
        at_once(export(self.desk(), self.founding, self.stick, place="stick"))  # type: ignore[arg-type]

    def collect(self) -> None:
        at_once(collect(self.desk(), self.founding, self.stick))  # type: ignore[arg-type]

    def learn(self, pack: bytes) -> None:
        version = self.trusted["version"]
        assert isinstance(version, int)
        trust = read_trust_pack(pack, root=ROOT.public, today=TODAY, at_least=version)
        if trust.version > version:
            named = {"id": trust.trial, "version": trust.version, "sha256": hashlib.sha256(pack).hexdigest()}
            self.write(Kind.PACK, {"act": "taken", "kind": "trust", **named, "trust": _note(trust)})

    def roll_back(self, to: int) -> None:
        """The file of an earlier day comes back."""
        if to < len(self.kept):
            del self.kept[max(1, to) :]
            self.rolled_back = True


def _note(trust: TrustPack) -> dict[str, object]:
    return {
        "version": trust.version,
        "centre": trust.centre,
        "recipient": trust.recipient,
        "online": trust.online.hex(),
    }


class Centre:
    """The coordinating centre; its store and its inbox survive when it stops."""

    def __init__(self, fuse: Fuse) -> None:
        Box.closings = 0  # so that the same history gives the same bytes
        self.store, self.inbox, self.quarantine = FusedStore(fuse), FakeInbox(), FakeInbox()
        self.drop = FusedFolder(fuse)
        self.opens = Opens()
        self.versions = 0
        self.minute = count(1)
        self.trust = self.rotate()

    def rotate(self, *, online: bool = True, box: bool = True) -> TrustPack:
        """Make new keys; the old box key stays, so that what was sealed to it can still be opened."""
        self.versions += 1
        if online:
            self.online = Stamp(bytes([self.versions]) * 32)
        if box:
            self.opens.recipients.append(f"age1box{self.versions}")
        self.trust = TrustPack(
            trial="RETNET-DEMO",
            centre="centre-1",
            recipient=self.opens.recipients[-1],
            online=self.online.public,
            version=self.versions,
            issued=TODAY,
            expires=TODAY + timedelta(days=365),
            root=fingerprint(ROOT.public),
        )
        return self.trust

    @property
    def pack(self) -> bytes:
        return make_trust_pack(self.trust, ROOT)

    def enrol(self, tablet: Tablet) -> None:
        public = tablet.pen.key.public
        enrol(self.store, dev=tablet.dev, site=tablet.site, public=public, typed=fingerprint(public), at=self.now())  # type: ignore[arg-type]

    def revoke(self, dev: DeviceId) -> None:
        with self.store.writing() as ledger:
            ledger.revoke(dev, self.now())

    def now(self) -> str:
        return (START + timedelta(minutes=next(self.minute))).isoformat()

    def gate(self) -> None:
        admit(self.store, self.drop, inbox=self.inbox, quarantine=self.quarantine, at=self.now())  # type: ignore[arg-type]

    def work(self) -> None:
        self.gate()
        opener = Opener(
            trial="RETNET-DEMO",
            centre="centre-1",
            inbox=self.inbox,  # type: ignore[arg-type]
            unsealer=self.opens,  # type: ignore[arg-type]
            online=self.online,
            records=Finished(),  # type: ignore[arg-type]
        )
        list(opening(self.store, opener, datetime.fromisoformat(self.now())))  # type: ignore[arg-type]
        post_receipts(self.store, self.drop)  # type: ignore[arg-type]

    def held(self, dev: DeviceId) -> list[Event]:
        return self.store.ledger.events_.get(dev, [])
