"""How far the log of this device had come, noted beside the log: a log that went back in time is seen (rule T7).

Nothing on a device can prove that its newest events were not cut off by somebody who owns all of it. But a log file
that was put back alone, from a backup or by somebody who wanted an answer undone, no longer has the event that was
noted in the keystore. The note is only ever a second look: one that is missing or unreadable stops nobody.
"""

import json
from contextlib import suppress
from pathlib import Path

from retnet_pro.record.event import DeviceId, EventHash, Head
from retnet_pro.vault.keystore import SERVICE

_SUFFIX = ".head"


def note_head(kind: str, folder: Path, device: DeviceId, head: Head) -> None:
    """Note where the log stands, in the same kind of place as the device's secrets (`system` or `file`)."""
    text = json.dumps([head.seq, head.hash])
    if kind == "system":
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            keyring.set_password(SERVICE, f"{device}{_SUFFIX}", text)
        return
    path = folder / f"{device}{_SUFFIX}"
    part = path.with_name(f"{path.name}.part")
    with suppress(OSError):
        part.touch(mode=0o600)
        part.write_text(text, encoding="ascii")
        part.replace(path)


def noted_head(kind: str, folder: Path, device: DeviceId) -> Head | None:
    """Return the last note, or None when there is none that can be read."""
    try:
        seq, name = json.loads(_kept(kind, folder, device))
        return Head(int(seq), EventHash(str(name)))
    except (OSError, ValueError, TypeError):
        return None


def _kept(kind: str, folder: Path, device: DeviceId) -> str:
    if kind == "system":
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            return keyring.get_password(SERVICE, f"{device}{_SUFFIX}") or ""
        return ""
    return (folder / f"{device}{_SUFFIX}").read_text(encoding="ascii")
