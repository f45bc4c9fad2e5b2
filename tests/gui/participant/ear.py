"""A participant who hears the screen: sees only the accessible tree, acts only through its actions."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

PRESSABLE = (QAccessible.Role.Button, QAccessible.Role.RadioButton)


class Ear:
    """What a screen reader offers of a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def everything(self) -> Iterator[QAccessibleInterface]:
        """Yield what is on screen, in reading order."""
        yield from self._below(QAccessible.queryAccessibleInterface(self._window))

    def title(self) -> str:
        """Return the name of the window."""
        return QAccessible.queryAccessibleInterface(self._window).text(QAccessible.Text.Name)

    def heard(self) -> list[str]:
        """Return all names in reading order."""
        return [one.text(QAccessible.Text.Name) for one in self.everything()]

    def options(self) -> list[QAccessibleInterface]:
        """Return the options of the question."""
        return [one for one in self.everything() if one.role() == QAccessible.Role.RadioButton]

    def buttons(self) -> dict[str, QAccessibleInterface]:
        """Return everything that can be pressed but options, by name."""
        found = [one for one in self.everything() if one.role() == QAccessible.Role.Button]
        return {one.text(QAccessible.Text.Name): one for one in found}

    def focused(self) -> str:
        """Return the name of what has the keyboard, which a screen reader reads out when a page comes up."""
        return next((one.text(QAccessible.Text.Name) for one in self.everything() if one.state().focused), "")

    def press(self, one: QAccessibleInterface) -> None:
        """Press through the accessible action alone."""
        actions = one.actionInterface()
        names = actions.actionNames()
        wanted = [name for name in ("Press", "Toggle", "SelectItem") if name in names]
        assert wanted, f"nothing can be done with {one.text(QAccessible.Text.Name)!r}: {names}"
        actions.doAction(wanted[0])

    def _below(self, parent: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        for place in range(parent.childCount()):
            child = parent.child(place)
            if child is None or not child.isValid() or child.state().invisible:
                continue
            yield child
            yield from self._below(child)
