"""What both window processes do the same way: start Qt, open the log in the lane, show a calm page when that fails."""

import os
import sys
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from retnet_pro.app.awake import Awake
from retnet_pro.app.kiosk import Kiosk
from retnet_pro.errors import Bug, Code, RetnetError
from retnet_pro.gui.notice import NoticeWindow
from retnet_pro.gui.theme import theme_for
from retnet_pro.phrases import sentence

ORGANISATION = "RETNET-Pro"


class Pane:
    """The screen of one process: its windows, and how it ends when something fails. It owns them, hence its state."""

    def __init__(self) -> None:
        """Start Qt, and let a failure inside a slot reach the person too: Qt would leave a dead page standing."""
        self.application = QApplication([ORGANISATION])
        self.application.setApplicationName(ORGANISATION)
        self.application.setStyle("Fusion")
        self.theme = theme_for(self.application.primaryScreen())
        self.application.setPalette(self.theme.palette())
        self.code = 0
        """What the process returns to the shell."""
        self._windows: list[QWidget] = []
        self._kiosks: list[Kiosk] = []
        sys.excepthook = self._catch

    def put_up(self, window: QWidget) -> None:
        """Show a window and keep it as long as the process lives."""
        self._windows.append(window)
        show(window)

    def guard(self, window: QWidget) -> Kiosk:
        """Show a window like `put_up`, that nobody gets past until it is let go, on a screen that stays on."""
        kiosk = Kiosk(window, full_screen=fills_the_screen())
        self._kiosks.append(kiosk)
        self.put_up(window)
        QTimer.singleShot(0, lambda: Awake(window))  # the first page is painted before anybody is asked anything
        return kiosk

    def fail(self, error: Exception) -> None:
        """Put everything away but one calm page that says why it cannot go on; the process ends when it is closed."""
        failure = named(error)
        self.code = failure.exit_code
        for kiosk in self._kiosks:
            kiosk.let_go()
        for window in self._windows:
            window.hide()
        said = sentence(failure)
        print(said, file=sys.stderr)
        page = NoticeWindow(said, self.theme)
        page.closed.connect(self.application.quit)
        self.put_up(page)

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.fail(error)
        else:
            sys.__excepthook__(kind, error, trace)


def show(window: QWidget) -> None:
    """Show a window: full screen and without a frame on a tablet, at its own size where a screen is only simulated."""
    if fills_the_screen():
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.showFullScreen()
    else:
        window.show()


def fills_the_screen() -> bool:
    """Whether windows take the whole screen: not where one is only simulated, or where a developer says so."""
    return QApplication.platformName() != "offscreen" and not os.environ.get("RETNET_PRO_WINDOWED")


def named(error: Exception) -> RetnetError:
    """Return the failure itself, or the name for one nobody foresaw; only its type is told, never its content."""
    return error if isinstance(error, RetnetError) else Bug(Code.UNEXPECTED, why=type(error).__name__)
