"""Events as lines of a table: one line each, whatever somebody typed, and never a formula."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_line import About, Line, Openness
from retnet_pro.record.event import EventHash, Kind
from retnet_pro.report.trail_table import COLUMNS, table_head, table_line

LINE = Line(
    seq=7,
    hash=EventHash("a" * 64),
    header=b"{}",
    kind=Kind.ABSENT,
    at="2026-11-23T10:02:03.123+01:00",
    up_ms=5,
    boot="boot-1",
    who="nurse",
    role="nurse",
    device="d",
    app="retnet-pro/test",
    ses=None,
    delivery=Delivery.SENT,
    openness=Openness.OPENED,
    about=About(subject="AB-0016", visit="week-12", form="qlq-c30"),
    detail="",
    old="2",
    new="3",
    prompted=True,
    reason="too-ill",
    note="felt sick",
    content=(("subject", "AB-0016"), ("reason", "too-ill")),
)


def read(line: Line) -> dict[str, str]:
    (row,) = csv.DictReader(StringIO(table_head() + table_line(line), newline=""))
    return row


@pytest.mark.rule("P11", "P17", "P32")
def test_every_field_has_its_column() -> None:
    assert read(LINE) == {
        "event": "7", "time": "2026-11-23T10:02:03.123+01:00", "uptime_ms": "5", "boot": "boot-1",
        "person": "nurse", "role": "nurse", "device": "d", "program": "retnet-pro/test",
        "group": "participants", "kind": "absent", "detail": "", "participant": "AB-0016", "visit": "week-12",
        "form": "qlq-c30", "item": "", "old_value": "2", "new_value": "3", "skip_question_shown": "yes",
        "reason": "too-ill", "content_state": "opened", "content": "subject: AB-0016; reason: too-ill",
        "at_centre": "sent", "session": "", "sha256": "a" * 64,
        "note": "felt sick",
    }  # fmt: skip
    assert list(read(LINE)) == list(COLUMNS)
    assert [read(replace(LINE, prompted=asked))["skip_question_shown"] for asked in (None, False)] == ["", "no"]


@pytest.mark.rule("P17", "T11")
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    cell = read(replace(LINE, reason=f"{start}cmd|' /C calc'!A0"))["reason"]
    assert cell.startswith("'")
    assert cell.endswith("cmd|' /C calc'!A0")


@pytest.mark.rule("T11")
@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\nb", "a\\nb"),
        ("a\r\nb", "a\\r\\nb"),
        ("\x00\x07", "\\x00\\x07"),
        ('say "a", b', 'say "a", b'),
        ("Grüße, 你好", "Grüße, 你好"),
    ],
)
def test_one_event_is_one_line_whatever_it_holds(text: str, cell: str) -> None:
    line = table_line(replace(LINE, reason=text))
    assert line.count("\n") == 1 and line.endswith("\n") and "\r" not in line
    assert read(replace(LINE, reason=text))["reason"] == cell
