"""How a score came about, in words and as a formula with the numbers put in (rules E70 to E78)."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.gui import words
from retnet_pro.gui.staff.score_account import ScoreAccount
from retnet_pro.instrument.model import Method, Threshold
from retnet_pro.scoring.explain import ComponentUsed, Explanation
from retnet_pro.scoring.interpretation import NoThreshold, Standing, ThresholdVerdict

translate = QCoreApplication.translate
DECIMALS = 4
"""Most decimals inside a formula; the result is said in full beside it."""
_NONE = "\u2013"


def method_said(why: Explanation) -> str:
    """Return the method in words."""
    match why.method:
        case Method.LINEAR_0_100 if why.reversed:
            return translate(
                "score",
                "Mean of the answered questions, turned into 0 to 100 in a straight line and turned round, so that the"
                " best answer gives 100 (linear transformation).",
            )
        case Method.LINEAR_0_100:
            return translate(
                "score",
                "Mean of the answered questions, turned into 0 to 100 in a straight line (linear transformation).",
            )
        case Method.MEAN:
            return translate("score", "Mean of the answered questions.")
        case Method.SUM:
            return translate("score", "Sum of the answered questions; nothing is filled in for the others.")
        case Method.COUNT_TIMES_SEVERITY:
            return translate(
                "score", "How often times how bad for each pair of questions, added up; never happened counts as 0."
            )
        case Method.MEAN_OF_SCALES:
            return translate(
                "score", "Mean of other scores; those that are turned round enter as 100 minus their value."
            )


def counted_said(why: Explanation) -> str:
    """Return how many entered, of how many, and how many are needed."""
    score = why.score
    said = (
        translate("score", "{used} of {of} scores are there; all {least} are needed.")
        if why.method is Method.MEAN_OF_SCALES
        else translate("score", "{used} of {of} questions are answered; at least {least} are needed.")
    )
    return said.format(used=score.used, of=score.of, least=why.minimum_answered)


def formula_said(why: Explanation) -> tuple[str, ...]:
    """Return the steps from the answers to the score; nothing where there is no score."""
    if why.score.value is None:
        return ()
    return tuple(_steps(why, number(why.score.value)))


def _steps(why: Explanation, result: str) -> Iterator[str]:
    codes = [answer.code for answer in why.answers if isinstance(answer, Answered)]
    total = " + ".join(map(str, codes))
    match why.method:
        case Method.LINEAR_0_100:
            raw = number(why.raw or 0.0)
            yield translate("score", "Raw score: {formula}").format(formula=f"({total}) / {len(codes)} = {raw}")
            share = f"({raw} \u2212 {why.lowest}) / ({why.highest} \u2212 {why.lowest})"
            scaled = f"(1 \u2212 {share}) \u00d7 100" if why.reversed else f"{share} \u00d7 100"
            yield translate("score", "Score: {formula}").format(formula=f"{scaled} = {result}")
        case Method.MEAN:
            yield translate("score", "Score: {formula}").format(formula=f"({total}) / {len(codes)} = {result}")
        case Method.SUM:
            yield translate("score", "Score: {formula}").format(formula=f"{total} = {result}")
        case Method.COUNT_TIMES_SEVERITY:
            pairs = zip(why.answers[::2], why.answers[1::2], strict=True)
            formula = " + ".join(f"{_code(count)} \u00d7 {_code(severity)}" for count, severity in pairs)
            yield translate("score", "Score: {formula}").format(formula=f"{formula} = {result}")
        case Method.MEAN_OF_SCALES:
            formula = " + ".join(map(_entering, why.components))
            yield translate("score", "Score: {formula}").format(
                formula=f"({formula}) / {len(why.components)} = {result}"
            )


def result_said(account: ScoreAccount) -> tuple[str, ...]:
    """Return the result as displayed and in full, or why there is none; and what it was before a correction."""
    score, before = account.explanation.score, account.original
    said: tuple[str, ...]
    if score.value is None:
        said = (translate("score", "No score: {why}").format(why=words.why_missing(score)),)
    else:
        full = QLocale().toString(score.value, "g", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)
        said = (
            translate("score", "Displayed as {points}; on record as {full}.").format(
                points=words.points(score.value), full=full
            ),
        )
    if before is None:
        return said
    first = _NONE if before.value is None else words.points(before.value)
    return (*said, translate("score", "Before an answer was corrected: {points}.").format(points=first))


def threshold_said(verdict: ThresholdVerdict | NoThreshold) -> str:
    """Return where the score stands against its cut; one that was never checked is not told as a fact (rule E78)."""
    if isinstance(verdict, NoThreshold):
        return translate("score", "No published threshold.")
    cut = _cut(verdict.threshold)
    if not verdict.may_be_shown_as_fact:
        said = {
            Standing.BEYOND: translate(
                "score", "On file, not verified: {cut}. This score would be in that range; do not act on that."
            ),
            Standing.WITHIN: translate("score", "On file, not verified: {cut}. This score would not be in that range."),
            Standing.NOT_COMPARABLE: translate("score", "On file, not verified: {cut}. There is no score to compare."),
        }[verdict.standing]
    else:
        said = {
            Standing.BEYOND: translate("score", "Threshold: {cut}. This score is in that range."),
            Standing.WITHIN: translate("score", "Threshold: {cut}. This score is not in that range."),
            Standing.NOT_COMPARABLE: translate("score", "Threshold: {cut}. There is no score to compare."),
        }[verdict.standing]
    return said.format(cut=cut)


def number(value: float) -> str:
    """Return a number inside a formula, without decimals it does not have."""
    short = round(value, DECIMALS)
    decimals = next(places for places in range(DECIMALS + 1) if round(short, places) == short)
    return QLocale().toString(short + 0.0, "f", decimals)


def _cut(threshold: Threshold) -> str:
    parts = []
    if threshold.below is not None:
        parts.append(translate("score", "below {points}").format(points=number(threshold.below)))
    if threshold.above is not None:
        parts.append(translate("score", "above {points}").format(points=number(threshold.above)))
    return ", ".join(parts)


def _code(answer: Answer) -> str:
    return str(answer.code) if isinstance(answer, Answered) else _NONE


def _entering(used: ComponentUsed) -> str:
    value = number(used.score.value or 0.0)
    return f"(100 \u2212 {value})" if used.reversed else value
