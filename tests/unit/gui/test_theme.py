"""The tokens every screen is drawn from."""

import pytest

from retnet_pro.gui.theme import (
    PERCENTS,
    SIZES_PX,
    TOKENS,
    Look,
    Text,
    Theme,
    contrast,
    pixels_per_mm,
)

GROUNDS = ("background", "surface", "accent_soft")


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.rule("E110")
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "muted", "accent"])
def test_text_reaches_4_5_on_every_ground(look, ground, text):
    tokens = TOKENS[look]
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.rule("E110")
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("pair", [("on_accent", "accent"), ("amber", "amber_soft"), ("red", "red_soft")])
def test_text_on_coloured_ground_reaches_4_5(look, pair):
    tokens = TOKENS[look]
    assert contrast(*(getattr(tokens, name) for name in pair)) >= 4.5


@pytest.mark.rule("E110")
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("control", ["line", "accent", "focus", "amber", "red"])
def test_controls_and_focus_reach_3(look, ground, control):
    tokens = TOKENS[look]
    assert contrast(getattr(tokens, control), getattr(tokens, ground)) >= 3.0


@pytest.mark.rule("E112")
@pytest.mark.parametrize(
    ("logical", "physical", "target"),
    [(96, 96, 57), (96, 100, 60), (96, 151, 90), (144, 300, 178), (96, 0, 57), (96, 9000, 57), (96, 40, 57)],
)
def test_a_target_is_15_mm_at_any_believable_resolution(logical, physical, target):
    theme = Theme(px_per_mm=pixels_per_mm(logical, physical))
    assert theme.target_px == target
    assert theme.target_px >= 15 * theme.px_per_mm


@pytest.mark.rule("E111")
def test_text_sizes_go_round_and_scale_every_kind_of_text():
    theme = Theme()
    seen = []
    for _ in PERCENTS:
        seen.append(theme.percent)
        assert all(theme.px(text) == SIZES_PX[text] * theme.percent // 100 for text in Text)
        theme = theme.with_next_size()
    assert tuple(seen) == PERCENTS
    assert theme == Theme()


def test_looks_go_round():
    theme = Theme()
    assert [(theme := theme.with_next_look()).look for _ in Look] == [Look.DARK, Look.HIGH_CONTRAST, Look.LIGHT]
