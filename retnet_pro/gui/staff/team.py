"""The team: who can log in on this device, who could when, who failed to, and which key of the site is in force."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame

from retnet_pro.conduct.access import FailedLogin
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import SETUP, UNKNOWN
from retnet_pro.conduct.ports import Slots
from retnet_pro.conduct.roles import Role, rights_of
from retnet_pro.errors import Code
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.staff.team_view import Member, TeamView, team_view
from retnet_pro.gui.theme import GRID

ROLE_PX, WHEN_PX, ACT_PX = 19 * GRID, 33 * GRID, 27 * GRID
"""Room for the longest role, for a time with its offset, and for a time in two lines with a name below."""
FAILS_SHOWN = 20
"""Failed logins listed; how many there are in all is said above."""


class TeamPage(Page):
    """Shows a `TeamView`; reports whom somebody wants to look at, and what they want to do."""

    member_asked = Signal(object)
    """The `Member`."""
    add_asked = Signal()
    key_asked = Signal()

    def __init__(self, room: Room, desk: Desk, slots: Slots) -> None:
        super().__init__(room, self.tr("Team"), name="team")
        self._desk = desk
        self._slots = slots
        self._add = button(self.tr("Add a person"), "team.add", self.theme, rank=Rank.PRIMARY, sign=Sign.ADD)
        self._add.clicked.connect(self.add_asked)
        self.acts.addWidget(self._add)
        self._calls = down()
        self._key = down()
        self.members = Table("team.members", self._member_columns(), grows=True, row_px=6 * GRID)
        self.members.chosen.connect(self._open)
        self.failed = Table("team.failed", self._failed_columns(), sorts=False, grows=True)
        self._failed_said = text("", Voice.QUIET, name="team.failed.said")
        self.accesses = Table("team.accesses", self._access_columns(), sorts=False, grows=True)
        self.roles = Table("team.roles", self._role_columns(), sorts=False, grows=True)
        self.roles.present(tuple(Role))
        self._lay_out_body()

    def open(self) -> None:
        """Show the team as it stands now."""
        self.hush()
        self.to_top()
        self.ask(lambda: team_view(self._desk, self._slots), self.present)

    def present(self, view: TeamView) -> None:
        """Show these facts."""
        count = len(view.members)
        said = self.tr("{count} people can log in on this device.").format(count=count)
        self.head(self.tr("Team"), said if count != 1 else self.tr("1 person can log in on this device."))
        clear(self._calls)
        if view.may_have_kept:
            self._calls.addWidget(self._call(view))
        clear(self._key)
        self._key.addWidget(self._key_card(view))
        self.members.present(view.members)
        shown = tuple((view.names.get(one.user, one.user), one) for one in view.failed[:FAILS_SHOWN])
        self.failed.present(shown)
        self.failed.setVisible(bool(shown))
        self._failed_said.setText(self._said_of_failed(len(view.failed)))
        self.accesses.present(tuple((view.names, one) for one in view.accesses))

    def _open(self, index: QModelIndex) -> None:
        self.member_asked.emit(self.members.row_at(index))

    def _call(self, view: TeamView) -> QFrame:
        said = self.tr(
            "{names} cannot log in any more, but may have kept the key of this site. A new key protects what is written"
            " from now on."
        ).format(names=", ".join(view.may_have_kept))
        act = button(self.tr("Change the key"), "team.key.now", self.theme, sign=Sign.KEY)
        act.clicked.connect(self.key_asked)
        line = across(spacing=2 * GRID)
        line.addWidget(mark(Sign.ATTENTION, self.theme, tone=Tone.AMBER), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(said, name="team.call"), 1)
        line.addWidget(act)
        return card(line, Tone.AMBER)

    def _key_card(self, view: TeamView) -> QFrame:
        by = self._name(view.names, view.key.by)
        since = self.tr("The key of this site is in force since {time}, by {name}.").format(
            time=words.instant(view.key.at), name=by
        )
        places = {
            "system": self.tr("The secret of this device lies in the keystore of the operating system."),
            "file": self.tr("The secret of this device lies in a file that only its owner may read."),
        }
        line = across(spacing=2 * GRID)
        line.addLayout(
            down(
                text(since, name="team.key"),
                text(places.get(view.keystore, view.keystore), Voice.QUIET, name="team.keystore"),
                spacing=GRID // 2,
            ),
            1,
        )
        if not view.may_have_kept:
            act = button(self.tr("Change the key"), "team.key.change", self.theme, sign=Sign.KEY)
            act.clicked.connect(self.key_asked)
            line.addWidget(act)
        return card(line)

    def _said_of_failed(self, count: int) -> str:
        if not count:
            return self.tr("None by others since your last login.")
        if count == 1:
            return self.tr("1 by others since your last login.")
        if count > FAILS_SHOWN:
            return self.tr("{count} by others since your last login; the newest are shown.").format(count=count)
        return self.tr("{count} by others since your last login.").format(count=count)

    def _name(self, names: Mapping[str, str], user: str) -> str:
        return self.tr("set-up") if user == SETUP else names.get(user, user)

    def _why(self, failed: FailedLogin) -> str:
        reasons = {
            Code.WRONG_PASSPHRASE.value: self.tr("wrong passphrase"),
            Code.LOGIN_THROTTLED.value: self.tr("had to wait"),
            Code.SITE_KEY_MISSING.value: self.tr("has no new key yet"),
            Code.DEVICE_SECRET_MISSING.value: self.tr("the secret of this device is missing"),
        }
        return reasons.get(failed.why, failed.why)

    def _member_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Name"), says=self._called, stretches=True),
            Column(title=self.tr("Account"), says=lambda one: one.person.user, width_px=16 * GRID),
            Column(title=self.tr("Role"), says=lambda one: words.word(one.person.role), width_px=ROLE_PX),
            Column(
                title=self.tr("Since"),
                says=lambda one: words.instant(one.since) if one.since else "\u2013",
                sorts=lambda one: one.since or "",
                width_px=WHEN_PX,
            ),
        )

    def _called(self, member: Member) -> str:
        return self.tr("{name} (you)").format(name=member.person.name) if member.is_self else member.person.name

    def _failed_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("When"), says=lambda row: words.instant(row[1].at), width_px=WHEN_PX),
            Column(title=self.tr("Name"), says=self._tried, stretches=True),
            Column(title=self.tr("Why"), says=lambda row: self._why(row[1]), stretches=True),
        )

    def _tried(self, row: tuple[str, FailedLogin]) -> str:
        return self.tr("a name nobody has here") if row[1].user == UNKNOWN else row[0]

    def _access_columns(self) -> tuple[Column, ...]:
        return (
            Column(
                title=self.tr("Name"),
                says=lambda row: self._name(row[0], row[1].user),
                hint=lambda row: row[1].user,
                stretches=True,
            ),
            Column(title=self.tr("Role"), says=lambda row: words.word(row[1].role), width_px=ROLE_PX),
            Column(
                title=self.tr("From"),
                says=lambda row: self._act(row[0], row[1].since, row[1].given_by),
                width_px=ACT_PX,
            ),
            Column(
                title=self.tr("Until"),
                says=lambda row: self._act(row[0], row[1].until, row[1].ended_by),
                width_px=ACT_PX,
            ),
        )

    def _act(self, names: Mapping[str, str], at: str | None, by: str | None) -> str:
        if at is None or by is None:
            return "\u2013"
        return self.tr("{time}\nby {name}").format(time=words.instant(at), name=self._name(names, by))

    def _role_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Role"), says=words.word, width_px=ROLE_PX),
            Column(
                title=self.tr("May"),
                says=lambda role: ", ".join(words.word(right) for right in rights_of(role)),
                stretches=True,
            ),
        )

    def _lay_out_body(self) -> None:
        self.body.addLayout(self._calls)
        self.body.addWidget(self.members)
        choose = self.tr("Choose a person to give a new passphrase or to remove them.")
        self.body.addWidget(text(choose, Voice.CAPTION))
        self.body.addLayout(self._key)
        self.body.addWidget(text(self.tr("Failed logins"), Voice.LEAD))
        self.body.addWidget(self._failed_said)
        self.body.addWidget(self.failed)
        self.body.addWidget(text(self.tr("Who had access when"), Voice.LEAD))
        self.body.addWidget(self.accesses)
        self.body.addWidget(text(self.tr("What the roles may do"), Voice.LEAD))
        self.body.addWidget(self.roles)
        self.body.addStretch(1)
