"""The forms of staff leave as a table that explains itself, to those who may read them, with a trace."""

import csv
from datetime import date
from io import StringIO

import pytest

from retnet_pro.answering.clinic_value import Absent, Answered, Dated, Measured, Place
from retnet_pro.conduct.clinic import WhyAgain, WhyAside, close, correct, enter, set_aside, start
from retnet_pro.conduct.trail_line import Look
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicFormId, Missing, UnitId
from retnet_pro.record.event import Kind
from retnet_pro.report.clinic_copy import COLUMNS, copy_clinic_forms
from retnet_pro.study.subject import make_subject
from tests.fakes import MONITOR, NURSE, FakeSite, enrolled
from tests.gui.conftest import ADMINISTRATOR
from tests.unit.conduct.test_clinic import procedure

SUBJECT = make_subject("BER", 1)
LAB, PROCEDURE = ClinicFormId("biomarkers"), ClinicFormId("embolization")
UG = UnitId("ug_l")
VALUES = {
    "sampled_on": Dated("2026-11-02"), "cga": Measured("310.5", UG), "cga_limit": Measured("100", UG),
    "cga_assay": Answered(1), "hiaa_matter": Absent(Missing.NOT_DONE),
}  # fmt: skip


def filled(desk, form, values):
    sheet = start(desk, SUBJECT, form, "de")
    for place, value in values.items():
        sheet = enter(desk, sheet, Place(place), value)
    return close(desk, sheet)


@pytest.fixture
def site():
    made = FakeSite()
    desk = made.desk()
    enrolled(desk, made.clock, SUBJECT, date(2026, 10, 1), "be")
    made.clock.set_day(date(2026, 11, 23))
    filled(desk, LAB, VALUES)
    filled(desk, PROCEDURE, procedure("2026-11-03"))
    return made


def rows(desk) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(copy_clinic_forms(desk, SUBJECT).decode())))


@pytest.mark.rule("P10")
def test_every_value_stands_beside_its_question_its_unit_and_the_word_of_its_code(site):
    told = {row["item"]: row for row in rows(site.desk()) if row["form"] == "biomarkers"}
    assert (told["cga"]["value"], told["cga"]["unit"], told["cga"]["kind"]) == ("310.5", "µg/L", "number")
    assert (told["cga_assay"]["value"], told["cga_assay"]["value_in_words"]) == ("1", "Serum")
    assert (told["hiaa_matter"]["value"], told["hiaa_matter"]["missing_because"]) == ("", "not done")
    assert told["cga"]["question"] and told["cga"]["day"] == "2026-11-02"
    assert {row["closed_by"] for row in told.values()} == {"coordinator"}
    assert list(told["cga"]) == list(COLUMNS)


@pytest.mark.rule("P19")
def test_what_stood_there_before_a_correction_stands_beside_what_stands_there_now(site):
    desk = site.desk()
    (lab,) = [one for one in desk.course(SUBJECT).clinic.filed if one.form == LAB]
    sheet = correct(desk, SUBJECT, lab.ses, WhyAgain.NEW_SOURCE, "second report", "en")
    close(desk, enter(desk, sheet, Place("cga"), Measured("300", UG)))
    again = correct(desk, SUBJECT, lab.ses, WhyAgain.QUERY, "asked", "en")
    enter(desk, again, Place("cga"), Measured("20", UG))
    set_aside(desk, SUBJECT, lab.ses, WhyAside.NOT_NEEDED)
    told = {row["item"]: row for row in rows(desk) if row["form"] == "biomarkers"}
    assert (told["cga"]["value"], told["cga"]["first_value"]) == ("300", "310.5 µg/L")
    assert (told["cga"]["correction_reason"], told["cga"]["revision"]) == ("new-source", "2")
    assert (told["cga_limit"]["first_value"], told["cga_limit"]["correction_reason"]) == ("", "")


@pytest.mark.rule("P21")
def test_a_form_that_tells_the_treatment_leaves_only_with_those_who_may_see_the_arm(site):
    assert {row["form"] for row in rows(site.desk())} == {"biomarkers", "embolization"}
    blind = site.desk(NURSE)
    assert {row["form"] for row in rows(blind)} == {"biomarkers"}


@pytest.mark.rule("P10")
def test_the_copy_leaves_a_trace_and_is_the_same_bytes_each_time(site):
    desk = site.desk(MONITOR)
    once = copy_clinic_forms(desk, SUBJECT)
    last = desk.reader.open_event(site.log.kept[-1])
    assert (last.content["what"], last.content["subject"]) == (Look.CLINIC_COPY, SUBJECT)
    assert copy_clinic_forms(desk, SUBJECT) == once


@pytest.mark.rule("P10")
def test_the_forms_of_the_whole_site_are_one_table_with_one_trace(site):
    desk = site.desk()
    other = make_subject("BER", 2)
    enrolled(desk, site.clock, other, date(2026, 11, 20), "be")
    sheet = start(desk, other, LAB, "en")
    for place, value in (VALUES | {"sampled_on": Dated("2026-11-21")}).items():
        sheet = enter(desk, sheet, Place(place), value)
    close(desk, sheet)
    whole = copy_clinic_forms(desk)
    told = list(csv.DictReader(StringIO(whole.decode())))
    assert {row["participant"] for row in told} == {SUBJECT, other}
    last = desk.reader.open_event(site.log.kept[-1])
    assert (last.content["what"], last.content["forms"]) == (Look.CLINIC_COPY, 3)


@pytest.mark.rule("P41")
def test_who_may_not_read_takes_nothing_away(site):
    head = site.log.head()
    with pytest.raises(Refusal) as caught:
        copy_clinic_forms(site.desk(ADMINISTRATOR), SUBJECT)
    assert caught.value.code is Code.NOT_ALLOWED
    assert site.log.head() == head and site.log.kept[-1].header.kind is not Kind.VIEW
