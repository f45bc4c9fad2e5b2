"""A record that does not hold together: read as far as it does, said on every page, nothing written any more."""

from dataclasses import replace

import pytest

from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, FOURTH = (make_subject("BER", number) for number in (1, 4))


def damage(site, seq):
    """Turn one bit of a stored signature over."""
    event = site.log.kept[seq - 1]
    site.log.kept[seq - 1] = replace(event, sig=bytes([event.sig[0] ^ 1]) + event.sig[1:])


def said(staff):
    staff.qtbot.waitUntil(lambda: staff.names("banner.damage") != [])
    return staff.says("banner.damage")


@pytest.mark.rule("P03", "T4", "T6")
def test_damage_since_the_last_look_is_said_at_login_and_nothing_is_offered_that_writes(make_staff, clinic_site):
    bad = clinic_site.log.head().seq
    damage(clinic_site, bad)
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert f"from event {bad} on" in said(staff)
    assert staff.names("today.handover") == staff.names("today.resume") == []
    assert clinic_site.log.head().seq == bad
    staff.click("rail.participants")
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    assert staff.says("person.title") == FIRST
    staff.click("rail.lock")
    assert staff.ends == ["left"]
    assert clinic_site.log.head().seq == bad


@pytest.mark.rule("P03", "T4", "T6")
def test_old_damage_is_found_while_people_work(make_staff, clinic_site, monkeypatch):
    monkeypatch.setattr("retnet_pro.conduct.desk.SNAPSHOT_EVERY", 1)
    clinic_site.desk().leave()
    answers = [event.header.seq for event in clinic_site.log.kept if event.header.kind is Kind.ANSWER]
    damage(clinic_site, answers[40])
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert f"from event {answers[40]} on" in said(staff)
    assert clinic_site.log.kinds()[-1] is Kind.LOGIN, "nothing was known at login, so it was written down"
    staff.settle()
    assert staff.names("today.handover") == staff.names("today.resume") == []


def test_a_whole_record_is_followed_to_its_end_without_a_word(make_staff, clinic_site):
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    desk = staff.window.frame._desk
    staff.qtbot.waitUntil(lambda: desk.inspected == (clinic_site.log.head().seq,) * 2)
    assert staff.names("banner.damage") == []
