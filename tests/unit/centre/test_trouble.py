"""A disk that fails at the centre ends in a sentence, never in a trace, and stores nothing by halves."""

import sqlite3

import pytest

from retnet_pro.centre.store import Store
from retnet_pro.centre.trouble import in_our_words
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence


def failing(name):
    error = sqlite3.OperationalError("what the driver says")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", Code.DISK_FULL),
        ("SQLITE_IOERR_WRITE", Code.DISK_FAULT),
        ("SQLITE_READONLY", Code.DISK_FAULT),
        ("SQLITE_BUSY", Code.DISK_FAULT),
        ("SQLITE_CORRUPT_INDEX", Code.CENTRE_BROKEN),
        ("SQLITE_NOTADB", Code.CENTRE_BROKEN),
    ],
)
def test_what_the_driver_says_is_said_in_our_words(name, code):
    with pytest.raises(RetnetError) as raised, in_our_words((sqlite3.Error,), "centre.sqlite"):
        raise failing(name)
    assert raised.value.code is code
    assert "centre.sqlite" in sentence(raised.value)
    assert "what the driver says" not in sentence(raised.value)


@pytest.mark.parametrize("name", ["SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_ERROR"])
def test_a_mistake_of_our_own_is_not_dressed_up_as_a_fault_of_the_disk(name):
    with pytest.raises(sqlite3.OperationalError), in_our_words((sqlite3.Error,), "centre.sqlite"):
        raise failing(name)


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "centre.sqlite"
    path.write_bytes(b"no database at all, but long enough to be looked at as one" * 40)
    with pytest.raises(RetnetError) as raised:
        Store(f"sqlite:///{path}")
    assert raised.value.code is Code.CENTRE_BROKEN
