"""Tablets whose letters lie at a place of exchange and that are not known here: what a person compares before it is.

What is told here proves nothing: the key is read from a letter anybody could have put there. It is believed only once
a person has compared its fingerprint with the one the other tablet shows (see `neighbours.know`).
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.letter_label import Label, tag_of
from retnet_pro.bundle.naming import letter_signature_file
from retnet_pro.bundle.sshsig import signer_of
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import RetnetError
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A tablet that wrote letters and is not known here."""

    letter: Label
    """The first one of its letters at the place."""
    device: str
    """Its device id, where it was let in from this tablet; '' where its name is not known."""
    fingerprint: str
    """Of the key its letter says it was signed with, in OpenSSH's form; '' where that cannot be read."""


def strangers_at(
    transport: Transport, labels: Iterable[Label], heard: frozenset[str], let_in: Sequence[str]
) -> Journey[tuple[Stranger, ...]]:
    """Return whose letters lie at a place besides those of the tablets with these tags.

    What cannot be fetched leaves the fingerprint out: it is no reason to fail, everything else was done.
    """
    first: dict[str, Label] = {}
    for label in sorted(labels, key=lambda one: one.id):
        if label.tag not in heard:
            first.setdefault(label.tag, label)
    named = {tag_of(DeviceId(device)): device for device in let_in}
    found = []
    for label in first.values():
        public = None
        with suppress(RetnetError):
            public = signer_of((yield from elsewhere(partial(transport.get, letter_signature_file(label.id)))))
        told = "" if public is None else fingerprint(public)
        found.append(Stranger(letter=label, device=named.get(label.tag, ""), fingerprint=told))
    return tuple(found)
