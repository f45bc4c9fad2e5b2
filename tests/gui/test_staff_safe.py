"""Is everything safe? The sentence, the numbers, export and receipts."""

from datetime import date
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, NURSE, enrolled, visit

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST = make_subject("BER", 1)


def sent(site, bundle="ab" * 32):
    upto = site.log.head().seq
    site.desk().write(Kind.EXPORT, {"bundle": bundle, "from": 1, "upto": upto, "place": "STICK"})
    return bundle, upto


def received(site, bundle, upto):
    content = {
        "bundle": bundle,
        "upto": upto,
        "head": site.log.get(upto).hash,
        "status": "accepted",
        "want": None,
        "centre_at": "2026-11-23T12:00:00.000+00:00",
        "set_aside": 0,
        "receipt": None,
    }
    site.desk().write(Kind.RECEIPT, content)


def numbers(staff):
    return [staff.says(f"safe.{what}") for what in ("on-device", "sent", "received", "interrupted")]


@pytest.fixture
def open_safe(make_staff):
    def open_as(site, person=COORDINATOR):
        staff = make_staff(site)
        staff.log_in(person)
        staff.click("rail.safe")
        return staff

    return open_as


@pytest.fixture
def one_visit(site):
    desk = site.desk()
    enrolled(desk, site.clock, FIRST, date(2026, 11, 17), "be")
    visit(site, desk, FIRST, "baseline", date(2026, 11, 19))
    site.clock.set_day(date(2026, 11, 23))
    return site


def test_an_empty_site_has_nothing_to_lose(open_safe, site):
    staff = open_safe(site)
    assert staff.says("safe.answer") == "There is no finished questionnaire on this device yet."
    assert numbers(staff) == ["0", "0", "0", "0"]


@pytest.mark.rule("P75")
def test_what_is_only_here_is_counted_with_its_age(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.says("safe.answer") == (
        "3 questionnaires are only on this device. The oldest was answered 19 Nov 2026, 10:02 (UTC+00:00)."
    )
    assert numbers(staff) == ["3", "0", "0", "0"]


@pytest.mark.rule("P72")
def test_sent_is_not_yet_received(open_safe, one_visit):
    sent(one_visit)
    staff = open_safe(one_visit)
    assert staff.says("safe.answer").startswith("3 were sent and have no receipt yet.")
    assert numbers(staff) == ["0", "3", "0", "0"]
    assert staff.column("safe.table", 3) == ["none yet"]


@pytest.mark.rule("P72")
def test_only_a_receipt_makes_everything_safe(open_safe, one_visit):
    received(one_visit, *sent(one_visit))
    staff = open_safe(one_visit)
    assert staff.says("safe.answer") == "Everything is with the centre."
    assert numbers(staff) == ["0", "0", "3", "0"]
    assert staff.column("safe.table", 3) == ["accepted, 23 Nov 2026, 12:00 (UTC+00:00)"]


def test_interrupted_questionnaires_are_counted_too(open_safe, clinic_site):
    assert numbers(open_safe(clinic_site))[3] == "2"


def test_an_export_says_what_it_did_and_the_page_is_counted_again(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.window.frame.safe.export_to(Path("/media/STICK"))
    staff.settle()
    assert staff.courier.exported == [Path("/media/STICK")]
    assert "3 questionnaires, sealed, in STICK" in staff.says("safe.notice")
    assert staff.find("safe.export").isEnabled()


def test_nothing_to_send_is_said_and_loses_nothing(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.courier.broken = Refusal(Code.NOTHING_TO_SEND)
    staff.window.frame.safe.export_to(Path("/media/STICK"))
    staff.settle()
    assert "nothing to export" in staff.says("safe.notice")
    assert staff.find("safe.export").isEnabled()


@pytest.mark.rule("P03")
def test_a_false_receipt_is_said_loudly(open_safe, one_visit):
    staff = open_safe(one_visit)

    def tampered(desk, folder):
        raise Tamper(Code.RECEIPT_BROKEN, path="x.receipt", why="the signature does not fit")

    staff.courier.collect = tampered
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert "is not a valid receipt" in staff.says("safe.notice")
    notice = staff.find("safe.notice").parent()
    assert notice.property("card") == "red"


def test_receipts_that_were_found_are_counted(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert staff.says("safe.notice") == "2 new receipts, all genuine."
    staff.courier.receipts = 0
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert staff.says("safe.notice") == "No new receipts there."


@pytest.mark.rule("P41")
def test_a_nurse_sees_where_things_are_but_exports_nothing(open_safe, one_visit):
    staff = open_safe(one_visit, NURSE)
    assert numbers(staff) == ["3", "0", "0", "0"]
    assert not staff.find("safe.export").isEnabled()
    assert not staff.find("safe.collect").isEnabled()


def test_waiting_too_long_is_red(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.find("safe.answer").parent().property("card") == "amber"
    one_visit.clock.set_day(date(2026, 11, 27))
    later = open_safe(one_visit)
    assert later.find("safe.answer").parent().property("card") == "red"
