"""The log keeps what it acknowledged, in order, and refuses everything else."""

import os
import sqlite3
from dataclasses import replace

import pytest

from retnet_pro.conduct.ports import Person, Snapshot
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Bug, Code, Refusal, Tamper, WorldFault
from retnet_pro.record.event import EMPTY, EventHash, Head, Kind, Sealed, SessionId
from retnet_pro.vault import log as log_module
from retnet_pro.vault.connection import connect
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.schema import STATEMENTS
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.verify import verify_rows
from retnet_pro.vault.wrap import Cost


def test_a_new_log_is_empty_and_only_its_owner_may_read_the_file(log, path):
    assert log.head() == EMPTY
    assert list(log.events()) == []
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.rule("E50")
def test_what_was_appended_is_there_after_reopening(filled, path):
    before, head = list(filled.events()), filled.head()
    filled.close()
    with open_log(path) as again:
        assert list(again.events()) == before
        assert again.head() == head == Head(8, before[-1].hash)


@pytest.mark.rule("P84", "T6")
def test_a_damaged_file_is_named_as_damaged_again_and_again_and_never_as_in_use(filled, path):
    filled.close()
    whole = path.read_bytes()
    codes = set()
    for place in range(4096, len(whole), 4096):  # the first byte of a page says what kind of page it is
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 64]) + whole[place + 1 :])
        said = []
        for _ in range(2):
            try:
                with open_log(path) as log:
                    list(log.events())
            except (Tamper, Refusal, WorldFault) as error:
                said.append(error.code)  # kept alive in a traceback, a connection would hold the lock
                kept = error
        assert len(set(said)) <= 1, (place, said)
        codes |= set(said)
        path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
    assert codes == {Code.VAULT_DAMAGED} and kept is not None


def test_events_are_found_by_place_kind_and_session(filled):
    assert [event.header.seq for event in filled.events(after=6)] == [7, 8]
    assert [event.header.seq for event in filled.events(kinds={Kind.LOGIN, Kind.PROVISION})] == [1, 2]
    assert [event.header.seq for event in filled.events(after=4, kinds=[Kind.ANSWER])] == [5, 6, 7, 8]
    assert [event.header.seq for event in filled.session_events(SessionId("s2"))] == [6, 7, 8]
    assert list(filled.session_events(SessionId("null"))) == []
    assert filled.get(2).header.kind is Kind.LOGIN
    assert filled.get(9) is None


def test_a_note_cannot_pass_an_event_off_as_another_kind_or_session(filled, bench):
    note = {"x": ',"kind":"login","ses":"s2","n":', "kind": "login", "ses": "s2", "n": 1}
    filled.append(bench.follow(filled.head(), Kind.EXPORT, sealed=False, note=note))
    assert [event.header.seq for event in filled.events(kinds=[Kind.LOGIN])] == [2]
    assert [event.header.seq for event in filled.events(kinds=[Kind.EXPORT])] == [9]
    assert len(list(filled.session_events(SessionId("s2")))) == 3


def test_finding_by_kind_or_session_reads_no_other_rows(filled):
    for query in ("events(kinds=[Kind.LOGIN])", "backwards(9, kinds=[Kind.LOGIN])", "session_events('s1')"):
        seen = []
        filled._open().set_trace_callback(seen.append)
        list(eval(f"filled.{query}"))
        filled._open().set_trace_callback(None)
        plan = " ".join(row[3] for row in filled.read("EXPLAIN QUERY PLAN " + seen[0]))
        assert "USING INDEX event_by_" in plan


def test_a_long_log_is_read_while_it_grows(filled, grow):
    made = []
    for event in filled.events():
        made.append(event)
        if len(made) == 3:
            grow(filled, 600)
    assert [event.header.seq for event in made] == list(range(1, 609))


@pytest.mark.parametrize("misfit", ["same again", "gap", "other past", "other payload", "no payload", "other hash"])
def test_an_event_that_does_not_follow_is_refused(filled, bench, misfit):
    good = bench.follow(filled.head())
    head = filled.head()
    event = {
        "same again": list(filled.events())[-1],
        "gap": bench.follow(Head(head.seq + 1, good.hash)),
        "other past": bench.follow(Head(head.seq, EventHash("f" * 64))),
        "other payload": replace(good, sealed=Sealed(b"something else")),
        "no payload": replace(good, sealed=None),
        "other hash": replace(good, hash=EventHash("f" * 64)),
    }[misfit]
    with pytest.raises(Bug) as raised:
        filled.append(event)
    assert raised.value.code is Code.CHAIN_BROKEN
    assert filled.head() == head
    filled.append(good)


def test_a_second_opener_is_told_that_the_site_is_in_use(log, path):
    with pytest.raises(Refusal) as raised:
        open_log(path)
    assert raised.value.code is Code.SITE_IN_USE


def test_a_closed_log_opens_for_the_next_and_refuses_to_go_on(log, path):
    log.close()
    log.close()
    open_log(path).close()
    with pytest.raises(Bug):
        log.head()


def test_there_is_nothing_to_open_and_nothing_is_made(path):
    with pytest.raises(Refusal) as raised:
        open_log(path)
    assert raised.value.code is Code.NOT_PROVISIONED
    assert not path.exists()


def test_an_existing_site_is_never_made_anew(filled, path):
    filled.close()
    before = path.read_bytes()
    with pytest.raises(Refusal) as raised:
        create_log(path)
    assert raised.value.code is Code.ALREADY_PROVISIONED
    assert path.read_bytes() == before


@pytest.mark.parametrize("left_behind", [b"", "an empty log"])
def test_a_set_up_that_was_interrupted_can_be_repeated(path, bench, left_behind):
    if left_behind == b"":
        path.write_bytes(left_behind)
    else:
        create_log(path).close()
    with create_log(path) as log:
        log.append(bench.provision())
        assert log.head().seq == 1


@pytest.mark.parametrize("staff_is_written_down", [False, True])
def test_a_site_that_was_cut_off_before_anybody_had_a_slot_is_founded_anew(path, bench, staff_is_written_down):
    with create_log(path) as log:
        log.append(bench.provision())
        if staff_is_written_down:
            log.append(bench.follow(log.head(), Kind.STAFF, sealed=False, note={"act": "add"}))
    with create_log(path) as log:
        assert log.head() == EMPTY
        log.append(bench.provision())
        SlotBook(log, bytes(32), os.urandom, cost=Cost(kib=64, passes=1, lanes=1)).add(
            Person("nurse", "Nurse Demo", Role.NURSE), "copper lantern wharf", ("AGE-SECRET-KEY-1",)
        )
    with pytest.raises(Refusal) as raised:
        create_log(path)
    assert raised.value.code is Code.ALREADY_PROVISIONED


@pytest.mark.rule("E50")
def test_the_folder_of_a_new_site_and_those_above_it_are_made_durable(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(log_module, "sync_folder", synced.append)
    folder = tmp_path / "new" / "site"
    folder.mkdir(parents=True)
    create_log(folder / "site.db").close()
    assert {folder, folder.parent, tmp_path} <= set(synced)


def test_a_disk_that_takes_no_new_file_is_named(tmp_path):
    with pytest.raises(WorldFault) as raised:
        create_log(tmp_path / "gone" / "site.db")
    assert raised.value.code is Code.DISK_FAULT


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_something_else_is_left_alone(path, content):
    path.write_bytes(content)
    with pytest.raises(Tamper) as raised:
        open_log(path)
    assert raised.value.code is Code.VAULT_DAMAGED
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(path):
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 1")
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(Tamper) as raised:
        open_log(path)
    assert raised.value.code is Code.VAULT_DAMAGED


def test_the_snapshot_is_replaced_not_added(filled):
    assert filled.snapshot() is None
    for seq in (3, 5):
        filled.keep_snapshot(Snapshot(Head(seq, EventHash("a" * 64)), Sealed(b"sealed %d" % seq)))
    assert filled.snapshot() == Snapshot(Head(5, EventHash("a" * 64)), Sealed(b"sealed 5"))
    assert filled.read("SELECT count(*) FROM snapshot") == [(1,)]


@pytest.mark.rule("T6")
@pytest.mark.parametrize("column", ["hash", "header", "sealed"])
def test_an_altered_row_is_never_shown(filled, path, column):
    filled.close()
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER event_is_final")
    value = {"hash": "f" * 64, "sealed": b"other"}.get(column)
    if value is None:
        (header,) = raw.execute("SELECT header FROM event WHERE seq = 5").fetchone()
        value = header.replace(b'"n":1', b'"n":2')
    raw.execute(f"UPDATE event SET {column} = ? WHERE seq = 5", (value,))
    raw.execute(
        "CREATE TRIGGER event_is_final BEFORE UPDATE ON event\n"
        "WHEN NEW.sealed IS NOT NULL OR NEW.seq IS NOT OLD.seq OR NEW.hash IS NOT OLD.hash\n"
        "    OR NEW.header IS NOT OLD.header OR NEW.sig IS NOT OLD.sig\n"
        "BEGIN SELECT RAISE(ABORT, 'of an event only the sealed payload can be erased'); END"
    )
    raw.commit()
    raw.close()
    with open_log(path) as again, pytest.raises(Tamper) as raised:
        list(again.events())
    assert (raised.value.code, raised.value.facts["seq"]) == (Code.EVENT_BROKEN, 5)


@pytest.mark.rule("T6")
def test_an_index_that_points_to_another_event_is_never_believed(filled, path):
    filled.close()
    raw = sqlite3.connect(path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_by_session'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content, page = bytearray(path.read_bytes()), slice((root - 1) * size, root * size)
    content[page] = content[page].replace(b'"s1"', b'"s2"')
    path.write_bytes(content)
    with open_log(path) as again, pytest.raises(Tamper) as raised:
        list(again.session_events(SessionId("s2")))
    assert raised.value.code is Code.EVENT_BROKEN


@pytest.mark.rule("T6")
@pytest.mark.parametrize("read", [lambda log: log.events(), lambda log: log.backwards(99)], ids=["onwards", "back"])
@pytest.mark.parametrize(("missing", "now_at"), [(1, 0), (4, -4)], ids=["the first", "one in between"])
def test_a_row_that_a_damaged_tree_hides_is_missed(filled, path, read, missing, now_at):
    filled.close()
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER event_is_final")
    raw.execute("UPDATE event SET seq = ? WHERE seq = ?", (now_at, missing))
    raw.execute(STATEMENTS["event_is_final"])
    raw.commit()
    raw.close()
    with open_log(path) as again, pytest.raises(Tamper) as raised:
        list(read(again))
    assert raised.value.code is Code.EVENT_BROKEN
    assert raised.value.facts["seq"] in {missing, now_at}


def test_an_erased_payload_is_gone_and_the_event_stays(filled, path):
    gone = filled.get(4)
    filled.erase([4, 5])
    assert filled.get(4) == replace(gone, sealed=None)
    on_disk = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert gone.sealed not in on_disk
    assert gone.header_bytes in on_disk


class FailingConnection(sqlite3.Connection):
    """A connection whose disk fails at chosen commits, before or after the data arrived."""

    faults: list[str] = []  # noqa: RUF012  emptied by the test that fills it

    def execute(self, statement, values=()):
        if statement == "COMMIT" and self.faults:
            when, code = self.faults.pop(0).split()
            if when == "after":
                super().execute(statement)
            error = sqlite3.OperationalError("planted")
            error.sqlite_errorcode = getattr(sqlite3, code)
            error.sqlite_errorname = code
            raise error
        return super().execute(statement, values)


def failing_connect(path):
    return sqlite3.connect(path, factory=FailingConnection, isolation_level=None)


@pytest.mark.rule("E50")
@pytest.mark.parametrize(
    ("faults", "code"),
    [
        (["after SQLITE_IOERR"], None),
        (["before SQLITE_IOERR"], None),
        (["before SQLITE_IOERR", "after SQLITE_IOERR"], None),
        (["before SQLITE_FULL", "before SQLITE_FULL"], Code.DISK_FULL),
        (["before SQLITE_IOERR", "before SQLITE_IOERR"], Code.DISK_FAULT),
    ],
)
def test_a_failed_commit_is_looked_for_before_it_is_repeated(path, bench, faults, code):
    with create_log(path, connect=failing_connect) as log:
        log.append(bench.provision())
        FailingConnection.faults = list(faults)
        event = bench.follow(log.head())
        if code is None:
            log.append(event)
        else:
            with pytest.raises(WorldFault) as raised:
                log.append(event)
            assert raised.value.code is code
            assert log.head().seq == 1
            log.append(event)
        assert FailingConnection.faults == []
        assert [kept.hash for kept in log.events(after=1)] == [event.hash]


def test_a_disk_that_cannot_even_be_reopened_is_tried_again_later(path, bench):
    broken = []

    def opener(path):
        if broken:
            error = sqlite3.OperationalError("planted")
            error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN"
            raise error
        return failing_connect(path)

    with create_log(path, connect=opener) as log:
        log.append(bench.provision())
        event = bench.follow(log.head())
        FailingConnection.faults, broken[:] = ["after SQLITE_IOERR"], [True]
        with pytest.raises(WorldFault):
            log.append(event)
        broken.clear()
        log.append(event)
        assert log.head() == Head(2, event.hash)
        assert len(list(log.events())) == 2


def test_another_writer_in_the_gap_is_reported(path, bench):
    with create_log(path, connect=failing_connect) as log:
        log.append(bench.provision())
        ours, theirs = bench.follow(log.head()), bench.follow(log.head())

        def opener(path):
            raw = connect(path)
            raw.execute(
                "INSERT OR IGNORE INTO event VALUES (?,?,?,?,?)",
                (2, theirs.hash, theirs.header_bytes, theirs.sealed, theirs.sig),
            )
            return raw

        log._connect = opener
        FailingConnection.faults = ["before SQLITE_IOERR"]
        with pytest.raises(Tamper) as raised:
            log.append(ours)
        assert raised.value.code is Code.CHAIN_BROKEN


def test_a_reader_sees_a_damaged_page_as_damage(filled, path, grow):
    grow(filled, 100)
    filled.close()
    content = bytearray(path.read_bytes())
    content[4096 * 8 :] = b"\xff" * (len(content) - 4096 * 8)
    path.write_bytes(content)
    with pytest.raises(Tamper), open_log(path) as again:
        list(again.events())


def damage(path, column, cell):
    """Put a cell of any type into event 4: the table's own rules would stop it, a flipped bit does not ask them."""
    lax = "CREATE TABLE event (seq INTEGER PRIMARY KEY, hash UNIQUE, header, sealed, sig)"
    for declared, statements in (
        (lax, ["DELETE FROM sqlite_schema WHERE name = 'event_is_final'"]),
        (STATEMENTS["event"], [f"UPDATE event SET {column} = {cell} WHERE seq = 4"]),
    ):
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            raw.execute(statement)
        raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'event'", (declared,))
        raw.close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(STATEMENTS["event_is_final"])
    raw.close()


@pytest.mark.rule("T6", "P03")
@pytest.mark.parametrize("column", ["header", "sealed", "sig", "hash"])
@pytest.mark.parametrize("cell", ["NULL", "'text'", "7", "X'00'"])
def test_a_cell_of_another_type_in_a_damaged_file_is_a_named_failure(filled, path, column, cell):
    filled.close()
    damage(path, column, cell)
    with open_log(path) as log:
        rows = list(log.rows())
        assert {tuple(map(type, (row[1], row[3], row[4]))) for row in rows} == {(bytes, bytes, str)}
        if (column, cell) != ("sealed", "NULL"):
            assert verify_rows(rows).first_break.seq == 4
        if column in ("header", "hash"):
            with pytest.raises(Tamper) as raised:
                list(log.events())
            assert raised.value.code is Code.EVENT_BROKEN
