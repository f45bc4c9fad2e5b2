"""Break text into lines that fit, without ever losing a character. Knows widths, draws nothing."""

from collections.abc import Iterator
from itertools import accumulate, takewhile

from retnet_pro.report.style import Font

_SLACK = 0.01
"""A text made to fit exactly must not be broken by the last bit of a float."""
_NEVER_FIRST = frozenset("、。，．！？：；）」』】〉》”’ー")
"""Signs of Chinese and Japanese that never begin a line: the character before goes down with them."""


def wrap(font: Font, text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the text, cleaned, as lines no wider than `width`; a word that is wider alone is broken inside."""
    clean = font.clean(text)
    if font.width(clean, size) <= width + _SLACK:
        return (clean,)
    lines, line = [], ""
    for word in clean.split(" "):
        longer = f"{line} {word}" if line else word
        if font.width(longer, size) <= width + _SLACK:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(font, word, size, width)
        lines.extend(whole)
    return (*lines, line)


def fitting_size(font: Font, text: str, size: float, width: float, least: float) -> float:
    """Return the size, or the smaller one (never below `least`) at which the text fits on one line."""
    needed = font.width(font.clean(text), size)
    return size if needed <= width else max(least, size * width / needed)


def one_line(font: Font, text: str, size: float, width: float) -> tuple[str, float]:
    """Return the text and the size at which it stands on one line: smaller down to half, then cut with an ellipsis.

    Only for running heads and other repeats; the full text must stand elsewhere on the paper.
    """
    clean = font.clean(text)
    size = fitting_size(font, clean, size, width, size / 2)
    if font.width(clean, size) <= width + _SLACK:
        return clean, size
    # From the left, so that a text of any length costs no more than the line it is cut to.
    used = accumulate((font.width(char, size) for char in clean), initial=font.width("…", size))
    return clean[: sum(1 for _ in takewhile(lambda end: end <= width, used)) - 1] + "…", size


def _pieces(font: Font, word: str, size: float, width: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and font.width(piece, size) + font.width(char, size) > width:
            kept = piece[-1] if char in _NEVER_FIRST and len(piece) > 1 else ""
            yield piece[: len(piece) - len(kept)]
            piece = kept
        piece += char
    yield piece
