"""The record of one visit on paper: what was due, what came and how, why the rest did not, and what was done about it.

It tells how the visit went, never what the answers mean: no answers but the corrected ones, no scores.
"""

from collections.abc import Iterator

from retnet_pro.report.lines import one_line
from retnet_pro.report.list_frame import list_frame
from retnet_pro.report.page import Block, Brush, gap, set_pages
from retnet_pro.report.style import BODY, MARGIN, QUIET, TINY, TITLE, VERA, WIDTH, Fonts, Typeface, load_fonts
from retnet_pro.report.tables import (
    Cell,
    Column,
    Heading,
    Row,
    heading_block,
    section_blocks,
    table_blocks,
    text_blocks,
)
from retnet_pro.report.tongue import ENGLISH, Tongue
from retnet_pro.report.visit_acts import alert_rows, correction_rows, proof_rows, signature_rows, staff_form_rows
from retnet_pro.report.visit_facts import VisitPaper
from retnet_pro.report.visit_forms import form_rows, window_said

_LABEL = 110.0


def visit_pdf(facts: VisitPaper, tongue: Tongue = ENGLISH, typeface: Typeface = VERA) -> bytes:
    """Return the record as a PDF; the same facts, language and typeface give the same bytes."""
    fonts = load_fonts(typeface)
    say, paper = tongue.say, facts.paper
    title = f"{say('Visit record')} {paper.subject}, {facts.visit.title}"
    blocks: list[Block] = [_title(fonts, title), *_head(facts, fonts, tongue)]
    for heading, widths, heads, rows, none in _sections(facts, tongue):
        blocks += _section(fonts, heading, widths, heads, rows, none)
    blocks += [gap(6), *text_blocks(fonts, say(_CLOSING), TINY, grey=QUIET)]
    printed = say("printed {moment} by {who}", moment=tongue.moment(paper.printed_at), who=paper.printed_by)
    upto = say("up to event {seq} {hash}", seq=facts.upto.seq, hash=facts.upto.hash)
    frame = list_frame(
        fonts,
        title=title,
        subject=say("Record of one visit of one participant"),
        head=f"{paper.subject}  ·  {facts.visit.title}  ·  {paper.site}",
        foot=f"{paper.study_title}  ·  {printed}  ·  {upto}  ·  {paper.app}",
        mode=paper.mode,
        tongue=tongue,
    )
    return set_pages(blocks, frame, fonts)


_CLOSING = (
    "This record tells how the visit went. It interprets nothing: answers and scores stand in the report of the "
    "participant. Minutes are counted from the start to the end of a form, rests included. The values are signed in "
    "the events named under proof; what was corrected is never overwritten."
)
_Section = tuple[Heading, tuple[float, ...], tuple[tuple[str, ...], ...], list[Row], str]


def _sections(facts: VisitPaper, tongue: Tongue) -> Iterator[_Section]:
    say = tongue.say
    yield (
        Heading(say("Questionnaires"), "forms", say("all that were due, and all that came")),
        (96.0, 116.0, 118.0, 90.0),
        (
            (say("Form"), say("language")),
            (say("Received"), say("or why not")),
            (say("Who answered"), say("how, identified by")),
            (say("Start, end"), say("minutes")),
            (say("Aids"), say("off the plan")),
        ),
        list(form_rows(facts, tongue)),
        "",
    )
    yield (
        Heading(say("Alerts"), "alerts", say("rules of the study that an answer met, and what was done")),
        (150.0, 118.0),
        ((say("Rule met"),), (say("Raised"), say("to be answered by")), (say("What was done"), say("by whom, when"))),
        list(alert_rows(facts, tongue)),
        say("No alert was raised."),
    )
    yield (
        Heading(say("Corrections"), "corrections", say("what was answered first stays in the record")),
        (126.0, 100.0, 160.0),
        (
            (say("Form"), say("question")),
            (say("Before"), say("after")),
            (say("Reason"), say("source")),
            (say("By whom, when"),),
        ),
        list(correction_rows(facts, tongue)),
        say("Nothing was corrected."),
    )
    yield (
        Heading(say("Electronic signatures"), "signatures", say("of the investigator, over this visit")),
        (150.0, 150.0),
        ((say("Signed by"), say("when")), (say("Meaning"),), (say("Stands"), say("bound to SHA-256"))),
        list(signature_rows(facts, tongue)),
        say("Nobody has signed this visit."),
    )
    hidden = say("{count} more, which your role does not read", count=facts.hidden_forms) if facts.hidden_forms else ""
    yield (
        Heading(
            say("Forms of staff"), "staff-forms", hidden or say("dated within the window or on a day of the visit")
        ),
        (170.0, 80.0, 150.0),
        ((say("Form"),), (say("Day"),), (say("Closed by"), say("when")), (say("Revision"), say("event"))),
        list(staff_form_rows(facts, tongue)),
        "" if facts.hidden_forms else say("None."),
    )
    yield (
        Heading(say("Proof"), "proof", say("SHA-256 of the signed event, the form file and the wording file")),
        (80.0, 56.0, 129.0, 129.0),
        (
            (say("Form"), say("version")),
            (say("Event"),),
            (say("Event"), "SHA-256"),
            (say("Form file"), "SHA-256"),
            (say("Wording file"), "SHA-256"),
        ),
        list(proof_rows(facts, tongue)),
        say("Nothing came that could be proved."),
    )


def _section(
    fonts: Fonts,
    heading: Heading,
    widths: tuple[float, ...],
    heads: tuple[tuple[str, ...], ...],
    rows: list[Row],
    none: str,
) -> list[Block]:
    columns = tuple(
        Column(head=head, width=width) for head, width in zip(heads, (*widths, WIDTH - sum(widths)), strict=True)
    )
    if rows:
        return section_blocks(fonts, heading, columns, rows, TINY)
    return [gap(6), heading_block(heading, needs_after=12.0), *(text_blocks(fonts, none, grey=QUIET) if none else [])]


def _title(fonts: Fonts, title: str) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.mark_section("visit", title, top)
        brush.text(MARGIN, top - TITLE, *one_line(fonts.bold, title, TITLE, WIDTH), bold=True)

    return Block(TITLE * 1.5, draw)


def _head(facts: VisitPaper, fonts: Fonts, tongue: Tongue) -> list[Block]:
    say, paper = tongue.say, facts.paper
    where = say("site {site}, device {device}", site=paper.site, device=facts.device)
    lines = (
        (say("Study"), f"{paper.study_title}; {where}"),
        (say("Visit"), f"{facts.visit.title} ({facts.visit.id})"),
        (say("Window"), window_said(facts, tongue)),
        (say("Forms received"), say("{came} of {due}", came=_came(facts), due=len(facts.visit.instruments))),
        (
            say("Printed"),
            say(
                "{moment} by {who} ({role}), up to event {seq}",
                moment=tongue.moment(paper.printed_at), who=paper.printed_by, role=say(facts.role), seq=facts.upto.seq,
            ),
        ),
    )  # fmt: skip
    columns = (Column(head=("",), width=_LABEL), Column(head=("",), width=WIDTH - _LABEL))
    rows: list[Row] = [(Cell(label, grey=QUIET), Cell(said)) for label, said in lines]
    return table_blocks(fonts, columns, rows, BODY)[1:]


def _came(facts: VisitPaper) -> int:
    return len(set(facts.visit.instruments) & {one.response.form.id for one in facts.filed()})
