"""A new trust pack: new keys are in force, old ones still open the past, receipts are signed again."""

from datetime import date, datetime

import pytest

from retnet_pro.bundle.naming import pack_file
from retnet_pro.bundle.pack_bodies import StaffBody, write_staff
from retnet_pro.bundle.packs import PackKind, claim_of, read_trust_pack
from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.admit import post_receipts
from retnet_pro.centre.folder import open_centre, read_online_key
from retnet_pro.centre.issuing import Order, issue, post_packs
from retnet_pro.centre.keys import BOX, read_identities
from retnet_pro.centre.renewal import current_trust, renew, renew_receipts
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity

NOW = datetime.fromisoformat("2026-11-24T02:00:00.000+01:00")
TODAY, LAST = date(2027, 1, 5), date(2031, 1, 1)


def renewed(bench, *, root=None, **wanted):
    facts = {"new_online": False, "new_box": (), "issued": TODAY, "expires": LAST, **wanted}
    root_path = bench.centre.folder / "keys" / "root.key"
    centre, trust = renew(
        bench.centre, root or bench.keys.root, root_path=root_path, chance=lambda size: b"n" * size, **facts
    )
    bench.centre = centre
    return trust


@pytest.mark.rule("T9")
def test_the_next_trust_pack_has_the_next_version_and_the_same_root(bench):
    before = current_trust(bench.centre)
    trust = renewed(bench)
    assert (trust.version, trust.expires) == (before.version + 1, LAST)
    assert (trust.online, trust.recipient, trust.root) == (before.online, before.recipient, before.root)
    on_disk = bench.centre.trust_pack.read_bytes()
    assert read_trust_pack(on_disk, root=bench.keys.root.public, today=TODAY) == trust


def test_an_expired_trust_pack_can_be_renewed(bench):
    with pytest.raises(Refusal):
        read_trust_pack(bench.centre.trust_pack.read_bytes(), root=bench.centre.root, today=LAST)
    assert renewed(bench, issued=LAST).version == 2


@pytest.mark.rule("T9")
def test_another_root_key_renews_nothing(bench):
    before = bench.centre.trust_pack.read_bytes()
    with pytest.raises(Refusal) as caught:
        renewed(bench, root=SigningKey(b"x" * 32), new_online=True)
    assert caught.value.code is Code.CENTRE_BROKEN
    assert bench.centre.trust_pack.read_bytes() == before
    assert read_online_key(bench.centre).public == bench.keys.online.public


@pytest.mark.rule("P83")
def test_a_new_box_key_opens_what_comes_and_the_old_one_what_came_before(bench):
    before = Sealer([bench.centre.recipient]).seal(b"before")
    trust = renewed(bench, new_box=(bench.centre.folder / "keys",))
    after = Sealer([trust.recipient]).seal(b"after")
    identities = read_identities(bench.centre.box)
    assert len(identities) == 2
    both = Unsealer(identities)
    assert (both.unseal(before, what="x"), both.unseal(after, what="x")) == (b"before", b"after")
    assert open_centre(bench.centre.folder).recipient == trust.recipient


def test_an_envelope_of_another_centre_is_refused_before_anything_is_written(bench, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / BOX).write_text(make_identity()[0])
    before = bench.centre.box.read_bytes()
    with pytest.raises(Refusal) as caught:
        renewed(bench, new_box=(bench.centre.folder / "keys", tmp_path / "other"))
    assert caught.value.code is Code.CENTRE_BROKEN
    assert bench.centre.box.read_bytes() == before


@pytest.mark.rule("T9", "P72")
def test_receipts_say_the_same_under_the_new_online_key(bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bundle = bench.send(tablet)
    bench.round()
    old = bench.receipt(bundle, tablet)
    trust = renewed(bench, new_online=True)
    assert trust.online != bench.keys.online.public
    online = read_online_key(bench.centre)
    assert renew_receipts(bench.store, online, bench.drop) == 1
    post_receipts(bench.store, bench.drop)
    assert bench.centre.online == trust.online
    assert bench.receipt(bundle, tablet) == old and old.status is Status.ACCEPTED
    assert renew_receipts(bench.store, online, bench.drop) == 0


@pytest.mark.rule("T9")
def test_the_newest_packs_and_a_renewed_trust_pack_lie_at_the_meeting_place(bench):
    def staff(*users):
        body = write_staff(StaffBody(trial=bench.centre.trial, id="S01", remove=users))
        return Order(kind=PackKind.STAFF, id="S01", body=body, by="clerk", why="left")

    first = issue(bench.store, bench.keys.online, staff("a"), NOW)
    second = issue(bench.store, bench.keys.online, staff("a", "b"), NOW)
    assert (first.version, second.version) == (1, 2)
    assert post_packs(bench.store, bench.centre, bench.keys.online, bench.drop) == 1
    assert bench.drop.names() == (pack_file(second.sha256),)
    renewed(bench, new_online=True)
    online = read_online_key(bench.centre)
    assert post_packs(bench.store, bench.centre, online, bench.drop) == 2
    claims = [claim_of(bench.drop.get(name)) for name in bench.drop.names()]
    assert sorted((claim.kind, claim.version) for claim in claims) == [
        (PackKind.STAFF, 2), (PackKind.STAFF, 2), (PackKind.TRUST, 2)
    ]  # fmt: skip
    head = bench.drop.names()
    post_packs(bench.store, bench.centre, online, bench.drop)
    assert bench.drop.names() == head
