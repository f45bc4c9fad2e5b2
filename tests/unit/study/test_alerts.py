import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.instrument.model import InstrumentId, ItemId, ScaleCode
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.alerts import raised

CORE = InstrumentId("core")
Q1 = ItemId("q1")


def score(code, value, variant=""):
    why = Why.TOO_FEW_ANSWERED if value is None else None
    return Score(code=ScaleCode(code), value=value, why=why, used=1, of=1, variant=variant, version="1")


def on_scale(alert_with, **over):
    return alert_with(id="scale", item=None, scale=ScaleCode("FA"), **over)


@pytest.mark.rule("E80")
@pytest.mark.parametrize(("code", "met"), [(3, False), (4, True)])
def test_an_item_at_its_threshold_raises_the_alert(study, code, met):
    alerts = raised(study.alerts, CORE, {Q1: Answered(code)}, ())
    assert [alert.rule for alert in alerts] == (["pain-high"] if met else [])


@pytest.mark.rule("E80")
def test_an_alert_says_what_met_it_and_who_must_act_how_fast(study):
    (alert,) = raised(study.alerts, CORE, {Q1: Answered(4)}, ())
    assert (alert.item, alert.value, alert.at_least) == (Q1, 4.0, 4.0)
    assert (alert.who, alert.within_hours, alert.source) == ("nurse", 24, "test")


@pytest.mark.rule("E80")
@pytest.mark.parametrize("absent", [NotApplicable(), Skipped(), NotPresented(), NotReached()])
def test_what_is_missing_is_never_taken_for_a_value(study_with, alert_with, absent):
    study = study_with(alerts=(alert_with(at_least=None, at_most=4.0), on_scale(alert_with, at_least=0.0)))
    assert raised(study.alerts, CORE, {Q1: absent}, (score("FA", None),)) == ()
    assert raised(study.alerts, CORE, {}, ()) == ()


def test_a_rule_belongs_to_its_form_only(study):
    assert raised(study.alerts, InstrumentId("module"), {Q1: Answered(4)}, ()) == ()


@pytest.mark.rule("E80")
def test_a_score_that_equals_its_threshold_but_for_the_last_bit_counts(study_with, alert_with):
    study = study_with(alerts=(on_scale(alert_with, at_least=80.0),))
    just_below = (1 - (1.6 - 1) / 3) * 100 - 2e-14
    assert just_below < 80.0
    assert len(raised(study.alerts, CORE, {}, (score("FA", just_below),))) == 1
    assert raised(study.alerts, CORE, {}, (score("FA", 79.99),)) == ()


@pytest.mark.rule("E80")
@pytest.mark.parametrize(("value", "met"), [(9.9, False), (10.0, True), (20.0, True), (20.1, False)])
def test_a_rule_with_both_bounds_is_met_between_them(study_with, alert_with, value, met):
    study = study_with(alerts=(on_scale(alert_with, at_least=10.0, at_most=20.0),))
    assert bool(raised(study.alerts, CORE, {}, (score("FA", value),))) is met


def test_a_rule_without_bounds_is_never_met(study_with, alert_with):
    study = study_with(alerts=(alert_with(at_least=None),))
    assert raised(study.alerts, CORE, {Q1: Answered(4)}, ()) == ()


def test_a_scale_scored_in_two_variants_raises_one_alert(study_with, alert_with):
    study = study_with(alerts=(on_scale(alert_with, at_least=50.0),))
    scores = (score("FA", 40.0, "A"), score("FA", 60.0, "B"), score("FA", 70.0, "C"))
    assert [alert.value for alert in raised(study.alerts, CORE, {}, scores)] == [60.0]


@pytest.mark.rule("E81")
@given(
    codes=st.lists(st.integers(1, 4), min_size=1, max_size=6),
    cuts=st.lists(st.integers(1, 4), max_size=5),
)
def test_alerts_follow_the_order_of_the_study_file_and_nothing_else(study_with, alert_with, codes, cuts):
    items = [ItemId(f"q{n}") for n in range(1, len(codes) + 1)]
    rules = tuple(alert_with(id=f"r{n}", item=items[n % len(items)], at_least=float(cut)) for n, cut in enumerate(cuts))
    answers = dict(zip(items, map(Answered, codes), strict=True))
    shuffled = dict(reversed(answers.items()))
    alerts = raised(study_with(alerts=rules).alerts, CORE, answers, ())
    assert alerts == raised(study_with(alerts=rules).alerts, CORE, shuffled, ())
    assert [alert.rule for alert in alerts] == [rule.id for rule in rules if answers[rule.item].code >= rule.at_least]
