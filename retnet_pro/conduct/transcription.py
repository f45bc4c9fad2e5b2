"""Read in a form that was filled in on paper: two people, independently, then one form like any other (rule E93).

The first reading is never shown to whoever does the second. Where they differ, somebody looks at the paper. Then the
form is recorded under the participant's own date, by the same rules and scored by the same code as on the tablet.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.offering import demand_allowed, grounds_of
from retnet_pro.conduct.paper import Discrepancy, PaperForm
from retnet_pro.conduct.paper_reading import discrepancies, form_of, transcript_of, waiting_paper
from retnet_pro.conduct.paper_recording import is_agreed, record
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import (
    Mark,
    Round,
    Transcript,
    WhyPaper,
    write_scan,
    write_transcript,
)
from retnet_pro.study.visits import visit_by_id


def enter_first(
    desk: Desk,
    subject: str,
    visit_id: str,
    instrument: InstrumentId,
    marks: Mapping[ItemId, Mark],
    *,
    day: date,
    language: str,
    why: WhyPaper,
    note: str = "",
    answered_by: AnsweredBy = AnsweredBy.ALONE,
) -> PaperForm:
    """Record the first reading of a paper form.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `TIME_POINT_UNKNOWN`, `FORM_UNKNOWN`,
            `NOTHING_TO_ASK` when that form of the visit is there already, `WORDING_MISSING`, what `demand_allowed`
            refuses, `DAY_IN_FUTURE`, `DAY_BEFORE_ENROLMENT`, `REASON_MISSING` or `NOT_AN_OPTION`; nothing was recorded.
    """
    demand(desk.person.role, Right.HAND_OVER)
    known = desk.participant(subject)
    if instrument not in visit_by_id(desk.study, known, visit_id).instruments:
        raise Refusal(Code.FORM_UNKNOWN, form=instrument, known=visit_id)
    if instrument in desk.course(subject).done(visit_id):
        raise Refusal(Code.NOTHING_TO_ASK, subject=subject, time_point=visit_id)
    form = desk.library.instrument(instrument)
    demand_allowed(form, desk.library.wording(form, language), grounds_of(desk))
    today = desk.pen.clock().wall.date()
    if day > today:
        raise Refusal(Code.DAY_IN_FUTURE, day=day.isoformat(), today=today.isoformat())
    if day < known.enrolled:
        raise Refusal(Code.DAY_BEFORE_ENROLMENT, day=day.isoformat(), enrolled=known.enrolled.isoformat())
    if why is WhyPaper.OTHER and not note.strip():
        raise Refusal(Code.REASON_MISSING)
    _demand_options(form, marks)
    transcript = Transcript(
        ses=SessionId(desk.new_id()),
        subject=subject,
        visit=visit_id,
        instrument=instrument,
        form_hash=form.hash,
        language=language,
        day=day,
        answered_by=answered_by,
        why=why,
        note=" ".join(note.split()),
        round=Round.FIRST,
        marks=marks,
    )
    desk.write(Kind.PAPER_ENTRY, write_transcript(transcript), ses=transcript.ses, pack=form.hash)
    return desk.site.papers[transcript.ses]


def enter_second(desk: Desk, ses: SessionId, marks: Mapping[ItemId, Mark]) -> tuple[Discrepancy, ...]:
    """Record the reading of a second person; where both agree, the form is recorded at once.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN`, `SECOND_PERSON`, `FORM_NOT_HERE` or `NOT_AN_OPTION`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = waiting_paper(desk, ses)
    if Round.SECOND in paper.readings:
        raise Refusal(Code.PAPER_UNKNOWN)
    if paper.readings[Round.FIRST].who == desk.person.user:
        raise Refusal(Code.SECOND_PERSON)
    _write_round(desk, paper, Round.SECOND, marks)
    differing = discrepancies(desk, ses)
    if not differing:
        record(desk, ses)
    return differing


def settle(desk: Desk, ses: SessionId, marks: Mapping[ItemId, Mark]) -> None:
    """Record what a look at the paper showed for every item that was read differently, and record the form.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN` (also when nothing is left to settle), `PAPER_UNSETTLED` when one of
            these items is left open, or `NOT_AN_OPTION`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = waiting_paper(desk, ses)
    if is_agreed(desk, ses):
        raise Refusal(Code.PAPER_UNKNOWN)  # what is being recorded already cannot be read otherwise any more
    differing = {one.item for one in discrepancies(desk, ses)}
    if Round.SECOND not in paper.readings or not differing.issubset(marks):
        raise Refusal(Code.PAPER_UNSETTLED)
    first = transcript_of(desk, paper, Round.FIRST)
    settled = {**first.marks, **{item: mark for item, mark in marks.items() if item in differing}}
    _write_round(desk, paper, Round.SETTLED, settled)
    record(desk, ses)


def attach_scan(desk: Desk, ses: SessionId, data: bytes) -> str:
    """Seal the scan of a paper form into the record, and return its SHA-256.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN`, or `SCAN_UNFIT` when it is too large or no PDF, PNG or JPEG.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = waiting_paper(desk, ses)
    try:
        content = write_scan(ses, paper.subject, data)
    except ValueError as error:
        raise Refusal(Code.SCAN_UNFIT) from error
    desk.write(Kind.PAPER_SCAN, content, ses=ses)
    return str(content["sha256"])


def _write_round(desk: Desk, paper: PaperForm, whose: Round, marks: Mapping[ItemId, Mark]) -> None:
    first = transcript_of(desk, paper, Round.FIRST)
    form = form_of(desk, first)
    _demand_options(form, marks)
    read = replace(first, round=whose, marks=marks)
    desk.write(Kind.PAPER_ENTRY, write_transcript(read), ses=paper.ses, pack=form.hash)


def _demand_options(form: Instrument, marks: Mapping[ItemId, Mark]) -> None:
    for item, mark in marks.items():
        known = form.by_id.get(item)
        fits = known is not None and (
            mark.given is None
            or (isinstance(mark.given, Answered) and mark.given.code in known.scale.codes)
            or (isinstance(mark.given, NotApplicable) and known.not_applicable)
        )
        clashes = mark.given is not None and mark.oddity is not None and mark.oddity.leaves_no_answer
        if not fits or clashes:
            raise Refusal(Code.NOT_AN_OPTION, item=item)
