"""The shipped forms say what the compiled facts say, and keep every mark of doubt."""

import csv
from pathlib import Path

import pytest

from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import Direction, Instrument, InstrumentId, ItemKind, Method, Status

HOUSE = Path(__file__).resolve().parents[3]
DATA = HOUSE / "tests/data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def form(name: str) -> Instrument:
    return open_library(HOUSE / "forms", HOUSE / "translations", None).instrument(InstrumentId(name))


def q(numbers: str) -> tuple[str, ...]:
    return tuple(f"q{number}" for number in numbers.split(";"))


def test_every_item_of_the_core_form() -> None:
    core = form("qlq-c30")
    expected = rows("qlqc30_items")
    assert len(core.items) == len(expected) == 30
    for item, row in zip(core.items, expected, strict=True):
        assert item.id == f"q{row['item']}"
        assert item.number == int(row["item"])
        assert (item.scale.minimum, item.scale.maximum) == (int(row["item_min"]), int(row["item_max"]))
        assert item.recall == {"none stated (current)": None, "past week": "week"}[row["recall"]]
        assert item.scale.kind is (ItemKind.BOXES if item.number >= 29 else ItemKind.CHOICE)
        assert not item.not_applicable
        assert item.condition is None


@pytest.mark.rule("E70", "E71")
def test_every_scale_of_the_core_form() -> None:
    core = form("qlq-c30")
    by_code = {scale.code: scale for scale in core.scales}
    expected = rows("qlqc30_scales")
    assert len(by_code) == len(core.scales) == len(expected) + 1 == 16
    for row in expected:
        scale = by_code[row["code"]]
        assert scale.items == q(row["items"])
        assert scale.method is Method.LINEAR_0_100
        assert scale.reversed == (row["transform"] == "functional")
        assert scale.direction == Direction(row["direction"])
        assert scale.minimum_answered == int(row["min_items_answered"])
        assert scale.status is Status.CONFIRMED


@pytest.mark.rule("E72")
def test_the_summary_needs_its_thirteen_parts() -> None:
    summary = form("qlq-c30").scales[-1]
    assert (summary.code, summary.method, summary.minimum_answered) == ("SUM", Method.MEAN_OF_SCALES, 13)
    expected = [
        (row["code"], row["transform"] == "symptom") for row in rows("qlqc30_scales") if row["in_summary_score"] == "1"
    ]
    assert sorted(summary.components) == sorted(expected)
    assert len(expected) == 13


@pytest.mark.rule("E78")
def test_thresholds_are_there_and_none_is_shown_as_fact() -> None:
    core = form("qlq-c30")
    found = {cut.scale: cut for cut in core.thresholds}
    for row in rows("qlqc30_tci_giesinger2020_UNVERIFIED"):
        cut = found.pop(row["scale"])
        value = float(row["threshold"])
        assert (cut.below, cut.above) == (
            (value, None) if row["clinically_important_if"] == "score below" else (None, value)
        )
        assert cut.status is Status.UNVERIFIED
        assert not cut.status.may_be_shown_as_fact
    assert not found
    assert form("qlq-ginet21").thresholds == ()
    assert form("carcinoid-diary").thresholds == ()


@pytest.mark.rule("E73")
def test_the_module_in_both_variants_all_unsure() -> None:
    module = form("qlq-ginet21")
    expected = rows("qlqginet21_items")
    assert len(module.items) == len(expected) == 21
    for item, row in zip(module.items, expected, strict=True):
        assert (item.id, item.number) == (f"q{row['item']}", int(row["item"]))
        assert item.recall == {"past week": "week", "past four weeks": "four_weeks"}[row["recall"]]
        assert item.not_applicable == (row["has_not_applicable"] == "yes")
        assert item.scale.codes == (1, 2, 3, 4)
    scales = rows("qlqginet21_scales")
    assert module.default_variant == "A_scoring_sheet"
    assert [variant.id for variant in module.variants] == list(dict.fromkeys(row["variant"] for row in scales))
    for variant in module.variants:
        found = {s.code: s for s in module.scales if not s.variants or variant.id in s.variants}
        wanted = [row for row in scales if row["variant"] == variant.id]
        assert set(found) == {row["code"] for row in wanted}
        for row in wanted:
            scale = found[row["code"]]
            assert scale.items == q(row["items"])
            assert (scale.method, scale.reversed) == (Method.LINEAR_0_100, False)
            assert scale.direction is Direction.HIGHER_WORSE
            assert scale.minimum_answered == int(row["min_items_answered"])
    doubtful = [
        *(i.status for i in module.items),
        *(s.status for s in module.scales),
        *(v.status for v in module.variants),
    ]
    assert set(doubtful) == {Status.UNSURE}


def test_licensed_forms_say_so_and_the_module_asks_for_confirmation() -> None:
    assert form("qlq-c30").needs_licence
    assert form("qlq-ginet21").needs_licence
    assert not form("carcinoid-diary").needs_licence
    assert len(form("qlq-ginet21").to_confirm) >= 10


@pytest.mark.rule("E77")
def test_the_diary_declares_direction_recall_and_range_and_invents_no_cut() -> None:
    diary = form("carcinoid-diary")
    assert {item.recall for item in diary.items} == {"day"}
    assert {scale.direction for scale in diary.scales} == {Direction.HIGHER_WORSE}
    assert {scale.status for scale in diary.scales} == {Status.PROJECT}
    assert [scale.code for scale in diary.scales] == ["FLB", "STB", "PAIN", "WHZ"]
    assert diary.changes == ()
    assert (diary.items[0].scale.minimum, diary.items[0].scale.maximum) == (0, 60)
    assert [item.id for item in diary.items if item.condition] == ["flush_severity", "stool_severity"]


def test_change_rules_carry_their_source() -> None:
    [core] = form("qlq-c30").changes
    [module] = form("qlq-ginet21").changes
    assert (core.scale, core.points, core.status) == (None, 10, Status.CONFIRMED)
    assert (module.scale, module.points, module.status) == (None, 10, Status.ASSUMPTION)


def test_scale_codes_are_unique_across_the_forms_of_a_visit() -> None:
    names = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")
    codes = [code for name in names for code in {scale.code for scale in form(name).scales}]
    assert len(codes) == len(set(codes))
