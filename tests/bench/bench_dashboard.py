"""How long the centre's web page takes for a network of 1,000 sites with three tablets each, against ten sites.

Filled is what the page reads: the counts of each site, its tablets, and half a million admitted bundles. Responses are
not: the page does not read them, and counting goes on from the count before (`centre.counting`).
"""

import os
import statistics
import time
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, insert
from starlette.testclient import TestClient

from retnet_pro.centre.count_ledger import NETWORK, SiteCount, TabletCount
from retnet_pro.centre.dashboard import About, Dashboard
from retnet_pro.centre.site_counts import FormCount, OpenAlert, SiteCounts, write_counts
from retnet_pro.centre.store import Device, Store
from retnet_pro.centre.tables import BUNDLE
from retnet_pro.centre.visitors import Door, add_visitor
from retnet_pro.moment import Moment
from retnet_pro.record.event import DeviceId
from retnet_pro.study.model import Mode

Row = dict[str, object]
SITES = int(os.environ.get("RETNET_PRO_BENCH_SITES", "1000"))
BUNDLES = int(os.environ.get("RETNET_PRO_BENCH_BUNDLES", "500000"))
FEW, TABLETS, FORMS, ROUNDS = 10, 3, 43, 15
PAGES = {"network": "/", "records": "/records", "one site": "/sites/S0001"}
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
AT = NOW.isoformat()


def run() -> list[Row]:
    """Measure every page of both networks in turn; return rows of name, value, unit, floor and ratio."""
    with TemporaryDirectory() as folder:
        webs = {sites: _page(Path(folder) / f"{sites}.sqlite", sites) for sites in (FEW, SITES)}
        times: dict[tuple[int, str], list[float]] = {(sites, page): [] for sites in webs for page in PAGES}
        for _ in range(ROUNDS):
            for sites, web in webs.items():
                for page, path in PAGES.items():
                    began = time.perf_counter()
                    got = web.get(path)
                    times[sites, page].append((time.perf_counter() - began) * 1e3)
                    assert got.status_code == 200, got.text
    rows: list[Row] = []
    for page in PAGES:
        few, many = (statistics.median(times[sites, page]) for sites in (FEW, SITES))
        name = f"dashboard: {page}, {SITES:,} sites and {BUNDLES:,} bundles, against {FEW}"
        ratio = round(many / few, 2)
        rows.append({"name": name, "value": round(many, 1), "unit": "ms", "floor": round(few, 1), "ratio": ratio})
    return rows


def _page(path: Path, sites: int) -> TestClient:
    url = f"sqlite:///{path}"
    store = Store(url)
    with store.writing() as ledger:
        for number in range(1, sites + 1):
            tablets = [_tablet(number, one) for one in range(TABLETS)]
            for dev in tablets:
                public = f"{number:05}{dev}".encode().ljust(32)[:32]
                ledger.add_device(Device(DeviceId(dev), f"S{number:04}", public, AT, None))
            ledger.keep_count(_count(f"S{number:04}", number, tablets))
        ledger.keep_count(replace(_count(NETWORK, 1, []), counts=write_counts(SiteCounts(as_of=NOW.date()))))
    _add_bundles(url, sites)
    door = Door(store, os.urandom, time.monotonic, idle_s=3600)
    about = About(trial="BENCH", centre="BENCH", mode=Mode.DEMO)
    made = Dashboard(
        store, about, door, lambda: Moment(NOW, 0, "bench"), seconds=time.monotonic, note=lambda _line: None
    )  # fmt: skip
    passphrase = add_visitor(store, "bench", AT, os.urandom)
    web = TestClient(made.app(), base_url="https://bench", follow_redirects=False)
    web.post("/login", data={"name": "bench", "passphrase": passphrase})
    return web


def _tablet(site: int, number: int) -> str:
    return f"S{site:04}-{number}"


def _count(name: str, site: int, tablets: list[str]) -> SiteCount:
    form = FormCount(
        time_point="", title="", cycle=None, instrument="qlq-c30", valid=50, of=55, available=50, population=60,
        invalid=1, excused=3, unexplained=1, awaited=5,
    )  # fmt: skip
    forms = [replace(form, time_point=f"t{n}", title=f"Time point {n}") for n in range(FORMS)]
    alert = OpenAlert(raised_at=(NOW - timedelta(days=site % 9)).isoformat(), deadline=NOW.isoformat())
    held = TabletCount(
        dev="", heard_at=AT, events=6000, finished=333, stored=333, forms_aside=0, erased=0, records_aside=0
    )  # fmt: skip
    counts = SiteCounts(
        as_of=NOW.date(), enrolled=60, randomised=60, finished=1000, valid=50 * FORMS, of=55 * FORMS,
        available=50 * FORMS, population=60 * FORMS, awaited=5 * FORMS, alerts=(alert,) * (site % 4),
        tablets=tuple(replace(held, dev=dev) for dev in tablets),
    )  # fmt: skip
    return SiteCount(
        site=name, counted_at=AT, study="h", upto={}, is_whole=True, counts=write_counts(counts),
        forms=[asdict(one) for one in forms], state=b"",
    )  # fmt: skip


def _add_bundles(url: str, sites: int) -> None:
    rows = (
        {
            "file": f"{n:064x}", "id": f"{n:064x}", "dev": _tablet(n % sites + 1, n % TABLETS),
            "from_seq": 1, "upto": 2,
            "status": "admitted" if n % 1000 == 0 else "accepted", "admitted_at": AT, "opened_at": AT,
        }
        for n in range(BUNDLES)
    )  # fmt: skip
    engine = create_engine(url)
    with engine.begin() as connection:
        while some := [row for row, _ in zip(rows, range(20_000), strict=False)]:
            connection.execute(insert(BUNDLE), some)
    engine.dispose()


if __name__ == "__main__":
    for row in run():
        print("{name:80} {value:9} {unit:3} floor {floor:8} ratio {ratio:.2f}".format(**row))
