"""The shipped forms and study, loaded once."""

from pathlib import Path

import pytest

from retnet_pro.instrument.load import load_instrument
from retnet_pro.simulation.shapes import read_shapes
from retnet_pro.study.load import load_study

FORMS = Path(__file__).parents[3] / "forms"


@pytest.fixture(scope="session")
def instruments():
    return tuple(load_instrument(FORMS / f"{name}.yaml") for name in ("qlq-c30", "qlq-ginet21", "carcinoid-diary"))


@pytest.fixture(scope="session")
def study():
    return load_study(FORMS / "studies" / "retnet.yaml")


@pytest.fixture(scope="session")
def shapes():
    return read_shapes()
