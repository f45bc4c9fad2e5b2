"""Text that is never cut: it wraps at words, in need inside a word, and always takes the height it needs (rule E04)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QStaticText, QTextOption, QTransform
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from retnet_pro.gui.theme import Text, Theme

_MIRRORED = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
}


_WIDEST_EM = 1.25
"""No letter of the typefaces in use is wider than this, in parts of the type size."""


def set_lines(
    text: str,
    font: QFont,
    width: float,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QStaticText:
    """Return plain text broken into lines of at most this width, ready to draw. `AlignLeft` means the reading side.

    A word is broken only where it is wider than a line. Left to itself Qt breaks Arabic words that just fit, because
    the swing of their last letter reaches beyond their width.
    """
    lines = QStaticText(text)
    lines.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption(_MIRRORED.get(align, align) if direction is Qt.LayoutDirection.RightToLeft else align)
    anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    option.setWrapMode(QTextOption.WrapMode.WordWrap if _words_fit(text, font, width) else anywhere)
    option.setTextDirection(direction)
    lines.setTextOption(option)
    lines.setTextWidth(max(1.0, width))
    lines.prepare(QTransform(), font)
    return lines


def line_width(text: str, font: QFont) -> int:
    """Return the width plain text takes on one line as it is drawn, rounded up.

    The font's own measure can be a few pixels less: it does not know of ligatures. Then a last letter would wrap.
    """
    lines = QStaticText(text)
    lines.setTextFormat(Qt.TextFormat.PlainText)
    lines.prepare(QTransform(), font)
    return -int(-lines.size().width() // 1) + 1


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """Return a place given from left to right as it is seen in the widget's reading direction."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return rect
    return QRectF(widget.width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def lines_height(lines: QStaticText) -> int:
    """Return the height of prepared lines, rounded up."""
    return -int(-lines.size().height() // 1)


class Words(QLabel):
    """A paragraph of plain text in a kind of type and a colour of the theme."""

    def __init__(
        self, text_kind: Text, parent: QWidget | None = None, *, colour: str = "ink", bold: bool = False
    ) -> None:
        super().__init__(parent)
        self._kind = text_kind
        self._colour_name = colour
        self._bold = bold
        self._align = Qt.AlignmentFlag.AlignLeft
        self._indent_px = 0
        self._theme = Theme()
        self._lines: QStaticText | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_off(self, pixels: int) -> None:
        """Keep this distance from both sides."""
        self._indent_px = pixels

    def wear(self, theme: Theme) -> None:
        """Take colours and type size from the theme."""
        self._theme = theme
        self._lines = None
        self.setFont(theme.font(self._kind, bold=self._bold))
        self.updateGeometry()
        self.update()

    def centre(self) -> None:
        """Set the lines around the middle instead of from the reading side."""
        self._align = Qt.AlignmentFlag.AlignHCenter
        self._lines = None

    def to_the_end(self, on: bool = True) -> None:
        """Set the lines against the far side, as read, or against the reading side again."""
        self._align = Qt.AlignmentFlag.AlignRight if on else Qt.AlignmentFlag.AlignLeft
        self._lines = None

    def say(self, text: str) -> None:
        """Show this text; '' takes no room."""
        if text != self.text():
            self._lines = None
            self.setText(text)
            self.updateGeometry()
        if not text or self.parentWidget() is not None:  # else it would flash up as a window and take the keyboard
            self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        width = line_width(self.text(), self._font) + 2 * self._indent_px
        return QSize(width, QFontMetrics(self._font).height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size; lines break as needed, so any width will do."""
        return QSize(1, QFontMetrics(self._font).height())

    def heightForWidth(self, width: int) -> int:
        """Return the height the text takes at a width."""
        return lines_height(self._laid(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawStaticText(QPointF(self._indent_px, 0), self._laid(self.width()))

    @property
    def _font(self) -> QFont:
        return self._theme.font(self._kind, bold=self._bold)

    @property
    def _colour(self) -> QColor:
        return self._theme.colours[self._colour_name]

    def _laid(self, width: int) -> QStaticText:
        room = max(1, width - 2 * self._indent_px)
        if self._lines is None or int(self._lines.textWidth()) != room:
            self._lines = set_lines(self.text(), self._font, room, align=self._align, direction=self.layoutDirection())
        return self._lines


def _words_fit(text: str, font: QFont, width: float) -> bool:
    """Whether no word is wider than a line. Most are so short that nobody needs to measure them."""
    surely = width / (_WIDEST_EM * font.pixelSize())
    long = [word for word in text.split() if len(word) > surely]
    return not long or max(map(QFontMetrics(font).horizontalAdvance, long)) <= width
