"""Events in the fields of a trail: groups, values and texts, whatever a content holds."""

import pytest

from retnet_pro.conduct.trail_kinds import GROUP_OF, KINDS, Group
from retnet_pro.conduct.trail_line import LONGEST, About, about, text_of, value_of
from retnet_pro.record.event import Kind


@pytest.mark.rule("P10", "P17")
def test_every_kind_of_event_belongs_to_exactly_one_group() -> None:
    assert set(KINDS) == set(Group)
    assert sum(map(len, KINDS.values())) == len(Kind)
    assert set(GROUP_OF) == set(Kind)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ({"is": "answered", "code": 3}, "3"),
        ({"is": "skipped"}, "skipped"),
        (True, "true"),
        (66.66666666666667, "66.66666666666667"),
        ({"id": "qlq-c30", "version": "3.0"}, "id=qlq-c30, version=3.0"),
        (["a", {"b": 1}], "a; b=1"),
    ],
)
def test_a_recorded_value_is_told_as_it_was_recorded(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_long_text_is_told_by_its_beginning_and_its_length() -> None:
    told = text_of("x" * (LONGEST + 1))
    assert told == "x" * LONGEST + f"… ({LONGEST + 1} characters)"


@pytest.mark.parametrize(
    ("kind", "content", "named"),
    [
        (Kind.ABSENT, {"subject": "S", "visit": "v", "instrument": "f"}, About(subject="S", visit="v", form="f")),
        (
            Kind.SESSION_DONE,
            {"subject": "S", "visit": "v", "form": {"id": "f"}},
            About(subject="S", visit="v", form="f"),
        ),
        (Kind.PARTICIPANT_FACT, {"subject": "S", "fact": "grade"}, About(subject="S", item="grade")),
        (Kind.STAFF, {"act": "add", "user": "nurse"}, About(item="nurse")),
        (Kind.CONFIRM, {"form": "f"}, About(form="f")),
        (Kind.BACKUP, {}, About()),
    ],
)
def test_a_content_names_whom_and_what_it_concerns(kind: Kind, content: dict[str, object], named: About) -> None:
    assert about(kind, content) == named


def test_a_correction_and_a_change_of_access_have_their_values_too() -> None:
    assert value_of(Kind.AMEND, {"old": "2", "new": "3"}) == "3"
    assert value_of(Kind.STAFF, {"act": "add", "role": "nurse"}) == "nurse"
    assert value_of(Kind.LOGIN, {}) == ""
