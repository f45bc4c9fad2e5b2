"""A form on paper through the windows: one person reads it in, another again, and what differs is settled."""

import pytest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPushButton

from retnet_pro.conduct import transcription
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIFTH = make_subject("BER", 5)


def opened(make_staff, site, person):
    made = make_staff(site)
    made.log_in(person)
    made.window.frame.open_participant(FIFTH)
    made.settle()
    return made


def tick(staff, item, place):
    staff.find(f"paper.item.{item}", QComboBox).setCurrentIndex(place)


def read_in(staff):
    """The first reading: question 1 answered with 2, two boxes ticked at question 2."""
    staff.click("person.paper")
    staff.find("paper.form", QComboBox).setCurrentIndex(0)
    staff.settle()
    day = staff.find("paper.day", QDateEdit)
    day.setDate(day.maximumDate())
    staff.click("paper.why.no-tablet")
    tick(staff, "q1", 2)
    staff.find("paper.odd.q2", QComboBox).setCurrentIndex(1)


@pytest.mark.rule("E90", "E93", "E94")
def test_two_people_read_in_a_form_and_settle_what_differs_at_the_paper(make_staff, clinic_site, tmp_path):
    nurse = opened(make_staff, clinic_site, NURSE)
    read_in(nurse)
    nurse.click("paper.confirm")
    assert not nurse.names("person.paper-next."), "nobody reads their own paper twice"
    other = opened(make_staff, clinic_site, COORDINATOR)
    (ses,) = other.window.frame._desk.site.papers
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 scanned")
    other.window.frame.person.attach_scan(ses, scan)
    other.settle()
    assert "sealed" in other.says("person.notice")
    other.click(f"person.paper-next.{ses}")
    assert other.find("paper.item.q1", QComboBox).currentIndex() == 0, "the first reading is not shown"
    tick(other, "q1", 3)
    other.click("paper.confirm")
    other.click(f"person.paper-next.{ses}")
    assert not other.find("paper.confirm", QPushButton).isEnabled()
    tick(other, "q1", 2)
    tick(other, "q2", 0)
    other.find("paper.odd.q2", QComboBox).setCurrentIndex(2)
    other.click("paper.confirm")
    assert clinic_site.log.kinds()[-2:] == [Kind.SESSION_DONE, Kind.VIEW]
    other.click("person.show.answers")
    facts = other.find("person.answers.facts", QLabel).text()
    for said in ("On paper, read in by two people", "read in by nurse, coordinator", "q2 between two boxes", "scan "):
        assert said in facts
    assert other.column("person.answers", 2)[:2] == ["2  Slight", "not reached"]


@pytest.mark.rule("E93")
def test_a_recording_that_was_interrupted_is_finished_from_the_participants_page(make_staff, clinic_site, monkeypatch):
    nurse = opened(make_staff, clinic_site, NURSE)
    read_in(nurse)
    nurse.click("paper.confirm")
    other = opened(make_staff, clinic_site, COORDINATOR)
    (ses,) = other.window.frame._desk.site.papers
    other.click(f"person.paper-next.{ses}")
    tick(other, "q1", 2)
    other.find("paper.odd.q2", QComboBox).setCurrentIndex(1)
    with monkeypatch.context() as stopped:
        stopped.setattr(transcription, "record", lambda desk, ses: None)
        other.click("paper.confirm")
    assert "was interrupted" in other.says(f"person.paper.{ses}")
    nurse = opened(make_staff, clinic_site, NURSE)
    nurse.click(f"person.paper-next.{ses}")
    assert "goes on from there" in nurse.says("paper.means")
    nurse.click("paper.confirm")
    assert clinic_site.log.kinds()[-2:] == [Kind.SESSION_DONE, Kind.VIEW]
    assert not nurse.names("person.paper-next.")


@pytest.mark.rule("E94")
def test_an_oddity_that_leaves_no_answer_takes_it_away_in_plain_sight(make_staff, clinic_site):
    staff = opened(make_staff, clinic_site, NURSE)
    read_in(staff)
    answers, odd = staff.find("paper.item.q1", QComboBox), staff.find("paper.odd.q1", QComboBox)
    odd.setCurrentIndex(4)
    assert (answers.currentIndex(), answers.isEnabled()) == (0, False)
    odd.setCurrentIndex(3)
    assert answers.isEnabled(), "a note in the margin stands beside an answer"


@pytest.mark.rule("E92")
def test_form_day_and_reason_have_to_be_said_and_nothing_is_chosen_beforehand(make_staff, clinic_site):
    staff = opened(make_staff, clinic_site, NURSE)
    staff.click("person.paper")
    confirm = staff.find("paper.confirm", QPushButton)
    assert staff.find("paper.form", QComboBox).currentIndex() == -1
    assert staff.find("paper.day", QDateEdit).text() == "Choose the day"
    staff.click("paper.why.wish")
    staff.find("paper.form", QComboBox).setCurrentIndex(0)
    staff.settle()
    assert not confirm.isEnabled()
    day = staff.find("paper.day", QDateEdit)
    day.setDate(day.maximumDate())
    assert confirm.isEnabled()


def test_a_monitor_reads_in_nothing(make_staff, clinic_site):
    staff = opened(make_staff, clinic_site, MONITOR)
    assert not staff.find("person.paper", QPushButton).isVisible()
