"""Draw one page of a scan in memory: PDF with PDFium, PNG and JPEG with Qt. Bytes in, plain pixels out, no file ever.

A scan comes from outside. How large it claims to be is looked at before it is decoded, it is decoded only as what its
first bytes say, and whatever goes wrong is one plain failure. Drawing may take a while, so it belongs into the lane.
"""

from dataclasses import dataclass
from math import isfinite, sqrt
from threading import Lock

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from retnet_pro.errors import Code, Refusal
from retnet_pro.record.transcript import scan_type

PAGES_LIMIT = 50
"""Most pages of a scan; no questionnaire of the trial has as many."""
STORED_LIMIT = 40_000_000
"""Most pixels of a picture as it is stored: a whole A4 sheet at 600 dots per inch has 35 million."""
DRAWN_LIMIT = 16_000_000
"""Most pixels that are drawn at once, 64 MB; a larger page is drawn coarser."""
NARROWEST_PX = 64
_PDFIUM = Lock()
"""PDFium may be called by one thread at a time only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One page as pixels."""

    width: int
    height: int
    pixels: bytes
    """Rows from the top without gaps, four bytes a pixel: blue, green, red, and one that means nothing."""
    page: int
    """From 0."""
    pages: int


def draw(data: bytes, page: int, width: int) -> Drawn:
    """Draw a page of a scan about this many pixels wide; its proportions are kept.

    Raises:
        Refusal: `SCAN_UNREADABLE`, when the scan is damaged, has no such page, or is too large to be shown.
    """
    width = max(NARROWEST_PX, width)
    kind = scan_type(data)
    if kind == "application/pdf":
        return _page_of_pdf(data, page, width)
    if kind is None or page != 0:
        raise _broken("it is no scan")
    return _picture(data, b"png" if kind == "image/png" else b"jpeg", width)


def _page_of_pdf(data: bytes, page: int, width: int) -> Drawn:
    from pypdfium2 import PdfDocument, PdfiumError  # not before a scan is shown, so that nobody waits for it at login

    with _PDFIUM:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            raise _broken("it cannot be read as a PDF") from error
        try:
            pages = len(document)
            if not 0 <= page < pages <= PAGES_LIMIT:
                raise _broken(f"it has {pages} pages")
            sheet = document[page]
            across, along = sheet.get_size()
            if not (isfinite(across) and isfinite(along) and across > 0 and along > 0):
                raise _broken("a page has no size")
            wide, high = _fitting(across, along, width)
            bitmap = sheet.render(scale=min(wide / across, high / along), may_draw_forms=False, prefer_bgrx=True)
            row = 4 * bitmap.width
            if bitmap.stride != row or bitmap.width * bitmap.height > 2 * DRAWN_LIMIT:
                raise _broken("a page cannot be drawn")
            pixels = bytes(bitmap.buffer)[: row * bitmap.height]
            return Drawn(width=bitmap.width, height=bitmap.height, pixels=pixels, page=page, pages=pages)
        except PdfiumError as error:
            raise _broken("a page cannot be drawn") from error
        finally:
            document.close()


def _picture(data: bytes, kind: bytes, width: int) -> Drawn:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)  # a camera notes which way it was held
    stored = reader.size()
    if not stored.isValid() or stored.isEmpty():
        raise _broken("it cannot be read as a picture")
    if stored.width() * stored.height() > STORED_LIMIT:
        raise _broken(f"it has {stored.width()} x {stored.height()} pixels, which is too large to be shown")
    is_turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    upright = stored.transposed() if is_turned else stored
    wanted = QSize(*_fitting(upright.width(), upright.height(), width))
    reader.setScaledSize(wanted.transposed() if is_turned else wanted)
    read = reader.read()
    if read.isNull():
        raise _broken("it cannot be read as a picture")
    shown = QImage(read.size(), QImage.Format.Format_RGB32)
    shown.fill(Qt.GlobalColor.white)
    painter = QPainter(shown)
    painter.drawImage(0, 0, read)
    painter.end()
    pixels = bytes(shown.constBits())
    return Drawn(width=shown.width(), height=shown.height(), pixels=pixels, page=0, pages=1)


def _fitting(across: float, along: float, width: int) -> tuple[int, int]:
    """Return the size at this width, or less where that would be more pixels than are drawn at once."""
    high = along * width / across
    less = min(1.0, sqrt(DRAWN_LIMIT / max(1.0, width * high)))
    return max(1, int(width * less)), max(1, int(high * less))


def _broken(why: str) -> Refusal:
    return Refusal(Code.SCAN_UNREADABLE, why=why)
