"""The figures the fault tests reach, kept in `build/reliability.json` for the reliability document.

A figure says which goal, how many runs, how many of them broke a promise, in how many seconds, at which size. Several
tests of one goal add up. A run of the tests replaces the figures of the goals it reached and keeps the others.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
FIGURES = HOUSE / "build" / "reliability.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one goal was measured at."""

    goal: str
    runs: int
    violations: int
    seconds: float
    size: str
    """``ci``, ``long``, or ``part`` of the long size."""


def add_up(figures: Iterable[Figure]) -> list[Figure]:
    """Return one figure per goal and size."""
    sums: dict[tuple[str, str], Figure] = {}
    for one in figures:
        before = sums.get((one.goal, one.size))
        sums[one.goal, one.size] = (
            one
            if before is None
            else Figure(
                goal=one.goal,
                runs=before.runs + one.runs,
                violations=before.violations + one.violations,
                seconds=round(before.seconds + one.seconds, 1),
                size=one.size,
            )
        )
    return list(sums.values())


def read_figures(path: Path = FIGURES) -> list[Figure]:
    """Return the figures that were kept; none when there is no file."""
    return [Figure(**one) for one in json.loads(path.read_text("utf-8"))] if path.is_file() else []


def keep_figures(new: Iterable[Figure], path: Path = FIGURES) -> None:
    """Keep what a run reached."""
    added = add_up(new)
    reached = {(one.goal, one.size) for one in added}
    kept = [one for one in read_figures(path) if (one.goal, one.size) not in reached]
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps([asdict(one) for one in (*kept, *added)], indent=2) + "\n", "utf-8")
