"""The real processes of the program with a stopwatch at the window; started by `bench_processes`.

Arguments: ``participant``; ``staff`` with the profile, the passphrase and a study code; or ``sending`` with the
profile, an account, its passphrase, a folder to copy to and the size of a bundle. Prints one line of JSON on standard
error.
"""

import json
import sys
import time
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

TAPS = 24
LOOK_MS = 10
"""How often the script is looked at; times come from Qt's own signals and paint events, not from looking."""
PATIENCE_S = 60.0
Script = Generator[Callable[[], bool], None, None]


class Watch(QObject):
    """Notes when the window was painted and drives a script, looking at it after every round of events."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self.first_paint_ns = 0
        self.paints = 0
        self.painted_at = 0.0
        self.facts: dict[str, object] = {}
        self.script: Script | None = None
        self.waiting: Callable[[], bool] = lambda: True
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.heart = QTimer(self)
        self.heart.setInterval(1)
        self.heart.timeout.connect(self.beat)
        self.longest_block_s = self.beaten_at = 0.0
        self.longest_work_s = self.worked = 0.0
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.window() is self.window:
            self.paints += 1
            self.painted_at = time.perf_counter()
            if not self.first_paint_ns:
                QTimer.singleShot(0, self.note_first)
                self.first_paint_ns = 1
        return False

    def note_first(self) -> None:
        self.first_paint_ns = time.time_ns()
        if self.script is not None:
            self.since = time.perf_counter()
            self.timer.start()

    def look(self) -> None:
        if not self.waiting():
            if time.perf_counter() - self.since > PATIENCE_S:
                raise SystemExit("the bench waited in vain")
            return
        self.since = time.perf_counter()
        try:
            assert self.script is not None
            self.waiting = next(self.script)
        except StopIteration:
            self.timer.stop()
            self.facts["first_paint_ns"] = self.first_paint_ns
            self.facts["pss_mb"] = pss_mb()
            print(json.dumps(self.facts), file=sys.stderr, flush=True)
            import os

            os._exit(0)

    def stop_watching(self) -> None:
        """Count no more paints."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    def beat(self) -> None:
        """Note how long the window last did nothing else than one thing."""
        now, worked = time.perf_counter(), time.thread_time()
        self.longest_block_s = max(self.longest_block_s, now - self.beaten_at)
        self.longest_work_s = max(self.longest_work_s, worked - self.worked)
        self.beaten_at, self.worked = now, worked

    def begin_beating(self) -> None:
        """Watch from here on how long the window does not answer; a beat comes whenever it would."""
        self.longest_block_s, self.beaten_at = 0.0, time.perf_counter()
        self.longest_work_s, self.worked = 0.0, time.thread_time()
        self.heart.start()

    def press(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def after(self, milliseconds: int) -> Callable[[], bool]:
        until = time.perf_counter() + milliseconds / 1e3
        return lambda: time.perf_counter() >= until


def pss_mb() -> float:
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def first_page() -> None:
    from retnet_pro.app import participant as process
    from retnet_pro.app.passage import read_hand_over

    def script(_watch: Watch) -> Script:
        yield lambda: True

    def shown(window: QWidget) -> None:
        window.resize(1280, 800)
        watch = Watch(window)
        watch.script = script(watch)

    process.run(read_hand_over(sys.stdin.readline()), shown)


def participant() -> None:
    from retnet_pro.answering.view import QuestionView
    from retnet_pro.app import participant as process
    from retnet_pro.app.passage import read_hand_over
    from retnet_pro.gui.widgets.option import Option

    def script(watch: Watch) -> Script:
        window: Any = watch.window
        views: list[object] = []
        window.course.viewed.connect(views.append)
        taps, turns = [], []
        yield watch.after(450)
        while window.page is window.message:
            buttons = window.message.buttons()
            watch.press(buttons[0] if buttons else window.bottom.next)
            yield watch.after(450)
        for _ in range(TAPS):
            face = window.question.face
            option = next(one for one in face.controls() if isinstance(one, Option) and not one.isChecked())
            chosen: list[float] = []
            option.toggled.connect(lambda _on, at=chosen: at.append(time.perf_counter()))
            began = time.perf_counter()
            watch.press(option)
            yield option.isChecked
            taps.append((chosen[0] - began) * 1e3)
            option.toggled.disconnect()
            yield watch.after(450)
            before, shown = watch.paints, len(views)
            began = time.perf_counter()
            watch.press(window.bottom.next)
            yield lambda b=before, s=shown: watch.paints > b and len(views) > s
            turns.append((watch.painted_at - began) * 1e3)
            yield watch.after(450)
            if not isinstance(views[-1], QuestionView):
                break
        watch.facts |= {"taps_ms": taps, "turns_ms": turns}

    def shown(window: QWidget) -> None:
        window.resize(1280, 800)
        watch = Watch(window)
        watch.script = script(watch)

    process.run(read_hand_over(sys.stdin.readline()), shown)


def there(window: QWidget, name: str) -> bool:
    return any(one.isVisible() and one.isEnabled() for one in window.findChildren(QWidget, name))


def staff(profile: str, passphrase: str, subject: str) -> None:
    from retnet_pro.app import staff as process

    def script(watch: Watch) -> Script:
        window: Any = watch.window
        yield lambda: there(window, "login.user.nurse")
        watch.press(window.findChild(QPushButton, "login.user.nurse"))
        QTest.keyClicks(window.findChild(QWidget, "login.passphrase"), passphrase)
        began = time.perf_counter()
        watch.press(window.findChild(QPushButton, "login.enter"))
        yield lambda: there(window, "rail.today") and window.frame is not None and bool(window.frame.today.isVisible())
        before = watch.paints
        yield lambda: watch.paints > before
        watch.facts["login_ms"] = (watch.painted_at - began) * 1e3
        yield watch.after(800)
        pages, blocks = [], []
        for _ in range(3):
            began = time.perf_counter()
            window.frame.open_participant(subject)
            yield lambda: there(window, "person.form.qlq-c30")
            before = watch.paints
            yield lambda b=before: watch.paints > b
            pages.append((watch.painted_at - began) * 1e3)
            window.frame.go("today")
            yield watch.after(500)
        watch.stop_watching()  # a look at every event would itself keep the window busy
        for _ in range(3):
            watch.begin_beating()
            window.frame.open_participant(subject)
            yield watch.after(1000)
            watch.heart.stop()
            blocks.append(watch.longest_block_s * 1e3)
            window.frame.go("today")
            yield watch.after(500)
        watch.facts["page_ms"] = pages
        watch.facts["blocked_ms"] = blocks

    def shown(window: QWidget) -> None:
        watch = Watch(window)
        watch.script = script(watch)

    process.run(Path(profile), shown)


def sending(profile: str, user: str, passphrase: str, folder: str, limit: str) -> None:
    from retnet_pro.app import staff as process
    from retnet_pro.bundle import container
    from retnet_pro.conduct import export

    vars(export)["split"] = partial(container.split, limit=int(limit))

    def script(watch: Watch) -> Script:
        window: Any = watch.window
        yield lambda: there(window, f"login.user.{user}")
        watch.press(window.findChild(QPushButton, f"login.user.{user}"))
        QTest.keyClicks(window.findChild(QWidget, "login.passphrase"), passphrase)
        watch.press(window.findChild(QPushButton, "login.enter"))
        yield lambda: there(window, "rail.today") and window.frame is not None and bool(window.frame.today.isVisible())
        window.frame.go("safe")
        yield lambda: there(window, "safe.export")
        button = window.findChild(QPushButton, "safe.export")  # to search for it at every look would itself take long
        yield watch.after(2000)
        watch.stop_watching()  # a look at every event would itself keep the window busy
        watch.begin_beating()
        began = time.perf_counter()
        window.frame.safe.export_to(Path(folder))
        yield button.isEnabled
        seconds = time.perf_counter() - began
        yield watch.after(1000)  # what was sent is told on the page once more
        watch.heart.stop()
        watch.facts["sending_ms"] = watch.longest_block_s * 1e3
        watch.facts["work_ms"] = watch.longest_work_s * 1e3
        watch.facts["sending_s"] = seconds
        watch.begin_beating()
        yield watch.after(round(seconds * 1e3) + 1000)
        watch.heart.stop()
        watch.facts["resting_ms"] = watch.longest_block_s * 1e3

    def shown(window: QWidget) -> None:
        watch = Watch(window)
        watch.script = script(watch)

    process.run(Path(profile), shown)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["participant"]:
            participant()
        case ["first-page"]:
            first_page()
        case ["staff", *words]:
            staff(*words)
        case ["sending", *words]:
            sending(*words)
