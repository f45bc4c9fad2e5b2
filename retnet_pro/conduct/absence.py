"""Say that an expected form will not come, and why (rule E66)."""

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Kind
from retnet_pro.study.absence import Absence
from retnet_pro.study.visits import visit_by_id


def excuse(desk: Desk, subject: str, visit_id: str, instrument: InstrumentId, reason: Absence) -> None:
    """Record a coded reason, in this person's name and with this moment.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `TIME_POINT_UNKNOWN`, or `FORM_UNKNOWN` when the visit does not
            have the form.
    """
    demand(desk.person.role, Right.HAND_OVER)
    visit = visit_by_id(desk.study, desk.participant(subject), visit_id)
    if instrument not in visit.instruments:
        raise Refusal(Code.FORM_UNKNOWN, form=instrument, known=", ".join(visit.instruments))
    desk.write(
        Kind.ABSENT,
        {"subject": subject, "visit": visit_id, "instrument": instrument, "reason": reason.value},
    )
