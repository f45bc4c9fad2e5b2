"""Breaking text into lines loses nothing and fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.report.faces import face_of
from retnet_pro.report.lines import fitting_size, one_line, wrap
from retnet_pro.report.style import VERA, Font, load_fonts

FONT = load_fonts(VERA).regular


@pytest.mark.rule("T11")
@settings(deadline=None)  # the first letter of a further script reads its typeface from the disk
@given(st.text(max_size=120), st.floats(12, 200))
def test_no_character_is_lost_and_every_line_fits(text: str, width: float) -> None:
    lines = wrap(FONT, text, 7.0, width)
    assert "".join(lines).replace(" ", "") == FONT.clean(text).replace(" ", "")
    assert all(FONT.width(line, 7.0) <= width + 0.02 for line in lines)


@settings(deadline=None)  # as above
@given(st.text())
def test_cleaned_text_holds_only_what_some_font_can_print(text: str) -> None:
    assert all(ord(char) in FONT.widths or face_of(ord(char), bold=False) for char in FONT.clean(text))


def test_the_size_shrinks_only_as_far_as_allowed() -> None:
    assert fitting_size(FONT, "short", 7.0, 200.0, 3.0) == 7.0
    shrunk = fitting_size(FONT, "short", 7.0, FONT.width("short", 7.0) * 0.8, 3.0)
    assert shrunk == pytest.approx(5.6)
    assert fitting_size(FONT, "short", 7.0, 1.0, 3.0) == 3.0


def test_a_running_head_is_cut_only_after_it_was_made_smaller() -> None:
    text = "a head of some length"
    wide = FONT.width(text, 7.0)
    assert one_line(FONT, text, 7.0, wide) == (text, 7.0)
    whole, size = one_line(FONT, text, 7.0, wide * 0.6)
    assert (whole, size) == (text, pytest.approx(4.2))
    cut, size = one_line(FONT, text, 7.0, wide * 0.3)
    assert cut.endswith("…")
    assert FONT.width(cut, size) <= wide * 0.3


def test_a_very_long_head_is_cut_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = 0
    real = type(FONT).width

    def counted(font: Font, text: str, size: float) -> float:
        nonlocal measured
        measured += len(text)
        return real(font, text, size)

    monkeypatch.setattr(Font, "width", counted)
    cut, _ = one_line(FONT, "W" * 4000, 7.0, 200.0)
    assert cut.endswith("W…")
    assert measured < 5 * 4000
