"""Fill in a form about a participant: one page, every value kept at once, faults beside their items."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from retnet_pro.answering.clinic_value import Place, Put
from retnet_pro.conduct import clinic
from retnet_pro.conduct.clinic import Sheet, WhyAgain, WhyAside
from retnet_pro.conduct.clinic_filed import ClinicFiled
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff import clinic_said
from retnet_pro.gui.staff.clinic_card import ClinicCard
from retnet_pro.gui.staff.clinic_field import Field
from retnet_pro.gui.staff.clinic_view import Keeper, SheetView
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.clinic import ClinicFormId, PartId
from retnet_pro.record.event import SessionId


class ClinicSheetPage(Page):
    """Shows a `SheetView` and reports what somebody puts down; the sheet itself stays in the lane."""

    closed = Signal(str)
    """The study code; the form is closed."""
    put_away = Signal(str)
    """The study code; the form was set aside."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, "", name="sheet", back=True)
        self._desk = desk
        self._keeper: Keeper | None = None
        self._view: SheetView | None = None
        self._cards: dict[tuple[PartId, int | None], ClinicCard] = {}
        self._columns: dict[PartId, QVBoxLayout] = {}
        self._more: dict[PartId, QPushButton] = {}
        self._asks_gaps = False
        self._aside = button(self.tr("Begun in error\u2026"), "sheet.aside", self.theme)
        self._aside.clicked.connect(self._toggle_why)
        self.acts.addWidget(self._aside)
        self._reasons = Choices(self.theme, "sheet.why", columns=3)
        self._put_away = button(self.tr("Set aside"), "sheet.put-away", self.theme)
        self._put_away.clicked.connect(self._set_aside)
        self._reasons.chosen.connect(lambda _: self._put_away.setEnabled(True))
        self._why = self._make_why()
        self._instruction = text("", Voice.QUIET, name="sheet.instruction")
        self._blocks: QVBoxLayout = down()
        self._kept = text(self.tr("Every value is kept at once; you can go on later."), Voice.CAPTION)
        self._close = button(self.tr("Close the form"), "sheet.close", self.theme, rank=Rank.PRIMARY, sign=Sign.GOOD)
        self._close.clicked.connect(self._do_close)
        foot = across(spacing=2 * GRID)
        foot.addWidget(self._kept, 1)
        foot.addWidget(self._close)
        self.body.addWidget(self._why)
        self.body.addWidget(self._instruction)
        self.body.addLayout(self._blocks)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def begin(self, subject: str, form: ClinicFormId) -> None:
        """Begin a form, or go on with the one of its kind that is open."""
        language = clinic_said.language()
        self._open(Keeper(self._desk, lambda desk: clinic.start(desk, subject, form, language)))

    def go_on(self, subject: str, ses: SessionId) -> None:
        """Go on with an open form."""
        language = clinic_said.language()
        self._open(Keeper(self._desk, lambda desk: clinic.take_up(desk, subject, ses, language)))

    def correct(self, subject: str, ses: SessionId, why: WhyAgain, note: str) -> None:
        """Open a closed form again."""
        language = clinic_said.language()

        def again(desk: Desk) -> Sheet:
            return clinic.correct(desk, subject, ses, why, note, language)

        self._open(Keeper(self._desk, again))

    def present(self, view: SheetView) -> None:
        """Show the form as it stands; items keep their place and the keyboard stays where it is."""
        first = self._view is None
        self._view = view
        self.head(view.title, view.subject)
        self._instruction.setText(view.instruction)
        self._place_cards(view)
        for block in view.blocks:
            self._cards[block.part, block.row].present(block, ask_gaps=self._asks_gaps)
        self._order_of_tab(view)
        self._close.setEnabled(True)
        if first:
            self.to_top()
            self._focus_next(view)

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._close.setEnabled(self._view is not None)
        self.to_top()

    def _open(self, keeper: Keeper) -> None:
        self.hush()
        self._keeper, self._view, self._asks_gaps = keeper, None, False
        for known in (self._cards, self._columns, self._more):
            known.clear()
        clear(self._blocks)
        self._why.hide()
        self._put_away.setEnabled(False)
        self._reasons.offer((why.value, words.word(why)) for why in WhyAside)
        self._close.setEnabled(False)
        self.ask(keeper.view, self.present)

    def _place_cards(self, view: SheetView) -> None:
        """Add the cards that are new, take away those that are gone; the others stay where they are."""
        for part in view.words.parts:
            if part not in self._columns:
                column, more = down(), button("", f"sheet.add.{part}", self.theme, sign=Sign.ADD)
                more.setText(self.tr("Add: {part}").format(part=view.words.parts[part]))
                more.clicked.connect(lambda _=False, part=part: self._add_row(part))
                column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
                self._columns[part], self._more[part] = column, more
                self._blocks.addLayout(column)
            self._more[part].setVisible(part in view.more)
        wanted = {(block.part, block.row): block for block in view.blocks}
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, block in wanted.items():
            if key not in self._cards:
                made = ClinicCard(block, view.words, self.theme)
                made.put.connect(self._enter)
                made.confirmed.connect(self._say_it_is_right)
                self._cards[key] = made
                column = self._columns[block.part]
                column.insertWidget(column.count() - 1, made)

    def _order_of_tab(self, view: SheetView) -> None:
        """Let the tab key follow the page from top to bottom."""
        before: QWidget = self._aside
        for part in view.words.parts:
            cards = [self._cards[block.part, block.row] for block in view.blocks if block.part == part]
            for widget in (*(stop for one in cards for stop in one.stops()), self._more[part]):
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self._close)

    def _enter(self, place: str, put: Put) -> None:
        keeper = self._keeper
        if keeper is not None:
            self.hush()
            self.ask(lambda: keeper.enter(Place(place), put), self.present)

    def _say_it_is_right(self, place: str) -> None:
        keeper = self._keeper
        if keeper is not None:
            self.ask(lambda: keeper.say_it_is_right(Place(place)), self.present)

    def _add_row(self, part: PartId) -> None:
        keeper = self._keeper
        if keeper is None:
            return

        def show(view: SheetView) -> None:
            self.present(view)
            empty = next((block for block in view.blocks if block.part == part and block.is_empty), None)
            if empty is not None:
                self._cards[empty.part, empty.row].fields[empty.fields[0].place].take_focus()

        self.ask(lambda: keeper.add_row(part), show)

    def _do_close(self) -> None:
        keeper, view = self._keeper, self._view
        if keeper is None or view is None:
            return
        unsettled = next((field for field in self._shown() if field.is_unsettled), None)
        if view.left or unsettled is not None:
            self._asks_gaps = True
            self.present(view)
            self.notice(
                self.tr("Not closed yet. What is missing or asked is marked beside its item."),
                Sign.ATTENTION,
                Tone.AMBER,
            )
            if unsettled is not None:
                unsettled.take_focus()
            else:
                self._focus_next(view)
            return
        self._close.setEnabled(False)

        def done(filed: ClinicFiled) -> None:
            del filed
            self.closed.emit(view.subject)

        self.ask(keeper.close, done)

    def _focus_next(self, view: SheetView) -> None:
        open_ones = (one for block in view.blocks for one in block.fields if one.is_gap or one.asked or one.wrong)
        first = next(open_ones, None)
        if first is not None:
            next(card.fields[first.place] for card in self._cards.values() if first.place in card.fields).take_focus()

    def _shown(self) -> Iterator[Field]:
        for card_ in self._cards.values():
            yield from (field for field in card_.fields.values() if field.isVisibleTo(card_))

    def _toggle_why(self) -> None:
        self._why.setVisible(not self._why.isVisible())

    def _set_aside(self) -> None:
        keeper, chosen = self._keeper, self._reasons.current()
        if keeper is not None and chosen:
            self.ask(lambda: keeper.set_aside(WhyAside(chosen)), self.put_away.emit)

    def _make_why(self) -> QFrame:
        said = self.tr("What was typed stays in the record and counts for nothing. A closed form stays as it was.")
        column = down(text(self.tr("Why?"), Voice.STRONG), self._reasons, text(said, Voice.CAPTION), spacing=GRID)
        column.addWidget(self._put_away, 0, Qt.AlignmentFlag.AlignRight)
        return card(column)
