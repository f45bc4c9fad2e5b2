"""The files in the folder of a centre that say where its database and its sealed files are, when not in the folder."""

from pathlib import Path

from retnet_pro.centre.keys import write_secret
from retnet_pro.errors import fault_of_disk

DATABASE, OBJECTS = "database.url", "objects.url"
"""Their names."""


def read_url(folder: Path, name: str) -> str | None:
    """Return the URL that one of the files holds; None, where there is no such file.

    Raises:
        WorldFault: `DISK_FAULT`.
    """
    path = folder / name
    try:
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise fault_of_disk(error, path) from error


def keep_database(folder: Path, url: str) -> None:
    """Write down which database this centre uses, in a file that only its owner may read: it may hold a password.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`; the one before is used on.
    """
    _keep(folder, DATABASE, url)


def keep_objects(folder: Path, url: str) -> None:
    """Write down which object store this centre keeps sealed files in.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`; the place before is used on.
    """
    _keep(folder, OBJECTS, url)


def _keep(folder: Path, name: str, url: str) -> None:
    part = folder / f"{name}.part"
    try:
        part.unlink(missing_ok=True)
        write_secret(part, url)
        part.replace(folder / name)
    except OSError as error:
        raise fault_of_disk(error, folder) from error
