"""From the desk of a logged-in person to the record of one visit: what that person may see, and a line in the trail."""

from datetime import datetime

from retnet_pro.conduct.alerts import alerts_of
from retnet_pro.conduct.clinic_filed import ClinicFiled
from retnet_pro.conduct.clinic_reading import form_of, may_read
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.signatures import sign_offs
from retnet_pro.conduct.trail import Wanted, leave_trace
from retnet_pro.conduct.trail_line import Look
from retnet_pro.errors import Refusal
from retnet_pro.instrument.clinic import ClinicForm
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.moment import Moment
from retnet_pro.record.event import EventHash
from retnet_pro.report.compose import compose
from retnet_pro.report.paper import ParticipantPaper, Signature
from retnet_pro.report.style import VERA, Typeface
from retnet_pro.report.tongue import ENGLISH, Tongue
from retnet_pro.report.visit_facts import StaffForm, VisitPaper
from retnet_pro.report.visit_record import visit_pdf
from retnet_pro.study.visits import Visit, visit_by_id


def print_visit(
    desk: Desk, subject: str, visit: str, now: Moment, tongue: Tongue = ENGLISH, typeface: Typeface = VERA
) -> bytes:
    """Write down that this person printed the record of a visit, and return the PDF (rule P10).

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED` or `TIME_POINT_UNKNOWN`; then nothing was
            written.
        Tamper: when an answer cannot be opened.
        WorldFault: `PRINT_LETTERS_MISSING`, or the disk refused the trace; then nothing may leave.
    """
    content = visit_pdf(compose_visit(desk, subject, visit, now), tongue, typeface)
    leave_trace(desk, Look.VISIT_RECORD, Wanted(subject=subject), visit=visit)
    return content


def compose_visit(desk: Desk, subject: str, visit_id: str, now: Moment) -> VisitPaper:
    """Gather what the record of a visit says.

    Raises:
        Refusal: as `print_visit`.
        Tamper: when an answer cannot be opened.
    """
    paper = compose(desk, subject, now)
    visit = visit_by_id(desk.study, desk.participant(subject), visit_id)
    erased = {form: seq for (where, form), seq in desk.course(subject).erased.items() if where == visit_id}
    came = [one.response.form.id for one in paper.responses if one.response.visit == visit_id]
    known, hidden = _staff_forms(desk, paper, visit)
    return VisitPaper(
        paper=paper,
        visit=visit,
        device=desk.pen.device,
        role=desk.person.role.value,
        upto=desk.pen.log.head(),
        titles={form: _title(desk, form) for form in (*visit.instruments, *came, *erased)},
        erased=erased,
        alerts=tuple(one for one in reversed(alerts_of(desk, subject)) if one.fact.visit == visit_id),
        signatures=tuple(
            Signature(
                name=f"{given.name} ({given.role})",
                at=datetime.fromisoformat(given.at),
                meaning=f"{given.title}. {given.meaning}",
                record=EventHash(given.digest),
                still_covers=given.covers(one.covered),
            )
            for one in sign_offs(desk, subject)
            if one.station.covers(visit_id)
            for given in one.signatures
        ),
        staff_forms=known,
        hidden_forms=hidden,
    )


def _title(desk: Desk, form: InstrumentId) -> str:
    try:
        return desk.library.instrument(form).title
    except Refusal:
        return form  # its file is no longer on this device


def _staff_forms(desk: Desk, paper: ParticipantPaper, visit: Visit) -> tuple[tuple[StaffForm, ...], int]:
    """Return the forms of staff that belong to the days of a visit, and how many this role does not read (P21)."""
    days = {one.answered_on.isoformat() for one in paper.responses if one.response.visit == visit.id}
    first, last = visit.opens.isoformat(), visit.closes.isoformat()
    here = [
        one
        for one in desk.course(paper.subject).clinic.filed
        # of some days only the month or the year is known: one that meets the window is told
        if one.day and (one.day in days or first[: len(one.day)] <= one.day <= last[: len(one.day)])
    ]
    told = [(one, _form(desk, one)) for one in here]
    seen = tuple(_staff_form(one, form) for one, form in told if form is not None and may_read(desk, form))
    return seen, len(told) - len(seen)


def _form(desk: Desk, one: ClinicFiled) -> ClinicForm | None:
    try:
        return form_of(desk, one.form)
    except Refusal:
        return None  # whether it tells the treatment cannot be known without its file


def _staff_form(one: ClinicFiled, form: ClinicForm) -> StaffForm:
    return StaffForm(
        title=form.title, day=one.day, at=one.at, who=one.who, revision=one.revision, seq=one.seq, hash=one.form_hash
    )
