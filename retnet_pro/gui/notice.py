"""One calm page for when the program cannot go on: a sentence that says what to do, and a way to close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from retnet_pro.gui.theme import Text, Theme


class NoticeWindow(QWidget):
    """Shows one sentence; `closed` is emitted when the person has read it."""

    closed = Signal()

    def __init__(self, sentence: str, theme: Theme) -> None:
        """Show the sentence as plain text."""
        super().__init__()
        self.setObjectName("notice")
        self.setWindowTitle("RETNET-Pro")
        self.setPalette(theme.palette())
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 64, 64, 64)
        column.setSpacing(32)
        label = QLabel(sentence, self)
        label.setObjectName("notice.sentence")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMaximumWidth(880)
        label.setFont(theme.font(Text.TITLE))
        button = QPushButton(self.tr("Close"), self)
        button.setObjectName("notice.close")
        button.setMinimumSize(theme.mm(40), theme.target_px)
        button.setFont(theme.font(Text.BODY, bold=True))
        button.clicked.connect(self.closed)
        column.addStretch(2)
        column.addWidget(label)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self.resize(1024, 640)
