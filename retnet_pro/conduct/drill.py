"""The restore drill: open everything in a copy of a log, rebuild what staff see, and say in numbers what came of it.

Works on any `Log`, writes nothing, and goes on after what does not fit, so that one report names everything (rule P81).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from retnet_pro.conduct.ports import Inherited, Log
from retnet_pro.conduct.reading import Reader
from retnet_pro.conduct.site import Site
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.unseal import Unsealer

NAMED = 20
"""Most single findings of one sort that a report spells out; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a log gives when everything in it is opened."""

    kinds: Mapping[str, int]
    payloads: int
    """Sealed payloads that opened and held what they must."""
    erased: int
    participants: int
    responses: int
    interrupted: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How a copy stands beside the log it was made from."""

    events_since: int
    """Events the live log has gained since the copy."""
    erased_since: int
    """Payloads that were erased in the live log since, by order; the copy still holds them."""
    findings: tuple[str, ...]


def rebuild(log: Log, unsealer: Unsealer, public: bytes, inherited: Sequence[Inherited] = ()) -> Rebuilt:
    """Open every payload, then read the log as a login does, without its snapshot."""
    kinds: Counter[str] = Counter()
    payloads, erased = 0, 0
    findings: list[str] = []
    for event in log.events():
        kinds[event.header.kind.value] += 1
        if event.header.seal is None:
            continue
        if event.sealed is None:
            erased += 1
            continue
        try:
            inner = unsealer.unseal_payload(event.sealed, what=f"event {event.header.seq}")
            if inner.get("kind") != event.header.kind.value:
                findings.append(f"Event {event.header.seq} holds the content of another kind.")
            payloads += 1
        except RetnetError as error:
            findings.append(sentence(error))
    site, responses = Site(), 0
    try:
        reader = Reader(log, unsealer, public, inherited)
        site = reader.afresh()
        for one in reader.needed_after(0):
            site.take(one)
        for course in map(site.courses.get, site.courses.subjects()):
            responses += sum(reader.response(filed) is not None for filed in course.filed) if course else 0
    except (RetnetError, KeyError, ValueError) as error:
        said = sentence(error) if isinstance(error, RetnetError) else f"{type(error).__name__} while reading"
        findings.append(f"What staff see cannot be rebuilt. {said}")
    return Rebuilt(
        kinds=dict(sorted(kinds.items())),
        payloads=payloads,
        erased=erased,
        participants=len(site.courses),
        responses=responses,
        interrupted=len(site.interrupted()),
        findings=_shortened(findings),
    )


def compare(copy: Iterable[StoredRow], live: Iterable[StoredRow]) -> Compared:
    """Compare a copy with the live log, row by row: the copy must be its beginning."""
    since, erased = 0, 0
    findings: list[str] = []
    for mine, theirs in zip_longest(copy, live):
        if mine is None:
            since += 1
        elif theirs is None:
            findings.append(f"The log here ends before event {mine[0]} of the backup: it is older than the backup.")
            break
        elif _was_erased(mine, theirs):
            erased += 1
        elif mine != theirs:
            findings.append(f"Event {mine[0]} of the backup is not the one in the log here.")
    return Compared(events_since=since, erased_since=erased, findings=_shortened(findings))


def _was_erased(mine: StoredRow, theirs: StoredRow) -> bool:
    gone = theirs[2] is None and mine[2] is not None
    return gone and (mine[0], mine[1], mine[3], mine[4]) == (theirs[0], theirs[1], theirs[3], theirs[4])


def _shortened(findings: Sequence[str]) -> tuple[str, ...]:
    more = len(findings) - NAMED
    return (*findings[:NAMED], f"And {more} more of the same sort.") if more > 0 else tuple(findings)
