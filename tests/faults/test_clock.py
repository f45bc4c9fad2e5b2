"""The clock is wrong, or jumps: the order of the record is kept, nothing is refused, and no wait is cut short.

Fault model. libfaketime moves the clock on the wall under the real program, between the acts of one process: a day on
and back, to 1970 and to 2099, and over both ends of summer time; the monotonic clock goes on, as it does on a tablet
whose time was set. What happens when the monotonic clock itself is wrong is not looked at.
"""

import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_rows
from tests.faults.day import HOUSE, prepare

LIBRARY = next(iter(sorted(Path("/usr/lib").rglob("libfaketime.so.1"))), None)
pytestmark = [
    pytest.mark.rule("T14", "E53", "E55"),
    pytest.mark.skipif(
        LIBRARY is None or shutil.which("faketime") is None, reason="the Debian package faketime is not installed"
    ),
]
TIMES = (
    "@2026-11-23 10:00:00", "@2026-11-24 10:00:00", "@2026-11-22 10:00:00", "@1970-01-02 00:00:01",
    "@2099-12-31 23:59:58", "@2026-10-25 02:30:00", "@2026-10-25 03:30:00", "@2027-03-28 01:59:59",
    "@2027-03-28 03:00:01", "@2026-11-23 10:00:00",
)  # fmt: skip


def play(folder: Path, zone: str) -> list[str]:
    prepare(folder)
    clock = folder / "clock"
    clock.write_text(TIMES[0])
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("clocked_day.py")), str(folder), str(clock), *TIMES],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "TZ": zone, "LD_PRELOAD": str(LIBRARY), "FAKETIME_NO_CACHE": "1",
             "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_DONT_FAKE_MONOTONIC": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/St_Johns"])
def test_whatever_the_clock_says_the_order_is_kept_and_nothing_is_refused(tmp_path: Path, zone: str) -> None:
    said = play(tmp_path, zone)
    assert len(said) == len(TIMES)
    with open_log(tmp_path / "site" / "site.db") as log:
        rows = list(log.rows())
        headers = [event.header for event in log.events()]
    assert verify_rows(rows).first_break is None
    assert [header.seq for header in headers] == list(range(1, len(headers) + 1))
    own = [header for header in headers if header.boot != "simulated"]
    assert [header.up for header in own] == sorted(header.up for header in own), "the monotonic clock shows the order"
    times = [datetime.fromisoformat(header.at) for header in own]
    assert all(time.tzinfo is not None for time in times)
    assert {time.year for time in times} >= {1970, 2026, 2027, 2099}
    jumps = [
        abs(later - earlier - timedelta(milliseconds=after.up - before.up)) > timedelta(seconds=60)
        for earlier, later, before, after in zip(times, times[1:], own, own[1:], strict=False)
    ]
    assert sum(jumps) >= len(TIMES) - 1, "every jump can be read from the record"
    if zone == "Europe/Berlin":
        assert {time.utcoffset() for time in times} >= {timedelta(hours=1), timedelta(hours=2)}
