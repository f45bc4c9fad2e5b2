"""Lines from right to left: in order, joined, and the same text again when copied out of the paper."""

import io
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from retnet_pro.errors import Code, WorldFault
from retnet_pro.report import faces
from retnet_pro.report.faces import ARABIC, SCRIPTS, face_of
from retnet_pro.report.lines import wrap
from retnet_pro.report.page import Brush, Frame, set_pages
from retnet_pro.report.shaping import in_order, is_all_from_right, is_private, lay, runs_from_right
from retnet_pro.report.style import VERA, WIDTH, load_fonts
from retnet_pro.report.tables import Cell, Column, table_blocks

FONTS = load_fonts(VERA)
needs_typefaces = pytest.mark.skipif(
    not all(script.regular.is_file() for script in SCRIPTS), reason="typefaces for paper are not installed"
)
SAID = {
    "en": "Study code AB-1234, 3 of 5 (12.5 %)",
    "de": "„Übelkeit“ – mäßig, 3/10",
    "fr": "Œuvre, l’été à 8 h",
    "es": "¿Cómo está? ¡Niño!",
    "it": "Perché è così",
    "nl": "coördinatie, één",
    "pl": "Źródło: ból głowy, ćwiczenie, żółć",
    "pt": "Não há dor; coração",
    "he": "שלום, קוד AB-1234",
    "ar": "السلام عليكم، الرمز AB-1234",
    "ja": "痛みはありましたか。カタカナ",
    "zh": "您感到疼痛吗？简体中文。",
}


def printed(note: str) -> bytes:
    """A paper on which somebody's note stands, and nothing else."""
    frame = Frame("paper", 800.0, 30.0, lambda brush, number, count: None, "test")
    rows = table_blocks(FONTS, (Column(head=("",), width=WIDTH),), [(Cell("", note=note),)])
    return set_pages(rows[1:], frame, FONTS)


@pytest.mark.rule("E134")
@pytest.mark.parametrize(
    ("text", "from_right", "shown"),
    [
        ("אבג (1)", True, "(1) גבא"),
        ("אבג AB-12 דה", True, "הד AB-12 גבא"),
        ("code אבג, 12.5%", False, "code 12.5% ,גבא"),
        ("(אבג)", True, "(גבא)"),
        ("a (אבג [x]) b", False, "a (גבא [x]) b"),
        ("12.5%.", True, ".12.5%"),
        ("1,234.5 אב", True, "בא 1,234.5"),
    ],
)
def test_letters_numbers_codes_and_brackets_stand_in_their_places(text: str, from_right: bool, shown: str) -> None:
    assert in_order(text, from_right=from_right) == shown


def test_the_first_letter_decides_how_a_text_runs() -> None:
    assert runs_from_right("(1) אבג abc")
    assert not runs_from_right("abc אבג")
    assert not runs_from_right("12.5")


def test_what_the_paper_composes_keeps_its_own_order_whatever_letters_a_name_has() -> None:
    composed = "אבג (investigator), 5 Mar 2026"
    assert not is_all_from_right(composed)
    assert in_order(composed, from_right=False) == "גבא (investigator), 5 Mar 2026"
    assert is_all_from_right("אבג 12")


@needs_typefaces
@pytest.mark.rule("E134")
def test_arabic_letters_join_and_vowel_signs_take_no_room() -> None:
    word = "\u0628\u064e\u064a\u062a"  # three letters and a sign
    pieces = lay(word, FONTS.regular.face, bold=False, from_right=True)
    alone = [lay(letter, FONTS.regular.face, bold=False, from_right=True)[0].text for letter in word]
    assert not set(alone[:3:2]) & {piece.text for piece in pieces}
    assert [piece.advance for piece in pieces].count(0) == 1
    assert {piece.face for piece in pieces} == {face_of(0x0628, bold=False)}


@needs_typefaces
@pytest.mark.rule("E130", "T11")
@pytest.mark.parametrize("language", SAID)
def test_every_language_is_printed_with_embedded_letters_and_twice_to_the_byte(language: str) -> None:
    pdf = printed(SAID[language])
    assert "[U+" not in FONTS.regular.clean(SAID[language])
    assert pdf == printed(SAID[language])
    for font in PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values():
        assert "/FontFile2" in font["/FontDescriptor"]


@needs_typefaces
def test_the_bytes_do_not_depend_on_what_was_printed_before() -> None:
    before = printed("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd")
    printed("\u05e2\u05b2\u05dc\u05b5\u05d9\u05db\u05b6\u05dd \u0644\u0650\u0644\u0651\u0670\u0647\u0650")
    assert printed("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd") == before


@needs_typefaces
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("language", SAID)
def test_what_is_copied_out_of_the_paper_is_the_text(language: str, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(printed(SAID[language]))
    done = subprocess.run(["pdftotext", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    copied = re.sub("[\u202a-\u202c]", "", unicodedata.normalize("NFKC", done.stdout.decode()))
    assert re.findall(r"[\w-]+", copied) == re.findall(r"[\w-]+", unicodedata.normalize("NFKC", SAID[language]))


@needs_typefaces
def test_glyphs_without_a_letter_of_their_own_say_what_they_stand_for() -> None:
    said = [
        piece.text if piece.said is None else piece.said
        for piece in lay("\u0644\u0650\u0644\u0651\u0670\u0647\u0650", FONTS.regular.face, bold=False, from_right=True)
    ]
    assert not any(map(is_private, "".join(said)))


@needs_typefaces
def test_all_lines_of_a_note_run_as_its_first_does(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool | None] = []
    real = Brush.text

    def text(brush: Brush, *where: object, from_right: bool | None = None, **how: object) -> None:
        seen.append(from_right)
        real(brush, *where, from_right=from_right, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Brush, "text", text)
    printed("אבג דהו " * 40 + "AB-1234.")
    assert len(seen) > 1
    assert all(seen)


@pytest.mark.rule("E130")
def test_a_typeface_that_is_not_installed_is_named_and_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "_installed", lambda script, bold: None)
    with pytest.raises(WorldFault) as failed:
        face_of(0x0628, bold=False)
    assert failed.value.code is Code.PRINT_LETTERS_MISSING
    assert failed.value.facts == {"script": "Arabic", "package": ARABIC.package}


@needs_typefaces
@pytest.mark.rule("T11")
def test_a_sign_that_no_typeface_has_is_printed_as_its_code_point() -> None:
    assert FONTS.regular.clean("a\ua000b\U0010ffffc") == "a[U+A000]b[U+10FFFF]c"


@needs_typefaces
def test_no_japanese_line_begins_with_a_closing_sign() -> None:
    for width in range(20, 60):
        lines = wrap(FONTS.regular, "痛み、はい」痛み。はい、痛み", 7.0, width)
        assert not any(line[0] in "、。」" for line in lines[1:])
