"""``retnet-pro screens``: a book of every screen a participant sees, for those who must approve it."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import read_settings

if TYPE_CHECKING:
    from retnet_pro.report.screens import ScreensBook

ALL = "all"
SIZES = ("100", "125", "150", "200")
THEMES = ("light", "dark", "contrast")


@click.command()
@click.option("--instrument", "instruments", multiple=True, default=(ALL,), show_default=True, help="Form id, or all.")
@click.option("--language", "languages", multiple=True, default=(ALL,), show_default=True, help="Language tag, or all.")
@click.option("--size", "sizes", multiple=True, default=(ALL,), type=click.Choice((*SIZES, ALL)), show_default=True)
@click.option("--theme", "themes", multiple=True, default=(ALL,), type=click.Choice((*THEMES, ALL)), show_default=True)
@click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--pictures", type=click.Path(path_type=Path, file_okay=False), help="Keep the PNG files in this folder.")
@click.option("--previous", type=click.Path(path_type=Path), help="Manifest of the approved book to compare with.")
@click.option("--strict", is_flag=True, help="End with exit code 3 when anything differs from the approved book.")
def screens(
    instruments: tuple[str, ...],
    languages: tuple[str, ...],
    sizes: tuple[str, ...],
    themes: tuple[str, ...],
    private: Path | None,
    out: Path,
    pictures: Path | None,
    previous: Path | None,
    strict: bool,
) -> None:
    """Draw every screen a participant sees into one PDF, with a manifest (.json) of all hashes and words beside it.

    Options may be given several times. With --previous, the PDF begins with what changed since that book.
    """
    from retnet_pro.app.printing import save
    from retnet_pro.app.screens import Choice, draw_book
    from retnet_pro.app.senses import system_clock
    from retnet_pro.report.screens_book import screens_pdf
    from retnet_pro.report.screens_change import changes
    from retnet_pro.report.screens_manifest import write_manifest

    manifest = out.with_suffix(".json")
    before, path = _manifest(previous) if previous else (None, None)
    if manifest == out:
        raise Refusal(Code.FILE_UNFIT, path=out, wanted="the name of a PDF; the manifest beside it ends in .json")
    if path is not None and path.resolve() == manifest.resolve():
        raise Refusal(Code.FILE_EXISTS, path=manifest)  # the approved book must stay what it was
    choice = Choice(
        instruments=() if ALL in instruments else instruments,
        languages=() if ALL in languages else languages,
        percents=tuple(int(size) for size in (SIZES if ALL in sizes else dict.fromkeys(sizes))),
        themes=THEMES if ALL in themes else tuple(dict.fromkeys(themes)),
        private=private,
    )
    folder = pictures or Path(tempfile.mkdtemp(prefix="retnet-pro-screens-"))
    try:
        book = draw_book(read_settings(), choice, folder, system_clock()().wall)
        found = changes(before, book) if before else ()
        save(out, screens_pdf(book, (before, found) if before else None))
        save(manifest, write_manifest(book).encode())
    finally:
        if pictures is None:
            shutil.rmtree(folder, ignore_errors=True)
    click.echo(f"{book.count} pictures in {len(book.sets)} sets: {out} and {manifest}.")
    for one in book.sets:
        click.echo(f"{one.name}: {one.hash}")
    click.echo(f"Whole book: {book.hash}")
    if before:
        click.echo(f"{len(found)} screens differ from the book of {before.made_at.date().isoformat()}.")
    sys.exit(3 if strict and found else 0)


def _manifest(path: Path) -> "tuple[ScreensBook, Path]":
    from retnet_pro.report.screens_manifest import read_manifest

    if path.is_dir():
        found = sorted(path.glob("*.json"))
        if len(found) != 1:
            raise Refusal(Code.FILE_UNFIT, path=path, wanted="a folder with one manifest of a screens book")
        path = found[0]
    if not path.is_file():
        raise Refusal(Code.FILE_MISSING, path=path)
    return read_manifest(path.read_text("utf-8", errors="replace"), path), path
