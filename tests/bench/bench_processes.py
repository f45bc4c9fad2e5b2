"""The real processes from start to paint: participant and staff on a synthetic site (targets 1, 2, 3, 5, 6).

The floor of a start is a bare page of Qt's own widgets in a fresh process; the floor of a tap is a bare sealed, signed,
durable insert; the floor of a page is a bare page swap. All are measured in the same run.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from retnet_pro.app.opening import open_site
from retnet_pro.app.passage import HandOver, write_hand_over
from retnet_pro.app.senses import new_id, system_clock
from retnet_pro.cli.synthetic import NURSE, PASSPHRASE, make_trial
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.handover import start, stop
from retnet_pro.instrument.carried import carry
from retnet_pro.record.response import AnsweredBy
from retnet_pro.settings import Settings
from retnet_pro.study.absence import Absence

Row = dict[str, object]
HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
ROUNDS = 5
GAP_MS, GAPS = 450, 60
BLOCK_MS = 50.0
"""No act of staff may keep the window from answering for longer."""
"""A person rests between taps, and what was warm gets cold; so does the floor here."""
READY_S = 1.5
"""Long enough for a waiting process to have loaded its code."""
PARTICIPANTS = int(os.environ.get("RETNET_PRO_BENCH_PARTICIPANTS", "12"))
MONTHS = int(os.environ.get("RETNET_PRO_BENCH_MONTHS", "12"))
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
class Page(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print(time.time_ns(), file=sys.stderr, flush=True)
    application.quit()
application = QApplication(["bench"])
page = Page()
column = QVBoxLayout(page)
for part in (QProgressBar(), QLabel("recall"), QLabel("question"), *map(QPushButton, "abcd"), QPushButton("Next")):
    column.addWidget(part)
page.resize(1280, 800)
page.show()
application.exec()
"""


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    from PySide6.QtTest import QTest

    from tests.bench.bench_glass import Floor
    from tests.bench.glass import the_application

    with TemporaryDirectory() as folder:
        world = make_trial(Path(folder), participants=PARTICIPANTS, months=MONTHS, seed=1)
        profile = world.settings.profile
        waited: list[float] = []
        bare, first, lock, taps, turns, logins, pages, blocked = [], [], [], [], [], [], [], []
        memory: dict[str, float] = {}
        for _ in range(ROUNDS):
            bare.append(_bare())
            given, subject = _hand_over(world.settings)
            facts, seconds = child(["participant"], write_hand_over(given) + "\n")
            first.append(seconds)
            given, _ = _hand_over(world.settings)
            waited.append(_waiting_child(write_hand_over(given) + "\n"))
            taps += facts["taps_ms"]
            turns += facts["turns_ms"]
            memory["participant"] = facts["pss_mb"]
            facts, seconds = child(["staff", str(profile), PASSPHRASE, subject], "")
            lock.append(seconds)
            logins.append(facts["login_ms"])
            pages += facts["page_ms"]
            blocked += facts["blocked_ms"]
            memory["staff"] = facts["pss_mb"]
    swap = Floor(the_application())
    swaps = []
    for _ in range(GAPS):
        QTest.qWait(GAP_MS)
        swaps.append(swap.swap())
    commits = _bare_commits_ms()
    size = f"{PARTICIPANTS} participants, {MONTHS} months"
    middle = statistics.median
    return [
        _row("participant: process start to first painted page (everything real)", middle(first), "ms", middle(bare)),
        _row("participant: hand-over to first painted page, process waiting", middle(waited), "ms", middle(bare)),
        _row("staff: process start to painted lock screen", middle(lock), "ms", middle(bare)),
        _row("participant: tap to shown as chosen = durably committed, p50", middle(taps), "ms", middle(commits)),
        _row("participant: the same, p99", _worst(taps), "ms", _worst(commits)),
        _row("participant: Next to next question painted, p50", middle(turns), "ms", middle(swaps)),
        _row("participant: the same, p99", _worst(turns), "ms", _worst(swaps)),
        _row("participant: tap + Next, p50", middle(taps) + middle(turns), "ms", middle(swaps) + middle(commits)),
        _row(f"staff: login to Today ({size})", middle(logins), "ms", None),
        _row("staff: opening a participant's page", middle(pages), "ms", None),
        _row("staff: longest time without an answer meanwhile, against 50 ms", middle(blocked), "ms", BLOCK_MS),
        _row("participant process: memory, PSS", memory["participant"], "MB", None),
        _row(f"staff process: memory, PSS ({size})", memory["staff"], "MB", None),
    ]


def _row(name: str, value: float, unit: str, floor: float | None) -> Row:
    ratio = None if floor is None else round(value / floor, 3)
    return {"name": name, "value": round(value, 2), "unit": unit, "floor": floor and round(floor, 2), "ratio": ratio}


def _worst(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _bare() -> float:
    began = time.time_ns()
    done = subprocess.run([sys.executable, "-c", BARE], capture_output=True, text=True, check=True)
    return (int(done.stderr.split()[-1]) - began) / 1e6


def child(words: list[str], given: str) -> tuple[dict[str, Any], float]:
    """Start a process with a stopwatch; return what it told and the milliseconds to its first painted page."""
    began = time.time_ns()
    done = subprocess.run(
        [sys.executable, str(HERE / "process_child.py"), *words], input=given, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    told = [line for line in done.stderr.splitlines() if line.startswith("{")]
    if not told:
        raise RuntimeError(done.stderr[-2000:])
    facts = json.loads(told[-1])
    return facts, (facts["first_paint_ns"] - began) / 1e6


def _waiting_child(given: str) -> float:
    """Hand over to a process that already waits, as the supervisor does; return the time to the first painted page."""
    with subprocess.Popen(
        [sys.executable, str(HERE / "process_child.py"), "first-page"], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen"},
    ) as child:  # fmt: skip
        time.sleep(READY_S)
        began = time.time_ns()
        _, told = child.communicate(given)
    facts = json.loads(next(line for line in told.splitlines() if line.startswith("{")))
    return float(facts["first_paint_ns"] - began) / 1e6


def _hand_over(settings: Settings) -> tuple[HandOver, str]:
    opened = open_site(settings, system_clock())
    with opened.log:
        door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
        desk = door.login(NURSE.user, PASSPHRASE)
        for waiting in desk.site.interrupted():
            stop(desk, waiting, Absence.OTHER.value)
        subject = max(desk.site.courses.subjects(), key=lambda one: len(desk.course(one).filed))
        course = desk.course(subject)
        visit = next(
            one for one in desk.visits_of(subject) if one.instruments[0] == "qlq-c30" and not course.done(one.id)
        )
        sitting = start(desk, subject, visit.id, "en", AnsweredBy.ALONE)
        choices = [(turn.instrument, turn.version, turn.language) for turn in sitting.turns]
        founding = opened.founding
        return (
            HandOver(
                sitting=sitting,
                profile=settings.profile,
                device=founding.device,
                seed=opened.device.seed,
                recipients=(founding.site_recipient, founding.centre_recipient),
                forms=carry(opened.library, choices),
            ),
            subject,
        )


def _bare_commits_ms() -> list[float]:
    """Seal to two recipients, sign, and insert one row durably, with nothing around it, at the pace of a person."""
    import sqlite3

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from pyrage import encrypt, x25519

    key = Ed25519PrivateKey.generate()
    recipients = [x25519.Identity.generate().to_public() for _ in range(2)]
    body, header = b"x" * 256, b"h" * 420
    with TemporaryDirectory(dir=HOUSE / "build") as folder:
        db = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE;")
        db.execute("CREATE TABLE event(seq INTEGER PRIMARY KEY, header BLOB, sealed BLOB, sig BLOB)")
        times = []
        for seq in range(GAPS):
            time.sleep(GAP_MS / 1e3)
            began = time.perf_counter()
            values = (seq, header, encrypt(body, recipients), key.sign(header))
            db.execute("BEGIN IMMEDIATE")
            db.execute("INSERT INTO event VALUES (?, ?, ?, ?)", values)
            db.execute("COMMIT")
            times.append((time.perf_counter() - began) * 1e3)
        db.close()
    return times
