"""How one score came about, gathered from the record and computed anew: plain facts, no Qt (rules E76, E78)."""

from dataclasses import dataclass

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.staff.form_view import AnswerRow, answer_row, words_shown
from retnet_pro.instrument.model import Instrument, ScaleCode, Variant
from retnet_pro.record.event import SessionId
from retnet_pro.record.response import Response
from retnet_pro.scoring.explain import ComponentUsed, Explanation, explain, score_and_explain
from retnet_pro.scoring.interpretation import NoThreshold, ThresholdVerdict, judge_threshold
from retnet_pro.scoring.plan import make_plan
from retnet_pro.scoring.score import Score
from retnet_pro.study.visits import planned_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question of the scale."""

    answer: AnswerRow

    @property
    def counts(self) -> bool:
        """Whether its code entered the score."""
        return isinstance(self.answer.answer, Answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One score another one is built from."""

    name: str
    used: ComponentUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherResponse:
    """A response of the same form whose score can be looked at instead."""

    ses: SessionId
    visit: str
    finished: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreAccount:
    """Everything the page says about one score."""

    subject: str
    visit: str
    form: str
    name: str
    """Of the scale."""
    variant: Variant | None
    response: Response
    """As it stands now."""
    explanation: Explanation
    items: tuple[ItemRow, ...]
    parts: tuple[PartRow, ...]
    verdict: ThresholdVerdict | NoThreshold
    original: Score | None
    """What the score was before a correction made it another (rule E101)."""
    is_same_again: bool
    """Whether the score on record is what these answers give when they are scored now."""
    others: tuple[OtherResponse, ...]
    """All responses with this score, newest first, the one shown among them."""


def score_account(desk: Desk, subject: str, ses: SessionId, code: ScaleCode) -> ScoreAccount:
    """Return how a score of a response came about.

    It shows again what the participant's page has opened, so it is no look of its own.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, or `SCORE_UNEXPLAINED` when the response has no such score or the
            very form it was scored with is not here.
        Tamper: as `Desk.responses_of`.
    """
    every = desk.responses_of(subject)
    taken = next((one for one in every if one.response.ses == ses), None)
    score = None if taken is None else _score(taken.response, code)
    if taken is None or score is None:
        raise Refusal(Code.SCORE_UNEXPLAINED, form=code)
    response = taken.response
    form = desk.library.instrument(response.form.id, response.form.version)
    if form.hash != response.form.hash:
        raise Refusal(Code.SCORE_UNEXPLAINED, form=form.title)
    plan = make_plan(form, score.variant)
    explanation = explain(plan, response.answers, score)
    again = next(one.score for one in score_and_explain(plan, response.answers) if one.score.code == code)
    before = _score(taken.original, code)
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    names = {scale.code: scale.name for scale in form.scales}
    return ScoreAccount(
        subject=subject,
        visit=titles.get(response.visit, response.visit),
        form=form.title,
        name=explanation.planned.scale.name,
        variant=next((known for known in form.variants if known.id == score.variant), None),
        response=response,
        explanation=explanation,
        items=_items(desk, form, taken, explanation),
        parts=tuple(PartRow(name=names[one.score.code], used=one) for one in explanation.components),
        verdict=judge_threshold(form, score),
        original=None if before == score else before,
        is_same_again=again == score,
        others=tuple(
            OtherResponse(
                ses=one.response.ses,
                visit=titles.get(one.response.visit, one.response.visit),
                finished=one.response.finished,
            )
            for one in reversed(every)
            if one.response.form.id == form.id and _score(one.response, code) is not None
        ),
    )


def _score(response: Response, code: ScaleCode) -> Score | None:
    return next((score for score in response.scores if score.code == code), None)


def _items(desk: Desk, form: Instrument, taken: Taken, explanation: Explanation) -> tuple[ItemRow, ...]:
    wording = words_shown(desk, form, taken.response)
    return tuple(ItemRow(answer=answer_row(form.by_id[one.item], taken, wording)) for one in explanation.items)
