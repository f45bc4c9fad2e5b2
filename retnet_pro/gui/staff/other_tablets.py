"""What other tablets of the site told about a participant, on the participant's page."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.elsewhere import Elsewhere
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class OtherTablets(QWidget):
    """Shows an `Elsewhere`: what a person must decide stands out, where things were recorded is told quietly."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = down(spacing=GRID)
        self.setLayout(self._rows)

    def present(self, told: Elsewhere, visits: Mapping[str, str], forms: Mapping[str, str]) -> None:
        """Show this, with titles of visits and forms; nothing at all where no other tablet told anything."""
        clear(self._rows)
        self.setVisible(not told.is_silent)
        for number, said in enumerate(self._to_decide(told, visits, forms)):
            self._rows.addWidget(self._row(said, f"person.elsewhere.decide.{number}", stands_out=True))
        for number, said in enumerate(self._quiet(told)):
            self._rows.addWidget(self._row(said, f"person.elsewhere.{number}", stands_out=False))

    def _row(self, said: str, name: str, *, stands_out: bool) -> QWidget:
        holder, line = QWidget(), across(spacing=GRID)
        sign, tone = (Sign.ATTENTION, Tone.AMBER) if stands_out else (Sign.INFORMATION, Tone.PLAIN)
        line.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(said, Voice.BODY if stands_out else Voice.QUIET, name=name), 1)
        holder.setLayout(line)
        return holder

    def _to_decide(self, told: Elsewhere, visits: Mapping[str, str], forms: Mapping[str, str]) -> Iterator[str]:
        for one in told.doubles:
            where = ", ".join(map(self._tablet, one.devices))
            yield self.tr(
                "{visit}, {form}: filled in {count} times ({where}). All stand; a person must decide."
            ).format(
                visit=visits.get(one.visit, one.visit),
                form=forms.get(one.instrument, one.instrument),
                count=len(one.devices),
                where=where,
            )
        if told.enrolments:
            each = "; ".join(f"{self._tablet(one.device)}: {words.instant(one.at)}" for one in told.enrolments)
            yield self.tr(
                "This study code was given on more than one tablet ({each}). Make sure that it is one person."
            ).format(each=each)

    def _quiet(self, told: Elsewhere) -> Iterator[str]:
        for device, count in told.finished.items():
            yield self.tr(
                "Recorded on tablet {device}: questionnaires {count}. Read them here, change them there."
            ).format(device=device, count=count)
        if told.under_way:
            yield self.tr("Begun on another tablet and not finished when it last told: {count}.").format(
                count=told.under_way
            )

    def _tablet(self, device: str) -> str:
        return self.tr("tablet {device}").format(device=device) if device else self.tr("this tablet")
