"""A log that is older than it was here before is noticed; everything else about the mark harms nobody."""

import pytest

from retnet_pro.errors import Code, Tamper
from retnet_pro.vault import headmark
from retnet_pro.vault.headmark import demand_no_step_back, mark_head
from retnet_pro.vault.log import open_log
from tests.unit.vault.conftest import DEVICE


@pytest.fixture
def mark(path):
    return path.with_name(f"{DEVICE}.head")


@pytest.mark.rule("T7")
def test_an_old_copy_put_back_is_refused_and_the_mark_stays(filled, path, grow, mark):
    filled.checkpoint()
    old = path.read_bytes()
    grow(filled, 3)
    mark_head(filled, DEVICE)
    filled.close()
    path.write_bytes(old)
    before = mark.read_text()
    with open_log(path) as log:
        for _ in range(2):
            with pytest.raises(Tamper) as caught:
                demand_no_step_back(log, DEVICE)
            assert caught.value.code is Code.LOG_ROLLED_BACK
            assert (caught.value.facts["seq"], caught.value.facts["had"]) == (8, 11)
    assert mark.read_text() == before


@pytest.mark.rule("T7")
def test_an_old_copy_that_went_on_another_way_is_refused_too(filled, path, grow):
    filled.checkpoint()
    old = path.read_bytes()
    grow(filled, 1)
    mark_head(filled, DEVICE)
    filled.close()
    path.write_bytes(old)
    with open_log(path) as log:
        grow(log, 4)
        with pytest.raises(Tamper):
            demand_no_step_back(log, DEVICE)


def test_a_log_that_has_grown_passes_and_moves_the_mark(filled, grow, mark):
    demand_no_step_back(filled, DEVICE)
    grow(filled, 2)
    demand_no_step_back(filled, DEVICE)
    assert mark.read_text() == f"10 {filled.head().hash}\n"
    assert mark.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"8", b"\xff\xfe", b"0 " + b"a" * 64 + b"\n"])
def test_a_mark_that_is_none_is_made_anew(filled, mark, content):
    mark.write_bytes(content)
    demand_no_step_back(filled, DEVICE)
    assert mark.read_text().startswith("8 ")


def test_a_full_disk_stops_nobody_and_leaves_the_older_mark(filled, grow, mark, monkeypatch):
    mark_head(filled, DEVICE)
    grow(filled, 1)

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(headmark, "new_file", full)
    demand_no_step_back(filled, DEVICE)
    assert mark.read_text().startswith("8 ")
