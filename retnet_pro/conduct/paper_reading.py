"""What two people read on a paper form, while it waits to be recorded (rule E93)."""

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.paper import Discrepancy, PaperForm
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument
from retnet_pro.record.event import SessionId
from retnet_pro.record.transcript import Mark, Round, Transcript, read_transcript

NOTHING = Mark()


def discrepancies(desk: Desk, ses: SessionId) -> tuple[Discrepancy, ...]:
    """Return what two people read differently; nothing before both have read.

    Raises:
        Refusal: `NOT_ALLOWED` or `PAPER_UNKNOWN`.
        Tamper: when a reading cannot be opened or is not in the agreed form.
    """
    demand(desk.person.role, Right.HAND_OVER)
    paper = waiting_paper(desk, ses)
    if Round.SECOND not in paper.readings:
        return ()
    first, second = (transcript_of(desk, paper, whose).marks for whose in (Round.FIRST, Round.SECOND))
    both = ((item, first.get(item, NOTHING), second.get(item, NOTHING)) for item in dict.fromkeys((*first, *second)))
    return tuple(Discrepancy(item=item, first=one, second=other) for item, one, other in both if one != other)


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


def waiting_paper(desk: Desk, ses: SessionId) -> PaperForm:
    """Return a form on paper that is not recorded yet.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    desk.catch_up()
    paper = desk.site.papers.get(ses)
    if paper is None or Round.FIRST not in paper.readings:
        raise Refusal(Code.PAPER_UNKNOWN)
    desk.site.demand_not_erased(paper.subject)
    return paper


def form_of(desk: Desk, read: Transcript) -> Instrument:
    """Return the form that was on the paper; with other bytes its codes could mean something else.

    Raises:
        Refusal: `NOT_ALLOWED`, `FORM_UNKNOWN` or `FORM_NOT_HERE`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    form = desk.library.instrument(read.instrument)
    if form.hash != read.form_hash:
        raise Refusal(Code.FORM_NOT_HERE, form=form.title)
    return form
