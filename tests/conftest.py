"""For the whole suite: windows are real but need no screen, and Qt's offscreen remarks are no failures."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import pytest

from tests.faults.sizes import SIZES
from tests.figures import Figure, keep_figures
from tests.postgres import Postgres, find_programs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_REACHED = pytest.StashKey[list[Figure]]()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Three workers on two cores: about half of the time a worker waits for a disk or for another program."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of this test run."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (packaging/prepare tools)")
    server = Postgres(programs)
    yield server
    server.remove()


@pytest.fixture
def record_figure(pytestconfig: pytest.Config) -> Iterator[Callable[..., None]]:
    """Note how many runs a fault test made and how many broke a promise; call it before the assertion.

    A test whose runs were made before it, in a fixture, says with `since` when on the monotonic clock those began.
    """
    began = time.monotonic()

    def record(*, goal: str, runs: int, violations: int, since: float | None = None) -> None:
        seconds = round(time.monotonic() - (began if since is None else since), 1)
        figure = Figure(goal=goal, runs=runs, violations=violations, seconds=seconds, size=SIZES.name)
        pytestconfig.stash.setdefault(_REACHED, []).append(figure)

    yield record


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what was reached for the reliability document; one of several workers hands it to the run instead."""
    reached = session.config.stash.get(_REACHED, [])
    workeroutput: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if workeroutput is not None:
        workeroutput["figures"] = [asdict(one) for one in reached]
    elif reached:
        keep_figures(reached)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker reached; a worker that died hands over nothing."""
    figures = getattr(node, "workeroutput", {}).get("figures", [])
    node.config.stash.setdefault(_REACHED, []).extend(Figure(**one) for one in figures)
