"""PNG pictures in a PDF as they are: the compressed rows are passed on, not unpacked and packed again.

Only what this program itself writes is taken: eight bits a pixel, a palette, no interlacing. A picture that appears
twice is stored once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

from reportlab.pdfbase.pdfdoc import PDFObject

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE, _EIGHT_BITS = 3, 8
_PNG_ROWS = 15
"""PDF's name for rows that are predicted as PNG does."""


@dataclass(frozen=True, slots=True)
class Png:
    """The parts of a PNG that a PDF needs."""

    width: int
    height: int
    palette: bytes
    rows: bytes


def read_png(path: Path) -> Png:
    """Read a picture this program wrote.

    Raises:
        ValueError: it is no PNG with a palette.
    """
    content = path.read_bytes()
    if not content.startswith(_SIGNATURE):
        raise ValueError(f"{path.name} is no PNG")
    head, palette, rows = b"", b"", []
    for kind, body in _chunks(content):
        match kind:
            case b"IHDR":
                head = body
            case b"PLTE":
                palette = body
            case b"IDAT":
                rows.append(body)
    width, height, bits, colour, _, _, interlaced = unpack_from(">IIBBBBB", head)
    if (bits, colour, interlaced) != (_EIGHT_BITS, _PALETTE, 0):
        raise ValueError(f"{path.name} has no palette of eight bits")
    return Png(width, height, palette, b"".join(rows))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(content):
        size, kind = unpack_from(">I4s", content, at)
        yield kind, content[at + 8 : at + 8 + size]
        at += size + 12


class PictureObject(PDFObject):  # type: ignore[misc]
    """A picture as reportlab's document keeps it: read from its file only when the document is written."""

    __RefOnly__ = 1
    """For reportlab: other objects name it, none holds it."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self._path = path

    def format(self, _document: object) -> bytes:
        """Return the object as it stands in the PDF; called by reportlab."""
        png = read_png(self._path)
        colours = f"[/Indexed/DeviceRGB {len(png.palette) // 3 - 1}<{png.palette.hex()}>]"
        rows = f"/DecodeParms<</Predictor {_PNG_ROWS}/Colors 1/BitsPerComponent 8/Columns {png.width}>>"
        size = f"/Width {png.width}/Height {png.height}/BitsPerComponent 8"
        head = f"<</Type/XObject/Subtype/Image{size}/ColorSpace{colours}/Filter/FlateDecode{rows}"
        return f"{head}/Length {len(png.rows)}>>\nstream\n".encode() + png.rows + b"\nendstream\n"
