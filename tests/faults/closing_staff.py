"""The real staff process, whose notice page is closed as soon as it is shown; the argument is the profile."""

import sys
from pathlib import Path
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from retnet_pro.app import staff, window
from retnet_pro.vault.backup import BackupFolder

shown_really = window.show


def show_and_close(page: QWidget) -> None:
    shown_really(page)
    button = page.findChild(QPushButton, "notice.close")
    if button is not None:
        QTimer.singleShot(50, button.click)


def stumble() -> None:
    raise RuntimeError("a fault nobody foresaw, with a secret in it")


window.show = show_and_close


def act(page: QWidget) -> None:
    match sys.argv[2:]:
        case ["stumbles"]:
            stumble()
        case ["leaves"]:
            page._end_left()  # what a logout ends with
        case ["hangs"]:
            BackupFolder.put = lambda *_: Event().wait()  # a share that never answers
            staff.BACKUP_PATIENCE_MS = 50
            page._end_left()
        case _:
            page.close()


sys.exit(staff.run(Path(sys.argv[1]), lambda page: QTimer.singleShot(50, lambda: act(page))))
