"""Questionnaires at the wrong participant or visit: proposed by one person, decided by another (rule E102).

Nothing is removed and nothing is written anew. Until the decision both places say that it is disputed; afterwards the
responses stand where they belong, with everything that was ever recorded about them.
"""

from collections.abc import Sequence

from retnet_pro.conduct.correction import finished, one_line
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.placing import Proposed
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.record.placement import Decision, Proposal, WhyMisplaced, write_decision, write_proposal
from retnet_pro.study.visits import visit_by_id


def propose(
    desk: Desk,
    subject: str,
    sessions: Sequence[SessionId],
    *,
    to_subject: str,
    to_visit: str,
    why: WhyMisplaced,
    note: str,
) -> Proposed:
    """Record that finished questionnaires of one visit belong to another participant or visit.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `RESPONSE_UNKNOWN`, `PLACE_DISPUTED`,
            `TIME_POINT_UNKNOWN`, `FORM_UNKNOWN` when that visit does not have the form, `SAME_PLACE`,
            `HELD_ELSEWHERE`, or `REASON_MISSING`; then nothing was recorded.
    """
    demand(desk.person.role, Right.CORRECT)
    desk.catch_up()
    standing = [finished(desk, subject, ses) for ses in sessions]
    for taken in standing:
        desk.site.beside.demand_here(taken.seq)
    found = [taken.response for taken in standing]
    if not found or len({one.visit for one in found}) > 1:
        raise Refusal(Code.RESPONSE_UNKNOWN, subject=subject)
    if desk.site.placing.disputed().intersection(sessions):
        raise Refusal(Code.PLACE_DISPUTED, subject=subject)
    there = visit_by_id(desk.study, desk.participant(to_subject), to_visit)
    for one in found:
        if one.form.id not in there.instruments:
            raise Refusal(Code.FORM_UNKNOWN, form=one.form.id, known=", ".join(there.instruments))
    if (subject, found[0].visit) == (to_subject, to_visit):
        raise Refusal(Code.SAME_PLACE, subject=subject)
    proposal = Proposal(
        sessions=tuple(dict.fromkeys(sessions)),
        subject=subject,
        visit=found[0].visit,
        to_subject=to_subject,
        to_visit=to_visit,
        why=why,
        note=one_line(note),
    )
    event = desk.write(Kind.PLACE_PROPOSE, write_proposal(proposal))
    return _proposed(desk, event.hash)


def decide(desk: Desk, proposal: EventHash, *, accepted: bool, note: str) -> Proposed:
    """Record what a second person decided; accepted, the questionnaires stand at the other place from now on.

    Raises:
        Refusal: `NOT_ALLOWED`, `PLACE_DECIDED`, `SECOND_PERSON` when the same account proposed it,
            `PARTICIPANT_ERASED`, `HELD_ELSEWHERE`, or `REASON_MISSING`; then nothing was recorded.
    """
    demand(desk.person.role, Right.CONFIRM_PLACE)
    desk.catch_up()
    waiting = next((one for one in desk.site.placing.pending() if one.hash == proposal), None)
    if waiting is None:
        raise Refusal(Code.PLACE_DECIDED)
    desk.site.beside.demand_here(waiting.seq)
    if waiting.who == desk.person.user:
        raise Refusal(Code.SECOND_PERSON)
    asked = waiting.proposal
    for subject in (asked.subject, asked.to_subject):
        desk.site.demand_not_erased(subject)
    decision = Decision(
        proposal=proposal,
        subject=asked.subject,
        to_subject=asked.to_subject,
        accepted=accepted,
        note=one_line(note),
    )
    desk.write(Kind.PLACE_DECIDE, write_decision(decision))
    return _proposed(desk, proposal)


def placings_of(desk: Desk, subject: str) -> tuple[Proposed, ...]:
    """Return every proposal where a participant is concerned on either side, oldest first, with what became of it.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    return desk.site.placing.of(desk.participant(subject).subject)


def _proposed(desk: Desk, name: EventHash) -> Proposed:
    return next(one for one in desk.site.placing.proposals if one.hash == name)
