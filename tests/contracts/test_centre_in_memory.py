"""The centre in memory behaves as the one on disk, so that histories played on it prove something about the latter."""

import hashlib

import pytest
from sqlalchemy.exc import IntegrityError

from retnet_pro.answering.sheet import Answered
from retnet_pro.bundle.naming import BundleId, bundle_file, receipt_file
from retnet_pro.bundle.receipt import SetAside, Status
from retnet_pro.centre.inbox import Inbox
from retnet_pro.centre.response_ledger import StoredAmendment, StoredResponse
from retnet_pro.centre.store import BundleRow, Device, Stage, Store
from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Amendment, Source, WhyAmended, write_amendment
from retnet_pro.record.event import EMPTY, DeviceId, Head, Kind
from retnet_pro.record.response import write_response
from retnet_pro.sync.folder import FolderTransport
from tests.fakes_centre import Duplicate, FakeFolder, FakeInbox, FakeStore
from tests.unit.bundle import conftest as kit

AT, LATER = "2026-11-24T02:00:00.000+01:00", "2026-11-24T03:00:00.000+01:00"
ONE, OTHER = BundleId("a" * 64), BundleId("b" * 64)
DEV = DeviceId("tab-1")
DEVICE = Device(DEV, "S01", b"k" * 32, AT, None)
TWICE = (Duplicate, IntegrityError, RetnetError)


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def store(request, tmp_path):
    if request.param == "postgresql":
        made = Store(request.getfixturevalue("postgres").database())
    else:
        made = FakeStore() if request.param == "fake" else Store(f"sqlite:///{tmp_path / 'centre.sqlite'}")
    with made.writing() as ledger:
        ledger.add_device(DEVICE)
    yield made
    made.close()


@pytest.fixture
def events():
    tablet = kit.Tablet()
    tablet.boot()
    tablet.session("ses-1")
    return tablet.events


def row(file, bundle=ONE, status=Stage.ADMITTED, at=AT):
    return BundleRow(file * 64, bundle, DEV, None, None, status, at, None)


def stored(event):
    response = kit.make_response("ses-1")
    one = StoredResponse(dev=DEV, site="S01", seq=event.header.seq, event_hash=event.hash, response=response)
    return one, write_response(response)


def test_devices_are_found_by_id_and_key_and_closed_once(store):
    with store.writing() as ledger:
        ledger.revoke(DEV, AT)
        ledger.revoke(DEV, LATER)
    with store.reading() as ledger:
        assert [one.revoked_at for one in ledger.devices()] == [AT]
        assert ledger.device(DEV) == ledger.device_of(b"k" * 32) == ledger.sender(row("1"))
        assert ledger.device(DeviceId("x")) is ledger.device_of(b"x" * 32) is None


def test_files_of_bundles_are_kept_once_in_the_order_they_came(store):
    with store.writing() as ledger:
        for one in (row("2", at=LATER), row("3"), row("1"), row("1"), row("1", OTHER, Stage.QUARANTINED)):
            ledger.admit(one)
        ledger.mark(row("3"), Status.GAP, LATER, (4, 6))
    with store.reading() as ledger:
        assert [(one.file[0], one.status) for one in ledger.bundles(Stage.ADMITTED)] == [
            ("1", "admitted"),
            ("2", "admitted"),
        ]
        (gap,) = ledger.bundles(Status.GAP)
        assert (gap.file[0], gap.from_seq, gap.upto, gap.opened_at) == ("3", 4, 6, LATER)
        assert len(ledger.bundles()) == 4
        assert ledger.has_bundle(OTHER, "1" * 64, DEV) and not ledger.has_bundle(OTHER, "2" * 64, DEV)
        assert not ledger.has_bundle(OTHER, "1" * 64, DeviceId("tab-2"))


@pytest.mark.rule("P102")
def test_what_is_ordered_away_goes_with_its_response_and_is_named_once(store, events):
    done = next(event for event in events if event.header.kind is Kind.SESSION_DONE)
    seqs = [event.header.seq for event in events if event.sealed is not None]
    with store.writing() as ledger:
        ledger.add_events(events)
        ledger.add_responses([stored(done)])
        for _ in range(2):
            ledger.note_order(DEV, 9, {DEV: [done.header.seq, seqs[0]]}, AT)
        ledger.erase_ordered({DEV})
    with store.reading() as ledger:
        assert ledger.ordered(DEV) == {done.header.seq, seqs[0]}
        assert ledger.ordered_by(DEV, 9) == {(DEV, done.header.seq), (DEV, seqs[0])}
        assert ledger.ordered(DeviceId("tab-2")) == ledger.ordered_by(DEV, 8) == frozenset()
        held = list(ledger.events(DEV))
        assert [event.hash for event in held] == [event.hash for event in events]
        gone = {event.header.seq for event in held if event.sealed is None and event.header.seal is not None}
        assert gone == {done.header.seq, seqs[0]}
        assert ledger.with_response(DEV, ["ses-1"]) == set()


def test_events_are_kept_as_signed_and_never_twice(store, events):
    with store.writing() as ledger:
        assert ledger.head(DEV) == EMPTY
        ledger.add_events(events[:3])
        ledger.add_events([])
    with pytest.raises(TWICE), store.writing() as ledger:
        ledger.add_events(events[2:])
    with store.reading() as ledger:
        assert list(ledger.events(DEV)) == events[:3]
        assert list(ledger.events(DEV, 2)) == events[2:3]
        assert ledger.head(DEV) == Head(3, events[2].hash)
        assert ledger.hashes(DEV, 2, 9) == {2: events[1].hash, 3: events[2].hash}
        assert ledger.answers(DEV, "ses-1") == {
            event.header.n for event in events[:3] if event.header.kind is Kind.ANSWER
        }
        assert ledger.answers(DEV, "other") == set()


def test_a_response_of_a_session_is_kept_once(store, events):
    with store.writing() as ledger:
        ledger.add_responses([stored(events[-1])])
    with pytest.raises(TWICE), store.writing() as ledger:
        ledger.add_responses([stored(events[0])])
    with store.reading() as ledger:
        assert ledger.with_response(DEV, ["ses-0", "ses-1"]) == {"ses-1"}
        assert ledger.with_response(DeviceId("x"), ["ses-1"]) == set()


@pytest.mark.rule("E101", "P102")
def test_corrections_are_kept_in_the_order_they_build_on_each_other_and_go_when_ordered_away(store, events):
    first, second = events[-1], events[0]
    response = kit.make_response("ses-1")
    with store.writing() as ledger:
        ledger.add_responses([stored(first)])
        ledger.add_amendments([correction(first, second.hash, 0, 2), correction(second, events[1].hash, 1, 0)])
    with pytest.raises(TWICE), store.writing() as ledger:
        ledger.add_amendments([correction(first, second.hash, 0, 2)])
    with store.reading() as ledger:
        assert [one.seq for one in ledger.amendments("S01", "ses-1")] == [second.header.seq, first.header.seq]
        assert ledger.amendments("S02", "ses-1") == ledger.amendments("S01", "ses-2") == ()
        assert ledger.response_of("S01", "ses-1").response == response
        assert ledger.response_of("S02", "ses-1") is ledger.response_of("S01", "ses-2") is None
    with store.writing() as ledger:
        ledger.note_order(DEV, 9, {DEV: [first.header.seq, second.header.seq]}, AT)
        ledger.erase_ordered({DEV})
    with store.reading() as ledger:
        assert ledger.amendments("S01", "ses-1") == ()


def correction(event, on, old, new):
    response = kit.make_response("ses-1")
    one = Amendment(
        ses=response.ses,
        subject=response.subject,
        item=ItemId("q1"),
        old=Answered(old),
        new=Answered(new),
        why=WhyAmended.OTHER,
        note="test",
        source=Source.PAPER,
        on=on,
        answers={**response.answers, ItemId("q1"): Answered(new)},
        scores=response.scores,
    )
    facts = StoredAmendment(
        dev=DEV,
        site="S01",
        seq=event.header.seq,
        event_hash=event.hash,
        at=AT,
        who="nurse",
        role="nurse",
        amendment=one,
    )
    return facts, write_amendment(one)


def test_a_record_is_set_aside_once(store):
    with store.writing() as ledger:
        ledger.set_aside(DEV, [SetAside(4, None, "x"), SetAside(2, "ses-1", "y")], ONE, AT)
    with pytest.raises(TWICE), store.writing() as ledger:
        ledger.set_aside(DEV, [SetAside(4, "ses-2", "z")], OTHER, AT)
    with store.reading() as ledger:
        assert ledger.aside() == ((DEV, SetAside(2, "ses-1", "y")), (DEV, SetAside(4, None, "x")))


def test_a_final_receipt_is_never_replaced(store):
    with store.writing() as ledger:
        assert ledger.receipt(ONE) is None
        for status, body in ((Status.GAP, b"gap"), (Status.ACCEPTED, b"yes"), (Status.FORK, b"fork")):
            ledger.keep_receipt(ONE, DEV, status, AT, body)
    with store.reading() as ledger:
        assert ledger.receipt(ONE) == (Status.ACCEPTED, b"yes")


def test_a_transaction_that_fails_leaves_nothing(store, events):
    with pytest.raises(InterruptedError), store.writing() as ledger:
        ledger.add_events(events)
        ledger.add_responses([stored(events[-1])])
        ledger.set_aside(DEV, [SetAside(4, None, "x")], ONE, AT)
        ledger.admit(row("1"))
        ledger.keep_receipt(ONE, DEV, Status.ACCEPTED, AT, b"yes")
        ledger.revoke(DEV, AT)
        raise InterruptedError("power lost")
    with store.reading() as ledger:
        assert (list(ledger.events(DEV)), ledger.aside(), ledger.bundles(), ledger.receipt(ONE)) == ([], (), (), None)
        assert ledger.with_response(DEV, ["ses-1"]) == set()
        assert ledger.device(DEV) == DEVICE


@pytest.mark.parametrize("kind", ["fake", "real"])
def test_an_inbox_gives_back_what_it_keeps(kind, tmp_path):
    inbox = FakeInbox() if kind == "fake" else Inbox(tmp_path / "inbox")
    file = inbox.keep(ONE, b"sealed")
    assert file == inbox.keep(ONE, b"sealed") == hashlib.sha256(b"sealed").hexdigest()
    assert inbox.read(ONE, file) == b"sealed"
    with pytest.raises(Refusal) as caught:
        inbox.read(OTHER, file)
    assert caught.value.code is Code.FILE_MISSING


@pytest.mark.parametrize("kind", ["fake", "real"])
def test_a_meeting_place_holds_whole_files_under_names_of_ours(kind, tmp_path):
    place = FakeFolder() if kind == "fake" else FolderTransport(tmp_path)
    assert place.names() == ()
    place.put(receipt_file(OTHER), b"2")
    place.put(bundle_file(ONE), b"1")
    place.put(bundle_file(ONE), b"one")
    assert place.names() == (bundle_file(ONE), receipt_file(OTHER))
    assert place.get(bundle_file(ONE)) == b"one"
    for wrong in (lambda: place.put("notes.txt", b""), lambda: place.get("notes.txt")):
        with pytest.raises(ValueError):
            wrong()
    with pytest.raises(ValueError):
        place.put(f"{ONE}.age.sig", bytes(1025))
    with pytest.raises(WorldFault):
        place.get(bundle_file(OTHER))
