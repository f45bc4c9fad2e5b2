"""Whether a typeface has all letters of a text; a missing one would show as an empty box."""

from PySide6.QtGui import QFont, QTextLayout

from retnet_pro.errors import Code, Refusal


def demand_letters(layout: QTextLayout) -> None:
    """Return if every letter of laid out text has a shape, from this typeface or one the system takes instead.

    Raises:
        Refusal: `LETTERS_MISSING`.
    """
    if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
        raise Refusal(Code.LETTERS_MISSING, text=layout.text())


def demand_letters_of(text: str, font: QFont) -> None:
    """Do the same for text that is not laid out yet.

    Raises:
        Refusal: `LETTERS_MISSING`.
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    demand_letters(layout)
