"""The planted defects still fit the source, and the quickest of them are really planted and caught.

All of them are run by ``make mutants``.
"""

import pytest

from tests.mutants.plant import HOUSE, Defect, Misplanted, hunt, planted, read_table
from tests.trace import read_rules

DEFECTS = read_table()
names = {"ids": lambda defect: defect.name.replace(" ", "-")}


@pytest.mark.parametrize("defect", DEFECTS, **names)
def test_a_defect_can_be_planted_in_one_place_and_is_a_program_still(defect: Defect) -> None:
    source = planted(defect)
    compile(source, defect.file, "exec")
    assert source != (HOUSE / defect.file).read_text("utf-8")
    assert all((HOUSE / test).exists() for test in defect.tests)


@pytest.mark.rule("P90")
def test_every_defect_breaks_a_promise_of_its_own() -> None:
    assert len(DEFECTS) >= 25
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS)
    rules = read_rules()
    for defect in DEFECTS:
        broken = defect.breaks.partition(":")[0].split(", ")
        assert rules.keys() >= set(broken), defect.name


def test_the_doors_that_matter_have_a_defect() -> None:
    files = {defect.file for defect in DEFECTS}
    for room in ("record/seal", "record/chain", "vault/log", "vault/verify", "vault/wrap", "bundle/sshsig",
                 "bundle/receipt", "conduct/export", "centre/admit", "centre/opening", "conduct/take"):  # fmt: skip
        assert f"retnet_pro/{room}.py" in files


@pytest.mark.parametrize("defect", [defect for defect in DEFECTS if defect.fast], **names)
def test_a_planted_defect_is_caught(defect: Defect) -> None:
    outcome = hunt(defect)
    assert outcome.caught, outcome.by


def test_a_defect_that_no_longer_fits_is_named() -> None:
    defect = Defect(name="-", breaks="-", file="retnet_pro/errors.py", old="no such text", new="", tests=())
    with pytest.raises(Misplanted, match="0 times"):
        planted(defect)
    with pytest.raises(Misplanted, match="no tests/none"):
        hunt(Defect(name="-", breaks="-", file="Makefile", old=".PHONY", new="", tests=("tests/none.py",)))


def test_a_harmless_change_is_not_taken_for_a_catch() -> None:
    harmless = Defect(
        name="-",
        breaks="-",
        file="retnet_pro/errors.py",
        old='"""Every named failure of the program, in four families.',
        new='"""Every named failure of this program, in four families.',
        tests=("tests/unit/record/test_signing.py",),
    )
    assert not hunt(harmless).caught
