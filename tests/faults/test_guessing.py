"""Whoever guesses a passphrase and pulls the plug before the answer has used up a guess all the same (rule P44)."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.vault import slots
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.throttle import FREE_FAILS
from retnet_pro.vault.wrap import Cost

PASSPHRASE = "four calm grey herons"
CHEAP = Cost(kib=64, passes=1, lanes=1)


class PlugPulled(BaseException):
    """The tablet stopped while the passphrase was tried."""


@pytest.mark.rule("P44", "T1")
def test_an_attempt_that_was_cut_off_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "site.db"
    with create_log(path) as log:
        book = slots.SlotBook(log, bytes(32), os.urandom, cost=CHEAP)
        book.add(Person("nurse", "Nurse Demo", Role.NURSE), PASSPHRASE, ["AGE-SECRET-KEY-1DEMO"])

    def cut_off(*_facts: object, **_more: object) -> None:
        raise PlugPulled

    for attempt in range(FREE_FAILS + 1):
        now = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), attempt, "boot-1")
        with open_log(path) as log:
            book = slots.SlotBook(log, bytes(32), os.urandom, cost=CHEAP)
            if attempt < FREE_FAILS:
                monkeypatch.setattr(slots, "unwrap", cut_off)
                with pytest.raises(PlugPulled):
                    book.unlock("nurse", "a wrong passphrase", now)
                monkeypatch.undo()
                continue
            with pytest.raises(Refusal) as caught:
                book.unlock("nurse", PASSPHRASE, now)
            assert caught.value.code is Code.LOGIN_THROTTLED
