"""A participant's paper inside a running process, beside bare reportlab writing as many texts (performance target 15).

The floor writes the same texts at the same places with the same embedded fonts and nothing else: no layout, no lines.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.report.page import Brush
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.participant import participant_pdf
from tests.unit.report.conftest import make_paper

Row = dict[str, object]
Text = tuple[float, float, str, str, float]
ROUNDS = 9


def run() -> list[Row]:
    """Measure everything; return rows of name, value, unit, floor and ratio."""
    facts = make_paper(1)
    only = InstrumentId("qlq-c30")
    short = replace(facts, responses=tuple(one for one in facts.responses if one.response.form.id == only))
    return [
        _row("participant PDF, one form, one visit", short),
        _row("participant PDF, three forms, three visits", make_paper(3)),
        _row("participant PDF, three forms, ten visits", make_paper(10)),
    ]


def _row(name: str, facts: ParticipantPaper) -> Row:
    pages = _texts(facts)
    value, floor = _medians(lambda: participant_pdf(facts), lambda: _bare(pages))
    return {
        "name": f"{name} ({len(pages)} pages)",
        "value": round(value, 2),
        "unit": "ms",
        "floor": round(floor, 2),
        "ratio": round(value / floor, 3),
    }


def _medians(ours: Callable[[], bytes], bare: Callable[[], bytes]) -> tuple[float, float]:
    """Time both in turn, so that a busy moment of the machine meets both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, seen in zip((ours, bare), times, strict=True):
            start = time.perf_counter()
            work()
            seen.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def _texts(facts: ParticipantPaper) -> list[list[Text]]:
    """Return every text of the document as it is written, page by page."""
    pages: list[list[Text]] = [[]]
    write, turn = Brush.text, Brush.end_page

    def text(brush: Brush, x: float, y: float, text: str, size: float = 7.6, **how: object) -> None:
        font = brush.font(bool(how.get("bold")))
        pages[-1].append((x, y, font.clean(text), font.name, size))
        write(brush, x, y, text, size, **how)

    def end_page(brush: Brush) -> None:
        turn(brush)
        pages.append([])

    Brush.text, Brush.end_page = text, end_page  # type: ignore[method-assign, assignment]
    try:
        participant_pdf(facts)
    finally:
        Brush.text, Brush.end_page = write, turn  # type: ignore[method-assign]
    return pages[:-1]


def _bare(pages: list[list[Text]]) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    for page in pages:
        for x, y, text, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
