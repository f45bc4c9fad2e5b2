"""The reliability document holds what was measured, all of it and nothing else."""

import json
import re
from pathlib import Path

import pytest

from tests import reliability
from tests.figures import Figure, add_up, keep_figures, read_figures
from tests.reliability import Setting, main, read_goals, table, this_machine, write_document

GOALS = read_goals()
SETTING = Setting(date="2026-11-23", commit="abc", command="make torture", machine="2 cores")


def figure(goal: str, runs: int = 10, violations: int = 0, seconds: float = 1.0, size: str = "ci") -> Figure:
    return Figure(goal=goal, runs=runs, violations=violations, seconds=seconds, size=size)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,]*", text))


def test_a_goal_without_a_figure_says_that_it_was_not_measured() -> None:
    text = table(GOALS, {})
    assert text.count("not measured") == len(GOALS)
    typed_in = numbers(" ".join(f"{goal.promise} {goal.ci} {goal.long}" for goal in GOALS))
    assert numbers(text) <= typed_in


def test_every_figure_stands_beside_its_goal_and_a_broken_promise_stands_out() -> None:
    figures = [figure("kills", 1234), figure("kills", 20_000, size="long"), figure("fuzzing", 77, violations=2)]
    text = write_document(GOALS, figures, SETTING)
    assert "| 0 in 1,000 kills | `make test` | 1,234 | 0 | 1 |" in text
    assert "| 0 in 20,000 kills | `make torture` | 20,000 | 0 | 1 |" in text
    assert "| 77 | **2** | 1 |" in text
    for fact in ("2026-11-23", "abc", "make torture", "2 cores"):
        assert fact in text


def test_a_figure_of_a_goal_nobody_set_is_shown_all_the_same() -> None:
    assert "| something new |  | none set | `make test` | 5 | 0 | 1 |" in write_document(
        GOALS, [figure("something new", 5)], SETTING
    )


def test_tests_of_one_goal_add_up_and_replace_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "build" / "reliability.json"
    keep_figures([figure("kills", 5), figure("interop", 3)], path)
    keep_figures([figure("kills", 7), figure("kills", 8, violations=1), figure("kills", 9, size="long")], path)
    assert {(one.goal, one.size): (one.runs, one.violations) for one in read_figures(path)} == {
        ("interop", "ci"): (3, 0),
        ("kills", "ci"): (15, 1),
        ("kills", "long"): (9, 0),
    }
    assert set(json.loads(path.read_text("utf-8"))[0]) == {"goal", "runs", "violations", "seconds", "size"}
    assert add_up([]) == [] and read_figures(tmp_path / "none.json") == []


@pytest.mark.parametrize(("violations", "code"), [(0, 0), (1, 1), (None, 1)])
def test_the_command_prints_and_writes_it_and_fails_when_a_promise_was_broken(
    violations: int | None,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = [] if violations is None else [figure("kills", violations=violations)]
    monkeypatch.setattr(reliability, "read_figures", lambda: figures)
    monkeypatch.setattr(reliability, "DOCUMENT", tmp_path / "reliability.md")
    assert main(["--command", "make torture"]) == code
    assert "make torture" in capsys.readouterr().out
    assert (tmp_path / "reliability.md").exists() == (violations is not None)


def test_the_machine_is_described_without_its_name() -> None:
    import platform

    assert "cores" in this_machine() and "SQLite" in this_machine()
    assert not platform.node() or platform.node() not in this_machine()


def test_the_fixture_notes_a_figure(record_figure, pytestconfig: pytest.Config) -> None:
    from tests.conftest import _REACHED

    before = list(pytestconfig.stash.get(_REACHED, []))
    record_figure(goal="kills", runs=1, violations=0)
    noted = pytestconfig.stash[_REACHED].pop()
    assert (noted.goal, noted.runs, noted.violations) == ("kills", 1, 0)
    assert pytestconfig.stash[_REACHED] == before
