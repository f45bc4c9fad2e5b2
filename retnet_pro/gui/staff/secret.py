"""Fields for passphrases: pasting is allowed, what is typed can be made visible, nothing is kept when the page goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, down, text
from retnet_pro.gui.theme import GRID, Theme


class SecretField(QWidget):
    """One passphrase, hidden until somebody asks to see it (rule E118)."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, name: str, title: str, *, show_name: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(title)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self._show = button(self.tr("Show"), show_name or f"{name}.show", theme, checkable=True)
        self._show.toggled.connect(self._reveal)
        self.setLayout(across(self.line, self._show, spacing=GRID))
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """Return what was typed or pasted."""
        return self.line.text()

    def forget(self) -> None:
        """Empty the field and hide what is typed into it next."""
        self.line.clear()
        self._show.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing once the page has gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _reveal(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))


class NewSecret(QWidget):
    """A new passphrase typed twice, with what is asked of it."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._first = SecretField(theme, f"{name}.new", self.tr("New passphrase"))
        self._second = SecretField(theme, f"{name}.again", self.tr("The new passphrase once more"))
        self._differs = text("", Voice.CAPTION, name=f"{name}.differs", tone=Tone.AMBER)
        self._first.changed.connect(self._judge)
        self._second.changed.connect(self._judge)
        asked = self.tr("At least 15 characters, for example four or five unrelated words. No digits or signs needed.")
        self.setLayout(
            down(
                down(
                    text(self.tr("New passphrase"), Voice.STRONG), self._first, text(asked, Voice.CAPTION), spacing=GRID
                ),
                down(
                    text(self.tr("The new passphrase once more"), Voice.STRONG),
                    self._second,
                    self._differs,
                    spacing=GRID,
                ),
            )
        )

    def agreed(self) -> str:
        """Return the passphrase when both are the same, else ''."""
        return self._first.value() if self._first.value() == self._second.value() else ""

    def forget(self) -> None:
        """Empty both fields."""
        self._first.forget()
        self._second.forget()

    def _judge(self) -> None:
        differs = bool(self._second.value()) and not self.agreed()
        self._differs.setText(self.tr("The two are not the same yet.") if differs else "")
        self.changed.emit()
