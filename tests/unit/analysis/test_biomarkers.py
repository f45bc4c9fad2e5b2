from datetime import date, timedelta

from retnet_pro.analysis.biomarkers import BASELINE, Window, biomarkers
from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.staff_forms import Sample

TREATED = date(2026, 3, 1)
ARMS = {"a": "be", "b": "be", "c": "be", "d": "ctace"}
FIRST = dict.fromkeys("abcd", TREATED)
WEEK_12 = Window(name="week 12", first=70, last=98)


def sample(subject, after, ratio, marker="cga serum"):
    return Sample(subject=subject, on=TREATED + timedelta(days=after), marker=marker, ratio=ratio)


def test_baseline_is_the_last_sample_up_to_treatment_and_a_change_starts_from_it():
    given = [
        sample("a", -20, 9.0),
        sample("a", 0, 4.0),
        sample("a", 80, 2.0),
        sample("a", 90, 1.0),
        sample("b", -3, 6.0),
    ]
    baseline, later = biomarkers(given, FIRST, ARMS, [WEEK_12])
    assert (baseline.window, baseline.treated, baseline.ratio.n, baseline.missing) == (BASELINE, 3, 2, 1)
    assert baseline.ratio.median == 5
    assert (later.ratio.n, later.ratio.median, later.missing) == (1, 1.0, 2)
    assert later.change.median == 0.25
    assert isinstance(baseline.change, NotComputable)


def test_a_change_needs_the_same_assay():
    given = [sample("a", 0, 4.0), sample("a", 80, 2.0, "cga plasma")]
    changes = [line.change for line in biomarkers(given, FIRST, ARMS, [WEEK_12])]
    assert all(isinstance(change, NotComputable) for change in changes)


def test_who_was_not_treated_or_has_no_arm_is_in_no_line():
    given = [sample("x", 0, 4.0), sample("d", 0, 2.0)]
    lines = biomarkers(given, {**FIRST, "x": TREATED}, ARMS, [])
    assert [(line.group, line.ratio.n) for line in lines] == [("ctace", 1)]
