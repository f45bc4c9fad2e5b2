"""The participant's glass beside a bare page of the same widgets (performance targets 1, 3, 4 and 5).

Glass and floor take turns in the same run and are given the same work: new words, a new page, painted.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tests.bench.glass import OPTIONS, SHORT, SIZE, Glass, Paints, the_application, until

Row = dict[str, object]
SWAPS = int(os.environ.get("RETNET_PRO_BENCH_TAPS", "300"))
STARTS = 7
LONG = 5_000
HERE = Path(__file__)


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    application = the_application()
    glass, floor, far = Glass(application, SHORT), Floor(application), Glass(application, LONG)
    swaps: dict[str, list[float]] = {"glass": [], "floor": [], "far": [], "tap": [], "far tap": []}
    for _ in range(SWAPS):
        swaps["glass"].append(glass.swap())
        swaps["floor"].append(floor.swap())
        swaps["far"].append(far.swap())
        swaps["tap"].append(glass.tap())
        swaps["far tap"].append(far.tap())
    for one in (glass, far):
        one.close()
    rows = [
        _row("glass: Next to painted, p50", _middle(swaps["glass"]), "ms", _middle(swaps["floor"])),
        _row("glass: Next to painted, p99", _worst(swaps["glass"]), "ms", _worst(swaps["floor"])),
        _row("glass: tap, through the lane, to painted, p50", _middle(swaps["tap"]), "ms", _middle(swaps["floor"])),
        _row("glass: Next at 5,000 items against 30, p50", _middle(swaps["far"]), "ms", _middle(swaps["glass"])),
        _row("glass: tap at 5,000 items against 30, p50", _middle(swaps["far tap"]), "ms", _middle(swaps["tap"])),
    ]
    starts: dict[str, list[tuple[float, float]]] = {"bare": [], "glass": [], "long": []}
    for _ in range(STARTS):
        for name in starts:
            starts[name].append(_start(name))
    (bare, bare_mb), (first, first_mb), (long, long_mb) = (
        tuple(statistics.median(column) for column in zip(*starts[name], strict=True)) for name in starts
    )
    return [
        *rows,
        _row("glass: process start to first question painted", first, "ms", bare),
        _row("glass: the same at 5,000 items against 30", long, "ms", first),
        _row("glass: memory (PSS) with a question", first_mb, "MB", bare_mb),
        _row("glass: memory (PSS) at 5,000 items", long_mb, "MB", bare_mb),
    ]


def _row(name: str, value: float, unit: str, floor: float) -> Row:
    return {"name": name, "value": round(value, 3), "unit": unit, "floor": round(floor, 3), "ratio": value / floor}


def _middle(times: list[float]) -> float:
    return statistics.median(times)


def _worst(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


class Floor:
    """The same page of Qt's own widgets with nothing behind it."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._page = 0
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self._progress, self._recall, self._question = QProgressBar(), QLabel("recall"), QLabel("question")
        self._question.setWordWrap(True)
        self._options = [QPushButton(text) for text in OPTIONS]
        for part in (self._progress, self._recall, self._question, *self._options, QPushButton("Next")):
            column.addWidget(part)
        for option in self._options:
            option.setCheckable(True)
        self._paints = Paints(self._question)
        self.window.resize(*SIZE)
        self.window.show()
        until(application, self._paints, 0)

    def swap(self) -> float:
        """Show the next page; return the milliseconds until it is painted."""
        before, began = self._paints.count, time.perf_counter()
        self._page += 1
        self._progress.setValue(self._page % 100)
        self._question.setText(f"Question {self._page}: which seat in the evening train would you like to take?")
        for option in self._options:
            option.setChecked(False)
        until(self._application, self._paints, before)
        return (time.perf_counter() - began) * 1e3


BARE = """
from PySide6.QtCore import QObject, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
class Page(QWidget):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted = True
application = QApplication(["bench"])
page = Page()
column = QVBoxLayout(page)
for part in (QProgressBar(), QLabel("recall"), QLabel("question"), *map(QPushButton, "abcd"), QPushButton("Next")):
    column.addWidget(part)
page.resize(1280, 800)
page.show()
while not page.painted:
    application.processEvents()
"""
GLASS = """
from PySide6.QtWidgets import QApplication
application = QApplication(["bench"])
from tests.bench.glass import Glass
glass = Glass(application, {items})
"""
PSS = """
print(*(line.split()[1] for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:")), flush=True)
import os
os._exit(0)
"""


def _start(name: str) -> tuple[float, float]:
    """Start a process; return the milliseconds until it has painted, and its memory in MB."""
    story = BARE if name == "bare" else GLASS.format(items=SHORT if name == "glass" else LONG)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", story + PSS], capture_output=True, text=True, check=True, cwd=HERE.parents[2]
    )
    return (time.perf_counter() - began) * 1e3, int(done.stdout.split()[-1]) / 1024


if __name__ == "__main__":
    for row in run():
        print("{name:55} {value:9} {unit:3} floor {floor:8} ratio {ratio:.2f}".format(**row))
