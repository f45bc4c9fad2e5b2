"""One moment of a log, in memory: it holds what the log held then, and goes into another thread (rule P81)."""

import threading

import pytest

from retnet_pro.vault.frozen_log import FrozenLog
from retnet_pro.vault.verify import reading, stored_rows

pytestmark = pytest.mark.rule("P81")


def test_it_holds_what_the_log_held_and_not_what_came_later(filled, grow) -> None:
    before = list(filled.rows())
    frozen = FrozenLog(filled)
    grow(filled, 1)
    assert list(frozen.rows()) == before != list(filled.rows())
    assert frozen.read("SELECT count(*) FROM event") == [(len(before),)]


def test_a_copy_of_it_made_in_another_thread_is_a_site_file(filled, tmp_path) -> None:
    frozen, part = FrozenLog(filled), tmp_path / "copy"
    part.touch()
    other = threading.Thread(target=frozen.copy_into, args=(part,))
    other.start()
    other.join()
    with reading(part) as copy:
        assert list(stored_rows(copy)) == list(filled.rows())
