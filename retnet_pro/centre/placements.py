"""Where responses stand at the centre: what two people of a site decided about forms in the wrong place (rule E102).

The centre follows the site, it decides nothing. The responses stay under the participant and visit they were signed
with; where they stand now is read from the proposals and decisions beside them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.receipt import SetAside
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.event import DeviceId, Event, EventHash, Kind, SessionId
from retnet_pro.record.placement import Decision, Proposal, read_decision, read_proposal

if TYPE_CHECKING:  # the gate knows where responses stand and cannot open anything
    from retnet_pro.record.unseal import Unsealer

KINDS = frozenset({Kind.PLACE_PROPOSE, Kind.PLACE_DECIDE})


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlacement:
    """A proposal or a decision with the event that proves it."""

    dev: DeviceId
    site: str
    seq: int
    event_hash: EventHash
    at: str
    who: str
    role: str
    said: Proposal | Decision
    document: Mapping[str, object]
    """As it was written."""

    @property
    def kind(self) -> Kind:
        """Which of the two it is."""
        return Kind.PLACE_PROPOSE if isinstance(self.said, Proposal) else Kind.PLACE_DECIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the responses of a site stand that somebody put right."""

    moved: Mapping[SessionId, tuple[str, str]]
    """Participant and visit."""
    disputed: frozenset[SessionId]
    """Waiting for the second person."""


def read_placement(kind: Kind, document: Mapping[str, object]) -> Proposal | Decision:
    """Read the content of an event of one of these kinds.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    return read_proposal(document) if kind is Kind.PLACE_PROPOSE else read_decision(document)


def read_placements(
    unsealer: "Unsealer", held: Sequence[StoredPlacement], dev: DeviceId, site: str, events: Iterable[Event]
) -> tuple[tuple[StoredPlacement, ...], tuple[SetAside, ...]]:
    """Return the proposals and decisions among new events of a device, and those that cannot be used, with the reason.

    `held` is what the centre has of this site already. A decision needs its proposal and another account than that one.
    """
    found: list[StoredPlacement] = []
    aside: list[SetAside] = []
    for event in events:
        header = event.header
        if header.kind not in KINDS:
            continue
        try:
            if event.sealed is None:
                raise _Unusable("its content was erased before it came")
            document = unsealer.unseal_payload(event.sealed, what=f"record {header.seq}")
            said = read_placement(header.kind, document)
            if isinstance(said, Decision):
                _demand_second_person(said, header.who, (*held, *found))
        except (RetnetError, _Unusable) as error:
            why = sentence(error) if isinstance(error, RetnetError) else str(error)
            aside.append(SetAside(header.seq, None, why[:TEXT_LIMIT]))
            continue
        found.append(
            StoredPlacement(
                dev=dev,
                site=site,
                seq=header.seq,
                event_hash=event.hash,
                at=header.at,
                who=header.who,
                role=header.role,
                said=said,
                document=document,
            )
        )
    return tuple(found), tuple(aside)


def places(held: Iterable[StoredPlacement]) -> Places:
    """Return where the responses of one site stand after all decisions; a proposal comes before its decision."""
    known = tuple(held)
    verdicts = {one.said.proposal: one.said.accepted for one in known if isinstance(one.said, Decision)}
    proposals = [(one.event_hash, one.said) for one in known if isinstance(one.said, Proposal)]
    accepted = [said for name, said in proposals if verdicts.get(name)]
    return Places(
        moved=dict(_in_order(accepted)),
        disputed=frozenset(ses for name, said in proposals if name not in verdicts for ses in said.sessions),
    )


def _in_order(accepted: Iterable[Proposal]) -> Iterator[tuple[SessionId, tuple[str, str]]]:
    """Yield where each session went, last move last; a device proposes a further move only from where it stands."""
    for said in accepted:
        for ses in said.sessions:
            yield ses, (said.to_subject, said.to_visit)


def _demand_second_person(said: Decision, who: str, known: Iterable[StoredPlacement]) -> None:
    known = tuple(known)
    asked = next((one for one in known if one.event_hash == said.proposal and isinstance(one.said, Proposal)), None)
    if asked is None:
        raise _Unusable("there is no proposal it could decide about")
    if any(isinstance(one.said, Decision) and one.said.proposal == said.proposal for one in known):
        raise _Unusable("its proposal was decided about already")
    if asked.who == who:
        raise _Unusable("the person who decided is the one who proposed")


class _Unusable(Exception):
    """A record is genuine but cannot be used; the message says why."""
