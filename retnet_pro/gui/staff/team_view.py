"""What the page Team shows, gathered from the desk in the lane: plain facts, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.conduct.access import Access, FailedLogin, access_list, failed_logins
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.keys import SiteKey, believed_keys
from retnet_pro.conduct.ports import Person, Slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person who can log in on this device."""

    person: Person
    since: str | None
    """When they were let in; None when the record does not say."""
    given_by: str
    """Shown name or account name of who let them in; '' when the record does not say."""
    is_self: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """The whole page."""

    members: tuple[Member, ...]
    accesses: tuple[Access, ...]
    """Newest first."""
    names: Mapping[str, str]
    """Shown names of everybody who has or had a slot, by account name."""
    failed: tuple[FailedLogin, ...]
    key: SiteKey
    may_have_kept: tuple[str, ...]
    """Who was removed since the key was changed, as they are called."""
    keystore: str
    """Where the device keeps its secret: `system` or `file`."""


def team_view(desk: Desk, slots: Slots) -> TeamView:
    """Return who can and could come in, who failed to, and which key is in force."""
    names = slots.names()
    accesses = access_list(desk)
    by_user = {access.user: access for access in accesses}
    keys = believed_keys(desk.pen.log, desk.pen.key.public)
    return TeamView(
        members=tuple(_member(person, by_user.get(person.user), names, desk.person) for person in slots.people()),
        accesses=tuple(reversed(accesses)),
        names=names,
        failed=failed_logins(desk),
        key=keys.site_keys[-1],
        may_have_kept=tuple(names.get(user, user) for user in keys.removed_since),
        keystore=str(desk.site.provision["keystore"]),
    )


def _member(person: Person, access: Access | None, names: Mapping[str, str], me: Person) -> Member:
    return Member(
        person=person,
        since=access.since if access else None,
        given_by=names.get(access.given_by, access.given_by) if access else "",
        is_self=person.user == me.user,
    )
