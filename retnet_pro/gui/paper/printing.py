"""From sheets to a PDF, with its typefaces inside."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from retnet_pro.gui.paper.form import Sheet

_DOTS_PER_INCH = 1200
_POINTS_PER_INCH = 72


def print_sheets(made: Sequence[Sheet], title: str) -> bytes:
    """Return the sheets as a PDF. Needs a running `QGuiApplication`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setAuthor("RETNET-Pro")
    writer.setCreator("RETNET-Pro")
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / _POINTS_PER_INCH, _DOTS_PER_INCH / _POINTS_PER_INCH)
    for number, sheet in enumerate(made):
        if number:
            writer.newPage()
        for mark in sheet:
            mark.paint(painter)
    painter.end()
    return bytes(buffer.data().data())
