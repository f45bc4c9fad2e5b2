"""Nobody gets past the participant's window: keys that lead out are taken, and it comes back when pushed away."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from retnet_pro.app import window as windows
from retnet_pro.app.kiosk import Kiosk, leads_out

HOUSE = Path(__file__).resolve().parents[3]
Key, Held = Qt.Key, Qt.KeyboardModifier


class Recorder(QWidget):
    """A window with one button, that notes every key which reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[Qt.Key] = []
        self.button = QPushButton("Next")
        QVBoxLayout(self).addWidget(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(Qt.Key(event.key()))


Guarded = Callable[..., tuple[Recorder, Kiosk]]


@pytest.fixture
def guarded(qtbot: QtBot) -> Guarded:
    def make() -> tuple[Recorder, Kiosk]:
        window = Recorder()
        qtbot.addWidget(window)
        kiosk = Kiosk(window, full_screen=False)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window, kiosk

    return make


@pytest.mark.rule("E30")
@pytest.mark.parametrize(
    ("key", "held", "text", "out"),
    [
        (Key.Key_F4, Held.AltModifier, "", True),
        (Key.Key_F1, Held.NoModifier, "", True),
        (Key.Key_F11, Held.NoModifier, "", True),
        (Key.Key_Q, Held.ControlModifier, "\x11", True),
        (Key.Key_Tab, Held.AltModifier, "\t", True),
        (Key.Key_L, Held.MetaModifier, "l", True),
        (Key.Key_Meta, Held.NoModifier, "", True),
        (Key.Key_Alt, Held.AltModifier, "", True),
        (Key.Key_Delete, Held.ControlModifier | Held.AltModifier, "\x7f", True),
        (Key.Key_Tab, Held.NoModifier, "\t", False),
        (Key.Key_Backtab, Held.ShiftModifier, "", False),
        (Key.Key_Space, Held.NoModifier, " ", False),
        (Key.Key_Return, Held.KeypadModifier, "\r", False),
        (Key.Key_Down, Held.NoModifier, "", False),
        (Key.Key_A, Held.ShiftModifier, "A", False),
        (Key.Key_At, Held.ControlModifier | Held.AltModifier, "@", False),
    ],
)
def test_which_keys_lead_out(key: Qt.Key, held: Qt.KeyboardModifier, text: str, out: bool) -> None:
    assert leads_out(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) is out


@pytest.mark.rule("E30", "E115")
def test_a_key_that_leads_out_reaches_nothing_and_others_do(guarded: Guarded) -> None:
    window, _ = guarded()
    handle = window.windowHandle()
    for key, held in ((Key.Key_F4, Held.AltModifier), (Key.Key_Q, Held.ControlModifier), (Key.Key_F5, Held.NoModifier)):
        QTest.keyClick(handle, key, held)
    assert window.keys == []
    QTest.keyClick(handle, Key.Key_Z)
    assert window.keys == [Key.Key_Z]


@pytest.mark.rule("E30")
def test_a_window_that_was_made_small_comes_back_with_the_keyboard(guarded: Guarded, qtbot: QtBot) -> None:
    window, _ = guarded()
    window.showMinimized()
    qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized() and window.isActiveWindow())


@pytest.mark.rule("E30")
def test_a_window_that_was_hidden_comes_back(guarded: Guarded, qtbot: QtBot) -> None:
    window, _ = guarded()
    window.hide()
    qtbot.waitUntil(window.isVisible)


@pytest.mark.rule("E30")
def test_a_window_that_lost_the_keyboard_takes_it_back(guarded: Guarded, qtbot: QtBot) -> None:
    window, _ = guarded()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.waitUntil(window.isActiveWindow)


def test_once_let_go_it_stays_away(guarded: Guarded) -> None:
    window, kiosk = guarded()
    kiosk.let_go()
    window.hide()
    kiosk.regain()
    QCoreApplication.sendEvent(window.windowHandle(), QFocusEvent(QEvent.Type.FocusOut))
    assert not window.isVisible()
    assert not kiosk.findChildren(type(kiosk._regain))[0].isActive()


def test_on_a_real_screen_it_has_no_frame_and_stays_above(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Kiosk(window, full_screen=True)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.usefixtures("qapp")
def test_where_a_screen_is_only_simulated_windows_keep_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not windows.fills_the_screen()
    monkeypatch.setattr(windows.QApplication, "platformName", lambda: "wayland")
    assert windows.fills_the_screen()
    monkeypatch.setenv("RETNET_PRO_WINDOWED", "1")
    assert not windows.fills_the_screen()


FAILS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from retnet_pro.app.window import Pane
from retnet_pro.errors import Code, Refusal
pane, window = Pane(), QWidget()
pane.guard(window)
QTimer.singleShot(0, lambda: pane.fail(Refusal(Code.SITE_IN_USE, path="here")))
QTimer.singleShot(600, lambda: (print(window.isVisible()), pane.application.exit()))
pane.application.exec()
"""


def test_a_failure_is_told_on_its_own_page_and_the_guarded_window_stays_away() -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", FAILS], env=env, cwd=HOUSE, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert "is open in another window" in done.stderr
