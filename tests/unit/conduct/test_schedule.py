"""When a tablet tries by itself: later after every failure, never in step with others, never in vain all day."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.schedule import AGAIN, FIRST_S, MOST_S, REGULAR_S, is_time_to_send, wait_s
from retnet_pro.conduct.sender import PROCESS, SCHEDULE, Unattended
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Kind
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import Founded, found

pytestmark = pytest.mark.rule("P72", "P75")


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_the_wait_lies_in_the_second_half_of_a_whole_that_doubles_up_to_an_hour(failures, chance) -> None:
    whole = REGULAR_S if failures == 0 else min(MOST_S, FIRST_S * 2 ** min(failures - 1, 30))
    assert whole / 2 <= wait_s(failures, chance) <= whole <= MOST_S


def test_the_first_failures_wait_one_two_and_four_minutes_at_most() -> None:
    assert [wait_s(failures, 1) for failures in (1, 2, 3, 7, 8)] == [60, 120, 240, 3600, 3600]


@pytest.fixture
def site(tmp_path):
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


def send(site: Founded, folder) -> str:
    folder.mkdir(exist_ok=True)
    sender = Unattended(site.opened.pen)
    return at_once(export(sender, site.opened.founding, FolderTransport(folder), place="folder")).ids[0]


def receipt(site: Founded, bundle: str, upto: int, **changed) -> None:
    head = site.opened.log.get(upto).hash
    note = {"bundle": bundle, "upto": upto, "head": head, "status": "accepted", "want": None,
            "centre_at": "2026-11-23T12:00:00.000+00:00", "set_aside": 0, "receipt": None}  # fmt: skip
    site.opened.pen.write(Kind.RECEIPT, note | changed, who=SCHEDULE, role=PROCESS)


def test_what_is_new_goes_at_once_and_what_was_sent_again_only_after_a_day(site, tmp_path) -> None:
    assert is_time_to_send(Unattended(site.opened.pen))
    bundle = send(site, tmp_path / "drop")
    sender = Unattended(site.opened.pen)
    assert not is_time_to_send(sender)
    last = sender.site.sent[-1]
    for ago, due in ((AGAIN - timedelta(minutes=1), False), (AGAIN, True), (-timedelta(hours=2), True)):
        at = (sender.pen.clock().wall - ago).isoformat()
        sender.site.sent[-1] = type(last)(bundle=last.bundle, upto=last.upto, at=at, place=last.place)
        assert is_time_to_send(sender) is due
    receipt(site, bundle, last.upto)
    assert not is_time_to_send(Unattended(site.opened.pen)), "receipted, and only exports came since"


def test_what_the_centre_asks_for_once_more_goes_once_more(site, tmp_path) -> None:
    bundle = send(site, tmp_path / "drop")
    receipt(site, bundle, Unattended(site.opened.pen).site.sent[-1].upto, status="gap", want=1)
    assert is_time_to_send(Unattended(site.opened.pen))
    send(site, tmp_path / "drop")
    assert not is_time_to_send(Unattended(site.opened.pen))


@pytest.mark.rule("P20")
def test_what_is_sent_without_anybody_says_so_and_a_desk_knows_of_it(site, tmp_path) -> None:
    desk = site.login()
    bundle = send(site, tmp_path / "drop")
    last = site.opened.log.get(site.opened.log.head().seq)
    assert (last.header.kind, last.header.who, last.header.role) == (Kind.EXPORT, SCHEDULE, PROCESS)
    desk.catch_up()
    assert [one.bundle for one in desk.site.sent] == [bundle]


@pytest.mark.rule("T5", "T7")
def test_nothing_is_sent_where_the_record_is_not_what_the_centre_has_receipted(site) -> None:
    receipt(site, "a" * 64, 2, head="b" * 64)
    with pytest.raises(Tamper) as caught:
        Unattended(site.opened.pen)
    assert caught.value.code is Code.CHAIN_BROKEN
