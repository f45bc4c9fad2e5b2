"""Whatever was answered, the glass shows the same: nobody who answers sees that an alert was raised (rule E86)."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from retnet_pro.conduct.alerts import worklist
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.take import Bedside
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import Theme
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite, enrolled
from tests.gui.participant.conftest import Hands

SUBJECT = make_subject("BER", 1)
DAY = date(2026, 11, 23)
BEST, WORST = 0, -1


def last_page(qtbot, clock, site: FakeSite, at: int) -> list[str]:
    """Let the participant take the same option of every question, and return what the last page says."""
    desk = site.desk()
    enrolled(desk, site.clock, SUBJECT, DAY - timedelta(days=30), "be")
    desk.record_fact(SUBJECT, Fact.EMBOLIZATION, DAY - timedelta(days=14))
    site.clock.set_day(DAY)
    bedside = Bedside(site.pen, site.library, start(desk, SUBJECT, "post-2w-1", "en", AnsweredBy.ALONE))
    lane = Lane()
    window = ParticipantWindow(bedside, clock, lane, practice=False, theme=Theme(family="Noto Sans"))
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_is_over", True))
    window.resize(800, 1280)
    window.show()
    hands = Hands(qtbot, window, bedside, clock)
    hands.to_first_question()
    hands.answer_all(at)
    hands.tap(window.bottom.finish)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
    lane.close()
    proof = site.log.head().hash[:6].upper()
    return [said.replace(proof, "PROOF") for said in shown]


@pytest.mark.rule("E86", "E84")
def test_the_last_page_is_the_same_with_and_without_an_alert_and_says_whom_to_call(qtbot, clock):
    calm, alarming = FakeSite(), FakeSite()
    pages = [last_page(qtbot, clock, calm, BEST), last_page(qtbot, clock, alarming, WORST)]
    assert worklist(calm.desk()) == () and worklist(alarming.desk()) != ()
    assert pages[0] == pages[1]
    assert any(alarming.study.whom_to_call["en"] in said for said in pages[1])
