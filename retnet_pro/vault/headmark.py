"""A second copy of the end of the log, beside it, so that an old copy put back by hand is noticed at once (rule T7).

It stops the honest mistake: somebody copies a backup over the site's file. Whoever owns the account can put this mark
back too; against that only the receipts of the centre help. It is written when staff open and close the site, so it is
never ahead of the log.
"""

import re
from contextlib import suppress
from pathlib import Path

from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, EventHash, Head
from retnet_pro.vault.durable import new_file, sync_file
from retnet_pro.vault.log import EventLog

_MARK = re.compile(r"([1-9][0-9]{0,15}) ([0-9a-f]{64})\n")


def mark_head(log: EventLog, device: DeviceId) -> None:
    """Write down how far the log has come. A full disk is no reason to stop anybody: then the older mark stands."""
    head, path = log.head(), _path(log, device)
    part = path.with_name(f".{path.name}.part")
    with suppress(OSError):
        new_file(part)
        part.write_text(f"{head.seq} {head.hash}\n", encoding="ascii")
        sync_file(part)
        part.replace(path)


def demand_no_step_back(log: EventLog, device: DeviceId) -> None:
    """Return if the log still holds the event it was last seen to end with; then move the mark on.

    Raises:
        Tamper: `LOG_ROLLED_BACK`.
    """
    marked = _marked(_path(log, device))
    if marked is not None:
        event = log.get(marked.seq)
        if event is None or event.hash != marked.hash:
            raise Tamper(Code.LOG_ROLLED_BACK, path=log.path, seq=log.head().seq, had=marked.seq)
    if marked != log.head():
        mark_head(log, device)


def _marked(path: Path) -> Head | None:
    try:
        found = _MARK.fullmatch(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return Head(int(found[1]), EventHash(found[2])) if found else None


def _path(log: EventLog, device: DeviceId) -> Path:
    return log.path.with_name(f"{device}.head")
