"""A clinician's form being filled in: impossible values are refused, unusual ones asked about once, nothing is lost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.answering.clinic_doubt import Doubt, Known, Why
from retnet_pro.answering.clinic_filling import (
    Filling,
    asked,
    begin,
    confirm,
    doubts,
    gaps,
    next_row,
    put,
    questions,
    rebuild,
    rows,
    standing,
)
from retnet_pro.answering.clinic_value import (
    Absent,
    Dated,
    Emptied,
    Measured,
    Noted,
    Place,
    Put,
    RowDropped,
    read_day,
    read_number,
    read_value,
    write_value,
)
from retnet_pro.answering.sheet import Answered
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import Missing, UnitId
from retnet_pro.instrument.clinic_load import read_clinic_form
from tests.unit.instrument.test_clinic_forms import FORM

LAB, _ = read_clinic_form(FORM.encode(), "f")
assert LAB is not None
KNOWN = Known(today=date(2026, 11, 23), enrolled=date(2026, 3, 2))
UG, NMOL = UnitId("ug_l"), UnitId("nmol_l")


def fill(*acts: tuple[str, Put], known: Known = KNOWN) -> Filling:
    assert LAB is not None
    filling = begin(LAB)
    for place, value in acts:
        filling = put(filling, Place(place), value, known)
    return filling


def whys(place: str, value: Put, *before: tuple[str, Put], known: Known = KNOWN) -> list[tuple[Why, str]]:
    entry = fill(*before, (place, value), known=known).entries[-1]
    return [(one.why, one.bound) for one in (*entry.refused, *entry.asked)]


@pytest.mark.parametrize(
    ("value", "why", "bound"),
    [
        (Measured("1000.1", UG), Why.ABOVE_POSSIBLE, "1000 ug/L"),
        (Measured("-1", UG), Why.BELOW_POSSIBLE, "0 ug/L"),
        (Measured("1.25", UG), Why.TOO_PRECISE, "1"),
        (Measured("51", NMOL), Why.ABOVE_POSSIBLE, "50 nmol/L"),
        (Measured("5", UnitId("furlong")), Why.UNIT_UNKNOWN, ""),
        (Answered(1), Why.WRONG_KIND, ""),
        (Absent(Missing.UNKNOWN), Why.WRONG_KIND, ""),
    ],
)
def test_an_impossible_number_is_refused_and_what_stood_there_stays(value: Put, why: Why, bound: str) -> None:
    before = fill(("mass", Measured("7", UG)))
    after = put(before, Place("mass"), value, KNOWN)
    assert [(one.why, one.bound) for one in after.entries[-1].refused] == [(why, bound)]
    assert after.values == before.values == {"mass": Measured("7", UG)}


@pytest.mark.rule("P18")
def test_an_unusual_number_is_asked_about_once_and_value_question_and_answer_are_kept() -> None:
    filling = fill(("mass", Measured("250", UG)))
    (question,) = questions(filling, KNOWN)
    assert question == Doubt(Place("mass"), Why.UNUSUALLY_HIGH, "100 ug/L")
    filling = confirm(filling, Place("mass"), KNOWN)
    assert questions(filling, KNOWN) == ()
    assert [(one.asked, one.confirmed) for one in filling.entries] == [((question,), ()), ((), (question,))]
    with pytest.raises(Refusal) as refused:
        confirm(filling, Place("mass"), KNOWN)
    assert refused.value.code is Code.ACTION_REFUSED
    assert [one.why for one in questions(put(filling, Place("mass"), Measured("0.4", UG), KNOWN), KNOWN)] == [
        Why.UNUSUALLY_LOW
    ]


def test_a_limit_in_another_unit_than_its_value_is_refused() -> None:
    assert whys("mass_limit", Measured("9", NMOL), ("mass", Measured("7", UG))) == [(Why.UNIT_DIFFERS, "ug/L")]
    assert whys("mass_limit", Measured("9", UG), ("mass", Measured("7", UG))) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [("2026-11-24", Why.IN_FUTURE), ("2026-03-01", Why.BEFORE_ENROLMENT), ("2026-10", Why.NOT_A_WHOLE_DAY)],
)
def test_an_impossible_day_is_refused(text: str, why: Why) -> None:
    assert [one for one, _ in whys("taken", Dated(text))] == [why]
    assert whys("taken", Dated("2026-03-02")) == whys("taken", Dated("2026-11-23")) == []


def test_nothing_happens_after_death() -> None:
    known = Known(today=KNOWN.today, enrolled=KNOWN.enrolled, died=date(2026, 6, 1))
    assert whys("taken", Dated("2026-06-02"), known=known) == [(Why.AFTER_DEATH, "2026-06-01")]
    assert whys("taken", Dated("2026-06-01"), known=known) == []


def test_a_month_alone_is_refused_only_when_no_day_of_it_is_possible() -> None:
    start = [("again.1", Answered(1)), ("began.1", Dated("2026-05"))]
    assert whys("ended.1", Dated("2026-05-01"), *start) == whys("ended.1", Dated("2026"), *start) == []
    assert whys("ended.1", Dated("2026-04"), *start) == [(Why.BEFORE_OTHER_DAY, "2026-05")]
    assert whys("began.1", Dated("2026-11"), ("again.1", Answered(1))) == []
    assert whys("began.1", Dated("2026-12"), ("again.1", Answered(1))) == [(Why.IN_FUTURE, "2026-11-23")]


def test_a_value_that_becomes_impossible_later_is_found() -> None:
    filling = fill(
        ("again.1", Answered(1)),
        ("began.1", Dated("2026-05")),
        ("ended.1", Dated("2026-06")),
        ("began.1", Dated("2026-08")),
    )
    assert [(one.place, one.why) for one in doubts(filling, KNOWN)] == [("ended.1", Why.BEFORE_OTHER_DAY)]


def test_rows_come_and_go_and_their_numbers_are_never_used_again() -> None:
    assert LAB is not None
    each = LAB.parts[1]
    filling = fill(("again.1", Answered(1)), ("again.2", Answered(0)), ("began.1", Dated("2026-05")))
    assert rows(filling, each) == (1, 2) and next_row(filling, each) == 3
    filling = put(filling, Place("each.2"), RowDropped(), KNOWN)
    assert rows(filling, each) == (1,) and next_row(filling, each) == 3
    full = fill(*((f"again.{row}", Answered(0)) for row in (1, 2, 3)))
    assert next_row(full, each) is None
    with pytest.raises(Refusal):
        put(full, Place("again.4"), Answered(1), KNOWN)
    assert rebuild(LAB, filling.entries) == filling


@pytest.mark.rule("E45")
def test_a_condition_looks_at_its_own_row_and_a_hidden_value_counts_for_nothing() -> None:
    assert LAB is not None
    each = LAB.parts[1]
    filling = fill(("again.1", Answered(1)), ("again.2", Answered(0)), ("began.1", Dated("2026-05")))
    assert [item.id for item in asked(filling, each, 1)] == ["again", "began", "ended", "said"]
    assert [item.id for item in asked(filling, each, 2)] == ["again", "ended", "said"]
    hidden = put(filling, Place("again.1"), Answered(0), KNOWN)
    assert "began.1" in hidden.values and "began.1" not in standing(hidden)
    with pytest.raises(Refusal):
        put(hidden, Place("began.1"), Dated("2026-06"), KNOWN)


@pytest.mark.rule("E42")
def test_a_gap_is_named_and_a_coded_absence_fills_it() -> None:
    filling = fill(("taken", Dated("2026-11-01")), ("sick", Answered(0)))
    assert gaps(filling) == ("mass",)
    filling = put(filling, Place("mass"), Absent(Missing.NOT_DONE), KNOWN)
    assert gaps(filling) == ()
    assert gaps(put(filling, Place("again.1"), Answered(1), KNOWN)) == ("began.1",)
    assert gaps(put(filling, Place("mass"), Emptied(), KNOWN)) == ("mass",)


@pytest.mark.rule("P12", "P15")
def test_every_act_is_kept_and_says_what_it_replaces() -> None:
    filling = fill(("sick", Answered(0)), ("sick", Answered(0)), ("sick", Answered(1)), ("sick", Emptied()))
    assert [(one.n, one.put, one.replaces) for one in filling.entries] == [
        (1, Answered(0), None),
        (2, Answered(1), 1),
        (3, Emptied(), 2),
    ]
    assert put(filling, Place("sick"), Emptied(), KNOWN) is filling


@pytest.mark.parametrize("place", ["nothing", "again", "sick.1", "again.0x", "each"])
def test_a_place_that_is_not_in_the_form_is_refused(place: str) -> None:
    with pytest.raises((Refusal, ValueError)):
        fill((place, Answered(1)))


def test_a_note_is_short_and_printable() -> None:
    row = ("again.1", Answered(0))
    assert whys("said.1", Noted("x" * 21), row) == [(Why.TOO_LONG, "20")]
    assert [one for one, _ in whys("said.1", Noted("a\x07"), row)] == [Why.WRONG_KIND]
    assert whys("said.1", Noted("segment 4"), row) == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", "12"), (" 12,5 ", "12.5"), ("0.50", "0.50"), ("-3", "-3"), ("\u22123", "-3")],
)
def test_numbers_are_read_with_point_or_comma(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "1.000,5", "1,000.5", "1 000", "12a", "1e3", "NaN", ".5", "5.", "٣"])
def test_what_two_people_could_read_differently_is_no_number(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2026-11-03", "2026-11-03"),
        ("3.11.2026", "2026-11-03"),
        ("03.11.2026", "2026-11-03"),
        ("11.2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
    ],
)
def test_days_are_read_as_they_are_written_in_a_clinic(typed: str, text: str) -> None:
    assert read_day(typed) == Dated(text)


@pytest.mark.parametrize(
    "typed", ["", "3/11/2026", "2026-13", "30.2.2026", "3.11.26", "2026-11-3x", "0000", "20261103"]
)
def test_no_day_is_guessed(typed: str) -> None:
    assert read_day(typed) is None


VALUES: list[Put] = [
    Answered(3),
    Measured("12.5", UG),
    Dated("2026-11"),
    Noted("segment 4"),
    Absent(Missing.NOT_DONE),
    Absent(Missing.UNKNOWN),
    Emptied(),
    RowDropped(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda one: type(one).__name__)
def test_a_value_comes_back_as_it_was_written(value: Put) -> None:
    assert read_value(write_value(value)) == value


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "plain",
    [
        None,
        {},
        {"is": "answered"},
        {"is": "answered", "code": True},
        {"is": "answered", "number": 5, "unit": "ug_l"},
        {"is": "answered", "number": "1e9", "unit": "ug_l"},
        {"is": "answered", "number": "5", "unit": ""},
        {"is": "answered", "date": "2026-02-30"},
        {"is": "answered", "date": "3.11.2026"},
        {"is": "answered", "text": ""},
        {"is": "answered", "text": "x" * 501},
        {"is": "skipped"},
        {"is": "unknown", "code": 1},
    ],
)
def test_anything_else_is_no_value(plain: object) -> None:
    with pytest.raises(Refusal) as refused:
        read_value(plain)
    assert refused.value.code is Code.PAYLOAD_BROKEN


@given(st.text(max_size=12))
def test_no_typed_text_breaks_the_readers(typed: str) -> None:
    number, day = read_number(typed), read_day(typed)
    assert number is None or number.is_finite()
    assert day is None or day.first <= day.last
