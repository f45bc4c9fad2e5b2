"""XPT as programs of others read it: the same values, names, labels; nothing is ever cut."""

import math
import shutil
import struct
import subprocess
from datetime import datetime

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.spool import Limits, Spool
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Variable
from retnet_pro.exchange.xpt import LIMITS, ibm_double, write_xpt

AT = datetime.fromisoformat("2026-03-31T08:00:00+02:00")
NUMBERS = (0.0, 1.0, -1.0, 2 / 3 * 100, 1e-70, -1e70, math.pi, 0.1, 33.333333333333336, float(1 << 53))
ROWS = [{"ID": f"row {place}", "X": number, "N": place - 3} for place, number in enumerate(NUMBERS)] + [
    {"ID": "day", "DAY": "2026-02-28"},
    {"ID": "z" * 200, "DAY": "1959-12-31"},
]
TYPED = (
    Variable("ID", "Name of the Row", Kind.TEXT, Origin.ASSIGNED),
    Variable("X", "A label of the forty letters it may have", Kind.FLOAT, Origin.DERIVED),
    Variable("N", "Whole Number", Kind.INTEGER, Origin.DERIVED),
    Variable("DAY", "Day", Kind.DAY, Origin.COLLECTED),
)


def dataset(*variables: Variable, label: str = "Test of a Label") -> Dataset:
    return Dataset(
        name="TT", label=label, structure="One record", of_class="FINDINGS", variables=variables, keys=("ID",),
        rows=lambda _: (),
    )  # fmt: skip


def spooled(tmp_path, rows, limits: Limits = LIMITS):
    with Spool(dataset(*TYPED), limits, tmp_path / "rows") as spool:
        spool.add(Records({}, rows))
    return spool.done()


@pytest.fixture
def written(tmp_path):
    out = tmp_path / "tt.xpt"
    write_xpt(spooled(tmp_path, ROWS), AT, "Test of a Label", out)
    return out


def ibm_value(cell: bytes) -> float:
    """The number an IBM double says, by the definition."""
    (bits,) = struct.unpack(">Q", cell)
    sign = -1 if bits >> 63 else 1
    return sign * math.ldexp((bits & (1 << 56) - 1) / (1 << 53), 53 - 56 + 4 * ((bits >> 56 & 0x7F) - 64))


def test_every_number_has_an_equal_ibm_double():
    for number in NUMBERS:
        assert ibm_value(ibm_double(number)) == number
    for number in (1e80, -1e80, 1e-90):
        with pytest.raises(OverflowError):
            ibm_double(number)


def test_pyreadstat_reads_the_same(written):
    pyreadstat = pytest.importorskip("pyreadstat")
    frame, facts = pyreadstat.read_xport(str(written))
    assert list(frame["ID"]) == [row["ID"] for row in ROWS]
    assert list(frame["X"].dropna()) == list(NUMBERS)
    assert frame["DAY"].dropna().astype(str).tolist() == ["2026-02-28", "1959-12-31"]
    assert (facts.table_name, facts.file_label) == ("TT", "Test of a Label")
    assert facts.column_names_to_labels["X"] == "A label of the forty letters it may have"
    assert facts.creation_time == datetime(2026, 3, 31, 8)


def test_pandas_reads_the_same(written):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_sas(written, format="xport", encoding="ascii")
    assert list(frame["ID"]) == [row["ID"] for row in ROWS]
    # pandas 2.3 takes the bytes of 0, which are those SAS writes, for 5.4e-79
    assert frame["X"].dropna().tolist() == pytest.approx(NUMBERS, rel=0, abs=1e-78)
    assert frame["N"].dropna().tolist() == pytest.approx([row["N"] for row in ROWS if "N" in row], rel=0, abs=1e-78)


READ_IN_R = """
a <- commandArgs(TRUE)
d <- haven::read_xpt(a[1])
cat(nrow(d), ncol(d), sum(is.na(d$X)), attr(d$X, 'label'), '\\n')
cat(sprintf('%.17g', d$X[!is.na(d$X)]), '\\n')
cat(format(d$DAY[!is.na(d$DAY)]), '\\n')
"""


def has_haven() -> bool:
    found = shutil.which("Rscript")
    asked = ["-e", "quit(status = !requireNamespace('haven', quietly = TRUE))"]
    return found is not None and subprocess.run([found, "--vanilla", *asked], check=False).returncode == 0


def test_r_haven_reads_the_same(written, tmp_path):
    if not has_haven():
        pytest.skip("R with haven is not installed: haven::read_xpt was not tried")
    script = tmp_path / "read.R"
    script.write_text(READ_IN_R, encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", script, written], capture_output=True, text=True, encoding="utf-8", check=True
    )
    shape, numbers, days = done.stdout.splitlines()
    assert shape.split(maxsplit=3)[:3] == [str(len(ROWS)), "4", "2"] and shape.rstrip().endswith("it may have")
    assert [float(number) for number in numbers.split()] == list(NUMBERS)
    assert days.split() == ["2026-02-28", "1959-12-31"]


def test_it_is_whole_records_of_80_bytes_with_the_time_of_the_data(written):
    content = written.read_bytes()
    assert len(content) % 80 == 0 and content.count(b"31MAR26:08:00:00") == 4


def test_no_rows_are_no_rows(tmp_path):
    pyreadstat = pytest.importorskip("pyreadstat")
    write_xpt(spooled(tmp_path, []), AT, "Test of a Label", tmp_path / "none.xpt")
    frame, _ = pyreadstat.read_xport(str(tmp_path / "none.xpt"))
    assert frame.shape == (0, 4)


@pytest.mark.parametrize(
    ("name", "label", "of_all", "why"),
    [
        ("X", "l" * 41, "Label", "41 characters"),
        ("X", "Größe", "Label", "40 of ASCII"),
        ("X", "Label", "l" * 30, "30 characters"),
        ("LONGNAMES", "Label", "Label", "more than 8"),
    ],
)
def test_a_name_or_label_that_is_too_long_is_refused(name, label, of_all, why, tmp_path):
    with pytest.raises(Refusal) as caught:
        Spool(dataset(Variable(name, label, Kind.TEXT, Origin.ASSIGNED), label=of_all), LIMITS, tmp_path / "rows")
    assert caught.value.code is Code.DATA_UNFIT and why in caught.value.facts["why"]
    assert not list(tmp_path.iterdir())


@pytest.mark.rule("T11")
@pytest.mark.parametrize(("text", "why"), [("ö", "not ASCII"), ("a" * 201, "201 bytes"), ("a\tb", "not ASCII")])
def test_text_that_does_not_fit_is_refused(text, why, tmp_path):
    with pytest.raises(Refusal) as caught:
        spooled(tmp_path, [{"ID": text}])
    assert caught.value.facts["column"] == "ID" and why in caught.value.facts["why"]


def test_a_variable_nobody_declared_is_a_mistake(tmp_path):
    with pytest.raises(ValueError, match="NEW"):
        spooled(tmp_path, [{"ID": "a", "NEW": 1}])
