"""Which packs this device goes by: computed from its own `pack` events, never kept anywhere else.

An event says that a pack was taken in or refused; the pack itself lies on the shelf. A pack on the shelf that no event
of this device names is not in force, and one that an event names must still have the bytes it was taken in with.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from retnet_pro.bundle.pack_bodies import FilesBody, read_files
from retnet_pro.bundle.packs import PackKind
from retnet_pro.conduct.doorway import Founding
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.ports import KeptPack, Log, PackShelf
from retnet_pro.errors import Tamper
from retnet_pro.instrument.library import PRIVATE_FORMS
from retnet_pro.record.event import Kind

TAKEN, REFUSED, PUT_RIGHT = "taken", "refused", "put-right"
"""The acts of a `pack` event."""
PRIVATE_STUDIES = "studies"
"""Folder of study files beside the licensed forms and wordings of a site."""
WITH_FILES = frozenset({PackKind.FORM, PackKind.WORDING, PackKind.STUDY})
"""Kinds whose content becomes files of this site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInForce:
    """One pack that was taken in, the newest of its kind and id."""

    kind: PackKind
    id: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHistory:
    """What the `pack` events of a device amount to."""

    founded_on: int
    """Version of the trust pack the site was set up with."""
    taken: tuple[PackInForce, ...] = ()
    """Everything that was taken in, oldest first."""
    refused: frozenset[str] = frozenset()
    """SHA-256 of what was refused since the centre's keys last changed; asking again would bring the same answer."""
    online: bytes
    """The key that signs packs and receipts of the centre."""

    @property
    def in_force(self) -> Mapping[tuple[PackKind, str], PackInForce]:
        """Return the newest pack of each kind and id."""
        return {(pack.kind, pack.id): pack for pack in self.taken}

    def version_of(self, kind: PackKind, id_: str) -> int:
        """Return which version is in force, 0 for none."""
        known = self.in_force.get((kind, id_))
        return known.version if known else self.founded_on if kind is PackKind.TRUST else 0


def pack_history(
    log: Log, founding: Founding, *, upto: int | None = None, as_far_as_it_holds: bool = False
) -> PackHistory:
    """Read the history from the log of this device, or what it was after the event with the number `upto`.

    `as_far_as_it_holds` stops at the first event that cannot be believed instead of raising: a damaged record is
    opened to be read, and what it said before the damage stays in force.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when an event about packs is not this device's own.
    """
    start = PackHistory(founded_on=founding.trust_version, online=founding.centre_key)
    notes: list[Mapping[str, object]] = []
    try:
        for event in genuine_events(log, founding.public, {Kind.PACK}):
            if upto is not None and event.header.seq > upto:
                break
            notes.append(event.header.note or {})
    except Tamper:
        if not as_far_as_it_holds:
            raise
    return history_of(notes, start)


def history_of(notes: Iterable[Mapping[str, object]], start: PackHistory) -> PackHistory:
    """Return what these notes, in order, add to a history."""
    taken, refused, online = list(start.taken), set(start.refused), start.online
    for note in notes:
        if note.get("act") == TAKEN:
            version = note["version"]
            assert isinstance(version, int)
            taken.append(
                PackInForce(
                    kind=PackKind(str(note["kind"])), id=str(note["id"]), version=version, sha256=str(note["sha256"])
                )
            )
            if isinstance(trust := note.get("trust"), Mapping):
                online = bytes.fromhex(str(trust["online"]))
                refused.clear()
        elif note.get("act") == REFUSED:
            refused.add(str(note["sha256"]))
    return PackHistory(founded_on=start.founded_on, taken=tuple(taken), refused=frozenset(refused), online=online)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFiles:
    """The files that packs give to this site, by path below its private folder."""

    wanted: Mapping[str, bytes]
    """What must be there."""
    former: Mapping[str, frozenset[bytes]]
    """What an earlier version of a pack gave under a path; it may be replaced or taken away."""
    governed: frozenset[str]
    """Beginnings of paths under which only signed files may lie: ``forms/qlq-c30``, ``qlq-c30/de``."""
    lost: tuple[PackInForce, ...]
    """Packs that were taken in but no longer lie on the shelf as they were signed."""


def site_files(history: PackHistory, shelf: PackShelf) -> SiteFiles:
    """Return what the packs in force say must lie on the disk of this site."""
    kept = {pack.hash: pack for pack in shelf.kept() if is_whole(pack)}
    current = {pack.sha256 for pack in history.in_force.values()}
    wanted: dict[str, bytes] = {}
    former: dict[str, set[bytes]] = {}
    lost = []
    for taken in history.taken:
        if taken.kind not in WITH_FILES:
            continue
        if taken.sha256 not in kept:
            lost += [taken] if taken.sha256 in current else []
            continue
        for path, content in _files(taken, kept[taken.sha256]):
            if taken.sha256 in current:
                wanted[path] = content
            else:
                former.setdefault(path, set()).add(content)
    return SiteFiles(
        wanted=wanted,
        former={path: frozenset(contents) for path, contents in former.items()},
        governed=frozenset(
            place_of(kind, id_, id_.rpartition("/")[2]) for kind, id_ in history.in_force if kind in WITH_FILES
        ),
        lost=tuple(lost),
    )


def is_whole(pack: KeptPack) -> bool:
    """Whether a kept pack still has the bytes it arrived with."""
    return hashlib.sha256(pack.line + pack.armor).hexdigest() == pack.hash


def files_of(pack: KeptPack) -> FilesBody:
    """Return the files of a kept form, wording or study pack."""
    return read_files(json.loads(pack.line)["body"])


def place_of(kind: PackKind, id_: str, name: str) -> str:
    """Return where a file of a pack lies below the private folder of the site."""
    match kind:
        case PackKind.FORM:
            return f"{PRIVATE_FORMS}/{name}"
        case PackKind.WORDING:
            return f"{id_.rpartition('/')[0]}/{name}"
        case _:
            return f"{PRIVATE_STUDIES}/{name}"


def _files(taken: PackInForce, pack: KeptPack) -> Iterator[tuple[str, bytes]]:
    for name, content in files_of(pack).files.items():
        yield place_of(taken.kind, taken.id, name), content.encode()
