"""Correct one answer of a finished questionnaire: the site does it, for a reason, from a source (rules E100, E101).

Nothing is ever overwritten and no participant's screen opens again (rule E103). What was answered first stays as it was
signed; the correction is an event beside it, with the scores computed again by the same code. The alert rules of the
study are held against it as at the end of a form; alerts that were raised before stay as they are (rules E80, E82).
"""

from retnet_pro.answering.correcting import Settled, choices, was_asked, with_answer
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, ItemId
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.amendment import NOTE_LIMIT, Amendment, Source, WhyAmended, write_amendment
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import Response
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.alerts import raised


def correct(
    desk: Desk,
    subject: str,
    ses: SessionId,
    item: ItemId,
    new: Settled,
    *,
    why: WhyAmended,
    note: str,
    source: Source,
) -> Taken:
    """Record what should have been answered, and return the response as it stands then.

    A participant who withdrew or died is no obstacle: what was answered can still be put right.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `RESPONSE_UNKNOWN` (also when it was
            erased), `FORM_UNKNOWN` or `FORM_NOT_HERE`, `ITEM_NOT_ASKED`, `NOT_AN_OPTION`, `NOTHING_CHANGED`,
            `HELD_ELSEWHERE` or `REASON_MISSING`; then nothing was recorded.
        Tamper: `CHAIN_BROKEN`, when the record is damaged.
        WorldFault: the disk refused.
    """
    demand(desk.person.role, Right.CORRECT)
    desk.catch_up()  # a correction reported as failed can stand all the same, and this one must build on it
    taken = finished(desk, subject, ses)
    desk.site.beside.demand_here(taken.seq)
    instrument = _form(desk, taken)
    response = taken.response
    if item not in instrument.by_id or not was_asked(response.answers, item):
        raise Refusal(Code.ITEM_NOT_ASKED, item=item)
    if new not in choices(instrument.by_id[item]):
        raise Refusal(Code.NOT_AN_OPTION, item=item)
    old = response.answers[item]
    if new == old:
        raise Refusal(Code.NOTHING_CHANGED, item=item)
    answers = with_answer(instrument, response.answers, item, new)
    amendment = Amendment(
        ses=ses,
        subject=response.subject,
        item=item,
        old=old,
        new=new,
        why=why,
        note=one_line(note),
        source=source,
        on=taken.state,
        answers=answers,
        scores=score(make_plan(instrument, response.scores[0].variant if response.scores else None), answers),
    )
    _hold_against_rules(desk, response, amendment)
    desk.write(Kind.AMEND, write_amendment(amendment), ses=ses, pack=instrument.hash)
    return finished(desk, subject, ses)


def _hold_against_rules(desk: Desk, response: Response, amendment: Amendment) -> None:
    """Write down what the rules meet now; before the correction itself, so that a crash in between loses no alert."""
    form = response.form.id
    rules = [rule for rule in desk.study.alerts if rule.instrument == form]
    if rules:
        alarm = Alarm(
            ses=response.ses,
            subject=response.subject,
            visit=response.visit,
            instrument=form,
            study=desk.study.hash,
            raised=raised(rules, form, amendment.answers, amendment.scores),
        )
        desk.write(Kind.ALERT, write_alarm(alarm), ses=response.ses)


def finished(desk: Desk, subject: str, ses: SessionId) -> Taken:
    """Return one finished response of a participant.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED` or `RESPONSE_UNKNOWN`.
    """
    taken = next((one for one in desk.responses_of(subject) if one.response.ses == ses), None)
    if taken is None:
        raise Refusal(Code.RESPONSE_UNKNOWN, subject=subject)
    return taken


def one_line(note: str) -> str:
    """Return a reason as it is recorded: one line of printable characters.

    Raises:
        Refusal: `REASON_MISSING`, when nothing is left of it.
    """
    plain = "".join(character for character in " ".join(note.split()) if character.isprintable())[:NOTE_LIMIT]
    if not plain.strip():
        raise Refusal(Code.REASON_MISSING)
    return plain


def _form(desk: Desk, taken: Taken) -> Instrument:
    """Return the form of a response; with other bytes its codes could mean something else."""
    used = taken.response.form
    instrument = desk.library.instrument(used.id, used.version)
    if instrument.hash != used.hash:
        raise Refusal(Code.FORM_NOT_HERE, form=instrument.title)
    return instrument
