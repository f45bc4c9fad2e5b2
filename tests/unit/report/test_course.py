"""What the facts amount to before anything is drawn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from retnet_pro.answering.sheet import Skipped
from retnet_pro.instrument.model import InstrumentId, ScaleCode, Status
from retnet_pro.report.course import VisitState, doubled, is_outside_window, last_pair, trends, visit_courses
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.style import VERA, load_fonts
from retnet_pro.report.timeline import Axis, place_labels
from retnet_pro.report.trend import stretches
from retnet_pro.scoring.interpretation import Change

MakePaper = Callable[..., ParticipantPaper]
C30 = InstrumentId("qlq-c30")


def test_visits_are_complete_partly_missing_or_to_come(paper: MakePaper) -> None:
    facts = paper(3)
    states = [course.state for course in visit_courses(facts)]
    assert states == [VisitState.COMPLETE] * 3 + [VisitState.TO_COME] * 2
    fewer = replace(facts, responses=(facts.responses[0], *facts.responses[6:]))
    states = [course.state for course in visit_courses(fewer)]
    assert states[:3] == [VisitState.PARTLY, VisitState.NOTHING, VisitState.COMPLETE]


@pytest.mark.rule("E68")
def test_the_edges_of_a_window_belong_to_it(paper: MakePaper) -> None:
    facts = paper(1)
    filed, visit = facts.responses[0], facts.visits[0]
    edge = replace(visit, opens=filed.answered_on, closes=filed.answered_on)
    assert not is_outside_window(filed, edge)
    assert is_outside_window(filed, replace(edge, opens=edge.opens + timedelta(days=1)))
    assert is_outside_window(filed, replace(edge, closes=edge.closes - timedelta(days=1)))


def test_the_last_change_is_against_the_visit_before_never_the_same_visit(paper: MakePaper) -> None:
    facts = paper(3)
    filed = facts.of_instrument(C30)
    pair = last_pair(replace(facts, responses=(*facts.responses, filed[-1])), C30)
    assert pair.before == filed[1]
    assert last_pair(paper(1), C30).before is None


def test_doubled_responses_are_found(paper: MakePaper) -> None:
    facts = paper(2)
    assert doubled(facts) == ()
    assert doubled(replace(facts, responses=(*facts.responses, facts.responses[0]))) == (("base", C30),)


@pytest.mark.rule("E78")
@pytest.mark.parametrize("status", list(Status))
def test_only_a_checked_threshold_reaches_the_drawing(paper: MakePaper, status: Status) -> None:
    facts = paper(2)
    form = facts.instruments[C30]
    form = replace(form, thresholds=tuple(replace(cut, status=status) for cut in form.thresholds))
    fatigue = next(trend for trend in trends(facts, form) if trend.scale.code == "FA")
    assert (fatigue.cut is not None) == status.may_be_shown_as_fact
    assert next(trend for trend in trends(facts, form) if trend.scale.code == "QL2").cut is None


@pytest.mark.rule("E74")
def test_a_missing_score_is_a_gap_never_a_zero(paper: MakePaper) -> None:
    facts = paper(3)
    dyspnoea = next(trend for trend in trends(facts, facts.instruments[C30]) if trend.scale.code == "DY")
    assert dyspnoea.points[-1].value is None
    assert dyspnoea.change.change is Change.NOT_COMPARABLE
    assert [len(stretch) for stretch in stretches(dyspnoea)] == [2]


def test_scales_of_the_other_variant_are_not_shown(paper: MakePaper) -> None:
    facts = paper(1)
    module = facts.instruments[InstrumentId("qlq-ginet21")]
    codes = [trend.scale.code for trend in trends(facts, module)]
    assert codes.count(ScaleCode("TR")) == 1
    assert "WG" not in codes


def test_a_skipped_item_is_not_a_change_of_answer(paper: MakePaper) -> None:
    facts = paper(3)
    last = facts.of_instrument(C30)[-1]
    assert last.response.answers[next(item for item in last.response.answers if item == "q8")] == Skipped()
    assert last.changed == {}


def test_names_of_visits_never_touch(paper: MakePaper) -> None:
    font = load_fonts(VERA).regular
    axis = Axis(date(2026, 1, 1), date(2027, 12, 31), 48.0, 499.0)
    names = [(f"post-5w-{number}", axis.x(date(2026, 1, 1) + timedelta(days=9 * number))) for number in range(60)]
    placed = place_labels(names, axis, font)
    assert any(label.lane == -1 for label in placed)
    for lane in range(3):
        edges = [(label.x, font.width(label.text, 5.8) / 2) for label in placed if label.lane == lane]
        for (left, half), (right, other) in pairwise(edges):
            assert left + half < right - other
