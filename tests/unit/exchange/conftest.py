"""The shipped forms and a way to write small tables."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import Instrument


@pytest.fixture(scope="session")
def shipped() -> Mapping[str, Instrument]:
    """The forms as they ship, by id."""
    forms = Path(__file__).parents[3] / "forms"
    return {instrument.id: instrument for instrument in map(load_instrument, sorted(forms.glob("*.yaml")))}


@pytest.fixture
def table(tmp_path) -> Callable[[bytes | str], Path]:
    """Write the bytes of a table to a file of its own."""

    def write(content: bytes | str) -> Path:
        path = tmp_path / "in.csv"
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write
