"""What a signature covers and how it is bound to it: the hash over the ordered hashes of the events (rule P62)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.record.event import SessionId

_CONTEXT = b"retnet-pro/sign/1\0"
"""Bound into the hash, so that it cannot be taken for the hash of anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One response as a signature covers it."""

    ses: SessionId
    visit: str
    form: str
    """Id of the form."""
    finished: str
    hashes: tuple[str, ...]
    """Of the event that closed it, then of every correction of it, in order."""


def digest(covered: Iterable[Covered]) -> str:
    """Return the SHA-256 over the hashes of all covered events in their order, as lower-case hex."""
    told = hashlib.sha256(_CONTEXT)
    for one in covered:
        for name in one.hashes:
            told.update(name.encode("ascii") + b"\n")
    return told.hexdigest()


def write_covered(covered: Iterable[Covered]) -> list[list[object]]:
    """Return what is covered as plain JSON data."""
    return [[one.ses, one.visit, one.form, one.finished, list(one.hashes)] for one in covered]


def read_covered(plain: object) -> tuple[Covered, ...]:
    """Read what `write_covered` wrote.

    Raises:
        TypeError, ValueError: when it is not in the agreed form.
    """
    return tuple(
        Covered(ses=SessionId(ses), visit=visit, form=form, finished=finished, hashes=tuple(hashes))
        for ses, visit, form, finished, hashes in plain  # type: ignore[attr-defined]
    )
