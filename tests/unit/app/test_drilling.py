"""The restore drill opens and rebuilds everything, compares it with the log at hand, and fails loudly when told to."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.app.backup_key import look_into, open_with_key, open_with_passphrase
from retnet_pro.app.drilling import STEPS, DrillReport, drill, drill_at_desk
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import close_site
from retnet_pro.conduct.drilled import drills
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import make_identity
from tests.unit.app.test_restoring import NEW, SUBJECT, login, restored
from tests.unit.conduct.conftest import PASSPHRASE, Founded, found
from tests.unit.conduct.test_distrust import one_response

if TYPE_CHECKING:
    from retnet_pro.conduct.desk import Desk

COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
AT = "2026-11-24T09:00:00.000+00:00"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Founded]:
    made = found(tmp_path)
    (tmp_path / "box.key").write_text(made.centre_identity)
    (tmp_path / "stick").mkdir()
    yield made
    made.opened.log.close()


@pytest.fixture
def desk(site: Founded) -> "Desk":
    return one_response(site)


@pytest.fixture
def backup(site: Founded, desk: "Desk", tmp_path: Path) -> Path:
    made = at_once(Keeper(site.opened).set_place(COORDINATOR, tmp_path / "stick"))
    return tmp_path / "stick" / made.copied.name


def drilled(backup: Path, tmp_path: Path, live: Path | None = None) -> DrillReport:
    with look_into(backup) as look:
        return drill(look, open_with_key(look, tmp_path / "box.key"), AT, live=live or tmp_path / "site" / "site.db")


@pytest.mark.rule("P81", "P05", "P83")
def test_a_drill_says_in_numbers_what_a_restore_would_give(
    site: Founded, desk: "Desk", backup: Path, tmp_path: Path
) -> None:
    report = drilled(backup, tmp_path)
    facts = report.facts()
    head = desk.pen.log.head()
    assert report.findings == ()
    assert (facts["events"], facts["participants"], facts["responses"], facts["interrupted"]) == (head.seq - 1, 1, 1, 2)
    assert facts["compared"] == {"events_since": 1, "erased_since": 0}, "the backup event itself came after"
    kinds = facts["kinds"]
    assert isinstance(kinds, dict) and sum(kinds.values()) == facts["events"] and kinds["answer"] == 30
    assert facts["payloads"] == sum(event.sealed is not None for event in site.opened.log.events())
    assert json.loads(json.dumps(facts)) == facts
    words = report.in_words()
    assert "1 participants, 1 finished questionnaires, 2 interrupted" in words and "The drill passed" in words
    assert SUBJECT not in words and SUBJECT not in json.dumps(facts), "no participant stands in a report"


@pytest.mark.rule("P83")
def test_a_drill_on_the_same_tablet_needs_only_a_passphrase(site: Founded, backup: Path, tmp_path: Path) -> None:
    before = backup.read_bytes()
    with look_into(backup) as look:
        opened = open_with_passphrase(look, tmp_path / "site", "nurse", PASSPHRASE, site.calendar(), bytes)
        report = drill(look, opened, AT, live=tmp_path / "site" / "site.db")
    assert report.findings == () and report.facts()["opened_with"] == "the passphrase of nurse"
    assert backup.read_bytes() == before


def test_elsewhere_there_is_nothing_to_compare_with(backup: Path, tmp_path: Path) -> None:
    report = drilled(backup, tmp_path, tmp_path / "nowhere" / "site.db")
    assert report.compared is None and report.findings == ()
    assert "not at hand" in report.in_words()


def test_the_log_of_another_device_is_not_compared(backup: Path, tmp_path: Path) -> None:
    other = found(tmp_path / "other")
    other.opened.log.close()
    report = drilled(backup, tmp_path, tmp_path / "other" / "site" / "site.db")
    assert report.compared is None and report.findings == ()


@pytest.mark.rule("T7", "P81")
def test_a_log_that_is_older_than_its_backup_is_a_finding(site: Founded, desk: "Desk", tmp_path: Path) -> None:
    keeper = Keeper(site.opened)
    first = at_once(keeper.set_place(COORDINATOR, tmp_path / "stick"))
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    second = at_once(keeper.back_up(COORDINATOR))
    site.opened.log.close()
    shutil.copy(tmp_path / "stick" / first.copied.name, tmp_path / "site" / "site.db")
    report = drilled(tmp_path / "stick" / second.copied.name, tmp_path)
    assert len(report.findings) == 1 and "older than the backup" in report.findings[0]
    assert "The drill failed." in report.in_words()


def test_what_was_erased_since_is_counted_and_is_no_finding(
    site: Founded, desk: "Desk", backup: Path, tmp_path: Path
) -> None:
    seq = next(event.header.seq for event in site.opened.log.events(kinds=(Kind.ANSWER,)))
    site.opened.pen.write(Kind.ERASE, {"targets": [seq]}, who="coordinator", role="coordinator")
    site.opened.log.erase([seq])
    report = drilled(backup, tmp_path)
    assert report.findings == () and report.facts()["compared"] == {"events_since": 2, "erased_since": 1}


@pytest.mark.rule("P03", "P81")
def test_a_payload_that_does_not_open_is_named_and_the_others_are_still_counted(
    site: Founded, desk: "Desk", tmp_path: Path
) -> None:
    good = site.opened.pen.sealer
    site.opened.pen.sealer = Sealer([make_identity()[1]])
    site.opened.pen.write(Kind.VIEW, {}, who="nurse", role="nurse")
    number = site.opened.log.head().seq
    site.opened.pen.sealer = good
    made = at_once(Keeper(site.opened).set_place(COORDINATOR, tmp_path / "stick"))
    report = drilled(tmp_path / "stick" / made.copied.name, tmp_path)
    assert len(report.findings) == 1 and f"event {number} " in report.findings[0]
    assert report.facts()["responses"] == 1


@pytest.mark.rule("T6", "P03", "P81")
def test_a_backup_that_does_not_hold_together_is_not_opened_and_the_drill_fails(backup: Path, tmp_path: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[content.index(b'"kind":"session.done"')] ^= 1
    backup.write_bytes(content)
    report = drilled(backup, tmp_path)
    assert report.rebuilt is None and "does not hold together from event" in report.findings[0]


@pytest.mark.rule("P06", "P81")
def test_a_drill_of_a_restored_device_needs_the_log_before_it_beside_it(
    site: Founded, backup: Path, tmp_path: Path
) -> None:
    new = restored(backup, tmp_path / "box.key", tmp_path / "new", site)
    login(new)
    (tmp_path / "second").mkdir()
    made = at_once(Keeper(new).set_place(NEW, tmp_path / "second"))
    close_site(new)
    later = tmp_path / "second" / made.copied.name
    report = drilled(later, tmp_path, tmp_path / "new" / "site.db")
    assert report.findings == () and report.facts()["responses"] == 1
    (tmp_path / "second" / backup.name).unlink()
    report = drilled(later, tmp_path, tmp_path / "new" / "site.db")
    assert len(report.findings) == 1 and "goes on from" in report.findings[0]


def test_the_key_of_another_centre_opens_no_drill(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "box.key").write_text(make_identity()[0])
    with pytest.raises(RetnetError) as caught:
        drilled(backup, tmp_path)
    assert caught.value.code is Code.BACKUP_UNFIT


@pytest.mark.rule("P81")
def test_at_the_desk_the_last_backup_is_drilled_in_steps_elsewhere_and_written_down(
    site: Founded, desk: "Desk", backup: Path
) -> None:
    stops = []
    journey = drill_at_desk(site.opened, desk)
    stop = next(journey)
    try:
        while True:
            stops.append((stop.done, stop.total))
            with ThreadPoolExecutor(1) as elsewhere:
                stop = journey.send(elsewhere.submit(stop.work).result())
    except StopIteration as over:
        report: DrillReport = over.value
    assert report.findings == () and stops == [(done, STEPS) for done in range(STEPS)]
    (kept,) = drills(desk.pen.log, desk.pen.key.public)
    assert (kept.who, kept.is_passed, kept.responses, kept.copy) == (desk.person.user, True, 1, backup.name)


@pytest.mark.rule("P81")
def test_at_the_desk_a_backup_that_is_not_there_is_said_and_nothing_is_written_down(
    site: Founded, desk: "Desk", backup: Path
) -> None:
    backup.unlink()
    with pytest.raises(RetnetError) as caught:
        at_once(drill_at_desk(site.opened, desk))
    assert caught.value.code is Code.FILE_MISSING
    assert drills(desk.pen.log, desk.pen.key.public) == ()
