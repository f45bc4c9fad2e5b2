"""The Parquet tables hold the rows of the CSV export with types, and other people's programs read them alike."""

import csv
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange import parquet as parquet_module
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.csv_cells import cell
from retnet_pro.exchange.parquet import write_parquet
from retnet_pro.exchange.writer import quiet
from retnet_pro.phrases import sentence
from retnet_pro.study.model import Mode
from tests import fakes_rows as fakes

arrow = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: Parquet was not tried")
TABLES = ("subjects", "forms", "items", "scores", "events", "staff-forms", "staff-values")


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("parquet") / "data"
    write_parquet(fakes.small_data(), out, quiet)
    return out


@pytest.fixture(scope="module")
def as_csv(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("csv") / "data"
    write_csv_bundle(fakes.small_data(), out, quiet)
    return out


def lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("name", ["subjects", "forms", "items", "events", "staff-forms", "staff-values"])
def test_the_tables_are_those_of_the_csv_export(written, as_csv, name):
    table = arrow.read_table(written / f"{name}.parquet")
    head, *rows = lines(as_csv / f"{name}.csv")
    assert table.column_names == head
    read = [
        [cell(tuple(value) if isinstance(value, list) else value) for value in row.values()]
        for row in table.to_pylist()
    ]
    assert read == rows


@pytest.mark.rule("E42")
def test_all_six_states_come_back(written):
    items, forms, scores = (
        {(row[first], row[second]): row for row in arrow.read_table(written / f"{name}.parquet").to_pylist()}
        for name, first, second in (
            ("items", "instrument", "item"), ("forms", "visit", "instrument"), ("scores", "instrument", "scale")
        )
    )  # fmt: skip
    for key, wanted in {
        (fakes.C30, "q2"): (2, "answered"),
        (fakes.GINET21, fakes.NOT_APPLICABLE_ITEM): (None, "not_applicable"),
        (fakes.C30, fakes.SKIPPED_ITEM): (None, "skipped"),
        (fakes.DIARY, fakes.HIDDEN_ITEM): (None, "not_presented"),
    }.items():
        assert (items[key]["code"], items[key]["state"]) == wanted
    missed, score = forms["week-12", fakes.C30], scores[fakes.C30, fakes.NO_SCORE]
    assert (missed["status"], missed["reason"]) == ("missed", "too-ill")
    assert (score["score"], score["why"], score["used"], score["of"]) == (None, "too-few-answered", 0, 2)


def test_pandas_and_duckdb_read_every_score_unrounded(written):
    held = [
        (score.form, str(score.scale), score.variant or None, score.value)
        for one in fakes.first_person().forms
        for score in one.scores
    ]
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(written / "scores.parquet")
    read = frame[["form", "scale", "variant", "score"]].astype(object).where(frame.notna(), None)
    assert [tuple(row) for row in read.itertuples(index=False)] == held
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: its reading of Parquet was not tried")
    path = str(written / "scores.parquet")
    assert duckdb.execute("select form, scale, variant, score from read_parquet(?)", [path]).fetchall() == held
    types = dict(duckdb.execute("select name, type from parquet_schema(?)", [path]).fetchall())
    assert (types["score"], types["used"]) == ("DOUBLE", "INT64")


def test_types_do_not_depend_on_what_is_there(tmp_path):
    write_parquet(fakes.data_of(()), tmp_path / "none", quiet)
    write_parquet(fakes.small_data(), tmp_path / "some", quiet)
    for name in TABLES:
        none, some = (arrow.read_table(tmp_path / one / f"{name}.parquet") for one in ("none", "some"))
        assert none.num_rows == 0 and none.schema.equals(some.schema, check_metadata=True)
        assert all(str(field.type) == "int64" for field in some.schema if field.name in ("event", "code", "row"))


def test_rows_come_in_groups_and_two_exports_are_alike_to_the_byte(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_module, "GROUP", 100)
    for name in ("1", "2"):
        write_parquet(fakes.simulated_data(4, 6), tmp_path / name, quiet)
    for name in TABLES:
        one, other = (tmp_path / which / f"{name}.parquet" for which in ("1", "2"))
        assert one.read_bytes() == other.read_bytes()
    assert arrow.ParquetFile(tmp_path / "1" / "items.parquet").num_row_groups > 3
    groups = arrow.ParquetFile(tmp_path / "1" / "items.parquet")
    assert groups.metadata.num_rows == sum(len(f.items) for p in fakes.simulated_data(4, 6).people() for f in p.forms)


def test_data_that_are_not_of_a_study_say_so_in_every_row_and_study_data_never(written, tmp_path):
    study = replace(fakes.small_data(), about=fakes.about(Mode.STUDY), people=lambda: iter((fakes.second_person(),)))
    write_parquet(study, tmp_path / "study", quiet)
    for name in TABLES:
        table, real = (arrow.read_table(place / f"{name}.parquet") for place in (written, tmp_path / "study"))
        assert set(table.column("mark").to_pylist()) == {"synthetic"} and b"watermark" in table.schema.metadata
        assert set(real.column("mark").to_pylist()) <= {None} and b"watermark" not in real.schema.metadata


def test_an_export_that_is_refused_leaves_nothing(tmp_path):
    def broken():
        yield fakes.first_person()
        raise Refusal(Code.DATA_UNFIT, row="r", column="c", why="w")

    with pytest.raises(Refusal) as caught:
        write_parquet(replace(fakes.small_data(), people=broken), tmp_path / "out", quiet)
    assert (caught.value.facts["row"], caught.value.facts["column"]) == ("r", "c")
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Refusal) as caught:
        write_parquet(fakes.small_data(), tmp_path / "out", quiet)
    assert caught.value.code is Code.LIBRARY_MISSING and "retnet-pro[parquet]" in sentence(caught.value)
    assert list(tmp_path.iterdir()) == []
