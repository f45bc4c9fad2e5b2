"""How each questionnaire came about: who answered and why not alone, on what, with which aids (E57, E58, E59, E90)."""

from datetime import datetime

from retnet_pro.conduct.circumstances import Circumstances, Help
from retnet_pro.report.event_words import event_words
from retnet_pro.report.page import Align, Block
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import INK, QUIET, TINY, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, section_blocks
from retnet_pro.report.words import (
    accommodation_words,
    answered_by_words,
    day_words,
    deviation_words,
    identification_words,
    line_check_words,
    medium_words,
    why_helped_words,
)

_COLUMNS = (
    Column(head=("Event",), width=56.0, align=Align.RIGHT),
    Column(head=("Form", "visit"), width=96.0),
    Column(head=("Who answered", "and why not alone"), width=WIDTH - 422.0),
    Column(head=("How it was", "filled in"), width=84.0),
    Column(head=("Participant", "identified by"), width=66.0),
    Column(head=("Display", "aids"), width=54.0),
    Column(head=("Off the plan",), width=66.0),
)
_NOT_RECORDED = "not recorded"


def circumstance_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the table; what an older version of the program did not write down says so."""
    heading = Heading("Circumstances", "circumstances", "who was in front of the screen, and how")
    return section_blocks(fonts, heading, _COLUMNS, [circumstance_row(paper, filed) for filed in paper.responses], TINY)


def circumstance_row(paper: ParticipantPaper, filed: Filed) -> Row:
    """Return the line of one questionnaire."""
    response, about = filed.response, filed.circumstances
    known = paper.instruments.get(response.form.id)
    helped = about.helped or (Help(answered_by=response.answered_by, why=None, reason=""),)
    departures = ", ".join(map(deviation_words, about.deviations))
    return (
        Cell(event_words(paper.event(filed.seq))),
        Cell(f"{known.title if known else response.form.id}, {response.visit}"),
        Cell("; then ".join(map(_helped, helped))),
        Cell(_medium(about)),
        Cell(_identified(about)),
        Cell(accommodation_words(response.accommodations) or "none", grey=QUIET),
        Cell(departures or "none", grey=INK if departures else QUIET),
    )


def _helped(one: Help) -> str:
    why = one.reason or (why_helped_words(one.why) if one.why else "")
    return f"{answered_by_words(one.answered_by)} ({why})" if why else answered_by_words(one.answered_by)


def _identified(about: Circumstances) -> str:
    """Say how the participant was identified; of the telephone also who stated it, and how it was checked."""
    if about.identified is None:
        return _NOT_RECORDED
    said = (f"{one.who} ({line_check_words(one.how)})" for one in about.stated)
    return " ".join((identification_words(about.identified), "; then ".join(said))).strip()


def _medium(about: Circumstances) -> str:
    """Say how the form was filled in; of paper also when, who read it in, what was odd, and its scan (rule E93)."""
    if about.medium is None:
        return _NOT_RECORDED
    said, paper = medium_words(about.medium), about.paper
    if paper is None:
        return said
    late = datetime.fromisoformat(paper.recorded_at).date() - paper.day
    readers = ", ".join(dict.fromkeys(paper.readers.values()))
    parts = [f"{said} of {day_words(paper.day)} ({paper.why.value}), read in by {readers} {late.days} days later"]
    parts += [f"{item} {oddity.value}" for item, oddity in paper.oddities.items()]
    parts.append(f"scan {paper.scan[:16]}" if paper.scan else "no scan")
    return "; ".join(parts)
