"""Who had which right when, and who failed to come in."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct import access, team
from retnet_pro.conduct.access import access_list, failed_logins
from retnet_pro.conduct.roles import Right, Role, may, rights_of
from retnet_pro.errors import Code
from tests.fakes import COORDINATOR, FakeSite
from tests.unit.conduct.conftest import PASSPHRASE
from tests.unit.conduct.test_team import NEW, OTHER, last, refused

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded


@pytest.mark.rule("P43", "P51")
def test_the_list_says_who_had_which_right_from_when_to_when_and_by_whom(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    team.let_in(desk, slots, NEW, OTHER, own=PASSPHRASE)
    began = last(site).header.at
    team.give_passphrase(desk, slots, "new.nurse", "nine wet yellow lanterns", own=PASSPHRASE)
    renewed = last(site).header.at
    team.remove(site.login("administrator"), slots, "new.nurse")
    ended = last(site).header.at
    listed = {one.user: one for one in access_list(desk)}
    assert list(listed) == ["coordinator", "nurse", "investigator", "monitor", "administrator", "new.nurse"]
    gone = listed["new.nurse"]
    assert (gone.role, gone.rights) == (Role.NURSE, rights_of(Role.NURSE))
    assert (gone.since, gone.given_by) == (began, "coordinator")
    assert (gone.renewed, gone.renewed_by) == (renewed, "coordinator")
    assert (gone.until, gone.ended_by) == (ended, "administrator")
    first = listed["coordinator"]
    assert (first.given_by, first.until, first.renewed) == ("setup", None, None)


@pytest.mark.rule("P43")
def test_who_could_come_in_is_known_for_any_past_moment(site: "Founded") -> None:
    team.remove(site.login(), site.opened.slots, "nurse")
    nurse = next(one for one in access_list(site.login()) if one.user == "nurse")
    began, ended = datetime.fromisoformat(nurse.since), datetime.fromisoformat(nurse.until or "")
    tick = timedelta(milliseconds=1)
    moments = (began - tick, began, ended - tick, ended)
    assert [nurse.was_open(moment) for moment in moments] == [False, True, True, False]


def test_an_event_repeated_after_a_disk_fault_changes_nothing_in_the_list(site: "Founded") -> None:
    desk = site.login()
    team.let_in(desk, site.opened.slots, NEW, OTHER, own=PASSPHRASE)
    first = last(site).header
    desk.write(first.kind, dict(first.note or {}))
    team.remove(desk, site.opened.slots, "new.nurse")
    removal = last(site).header
    desk.write(removal.kind, dict(removal.note or {}))
    (one,) = (one for one in access_list(desk) if one.user == "new.nurse")
    assert (one.since, one.until) == (first.at, removal.at)


def test_rights_are_listed_as_the_table_has_them() -> None:
    for role in Role:
        assert set(rights_of(role)) == {right for right in Right if may(role, right)}


@pytest.mark.rule("P44")
def test_failed_logins_of_others_since_ones_last_login_are_told_to_those_who_manage_staff(site: "Founded") -> None:
    def fail(user: str) -> None:
        with refused(Code.WRONG_PASSPHRASE):
            site.door.login(user, "not what it is at all")

    fail("monitor")
    site.login()
    fail("nurse")
    fail("coordinator")
    fail("nobody here")
    site.login("administrator")
    desk = site.login()
    assert [(one.user, one.why) for one in failed_logins(desk)] == [
        ("unknown", "wrong-passphrase"), ("nurse", "wrong-passphrase"),
    ]  # fmt: skip
    assert failed_logins(site.login()) == ()
    for role in Role:
        if not may(role, Right.MANAGE_STAFF):
            with refused(Code.NOT_ALLOWED):
                failed_logins(site.login(role.value))


def test_a_login_long_ago_is_found_however_much_was_written_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "WINDOW", 3)
    site = FakeSite()
    passphrase = "four calm grey herons"
    for user in ("nurse", "coordinator"):
        with refused(Code.WRONG_PASSPHRASE):
            site.doorway.login(user, "wrong")
        site.doorway.login(user, passphrase)
    for _ in range(40):
        site.doorway.login("nurse", passphrase)
    with refused(Code.WRONG_PASSPHRASE):
        site.doorway.login("nurse", "wrong")
    site.doorway.login("coordinator", passphrase)
    assert [one.user for one in failed_logins(site.desk(COORDINATOR))] == ["nurse"]
