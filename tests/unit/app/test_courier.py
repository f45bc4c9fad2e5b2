"""What a look for receipts on a stick brings besides them: the centre's packs, keys first."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from retnet_pro.app.courier import SiteCourier
from retnet_pro.app.keeping import Keeper
from retnet_pro.bundle.naming import pack_file
from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.conduct.journey import at_once
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind
from retnet_pro.record.signing import SigningKey
from tests.unit.conduct.conftest import Founded, found
from tests.unit.conduct.test_packs import form_pack, notes, trust_pack


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Founded]:
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


def lay(folder: Path, *packs: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for pack in packs:
        (folder / pack_file(hashlib.sha256(pack).hexdigest())).write_bytes(pack)
    return folder


def test_packs_come_with_the_receipts(site: Founded, tmp_path: Path) -> None:
    desk = site.login()
    stick = lay(tmp_path / "stick", form_pack(), trust_pack())
    assert at_once(SiteCourier(site.opened, Keeper(site.opened)).collect(desk, stick)) == 0
    assert [(note["act"], note["kind"]) for note in notes(site.opened)] == [("taken", "trust"), ("taken", "form")]


@pytest.mark.rule("T9", "T12")
def test_a_refused_pack_is_told_once_and_keeps_no_receipt_away(site: Founded, tmp_path: Path) -> None:
    desk, courier = site.login(), SiteCourier(site.opened, Keeper(site.opened))
    stick = lay(tmp_path / "stick", form_pack(key=SigningKey(b"x" * 32)))
    report = at_once(courier.export(desk, stick))
    founding = site.opened.founding
    upto = desk.site.sent[-1].upto
    event = next(iter(site.opened.log.events(upto - 1)))
    receipt = Receipt(
        bundle=report.ids[0], trial=founding.trial, dev=founding.device, upto=upto, head=event.hash,  # type: ignore[arg-type]
        at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=upto,
    )  # fmt: skip
    (stick / f"{report.ids[0]}.receipt").write_bytes(write_receipt(receipt, site.online))
    with pytest.raises(RetnetError) as caught:
        at_once(courier.collect(desk, stick))
    assert caught.value.code is Code.PACK_BROKEN
    assert len(list(site.opened.log.events(0, {Kind.RECEIPT}))) == 1
    assert at_once(courier.collect(desk, stick)) == 0
