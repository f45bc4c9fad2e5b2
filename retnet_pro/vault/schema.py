"""What the file of a site looks like, word for word, and the check that it still looks so (security rule T4).

SQLite keeps each statement exactly as it was given, so the start-up check compares text with text: a table that was
rebuilt, a trigger that was dropped or one that was added is seen. The triggers are a tripwire for our own mistakes;
what proves that nothing was altered is the signed chain.
"""

import sqlite3

from retnet_pro.errors import Code, Tamper

FORMAT = 1
"""Number of the newest format this program writes and reads (`PRAGMA user_version`)."""
APPLICATION_ID = 0x52455450
"""Marks the file as one of ours (`PRAGMA application_id`)."""

_KIND_MARK, _SES_MARK, _N_MARK = (b.hex() for b in (b',"kind":', b',"ses":', b',"n":'))
# The fields of a header stand in a fixed order and a quote inside a text is escaped, so the first `,"kind":` is the
# field itself. Plain `substr` and not SQLite's JSON functions: those are refused under trusted_schema=OFF.
KIND_OF = (
    f"substr(header, instr(header, X'{_KIND_MARK}') + 8,"
    f" instr(header, X'{_SES_MARK}') - instr(header, X'{_KIND_MARK}') - 8)"
)
"""SQL for the kind of an event as it is written in the header, with its quotes."""
SES_OF = (
    f"substr(header, instr(header, X'{_SES_MARK}') + 7,"
    f" instr(header, X'{_N_MARK}') - instr(header, X'{_SES_MARK}') - 7)"
)
"""SQL for the session of an event as it is written in the header: quoted, or ``null``."""

IN_A_SESSION = f"{SES_OF} <> X'{b'null'.hex()}'"
"""SQL for the condition that an event belongs to a session at all."""

_ANSWER = b'"answer"'.hex()
NOT_AN_ANSWER = f"{KIND_OF} <> X'{_ANSWER}'"
"""SQL for the condition that an event is no answer. Answers are most of the log and are written while somebody waits:
the index by kind leaves them out, so a tap writes one page less; looking for answers reads nearly every row anyway."""

STATEMENTS: dict[str, str] = {
    "event": """CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    header BLOB NOT NULL,
    sealed BLOB,
    sig BLOB NOT NULL CHECK (length(sig) = 64)
) STRICT""",
    "event_by_kind": f"CREATE INDEX event_by_kind ON event ({KIND_OF}) WHERE {NOT_AN_ANSWER}",
    "event_by_session": f"CREATE INDEX event_by_session ON event ({SES_OF}) WHERE {IN_A_SESSION}",
    "event_follows": """CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END""",
    "event_stays": """CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
    "event_is_final": """CREATE TRIGGER event_is_final BEFORE UPDATE ON event
WHEN NEW.sealed IS NOT NULL OR NEW.seq IS NOT OLD.seq OR NEW.hash IS NOT OLD.hash
    OR NEW.header IS NOT OLD.header OR NEW.sig IS NOT OLD.sig
BEGIN SELECT RAISE(ABORT, 'of an event only the sealed payload can be erased'); END""",
    "pack": """CREATE TABLE pack (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    version TEXT NOT NULL,
    body BLOB NOT NULL,
    sig BLOB NOT NULL,
    seq INTEGER NOT NULL
) STRICT""",
    "slot": """CREATE TABLE slot (
    user TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    params TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
    seq INTEGER NOT NULL
) STRICT""",
    "throttle": """CREATE TABLE throttle (
    user TEXT PRIMARY KEY,
    fails INTEGER NOT NULL,
    not_before_mono INTEGER NOT NULL,
    boot TEXT NOT NULL
) STRICT""",
    "outbox": """CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    last_error TEXT
) STRICT""",
    "snapshot": """CREATE TABLE snapshot (
    upto INTEGER PRIMARY KEY,
    head TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT""",
    "setting": """CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT""",
}
"""Every table, index and trigger of the newest format, by name."""

_MIGRATION_BOOK = "_sqlite_migrations"
"""The table in which sqlite-utils notes which migrations were applied."""


def check_schema(connection: sqlite3.Connection, path: str) -> None:
    """Compare what the file declares with what it must declare.

    Raises:
        Tamper: `VAULT_DAMAGED`, naming the first table, index or trigger that is missing, changed or strange.
    """
    query = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name <> ?"
    found = dict(connection.execute(query, (_MIGRATION_BOOK,)))
    for name, statement in STATEMENTS.items():
        if name not in found:
            raise Tamper(Code.VAULT_DAMAGED, path=path, why=f"'{name}' is missing")
        if found[name] != statement:
            raise Tamper(Code.VAULT_DAMAGED, path=path, why=f"'{name}' was altered")
    for name in sorted(found.keys() - STATEMENTS.keys()):
        raise Tamper(Code.VAULT_DAMAGED, path=path, why=f"'{name}' does not belong here")
