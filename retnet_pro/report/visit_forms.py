"""The lines of a visit record about its questionnaires: each that was due or came, and how it came about."""

from collections.abc import Iterator
from datetime import datetime

from retnet_pro.conduct.circumstances import Circumstances, Help
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.report.course import is_outside_window
from retnet_pro.report.event_words import event_words
from retnet_pro.report.paper import Filed
from retnet_pro.report.style import INK, QUIET
from retnet_pro.report.tables import Cell, Row
from retnet_pro.report.tongue import Tongue
from retnet_pro.report.visit_facts import VisitPaper
from retnet_pro.report.words import (
    accommodation_words,
    answered_by_words,
    deviation_words,
    identification_words,
    medium_words,
    why_helped_words,
)


def window_said(facts: VisitPaper, tongue: Tongue) -> str:
    """Say when the visit was to be, and how today stands to it."""
    visit, say = facts.visit, tongue.say
    today = facts.paper.printed_at.date()
    state = say("open") if visit.is_open(today) else say("not open yet") if today < visit.opens else say("closed")
    said = say(
        "{opens} to {closes}, target {target}; on the day of print {state}",
        opens=tongue.day(visit.opens), closes=tongue.day(visit.closes), target=tongue.day(visit.target), state=state,
    )  # fmt: skip
    return f"{said}; {say('provisional: its anchor is not known yet')}" if visit.is_provisional else said


def form_rows(facts: VisitPaper, tongue: Tongue) -> Iterator[Row]:
    """Yield what was due in the order it is asked, each as often as it came, then what came without being due."""
    filed = facts.filed()
    for form in facts.visit.instruments:
        several = [one for one in filed if one.response.form.id == form]
        yield from (_came(facts, one, tongue) for one in several)
        if not several:
            yield _did_not_come(facts, form, tongue)
    yield from (_came(facts, one, tongue) for one in filed if one.response.form.id not in facts.visit.instruments)


def _did_not_come(facts: VisitPaper, form: InstrumentId, tongue: Tongue) -> Row:
    say = tongue.say
    why = facts.paper.absent.get((facts.visit.id, form))
    if form in facts.erased:
        said = say("erased by order, event {seq}", seq=event_words(facts.paper.event(facts.erased[form]), tongue))
    elif why is not None:
        said = f"{say('not received')}: {', '.join(map(say, why.split(', ', 1)))}"
    elif facts.paper.printed_at.date() > facts.visit.closes:
        said = f"{say('not received')}: {say('no reason recorded')}"
    else:
        said = say("still to come")
    return (Cell(facts.titles[form], bold=True), Cell(said), Cell("–", grey=QUIET), Cell("–", grey=QUIET), Cell(""))


def _came(facts: VisitPaper, filed: Filed, tongue: Tongue) -> Row:
    say, response, about = tongue.say, filed.response, filed.circumstances
    start, end = datetime.fromisoformat(response.started), datetime.fromisoformat(response.finished)
    aids = [say(one) for one in accommodation_words(response.accommodations).split(", ") if one]
    departures = [say(deviation_words(one)) for one in about.deviations]
    notes = "; ".join(filter(None, (", ".join(aids), ", ".join(departures))))
    return (
        Cell(f"{facts.titles[response.form.id]}, {response.wording.language}", bold=True),
        Cell(_received(facts, filed, tongue)),
        Cell(_who(filed, tongue)),
        Cell(_span(start, end, tongue)),
        Cell(notes or say("none"), grey=INK if departures else QUIET),
    )


def _received(facts: VisitPaper, filed: Filed, tongue: Tongue) -> str:
    say, day = tongue.say, filed.answered_on
    if not is_outside_window(filed, facts.visit):
        where = say("in the window")
    elif day < facts.visit.opens:
        where = say("outside the window, days early: {days}", days=(facts.visit.opens - day).days)
    else:
        where = say("outside the window, days late: {days}", days=(day - facts.visit.closes).days)
    due = "" if filed.response.form.id in facts.visit.instruments else f"; {say('was not due at this visit')}"
    return f"{tongue.day(day)}, {where}{due}"


def _who(filed: Filed, tongue: Tongue) -> str:
    say, about = tongue.say, filed.circumstances
    helped = about.helped or (Help(answered_by=filed.response.answered_by, why=None, reason=""),)
    by = say("identified by: {how}", how=say(identification_words(about.identified))) if about.identified else ""
    who = f"; {say('then')} ".join(_helped(one, tongue) for one in helped)
    return "; ".join(filter(None, (who, _medium(about, tongue), by)))


def _helped(one: Help, tongue: Tongue) -> str:
    why = one.reason or (tongue.say(why_helped_words(one.why)) if one.why else "")
    who = tongue.say(answered_by_words(one.answered_by))
    return f"{who} ({why})" if why else who


def _medium(about: Circumstances, tongue: Tongue) -> str:
    """Say how the form was filled in; of paper also of which day, and who read it in (rule E93)."""
    if about.medium is None:
        return tongue.say("medium not recorded")
    said = tongue.say(medium_words(about.medium))
    if about.paper is None:
        return said
    readers = ", ".join(dict.fromkeys(about.paper.readers.values()))
    return tongue.say(
        "{medium} of {day}, read in by {readers}", medium=said, day=tongue.day(about.paper.day), readers=readers
    )


def _span(start: datetime, end: datetime, tongue: Tongue) -> str:
    minutes = tongue.say("{minutes} min", minutes=max(1, round((end - start).total_seconds() / 60)))
    last = f"{end:%H:%M}" if start.date() == end.date() else tongue.moment(end)
    return f"{tongue.moment(start)} – {last}; {minutes}"
