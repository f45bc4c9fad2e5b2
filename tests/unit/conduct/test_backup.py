"""Who may ask for a backup, when one is due, and that nothing is written down which did not happen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.app.keeping import Keeper
from retnet_pro.conduct.backup import KEPT, BackupPlan, backups
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind
from retnet_pro.vault.backup import BackupFolder, keep_plan
from retnet_pro.vault.verify import verify_log

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code


@pytest.fixture
def keeper(site: "Founded") -> Keeper:
    return Keeper(site.opened)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def kinds(site: "Founded") -> list[Kind]:
    return [event.header.kind for event in site.opened.log.events()]


@pytest.mark.rule("P81", "P10")
def test_a_backup_is_written_down_after_it_was_read_back(site: "Founded", keeper: Keeper, stick: Path) -> None:
    made = at_once(keeper.set_place(COORDINATOR, stick))
    *_, setting, event = site.opened.log.events()
    assert (setting.header.kind, setting.header.note) == (Kind.SETTING, {"what": "backup", "every_h": 24})
    assert (event.header.kind, event.header.who, event.header.role) == (Kind.BACKUP, "coordinator", "coordinator")
    head = setting.header.seq, setting.hash
    assert event.header.note == {
        "copy": made.copied.name, "seq": head[0], "hash": head[1], "sha256": made.copied.sha256,
        "size": made.copied.size, "place": made.copied.place.value,
    }  # fmt: skip
    assert verify_log(stick / made.copied.name).head == made.copied.head
    assert backups(site.opened.log, site.opened.founding.public) == (made,)
    assert str(stick).encode() not in b"".join(one.header_bytes for one in site.opened.log.events())


@pytest.mark.rule("P41")
@pytest.mark.parametrize("role", list(Role))
def test_a_person_needs_the_right_and_a_refused_act_leaves_nothing(
    site: "Founded", keeper: Keeper, stick: Path, role: Role
) -> None:
    person, head = Person(role.value, role.value, role), site.opened.log.head()
    if may(role, Right.KEEP_DEVICE):
        assert at_once(keeper.set_place(person, stick)) and at_once(keeper.back_up(person))
        return
    keep_plan(site.opened.log, BackupPlan(place=stick))
    for act in (lambda: at_once(keeper.set_place(person, stick)), lambda: at_once(keeper.back_up(person))):
        with refused(Code.NOT_ALLOWED):
            act()
    assert site.opened.log.head() == head and list(stick.iterdir()) == []
    assert keeper.state().fault is None


@pytest.mark.rule("P81")
def test_a_place_that_is_gone_costs_a_sentence_and_is_remembered_until_a_backup_succeeds(
    site: "Founded", keeper: Keeper, stick: Path
) -> None:
    keep_plan(site.opened.log, BackupPlan(place=stick))
    stick.rmdir()
    head = site.opened.log.head()
    with refused(Code.TRANSPORT_UNREACHABLE):
        at_once(keeper.back_up_if_due())
    assert site.opened.log.head() == head, "no event claims a backup that is none"
    state = keeper.state()
    assert state.fault is not None and state.fault.code is Code.TRANSPORT_UNREACHABLE and state.is_overdue
    stick.mkdir()
    assert at_once(keeper.back_up_if_due()) is not None
    assert keeper.state().fault is None


@pytest.mark.rule("P81")
def test_a_backup_that_was_cut_off_has_said_so_before(
    keeper: Keeper, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault model: the process ends in the middle of the copy, so that no line after it is ever run."""
    at_once(keeper.set_place(COORDINATOR, stick))

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(BackupFolder, "put", cut_off)
        at_once(keeper.back_up(COORDINATOR))
    fault = keeper.state().fault
    assert fault is not None and (fault.code, fault.facts) == (Code.BACKUP_UNFINISHED, {"place": str(stick)})
    at_once(keeper.back_up(COORDINATOR))
    assert keeper.state().fault is None


@pytest.mark.rule("P81", "P20")
def test_the_schedule_needs_nobody_and_names_itself(site: "Founded", keeper: Keeper, stick: Path) -> None:
    assert at_once(keeper.back_up_if_due()) is None, "without a place there is no schedule"
    keep_plan(site.opened.log, BackupPlan(place=stick))
    made = at_once(keeper.back_up_if_due())
    assert made is not None and made.who == "backup schedule"
    *_, event = site.opened.log.events()
    assert event.header.role == "process"
    assert at_once(keeper.back_up_if_due()) is None
    site.calendar.turn_to(site.calendar().wall + timedelta(hours=24))
    assert keeper.state().is_overdue
    assert at_once(keeper.back_up_if_due()) is not None


@pytest.mark.rule("T14")
def test_a_backup_from_the_future_does_not_put_the_next_one_off(site: "Founded", keeper: Keeper, stick: Path) -> None:
    at_once(keeper.set_place(COORDINATOR, stick))
    assert not keeper.state().is_due
    now = site.calendar()
    site.opened.pen.clock = lambda: replace(now, wall=now.wall - timedelta(days=30))
    assert keeper.state().is_due


def test_without_a_place_a_person_is_told_where_to_set_one(keeper: Keeper) -> None:
    with refused(Code.BACKUP_UNPLANNED):
        at_once(keeper.back_up(COORDINATOR))
    assert keeper.state().is_overdue


def test_as_many_copies_are_kept_as_promised(keeper: Keeper, stick: Path) -> None:
    made = [at_once(keeper.set_place(COORDINATOR, stick))] + [
        at_once(keeper.back_up(COORDINATOR)) for _ in range(KEPT + 1)
    ]
    assert sorted(one.name for one in stick.iterdir()) == [one.copied.name for one in made[-KEPT:]]


@pytest.mark.rule("T4")
def test_a_backup_this_device_did_not_sign_counts_not(site: "Founded", keeper: Keeper, stick: Path) -> None:
    at_once(keeper.set_place(COORDINATOR, stick))
    assert backups(site.opened.log, bytes(32)) == ()
