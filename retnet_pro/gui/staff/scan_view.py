"""Shows the pages of a scan, as large as the room for them or larger. Nothing of it is kept once it is out of sight."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QScroller, QWidget

from retnet_pro.gui.staff.dress import CONTROL_PX
from retnet_pro.gui.staff.pieces import Voice, across, button, down, text
from retnet_pro.gui.staff.scan_picture import Drawn, draw
from retnet_pro.gui.theme import GRID, Theme

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
"""Times the width there is."""
SETTLED_MS = 150
"""How long a window keeps its size before a page is drawn anew for it."""
LEAST_PX = 45 * GRID

Draw = Callable[[Callable[[], Drawn], Callable[[Drawn], None]], None]
"""Has a page drawn in the lane and hands it over when it has come."""


class ScanView(QWidget):
    """One page at a time; buttons lead to the others and to a larger one, a finger or the arrow keys move it."""

    forgotten = Signal()
    """It went out of sight, and the scan was let go."""

    def __init__(self, theme: Theme, ask: Draw) -> None:
        super().__init__()
        self._ask = ask
        self._data = b""
        self._page, self._pages, self._zoom = 0, 0, 0
        self._sheet = QLabel()
        self._sheet.setObjectName("scan.sheet")
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setObjectName("scan.area")
        self._area.setAccessibleName(self.tr("The scan; the arrow keys move it"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("scrolls", True)  # an edge around white paper, which shows where the keys go
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width depends on it
        self._area.setMinimumHeight(LEAST_PX)
        self._area.setWidget(self._sheet)
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self._before = self._control("\u2039", "scan.before", self.tr("Previous page"), theme)
        self._next = self._control("\u203a", "scan.next", self.tr("Next page"), theme)
        self._smaller = self._control("\u2212", "scan.smaller", self.tr("Smaller"), theme)
        self._larger = self._control("+", "scan.larger", self.tr("Larger"), theme)
        self._where = text("", Voice.QUIET, name="scan.page", wrap=False)
        self._size = text("", Voice.QUIET, name="scan.size", wrap=False)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._smaller.clicked.connect(lambda: self._resize(-1))
        self._larger.clicked.connect(lambda: self._resize(1))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self._draw)
        controls = across(self._before, self._where, self._next, spacing=GRID)
        controls.addStretch(1)
        for part in (self._smaller, self._size, self._larger):
            controls.addWidget(part)
        whole = down(controls, spacing=GRID)
        whole.addWidget(self._area, 1)
        self.setLayout(whole)
        self._tell()

    def present(self, data: bytes) -> None:
        """Show the first page of a scan, as wide as there is room."""
        self._data, self._page, self._pages, self._zoom = data, 0, 0, 0
        self._draw()

    def forget(self) -> None:
        """Let go of the scan and of what is drawn of it."""
        self._soon.stop()
        self._data, self._page, self._pages, self._zoom = b"", 0, 0, 0
        self._sheet.clear()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the scan once somebody goes elsewhere; not while the window is only made small."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()
            self.forgotten.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page for the width there is now."""
        super().resizeEvent(event)
        if self._data:
            self._soon.start()

    def _draw(self) -> None:
        data, page = self._data, self._page
        if not data:
            return
        self._tell()
        ratio = self.devicePixelRatioF()
        width = int(self._area.viewport().width() * ZOOMS[self._zoom] * ratio)

        def arrived(drawn: Drawn) -> None:
            if self._data is data and self._page == drawn.page:
                self._show(drawn, ratio)

        self._ask(lambda: draw(data, page, width), arrived)

    def _show(self, drawn: Drawn, ratio: float) -> None:
        image = QImage(drawn.pixels, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGB32)
        sheet = QPixmap.fromImage(image)
        sheet.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(sheet)
        self._pages = drawn.pages
        self._tell()

    def _turn(self, by: int) -> None:
        self._page += by
        self._area.verticalScrollBar().setValue(0)
        self._draw()

    def _resize(self, by: int) -> None:
        self._zoom += by
        self._draw()

    def _tell(self) -> None:
        """Say where one is, and offer only what there is."""
        self._where.setText(
            self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages) if self._pages else ""
        )
        self._size.setText(f"{ZOOMS[self._zoom]:.0%}")
        for control, can in (
            (self._before, self._page > 0),
            (self._next, self._page + 1 < self._pages),
            (self._smaller, self._zoom > 0),
            (self._larger, bool(self._pages) and self._zoom + 1 < len(ZOOMS)),
        ):
            control.setEnabled(can)
        for control in (self._before, self._next):
            control.setVisible(self._pages > 1)
        for part in (self._smaller, self._size, self._larger):
            part.setVisible(bool(self._pages))

    def _control(self, shown: str, name: str, said: str, theme: Theme) -> QPushButton:
        made = button(shown, name, theme)
        made.setAccessibleName(said)
        made.setToolTip(said)
        made.setFixedWidth(CONTROL_PX)
        return made
