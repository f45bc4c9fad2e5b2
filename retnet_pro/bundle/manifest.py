"""The manifest: what a bundle holds, from whom, for whom. Its bytes are written once; their SHA-256 names the bundle.

There is no time in it: the same events give the same id, so sending again is never a second fact (rules P72, T8).
"""

import hashlib
from dataclasses import dataclass

from retnet_pro.bundle.document import count, read_document, rows, sha256, text, write_document
from retnet_pro.bundle.naming import BundleId
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import GENESIS, DeviceId, EventHash, Head

MANIFEST_LIMIT = 2 * 1024 * 1024
_KEYS = ("v", "trial", "site", "dev", "to", "from", "prev", "upto", "head", "count", "files", "packs")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file inside the bundle."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the tablet states and signs about one bundle."""

    trial: str
    site: str
    dev: DeviceId
    to: str
    """Id of the centre it is meant for."""
    after: Head
    """The event before the first one: written as ``from`` (its number plus one) and ``prev`` (its hash)."""
    upto: Head
    """The last event: written as ``upto`` and ``head``."""
    count: int
    files: tuple[Listed, ...]
    packs: tuple[str, ...]
    """SHA-256 of the packs in force on the device."""


def write_manifest(manifest: Manifest) -> bytes:
    """Return the bytes that are signed and whose SHA-256 is the id of the bundle."""
    return write_document(
        {
            "v": 1,
            "trial": manifest.trial,
            "site": manifest.site,
            "dev": manifest.dev,
            "to": manifest.to,
            "from": manifest.after.seq + 1,
            "prev": manifest.after.hash,
            "upto": manifest.upto.seq,
            "head": manifest.upto.hash,
            "count": manifest.count,
            "files": [[file.name, file.size, file.sha256] for file in manifest.files],
            "packs": list(manifest.packs),
        }
    )


def bundle_id(manifest_bytes: bytes) -> BundleId:
    """Return the name of the bundle."""
    return BundleId(hashlib.sha256(manifest_bytes).hexdigest())


def read_manifest(untrusted: bytes, *, path: str) -> Manifest:
    """Read what `write_manifest` wrote, and nothing else.

    Raises:
        Tamper: `BUNDLE_BROKEN`, naming what is wrong.
    """
    try:
        if len(untrusted) > MANIFEST_LIMIT:
            raise ValueError("it is too large")
        return _manifest(read_document(untrusted, _KEYS))
    except ValueError as error:
        raise Tamper(Code.BUNDLE_BROKEN, path=path, why=f"manifest: {error}") from error


def _manifest(plain: dict[str, object]) -> Manifest:
    first, last, events = count(plain, "from"), count(plain, "upto"), count(plain, "count")
    if not 1 <= first <= last or events != last - first + 1:
        raise ValueError("its range and its count disagree")
    if first == 1 and plain["prev"] != GENESIS:
        raise ValueError("nothing comes before the first event")
    packs = {str(number): pack for number, pack in enumerate(rows(plain, "packs"))}
    return Manifest(
        trial=text(plain, "trial"),
        site=text(plain, "site"),
        dev=DeviceId(text(plain, "dev")),
        to=text(plain, "to"),
        after=Head(first - 1, EventHash(sha256(plain, "prev"))),
        upto=Head(last, EventHash(sha256(plain, "head"))),
        count=events,
        files=tuple(_listed(row) for row in rows(plain, "files")),
        packs=tuple(sha256(packs, number) for number in packs),
    )


def _listed(row: object) -> Listed:
    if not isinstance(row, list) or len(row) != 3:
        raise ValueError("a line of 'files' is not name, size and SHA-256")
    plain = dict(zip(("name", "size", "sha256"), row, strict=True))
    return Listed(text(plain, "name"), count(plain, "size"), sha256(plain, "sha256"))
