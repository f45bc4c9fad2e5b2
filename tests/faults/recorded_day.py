"""A program whose system calls are recorded: plays one day and says into a socket of its own what is safe.

Usage: recorded_day.py FOLDER ANSWERS DEFECT ACT...   (DEFECT is `none` or one of those planted here)
"""

import json
import os
import socket
import sqlite3
import sys
from pathlib import Path
from typing import Any

from retnet_pro.sync import folder as sync_folder
from retnet_pro.vault import connection, log
from tests.faults.day import Day, play


class Plain(sqlite3.Connection):
    """A connection as SQLite gives it: a journal beside the file that is deleted at every commit, no lasting lock."""

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "PRAGMA journal_mode=WAL":
            super().execute("PRAGMA journal_mode=DELETE").fetchall()
            return super().execute("SELECT 'wal'")
        return super().execute(statement if "EXCLUSIVE" not in statement else "SELECT 1", *values)


def plant(defect: str) -> None:
    """Put a known defect into the program."""
    match defect:
        case "sync less" | "sync never":
            level = "NORMAL" if defect == "sync less" else "OFF"
            connection._PRAGMAS = tuple(one.replace("=FULL", f"={level}") for one in connection._PRAGMAS)
        case "plain journal":
            log.connect = lambda path: sqlite3.connect(  # type: ignore[assignment]
                path, isolation_level=None, factory=Plain
            )
            log.open_log.__kwdefaults__["connect"] = log.connect
        case "file not synced":
            sync_folder.os = _Unsynced()  # type: ignore[attr-defined]
        case "new folder not synced":
            log.sync_folder = lambda folder: None


class _Unsynced:
    """The module `os` without a working `fsync`."""

    def __getattr__(self, name: str) -> Any:
        return (lambda descriptor: None) if name == "fsync" else getattr(os, name)


def main(folder: str, answers: str, defect: str, *acts: str) -> None:
    mouth, ear = socket.socketpair()

    def say(*told: object) -> None:
        mouth.send(json.dumps(told).encode())
        ear.recv(65536)

    plant(defect)
    play(Day(Path(folder), say, answers=int(answers), early=defect == "said too early"), acts)


if __name__ == "__main__":
    main(*sys.argv[1:])
