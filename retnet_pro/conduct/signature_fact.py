"""A signature as it stands in the record: who signed what, when, with which meaning. Pure facts.

A signature never changes. Whether it still covers what it was given for is found by comparing hashes (rules P62, P63).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.record.signature import Covered, digest, read_covered, write_covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """A passphrase that a colleague gave the signer since the signature before (rule P64)."""

    by: str
    at: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature."""

    seq: int
    hash: str
    at: str
    """ISO 8601 with offset, by the clock of the device (rule P32)."""
    who: str
    role: str
    name: str
    """As printed (rule P60)."""
    station: str
    """Id of the milestone of the participant."""
    title: str
    meaning: str
    covered: tuple[Covered, ...]
    digest: str
    statement: str
    """The statement of legal equivalence, where it was confirmed with this signature (rule P66); else ''."""
    renewed: Renewed | None

    @property
    def is_whole(self) -> bool:
        """Whether the hash it carries is the one of the list it carries."""
        return self.digest == digest(self.covered)

    def covers(self, now: Sequence[Covered]) -> bool:
        """Whether exactly this is what was signed."""
        return self.is_whole and self.digest == digest(now)


def signature_content(one: Signature, subject: str) -> dict[str, object]:
    """Return what the event seals."""
    return {
        "subject": subject,
        "milestone": one.station,
        "title": one.title,
        "meaning": one.meaning,
        "name": one.name,
        "covers": write_covered(one.covered),
        "digest": one.digest,
        "statement": one.statement,
        "renewed": None if one.renewed is None else [one.renewed.by, one.renewed.at, one.renewed.seq],
    }


def read_signature(seq: int, name: str, at: str, who: str, role: str, content: Mapping[str, object]) -> Signature:
    """Return the signature an event holds, with the fields of its header.

    Raises:
        KeyError, TypeError, ValueError: when it is not in the agreed form.
    """
    renewed = content["renewed"]
    return Signature(
        seq=seq,
        hash=name,
        at=at,
        who=who,
        role=role,
        name=str(content["name"]),
        station=str(content["milestone"]),
        title=str(content["title"]),
        meaning=str(content["meaning"]),
        covered=read_covered(content["covers"]),
        digest=str(content["digest"]),
        statement=str(content["statement"]),
        renewed=None if renewed is None else _renewed(*renewed),  # type: ignore[misc]
    )


def _renewed(by: str, at: str, seq: int) -> Renewed:
    return Renewed(by=by, at=at, seq=seq)
