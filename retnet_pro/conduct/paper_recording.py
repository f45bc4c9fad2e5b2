"""Record a form on paper that two people agree on: like any other form, under the participant's own date (rule E93)."""

from datetime import datetime

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.session import Entry
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.paper import PaperForm
from retnet_pro.conduct.paper_reading import discrepancies, form_of, transcript_of, waiting_paper
from retnet_pro.conduct.sitting import write_entry
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import FormUsed, Response, WordingUsed, write_response
from retnet_pro.record.transcript import Round, Transcript
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.alerts import raised
from retnet_pro.study.visits import visit_by_id


def is_agreed(desk: Desk, ses: SessionId) -> bool:
    """Whether two people read the same, or what they read differently was settled: only the recording is left.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN` or `PARTICIPANT_ERASED`.
        Tamper: when a reading cannot be opened or is not in the agreed form.
    """
    rounds = waiting_paper(desk, ses).readings
    return Round.SETTLED in rounds or (Round.SECOND in rounds and not discrepancies(desk, ses))


def record(desk: Desk, ses: SessionId) -> None:
    """Record a form as two people agreed on it; after a crash in between the same call goes on where it stopped.

    Nothing is written twice and nothing is left out: what stands in the record already is looked up first. A
    participant who withdrew since is no obstacle, because the paper was filled in before.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN`, `PARTICIPANT_ERASED`, `FORM_NOT_HERE`, `WORDING_MISSING`, or
            `PAPER_UNSETTLED` while two people have not read the same.
        WorldFault: the disk refused; call again.
    """
    paper = waiting_paper(desk, ses)
    if not is_agreed(desk, ses):
        raise Refusal(Code.PAPER_UNSETTLED)
    last = Round.SETTLED if Round.SETTLED in paper.readings else Round.SECOND
    read = transcript_of(desk, paper, last)
    form = form_of(desk, read)
    given = {item: mark.given for item, mark in read.marks.items() if mark.given is not None}
    answers = final_answers(form, given)
    wording = desk.library.wording(form, read.language)
    wall = desk.pen.clock().wall
    at = datetime(read.day.year, read.day.month, read.day.day, tzinfo=wall.tzinfo).isoformat(timespec="milliseconds")
    whole = [event.header for event, _ in desk.reader.session_events(ses)]
    # The centre counts the answers of each device by itself: those of the device before this one are written again,
    # under the same numbers, which every reader counts once.
    there = {event.header.n for event in desk.pen.log.session_events(ses) if event.header.kind is Kind.ANSWER}
    if not any(header.kind is Kind.SESSION_OPEN for header in whole):
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
    is_judged = any(header.kind is Kind.ALERT for header in whole)
    if rules and not is_judged:  # as at the end of a form on the tablet (rule E82)
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
