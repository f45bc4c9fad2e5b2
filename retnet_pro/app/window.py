"""What both window processes do the same way: start Qt, open the log in the lane, show a calm page when that fails."""

import os
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from retnet_pro.errors import Bug, Code, RetnetError
from retnet_pro.gui.notice import NoticeWindow
from retnet_pro.gui.theme import Theme, theme_for
from retnet_pro.phrases import sentence

ORGANISATION = "RETNET-Pro"


def start_qt() -> tuple[QApplication, Theme]:
    """Return the application and the theme of its screen."""
    application = QApplication([ORGANISATION])
    application.setApplicationName(ORGANISATION)
    application.setStyle("Fusion")
    theme = theme_for(application.primaryScreen())
    application.setPalette(theme.palette())
    return application, theme


def show(window: QWidget) -> None:
    """Show a window: full screen on a tablet, at its own size where a screen is only simulated."""
    if QApplication.platformName() == "offscreen" or os.environ.get("RETNET_PRO_WINDOWED"):
        window.show()
    else:
        window.showFullScreen()


def named(error: Exception) -> RetnetError:
    """Return the failure itself, or the name for one nobody foresaw; only its type is told, never its content."""
    return error if isinstance(error, RetnetError) else Bug(Code.UNEXPECTED, why=type(error).__name__)


def catch_all(failed: Callable[[Exception], None]) -> None:
    """Let a failure inside a slot reach the person too; Qt would only print it and leave a dead page standing."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            failed(error)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook


def tell(error: Exception, theme: Theme, closed: Callable[[], None]) -> NoticeWindow:
    """Show why the program cannot go on, and say it on standard error too."""
    said = sentence(named(error))
    print(said, file=sys.stderr)
    window = NoticeWindow(said, theme)
    window.closed.connect(closed)
    show(window)
    return window
