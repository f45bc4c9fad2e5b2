"""The questionnaire engine."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retnet_pro.answering.actions import (
    Action,
    Back,
    Choose,
    ChooseNotApplicable,
    Clear,
    ConfirmSkip,
    Finish,
    GoTo,
    Next,
    ReturnToQuestion,
)
from retnet_pro.answering.rules import final_answers, is_settled, presented
from retnet_pro.answering.session import (
    FinishedPage,
    IntroPage,
    QuestionPage,
    ReviewPage,
    SectionPage,
    Session,
    SkipPage,
    begin,
    resume,
)
from retnet_pro.answering.sheet import Answered, Cleared, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.answering.step import step
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, ItemId
from retnet_pro.moment import Moment

Clock = Callable[[], Moment]
A, B, N, S, Z = (ItemId(name) for name in "abnsz")


def play(form: Instrument, clock: Clock, *actions: Action) -> Session:
    session = begin(form, clock())
    for action in actions:
        session = step(session, action, clock())
    return session


@pytest.mark.rule("E08")
def test_nothing_is_answered_before_somebody_answers(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next())
    assert session.page == QuestionPage(A)
    assert session.given == {} and session.entries == ()


@pytest.mark.rule("E20")
def test_an_answer_does_not_turn_the_page(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Choose(A, 3))
    assert session.page == QuestionPage(A)
    assert session.given == {A: Answered(3)}


@pytest.mark.rule("E23", "P12", "P15")
def test_a_changed_answer_keeps_the_one_it_replaces(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Choose(A, 3), Choose(A, 2))
    assert [(entry.n, entry.given, entry.replaces) for entry in session.entries] == [
        (1, Answered(3), None),
        (2, Answered(2), 1),
    ]


def test_the_same_answer_again_is_no_new_act(form: Instrument, clock: Clock) -> None:
    assert len(play(form, clock, Next(), Choose(A, 3), Choose(A, 3)).entries) == 1


@pytest.mark.rule("E22")
def test_back_shows_the_stored_answer_unchanged(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Choose(A, 3), Next(), Back())
    assert session.page == QuestionPage(A)
    assert session.given[A] == Answered(3)


@pytest.mark.rule("E25")
def test_an_answer_can_be_taken_back(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Choose(A, 3), Clear(A))
    assert session.given[A] == Cleared()
    assert step(session, Next(), clock()).page == SkipPage(A)


@pytest.mark.rule("E41")
def test_next_without_an_answer_asks_once(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Next())
    assert session.page == SkipPage(A)
    assert session.entries == ()


@pytest.mark.rule("E42")
def test_a_confirmed_skip_is_its_own_state(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Next(), ConfirmSkip())
    assert session.page == QuestionPage(B)
    assert session.given[A] == Skipped()


@pytest.mark.rule("E43", "P18")
def test_the_skip_question_never_comes_twice_for_an_item(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Next(), ReturnToQuestion())
    assert session.page == QuestionPage(A)
    session = step(session, Next(), clock())
    assert session.page == QuestionPage(B)
    assert session.given[A] == Skipped() and session.entries[-1].prompted


C, D, E = (ItemId(name) for name in "cde")


@pytest.mark.rule("E03")
def test_a_new_recall_period_is_announced_once_and_not_its_end(blocks: Instrument, clock: Clock) -> None:
    session = play(blocks, clock, Next(), Choose(A, 1), Next())
    assert session.page == SectionPage(B)
    assert step(session, Back(), clock()).page == QuestionPage(A)
    session = step(session, Next(), clock())
    for action in (Choose(B, 1), Next()):
        session = step(session, action, clock())
    assert session.page == QuestionPage(C)
    session = step(step(session, Choose(C, 1), clock()), Next(), clock())
    assert session.page == QuestionPage(D)
    session = step(step(session, Choose(D, 1), clock()), Next(), clock())
    assert session.page == SectionPage(E)
    for action in (Next(), Choose(E, 1), Back(), Next()):
        session = step(session, action, clock())
    assert session.page == QuestionPage(E)


@pytest.mark.rule("E40", "E44")
def test_where_an_answer_is_required_not_answering_is_said_each_time(form: Instrument, clock: Clock) -> None:
    required = replace(form, answers_required=True)
    session = play(required, clock, Next(), Next(), ReturnToQuestion(), Next())
    assert session.page == SkipPage(A)
    assert session.entries == ()
    session = step(session, ConfirmSkip(), clock())
    assert session.given[A] == Skipped()
    assert session.page == QuestionPage(B)


def test_not_applicable_only_where_the_form_has_it(form: Instrument, clock: Clock) -> None:
    session = play(form, clock, Next(), Choose(A, 1), Next(), ChooseNotApplicable(B))
    assert session.given[B] == NotApplicable()
    with pytest.raises(Refusal) as refused:
        play(form, clock, Next(), ChooseNotApplicable(A))
    assert refused.value.code is Code.ACTION_REFUSED


@pytest.mark.parametrize("code", [0, 5, -1])
def test_a_code_the_item_does_not_have_is_refused(form: Instrument, clock: Clock, code: int) -> None:
    with pytest.raises(Refusal):
        play(form, clock, Next(), Choose(A, code))


def test_a_late_tap_for_another_item_is_refused(form: Instrument, clock: Clock) -> None:
    with pytest.raises(Refusal):
        play(form, clock, Next(), Choose(B, 1))


def filled(form: Instrument, clock: Clock, count: int) -> Session:
    actions: list[Action] = [Next(), Choose(A, 1), Next(), Choose(B, 2), Next(), Choose(N, count), Next()]
    if count:
        actions += [Choose(S, 4), Next()]
    return play(form, clock, *actions, Choose(Z, 7), Next())


@pytest.mark.rule("E45")
def test_a_hidden_item_is_not_asked_and_its_answer_not_submitted(form: Instrument, clock: Clock) -> None:
    assert filled(form, clock, 0).page == ReviewPage()
    assert final_answers(form, filled(form, clock, 0).given)[S] == NotPresented()
    session = filled(form, clock, 2)
    for action in (GoTo(N), Choose(N, 0), Next()):
        session = step(session, action, clock())
    assert session.page == ReviewPage()
    assert session.given[S] == Answered(4), "the earlier answer stays in the trail"
    assert final_answers(form, session.given)[S] == NotPresented()


@pytest.mark.rule("E27")
def test_from_review_a_change_that_opens_a_question_leads_to_it(form: Instrument, clock: Clock) -> None:
    session = filled(form, clock, 0)
    for action in (GoTo(N), Choose(N, 3), Next()):
        session = step(session, action, clock())
    assert session.page == QuestionPage(S)
    session = step(step(session, Choose(S, 2), clock()), Next(), clock())
    assert session.page == ReviewPage()


@pytest.mark.rule("E28")
def test_finishing_is_deliberate_and_final(form: Instrument, clock: Clock) -> None:
    session = step(filled(form, clock, 0), Finish(), clock())
    assert session.page == FinishedPage()
    for action in (Next(), Back(), Finish(), GoTo(A), Choose(A, 1)):
        with pytest.raises(Refusal):
            step(session, action, clock())


def test_finish_asks_about_an_item_that_was_taken_back(form: Instrument, clock: Clock) -> None:
    session = filled(form, clock, 0)
    for action in (GoTo(A), Clear(A), Back(), Finish()):
        session = step(session, action, clock())
    assert session.page == SkipPage(A)
    session = step(step(session, ConfirmSkip(), clock()), Finish(), clock())
    assert session.page == FinishedPage()
    assert final_answers(form, session.given)[A] == Skipped()


@pytest.mark.rule("E52")
def test_resume_goes_to_the_first_open_item_with_all_of_back(form: Instrument, clock: Clock) -> None:
    before = play(form, clock, Next(), Choose(A, 2), Next(), Choose(B, 1), Next(), Next())
    session = resume(form, before.entries, clock())
    assert session.page == QuestionPage(N)
    assert session.entries == before.entries
    back = step(step(session, Back(), clock()), Back(), clock())
    assert back.page == QuestionPage(A) and back.given[A] == Answered(2)
    assert resume(form, (), clock()).page == IntroPage()


def test_what_was_never_reached_says_so(form: Instrument, clock: Clock) -> None:
    answers = final_answers(form, play(form, clock, Next(), Choose(A, 2)).given)
    assert answers == {A: Answered(2), B: NotReached(), N: NotReached(), S: NotPresented(), Z: NotReached()}


ACTIONS = st.one_of(
    st.builds(Choose, st.sampled_from([A, B, N, S, Z]), st.integers(0, 8)),
    st.builds(ChooseNotApplicable, st.sampled_from([A, B])),
    st.builds(Clear, st.sampled_from([A, B, N, S, Z])),
    st.builds(GoTo, st.sampled_from([A, B, N, S, Z])),
    st.sampled_from([Next(), Next(), Next(), Back(), ConfirmSkip(), ReturnToQuestion(), Finish()]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=60))
@pytest.mark.rule("E50", "E52")
def test_no_walk_loses_an_answer_or_makes_one_up(form: Instrument, clock: Clock, actions: list[Action]) -> None:
    session, tapped = begin(form, clock()), set[tuple[ItemId, object]]()
    for action in actions:
        try:
            after = step(session, action, clock())
        except Refusal:
            continue
        assert after.entries[: len(session.entries)] == session.entries, "an entry was lost or changed"
        assert [entry.n for entry in after.entries] == list(range(1, len(after.entries) + 1))
        match action:
            case Choose(item, code):
                tapped.add((item, Answered(code)))
                assert after.given[item] == Answered(code)
            case _:
                pass
        session = after
    assert {(e.item, e.given) for e in session.entries if isinstance(e.given, Answered)} <= tapped
    again = resume(form, session.entries, clock())
    assert (again.given, again.latest, again.entries) == (session.given, session.latest, session.entries)
    if session.page == FinishedPage():
        assert all(is_settled(session.given.get(item.id)) for item in presented(form, session.given))


def test_a_form_without_conditions_presents_everything(form: Instrument) -> None:
    plain = replace(form, items=tuple(replace(item, condition=None) for item in form.items))
    assert presented(plain, {}) == plain.items
