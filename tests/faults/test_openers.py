"""Openers on a real PostgreSQL, some killed, the server restarted: every bundle is opened exactly once."""

import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.admit import admit
from retnet_pro.centre.database import Database
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import init_centre, open_centre
from retnet_pro.centre.gate_ledger import GateLedger
from retnet_pro.centre.opening import opening
from retnet_pro.centre.perseverance import Patience, persevere
from retnet_pro.centre.store import Store
from retnet_pro.centre.url_files import keep_database
from retnet_pro.cli.databases import let_gate_in
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from tests.faults.opener import opener_of
from tests.unit.bundle import conftest as kit

HOUSE = Path(__file__).resolve().parents[2]
SITES, BUNDLES = 6, 4
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)


class Network:
    """A centre on PostgreSQL, with tablets of several sites that have sent everything."""

    def __init__(self, folder, url):
        self.folder = folder
        init_centre(
            folder,
            trial="RETNET-DEMO",
            centre="centre-1",
            mode=Mode.DEMO,
            issued=date(2026, 11, 1),
            expires=date(2027, 11, 1),
            chance=lambda size: bytes([size + 1]) * size,
        )
        self.centre = open_centre(folder)
        keep_database(self.centre.folder, url)
        self.store = Store(url)
        self.tablets = [
            kit.Tablet(f"tab-{n}", bytes([n + 1]) * 32, f"S{n:02}", centre=self.centre.recipient) for n in range(SITES)
        ]
        self.sent = []
        for tablet in self.tablets:
            public = tablet.key.public
            enrol(self.store, dev=tablet.dev, site=tablet.site, public=public, typed=fingerprint(public), at="")
            for n in range(BUNDLES):
                before = len(tablet.events)
                tablet.session(f"ses-{tablet.dev}-{n}")
                facts = {**tablet.facts, "centre_recipient": self.centre.recipient}
                self.sent.append(make_bundle(tablet.events[before:], **facts))

    def let_in(self, store=None):
        drop, at = FolderTransport(self.centre.drop), "2026-11-24T02:00:00.000+01:00"
        for bundle in self.sent:
            for name, data in bundle.files:
                drop.put(name, data)
        return admit(store or self.store, drop, inbox=self.centre.inbox, quarantine=self.centre.quarantine, at=at)

    def opener(self):
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.opener", str(self.folder)],
            cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def open(self):
        return list(opening(self.store, opener_of(self.folder), NOW))

    def judge(self):
        """Nothing is lost, nothing is twice, nothing is by halves."""
        with self.store.reading() as ledger:
            for tablet in self.tablets:
                assert list(ledger.events(tablet.dev)) == tablet.events
            assert Counter(one.response.ses for one in ledger.responses()) == {
                f"ses-{tablet.dev}-{n}": 1 for tablet in self.tablets for n in range(BUNDLES)
            }
            assert {bundle: ledger.receipt(bundle)[0] for bundle in (one.id for one in self.sent)} == {
                one.id: Status.ACCEPTED for one in self.sent
            }
            assert not ledger.aside()
            assert {row.status for row in ledger.bundles()} == {Status.ACCEPTED}


@pytest.fixture
def network(postgres, tmp_path):
    made = Network(tmp_path / "centre", postgres.database())
    yield made
    made.store.close()


def started(*openers):
    for one in openers:
        assert one.stdout.readline() == "ready\n"
    for one in openers:
        one.stdin.write("go\n")
        one.stdin.close()


@pytest.mark.rule("P72")
def test_openers_side_by_side_open_each_bundle_once(network):
    network.let_in()
    with network.opener() as one, network.opener() as other:
        started(one, other)
        said = [one.stdout.read().split("\n"), other.stdout.read().split("\n")]
    assert (one.returncode, other.returncode) == (0, 0)
    accepted = [line.split()[0] for lines in said for line in lines if line.endswith(" accepted")]
    network.open()  # what one of them came to while the other one was at that site
    assert len(accepted) == len(set(accepted))
    network.judge()


@pytest.mark.rule("P72")
def test_an_opener_killed_at_any_moment_loses_and_doubles_nothing(network, record_figure):
    network.let_in()
    kills = (0, 3, 8)
    for n in kills:
        with network.opener() as doomed, network.opener() as other:
            started(doomed, other)
            for _ in range(n):  # so many bundles later
                doomed.stdout.readline()
            doomed.kill()
            other.kill()
    network.open()
    network.judge()
    assert network.open() == []
    record_figure(goal="an opener of the centre killed on PostgreSQL", runs=len(kills), violations=0)


@pytest.mark.rule("P72")
def test_a_server_restarted_during_opening_is_waited_for(network, postgres):
    network.let_in()
    said, receipts = [], []

    def one_round():
        for receipt in opening(network.store, opener_of(network.folder), NOW):
            receipts.append(receipt)
            if len(receipts) in (3, 7):
                postgres.stop("immediate")

    persevere(one_round, Patience(tries=2, pause=postgres.start, say=said.append))
    assert [fault.code for fault in said] == [Code.DATABASE_UNREACHABLE] * 2
    assert "cannot be reached or broke off" in sentence(said[0])
    accepted = [one.bundle for one in receipts if one.status is Status.ACCEPTED]
    assert sorted(accepted) == sorted(one.id for one in network.sent)
    network.judge()


def test_a_server_that_stays_away_ends_in_a_sentence(network, postgres):
    network.let_in()
    postgres.stop("immediate")
    try:
        with pytest.raises(WorldFault) as raised:
            network.open()
    finally:
        postgres.start()
    assert raised.value.code is Code.DATABASE_UNREACHABLE
    network.open()
    network.judge()


@pytest.mark.rule("P47")
def test_the_gate_may_have_a_user_that_sees_nothing_that_was_opened(network, postgres):
    network.let_in()
    network.open()
    name = network.store.place.partition(" on ")[0]
    postgres.say("CREATE ROLE gate LOGIN PASSWORD 'right'", name)
    let_gate_in(network.folder, "gate")
    tablet = network.tablets[0]
    tablet.session("ses-late")
    facts = {**tablet.facts, "centre_recipient": network.centre.recipient}
    network.sent.append(make_bundle(tablet.events[-5:], **facts))
    url = postgres.url(name, "gate:right")
    with closing(Database(url, GateLedger)) as gate:
        outcomes = Counter(one.outcome for one in network.let_in(gate))
        assert outcomes == {"known": SITES * BUNDLES, "admitted": 1}
        with gate.reading() as ledger:
            assert ledger.receipt(network.sent[0].id)[0] == Status.ACCEPTED
    with closing(Store(url)) as everything:
        for look in ("responses", "standing", "aside"):
            with pytest.raises(RetnetError) as raised, everything.reading() as ledger:
                list(getattr(ledger, look)())
            assert raised.value.code is Code.DATABASE_REFUSED
        for act in (lambda ledger: ledger.revoke(tablet.dev, "now"), lambda ledger: list(ledger.events(tablet.dev))):
            with pytest.raises(RetnetError), everything.writing() as ledger:
                act(ledger)
    (receipt,) = network.open()
    assert (receipt.bundle, receipt.status) == (network.sent[-1].id, Status.ACCEPTED)
