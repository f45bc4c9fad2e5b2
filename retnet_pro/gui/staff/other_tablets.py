"""What other tablets of the site told about a participant, on the participant's page."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.elsewhere import Elsewhere, Said
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.statement import WITHDREW
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.study.absence import Absence


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
        for fact in told.contested:
            each = "; ".join(f"{self._tablet(one.device)}: {self._value(one, fact.what)}" for one in fact.said)
            yield self.tr(
                "{fact} was stated on two tablets that had not heard of each other ({each}). Until somebody states it "
                "again, this counts: {value}."
            ).format(fact=self._fact(fact.what, visits, forms), each=each, value=self._value(fact.in_force, fact.what))

    def _fact(self, what: str, visits: Mapping[str, str], forms: Mapping[str, str]) -> str:
        if what == WITHDREW:
            return self.tr("Withdrawal")
        visit, _, form = what.partition("\n")
        return f"{visits.get(visit, visit)}, {forms.get(form, form)}" if form else words.word(Fact(what))

    def _value(self, one: Said, what: str) -> str:
        if one.is_back:
            return self.tr("taken back")
        if one.day is not None:
            return self.tr("withdrawn from {day} on").format(day=words.day(one.day))
        if "\n" in what:  # a form that will not come
            return words.word(Absence(one.value))
        if one.value in {"True", "False"}:
            return self.tr("yes") if one.value == "True" else self.tr("no")
        with suppress(ValueError):
            day = words.day(date.fromisoformat(one.value))
            return f"{day}, {one.arm}" if one.arm else day
        return words.finding(one.value)

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
