"""A coordinator takes the site's data out at the window: asked twice, stopped at any time, told what was written."""

import errno
import hashlib
import os
import threading

import pytest
from PySide6.QtWidgets import QLabel

from retnet_pro.conduct.doorway import add_person
from retnet_pro.record.event import Kind
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE
from tests.gui.conftest import ADMINISTRATOR, INVESTIGATOR
from tests.gui.test_staff_safe import a_stick

pytestmark = pytest.mark.usefixtures("no_qt_warnings")


@pytest.fixture
def staff(make_staff, clinic_site):
    made = make_staff(clinic_site)
    made.log_in()
    made.click("rail.study")
    made.click("completion.takeout")
    return made


@pytest.fixture
def place(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def ask_for(staff, place) -> None:
    staff.window.frame.takeout.page.take_out_to(place)
    staff.settle()


def taken_out(staff) -> int:
    return len(list(staff.site.log.events(0, {Kind.DATA_OUT})))


@pytest.mark.rule("P41", "P21")
@pytest.mark.parametrize("person", [NURSE, INVESTIGATOR, MONITOR, ADMINISTRATOR])
def test_others_are_not_shown_the_way(make_staff, clinic_site, person):
    for one in (INVESTIGATOR, ADMINISTRATOR):
        add_person(clinic_site.pen, clinic_site.slots, one, PASSPHRASE, (clinic_site.identity[0],), by=None)
    staff = make_staff(clinic_site)
    staff.log_in(person)
    assert staff.window.findChild(object, "completion.takeout") is None


def test_it_is_said_before_what_leaves_and_how_open_it_is(staff):
    assert staff.says("takeout.line") == "6 participants with 31 finished questionnaires of this site"
    said = " ".join(one.text() for one in staff.window.frame.takeout.page.findChildren(QLabel))
    for what in ("in the clear", "No names", "as disputed", "as demonstration wording", "no data of a study"):
        assert what in said


@pytest.mark.rule("P10")
def test_after_a_second_yes_the_files_are_there_and_their_sums_are_told(staff, place):
    ask_for(staff, place)
    assert taken_out(staff) == 0 and list(place.iterdir()) == []
    assert "in the clear" in staff.says("takeout.told")
    staff.click("takeout.confirm")
    (out,) = place.iterdir()
    assert str(out) in staff.says("takeout.notice") and taken_out(staff) == 1
    numbers = range(len(staff.names("takeout.file.")))
    told = {staff.says(f"takeout.file.{place}"): staff.says(f"takeout.sum.{place}") for place in numbers}
    assert told == {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in out.iterdir()}


def test_a_no_writes_nothing(staff, place):
    ask_for(staff, place)
    staff.click("takeout.refuse")
    assert staff.names("takeout.confirm") == []
    assert list(place.iterdir()) == [] and taken_out(staff) == 0


def test_another_purpose_is_asked_about_again_and_is_what_is_written(staff, place):
    ask_for(staff, place)
    staff.click("takeout.format.odm")
    assert "ODM-XML" in staff.says("takeout.told")
    staff.click("takeout.confirm")
    assert [one.name for one in place.iterdir()] == ["data-BER-odm-2026-11-23"]


def test_a_stick_that_is_in_is_a_place_too(staff, place, monkeypatch):
    staff.courier.put_in = (a_stick("STICK-01"),)
    staff.find("takeout.sticks").look()
    staff.click("takeout.stick.0")
    assert "STICK-01" in staff.says("takeout.asked")
    assert list(place.iterdir()) == [] and taken_out(staff) == 0


@pytest.mark.rule("E112")
def test_it_can_be_stopped_and_the_window_goes_on_meanwhile(staff, place):
    staff.courier.hangs = threading.Event()
    ask_for(staff, place)
    staff.click("takeout.confirm")
    assert staff.names("takeout.busy.bar")
    staff.click("rail.today")
    staff.click("rail.study")
    staff.click("completion.takeout")
    staff.click("takeout.stop")
    assert "stopped before it was done" in staff.says("takeout.notice")
    staff.courier.hangs.set()
    staff.courier.hangs = None
    staff.settle()
    assert list(place.iterdir()) == [] and taken_out(staff) == 0
    assert staff.find("takeout.format").isEnabled()


def test_a_full_stick_is_said_and_keeps_nothing(staff, place, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    ask_for(staff, place)
    monkeypatch.setattr(os, "fsync", full)
    staff.click("takeout.confirm")
    monkeypatch.undo()
    assert staff.says("takeout.notice").startswith("The disk is full")
    assert list(place.iterdir()) == []


def test_a_place_without_permission_is_said_before_anything_is_written_down(staff, place, monkeypatch):
    def denied(*_args, **_how):
        raise PermissionError(errno.EACCES, "Permission denied")

    ask_for(staff, place)
    monkeypatch.setattr("retnet_pro.app.open_files.mkdtemp", denied)
    staff.click("takeout.confirm")
    assert "Permission denied" in staff.says("takeout.notice")
    assert list(place.iterdir()) == [] and taken_out(staff) == 0


def test_the_way_back_leads_to_completion(staff):
    staff.click("takeout.back")
    assert staff.names("completion.rates")
    assert COORDINATOR.name in staff.says("rail.person")
