"""Type, greys and measures of everything printed. All greys keep their order on a black-and-white printer or a fax.

Bitstream Vera ships with reportlab under a licence that allows embedding and passing on; it covers Western European
languages, and `faces` brings the letters it lacks. Another typeface is handed in by the caller as two TrueType files;
no font is kept in this repository.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import reportlab
from reportlab.lib.pagesizes import A4

from retnet_pro.report.faces import Face, face_of, load_face
from retnet_pro.report.shaping import Piece, lay

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 36.0
WIDTH = PAGE_WIDTH - 2 * MARGIN

INK = 0.08
"""Text and the data themselves."""
QUIET = 0.36
"""Labels and explanations; contrast on white is above 7 to 1 (rule E110)."""
RULE = 0.62
"""Lines that separate."""
FAINT = 0.84
"""Lines that only guide the eye."""
WASH = 0.94
"""Fill behind column heads."""

TITLE, HEADING, BODY, SMALL, TINY = 17.0, 9.5, 7.6, 6.6, 5.8
LEADING = 1.32

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that print nothing or turn text round; they are printed as their code point instead."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Two TrueType files of one typeface."""

    regular: Path
    bold: Path


_SHIPPED = Path(reportlab.__file__).parent / "fonts"
VERA = Typeface(_SHIPPED / "Vera.ttf", _SHIPPED / "VeraBd.ttf")


@dataclass(frozen=True, slots=True)
class Font:
    """One embedded font: its name for the PDF, how wide its glyphs are, and who helps out with letters it lacks."""

    face: Face
    is_bold: bool
    widths: Mapping[int, float] = field(repr=False)
    """Per code point, in thousandths of the size; holds exactly the characters this font itself can print."""
    printable: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What `clean` has worked out already; only ever a shortcut."""
    measured: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    """What `width` has worked out already, at size 1; only ever a shortcut."""
    laid: dict[tuple[str, bool], tuple[Piece, ...]] = field(default_factory=dict, repr=False, compare=False)
    """What `pieces` has worked out already; only ever a shortcut."""

    @property
    def name(self) -> str:
        """The name reportlab knows it by."""
        return self.face.name

    def clean(self, text: str) -> str:
        """Return the text as it can be printed: what no font has or what prints nothing appears as its code point.

        Text goes to the page as plain strings, never through a markup parser, so nothing needs escaping (rule T11).

        Raises:
            WorldFault: `PRINT_LETTERS_MISSING` when the machine lacks the typeface of a script.
        """
        known = self.printable.get(text)
        if known is None:
            known = "".join(self._visible(char) for char in unicodedata.normalize("NFC", text))
            _remember(self.printable, text, known)
        return known

    def width(self, text: str, size: float) -> float:
        """Return how wide cleaned text is, in points."""
        known = self.measured.get(text)
        if known is None:
            if self.is_plain(text):
                known = sum(self.widths[ord(char)] for char in text) / 1000
            else:
                known = sum(piece.advance for piece in self.pieces(text, from_right=False)) / 1000
            _remember(self.measured, text, known)
        return known * size

    def is_plain(self, text: str) -> bool:
        """Tell whether this font alone prints the text, from left to right, a glyph for a character."""
        return text.isascii() or self.widths.keys() >= set(map(ord, text))

    def pieces(self, text: str, *, from_right: bool) -> tuple[Piece, ...]:
        """Return cleaned text that is not plain as it is written."""
        known = self.laid.get((text, from_right))
        if known is None:
            known = lay(text, self.face, bold=self.is_bold, from_right=from_right)
            _remember(self.laid, (text, from_right), known)
        return known

    def _visible(self, char: str) -> str:
        if unicodedata.category(char) not in _HIDDEN:
            code = ord(char)
            if code in self.widths or face_of(code, bold=self.is_bold) is not None:
                return char
        return f"[U+{ord(char):04X}]"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The two weights in use."""

    regular: Font
    bold: Font


@lru_cache(maxsize=4)
def load_fonts(typeface: Typeface) -> Fonts:
    """Make a typeface known to reportlab; reading the files takes some 50 ms, once in a process."""
    return Fonts(_load(typeface.regular, is_bold=False), _load(typeface.bold, is_bold=True))


def _load(file: Path, *, is_bold: bool) -> Font:
    face = load_face(file)
    return Font(face, is_bold, {code: face.advance(code) for code in face.font.face.charToGlyph})


_K = TypeVar("_K")
_T = TypeVar("_T")
_SHORTCUT_LIMIT = 4096
"""Most remembered texts per font; codes and topics are far fewer, so only an attack on memory meets it."""


def _remember(shortcut: dict[_K, _T], text: _K, value: _T) -> None:
    if len(shortcut) >= _SHORTCUT_LIMIT:
        shortcut.clear()
    shortcut[text] = value
