"""Whole histories of two tablets and a centre over a bad road: nothing is lost, nothing is doubled (rule T8).

The road drops, doubles, reorders and corrupts; both sides crash and start again from what is on disk.
"""

import contextlib
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy.exc import IntegrityError

from retnet_pro.bundle.container import Bundle, make_bundle, split
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import FINAL, Status, verify_receipt
from retnet_pro.bundle.verdict import Received, SendAgain, weigh
from retnet_pro.centre import opening
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.store import Ledger
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import WorldFault

TABLETS = {"tab-1": b"t" * 32, "tab-2": b"u" * 32}
SIZE = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
some_tablet = st.sampled_from(sorted(TABLETS))


def deliver(bundles: Iterable[Bundle], transport: Transport) -> None:
    """Put bundles on the road, in order; stop at the first that cannot be put, because the road is closed."""
    with contextlib.suppress(WorldFault):
        for bundle in bundles:
            for name, data in bundle.files:
                transport.put(name, data)


def collect(transport: Transport, ids: Iterable[BundleId]) -> list[bytes]:
    """Return what lies there as receipts of these bundles, unverified."""
    there = set(transport.names())
    return [transport.get(name) for name in map(receipt_file, ids) if name in there]


class Histories(RuleBasedStateMachine):
    def __init__(self, bench_class):
        super().__init__()
        self.place = TemporaryDirectory()
        self.bench = bench_class(Path(self.place.name) / "centre")
        self.tablets = {dev: self.bench.tablet(dev, seed) for dev, seed in TABLETS.items()}
        self.good = {dev: [] for dev in TABLETS}
        self.bad = {dev: [] for dev in TABLETS}
        self.received = dict.fromkeys(TABLETS, 0)
        self.sent = {dev: [] for dev in TABLETS}
        self.road, self.exported = [], []

    def teardown(self):
        try:
            self.everything_arrives_in_the_end()
        finally:
            self.bench.store.close()
            self.place.cleanup()

    @rule(dev=some_tablet, codes=st.tuples(*[st.sampled_from([0, 1, 2, 3, None])] * 3), lies=st.booleans())
    def a_participant_answers(self, dev, codes, lies):
        tablet = self.tablets[dev]
        ses = f"{dev}-{len(self.good[dev]) + len(self.bad[dev])}"
        response = kit_of(tablet).make_response(ses, codes)
        if lies:
            (one,) = response.scores
            response = kit_of(tablet).make_response(ses, codes, scores=(one._replace(used=3, value=1.0, why=None),))
        done = tablet.session(ses, response=response)[-1].header.seq
        (self.bad if lies else self.good)[dev].append((done, ses))

    @rule(dev=some_tablet)
    def the_tablet_starts(self, dev):
        self.tablets[dev].boot()

    @rule(dev=some_tablet, limit=st.sampled_from([18_000, 22_000, 8_000_000]), behind=st.integers(0, 4))
    def the_tablet_exports(self, dev, limit, behind):
        for bundle in self.packed(dev, limit, max(0, self.received[dev] - behind)):
            self.road.append(bundle)
            self.exported.append(bundle)
            self.sent[dev].append(bundle.id)

    def packed(self, dev, limit, after):
        tablet = self.tablets[dev]
        facts = self.bench.facts(tablet)
        return [make_bundle(part, **facts) for part in split(tablet.events[after:], limit)]

    @precondition(lambda self: self.road)
    @rule(at=st.integers(0, 99), keep=st.booleans())
    def a_bundle_arrives(self, at, keep):
        bundle = self.road[at % len(self.road)]
        deliver([bundle], self.bench.drop)
        if not keep:
            self.road.remove(bundle)

    @precondition(lambda self: self.road)
    @rule(at=st.integers(0, 99))
    def a_bundle_is_lost(self, at):
        del self.road[at % len(self.road)]

    @precondition(lambda self: self.road)
    @rule(at=st.integers(0, 99), byte=st.integers(0, 10**6))
    def a_bundle_arrives_damaged(self, at, byte):
        bundle = self.road[at % len(self.road)]
        byte %= len(bundle.data)
        data = bundle.data[:byte] + bytes([bundle.data[byte] ^ 1]) + bundle.data[byte + 1 :]
        deliver([Bundle(bundle.id, data, bundle.signature)], self.bench.drop)

    @rule()
    def the_centre_works(self):
        self.bench.round()

    @rule(call=st.sampled_from(["add_events", "add_responses", "set_aside", "keep_receipt", "mark"]))
    def the_centre_crashes_while_opening(self, call):
        self.bench.gate()
        real = getattr(Ledger, call)

        def crash(ledger, *args):
            real(ledger, *args)
            raise InterruptedError("power lost")

        with patch.object(Ledger, call, crash):
            try:
                self.bench.open()
            except InterruptedError:
                self.bench.store.close()
                self.bench.start()

    @rule(dev=some_tablet, crashes=st.booleans())
    def the_tablet_collects(self, dev, crashes):
        tablet = self.tablets[dev]
        received = self.received[dev]
        for untrusted in collect(self.bench.drop, dict.fromkeys(self.sent[dev])):
            receipt = verify_receipt(
                untrusted, centre_public=self.bench.centre.online, trial="RETNET-DEMO", device=tablet.dev
            )
            verdict = weigh(receipt, lambda seq: tablet.events[seq - 1].hash if seq <= len(tablet.events) else None)
            assert isinstance(verdict, Received | SendAgain), verdict
            if isinstance(verdict, Received):
                received = max(received, verdict.upto.seq)
        if not crashes:
            self.received[dev] = received

    @invariant()
    def the_centre_holds_a_prefix_of_each_history_and_each_response_once(self):
        with self.bench.store.reading() as ledger:
            held = {dev: list(ledger.events(dev)) for dev in TABLETS}
            responses = sorted((one.dev, one.seq, one.response.ses) for one in ledger.responses())
            aside = sorted((dev, one.seq, one.ses) for dev, one in ledger.aside())
        for dev, tablet in self.tablets.items():
            assert held[dev] == tablet.events[: len(held[dev])]
            assert self.received[dev] <= len(held[dev])
        assert responses == self.expected(self.good, held)
        assert aside == self.expected(self.bad, held)

    def expected(self, sessions, held):
        return sorted((dev, seq, ses) for dev in TABLETS for seq, ses in sessions[dev] if seq <= len(held[dev]))

    def everything_arrives_in_the_end(self):
        for dev in TABLETS:
            self.the_tablet_exports(dev, 8_000_000, 0)
        deliver(self.exported, self.bench.drop)
        self.bench.round()
        for dev, tablet in self.tablets.items():
            self.the_tablet_collects(dev, crashes=False)
            assert self.received[dev] == len(tablet.events)
            assert all(self.bench.receipt_of(sent, tablet).status in FINAL for sent in self.sent[dev])
        self.the_centre_holds_a_prefix_of_each_history_and_each_response_once()


def kit_of(tablet):
    return sys.modules[type(tablet).__module__]


@pytest.mark.rule("T8", "P72")
def test_over_a_bad_road_nothing_is_lost_and_nothing_is_doubled(bench_class):
    run_state_machine_as_test(lambda: Histories(bench_class), settings=SIZE)


def take_gaps_in(monkeypatch):
    real = opening.compare

    def compare(ledger, bundle, head):
        verdict = real(ledger, bundle, head)
        gap = verdict.status is Status.GAP
        return replace(verdict, status=Status.ACCEPTED, want=None, new=bundle.events) if gap else verdict

    monkeypatch.setattr(opening, "compare", compare)


def store_known_events_again(monkeypatch):
    real = opening.compare

    def compare(ledger, bundle, head):
        return replace(real(ledger, bundle, head), new=bundle.events)

    monkeypatch.setattr(opening, "compare", compare)


def keep_the_first_receipt(monkeypatch):
    real = Ledger.keep_receipt

    def keep(ledger, bundle, *facts):
        if ledger.receipt(bundle) is None:
            real(ledger, bundle, *facts)

    monkeypatch.setattr(Ledger, "keep_receipt", keep)


def let_a_bad_record_block_the_others(monkeypatch):
    real = RecordReader.read

    def read(reader, *facts):
        records = real(reader, *facts)
        return replace(records, responses=()) if records.set_aside else records

    monkeypatch.setattr(RecordReader, "read", read)


def take_uploaded_for_received(monkeypatch):
    real = Histories.packed

    def packed(self, dev, limit, after):
        self.received[dev] = len(self.tablets[dev].events)
        return real(self, dev, limit, after)

    monkeypatch.setattr(Histories, "packed", packed)


def believe_unconfirmed_scores(monkeypatch):
    monkeypatch.setattr("retnet_pro.centre.records.disagreement", lambda *_: None)


DEFECTS = [
    take_gaps_in,
    store_known_events_again,
    keep_the_first_receipt,
    let_a_bad_record_block_the_others,
    take_uploaded_for_received,
    believe_unconfirmed_scores,
]


@pytest.mark.parametrize("plant", DEFECTS)
def test_a_planted_defect_is_caught(bench_class, monkeypatch, plant):
    plant(monkeypatch)
    hunt = settings(SIZE, max_examples=60, phases=[Phase.generate], derandomize=True, print_blob=False)
    with pytest.raises((AssertionError, ExceptionGroup, IntegrityError)):
        run_state_machine_as_test(lambda: Histories(bench_class), settings=hunt)
