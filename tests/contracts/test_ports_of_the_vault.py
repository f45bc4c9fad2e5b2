"""What the use cases may expect of a log and of key slots, run on the fakes and on the real things alike."""

import os
from datetime import UTC, datetime

import pytest

from retnet_pro.conduct.ports import KeptPack, Log, PackShelf, Person, Slots, Snapshot
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head, Kind, Sealed, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import create_log
from retnet_pro.vault.shelf import LogShelf
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.wrap import Cost
from tests.fakes import PASSPHRASE, FakeLog, FakeShelf, FakeSlots

NOW = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "boot-1")
LATER = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 7_200_000, "boot-1")
KEY = SigningKey(bytes(range(32)))
SEALER = Sealer([make_identity()[1]])
NURSE = Person("nurse", "Nurse Demo", Role.NURSE)
IDENTITIES = ("AGE-SECRET-KEY-1NEW", "AGE-SECRET-KEY-1OLD")


@pytest.fixture(params=["fake", "real"])
def log(request, tmp_path):
    made: Log = FakeLog() if request.param == "fake" else create_log(tmp_path / "site.db")
    yield made
    made.close()


@pytest.fixture(params=["fake", "real"])
def slots(request, tmp_path):
    if request.param == "fake":
        made: Slots = FakeSlots([NURSE], IDENTITIES)
        yield made
        return
    with create_log(tmp_path / "slots.db") as log:
        made = SlotBook(log, bytes(32), os.urandom, cost=Cost(kib=64, passes=1, lanes=1))
        made.add(NURSE, PASSPHRASE, IDENTITIES)
        yield made


def write(log, ses=None):
    sealed = SEALER.seal_payload({"item": "q1"}) if ses else None
    kind = Kind.ANSWER if ses else Kind.BOOT
    draft = Draft(kind=kind, who="a", role="b", ses=SessionId(ses) if ses else None, n=1, sealed=sealed)
    event = link(log.head(), draft, device=DeviceId("d"), key=KEY, now=NOW, app="0.1.0")
    log.append(event)
    return event


def test_a_log_starts_empty(log):
    assert log.head() == EMPTY
    assert list(log.events()) == list(log.session_events(SessionId("s1"))) == []
    assert log.snapshot() is None


def test_what_was_appended_is_the_head_and_is_read_back_unchanged(log):
    written = [write(log, ses) for ses in (None, "s1", "s2", "s1", None)]
    assert log.head() == Head(5, written[-1].hash)
    assert list(log.events()) == written
    assert list(log.events(3)) == written[3:]
    assert list(log.events(99)) == []
    assert list(log.session_events(SessionId("s1"))) == [written[1], written[3]]
    assert list(log.events(1, {Kind.BOOT})) == [written[4]]
    assert list(log.events(kinds={Kind.ANSWER, Kind.BOOT})) == written
    assert list(log.events(kinds=())) == []


def test_the_log_is_read_backwards_too(log):
    written = [write(log, ses) for ses in (None, "s1", "s2", "s1", None)]
    assert list(log.backwards(6)) == list(log.backwards(99)) == written[::-1]
    assert list(log.backwards(4)) == written[2::-1]
    assert list(log.backwards(1)) == list(log.backwards(0)) == list(log.backwards(6, ())) == []
    assert list(log.backwards(5, {Kind.BOOT})) == [written[0]]
    assert list(log.backwards(6, {Kind.ANSWER, Kind.BOOT})) == written[::-1]


def test_what_is_written_while_somebody_reads_backwards_changes_nothing_for_them(log):
    written = [write(log) for _ in range(3)]
    reading = log.backwards(4)
    assert next(reading) == written[2]
    write(log)
    assert list(reading) == written[1::-1]


def test_only_the_newest_snapshot_is_kept(log):
    for seq in (1, 7):
        log.keep_snapshot(Snapshot(Head(seq, EventHash("a" * 64)), Sealed(b"age")))
    assert log.snapshot() == Snapshot(Head(7, EventHash("a" * 64)), Sealed(b"age"))


def test_who_has_a_slot_comes_in_with_the_passphrase_only(slots):
    assert slots.people() == (NURSE,)
    assert slots.unlock("nurse", PASSPHRASE, NOW) == IDENTITIES
    for user, passphrase in (("nurse", "not the passphrase"), ("stranger", PASSPHRASE)):
        with pytest.raises(Refusal) as raised:
            slots.unlock(user, passphrase, NOW)
        assert raised.value.code is Code.WRONG_PASSPHRASE


def test_guessing_ends_in_a_wait(slots):
    codes = []
    for _ in range(8):
        with pytest.raises(Refusal) as raised:
            slots.unlock("nurse", "not the passphrase", NOW)
        codes.append(raised.value.code)
    assert codes[0] is Code.WRONG_PASSPHRASE
    assert codes[-1] is Code.LOGIN_THROTTLED
    assert codes == sorted(codes, key=lambda code: code is Code.LOGIN_THROTTLED)


def test_a_slot_is_renewed_refilled_and_removed_and_its_name_stays_taken(slots):
    other = "seven damp green umbrellas"
    slots.refill("nurse", PASSPHRASE, ("AGE-SECRET-KEY-1NEXT", *IDENTITIES))
    assert slots.unlock("nurse", PASSPHRASE, NOW)[0] == "AGE-SECRET-KEY-1NEXT"
    slots.renew("nurse", other, IDENTITIES)
    assert slots.unlock("nurse", other, NOW) == IDENTITIES
    slots.remove("nurse")
    assert slots.people() == ()
    assert slots.names() == {"nurse": "Nurse Demo"}
    acts = (
        (lambda: slots.unlock("nurse", other, NOW), Code.WRONG_PASSPHRASE),
        (lambda: slots.remove("nurse"), Code.USER_UNKNOWN),
        (lambda: slots.refill("nurse", other, IDENTITIES), Code.USER_UNKNOWN),
        (lambda: slots.renew("nurse", other, IDENTITIES), Code.USER_UNKNOWN),
        (lambda: slots.add(NURSE, other, IDENTITIES), Code.USER_TAKEN),
        (lambda: slots.judge("x", "too short"), Code.WEAK_PASSPHRASE),
        (lambda: slots.add(Person("x", "X", Role.NURSE), "too short", IDENTITIES), Code.WEAK_PASSPHRASE),
    )
    for act, code in acts:
        with pytest.raises(Refusal) as raised:
            act()
        assert raised.value.code is code
    assert slots.names() == {"nurse": "Nurse Demo"}
    slots.judge("x", other)


def test_a_second_person_can_be_given_a_slot(slots):
    other = Person("other", "Another Demo", Role.COORDINATOR)
    slots.add(other, PASSPHRASE, IDENTITIES)
    assert set(slots.people()) == {NURSE, other}
    assert slots.unlock("other", PASSPHRASE, LATER) == IDENTITIES


@pytest.fixture(params=["fake", "real"])
def shelf(request, tmp_path):
    if request.param == "fake":
        made: PackShelf = FakeShelf()
        yield made
        return
    with create_log(tmp_path / "shelf.db") as log:
        yield LogShelf(log)


def test_a_shelf_keeps_each_pack_once_in_the_order_it_came(shelf):
    first = KeptPack(hash="f" * 64, kind="trust", version=2, line=b"{}\n", armor=b"sig", seq=3)
    second = KeptPack(hash="e" * 64, kind="form", version=1, line=b"[]\n", armor=b"sig", seq=5)
    for pack in (second, first, first):
        shelf.keep(pack)
    assert shelf.kept() == (first, second)


def test_a_slot_that_was_taken_away_opens_nothing(slots):
    slots.remove(NURSE.user)
    assert slots.people() == ()
    with pytest.raises(Refusal) as caught:
        slots.unlock(NURSE.user, PASSPHRASE, NOW)
    assert caught.value.code is Code.WRONG_PASSPHRASE
    with pytest.raises(Refusal) as caught:
        slots.remove(NURSE.user)
    assert caught.value.code is Code.USER_UNKNOWN
