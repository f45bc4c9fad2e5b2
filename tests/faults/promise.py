"""What was said during a day must hold afterwards. Returns what does not, in plain words; an empty list is the promise.

`broken` asks everything, with the program's own doors: the site opens, its chain verifies, every event that was said to
be durable is there, people come in with the passphrase that was said to be theirs and no other, what was erased is
gone, a file on the stick is whole or not there, what the centre countersigned it holds, and work goes on.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from retnet_pro.app.opening import OpenSite, open_site
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.receipt import verify_receipt
from retnet_pro.centre.folder import open_centre
from retnet_pro.centre.store import Store
from retnet_pro.cli.coordinating import take_in
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.export import collect
from retnet_pro.conduct.journey import at_once
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.record.chain import StoredRow
from retnet_pro.simulation.play import Calendar
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.verify import verify_log, verify_rows
from tests.faults.day import CHEAP, COORDINATOR, PASSPHRASE, SECOND, TODAY, found_again, settings_of

HARMLESS = frozenset(
    {Code.NOTHING_TO_SEND, Code.NOTHING_TO_ASK, Code.PARTICIPANT_EXISTS, Code.USER_TAKEN, Code.ALREADY_PROVISIONED}
)
"""Refusals that a second try may meet because the first took effect although it was reported as failed."""


@dataclass
class Said:
    """What was said up to one moment, by what it is about."""

    events: dict[int, str] = field(default_factory=dict)
    slots: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    no_slots: set[str] = field(default_factory=set)
    erasing: set[int] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)
    gone: list[bytes] = field(default_factory=list)
    putting: dict[str, set[str]] = field(default_factory=dict)
    put: set[str] = field(default_factory=set)
    centre: list[tuple[str, int, str]] = field(default_factory=list)
    founding: set[str] = field(default_factory=set)
    founded: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def centre_works(self) -> bool:
        """Whether this was a day on which the centre did anything."""
        return "begin centre" in self.acts

    def hear(self, what: str, *told: object) -> None:
        """Take in one more thing that was said."""
        match what, told:
            case "event", (int(seq), str(name)):
                if self.events.setdefault(seq, name) != name:
                    self.complaints.append(f"event {seq} was acknowledged and is not there: another took its place")
            case "trying", (str(user),):
                self.slots.pop(user, None)
                self.no_slots.discard(user)
            case "slot", (str(user), str(passphrase), int(identities), str(wrapped)):
                self.slots[user] = (passphrase, identities, wrapped)
            case "no slot", (str(user),):
                self.no_slots.add(user)
            case "erasing", (list(seqs),):
                self.erasing.update(seqs)
            case "erased", (list(seqs),):
                self.erased.update(seqs)
            case "gone", (str(tail),):
                self.gone.append(bytes.fromhex(tail))
            case "putting", (str(name), str(sha)):
                self.putting.setdefault(name, set()).add(sha)
            case "put", (str(name), str(_)):
                self.put.add(name)
            case "centre", (str(bundle), int(upto), str(head), str(_)):
                self.centre.append((bundle, upto, head))
            case "founding", (str(name),):
                self.founding.add(name)
            case "founded", (str(name), int(seq)):
                self.founded[name] = seq
            case "begin" | "done", (str(act),):
                self.acts.append(f"{what} {act}")
            case "failed", (str(act), str(code)):
                self.failures.append((act, code))
            case "refused", (str(act), str(code)):
                if code not in HARMLESS:
                    self.complaints.append(f"{act} is refused with {code} after the fault is gone")
            case "unusable" | "traceback", _:
                self.complaints.append(f"{what}: {told}")
            case _:
                pass


def hear(lines: Iterable[list[object]]) -> Said:
    said = Said()
    for what, *told in lines:
        said.hear(str(what), *told)
    return said


def broken(folder: Path, said: Said) -> list[str]:
    """Return every promise that does not hold in a folder, and leave the folder changed by the work that went on."""
    found = list(said.complaints)
    try:
        found += _at_the_site(folder, said)
        found += stick_faults(_stick(folder), said)
        if said.centre_works:
            found += _at_the_centre(folder, said)
        found += _second_sites(folder, said)
        found += _work_goes_on(folder, said)
    except RetnetError as failure:
        found.append(f"{failure}")
    return found


def _at_the_site(folder: Path, said: Said) -> Iterator[str]:
    opened = open_site(settings_of(folder), Calendar(TODAY), cost=CHEAP)
    with opened.log as log:
        rows = list(log.rows())
        checked = verify_rows(rows, opened.founding.device, opened.founding.public)
        if checked.first_break is not None:
            yield f"the chain breaks: {checked.first_break}"
        yield from event_faults(rows, said)
        yield from _people(opened, said)


def event_faults(rows: list[StoredRow], said: Said) -> Iterator[str]:
    """Say which of the events that were said to be durable are not among these rows."""
    for seq, name in said.events.items():
        if seq > len(rows) or rows[seq - 1][4] != name:
            yield f"event {seq} was acknowledged and is not there"
    for seq in said.erased:
        if seq <= len(rows) and rows[seq - 1][2] is not None:
            yield f"the payload of event {seq} was erased and is there again"


def _people(opened: OpenSite, said: Said) -> Iterator[str]:
    active = {person.user for person in opened.slots.people()}
    for user, (passphrase, identities, _) in said.slots.items():
        try:
            if len(opened.slots.unlock(user, passphrase, opened.pen.clock())) != identities:
                yield f"the slot of {user} holds other identities"
        except Refusal as refusal:
            yield f"{user} cannot come in: {refusal.code.value}"
    yield from (f"{user} was removed and can come in" for user in said.no_slots & active)


def _stick(folder: Path) -> dict[str, bytes]:
    drop = FolderTransport(open_centre(folder / "centre").drop)
    return {name: drop.get(name) for name in drop.names()}


def stick_faults(files: dict[str, bytes], said: Said) -> Iterator[str]:
    """Say which files on the stick are missing or not whole.

    A bundle whose receipt lies there may be gone: the centre takes away what carries something that was erased.
    """
    for name, allowed in said.putting.items():
        if name not in files:
            if name in said.put and f"{name.partition('.')[0]}.receipt" not in files:
                yield f"{name[:8]}… was put on the stick and is not there"
        elif hashlib.sha256(files[name]).hexdigest() not in allowed:
            yield f"{name[:8]}… on the stick is not whole"


def _at_the_centre(folder: Path, said: Said) -> Iterator[str]:
    centre = open_centre(folder / "centre")
    opened = open_site(settings_of(folder), Calendar(TODAY), cost=CHEAP)
    opened.log.close()
    drop, device = FolderTransport(centre.drop), opened.founding.device
    signed = [
        verify_receipt(drop.get(name), centre_public=centre.online, trial=centre.trial, device=device)
        for name in drop.names()
        if name.endswith(".receipt")
    ]
    with closing(Store(centre.database)) as store, store.reading() as ledger:
        held = {event.header.seq: event.hash for event in ledger.events(device)}
        for bundle, upto, head in [*said.centre, *((one.bundle, one.upto, one.head) for one in signed)]:
            if upto and held.get(upto) != head:
                yield f"the centre countersigned event {upto} and does not hold it"
            if ledger.receipt(bundle) is None:  # type: ignore[arg-type]
                yield f"the centre no longer knows the receipt of {bundle[:8]}…"


def _second_sites(folder: Path, said: Said) -> Iterator[str]:
    if said.founding - set(said.founded):
        found_again(folder, SECOND)  # what was cut off can be done again
    for name, seq in said.founded.items():
        opened = open_site(settings_of(folder, name), Calendar(TODAY), cost=CHEAP)
        with opened.log:
            if opened.log.head().seq < seq or not opened.slots.people():
                yield f"the site {name} was founded and is not whole"
            opened.slots.unlock(COORDINATOR.user, PASSPHRASE, opened.pen.clock())


def _work_goes_on(folder: Path, said: Said) -> Iterator[str]:
    """The centre answers, the coordinator comes in, receipts are fetched, the file is closed and verifies."""
    opened = open_site(settings_of(folder), Calendar(TODAY), cost=CHEAP)
    with opened.log:
        if said.centre_works:
            taken = take_in(open_centre(folder / "centre"), opened.library, TODAY)
            yield from (f"the centre turned away: {one.fault}" for one in taken.admissions if _strange(one.fault))
        door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
        desk = door.login(COORDINATOR.user, PASSPHRASE)
        at_once(collect(desk, opened.founding, FolderTransport(open_centre(folder / "centre").drop)))
        desk.leave()
        head = opened.log.head()
    checked = verify_log(settings_of(folder).log, opened.founding.device, opened.founding.public, known=[head])
    if checked.first_break is not None:
        yield f"after work went on the chain breaks: {checked.first_break}"
    left = b"".join(path.read_bytes() for path in settings_of(folder).profile.iterdir())
    yield from (f"erased bytes {tail.hex()[:16]}… are still in a file" for tail in said.gone if tail in left)


def _strange(fault: RetnetError | None) -> bool:
    """A bundle without its signature, or with that of its twin, waits for the next export; anything else is strange."""
    return fault is not None and fault.code is not Code.BUNDLE_UNSIGNED
