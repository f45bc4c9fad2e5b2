"""What a screen may know."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from retnet_pro.answering.actions import Choose, ChooseNotApplicable, ConfirmSkip, Finish, Next
from retnet_pro.answering.session import begin
from retnet_pro.answering.step import step
from retnet_pro.answering.view import FinishedView, IntroView, QuestionView, ReviewView, SectionView, SkipView, look
from retnet_pro.instrument.model import Instrument, ItemId, ItemKind, Wording
from retnet_pro.moment import Moment

Clock = Callable[[], Moment]


@pytest.mark.rule("E15", "E86")
def test_no_view_has_room_for_a_score_or_an_alert() -> None:
    names = {
        field.name
        for view in (IntroView, SectionView, QuestionView, SkipView, ReviewView, FinishedView)
        for field in fields(view)
    }
    assert names == {
        "title", "instruction", "notice", "total", "item", "kind", "number", "text", "recall", "options",
        "not_applicable", "low_label", "high_label", "from_right", "count", "answered", "place", "rows",
        "numbers", "required",
    }  # fmt: skip


@pytest.mark.rule("E03")
def test_each_page_of_the_form_in_words(form: Instrument, words: Wording, clock: Clock) -> None:
    session = begin(form, clock())
    assert look(session, words) == IntroView(
        title="A tiny form",
        instruction="Please answer.",
        notice="Demonstration wording",
        total=5,
        recall="The last seven days",
    )
    session = step(session, Next(), clock())
    view = look(session, words)
    assert isinstance(view, QuestionView)
    assert (view.kind, view.recall, view.place, view.total) == (ItemKind.CHOICE, "The last seven days", 1, 5)
    assert [(option.code, option.text, option.selected) for option in view.options] == [
        (1, "none", False), (2, "some", False), (3, "much", False), (4, "most", False)
    ]  # fmt: skip
    assert view.not_applicable is None and not view.answered
    session = step(session, Choose(ItemId("a"), 2), clock())
    view = look(session, words)
    assert isinstance(view, QuestionView) and view.answered
    assert [option.selected for option in view.options] == [False, True, False, False]
    session = step(session, Next(), clock())
    session = step(session, ChooseNotApplicable(ItemId("b")), clock())
    view = look(session, words)
    assert isinstance(view, QuestionView) and view.not_applicable is not None
    assert view.not_applicable.selected and view.not_applicable.text == "Does not apply"
    session = step(step(session, Next(), clock()), Choose(ItemId("n"), 0), clock())
    view = look(session, words)
    assert isinstance(view, QuestionView) and view.count == 0 and view.recall == ""
    session = step(session, Next(), clock())
    view = look(session, words)
    assert isinstance(view, QuestionView) and (view.low_label, view.high_label) == ("worst", "best")
    session = step(session, Next(), clock())
    assert isinstance(look(session, words), SkipView)
    session = step(session, ConfirmSkip(), clock())
    view = look(session, words)
    assert isinstance(view, ReviewView)
    assert [(row.item, row.answer, row.skipped) for row in view.rows] == [
        ("a", "some", False), ("b", "Does not apply", False), ("n", "0", False), ("z", "", True)
    ]  # fmt: skip
    assert look(step(session, Finish(), clock()), words) == FinishedView(title="A tiny form")


@pytest.mark.rule("E26")
def test_progress_never_jumps_back_when_a_branch_opens(form: Instrument, words: Wording, clock: Clock) -> None:
    session = begin(form, clock())
    seen = []
    for action in (
        Next(),
        Choose(ItemId("a"), 1),
        Next(),
        Choose(ItemId("b"), 1),
        Next(),
        Choose(ItemId("n"), 5),
        Next(),
    ):
        session = step(session, action, clock())
        view = look(session, words)
        assert isinstance(view, QuestionView)
        seen.append(view.place / view.total)
    assert seen == sorted(seen) and seen[-1] == 4 / 5


@pytest.mark.rule("E03")
def test_a_new_recall_period_is_announced_with_its_questions(
    blocks: Instrument, block_words: Wording, clock: Clock
) -> None:
    session = begin(blocks, clock())
    intro = look(session, block_words)
    assert isinstance(intro, IntroView) and intro.recall == ""
    for action in (Next(), Choose(ItemId("a"), 1), Next()):
        session = step(session, action, clock())
    view = look(session, block_words)
    assert isinstance(view, SectionView)
    assert (view.recall, view.numbers, view.place) == ("The last seven days", (2, 3), 2)
    question = look(step(session, Next(), clock()), block_words)
    assert isinstance(question, QuestionView) and question.recall == "The last seven days"


@pytest.mark.rule("E40", "E44")
def test_the_skip_page_says_which_way_of_not_answering_the_form_has(
    form: Instrument, words: Wording, clock: Clock
) -> None:
    for required in (False, True):
        session = begin(replace(form, answers_required=required), clock())
        for _ in range(2):
            session = step(session, Next(), clock())
        view = look(session, words)
        assert isinstance(view, SkipView) and view.required is required
