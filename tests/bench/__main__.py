"""``make bench``: every measurement beside its floor, as a table and as build/bench.json. Ratios count, not times.

Each file runs in a process of its own, one after the other, so that none warms up or slows down another.
"""

import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
FILES = (
    "processes",
    "glass",
    "instruments",
    "vault",
    "history",
    "sending",
    "desk",
    "scoring",
    "centre",
    "openers",
    "dashboard",
    "report",
    "exports",
    "analysis",
)


def measure(name: str) -> list[dict[str, object]]:
    """Run one file and return its rows."""
    code = f"import json, sys; from tests.bench.bench_{name} import run; print(json.dumps(run()))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    rows: list[dict[str, object]] = json.loads(done.stdout.strip().splitlines()[-1])
    return rows


def commit() -> str:
    """Return the commit that was measured, marked when files differ from it."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=HOUSE, capture_output=True, text=True, check=False).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + ("+changes" if git("status", "--porcelain", "-uno") else "")


def line(row: dict[str, object]) -> str:
    """Return one row of the table."""
    ratio = row.get("ratio")
    value, floor = (f"{one:.4g}" if isinstance(one, float) else one for one in (row["value"], row.get("floor", "-")))
    said = f"{ratio:8.2f}" if isinstance(ratio, float | int) else "       -"
    return f"{row['name']!s:74} {value!s:>12} {row['unit']!s:16} {floor!s:>12} {said}"


def main() -> None:
    """Measure what is named on the command line, or everything."""
    wanted = sys.argv[1:] or FILES
    rows: list[dict[str, object]] = []
    print(f"{'what':74} {'value':>12} {'unit':16} {'floor':>12} {'ratio':>8}")
    for name in wanted:
        for row in measure(name):
            rows.append({"file": name, **row})
            print(line(row), flush=True)
    about = {
        "commit": commit(),
        "date": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        "machine": f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "load": os.getloadavg(),
    }
    out = HOUSE / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"about": about, "rows": rows}, indent=2) + "\n")
    print(f"{about['machine']}, commit {about['commit']}, load {about['load'][0]:.1f}; also in build/bench.json")


if __name__ == "__main__":
    main()
