"""A single bit turns anywhere: it is noticed, or nothing that is shown has changed.

Fault model. One bit of one file, drawn at random over the whole file, with everything else as it was: database,
write-ahead log, sealed bundle with its signature, receipt, pack. Two bits that undo each other's trace are not drawn;
nor is a bit that turns while the program has the file open.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.opening import Expected, open_container, read_bundle
from retnet_pro.bundle.packs import TrustPack, make_trust_pack, read_trust_pack
from retnet_pro.bundle.receipt import Receipt, SetAside, Status, verify_receipt, write_receipt
from retnet_pro.bundle.sshsig import Namespace, is_signed
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import EventHash
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.vault.log import create_log, open_log
from tests.faults.conftest import DEVICE, Device
from tests.faults.flips import flip_document, flip_log
from tests.faults.sizes import SIZES

EVENTS = 12
ROOT, ONLINE = SigningKey(b"r" * 32), SigningKey(b"o" * 32)
TODAY = date(2026, 11, 24)
DATABASE, AHEAD, BUNDLE, SIGNATURE, RECEIPT, PACK = 0.4, 0.2, 0.15, 0.05, 0.1, 0.1
"""Which share of the flips falls on which file."""


@dataclass(frozen=True, slots=True)
class Travelling:
    """A bundle, its signature, a receipt and a pack, each with how it is read."""

    bundle: bytes
    signature: bytes
    receipt: bytes
    pack: bytes
    read_bundle: Callable[[bytes], object]
    read_signature: Callable[[bytes], object]

    @staticmethod
    def read_receipt(untrusted: bytes) -> object:
        return verify_receipt(untrusted, centre_public=ONLINE.public, trial="DEMO", device=DEVICE)

    @staticmethod
    def read_pack(untrusted: bytes) -> object:
        return read_trust_pack(untrusted, root=ROOT.public, today=TODAY)


def travelling(device: Device, folder: Path, answers: int = EVENTS, set_aside: int = 5) -> Travelling:
    identity, recipient = make_identity()
    with create_log(folder / "travelling.db") as log:
        log.append(device.provision())
        for _ in range(answers):
            log.append(device.answer(log.head()))
        events = list(log.events())
    made = make_bundle(events, trial="DEMO", site="S01", to="CENTRE", key=device.key, centre_recipient=recipient)
    expected = Expected("DEMO", "CENTRE", "S01", DEVICE, device.key.public)
    receipt = Receipt(
        bundle=BundleId("a" * 64), trial="DEMO", dev=DEVICE, upto=9, head=EventHash("b" * 64),
        at="2026-11-24T02:00:00.000+01:00", status=Status.ACCEPTED, count=9,
        set_aside=tuple(SetAside(seq, f"session-{seq}", "its scores differ") for seq in range(1, set_aside + 1)),
    )  # fmt: skip
    trust = TrustPack(
        trial="DEMO", centre="CENTRE", recipient=recipient, online=ONLINE.public, version=1, issued=date(2026, 1, 1),
        expires=date(2030, 1, 1), root=fingerprint(ROOT.public),
    )  # fmt: skip

    def read_signature(untrusted: bytes) -> object:
        if not is_signed(device.key.public, Namespace.BUNDLE, made.data, untrusted):
            raise Tamper(Code.BUNDLE_UNSIGNED, path="-", why="-")
        return True

    return Travelling(
        bundle=made.data,
        signature=made.signature,
        receipt=write_receipt(receipt, ONLINE),
        pack=make_trust_pack(trust, ROOT),
        read_bundle=lambda untrusted: read_bundle(open_container(untrusted, Unsealer([identity]), path="-"), expected),
        read_signature=read_signature,
    )


@pytest.fixture
def pool() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as made:
        yield made


@pytest.mark.rule("T6", "P03", "P84")
def test_no_flipped_bit_of_the_log_shows_a_wrong_value(
    place: Path, device: Device, record_figure: Callable[..., None], pool: ProcessPoolExecutor
) -> None:
    path = place / "site.db"
    with create_log(path) as log:
        log.append(device.provision())
        for _ in range(EVENTS):
            log.append(device.answer(log.head()))
    whole = path.read_bytes()
    with open_log(path) as log:
        at_rest = [(row[0], row[1], row[2], row[4]) for row in log.rows()]
        for _ in range(8):
            log.append(device.answer(log.head()))
        crashed = [(row[0], row[1], row[2], row[4]) for row in log.rows()]
        main, ahead = path.read_bytes(), path.with_name("site.db-wal").read_bytes()
    for name, share, files, genuine in (
        ("the database", DATABASE, (whole, b""), at_rest),
        ("the write-ahead log", AHEAD, (main, ahead), crashed),
    ):
        each = round(SIZES.bit_flips * share / 2)
        found = [pool.submit(flip_log, str(place), *files, genuine, each, seed) for seed in (11, 12)]
        wrong = [f"{name}, {one}" for worker in found for one in worker.result()[1]]
        record_figure(goal="bit flips", runs=2 * each, violations=len(wrong))
        assert wrong == []
        assert sum(worker.result()[0] for worker in found) > each / 4, "most of a small file is empty space"


@pytest.mark.rule("T6", "T9", "P72")
def test_no_flipped_bit_of_what_travels_is_taken_for_genuine(
    device: Device, tmp_path: Path, record_figure: Callable[..., None]
) -> None:
    sent = travelling(device, tmp_path)
    for name, share, content, read in (
        ("the bundle", BUNDLE, sent.bundle, sent.read_bundle),
        ("the signature beside it", SIGNATURE, sent.signature, sent.read_signature),
        ("the receipt", RECEIPT, sent.receipt, sent.read_receipt),
        ("the pack", PACK, sent.pack, sent.read_pack),
    ):
        count = round(SIZES.bit_flips * share)
        noticed, wrong = flip_document(content, read, count, seed=13)
        record_figure(goal="bit flips", runs=count, violations=len(wrong))
        assert wrong == []
        assert noticed == count, f"every bit of {name} is covered"


def test_a_reader_that_believes_is_found_out(device: Device, tmp_path: Path) -> None:
    sent = travelling(device, tmp_path)
    _, wrong = flip_document(sent.receipt, lambda untrusted: untrusted.split(b"\n")[0], 500, seed=14)
    assert wrong
