"""Bundles over a failing network reach the centre once, whole and unaltered, and receipts come back (rule T13, P72).

Tablets of two sites hand in their bundles, one after the other, at the centre's real server (uvicorn, TLS 1.3, on
loopback), through a wire that fails in one of fourteen ways (`fault_proxy`). After a failure a tablet does what it
does in life: it seals the same events again and puts them again. Then the centre opens what came, and the tablets
fetch their receipts over the same wire. At the end the centre holds every event as it was signed, each once, and
nothing else; no failure but the one sentence was seen, and a server with another certificate got not one request.

Fault model: see `fault_proxy`. Time limits are short here, and those of the real settings are longer.
"""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import receipt_file
from retnet_pro.bundle.receipt import FINAL, verify_receipt
from retnet_pro.centre.allowance import Rate
from retnet_pro.centre.serve import Limits
from retnet_pro.cli.serving import listening, make_server
from retnet_pro.errors import Code, WorldFault
from retnet_pro.sync.https import HttpsTransport, Patience
from tests.faults.fault_proxy import KINDS, LOOPBACK, NONE, SLOW, FaultProxy
from tests.faults.sizes import SIZES
from tests.roads import Authority, ScriptedServer, ServerFiles
from tests.unit.centre.conftest import Bench, kit

BUNDLES, TABLETS = SIZES.network_bundles, 4
USUAL = Patience(connect=15, silence=5, total=30)
HURRIED = Patience(connect=0.3, silence=0.2, total=0.4)
PLENTY = Limits(tablet=Rate(burst=1e9, per_s=1), strangers=Rate(burst=1e9, per_s=1), body_s=20)
DECK = (NONE,) * 120 + tuple(kind for kind in KINDS for _ in range(1 if kind in SLOW else 4))
"""What happens to so many calls, in an order drawn by chance; then again."""


@contextmanager
def serving(bench: Bench, files: ServerFiles, note: Callable[[str], None]) -> Iterator[int]:
    """Run the centre's server; give its port."""
    server = make_server(
        bench.centre, bench.store, certificate=files.certificate, key=files.key, limits=PLENTY, note=note
    )  # fmt: skip
    running = threading.Thread(target=server.run, args=([listening(LOOPBACK, 0)],), daemon=True)
    running.start()
    try:
        while not server.started:
            assert running.is_alive()
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        running.join(30)
        assert not running.is_alive()


class Network:
    """Every call of every tablet goes through here and may fail."""

    def __init__(self, proxy: FaultProxy, pem: str, chance: random.Random) -> None:
        self._proxy, self._pem, self._chance = proxy, pem, chance
        self._deck: list[str] = []
        self.calls = self.failures = 0
        self.whys: dict[str, Counter[str]] = {}

    def call(self, public: bytes, act: Callable[[HttpsTransport], object]) -> object:
        """Do one thing over the network.

        Raises:
            WorldFault: as the tablet sees it; anything else ends the test.
        """
        self.calls += 1
        if not self._deck:
            self._deck = self._chance.sample(DECK, len(DECK))
        kind = self._proxy.kind = self._deck.pop()
        patience = HURRIED if kind in SLOW else USUAL
        try:
            return act(HttpsTransport(self._proxy.address, self._pem, public, patience))
        except WorldFault as fault:
            assert fault.code is Code.TRANSPORT_UNREACHABLE
            self.failures += 1
            self.whys.setdefault(kind, Counter())[str(fault.facts["why"])] += 1
            raise

    def insist(self, public: bytes, act: Callable[[HttpsTransport], object]) -> object:
        """Do one thing until it is done."""
        while True:
            try:
                return self.call(public, act)
            except WorldFault:
                continue


def hand_in(network: Network, public: bytes, sealed: Callable[[], Bundle]) -> Bundle:
    """Seal a bundle and put it, from the beginning again after every failure, as an export does."""
    while True:
        bundle = sealed()
        try:
            for name, data in bundle.files:
                network.call(public, lambda road, name=name, data=data: road.put(name, data))  # type: ignore[misc]
        except WorldFault:
            continue
        return bundle


@pytest.mark.rule("T13", "T8", "P72", "P80", "P82")
def test_everything_arrives_once_and_unaltered_over_a_failing_network(tmp_path: Path, record_figure) -> None:
    chance, authority, notes = random.Random(13), Authority(), []
    bench = Bench(tmp_path / "centre")
    tablets = [bench.tablet(f"tab-{n}", bytes([n + 1]) * 32, site=f"S0{n % 2}") for n in range(TABLETS)]
    stranger = Authority("somebody else").server(tmp_path / "stranger")
    sent: dict[str, kit.Tablet] = {}
    with (
        serving(bench, authority.server(tmp_path / "server"), notes.append) as port,
        ScriptedServer(stranger.context()) as impostor,
        FaultProxy(port, impostor.port, lambda: len(notes), chance) as proxy,
    ):
        network = Network(proxy, authority.pem, chance)
        for number in range(BUNDLES):
            tablet, after = tablets[number % TABLETS], len(tablets[number % TABLETS].events)
            for session in range(10 if number % 20 == 0 else 1):
                tablet.session(f"ses-{number}-{session}")
            bundle = hand_in(network, tablet.key.public, lambda t=tablet, a=after: bench.bundle(t, a))  # type: ignore[misc]
            sent[bundle.id] = tablet
        bench.open()
        receipts = {}
        for tablet in tablets:
            public, site = tablet.key.public, {id for id, by in sent.items() if by.site == tablet.site}
            listed = network.insist(public, lambda road: road.names())
            assert listed == tuple(sorted(map(receipt_file, site)))
            for bundle_id in (one for one, by in sent.items() if by is tablet):
                name = receipt_file(bundle_id)
                got = network.insist(public, lambda road, name=name: road.get(name))  # type: ignore[misc]
                receipts[bundle_id] = verify_receipt(
                    got, centre_public=bench.centre.online, trial=bench.centre.trial, device=tablet.dev
                )
    with bench.store.reading() as ledger:
        held = {tablet.dev: list(ledger.events(tablet.dev)) for tablet in tablets}
    wrong = sum(held[tablet.dev] != tablet.events for tablet in tablets)
    wrong += sum(receipt.status not in FINAL for receipt in receipts.values())
    wrong += len(bench.responses()) != sum(one.header.kind == "session.done" for t in tablets for one in t.events)
    wrong += len(impostor.asked)
    record_figure(goal="network faults", runs=len(sent), violations=wrong)
    bench.store.close()
    told = f"{network.calls} calls, {network.failures} failed: {network.whys}, met: {proxy.met}"
    assert wrong == 0, told
    assert len(sent) == len(receipts) == BUNDLES
    assert set(proxy.met) == {NONE, *KINDS}, told
    stored = sum(note.startswith(("put-bundle stored", "put-bundle known")) for note in notes)
    assert stored > BUNDLES, "no bundle came twice"
    assert set(network.whys["wrong certificate"]) == {"its certificate is not the pinned one"}
    assert set(network.whys["refused"]) == {"it refuses connections"}
    for slow in SLOW:
        assert set(network.whys[slow]) == {"it was too slow"}
