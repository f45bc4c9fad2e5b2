"""The reader names every fault of a file, not just the first, with line and item."""

import pytest

from retnet_pro.instrument.reading import read
from retnet_pro.instrument.shape import (
    TEXT_LIMIT,
    Field,
    ListOf,
    Number,
    OneOf,
    Record,
    Shape,
    TableOf,
    Text,
    Truth,
    Whole,
)

ROW = Record({"id": Field(Text(), ""), "n": Field(Whole(0, 9), "", required=False)}, named_by="id")


def found(text: str, shape: Shape) -> list[str]:
    return [str(finding).removeprefix("f:") for finding in read(text.encode(), shape, "f").findings]


def test_all_faults_of_a_file_are_found_at_once() -> None:
    text = "- {id: one, n: x}\n- {n: 1}\n- {id: three, m: 2}\n- {id: four, id: five}\n- six\n"
    assert found(text, ListOf(ROW)) == [
        "1: [one] 'x' is not a whole number from 0 to 9",
        "2: the key 'id' is missing",
        "3: [three] unknown key 'm'; known keys are id, n",
        "4: [four] 'id' stands here twice, first in line 4",
        "5: a table is expected here, not a single value",
    ]


def test_a_key_too_many_leaves_the_values_usable_and_a_missing_one_does_not() -> None:
    assert read(b"{id: a, more: 1}", ROW, "f").usable
    assert not read(b"{n: 1}", ROW, "f").usable


def test_the_first_of_two_equal_names_counts() -> None:
    reading = read(b"{id: first, id: second}", ROW, "f")
    assert reading.values["id"] == "first"
    assert len(reading.findings) == 1


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "null", "~", "", "3.0", "1_000", "0x1F", "1e3", ".5", "12:30", "2027-01-01", ".inf", "on", "<<"],
)
def test_a_text_that_another_reader_takes_for_something_else_needs_quotes(text: str) -> None:
    assert found(f"[{text or '!!x'}]" if not text else f"- {text}\n", ListOf(Text())) != []
    assert found(f"- '{text}'\n", ListOf(Text())) == ([] if text else [f"1: '' is not {Text().described}"])


@pytest.mark.parametrize("text", ["2 weeks", "3.0 mg", "yesterday", "nothing much", "1-2", "None", "q1"])
def test_ordinary_texts_need_no_quotes(text: str) -> None:
    assert read(f"- {text}\n".encode(), ListOf(Text()), "f").values == [text]


@pytest.mark.parametrize(
    ("text", "shape", "value"),
    [
        ("7", Whole(0, 9), 7),
        ("-7", Whole(-9, 9), -7),
        ("7", Number(0, 9), 7.0),
        ("7.25", Number(0, 9), 7.25),
        ("true", Truth(), True),
        ("false", Truth(), False),
        ("b", OneOf(("a", "b")), "b"),
    ],
)
def test_values_are_read(text: str, shape: Shape, value: object) -> None:
    reading = read(text.encode(), shape, "f")
    assert reading.findings == ()
    assert reading.values == value
    assert type(reading.values) is type(value)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("10", Whole(0, 9)),
        ("-1", Whole(0, 9)),
        ("07", Whole(0, 9)),
        ("'7'", Whole(0, 9)),
        ("7.0", Whole(0, 9)),
        ("9" * 400, Whole(0, 9)),
        ("nan", Number(0, 9)),
        ("1e1", Number(0, 9)),
        ("True", Truth()),
        ("'true'", Truth()),
        ("c", OneOf(("a", "b"))),
        ("'  '", Text()),
        ("[]", Text()),
        ("{a: 1}", ListOf(Text())),
        ("[1]", TableOf(Text(), Text())),
        ("x" * (TEXT_LIMIT + 1), Text()),
    ],
)
def test_wrong_values_are_findings(text: str, shape: Shape) -> None:
    reading = read(text.encode(), shape, "f")
    assert len(reading.findings) == 1
    assert not reading.usable


def test_long_and_odd_texts_are_shown_short_and_plain() -> None:
    [finding] = found('"a\\tb' + "c" * 100 + '"', OneOf(("a",)))
    assert "\t" not in finding
    assert "…" not in finding or len(finding) < 100
    assert "\\t" in finding


def test_lines_of_every_value_are_kept() -> None:
    reading = read(b"- id: a\n  n: 1\n- id: b\n", ListOf(ROW), "f")
    assert reading.lines[0, "n"] == 2
    assert reading.lines[1,] == 3
