"""Participants: the table, enrolment, dated facts, and what a role may not see."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit

from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, FOURTH, SIXTH, SEVENTH = (make_subject("BER", number) for number in (1, 4, 6, 7))


@pytest.fixture
def open_people(make_staff, clinic_site):
    def open_as(person):
        staff = make_staff(clinic_site)
        staff.log_in(person)
        staff.click("rail.participants")
        return staff

    return open_as


def test_all_participants_stand_in_the_table(open_people):
    staff = open_people(NURSE)
    assert staff.column("participants.table", 0) == [make_subject("BER", number) for number in range(1, 7)]
    assert staff.says("participants.line") == "6 at this site"


@pytest.mark.rule("P21")
@pytest.mark.parametrize(("person", "sees"), [(NURSE, False), (MONITOR, False), (COORDINATOR, True)])
def test_the_arm_is_there_only_for_roles_that_may_see_it(open_people, person, sees):
    staff = open_people(person)
    assert ("Arm" in staff.titles("participants.table")) is sees
    everything = "".join(text for place in range(6) for text in staff.column("participants.table", place))
    assert ("Bland embolization" in everything) is sees
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    assert bool(staff.names("person.arm")) is True
    assert (staff.names("person.arm") == ["person.arm"]) is sees


def test_the_table_filters_and_sorts(open_people):
    staff = open_people(NURSE)
    staff.type("participants.filter", SIXTH)
    assert staff.column("participants.table", 0) == [SIXTH]
    staff.find("participants.filter", QLineEdit).clear()
    table = staff.find("participants.table")
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert staff.column("participants.table", 0)[0] == SIXTH
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert staff.column("participants.table", 0)[0] == FIRST


def test_the_next_free_code_is_suggested_and_enrols(open_people):
    staff = open_people(NURSE)
    staff.click("participants.enrol")
    assert staff.find("enrol.subject", QLineEdit).text() == SEVENTH
    assert not staff.find("enrol.confirm").isEnabled()
    staff.click("enrol.language.de")
    staff.click("enrol.confirm")
    assert staff.says("person.title") == SEVENTH
    assert staff.site.desk().participant(SEVENTH).language == "de"


def test_a_bad_code_is_explained_and_stays_in_the_field(open_people):
    staff = open_people(NURSE)
    staff.click("participants.enrol")
    staff.type("enrol.subject", "BER-0072")
    staff.click("enrol.language.en")
    staff.click("enrol.confirm")
    assert "'BER-0072' is not a study code of this site" in staff.says("enrol.notice")
    assert staff.find("enrol.subject", QLineEdit).text() == "BER-0072"
    staff.type("enrol.subject", FIRST)
    staff.click("enrol.confirm")
    assert "is enrolled already" in staff.says("enrol.notice")
    assert len(staff.site.desk().participants()) == 6


@pytest.mark.rule("P41")
def test_a_monitor_enrols_nobody_and_records_nothing(open_people):
    staff = open_people(MONITOR)
    assert staff.names("participants.enrol") == []
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    assert staff.names("person.record") == []


def test_randomisation_offers_only_arms_that_are_open(open_people):
    staff = open_people(COORDINATOR)
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.randomised")
    arms = staff.find("fact.arm", QComboBox)
    assert [arms.itemText(place) for place in range(arms.count())][1:] == [
        "Bland embolization",
        "Conventional chemoembolization",
    ]
    assert not staff.find("fact.confirm").isEnabled()
    arms.setCurrentIndex(2)
    staff.click("fact.confirm")
    assert staff.site.desk().participant(SIXTH).arm == "ctace"
    assert staff.says("person.arm") == "Arm: Conventional chemoembolization"


@pytest.mark.rule("P21")
def test_a_nurse_is_not_offered_the_randomisation(open_people):
    staff = open_people(NURSE)
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    staff.click("person.record")
    assert "fact.kind.embolization" in staff.names("fact.kind")
    assert "fact.kind.randomised" not in staff.names("fact.kind")


def test_an_embolization_is_recorded_on_its_day(open_people):
    staff = open_people(NURSE)
    staff.window.frame.open_participant(FOURTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.embolization")
    staff.find("fact.day", QDateEdit).setDate(QDate(2026, 11, 20))
    staff.click("fact.confirm")
    assert [str(day) for day in staff.site.desk().participant(FOURTH).embolizations] == ["2026-11-20"]


@pytest.mark.rule("P12")
def test_a_day_that_cannot_be_is_refused_with_its_reason_and_what_was_chosen_stays(open_people):
    staff = open_people(NURSE)
    staff.window.frame.open_participant(FOURTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.embolization")
    day = staff.find("fact.day", QDateEdit)
    day.setDate(QDate(2026, 8, 30))
    staff.click("fact.confirm")
    assert "before the randomisation" in staff.says("fact.notice")
    assert day.date() == QDate(2026, 8, 30)
    staff.click("fact.kind.progressed")
    assert staff.names("fact.notice") == []
    assert staff.site.desk().participant(FOURTH).embolizations == ()


@pytest.mark.rule("P21")
def test_histology_and_grade_are_chosen_from_a_list_and_stand_on_the_page(open_people):
    staff = open_people(NURSE)
    for fact, value in (("histology", "islet-cell"), ("grade", "G2")):
        staff.window.frame.open_participant(SIXTH)
        staff.settle()
        staff.click("person.record")
        staff.click(f"fact.kind.{fact}")
        assert not staff.find("fact.confirm").isEnabled()
        staff.click(f"fact.value.{value}")
        staff.click("fact.confirm")
    known = staff.site.desk().participant(SIXTH)
    assert (known.histology, known.grade) == ("islet-cell", "G2")
    shown = {one.text() for one in staff.find("person").findChildren(QLabel) if one.isVisible()}
    assert {"Islet-cell tumour (from the pancreas)", "Grade 2"} <= shown


@pytest.mark.rule("P12")
def test_what_would_be_replaced_is_said_before_it_is(open_people):
    staff = open_people(NURSE)
    for value in ("G1", "G2"):
        staff.window.frame.open_participant(SIXTH)
        staff.settle()
        staff.click("person.record")
        staff.click("fact.kind.histology")
        assert staff.names("fact.known") == [], "nothing is recorded of it"
        assert staff.find("fact.confirm").text() == "Record"
        staff.click("fact.kind.grade")
        said = [staff.find(name).text() for name in staff.names("fact.known")]
        again = ["Recorded so far: Grade 1. What you enter takes its place; both stay in the record."]
        assert said == ([] if value == "G1" else again)
        assert staff.find("fact.confirm").text() == ("Record" if value == "G1" else "Replace")
        staff.click(f"fact.value.{value}")
        staff.click("fact.confirm")
    assert staff.site.desk().participant(SIXTH).grade == "G2"


def test_the_future_cannot_be_recorded(open_people):
    staff = open_people(NURSE)
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.progressed")
    day = staff.find("fact.day", QDateEdit)
    day.setDate(QDate(2030, 1, 1))
    assert day.date() == QDate(2026, 11, 23)


def test_an_end_is_explained_before_it_is_recorded(open_people):
    staff = open_people(NURSE)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click("person.record")
    assert staff.names("fact.ending") == []
    staff.click("fact.kind.died")
    assert staff.names("fact.ending") == ["fact.ending"]
    staff.click("fact.confirm")
    assert staff.site.desk().participant(FIRST).died is not None
    staff.click("person.back")
    assert "Died" in staff.column("participants.table", 5)


def test_symptoms_at_baseline_are_yes_or_no_and_never_assumed(open_people):
    staff = open_people(NURSE)
    assert staff.site.desk().participant(SIXTH).symptomatic is None
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.symptomatic")
    assert not staff.find("fact.confirm").isEnabled()
    staff.click("fact.value.no")
    staff.click("fact.confirm")
    assert staff.site.desk().participant(SIXTH).symptomatic is False
