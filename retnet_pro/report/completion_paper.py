"""The completion report on paper: both rates of every visit with their counts and a bar, reasons, then questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.conduct.completeness import Completeness, ItemCounts
from retnet_pro.instrument.model import Instrument, InstrumentId
from retnet_pro.report.list_frame import list_frame
from retnet_pro.report.page import Align, Block, Brush, gap, set_pages
from retnet_pro.report.style import MARGIN, QUIET, TINY, TITLE, VERA, WIDTH, Fonts, Typeface, load_fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, section_blocks, text_blocks
from retnet_pro.report.words import absence_words, day_words, time_words
from retnet_pro.study.completion import Completion, Rate
from retnet_pro.study.model import Mode

COMPLETION_MEANS = (
    "Completion rate: valid forms of the participants who were expected at the visit, alive and in the study, and "
    "whose window has closed. Available data: valid forms of everybody randomised. Neither stands alone."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionPaper:
    """Everything a printed completion report says. The same facts give the same bytes."""

    site: str
    study_title: str
    study_label: str
    mode: Mode
    app: str
    """Program and version that printed."""
    printed_at: datetime
    """Aware; printed with its offset (rule P32)."""
    printed_by: str
    role: str
    found: Completeness
    questions: tuple[ItemCounts, ...]
    instruments: Mapping[InstrumentId, Instrument]


def completion_pdf(facts: CompletionPaper, typeface: Typeface = VERA) -> bytes:
    """Return the report as a PDF."""
    fonts = load_fonts(typeface)
    blocks = [_title(), *_summary(facts, fonts)]
    for instrument in dict.fromkeys(row.instrument for row in facts.found.rows):
        for group in (None, *(arm.id for arm in facts.found.arms)):
            blocks += _rates(facts, fonts, instrument, group)
    for counts in facts.questions:
        blocks += _questions(facts, fonts, counts)
    printed = f"printed {time_words(facts.printed_at)} by {facts.printed_by} ({facts.role})"
    frame = list_frame(
        fonts,
        title="Completion of questionnaires",
        subject="Which expected questionnaires came in, and why the others did not",
        head=f"Completion of questionnaires  ·  {facts.site}  ·  as of {day_words(facts.found.as_of)}",
        foot=f"{facts.study_title}  ·  {facts.found.valid_form}  ·  {printed}  ·  {facts.app}",
        mode=facts.mode,
    )
    return set_pages(blocks, frame, fonts)


_BAR = 76.0
_RATE = 66.0
_VISIT = 112.0
_RATES = (
    Column(head=("Visit",), width=_VISIT),
    Column(head=("Completion rate", "0 to 100 %"), width=_BAR),
    Column(head=("valid / expected",), width=_RATE, align=Align.RIGHT),
    Column(head=("Available data", "0 to 100 %"), width=_BAR),
    Column(head=("valid / randomised",), width=_RATE, align=Align.RIGHT),
    Column(head=("Expected and not valid",), width=WIDTH - _VISIT - 2 * _BAR - 2 * _RATE),
)
_QUESTION = WIDTH - 30.0 - _BAR - _RATE - 4 * 52.0
_QUESTIONS = (
    Column(head=("No.",), width=30.0, align=Align.RIGHT),
    Column(head=("Topic",), width=_QUESTION),
    Column(head=("Answered", "0 to 100 %"), width=_BAR),
    Column(head=("answered / asked",), width=_RATE, align=Align.RIGHT),
    Column(head=("left out on purpose",), width=52.0, align=Align.RIGHT),
    Column(head=("not reached",), width=52.0, align=Align.RIGHT),
    Column(head=("does not apply",), width=52.0, align=Align.RIGHT),
    Column(head=("hidden by an answer",), width=52.0, align=Align.RIGHT),
)


def rate_words(rate: Rate) -> str:
    """Return e.g. ``12 / 15 (80 %)``; without a percentage where nobody is in the denominator (rule E63)."""
    return f"{rate.valid} / {rate.of}" if rate.share is None else f"{rate.valid} / {rate.of} ({rate.share:.0%})"


def missing_words(row: Completion) -> str:
    """Say why expected forms do not count, each reason with its number (rule E66)."""
    return "; ".join(_missing(row)) or "–"


def _missing(row: Completion) -> Iterator[str]:
    if row.invalid:
        yield f"{row.invalid} came but not valid"
    for reason, count in row.absent.items():
        yield f"{count} {absence_words(reason)}"
    if row.unexplained:
        yield f"{row.unexplained} NO REASON YET"
    if row.awaited:
        yield f"({row.awaited} still awaited)"


def _title() -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.mark_section("completion", "Completion of questionnaires", top)
        brush.text(MARGIN, top - TITLE, "Completion of questionnaires", TITLE, bold=True)

    return Block(TITLE * 1.5, draw)


def _summary(facts: CompletionPaper, fonts: Fonts) -> list[Block]:
    found = facts.found
    said = [
        f"Site {facts.site}; {facts.study_title} ({facts.study_label})",
        f"As of {day_words(found.as_of)}: {found.enrolled} enrolled, {found.population} randomised.",
        f"Printed {time_words(facts.printed_at)} by {facts.printed_by} ({facts.role}) with {facts.app}.",
    ]
    if found.erased_forms or found.erased_participants:
        said.append(
            f"Erased by order: {found.erased_forms} forms, counted as not come; "
            f"{found.erased_participants} participants, counted nowhere."
        )
    blocks = [block for line in said for block in text_blocks(fonts, line)]
    blocks += text_blocks(fonts, f"Valid form: {found.valid_form}.", bold=True)
    return [*blocks, gap(2), *text_blocks(fonts, COMPLETION_MEANS, TINY, grey=QUIET)]


def _rates(facts: CompletionPaper, fonts: Fonts, instrument: InstrumentId, group: str | None) -> list[Block]:
    found = facts.found
    rows = [_rate_row(row) for row in found.of_group(group) if row.instrument == instrument]
    title = facts.instruments[instrument].title if instrument in facts.instruments else instrument
    arm = next((arm.title for arm in found.arms if arm.id == group), "")
    people = next((row.fixed.of for row in found.of_group(group)), 0)
    heading = Heading(
        f"{title}, {arm}" if arm else title,
        f"rates-{instrument}-{group or 'all'}",
        f"{people} randomised; valid form: {found.valid_form}",
    )
    return section_blocks(fonts, heading, _RATES, rows)


def _rate_row(row: Completion) -> Row:
    return (
        Cell(row.title),
        Cell("", share=row.variable.share),
        Cell(rate_words(row.variable), bold=True),
        Cell("", share=row.fixed.share),
        Cell(rate_words(row.fixed)),
        Cell(missing_words(row), bold=bool(row.unexplained)),
    )


def _questions(facts: CompletionPaper, fonts: Fonts, counts: ItemCounts) -> list[Block]:
    form = facts.instruments[counts.instrument]
    said = f"{counts.forms} finished responses"
    if counts.other_versions:
        said += f"; {counts.other_versions} to another version of the form are not counted here"
    heading = Heading(f"{form.title}, question by question", f"items-{form.id}", said)
    return section_blocks(fonts, heading, _QUESTIONS, _question_rows(form, counts))


def _question_rows(form: Instrument, counts: ItemCounts) -> Sequence[Row]:
    items = {item.id: item for item in form.items}
    return [
        (
            Cell(str(items[one.item].number)),
            Cell(items[one.item].topic),
            Cell("", share=one.rate.share),
            Cell(rate_words(one.rate), bold=True),
            Cell(str(one.skipped)),
            Cell(str(one.not_reached)),
            Cell(str(one.not_applicable)),
            Cell(str(one.not_presented)),
        )
        for one in counts.items
    ]
