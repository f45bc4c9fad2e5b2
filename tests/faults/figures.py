"""The figures the fault tests reach, kept while they run and written to ``build/reliability.json`` at the end.

The file is a list of {"goal", "states or runs", "violations", "seconds", "size"}. A run of some tests replaces their
lines and keeps the others, so the whole table can be put together from several runs.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.sizes import SIZES

FILE = Path(__file__).resolve().parents[2] / "build" / "reliability.json"


@dataclass
class Figure:
    """What one goal came to."""

    goal: str
    runs: int = 0
    violations: int = 0
    seconds: float = 0.0

    def line(self) -> dict[str, object]:
        return {
            "goal": self.goal,
            "states or runs": self.runs,
            "violations": self.violations,
            "seconds": round(self.seconds, 1),
            "size": SIZES.name,
        }


@dataclass
class Figures:
    """All figures of one run of the tests."""

    reached: list[Figure] = field(default_factory=list)

    @contextmanager
    def goal(self, text: str) -> Iterator[Figure]:
        """Measure what happens inside; the caller says how much it was and how much of it was wrong."""
        figure, begun = Figure(text), time.perf_counter()
        self.reached.append(figure)
        yield figure
        figure.seconds = time.perf_counter() - begun

    def write(self, path: Path) -> None:
        """Put the figures of this run in the place of earlier ones for the same goals and size."""
        new = [figure.line() for figure in self.reached if figure.runs]
        mine = {(line["goal"], line["size"]) for line in new}
        old = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
        kept = [line for line in old if (line["goal"], line["size"]) not in mine]
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(kept + new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def table(self) -> list[str]:
        """Return the figures as lines for the end of the run."""
        width = max((len(figure.goal) for figure in self.reached), default=0)
        return [
            f"{one.goal:{width}}  {one.runs:>9,}  {one.violations:>3} violations  {one.seconds:>7.1f} s"
            for one in self.reached
            if one.runs
        ]
