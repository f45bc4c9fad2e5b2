"""Does the staff window answer while bundles leave? Its longest stretch without a look at what is typed or tapped.

The real staff process, logged in as a coordinator, copies a whole trial through the real courier into a folder: in
fifty bundles, and once in as few as it fits into, because large ones keep a processor longest. The floor is the same
window at rest for as long, in the same run; the target of an act of staff is 50 ms. Where other work has the
processors, the processor time of the window's own thread in such a stretch tells what it would be without. Nothing is
measured at the participant's page: its process sends nothing, and no other process of the tablet is there meanwhile.
"""

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.app.opening import open_site
from retnet_pro.app.senses import system_clock
from retnet_pro.bundle import container
from retnet_pro.bundle.naming import BUNDLE_LIMIT
from retnet_pro.cli.synthetic import COORDINATOR, PASSPHRASE, make_trial
from retnet_pro.settings import Settings
from tests.bench.bench_processes import BLOCK_MS, MONTHS, PARTICIPANTS, Row, child

BUNDLES = 50
ROUNDS = 3


def run() -> list[Row]:
    """Measure both; return rows of name, value, unit, floor and ratio."""
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        world = make_trial(Path(folder) / "site", participants=PARTICIPANTS, months=MONTHS, seed=1)
        profile, number = str(world.settings.profile), 0
        for limit in (_size_of(world.settings) // BUNDLES, BUNDLE_LIMIT):
            longest, work, rests, files, mb = [], [], [], 0, 0.0
            for _ in range(ROUNDS):
                number += 1
                place = Path(folder) / f"stick-{number}"
                place.mkdir()
                words = ["sending", profile, COORDINATOR.user, PASSPHRASE, str(place), str(limit)]
                facts, _ = child(words, "")
                longest.append(facts["sending_ms"])
                rests.append(facts["resting_ms"])
                work.append(facts["work_ms"])
                sealed = [one.stat().st_size for one in place.glob("*.age")]
                files, mb = len(sealed), sum(sealed) / 1e6
            middle = statistics.median
            said = f"staff: longest time without an answer while {files} bundles ({mb:.0f} MB) leave"
            rows += [
                _row(f"{said}, against 50 ms", middle(longest), BLOCK_MS),
                _row(f"{said}, against the same at rest", middle(longest), middle(rests)),
                _row(f"{said}: work of the window in it, against 50 ms", middle(work), BLOCK_MS),
            ]
    return rows


def _size_of(settings: Settings) -> int:
    """Return how many bytes all events of a site take in bundles."""
    opened = open_site(settings, system_clock())
    with opened.log:
        return sum(map(container._room, opened.log.events(0)))


def _row(name: str, value: float, floor: float) -> Row:
    return {"name": name, "value": round(value, 2), "unit": "ms", "floor": round(floor, 2), "ratio": value / floor}
