"""Following the chain: every way a record can break is found at the right event, the rest stays readable."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from retnet_pro.conduct.inspection import STRETCH, Inspection
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.chain import Break, Draft, StoredRow, link
from retnet_pro.record.event import EMPTY, Event, Head, Kind, Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from tests.fakes import FakeClock, FakeLog, FakeSite
from tests.faults.conftest import DEVICE, SEED, Device

LONG = STRETCH + 20


@pytest.fixture(scope="module")
def device() -> Device:
    identity, recipient = make_identity()
    return Device(SigningKey(SEED), Sealer([recipient]), identity)


@pytest.fixture(scope="module")
def kept(device: Device) -> list[Event]:
    log = FakeLog()
    log.append(device.provision())
    for _ in range(LONG - 1):
        log.append(device.answer(log.head()))
    return log.kept


@pytest.fixture
def log(kept: list[Event]) -> FakeLog:
    fake = FakeLog()
    fake.kept = list(kept)
    return fake


def inspect(log: FakeLog, device: Device, start: Head = EMPTY) -> Inspection:
    inspection = Inspection(log, DEVICE, device.key.public, start)
    inspection.finish()
    return inspection


def test_a_whole_record_is_followed_to_its_end_in_stretches(log: FakeLog, device: Device) -> None:
    inspection = Inspection(log, DEVICE, device.key.public, EMPTY)
    inspection.advance()
    assert (inspection.head.seq, inspection.is_complete) == (STRETCH, False)
    inspection.advance()
    assert inspection.head == log.head() and inspection.is_complete and inspection.first_break is None
    inspection.advance()
    assert inspection.head == log.head(), "nothing more to do does nothing"


def flip_signature(event: Event) -> Event:
    return replace(event, sig=bytes([event.sig[0] ^ 1]) + event.sig[1:])


def change_payload(event: Event) -> Event:
    return replace(event, sealed=Sealed(bytes(event.sealed or b"")[:-1] + b"x"))


def change_header(event: Event) -> Event:
    return replace(event, header_bytes=event.header_bytes.replace(b'"n":1', b'"n":2'))


@pytest.mark.rule("T4", "T6", "P03", "P16")
@pytest.mark.parametrize("change", [flip_signature, change_payload, change_header])
@pytest.mark.parametrize("seq", [2, STRETCH, STRETCH + 1, LONG])
def test_a_changed_event_is_named(log: FakeLog, device: Device, change: Callable[[Event], Event], seq: int) -> None:
    log.kept[seq - 1] = change(log.kept[seq - 1])
    inspection = inspect(log, device)
    assert inspection.first_break is not None and inspection.first_break.seq == seq
    assert inspection.head.seq == seq - 1, "what stands before it holds"


@pytest.mark.rule("T4", "P09")
def test_a_missing_event_is_named(log: FakeLog, device: Device) -> None:
    del log.kept[10]
    found = inspect(log, device).first_break
    assert found is not None and found.seq == 11


@pytest.mark.rule("T7")
def test_a_start_that_is_not_in_the_log_is_a_break(log: FakeLog, device: Device) -> None:
    start = Head(5, log.kept[10].hash)
    assert inspect(log, device, start).first_break == Break(6, "it does not follow the event before it")


def test_a_page_that_cannot_be_read_is_a_break_where_it_lies(log: FakeLog, device: Device) -> None:
    class Torn(FakeLog):
        def rows(self, after: int = 0) -> Iterator[StoredRow]:
            for row in super().rows(after):
                if row[0] == 30:
                    raise Tamper(Code.VAULT_DAMAGED, path="-", why="SQLITE_CORRUPT")
                yield row

    torn = Torn()
    torn.kept = log.kept
    assert inspect(torn, device).first_break == Break(30, "it cannot be read (SQLITE_CORRUPT)")


@pytest.mark.rule("P09", "T4")
def test_a_payload_that_is_gone_without_an_erase_event_is_named(log: FakeLog, device: Device) -> None:
    log.kept[6] = replace(log.kept[6], sealed=None)
    found = inspect(log, device).first_break
    assert found is not None and found.seq == 7
    assert inspect(log, device, Head(20, log.kept[19].hash)).first_break is None, "a later start does not see it"


@pytest.mark.rule("P09", "P102")
def test_an_erase_event_accounts_for_what_is_gone(device: Device) -> None:
    site = FakeSite()
    log, clock = FakeLog(), FakeClock(site.clock.wall)
    log.append(device.provision())
    for _ in range(5):
        log.append(device.answer(log.head()))
    draft = Draft(
        kind=Kind.ERASE, who="c", role="coordinator", note={"count": 1}, sealed=device.sealer.seal_payload({"v": 1})
    )
    log.append(link(log.head(), draft, device=DEVICE, key=device.key, now=clock(), app="test"))
    log.kept[2] = replace(log.kept[2], sealed=None)
    assert inspect(log, device).first_break is None
    log.kept[3] = replace(log.kept[3], sealed=None)
    found = inspect(log, device).first_break
    assert found is not None and found.seq == 3
