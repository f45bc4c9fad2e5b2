"""Typefaces for letters the first one lacks: found on the machine, read only when a text needs them.

Each is a TrueType file of a package that `packaging/prepare` installs; no font is kept in this repository. Hebrew and
Arabic are set in the typefaces of the screens. Those for Chinese and Japanese hold their outlines in a form that
reportlab cannot embed, so paper has one of its own, drawn after Chinese habits. DejaVu Sans is Bitstream Vera with more
letters: a Polish word in the midst of a line shows no seam.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from retnet_pro.errors import Code, WorldFault

_FONTS = Path("/usr/share/fonts/truetype")
_PRIVATE, _PRIVATE_END = 0xE000, 0xF8FF
"""Glyphs without a letter of their own stand behind this code point, by their number, so that bytes never depend on
what was printed before."""


@dataclass(frozen=True, slots=True)
class Script:
    """Letters that are set in one typeface, where that stands, and the Debian package that brings it."""

    name: str
    letters: tuple[tuple[int, int], ...]
    """Ranges of code points, ends included; empty for whatever no other script claims."""
    regular: Path
    bold: Path
    package: str

    def has(self, code: int) -> bool:
        """Tell whether a code point belongs to this script."""
        return any(first <= code <= last for first, last in self.letters)


HEBREW = Script(
    "Hebrew",
    ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    _FONTS / "noto/NotoSansHebrew-Regular.ttf",
    _FONTS / "noto/NotoSansHebrew-Bold.ttf",
    "fonts-noto-core",
)
ARABIC = Script(
    "Arabic",
    ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    _FONTS / "noto/NotoNaskhArabic-Regular.ttf",
    _FONTS / "noto/NotoNaskhArabic-Bold.ttf",
    "fonts-noto-core",
)
CHINESE_JAPANESE = Script(
    "Chinese or Japanese",
    ((0x2E80, 0x2FDF), (0x3000, 0x30FF), (0x31C0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
     (0xFF00, 0xFFEF)),
    _FONTS / "droid/DroidSansFallbackFull.ttf",
    _FONTS / "droid/DroidSansFallbackFull.ttf",
    "fonts-droid-fallback",
)  # fmt: skip
LATIN = Script(
    "Latin",
    ((0x0100, 0x024F), (0x1E00, 0x1EFF), (0x0370, 0x052F)),
    _FONTS / "dejavu/DejaVuSans.ttf",
    _FONTS / "dejavu/DejaVuSans-Bold.ttf",
    "fonts-dejavu-core",
)
SCRIPTS = (HEBREW, ARABIC, CHINESE_JAPANESE, LATIN)


@dataclass(frozen=True, slots=True)
class Face:
    """One embedded typeface as reportlab knows it."""

    name: str
    font: TTFont = field(repr=False, compare=False)
    shaper: uharfbuzz.Font = field(repr=False, compare=False)

    def has(self, code: int) -> bool:
        """Tell whether there is a glyph for a code point that reportlab can also name, which ends at U+FFFF."""
        return code <= 0xFFFF and code in self.font.face.charToGlyph and not is_private(chr(code))

    def advance(self, code: int) -> float:
        """Return how wide the glyph of a code point is, in thousandths of the size."""
        return float(self.font.face.charWidths.get(code, self.font.face.defaultWidth))

    def scaled(self, units: float) -> float:
        """Return a measure of the font file in thousandths of the size."""
        return float(self.font.pdfScale(units))

    def letter_of(self, glyph: int) -> str:
        """Return the character reportlab writes for a glyph; one of the private area where it has none."""
        known = self.font.face.glyphToChar.get(glyph)
        if known:
            return chr(known[0])
        code = _PRIVATE + glyph
        self.font.face.charToGlyph[code] = glyph
        self.font.face.charWidths[code] = self.scaled(self.shaper.get_glyph_h_advance(glyph))
        return chr(code)


def is_private(letter: str) -> bool:
    """Tell whether a character stands for a glyph by number and not for a letter."""
    return _PRIVATE <= ord(letter) <= _PRIVATE_END


def load_face(file: Path) -> Face:
    """Make a TrueType file known to reportlab.

    Raises:
        OSError: when it cannot be read.
    """
    data = file.read_bytes()
    name = f"RP-{hashlib.sha256(data).hexdigest()[:16]}"  # two typefaces may use the same file name
    font = TTFont(name, str(file))
    pdfmetrics.registerFont(font)
    return Face(name, font, uharfbuzz.Font(uharfbuzz.Face(data)))


def script_of(code: int) -> Script | None:
    """Return the script whose typeface prints a code point; None for signs that no language needs."""
    return next((script for script in SCRIPTS if script.has(code)), None)


def face_of(code: int, *, bold: bool) -> Face | None:
    """Return the typeface that prints a code point which the first typeface lacks; None where no font has it.

    Raises:
        WorldFault: `PRINT_LETTERS_MISSING` when the typeface of its script is not on this machine; then a page would
            lack words (rule E130).
    """
    script = script_of(code)
    if script is None:
        face = _installed(LATIN, bold)  # arrows and signs, where there is something to draw them with
        return face if face is not None and face.has(code) else None
    face = _installed(script, bold)
    if face is None:
        raise WorldFault(Code.PRINT_LETTERS_MISSING, script=script.name, package=script.package)
    return face if face.has(code) else None


@lru_cache(maxsize=2 * len(SCRIPTS))
def _installed(script: Script, bold: bool) -> Face | None:
    file = script.bold if bold else script.regular
    return load_face(file) if file.is_file() else None
