"""One item of a form that staff fill in, with what is wrong or asked right beside it. It reports what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from retnet_pro.answering.clinic_value import Absent, Dated, Emptied, Measured, Noted, Put, Value, read_day, read_number
from retnet_pro.answering.sheet import Answered
from retnet_pro.gui import words
from retnet_pro.gui.staff import clinic_said
from retnet_pro.gui.staff.clinic_view import FieldView
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.instrument.clinic import Choice, ClinicWords, Day, Missing, Number, UnitId

FEW = 5
"""Up to so many codes stand side by side if there is room for their words; more go into a list."""
_ROOM_PX, _LETTER_PX, _AROUND_PX = 700, 9, 44
"""Room on the smallest tablet, and what a letter and the frame of a button take of it at most."""
_NUMBER_PX, _DAY_PX, _LIST_PX = 20 * GRID, 22 * GRID, 42 * GRID


class Field(QWidget):
    """Shows a `FieldView`; what was typed and not taken stays in it until it is mended."""

    put = Signal(object)
    """The `Put` that somebody typed or chose."""
    confirmed = Signal()
    """Somebody said that an unusual value is right."""

    def __init__(self, view: FieldView, said: ClinicWords, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._words = said
        self._name = f"clinic.{view.place}"
        self.setObjectName(self._name)
        self._line: QLineEdit | None = None
        self._list: QComboBox | None = None
        self._unit: QComboBox | None = None
        self._buttons: dict[int, QPushButton] = {}
        self._absences: dict[Missing, QPushButton] = {}
        self._unread = ""
        self._entry: QHBoxLayout = across(spacing=GRID)
        self._make_entry()
        for why in view.item.missing:
            self._absences[why] = self._toggle(f"{self._name}.{why.value}", words.word(why), Absent(why))
        self._entry.addStretch(1)
        self._said = down(spacing=GRID // 2)
        label = text(view.label, Voice.STRONG)
        column = down(label, spacing=GRID // 2)
        if view.hint:
            column.addWidget(text(view.hint, Voice.CAPTION))
        column.addLayout(self._entry)
        column.addLayout(self._said)
        self.setLayout(column)
        self._show_value()
        self._show_said(ask_gap=False)

    @property
    def is_unsettled(self) -> bool:
        """Whether something is typed here that was not taken."""
        return bool(self._unread or self._view.refused)

    def present(self, view: FieldView, *, ask_gap: bool) -> None:
        """Show this item as it stands now; a refused text stays to be mended."""
        self._view = view
        if not view.refused and not self._unread:
            self._show_value()
        self._show_unit()
        self._show_said(ask_gap=ask_gap)

    def take_focus(self) -> None:
        """Begin typing here."""
        first = self._line or self._list or next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the tab key stops here, in order."""
        entry = (self._line, self._list, *self._buttons.values(), self._unit, *self._absences.values())
        return tuple(one for one in entry if one is not None)

    def _make_entry(self) -> None:
        kind, name, label = self._view.item.kind, self._name, self._view.label
        if isinstance(kind, Choice) and self._fits_side_by_side(kind):
            for code in kind.codes:
                made = self._toggle(f"{name}.{code}", self._words.lists[kind.list][code], Answered(code))
                self._buttons[code] = made
        elif isinstance(kind, Choice):
            self._list = QComboBox()
            self._list.addItem(self.tr("Choose"), None)
            for code in kind.codes:
                self._list.addItem(self._words.lists[kind.list][code], code)
            self._dress(self._list, f"{name}.list", label, _LIST_PX)
            self._list.activated.connect(lambda _: self._choose_from_list())
        else:
            self._line = QLineEdit()
            width = _NUMBER_PX if isinstance(kind, Number) else _DAY_PX if isinstance(kind, Day) else 0
            self._dress(self._line, f"{name}.typed", label, width)
            if isinstance(kind, Day):
                self._line.setPlaceholderText(self.tr("day.month.year"))
            self._line.editingFinished.connect(self._take_typed)
            if isinstance(kind, Number) and len(kind.kind.units) > 1:
                self._make_unit(kind, name)
            elif isinstance(kind, Number):
                self._entry.addWidget(text(kind.kind.units[0].symbol, wrap=False))

    def _fits_side_by_side(self, kind: Choice) -> bool:
        labels = [self._words.lists[kind.list][code] for code in kind.codes]
        labels += [words.word(why) for why in self._view.item.missing]
        needed = sum(len(label) * _LETTER_PX + _AROUND_PX for label in labels)
        return len(kind.codes) <= FEW and needed <= _ROOM_PX

    def _make_unit(self, kind: Number, name: str) -> None:
        self._unit = QComboBox()
        self._unit.addItem(self.tr("Unit"), "")
        for unit in kind.kind.units:
            self._unit.addItem(unit.symbol, unit.id)
        self._dress(self._unit, f"{name}.unit", self.tr("Unit of {item}").format(item=self._view.label), _NUMBER_PX)
        self._unit.activated.connect(lambda _: self._take_typed())
        self._show_unit()

    def _dress(self, made: QLineEdit | QComboBox, name: str, label: str, width: int) -> None:
        made.setObjectName(name)
        made.setAccessibleName(label)
        if width:
            made.setFixedWidth(width)
        self._entry.addWidget(made, 0 if width else 1)

    def _toggle(self, name: str, label: str, put: Put) -> QPushButton:
        made = button(label, name, self._theme, rank=Rank.SEGMENT, checkable=True)
        made.setAccessibleName(f"{self._view.label}: {label}")
        made.clicked.connect(lambda checked: self._chosen(put if checked else Emptied()))
        self._entry.addWidget(made)
        return made

    def _chosen(self, put: Put) -> None:
        self._unread = ""
        if self._line is not None:
            self._line.clear()
        self.put.emit(put)

    def _choose_from_list(self) -> None:
        assert self._list is not None
        code = self._list.currentData()
        self._chosen(Emptied() if code is None else Answered(code))

    def _take_typed(self) -> None:
        """Report a finished text once; what is no number or no day is said here and not put down."""
        assert self._line is not None
        typed = self._line.text().strip()
        if typed == self._typed(self._view.value) and not self.is_unsettled and not self._unit_changed():
            return
        put = self._read(typed)
        if put is None:
            self._unread = self._complaint()
            self._show_said(ask_gap=True)
            return
        was_unsettled, self._unread = self.is_unsettled, ""
        if put != self._view.value or was_unsettled:
            self.put.emit(put)

    def _unit_changed(self) -> bool:
        value = self._view.value
        return self._unit is not None and isinstance(value, Measured) and self._unit.currentData() != value.unit

    def _read(self, typed: str) -> Put | None:
        if not typed:
            return self._view.value if isinstance(self._view.value, Absent) else Emptied()
        match self._view.item.kind:
            case Number(kind=kind):
                number = read_number(typed)
                unit = kind.units[0].id if self._unit is None else str(self._unit.currentData() or "")
                return Measured(f"{number:f}", UnitId(unit)) if number is not None and unit else None
            case Day():
                return read_day(typed)
            case _:
                return Noted(typed)

    def _complaint(self) -> str:
        if isinstance(self._view.item.kind, Day):
            return self.tr("This is no day. Type it like 23.11.2026.")
        if self._lacks_unit():
            return self.tr("Choose the unit as the report gives it.")
        return self.tr("This is no number. Type digits, with a point or a comma before decimals.")

    def _lacks_unit(self) -> bool:
        """Whether a number is typed and only its unit is not chosen yet."""
        return self._unit is not None and self._line is not None and read_number(self._line.text()) is not None

    def _typed(self, value: Value | None) -> str:
        match value:
            case Measured(number, _):
                return clinic_said.decimal(number)
            case Dated(said):
                return ".".join(reversed(said.split("-")))
            case Noted(said):
                return said
            case _:
                return ""

    def _show_value(self) -> None:
        value = self._view.value
        code = value.code if isinstance(value, Answered) else None
        for one, made in self._buttons.items():
            made.setChecked(one == code)
        for why, made in self._absences.items():
            made.setChecked(value == Absent(why))
        if self._list is not None:
            self._list.setCurrentIndex(max(0, self._list.findData(code)) if code is not None else 0)
        if self._line is not None and not self._line.hasFocus():
            self._line.setText(self._typed(value))
        if self._unit is not None and isinstance(value, Measured):
            self._unit.setCurrentIndex(self._unit.findData(value.unit))

    def _show_unit(self) -> None:
        if self._unit is not None and self._view.unit is not None:
            self._unit.setCurrentIndex(self._unit.findData(self._view.unit))

    def _show_said(self, *, ask_gap: bool) -> None:
        """Say what is wrong, asked or missing, right below the entry."""
        view = self._view
        clear(self._said)
        if self._unread:
            unit_only = self._lacks_unit()
            sign, tone = (Sign.UNSURE, Tone.AMBER) if unit_only else (Sign.URGENT, Tone.RED)
            self._say(self._unread, sign, tone, "wrong")
        elif view.refused:
            for one in view.refused:
                said = self.tr("Not taken: {why}").format(why=clinic_said.doubt(one))
                self._say(said, Sign.URGENT, Tone.RED, "wrong")
        else:
            for one in view.wrong:
                self._say(clinic_said.doubt(one), Sign.URGENT, Tone.RED, "wrong")
            for one in view.asked:
                self._say(clinic_said.doubt(one), Sign.UNSURE, Tone.AMBER, "asked")
            if view.asked:
                right = button(self.tr("Yes, it is right"), f"{self._name}.right", self._theme, rank=Rank.SEGMENT)
                right.clicked.connect(self.confirmed)
                self._said.addWidget(right, 0, Qt.AlignmentFlag.AlignLeft)
            if view.is_gap and ask_gap:
                self._say(self.tr("Nothing stands here yet."), Sign.ATTENTION, Tone.AMBER, "gap")

    def _say(self, said: str, sign: Sign, tone: Tone, kind: str) -> None:
        line = across(mark(sign, self._theme, tone=tone), spacing=GRID // 2)
        line.addWidget(text(said, name=f"{self._name}.{kind}", tone=tone), 1)
        self._said.addLayout(line)
