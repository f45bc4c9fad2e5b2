"""Rows say what became of every form, item and score, and refuse what does not fit the form."""

from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.course_rows import person_rows
from retnet_pro.dataset.making import undecided
from retnet_pro.dataset.rows import ERASED, FormStatus, ItemState
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash, ItemId
from retnet_pro.record.response import FormUsed
from retnet_pro.study.model import Mode
from retnet_pro.study.participant import Participant
from tests import fakes_rows as fakes

PERSON = Participant(
    subject=fakes.SUBJECT, arm="be", enrolled=date(2026, 1, 2), randomised=date(2026, 1, 5), language="en"
)


def rows(*held, as_of=fakes.CUT_OFF, person=PERSON, **course):
    return person_rows(Course(participant=person, **course), "AB", fakes.codebook(), as_of, held, ())


def form(made, visit, instrument):
    (found,) = (one for one in made.forms if (one.form.visit, one.form.instrument) == (visit, instrument))
    return found


def c30(**answers):
    given = {**fakes.every_code(fakes.C30), **answers}
    return fakes.response(fakes.C30, given)


@pytest.mark.rule("E42", "E72")
def test_every_state_is_told_apart_and_none_of_them_is_a_number():
    made = fakes.first_person()
    states = {
        item.state: item.code
        for one in made.forms
        for item in one.items
        if item.item in {"q2", fakes.SKIPPED_ITEM, fakes.NOT_APPLICABLE_ITEM, fakes.HIDDEN_ITEM}
    }
    assert states == {
        ItemState.ANSWERED: 2,
        ItemState.SKIPPED: None,
        ItemState.NOT_APPLICABLE: None,
        ItemState.NOT_PRESENTED: None,
    }
    (score,) = (one for one in form(made, "baseline", fakes.C30).scores if one.scale == fakes.NO_SCORE)
    assert (score.value, score.why, score.used, score.of) == (None, "too-few-answered", 0, 2)


@pytest.mark.rule("E66")
def test_a_form_that_did_not_come_says_what_became_of_it():
    made = fakes.first_person()
    assert [
        (form(made, "week-12", name).form.status, form(made, "week-12", name).form.reason)
        for name in (fakes.C30, fakes.GINET21, fakes.DIARY)
    ] == [(FormStatus.MISSED, "too-ill"), (FormStatus.PARTLY, "technical"), (FormStatus.AWAITED, None)]
    assert form(made, "week-24", fakes.C30).form.status is FormStatus.NOT_DUE
    assert form(made, "post-2w-1", fakes.DIARY).form.reason is None
    assert all(not one.items and not one.scores for one in made.forms if one.form.status is not FormStatus.DONE)


@pytest.mark.rule("E64")
def test_after_death_no_form_is_expected_or_missed():
    made = rows(person=replace(PERSON, died=date(2026, 2, 1)))
    later = form(made, "week-12", fakes.C30).form
    assert (later.is_expected, later.status) == (False, FormStatus.NOT_DUE)
    assert form(made, "baseline", fakes.C30).form.is_expected


def test_an_erased_form_leaves_its_place_and_nothing_else():
    made = form(rows(erased={("baseline", fakes.C30): 7}), "baseline", fakes.C30)
    assert (made.form.status, made.form.reason, made.items, made.scores) == (FormStatus.MISSED, ERASED, (), ())


@pytest.mark.rule("E101")
def test_a_corrected_answer_stands_with_the_first_one_beside_it():
    made = form(fakes.first_person(), "baseline", fakes.C30)
    item = next(one for one in made.items if one.item == fakes.CORRECTED_ITEM)
    assert (item.code, item.original.code, item.original.note) == (3, 2, fakes.FORMULA_NOTE)
    assert made.form.corrections == 1
    assert [one.item for one in made.items if one.original is not None] == [fakes.CORRECTED_ITEM]


def test_a_later_response_changes_no_number_that_was_there():
    early = rows(fakes.held(c30()))
    late = rows(
        fakes.held(c30()),
        fakes.held(fakes.response(fakes.DIARY, fakes.every_code(fakes.DIARY))),
        fakes.held(fakes.response(fakes.C30, fakes.every_code(fakes.C30), visit="week-12")),
        person=replace(PERSON, embolizations=(date(2026, 1, 12),)),
    )
    numbers = {item.sequence: (one.form.key, item.item) for one in late.forms for item in one.items}
    assert (
        numbers.items()
        > {item.sequence: (one.form.key, item.item) for one in early.forms for item in one.items}.items()
    )
    places = {one.form.key: one.form.sequence for one in late.forms}
    assert len(set(places.values())) == len(places)
    assert all(places[one.form.key] == one.form.sequence for one in early.forms)


def test_two_responses_to_one_form_are_both_there_and_numbered():
    second = replace(c30(), ses="s2", finished="2026-01-04T12:00:00.000+01:00")
    made = [one.form for one in rows(fakes.held(second), fakes.held(c30())).forms if one.form.response is not None]
    assert [(one.attempt, one.response == "s2") for one in made] == [(1, False), (2, True)]
    assert len({one.sequence for one in made}) == len({one.key for one in made}) == 2


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"answers": {**c30().answers, ItemId("q99"): Answered(1)}}, "q99", "no such item"),
        ({"answers": {**c30().answers, ItemId("q2"): Answered(9)}}, "q2", "none of its codes"),
        ({"answers": {ItemId("q1"): Skipped()}}, "q2", "nothing is said"),
        ({"form": FormUsed(fakes.C30, "9", ContentHash("f" * 64))}, "form", "version 9"),
        ({"mode": Mode.STUDY}, "wording", "demonstration wording"),
    ],
)
def test_what_does_not_fit_is_named_by_row_and_column(changes, column, why):
    with pytest.raises(Refusal) as caught:
        rows(fakes.held(replace(c30(), **changes)))
    assert caught.value.code is Code.DATA_UNFIT
    assert caught.value.facts["row"] == f"{fakes.SUBJECT}/baseline/qlq-c30/1"
    assert caught.value.facts["column"] == column
    assert why in caught.value.facts["why"]


@pytest.mark.rule("P72")
def test_where_nobody_decides_all_of_several_responses_are_disputed_and_a_single_one_is_not():
    single, one = fakes.held(c30()), fakes.held(c30())
    other = replace(one, now=replace(one.now, ses="ses-other"))
    assert [held.is_disputed for held in undecided([single])] == [False]
    assert [held.is_disputed for held in undecided([one, other])] == [True, True]
