"""What the other tablets of a site have told: a file for each beside the site's own, which only ever grows (rule P06).

Nothing is written here but verified events, in the order and with the bytes in which their own tablet wrote them.
"""

from collections.abc import Sequence
from pathlib import Path

from retnet_pro.errors import Bug, Code, RetnetError, Tamper, fault_of_disk
from retnet_pro.record.event import DeviceId, Event, Head
from retnet_pro.vault.durable import sync_folder
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.stored_event import INSERT, row_of

FOLDER = "neighbours"
_SUFFIX, _ASIDE = ".log", ".aside"


class NeighbourLog(EventLog):
    """The events of another tablet: everything an `EventLog` reads, and no event of this tablet."""

    def append(self, event: Event) -> None:
        """Refuse: only what another tablet has told is kept here.

        Raises:
            Bug: `UNEXPECTED`.
        """
        raise Bug(Code.UNEXPECTED, path=self.path, why="this log belongs to another tablet")

    def take_in(self, events: Sequence[Event]) -> None:
        """Add events that follow the last one: all are durable when this returns, or none.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`; whether they are there after all is seen at the next call.
            Bug: `CHAIN_BROKEN`, when they do not follow.
        """
        head = self.head()
        for event in events:
            if (event.header.seq, event.header.prev) != (head.seq + 1, head.hash):
                why = "it does not follow the event before it"
                raise Bug(Code.CHAIN_BROKEN, path=self.path, seq=event.header.seq, why=why)
            head = Head(event.header.seq, event.hash)
        self.change(*((INSERT, row_of(event)) for event in events))
        self._head = head


class NeighbourFolder:
    """The logs of all other tablets of a site, opened when somebody asks for them."""

    def __init__(self, profile: Path) -> None:
        """Take the folder of the site; one for neighbours is made in it when the first of them tells something."""
        self._folder = profile / FOLDER
        self._open: dict[DeviceId, NeighbourLog] = {}

    def log(self, device: DeviceId) -> NeighbourLog | None:
        """Return what a tablet has told so far; None when it is nothing, or can no longer be read."""
        if device not in self._open:
            path = self._path(device)
            if not path.is_file():
                return None
            try:
                self._open[device] = NeighbourLog(path)
            except Tamper:
                return None  # it can be fetched again; the site's own record is not affected
        return self._open[device]

    def take_in(self, device: DeviceId, events: Sequence[Event]) -> None:
        """Add verified events that follow the last one that is kept: all are durable when this returns, or none.

        Where what was kept can no longer be read, it is put aside and a new log begun.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
            Refusal: `SITE_IN_USE`.
        """
        log = self.log(device) or self._begin(device)
        log.take_in(events)

    def put_aside(self, device: DeviceId) -> None:
        """Put the log of a tablet aside, because what it holds is not what it was known to hold; it is fetched anew.

        Raises:
            WorldFault: `DISK_FAULT`.
        """
        if (log := self._open.pop(device, None)) is not None:
            log.close()
        path = self._path(device)
        try:
            for end in ("-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            if path.exists():
                path.replace(path.with_suffix(_ASIDE))
                sync_folder(self._folder)
        except OSError as error:
            raise fault_of_disk(error, path) from error

    def close(self) -> None:
        """Let go of the files."""
        for log in self._open.values():
            log.close()
        self._open.clear()

    def _begin(self, device: DeviceId) -> NeighbourLog:
        self.put_aside(device)
        path = self._path(device)
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            path.touch(mode=0o600)
            sync_folder(self._folder)
            sync_folder(self._folder.parent)
        except OSError as error:
            raise fault_of_disk(error, path) from error
        try:
            self._open[device] = NeighbourLog(path)
        except RetnetError:
            path.unlink(missing_ok=True)
            raise
        return self._open[device]

    def _path(self, device: DeviceId) -> Path:
        if device != Path(device).name or device.startswith("."):
            raise Bug(Code.UNEXPECTED, device=device, why="it is no name for a file")
        return self._folder / f"{device}{_SUFFIX}"
