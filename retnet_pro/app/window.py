"""What both window processes do the same way: start Qt, open the log in the lane, show a calm page when that fails."""

import os
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

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
        sys.excepthook = self._catch

    def put_up(self, window: QWidget) -> None:
        """Show a window and keep it as long as the process lives."""
        self._windows.append(window)
        show(window)

    def fail(self, error: Exception) -> None:
        """Put everything away but one calm page that says why it cannot go on; the process ends when it is closed."""
        failure = named(error)
        self.code = failure.exit_code
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
    """Show a window: full screen on a tablet, at its own size where a screen is only simulated."""
    if QApplication.platformName() == "offscreen" or os.environ.get("RETNET_PRO_WINDOWED"):
        window.show()
    else:
        window.showFullScreen()


def named(error: Exception) -> RetnetError:
    """Return the failure itself, or the name for one nobody foresaw; only its type is told, never its content."""
    return error if isinstance(error, RetnetError) else Bug(Code.UNEXPECTED, why=type(error).__name__)
