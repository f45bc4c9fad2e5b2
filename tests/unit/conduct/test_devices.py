"""Which devices of the site are known here, and what is known of each (P75)."""

from datetime import date

import pytest

from retnet_pro.conduct.devices import Link, devices_of
from retnet_pro.conduct.joining import LET_IN
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, NURSE, FakeSite, enrolled, visit

pytestmark = pytest.mark.rule("P75")
FIRST = make_subject("BER", 1)


def test_this_device_is_told_with_what_waits_on_it_and_one_that_was_let_in_is_told_once() -> None:
    site = FakeSite()
    desk = site.desk()
    (alone,) = devices_of(desk)
    assert (alone.device, alone.link, alone.unreceived) == (desk.pen.device, Link.THIS, 0)
    enrolled(desk, site.clock, FIRST, date(2026, 11, 17), "be")
    visit(site, desk, FIRST, "baseline", date(2026, 11, 19))
    for _ in range(2):
        note = {"act": LET_IN, "device": "BER-0002", "recipient": "age1x", "sha256": "a" * 64}
        site.pen.write(Kind.STAFF, note, who=COORDINATOR.user, role=COORDINATOR.role.value)
    this, other = devices_of(desk)
    assert this.unreceived == 3
    assert (other.device, other.link, other.by, other.unreceived) == ("BER-0002", Link.LET_IN, "coordinator", None)
    assert other.since.startswith("2026-11-19")


@pytest.mark.rule("P41")
def test_devices_are_told_to_whoever_may_export() -> None:
    with pytest.raises(Refusal) as caught:
        devices_of(FakeSite().desk(NURSE))
    assert caught.value.code is Code.NOT_ALLOWED
