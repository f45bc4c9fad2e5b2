"""Milestones: which a participant has, and how screens of staff and signatures name them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.study.load import load_study
from retnet_pro.study.milestone import stations
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import planned_visits

STUDY = load_study(Path(__file__).resolve().parents[3] / "forms/studies/retnet.yaml")
KNOWN = Participant(
    subject="BER-0001-C", enrolled=date(2026, 1, 5), language="de", randomised=date(2026, 1, 12), arm="be"
)
VISITS = planned_visits(STUDY, KNOWN)


@pytest.mark.rule("P65")
def test_every_milestone_of_the_shipped_study_has_a_title_in_both_languages_of_the_staff() -> None:
    assert all({"en", "de"} <= set(one.titles) for one in STUDY.milestones)
    assert all(one.titles["en"] == one.title for one in STUDY.milestones), "a signature records the English one"


@pytest.mark.rule("P65")
def test_a_milestone_of_each_visit_carries_the_visit_in_every_language() -> None:
    found = {one.id: one for one in stations(STUDY.milestones, VISITS, {"baseline", "week-12"})}
    assert set(found) == {"baseline", "visit:week-12", "end"}
    assert found["visit:week-12"].titles == {"en": "Visit: Week 12", "de": "Visite: Week 12"}
    assert found["visit:week-12"].title == found["visit:week-12"].titles["en"]
    assert found["end"].titles["de"] == "Alle Antworten"


def test_without_titles_only_the_one_of_the_study_file_is_known() -> None:
    bare = [replace(one, titles={}) for one in STUDY.milestones]
    assert all(not one.titles and one.title for one in stations(bare, VISITS, {"baseline", "week-12"}))
