"""The printout of one participant: one page for the doctor, then everything it rests on."""

from retnet_pro.report.answers import answer_blocks
from retnet_pro.report.circumstances import circumstance_blocks
from retnet_pro.report.corrections import correction_blocks, placing_blocks
from retnet_pro.report.lines import one_line
from retnet_pro.report.origin import origin_blocks
from retnet_pro.report.page import NEW_PAGE, Align, Block, Brush, Frame, set_pages
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.scores import score_blocks
from retnet_pro.report.style import (
    INK,
    MARGIN,
    PAGE_HEIGHT,
    QUIET,
    RULE,
    SMALL,
    TINY,
    VERA,
    WIDTH,
    Fonts,
    Typeface,
    load_fonts,
)
from retnet_pro.report.summary import summary_blocks
from retnet_pro.report.visit_table import visit_blocks
from retnet_pro.report.words import time_words
from retnet_pro.study.model import Mode

_BAND = 27.0
_HEAD = 15.0
_FOOT = 30.0


def participant_pdf(facts: ParticipantPaper, typeface: Typeface = VERA) -> bytes:
    """Return the printout as a PDF; the same facts and typeface give the same bytes."""
    fonts = load_fonts(typeface)
    blocks: list[Block] = summary_blocks(facts, fonts)
    blocks += [NEW_PAGE, *visit_blocks(facts, fonts)]
    if facts.responses:
        blocks += [*score_blocks(facts, fonts), *answer_blocks(facts, fonts)]
        blocks += circumstance_blocks(facts, fonts)
        blocks += [*correction_blocks(facts, fonts), *origin_blocks(facts, fonts)]
    blocks += placing_blocks(facts, fonts)
    return set_pages(blocks, _frame(facts, fonts), fonts)


def _frame(facts: ParticipantPaper, fonts: Fonts) -> Frame:
    band = _BAND if facts.mode is not Mode.STUDY or _has_demonstration(facts) else 0.0
    edge = PAGE_HEIGHT - 24.0
    right = MARGIN + WIDTH

    def draw(brush: Brush, number: int, count: int) -> None:
        if band:
            _warning(brush, edge, facts)
        y = edge - band - 8
        head = f"{facts.subject}  ·  {facts.site}"
        brush.text(MARGIN, y, *one_line(fonts.bold, head, SMALL, WIDTH * 0.8), bold=True)
        brush.text(right, y, f"Page {number} of {count}", SMALL, grey=QUIET, align=Align.RIGHT)
        brush.line(MARGIN, y - 4, right, y - 4, grey=RULE, width=0.5)
        foot = f"{facts.study_title}  ·  printed {time_words(facts.printed_at)} by {facts.printed_by}  ·  {facts.app}"
        brush.text(MARGIN, 18, *one_line(fonts.regular, foot, TINY, WIDTH), grey=QUIET)

    return Frame(
        f"Report {facts.subject}",
        edge - band - _HEAD,
        _FOOT,
        draw,
        "Report of one participant: summary, answers, corrections, proof",
    )


def _has_demonstration(facts: ParticipantPaper) -> bool:
    return any(filed.response.wording.demonstration for filed in facts.responses)


def _warning(brush: Brush, top: float, facts: ParticipantPaper) -> None:
    data = {
        Mode.DEMO: "SYNTHETIC DEMONSTRATION DATA",
        Mode.TRAINING: "TRAINING DATA",
        Mode.STUDY: "DEMONSTRATION WORDING IN STUDY MODE",
    }[facts.mode]
    brush.box(MARGIN, top - 22, WIDTH, 22, fill=INK)
    middle = MARGIN + WIDTH / 2
    brush.text(middle, top - 10, data, 9, bold=True, grey=1.0, align=Align.MIDDLE)
    words = "demonstration wording, not the EORTC questionnaire, not valid for data collection"
    brush.text(middle, top - 18.5, words, 6.8, bold=True, grey=1.0, align=Align.MIDDLE)
