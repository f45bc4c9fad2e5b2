"""Estimates on the simulated trial equal those of R `survival` and `nlme` to six digits.

One R process calculates everything and prints name and value; nothing of R is used by the program.
"""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from retnet_pro.analysis.hepatic import LiverRule, hepatic_progression_free
from retnet_pro.analysis.mixed_model import difference_in_change
from retnet_pro.analysis.survival import hazard_ratios, kaplan_meier, log_rank
from tests.analysed_trial import analysed_trial

RSCRIPT = shutil.which("Rscript")
GROUPS = ("arm", "histology", "grade")
REFERENCE = {"arm": "be", "histology": "carcinoid", "grade": "G1"}
SCALES = ("QL2", "PF2", "DI")
POINTS = ("baseline", "week-12", "week-24", "week-36", "week-48")
SCRIPT = """
options(digits = 15, warn = 2)
suppressMessages({library(survival); library(nlme)})
say <- function(name, value) cat(name, format(value, digits = 15), "\\n")
for (by in c("arm", "histology", "grade")) {
  d <- read.csv(paste0(by, ".csv"))
  d$group <- factor(d$group); d$group <- relevel(d$group, ref = d$reference[1])
  fit <- survfit(Surv(months, happened) ~ group, data = d, conf.type = "log-log")
  table <- summary(fit)$table
  for (row in rownames(table)) {
    name <- sub("group=", "", row)
    say(paste(by, name, "median"), table[row, "median"])
    say(paste(by, name, "median low"), table[row, "0.95LCL"])
    say(paste(by, name, "median high"), table[row, "0.95UCL"])
    at <- summary(fit[row], times = c(6, 12), extend = TRUE)
    for (k in 1:2) {
      say(paste(by, name, "value", k), at$surv[k]); say(paste(by, name, "low", k), at$lower[k])
      say(paste(by, name, "high", k), at$upper[k]); say(paste(by, name, "at risk", k), at$n.risk[k])
    }
  }
  test <- survdiff(Surv(months, happened) ~ group, data = d)
  say(paste(by, "log-rank"), test$chisq)
  cox <- summary(coxph(Surv(months, happened) ~ group, data = d, ties = "efron", control = coxph.control(eps = 1e-10)))
  for (row in rownames(cox$coefficients)) {
    name <- sub("group", "", row)
    say(paste(by, name, "ratio"), cox$conf.int[row, "exp(coef)"])
    say(paste(by, name, "ratio low"), cox$conf.int[row, "lower .95"])
    say(paste(by, name, "ratio high"), cox$conf.int[row, "upper .95"])
    say(paste(by, name, "error"), cox$coefficients[row, "se(coef)"])
    say(paste(by, name, "p"), cox$coefficients[row, "Pr(>|z|)"])
  }
}
tight <- lmeControl(tolerance = 1e-12, msTol = 1e-12, niterEM = 100)  # its usual search ends in the sixth digit
for (scale in c("QL2", "PF2", "DI")) {
  d <- read.csv(paste0(scale, ".csv"))
  d$group <- relevel(factor(d$group), ref = "be"); d$at <- factor(d$at)
  fit <- lme(value ~ at * group, random = ~ 1 | subject, data = d, method = "REML", control = tight)
  rows <- summary(fit)$tTable
  for (row in grep(":", rownames(rows), value = TRUE)) {
    name <- sub("group", "", sub("^at", "", row))
    say(paste(scale, name), rows[row, "Value"]); say(paste(scale, name, "error"), rows[row, "Std.Error"])
  }
  say(paste(scale, "between"), as.numeric(VarCorr(fit)["(Intercept)", "StdDev"]))
  say(paste(scale, "within"), fit$sigma)
}
"""


def r_lacks() -> str:
    """Return what is missing, or ''."""
    if RSCRIPT is None:
        return "R is not installed here (packaging/prepare tools)"
    asked = 'for (p in c("survival", "nlme")) if (!requireNamespace(p, quietly = TRUE)) cat(p, "")'
    done = subprocess.run([RSCRIPT, "-e", asked], capture_output=True, text=True, check=True, timeout=60)
    return f"R lacks: {done.stdout.strip()} (packaging/prepare tools)" if done.stdout.strip() else ""


@pytest.fixture(scope="module")
def trial():
    return analysed_trial()


@pytest.fixture(scope="module")
def times(trial):
    return {by: hepatic_progression_free(trial.liver_courses(by), LiverRule()).counted for by in GROUPS}


@pytest.fixture(scope="module")
def scores(trial):
    return {scale: list(trial.scores(scale, POINTS)) for scale in SCALES}


def write(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


@pytest.fixture(scope="module")
def r(tmp_path_factory, times, scores):
    """What R says, by name."""
    if lacks := r_lacks():
        pytest.skip(lacks)
    room: Path = tmp_path_factory.mktemp("r")
    for by, counted in times.items():
        lines = [(one.group, repr(one.months), int(one.happened), REFERENCE[by]) for one in counted]
        write(room / f"{by}.csv", ("group", "months", "happened", "reference"), *lines)
    for scale, given in scores.items():
        lines = [(one.subject, one.group, one.at, repr(one.value)) for one in given if one.value is not None]
        write(room / f"{scale}.csv", ("subject", "group", "at", "value"), *lines)
    done = subprocess.run(
        [str(RSCRIPT), "--vanilla", "-e", SCRIPT], cwd=room, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    rows = [line.rsplit(maxsplit=1) for line in done.stdout.splitlines()]
    return {name: float(value) if value != "NA" else None for name, value in rows}


def six(value):
    """Six digits, of whatever size the number is."""
    return None if value is None else pytest.approx(value, rel=5e-7, abs=1e-12)


def test_the_trial_is_worth_comparing(times):
    assert {by: len(counted) for by, counted in times.items()}.keys() == set(GROUPS)
    assert all(sum(one.happened for one in counted) > 60 for counted in times.values())


@pytest.mark.parametrize("by", GROUPS)
def test_kaplan_meier_equals_r(r, times, by):
    for curve in kaplan_meier(times[by], what="x", look_at=(6, 12)):
        name = f"{by} {curve.group}"
        for place, month in enumerate((6, 12), start=1):
            step = [step for step in curve.steps if step.time <= month][-1]
            assert (step.value, step.low, step.high) == tuple(
                six(r[f"{name} {what} {place}"]) for what in ("value", "low", "high")
            )
            assert curve.at_risk[place - 1].count == r[f"{name} at risk {place}"]
        assert (curve.median.value, curve.median.low, curve.median.high) == tuple(
            six(r[f"{name} {what}"]) for what in ("median", "median low", "median high")
        )


@pytest.mark.parametrize("by", GROUPS)
def test_the_log_rank_test_equals_r(r, times, by):
    assert log_rank(times[by], what="x").statistic == six(r[f"{by} log-rank"])


@pytest.mark.parametrize("by", GROUPS)
def test_the_cox_model_equals_r(r, times, by):
    ratios = hazard_ratios(times[by], what="x", reference=REFERENCE[by])
    assert len(ratios) == len({one.group for one in times[by]}) - 1
    for ratio in ratios:
        name = f"{by} {ratio.group}"
        assert (ratio.value, ratio.low, ratio.high, ratio.error, ratio.p) == tuple(
            six(r[f"{name} {what}"]) for what in ("ratio", "ratio low", "ratio high", "error", "p")
        )


@pytest.mark.parametrize("scale", SCALES)
def test_the_mixed_model_equals_nlme(r, scores, scale):
    model = difference_in_change(scores[scale], what=scale, order=POINTS, reference="be")
    assert model.left_out == ()
    assert len(model.differences) == 2 * (len(POINTS) - 1)
    for found in model.differences:
        name = f"{scale} {found.at}:{found.group}"
        assert (found.value, found.error) == (six(r[name]), six(r[f"{name} error"]))
    assert (model.between_sd, model.within_sd) == (six(r[f"{scale} between"]), six(r[f"{scale} within"]))
