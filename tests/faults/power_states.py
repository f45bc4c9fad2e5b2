"""A program that opens every disk state after a power cut and compares it with what had been said by then.

Every state is opened with the real `open_log` and compared with the recording's own rows, which are known to verify;
of every so many-th state everything is asked (`tests.faults.promise`). Parts of a state (site, stick, centre) that
were seen before are not opened again, because the same bytes give the same answer.

Usage: power_states.py BEFORE AFTER TRACE PLACE WORKER WORKERS STATES SAMPLES MOST
"""

import hashlib
import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from retnet_pro.app import opening
from retnet_pro.errors import RetnetError
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.event import read_header
from retnet_pro.record.seal import sealed_hash
from retnet_pro.vault.log import open_log
from tests.faults.power import Disk, Files, Recording, SaidSo, Step, files_below, folders_below
from tests.faults.promise import Said, broken, stick_faults

FOLDERS = ("centre/drop", "centre/inbox", "centre/quarantine")
LEAST = 6
"""States after each step, at least, when anything is on its way."""
BLOCK = 8
"""Neighbouring moments given to the same worker, because their states are often the same."""


@dataclass(frozen=True)
class Opened:
    """What was found in one log."""

    faults: tuple[str, ...] = ()
    rows: tuple[StoredRow, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    active: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Held:
    """What was found at the centre."""

    faults: tuple[str, ...] = ()
    events: dict[int, str] = field(default_factory=dict)
    receipts: dict[str, bytes] = field(default_factory=dict)
    admitted: frozenset[tuple[str, str]] = frozenset()


class Looker:
    """Opens states; remembers the answer for bytes it has seen."""

    def __init__(self, after: Path, place: Path) -> None:
        self.place = place
        self.opened_parts = 0
        self._known: dict[int, object] = {}
        with open_log(after / "site" / "site.db") as log:
            self._genuine = list(log.rows())
        self._seals = {row[0]: read_header(row[1]).seal for row in self._genuine}

    def faults(self, files: Files, said: Said) -> Iterator[str]:
        """Say what was promised by now and does not hold."""
        yield from self._site_faults(self._once(_part(files, "site/"), self._open_site), said)
        yield from stick_faults(
            {path.rpartition("/")[2]: data for path, data in files.items() if "/drop/" in path}, said
        )
        held = self._once(_part(files, "centre/centre.sqlite"), self._open_centre)
        yield from self._centre_faults(held, files, said)
        for name, seq in said.founded.items():
            second = self._once(_part(files, f"{name}/"), self._open_site)
            if len(second.rows) < seq or not second.active or not any(".device" in path for path in _part(files, name)):
                yield f"{name} was founded and is not whole {second.faults}"

    def _once(self, part: Files, look: Callable[[Files], Any]) -> Any:
        key = _mark(part)
        if key not in self._known:
            self._known[key] = look(part)
            self.opened_parts += 1
        return self._known[key]

    def _open_site(self, part: Files) -> Opened:
        name = next((path.partition("/")[0] for path in part), "site")
        path = laid_out(part, self.place / "part") / name / "site.db"
        try:
            with open_log(path) as log:
                rows = tuple(log.rows())
                sound = log.read("PRAGMA integrity_check(1)") == [("ok",)]
                slots = log.read("SELECT user, wrapped, state FROM slot")
                log.snapshot()
        except RetnetError as failure:
            return Opened(faults=(f"{failure.code.value}",))
        return Opened(
            faults=() if sound else ("the database is not sound",),
            rows=rows,
            slots={user: hashlib.sha256(wrapped).hexdigest() for user, wrapped, _ in slots},
            active=frozenset(user for user, _, state in slots if state == "active"),
        )

    def _site_faults(self, found: Opened, said: Said) -> Iterator[str]:
        yield from found.faults
        if len(found.rows) < len(said.events) + self._before(said):
            yield f"{len(found.rows)} events are there, and more were acknowledged"
        for row, genuine in zip(found.rows, self._genuine, strict=False):
            if (row[0], row[1], row[3], row[4]) != (genuine[0], genuine[1], genuine[3], genuine[4]):
                yield f"event {row[0]} is another one"
            if row[2] is None:
                if self._seals[row[0]] is not None and row[0] not in said.erasing:
                    yield f"the payload of event {row[0]} is gone"
            elif sealed_hash(row[2]) != self._seals[row[0]]:
                yield f"the payload of event {row[0]} is another one"
            elif row[0] in said.erased:
                yield f"the payload of event {row[0]} was erased and is there again"
        for user, (_, _, wrapped) in said.slots.items():
            if found.slots.get(user) != wrapped:
                yield f"the slot of {user} is not the one that was kept"
        yield from (f"{user} was removed and can come in" for user in said.no_slots & found.active)

    def _before(self, said: Said) -> int:
        """How many events there were before the first one that was acknowledged in the recording."""
        return min(said.events, default=1) - 1

    def _open_centre(self, part: Files) -> Held:
        path = laid_out(part, self.place / "part") / "centre" / "centre.sqlite"
        try:
            with closing(sqlite3.connect(path)) as database:
                sound = database.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
                return Held(
                    faults=() if sound else ("the centre's database is not sound",),
                    events=dict(database.execute("SELECT seq, hash FROM event")),
                    receipts=dict(database.execute("SELECT bundle, body FROM receipt")),
                    admitted=frozenset((str(id_), str(file)) for id_, file in database.execute(_WITH_A_FILE)),
                )
        except sqlite3.Error as error:
            return Held(faults=(f"the centre cannot be opened: {error}",))

    def _centre_faults(self, held: Held, files: Files, said: Said) -> Iterator[str]:
        yield from held.faults
        for bundle, upto, head in said.centre:
            if held.events.get(upto) != head or bundle not in held.receipts:
                yield f"the centre countersigned event {upto} and does not hold it"
        for path, data in files.items():
            bundle = path.rpartition("/")[2].removesuffix(".receipt")
            if path.endswith(".receipt") and held.receipts.get(bundle) != data:
                yield "a receipt lies on the stick that the centre does not know"
        for bundle, file in held.admitted:
            data = files.get(f"centre/inbox/{bundle}-{file[:16]}.age", b"")
            if hashlib.sha256(data).hexdigest() != file:
                yield "a bundle was admitted and its file is not whole"


_WITH_A_FILE = """
SELECT id, file FROM bundle WHERE NOT EXISTS (
    SELECT 1 FROM erasure WHERE target_dev = bundle.dev AND target_seq BETWEEN bundle.from_seq AND bundle.upto
)"""
"""Bundles whose file must be there: all but those that carried something that was erased by order."""


def _mark(files: Files) -> int:
    """Return what tells these files from any others. Python keeps the hash of bytes it has hashed once."""
    return hash(tuple(sorted(files.items())))


def _part(files: Files, start: str) -> Files:
    return {path: data for path, data in files.items() if path.startswith(start)}


def laid_out(files: Files, folder: Path, empty: Sequence[str] = ()) -> Path:
    """Put files below an emptied folder that has these folders."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in empty:
        (folder / path).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@dataclass
class Found:
    """What looking at the states gave."""

    states: int = 0
    distinct: int = 0
    samples: int = 0
    opened: int = 0
    violations: list[str] = field(default_factory=list)


def look_at_all(
    steps: list[Step], disk: Disk, looker: Looker, *, mine: Callable[[int], bool], share: float, every: int, most: int
) -> Found:
    """Build and check the states after every step that is `mine`; stop after so many violations.

    The more is on its way, the more states there are: `share` for each write or name, and never fewer than six.
    """
    found, said, seen = Found(), Said(), set[int]()
    for number, step in enumerate(steps):
        disk.take(step)
        if isinstance(step, SaidSo):
            what, *told = step.told
            said.hear(str(what), *told)
        if not mine(number):
            continue
        for files in disk.after_a_cut(random.Random(number), max(LEAST, round(share * disk.uncertain()))):
            found.states += 1
            faults = list(looker.faults(files, said))
            if (mark := _mark(files)) not in seen:
                seen.add(mark)
                found.distinct += 1
                if not faults and found.distinct % every == 0:
                    found.samples += 1
                    faults = broken(laid_out(files, looker.place / "day", FOLDERS), said)
            found.violations += [f"after step {number}, {said.acts[-1]}: {fault}" for fault in faults]
            if len(found.violations) >= most:
                return found
    found.opened = looker.opened_parts
    return found


def uncertainties(steps: list[Step], disk: Disk) -> Iterator[int]:
    """Yield how much is on its way after each step."""
    for step in steps:
        disk.take(step)
        yield disk.uncertain()


def main(before: str, after: str, trace: str, place: str, *numbers: str) -> None:
    worker, workers, states, samples, most = map(int, numbers)
    opening.open_library, opening.load_study = cache(opening.open_library), cache(opening.load_study)
    start = files_below(Path(before))
    steps = Recording(Path(after), start).read(Path(trace))
    folders = folders_below(Path(before))
    found = look_at_all(
        steps,
        Disk.holding(start, folders),
        Looker(Path(after), Path(place)),
        mine=lambda number: number // BLOCK % workers == worker,
        share=states / sum(uncertainties(steps, Disk.holding(start, folders))),
        every=max(1, states // max(1, 2 * samples)),
        most=most,
    )
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main(*sys.argv[1:])
