"""A small study that is nobody's protocol, and participants made to order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, Status
from retnet_pro.study.model import AlertRule, Anchor, Arm, Study, SymptomFree, TimePoint
from retnet_pro.study.participant import Participant

CORE = InstrumentId("core")
MODULE = InstrumentId("module")
DIARY = InstrumentId("diary")


def make_point(point_id: str, anchor: Anchor, offset: int, early: int, late: int, *forms: InstrumentId) -> TimePoint:
    return TimePoint(
        id=point_id,
        title=f"Title of {point_id}",
        anchor=anchor,
        offset_days=offset,
        early_days=early,
        late_days=late,
        instruments=forms,
    )


def make_alert(**over: Any) -> AlertRule:
    facts: dict[str, Any] = {
        "id": "pain-high",
        "instrument": CORE,
        "item": ItemId("q1"),
        "scale": None,
        "at_least": 4.0,
        "at_most": None,
        "who": "nurse",
        "within_hours": 24,
        "source": "test",
        "status": Status.PROJECT,
    }
    return AlertRule(**{**facts, **over})


def make_symptom_free(**over: Any) -> SymptomFree:
    facts: dict[str, Any] = {
        "instrument": DIARY,
        "starts": "first-free-assessment",
        "grade_cut": 2,
        "needs_confirmation": False,
        "next_embolization": "censors",
        "source": "test",
        "status": Status.PROJECT,
    }
    return SymptomFree(**{**facts, **over})


def make_study(**over: Any) -> Study:
    facts: dict[str, Any] = {
        "id": "small",
        "version": "1",
        "title": "Small study",
        "label": "example",
        "subject_pattern": r"{site}-\d{3}",
        "planned_participants": 12,
        "arms": tuple(Arm(id=arm, title=arm, open_to_randomisation=arm != "deb") for arm in ("be", "ctace", "deb")),
        "time_points": (
            make_point("baseline", Anchor.RANDOMISATION, 0, 7, 3, CORE, MODULE),
            make_point("post2w", Anchor.EMBOLIZATION, 14, 4, 4, CORE, DIARY),
            make_point("week12", Anchor.RANDOMISATION, 84, 10, 10, CORE, MODULE, DIARY),
        ),
        "stops": ("withdrew", "died", "progressed"),
        "alerts": (make_alert(),),
        "symptom_free": make_symptom_free(),
        "valid_form": "at least two scales scored",
        "valid_form_minimum_scales": 2,
        "languages": ("en", "de"),
        "status": Status.PROJECT,
        "source": "test",
        "hash": ContentHash("0" * 64),
    }
    return Study(**{**facts, **over})


def make_participant(subject: str = "S1-001", **over: Any) -> Participant:
    facts: dict[str, Any] = {
        "subject": subject,
        "arm": "be",
        "enrolled": date(2026, 1, 1),
        "randomised": date(2026, 1, 10),
    }
    return Participant(**{**facts, **over})


@pytest.fixture(scope="session")
def study() -> Study:
    return make_study()


@pytest.fixture(scope="session")
def study_with() -> Callable[..., Study]:
    return make_study


@pytest.fixture(scope="session")
def participant_with() -> Callable[..., Participant]:
    return make_participant


@pytest.fixture(scope="session")
def alert_with() -> Callable[..., AlertRule]:
    return make_alert


@pytest.fixture(scope="session")
def symptom_free_with() -> Callable[..., SymptomFree]:
    return make_symptom_free
