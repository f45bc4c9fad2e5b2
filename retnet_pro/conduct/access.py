"""Who had which right from when to when, and who failed to come in (rules P43, P44, P51)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.roles import Right, Role, demand, rights_of
from retnet_pro.record.event import Header, Kind

WINDOW = 1000
"""Events looked through at first, going backwards, for a person's last login; each further step looks twice as far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One person's time with access to this device."""

    user: str
    role: Role
    since: str
    given_by: str
    until: str | None
    """None while the person may come in."""
    ended_by: str | None
    renewed: str | None
    """When the person was last given a new passphrase, by whomever; None when that never happened."""
    renewed_by: str | None

    @property
    def rights(self) -> tuple[Right, ...]:
        """What this role may do, by the table of the program version at hand."""
        return rights_of(self.role)

    def was_open(self, moment: datetime) -> bool:
        """Whether the person could come in at this moment."""
        began = datetime.fromisoformat(self.since) <= moment
        return began and (self.until is None or moment < datetime.fromisoformat(self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLogin:
    """One failed attempt to come in."""

    at: str
    user: str
    """The account name, or `unknown` for a name nobody has here."""
    why: str


def access_list(desk: Desk) -> tuple[Access, ...]:
    """Return everybody who could ever come in on this device, in the order they were let in.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when an event about staff is not this device's own.
    """
    demand(desk.person.role, Right.READ_TRAIL)
    found: dict[str, Access] = {}
    for event in genuine_events(desk.pen.log, desk.pen.key.public, {Kind.STAFF}):
        header, note = event.header, event.header.note or {}
        user = str(note.get("user", ""))
        match note.get("act"):
            case "add" if user not in found:
                found[user] = _let_in(header, user, Role(str(note["role"])))
            case "remove" if user in found and found[user].until is None:
                found[user] = replace(found[user], until=header.at, ended_by=header.who)
            case "passphrase" if user in found:
                found[user] = replace(found[user], renewed=header.at, renewed_by=header.who)
            case _:
                pass
    return tuple(found.values())


def failed_logins(desk: Desk) -> tuple[FailedLogin, ...]:
    """Return the failed logins of others since this person's login before the present one, newest first.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when a login is not this device's own.
    """
    demand(desk.person.role, Right.MANAGE_STAFF)
    after = _login_before(desk)
    failed = genuine_events(desk.pen.log, desk.pen.key.public, {Kind.LOGIN_FAIL}, after=after)
    others = [event.header for event in failed if event.header.who != desk.person.user]
    return tuple(
        FailedLogin(at=header.at, user=header.who, why=str((header.note or {}).get("why", "")))
        for header in reversed(others)
    )


def _login_before(desk: Desk) -> int:
    """Return the number of this person's last login but one, or 0. Looks backwards, so that a long history is cheap."""
    head = desk.pen.log.head().seq
    reach = WINDOW
    while True:
        logins = list(_own_logins(desk, max(0, head - reach)))
        if len(logins) > 1:
            return logins[-2]
        if reach >= head:
            return 0
        reach *= 2


def _own_logins(desk: Desk, after: int) -> Iterator[int]:
    for event in desk.pen.log.events(after, {Kind.LOGIN}):
        if event.header.who == desk.person.user:
            yield event.header.seq


def _let_in(header: Header, user: str, role: Role) -> Access:
    return Access(
        user=user,
        role=role,
        since=header.at,
        given_by=header.who,
        until=None,
        ended_by=None,
        renewed=None,
        renewed_by=None,
    )
