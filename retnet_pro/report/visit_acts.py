"""The lines of a visit record about what was done with it: alerts, corrections, signatures, forms of staff, proof."""

from collections.abc import Iterator
from datetime import date, datetime

from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.report.alert_copy import ACTION_WORDS, OUTCOME_WORDS
from retnet_pro.report.event_words import event_words
from retnet_pro.report.style import QUIET
from retnet_pro.report.tables import Cell, Row
from retnet_pro.report.tongue import Tongue
from retnet_pro.report.visit_facts import VisitPaper
from retnet_pro.report.words import answer_words, source_words, why_amended_words

_WHOLE_DAY = len("2026-11-23")
"""Of some days only the month or the year is known."""


def alert_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield each alert with everything that was done about it, oldest first."""
    say = tongue.say
    for one in facts.alerts:
        fact = one.fact
        place = say("question {number}", number=one.number) if one.number is not None else one.about
        overdue = say("overdue") if fact.is_overdue(facts.paper.printed_at) else ""
        state = "; ".join(filter(None, (say("open"), overdue))) if fact.is_open else say("settled")
        for number, act in enumerate(fact.acts or (None,)):
            first = number == 0
            said = _act(facts, act, tongue) if act is not None else ""
            yield (
                Cell(f"{one.form}, {place} ({fact.alert.rule}): {state}" if first else "", bold=fact.is_open),
                Cell(f"{_moment(fact.at, tongue)}; {tongue.moment(fact.deadline)}" if first else ""),
                Cell(said or say("nobody has answered it"), note=act.note if act is not None else ""),
            )


def _act(facts: VisitPaper, act: AlertAct, tongue: Tongue) -> str:
    codes = (OUTCOME_WORDS[act.outcome], ACTION_WORDS[act.action] if act.action else "")
    what = ": ".join(tongue.say(one) for one in codes if one)
    return f"{what}; {act.who}, {_moment(act.at, tongue)}, {_event(facts, act.seq, tongue)}"


def _event(facts: VisitPaper, number: int, tongue: Tongue) -> str:
    return tongue.say("event {seq}", seq=event_words(facts.paper.event(number), tongue))


def correction_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield each correction of a form of this visit, oldest first."""
    say = tongue.say
    for filed in facts.filed():
        for one in filed.amendments:
            made = one.amendment
            yield (
                Cell(f"{facts.titles[filed.response.form.id]}, {made.item}"),
                Cell(f"{say(answer_words(made.old))} → {say(answer_words(made.new))}"),
                Cell(f"{say(why_amended_words(made.why))}; {say(source_words(made.source))}", note=made.note),
                Cell(f"{one.who} ({say(one.role)}), {_moment(one.at, tongue)}, {_event(facts, one.seq, tongue)}"),
            )


def signature_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield each signature over this visit, also those that no longer cover what stands there (rules P60, P63)."""
    for one in facts.signatures:
        stands = "covers what stands here" if one.still_covers else "no longer covers what stands here"
        yield (
            Cell(f"{one.name}, {tongue.moment(one.at)}"),
            Cell(one.meaning),
            Cell(f"{tongue.say(stands)}; {_halves(one.record)}", bold=not one.still_covers),
        )


def staff_form_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield each form of staff; what stands in it is not repeated here."""
    for one in facts.staff_forms:
        yield (
            Cell(one.title),
            Cell(tongue.day(date.fromisoformat(one.day)) if len(one.day) == _WHOLE_DAY else one.day),
            Cell(f"{one.who}, {_moment(one.at, tongue)}"),
            Cell(f"{one.revision}, {_event(facts, one.seq, tongue)}"),
        )


def proof_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield the names of the signed events and files that each form rests on, whole."""
    for filed in facts.filed():
        response = filed.response
        yield (
            Cell(f"{facts.titles[response.form.id]}, {response.form.version} / {response.wording.version}"),
            Cell(event_words(facts.paper.event(filed.seq), tongue)),
            Cell(_halves(filed.hash), grey=QUIET),
            Cell(_halves(response.form.hash), grey=QUIET),
            Cell(_halves(response.wording.hash), grey=QUIET),
        )


def _halves(name: str) -> str:
    return f"{name[:32]} {name[32:]}"


def _moment(at: str, tongue: Tongue) -> str:
    return tongue.moment(datetime.fromisoformat(at))
