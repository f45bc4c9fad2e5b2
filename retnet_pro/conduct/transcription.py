"""Read in a form that was filled in on paper: two people, independently, then one form like any other (rule E93).

The first reading is never shown to whoever does the second. Where they differ, somebody looks at the paper. Then the
form is recorded under the participant's own date, by the same rules and scored by the same code as on the tablet.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.offering import demand_allowed, grounds_of
from retnet_pro.conduct.paper import Discrepancy, PaperForm
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.sitting import write_entry
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy, FormUsed, Response, WordingUsed, write_response
from retnet_pro.record.transcript import (
    Mark,
    Round,
    Transcript,
    WhyPaper,
    read_transcript,
    write_scan,
    write_transcript,
)
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.alerts import raised
from retnet_pro.study.visits import visit_by_id

NOTHING = Mark()


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
    paper = _paper(desk, ses)
    if Round.SECOND in paper.readings:
        raise Refusal(Code.PAPER_UNKNOWN)
    if paper.readings[Round.FIRST].who == desk.person.user:
        raise Refusal(Code.SECOND_PERSON)
    _write_round(desk, paper, Round.SECOND, marks)
    differing = discrepancies(desk, ses)
    if not differing:
        _record(desk, ses)
    return differing


def discrepancies(desk: Desk, ses: SessionId) -> tuple[Discrepancy, ...]:
    """Return what two people read differently; nothing before both have read.

    Raises:
        Refusal: `NOT_ALLOWED` or `PAPER_UNKNOWN`.
        Tamper: when a reading cannot be opened or is not in the agreed form.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = _paper(desk, ses)
    if Round.SECOND not in paper.readings:
        return ()
    first, second = (transcript_of(desk, paper, whose).marks for whose in (Round.FIRST, Round.SECOND))
    both = ((item, first.get(item, NOTHING), second.get(item, NOTHING)) for item in dict.fromkeys((*first, *second)))
    return tuple(Discrepancy(item=item, first=one, second=other) for item, one, other in both if one != other)


def settle(desk: Desk, ses: SessionId, marks: Mapping[ItemId, Mark]) -> None:
    """Record what a look at the paper showed for every item that was read differently, and record the form.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN`, `PAPER_UNSETTLED` when one of these items is left open, or
            `NOT_AN_OPTION`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = _paper(desk, ses)
    differing = {one.item for one in discrepancies(desk, ses)}
    if Round.SECOND not in paper.readings or not differing.issubset(marks):
        raise Refusal(Code.PAPER_UNSETTLED)
    first = transcript_of(desk, paper, Round.FIRST)
    settled = {**first.marks, **{item: mark for item, mark in marks.items() if item in differing}}
    _write_round(desk, paper, Round.SETTLED, settled)
    _record(desk, ses)


def attach_scan(desk: Desk, ses: SessionId, data: bytes) -> str:
    """Seal the scan of a paper form into the record, and return its SHA-256.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN`, or `SCAN_UNFIT` when it is too large or no PDF, PNG or JPEG.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = _paper(desk, ses)
    try:
        content = write_scan(ses, paper.subject, data)
    except ValueError as error:
        raise Refusal(Code.SCAN_UNFIT) from error
    desk.write(Kind.PAPER_SCAN, content, ses=ses)
    return str(content["sha256"])


def transcript_of(desk: Desk, paper: PaperForm, whose: Round) -> Transcript:
    """Return one reading. Whoever is to do the second one is never shown the first.

    Raises:
        Refusal: `NOT_ALLOWED`, or `PAPER_UNKNOWN` when it is not there or was erased.
        Tamper: when it cannot be opened or is not in the agreed form.
    """
    demand(desk.person.role, Right.HAND_OVER)
    reading = paper.readings.get(whose)
    opened = None if reading is None else desk.reader.at(reading.seq)
    if opened is None:
        raise Refusal(Code.PAPER_UNKNOWN)
    return read_transcript(opened.content)


def _paper(desk: Desk, ses: SessionId) -> PaperForm:
    desk.catch_up()
    paper = desk.site.papers.get(ses)
    if paper is None or Round.FIRST not in paper.readings:
        raise Refusal(Code.PAPER_UNKNOWN)
    desk.site.demand_not_erased(paper.subject)
    return paper


def _write_round(desk: Desk, paper: PaperForm, whose: Round, marks: Mapping[ItemId, Mark]) -> None:
    first = transcript_of(desk, paper, Round.FIRST)
    form = _form(desk, first)
    _demand_options(form, marks)
    read = replace(first, round=whose, marks=marks)
    desk.write(Kind.PAPER_ENTRY, write_transcript(read), ses=paper.ses, pack=form.hash)


def _record(desk: Desk, ses: SessionId) -> None:
    """Record the form as it was settled; after a crash in between the same call goes on where it stopped."""
    paper = desk.site.papers[ses]
    last = Round.SETTLED if Round.SETTLED in paper.readings else Round.SECOND
    read = transcript_of(desk, paper, last)
    form = _form(desk, read)
    given = {item: mark.given for item, mark in read.marks.items() if mark.given is not None}
    answers = final_answers(form, given)
    wording = desk.library.wording(form, read.language)
    wall = desk.pen.clock().wall
    at = datetime(read.day.year, read.day.month, read.day.day, tzinfo=wall.tzinfo).isoformat(timespec="milliseconds")
    there = {event.header.n for event, _ in desk.reader.session_events(ses) if event.header.n is not None}
    if 0 not in there:
        desk.write(Kind.SESSION_OPEN, _opening(desk, paper, read, form), ses=ses, n=0, pack=form.hash)
    for n, (item, answer) in enumerate(given.items(), start=1):
        if n not in there:
            entry = Entry(n=n, item=item, given=answer, replaces=None, prompted=False, shown_at=at)
            desk.write(Kind.ANSWER, {"ses": ses, **write_entry(entry)}, ses=ses, n=n, pack=form.hash)
    response = Response(
        ses=ses,
        subject=read.subject,
        visit=read.visit,
        form=FormUsed(form.id, form.version, form.hash),
        wording=WordingUsed(wording.language, wording.version, wording.hash, wording.demonstration),
        mode=desk.mode,
        started=at,
        finished=at,
        answered_by=read.answered_by,
        answers=answers,
        scores=score(make_plan(form), answers),
        app=desk.pen.app,
        entries=len(given),
        accommodations=(),
    )
    rules = [rule for rule in desk.study.alerts if rule.instrument == form.id]
    if rules:  # as at the end of a form on the tablet (rule E82)
        alarm = Alarm(
            ses=ses,
            subject=read.subject,
            visit=read.visit,
            instrument=form.id,
            study=desk.study.hash,
            raised=raised(rules, form.id, answers, response.scores),
        )
        desk.write(Kind.ALERT, write_alarm(alarm), ses=ses)
    desk.write(Kind.SESSION_DONE, write_response(response), ses=ses, n=len(given) + 1, pack=form.hash)


def _opening(desk: Desk, paper: PaperForm, read: Transcript, form: Instrument) -> dict[str, object]:
    wording = desk.library.wording(form, read.language)
    visit = visit_by_id(desk.study, desk.participant(read.subject), read.visit)
    return {
        "ses": read.ses,
        "sitting": read.ses,
        "subject": read.subject,
        "visit": read.visit,
        "visit_title": visit.title,
        "instrument": form.id,
        "version": form.version,
        "form_hash": form.hash,
        "language": read.language,
        "wording_version": wording.version,
        "wording_hash": wording.hash,
        "demonstration": wording.demonstration,
        "answered_by": read.answered_by.value,
        "why": None,
        "reason": "",
        "medium": Medium.PAPER.value,
        "deviations": [],
        "paper": {
            "day": read.day.isoformat(),
            "why": read.why.value,
            "note": read.note,
            "readers": {whose.value: one.who for whose, one in paper.readings.items()},
            "oddities": {item: mark.oddity.value for item, mark in read.marks.items() if mark.oddity is not None},
            "scan": paper.scan,
        },
    }


def _form(desk: Desk, read: Transcript) -> Instrument:
    form = desk.library.instrument(read.instrument)
    if form.hash != read.form_hash:
        raise Refusal(Code.FORM_NOT_HERE, form=form.title)
    return form


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
