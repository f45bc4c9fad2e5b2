"""The verifier says of a whole log that it is whole, and of any other where it breaks."""

import shutil
import sqlite3
from dataclasses import replace

import pytest

from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.chain import Break
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head, Kind
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.verify import verify_log, verify_rows


@pytest.fixture
def closed(filled, path):
    filled.close()
    return path


def edit(path, *statements):
    """Change a file the way its owner could, with the triggers put aside and back."""
    raw = sqlite3.connect(path)
    triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, text in triggers:
        raw.execute(text)
    raw.commit()
    raw.close()


def test_a_whole_log_is_whole_and_is_not_touched(closed, filled):
    before = closed.read_bytes()
    found = verify_log(closed)
    assert (found.device, found.events, found.erased, found.first_break) == ("device-1", 8, 0, None)
    assert [file.read_bytes() for file in closed.parent.iterdir()] == [before]


def test_a_write_protected_folder_can_be_verified(closed):
    closed.chmod(0o400)
    closed.parent.chmod(0o500)
    try:
        assert verify_log(closed).first_break is None
    finally:
        closed.parent.chmod(0o700)


def test_a_log_that_is_open_is_verified_by_its_owner_or_from_a_copy(filled, path):
    assert verify_rows(filled.rows()).events == 8
    assert verify_log(path).events == 8
    with pytest.raises(Refusal):
        open_log(path)


def test_a_copy_that_was_not_closed_is_read_with_its_write_ahead_log(filled, path, tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    for file in (path, path.with_name("site.db-wal")):
        shutil.copy(file, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert verify_log(folder / "site.db").events == 8
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.rule("T4", "P03")
@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("DELETE FROM event WHERE seq = 4", 4),
        ("DELETE FROM event WHERE seq = 1", 1),
        ("UPDATE event SET header = replace(header, '\"n\":1', '\"n\":2') WHERE seq = 5", 5),
        ("UPDATE event SET sig = (SELECT sig FROM event WHERE seq = 3) WHERE seq = 6", 6),
        ("UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 3) WHERE seq = 6", 6),
        ("UPDATE event SET sealed = X'00' WHERE seq = 2", 2),
        ("UPDATE event SET sealed = NULL WHERE seq = 7", 7),
        ("UPDATE event SET hash = lower(hex(zeroblob(32))) WHERE seq = 3", 3),
        ("UPDATE event SET seq = 100 WHERE seq = 6", 6),
        ("UPDATE event SET seq = 0 WHERE seq = 8", 1),
    ],
)
def test_the_first_event_that_was_altered_is_named(closed, statement, seq):
    if "replace(" in statement:
        statement = statement.replace("replace(header,", "CAST(replace(CAST(header AS TEXT),", 1).replace(
            ") WHERE", ") AS BLOB) WHERE", 1
        )
    edit(closed, statement)
    assert verify_log(closed).first_break.seq == seq


def test_what_was_found_can_be_reported_as_plain_facts(closed):
    edit(closed, "DELETE FROM event WHERE seq = 4")
    facts = verify_log(closed).facts()
    assert (facts["device"], facts["events"], facts["erased"], facts["first_bad"]) == ("device-1", 3, 0, 4)
    assert facts["why"] and len(facts["head"]) == 64


@pytest.mark.rule("T4")
def test_two_events_that_changed_places_are_named(closed):
    edit(
        closed,
        "UPDATE event SET seq = 99 WHERE seq = 4",
        "UPDATE event SET seq = 4 WHERE seq = 6",
        "UPDATE event SET seq = 6 WHERE seq = 99",
    )
    assert verify_log(closed).first_break.seq == 4


@pytest.mark.rule("T4")
def test_an_insider_who_signs_anew_without_the_chain_is_named(closed, bench):
    forged = bench.follow(Head(4, EventHash("a" * 64)), ses="s1")
    raw = sqlite3.connect(closed)
    raw.execute("DROP TRIGGER event_is_final")
    raw.execute(
        "UPDATE event SET hash = ?, header = ?, sealed = ?, sig = ? WHERE seq = 5",
        (forged.hash, forged.header_bytes, forged.sealed, forged.sig),
    )
    raw.commit()
    raw.close()
    assert verify_log(closed).first_break.seq == 5


@pytest.mark.rule("T5")
def test_history_signed_anew_with_the_real_key_does_not_reach_below_a_receipt(closed, bench, tmp_path):
    receipted = verify_log(closed).head
    with create_log(tmp_path / "forged.db") as forged:
        forged.append(bench.provision())
        for _ in range(9):
            forged.append(bench.follow(forged.head(), ses="s1"))
    assert verify_log(tmp_path / "forged.db").first_break is None
    found = verify_log(tmp_path / "forged.db", known=[receipted])
    assert found.first_break == Break(8, "it is not the event that was receipted")


@pytest.mark.rule("T7")
def test_a_log_shorter_than_its_receipt_is_named(closed):
    receipted = verify_log(closed).head
    edit(closed, "DELETE FROM event WHERE seq > 6")
    assert verify_log(closed).first_break is None
    assert verify_log(closed, known=[receipted]).first_break.seq == 7


def test_a_log_of_another_device_or_key_is_named(closed, bench):
    assert verify_log(closed, bench.follow(EMPTY).header.dev, bench.key.public).first_break is None
    assert verify_log(closed, DeviceId("other")).first_break.seq == 1
    assert verify_log(closed, public=bytes(32)).first_break.seq == 1


def test_a_log_that_does_not_say_whose_it_is_cannot_be_trusted(log, path, bench):
    log.append(bench.follow(EMPTY))
    log.close()
    assert verify_log(path).first_break.seq == 1
    assert verify_log(path, DeviceId("device-1"), bench.key.public).first_break is None


@pytest.mark.parametrize(
    "note", [None, {}, {"device": "device-1"}, {"device": 1, "public": 2}, {"device": "d", "public": "xyz"}]
)
def test_a_first_event_without_a_key_is_a_break_not_a_crash(log, path, bench, note):
    log.append(bench.follow(EMPTY, Kind.PROVISION, note=note))
    log.close()
    assert verify_log(path).first_break.seq == 1


def test_an_empty_log_is_whole_unless_someone_knows_better(log, path):
    log.close()
    assert verify_log(path).first_break is None
    assert verify_log(path, known=[Head(3, EventHash("a" * 64))]).first_break.seq == 1


def test_erased_payloads_must_be_accounted_for(filled, bench, path):
    filled.append(bench.follow(filled.head(), Kind.ERASE, note={"count": 2}))
    filled.erase([4, 5])
    filled.close()
    found = verify_log(path)
    assert (found.erased, found.first_break) == (2, None)
    with open_log(path) as log:
        log.erase([7])
    found = verify_log(path)
    assert found.first_break == Break(4, "3 payloads are gone, erase events account for 2")


@pytest.mark.parametrize("count", [None, "2", -5, True, 0])
def test_an_erase_event_that_counts_nothing_allows_nothing(filled, bench, path, count):
    filled.append(bench.follow(filled.head(), Kind.ERASE, note={"count": count}))
    filled.erase([4])
    filled.close()
    assert verify_log(path).first_break.seq == 4


def test_a_missing_trigger_is_found_although_the_chain_holds(closed):
    raw = sqlite3.connect(closed)
    raw.execute("DROP TRIGGER event_stays")
    raw.close()
    with pytest.raises(Tamper) as raised:
        verify_log(closed)
    assert raised.value.code is Code.VAULT_DAMAGED


@pytest.mark.rule("T6")
def test_an_index_that_lost_an_entry_is_found(closed):
    raw = sqlite3.connect(closed)
    raw.execute("PRAGMA writable_schema = ON")
    (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_by_session'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content = bytearray(closed.read_bytes())
    cells = (root - 1) * size + 3
    content[cells : cells + 2] = (int.from_bytes(content[cells : cells + 2], "big") - 1).to_bytes(2, "big")
    closed.write_bytes(content)
    with pytest.raises(Tamper) as raised:
        verify_log(closed)
    assert raised.value.code is Code.VAULT_DAMAGED


def test_what_is_not_a_log_has_a_name(tmp_path, closed):
    with pytest.raises(Refusal) as missing:
        verify_log(tmp_path / "nothing.db")
    assert missing.value.code is Code.FILE_MISSING
    other = tmp_path / "other.db"
    other.write_bytes(b"something else entirely" * 300)
    with pytest.raises(Tamper):
        verify_log(other)
    raw = sqlite3.connect(closed)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(Refusal) as newer:
        verify_log(closed)
    assert newer.value.code is Code.VAULT_NEWER


def test_a_stored_row_of_the_wrong_type_is_a_break(closed):
    rows = []
    with open_log(closed) as log:
        rows = list(log.rows())
    rows[4] = (*rows[4][:3], b"", rows[4][4])
    assert verify_rows(rows).first_break.seq == 5
    assert verify_rows([(2, *rows[0][1:]), *rows[1:]]).first_break.seq == 1


def test_a_row_swapped_for_another_good_one_is_a_break(filled, bench):
    rows = list(filled.rows())
    stranger = bench.follow(Head(3, EventHash(rows[2][4])), ses="s1")
    rows[3] = (4, stranger.header_bytes, stranger.sealed, stranger.sig, stranger.hash)
    assert verify_rows(rows).first_break.seq == 5
    assert replace(verify_rows(rows), first_break=None).head == Head(4, stranger.hash)


@pytest.mark.parametrize("place", [1, 127, 128, 129, 300])
def test_the_first_break_is_named_wherever_a_long_log_is_cut_into_batches(log, bench, grow, place):
    log.append(bench.provision())
    grow(log, 300)
    rows = list(log.rows())
    assert verify_rows(rows).events == 301
    rows[place] = (*rows[place][:3], bytes(64), rows[place][4])
    rows[place + 1 :] = [(*row[:3], bytes(64), row[4]) for row in rows[place + 1 :]]
    assert verify_rows(rows).first_break == Break(place + 1, "the signature does not fit")
