"""The small parts every staff page is made of: texts, buttons, cards, chips, lists of choices."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from retnet_pro.gui.staff.signs import ICON_PX, SPACED_ICON, Sign, choice_icon, picture, spaced_icon
from retnet_pro.gui.theme import GRID, Theme


class Voice(StrEnum):
    """How a text speaks."""

    TITLE = "title"
    LEAD = "lead"
    NUMBER = "number"
    STRONG = "strong"
    BODY = "body"
    QUIET = "quiet"
    CAPTION = "caption"


class Tone(StrEnum):
    """How much attention something asks for; always with an icon and a word (rule E116)."""

    PLAIN = "plain"
    ACCENT = "accent"
    AMBER = "amber"
    RED = "red"


class Rank(StrEnum):
    """How important a button is; at most one of the first on a card."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    RAIL = "rail"
    CHOICE = "choice"
    TAB = "tab"
    SEGMENT = "segment"


def text(
    words: str, voice: Voice = Voice.BODY, *, name: str = "", tone: Tone = Tone.PLAIN, wrap: bool = True
) -> QLabel:
    """Return a piece of text; never interpreted as markup, because study codes and file names stand in it."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setProperty("voice", voice.value)
    label.setProperty("tone", tone.value)
    label.setObjectName(name)
    if wrap:
        label.setMinimumWidth(1)
    return label


def button(
    words: str, name: str, theme: Theme, *, rank: Rank = Rank.PLAIN, sign: Sign | None = None, checkable: bool = False
) -> QPushButton:
    """Return a button with a stable name."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setProperty("rank", rank.value)
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if sign is not None:
        made.setIcon(spaced_icon(sign, _button_colour(rank, theme), theme.tokens.muted))
        made.setIconSize(SPACED_ICON)
    return made


def card(layout: QLayout, tone: Tone = Tone.PLAIN, *, margin: int = 2 * GRID) -> QFrame:
    """Return a framed surface around a layout."""
    frame = QFrame()
    frame.setProperty("card", tone.value)
    layout.setContentsMargins(margin, margin, margin, margin)
    frame.setLayout(layout)
    return frame


def hairline() -> QFrame:
    """Return a quiet line between two parts."""
    line = QFrame()
    line.setProperty("card", "hairline")
    return line


def chip(words: str, sign: Sign, theme: Theme, *, tone: Tone = Tone.PLAIN, name: str = "") -> QWidget:
    """Return an icon with its word."""
    holder = QWidget()
    row = across(mark(sign, theme, tone=tone), text(words, name=name, tone=tone, wrap=False), spacing=GRID // 2)
    row.addStretch(1)
    holder.setLayout(row)
    return holder


def mark(sign: Sign, theme: Theme, *, tone: Tone = Tone.PLAIN) -> QLabel:
    """Return an icon beside words that say the same."""
    shown = QLabel()
    shown.setPixmap(picture(sign, tone_colour(tone, theme)))
    shown.setFixedWidth(ICON_PX + GRID // 2)
    return shown


def tone_colour(tone: Tone, theme: Theme) -> str:
    """Return the colour of an icon of this tone."""
    tokens = theme.tokens
    return {Tone.PLAIN: tokens.muted, Tone.ACCENT: tokens.accent, Tone.AMBER: tokens.amber, Tone.RED: tokens.red}[tone]


def across(*parts: QWidget | QLayout, spacing: int = 2 * GRID) -> QHBoxLayout:
    """Return parts side by side."""
    row = QHBoxLayout()
    _add(row, parts, spacing)
    return row


def down(*parts: QWidget | QLayout, spacing: int = 2 * GRID) -> QVBoxLayout:
    """Return parts one below the other."""
    column = QVBoxLayout()
    _add(column, parts, spacing)
    return column


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := taken.layout()) is not None:
            clear(inner)


class Choices(QWidget):
    """A few full-width rows of which one can be chosen; nothing is chosen until somebody chooses, unless told."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, columns: int = 1) -> None:
        """Start without rows; each row gets the object name ``<name>.<key>``."""
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._rows: dict[str, QPushButton] = {}
        self._columns = columns
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self.setLayout(self._grid)

    def offer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Show these (key, words) rows."""
        clear(self._grid)
        self._group = QButtonGroup(self)
        self._rows = {}
        for place, (key, words) in enumerate(rows):
            row = button(words, f"{self.objectName()}.{key}", self._theme, rank=Rank.CHOICE, checkable=True)
            row.setIcon(choice_icon(self._theme))
            row.setIconSize(SPACED_ICON)
            self._group.addButton(row)
            row.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._rows[key] = row
            self._grid.addWidget(row, place // self._columns, place % self._columns)

    def choose(self, key: str) -> None:
        """Choose a row as if it had been clicked."""
        if key in self._rows:
            self._rows[key].click()

    def current(self) -> str:
        """Return the key of the chosen row, or ''."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")


def _button_colour(rank: Rank, theme: Theme) -> str:
    tokens = theme.tokens
    return {Rank.PRIMARY: tokens.on_accent, Rank.QUIET: tokens.accent}.get(rank, tokens.ink)


def _add(box: QBoxLayout, parts: tuple[QWidget | QLayout, ...], spacing: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
