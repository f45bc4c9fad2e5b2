"""The staff's window: lock screen, then the desk. It ends with a hand-over, a lock or a quit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from retnet_pro.conduct.desk import ASKED, IDLE, Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.conduct.roles import IDLE_MINUTES
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.staff.dress import style_sheet
from retnet_pro.gui.staff.errand import Errands
from retnet_pro.gui.staff.house import Courier, Door, Paper
from retnet_pro.gui.staff.idle import IdleNotice, QuietMinutes
from retnet_pro.gui.staff.login import LoginPage
from retnet_pro.gui.staff.page import Room
from retnet_pro.gui.staff.pieces import Voice, down, text
from retnet_pro.gui.theme import Theme
from retnet_pro.gui.traveller import Traveller
from retnet_pro.moment import Clock

if TYPE_CHECKING:
    from retnet_pro.gui.staff.frame import DeskFrame

SIZE = QSize(1280, 800)
SMALLEST = QSize(960, 640)
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class StaffWindow(QWidget):
    """The one window of the staff process. Its title holds no study code (rule P101)."""

    handed_over = Signal(object)
    """The `Sitting`; the process ends now, and with it everything it could open."""
    left = Signal()
    """Somebody logged out, or nobody touched anything for too long."""
    quit = Signal()
    """Somebody closed the program at the lock screen."""

    def __init__(
        self,
        door: Door,
        courier: Courier,
        paper: Paper,
        slots: Slots,
        lane: Lane,
        clock: Clock,
        theme: Theme,
        *,
        idle_minutes: float | None = None,
    ) -> None:
        """Take the parts from the composition root; `idle_minutes` in place of those of the role is for tests."""
        super().__init__()
        self.setObjectName("staff")
        self.setWindowTitle("RETNET-Pro")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self._door = door
        self._courier = courier
        self._paper = paper
        self._slots = slots
        self._theme = theme
        self._ended = False
        self._desk: Desk | None = None
        self._frame: DeskFrame | None = None
        self.traveller = Traveller(lane)
        self._errands = Errands(lane, self.traveller)
        self._stack = QStackedWidget()
        self.setLayout(down(self._stack))
        self._idle_minutes = idle_minutes
        self._quiet = QuietMinutes(self)
        self._quiet.nearly_over.connect(self._warn)
        self._quiet.interrupted.connect(self._unwarn)
        self._quiet.over.connect(lambda: self.lock(IDLE))
        self._notice: IdleNotice | None = None
        self._dress(theme)
        self._login = LoginPage(door, self._errands, theme)
        self._login.opened.connect(self._open_desk)
        self._login.tried.connect(lambda: QTimer.singleShot(0, _load_desk))
        self._stack.addWidget(self._login)

    @property
    def frame(self) -> "DeskFrame | None":
        """The desk's pages, once somebody is logged in."""
        return self._frame if self._frame is self._stack.currentWidget() else None

    def look_again(self) -> None:
        """Show anew what may have changed without anybody here: what was sent and received."""
        frame = self.frame
        if frame is not None:
            frame.safe.look_again()

    def lock(self, why: str = ASKED) -> None:
        """Log out, write down why, and say so; what was typed and not confirmed is dropped."""
        desk, self._desk = self._desk, None
        if desk is None or self._ended:
            return
        self._quiet.stop()
        self._errands.run(lambda: desk.leave(why), lambda _: self._end_left(), lambda _: self._end_left())

    def cover(self) -> None:
        """Cover the desk once it was left: nothing of it stays on the screen, even if closing takes a moment."""
        bare = QWidget()
        bare.setObjectName("staff.cover")
        bare.setProperty("ground", True)
        said = text(self.tr("Logged out. One moment, please."), Voice.LEAD, name="staff.cover.said", wrap=False)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bare.setLayout(down(said))
        self._stack.addWidget(bare)
        self._stack.setCurrentWidget(bare)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the idle time again at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE and self._desk is not None:
            self._quiet.alive()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on with the tab key and bring into sight what it leads to, also from outside a scroll area."""
        moved = super().focusNextPrevChild(next)
        above = focused = QApplication.focusWidget()
        while moved and focused is not None and above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(focused)
            above = above.parentWidget()
        return moved

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window for signs of life."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notice at the foot."""
        super().resizeEvent(event)
        if self._notice is not None:
            self._notice.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock when somebody is logged in; quit at the lock screen."""
        if self._ended:
            event.accept()
            return
        event.ignore()
        if self._desk is not None:
            self.lock()
        elif self.frame is None:
            self._end()
            self.quit.emit()

    def _open_desk(self, desk: Desk) -> None:
        self._desk = desk
        minutes = IDLE_MINUTES[desk.person.role] if self._idle_minutes is None else self._idle_minutes
        self._quiet.begin(minutes)
        self._show_desk(desk)

    def _warn(self) -> None:
        self._notice = IdleNotice(self, self._theme)
        self._notice.stay.connect(self._quiet.alive)

    def _unwarn(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _show_desk(self, desk: Desk, place: str = "today") -> None:
        frame = self._frame = _load_desk()(
            Room(self._errands, self._theme),
            desk,
            self._courier,
            self._paper,
            self._slots,
            self._door.site_title,
            place=place,
        )
        frame.handed_over.connect(self._hand_over)
        frame.locked.connect(lambda: self.lock())
        frame.look_changed.connect(self._change_look)
        old = self._stack.currentWidget()
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)
        frame.take_focus()
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _change_look(self) -> None:
        frame, desk = self.frame, self._desk
        if frame is None or desk is None:
            return
        self._dress(self._theme.with_next_look())
        self._show_desk(desk, frame.place)

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(theme.palette())
        self.setStyleSheet(style_sheet(theme))

    def _hand_over(self, sitting: object) -> None:
        if not self._ended:
            self._end()
            self.handed_over.emit(sitting)

    def _end_left(self) -> None:
        if not self._ended:
            self._end()
            self.left.emit()

    def _end(self) -> None:
        self._ended = True
        self._desk = None
        self._quiet.stop()
        self._errands.stop()


def _load_desk() -> "type[DeskFrame]":
    """Return the desk's pages. They are loaded while the passphrase is tried, so that nobody waits for them before."""
    from retnet_pro.gui.staff.frame import DeskFrame

    return DeskFrame
