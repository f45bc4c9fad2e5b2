"""Keep the screen on while a participant reads: no dimming, no screen saver, no lock in the middle of a question.

The wish ends with the process, whatever happens to it. Where the system knows no such wish, nothing is lost: answers
are safe before the next page is shown, and the kiosk session has no screen saver to begin with.
"""

import ctypes
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal

APP = "RETNET-Pro"
REASON = "A participant is answering questions"
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
)
"""Where desktops take the wish; some know the second path only."""
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Of Windows' SetThreadExecutionState."""


class Awake(QObject):
    """The wish to stay awake, kept as long as this object and its process live."""

    settled = Signal(bool)
    """Whether a desktop took the wish; once for each place that was asked. Nothing is emitted where there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Ask at once; never waits for an answer."""
        super().__init__(parent)
        self._asked: list[QObject] = []
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY)
        elif _has_session_bus():
            self._ask_the_desktop()

    def _ask_the_desktop(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # where there is a bus only

        bus = QDBusConnection.sessionBus()
        for service, path in _SERVICES:
            wish = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
            wish.setArguments([APP, REASON])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(wish), self)
            watcher.finished.connect(lambda watcher: self.settled.emit(not watcher.isError()))
            self._asked.append(watcher)


def _has_session_bus() -> bool:
    """Whether a desktop's bus is there already; Qt would otherwise start one, which takes long and helps nobody."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(runtime) and (Path(runtime) / "bus").exists())
