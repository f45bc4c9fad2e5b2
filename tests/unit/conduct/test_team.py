"""Looking after people: who may, what is written down, and who can read what afterwards."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct import team
from retnet_pro.conduct.account import AUTHORS, MOST_PEOPLE
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.errors import Code, RetnetError, Tamper, WorldFault
from retnet_pro.record.event import HEADER_LIMIT, Event, Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer, make_identity, recipient_of
from retnet_pro.study.subject import make_subject
from tests.unit.conduct.conftest import PASSPHRASE, reopened

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

FIRST, SECOND = (make_subject("AB", number) for number in (1, 2))
NEW = Person("new.nurse", "New Demo", Role.NURSE)
OTHER = "seven damp green umbrellas"
DAY = date(2026, 11, 20)


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code


def last(site: "Founded") -> Event:
    return list(site.opened.log.events())[-1]


def let_in(site: "Founded", desk: Desk, person: Person = NEW) -> None:
    team.let_in(desk, site.opened.slots, person, OTHER, own=PASSPHRASE)


@pytest.mark.rule("P10", "P40", "P43")
def test_a_new_person_is_announced_under_the_account_name_only_and_comes_in(site: "Founded") -> None:
    desk = site.login()
    desk.enrol(FIRST, DAY, "en")
    let_in(site, desk)
    header = last(site).header
    assert header.kind is Kind.STAFF and header.who == "coordinator"
    assert header.note is not None and {**header.note, "personal": ""} == {
        "act": "add", "user": "new.nurse", "role": "nurse", "personal": "",
    }  # fmt: skip
    assert b"New Demo" not in last(site).header_bytes
    fresh = site.door.login("new.nurse", OTHER)
    assert fresh.person == NEW
    assert [one.subject for one in fresh.participants()] == [FIRST]


def test_a_colleagues_personal_key_is_never_passed_on(site: "Founded") -> None:
    let_in(site, site.login())
    mine = site.opened.slots.unlock("coordinator", PASSPHRASE, site.calendar())
    theirs = site.opened.slots.unlock("new.nurse", OTHER, site.calendar())
    assert set(mine) & set(theirs) == {mine[0]}
    announced = keys_in_force(site.opened.log, site.opened.pen.key.public).personal
    assert recipient_of(theirs[-1]) == announced["new.nurse"]
    assert len(set(announced.values())) == len(Role) + 1


@pytest.mark.rule("P40", "P24")
def test_an_account_name_is_never_given_twice_and_never_one_the_program_writes_under(site: "Founded") -> None:
    desk = site.login()
    let_in(site, desk)
    head = site.opened.log.head()
    with refused(Code.USER_TAKEN):
        let_in(site, desk)
    team.remove(desk, site.opened.slots, "new.nurse")
    removed = site.opened.log.head()
    with refused(Code.USER_TAKEN):
        let_in(site, desk)
    for name in (*AUTHORS, "", "x", "Nurse", "new nurse", "nürse", "a" * 33, ".hidden", "new.nurse\n"):
        with refused(Code.BAD_ACCOUNT_NAME):
            let_in(site, desk, Person(name, "Demo", Role.NURSE))
    for shown in ("", "  ", "a\nb", "x" * 61, "a\u202eb"):
        with refused(Code.BAD_ACCOUNT_NAME):
            let_in(site, desk, Person("fresh", shown, Role.NURSE))
    assert site.opened.log.head() == removed and removed.seq == head.seq + 1


@pytest.mark.rule("P46")
def test_giving_access_needs_ones_own_passphrase_and_a_wrong_one_is_a_failed_login(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    acts = (
        lambda own: team.let_in(desk, slots, NEW, OTHER, own=own),
        lambda own: team.give_passphrase(desk, slots, "nurse", OTHER, own=own),
        lambda own: team.change_passphrase(desk, slots, own, OTHER),
    )
    for act in acts:
        before = site.opened.log.head().seq
        with refused(Code.WRONG_PASSPHRASE):
            act("not what it is at all")
        assert site.opened.log.head().seq == before + 1
        assert (last(site).header.kind, last(site).header.who) == (Kind.LOGIN_FAIL, "coordinator")
    assert site.door.login("nurse", PASSPHRASE).person.role is Role.NURSE
    assert "new.nurse" not in {person.user for person in slots.people()}


def test_a_weak_passphrase_changes_nothing(site: "Founded") -> None:
    desk, slots, head = site.login(), site.opened.slots, site.login().pen.log.head()
    for act in (
        lambda: team.let_in(desk, slots, NEW, "too short", own=PASSPHRASE),
        lambda: team.give_passphrase(desk, slots, "nurse", "too short", own=PASSPHRASE),
        lambda: team.change_passphrase(desk, slots, PASSPHRASE, "too short"),
    ):
        with refused(Code.WEAK_PASSPHRASE):
            act()
    with refused(Code.PASSPHRASE_SAME):
        team.change_passphrase(desk, slots, PASSPHRASE, PASSPHRASE)
    assert site.opened.log.head() == head


@pytest.mark.rule("P10", "P40")
def test_a_removed_person_is_out_at_once_and_nobody_removes_themselves(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    team.remove(desk, slots, "nurse")
    assert last(site).header.note == {"act": "remove", "user": "nurse", "role": "nurse"}
    with refused(Code.WRONG_PASSPHRASE):
        site.door.login("nurse", PASSPHRASE)
    head = site.opened.log.head()
    for user, code in (("coordinator", Code.NOT_ONESELF), ("nurse", Code.USER_UNKNOWN), ("x", Code.USER_UNKNOWN)):
        with refused(code):
            team.remove(desk, slots, user)
    assert site.opened.log.head() == head


@pytest.mark.rule("P83")
def test_whoever_is_removed_somebody_who_may_manage_staff_stays(site: "Founded") -> None:
    desk, slots = site.login("administrator"), site.opened.slots
    for person in slots.people():
        if person.user != "administrator":
            team.remove(desk, slots, person.user)
    with refused(Code.NOT_ONESELF):
        team.remove(desk, slots, "administrator")
    assert [person for person in slots.people() if may(person.role, Right.MANAGE_STAFF)] == [desk.person]


@pytest.mark.rule("P10")
def test_a_removal_that_a_power_cut_interrupted_is_finished_when_the_site_is_opened(
    site: "Founded", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_the_plug(user: str) -> None:
        raise WorldFault(Code.DISK_FAULT, path="-", why="test")

    with monkeypatch.context() as patch, refused(Code.DISK_FAULT):
        patch.setattr(site.opened.slots, "remove", pull_the_plug)
        team.remove(site.login(), site.opened.slots, "nurse")
    assert "nurse" in {person.user for person in site.opened.slots.people()}
    with refused(Code.WRONG_PASSPHRASE):
        site.door.login("nurse", PASSPHRASE)
    site.opened.log.close()
    with reopened(tmp_path) as door:
        assert "nurse" not in {person.user for person in door.people()}


@pytest.mark.rule("P10", "P83")
def test_what_a_full_disk_interrupted_after_the_event_shuts_nobody_out_and_can_be_repeated(
    site: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, slots = site.login(), site.opened.slots
    acts = (
        ("add", "new.nurse", lambda: team.let_in(desk, slots, NEW, OTHER, own=PASSPHRASE)),
        ("renew", "nurse", lambda: team.give_passphrase(desk, slots, "nurse", OTHER, own=PASSPHRASE)),
        ("renew", "coordinator", lambda: team.change_passphrase(desk, slots, PASSPHRASE, OTHER)),
    )

    def full(*_: object) -> None:
        raise WorldFault(Code.DISK_FULL, path="-")

    for step, user, act in acts:
        with monkeypatch.context() as patch, refused(Code.DISK_FULL):
            patch.setattr(slots, step, full)
            act()
        assert last(site).header.kind is Kind.STAFF
        if step == "renew":
            assert site.door.login(user, PASSPHRASE).person.user == user, "the old one opens until the new one does"
        act()
        assert site.door.login(user, OTHER).person.user == user


@pytest.mark.rule("P46", "P64", "P83")
def test_a_forgotten_passphrase_is_replaced_by_a_colleague_in_their_name(site: "Founded") -> None:
    desk = site.login()
    desk.enrol(FIRST, DAY, "en")
    team.give_passphrase(desk, site.opened.slots, "nurse", OTHER, own=PASSPHRASE)
    header = last(site).header
    assert header.who == "coordinator" and header.note is not None
    assert (header.note["act"], header.note["user"]) == ("passphrase", "nurse")
    with refused(Code.WRONG_PASSPHRASE):
        site.door.login("nurse", PASSPHRASE)
    assert len(site.door.login("nurse", OTHER).participants()) == 1
    with refused(Code.NOT_ONESELF):
        team.give_passphrase(desk, site.opened.slots, "coordinator", OTHER, own=PASSPHRASE)
    with refused(Code.USER_UNKNOWN):
        team.give_passphrase(desk, site.opened.slots, "nobody", OTHER, own=PASSPHRASE)


def test_everybody_changes_their_own_passphrase_and_keeps_their_personal_key(site: "Founded") -> None:
    for role in Role:
        before = keys_in_force(site.opened.log, site.opened.pen.key.public).personal
        team.change_passphrase(site.login(role.value), site.opened.slots, PASSPHRASE, OTHER)
        assert last(site).header.who == role.value
        assert keys_in_force(site.opened.log, site.opened.pen.key.public).personal == before
        assert site.door.login(role.value, OTHER).person.role is role


# The site's key


@pytest.mark.rule("T1", "P10")
def test_a_new_key_reaches_everybody_who_stays_and_nobody_who_left(site: "Founded", tmp_path: Path) -> None:
    desk, slots = site.login(), site.opened.slots
    desk.enrol(FIRST, DAY, "en")
    kept_by_leaver = slots.unlock("nurse", PASSPHRASE, site.calendar())
    team.remove(desk, slots, "nurse")
    team.change_key(desk, slots)
    note = last(site).header.note
    assert note is not None and note["act"] == "rotate"
    assert set(note["sealed_for"]) == {"administrator", "coordinator", "investigator", "monitor"}
    desk.enrol(SECOND, DAY, "en")
    sealed = last(site).sealed
    assert sealed is not None
    with refused(Code.SEAL_BROKEN):
        Unsealer(kept_by_leaver).unseal(sealed, what="it")
    assert Unsealer([site.centre_identity]).unseal(sealed, what="it")
    site.opened.log.close()
    with reopened(tmp_path) as door:
        for user in ("investigator", "monitor", "coordinator"):
            known = door.login(user, PASSPHRASE).participants()
            assert [one.subject for one in known] == sorted([FIRST, SECOND]), user


def test_whoever_changed_the_key_goes_on_reading_and_writing(site: "Founded") -> None:
    desk = site.login()
    team.change_key(desk, site.opened.slots)
    desk.enrol(FIRST, DAY, "en")
    site.login("coordinator").enrol(SECOND, DAY, "en")
    desk.catch_up()
    assert len(desk.participants()) == 2


@pytest.mark.rule("P83")
def test_the_new_key_is_with_the_centre_as_well(site: "Founded") -> None:
    desk = site.login()
    team.change_key(desk, site.opened.slots)
    note = last(site).header.note
    assert note is not None
    identity = Unsealer([site.centre_identity]).unseal(base64.b64decode(str(note["escrow"])), what="it").decode()
    assert recipient_of(identity) == note["recipient"] == desk.pen.sealer.recipients[0]


def test_several_changes_are_caught_up_with_at_one_login_and_history_stays_readable(site: "Founded") -> None:
    desk = site.login()
    for number in (1, 2, 3):
        desk.enrol(make_subject("AB", number), DAY, "en")
        team.change_key(desk, site.opened.slots)
    assert len(site.login("monitor").participants()) == 3
    held = site.opened.slots.unlock("monitor", PASSPHRASE, site.calendar())
    assert len(held) == 5, "four keys of the site and one's own"
    assert recipient_of(held[0]) == desk.pen.sealer.recipients[0]


def test_somebody_let_in_after_a_change_reads_everything(site: "Founded") -> None:
    desk = site.login()
    desk.enrol(FIRST, DAY, "en")
    team.change_key(desk, site.opened.slots)
    desk.enrol(SECOND, DAY, "en")
    team.let_in(desk, site.opened.slots, NEW, OTHER, own=PASSPHRASE)
    assert len(site.door.login("new.nurse", OTHER).participants()) == 2


def test_a_full_disk_at_the_first_login_after_a_change_keeps_nobody_out(
    site: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    team.change_key(site.login(), site.opened.slots)
    before = site.opened.slots.unlock("nurse", PASSPHRASE, site.calendar())

    def full(*_: object) -> None:
        raise WorldFault(Code.DISK_FULL, path="-")

    with monkeypatch.context() as patch:
        patch.setattr(site.opened.slots, "refill", full)
        site.login("nurse").enrol(FIRST, DAY, "en")
    assert site.opened.slots.unlock("nurse", PASSPHRASE, site.calendar()) == before
    assert len(site.login("nurse").participants()) == 1
    assert len(site.opened.slots.unlock("nurse", PASSPHRASE, site.calendar())) == len(before) + 1


def test_people_from_before_personal_keys_are_named_and_a_new_passphrase_mends_it(site: "Founded") -> None:
    slots = site.opened.slots
    identities = slots.unlock("nurse", PASSPHRASE, site.calendar())
    slots.add(Person("old.nurse", "Old Demo", Role.NURSE), PASSPHRASE, identities[:1])
    desk, head = site.login(), site.login().pen.log.head()
    with pytest.raises(RetnetError) as caught:
        team.change_key(desk, slots)
    assert (caught.value.code, caught.value.facts) == (Code.PERSONAL_KEY_MISSING, {"users": "old.nurse"})
    assert site.opened.log.head() == head
    team.give_passphrase(desk, slots, "old.nurse", OTHER, own=PASSPHRASE)
    team.change_key(desk, slots)
    assert site.door.login("old.nurse", OTHER).person.user == "old.nurse"


def test_a_key_is_not_changed_when_whoever_changes_it_could_not_open_the_new_one(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    note = {"act": "passphrase", "user": "coordinator", "role": "coordinator"}
    note["personal"] = recipient_of(site.centre_identity)
    desk.write(Kind.STAFF, note)  # announced, but a power cut kept it from the slot
    head = site.opened.log.head()
    with refused(Code.PERSONAL_KEY_MISSING):
        team.change_key(desk, slots)
    assert site.opened.log.head() == head


def test_somebody_to_whom_a_key_could_not_be_passed_on_is_told_what_to_do(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    note = {"act": "passphrase", "user": "nurse", "role": "nurse", "personal": recipient_of(site.centre_identity)}
    desk.write(Kind.STAFF, note)
    assert site.login("nurse").person.user == "nurse", "nothing was changed for them yet"
    team.change_key(desk, slots)
    with refused(Code.SITE_KEY_MISSING):
        site.login("nurse")
    assert last(site).header.note == {"why": "site-key-missing"}
    team.give_passphrase(desk, slots, "nurse", OTHER, own=PASSPHRASE)
    assert site.door.login("nurse", OTHER).person.user == "nurse"


def test_as_many_people_as_may_come_in_fit_into_the_event_of_a_new_key(site: "Founded") -> None:
    desk, slots = site.login(), site.opened.slots
    mine = slots.unlock("coordinator", PASSPHRASE, site.calendar())
    for number in range(MOST_PEOPLE - len(slots.people())):
        person = Person(f"{number:032d}", "Demo", Role.NURSE)
        add_person(site.opened.pen, slots, person, PASSPHRASE, mine, by=None)
    with refused(Code.TEAM_FULL):
        let_in(site, desk)
    team.change_key(desk, slots)
    assert len(last(site).header_bytes) < HEADER_LIMIT
    assert site.login("monitor").person.user == "monitor"


@pytest.mark.rule("T4")
def test_what_was_passed_on_must_be_the_key_it_says(site: "Founded") -> None:
    desk = site.login()
    keys = keys_in_force(site.opened.log, site.opened.pen.key.public)
    other, _ = make_identity()
    sealed = Sealer([keys.personal["nurse"]]).seal(other.encode())
    desk.write(
        Kind.STAFF,
        {
            "act": "rotate", "recipient": recipient_of(site.centre_identity), "escrow": "",
            "sealed_for": {"nurse": base64.b64encode(sealed).decode()},
        },
    )  # fmt: skip
    with pytest.raises(Tamper) as caught:
        site.login("nurse")
    assert caught.value.code is Code.SEAL_BROKEN
