"""Whatever is cut off, at whatever byte, is refused with a named failure and never half believed.

Fault model. A file that lost its end: bundle, receipt and pack at every byte up to 64 kB (in the CI size the bundle is
smaller than that), a header at every byte, the
database at every byte of its first two pages and around every multiple of 512 bytes after them (every byte in the long
size). What is cut off in the middle of a write-ahead log belongs to the power cut.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.bundle.packs import PackKind, make_pack, read_pack
from retnet_pro.conduct.doorway import founding_of
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import read_header
from retnet_pro.vault.log import create_log, open_log
from tests.faults.conftest import Device
from tests.faults.flips import is_whole, shown
from tests.faults.sizes import SIZES
from tests.faults.test_bit_flips import ROOT, TODAY, travelling

PAGE, SECTOR = 4096, 512


def believed(content: bytes, read: Callable[[bytes], object], lengths: Iterable[int]) -> list[int]:
    """Return at which lengths a cut file was not refused."""
    found = []
    for length in lengths:
        try:
            read(content[:length])
        except RetnetError:
            continue
        found.append(length)
    return found


@pytest.mark.rule("T9", "P03", "P72")
def test_what_travels_is_refused_when_any_of_its_end_is_missing(
    device: Device, tmp_path: Path, record_figure: Callable[..., None]
) -> None:
    sent = travelling(device, tmp_path, answers=SIZES.cut_answers, set_aside=1200)
    pack = make_pack(
        PackKind.FORM, 1, {"text": "x" * SIZES.cut_limit}, ROOT, issued=date(2026, 1, 1), expires=date(2030, 1, 1)
    )
    for name, content, read in (
        ("bundle", sent.bundle, sent.read_bundle),
        ("receipt", sent.receipt, sent.read_receipt),
        ("pack", pack, lambda data: read_pack(data, public=ROOT.public, kind=PackKind.FORM, today=TODAY)),
    ):
        read(content)
        upto = min(len(content), SIZES.cut_limit + 1)
        lengths = [*range(upto), *range(max(upto, len(content) - 512), len(content))]
        wrong = believed(content, read, lengths)
        record_figure(goal="truncation", runs=len(lengths), violations=len(wrong))
        assert wrong == [], name


@pytest.mark.rule("T9", "P03")
def test_a_header_is_refused_when_any_of_its_end_is_missing(device: Device, record_figure: Callable[..., None]) -> None:
    header = device.provision().header_bytes
    wrong = believed(header, read_header, range(len(header)))
    record_figure(goal="truncation", runs=len(header), violations=len(wrong))
    assert wrong == []


@pytest.mark.rule("T6", "P03")
def test_a_database_is_refused_when_any_of_its_end_is_missing(
    place: Path, device: Device, record_figure: Callable[..., None]
) -> None:
    path = place / "cut.db"
    with create_log(path) as log:
        log.append(device.provision())
        for _ in range(20):
            log.append(device.answer(log.head()))
        genuine = [(row[0], row[1], row[2], row[4]) for row in log.rows()]
    content = path.read_bytes()
    around = {at + by for at in range(0, len(content), SECTOR) for by in (-1, 0, 1)}
    lengths = sorted(
        length
        for length in (range(len(content)) if SIZES.all_ways else {*range(2 * PAGE), *around})
        if 0 < length < len(content)
    )
    wrong = []
    for length in lengths:
        path.write_bytes(content[:length])
        path.with_name("cut.db-wal").unlink(missing_ok=True)
        if is_whole(path):
            wrong.append(length)
        path.write_bytes(content[:length])
        if length % SECTOR == 0:
            seen, named = shown(path)
            if seen != genuine[: len(seen)] or not (named or seen == genuine):
                wrong.append(length)
    record_figure(goal="truncation", runs=len(lengths), violations=len(wrong))
    assert wrong == []
    path.write_bytes(b"")
    with open_log(path) as log, pytest.raises(RetnetError) as raised:
        founding_of(log, path=str(path))
    assert raised.value.code is Code.NOT_PROVISIONED, "of a file without a byte nobody knows that it was a site"
