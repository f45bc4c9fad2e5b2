"""A letter that this tablet cannot draw is found before a participant meets it."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics

from retnet_pro.gui.interface import available, read_words
from retnet_pro.gui.theme import PERCENTS, Text, Theme, installed_family
from retnet_pro.gui.typefaces import CJK_PACKAGE, CORE_PACKAGE, SCRIPT_FAMILIES, missing_glyphs, package_for
from retnet_pro.gui.widgets import words
from retnet_pro.gui.widgets.words import set_lines
from retnet_pro.instrument.tongue import tongues_in
from tests.fakes import HOUSE

WORDS = HOUSE / "translations"
NOBODY_HAS = "\U0010fffd"
"""The last character for private use."""


@pytest.mark.rule("E130")
def test_a_letter_without_a_glyph_is_named(qapp):
    assert missing_glyphs(f"a{NOBODY_HAS}b{NOBODY_HAS}", "en", installed_family()) == NOBODY_HAS


def test_blanks_and_direction_marks_need_no_glyph(qapp):
    assert missing_glyphs("a \u00a0\u202f\u200f\u2068\u2069\n", "he", installed_family()) == ""


@pytest.mark.rule("E130")
@pytest.mark.parametrize("language", available(WORDS))
def test_every_letter_of_the_interface_can_be_drawn(qapp, language):
    letters = tongues_in(WORDS)[language].letters
    missing = missing_glyphs(letters, language, installed_family())
    if package_for(missing, language) == CJK_PACKAGE:
        pytest.skip(f"the typeface of {language} is not installed here: {CJK_PACKAGE}")
    assert missing == ""


def test_the_package_to_install_is_named():
    assert package_for("語", "ja") == CJK_PACKAGE
    assert package_for("ש", "he") == CORE_PACKAGE
    assert package_for("é", "zh") == CORE_PACKAGE


@pytest.mark.parametrize("language", SCRIPT_FAMILIES)
def test_each_script_has_its_own_typeface(qapp, language):
    """Without this, Chinese is drawn in Japanese forms where both are installed."""
    font = Theme(family="Noto Sans").speaking(f"{language}-XX").font(Text.QUESTION)
    assert font.families() == ["Noto Sans", *SCRIPT_FAMILIES[language]]
    if language in ("he", "ar") and QFontDatabase.hasFamily("Noto Sans"):
        assert all(QFontDatabase.hasFamily(family) for family in SCRIPT_FAMILIES[language])


@pytest.mark.parametrize("language", available(WORDS))
def test_no_letter_is_wider_than_lines_are_broken_for(qapp, language):
    for bold in (False, True):
        font = Theme(family="Noto Sans").speaking(language).font(Text.DISPLAY, bold=bold)
        widest = max(map(QFontMetrics(font).horizontalAdvance, tongues_in(WORDS)[language].letters))
        assert widest <= words._WIDEST_EM * font.pixelSize()


@pytest.mark.rule("E04")
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("language", available(WORDS))
def test_a_word_that_fits_a_line_is_never_broken(qapp, language, percent):
    """Arabic letters swing beyond their width; Qt broke such words in two."""
    theme = Theme(family="Noto Sans", percent=percent).speaking(language)
    said = {word for text in read_words(WORDS / f"interface_{language}.ts").values() for word in text.split()}
    for bold in (False, True):
        font = theme.font(Text.OPTION, bold=bold)
        for word in sorted(said):
            needed = QFontMetrics(font).horizontalAdvance(word) + 2  # as much as every part of a screen adds
            one_line = set_lines(word, font, 100 * needed).size().height()
            assert set_lines(word, font, needed).size().height() == one_line, word
