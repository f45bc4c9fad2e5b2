"""Millimetres of glass: what is touched is large enough on every screen a tablet can have."""

import itertools
import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from retnet_pro.gui.resolution import MM_PER_INCH, pixels_per_mm, text_scale
from retnet_pro.gui.theme import SIZES_PX, Text, Theme
from retnet_pro.gui.widgets.page_bar import PageBar
from retnet_pro.gui.widgets.touch import Touchable
from tests.gui.participant.conftest import HOUSE
from tests.gui.participant.walk import every_screen

ROW_MM, GAP_MM = 15.0, 3.0
TABLET_MM = (217, 136)
"""Glass of a ten-inch tablet."""


def glass(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def check_targets(window, per_mm):
    """Everything that is touched is 15 mm high, and 3 mm from its neighbours."""
    shown = [one for one in window.findChildren(Touchable) if one.isVisible()]
    for one in shown:
        assert one.height() >= ROW_MM * per_mm - 1e-6, one.text()
    for bar in window.findChildren(PageBar):
        assert not bar.isVisible() or bar.width() >= ROW_MM * per_mm - 1e-6
    for one, other in itertools.combinations(shown, 2):
        if one.parentWidget() is other.parentWidget():
            a, b = glass(one, window), glass(other, window)
            below = max(b.top() - a.bottom(), a.top() - b.bottom()) - 1
            beside = max(b.left() - a.right(), a.left() - b.right()) - 1
            assert max(below, beside) >= GAP_MM * per_mm - 1e-6, (one.text(), other.text())


@pytest.mark.rule("E112")
@pytest.mark.parametrize("turned", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("dpi", [72, 96, 120, 144, 160, 192, 240, 300])
def test_targets_are_15_mm_and_3_mm_apart_at_any_logical_resolution(open_window, form, dpi, turned):
    per_mm = pixels_per_mm(dpi, dpi)
    theme = Theme(family="Noto Sans", px_per_mm=per_mm, text_scale=text_scale(dpi))
    size = tuple(int(mm * per_mm) for mm in (reversed(TABLET_MM) if turned else TABLET_MM))
    hands = open_window(form("four", "seven", "count", na=(1,)), practice=True, theme=theme, size=size)
    assert per_mm == dpi / MM_PER_INCH
    for _ in every_screen(hands):
        hands.qtbot.wait(1)
        check_targets(hands.window, per_mm)


@pytest.mark.rule("E111", "E112")
@pytest.mark.parametrize("dpi", [72, 96, 144, 300])
def test_type_is_as_high_on_the_glass_of_a_dense_screen_as_on_a_usual_one(dpi):
    theme = Theme(px_per_mm=pixels_per_mm(dpi, 0), text_scale=text_scale(dpi))
    for text in Text:
        assert theme.px(text) >= SIZES_PX[text] * dpi // 96
        assert theme.px(text) >= SIZES_PX[text]


STORY = """
import json, sys
from PySide6.QtWidgets import QApplication
application = QApplication(["glass"])
from tests.bench.glass import Glass
glass = Glass(application, 3)
screen, window = application.primaryScreen(), glass.window
per_mm = screen.physicalDotsPerInch() / 25.4
rows = window.question.face.controls()
gaps = [b.y() - a.y() - a.height() for a, b in zip(rows, rows[1:])]
every = [*rows, window.bottom.back, window.bottom.next, *window.top.tools]
print(json.dumps({
    "ratio": window.devicePixelRatio(),
    "picture": window.grab().width() / window.width(),
    "lowest_mm": min(one.height() for one in every) / per_mm,
    "narrowest_gap_mm": min(gaps) / per_mm,
}))
glass.close()
"""


@pytest.mark.rule("E112")
@pytest.mark.parametrize("ratio", ["1", "1.5", "2", "3"])
def test_a_target_is_15_mm_of_real_glass_at_any_device_pixel_ratio(ratio):
    """In a process of its own, since Qt reads its scale at the start."""
    seen = os.environ | {"QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HOUSE)}
    done = subprocess.run(
        [sys.executable, "-c", STORY], env=seen, cwd=HOUSE, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ratio"] == found["picture"] == float(ratio)
    assert found["lowest_mm"] >= ROW_MM
    assert found["narrowest_gap_mm"] >= GAP_MM


@pytest.mark.rule("E113")
@pytest.mark.parametrize("which", ["option", "next", "tool"])
def test_whatever_is_touched_acts_on_release_and_never_when_the_finger_slid_off(hands, which):
    target = {"option": hands.options()[0], "next": hands.window.bottom.next, "tool": hands.window.top.tools[0]}[which]
    seen = []
    target.clicked.connect(lambda: seen.append(which))
    hands.clock.settle()
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    assert seen == []
    QTest.mouseMove(target, QPoint(5, -60))
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(5, -60))
    assert seen == []
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
    assert seen == [which]
    hands.wait()


@pytest.mark.rule("E24")
@pytest.mark.parametrize("between_ms", [0, 60, 150, 399])
def test_double_taps_all_over_never_skip_a_question(hands, between_ms):
    for place in (1, 2):
        hands.tap(hands.options()[0])
        hands.tap(hands.window.bottom.next)
        assert hands.window._view.place == place + 1
        hands.clock.up_ms += between_ms
        hands.tap(hands.window.bottom.next, settle=False)
        assert hands.window._view.place == place + 1
    assert len(hands.desk.stored[0]) == 2


@pytest.mark.rule("E113", "E120")
def test_a_long_page_is_turned_by_taps_alone(open_window, form):
    """No drag is needed anywhere: a tap below the mark turns on, above it back, and sliding off turns nothing."""
    hands = open_window(form("four", na=(1,)), theme=Theme(family="Noto Sans", percent=200), size=(1024, 768))
    hands.press("mine")
    hands.next()
    while hands.window.page is not hands.window.question:
        hands.next()
    hands.qtbot.wait(1)
    bar = hands.window.question.area.verticalScrollBar()
    top, bottom = QPoint(bar.width() // 2, 4), QPoint(bar.width() // 2, bar.height() - 4)
    assert bar.isVisible() and bar.value() == 0
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=bottom)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=bottom - QPoint(200, 0))
    assert bar.value() == 0
    while bar.value() < bar.maximum():
        before = bar.value()
        hands.tap(bar, bottom)
        assert bar.value() > before
    while bar.value() > 0:
        before = bar.value()
        hands.tap(bar, top)
        assert bar.value() < before
    assert hands.desk.stored == {}


@pytest.mark.rule("E27", "E120")
def test_the_list_of_answers_is_turned_with_more(open_window, form):
    hands = open_window(form(*["four"] * 12), theme=Theme(family="Noto Sans", percent=200), size=(1024, 768))
    hands.press("mine")
    while hands.window.page is not hands.window.question:
        hands.next()
    while hands.window.page is not hands.window.review:
        hands.window.question.area.show_more()
        hands.tap(hands.options()[0])
        hands.next()
    hands.qtbot.wait(1)
    turns = 0
    while hands.window.review.has_more:
        assert hands.window.bottom.next.text() == "More"
        hands.next()
        turns += 1
    assert turns > 1
    assert not hands.window.bottom.next.isVisible()
    assert hands.window.page is hands.window.review and hands.desk.finished == []
