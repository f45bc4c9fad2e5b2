"""The file looks exactly as declared, and every change to it is seen at start-up."""

import sqlite3

import pytest
import sqlite_utils

from retnet_pro.errors import Code, Refusal, RetnetError, Tamper, WorldFault
from retnet_pro.vault.connection import connect, fault_of, open_connection, transaction
from retnet_pro.vault.log import open_log
from retnet_pro.vault.migrations import STEPS, migrate
from retnet_pro.vault.schema import FORMAT, STATEMENTS


@pytest.fixture
def raw(filled, path):
    filled.close()
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_the_pragmas_that_were_measured_safe_are_set(log):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "user_version": FORMAT,
    }
    assert {name: log.read(f"PRAGMA {name}")[0][0] for name in wanted} == wanted


def test_every_table_is_strict(log):
    assert {row[1] for row in log.read("PRAGMA table_list") if row[5] == 0} <= {
        "_sqlite_migrations",
        "sqlite_schema",
        "sqlite_temp_schema",
    }


@pytest.mark.rule("T4", "P09", "P16")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE seq = 4",
        "DELETE FROM event",
        "UPDATE event SET header = X'00' WHERE seq = 4",
        "UPDATE event SET sig = zeroblob(64) WHERE seq = 4",
        "UPDATE event SET sealed = X'00' WHERE seq = 4",
        "UPDATE event SET sealed = NULL, header = X'00' WHERE seq = 4",
        "UPDATE event SET seq = 99 WHERE seq = 8",
        "UPDATE OR REPLACE event SET seq = 7 WHERE seq = 8",
        "INSERT OR REPLACE INTO event SELECT 4, hash, header, sealed, sig FROM event WHERE seq = 5",
        "INSERT OR REPLACE INTO event SELECT 9, hash, header, sealed, sig FROM event WHERE seq = 5",
        "INSERT INTO event SELECT 10, 'f' || substr(hash, 2), header, sealed, sig FROM event WHERE seq = 5",
        "INSERT INTO event SELECT -1, 'f' || substr(hash, 2), header, sealed, sig FROM event WHERE seq = 5",
        "INSERT INTO event VALUES (9, 'short', X'00', NULL, zeroblob(64))",
    ],
)
def test_our_own_mistakes_cannot_alter_an_event(filled, statement):
    before = list(filled.rows())
    with pytest.raises(RetnetError):
        filled.change((statement, ()))
    assert list(filled.rows()) == before


@pytest.mark.rule("T4")
@pytest.mark.parametrize(
    ("statement", "named"),
    [
        *((f"DROP TRIGGER {name}", name) for name, text in STATEMENTS.items() if "CREATE TRIGGER" in text),
        *((f"DROP INDEX {name}", name) for name, text in STATEMENTS.items() if "CREATE INDEX" in text),
        ("DROP TABLE throttle", "throttle"),
        ("ALTER TABLE slot ADD COLUMN note TEXT", "slot"),
        ("CREATE TABLE strange (x)", "strange"),
        ("CREATE VIEW strange AS SELECT 1", "strange"),
        ("CREATE TRIGGER strange AFTER INSERT ON event BEGIN SELECT 1; END", "strange"),
    ],
)
def test_a_changed_declaration_is_named_at_start_up(raw, path, statement, named):
    raw.execute(statement)
    raw.commit()
    raw.close()
    with pytest.raises(Tamper) as raised:
        open_log(path)
    assert raised.value.code is Code.VAULT_DAMAGED
    assert f"'{named}'" in raised.value.facts["why"]


@pytest.mark.rule("T4")
def test_a_weakened_trigger_of_the_same_name_is_named(raw, path):
    raw.execute("DROP TRIGGER event_stays")
    raw.execute("CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT 1; END")
    raw.commit()
    raw.close()
    with pytest.raises(Tamper, match="vault-damaged"):
        open_log(path)


@pytest.mark.rule("T4")
def test_a_table_rebuilt_by_transform_is_named(raw, path):
    database = sqlite_utils.Database(raw)
    database["event"].transform(types={"sig": bytes})
    database.close()
    with pytest.raises(Tamper) as raised:
        open_log(path)
    assert raised.value.code is Code.VAULT_DAMAGED


@pytest.mark.rule("T16")
def test_a_newer_file_is_refused_and_left_as_it_is(raw, path):
    raw.execute(f"PRAGMA user_version = {FORMAT + 1}")
    raw.execute("CREATE TABLE from_the_future (x)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(Refusal) as raised:
        open_log(path)
    assert raised.value.code is Code.VAULT_NEWER
    assert (raised.value.facts["found"], raised.value.facts["known"]) == (FORMAT + 1, FORMAT)
    assert [file.read_bytes() for file in path.parent.iterdir()] == [before]


def test_migrating_twice_does_nothing(log, path):
    log.close()
    raw = sqlite3.connect(path, isolation_level=None)
    migrate(raw)
    assert [step.name for step in STEPS.applied(sqlite_utils.Database(raw))] == ["format_1"]
    raw.close()
    open_log(path).close()


def test_a_migration_that_is_cut_off_leaves_no_half_file(path):
    path.touch()

    class CutOff(sqlite3.Connection):
        def execute(self, statement, values=()):
            if statement.startswith("CREATE TABLE outbox"):
                raise sqlite3.OperationalError("planted")
            return super().execute(statement, values)

    with pytest.raises(WorldFault):
        open_connection(path, lambda file: sqlite3.connect(file, factory=CutOff, isolation_level=None))
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT name FROM sqlite_schema WHERE tbl_name <> '_sqlite_migrations'").fetchall() == []
    raw.close()
    open_log(path).close()


def test_a_transaction_that_fails_leaves_nothing(path, log):
    log.close()
    raw = open_connection(path, connect)
    with pytest.raises(KeyboardInterrupt), transaction(raw):
        raw.execute("INSERT INTO setting VALUES ('a', 'b')")
        raise KeyboardInterrupt
    assert raw.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    raw.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", Code.DISK_FULL),
        ("SQLITE_IOERR_FSYNC", Code.DISK_FAULT),
        ("SQLITE_READONLY", Code.DISK_FAULT),
        ("SQLITE_BUSY", Code.SITE_IN_USE),
        ("SQLITE_CORRUPT_INDEX", Code.VAULT_DAMAGED),
        ("SQLITE_CONSTRAINT_TRIGGER", Code.UNEXPECTED),
    ],
)
def test_each_failure_of_the_disk_has_our_name(path, name, code):
    error = sqlite3.OperationalError("a value that must not be repeated")
    error.sqlite_errorcode, error.sqlite_errorname = getattr(sqlite3, name), name
    fault = fault_of(error, path)
    assert fault.code is code
    assert "value" not in str(fault)
