"""A restless hand: two thousand taps and keys anywhere, and no answer is lost or invented."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from retnet_pro.answering.sheet import Cleared
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.widgets.button import ActionButton
from retnet_pro.study.model import Identification

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
            part = desk.forms.index(form_now.session.instrument)
            assert dict(form_now.session.given) == expected(desk.stored.get(part, ()))
        if desk.reasons:
            break
    hands.wait()
    assert window.isVisible()
    for part, given, _ in desk.finished:
        assert given == expected(desk.stored[part])
        assert not any(isinstance(answer, Cleared) for answer in given.values())
    assert sum(map(len, desk.stored.values())) > 0


@pytest.mark.rule("E29", "E30", "E59")
@pytest.mark.parametrize("pin", ["", "1"], ids=["to be chosen", "that nobody can tap"])
def test_whatever_is_tapped_at_the_pin_nothing_is_stored_before_it_is_right(open_window, form, pin):
    chance = random.Random(7)
    hands = open_window(form("four", "count"), practice=True, identification=Identification.PIN, pin=pin)
    desk = hands.desk
    hands.press("mine")
    taps = 0
    while taps < ROUNDS // 4 and not (desk.reasons or desk.identified):
        shown = [one for one in hands.window.findChildren(ActionButton) if one.isVisible()]
        leave = {one for one in shown if one.text() == "No, or I am not sure"}
        hands.tap(chance.choice([one for one in shown if one not in leave]))
        taps += 1
    assert taps > 20
    assert (desk.stored, desk.finished) == ({}, [])
    assert desk.reasons == (["not-identified"] if pin else [])
    assert hands.window.isVisible()
