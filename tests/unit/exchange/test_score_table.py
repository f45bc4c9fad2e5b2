"""A table of answers in, a table of scores out; or one refusal, and nothing written (rules E70-E76)."""

import csv
import errno
import os
import random
import stat
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotReached
from retnet_pro.errors import Bug, Code, Refusal, WorldFault
from retnet_pro.exchange import table_blocks
from retnet_pro.exchange.score_table import score_table
from retnet_pro.instrument.model import ItemId
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.scoring.score import SCORING_VERSION

C30_ITEMS = [f"q{number}" for number in range(1, 31)]
C30_SCORES = "QL2,PF2,RF2,EF,CF,SF,FA,NV,PA,DY,SL,AP,CO,DI,FI,SUM"
WORKED = "2,2,1,1,1,2,3,2,3,3,2,2,2,2,1,1,3,3,2,1,2,3,2,1,2,2,2,2,5,5"
WORKED_LINE = (
    "66.66666666666667,86.66666666666667,50,66.66666666666667,83.33333333333333,66.66666666666667,55.55555555555556,"
    "16.666666666666668,50,33.333333333333336,33.333333333333336,33.333333333333336,0,66.66666666666667,"
    "33.333333333333336,66.4957264957265"
)
HEADER = ",".join(C30_ITEMS)


def with_cell(item: str, cell: str) -> str:
    cells = WORKED.split(",")
    cells[C30_ITEMS.index(item)] = cell
    return ",".join(cells)


@pytest.mark.rule("E70", "E76")
def test_the_worked_example_comes_out_in_full_precision(run):
    report, written = run(f"{HEADER}\n{WORKED}\n")
    assert written.decode() == f"{C30_SCORES}\n{WORKED_LINE}\n"
    assert (report.form, report.form_version, report.variant, report.scoring_version) == (
        "qlq-c30",
        "3.0",
        "",
        SCORING_VERSION,
    )
    assert report.rows == 1
    assert report.scored == dict.fromkeys(C30_SCORES.split(","), 1)


@pytest.mark.rule("E71", "E72")
def test_an_empty_cell_is_a_missing_answer_and_an_empty_score_a_missing_score(run):
    report, written = run(f"{HEADER}\n{with_cell('q8', '')}\n{',' * 29}\n")
    first, second = list(csv.DictReader(StringIO(written.decode())))
    assert (first["DY"], first["SUM"], first["CO"]) == ("", "", "0")
    assert set(second.values()) == {""}
    assert (report.rows, report.scored["CO"], report.scored["DY"], report.scored["SUM"]) == (2, 1, 0, 0)


def test_other_columns_pass_through_byte_for_byte_and_in_order(run):
    other = ['"Doe, ""J"""', " x ", '"two\nlines"', "", '"5"', "Größe", "007"]
    names = ["id", "place", "note", "empty", "quoted", "größe", "zero"]
    cells = WORKED.split(",")
    header = ",".join([names[0], names[1], *C30_ITEMS[:9], names[2], *C30_ITEMS[9:], *names[3:]])
    row = ",".join([other[0], other[1], *cells[:9], other[2], *cells[9:], *other[3:]])
    report, written = run(f"{header}\n{row}\n{row}\n")
    expected = f"{','.join(other)},{WORKED_LINE}\n"
    assert written.decode() == f"{','.join(names)},{C30_SCORES}\n{expected}{expected}"
    assert report.kept == tuple(names)


def test_columns_are_found_by_name_in_any_order_and_case(run):
    names = [*reversed(C30_ITEMS), "id"]
    cells = [*reversed(WORKED.split(",")), "a"]
    header = ",".join(name.upper() if name != "id" else " Id " for name in names)
    assert run(f"{header}\n{','.join(cells)}\n")[1].decode() == f" Id ,{C30_SCORES}\na,{WORKED_LINE}\n"


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEADER}\n{WORKED}\n",
        f"{HEADER}\r\n{WORKED}\r\n",
        f"{HEADER}\n{WORKED}",
        f"{HEADER}\r\n{WORKED}",
        f"{HEADER}\n\n{WORKED}\n\n\n",
        f"{HEADER}\r\n\r\n{WORKED}\r\n\r\n",
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in (HEADER, WORKED)),
        f"{HEADER}\n{WORKED.replace('2', ' 2 ')}\n",
        f"{HEADER}\n{WORKED.replace('2', '2.0')}\n",
        f"{HEADER}\n{WORKED.replace('2', '02')}\n",
    ],
    ids=["mark", "crlf", "no end", "crlf no end", "blanks", "crlf blanks", "quoted", "spaces", "decimals", "zeros"],
)
def test_what_spreadsheets_do_to_a_table_changes_nothing(run, content):
    assert run(content)[1].decode() == f"{C30_SCORES}\n{WORKED_LINE}\n"


def test_a_table_without_rows_gives_a_header(run):
    assert run(HEADER)[1].decode() == f"{C30_SCORES}\n"


GINET_ITEMS = [f"q{number}" for number in range(31, 52)]


@pytest.mark.rule("E71", "E73")
def test_not_applicable_is_read_where_the_item_has_it(run):
    cells = dict.fromkeys(GINET_ITEMS, "2") | {"q39": "NA", "q40": "NA", "q47": "NA", "q51": " NA "}
    content = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    report, written = run(content, "qlq-ginet21")
    row = next(csv.DictReader(StringIO(written.decode())))
    assert report.variant == "A_scoring_sheet"
    assert {code for code, value in row.items() if value == ""} == {"TR", "SX"}
    assert row["DRW"] == "33.333333333333336"


@pytest.mark.rule("E73")
def test_the_variant_decides_which_scores_there_are(run):
    content = f"{','.join(GINET_ITEMS)}\n{','.join('2' * 21)}\n"
    header = run(content, "qlq-ginet21", "B_yadegarfar_2013")[1].decode().splitlines()[0]
    assert "WG" in header.split(",")
    assert "WG" not in run(content, "qlq-ginet21")[1].decode().splitlines()[0].split(",")


def random_table(instrument, rows: int) -> tuple[str, list[dict[ItemId, int | None]]]:
    chance = random.Random(f"table {instrument.id}")
    responses = [
        {
            item.id: None if chance.random() < (0.0, 0.1, 0.5)[row % 3] else chance.choice(item.scale.codes)
            for item in instrument.items
        }
        for row in range(rows)
    ]
    lines = [",".join("" if code is None else str(code) for code in codes.values()) for codes in responses]
    header = ",".join(item.id for item in instrument.items)
    return "\n".join([f"{header},row", *(f"{line},{number}" for number, line in enumerate(lines))]), responses


@pytest.mark.rule("E75", "E76")
@pytest.mark.parametrize("form", ["qlq-c30", "qlq-ginet21", "carcinoid-diary"])
@pytest.mark.parametrize("piece_bytes", [50, 4096, 1 << 20])
def test_the_table_says_what_single_scoring_says_to_the_last_bit(shipped, run, monkeypatch, form, piece_bytes):
    monkeypatch.setattr(table_blocks, "_PIECE_BYTES", piece_bytes)
    content, responses = random_table(shipped[form], 300)
    plan = make_plan(shipped[form])
    report, written = run(content, form)
    rows = list(csv.DictReader(StringIO(written.decode())))
    assert report.rows == len(rows) == 300
    for number, (row, codes) in enumerate(zip(rows, responses, strict=True)):
        answers = {item: NotReached() if code is None else Answered(code) for item, code in codes.items()}
        assert row.pop("row") == str(number)
        assert {code: float(text) if text else None for code, text in row.items()} == {
            part.code: part.value for part in score(plan, answers)
        }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(
        st.tuples(*[st.text(st.sampled_from('a,"\n\r ;é0'), max_size=6)] * 2).filter(any), min_size=1, max_size=8
    ),
    piece_bytes=st.integers(20, 300),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_text_a_spreadsheet_can_quote_survives(run, monkeypatch, notes, piece_bytes, line_end):
    monkeypatch.setattr(table_blocks, "_PIECE_BYTES", piece_bytes)
    content = StringIO(newline="")
    writer = csv.writer(content, lineterminator=line_end, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["first", *C30_ITEMS, "last"])
    for first, last in notes:
        writer.writerow([first, *map(int, WORKED.split(",")), last])
    written = run(content.getvalue())[1].decode()
    rows = list(csv.reader(StringIO(written, newline="")))
    assert rows[0] == ["first", "last", *C30_SCORES.split(",")]
    assert rows[1:] == [[first, last, *WORKED_LINE.split(",")] for first, last in notes]


def test_an_existing_file_is_kept_unless_told_otherwise(shipped, table, tmp_path):
    form = shipped["qlq-c30"]
    out = tmp_path / "out.csv"
    out.write_text("precious")
    path = table(f"{HEADER}\n{WORKED}\n")
    with pytest.raises(Refusal) as refusal:
        score_table(make_plan(form), form, path, out)
    assert refusal.value.code is Code.FILE_EXISTS
    assert out.read_text() == "precious"
    score_table(make_plan(form), form, path, out, overwrite=True)
    assert out.read_text().startswith("QL2")


def test_the_table_itself_is_never_overwritten(shipped, table):
    form, path = shipped["qlq-c30"], table(f"{HEADER}\n{WORKED}\n")
    with pytest.raises(Refusal) as refusal:
        score_table(make_plan(form), form, path, path, overwrite=True)
    assert refusal.value.code is Code.FILE_EXISTS
    assert path.read_text() == f"{HEADER}\n{WORKED}\n"


def test_missing_files_and_folders_are_named(shipped, table, tmp_path):
    form = shipped["qlq-c30"]
    for source, out in (
        (tmp_path / "none.csv", tmp_path / "out.csv"),
        (tmp_path, tmp_path / "out.csv"),
        (table(HEADER), tmp_path / "nowhere" / "out.csv"),
    ):
        with pytest.raises(Refusal) as refusal:
            score_table(make_plan(form), form, source, out)
        assert refusal.value.code is Code.FILE_MISSING


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, Code.DISK_FULL), (errno.EIO, Code.DISK_FAULT)])
def test_a_failing_disk_leaves_nothing_half_done(shipped, table, tmp_path, monkeypatch, number, code):
    form, path = shipped["qlq-c30"], table(f"{HEADER}\n{WORKED}\n")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WorldFault) as fault:
        score_table(make_plan(form), form, path, tmp_path / "out.csv")
    assert fault.value.code is code
    assert [entry.name for entry in tmp_path.iterdir()] == ["in.csv"]


def test_the_result_is_readable_only_by_its_owner(run, tmp_path):
    run(f"{HEADER}\n{WORKED}\n")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) & 0o077 == 0


def test_a_plan_of_another_form_is_our_fault(shipped, table, tmp_path):
    with pytest.raises(Bug):
        score_table(make_plan(shipped["qlq-c30"]), shipped["qlq-ginet21"], table(HEADER), tmp_path / "out.csv")
