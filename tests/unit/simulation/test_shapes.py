import pytest

from retnet_pro.simulation import shapes as module
from retnet_pro.simulation.shapes import SYNTHETIC, read_shapes


def test_the_tables_say_that_they_are_assumptions():
    for name in ("shapes.csv", "course.csv"):
        text = module.files("retnet_pro.simulation").joinpath(name).read_text(encoding="utf-8")
        assert "ASSUMPTION" in text.splitlines()[0]
    assert SYNTHETIC == "synthetic data, not from any person"


def test_every_shape_lies_inside_its_scale_also_after_the_shift(shapes):
    for shape in shapes.scales.values():
        assert 0 < shape.mean < 100
        assert 0 < shape.mean + shape.shift < 100
        assert 0 < shape.sd <= 50


def test_a_scale_without_a_row_has_the_general_shape(shapes):
    assert shapes.of("no such scale") == shapes.of("*")


@pytest.mark.parametrize(("name", "months"), [("g1", 18.5), ("g2", 12.2), ("g3", 4.9)])
def test_progression_medians_are_the_published_ones(shapes, name, months):
    """Chen 2017 Cardiovasc Intervent Radiol 40:69."""
    assert getattr(shapes.numbers, f"progression_months_{name}") == months


def test_reading_twice_gives_the_same(shapes):
    assert read_shapes() == shapes
