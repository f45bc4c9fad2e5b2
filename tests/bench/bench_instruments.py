"""The shipped instruments on the participant's glass, against one frame of a usual screen (performance target 3).

Measured is what the participant waits for: from the act until the new question, or the new mark, is painted; storing is
measured with the vault. A change of text size, of colours or of language must be painted within a tenth of a second.
"""

import os
import statistics
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.session import Session, begin
from retnet_pro.answering.view import QuestionView, SectionView
from retnet_pro.gui.widgets.option import Option
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import Instrument, InstrumentId, Wording
from tests.bench.glass import Desk, Glass, Now, Paints, the_application, until

Row = dict[str, object]
TAPS = int(os.environ.get("RETNET_PRO_BENCH_TAPS", "300"))
CHANGES = max(8, TAPS // 5)
FORMS = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")
LONG = 5_000
FRAME_MS, TENTH_MS, GROWTH = 1000 / 60, 100.0, 1.2
HOUSE = Path(__file__).resolve().parents[2]


class ShippedDesk(Desk):
    """A sitting of one shipped form, with its demonstration wording."""

    def __init__(self, form: Instrument, words: Wording, now: Now) -> None:
        super().__init__(1, now)
        self._form, self._words = form, words

    def begin(self, _part: int) -> tuple[Session, Wording]:
        """Begin at the beginning."""
        return begin(self._form, self._now()), self._words


class Walk(Glass):
    """Goes round a form and measures every step."""

    def on(self) -> float | None:
        """Answer and go on; return the milliseconds to the next question, or None at the end, where it starts again."""
        view = self.question()
        if not view.answered:
            self._act_and_paint(Choose(view.item, _code(view, 0)))
            view = self.question()
        if view.place < view.total:
            took = self._act_and_paint(Next())
            # before another recall period stands a page of its own; what is measured is the way to the question
            return self._act_and_paint(Next()) if isinstance(self.window._view, SectionView) else took
        self.window.course._begin(self._desk.begin(0))
        self._act_and_paint(Next())
        return None

    def mark(self) -> float:
        """Choose another option; return the milliseconds until its mark is painted."""
        view = self.question()
        rows = [one for one in self.face().controls() if isinstance(one, Option)]
        at = next(n for n, option in enumerate(view.options[: len(rows)]) if not option.selected)
        paints = Paints(rows[at])
        took = self._act_and_paint(Choose(view.item, _code(view, at)), paints)
        rows[at].removeEventFilter(paints)
        return took

    def change(self, act: Callable[[], None]) -> float:
        """Change how the page looks; return the milliseconds until it is painted."""
        before, began = self._paints.count, time.perf_counter()
        act()
        until(self._application, self._paints, before)
        return (time.perf_counter() - began) * 1e3

    def speak(self, session: Session, words: Wording) -> Callable[[], None]:
        """Return the act of going on in another language."""
        return lambda: self.window.course._begin((session, words))


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    application = the_application()
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    return [*_instruments(application, library), *_growth(application), *_changes(application, library)]


def _instruments(application: QApplication, library: Library) -> list[Row]:
    rows: list[Row] = []
    for name in FORMS:
        walk = _walk(application, library, name)
        nexts: list[float] = []
        marks: list[float] = []
        while len(marks) < TAPS:
            took = walk.on()
            marks.append(walk.mark())
            nexts += [] if took is None else [took]
        walk.close()
        rows += [
            _row(f"{name}: Next to painted question, p99, against a frame", _p99(nexts), FRAME_MS),
            _row(f"{name}: tap to painted mark, p99, against a frame", _p99(marks), FRAME_MS),
        ]
    return rows


def _growth(application: QApplication) -> list[Row]:
    """Take turns, so that both meet the same moments of the machine; the same is done in both."""
    walks = {"short": Walk(application, 21), "long": Walk(application, LONG)}
    took: dict[str, list[float]] = {"short": [], "long": [], "short tap": [], "long tap": []}
    for _ in range(TAPS):
        for name, walk in walks.items():
            on = walk.on()
            took[name] += [] if on is None else [on]
            took[f"{name} tap"].append(walk.mark())
    for walk in walks.values():
        walk.close()
    middle = {name: statistics.median(times) for name, times in took.items()}
    return [
        _row(f"Next at {LONG:,} items against 21, p50 (at most {GROWTH})", middle["long"], middle["short"]),
        _row(f"tap at {LONG:,} items against 21, p50 (at most {GROWTH})", middle["long tap"], middle["short tap"]),
    ]


def _changes(application: QApplication, library: Library) -> list[Row]:
    walk = _walk(application, library, FORMS[0])
    top = walk.window.top
    sizes = [walk.change(top.size_wanted.emit) for _ in range(CHANGES)]
    looks = [walk.change(top.contrast_wanted.emit) for _ in range(CHANGES)]
    form = library.instrument(InstrumentId(FORMS[0]))
    words = [library.wording(form, language) for language in library.languages(form)]
    assert walk.window.course.form is not None
    session = walk.window.course.form.session
    spoken = [walk.change(walk.speak(session, words[n % len(words)])) for n in range(CHANGES)]
    walk.close()
    return [
        _row("another text size painted, p99, against 100 ms", _p99(sizes), TENTH_MS),
        _row("other colours painted, p99, against 100 ms", _p99(looks), TENTH_MS),
        _row(f"another language of {len(words)} painted, p99, against 100 ms", _p99(spoken), TENTH_MS),
    ]


def _walk(application: QApplication, library: Library, name: str) -> Walk:
    form = library.instrument(InstrumentId(name))
    words = library.wording(form, "en")
    return Walk(application, 1, lambda now: ShippedDesk(form, words, now))


def _code(view: QuestionView, at: int) -> int:
    code = view.options[at].code
    assert code is not None
    return code


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _row(name: str, value: float, floor: float) -> Row:
    return {
        "name": f"glass: {name}",
        "value": round(value, 3),
        "unit": "ms",
        "floor": round(floor, 3),
        "ratio": value / floor,
    }


if __name__ == "__main__":
    for row in run():
        print("{name:70} {value:9} {unit:3} floor {floor:8} ratio {ratio:.2f}".format(**row))
