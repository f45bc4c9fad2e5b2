"""The frame of printed lists: what the data are for, a running head with the page number, and who printed it when."""

from collections.abc import Mapping

from retnet_pro.report.lines import one_line
from retnet_pro.report.page import Align, Brush, Frame
from retnet_pro.report.style import INK, MARGIN, PAGE_HEIGHT, QUIET, RULE, SMALL, TINY, WIDTH, Fonts
from retnet_pro.report.tongue import ENGLISH, Tongue
from retnet_pro.study.model import Mode

_HEAD, _FOOT, _BAND = 15.0, 30.0, 22.0
_BAND_WORDS: Mapping[Mode, str] = {
    Mode.DEMO: "SYNTHETIC DEMONSTRATION DATA",
    Mode.TRAINING: "TRAINING DATA",
}


def list_frame(
    fonts: Fonts, *, title: str, subject: str, head: str, foot: str, mode: Mode, tongue: Tongue = ENGLISH
) -> Frame:
    """Return the frame; data that are no study data carry a band on every page (rule E141)."""
    warning = tongue.say(_BAND_WORDS.get(mode, ""))
    band = _BAND if warning else 0.0
    edge = PAGE_HEIGHT - 24.0
    right = MARGIN + WIDTH

    def draw(brush: Brush, number: int, count: int) -> None:
        if warning:
            brush.box(MARGIN, edge - 17, WIDTH, 17, fill=INK)
            brush.text(MARGIN + WIDTH / 2, edge - 12, warning, 9, bold=True, grey=1.0, align=Align.MIDDLE)
        y = edge - band - 8
        brush.text(MARGIN, y, *one_line(fonts.bold, head, SMALL, WIDTH * 0.8), bold=True)
        brush.text(
            right,
            y,
            tongue.say("Page {number} of {count}", number=number, count=count),
            SMALL,
            grey=QUIET,
            align=Align.RIGHT,
        )
        brush.line(MARGIN, y - 4, right, y - 4, grey=RULE, width=0.5)
        brush.text(MARGIN, 18, *one_line(fonts.regular, foot, TINY, WIDTH), grey=QUIET)

    return Frame(title, edge - band - _HEAD, _FOOT, draw, subject, tongue.language)
