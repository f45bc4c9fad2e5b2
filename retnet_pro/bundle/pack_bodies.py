"""What stands in the body of each kind of pack, read as strictly as the pack itself. The trust pack is in `packs`.

Every reader here raises plain `ValueError` with the reason; whoever takes the pack in says which one it was.
"""

import re
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.bundle.document import read_document, rows, text, write_document
from retnet_pro.record.event import DeviceId, Sealed

FILE_LIMIT = 1024 * 1024
"""Characters of one file in a pack; the loaders of forms take no more either."""
FILES_LIMIT = 100
"""Files of one pack: a form and its older versions, or a language and its."""
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}\.yaml")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesBody:
    """A form, a wording or a study: files of this site, by name."""

    trial: str
    id: str
    """Id of the form or study; of a wording, form and language: ``qlq-c30/de``."""
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffBody:
    """Who is to lose their slot on every tablet of a site."""

    trial: str
    id: str
    """The site."""
    remove: tuple[str, ...]
    """Account names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryBody:
    """A site's identities for one tablet whose people have all forgotten, sealed to what that tablet asked with."""

    trial: str
    id: DeviceId
    """The tablet."""
    site: str
    recipient: str
    """The one-time recipient the tablet showed."""
    sealed: Sealed
    """The site's identities, one a line."""


def write_files(body: FilesBody) -> dict[str, object]:
    """Return the body of a form, wording or study pack."""
    return {"v": 1, "trial": body.trial, "id": body.id, "files": dict(body.files)}


def read_files(plain: Mapping[str, object]) -> FilesBody:
    """Read the body of a form, wording or study pack: names, sizes and characters, but not yet what the files mean."""
    body = _strict(plain, ("v", "trial", "id", "files"))
    files = body["files"]
    if not isinstance(files, dict) or not 1 <= len(files) <= FILES_LIMIT:
        raise ValueError(f"it holds no files, or more than {FILES_LIMIT}")
    for name, content in files.items():
        if not _FILE_NAME.fullmatch(name):
            raise ValueError("the name of a file in it is not one this program gives")
        if not isinstance(content, str) or len(content) > FILE_LIMIT:
            raise ValueError(f"'{name}' is not a text of at most {FILE_LIMIT} characters")
    return FilesBody(trial=text(body, "trial"), id=_id(body), files=files)


def write_staff(body: StaffBody) -> dict[str, object]:
    """Return the body of a staff pack."""
    return {"v": 1, "trial": body.trial, "id": body.id, "remove": list(body.remove)}


def read_staff(plain: Mapping[str, object]) -> StaffBody:
    """Read the body of a staff pack."""
    body = _strict(plain, ("v", "trial", "id", "remove"))
    named = {str(place): user for place, user in enumerate(rows(body, "remove"))}
    return StaffBody(trial=text(body, "trial"), id=_id(body), remove=tuple(text(named, place) for place in named))


def write_recovery(body: RecoveryBody) -> dict[str, object]:
    """Return the body of a recovery pack."""
    return {
        "v": 1,
        "trial": body.trial,
        "id": body.id,
        "site": body.site,
        "recipient": body.recipient,
        "sealed": b64encode(body.sealed).decode(),
    }


def read_recovery(plain: Mapping[str, object]) -> RecoveryBody:
    """Read the body of a recovery pack."""
    body = _strict(plain, ("v", "trial", "id", "site", "recipient", "sealed"))
    return RecoveryBody(
        trial=text(body, "trial"),
        id=DeviceId(_id(body)),
        site=text(body, "site"),
        recipient=text(body, "recipient"),
        sealed=read_sealed(body, "sealed"),
    )


def read_sealed(plain: Mapping[str, object], name: str) -> Sealed:
    """Return a field that is an age file in base64."""
    value = plain[name]
    if not isinstance(value, str):
        raise ValueError(f"'{name}' is not in base64")
    return Sealed(a2b_base64(value, strict_mode=True))


def _strict(plain: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    return read_document(write_document(plain), keys)


def _id(body: Mapping[str, object]) -> str:
    value = text(body, "id")
    if not _ID.fullmatch(value) or ".." in value:
        raise ValueError("its id is not one this program gives")
    return value
