"""Do the nurse's pages stay fast as history grows? Today, a participant's page and the completion report.

The same site with the responses of a trial of 180 participants over two years, and with ten times as many; the floor of
each page is the page at the smaller one, measured in turn in the same run. Each round logs in anew, so that nothing is
at hand that a morning would not have: the participant's page opens every response and writes down that it was looked
at, the completion report unpacks every course. What is painted is measured by the file ``glass``.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.app.opening import open_site
from retnet_pro.conduct.completeness import completeness
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.person_view import person
from retnet_pro.gui.staff.today_view import today
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.subject import make_subject
from tests.bench.bench_history import PASSPHRASE, Row, door_of, make_site, settings_of

ONE_TRIAL = int(os.environ.get("RETNET_PRO_BENCH_TRIAL", "6000"))
"""About thirty-three forms of each of 180 participants."""
TIMES = 10
ROUNDS = 5
FIRST = make_subject("AB", 1)
PAGES: dict[str, Callable[[Desk], object]] = {
    "Today": today,
    "participant page": lambda desk: person(desk, FIRST),
    "completion report": completeness,
}


def run() -> list[Row]:
    """Measure every page at both sites in turn, several rounds; return rows of name, value, unit, floor and ratio."""
    with TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        made = {small: make_site(small, ONE_TRIAL), large: make_site(large, ONE_TRIAL * TIMES)}
        times: dict[tuple[Path, str], list[float]] = {(profile, page): [] for profile in made for page in PAGES}
        for _ in range(ROUNDS):
            for profile in made:
                for page, taken in _pages_s(profile).items():
                    times[profile, page].append(taken)
    rows: list[Row] = []
    for page in PAGES:
        floor, value = (statistics.median(times[profile, page]) * 1e3 for profile in (small, large))
        name = f"{page} with {made[large]:,} responses, against {made[small]:,}"
        ratio = round(value / floor, 2)
        rows.append({"name": name, "value": round(value, 1), "unit": "ms", "floor": round(floor, 1), "ratio": ratio})
    return rows


def _pages_s(profile: Path) -> dict[str, float]:
    opened = open_site(settings_of(profile), Calendar(datetime.now(UTC)))
    with opened.log:
        desk = door_of(opened).login("coordinator", PASSPHRASE)
        taken = {}
        for page, show in PAGES.items():
            gc.collect()
            began = time.perf_counter()
            show(desk)
            taken[page] = time.perf_counter() - began
    return taken
