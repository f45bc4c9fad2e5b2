"""Wrong participant or visit, through the windows: one person proposes, both places say so, another person decides."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, FIFTH = make_subject("BER", 1), make_subject("BER", 5)


def opened(make_staff, site, person, subject=FIRST):
    made = make_staff(site)
    made.log_in(person)
    made.window.frame.open_participant(subject)
    made.settle()
    return made


def fill_in(staff):
    staff.click("misplaced.which.all")
    staff.click("misplaced.why.other-participant")
    staff.type("misplaced.note", "codes were swapped")
    codes = staff.find("misplaced.subject", QComboBox)
    codes.setCurrentIndex(codes.findData(FIFTH))
    staff.settle()
    staff.find("misplaced.visit", QComboBox).setCurrentIndex(0)
    staff.settle()


def propose(staff):
    staff.click("person.show.answers")
    staff.click("person.answers.misplaced")
    fill_in(staff)
    staff.click("misplaced.confirm")


def told(staff):
    (name,) = staff.names("person.placing.")
    return staff.find(name, QLabel).text()


@pytest.mark.rule("E102")
def test_two_people_move_the_forms_and_both_places_tell_it(make_staff, clinic_site):
    nurse = opened(make_staff, clinic_site, NURSE)
    propose(nurse)
    assert "Place disputed until a second person decides." in told(nurse)
    assert f"to {FIFTH}, Baseline" in told(nurse) and not nurse.names("person.decide.")
    other = opened(make_staff, clinic_site, COORDINATOR, FIFTH)
    assert "Place disputed" in told(other)
    other.click(other.names("person.decide.")[0])
    accept = other.find("decision.accept", QPushButton)
    assert not accept.isEnabled()
    assert "codes were swapped" in other.find("decision.why", QLabel).text()
    other.type("decision.note", "asked both of them")
    other.click("decision.accept")
    assert clinic_site.log.kinds()[-2:] == [Kind.PLACE_DECIDE, Kind.VIEW]
    assert other.says("person.title") == FIFTH
    assert "accepted by coordinator" in told(other) and "disputed" not in told(other)
    other.click("person.show.answers")
    assert f"first recorded for {FIRST}" in other.find("person.answers.facts", QLabel).text()


@pytest.mark.rule("E102")
def test_whoever_proposed_can_only_read_the_decision_page(make_staff, clinic_site):
    staff = opened(make_staff, clinic_site, COORDINATOR)
    propose(staff)
    staff.click(staff.names("person.decide.")[0])
    assert staff.find("decision.own", QLabel).isVisible()
    assert not staff.find("decision.note").isEnabled()
    assert not any(staff.find(f"decision.{act}", QPushButton).isEnabled() for act in ("accept", "refuse"))


@pytest.mark.rule("P19")
def test_the_proposal_waits_for_place_reason_and_words(make_staff, clinic_site):
    staff = opened(make_staff, clinic_site, NURSE)
    staff.click("person.show.answers")
    staff.click("person.answers.misplaced")
    confirm = staff.find("misplaced.confirm", QPushButton)
    assert staff.find("misplaced.subject", QComboBox).currentIndex() == -1, "nobody is chosen beforehand"
    assert not confirm.isEnabled()
    fill_in(staff)
    assert confirm.isEnabled()
    staff.find("misplaced.visit", QComboBox).setCurrentIndex(-1)
    assert not confirm.isEnabled()


def test_a_monitor_is_offered_neither(make_staff, clinic_site):
    propose(opened(make_staff, clinic_site, NURSE))
    staff = opened(make_staff, clinic_site, MONITOR)
    assert "Place disputed" in told(staff) and not staff.names("person.decide.")
    staff.click("person.show.answers")
    assert not staff.find("person.answers.misplaced", QPushButton).isVisible()
