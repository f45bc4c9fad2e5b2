"""Pages: things with a height flow down A4 sheets; each sheet carries its head, its foot and its number.

Everything is drawn straight onto the canvas. No text ever passes reportlab's paragraph markup, so nothing a person
or a file says can be taken for markup (rule T11).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from retnet_pro.report.picture import PictureObject
from retnet_pro.report.shaping import is_all_from_right
from retnet_pro.report.style import BODY, INK, PAGE_HEIGHT, PAGE_WIDTH, Font, Fonts

rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller and faster than written as text, and every reader since 1996 takes them."""


class Align(Enum):
    """Where a text stands against its x."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


class Brush:
    """Draws with our words on one canvas; has state because a canvas has.

    The texts of a page are gathered and written after its shapes, in the order they were given: that is three times
    as fast as one text object for each, and what a reader copies out of the PDF stays in reading order.
    """

    def __init__(self, canvas: Canvas, fonts: Fonts) -> None:
        """Take the canvas of one document."""
        self._canvas = canvas
        self._fonts = fonts
        self._start_page()

    def _start_page(self) -> None:
        self._texts = self._canvas.beginText()
        self._type: tuple[str, float] = ("", 0.0)
        self._grey = -1.0

    def end_page(self) -> None:
        """Write the texts of the page and turn it over."""
        self._canvas.drawText(self._texts)
        self._canvas.showPage()
        self._start_page()

    def font(self, bold: bool = False) -> Font:
        """Return the weight."""
        return self._fonts.bold if bold else self._fonts.regular

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        *,
        bold: bool = False,
        grey: float = INK,
        align: Align = Align.LEFT,
        from_right: bool | None = None,
    ) -> None:
        """Write one line with its baseline at y; `from_right` is for a line that goes on from another."""
        font = self.font(bold)
        clean = font.clean(text)
        if align is not Align.LEFT:
            x -= align.value * font.width(clean, size)
        if self._grey != grey:
            self._grey = grey
            self._texts.setFillGray(grey)
        if not from_right and font.is_plain(clean):
            self._write(font.name, size, x, y, clean)
            return
        for piece in font.pieces(clean, from_right=is_all_from_right(clean) if from_right is None else from_right):
            right, up = piece.right * size / 1000, piece.up * size / 1000
            if piece.said is not None:
                said = piece.said.encode("utf-16-be").hex().upper()
                self._texts._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")
            self._write(piece.face.name, size, x + right, y + up, piece.text)
            if piece.said is not None:
                self._texts._code.append("EMC")
            x += piece.advance * size / 1000

    def _write(self, name: str, size: float, x: float, y: float, text: str) -> None:
        if self._type != (name, size):
            self._type = (name, size)
            self._texts.setFont(name, size)
        self._texts.setTextOrigin(x, y)
        self._texts.textLine(text)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, grey: float = INK, width: float = 0.5, dashed: bool = False
    ) -> None:
        """Draw a straight line."""
        self.polyline(((x1, y1), (x2, y2)), grey=grey, width=width, dashed=dashed)

    def polyline(
        self, points: Sequence[tuple[float, float]], *, grey: float = INK, width: float = 0.5, dashed: bool = False
    ) -> None:
        """Draw a line through points."""
        canvas = self._canvas
        canvas.setStrokeGray(grey)
        canvas.setLineWidth(width)
        canvas.setDash([1.6, 1.4] if dashed else [])
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: float | None = None, stroke: float | None = None
    ) -> None:
        """Draw a rectangle whose lower left corner is at x, y."""
        self._pens(fill, stroke)
        self._canvas.rect(x, y, width, height, stroke=stroke is not None, fill=fill is not None)

    def dot(self, x: float, y: float, radius: float, *, fill: float | None = INK, stroke: float | None = None) -> None:
        """Draw a disc or a ring."""
        self._pens(fill, stroke)
        self._canvas.circle(x, y, radius, stroke=stroke is not None, fill=fill is not None)

    def wedge(self, x: float, y: float, size: float, *, grey: float = INK) -> None:
        """Draw a filled triangle that points down to x, y."""
        canvas = self._canvas
        canvas.setFillGray(grey)
        path = canvas.beginPath()
        path.moveTo(x, y)
        path.lineTo(x - size / 2, y + size)
        path.lineTo(x + size / 2, y + size)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, x: float, y: float, width: float, height: float, *, name: str, file: Path) -> None:
        """Draw a PNG; the name, letters and digits only, is that of its content: it is stored once."""
        canvas = self._canvas
        if not canvas.hasForm(name):
            canvas._doc.addForm(name, PictureObject(file))  # reportlab's own way in would unpack it and pack it anew
        canvas.saveState()
        canvas.transform(width, 0, 0, height, x, y)
        canvas.doForm(name)
        canvas.restoreState()

    def figure(self, x: float, y: float, width: float, height: float, png: bytes) -> None:
        """Draw a PNG of any kind, unpacked and packed anew; for what this program drew with another library."""
        self._canvas.drawImage(ImageReader(BytesIO(png)), x, y, width, height)

    def mark_section(self, name: str, title: str, y: float, *, level: int = 0) -> None:
        """Make the place reachable from the reader's list of contents; a deeper level stands below the one before."""
        self._canvas.bookmarkHorizontalAbsolute(name, y)
        self._canvas.addOutlineEntry(self._fonts.regular.clean(title), name, level=level, closed=level == 0)

    def _pens(self, fill: float | None, stroke: float | None) -> None:
        if fill is not None:
            self._canvas.setFillGray(fill)
        if stroke is not None:
            self._canvas.setStrokeGray(stroke)
            self._canvas.setLineWidth(0.6)
            self._canvas.setDash([])


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the flow that is never cut."""

    height: float
    draw: Callable[[Brush, float], None]
    """Called with the y of its upper edge."""
    head: "Block | None" = None
    """Drawn again where a new page begins in the middle of a table."""
    needs_after: float = 0.0
    """Height that must follow on the same page: a heading never stands alone at the foot."""


def gap(height: float) -> Block:
    """Return empty space."""
    return Block(height, lambda brush, top: None)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a document carries, and the room it leaves."""

    title: str
    """For the PDF's own metadata; readers show it in the window."""
    top: float
    bottom: float
    draw: Callable[[Brush, int, int], None]
    """Called before the blocks with page number and number of pages."""
    subject: str
    """What kind of paper it is, for the PDF's own metadata."""
    language: str = "en"
    """In which the paper is written, so that it is read aloud rightly."""


_PROGRAM = "RETNET-Pro"
"""Author of every paper: who printed it stands on its pages, and no name in the metadata (rule P101)."""

NEW_PAGE = Block(PAGE_HEIGHT, lambda brush, top: None)
"""Ends the page."""


def flow(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """Cut the blocks into pages with this much room each."""
    pages: list[list[Block]] = [[]]
    left = room
    for block in blocks:
        if block is NEW_PAGE:
            pages.append([])
            left = room
            continue
        if block.height + block.needs_after > left and pages[-1]:
            pages.append([])
            left = room
            if block.head is not None:
                pages[-1].append(block.head)
                left -= block.head.height
        pages[-1].append(block)
        left -= block.height
    return [page for page in pages if page]


def set_pages(
    blocks: Sequence[Block], frame: Frame, fonts: Fonts, *, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)
) -> bytes:
    """Return the document; the same blocks give the same bytes, because reportlab's own dates and ids are fixed."""
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        lang=frame.language,
        initialFontName=fonts.regular.name,  # otherwise reportlab names Helvetica, which would not be embedded
    )
    canvas.setTitle(fonts.regular.clean(frame.title))
    canvas.setAuthor(_PROGRAM)
    canvas.setSubject(fonts.regular.clean(frame.subject))
    canvas.setCreator(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    brush = Brush(canvas, fonts)
    pages = flow(blocks, frame.top - frame.bottom)
    for number, page in enumerate(pages, start=1):
        frame.draw(brush, number, len(pages))
        top = frame.top
        for block in page:
            block.draw(brush, top)
            top -= block.height
        brush.end_page()
    canvas.save()
    return buffer.getvalue()
