"""Somebody at the desk who has a keyboard and nothing else: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.fakes import PASSPHRASE
from tests.gui.conftest import Staff

STOPS = 160
"""More stops of the tab key than any page has."""


class Keys:
    """Presses keys on the focused part of a `Staff` window, and looks where the focus is."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.unseen: set[str] = set()
        """Parts that had the focus and did not look different for it."""
        self._seen: set[tuple[object, ...]] = set()
        staff.window.activateWindow()
        staff.qtbot.waitUntil(staff.window.isActiveWindow)

    @property
    def at(self) -> QWidget:
        """What has the focus; there is always something."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        assert focused.isVisible(), f"the focus is on {focused.objectName()}, which is not shown"
        return focused

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after the other and wait for what they bring."""
        for key in keys:
            back = key == Qt.Key.Key_Backtab
            held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.at, key, held)
        self.staff.settle()

    def go(self, name: str, *, back: bool = False) -> QWidget:
        """Go on with the tab key until something of this name has the focus; with the arrows within a group."""
        passed = []
        for _ in range(STOPS):
            here = QApplication.focusWidget()
            said = here.objectName() if here is not None else ""
            if here is not None and (said == name or self._goes_on_by_arrow(here, name)):
                self.look()
                return self.at
            if passed:  # where the way begins nobody came by the tab key
                self.look()
            passed.append(said)
            QTest.keyClick(here or self.staff.window, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise AssertionError(f"the tab key does not come to {name}, only to {list(dict.fromkeys(passed))}")

    def use(self, name: str, *, back: bool = False) -> None:
        """Go to a button and press it."""
        self.go(name, back=back)
        self.press(Qt.Key.Key_Space)

    def write(self, name: str, text: str) -> None:
        """Go to a field and type."""
        QTest.keyClicks(self.go(name), text)
        self.staff.settle()

    def choose_row(self, table: str, row: int) -> None:
        """Go to a table, to its first row, down to the row, and open it."""
        QTest.keyClick(self.go(table), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self.press(*[Qt.Key.Key_Down] * row, Qt.Key.Key_Return)

    def log_in(self, user: str, passphrase: str = PASSPHRASE) -> None:
        """Choose a name, type the passphrase, press Enter."""
        self.use(f"login.user.{user}")
        self.write("login.passphrase", passphrase)
        self.press(Qt.Key.Key_Return)
        assert self.staff.window.frame is not None, "nobody is logged in"

    def _goes_on_by_arrow(self, here: QWidget, name: str) -> bool:
        group = here.group() if isinstance(here, QAbstractButton) else None
        if group is None or name not in [one.objectName() for one in group.buttons()]:
            return False
        wanted = next(one for one in group.buttons() if one.objectName() == name)
        for _ in group.buttons():
            right, below = wanted.x() - self.at.x(), wanted.y() - self.at.y()
            if below:
                QTest.keyClick(self.at, Qt.Key.Key_Down if below > 0 else Qt.Key.Key_Up)
            elif right:
                QTest.keyClick(self.at, Qt.Key.Key_Right if right > 0 else Qt.Key.Key_Left)
        return self.at.objectName() == name

    def look(self) -> None:
        """Note the focused part if it lies outside what is shown, or looks the same without the focus."""
        here = self.at
        kind = (type(here), here.property("rank"), here.isEnabled(), bool(here.property("checked")))
        if here.visibleRegion().isEmpty():
            self.unseen.add(f"{here.objectName()} is scrolled away")
        if kind in self._seen:
            return
        self._seen.add(kind)
        focused = here.grab().toImage()
        here.clearFocus()
        if here.grab().toImage() == focused:
            self.unseen.add(f"{here.objectName()} does not show its focus")
        here.setFocus(Qt.FocusReason.OtherFocusReason)
