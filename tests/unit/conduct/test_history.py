"""The history beside a value: every act, in order, with its time, and only for those who read responses."""

from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.conduct.history import history_of
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import Kind, SessionId
from tests.unit.conduct.test_trail import ONE
from tests.unit.conduct.test_trail import told as told_site

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

told = told_site


def session(site: "Founded") -> SessionId:
    return site.login("monitor").responses_of(ONE)[0].response.ses


@pytest.mark.rule("P12", "P15", "P18")
def test_a_value_has_every_act_that_led_to_it(told: "Founded") -> None:
    history = history_of(told.login("nurse"), session(told))
    first, second = history[ItemId("q1")]
    assert (first.given, first.replaces, first.prompted) == (Answered(2), None, False)
    assert (second.given, second.replaces, second.prompted) == (Answered(1), first.n, False)
    assert first.at <= second.at
    event = told.opened.log.get(second.event.seq)
    assert event is not None and (event.hash, event.header.at, event.header.who) == (second.hash, second.at, second.who)
    (skipped,) = history[ItemId("q2")]
    assert (skipped.given, skipped.prompted) == (Skipped(), True)


@pytest.mark.rule("P41")
def test_who_does_not_read_responses_gets_no_history(told: "Founded") -> None:
    with pytest.raises(Refusal) as refused:
        history_of(told.login("administrator"), session(told))
    assert refused.value.code is Code.NOT_ALLOWED


def test_an_erased_act_is_gone_from_the_history(told: "Founded") -> None:
    desk, ses = told.login("monitor"), session(told)
    first, second = history_of(desk, ses)[ItemId("q1")]
    told.opened.log.erase([first.event.seq])
    assert history_of(desk, ses)[ItemId("q1")] == (second,)


@pytest.mark.rule("P03")
def test_a_content_that_is_no_answer_is_named(told: "Founded") -> None:
    ses = session(told)
    told.opened.pen.write(Kind.ANSWER, {"ses": ses, "n": 99}, who="participant", role="participant", ses=ses, n=99)
    with pytest.raises(Tamper) as tampered:
        history_of(told.login("monitor"), ses)
    assert tampered.value.code is Code.PAYLOAD_BROKEN
