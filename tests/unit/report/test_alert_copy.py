"""The history of the alerts leaves with what is needed to lay it beside the answers, and leaves a trace."""

import csv
from datetime import date
from io import StringIO

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.alerts import alerts_of, answer_alert
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.report.alert_copy import COLUMNS, copy_alerts
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite, enrolled, visit
from tests.gui.conftest import ADMINISTRATOR

SUBJECT = make_subject("BER", 1)
DAY = date(2026, 10, 1)


@pytest.fixture
def site():
    made = FakeSite()
    desk = made.desk()
    enrolled(desk, made.clock, SUBJECT, DAY, "be")
    visit(made, desk, SUBJECT, "baseline", date(2026, 10, 4), given={"q9": Answered(4), "wheeze": Answered(0)})
    return made


def answer(desk, outcome, **how):
    (one,) = alerts_of(desk, SUBJECT)
    answer_alert(desk, SUBJECT, one.fact.hash, one.fact.alert.rule, outcome, **how)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode())))


@pytest.mark.rule("E85")
def test_every_act_is_a_line_that_names_the_session_and_the_event_of_the_alert(site):
    desk = site.desk()
    answer(desk, AlertOutcome.NOT_REACHABLE)
    answer(desk, AlertOutcome.ACTION, action=AlertAction.ADVICE, note="=called back")
    told = rows(copy_alerts(desk, site.clock(), as_table=True))
    assert [one["outcome"] for one in told] == ["not-reachable", "action"]
    (filed,) = [one for one in desk.course(SUBJECT).filed if one.instrument == "qlq-c30"]
    fact = alerts_of(desk, SUBJECT)[0].fact
    assert {one["session"] for one in told} == {filed.ses} and told[0]["raised_sha256"] == fact.hash
    assert (told[1]["value"], told[1]["action"], told[1]["note"]) == ("4.0", "advice", "'=called back")
    assert float(told[1]["hours_to_action"]) == fact.hours_to_action and told[1]["open"] == "no"
    assert list(told[0]) == list(COLUMNS)


@pytest.mark.rule("E85")
def test_an_alert_nobody_answered_is_a_line_too(site):
    (told,) = rows(copy_alerts(site.desk(), site.clock(), as_table=True))
    assert (told["open"], told["outcome"], told["hours_to_action"]) == ("yes", "", "")


@pytest.mark.rule("P10")
def test_taking_the_history_away_leaves_a_trace_and_needs_the_right(site):
    desk = site.desk()
    now = site.clock()
    assert copy_alerts(desk, now, as_table=False).startswith(b"%PDF")
    last = site.log.kept[-1]
    assert last.header.kind is Kind.VIEW
    assert desk.reader.open_event(last).content["what"] == "alert export"
    head = site.log.head()
    with pytest.raises(Refusal) as caught:
        copy_alerts(site.desk(ADMINISTRATOR), now, as_table=True)
    assert caught.value.code is Code.NOT_ALLOWED and site.log.head() == head
