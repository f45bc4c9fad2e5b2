"""Where finished questionnaires stand after somebody put them right: proposals, decisions, and the courses they move.

Pure facts for the projection; who may propose and decide is said in `misplaced`.
"""

from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass, field, replace
from typing import Any

from retnet_pro.conduct.alert_fact import AlertFact
from retnet_pro.conduct.course import Course, Courses, Filed
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.placement import (
    Decision,
    Proposal,
    read_decision,
    read_proposal,
    write_decision,
    write_proposal,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision and where it stands in the log."""

    decision: Decision
    seq: int
    at: str
    who: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal, where it stands in the log, and what became of it."""

    proposal: Proposal
    seq: int
    hash: EventHash
    at: str
    who: str
    role: str
    decided: Decided | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Every proposal at a site, oldest first."""

    proposals: tuple[Proposed, ...] = ()
    astray: Mapping[SessionId, tuple[Filed, tuple[int, ...]]] = field(default_factory=dict)
    """Responses that name a participant about whom everything was erased, with their corrections; a decision that
    stands later in the log may have given them to somebody else."""

    def pending(self, subject: str = "") -> tuple[Proposed, ...]:
        """Return what waits for a second person, of all or where a participant is concerned."""
        return tuple(one for one in self.of(subject) if one.decided is None)

    def of(self, subject: str = "") -> tuple[Proposed, ...]:
        """Return the proposals where a participant is concerned on either side, or all."""
        return tuple(one for one in self.proposals if subject in ("", one.proposal.subject, one.proposal.to_subject))

    def disputed(self) -> frozenset[SessionId]:
        """Return the questionnaires whose place waits for a second person."""
        return frozenset(ses for one in self.pending() for ses in one.proposal.sessions)

    def moved(self) -> Mapping[SessionId, tuple[str, str]]:
        """Return where the questionnaires stand now that were moved: participant and visit."""
        return {
            ses: (one.proposal.to_subject, one.proposal.to_visit)
            for one in self.proposals
            if one.decided is not None and one.decided.decision.accepted
            for ses in one.proposal.sessions
        }


def with_event(placing: Placing, courses: Courses, opened: Opened) -> Placing:
    """Take in a proposal or a decision; an accepted one moves the questionnaires between the courses.

    A decision that a second event repeats after a disk fault counts once; one by the person who proposed never counts.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    document = {"v": 1, "kind": opened.kind.value, **opened.content}  # as it was sealed, also when just written
    if opened.kind is Kind.PLACE_PROPOSE:
        one = Proposed(
            proposal=read_proposal(document),
            seq=opened.seq,
            hash=opened.hash,
            at=opened.at,
            who=opened.who,
            role=opened.role,
        )
        return replace(placing, proposals=(*placing.proposals, one))
    decision = read_decision(document)
    waiting = next((one for one in placing.pending() if one.hash == decision.proposal), None)
    if waiting is None or waiting.who == opened.who:
        return placing
    decided = Decided(decision=decision, seq=opened.seq, at=opened.at, who=opened.who, role=opened.role)
    done = replace(waiting, decided=decided)
    placing = replace(placing, proposals=tuple(done if one is waiting else one for one in placing.proposals))
    if not decision.accepted:
        return placing
    return _moved(placing, courses, waiting.proposal)


def with_astray(placing: Placing, filed: Filed) -> Placing:
    """Keep a response whose participant is not here."""
    return replace(placing, astray={**placing.astray, filed.ses: (filed, ())})


def with_astray_amended(placing: Placing, ses: SessionId, seq: int, scales: int) -> Placing:
    """Keep a correction of a response whose participant is not here, after which so many scales have a value."""
    filed, amended = placing.astray[ses]
    return replace(placing, astray={**placing.astray, ses: (replace(filed, scales=scales), (*amended, seq))})


def with_found(placing: Placing, sessions: Collection[SessionId], course: Course) -> tuple[Placing, Course]:
    """Give responses back to their participant, of whom nothing was known until now."""
    for ses in sessions:
        if ses in placing.astray:
            filed, amended = placing.astray[ses]
            corrected = {**course.amended, ses: amended} if amended else course.amended
            course = replace(course.with_filed(filed), amended=corrected)
    left = {ses: one for ses, one in placing.astray.items() if ses not in sessions}
    return replace(placing, astray=left), course


def _moved(placing: Placing, courses: Courses, proposal: Proposal) -> Placing:
    source, target = courses.get(proposal.subject), courses.get(proposal.to_subject)
    if source is not None:
        taken = {one.ses: (one, source.amended.get(one.ses, ())) for one in source.filed}
    else:
        taken = dict(placing.astray)
    going = {ses: taken[ses] for ses in proposal.sessions if ses in taken}
    alerts: tuple[AlertFact, ...] = ()
    if source is not None:
        alerts = tuple(replace(one, visit=proposal.to_visit) for one in source.alerts if one.ses in going)
        courses.put(_without(source, going))
    left = {ses: one for ses, one in placing.astray.items() if ses not in going}
    if proposal.to_subject == proposal.subject:
        target = courses.get(proposal.to_subject)
    placed = {ses: (replace(filed, visit=proposal.to_visit), amended) for ses, (filed, amended) in going.items()}
    if target is None:
        return replace(placing, astray={**left, **placed})
    courses.put(
        replace(
            target,
            filed=(*target.filed, *(filed for filed, _ in placed.values())),
            amended={**target.amended, **{ses: amended for ses, (_, amended) in placed.items() if amended}},
            alerts=(*target.alerts, *alerts),
        )
    )
    return replace(placing, astray=left)


def _without(course: Course, going: Mapping[SessionId, object]) -> Course:
    return replace(
        course,
        filed=tuple(one for one in course.filed if one.ses not in going),
        amended={ses: seqs for ses, seqs in course.amended.items() if ses not in going},
        alerts=tuple(one for one in course.alerts if one.ses not in going),
    )


def write_placing(placing: Placing) -> dict[str, object]:
    """Return what a snapshot keeps of it."""
    return {
        "proposals": [
            [_facts(one), one.hash, write_proposal(one.proposal), one.decided and _decided(one.decided)]
            for one in placing.proposals
        ],
        "astray": [[astuple(filed), list(amended)] for filed, amended in placing.astray.values()],
    }


def read_placing(plain: Mapping[str, Any]) -> Placing:
    """Read what `write_placing` wrote; trusted, because the snapshot around it is signed by this device."""
    astray = ((Filed(*filed), tuple(amended)) for filed, amended in plain["astray"])
    return Placing(
        proposals=tuple(
            Proposed(
                **_named(facts),
                hash=EventHash(name),
                proposal=read_proposal({"v": 1, "kind": Kind.PLACE_PROPOSE.value, **proposal}),
                decided=None if decided is None else _read_decided(*decided),
            )
            for facts, name, proposal, decided in plain["proposals"]
        ),
        astray={filed.ses: (filed, amended) for filed, amended in astray},
    )


def _facts(one: Proposed | Decided) -> list[object]:
    return [one.seq, one.at, one.who, one.role]


def _named(facts: list[Any]) -> dict[str, Any]:
    return dict(zip(("seq", "at", "who", "role"), facts, strict=True))


def _decided(one: Decided) -> list[object]:
    return [_facts(one), write_decision(one.decision)]


def _read_decided(facts: list[Any], decision: Mapping[str, object]) -> Decided:
    return Decided(**_named(facts), decision=read_decision({"v": 1, "kind": Kind.PLACE_DECIDE.value, **decision}))
