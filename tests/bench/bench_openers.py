"""The centre at the size of a network: bundles through the gate, responses opened by one and two openers on PostgreSQL.

The server is one of our own in a temporary folder that waits for the disk at every commit; without PostgreSQL on this
machine only the gate is measured. How the cost of one response grows is measured by opening the same bundles beside
``RETNET_PRO_BENCH_FILL`` responses that are there already (10,000 and 100,000), copied inside the server from a real
one with all its events. ``RETNET_PRO_BENCH_RESPONSES`` sets how many responses are opened.
"""

import os
import statistics
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from retnet_pro.bundle.container import Bundle, make_bundle
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.naming import bundle_file
from retnet_pro.bundle.sshsig import Namespace, is_signed
from retnet_pro.centre.admit import admit_one
from retnet_pro.centre.database import Database
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import init_centre, open_centre
from retnet_pro.centre.gate_ledger import GateLedger
from retnet_pro.centre.inbox import write_durably
from retnet_pro.centre.opening import opening
from retnet_pro.centre.store import Store
from retnet_pro.centre.tables import FACTS
from retnet_pro.centre.url_files import keep_database
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from tests.faults.opener import opener_of
from tests.postgres import Postgres, find_programs

Row = dict[str, object]
kit: Any = import_module("tests.unit.bundle.conftest")
"""The tablet of the unit tests."""
HOUSE = Path(__file__).resolve().parents[2]
RESPONSES = int(os.environ.get("RETNET_PRO_BENCH_RESPONSES", "2000"))
FILL = tuple(map(int, os.environ.get("RETNET_PRO_BENCH_FILL", "10000,100000").split(",")))
SITES, ITEMS, EACH, ROUNDS = 20, 30, 5, 3
"""Sites with a tablet each; items of a form; responses of a bundle."""
NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
AT = NOW.isoformat()


class Network:
    """A centre whose tablets have all sent what they have; it can be begun anew with another database."""

    def __init__(self, folder: Path, responses: int, *, sites: int = SITES, name: str = "tab") -> None:
        self.folder = folder / "centre"
        if not self.folder.exists():
            init_centre(
                self.folder, trial="RETNET-DEMO", centre="centre-1", mode=Mode.DEMO, issued=date(2026, 11, 1),
                expires=date(2027, 11, 1), chance=lambda size: bytes([size]) * size,
            )  # fmt: skip
        self.centre, self.responses = open_centre(self.folder), responses
        self.drop = FolderTransport(self.centre.drop)
        self.tablets = [self._tablet(f"{name}-{n}", n, responses // sites) for n in range(sites)]
        self.bundles = [(tablet, one) for tablet, made in self.tablets for one in made]
        for _tablet, bundle in self.bundles:
            for file, data in bundle.files:
                self.drop.put(file, data)

    def _tablet(self, dev: str, number: int, responses: int) -> tuple[Any, list[Bundle]]:
        seed = f"{dev}".encode().ljust(32, b"-")
        tablet = kit.Tablet(dev, seed, f"S{number:04}", centre=self.centre.recipient)
        answer = tablet.sealer.seal_payload({"v": 1, "kind": "answer", "item": "q1", "value": {"is": "skipped"}})
        form, codes = kit.make_instrument(ITEMS), [n % 4 for n in range(ITEMS)]
        made, sent = [], 0
        for one in range(responses):
            ses = SessionId(f"ses-{dev}-{one}")
            tablet.write(Kind.SESSION_OPEN, {}, ses, 0, form.hash, sealed=answer)
            for n in range(1, ITEMS + 1):
                tablet.write(Kind.ANSWER, {}, ses, n, form.hash, sealed=answer)
            done = kit.write_response(kit.make_response(ses, codes, instrument=form))
            tablet.write(Kind.SESSION_DONE, done, ses, ITEMS + 1, form.hash)
            if (one + 1) % EACH == 0:
                made.append(
                    make_bundle(tablet.events[sent:], **{**tablet.facts, "centre_recipient": self.centre.recipient})
                )
                sent = len(tablet.events)
        return tablet, made

    def enrol(self, url: str) -> None:
        keep_database(self.centre.folder, url)
        with closing(Store(url)) as store:
            for tablet, _ in self.tablets:
                public = tablet.key.public
                enrol(store, dev=tablet.dev, site=tablet.site, public=public, typed=fingerprint(public), at=AT)

    def admit(self, url: str) -> float:
        """Let everything in; return the seconds."""
        with closing(Database(url, GateLedger)) as gate:
            names, done = frozenset(self.drop.names()), []
            began = time.perf_counter()
            for n, (_tablet, bundle) in enumerate(self.bundles):
                at = (NOW + timedelta(milliseconds=n)).isoformat(timespec="milliseconds")
                places = {"inbox": self.centre.inbox, "quarantine": self.centre.quarantine}
                done.append(admit_one(gate, self.drop, bundle.id, names, **places, at=at))
            seconds = time.perf_counter() - began
        assert {one.outcome.value for one in done} <= {"admitted", "known"}
        return seconds

    def open(self, url: str) -> float:
        """Open it in this process; return the seconds."""
        with closing(Store(url)) as store:
            began = time.perf_counter()
            receipts = list(opening(store, opener_of(self.folder, ITEMS), NOW))
            seconds = time.perf_counter() - began
        assert not any(one.set_aside for one in receipts)
        return seconds


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    with TemporaryDirectory() as folder:
        network = Network(Path(folder), RESPONSES)
        url = f"sqlite:///{folder}/gate.sqlite"
        network.enrol(url)
        rows = [_gate(network, url, "SQLite", Path(folder))]
        programs = find_programs()
        if programs is None:
            return rows
        server = Postgres(programs, is_hasty=False)
        try:
            return [*rows, *_on_server(server, network, Path(folder))]
        finally:
            server.remove()


def _row(name: str, value: float, unit: str, floor: float) -> Row:
    ratio = round(value / floor, 3)
    return {"name": name, "value": round(value, 2), "unit": unit, "floor": round(floor, 2), "ratio": ratio}


def _gate(network: Network, url: str, what: str, folder: Path) -> Row:
    ours, count = network.admit(url), len(network.bundles)
    bare = folder / "bare"
    bare.mkdir(exist_ok=True)
    began = time.perf_counter()
    for tablet, bundle in network.bundles:
        (_, data), (_, armor) = sorted(bundle.files, key=lambda one: one[0].endswith(".sig"))
        assert is_signed(tablet.key.public, Namespace.BUNDLE, data, armor)
        write_durably(bare / bundle_file(bundle.id), data)
    floor = time.perf_counter() - began
    return _row(
        f"bundles admitted on {what}, against bare checks and durable writes", count / ours, "/s", count / floor
    )


def _on_server(server: Postgres, network: Network, folder: Path) -> list[Row]:
    url = server.database()
    network.enrol(url)
    rows = [_gate(network, url, "PostgreSQL", folder)]
    rates = {openers: _rate(server, network, openers) for openers in (1, 2)}
    name = f"responses of {ITEMS} items opened on PostgreSQL"
    rows.append({"name": f"{name}, one opener", "value": round(rates[1], 1), "unit": "/s", "ratio": None})
    rows.append(_row(f"{name}, two openers, against one", rates[2], "/s", rates[1]))
    return [*rows, *_growth(server, folder)]


def _rate(server: Postgres, network: Network, openers: int) -> float:
    """Return how many responses so many processes open in a second, together."""
    url = server.database()
    network.enrol(url)
    network.admit(url)
    seconds, _ = _opened_beside(network.folder, openers)
    with closing(Store(url)) as store, store.reading() as ledger:
        assert ledger.count_responses() == network.responses
    return network.responses / seconds


def _opened_beside(folder: Path, openers: int = 1) -> tuple[float, float]:
    """Let so many processes open what waits; return the seconds, and the most memory one of them took, in MB."""
    line = [sys.executable, "-m", "tests.faults.opener", str(folder), str(ITEMS)]
    children = [
        subprocess.Popen(line, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(openers)
    ]
    for child in children:
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
    began = time.perf_counter()
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        assert child.stdout is not None
        child.stdout.read()  # it ends with the process
    seconds = time.perf_counter() - began
    ends = [os.wait4(child.pid, 0) for child in children]
    for child, (_, status, _usage) in zip(children, ends, strict=True):
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
    return seconds, max(usage.ru_maxrss for _, _, usage in ends) / 1024


def _growth(server: Postgres, folder: Path) -> list[Row]:
    """Open the same bundles beside more and more responses; return the cost of one, against the smallest size."""
    url = server.database()
    template = Network(folder / "growth", EACH, sites=1, name="first")
    template.enrol(url)
    template.admit(url)
    template.open(url)
    name = url.partition("@/")[2].partition("?")[0]
    costs: list[float] = []
    peaks: list[float] = []
    for size, before in zip(FILL, (0, *FILL), strict=False):
        _fill(server, name, before, size)
        rounds = [_cost(url, folder / "growth", f"{size}-{n}") for n in range(ROUNDS)]
        costs.append(statistics.median(cost for cost, _ in rounds))
        peaks.append(statistics.median(peak for _, peak in rounds))
    rows: list[Row] = []
    for size, cost, peak in zip(FILL[1:], costs[1:], peaks[1:], strict=True):
        beside = f"beside {size:,}, against beside {FILL[0]:,}"
        rows.append(_row(f"opening one response {beside}", cost * 1e3, "ms", costs[0] * 1e3))
        rows.append(_row(f"memory of an opener {beside}", peak, "MB", peaks[0]))
    stored = _bytes(server, name) / FILL[-1]
    each = sum(len(bundle.data) + len(bundle.signature) for _, bundle in template.bundles) / template.responses
    rows.append(
        {"name": f"database, a response of {ITEMS} items with its events", "value": round(stored), "unit": "bytes"}
    )
    rows.append(
        {"name": f"sealed bundles, a response of {ITEMS} items, {EACH} together", "value": round(each), "unit": "bytes"}
    )
    return rows


def _bytes(server: Postgres, name: str) -> int:
    ((size,),) = server.say(f"SELECT pg_database_size('{name}')", name)
    return int(str(size))


def _cost(url: str, folder: Path, name: str) -> tuple[float, float]:
    """Return the seconds one response of a fresh tablet takes, and the most memory its opener took, in MB."""
    fresh = Network(folder, 100, sites=2, name=name)
    fresh.enrol(url)
    fresh.admit(url)
    seconds, peak = _opened_beside(fresh.folder)
    return seconds / fresh.responses, peak


def _fill(server: Postgres, name: str, before: int, upto: int) -> None:
    """Copy the first response, with its events, inside the server; 200 of them for each device that never was."""
    ours = (
        f"'fill-' || g / 200 AS dev, 'ses-fill-' || g AS ses, 'F' || g / 600 AS site,"
        f" (g % 200) * {ITEMS + 2} + seq AS seq"
    )
    for table in ("event", "response"):
        columns = [column.name for column in FACTS.tables[table].columns]
        own = {"dev", "ses", "site", "seq"}
        chosen = ", ".join(f"made.{one}" if one in own else f"old.{one}" for one in columns)
        named = ", ".join(f'"{one}"' for one in columns)
        server.say(
            f"INSERT INTO {table} ({named}) SELECT {chosen} FROM {table} old, generate_series({before}, {upto - 1}) g,"
            f" LATERAL (SELECT {ours}) made WHERE old.dev = 'first-0' AND old.ses = 'ses-first-0-0'",
            name,
        )
    server.say("VACUUM ANALYZE", name)
    server.say("CHECKPOINT", name)  # what was filled in is on the disk, and does not come between


if __name__ == "__main__":
    for row in run():
        print(row)
