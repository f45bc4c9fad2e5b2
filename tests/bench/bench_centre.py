"""Bundles and the centre beside their floors, measured in the same run (performance targets 12, 13).

Export is held against the age command on the same bytes, opening against bare pyrage and Ed25519 calls on them.
``RETNET_PRO_BENCH_RESPONSES`` sets how many responses are opened; the target speaks of 10,000.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyrage import decrypt, encrypt, x25519

from retnet_pro.bundle.container import Bundle, make_bundle, split
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.centre.admit import admit
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import Centre, init_centre, open_centre, read_online_key
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.opening import Opener, opening
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.store import Store
from retnet_pro.record.event import Event, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import EVENT_CONTEXT
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport

Row = dict[str, object]

RECORDS = 5_000
RESPONSES = int(os.environ.get("RETNET_PRO_BENCH_RESPONSES", "2000"))
ITEMS, ROUNDS = 30, 5
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    kit = _kit()
    with TemporaryDirectory() as folder:
        return [*_exporting(kit, Path(folder)), *_opening(kit, Path(folder) / "centre")]


def _kit() -> ModuleType:
    """Load the tablet of the unit tests."""
    place = Path(__file__).parents[1] / "unit" / "bundle" / "conftest.py"
    spec = spec_from_file_location("tablet_kit", place)
    assert spec is not None and spec.loader is not None
    kit = sys.modules["tablet_kit"] = module_from_spec(spec)
    spec.loader.exec_module(kit)
    return kit


def _row(name: str, value: float, unit: str, floor: float) -> Row:
    ratio = value / floor if floor else None
    return {
        "name": name,
        "value": round(value, 4),
        "unit": unit,
        "floor": round(floor, 4),
        "ratio": ratio and round(ratio, 3),
    }


def _median(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def _exporting(kit: ModuleType, folder: Path) -> list[Row]:
    tablet = kit.Tablet()
    for n in range(RECORDS):
        tablet.write(Kind.ANSWER, {"n": n, "item": "q1", "value": {"is": "answered", "code": 1}}, SessionId("s"), n)
    runs = list(split(tablet.events))
    bundles = [make_bundle(run, **tablet.facts) for run in runs]
    unsealer = Unsealer([kit.CENTRE_IDENTITY])
    (folder / "plain").write_bytes(b"".join(unsealer.unseal(bundle.data, what="b") for bundle in bundles))
    ours = _median(lambda: [make_bundle(run, **tablet.facts) for run in runs])
    floor = _age_command(kit, folder)
    large = os.urandom(100_000_000)
    sealer, recipient = Sealer([kit.CENTRE_RECIPIENT]), x25519.Recipient.from_str(kit.CENTRE_RECIPIENT)
    rate = 100 / _median(lambda: sealer.seal(large), 3)
    bare = 100 / _median(lambda: encrypt(large, [recipient]), 3)
    return [
        _row(f"export of {RECORDS} records in {len(runs)} bundle(s), against the age command", ours, "s", floor),
        _row("sealing 100 MB, against bare pyrage (higher is better)", rate, "MB/s", bare),
    ]


def _age_command(kit: ModuleType, folder: Path) -> float:
    """Return the seconds of the age command on the same bytes, or 0 where it is not installed."""
    if not shutil.which("age"):
        return 0.0
    line = ["age", "-r", kit.CENTRE_RECIPIENT, "-o", str(folder / "sealed"), str(folder / "plain")]
    return _median(lambda: subprocess.run(line, check=True))


def _opening(kit: ModuleType, folder: Path) -> list[Row]:
    init_centre(
        folder,
        trial="RETNET-DEMO",
        centre="centre-1",
        mode=Mode.DEMO,
        issued=date(2026, 11, 1),
        expires=date(2027, 11, 1),
        chance=lambda size: bytes([size]) * size,
    )
    centre = open_centre(folder)
    tablet = _answered(kit, centre)
    facts = {**tablet.facts, "centre_recipient": centre.recipient}
    bundles = [make_bundle(run, **facts) for run in split(tablet.events)]
    ours, floor = [], []
    for number in range(3):  # in turns, so that a busy machine is unfair to both
        ours.append(_our_opening(kit, centre, tablet, bundles, f"sqlite:///{folder}/{number}.sqlite"))
        floor.append(_bare_opening(centre, tablet.key.public, tablet.events, bundles))
    name = f"opening {RESPONSES} responses ({len(tablet.events)} events) against bare pyrage and Ed25519"
    return [_row(name, statistics.median(ours), "s", statistics.median(floor))]


def _answered(kit: ModuleType, centre: Centre) -> Any:
    """Return a tablet with that many sessions; answers share one sealed payload, because nobody opens them here."""
    instrument = kit.make_instrument(ITEMS)
    tablet = kit.Tablet(centre=centre.recipient)
    answer = tablet.sealer.seal_payload({"v": 1, "kind": "answer", "n": 1, "item": "q1", "value": {"is": "skipped"}})
    codes = [number % 4 for number in range(ITEMS)]
    for number in range(RESPONSES):
        ses = SessionId(f"ses-{number}")
        response = kit.make_response(ses, codes, instrument=instrument)
        tablet.write(Kind.SESSION_OPEN, {}, ses, 0, instrument.hash, sealed=answer)
        for n in range(1, ITEMS + 1):
            tablet.write(Kind.ANSWER, {}, ses, n, instrument.hash, sealed=answer)
        tablet.write(Kind.SESSION_DONE, kit.write_response(response), ses, ITEMS + 1, instrument.hash)
    return tablet


def _our_opening(kit: ModuleType, centre: Centre, tablet: Any, bundles: list[Bundle], url: str) -> float:
    store, drop = Store(url), FolderTransport(centre.drop)
    public = tablet.key.public
    enrol(store, dev=tablet.dev, site="S01", public=public, typed=fingerprint(public), at=NOW.isoformat())
    for bundle in bundles:
        for name, data in bundle.files:
            drop.put(name, data)
    admit(store, drop, inbox=centre.inbox, quarantine=centre.quarantine, at=NOW.isoformat())
    unsealer = Unsealer([read_identities(centre.box)[0]])
    opener = Opener(
        trial=centre.trial,
        centre=centre.id,
        inbox=centre.inbox,
        unsealer=unsealer,
        online=read_online_key(centre),
        records=RecordReader(mode=centre.mode, unsealer=unsealer, instruments=[kit.make_instrument(ITEMS)]),
    )
    began = time.perf_counter()
    receipts = list(opening(store, opener, NOW))
    seconds = time.perf_counter() - began
    assert sum(receipt.count for receipt in receipts) == len(tablet.events)
    assert not any(receipt.set_aside for receipt in receipts)
    store.close()
    return seconds


def _bare_opening(centre: Centre, public: bytes, events: list[Event], bundles: list[Bundle]) -> float:
    identities = [x25519.Identity.from_str(read_identities(centre.box)[0])]
    key = Ed25519PublicKey.from_public_bytes(public)
    done = [event.sealed for event in events if event.header.kind is Kind.SESSION_DONE]

    def bare() -> None:
        for bundle in bundles:
            decrypt(bundle.data, identities)
        for event in events:
            key.verify(event.sig, EVENT_CONTEXT + event.header_bytes)
        for sealed in done:
            decrypt(sealed, identities)

    return _median(bare, 1)


if __name__ == "__main__":
    for row in run():
        print(row)
