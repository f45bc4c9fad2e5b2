"""The home page: interrupted questionnaires first, then who is due, most urgent first, one button each."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from retnet_pro.conduct.alerts import AlertCount
from retnet_pro.conduct.clock_history import ClockStep
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.interruption import Ending, Interruption
from retnet_pro.gui import words
from retnet_pro.gui.staff import alert_said
from retnet_pro.gui.staff.device_line import DeviceLine
from retnet_pro.gui.staff.house import Courier, DeviceState
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, chip, clear, down, hairline, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.today_filter import KIND_OF, Show, TodayFilter
from retnet_pro.gui.staff.today_view import DueRow, Paused, TodayView, today
from retnet_pro.gui.theme import GRID
from retnet_pro.study.due import WindowState

_SIGNS = {
    WindowState.CLOSING: (Sign.CLOSING, Tone.AMBER),
    WindowState.OPEN: (Sign.OPEN, Tone.ACCENT),
    WindowState.OVERDUE: (Sign.OVERDUE, Tone.RED),
    WindowState.UPCOMING: (Sign.UPCOMING, Tone.PLAIN),
    WindowState.DONE: (Sign.GOOD, Tone.ACCENT),
}


CLOCK_STEPS_SHOWN = 3
"""A clock that keeps jumping must not push the participants off the page; the record holds every jump."""


class TodayPage(Page):
    """Shows a `TodayView`; reports what somebody wants to do."""

    hand_over_asked = Signal(str, str)
    """Study code, visit id."""
    resume_asked = Signal(object)
    """The `Paused` sitting."""
    new_pin_asked = Signal(object)
    """The `Paused` sitting, to be continued with a study PIN that is chosen anew."""
    stop_asked = Signal(object)
    """The `Paused` sitting."""
    absence_asked = Signal(object)
    """The `DueRow` whose forms will not come."""
    participant_asked = Signal(str)
    alerts_asked = Signal()
    alerts_counted = Signal(object)
    """The `AlertCount`."""

    def __init__(self, room: Room, desk: Desk, courier: Courier) -> None:
        super().__init__(room, "", name="today")
        self._desk = desk
        self._courier = courier
        self._view: TodayView | None = None
        self._device = DeviceLine(self.theme)
        self._filter = TodayFilter(self.theme)
        self._filter.changed.connect(self._show)
        self._rows = down()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._device)
        self.body.addWidget(self._filter)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def open(self) -> None:
        """Show the day as it stands now."""
        self.hush()
        self.ask(lambda: (today(self._desk), self._courier.device()), lambda found: self.present(*found))

    def present(self, view: TodayView, device: DeviceState) -> None:
        """Show these facts; what somebody searched for stays."""
        self._view = view
        self.head(self.tr("Today"), words.day(view.day))
        self._device.present(device, view.unsent, view.at, clock_jumped=bool(view.clock))
        counts = Counter(kind for row in view.due if (kind := KIND_OF[row.due.state]) is not None)
        self._filter.count({**counts, Show.UNFINISHED: len(view.paused)})
        self.alerts_counted.emit(view.alerts)
        self._show()

    def _show(self) -> None:
        """Show the rows that are wanted."""
        view = self._view
        if view is None:
            return
        clear(self._rows)
        if view.alerts.open:
            self._rows.addWidget(self._alerts_card(view.alerts))
        for step in view.clock[:CLOCK_STEPS_SHOWN]:
            self._rows.addWidget(self._clock_card(step))
        fits = self._filter.fits
        interrupted = [paused for paused in view.paused if fits(paused.subject, Show.UNFINISHED)]
        if interrupted:
            self._section(self.tr("Interrupted"), len(interrupted))
        for paused in interrupted:
            self._rows.addWidget(self._paused_card(paused, view.may_hand_over))
        shown = len(interrupted)
        for state in WindowState:
            rows = tuple(row for row in view.of_state(state) if fits(row.due.subject, KIND_OF[state]))
            if rows:
                self._section(words.word(state), len(rows))
                self._rows.addWidget(self._rows_card(rows, state, view.may_hand_over))
            shown += len(rows)
        if not shown:
            said = self.tr("Nobody fits.") if self._filter.is_narrow else self.tr("Nobody is due today.")
            self._rows.addWidget(card(down(text(said, Voice.QUIET, name="today.empty"))))

    def _alerts_card(self, count: AlertCount) -> QFrame:
        tone, sign = (Tone.RED, Sign.URGENT) if count.overdue else (Tone.AMBER, Sign.ALERT)
        show = button(self.tr("Show the alerts"), "today.alerts", self.theme)
        show.clicked.connect(self.alerts_asked)
        line = across(mark(sign, self.theme, tone=tone), spacing=GRID)
        line.addWidget(text(alert_said.counted(count), Voice.STRONG, name="today.alerts.count"), 1)
        line.addWidget(show)
        return card(line, tone)

    def _clock_card(self, step: ClockStep) -> QFrame:
        after = words.instant(step.after)
        if step.expected is None:
            said = self.tr("The clock of this device says {after}, its last entry says {before}.").format(
                after=after, before=words.instant(step.before)
            )
        else:
            said = self.tr("The clock of this device jumped: it said {after} when it was {expected}.").format(
                after=after, expected=words.instant(step.expected)
            )
        told = down(
            text(said, Voice.STRONG, name=f"today.clock.{step.seq}"),
            text(self.tr("Check its date and time. Answers around the jump are kept and marked."), Voice.QUIET),
            spacing=0,
        )
        line = across(mark(Sign.ATTENTION, self.theme, tone=Tone.AMBER), spacing=GRID)
        line.addLayout(told, 1)
        return card(line, Tone.AMBER)

    def _section(self, title: str, count: int) -> None:
        line = across(text(title, Voice.LEAD, wrap=False), text(str(count), Voice.QUIET, wrap=False), spacing=GRID)
        line.addStretch(1)
        self._rows.addLayout(line)

    def _paused_card(self, paused: Paused, may_hand_over: bool) -> QFrame:
        since = self.tr("opened {time}").format(time=words.instant(paused.opened_at))
        name = f"{paused.subject}.{paused.visit}"
        told = down(
            text(f"{paused.subject}   {paused.visit_title}", Voice.STRONG, name=f"today.paused.{paused.sitting}"),
            text(self._where(paused.interruption), name=f"today.where.{name}"),
            text(self._how(paused.interruption), name=f"today.how.{name}"),
            text(" · ".join((*paused.forms, words.language_name(paused.language), since)), Voice.QUIET),
            spacing=0,
        )
        if not paused.may_go_on:
            told.addWidget(text(self.tr("Too long ago to go on; close it as partial."), name=f"today.late.{name}"))
        line = across(mark(Sign.PAUSED, self.theme, tone=Tone.AMBER), spacing=GRID)
        line.addLayout(told, 1)
        if may_hand_over:
            key = f"{paused.subject}.{paused.visit}"
            close = button(self.tr("Close as partial"), f"today.stop.{key}", self.theme)
            close.clicked.connect(lambda: self.stop_asked.emit(paused))
            go_on = button(self.tr("Continue"), f"today.resume.{key}", self.theme, rank=Rank.PRIMARY, sign=Sign.GO_ON)
            go_on.clicked.connect(lambda: self.resume_asked.emit(paused))
            line.addWidget(close)
            if paused.may_go_on and paused.interruption.ending is Ending.NOT_IDENTIFIED:
                anew = button(self.tr("With a new PIN"), f"today.newpin.{key}", self.theme)
                anew.clicked.connect(lambda: self.new_pin_asked.emit(paused))
                line.addWidget(anew)
            if paused.may_go_on:
                line.addWidget(go_on)
        return card(line, Tone.AMBER)

    def _where(self, at: Interruption) -> str:
        if at.question is None:
            place = self.tr("{form}: every question seen, not finished").format(form=at.form)
        else:
            place = self.tr("{form}: question {number} of {count}").format(
                form=at.form, number=at.question, count=at.questions
            )
        if at.last_answer_at is None:
            return f"{place} · {self.tr('no answers yet')}"
        last = self.tr("{count} answers, the last {time}").format(
            count=at.answers, time=words.instant(at.last_answer_at)
        )
        return f"{place} · {last}"

    def _how(self, at: Interruption) -> str:
        ended = words.word(at.ending)
        if at.said is None:
            return ended
        return f"{ended} · {self.tr('they said: {reason}').format(reason=words.word(at.said))}"

    def _rows_card(self, rows: tuple[DueRow, ...], state: WindowState, may_hand_over: bool) -> QFrame:
        column = down(spacing=GRID)
        for place, row in enumerate(rows):
            if place:
                column.addWidget(hairline())
            column.addWidget(self._row(row, state, may_hand_over))
        return card(column)

    def _row(self, row: DueRow, state: WindowState, may_hand_over: bool) -> QWidget:
        due = row.due
        key = f"{due.subject}.{due.visit.id}"
        who = button(due.subject, f"today.open.{key}", self.theme, rank=Rank.QUIET)
        who.setToolTip(self.tr("Open the participant's page"))
        who.clicked.connect(lambda: self.participant_asked.emit(due.subject))
        who.setMinimumWidth(14 * GRID)
        sign, tone = _SIGNS[state]
        facts = text(" · ".join(self._facts(row, state)), Voice.QUIET, name=f"today.facts.{key}")
        facts.setToolTip("\n".join(row.forms))
        window = chip(self._window(row, state), sign, self.theme, tone=tone, name=f"today.state.{key}")
        window.setMinimumWidth(22 * GRID)
        first = across(who, spacing=GRID)
        first.addWidget(text(due.visit.title, Voice.STRONG), 1)
        first.addWidget(window, 0, Qt.AlignmentFlag.AlignVCenter)
        below = down(facts, text(self._dates(row), Voice.CAPTION, name=f"today.dates.{key}"), spacing=0)
        below.setContentsMargins(GRID, 0, 0, 0)
        line = across(spacing=GRID)
        line.addLayout(down(first, below, spacing=0), 1)
        if may_hand_over and state not in (WindowState.DONE, WindowState.UPCOMING):
            excuse = button(self.tr("Will not come"), f"today.absent.{key}", self.theme)
            excuse.clicked.connect(lambda: self.absence_asked.emit(row))
            line.addWidget(excuse)
        if may_hand_over and state is not WindowState.DONE:
            rank = Rank.PRIMARY if state in (WindowState.CLOSING, WindowState.OPEN) else Rank.PLAIN
            give = button(self.tr("Hand over"), f"today.handover.{key}", self.theme, rank=rank, sign=Sign.TABLET)
            give.clicked.connect(lambda: self.hand_over_asked.emit(due.subject, due.visit.id))
            line.addWidget(give)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _facts(self, row: DueRow, state: WindowState) -> tuple[str, ...]:
        count = len(row.forms)
        forms = self.tr("1 form") if count == 1 else self.tr("{count} forms").format(count=count)
        language = words.language_name(row.language)
        if state is WindowState.DONE:
            return language, forms
        return language, self.tr("about {minutes} min").format(minutes=row.due.minutes), forms

    def _dates(self, row: DueRow) -> str:
        visit = row.due.visit
        window = self.tr("Window {first} \u2013 {last}").format(
            first=words.day(visit.opens), last=words.day(visit.closes)
        )
        if row.last is None:
            return f"{window} · {self.tr('nothing answered yet')}"
        return f"{window} · {self.tr('last answered {day}').format(day=words.day(row.last))}"

    def _window(self, row: DueRow, state: WindowState) -> str:
        left = row.due.days_left
        match state:
            case WindowState.DONE:
                return words.word(state)
            case WindowState.UPCOMING:
                return self.tr("from {day}").format(day=words.day(row.due.visit.opens))
            case WindowState.OVERDUE:
                return (
                    self.tr("closed {days} days ago").format(days=-left) if left < -1 else self.tr("closed yesterday")
                )
            case _ if left == 0:
                return self.tr("last day today")
            case _:
                return self.tr("{days} days left").format(days=left) if left > 1 else self.tr("1 day left")
