"""Builders of the fault tests: a device that writes a believable log with answers nobody may find on the disk."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import EMPTY, DeviceId, Event, Head, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import create_log

DEVICE = DeviceId("device-1")
SEED = bytes(range(32))
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder in memory where there is one: these tests make many thousand files, and a kill needs no real disk."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="retnet-faults-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class Device:
    """Writes the next event of a log."""

    key: SigningKey
    sealer: Sealer
    identity: str

    def provision(self) -> Event:
        note = {"device": DEVICE, "public": self.key.public.hex(), "site": "S01", "trial": "DEMO", "keystore": "file"}
        return self._link(EMPTY, Draft(kind=Kind.PROVISION, who="setup", role="setup", note=note))

    def login(self, head: Head) -> Event:
        return self._link(head, Draft(kind=Kind.LOGIN, who="nurse.a", role="nurse", note={}))

    def answer(self, head: Head, value: str = "2") -> Event:
        sealed = self.sealer.seal_payload({"item": "q1", "value": value})
        ses = SessionId(f"s{head.seq // 8}")
        return self._link(
            head, Draft(kind=Kind.ANSWER, who="participant", role="participant", ses=ses, n=1, sealed=sealed)
        )

    def _link(self, head: Head, draft: Draft) -> Event:
        now = Moment(START + timedelta(seconds=head.seq), head.seq * 1000, "boot-1")
        return link(head, draft, device=DEVICE, key=self.key, now=now, app="0.1.0")


@pytest.fixture(scope="session")
def device() -> Device:
    identity, recipient = make_identity()
    return Device(SigningKey(SEED), Sealer([recipient]), identity)


@pytest.fixture(scope="module")
def whole(device: Device, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed file of a log of 40 events."""
    path = tmp_path_factory.mktemp("whole") / "site.db"
    with create_log(path) as log:
        log.append(device.provision())
        log.append(device.login(log.head()))
        for _ in range(38):
            log.append(device.answer(log.head()))
    return path
