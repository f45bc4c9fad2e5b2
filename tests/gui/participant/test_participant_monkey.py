"""A restless hand: two thousand taps and keys anywhere, and no answer is lost or invented."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from retnet_pro.answering.sheet import Cleared
from retnet_pro.errors import Code, WorldFault

KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Right,
    Qt.Key.Key_Escape,
    Qt.Key.Key_5,
)
ROUNDS = 2_000


def expected(entries):
    given = {}
    for entry in entries:
        given[entry.item] = entry.given
    return given


@pytest.mark.rule("E50", "E30")
@pytest.mark.parametrize("seed", [1, 2])
def test_no_answer_is_lost_whatever_is_tapped(open_window, form, seed):
    chance = random.Random(seed)
    hands = open_window(form("four", "seven", "count", "four", na=(4,)), form("four", "four"), practice=False)
    window, clock, desk = hands.window, hands.clock, hands.desk
    hands.to_first_question()
    for _ in range(ROUNDS // 2):
        clock.up_ms += chance.choice((20, 200, 450, 900))
        if chance.random() < 0.02 and not desk.faults:
            desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
        if chance.random() < 0.3:
            QTest.keyClick(window.focusWidget() or window, chance.choice(KEYS))
        else:
            spot = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
            target = window.childAt(spot) or window
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, spot))
        if chance.random() < 0.5:
            hands.wait()
        form_now = window.course.form
        if form_now is not None and not form_now.is_busy and desk.reasons == []:
            part = window.course._part
            assert dict(form_now.session.given) == expected(desk.stored.get(part, ()))
        if desk.reasons:
            break
    hands.wait()
    assert window.isVisible()
    for part, given, _ in desk.finished:
        assert given == expected(desk.stored[part])
        assert not any(isinstance(answer, Cleared) for answer in given.values())
    assert sum(map(len, desk.stored.values())) > 0
