"""The participant's window: one page at a time between two fixed bars, and no way out but the end (rules E21, E30)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retnet_pro.answering.actions import Action, Back, Clear, ConfirmSkip, Finish, Next, ReturnToQuestion
from retnet_pro.answering.view import IntroView, PageView, QuestionView, ReviewView, SectionView, SkipView
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant import messages
from retnet_pro.gui.participant.bars import BottomBar, TopBar
from retnet_pro.gui.participant.course import Course
from retnet_pro.gui.participant.desk import ParticipantDesk
from retnet_pro.gui.participant.languages import reads_right_to_left
from retnet_pro.gui.participant.message import Message
from retnet_pro.gui.participant.pages import Pages
from retnet_pro.gui.participant.pin_talk import PinView
from retnet_pro.gui.participant.reading_aloud import READ_ALOUD, ReadingAloud
from retnet_pro.gui.participant.telephone import part_said
from retnet_pro.gui.participant.voice import Voice
from retnet_pro.gui.theme import GRID, Look, Text, Theme, Themed
from retnet_pro.gui.widgets.tall import TallPage
from retnet_pro.gui.widgets.touch import KEYBOARD
from retnet_pro.gui.widgets.words import Words
from retnet_pro.instrument.model import Wording
from retnet_pro.moment import Clock

if TYPE_CHECKING:
    from retnet_pro.gui.participant.pin_page import PinPage
    from retnet_pro.gui.participant.review import ReviewPage

MARGIN = 3 * GRID // 2
LOCK_MS = 60_000
"""After the thanks, this long until the locked page covers them: study code and proof code do not lie around."""
IDLE_MS = 300_000
"""After this long without an act the questions are covered; nothing is closed and nothing lost (rule E56)."""
PROGRAM = "RETNET-Pro"


class ParticipantWindow(QWidget):
    """Everything a participant sees. It holds no answer; `left` tells that all is over, with the proof code."""

    left = Signal(str)

    def __init__(
        self,
        desk: ParticipantDesk,
        clock: Clock,
        lane: Lane,
        *,
        practice: bool,
        theme: Theme,
        voice: Voice | None = None,
        idle_ms: int = IDLE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._view: PageView | None = None
        self._is_over = False
        self._is_turning = False
        self.setWindowTitle(PROGRAM)
        QGuiApplication.styleHints().setMouseDoubleClickInterval(0)  # else a quick second tap elsewhere would be lost
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAutoFillBackground(True)
        self._speak(desk.language, right_to_left=reads_right_to_left(desk.language))
        self.course = Course(desk, clock=clock, lane=lane, practice=practice, parent=self)
        self.top = TopBar(desk.subject)
        self.bottom = BottomBar()
        self._pages = Pages()
        self.message, self.question = self._pages.message, self._pages.question
        self.reading = ReadingAloud(voice, self.question, self)
        self._notice = Words(Text.CAPTION, colour="muted")
        self._notice.centre()
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._lock = QTimer(self, singleShot=True, interval=LOCK_MS)
        self._build()
        self._connect()
        self._wear(theme.speaking(desk.language))
        self.course.start()

    @property
    def review(self) -> "ReviewPage":
        """The review page, made when it is first needed."""
        return self._pages.review

    @property
    def pin(self) -> "PinPage":
        """The page of the study PIN, made when it is first needed."""
        return self._pages.pin

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def page(self) -> QWidget | None:
        """The page on screen."""
        return self._pages.currentWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until everything is over, whatever the window system asks (rule E30)."""
        event.setAccepted(self._is_over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key that nothing took leave or advance the form (rule E30)."""
        self.setProperty(KEYBOARD, True)
        event.accept()

    def focusNextPrevChild(self, on: bool) -> bool:
        """Note that the keyboard is in use when Tab moves the focus; then what gets the focus is brought into sight.

        When a page or a button goes, the focus moves by itself: for a finger nothing may scroll away then (rule E115).
        """
        left = self.focusWidget()
        if not self._is_turning and (left is None or not left.isHidden()):
            self.setProperty(KEYBOARD, True)
        moved = super().focusNextPrevChild(on)
        page, focused = self.page, self.focusWidget() if self.property(KEYBOARD) else None
        if isinstance(page, TallPage) and focused is not None and page.area.isAncestorOf(focused):
            page.area.bring_into_sight(focused)
        return moved

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, MARGIN, 3 * GRID, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self.top)
        column.addWidget(self._pages, 1)
        column.addWidget(self._notice)
        column.addWidget(self.bottom)

    def _connect(self) -> None:
        self.course.viewed.connect(self._present)
        self.course.told.connect(self._tell)
        self.course.part_begun.connect(self._begin_part)
        self.course.over.connect(self._finish)
        self.top.help_wanted.connect(self.course.help)
        self.top.rest_wanted.connect(self.course.rest)
        self.top.size_wanted.connect(lambda: self._wear(self._theme.with_next_size()))
        self.top.contrast_wanted.connect(lambda: self._wear(self._theme.with_next_look()))
        self.bottom.back_wanted.connect(lambda: self._act(Back()))
        self.bottom.clear_wanted.connect(self._clear)
        self.bottom.finish_wanted.connect(lambda: self._act(Finish()))
        self.bottom.next_wanted.connect(self._go_on)
        self._pages.pressed.connect(self._press)
        self._pages.acted.connect(self._act)
        self._pages.entered.connect(self.course.enter_pin)
        self._pages.end_seen.connect(self._offer_more)
        self.reading.changed.connect(self._note_help)
        self._idle.timeout.connect(self.course.rest)
        self._lock.timeout.connect(self.lock_up)

    def _speak(self, language: str, *, right_to_left: bool) -> None:
        """Tell Qt and assistive technology the language, and mirror the screen where it reads so (rules E119, E134)."""
        self.setLocale(QLocale(language))
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)

    def _wear(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(theme.palette())
        parts: tuple[Themed, ...] = (self.top, self.bottom, self._pages, self._notice)
        for part in parts:
            part.wear(theme)
        self._note_help()

    def _note_help(self) -> None:
        """Tell what the participant is helped by at this moment; it is stored with the form (rule E121)."""
        used = {f"text-{self._theme.percent}"} if self._theme.percent != 100 else set()
        used |= {self._theme.look.value} if self._theme.look is not Look.LIGHT else set()
        used |= {"keyboard"} if self.property(KEYBOARD) else set()
        used |= {"screen-reader"} if QAccessible.isActive() else set()
        used |= {READ_ALOUD} if self.reading.is_speaking else set()
        self.course.adapt(frozenset(used))

    def _begin_part(self, part: int, wording: Wording) -> None:
        self.top.show_part(part_said(self._desk, part))
        self.reading.begin(wording)
        self._speak(wording.language, right_to_left=wording.right_to_left)

    def _present(self, view: PageView) -> None:
        self._idle.start()
        self._is_turning = True
        was, self._view = self._view, view
        self.reading.show(view)
        if not (isinstance(was, QuestionView) and isinstance(view, QuestionView) and was.item == view.item):
            self.bottom.let_go()
        match view:
            case IntroView():
                self._turn_to(self.message, back=False, on=True)
                self.message.present(messages.intro(view))
            case SectionView():
                self._turn_to(self.message, back=True, on=True)
                self.message.present(messages.section(view))
            case SkipView():
                self._turn_to(self.message, back=True, on=False)
                self.message.present(messages.skip(view))
            case ReviewView():
                self._turn_to(self.review, back=True, on=False, finish=True)
                self.review.present(view)
            case QuestionView():
                if not isinstance(was, QuestionView) or self.page is not self.question:
                    self.question.forget()
                self._turn_to(self.question, back=True, clear=view.answered, on=True)
                self.question.present(view)
        self._show_place(view)
        self._name_screen()
        self._is_turning = False

    def _show_place(self, view: PageView) -> None:
        self._notice.say(getattr(view, "notice", ""))
        match view:
            case QuestionView() | SkipView() | SectionView():
                self.top.show_place(view.place, view.total)
            case _:
                self.top.hide_place()
        self.top.show_rest(self.course.can_rest)

    def _tell(self, told: Message | PinView) -> None:
        self._idle.stop()
        self.reading.stop()
        self._is_turning = True
        self._view = None
        self.bottom.let_go()
        self._notice.say("")
        self.top.hide_place()
        self.top.show_rest(self.course.can_rest)
        if isinstance(told, PinView):
            self._turn_to(self.pin, back=False, on=False)
            self.pin.present(told)
        else:
            self._turn_to(self.message, back=False, on=False)
            self.message.present(told)
        self._name_screen()
        self._is_turning = False
        if self.course.is_thanked:
            self._lock.start()

    def _name_screen(self) -> None:
        """Give the window the name of its screen, which a screen reader tells when it changes."""
        title = self._pages.title() or self.top.heard
        self.setWindowTitle(f"{title} - {PROGRAM}")

    def _turn_to(self, page: QWidget, *, back: bool, on: bool, clear: bool = False, finish: bool = False) -> None:
        if self.page is not page:
            self._pages.setCurrentWidget(page)
            self.bottom.offer_more(False)
        self.bottom.offer(back=back, clear=clear, on=on, finish=finish)

    def _offer_more(self) -> None:
        self.bottom.offer_more(self._pages.has_more())

    def _go_on(self) -> None:
        """Next: first show what has not been on screen yet, then go on (rule E02)."""
        if self._pages.has_more():
            self._pages.show_more()
        else:
            self._act(Next())

    def _clear(self) -> None:
        if isinstance(self._view, QuestionView):
            self._act(Clear(self._view.item))

    def _press(self, act: str) -> None:
        match act:
            case "answer":
                self._act(ReturnToQuestion())
            case "skip":
                self._act(ConfirmSkip())
            case _:
                self.course.press(act)

    def _act(self, action: Action) -> None:
        self._idle.start()
        self.reading.stop()
        self._note_help()
        self.course.act(action)

    def lock_up(self) -> None:
        """Cover what is left of the participant when nobody takes the tablet back."""
        self.top.hide_subject()
        self.course.lock()
        self._lock.stop()

    def _finish(self, proof: str) -> None:
        self._is_over = True
        self.left.emit(proof)
