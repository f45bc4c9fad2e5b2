"""Pictures of screens in few colours: a fraction of the size, and no difference an eye can see.

A screen of ours is made of the theme's colours and of the steps between them that smooth the edges of letters. The
hashes of a screens book are those of the exact picture, taken before.
"""

from functools import lru_cache
from itertools import product
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from retnet_pro.errors import Code, WorldFault, fault_of_disk
from retnet_pro.gui.theme import TOKENS, Look

_GROUNDS = ("background", "surface", "accent_soft", "accent")
_DRAWN = ("ink", "muted", "line", "divider", "accent", "on_accent")
_STEPS = 6
_MOST = 256
"""Colours of a picture with a palette."""


def save(image: QImage, path: Path, look: Look) -> None:
    """Write the picture as PNG.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of_disk(error, path.parent) from error
    if not image.convertToFormat(QImage.Format.Format_Indexed8, palette(look)).save(str(path)):
        raise WorldFault(Code.DISK_FAULT, path=path.parent, why="a picture could not be written")


@lru_cache
def palette(look: Look) -> list[int]:
    """Return the colours of a look and the steps between those that meet on a screen."""
    tokens = TOKENS[look]
    found: dict[int, None] = {}
    for ground, drawn in product(_GROUNDS, _DRAWN):
        one, other = QColor(getattr(tokens, ground)), QColor(getattr(tokens, drawn))
        for step in range(_STEPS + 1):
            found[_between(one, other, step)] = None
    assert len(found) <= _MOST
    return list(found)


def _between(one: QColor, other: QColor, step: int) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(low + (high - low) * step // _STEPS for low, high in pairs)).rgb()
