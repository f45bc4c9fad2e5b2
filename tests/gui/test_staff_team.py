"""The page Team as somebody uses it: let in, give a new passphrase, remove, change the key, see failed logins."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from retnet_pro.errors import Code, RetnetError
from retnet_pro.gui.staff.team_view import team_view
from retnet_pro.record.event import Kind
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE
from tests.gui.conftest import ADMINISTRATOR, INVESTIGATOR

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
READING = {"rail.today", "rail.participants", "rail.alerts", "rail.study", "rail.safe"}
NEW = "seven damp green umbrellas"


def at_team(make_staff, site, person=COORDINATOR):
    staff = make_staff(site)
    staff.log_in(person)
    staff.click("rail.team")
    return staff


def open_member(staff, person) -> None:
    table = staff.find("team.members")
    row = staff.column("team.members", 1).index(person.user)
    table.clicked.emit(table.model().index(row, 0))
    staff.settle()


def fill_in(staff, user="new.nurse", passphrase=NEW, own=PASSPHRASE) -> None:
    staff.type("add.name", "New Demo")
    staff.type("add.user", user)
    staff.click("add.role.nurse")
    staff.type("add.passphrase.new", passphrase)
    staff.type("add.passphrase.again", passphrase)
    staff.type("add.own", own)


@pytest.mark.rule("P41")
@pytest.mark.parametrize(
    ("person", "places"),
    [
        (NURSE, READING),
        (MONITOR, {*READING, "rail.audit"}),
        (INVESTIGATOR, {*READING, "rail.audit"}),
        (
            COORDINATOR,
            {"rail.today", "rail.participants", "rail.alerts", "rail.study", "rail.safe", "rail.team", "rail.audit"},
        ),
        (ADMINISTRATOR, {"rail.safe", "rail.team", "rail.audit"}),
    ],
    ids=lambda value: value.role.value if hasattr(value, "role") else "",
)
def test_the_rail_offers_what_the_role_may_use_and_everybody_their_own_passphrase(
    make_staff, team_site, person, places
):
    staff = make_staff(team_site)
    staff.log_in(person)
    offered = {name for name in staff.names("rail.") if isinstance(staff.find(name), QPushButton)}
    assert offered - {"rail.look", "rail.lock", "rail.passphrase"} == places
    assert "rail.passphrase" in offered
    assert staff.names("today.notice") == []


@pytest.mark.rule("P43")
def test_the_page_lists_who_can_and_who_could_come_in(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    assert staff.says("team.line") == "5 people can log in on this device."
    assert staff.column("team.members", 0)[1] == "Coordinator Demo (you)"
    assert staff.column("team.accesses", 0)[-1] == "Coordinator Demo"
    assert staff.column("team.accesses", 2)[-1].endswith("\nby set-up")
    assert staff.column("team.accesses", 3) == ["–"] * 5
    assert "in a file that only its owner may read" in staff.says("team.keystore")
    assert "export" in staff.column("team.roles", 1)[1]
    assert "read answers" not in staff.column("team.roles", 1)[4]


def test_the_page_says_where_the_secret_of_the_device_lies(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    page = staff.window.frame.team
    view = team_view(staff.window.frame._desk, team_site.slots)
    page.present(replace(view, keystore="system"))
    staff.settle()
    assert "in the keystore of the operating system" in staff.says("team.keystore")


@pytest.mark.rule("P10", "P40", "P43")
def test_a_new_person_is_added_and_can_come_in(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    staff.click("team.add")
    assert not staff.find("add.confirm").isEnabled()
    fill_in(staff)
    staff.click("add.confirm")
    assert staff.says("team.notice") == "New Demo can log in now."
    assert "new.nurse" in staff.column("team.members", 1)
    assert team_site.doorway.login("new.nurse", NEW).person.name == "New Demo"
    staff.click("team.add")
    assert staff.find("add.passphrase.new", QLineEdit).text() == staff.find("add.own", QLineEdit).text() == ""


def test_two_different_passphrases_are_said_and_add_nobody(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    staff.click("team.add")
    fill_in(staff)
    staff.type("add.passphrase.again", NEW[:-1])
    assert staff.says("add.passphrase.differs") == "The two are not the same yet."
    assert not staff.find("add.confirm").isEnabled()
    staff.type("add.passphrase.again", NEW)
    assert staff.says("add.passphrase.differs") == ""
    assert staff.find("add.confirm").isEnabled()


@pytest.mark.rule("P46")
@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"user": "Nurse"}, "cannot be used as an account name"),
        ({"user": "nurse"}, "is or was in use on this device"),
        ({"passphrase": "too short"}, "it is too short"),
        ({"own": "not mine at all"}, "Name and passphrase do not match"),
    ],
)
def test_what_is_refused_stays_in_its_field_with_the_reason_above_it(make_staff, team_site, how, said):
    staff = at_team(make_staff, team_site)
    staff.click("team.add")
    fill_in(staff, **how)
    staff.click("add.confirm")
    assert said in staff.says("add.notice")
    assert staff.find("add.name", QLineEdit).text() == "New Demo"
    assert staff.find("add.confirm").isEnabled()
    assert Kind.STAFF not in team_site.log.kinds()[6:]


@pytest.mark.rule("E118")
def test_what_is_typed_can_be_seen_while_typing(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    staff.click("rail.passphrase")
    field = staff.find("own.passphrase.new", QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    staff.click("own.passphrase.new.show")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    staff.type("own.passphrase.new", NEW)
    staff.click("own.back")
    staff.click("rail.passphrase")
    assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Password), "nothing stays behind"


@pytest.mark.rule("P46", "P83")
def test_a_forgotten_passphrase_is_replaced(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    open_member(staff, NURSE)
    staff.type("member.passphrase.new", NEW)
    staff.type("member.passphrase.again", NEW)
    assert not staff.find("member.give").isEnabled()
    staff.type("member.own", PASSPHRASE)
    staff.click("member.give")
    assert staff.says("team.notice") == "Nurse Demo has a new passphrase."
    assert team_site.doorway.login("nurse", NEW).person == NURSE


@pytest.mark.rule("P10", "P40")
def test_removing_asks_once_more_then_offers_a_new_key(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    open_member(staff, MONITOR)
    staff.click("member.remove")
    staff.click("member.remove.no")
    assert MONITOR in team_site.slots.people()
    staff.click("member.remove")
    staff.click("member.remove.yes")
    assert staff.says("team.notice") == "Monitor Demo can no longer log in on this device."
    assert "Monitor Demo cannot log in any more, but may have kept the key" in staff.says("team.call")
    assert staff.column("team.accesses", 3)[2].endswith("\nby Coordinator Demo")
    before = team_site.pen.sealer.recipients
    staff.click("team.key.now")
    staff.click("key.confirm")
    assert "Everybody gets the new one" in staff.says("team.notice")
    assert team_site.pen.sealer.recipients != before
    assert staff.names("team.call") == []
    assert "by Coordinator Demo." in staff.says("team.key")
    assert team_site.doorway.login("nurse", PASSPHRASE).participants() == ()


def test_nobody_is_offered_to_remove_themselves(make_staff, team_site):
    staff = at_team(make_staff, team_site)
    open_member(staff, COORDINATOR)
    assert staff.names("member.remove") == staff.names("member.give") == []
    assert "This is you" in staff.says("member.self")


@pytest.mark.rule("P44")
def test_failed_logins_of_others_are_shown_without_what_was_typed(make_staff, team_site):
    team_site.doorway.login("coordinator", PASSPHRASE)
    for user in ("nurse", "a passphrase in the wrong field"):
        with pytest.raises(RetnetError):
            team_site.doorway.login(user, "wrong")
    team_site.slots._failures = 0
    staff = at_team(make_staff, team_site)
    assert staff.says("team.failed.said") == "2 by others since your last login."
    assert staff.column("team.failed", 1) == ["a name nobody has here", "Nurse Demo"]
    assert staff.column("team.failed", 2) == ["wrong passphrase"] * 2


def test_somebody_from_before_personal_keys_is_named_when_the_key_is_to_be_changed(make_staff, team_site):
    team_site.slots.add(type(NURSE)("old", "Old Demo", NURSE.role), PASSPHRASE, (team_site.identity[0],))
    staff = at_team(make_staff, team_site)
    assert staff.column("team.members", 3).count("–") == 1
    staff.click("team.key.change")
    staff.click("key.confirm")
    assert "could not be passed on to old" in staff.says("key.notice")
    assert staff.find("key.confirm").isEnabled()


@pytest.mark.rule("P46")
def test_everybody_changes_their_own_passphrase(make_staff, team_site):
    staff = make_staff(team_site)
    staff.log_in(NURSE)
    staff.click("rail.passphrase")
    for name, value in (("own.old", "not it"), ("own.passphrase.new", NEW), ("own.passphrase.again", NEW)):
        staff.type(name, value)
    staff.click("own.confirm")
    assert "do not match" in staff.says("own.notice")
    staff.type("own.old", PASSPHRASE)
    staff.click("own.confirm")
    assert staff.says("own.notice") == "Your passphrase was changed."
    assert staff.find("own.old", QLineEdit).text() == ""
    with pytest.raises(RetnetError) as caught:
        team_site.doorway.login("nurse", PASSPHRASE)
    assert caught.value.code is Code.WRONG_PASSPHRASE
    assert team_site.doorway.login("nurse", NEW).person == NURSE
