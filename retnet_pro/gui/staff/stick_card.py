"""Sticks that are in, as buttons: one tap chooses a stick, the next one copies onto it."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.sticks import Stick
from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

LOOK_MS = 2_000
"""How often it is looked whether a stick was put in or taken out while somebody looks. Choice of this project."""
NAME_SHOWN = 32
"""Characters of a stick's name that are shown; the whole of it is in the tip."""


class StickCard(QWidget):
    """Shows sticks; says which one somebody chose and confirmed."""

    confirmed = Signal(object)
    """The `Stick`."""
    _seen = Signal(object)

    def __init__(
        self, theme: Theme, sticks: Callable[[], tuple[Stick, ...]], name: str = "safe", *, asks: bool = True
    ) -> None:
        """With `asks` a stick that is chosen has to be confirmed here; else whoever listens asks."""
        super().__init__()
        self.setObjectName(f"{name}.sticks")
        self._theme = theme
        self._name = name
        self._asks = asks
        self._sticks = sticks
        self._found: tuple[Stick, ...] = ()
        self._chosen: Stick | None = None
        self._is_looking = False
        self._holder = down(spacing=0)
        self.setLayout(self._holder)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._seen.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._show()

    def look(self) -> None:
        """Look for sticks in a thread of its own: a share that hangs holds nobody up, and is asked once only."""
        if not self._is_looking:
            self._is_looking = True
            threading.Thread(target=self._look, name="sticks", daemon=True).start()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once and from now on."""
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more, and forget what was chosen."""
        super().hideEvent(event)
        self._timer.stop()
        self._choose(None)

    def _look(self) -> None:
        found = self._sticks()
        with suppress(RuntimeError):  # the window is gone
            self._seen.emit(found)

    @Slot(object)
    def _take(self, found: tuple[Stick, ...]) -> None:
        self._is_looking = False
        if found == self._found:
            return
        self._found = found
        if self._chosen is not None and self._chosen.root not in {one.root for one in found}:
            self._chosen = None
        self._show()

    def _choose(self, stick: Stick | None) -> None:
        if stick is not None and not self._asks:
            self.confirmed.emit(stick)
            return
        if stick != self._chosen:
            self._chosen = stick
            self._show()

    def _confirm(self) -> None:
        stick, self._chosen = self._chosen, None
        self._show()
        self.confirmed.emit(stick)

    def _show(self) -> None:
        clear(self._holder)
        title = self.tr("To the centre on a stick") if self._asks else self.tr("Onto a stick")
        column = down(text(title, Voice.LEAD), spacing=GRID)
        if self._chosen is not None:
            self._ask(self._chosen)
            return
        if not self._found:
            column.addWidget(
                text(
                    self.tr("No stick is in. Put one in; it is shown here by itself."),
                    Voice.QUIET,
                    name=f"{self._name}.sticks.none",
                )
            )
        for number, stick in enumerate(self._found):
            made = button(self._says(stick), f"{self._name}.stick.{number}", self._theme, sign=Sign.DISK)
            made.setToolTip(f"{stick.name}\n{stick.root}")
            made.setEnabled(not stick.is_full and not stick.is_read_only)
            made.clicked.connect(lambda _=False, chosen=stick: self._choose(chosen))
            row = across(spacing=0)
            row.addWidget(made)
            row.addStretch(1)
            column.addLayout(row)
        self._holder.addWidget(card(column))

    def _ask(self, stick: Stick) -> None:
        asked = self.tr("Copy everything the centre has not receipted to {stick}?").format(stick=_shortened(stick.name))
        column = down(text(asked, Voice.LEAD, name="safe.stick.asked"), spacing=GRID)
        told = self.tr(
            "It is sealed; only the centre can open it. Every file is read back from the stick and compared."
        )
        column.addWidget(text(told, Voice.QUIET))
        now = button(self.tr("Copy now"), "safe.stick.confirm", self._theme, rank=Rank.PRIMARY, sign=Sign.SEND)
        now.clicked.connect(self._confirm)
        back = button(self.tr("Do not copy"), "safe.stick.back", self._theme)
        back.clicked.connect(lambda: self._choose(None))
        row = across(spacing=GRID)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(now)
        column.addLayout(row)
        self._holder.addWidget(card(column))

    def _says(self, stick: Stick) -> str:
        name = _shortened(stick.name)
        if stick.is_read_only:
            return self.tr("{stick} cannot be written to").format(stick=name)
        if stick.is_full:
            return self.tr("{stick} is full").format(stick=name)
        free = QLocale().formattedDataSize(stick.free, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        return self.tr("Copy to {stick} ({free} free)").format(stick=name, free=free)


def place_of(stick: Stick) -> Path:
    """Return the folder bundles go into on a stick: its root, where the centre looks for them."""
    return Path(stick.root)


def _shortened(name: str) -> str:
    return name if len(name) <= NAME_SHOWN else name[: NAME_SHOWN - 1] + "\u2026"
