"""A participant wants no more questionnaires: collection stops, everything collected is kept (rule P105).

This is not an erasure. Under Article 28(3) of Regulation (EU) 536/2014 a withdrawal does not undo what was obtained
before it; data are removed only by order (see `erasure`).
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from retnet_pro.conduct.beside import place_and_seq
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import TAKEN_BACK
from retnet_pro.conduct.fact_check import check_not_future, latest_day
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.study.absence import Absence
from retnet_pro.study.withdrawal import WithdrawalReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """One withdrawal, or the taking back of one, as it stands in the record."""

    seq: int
    """As in `beside`, where another tablet recorded it."""
    at: str
    who: str
    role: str
    day: date
    reason: WithdrawalReason | None
    """None where a withdrawal was taken back."""
    note: str


def withdraw(desk: Desk, subject: str, day: date, reason: WithdrawalReason, note: str = "") -> int:
    """Record the wish, close what is open as partial with all answers, and return how many questionnaires that were.

    From the day on nothing is handed over to this participant. A crash in between leaves a questionnaire open that
    cannot go on; the same call, or closing it from Today, puts that right.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `DAY_IN_FUTURE`, or
            `DAY_BEFORE_CONSENT`.
    """
    demand(desk.person.role, Right.ENROL)
    known = desk.participant(subject)
    check_not_future(day, latest_day(desk.pen.log, desk.pen.clock().wall.date()))
    if day < known.enrolled:
        raise Refusal(Code.DAY_BEFORE_CONSENT, day=day.isoformat(), enrolled=known.enrolled.isoformat())
    if known.withdrew is None:
        content = {"subject": known.subject, "day": day.isoformat(), "why": reason.value, "note": note}
        desk.write(Kind.WITHDRAW, content)
    open_ones = [session for session in desk.site.interrupted() if session.subject == known.subject]
    for session in open_ones:
        desk.write(Kind.SESSION_STOP, {"ses": session.ses, "reason": Absence.WITHDREW.value}, ses=session.ses)
    return len(open_ones)


def take_back(desk: Desk, subject: str, note: str) -> None:
    """Record that the participant wants to be asked again; the withdrawal stays in the record.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `NOT_WITHDRAWN`, or `REASON_MISSING`.
    """
    demand(desk.person.role, Right.TAKE_BACK)
    known = desk.participant(subject)
    if known.withdrew is None:
        raise Refusal(Code.NOT_WITHDRAWN, subject=subject)
    if not note.strip():
        raise Refusal(Code.REASON_MISSING)
    today = desk.pen.clock().wall.date()
    desk.write(
        Kind.WITHDRAW, {"subject": known.subject, "day": today.isoformat(), "why": TAKEN_BACK, "note": note.strip()}
    )


def withdrawals_of(desk: Desk, subject: str) -> tuple[Withdrawal, ...]:
    """Return every withdrawal of a participant and every one that was taken back, oldest first, of every tablet.

    What was known to another tablet when it recorded its own stands before that, whatever the clocks said.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    known = desk.participant(subject)
    heard = groupby(desk.reader.heard({Kind.WITHDRAW}), key=lambda one: place_and_seq(one.seq)[0])
    logs = (desk.reader.whole_history({Kind.WITHDRAW}), *(tuple(log) for _, log in heard))
    every = desk.site.beside.statements.horizon.in_order(logs)
    return tuple(
        Withdrawal(
            seq=one.seq,
            at=one.at,
            who=one.who,
            role=one.role,
            day=date.fromisoformat(str(one.content["day"])),
            reason=None if one.content["why"] == TAKEN_BACK else WithdrawalReason(str(one.content["why"])),
            note=str(one.content["note"]),
        )
        for one in every
        if one.content.get("subject") == known.subject
    )
