"""Where each participant's questionnaires are, by the same receipts as the numbers of the whole site (P72, P75)."""

from datetime import date

import pytest

from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.whereabouts import whereabouts
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite, enrolled, visit
from tests.gui.conftest import ADMINISTRATOR

FIRST, SECOND = make_subject("BER", 1), make_subject("BER", 2)
pytestmark = pytest.mark.rule("P72", "P75")


def sent(desk, bundle, upto) -> None:
    desk.write(Kind.EXPORT, {"bundle": bundle, "from": 1, "upto": upto, "place": "STICK"})


def received(site, desk, bundle, upto) -> None:
    note = {"bundle": bundle, "upto": upto, "head": site.log.get(upto).hash, "status": "accepted", "want": None,
            "centre_at": "2026-11-23T12:00:00.000+00:00", "set_aside": 0, "receipt": None}  # fmt: skip
    desk.write(Kind.RECEIPT, note)


def test_each_participant_is_followed_from_here_to_the_receipt_and_who_waits_comes_first() -> None:
    site = FakeSite()
    desk = site.desk()
    for subject, day in ((FIRST, 19), (SECOND, 20)):
        enrolled(desk, site.clock, subject, date(2026, 11, 17), "be")
        visit(site, desk, subject, "baseline", date(2026, 11, day))
        if subject == FIRST:
            upto = site.log.head().seq
            sent(desk, "a" * 64, upto)
            received(site, desk, "a" * 64, upto)
    second, first = whereabouts(desk)
    assert (second.subject, second.on_device, second.sent, second.received) == (SECOND, 3, 0, 0)
    assert second.oldest.startswith("2026-11-20") and second.receipt == ""
    assert (first.subject, first.on_device, first.sent, first.received) == (FIRST, 0, 0, 3)
    assert (first.oldest, first.receipt, first.is_all_received) == (None, "a" * 64, True)
    desk.write(Kind.BUNDLE, {"bundle": "b" * 64, "from": 1, "upto": site.log.head().seq, "place": "STICK"})
    second, first = whereabouts(desk)
    assert (second.on_device, second.in_bundle, second.sent, second.is_all_received) == (0, 3, 0, False)
    assert (safety_of(desk.site).on_device, safety_of(desk.site).in_bundle) == (0, 3)
    sent(desk, "b" * 64, site.log.head().seq)
    second, first = whereabouts(desk)
    assert (second.on_device, second.in_bundle, second.sent) == (0, 0, 3)
    all_of_them = safety_of(desk.site)
    assert sum(one.sent for one in (first, second)) == all_of_them.sent
    assert sum(one.received for one in (first, second)) == all_of_them.received


@pytest.mark.rule("P41")
def test_whoever_may_not_see_study_codes_is_not_told_them() -> None:
    site = FakeSite()
    with pytest.raises(Refusal) as caught:
        whereabouts(site.desk(ADMINISTRATOR))
    assert caught.value.code is Code.NOT_ALLOWED
