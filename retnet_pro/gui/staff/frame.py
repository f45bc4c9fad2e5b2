"""The desk's frame: the banner on top, the rail on the left, the pages, and how one leads to another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.conduct.roles import Right
from retnet_pro.errors import Code, Tamper
from retnet_pro.gui import words
from retnet_pro.gui.staff.alerts import AlertsPage
from retnet_pro.gui.staff.audit import AuditPage
from retnet_pro.gui.staff.banner import damage_banner, mode_banner
from retnet_pro.gui.staff.clinic_ways import ClinicWays
from retnet_pro.gui.staff.completion import CompletionPage
from retnet_pro.gui.staff.data_pages import DataPages
from retnet_pro.gui.staff.enrol import EnrolPage
from retnet_pro.gui.staff.erasure import ErasurePage
from retnet_pro.gui.staff.fact import FactPage
from retnet_pro.gui.staff.handover_ways import HandOverWays
from retnet_pro.gui.staff.house import Courier, Paper
from retnet_pro.gui.staff.leaving_ways import LeavingWays
from retnet_pro.gui.staff.member import MemberPage
from retnet_pro.gui.staff.member_add import AddMemberPage
from retnet_pro.gui.staff.oversight_pages import OversightPages
from retnet_pro.gui.staff.own_passphrase import OwnPassphrasePage
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.people import PeoplePage
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.gui.staff.pieces import Tone, across, down
from retnet_pro.gui.staff.rail import Rail
from retnet_pro.gui.staff.reason import Expected, ReasonPage
from retnet_pro.gui.staff.safe import SafePage
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.site_key import SiteKeyPage
from retnet_pro.gui.staff.takeout_ways import TakeOutWays
from retnet_pro.gui.staff.team import TeamPage
from retnet_pro.gui.staff.team_view import Member
from retnet_pro.gui.staff.today import TodayPage
from retnet_pro.gui.staff.today_view import DueRow, Paused
from retnet_pro.gui.staff.watch import Watch
from retnet_pro.gui.staff.withdrawal import WithdrawalPage
from retnet_pro.record.event import SessionId


class DeskFrame(QWidget):
    """Knows the ways between the pages and nothing else."""

    handed_over = Signal(object)
    """The `Sitting`."""
    locked = Signal()
    look_changed = Signal()

    def __init__(
        self,
        room: Room,
        desk: Desk,
        courier: Courier,
        paper: Paper,
        slots: Slots,
        site_title: str,
        *,
        place: str = "today",
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._room = room
        self._desk = desk
        self.place = place
        self.today = TodayPage(room, desk, courier)
        self.people = PeoplePage(room, desk, paper)
        self.safe = SafePage(room, desk, courier)
        self.leaving = LeavingWays(room, desk, self.safe, self._show, self.go)
        self.audit = AuditPage(room, desk, paper)
        self.completion = CompletionPage(room, desk, paper)
        self.takeout = TakeOutWays(room, desk, courier, self.completion, show=self._show, back=self._back)
        self.person = PersonPage(room, desk, paper)
        self.hand_over = HandOverWays(room, desk, self.today, self._show, self._back)
        self.reason = ReasonPage(room, desk)
        self.enrol = EnrolPage(room, desk)
        self.fact = FactPage(room, desk)
        self.withdrawal = WithdrawalPage(room, desk)
        self.erasure = ErasurePage(room, desk)
        self.clinic = ClinicWays(room, desk, paper, self._show, self.open_participant)
        self.data = DataPages(room, desk, self.person, self._show, self.open_participant)
        self.oversight = OversightPages(
            room, desk, paper, slots, self.today, self.person,
            show=self._show, go=self.go, open_participant=self.open_participant,
        )  # fmt: skip
        self.team = TeamPage(room, desk, slots)
        self.member = MemberPage(room, desk, slots)
        self.add = AddMemberPage(room, desk, slots)
        self.key = SiteKeyPage(room, desk, slots)
        self.own = OwnPassphrasePage(room, desk, slots)
        self._rail = Rail(room.theme, desk.person, site_title, desk.study.label)
        self._stack = QStackedWidget()
        self._damage, self._damage_said = damage_banner(room.theme)
        self._lay_out()
        self._connect_ways()
        self._connect_team()
        self.oversight.count_in(self._rail)
        reads = desk.may(Right.READ_RESPONSES)
        self.go(place if reads or place not in ("today", "participants", "alerts", "study") else "team")
        self._watch = Watch(desk, room.errands, self)
        self._watch.damaged.connect(self._say_damage)
        self._watch.begin()

    def go(self, place: str) -> None:
        """Open one of the places of the rail."""
        self.place = place
        self._rail.stand_at(place)
        places: dict[str, TodayPage | PeoplePage | AlertsPage | CompletionPage | SafePage | AuditPage | TeamPage] = {
            "today": self.today,
            "participants": self.people,
            "alerts": self.oversight.alerts,
            "study": self.completion,
            "safe": self.safe,
            "team": self.team,
            "audit": self.audit,
        }
        page = places[place]
        self._show(page)
        page.open()

    def take_focus(self) -> None:
        """Begin keyboard use at the page, not at the rail."""
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()

    def open_participant(self, subject: str, ses: SessionId | None = None) -> None:
        """Open a participant's page, at the form of a session where one is given."""
        self._show(self.person)
        self.person.open(subject, ses)

    def _connect_ways(self) -> None:
        self._rail.asked.connect(self.go)
        self._rail.locked.connect(self.locked)
        self._rail.look_changed.connect(self.look_changed)
        self.today.participant_asked.connect(self.open_participant)
        self.today.stop_asked.connect(self._open_stop)
        self.today.absence_asked.connect(self._open_absence)
        self.people.participant_asked.connect(self.open_participant)
        self.people.enrol_asked.connect(self._open_enrol)
        self.person.record_asked.connect(self._open_fact)
        self.hand_over.started.connect(self.handed_over)
        self.hand_over.page.absence_asked.connect(self._open_reason)
        self.reason.closed.connect(self._back)
        self.enrol.enrolled.connect(self.open_participant)
        self.fact.recorded.connect(self.open_participant)
        for page in (self.person, self.reason, self.enrol):
            page.left.connect(self._back)
        self.person.withdrawal_asked.connect(self._open_withdrawal)
        self.person.erasure_asked.connect(self._open_erasure)
        self.person.forms_asked.connect(self.clinic.open)
        self.withdrawal.recorded.connect(self.open_participant)
        self.erasure.erased.connect(self._say_erased)
        for below in (self.fact, self.withdrawal, self.erasure):
            below.left.connect(lambda: self._show(self.person))

    def _say_damage(self) -> None:
        """Say on every page where the record breaks, and take away what nobody may do any more."""
        damage = self._desk.damage
        assert damage is not None
        fault = Tamper(Code.CHAIN_BROKEN, path=self.tr("this device"), seq=damage.seq, why=damage.why)
        said = self.tr("Everything before it can be read; nothing more is written.")
        self._damage_said.setText(f"{words.sentence(fault)} {said}")
        self._damage.show()
        self.go(self.place)

    def _connect_team(self) -> None:
        self._rail.passphrase_asked.connect(self._open_own)
        self.team.member_asked.connect(self._open_member)
        self.team.add_asked.connect(self._open_add)
        self.team.key_asked.connect(self._open_key)
        self.member.renewed.connect(lambda name: self._tell(self.tr("{name} has a new passphrase.").format(name=name)))
        self.member.removed.connect(
            lambda name: self._tell(self.tr("{name} can no longer log in on this device.").format(name=name))
        )
        self.add.added.connect(lambda name: self._tell(self.tr("{name} can log in now.").format(name=name)))
        self.key.changed.connect(
            lambda: self._tell(self.tr("The key was changed. Everybody gets the new one at the next login."))
        )
        for page in (self.member, self.add, self.key, self.own):
            page.left.connect(self._back)

    def _tell(self, said: str) -> None:
        """Go back to the team and say what was done."""
        self.go("team")
        self.team.notice(said, Sign.GOOD, Tone.ACCENT)

    def _show(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def _back(self) -> None:
        self.go(self.place)

    def _open_stop(self, paused: Paused) -> None:
        self._show(self.reason)
        self.reason.open_stop(paused)

    def _open_absence(self, row: DueRow) -> None:
        due = row.due
        self._open_reason(
            Expected(
                subject=due.subject,
                visit=due.visit.id,
                visit_title=due.visit.title,
                forms=due.missing,
                titles=row.forms,
            )
        )

    def _open_reason(self, expected: Expected) -> None:
        self._show(self.reason)
        self.reason.open_absence(expected)

    def _open_enrol(self) -> None:
        self._show(self.enrol)
        self.enrol.open()

    def _open_fact(self, subject: str) -> None:
        self._show(self.fact)
        self.fact.open(subject)

    def _open_withdrawal(self, subject: str) -> None:
        self._show(self.withdrawal)
        self.withdrawal.open(subject)

    def _open_erasure(self, subject: str) -> None:
        self._show(self.erasure)
        self.erasure.open(subject)

    def _say_erased(self, subject: str, is_whole: bool) -> None:
        if is_whole:
            self.go("participants")
            said = self.tr("Everything about {subject} was erased.").format(subject=subject)
            self.people.notice(said, Sign.GOOD, Tone.ACCENT)
        else:
            self.open_participant(subject)

    def _open_member(self, member: Member) -> None:
        self._show(self.member)
        self.member.open(member)

    def _open_add(self) -> None:
        self._show(self.add)
        self.add.open()

    def _open_key(self) -> None:
        self._show(self.key)
        self.key.open()

    def _open_own(self) -> None:
        self._show(self.own)
        self.own.open()

    def _lay_out(self) -> None:
        for page in (
            self.today,
            self.people,
            self.safe,
            *self.leaving.pages,
            self.audit,
            self.completion,
            self.takeout.page,
            self.person,
            *self.hand_over.pages,
            self.reason,
            self.enrol,
            self.fact,
            self.withdrawal,
            self.erasure,
            *self.data.pages,
            *self.oversight.pages,
            self.team,
            self.member,
            self.add,
            self.key,
            self.own,
            *self.clinic.pages,
        ):
            self._stack.addWidget(page)
        below = across(self._rail, self._stack, spacing=0)
        whole = down(spacing=0)
        banner = mode_banner(self._desk.mode, self._room.theme)
        if banner is not None:
            whole.addWidget(banner)
        whole.addWidget(self._damage)
        whole.addWidget(self.leaving.banner)
        whole.addLayout(below, 1)
        self.setLayout(whole)
