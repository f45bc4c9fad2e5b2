"""A chain holds together or says where it does not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.moment import Moment
from retnet_pro.record.chain import Break, Draft, is_signed, link, verify, walk
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head, Kind, Sealed, hash_of, write_header
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey


def rows_of(events):
    return [(event.header.seq, event.header_bytes, event.sealed, event.sig, event.hash) for event in events]


@pytest.fixture(scope="module")
def rows(pen):
    return rows_of(pen.chain(12))


@pytest.fixture(scope="module")
def check(pen):
    def run(rows, *, device=pen.device, public=pen.key.public, start=EMPTY):
        return verify(rows, device=device, public=public, start=start)

    return run


def test_each_event_follows_the_one_before(pen, rows, check):
    first, second, *_ = pen.chain(2)
    assert first.header.prev == EMPTY.hash and first.header.seq == 1
    assert second.header.prev == first.hash and second.header.seq == 2
    found = check(rows)
    assert (found.device, found.events, found.erased, found.first_break) == (pen.device, 12, 0, None)
    assert found.head == Head(12, rows[-1][4])


def test_an_empty_chain_holds(check):
    assert check([]).head == EMPTY


def test_a_chain_can_be_checked_in_parts(rows, check):
    middle = check(rows[:5]).head
    assert check(rows[5:], start=middle).head == check(rows).head
    assert check(rows[6:], start=middle).first_break.seq == 6


@pytest.mark.rule("E55", "T14")
def test_the_moment_is_kept_as_the_device_knew_it(pen):
    header = pen.write(Head(59, EventHash("a" * 64))).header
    assert (header.at, header.up, header.boot) == ("2026-11-23T09:59:00.000+00:00", 59, "boot-1")


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.ERASE, Kind.VIEW])
def test_what_must_be_sealed_cannot_be_written_open(pen, kind):
    with pytest.raises(ValueError, match="sealed"):
        pen.write(EMPTY, Draft(kind=kind, who="a", role="b"))


def test_what_must_be_open_cannot_be_written_sealed(pen):
    with pytest.raises(ValueError, match="open"):
        pen.write(EMPTY, Draft(kind=Kind.LOGIN, who="a", role="b", sealed=Sealed(b"age")))


@pytest.mark.rule("T4", "P03")
@settings(deadline=None, max_examples=300)
@given(st.integers(0, 11), st.integers(1, 4), st.integers(0, 10_000), st.integers(0, 7))
def test_any_single_flipped_bit_is_named(rows, check, number, place, at, bit):
    row = list(rows[number])
    value = row[place]
    if value is None:
        row[place] = Sealed(b"age")
    else:
        raw = bytearray(value.encode() if isinstance(value, str) else value)
        raw[at % len(raw)] ^= 1 << bit
        row[place] = raw.decode("latin-1") if isinstance(value, str) else bytes(raw)
    found = check([*rows[:number], tuple(row), *rows[number + 1 :]])
    assert found.first_break.seq == number + 1
    assert found.events == number


def signed(pen, **over):
    """Return a row signed with the real key, with fields no honest program would write."""
    honest = pen.write()
    header_bytes = write_header(replace(honest.header, **over))
    return [(1, header_bytes, honest.sealed, pen.key.sign(EVENT_CONTEXT + header_bytes), hash_of(header_bytes))]


@pytest.mark.rule("T5")
@pytest.mark.parametrize(
    ("over", "why"),
    [
        ({"seq": 2}, "event 1 expected, 2 found"),
        ({"prev": "b" * 64}, "it does not follow the event before it"),
        ({"dev": "device-2"}, "it belongs to another device"),
        ({"seal": None}, "it carries a payload that was never signed"),
        ({"seal": "b" * 64}, "the sealed payload was changed"),
        ({"kind": Kind.LOGIN}, "'login' is sealed"),
        ({"at": "noon"}, "at is not a time with its offset"),
    ],
)
def test_the_real_key_does_not_make_a_false_event_true(pen, check, over, why):
    assert check(signed(pen, **over)).first_break == Break(1, why)


def test_an_answer_that_was_never_sealed_is_a_break(pen, check):
    ((seq, header_bytes, _sealed, sig, name),) = signed(pen, seal=None)
    assert check([(seq, header_bytes, None, sig, name)]).first_break == Break(1, "'answer' is not sealed")


def test_a_row_stored_under_another_number_or_name_is_a_break(rows, check):
    assert check([(2, *rows[0][1:])]).first_break.seq == 1
    assert check([(*rows[0][:4], rows[1][4])]).first_break == Break(1, "the stored hash differs")


def test_another_key_or_device_is_a_break(rows, check):
    assert check(rows, public=SigningKey(bytes(32)).public).first_break == Break(1, "the signature does not fit")
    assert check(rows, device=DeviceId("device-2")).first_break == Break(1, "it belongs to another device")


@pytest.mark.rule("T8")
def test_a_signature_of_something_else_is_not_one_of_an_event(pen, check):
    event = pen.write()
    for context in (b"", b"retnet-pro/event/2\0", b"retnet-pro/receipt/1\0"):
        row = (1, event.header_bytes, event.sealed, pen.key.sign(context + event.header_bytes), event.hash)
        assert check([row]).first_break.why == "the signature does not fit"


def test_an_erased_payload_is_counted_and_the_chain_still_holds(rows, check):
    rows = list(rows)
    rows[2] = (*rows[2][:2], None, *rows[2][3:])
    assert (check(rows).erased, check(rows).first_break) == (1, None)


def test_a_note_cannot_hide_an_erasure(pen, check):
    draft = replace(pen.answer(), note={"seal": None})
    event = pen.write(EMPTY, draft)
    assert b'"seal":null' in event.header_bytes
    assert check([(1, event.header_bytes, None, event.sig, event.hash)]).erased == 1


def test_a_walk_ends_at_the_first_break(rows, pen):
    marked = [(row, is_signed(row, pen.key.public)) for row in (*rows[:3], *rows[4:])]
    steps = list(walk(marked, device=pen.device, start=EMPTY))
    assert len(steps) == 4
    assert isinstance(steps[-1], Break)


def test_what_was_found_is_reported_in_plain_facts(rows, check):
    facts = check([*rows[:3], *rows[4:]]).facts()
    assert facts == {
        "device": "device-1",
        "events": 3,
        "head": rows[2][4],
        "erased": 0,
        "first_bad": 4,
        "why": "event 4 expected, 5 found",
    }


def test_the_clock_may_run_backwards_without_breaking_the_order(pen, check):
    first = pen.write(Head(0, EMPTY.hash))
    second = link(
        Head(1, first.hash),
        Draft(kind=Kind.CLOCK_STEP, who="process", role="process", note={"seconds": -86400}),
        device=pen.device,
        key=pen.key,
        now=Moment(datetime(1970, 1, 1, tzinfo=UTC), 0, "boot-2"),
        app="0.1.0",
    )
    assert second.header.at < first.header.at
    assert check(rows_of([first, second])).first_break is None
