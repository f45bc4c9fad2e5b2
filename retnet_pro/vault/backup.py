"""Copies of the site file in a second place: each complete, read back and compared before it gets its name (rule P81).

A copy is an ordinary closed site file. It opens nothing: its slots need the secret of the device that made it, its
payloads the key of the site or of the centre. Logs that a restored device inherited travel along, because without them
the copy of this device would not be the whole record.
"""

import errno
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path

from retnet_pro.conduct.backup import BackupFault, BackupPlan, Copied, PlaceKind
from retnet_pro.conduct.cause import cause_of
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper, WorldFault
from retnet_pro.record.event import DeviceId, Head
from retnet_pro.vault.durable import copy_file, new_file, sha256_of, sync_file, sync_folder
from retnet_pro.vault.frozen_log import FrozenLog
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.predecessors import predecessor_files
from retnet_pro.vault.rows import keep_setting, setting
from retnet_pro.vault.schema import STATEMENTS, check_schema
from retnet_pro.vault.verify import reading, stored_rows, table_rows, verify_rows

SUFFIX = "backup"
_NAME = re.compile(
    rf"(?P<device>[A-Za-z0-9_][A-Za-z0-9._-]{{0,63}})-(?P<seq>[0-9]{{10}})-(?P<hash>[0-9a-f]{{12}})\.{SUFFIX}"
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_PLAN, _FAULT = "backup.plan", "backup.fault"
_SIMPLE = tuple(name for name, text in STATEMENTS.items() if text.startswith("CREATE TABLE") and name != "event")


def backup_name(device: DeviceId, head: Head) -> str:
    """Return the name of a copy that ends with this event. Nothing personal is in it: a device id, a number, a hash."""
    return f"{device}-{head.seq:010}-{head.hash[:12]}.{SUFFIX}"


def is_backup_of(name: str, device: DeviceId) -> bool:
    """Whether a file of this name is a copy of this device's log."""
    found = _NAME.fullmatch(name)
    return found is not None and found["device"] == device


class BackupFolder:
    """The second place: a folder, a stick or a share. It must exist; a missing stick must not become a new folder."""

    def __init__(self, folder: Path, log: EventLog | FrozenLog, device: DeviceId, public: bytes) -> None:
        """Take the place, the log to be copied or one moment of it, and the key it must be signed with."""
        self._folder = folder
        self._log = log
        self._device = device
        self._public = public

    def put(self, known: Head) -> Copied:
        """Copy the log here. When this returns, the copy is on the medium, was read back and compared row by row.

        The chain is verified from `known` on, the head of the last copy; what lies before it was verified then.

        Raises:
            WorldFault: `TRANSPORT_UNREACHABLE`, `DISK_FULL` or `DISK_FAULT`; no new copy is here then.
            Tamper: `CHAIN_BROKEN`, when the log itself does not hold together.
        """
        part = self._folder / f".{self._device}.part"
        with _named(self._folder):
            self._carry_predecessors()
            try:
                new_file(part)
                self._log.copy_into(part)
                sync_file(part)
                head = self._compare(part, known)
                final = self._folder / backup_name(self._device, head)
                copied = Copied(
                    name=final.name,
                    head=head,
                    sha256=sha256_of(part),
                    size=part.stat().st_size,
                    place=self._kind(),
                )
                part.replace(final)
            finally:
                with suppress(OSError):  # a stick that was pulled out; the next copy takes the remains away
                    part.unlink(missing_ok=True)
            sync_folder(self._folder)
            if final.stat().st_size != copied.size:
                raise OSError(errno.EIO, "the copy could not be read back")
        return copied

    def names(self) -> tuple[str, ...]:
        """Return the copies of this device that are here, oldest first.

        Raises:
            WorldFault: `TRANSPORT_UNREACHABLE`.
        """
        with _named(self._folder), os.scandir(self._folder) as entries:
            return tuple(
                sorted(
                    entry.name
                    for entry in entries
                    if is_backup_of(entry.name, self._device) and entry.is_file(follow_symlinks=False)
                )
            )

    def keep_newest(self, count: int) -> None:
        """Take away older copies of this device; copies of other devices and all other files stay.

        One that cannot be taken away is no reason to complain about the copy that was just made.
        """
        with suppress(RetnetError, OSError):
            for name in self.names()[:-count]:
                (self._folder / name).unlink(missing_ok=True)

    def _compare(self, part: Path, known: Head) -> Head:
        """Return the end of the copied log, once every row of every table is the one in the log.

        Raises:
            OSError: the copy is not what was written.
            Tamper: `CHAIN_BROKEN`.
        """
        try:
            with reading(part) as copy:
                check_schema(copy, str(part))
                same = all(mine == other for mine, other in zip_longest(self._log.rows(), stored_rows(copy)))
                if not same or any(self._rows(name) != table_rows(copy, name) for name in _SIMPLE):
                    raise OSError(errno.EIO, "the copy could not be read back")
                found = verify_rows(stored_rows(copy, known.seq), self._device, self._public, start=known)
        except (Tamper, Refusal) as error:
            if Path(str(error.facts.get("path"))) != part:
                raise  # it is the log that cannot be read
            raise OSError(errno.EIO, "the copy could not be read back") from error
        if found.first_break is not None:
            broken = found.first_break
            raise Tamper(Code.CHAIN_BROKEN, path=self._log.path, seq=broken.seq, why=broken.why)
        return found.head

    def _rows(self, table: str) -> list[tuple[object, ...]]:
        return self._log.read(f"SELECT * FROM {table} ORDER BY 1")

    def _kind(self) -> PlaceKind:
        same = self._folder.stat().st_dev == self._log.path.stat().st_dev
        return PlaceKind.SAME_DISK if same else PlaceKind.OTHER_DISK

    def _carry_predecessors(self) -> None:
        for file in predecessor_files(self._log.path.parent):
            there = self._folder / file.name
            if not (there.is_file() and sha256_of(there) == sha256_of(file)):
                copy_file(file, self._folder / f".{file.name}.part", there)


def read_plan(log: EventLog) -> BackupPlan | None:
    """Return where copies go and how often, or None when nobody has said so yet."""
    kept = setting(log, _PLAN)
    if kept is None:
        return None
    plain = json.loads(kept)
    return BackupPlan(place=Path(plain["place"]), every_h=plain["every_h"])


def keep_plan(log: EventLog, plan: BackupPlan) -> None:
    """Remember where copies go and how often."""
    keep_setting(log, _PLAN, json.dumps({"place": str(plan.place), "every_h": plan.every_h}))


def read_fault(log: EventLog) -> BackupFault | None:
    """Return why the newest try failed, or None when it did not."""
    kept = setting(log, _FAULT)
    plain = json.loads(kept) if kept else None
    return BackupFault(at=plain["at"], code=Code(plain["code"]), facts=plain["facts"]) if plain else None


def keep_fault(log: EventLog, fault: BackupFault | None) -> None:
    """Remember why the newest try failed, for the next person who logs in."""
    plain = {"at": fault.at, "code": fault.code.value, "facts": dict(fault.facts)} if fault else None
    keep_setting(log, _FAULT, json.dumps(plain))


@contextmanager
def _named(place: Path) -> Iterator[None]:
    """Turn what the operating system says into one sentence that names the place."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise WorldFault(Code.DISK_FULL, path=place) from error
        raise WorldFault(Code.TRANSPORT_UNREACHABLE, place=place, why=cause_of(error)) from error
