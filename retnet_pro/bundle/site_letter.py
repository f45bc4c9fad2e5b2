"""A letter from one tablet of a site to the others: the same events as in a bundle, sealed to the key of the site.

Inside it is built as a bundle is, so that ``age -d -i site.key ID.letter | tar x`` needs nothing of ours. It can never
pass for a bundle, nor a bundle for it: its name, the namespace of its signatures and whom its manifest names as the
receiver are others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.letter_label import letter_id
from retnet_pro.bundle.manifest import Manifest
from retnet_pro.bundle.naming import BUNDLE_LIMIT, LetterId, letter_file, letter_signature_file
from retnet_pro.bundle.opening import Expected, open_container, read_bundle
from retnet_pro.bundle.sshsig import Namespace
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import DeviceId, Event, Head
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer


@dataclass(frozen=True, slots=True)
class Letter:
    """A sealed letter, ready to travel."""

    id: LetterId
    data: bytes
    """The age file."""
    signature: bytes
    """The tablet's signature over `data`, so that whoever passes it on needs no key that opens anything."""

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Names and bytes in the order they are to be put: when the letter is there, so is its signature."""
        return ((letter_signature_file(self.id), self.signature), (letter_file(self.id), self.data))


def make_letter(events: Sequence[Event], *, trial: str, site: str, site_recipient: str, key: SigningKey) -> Letter:
    """Return the letter with consecutive events of one device.

    The id depends on the events alone, also after a content was erased; the bytes differ each time.

    Raises:
        Refusal: `NOTHING_TO_SEND` without events, `BUNDLE_TOO_LARGE` when they should have been split.
        ValueError: when the events do not follow one another.
    """
    sealed = make_bundle(
        events,
        trial=trial,
        site=site,
        to=receiver_of(site),
        key=key,
        centre_recipient=site_recipient,
        namespace=Namespace.LETTER,
    )
    first, last = events[0].header, events[-1]
    return Letter(letter_id(first.dev, first.seq, Head(last.header.seq, last.hash)), sealed.data, sealed.signature)


def receiver_of(site: str) -> str:
    """Return whom the manifest of a letter names as the receiver; no centre has such an id."""
    return f"tablets of {site}"


def read_letter(
    untrusted: bytes,
    unsealer: Unsealer,
    *,
    letter: LetterId,
    trial: str,
    site: str,
    device: DeviceId,
    public: bytes,
    after: Head,
) -> tuple[Event, ...]:
    """Return the events of a letter that follow what is known of its device.

    What proves it is the signature inside, over a manifest that lists everything else. The one beside the letter is for
    whoever passes it on: two copies of one letter differ in their bytes, and people who copy files may mix them up.

    Raises:
        Refusal: `BUNDLE_FOREIGN`, when it is meant for another trial, site or device; `BUNDLE_TOO_LARGE`.
        Tamper: `BUNDLE_UNSIGNED`, `SEAL_BROKEN`, `BUNDLE_BROKEN`; `NEIGHBOUR_FORKED`, when its events do not follow
            the last one that is known.
    """
    path = letter_file(letter)
    if len(untrusted) > BUNDLE_LIMIT:
        raise Refusal(Code.BUNDLE_TOO_LARGE, path=path, limit=BUNDLE_LIMIT)
    container = open_container(untrusted, unsealer, path=path)
    expected = Expected(trial, receiver_of(site), site, device, public, Namespace.LETTER)
    verified = read_bundle(container, expected)
    if letter != _id_of(verified.manifest):
        raise Tamper(Code.BUNDLE_BROKEN, path=path, why="it holds other events than its name says")
    if verified.manifest.after != after:
        raise Tamper(Code.NEIGHBOUR_FORKED, device=device, seq=after.seq)
    return verified.events


def _id_of(manifest: Manifest) -> LetterId:
    return letter_id(manifest.dev, manifest.after.seq + 1, manifest.upto)
