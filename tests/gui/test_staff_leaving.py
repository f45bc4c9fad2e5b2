"""This tablet goes to another site: what is left to do is said, somebody insists or not, and every page says so."""

import pytest
from PySide6.QtWidgets import QCheckBox

from retnet_pro.conduct.leaving import leave
from retnet_pro.record.event import Kind
from tests.fakes import COORDINATOR, NURSE
from tests.gui.conftest import ADMINISTRATOR
from tests.gui.test_staff_safe import received, sent

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
WHY = "The site has enough tablets"


@pytest.fixture
def come(make_staff):
    def log_in(site, person=COORDINATOR):
        staff = make_staff(site)
        staff.log_in(person)
        return staff

    return log_in


def ask(staff):
    staff.click("rail.safe")
    staff.click("safe.leave")


def fill_in(staff):
    staff.type("leaving.to", "CD")
    staff.type("leaving.why", WHY)


def last(site):
    return [one.header for one in site.log.kept if one.header.kind is Kind.DEVICE_LEAVES]


@pytest.mark.rule("P73")
def test_what_is_left_to_do_is_said_and_nothing_goes_before_somebody_insists(come, clinic_site):
    staff = come(clinic_site)
    ask(staff)
    todo = " ".join(one.text() for one in staff.window.findChildren(type(staff.find("leaving.todo")), "leaving.todo"))
    assert "Questionnaires that were begun: 2" in todo and "Records without a receipt" in todo
    fill_in(staff)
    assert not staff.find("leaving.confirm").isEnabled()
    staff.find("leaving.insist", QCheckBox).setChecked(True)
    staff.click("leaving.confirm")
    (header,) = last(clinic_site)
    assert (header.who, header.note["to"]) == ("coordinator", "CD")
    assert header.note["unfinished"]["sittings"] == 2
    assert "This tablet is closed" in staff.says("safe.notice")


@pytest.mark.rule("P73")
def test_where_everything_is_with_the_centre_nobody_has_to_insist(come, site):
    received(site, *sent(site))
    staff = come(site)
    ask(staff)
    assert "the centre has received it" in staff.says("leaving.done")
    assert not staff.find("leaving.insist").isVisible()
    staff.type("leaving.to", "CD")
    assert not staff.find("leaving.confirm").isEnabled(), "a reason is needed"
    staff.type("leaving.why", WHY)
    staff.click("leaving.confirm")
    assert last(site)[0].note == {"to": "CD", "unfinished": {}}


@pytest.mark.rule("P73", "P98")
def test_every_page_says_so_from_then_on_and_hands_nothing_over(come, clinic_site):
    staff = come(clinic_site)
    assert not staff.find("banner.gone").isVisible()
    ask(staff)
    fill_in(staff)
    staff.find("leaving.insist", QCheckBox).setChecked(True)
    staff.click("leaving.confirm")
    assert "goes to the site CD" in staff.says("banner.gone") and staff.find("banner.gone").isVisible()
    assert "Send that too" in staff.says("safe.device.gone")
    assert staff.names("safe.leave") == []
    assert staff.find("safe.export").isEnabled(), "it still sends"
    staff.click("rail.today")
    assert staff.find("banner.gone").isVisible()
    assert staff.names("today.handover.") == []


@pytest.mark.rule("P73")
def test_the_lock_screen_tells_whoever_finds_it(come, make_staff, clinic_site):
    assert make_staff(clinic_site).names("login.message") == []
    leave(clinic_site.desk(), "CD", WHY, is_forced=True)
    staff = make_staff(clinic_site)
    assert "goes to the site CD" in staff.says("login.message")
    assert "use another tablet" in staff.says("login.message")
    staff.log_in(NURSE)
    assert staff.find("banner.gone").isVisible()


@pytest.mark.rule("P72")
def test_the_receipt_of_the_closing_event_says_that_it_can_go(come, site):
    leave(site.desk(), "CD", WHY, is_forced=True)
    received(site, *sent(site))
    staff = come(site)
    staff.click("rail.safe")
    assert "it can be set up anew once the centre agrees" in staff.says("safe.device.gone")


@pytest.mark.rule("P41")
@pytest.mark.parametrize("person", [NURSE, ADMINISTRATOR])
def test_only_a_coordinator_is_offered_to_close_it(make_staff, team_site, person):
    staff = make_staff(team_site)
    staff.log_in(person)
    staff.click("rail.safe")
    assert staff.names("safe.leave") == []
