"""Pictures in a PDF: the rows of the PNG as they are, each picture once."""

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from pypdf import PdfReader

from retnet_pro.report.page import Block, Brush, Frame, set_pages
from retnet_pro.report.picture import read_png
from retnet_pro.report.style import VERA, load_fonts

ROWS = zlib.compress(b"\0\0\1" + b"\0\1\0")


def png(path: Path, *, bits: int = 8, colour: int = 3, content: bytes = ROWS) -> Path:
    chunks = ((b"IHDR", pack(">IIBBBBB", 2, 2, bits, colour, 0, 0, 0)), (b"PLTE", b"\xff\0\0\0\0\xff"))
    body = b"".join(
        pack(">I", len(part)) + kind + part + pack(">I", zlib.crc32(kind + part))
        for kind, part in (*chunks, (b"IDAT", content[:5]), (b"IDAT", content[5:]), (b"IEND", b""))
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


def test_a_picture_is_found_in_the_pdf_pixel_by_pixel_and_stored_once(tmp_path: Path) -> None:
    file = png(tmp_path / "a.png")

    def draw(brush: Brush, top: float) -> None:
        brush.picture(10, top - 50, 40, 40, name="aa", file=file)
        brush.picture(60, top - 50, 40, 40, name="aa", file=file)

    frame = Frame("Pictures", 800, 30, lambda brush, number, count: None, "test")
    pdf = set_pages([Block(60, draw)], frame, load_fonts(VERA), size=(300, 200))
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert (page.mediabox.width, page.mediabox.height) == (300, 200)
    (image,) = {picture.data: picture for picture in page.images}.values()
    shown = image.image
    assert shown is not None
    assert [shown.convert("RGB").getpixel((x, y)) for y in (0, 1) for x in (0, 1)] == [
        (255, 0, 0),
        (0, 0, 255),
        (0, 0, 255),
        (255, 0, 0),
    ]
    assert pdf.count(ROWS) == 1


@pytest.mark.parametrize("how", [{"bits": 4}, {"colour": 2}])
def test_what_this_program_does_not_write_is_not_taken(tmp_path: Path, how: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no palette"):
        read_png(png(tmp_path / "a.png", **how))


def test_what_is_no_png_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"GIF89a")
    with pytest.raises(ValueError, match="is no PNG"):
        read_png(tmp_path / "a.png")
