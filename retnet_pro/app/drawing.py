"""A child process that draws: it is told in one line which form, language, sizes and looks, and says a line a picture.

Each form and language has a process of its own, so that nothing drawn before can show, and several can draw at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retnet_pro.app.children import Line, answer_parent

if TYPE_CHECKING:
    from retnet_pro.app.gallery import Shot
    from retnet_pro.gui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to draw, as plain texts and numbers that fit through a pipe."""

    forms: str
    words: str
    private: str
    """Folder of licensed packs, or ''."""
    instrument: str
    language: str
    percents: tuple[int, ...]
    looks: tuple[str, ...]
    folder: str
    """Where the pictures go."""


def draw(order: Order) -> Iterator[Line]:
    """Draw every screen; yield one line for each picture.

    Raises:
        Refusal: `FORM_UNKNOWN`, `WORDING_MISSING`, `FORM_BROKEN`, `LETTERS_MISSING`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    from PySide6.QtWidgets import QApplication

    from retnet_pro.app.gallery import Gallery
    from retnet_pro.app.sample import SCREEN_DPI
    from retnet_pro.gui.interface import install
    from retnet_pro.gui.resolution import pixels_per_mm
    from retnet_pro.gui.theme import Look, Theme, installed_family
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId

    library = open_library(Path(order.forms), Path(order.words), Path(order.private) if order.private else None)
    form = library.instrument(InstrumentId(order.instrument))
    words = library.wording(form, order.language)
    application = QApplication(["RETNET-Pro"])
    application.setStyle("Fusion")
    translator = install(Path(order.words), order.language)
    family = installed_family()
    for look in order.looks:
        for percent in order.percents:
            per_mm = pixels_per_mm(96, SCREEN_DPI)
            theme = Theme(look=Look(look), percent=percent, px_per_mm=per_mm, family=family)
            gallery = Gallery(form, words, theme)
            for shot in gallery.shots():
                yield _told(shot, theme, Path(order.folder))
            gallery.close()
    del translator


def _told(shot: "Shot", theme: "Theme", folder: Path) -> Line:
    from retnet_pro.app.gallery import pixels_of
    from retnet_pro.app.palette import save
    from retnet_pro.gui.letters import demand_letters_of
    from retnet_pro.gui.theme import Text

    for text in shot.texts:
        demand_letters_of(text, theme.font(Text.BODY))
    number = "" if shot.number is None else f"-{shot.number:03}"
    state = f"-{shot.state}" if shot.state else ""
    path = folder / f"{theme.look.value}-{theme.percent}" / f"{shot.screen}{number}{state}-{shot.part}.png"
    save(shot.image, path, theme.look)
    return {
        "screen": shot.screen,
        "number": shot.number,
        "state": shot.state,
        "part": shot.part,
        "parts": shot.parts,
        "percent": theme.percent,
        "look": theme.look.value,
        "typeface": theme.family,
        "pixels": pixels_of(shot.image),
        "texts": list(shot.texts),
        "file": str(path),
    }


def _work(order: Line) -> Iterator[Line]:
    percents, looks = order.pop("percents"), order.pop("looks")
    assert isinstance(percents, list) and isinstance(looks, list)
    texts = {name: str(value) for name, value in order.items()}
    yield from draw(Order(percents=tuple(percents), looks=tuple(looks), **texts))


if __name__ == "__main__":
    answer_parent(_work)
