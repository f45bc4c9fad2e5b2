"""No bytes whatever make a reader of this program crash, hang or take too much in (rule T10).

Fault model: a sound document is damaged in one to four places, by its bytes or by what it is made of; where a signature
guards the door, the damage is signed as well. Chance is seeded, so the same run meets the same damage; Hypothesis looks
on its own and shortens what it finds. Whether a reader can hang is not measured with a clock but by counting the calls
it makes: they may only grow with the size of the document. ``make torture`` does more, with atheris where it is there.
"""

import json
import random
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retnet_pro.bundle.document import write_document
from retnet_pro.bundle.manifest import MANIFEST_LIMIT
from retnet_pro.bundle.naming import BUNDLE_LIMIT, PACK_LIMIT, RECEIPT_LIMIT
from retnet_pro.bundle.sshsig import ARMOR_LIMIT
from retnet_pro.exchange.table_blocks import _LONGEST_RECORD_BYTES, _PIECE_BYTES, TableFinding, TableReader
from retnet_pro.instrument.source import FILE_LIMIT
from retnet_pro.record.event import HEADER_LIMIT
from tests.faults.sizes import CI, SIZES
from tests.fuzz.damage import MOST, Form, Move, damaged, nested, some_moves
from tests.fuzz.decoders import BY_NAME, DECODERS, Decoder

IS_CI = SIZES is CI
EXAMPLES = SIZES.decoder_inputs
"""Damaged examples for a reader of ordinary speed."""
every = pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
number = st.integers(0, MOST - 1)


def calls_of(act: Callable[[], object]) -> int:
    """Return how many calls an act makes, in Python and of built-in functions."""
    calls = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls


def most_calls(size: int) -> int:
    """What a document of this size may cost."""
    return 20_000 + 60 * size


@every
def test_the_sound_examples_are_accepted(decoder: Decoder) -> None:
    assert all(decoder.survives(sound) for sound in decoder.seeds)


@pytest.mark.rule("T10", "T9", "P03")
@every
def test_damage_is_refused_in_our_own_words_and_at_a_bounded_cost(decoder: Decoder, record_figure) -> None:
    examples = int(EXAMPLES * decoder.rate)
    for run in range(examples):
        moves = some_moves(random.Random(run))
        untrusted = damaged(decoder.seeds[run % len(decoder.seeds)], decoder.form, moves)
        try:
            if run % 10:
                decoder.survives(untrusted)
            else:
                assert calls_of(lambda document=untrusted: decoder.survives(document)) < most_calls(len(untrusted))
        except BaseException as error:
            error.add_note(f"{decoder.name}, run {run}, moves {moves}: {untrusted[:500]!r}")
            raise
    record_figure(goal="fuzzing", runs=examples, violations=0)


@pytest.mark.rule("T10")
@every
@settings(
    max_examples=SIZES.decoder_examples,
    deadline=None,
    derandomize=IS_CI,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(which=number, moves=st.lists(st.tuples(number, number, number), min_size=1, max_size=6))
def test_hypothesis_finds_no_damage_that_is_not_refused(decoder: Decoder, which: int, moves: list[Move]) -> None:
    decoder.survives(damaged(decoder.seeds[which % len(decoder.seeds)], decoder.form, moves))


@pytest.mark.rule("T10")
@every
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(untrusted=st.binary(max_size=400))
def test_any_bytes_are_refused(decoder: Decoder, untrusted: bytes) -> None:
    decoder.survives(untrusted)


def depth_here() -> int:
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "decoder", [decoder for decoder in DECODERS if decoder.form is Form.JSON], ids=lambda decoder: decoder.name
)
def test_a_document_nested_to_the_edge_of_what_can_be_read_is_refused(decoder: Decoder, monkeypatch) -> None:
    """What was just shallow enough to be parsed must not be too deep for the next step."""
    before = sys.getrecursionlimit()
    room = 140
    documents = [list(nested(decoder.seeds[0], depth)) for depth in range(room - 60, room)]
    sys.setrecursionlimit(depth_here() + room)
    try:
        for same_depth in documents:
            for untrusted in same_depth[:: 3 if IS_CI else 1]:
                decoder.survives(untrusted)
    finally:
        sys.setrecursionlimit(before)


def grown_header(times: int) -> bytes:
    plain = json.loads(BY_NAME["event header"].seeds[0])
    return json.dumps({**plain, "note": {f"n{at}": [at] for at in range(times)}}, separators=(",", ":")).encode()


def grown_response(times: int) -> bytes:
    plain = json.loads(BY_NAME["response"].seeds[0])
    plain["answers"] = {f"q{at}": {"is": "answered", "code": 1} for at in range(times)}
    return json.dumps(plain).encode()


def grown_manifest(times: int) -> bytes:
    plain = json.loads(BY_NAME["manifest"].seeds[0])
    return write_document({**plain, "files": [[f"f{at}", at, "0" * 64] for at in range(times)]})


def grown_receipt(times: int) -> bytes:
    plain = json.loads(BY_NAME["receipt of a hostile centre"].seeds[0])
    aside = [{"ses": f"s{at}", "seq": at, "why": "-"} for at in range(times)]
    return write_document({**plain, "set_aside": aside})


def grown_events(times: int) -> bytes:
    return BY_NAME["events of a bundle"].seeds[0] * (times // 10)


def grown_table(times: int) -> bytes:
    head, row, *_ = BY_NAME["table to be scored"].seeds[0].split(b"\n")
    return b"\n".join([head, *[row] * times, b""])


def grown_form(times: int) -> bytes:
    line = b"  - {id: x%d, number: %d, topic: t, scale: severity, recall: day}\n"
    more = b"".join(line % (at, at + 9) for at in range(times))
    mark = b"scales:\n  - {code: FLB"
    assert mark in BY_NAME["form file"].seeds[0]
    return BY_NAME["form file"].seeds[0].replace(mark, more + mark, 1)


def grown_condition(times: int) -> bytes:
    return b"any:\n" + b"".join(b"  - equals: {item: q%d, code: 1}\n" % (at % 3) for at in range(times))


GROWN = {
    "event header": grown_header,
    "response": grown_response,
    "manifest": grown_manifest,
    "receipt of a hostile centre": grown_receipt,
    "events of a bundle": grown_events,
    "table to be scored": grown_table,
    "form file": grown_form,
    "condition of a form": grown_condition,
}


@pytest.mark.rule("T10")
@pytest.mark.parametrize("name", GROWN)
def test_a_document_twice_as_long_costs_twice_as_much(name: str) -> None:
    decoder, grow = BY_NAME[name], GROWN[name]
    decoder.survives(grow(10))  # what is imported or made once does not count
    small, large = grow(300), grow(600)
    costs = [calls_of(lambda document=document: decoder.survives(document)) for document in (small, large)]
    assert len(large) > 1.7 * len(small)
    assert costs[1] < 2.4 * costs[0] + 500
    assert costs[1] < most_calls(len(large))


LIMITS = {
    "form file": FILE_LIMIT,
    "wording file": FILE_LIMIT,
    "study file": FILE_LIMIT,
    "event header": HEADER_LIMIT,
    "manifest": MANIFEST_LIMIT,
    "inside of a bundle": BUNDLE_LIMIT,
    "receipt": RECEIPT_LIMIT,
    "pack": PACK_LIMIT,
    "signature": ARMOR_LIMIT,
}


@pytest.mark.rule("T10", "T12")
@pytest.mark.parametrize("name", LIMITS)
def test_what_is_too_large_is_not_even_looked_at(name: str) -> None:
    decoder = BY_NAME[name]
    too_large = decoder.seeds[0] + b" " * (LIMITS[name] + 1 - len(decoder.seeds[0]))
    calls_of(lambda: decoder.survives(too_large))
    assert calls_of(lambda: decoder.survives(too_large)) < 60


class CountedFile:
    """Gives bytes without end and counts how many were asked for."""

    def __init__(self, start: bytes) -> None:
        self.given, self._start = 0, start

    def read(self, size: int) -> bytes:
        piece, self._start = self._start[:size], self._start[size:]
        self.given += size
        return piece.ljust(size, b"a")


@pytest.mark.rule("T10")
@pytest.mark.parametrize("start", [b'id\n"', b"id\n", b'"', b"", b'id\n"",'])
def test_a_row_without_an_end_is_given_up_early(start: bytes) -> None:
    file = CountedFile(start)
    reader = TableReader(file)  # type: ignore[arg-type]
    with pytest.raises(TableFinding):
        reader.header()
        list(reader.blocks(1))
    assert file.given <= _LONGEST_RECORD_BYTES + 2 * _PIECE_BYTES
