from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.analysis.from_rows import trial_facts
from retnet_pro.analysis.objectives import completion_findings, primary, symptom_free_findings
from retnet_pro.analysis.trial_facts import scores_at
from retnet_pro.dataset.rows import FormStatus
from retnet_pro.study.absence import Absence
from tests import fakes_rows as fakes


@pytest.fixture(scope="module")
def small():
    return trial_facts(fakes.small_data())


def test_participants_forms_and_reasons_come_over_whole(small):
    person = next(one for one in small.people if one.subject == fakes.SUBJECT)
    assert (person.arm, person.grade, person.embolizations) == ("be", "G1", (date(2026, 1, 12),))
    form = next(one for one in small.forms if (one.subject, one.instrument) == (fakes.SUBJECT, fakes.C30))
    assert (form.visit, form.on, form.scores[fakes.NO_SCORE]) == ("baseline", date(2026, 1, 4), None)
    assert form.scores["PF2"] is not None
    assert small.absences[fakes.SUBJECT, "week-12", fakes.C30] is Absence.TOO_ILL
    assert (small.until, small.synthetic) == (fakes.CUT_OFF, True)


def test_scores_are_those_of_the_default_variant(small):
    form = next(one for one in small.forms if (one.subject, one.instrument) == (fakes.SUBJECT, fakes.GINET21))
    held = {
        (score.scale, score.variant): score.value
        for one in fakes.first_person().forms
        for score in one.scores
        if one.form.instrument == fakes.GINET21
    }
    assert held["TR", "A_scoring_sheet"] != held["TR", "B_yadegarfar_2013"]
    assert form.scores["TR"] == held["TR", "A_scoring_sheet"]
    assert "WG" not in form.scores


def test_a_diary_is_read_with_its_form_and_no_episode_is_the_lowest_grade(small):
    (diary,) = small.diaries[fakes.SUBJECT]
    assert diary.on == date(2026, 1, 4)
    assert None not in diary.grades.values()
    assert diary.grades[fakes.HIDDEN_ITEM] == 0


@pytest.mark.rule("P72")
@pytest.mark.parametrize(("disputed", "scored"), [((True, True), 0), ((False, True), 1), ((True, False), 1)])
def test_of_two_responses_for_one_form_the_one_decided_for_is_scored_and_none_before(disputed, scored):
    rows = fakes.first_person()
    first = next(one for one in rows.forms if one.form.instrument == fakes.C30 and one.form.status is FormStatus.DONE)
    others = tuple(one for one in rows.forms if one is not first)
    both = tuple(
        replace(first, form=replace(first.form, attempt=n, is_disputed=each)) for n, each in enumerate(disputed, 1)
    )
    facts = trial_facts(fakes.data_of([replace(rows, forms=(*others, *both))]))
    assert len([one for one in facts.forms if one.instrument == fakes.C30]) == scored
    assert [(one.responses, one.is_undecided) for one in facts.left_out] == [(2 - scored, not scored)]


@pytest.fixture(scope="module")
def simulated():
    return fakes.simulated_data(participants=12, months=12)


def test_a_simulated_trial_can_be_analysed_from_its_rows(simulated):
    facts = trial_facts(simulated)
    rows = list(simulated.people())
    came = sum(one.form.status is FormStatus.DONE and one.form.attempt == 1 for person in rows for one in person.forms)
    assert len(facts.forms) == came > 50
    treated = {person.subject.subject for person in rows if person.subject.embolizations}
    assert {one.subject for one in primary(facts).survivals[0].times.counted} == treated
    assert sum(one.value is not None for one in scores_at(facts, fakes.C30, "QL2")) > 10
    assert completion_findings(facts)
    _, free = symptom_free_findings(facts)
    assert free.times.counted


def test_expected_forms_are_those_of_the_rows(simulated):
    """The rows and the rates must not disagree on who was expected: both windows closed by the same day."""
    facts = trial_facts(simulated)
    expected = sum(
        one.form.is_expected and one.form.closes is not None and one.form.closes < facts.until
        for person in simulated.people()
        for one in person.forms
        if one.form.time_point == "baseline" and one.form.instrument == fakes.C30 and one.form.attempt == 1
        if person.subject.randomised is not None
    )
    (point,) = (
        one
        for one in completion_findings(facts)
        if (one.at, one.instrument, one.group) == ("baseline", fakes.C30, None)
    )
    assert point.variable.n == expected
