"""Whatever is altered in the log by hand is found, and the first event that was touched is named.

Fault model. Somebody with the file and without the device's key changes rows and cells in any way; the centre's last
receipt is known, so that events missing at the end are missed too. Whoever owns the key can sign anew what the centre
has not receipted; that no file can show. Bits that turn by themselves are in `test_bit_flips`, cut files in
`test_truncation`.
"""

import random
import sqlite3
from collections import Counter
from functools import lru_cache

import pytest

from retnet_pro.record.event import Head
from retnet_pro.vault import verify
from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_log, verify_rows
from tests.faults.sizes import SIZES


@pytest.fixture(scope="module")
def rows(whole):
    with open_log(whole) as log:
        return list(log.rows())


def changed(value, how, at):
    """Return a cell after one edit, of the same type; None where there is nothing to edit."""
    if value is None:
        return b"age" if how != "gone" else None
    raw = bytearray(value.encode("latin-1") if isinstance(value, str) else value)
    at %= len(raw)
    match how:
        case "flip":
            raw[at] ^= 1 << (at % 7)
        case "cut":
            raw = raw[:at]
        case "grow":
            raw.insert(at, 32)
        case "gone":
            raw.clear()
    return raw.decode("latin-1") if isinstance(value, str) else bytes(raw)


def edited(rows, chance):
    """Change one cell of one row; return the rows and the event that must be named."""
    number, column = chance.randrange(len(rows)), chance.randrange(1, 5)
    row = list(rows[number])
    how = chance.choice(("flip", "cut", "grow", "gone"))
    row[column] = changed(row[column], how, chance.randrange(10_000))
    return [*rows[:number], tuple(row), *rows[number + 1 :]], number + 1


def swapped_cells(rows, chance):
    """Exchange the cells of one column, or of several, between two rows."""
    first, other = sorted(chance.sample(range(len(rows)), 2))
    columns = chance.sample(range(1, 5), chance.randrange(1, 4))
    one, two = list(rows[first]), list(rows[other])
    for column in columns:
        one[column], two[column] = two[column], one[column]
    forged = list(rows)
    forged[first], forged[other] = tuple(one), tuple(two)
    return forged, first + 1


def swapped_rows(rows, chance):
    """Exchange two rows, with or without their numbers."""
    first, other = sorted(chance.sample(range(len(rows)), 2))
    forged, one, two = list(rows), rows[first], rows[other]
    if chance.random() < 0.5:
        forged[first], forged[other] = two, one
    else:
        forged[first], forged[other] = (one[0], *two[1:]), (two[0], *one[1:])
    return forged, first + 1


def deleted(rows, chance):
    """Take rows away, at the end too, and number the rest anew or not."""
    first = chance.randrange(len(rows))
    forged = [*rows[:first], *rows[first + chance.randrange(1, 4) :]]
    if chance.random() < 0.5:
        forged = [(seq, *row[1:]) for seq, row in enumerate(forged, 1)]
    return forged, first + 1


def inserted(rows, chance):
    """Put a copy of a row, or one of somebody else's, in between or at the end."""
    at = chance.randrange(1, len(rows) + 1)
    row = rows[chance.randrange(at)]
    forged = [*rows[:at], (at + 1, *row[1:]), *rows[at:]]
    return forged, at + 1


def reordered(rows, chance):
    """Turn a stretch of rows round, or shift it."""
    first = chance.randrange(len(rows) - 1)
    last = chance.randrange(first + 1, len(rows))
    stretch = rows[first : last + 1]
    turned = stretch[::-1] if chance.random() < 0.5 else [*stretch[1:], stretch[0]]
    return [*rows[:first], *turned, *rows[last + 1 :]], first + 1


TAMPERING = (edited, swapped_cells, swapped_rows, deleted, inserted, reordered)


@pytest.mark.rule("T4", "T5")
def test_of_ten_thousand_ways_to_tamper_each_is_named_by_its_first_event(rows, record_figure, monkeypatch):
    # The same signature over the same bytes need not be checked ten thousand times.
    monkeypatch.setattr(verify, "is_signed", lru_cache(maxsize=4096)(verify.is_signed))
    chance, head = random.Random(20261123), Head(rows[-1][0], rows[-1][4])
    wrong, done = [], Counter()
    while done.total() < SIZES.tampers:
        tamper = chance.choice(TAMPERING)
        forged, expected = tamper(rows, chance)
        if forged == rows:
            continue  # two cells that are both empty were exchanged
        done[tamper.__name__] += 1
        found = verify_rows(forged, known=[head]).first_break
        if found is None or found.seq != expected:
            wrong.append((tamper.__name__, expected, found))
    record_figure(goal="tamper", runs=done.total(), violations=len(wrong))
    assert wrong == []
    assert len(done) == len(TAMPERING)


def test_an_untouched_log_is_whole_and_its_head_is_demanded(rows):
    head = Head(rows[-1][0], rows[-1][4])
    assert verify_rows(rows, known=[head]).first_break is None
    assert verify_rows(rows[:-1]).first_break is None, "nobody but the centre can miss the last event"
    assert verify_rows(rows[:-1], known=[head]).first_break.seq == len(rows)


@pytest.mark.rule("T6")
def test_a_flipped_bit_in_any_stored_byte_is_named(whole, rows, tmp_path):
    chance, content, path = random.Random(13), whole.read_bytes(), tmp_path / "flipped.db"
    for _ in range(150):
        row = chance.choice(rows)
        part = chance.choice([part for part in (row[1], row[2], row[3], row[4].encode()) if part])
        # The hash also stands in an index, the later copy in the file may be that one: flip the row's own.
        at = content.index(row[1]) - 64 if part == row[4].encode() else content.index(part)
        assert content[at : at + len(part)] == part
        bit = chance.randrange(len(part) * 8)
        flipped = bytearray(content)
        flipped[at + bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(flipped)
        assert verify_log(path).first_break.seq == row[0]


@pytest.mark.rule("T16")
def test_a_statement_that_empties_the_log_through_another_door_is_stopped(whole, tmp_path):
    path = tmp_path / "copy.db"
    path.write_bytes(whole.read_bytes())
    with open_log(path) as log:
        for statement in ("DELETE FROM event", "UPDATE event SET sealed = X'00'", "REPLACE INTO event DEFAULT VALUES"):
            with pytest.raises(sqlite3.IntegrityError):
                log._open().execute(statement)
        assert log.head().seq == 40
