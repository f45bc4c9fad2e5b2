"""The centre on the network: each tablet gets what is for its site, everything else gets one short sentence."""

import hashlib

import pytest
from starlette.testclient import TestClient

from retnet_pro.bundle.fingerprint import fingerprint, hex_fingerprint
from retnet_pro.bundle.naming import BUNDLE_LIMIT, bundle_file, pack_file, receipt_file, signature_file
from retnet_pro.bundle.packs import PackKind, TrustPack
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.centre import waiting
from retnet_pro.centre.allowance import Rate
from retnet_pro.centre.enrol import applicants, enrol, revoke
from retnet_pro.centre.folder import replace_trust
from retnet_pro.centre.issuing import Order, issue
from retnet_pro.centre.reception import Reception
from retnet_pro.centre.serve import Limits, make_app
from retnet_pro.centre.waiting import WaitingRoom
from retnet_pro.errors import Code, WorldFault
from retnet_pro.moment import Moment
from tests.unit.centre.conftest import AT, NOW

FREE = Rate(burst=1000, per_s=1)


class Desk:
    """A server without a network, and short words for what tablets do."""

    def __init__(self, bench, client="127.0.0.1", limits=None):
        self.bench, self.log = bench, []
        clock = lambda: Moment(NOW, 0, "boot")  # noqa: E731
        self.reception = Reception(bench.centre, bench.store, bench.drop, clock)
        limits = limits or Limits(tablet=FREE, strangers=FREE)
        self.seconds = 0.0
        app = make_app(self.reception, limits=limits, seconds=lambda: self.seconds, note=self.log.append)
        self.web = TestClient(app, client=(client, 4), raise_server_exceptions=False)

    def path(self, tablet, name):
        return f"/v1/tablets/{hex_fingerprint(tablet.key.public)}/{name}"

    def put(self, tablet, name, data):
        return self.web.put(self.path(tablet, name), content=data)

    def hand_in(self, tablet, bundle):
        return [self.put(tablet, name, data).status_code for name, data in bundle.files]

    def get(self, tablet, name):
        return self.web.get(self.path(tablet, name))

    def names(self, tablet):
        got = self.get(tablet, "names")
        assert got.status_code == 200
        return got.text.splitlines()


@pytest.fixture
def desk(bench):
    return Desk(bench)


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.session("ses-1")
    return made


def inbox(bench):
    return sorted(path.read_bytes() for path in bench.centre.inbox.folder.iterdir())


@pytest.mark.rule("P72")
def test_a_bundle_is_admitted_when_the_answer_comes_and_its_receipt_is_fetched(desk, bench, tablet):
    bundle = bench.bundle(tablet)
    assert desk.put(tablet, signature_file(bundle.id), bundle.signature).status_code == 200
    answer = desk.put(tablet, bundle_file(bundle.id), bundle.data)
    assert answer.text == hashlib.sha256(bundle.data).hexdigest()
    assert inbox(bench) == [bundle.data]
    assert desk.names(tablet) == []
    bench.open()
    assert desk.names(tablet) == [receipt_file(bundle.id)]
    with bench.store.reading() as ledger:
        assert desk.get(tablet, receipt_file(bundle.id)).content == ledger.receipt(bundle.id)[1]


@pytest.mark.rule("T8")
def test_what_came_twice_is_one_and_one_that_is_settled_leaves_no_second_file(desk, bench, tablet):
    bundle = bench.bundle(tablet)
    assert desk.hand_in(tablet, bundle) == desk.hand_in(tablet, bundle) == [200, 200]
    assert inbox(bench) == [bundle.data]
    bench.open()
    again = bench.bundle(tablet)
    assert (again.id, again.data != bundle.data) == (bundle.id, True)
    assert desk.hand_in(tablet, again) == [200, 200]
    assert inbox(bench) == [bundle.data]
    assert (bench.centre.drop / bundle_file(bundle.id)).read_bytes() == bundle.data
    assert len(bench.responses()) == 1


@pytest.mark.rule("P48", "T9")
def test_an_unknown_tablet_leaves_one_signature_and_can_be_enrolled_by_it(desk, bench):
    stranger = bench.tablet("tab-9", b"s" * 32, enrolled=False)
    stranger.session("ses-1")
    bundle = bench.bundle(stranger)
    assert desk.hand_in(stranger, bundle) == [403, 403]
    assert desk.get(stranger, "names").text == "This tablet is not enrolled at this centre.\n"
    assert bench.drop.names() == ()
    public = stranger.key.public
    (applicant,) = applicants(bench.store, bench.drop, WaitingRoom(bench.centre.waiting).signers())
    assert (applicant.public, applicant.fingerprint, applicant.bundles) == (public, fingerprint(public), ())
    enrol(bench.store, dev=stranger.dev, site="S01", public=public, typed=fingerprint(public), at=AT)
    assert applicants(bench.store, bench.drop, WaitingRoom(bench.centre.waiting).signers()) == ()
    assert desk.hand_in(stranger, bundle) == [200, 200]


def test_strangers_do_not_fill_the_disk(desk, bench, monkeypatch):
    monkeypatch.setattr(waiting, "STRANGERS", 3)
    for number in range(5):
        stranger = bench.tablet(f"tab-{number}", bytes([number + 9]) * 32, enrolled=False)
        stranger.boot()
        for _ in range(2):
            assert desk.hand_in(stranger, bench.bundle(stranger)) == [403, 403]
    assert len(list(bench.centre.waiting.iterdir())) == 3


@pytest.mark.rule("P47")
def test_a_closed_tablet_is_kept_apart_and_given_nothing(desk, bench, tablet):
    first = bench.bundle(tablet)
    desk.hand_in(tablet, first)
    bench.open()
    revoke(bench.store, dev=tablet.dev, at=AT)
    after = len(tablet.events)
    tablet.session("ses-2")
    late = bench.bundle(tablet, after)
    assert desk.hand_in(tablet, late) == [200, 200]
    assert inbox(bench) == [first.data]
    assert [path.read_bytes() for path in bench.centre.quarantine.folder.iterdir()] == [late.data]
    for name in ("names", receipt_file(first.id)):
        assert (desk.get(tablet, name).status_code, desk.get(tablet, name).text[:23]) == (
            403,
            "This tablet was closed ",
        )


@pytest.mark.rule("T9", "T13")
def test_nothing_unproven_is_stored(desk, bench, tablet):
    bundle, other = bench.bundle(tablet), bench.tablet("tab-2", b"o" * 32)
    name, signature = bundle_file(bundle.id), signature_file(bundle.id)
    assert desk.put(tablet, name, bundle.data).status_code == 409
    wrong = {
        "not a signature": b"signed",
        "of another tablet": sign(other.key, Namespace.BUNDLE, bundle.data),
    }
    assert {why: desk.put(tablet, signature, armor).status_code for why, armor in wrong.items()} == dict.fromkeys(
        wrong, 422
    )
    for armor in (
        sign(tablet.key, Namespace.RECEIPT, bundle.data),
        sign(tablet.key, Namespace.BUNDLE, bundle.data + b"."),
    ):
        assert desk.put(tablet, signature, armor).status_code == 200
        assert desk.put(tablet, name, bundle.data).status_code == 422
    assert desk.put(tablet, signature, bundle.signature).status_code == 200
    assert desk.put(tablet, name, bundle.data[:-1]).status_code == 422
    assert desk.put(other, name, bundle.data).status_code == 409
    assert bench.drop.names() == ()
    assert inbox(bench) == []


def pack(bench, kind, id):
    order = Order(kind=kind, id=id, body={"trial": bench.centre.trial, "id": id}, by="clerk", why="-")
    return f"{issue(bench.store, bench.opener.online, order, NOW).sha256}.pack"


def test_a_tablet_sees_the_receipts_of_its_site_and_the_newest_packs_for_it_and_no_others(desk, bench, tablet):
    second, foreign = bench.tablet("tab-2", b"2" * 32), bench.tablet("tab-3", b"3" * 32, site="S02")
    bundles = {}
    for one in (tablet, second, foreign):
        one.session(f"ses-{one.dev}")
        bundles[one] = bench.bundle(one)
        desk.hand_in(one, bundles[one])
    bench.open()
    pack(bench, PackKind.FORM, "diary")
    form, mine, theirs = (
        pack(bench, PackKind.FORM, "diary"),
        pack(bench, PackKind.STAFF, "S01"),
        pack(bench, PackKind.STAFF, "S02"),
    )
    rescue = pack(bench, PackKind.RECOVERY, "tab-2")
    receipts = {one: receipt_file(bundle.id) for one, bundle in bundles.items()}
    assert desk.names(tablet) == sorted([receipts[tablet], receipts[second], form, mine])
    assert desk.names(second) == sorted([receipts[tablet], receipts[second], form, mine, rescue])
    assert desk.names(foreign) == sorted([receipts[foreign], form, theirs])
    for one, others in ((tablet, (receipts[foreign], theirs, rescue)), (foreign, (receipts[tablet], mine))):
        assert all(desk.get(one, name).status_code == 200 for name in desk.names(one))
        assert {desk.get(one, name).status_code for name in others} == {404}
    assert hashlib.sha256(desk.get(tablet, mine).content).hexdigest() + ".pack" == mine


def test_the_trust_pack_is_given_once_it_was_renewed(desk, bench, tablet):
    assert desk.names(tablet) == []
    centre, root = bench.centre, bench.keys.root
    renewed = TrustPack(
        trial=centre.trial, centre=centre.id, recipient=centre.recipient, online=centre.online, version=2,
        issued=NOW.date(), expires=NOW.date().replace(year=2030), root=fingerprint(root.public),
    )  # fmt: skip
    replace_trust(centre, renewed, root)
    (name,) = desk.names(tablet)
    assert desk.get(tablet, name).content == centre.trust_pack.read_bytes()
    assert name == pack_file(hashlib.sha256(centre.trust_pack.read_bytes()).hexdigest())


def test_everything_else_is_refused_in_one_sentence(desk, bench, tablet):
    bundle = bench.bundle(tablet)
    mine = f"/v1/tablets/{hex_fingerprint(tablet.key.public)}"
    asked = [
        ("GET", "/"), ("GET", "/v1/tablets"), ("GET", mine), ("GET", f"{mine}/"), ("GET", "/docs"),
        ("GET", f"{mine}/..%2f..%2fcentre.json"), ("GET", f"{mine}/{bundle_file(bundle.id)}"),
        ("PUT", f"{mine}/{receipt_file(bundle.id)}"), ("PUT", f"{mine}/names"), ("PUT", f"{mine}/{'a' * 64}.pack"),
        ("GET", f"/v1/tablets/{'A' * 64}/names"), ("PUT", "/health"), ("GET", "/v1/tablets/x/names"),
        ("DELETE", f"{mine}/{receipt_file(bundle.id)}"), ("POST", f"{mine}/names"),
    ]  # fmt: skip
    for method, path in asked:
        got = desk.web.request(method, path, content=b"x" if method == "PUT" else None)
        assert got.status_code in (404, 405), (method, path, got.status_code)
        assert got.text == "There is nothing here.\n", (method, path)
        assert got.headers["content-type"].startswith("text/plain")


@pytest.mark.rule("T10")
def test_what_is_too_large_is_refused(desk, bench, tablet):
    bundle = bench.bundle(tablet)
    assert desk.put(tablet, signature_file(bundle.id), bytes(1025)).status_code == 413
    assert desk.put(tablet, bundle_file(bundle.id), bytes(BUNDLE_LIMIT + 1)).status_code == 413
    assert bench.drop.names() == ()


def test_who_asks_too_often_waits_and_strangers_take_nothing_from_tablets(bench, tablet):
    limits = Limits(tablet=Rate(burst=3, per_s=1), strangers=Rate(burst=2, per_s=1))
    desk = Desk(bench, limits=limits)
    assert desk.get(tablet, "names").status_code == 200  # met for the first time: it used the allowance of strangers
    codes = [desk.web.get(f"/v1/tablets/{digit * 64}/names").status_code for digit in "abc"]
    assert codes == [403, 429, 429]
    assert [desk.get(tablet, "names").status_code for _ in range(4)] == [200, 200, 200, 429]
    desk.seconds = 1.5
    assert desk.get(tablet, "names").status_code == 200


def test_trouble_of_the_centre_is_said_so_and_nothing_is_confirmed(desk, bench, tablet, monkeypatch):
    bundle = bench.bundle(tablet)
    real = bench.drop.put

    def full(name, data):
        raise WorldFault(Code.DISK_FULL, path="drop")

    monkeypatch.setattr(bench.drop, "put", full)
    assert desk.hand_in(tablet, bundle) == [200, 503]
    assert desk.log[-1].startswith("put-bundle disk-full ")
    monkeypatch.setattr(bench.drop, "put", lambda name, data: 1 // 0)
    assert desk.hand_in(tablet, bundle) == [200, 500]
    monkeypatch.setattr(bench.drop, "put", real)
    assert desk.hand_in(tablet, bundle) == [200, 200]
    assert inbox(bench) == [bundle.data]


def test_health_and_counts_are_for_this_machine_only(desk, bench, tablet):
    desk.hand_in(tablet, bench.bundle(tablet))
    assert desk.web.get("/health").text == "ok\n"
    counted = desk.web.get("/metrics").text
    assert 'retnet_centre_requests_total{asked="put-bundle",outcome="stored"} 1' in counted
    assert "retnet_centre_bundles_waiting 1" in counted
    outside = Desk(bench, client="192.0.2.7")
    assert {outside.web.get(path).status_code for path in ("/health", "/metrics")} == {404}
    (bench.centre.drop).rename(bench.centre.folder / "gone")
    assert desk.web.get("/health").status_code == 503


@pytest.mark.rule("P80")
def test_the_log_names_nobody(bench, tablet):
    desk = Desk(bench, client="192.0.2.7")
    bundle = bench.bundle(tablet)
    desk.hand_in(tablet, bundle)
    desk.web.get("/v1/tablets/nurse-demo/secret.pack", headers={"user-agent": "nurse-demo"})
    assert desk.log == [
        f"put-signature stored tablet={hex_fingerprint(tablet.key.public)[:12]} file={bundle.id[:12]} "
        f"bytes={len(bundle.signature)}",
        f"put-bundle stored tablet={hex_fingerprint(tablet.key.public)[:12]} file={bundle.id[:12]} "
        f"bytes={len(bundle.data)}",
        "nothing not-found - bytes=0",
    ]
    said = "\n".join(desk.log)
    assert not any(word in said for word in ("192.0.2.7", "nurse", tablet.dev, "S01"))
