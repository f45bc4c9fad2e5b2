"""Make a screens book: let children draw, gather what they tell, compare with another book, print.

This process opens no window and loads no Qt widgets; each form and language is drawn by a process of its own.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from retnet_pro.app.children import Line, ask_child
from retnet_pro.app.drawing import Order
from retnet_pro.app.sample import SCREEN_DPI, SCREEN_PX
from retnet_pro.app.senses import APP
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.approval import words_hash
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import Instrument, InstrumentId, Licence
from retnet_pro.report.screens import Picture, ScreensBook, ScreenSet
from retnet_pro.settings import Settings

_HOUSE = Path(__file__).resolve().parent.parent
_LOOKS = {"light": "light", "dark": "dark", "contrast": "high-contrast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which screens are wanted. Empty means all there are."""

    instruments: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    percents: tuple[int, ...]
    themes: tuple[str, ...]
    private: Path | None = None
    """Folder of licensed packs, e.g. of a wording that is to be approved."""


def draw_book(settings: Settings, choice: Choice, folder: Path, made_at: datetime) -> ScreensBook:
    """Draw every wanted screen into a folder and return the book they make.

    Raises:
        Refusal: `FORM_UNKNOWN`, `WORDING_MISSING` when nothing can be drawn, `FORM_BROKEN`, `LETTERS_MISSING`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    library = open_library(settings.forms, settings.words, choice.private)
    wanted = list(_wanted(library, settings, choice))
    with ThreadPoolExecutor(max_workers=max(1, min(len(wanted), os.cpu_count() or 1))) as pool:
        sets = list(pool.map(lambda one: _draw_set(library, settings, choice, folder, *one), wanted))
    import PySide6

    return ScreensBook(
        made_at=made_at,
        app=APP,
        program=program_hash(),
        qt=PySide6.__version__,
        screen=f"{SCREEN_PX[0]} x {SCREEN_PX[1]} pixels, {SCREEN_DPI:g} to the inch",
        sets=tuple(sets),
    )


def program_hash() -> str:
    """Return the hash of the program's own files, so that a book names what drew it."""
    told = sha256()
    for path in sorted(_HOUSE.rglob("*.py")):
        told.update(f"{path.relative_to(_HOUSE).as_posix()} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return told.hexdigest()


def _wanted(library: Library, settings: Settings, choice: Choice) -> Iterator[tuple[Instrument, str]]:
    """Yield each form with each language the program itself speaks as well; there are no half-translated screens."""
    from retnet_pro.gui.interface import available

    spoken = available(settings.words)
    found = 0
    for id_ in choice.instruments or library.ids():
        form = library.instrument(InstrumentId(id_))
        ready = [tag for tag in library.languages(form) if tag.partition("-")[0] in spoken]
        for language in choice.languages or ready:
            if language not in ready:
                library.wording(form, language)
                raise Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
            found += 1
            yield form, language
    if not found:
        raise Refusal(Code.WORDING_MISSING, form=", ".join(choice.instruments) or "any form", language="any")


def _draw_set(
    library: Library, settings: Settings, choice: Choice, folder: Path, form: Instrument, language: str
) -> ScreenSet:
    words = library.wording(form, language)
    order = Order(
        forms=str(settings.forms),
        words=str(settings.words),
        private=str(choice.private or ""),
        instrument=form.id,
        language=language,
        percents=choice.percents,
        looks=tuple(_LOOKS[theme] for theme in choice.themes),
        folder=str(folder / form.id / language),
    )
    lines = ask_child("retnet_pro.app.drawing", asdict(order))
    return ScreenSet(
        instrument=form.id,
        title=form.title,
        version=form.version,
        form=form.hash,
        language=language,
        wording_version=words.version,
        words=words_hash(words),
        demonstration=words.demonstration,
        notice=words.notice,
        licence=_licence_words(words.licence),
        typeface=str(lines[0].pop("typeface")),
        pictures=tuple(_picture(line) for line in lines),
    )


def _licence_words(licence: Licence | None) -> str:
    return f"{licence.owner}, {licence.id}" if licence else ""


def _picture(line: Line) -> Picture:
    line.pop("typeface", None)
    texts, file = line.pop("texts"), line.pop("file")
    assert isinstance(texts, list)
    return Picture(texts=tuple(texts), file=Path(str(file)), **line)  # type: ignore[arg-type]
