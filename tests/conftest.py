"""For the whole suite: windows are real but need no screen, and Qt's offscreen remarks are no failures."""

import os
import time
from collections.abc import Callable, Iterator

import pytest

from tests.figures import Figure, keep_figures

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_REACHED = pytest.StashKey[list[Figure]]()


@pytest.fixture
def record_figure(pytestconfig: pytest.Config) -> Iterator[Callable[..., None]]:
    """Note how many runs a fault test made and how many broke a promise; call it before the assertion."""
    began = time.monotonic()
    size = "long" if os.environ.get("RETNET_PRO_TORTURE") == "1" else "ci"

    def record(*, goal: str, runs: int, violations: int) -> None:
        seconds = round(time.monotonic() - began, 1)
        figure = Figure(goal=goal, runs=runs, violations=violations, seconds=seconds, size=size)
        pytestconfig.stash.setdefault(_REACHED, []).append(figure)

    yield record


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what was reached for the reliability document."""
    if reached := session.config.stash.get(_REACHED, []):
        keep_figures(reached)
