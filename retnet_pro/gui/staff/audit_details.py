"""All that one line of the audit trail says, beside the table: fields, content, the header as it was signed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from retnet_pro.conduct.trail import Check
from retnet_pro.conduct.trail_line import Line
from retnet_pro.gui.staff import trail_said
from retnet_pro.gui.staff.dress import CONTROL_PX
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

WIDTH_PX = 44 * GRID
TITLE_PX = 13 * GRID
SIGNED_PX = 22 * GRID


class LineDetails(QFrame):
    """Shows one `Line` and how far the record is known to hold."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("audit.details")
        self.setProperty("card", "plain")
        self.setFixedWidth(WIDTH_PX)
        self._title = text("", Voice.LEAD, name="audit.details.title", wrap=False)
        close = button("", "audit.details.close", theme, rank=Rank.QUIET, sign=Sign.CLOSE)
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.setFixedWidth(CONTROL_PX)
        close.clicked.connect(self.closed)
        top = across(self._title, spacing=GRID)
        top.addStretch(1)
        top.addWidget(close)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(GRID)
        self._facts.setVerticalSpacing(GRID // 2)
        self._facts.setColumnStretch(1, 1)
        self._recorded = _box("audit.details.recorded", self.tr("Content as recorded"))
        self._signed = _box("audit.details.signed", self.tr("Header as signed, and its SHA-256"))
        inside = down(spacing=GRID)
        inside.addLayout(self._facts)
        self._recorded_title = text(self.tr("Content as recorded"), Voice.CAPTION)
        inside.addWidget(self._recorded_title)
        inside.addWidget(self._recorded)
        inside.addWidget(text(self.tr("Header as signed, and its SHA-256"), Voice.CAPTION))
        inside.addWidget(self._signed)
        inside.addStretch(1)
        column = down(top, _scrolled(inside), spacing=GRID)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self.setLayout(column)

    def present(self, line: Line, check: Check) -> None:
        """Show this line."""
        self._title.setText(self.tr("Event {seq}").format(seq=trail_said.number(line.seq)))
        clear(self._facts)
        for row, (name, title, said) in enumerate(trail_said.facts(line, check)):
            label = text(title, Voice.CAPTION)
            label.setFixedWidth(TITLE_PX)
            tone = Tone.RED if name == "holds" and check.first_bad is not None else Tone.PLAIN
            shown = text(said, name=f"audit.details.{name}", tone=tone)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
        self._recorded.setPlainText("\n".join(f"{name}: {value}" for name, value in line.content))
        for part in (self._recorded, self._recorded_title):
            part.setVisible(bool(line.content))
        self._signed.setPlainText(f"{line.header.decode()}\n{line.hash}")


def _box(name: str, title: str) -> QPlainTextEdit:
    """Return a box for long text without spaces, which a label could not break."""
    box = QPlainTextEdit()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setFixedHeight(SIGNED_PX)
    return box


def _scrolled(inside: QVBoxLayout) -> QScrollArea:
    holder = QWidget()
    holder.setProperty("plain", True)
    holder.setLayout(inside)
    area = QScrollArea()
    area.setObjectName("audit.details.area")
    area.setProperty("scrolls", True)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # else it would lengthen the page
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area
