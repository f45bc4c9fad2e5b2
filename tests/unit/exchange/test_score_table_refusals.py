"""A table that cannot be scored is refused once, with every finding named by row and column (rule E74)."""

import pytest

from retnet_pro.exchange import table_blocks

C30_ITEMS = [f"q{number}" for number in range(1, 31)]
HEADER = ",".join(C30_ITEMS)
WORKED = "2,2,1,1,1,2,3,2,3,3,2,2,2,2,1,1,3,3,2,1,2,3,2,1,2,2,2,2,5,5"


def with_cell(item: str, cell: str) -> str:
    cells = WORKED.split(",")
    cells[C30_ITEMS.index(item)] = cell
    return ",".join(cells)


@pytest.mark.rule("E74")
@pytest.mark.parametrize(
    ("item", "cell", "complaint"),
    [
        ("q1", "0", "not one of 1 to 4"),
        ("q28", "5", "not one of 1 to 4"),
        ("q29", "8", "not one of 1 to 7"),
        ("q30", "12", "not one of 1 to 7"),
        ("q5", "-1", "not one of 1 to 4"),
        ("q5", "99999999999", "not one of 1 to 4"),
        ("q5", "2.5", "not a whole number"),
        ("q5", "x", "not a whole number"),
        ("q5", ":", "not a whole number"),
        ("q5", "/", "not a whole number"),
        ("q5", "1 2", "not a whole number"),
        ("q5", "é", "not a whole number"),
        ("q5", "1e0", "not a whole number"),
        ("q5", "²", "not a whole number"),
        ("q5", '"x"', "not a whole number"),
        ("q5", "NA", "NA is no answer to this item (leave the cell of a missing answer empty)"),
        ("q5", "na", "not a whole number"),
    ],
)
def test_a_cell_that_is_no_answer_is_named_by_row_and_column(refused, item, cell, complaint):
    rows = [WORKED, WORKED, with_cell(item, cell), WORKED]
    assert refused("\n".join([HEADER, *rows])) == [f"row 4, column {item}: {complaint}"]


def test_findings_are_collected_in_the_order_of_the_table_and_end_at_twenty(refused):
    bad = [with_cell("q7", "9"), with_cell("q3", "9"), with_cell("q7", "9").replace("2,2,1", "9,2,1", 1)]
    assert refused("\n".join([HEADER, *bad])) == [
        "row 2, column q7: not one of 1 to 4",
        "row 3, column q3: not one of 1 to 4",
        "row 4, column q1: not one of 1 to 4",
        "row 4, column q7: not one of 1 to 4",
    ]
    findings = refused("\n".join([HEADER, *[with_cell("q7", "9")] * 50]))
    assert findings == [f"row {row}, column q7: not one of 1 to 4" for row in range(2, 22)] + ["and more"]


def test_a_message_never_repeats_what_stands_in_a_cell(refused):
    assert "Secret" not in "".join(refused(f"{HEADER}\n{with_cell('q1', 'Secret')}\n"))


def test_late_findings_are_found_and_nothing_of_the_early_rows_is_left(refused, monkeypatch):
    monkeypatch.setattr(table_blocks, "_PIECE_BYTES", 100)
    assert refused("\n".join([HEADER, *[WORKED] * 500, with_cell("q2", "7")])) == [
        "row 502, column q2: not one of 1 to 4"
    ]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("", "it has no column names in row 1"),
        ("\n", "it has no column names in row 1"),
        (HEADER.replace("q7,", "").replace("q9,", ""), "no column named q7, q9"),
        (f"id,{HEADER},Q3", "more than one column named q3"),
        (f"id,{HEADER},ID", "more than one column named id"),
        (f"{HEADER},ql2", "columns named like the scores, ql2 (rename or remove them)"),
        (HEADER.replace(",", ";"), "its columns are not separated by commas (save it as a comma-separated table)"),
        (f"{HEADER}\n{WORKED},1\n", "row 2: 31 cells instead of 30"),
        (f"{HEADER}\n{WORKED}\n\n1,2\n", "row 4: 2 cells instead of 30"),
        (f'id,{HEADER}\n5" tube,{WORKED}\n6" tube,{WORKED}\n', "row 2: a stray quotation mark"),
        (f'id,{HEADER}\n"a"b,{WORKED}\n', "row 2: a stray quotation mark"),
        (f'id,{HEADER}\n"a""b"c",{WORKED}\n"x",{WORKED}\n', "row 2"),
        (
            f'id,{HEADER}\nb,{WORKED}\n"a,{WORKED}\n',
            "row 3: it does not end (is a quotation mark opened and not closed?)",
        ),
        (f'id,{HEADER}\n"a"b"c",{WORKED}\n', "row 2: a stray quotation mark"),
        (f"{HEADER}\n{WORKED}\0\n", "from row 2 on: it is not UTF-8 text (save it as 'CSV UTF-8')"),
        (f"{HEADER}\n{WORKED}\n".encode("utf-16"), "it is not UTF-8 text (save it as 'CSV UTF-8')"),
        (f"größe,{HEADER}".encode("latin-1"), "row 1: the column names are not readable UTF-8 text"),
    ],
)
def test_a_table_of_the_wrong_shape_says_what_and_where(refused, content, finding):
    assert finding in "; ".join(refused(content))


def test_every_fault_of_the_header_is_named_at_once(refused):
    findings = refused(f"{HEADER.replace('q7,', '')},q8,SUM")
    assert findings == [
        "no column named q7",
        "more than one column named q8",
        "columns named like the scores, SUM (rename or remove them)",
    ]


def test_a_quotation_mark_never_closed_does_not_swallow_the_file(refused, monkeypatch):
    monkeypatch.setattr(table_blocks, "_LONGEST_RECORD_BYTES", 5000)
    monkeypatch.setattr(table_blocks, "_PIECE_BYTES", 1000)
    rows = [f"a,{WORKED}"] * 30 + [f'"b,{WORKED}'] + [f"c,{WORKED}"] * 3000
    assert refused("\n".join([f"id,{HEADER}", *rows]))[0].startswith("row 32: it does not end")


@pytest.mark.rule("E71", "E73")
def test_not_applicable_is_refused_where_the_item_has_no_such_answer(refused):
    cells = dict.fromkeys([f"q{number}" for number in range(31, 52)], "2") | {"q31": "NA", "q39": "NA"}
    findings = refused(f"{','.join(cells)}\n{','.join(cells.values())}\n", "qlq-ginet21")
    assert findings == ["row 2, column q31: NA is no answer to this item (leave the cell of a missing answer empty)"]
