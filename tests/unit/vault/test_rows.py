"""The small tables keep what they are given, once."""

from retnet_pro.vault.log import open_log
from retnet_pro.vault.rows import PackRow, keep_pack, keep_setting, packs, setting


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


def test_a_setting_is_replaced(log):
    assert setting(log, "lock_after_s") is None
    keep_setting(log, "lock_after_s", "300")
    keep_setting(log, "lock_after_s", "600")
    assert setting(log, "lock_after_s") == "600"
