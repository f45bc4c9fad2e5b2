"""What a figure says can be read in its PDF, by a program that did not draw it."""

import hashlib
import io
import os
import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from pypdf import PdfReader

from retnet_pro import __version__
from retnet_pro.analysis.canvas import LOOKS, NOT_FROM_ANYBODY, WATERMARK, looks
from retnet_pro.analysis.completion import completion_points
from retnet_pro.analysis.completion_figure import completion_figure
from retnet_pro.analysis.mixed_model import difference_in_change
from retnet_pro.analysis.survival import hazard_ratios, kaplan_meier, log_rank
from retnet_pro.analysis.survival_figure import survival_figure
from retnet_pro.analysis.time_to_event import LeftOut, Times, TimeToEvent
from retnet_pro.analysis.trajectories import ScoreAt, trajectories
from retnet_pro.analysis.trajectory_figure import trajectory_figure
from retnet_pro.instrument.model import Direction, InstrumentId
from retnet_pro.study.completion import Completion, Rate

TITLES = {"be": "Bland embolization", "ctace": "Conventional TACE", "week-12": "Week 12", "post-5w": "After five weeks"}
PNG = b"\x89PNG\r\n\x1a\n"


def one(subject, days, happened, group):
    return TimeToEvent(subject=subject, group=group, days=days, happened=happened, why="")


TIMES = Times(
    counted=[one(f"a{n}", 20 + 17 * n, n % 3 != 0, "be") for n in range(24)]
    + [one(f"b{n}", 40 + 23 * n, n % 3 != 1, "ctace") for n in range(24)],
    left_out=[LeftOut(subject="x", reason="was not embolized")],
)


@cache
def curves(synthetic=True, few=False):
    times = Times(counted=TIMES.counted[:4]) if few else TIMES
    return survival_figure(
        "hpfs",
        "Hepatic progression-free survival",
        times,
        kaplan_meier(times.counted, what="x", look_at=(0, 6, 12)),
        test=log_rank(times.counted, what="x"),
        ratios=hazard_ratios(times.counted, what="x", reference="be"),
        titles=TITLES,
        start="first embolization",
        synthetic=synthetic,
    )


@cache
def course():
    values = [50.0, 60.0, 70.0, None]
    scores = [
        ScoreAt(subject=f"{group}{n}", group=group, at=at, value=value and value + n % 3)
        for group in ("be", "ctace")
        for at in ("baseline", "week-12")
        for n, value in enumerate(values * 3)
    ]
    order = ("baseline", "week-12")
    return trajectory_figure(
        "ql2",
        "Global health status",
        trajectories(scores, what="QL2", order=order),
        direction=Direction.HIGHER_BETTER,
        model=difference_in_change(scores, what="QL2", order=order, reference="be"),
        titles=TITLES,
        synthetic=True,
    )


@cache
def rates():
    row = Completion(
        visit="post-5w-1", time_point="post-5w", title="After five weeks (1)", cycle=1, instrument=InstrumentId("core"),
        group=None, variable=Rate(8, 11), fixed=Rate(8, 12), invalid=1, absent={}, unexplained=2, awaited=3,
    )  # fmt: skip
    return completion_figure(
        "completion",
        "Completion",
        completion_points([row]),
        titles=TITLES,
        valid_form="RULE OF A VALID FORM",
        synthetic=True,
    )


FIGURES = {"curves": curves, "course": course, "rates": rates}


def words(picture):
    (page,) = PdfReader(io.BytesIO(picture.pdf)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)
def test_every_figure_says_what_was_counted_what_is_missing_how_and_with_which_version(draw):
    said = words(draw())
    for part in ("n: ", "Missing: ", "Method: ", f"RETNET-Pro {__version__}", WATERMARK, "Synthetic data"):
        assert part in said


@pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)
def test_the_same_figure_has_the_same_bytes_whatever_the_user_has_set(draw):
    import matplotlib

    before = draw()
    with matplotlib.rc_context({"lines.linewidth": 9, "font.size": 30, "axes.facecolor": "red"}):
        assert draw.__wrapped__() == before
    assert before.png.startswith(PNG)
    assert not any(word in before.pdf for word in (b"CreationDate", b"Matplotlib", str(Path.home()).encode()))


def test_another_process_draws_the_same_bytes_and_loads_the_library_only_then():
    """Loading it looks through the fonts of the machine and writes what it found into the user's folder."""
    code = (
        "import hashlib, sys; from tests.unit.analysis.test_figures import curves;"
        "loaded = 'matplotlib' in sys.modules; p = curves(); print(loaded, hashlib.sha256(p.png + p.pdf).hexdigest())"
    )
    house = Path(__file__).parents[3]
    away = {**os.environ, "PYTHONHASHSEED": "2", "PYTHONPATH": str(house), "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", code], cwd=house, capture_output=True, text=True, check=True, env=away)
    here = hashlib.sha256(curves().png + curves().pdf).hexdigest()
    assert done.stdout.split() == ["False", here]


def test_data_that_are_not_synthetic_carry_no_watermark():
    assert "synthetic" not in words(curves(synthetic=False)).lower()


def test_curves_tell_the_number_at_risk_the_test_and_who_is_left_out():
    said = words(curves())
    for part in ("Number at risk", "Log-rank test: chi-square", "Conventional TACE v Bland embolization", "interval"):
        assert part in said
    assert (
        "48 participants with 32 events; by group (events): Bland embolization 24 (16); Conventional TACE 24 (16)"
        in said
    )
    assert "1 left out (was not embolized: 1)" in said


def test_where_there_is_no_test_or_ratio_the_figure_says_why():
    said = words(curves(few=True))
    assert "No log-rank test: There is one group only (be)" in said
    assert "No hazard ratio" in said


def test_a_course_tells_scores_of_those_due_and_which_way_is_better():
    said = words(course())
    for part in ("9 / 12", "higher is better", "12 of 48 scores that were due", "missing at random"):
        assert part in said


def test_both_rates_stand_with_numbers_and_the_rule_of_a_valid_form():
    said = words(rates())
    for part in ("8 / 11", "8 / 12", "RULE OF A VALID FORM", "of all randomised", "3 not due yet", "After five weeks"):
        assert part in said


def test_a_figure_can_be_heard():
    assert curves().said.startswith(
        "Hepatic progression-free survival, months from first embolization. Bland embolization: 24"
    )
    assert "9 of 12 scores" in course().said
    assert curves().said.endswith(NOT_FROM_ANYBODY)
    assert "ynthetic" not in curves(synthetic=False).said
    told = "Completion. After five weeks: completion 8 of 11 (73%), available data 8 of 12 (67%)."
    assert rates().said == f"{told} {NOT_FROM_ANYBODY}"


def grey(colour):
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_groups_differ_in_line_mark_and_lightness():
    for one_look, other in combinations(LOOKS, 2):
        assert one_look.line != other.line
        assert one_look.mark != other.mark
        assert one_look.hatch != other.hatch
        assert abs(grey(one_look.colour) - grey(other.colour)) > 15


def test_more_groups_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="5 groups"):
        looks(["a", "b", "c", "d", "e"])


@pytest.mark.parametrize("draw", [survival_figure, trajectory_figure, completion_figure])
def test_nothing_gives_no_figure(draw):
    more = {
        survival_figure: {"test": None, "ratios": [], "start": "x"},
        trajectory_figure: {"direction": Direction.HIGHER_BETTER, "model": None},
        completion_figure: {"valid_form": ""},
    }[draw]
    head = ("x", "X", TIMES, []) if draw is survival_figure else ("x", "X", [])
    with pytest.raises(ValueError, match="a figure needs"):
        draw(*head, titles={}, synthetic=True, **more)
