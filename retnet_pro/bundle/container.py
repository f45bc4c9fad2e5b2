"""Make a bundle: some consecutive events of one device, as an age file that only the centre opens.

Inside is a plain tar file, so that ``age -d -i centre.key ID.age | tar x`` needs nothing of ours (promise 4):
``manifest.json``, ``manifest.json.sig``, ``events.jsonl`` (header, sig and sealed in base64, one event a line) and, for
the convenience of a reader without this program, the sealed finished responses as ``responses/<session>.age``.
"""

import hashlib
import re
from binascii import b2a_base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retnet_pro.bundle.manifest import Listed, Manifest, bundle_id, write_manifest
from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId, bundle_file, signature_file
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.bundle.tarball import tar_size, write_tar
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Event, Head, Kind, Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
EVENTS = "events.jsonl"
_PLAIN_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
_LISTED_SIZE = 200
"""More than one line of the manifest's file list ever takes."""
_LINE_FRAME = 40
"""More than the quotes, names and brackets of one line of events.jsonl take."""
_FRAME = 16 * 1024
"""Room for the manifest's own fields with some hundred packs, tar headers, signatures and the age header."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A sealed bundle, ready to travel."""

    id: BundleId
    data: bytes
    """The age file."""
    signature: bytes
    """The tablet's signature over `data`, so that the admitting centre needs no key that opens anything."""

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Names and bytes in the order they are to be put: when the bundle is there, so is its signature."""
        return ((signature_file(self.id), self.signature), (bundle_file(self.id), self.data))


def make_bundle(
    events: Sequence[Event],
    *,
    trial: str,
    site: str,
    to: str,
    packs: Sequence[str] = (),
    key: SigningKey,
    centre_recipient: str,
    namespace: Namespace = Namespace.BUNDLE,
) -> Bundle:
    """Return the bundle of consecutive events of one device.

    The id depends on the facts and the events only; the bytes differ each time, because sealing is randomised. A letter
    to the other tablets of a site is the same thing under another namespace (see `site_letter`).

    Raises:
        Refusal: `NOTHING_TO_SEND` without events, `BUNDLE_TOO_LARGE` when they should have been split.
        ValueError: when the events do not follow one another.
    """
    if not events:
        raise Refusal(Code.NOTHING_TO_SEND)
    inner: list[tuple[str, bytes]] = [(EVENTS, write_events(events)), *response_files(events).items()]
    manifest = write_manifest(
        Manifest(
            trial=trial,
            site=site,
            dev=events[0].header.dev,
            to=to,
            after=Head(events[0].header.seq - 1, events[0].header.prev),
            upto=Head(events[-1].header.seq, events[-1].hash),
            count=_consecutive(events),
            files=tuple(Listed(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in inner),
            packs=tuple(packs),
        )
    )
    tar = write_tar([(MANIFEST, manifest), (SIGNATURE, sign(key, namespace, manifest)), *inner])
    data = Sealer([centre_recipient]).seal(tar)
    name = bundle_id(manifest)
    if len(data) > BUNDLE_LIMIT:
        raise Refusal(Code.BUNDLE_TOO_LARGE, path=bundle_file(name), limit=BUNDLE_LIMIT)
    return Bundle(name, data, sign(key, namespace, data))


def split(events: Sequence[Event], limit: int = BUNDLE_LIMIT) -> Iterator[Sequence[Event]]:
    """Yield runs of events, in order and without a gap, each of which fits into a bundle of this many bytes.

    Where to cut depends on the events alone, so the same unsent events give the same bundles again.
    """
    start, used = 0, _FRAME
    for index, event in enumerate(events):
        size = _room(event)
        if index > start and used + size > limit:
            yield events[start:index]
            start, used = index, _FRAME
        used += size
    if start < len(events):
        yield events[start:]


def write_events(events: Sequence[Event]) -> bytes:
    """Return the content of ``events.jsonl``."""
    return b"".join(_line(event) for event in events)


def response_files(events: Sequence[Event]) -> dict[str, Sealed]:
    """Return the sealed finished responses under the names they have inside the bundle.

    A session whose id is no plain file name, or that was erased, has no copy here; its event travels all the same.
    """
    return {
        f"responses/{event.header.ses}.age": event.sealed
        for event in events
        if event.header.kind is Kind.SESSION_DONE
        and event.sealed is not None
        and _PLAIN_NAME.fullmatch(event.header.ses or "")
    }


def _line(event: Event) -> bytes:
    header, sig = b2a_base64(event.header_bytes, newline=False), b2a_base64(event.sig, newline=False)
    if event.sealed is None:
        return b'{"header":"%b","sig":"%b","sealed":null}\n' % (header, sig)
    return b'{"header":"%b","sig":"%b","sealed":"%b"}\n' % (header, sig, b2a_base64(event.sealed, newline=False))


def _room(event: Event) -> int:
    sealed = len(event.sealed or b"")
    line = sum(4 * (size // 3 + 1) for size in (len(event.header_bytes), len(event.sig), sealed)) + _LINE_FRAME
    copy = tar_size(sealed) + _LISTED_SIZE if event.header.kind is Kind.SESSION_DONE else 0
    # age adds 16 bytes to every 64 KiB; one part in a thousand is more than that.
    return line + copy + (line + copy) // 1000 + 1


def _consecutive(events: Sequence[Event]) -> int:
    for before, event in pairwise(events):
        follows = event.header.seq == before.header.seq + 1 and event.header.prev == before.hash
        if not follows or event.header.dev != before.header.dev:
            raise ValueError(f"event {event.header.seq} does not follow event {before.header.seq}")
    return len(events)
