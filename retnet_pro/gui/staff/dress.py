"""The style sheet of the staff's window, made from the tokens of the theme. No page styles itself."""

from string import Template

from retnet_pro.gui.theme import GRID, RADIUS, Text, Theme

CONTROL_PX = 6 * GRID
"""Height of anything staff click or touch."""

_SHEET = Template("""
QWidget { color: $ink; font-size: ${small}px; $family }
QWidget#staff, QWidget[ground="true"] { background: $background; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="true"] { background: $background; border: none; }
QScrollArea[scrolls="true"] { border: 2px solid $background; border-radius: ${radius}px; }
QScrollArea[scrolls="true"]:focus { border: 2px solid $focus; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: ${half}px; }

QFrame[card="plain"] { background: $surface; border: 1px solid $divider; border-radius: ${radius}px; }
QFrame[card="amber"] { background: $amber_soft; border: 1px solid $amber; border-radius: ${radius}px; }
QFrame[card="red"] { background: $red_soft; border: 1px solid $red; border-radius: ${radius}px; }
QFrame[card="accent"] { background: $accent_soft; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame[card="rail"] { background: $surface; border: none; border-right: 1px solid $divider; border-radius: 0; }
QFrame[card="banner"] { background: $amber_soft; border: none; border-bottom: 1px solid $amber; border-radius: 0; }
QFrame[card="hairline"] { background: $divider; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[voice="title"] { font-size: ${question}px; font-weight: 700; }
QLabel[voice="lead"] { font-size: ${lead}px; font-weight: 700; }
QLabel[voice="number"] { font-size: ${title}px; font-weight: 700; }
QLabel[voice="strong"] { font-weight: 700; }
QLabel[voice="quiet"] { color: $muted; }
QLabel[voice="caption"] { color: $muted; font-size: ${caption}px; }
QLabel[tone="amber"] { color: $amber; font-weight: 700; }
QLabel[tone="red"] { color: $red; font-weight: 700; }
QLabel[tone="accent"] { color: $accent; font-weight: 700; }

QPushButton { background: $surface; border: 1px solid $line; border-radius: ${radius}px; padding: 0 ${two}px;
  min-height: ${control}px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $focus; }
QPushButton:disabled { color: $muted; border-color: $divider; background: $background; }
QPushButton[rank="primary"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 700; }
QPushButton[rank="primary"]:focus { border: 2px solid $focus; }
QPushButton[rank="primary"]:disabled { background: $divider; border-color: $divider; color: $muted; }
QPushButton[rank="quiet"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 0 $grid; text-align: left; }
QPushButton[rank="quiet"]:focus { border: 2px solid $focus; }
QPushButton[rank="rail"] { background: transparent; border: 1px solid transparent; text-align: left; color: $ink;
  padding: 0 ${grid_px}px; }
QPushButton[rank="rail"]:hover { background: $background; }
QPushButton[rank="rail"]:checked { background: $accent_soft; border: 1px solid $accent; color: $accent; }
QPushButton[rank="rail"]:focus { border: 2px solid $focus; }
QPushButton[rank="choice"] { text-align: left; }
QPushButton[rank="choice"]:checked { background: $accent_soft; border: 2px solid $accent; }
QPushButton[rank="choice"]:focus { border: 2px solid $focus; }
QPushButton[rank="tab"] { background: transparent; border: none; border-radius: 0;
  border-bottom: 3px solid transparent; padding: 0 ${two}px; color: $muted; }
QPushButton[rank="tab"]:checked { color: $accent; border-bottom: 3px solid $accent; }
QPushButton[rank="segment"] { min-height: ${small_control}px; color: $muted; border: 2px solid $line; }
QPushButton[rank="segment"]:checked { background: $accent_soft; border: 2px solid $accent; color: $accent; }
QPushButton[rank="segment"]:focus { border: 2px solid $focus; }
QPushButton[rank="tab"]:focus { border: 2px solid $focus; }

QLineEdit, QComboBox, QDateEdit { background: $surface; border: 1px solid $line; border-radius: ${radius}px;
  padding: 0 ${two}px; min-height: ${control}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus { border: 2px solid $accent; }
QLineEdit:disabled { color: $muted; background: $background; border-color: $divider; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${four}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { width: 0; height: 0; border-left: 5px solid $surface;
  border-right: 5px solid $surface; border-top: 6px solid $ink; }
QMenu { background: $surface; border: 1px solid $line; }
QMenu::item { padding: 12px ${two}px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $accent_soft;
  selection-color: $ink; outline: none; padding: ${half}px; }
QComboBox QAbstractItemView::item { min-height: ${control}px; }

QPlainTextEdit { background: $background; border: 1px solid $divider; border-radius: ${radius}px;
  font-size: ${caption}px; padding: ${half}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; }
QScrollArea > QWidget > QWidget[plain="true"] { background: $surface; border: none; }

QTableView { background: $surface; border: 1px solid $divider; border-radius: ${radius}px; outline: none;
  gridline-color: $divider; selection-background-color: $accent_soft; selection-color: $ink; }
QTableView::item { padding: 0 ${grid_px}px; border: none; border-bottom: 1px solid $divider; }
QTableView::item:selected { background: $accent_soft; color: $ink; }
QTableView:focus { border: 2px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $muted; font-size: ${caption}px; border: none;
  border-bottom: 1px solid $line; padding: ${grid_px}px 11px; }
QHeaderView::section:first { border-top-left-radius: ${radius}px; }
QHeaderView::section:last { border-top-right-radius: ${radius}px; }

QProgressBar { background: $divider; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: ${grid_px}px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: ${half}px; min-height: ${four}px; }
QScrollBar:horizontal { background: transparent; height: ${grid_px}px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: ${half}px; min-width: ${four}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for everything in the staff's window."""
    tokens = theme.tokens
    return _SHEET.substitute(
        {name: getattr(tokens, name) for name in tokens.__slots__},
        **{text.value: theme.px(text) for text in Text},
        family=f"font-family: '{theme.family}';" if theme.family else "",
        radius=RADIUS,
        control=CONTROL_PX - 2,
        small_control=5 * GRID - 2,
        grid=f"{GRID}px",
        grid_px=GRID,
        half=GRID // 2,
        two=2 * GRID,
        four=4 * GRID,
    )
