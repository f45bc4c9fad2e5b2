"""What the staff's side believes: only what this device signed, and only as long as the centre agrees."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import resume, start
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person, Snapshot
from retnet_pro.conduct.roles import Right, Role
from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.snapshot import make_snapshot
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.chain import Break
from retnet_pro.record.event import EventHash
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.subject import make_subject
from retnet_pro.study.withdrawal import WithdrawalReason
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.test_desk import answer, enrolled, finish, started

if TYPE_CHECKING:
    from retnet_pro.conduct.desk import Desk
    from tests.unit.conduct.conftest import Founded

SUBJECT = make_subject("AB", 1)


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code


def one_response(site: "Founded") -> "Desk":
    desk = enrolled(site.login("coordinator"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    desk.catch_up()
    return desk


@pytest.mark.rule("T4", "T5", "P16")
def test_a_snapshot_that_this_device_did_not_sign_is_passed_over(site: "Founded") -> None:
    desk = one_response(site)
    head = site.opened.log.head()
    sealer = Sealer([site.opened.founding.site_recipient])
    empty = Site(upto=head.seq, provision=desk.site.provision)
    forged = make_snapshot(head, empty, desk.study, sealer, SigningKey(b"x" * 32))
    for kept in (forged, Snapshot(head, sealer.seal(b"\0" * 64 + b"{}")), Snapshot(head, sealer.seal(b""))):
        site.opened.log.keep_snapshot(kept)
        assert site.login("coordinator").responses_of(SUBJECT) == desk.responses_of(SUBJECT)


@pytest.mark.rule("T7")
def test_a_genuine_snapshot_of_another_state_of_the_log_is_passed_over(
    site: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retnet_pro.conduct.desk.SNAPSHOT_EVERY", 1)
    desk = one_response(site)
    desk.leave()
    kept = site.opened.log.snapshot()
    assert kept is not None
    moved = Snapshot(replace(kept.upto, seq=kept.upto.seq + 1, hash=EventHash("a" * 64)), kept.sealed)
    site.opened.log.keep_snapshot(moved)
    assert site.login("coordinator").responses_of(SUBJECT) == desk.responses_of(SUBJECT)


@pytest.mark.rule("T4", "T6", "P03")
def test_a_damaged_record_is_read_up_to_its_first_bad_event_and_nothing_is_written(
    site: "Founded", tmp_path: Path
) -> None:
    one_response(site)
    site.opened.log.close()
    database = sqlite3.connect(tmp_path / "site" / "site.db", isolation_level=None)
    (trigger,) = database.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%UPDATE%'"
    ).fetchone()
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%UPDATE%'").fetchall()
    for (name,) in names:
        database.execute(f"DROP TRIGGER {name}")
    last = database.execute("SELECT max(seq) FROM event WHERE sealed IS NOT NULL").fetchone()[0]
    database.execute("UPDATE event SET sig = zeroblob(64) WHERE seq = ?", (last,))
    database.execute(trigger)
    database.close()
    from tests.unit.conduct.conftest import PASSPHRASE, reopened

    with reopened(tmp_path) as door:
        desk = door.login("coordinator", PASSPHRASE)
        assert desk.damage == Break(last, "the signature does not fit")
        assert desk.participant(SUBJECT).subject == SUBJECT and desk.responses_of(SUBJECT) == ()
        assert desk.pen.log.head().seq == last, "nothing was written at login"
        assert desk.may(Right.READ_RESPONSES) and not desk.may(Right.HAND_OVER)
        desk.look_at(SUBJECT)
        for act in (
            lambda: desk.enrol(make_subject("AB", 2), date(2026, 11, 20), "en"),
            lambda: desk.record_fact(SUBJECT, Fact.GRADE, "G1"),
        ):
            with refused(Code.CHAIN_BROKEN):
                act()
        desk.leave()
        assert desk.pen.log.head().seq == last


@pytest.mark.rule("T5", "T9")
def test_a_fork_is_written_down_and_stops_export_and_hand_over(site: "Founded", tmp_path: Path) -> None:
    desk = one_response(site)
    drop = FolderTransport(tmp_path)
    founding = site.opened.founding
    sent = at_once(export(desk, founding, drop, place="folder")).ids[0]
    receipt = Receipt(
        bundle=sent, trial=founding.trial, dev=founding.device, upto=3, head=EventHash("b" * 64),
        at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=3,
    )  # fmt: skip
    drop.put(f"{sent}.receipt", write_receipt(receipt, site.online))
    with refused(Code.HISTORY_FORKED):
        at_once(collect(desk, founding, drop))
    again = site.login("coordinator")
    assert again.site.is_forked and not safety_of(again.site).all_received
    with refused(Code.HISTORY_FORKED):
        at_once(export(again, founding, drop, place="folder"))
    again.enrol(make_subject("AB", 2), date(2026, 11, 20), "en")
    with refused(Code.HISTORY_FORKED):
        start(again, make_subject("AB", 2), "baseline", "en", AnsweredBy.ALONE)


def test_one_bad_receipt_does_not_keep_the_others_away(site: "Founded", tmp_path: Path) -> None:
    desk = one_response(site)
    drop, founding = FolderTransport(tmp_path), site.opened.founding
    first = at_once(export(desk, founding, drop, place="folder")).ids[0]
    desk.record_fact(SUBJECT, Fact.GRADE, "G1")
    second = at_once(export(desk, founding, drop, place="folder")).ids[0]
    drop.put(f"{first}.receipt", b"not a receipt\n")
    upto = desk.site.sent[-1].upto
    event = next(iter(site.opened.log.events(upto - 1)))
    genuine = Receipt(
        bundle=second, trial=founding.trial, dev=founding.device, upto=upto, head=event.hash,
        at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=upto,
    )  # fmt: skip
    drop.put(f"{second}.receipt", write_receipt(genuine, site.online))
    with refused(Code.RECEIPT_BROKEN):
        at_once(collect(desk, founding, drop))
    assert desk.site.received_upto == upto and safety_of(desk.site).all_received


@pytest.mark.rule("E60", "P105")
@pytest.mark.parametrize("why", ["withdrew", "died"])
def test_nobody_is_handed_a_form_who_is_no_longer_asked(site: "Founded", why: str) -> None:
    desk = enrolled(site.login("coordinator"))
    if why == "died":
        desk.record_fact(SUBJECT, Fact.DIED, date(2026, 11, 21))
    else:
        withdraw(desk, SUBJECT, date(2026, 11, 21), WithdrawalReason.NOT_SAID)
    head = site.opened.log.head()
    with refused(Code.NOTHING_TO_ASK):
        started(desk)
    assert site.opened.log.head() == head


@pytest.mark.rule("E04", "E133")
def test_a_form_never_goes_on_in_other_words_than_it_was_begun_in(site: "Founded") -> None:
    started(enrolled(site.login("nurse")))
    desk = site.login("nurse")
    (first, *_) = desk.site.interrupted()
    desk.site.sessions[first.ses] = replace(first, wording_hash=ContentHash("c" * 64))
    head = site.opened.log.head()
    with refused(Code.FORM_CHANGED):
        resume(desk, first.sitting)
    assert site.opened.log.head() == head


def test_a_form_closed_twice_after_a_disk_fault_counts_once(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    session = answer(site, bedside, 0, 3)
    finish(site, bedside, 0, session)
    finish(site, bedside, 0, session)
    desk.catch_up()
    assert len(desk.responses_of(SUBJECT)) == 1


def test_an_act_reported_as_failed_but_durable_is_seen_at_the_next_one(
    site: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = enrolled(site.login("coordinator"))
    append = site.opened.log.append

    def durable_but_failed(event: object) -> None:
        append(event)  # type: ignore[arg-type]
        raise WorldFault(Code.DISK_FAULT, path="-", why="planted")

    monkeypatch.setattr(site.opened.log, "append", durable_but_failed)
    with refused(Code.DISK_FAULT):
        desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    monkeypatch.undo()
    desk.record_fact(SUBJECT, Fact.HISTOLOGY, "carcinoid")
    assert desk.participant(SUBJECT).grade == "G2"


@pytest.mark.rule("P41", "P50")
def test_an_administrator_sees_no_participant_and_a_nurse_adds_no_staff(site: "Founded") -> None:
    enrolled(site.login("nurse"))
    admin = site.login("administrator")
    for look in (admin.participants, admin.due, lambda: admin.visits_of(SUBJECT)):
        with refused(Code.NOT_ALLOWED):
            look()
    nurse = next(person for person in site.opened.slots.people() if person.role is Role.NURSE)
    with refused(Code.NOT_ALLOWED):
        add_person(
            site.opened.pen, site.opened.slots, Person("new", "New", Role.NURSE), "four calm herons fly", (), by=nurse
        )
