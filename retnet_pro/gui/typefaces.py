"""Typefaces by script, and which letters this tablet cannot draw. A box in place of a letter is a missing word (E130).

Left to itself the system draws Chinese with Japanese forms, and Hebrew and Arabic with whatever comes first.
"""

import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetrics

SCRIPT_FAMILIES = {
    "ar": ("Noto Naskh Arabic",),
    "he": ("Noto Sans Hebrew",),
    "ja": ("Noto Sans CJK JP",),
    "zh": ("Noto Sans CJK SC",),
}
"""For scripts that the preferred typefaces of the theme lack."""
CORE_PACKAGE = "fonts-noto-core"
"""Debian package for Latin, Hebrew and Arabic letters."""
CJK_PACKAGE = "fonts-noto-cjk"
"""Debian package for Chinese and Japanese, kept apart because it is large."""

_NOT_DRAWN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
"""Unicode categories that leave no ink: controls, direction marks, blanks."""
_CJK = range(0x2E80, 0x10000)
_CJK_LANGUAGES = frozenset(("ja", "ko", "zh"))


def families_for(language: str) -> tuple[str, ...]:
    """Return the typefaces for the letters of a language that the preferred ones lack, best first."""
    return SCRIPT_FAMILIES.get(language.partition("-")[0], ())


def missing_glyphs(letters: Iterable[str], language: str, family: str) -> str:
    """Return the letters that no typeface here can draw as the participant's screen draws them, each once, in order.

    `family` is the theme's own. Needs a running `QGuiApplication`; its typefaces are those of the tablet.
    """
    font = QFont()
    font.setFamilies([name for name in (family, *families_for(language)) if name])
    metrics = QFontMetrics(font)
    drawn = sorted({letter for letter in letters if unicodedata.category(letter) not in _NOT_DRAWN})
    return "".join(letter for letter in drawn if not metrics.inFontUcs4(ord(letter)))


def package_for(letters: str, language: str) -> str:
    """Return the Debian package that has these letters."""
    is_cjk = language.partition("-")[0] in _CJK_LANGUAGES and any(ord(letter) in _CJK for letter in letters)
    return CJK_PACKAGE if is_cjk else CORE_PACKAGE
