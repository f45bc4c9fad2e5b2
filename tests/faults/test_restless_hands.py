"""Restless hands on the participant's glass leave nothing, lose nothing and store nothing that was not tapped.

Fault model: any order of acts, at any speed, on every kind of page, with a disk that is slow and refuses now and then.
It does not test what a window system does before Qt hears of it; the kiosk's set-up is for that.
"""

import random

import pytest
from PySide6.QtTest import QTest

from tests.faults.restless import sit_down, stand_up
from tests.faults.sizes import SIZES


@pytest.mark.rule("E24", "E30", "E43", "E50", "E58", "E59", "E113")
def test_restless_hands_leave_nothing_lose_nothing_and_store_nothing_untapped(qapp, record_figure):
    chance, device = random.Random(20261128), QTest.createTouchDevice()
    hands, broken, answers, sittings = sit_down(chance, device), [], 0, 1
    for act in range(SIZES.restless_acts):
        hands.act()
        judge = hands.judge
        if chance.random() < 0.7:
            broken += [f"act {act}: {what}" for what in judge.look()]
        if judge.ends or (hands.desk.reasons and chance.random() < 0.2):
            broken += judge.look()
            answers += judge.seen
            stand_up(hands)
            hands, sittings = sit_down(chance, device), sittings + 1
    broken += hands.judge.look()
    stand_up(hands)
    record_figure(goal="restless hands", runs=SIZES.restless_acts, violations=len(broken))
    assert broken == []
    assert answers > SIZES.restless_acts // 30, "the hands did answer"
    assert sittings > 3
