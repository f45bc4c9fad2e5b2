"""The small tables keep what they are given, once."""

from retnet_pro.vault.log import open_log
from retnet_pro.vault.rows import (
    OutboxRow,
    PackRow,
    clear_outbox,
    keep_pack,
    keep_setting,
    note_try,
    outbox,
    packs,
    put_in_outbox,
    setting,
)


def row(bundle_id, first, last):
    return OutboxRow(
        id=bundle_id, from_seq=first, to_seq=last, made_at="2026-11-23T10:00:00+01:00", tries=0, last_error=None
    )


def test_packs_come_back_in_the_order_they_were_taken_in(log, path):
    first = PackRow(hash="b", kind="trust", version="1", body=b"{}", sig=b"sig", seq=2)
    second = PackRow(hash="a", kind="form", version="3", body=b"form", sig=b"sig", seq=5)
    for pack in (second, first, second):
        keep_pack(log, pack)
    log.close()
    with open_log(path) as again:
        assert packs(again) == (first, second)
        assert packs(again, "form") == (second,)


def test_a_pack_whose_row_was_altered_is_put_right_by_keeping_it_again(log):
    pack = PackRow(hash="b", kind="trust", version="1", body=b"{}", sig=b"sig", seq=2)
    keep_pack(log, pack)
    log.change(("UPDATE pack SET body = X'00', version = '9'", ()))
    keep_pack(log, pack)
    assert packs(log) == (pack,)


def test_the_outbox_counts_tries_and_forgets_what_was_received(log):
    for bundle in (row("y", 11, 20), row("x", 1, 10), row("x", 1, 10)):
        put_in_outbox(log, bundle)
    note_try(log, "x", "unreachable")
    note_try(log, "x", None)
    note_try(log, "y", "full")
    x, y = outbox(log)
    assert (x.id, x.tries, x.last_error) == ("x", 2, None)
    assert (y.id, y.tries, y.last_error) == ("y", 1, "full")
    clear_outbox(log, 10)
    assert [bundle.id for bundle in outbox(log)] == ["y"]


def test_a_setting_is_replaced(log):
    assert setting(log, "lock_after_s") is None
    keep_setting(log, "lock_after_s", "300")
    keep_setting(log, "lock_after_s", "600")
    assert setting(log, "lock_after_s") == "600"
