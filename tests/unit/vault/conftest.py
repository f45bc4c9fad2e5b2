"""Builders of the vault's tests: a device with a key, and events that follow one another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import DeviceId, Event, Head, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import EventLog, create_log

DEVICE = DeviceId("device-1")
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Bench:
    """A device that can write events."""

    key: SigningKey
    sealer: Sealer
    identity: str

    def moment(self, seconds: int = 0, boot: str = "boot-1") -> Moment:
        return Moment(START + timedelta(seconds=seconds), seconds * 1000, boot)

    def provision(self) -> Event:
        note = {"device": DEVICE, "public": self.key.public.hex(), "site": "S01", "trial": "DEMO", "keystore": "file"}
        return self.follow(Head(0, "0" * 64), Kind.PROVISION, note=note)

    def follow(self, head: Head, kind: Kind = Kind.ANSWER, **over: object) -> Event:
        sealing = kind is not Kind.PROVISION and over.get("sealed", True)
        payload = over.get("payload", {"item": "q1", "value": "2"})
        draft = Draft(
            kind=kind,
            who="nurse.a",
            role="nurse",
            ses=SessionId(over["ses"]) if over.get("ses") else None,
            n=1,
            note=over.get("note"),
            sealed=self.sealer.seal_payload(payload) if sealing else None,
        )
        return link(head, draft, device=DEVICE, key=self.key, now=self.moment(head.seq), app="0.1.0")


@pytest.fixture(scope="session")
def bench() -> Bench:
    identity, recipient = make_identity()
    return Bench(SigningKey(bytes(range(32))), Sealer([recipient]), identity)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


@pytest.fixture
def log(path: Path) -> Iterator[EventLog]:
    with create_log(path) as made:
        yield made


@pytest.fixture
def filled(log: EventLog, bench: Bench) -> EventLog:
    """A log with a provision event, a login and two sessions of three answers."""
    log.append(bench.provision())
    log.append(bench.follow(log.head(), Kind.LOGIN, sealed=False, note={"user": "nurse.a"}))
    for ses in ("s1", "s2"):
        for _ in range(3):
            log.append(bench.follow(log.head(), ses=ses))
    return log


@pytest.fixture
def grow(bench: Bench) -> Callable[[EventLog, int], list[Event]]:
    def add(log: EventLog, count: int) -> list[Event]:
        made = []
        for _ in range(count):
            made.append(bench.follow(log.head(), ses="s9"))
            log.append(made[-1])
        return made

    return add
