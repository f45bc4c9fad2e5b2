"""The centre's side of a recovery, and why a tablet was closed."""

import base64
from datetime import datetime, timedelta

import pytest

from retnet_pro.bundle.fingerprint import spoken
from retnet_pro.bundle.pack_bodies import read_recovery
from retnet_pro.bundle.packs import PackKind, read_pack
from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.recovery import recover
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.event import DeviceId, Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer, make_identity


@pytest.fixture
def now():
    return datetime.fromisoformat("2026-11-24T02:00:00.000+01:00")


def escrow_of(bench, *identities, recipient=None):
    return base64.b64encode(Sealer([recipient or bench.centre.recipient]).seal("\n".join(identities).encode())).decode()


def founded(bench, tablet, *notes):
    """Let the tablet's record say what these notes say, and let the centre take it in."""
    for kind, note in notes:
        tablet.write(kind, note)
    bench.send(tablet)
    bench.round()


def asked(bench, now, *, device="tab-1", digits=None, recipient=None):
    once, shown = make_identity()
    wanted = recipient or shown
    pack = recover(
        bench.store, bench.centre, Unsealer([read_identities(bench.centre.box)[0]]), bench.keys.online,
        device=DeviceId(device), recipient=wanted, typed=digits or spoken(device, wanted), by="clerk", why="forgotten",
        now=now,
    )  # fmt: skip
    found = read_pack(pack.body, public=bench.centre.online, kind=PackKind.RECOVERY, today=now.date())
    body = read_recovery(found.body)
    return pack, body, tuple(Unsealer([once]).unseal(body.sealed, what="x").decode().split())


def refused(bench, now, code, **facts):
    with pytest.raises(RetnetError) as caught:
        asked(bench, now, **facts)
    assert caught.value.code is code and "-." not in sentence(caught.value)
    with bench.store.reading() as ledger:
        assert ledger.issued() == ()


@pytest.mark.rule("P83", "T9")
def test_the_sealed_copy_is_sealed_again_to_what_the_tablet_asked_with(bench, now):
    identity, _ = make_identity()
    tablet = bench.tablet()
    founded(bench, tablet, (Kind.PROVISION, {"escrow": escrow_of(bench, identity)}))
    pack, body, identities = asked(bench, now)
    assert identities == (identity,)
    assert (body.id, body.site, body.trial) == ("tab-1", "S01", bench.centre.trial)
    assert (pack.version, pack.by, pack.why) == (1, "clerk", "forgotten")
    assert asked(bench, now)[0].version == 2
    with pytest.raises(RetnetError) as caught:
        read_pack(
            pack.body, public=bench.centre.online, kind=PackKind.RECOVERY, today=(now + timedelta(days=15)).date()
        )
    assert caught.value.code is Code.PACK_EXPIRED


@pytest.mark.rule("P83")
def test_every_key_the_site_ever_had_comes_back_newest_first(bench, now):
    first, second, elsewhere = (make_identity()[0] for _ in range(3))
    tablet, other, foreign = bench.tablet(), bench.tablet("tab-2", b"u" * 32), bench.tablet("tab-3", b"v" * 32, "S02")
    founded(
        bench, tablet,
        (Kind.PROVISION, {"escrow": escrow_of(bench, first)}),
        (Kind.STAFF, {"act": "rotate", "escrow": escrow_of(bench, second)}),
        (Kind.STAFF, {"act": "rotate", "escrow": base64.b64encode(b"damaged").decode()}),
    )  # fmt: skip
    founded(bench, other, (Kind.PROVISION, {"escrow": escrow_of(bench, first)}))
    founded(bench, foreign, (Kind.PROVISION, {"escrow": escrow_of(bench, elsewhere)}))
    assert asked(bench, now)[2] == (second, first)


@pytest.mark.rule("P47", "P48", "T9")
def test_nobody_else_gets_a_recovery(bench, now):
    tablet, closed = bench.tablet(), bench.tablet("tab-2", b"u" * 32, "S02")
    empty = bench.tablet("tab-4", b"w" * 32, "S04")
    for one in (tablet, closed):
        founded(bench, one, (Kind.PROVISION, {"escrow": escrow_of(bench, make_identity()[0])}))
    founded(bench, empty, (Kind.PROVISION, {}))
    revoke(bench.store, dev=closed.dev, at="2026-11-24T01:00:00.000+01:00", by="clerk", why="stolen")
    refused(bench, now, Code.DEVICE_UNKNOWN, device="tab-9")
    refused(bench, now, Code.DEVICE_REVOKED, device="tab-2")
    refused(bench, now, Code.ESCROW_MISSING, device="tab-4")
    refused(bench, now, Code.SPOKEN_DIFFERS, digits="0000 0000 0000 0000 0000 0000")
    refused(bench, now, Code.FILE_UNFIT, recipient="age1nobody")


@pytest.mark.rule("P83")
def test_a_copy_that_the_box_key_does_not_open_is_told(bench, now):
    stranger = make_identity()[1]
    escrow = escrow_of(bench, make_identity()[0], recipient=stranger)
    founded(bench, bench.tablet(), (Kind.PROVISION, {"escrow": escrow}))
    refused(bench, now, Code.SEAL_BROKEN)


@pytest.mark.rule("P47")
def test_a_closing_is_kept_with_who_when_and_why_and_the_first_one_counts(bench):
    tablet = bench.tablet()
    revoke(bench.store, dev=tablet.dev, at="2026-11-24T01:00:00.000+01:00", by="clerk", why="stolen")
    revoke(bench.store, dev=tablet.dev, at="2026-11-25T01:00:00.000+01:00", by="other", why="found again")
    with bench.store.reading() as ledger:
        closed = ledger.closure(tablet.dev)
    assert (closed.at, closed.by, closed.why) == ("2026-11-24T01:00:00.000+01:00", "clerk", "stolen")
    bench.send(with_boot(tablet))
    (admission,) = bench.gate()
    assert admission.fault.code is Code.DEVICE_REVOKED
    assert "quarantine" in sentence(admission.fault) and closed.at in sentence(admission.fault)


def with_boot(tablet):
    tablet.boot()
    return tablet
