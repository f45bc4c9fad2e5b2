"""Any change of any byte or cell of the file is found; no answer that was altered is ever shown as genuine."""

import contextlib
import random
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.errors import RetnetError
from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_log, verify_rows

FLIPS = 300


@pytest.fixture(scope="module")
def rows(whole):
    with open_log(whole) as log:
        return list(log.rows())


def changed(value, how, at):
    if value is None:
        return b"age"
    raw = bytearray(value.encode("latin-1") if isinstance(value, str) else value)
    at %= len(raw)
    match how:
        case "flip":
            raw[at] ^= 1 << (at % 8)
        case "cut":
            raw = raw[:at]
        case "grow":
            raw.insert(at, 32)
        case "gone":
            return None if isinstance(value, bytes) else ""
    return raw.decode("latin-1") if isinstance(value, str) else bytes(raw)


@pytest.mark.rule("T4")
@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 39),
    st.sampled_from(["header", "sealed", "sig", "hash"]),
    st.sampled_from(["flip", "cut", "grow", "gone"]),
    st.integers(0, 10_000),
)
def test_a_change_of_any_cell_is_named(rows, number, column, how, at):
    if (column, how) in (("header", "gone"), ("sig", "gone")):
        how = "cut"
    place = 1 + ["header", "sealed", "sig", "hash"].index(column)
    row = list(rows[number])
    row[place] = changed(row[place], how, at)
    found = verify_rows([*rows[:number], tuple(row), *rows[number + 1 :]])
    assert found.first_break.seq == number + 1


@pytest.mark.rule("T4")
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_deleting_inserting_doubling_or_reordering_rows_is_named(rows, data):
    first = data.draw(st.integers(0, 37))
    other = data.draw(st.integers(first + 1, 38))
    act = data.draw(st.sampled_from(["delete", "double", "swap", "swap places only", "renumber"]))
    forged = list(rows)
    match act:
        case "delete":
            del forged[first]
        case "double":
            forged.insert(first + 1, forged[first])
        case "swap":
            forged[first], forged[other] = forged[other], forged[first]
        case "swap places only":
            one, two = forged[first], forged[other]
            forged[first], forged[other] = (one[0], *two[1:]), (two[0], *one[1:])
        case "renumber":
            del forged[first]
            forged = [(seq, *row[1:]) for seq, row in enumerate(forged, 1)]
    expected = first + 2 if act == "double" else first + 1
    assert verify_rows(forged).first_break.seq == expected


def flips(content, count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        bit = chance.randrange(len(content) * 8)
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << (bit % 8)
        yield bytes(flipped)


def shown(path):
    """Return the rows an unsuspecting reader is shown before anything is noticed."""
    seen = []
    with contextlib.suppress(RetnetError), open_log(path) as log:
        for event in log.events():
            seen.append((event.header.seq, event.header_bytes, event.sealed, event.hash))
    return seen


@pytest.mark.rule("T6", "P03")
def test_a_flipped_bit_is_found_or_harmless_and_never_shown(whole, rows, tmp_path):
    genuine = [(seq, header, sealed, name) for seq, header, sealed, _sig, name in rows]
    found = 0
    for number, flipped in enumerate(flips(whole.read_bytes(), FLIPS, seed=11)):
        path = tmp_path / f"flipped{number}.db"
        path.write_bytes(flipped)
        try:
            is_whole = verify_log(path).first_break is None
        except RetnetError:
            is_whole = False
        found += not is_whole
        seen = shown(path)
        assert seen == genuine[: len(seen)]
        assert not is_whole or seen == genuine
    assert found > FLIPS / 5  # much of a small file is empty space, where a flip changes nothing


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


@pytest.mark.rule("T6")
def test_a_flipped_bit_in_the_write_ahead_log_shows_no_wrong_value(whole, device, tmp_path):
    live = tmp_path / "live.db"
    live.write_bytes(whole.read_bytes())
    with open_log(live) as log:
        for _ in range(10):
            log.append(device.answer(log.head()))
        genuine = [(seq, header, sealed, name) for seq, header, sealed, _sig, name in log.rows()]
        base, ahead = live.read_bytes(), live.with_name("live.db-wal").read_bytes()
    for number, flipped in enumerate(flips(ahead, 80, seed=12)):
        path = tmp_path / f"crashed{number}.db"
        path.write_bytes(base)
        path.with_name(f"{path.name}-wal").write_bytes(flipped)
        seen = shown(path)
        assert seen == genuine[: len(seen)]


@pytest.mark.rule("T6")
def test_a_file_cut_off_anywhere_is_found(whole, tmp_path):
    content, path = whole.read_bytes(), tmp_path / "cut.db"
    for length in range(0, len(content) - 1, 3001):
        path.write_bytes(content[:length])
        try:
            whole_as_before = verify_log(path).first_break is None
        except RetnetError:
            continue
        assert not whole_as_before, length


@pytest.mark.rule("T16")
def test_a_statement_that_empties_the_log_through_another_door_is_stopped(whole, tmp_path):
    path = tmp_path / "copy.db"
    path.write_bytes(whole.read_bytes())
    with open_log(path) as log:
        for statement in ("DELETE FROM event", "UPDATE event SET sealed = X'00'", "REPLACE INTO event DEFAULT VALUES"):
            with pytest.raises(sqlite3.IntegrityError):
                log._open().execute(statement)
        assert log.head().seq == 40
