"""The participant's window holds the glass: no frame, nothing above it, no key out, back in front when pushed away.

This is what a window can do for itself. Keys that the system takes before any window (the Windows key, Ctrl+Alt+Del,
edge gestures) are refused by a kiosk session of the system; see the document about kiosks (rule E30).
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

REGAIN_MS = 200
"""How soon a window that was pushed away comes back; at once would fight with what is just closing."""
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""How Windows reports the key beside the space bar that types further letters."""
_KEYS = frozenset(
    (
        *(Qt.Key(code) for code in range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)),
        Qt.Key.Key_Alt,
        Qt.Key.Key_Control,
        Qt.Key.Key_Help,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Print,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_SysReq,
    )
)
"""Keys that lead somewhere else in one system or another; no page of ours needs them."""
_TYPED = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease))
_PUSHED_AWAY = frozenset((QEvent.Type.FocusOut, QEvent.Type.WindowStateChange, QEvent.Type.Hide))


class Kiosk(QObject):
    """Guards one window from before it is shown until it is let go."""

    def __init__(self, window: QWidget, *, full_screen: bool) -> None:
        """Take the window, not shown yet. Without `full_screen`, where a screen is simulated, its size is its own."""
        super().__init__(window)
        self._window = window
        self._is_guarding = True
        self._full_screen = full_screen
        self._regain = QTimer(self, singleShot=True, interval=REGAIN_MS)
        self._regain.timeout.connect(self.regain)
        if full_screen:
            above = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
            window.setWindowFlags(Qt.WindowType.Window | above)
        window.winId()  # makes the system's side of the window, which sees every key before any widget does
        window.windowHandle().installEventFilter(self)

    def let_go(self) -> None:
        """Stop guarding: the sitting is over and another window takes the glass."""
        self._is_guarding = False
        self._regain.stop()

    def regain(self) -> None:
        """Bring the window back in front, whole and with the keyboard."""
        window = self._window
        if not self._is_guarding:
            return
        if self._full_screen and not (window.isVisible() and window.isFullScreen()):
            window.showFullScreen()
        elif not window.isVisible() or window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow keys that lead out; note when the window is pushed away."""
        if not self._is_guarding:
            return False
        kind = event.type()
        if kind in _PUSHED_AWAY:
            self._regain.start()
        if kind in _TYPED and isinstance(event, QKeyEvent) and leads_out(event):
            event.accept()  # else the system would be offered the key again
            return True
        return False


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key, alone or with others, leaves the program in some system."""
    held = event.modifiers() & _HELD
    types_a_letter = held == _ALT_GR and event.text().isprintable() and bool(event.text())
    return event.key() in _KEYS or (bool(held) and not types_a_letter)
