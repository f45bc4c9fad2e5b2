"""The numbers a simulated trial is made from. They are data, marked as what they are in the two tables here."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files

from retnet_pro.errors import Bug, Code

SYNTHETIC = "synthetic data, not from any person"
"""Shown wherever simulated data are shown."""
ANY_SCALE = "*"
"""The row of the table for scales without a row of their own."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How one scale is distributed before treatment, in its own points from 0 to 100."""

    mean: float
    sd: float
    shift: float
    """Points added two weeks after an embolization."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The row of the same name in ``course.csv`` says what each number is and where it is from."""

    recruiting_share: float
    closed_arm_share: float
    days_to_randomisation: float
    days_to_embolization_least: float
    days_to_embolization_most: float
    cycle_days_least: float
    cycle_days_most: float
    second_cycle: float
    third_cycle: float
    fourth_cycle: float
    symptomatic: float
    grade_g1: float
    grade_g2: float
    histology_carcinoid: float
    progression_months_g1: float
    progression_months_g2: float
    progression_months_g3: float
    death_months_after_progression: float
    death_months_without_progression: float
    withdrawal_months: float
    relief_days: float
    relief: float
    shared_weight: float
    own_weight: float
    shift_days: float
    shift_half_days: float
    decline_per_month: float
    decline_after_progression: float
    decline_most: float
    visit_missed_first: float
    visit_missed_later: float
    visit_missed_per_month: float
    reason_recorded: float
    form_missed: float
    item_missed: float
    not_applicable: float
    out_of_window: float
    helped: float
    episodes_symptomatic: float
    episodes_other: float
    grade_symptomatic: float
    grade_other: float


@dataclass(frozen=True, slots=True)
class Shapes:
    """Both tables."""

    scales: Mapping[str, Shape]
    numbers: Numbers

    def of(self, scale: str) -> Shape:
        """Return the shape of a scale, or the general one."""
        return self.scales.get(scale, self.scales[ANY_SCALE])


def read_shapes() -> Shapes:
    """Return the tables that ship with the program.

    Raises:
        Bug: `TABLE_BROKEN`, when the table of numbers has other rows than `Numbers` has fields.
    """
    scales = {
        row["scale"]: Shape(
            float(row["baseline_mean"]), float(row["baseline_sd"]), float(row["post_embolization_2wk_shift"])
        )
        for row in _rows("shapes.csv")
    }
    numbers = {row["name"]: float(row["value"]) for row in _rows("course.csv")}
    wrong = {field.name for field in fields(Numbers)} ^ set(numbers)
    if wrong:
        raise Bug(Code.TABLE_BROKEN, path="simulation/course.csv", findings=f"rows differ: {sorted(wrong)}")
    return Shapes(scales, Numbers(**numbers))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("retnet_pro.simulation").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
