import pytest
from click.testing import CliRunner

from retnet_pro.cli import commands
from retnet_pro.cli.design_check import PACKAGES, demand_analysis
from retnet_pro.errors import Code, Refusal
from retnet_pro.phrases import sentence


@pytest.fixture(scope="module")
def said():
    done = CliRunner().invoke(commands, ["simulate", "--power", "--replicates", "100"])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_report_stands_beside_the_public_figures(said):
    for words in ("hazard ratio of 1.78", "94.4 at 1.78, 98.2 at 1.76", "60 per arm", "DEB closed after 10"):
        assert words in said


def test_every_assumption_and_the_seed_are_told(said):
    for words in ("alpha 0.05 two-sided", "accrual 48", "follow-up 24", "5% lost per year", "100 trials each, seed 1"):
        assert words in said
    assert said.startswith("What the design can find. SIMULATED")


def test_it_fits_on_a_terminal(said):
    assert max(map(len, said.splitlines())) <= 120


def test_without_power_a_folder_is_asked_for():
    done = CliRunner().invoke(commands, ["simulate"])
    assert done.exit_code == 2
    assert "--out" in done.output


def test_where_the_optional_packages_are_not_installed_it_is_said_which(monkeypatch):
    monkeypatch.setattr("retnet_pro.cli.design_check.find_spec", lambda name: None if name == "lifelines" else object())
    with pytest.raises(Refusal) as refused:
        demand_analysis()
    assert refused.value.code is Code.LIBRARY_MISSING
    assert "(lifelines)" in sentence(refused.value)
    assert "pandas" not in sentence(refused.value)


def test_what_is_demanded_is_what_the_optional_part_brings():
    import tomllib
    from pathlib import Path

    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    named = {line.split(">")[0].lower() for line in project["project"]["optional-dependencies"]["analysis"]}
    assert named == set(PACKAGES)
