"""Which keys are in force, and which receipts may be believed while the centre changes its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.keys import believed_keys, keys_in_force
from retnet_pro.conduct.safety import safety_of
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from tests.fakes import FakeSite
from tests.unit.conduct.test_distrust import one_response, refused

if TYPE_CHECKING:
    from retnet_pro.conduct.desk import Desk
    from tests.unit.conduct.conftest import Founded

NEXT, THIRD = SigningKey(b"n" * 32), SigningKey(b"t" * 32)
IDENTITY, RECIPIENT = make_identity()


def trust(desk: "Desk", online: SigningKey, version: int, recipient: str = RECIPIENT) -> int:
    """Write that a trust pack was taken in, as the intake of packs does; return the number of the event."""
    body = {"centre": "centre", "recipient": recipient, "online": online.public.hex()}
    note = {"act": "taken", "kind": "trust", "id": "centre", "version": version, "sha256": "0" * 64, "trust": body}
    return desk.write(Kind.PACK, note).header.seq


def receipt(site: "Founded", desk: "Desk", bundle: str, key: SigningKey) -> bytes:
    upto = next(sent.upto for sent in desk.site.sent if sent.bundle == bundle)
    event = next(iter(site.opened.log.events(upto - 1)))
    made = Receipt(
        bundle=bundle, trial=site.opened.founding.trial, dev=site.opened.founding.device, upto=upto, head=event.hash,
        at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=upto,
    )  # fmt: skip
    return write_receipt(made, key)


def test_the_founding_names_the_first_keys(site: "Founded") -> None:
    keys = believed_keys(site.opened.log, site.opened.pen.key.public)
    founding = site.opened.founding
    assert keys.recipients == (founding.site_recipient, founding.centre_recipient) == site.opened.pen.sealer.recipients
    assert keys.receipt_keys(10**6) == (founding.centre_key,)
    assert keys.centre == founding.centre and keys.removed_since == ()


def test_a_trust_pack_changes_what_bundles_are_sealed_to(site: "Founded", tmp_path: Path) -> None:
    desk = one_response(site)
    trust(desk, NEXT, 2)
    drop = FolderTransport(tmp_path)
    (bundle,) = at_once(export(desk, site.opened.founding, drop, place="folder")).ids
    assert Unsealer([IDENTITY]).unseal(drop.get(f"{bundle}.age"), what="it")
    with refused(Code.SEAL_BROKEN):
        Unsealer([site.centre_identity]).unseal(drop.get(f"{bundle}.age"), what="it")
    keys = keys_in_force(site.opened.log, site.opened.pen.key.public)
    assert keys.centre_recipient == RECIPIENT


@pytest.mark.rule("T9")
@pytest.mark.parametrize("signs", ["the predecessor", "the key in force"])
def test_a_bundle_from_before_the_switch_may_be_receipted_by_either_key(
    site: "Founded", tmp_path: Path, signs: str
) -> None:
    desk, drop = one_response(site), FolderTransport(tmp_path)
    (bundle,) = at_once(export(desk, site.opened.founding, drop, place="folder")).ids
    trust(desk, NEXT, 2)
    drop.put(f"{bundle}.receipt", receipt(site, desk, bundle, NEXT if signs == "the key in force" else site.online))
    assert len(at_once(collect(desk, site.opened.founding, drop))) == 1
    assert safety_of(desk.site).all_received


@pytest.mark.rule("T9")
def test_a_bundle_that_carries_the_switch_is_receipted_by_the_new_key_only(site: "Founded", tmp_path: Path) -> None:
    desk, drop = one_response(site), FolderTransport(tmp_path)
    trust(desk, NEXT, 2)
    (bundle,) = at_once(export(desk, site.opened.founding, drop, place="folder")).ids
    drop.put(f"{bundle}.receipt", receipt(site, desk, bundle, site.online))
    with refused(Code.RECEIPT_BROKEN):
        at_once(collect(desk, site.opened.founding, drop))
    drop.put(f"{bundle}.receipt", receipt(site, desk, bundle, NEXT))
    assert len(at_once(collect(desk, site.opened.founding, drop))) == 1
    assert safety_of(desk.site).all_received


@pytest.mark.rule("T9")
def test_only_the_predecessor_is_taken_and_only_while_the_switch_is_under_way(site: "Founded") -> None:
    desk = one_response(site)
    first, second = trust(desk, NEXT, 2), trust(desk, THIRD, 3)
    keys = keys_in_force(site.opened.log, site.opened.pen.key.public)
    for upto in (1, first - 1, first, second - 1):
        assert keys.receipt_keys(upto) == (THIRD.public, NEXT.public)
    assert keys.receipt_keys(second) == (THIRD.public,)


def test_a_trust_pack_with_the_same_online_key_is_no_switch(site: "Founded") -> None:
    desk = one_response(site)
    trust(desk, NEXT, 2)
    trust(desk, NEXT, 3, recipient=make_identity()[1])
    keys = keys_in_force(site.opened.log, site.opened.pen.key.public)
    assert [one.public for one in keys.online_keys] == [site.online.public, NEXT.public]


@pytest.mark.rule("T9")
def test_what_was_receipted_under_an_earlier_key_stays_received(site: "Founded", tmp_path: Path) -> None:
    desk, drop = one_response(site), FolderTransport(tmp_path)
    (bundle,) = at_once(export(desk, site.opened.founding, drop, place="folder")).ids
    drop.put(f"{bundle}.receipt", receipt(site, desk, bundle, site.online))
    at_once(collect(desk, site.opened.founding, drop))
    trust(desk, NEXT, 2)
    trust(desk, THIRD, 3)
    assert safety_of(site.login().site).all_received


@pytest.mark.rule("T4", "T5")
def test_only_what_this_device_signed_is_believed() -> None:
    site = FakeSite()
    desk = site.desk()
    good = keys_in_force(site.log, site.pen.key.public)
    trust(desk, NEXT, 2)
    event = site.log.kept[-1]
    site.log.kept[-1] = replace(event, sig=bytes(64))
    doubted = keys_in_force(site.log, site.pen.key.public)
    assert doubted.recipients == good.recipients and doubted.doubt is not None
    with pytest.raises(Tamper) as caught:
        believed_keys(site.log, site.pen.key.public)
    assert caught.value.code is Code.CHAIN_BROKEN
    desk = site.doorway.login("nurse", "four calm grey herons")
    assert desk.damage is not None and desk.damage.seq == len(site.log.kept), "read up to there, and nothing is sealed"
    with pytest.raises(Tamper):
        desk.enrol(make_subject("BER", 1), date(2026, 11, 20), "en")
    site.log.kept[0] = replace(site.log.kept[0], sig=bytes(64))
    with pytest.raises(Tamper):
        keys_in_force(site.log, site.pen.key.public)


def test_a_new_process_seals_to_the_keys_in_force(site: "Founded", tmp_path: Path) -> None:
    from retnet_pro.conduct import team
    from tests.unit.conduct.conftest import reopened

    desk = site.login()
    team.change_key(desk, site.opened.slots)
    trust(desk, NEXT, 2)
    expected = (desk.pen.sealer.recipients[0], RECIPIENT)
    site.opened.log.close()
    with reopened(tmp_path) as door:
        assert door._pen.sealer.recipients == expected
        assert isinstance(door._pen.sealer, Sealer)
