"""The record of one visit as a PDF: one button on the participant's page, with the visits that have begun."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.pieces import across, button
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import Theme

Save = Callable[[Callable[[], None], str], None]
"""Does what writes a file, in the lane, and then says where it is."""


class PersonVisits(QWidget):
    """Offers the visits of one participant; writes the record of the one that was chosen."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper, save: Save) -> None:
        super().__init__()
        self._desk, self._paper, self._save = desk, paper, save
        self._subject = ""
        self._show = button(self.tr("Visit record"), "person.visits", theme, sign=Sign.PAPER)
        self._menu = QMenu(self)
        self._menu.setObjectName("person.visits.menu")
        self._show.setMenu(self._menu)
        row = across(self._show)
        row.addStretch(1)
        self.setLayout(row)

    def present(self, subject: str, visits: tuple[tuple[str, str], ...]) -> None:
        """Offer these visits, each by its id and title; nothing where none has begun."""
        self._subject = subject
        self._menu.clear()
        for visit, title in visits:
            act = self._menu.addAction(title)
            act.setObjectName(f"person.visit.{visit}")
            act.triggered.connect(lambda _=False, visit=visit, title=title: self._choose(visit, title))
        self.setVisible(bool(visits))

    def save_record(self, visit: str, path: Path) -> None:
        """Write the record of a visit, as after the file dialog."""
        subject, said = self._subject, self.tr("The record of the visit is in {path}.").format(path=path)
        self._save(lambda: self._paper.visit_record(self._desk, subject, visit, path), said)

    def _choose(self, visit: str, title: str) -> None:
        asked = self.tr("Save the record of {visit}").format(visit=title)
        path, _ = QFileDialog.getSaveFileName(self, asked, "", "PDF (*.pdf)")
        if path:
            self.save_record(visit, Path(path))
