"""A program that plays many days, each in a process of its own, and breaks something in each.

Everything is imported and warmed up once; a day is then a fork of this process on a fresh copy of the template, so a
thousand broken days cost little more than a thousand days. Faults of system calls come from libfiu, which must be
preloaded; it counts the calls in the broken process itself, so the Nth call means the Nth call of that day.

Usage: yard.py TEMPLATE PLACE JOBS OUTCOMES [small]   (small: on a disk whose size can be set; needs root)
"""

import ctypes
import gc
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from retnet_pro.app import opening
from retnet_pro.centre import engine
from tests.faults.day import HOUSE, WHOLE, Day, play
from tests.faults.promise import broken, hear

POINTS = {
    "pwrite": "posix/io/rw/pwrite",
    "write": "posix/io/rw/write",
    "fsync": "posix/io/sync/fsync",
    "fdatasync": "posix/io/sync/fdatasync",
    "ftruncate": "posix/io/rw/ftruncate",
    "open": "posix/io/oc/open",
    "unlink": "posix/io/dir/unlink",
    "rename": "posix/io/dir/rename",
    "read": "posix/io/rw/read",
    "pread": "posix/io/rw/pread",
}
"""Kinds of calls that can be made to fail, and how libfiu calls them."""
PATIENCE_S = 60
Job = Mapping[str, Any]
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(ctypes.c_uint),
)  # fmt: skip


class Saboteur:
    """Makes the Nth call of one kind fail, once or for good; counts the calls of all kinds."""

    def __init__(self) -> None:
        self.seen = dict.fromkeys(POINTS, 0)
        self._fiu = ctypes.CDLL("libfiu.so.0")
        self._kept: list[Any] = []

    def watch(self, kind: str, number: int, nth: int, for_good: bool) -> None:
        """Count the calls of a kind; from the Nth on (or only then) they fail with this error number."""

        def decide(_name: object, _failnum: object, _failinfo: object, _flags: object) -> int:
            self.seen[kind] += 1
            return self.seen[kind] == nth or (for_good and self.seen[kind] > nth)

        told = _CALLBACK(decide)
        self._kept.append(told)
        name = POINTS[kind].encode()
        if self._fiu.fiu_enable_external(name, 1, ctypes.c_void_p(number), 0, told):
            raise OSError(f"libfiu does not take {kind}")

    def stop(self) -> None:
        """Let all calls through again."""
        for name in POINTS.values():
            self._fiu.fiu_disable(name.encode())


def play_broken(folder: Path, job: Job, line: socket.socket) -> None:
    """Play the day of a job in this process, which ends with it."""

    def say(*told: object) -> None:
        line.send(json.dumps(told).encode() + b"\n")

    def ask_for_room() -> None:
        say("waiting")
        line.recv(1)

    relieve: Callable[[], None] = ask_for_room
    try:
        day = Day(folder, say, answers=job.get("answers", 2), early=job.get("early", False))
        saboteur = Saboteur() if "fault" in job else None
        if saboteur is not None:
            for kind, number, nth, for_good in job["fault"]:
                saboteur.watch(kind, number, nth, for_good)
            relieve = saboteur.stop
        play(day, job.get("acts", WHOLE), relieve)
        if saboteur is not None:
            saboteur.stop()
            day.say("calls", saboteur.seen)
    except BaseException as error:  # noqa: BLE001  # what must never happen is told, whatever it is
        last = traceback.extract_tb(error.__traceback__)[-1]
        say("traceback", f"{type(error).__name__} in {last.name}, {Path(last.filename).name}:{last.lineno}")
    os._exit(0)


@contextmanager
def child_of(folder: Path, job: Job) -> Iterator[tuple[int, socket.socket]]:
    """The process of a broken day, and the line on which it speaks."""
    wait_until_alone()
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        play_broken(folder, job, theirs)
    theirs.close()
    ours.settimeout(PATIENCE_S)
    try:
        yield pid, ours
    finally:
        ours.close()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def wait_until_alone() -> None:
    """Wait for threads that have done their work to be gone: one that is still ending may hold a lock of a library,
    and a fork would copy the lock without the thread that lets go of it."""
    for _ in range(1000):
        if len(list(Path("/proc/self/task").iterdir())) == 1:
            return
        time.sleep(0.0005)
    raise AssertionError("a thread of this process does not end, so it cannot be forked safely")


def listen(line: socket.socket) -> Iterator[list[Any]]:
    """Yield what the process says until it ends; a line cut off by its end was never said."""
    rest = b""
    while heard := line.recv(65536):
        *whole, rest = (rest + heard).split(b"\n")
        yield from map(json.loads, whole)


class SmallDisk:
    """A disk in memory at the place where the days are played, whose size can be set while it is in use."""

    PLENTY = 64 * 1024 * 1024

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> "SmallDisk":
        self.folder.mkdir()
        self._mount("-t", "tmpfs", "-o", f"size={self.PLENTY}", "tmpfs")
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def _mount(self, *options: str) -> None:
        subprocess.run(["mount", *options, str(self.folder)], check=True, capture_output=True)

    def used(self) -> int:
        found = os.statvfs(self.folder)
        return (found.f_blocks - found.f_bfree) * found.f_frsize

    def leave(self, room: int) -> None:
        """Let the disk hold this much more than it holds now."""
        self._mount("-o", f"remount,size={self.used() + room}")

    def make_room(self) -> None:
        self._mount("-o", f"remount,size={self.PLENTY}")


@dataclass
class Yard:
    """Where one process plays its days."""

    template: Path
    place: Path
    disk: SmallDisk | None = None
    takes_s: dict[str, float] = field(default_factory=dict)
    """How long each act takes when nothing is broken, so that a kill falls into the middle of it."""

    def fresh(self) -> Path:
        """Return a new copy of the template, always at the same path: what was read of the forms stays known."""
        folder = self.place / "day" / "of-work"
        shutil.rmtree(folder, ignore_errors=True)
        return shutil.copytree(self.template, folder)

    def rehearse(self, acts: Sequence[str]) -> None:
        """Play the acts in this very process: whatever is loaded when it is first needed is loaded afterwards."""
        begun: dict[str, float] = {}

        def say(what: str, *told: object) -> None:
            if what == "begin":
                begun[str(told[0])] = time.perf_counter()
            if what == "done":
                self.takes_s[str(told[0])] = time.perf_counter() - begun[str(told[0])]

        for _ in range(2):  # the first time is slower than all others
            play(Day(self.fresh(), say), acts)
        gc.freeze()
        gc.disable()

    def run(self, job: Job) -> dict[str, Any]:
        """Play one broken day and say what was broken by it."""
        folder = self.fresh()
        lines: list[list[Any]] = []
        kill, peak = job.get("kill"), 0
        if self.disk is not None:
            start = self.disk.used()
            self.disk.leave(job["room"])
        with child_of(folder, job) as (pid, line):
            try:
                for said in listen(line):
                    lines.append(said)
                    if kill and said == ["begin", kill["act"]]:
                        time.sleep(kill["share"] * self.takes_s[kill["act"]])
                        os.kill(pid, signal.SIGKILL)
                        kill = None
                    if self.disk is not None:
                        peak = max(peak, self.disk.used() - start)
                        if said == ["waiting"]:
                            self.disk.make_room()
                            line.send(b"!")
            except TimeoutError:
                lines.append(["traceback", "it hangs"])
        if self.disk is not None:
            self.disk.make_room()
        said = hear(lines)
        return {
            "job": dict(job),
            "events": len(said.events),
            "acts": said.acts,
            "failures": said.failures,
            "calls": next((line[1] for line in lines if line[0] == "calls"), {}),
            "peak": peak,
            "broken": broken(folder, said),
        }


def set_to_work(
    template: Path,
    place: Path,
    jobs: Sequence[Job],
    *,
    rehearse: Sequence[str],
    preload: Path | None = None,
    small_disk: bool = False,
    workers: int = 2,
) -> list[dict[str, Any]]:
    """Play all jobs in several processes and return what became of them."""
    started = []
    for number in range(workers):
        own = place / f"worker-{number}"
        own.mkdir(parents=True)
        (own / "jobs").write_text(json.dumps([{"rehearse": rehearse}, *jobs[number::workers]]))
        files = (template, own, own / "jobs", own / "outcomes")
        command = [sys.executable, __file__, *map(str, files), *(["small"] if small_disk else [])]
        environment = {**os.environ, "PYTHONPATH": str(HOUSE), "OPENBLAS_NUM_THREADS": "1"}
        if preload is not None:
            environment["LD_PRELOAD"] = str(preload)
        started.append((own, subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)))
    outcomes = []
    for own, process in started:
        _, said = process.communicate()
        if process.returncode:
            raise AssertionError(said)
        lines = (own / "outcomes").read_text(encoding="utf-8").splitlines()
        outcomes += [json.loads(line) for line in lines]
        shutil.rmtree(own)
    return outcomes


def main(template: str, place: str, jobs: str, outcomes: str, disk: str = "") -> None:
    opening.open_library = cache(opening.open_library)  # forms are read before anything is broken
    opening.load_study = cache(opening.load_study)
    engine.create_engine = partial(engine.create_engine, execution_options={"compiled_cache": {}})
    work = json.loads(Path(jobs).read_text(encoding="utf-8"))
    yard = Yard(Path(template), Path(place))
    with ExitStack() as stack, Path(outcomes).open("w", encoding="utf-8") as file:
        if disk:
            yard.disk = stack.enter_context(SmallDisk(yard.place / "day"))
        yard.rehearse(work[0]["rehearse"])
        for job in work[1:]:
            file.write(json.dumps(yard.run(job)) + "\n")


if __name__ == "__main__":
    # A tablet has no pandas. Where there is one, for the centre, sqlite-utils loads it, and threads that never end.
    sys.modules["pandas"] = None  # type: ignore[assignment]
    main(*sys.argv[1:])
