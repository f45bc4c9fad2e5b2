"""The shipped forms and a way to write small tables."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.score_table import score_table
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import Instrument
from retnet_pro.phrases import sentence
from retnet_pro.scoring.plan import make_plan


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


@pytest.fixture
def run(shipped, table, tmp_path):
    """Score a table; return the report and the bytes written."""

    def scored(content, form="qlq-c30", variant=None):
        out = tmp_path / "out.csv"
        report = score_table(make_plan(shipped[form], variant), shipped[form], table(content), out, overwrite=True)
        return report, out.read_bytes()

    return scored


@pytest.fixture
def refused(shipped, table, tmp_path):
    """Return the findings of a table that must be refused, after looking that nothing was written."""

    def findings(content, form="qlq-c30") -> list[str]:
        path = table(content)
        with pytest.raises(Refusal) as refusal:
            score_table(make_plan(shipped[form]), shipped[form], path, tmp_path / "out.csv")
        assert refusal.value.code is Code.TABLE_BROKEN
        assert [entry.name for entry in tmp_path.iterdir()] == ["in.csv"]
        assert "Nothing was written" in sentence(refusal.value)
        return str(refusal.value.facts["findings"]).split("; ")

    return findings
