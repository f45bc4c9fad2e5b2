"""Open a bundle and believe nothing in it until it is proven. Only the centre and staff tools import this module.

Two steps: `open_container` takes the sealed file apart (own limits, exact list of members, sizes and hashes);
`read_bundle` proves who made it, for whom, and that its events are one unbroken signed chain (rules P03, P72).
"""

import hashlib
import json
import os
from binascii import a2b_base64
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain

from retnet_pro.bundle import sshsig
from retnet_pro.bundle.container import EVENTS, MANIFEST, SIGNATURE, response_files
from retnet_pro.bundle.manifest import MANIFEST_LIMIT, Manifest, bundle_id, read_manifest
from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId
from retnet_pro.bundle.sshsig import ARMOR_LIMIT, Namespace
from retnet_pro.bundle.tarball import TarReader
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.chain import Break, StoredRow, is_signed, walk
from retnet_pro.record.event import DeviceId, Event, EventHash, Head, Header, Sealed, hash_of
from retnet_pro.record.unseal import Unsealer

SESSION_LIMIT = 200
"""Longest session id; a longer one, or one a database cannot store, would stop the opening of all others."""
_LINE_KEYS = ("header", "sig", "sealed")
_BATCH = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What was inside the sealed file: complete and as listed, but not yet known to be anybody's."""

    path: str
    id: BundleId
    manifest: Manifest
    manifest_bytes: bytes
    signature: bytes
    files: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a bundle must be to be ours."""

    trial: str
    centre: str
    site: str
    device: DeviceId
    public: bytes
    namespace: Namespace = Namespace.BUNDLE
    """What its signature must have been made for."""


@dataclass(frozen=True, slots=True)
class VerifiedBundle:
    """A bundle of a known device whose events hold together."""

    id: BundleId
    manifest: Manifest
    events: tuple[Event, ...]


def open_container(untrusted: bytes, unsealer: Unsealer, *, path: str) -> Container:
    """Unseal a bundle and take it apart.

    Raises:
        Refusal: `BUNDLE_TOO_LARGE`.
        Tamper: `SEAL_BROKEN` when this centre's key does not open it, `BUNDLE_BROKEN` when it is not as it must be.
    """
    if len(untrusted) > BUNDLE_LIMIT:
        raise Refusal(Code.BUNDLE_TOO_LARGE, path=path, limit=BUNDLE_LIMIT)
    tar = TarReader(unsealer.unseal(Sealed(untrusted), what=f"the bundle {path}"))
    try:
        manifest_bytes = tar.take(MANIFEST, MANIFEST_LIMIT)
        signature = tar.take(SIGNATURE, ARMOR_LIMIT)
        manifest = read_manifest(manifest_bytes, path=path)
        files = _listed_files(tar, manifest)
        tar.end()
    except (ValueError, UnicodeError) as error:
        raise _broken(path, str(error)) from error
    return Container(
        path=path,
        id=bundle_id(manifest_bytes),
        manifest=manifest,
        manifest_bytes=manifest_bytes,
        signature=signature,
        files=files,
    )


def read_bundle(container: Container, expected: Expected) -> VerifiedBundle:
    """Prove that a bundle is what a device of ours signed for this centre, and return its events.

    Raises:
        Refusal: `BUNDLE_FOREIGN`, when it is meant for another trial, centre, site or device.
        Tamper: `BUNDLE_UNSIGNED`, `BUNDLE_BROKEN`.
    """
    manifest, path = container.manifest, container.path
    if not sshsig.is_signed(expected.public, expected.namespace, container.manifest_bytes, container.signature):
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path, why="the signature of its manifest is not genuine")
    for what, found, ours in (
        ("trial", manifest.trial, expected.trial),
        ("centre", manifest.to, expected.centre),
        ("site", manifest.site, expected.site),
        ("device", manifest.dev, expected.device),
    ):
        if found != ours:
            raise Refusal(Code.BUNDLE_FOREIGN, path=path, why=f"it names another {what}")
    events = _events(container, expected)
    _check_responses(container, events)
    return VerifiedBundle(container.id, manifest, events)


def _listed_files(tar: TarReader, manifest: Manifest) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for listed in manifest.files:
        data = tar.take(listed.name, listed.size)
        if len(data) != listed.size or hashlib.sha256(data).hexdigest() != listed.sha256:
            raise ValueError(f"'{listed.name}' is not as listed")
        files[listed.name] = data
    if len(files) != len(manifest.files) or next(iter(files), None) != EVENTS:
        raise ValueError("its list of files is not in the agreed form")
    return files


def _events(container: Container, expected: Expected) -> tuple[Event, ...]:
    manifest, path = container.manifest, container.path
    try:
        rows = list(_rows(container.files[EVENTS], manifest.after.seq + 1))
    except ValueError as error:
        raise _broken(path, str(error)) from error
    events: list[Event] = []
    for row, step in zip(rows, _walk(rows, expected, manifest.after), strict=False):
        if isinstance(step, Break):
            raise Tamper(Code.BUNDLE_BROKEN, path=path, why=f"event {step.seq}: {step.why}", seq=step.seq)
        header, name, _is_erased = step
        events.append(Event(header, row[1], name, row[2], row[3]))
    if not events or Head(events[-1].header.seq, events[-1].hash) != manifest.upto or len(events) != manifest.count:
        raise _broken(path, "its events are not those the manifest names")
    if not all(is_storable(event) for event in events):
        raise _broken(path, "a session id or ordinal is not one that can be stored")
    return tuple(events)


def _walk(rows: list[StoredRow], expected: Expected, start: Head) -> Iterator[tuple[Header, EventHash, bool] | Break]:
    """Follow the chain.

    Signatures, most of the work, are checked first and by all cores: the library lets go of the interpreter meanwhile.
    Checking them beside other Python work would make both wait for each other.
    """
    batches = [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, 8)) as pool:
        signed = list(chain.from_iterable(pool.map(partial(_are_signed, expected.public), batches)))
    return walk(zip(rows, signed, strict=True), device=expected.device, start=start)


def _are_signed(public: bytes, rows: list[StoredRow]) -> list[bool]:
    return [is_signed(row, public) for row in rows]


def is_storable(event: Event) -> bool:
    """Whether session, ordinal and person of an event are ones that every database takes."""
    header = event.header
    ses, n = header.ses, header.n
    is_session = ses is None or (0 < len(ses) <= SESSION_LIMIT and ses.isprintable())
    return is_session and (n is None or 0 <= n < 2**53) and header.who.isprintable() and header.role.isprintable()


def _rows(untrusted: bytes, first: int) -> Iterator[StoredRow]:
    lines = untrusted.split(b"\n")
    if lines.pop() != b"":
        raise ValueError("the last event is cut short")
    for seq, line in enumerate(lines, first):
        header, sig, sealed = _fields(line)
        yield seq, header, sealed, sig, hash_of(header)


def _fields(line: bytes) -> tuple[bytes, bytes, Sealed | None]:
    try:
        plain = json.loads(line)
    except RecursionError as error:
        raise ValueError("a line of events is nested too deep") from error
    if not isinstance(plain, dict) or tuple(plain) != _LINE_KEYS:
        raise ValueError("a line of events has missing or unexpected fields")
    header, sig, sealed = plain.values()
    if not isinstance(header, str) or not isinstance(sig, str) or not isinstance(sealed, str | None):
        raise ValueError("a line of events is not in base64")
    return _decode(header), _decode(sig), None if sealed is None else Sealed(_decode(sealed))


def _decode(text: str) -> bytes:
    return a2b_base64(text, strict_mode=True)


def _check_responses(container: Container, events: tuple[Event, ...]) -> None:
    """The copies for readers without this program must be those of the signed events, no more and no fewer."""
    copies = {name: data for name, data in container.files.items() if name != EVENTS}
    if copies != response_files(events):
        raise _broken(container.path, "its copies of responses are not those of its events")


def _broken(path: str, why: str) -> Tamper:
    return Tamper(Code.BUNDLE_BROKEN, path=path, why=why)
