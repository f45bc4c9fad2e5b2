"""A desk nobody touches: warned one minute before, locked with the reason written down, nothing lost by who stays."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from retnet_pro.conduct.roles import IDLE_MINUTES, Role
from retnet_pro.gui.staff.idle import WARNING_MS, QuietMinutes
from retnet_pro.record.event import Kind
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("P45")]


def test_the_desk_locks_when_nobody_touches_it_and_the_record_says_why(make_staff, site):
    staff = make_staff(site, idle_minutes=0.002)
    staff.log_in()
    staff.qtbot.waitUntil(lambda: staff.ends == ["left"])
    header = site.log.kept[-1].header
    assert (header.kind, header.note) == (Kind.LOCK, {"why": "idle"})


@pytest.mark.parametrize("person", [NURSE, COORDINATOR, MONITOR], ids=lambda person: person.role.value)
def test_each_role_has_its_own_time_and_the_warning_comes_one_minute_before(make_staff, site, person):
    staff = make_staff(site)
    staff.log_in(person)
    quiet = staff.window._quiet
    assert quiet._rest.isActive() and not quiet._last.isActive()
    assert quiet._last.interval() == WARNING_MS == 60_000
    assert quiet._rest.interval() + quiet._last.interval() == IDLE_MINUTES[person.role] * 60_000


def test_roles_that_mostly_read_have_longer():
    assert IDLE_MINUTES[Role.MONITOR] > IDLE_MINUTES[Role.NURSE]


@pytest.mark.rule("E56")
def test_who_stays_keeps_what_was_typed(make_staff, site):
    staff = make_staff(site)
    staff.log_in()
    staff.click("rail.passphrase")
    staff.type("own.old", "half a passph")
    quiet = staff.window._quiet
    quiet._rest.timeout.emit()
    assert "locks in a minute" in staff.says("idle.said")
    assert quiet._last.isActive()
    staff.click("idle.stay")
    assert staff.names("idle") == []
    assert quiet._rest.isActive() and not quiet._last.isActive()
    assert staff.find("own.old", QLineEdit).text() == "half a passph"
    assert staff.ends == []


@pytest.mark.rule("E56")
def test_any_touch_counts_as_staying(make_staff, site):
    staff = make_staff(site)
    staff.log_in()
    staff.window._quiet._rest.timeout.emit()
    assert staff.names("idle") != []
    QTest.mouseClick(staff.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    staff.settle()
    assert staff.names("idle") == []
    assert staff.ends == []


def test_the_notice_stays_in_the_window_when_that_is_turned(make_staff, site):
    staff = make_staff(site)
    staff.log_in()
    staff.window._quiet._rest.timeout.emit()
    for width, height in ((1280, 800), (960, 640)):
        staff.window.resize(width, height)
        staff.settle()
        notice = staff.find("idle")
        assert staff.window.rect().contains(notice.geometry())
        assert notice.height() < 100


def test_at_the_lock_screen_nothing_is_counted(make_staff, site):
    staff = make_staff(site)
    quiet = staff.window._quiet
    assert not quiet._rest.isActive() and not quiet._last.isActive()
    quiet.alive()
    assert not quiet._rest.isActive()
    staff.log_in()
    staff.click("rail.lock")
    assert not quiet._rest.isActive() and not quiet._last.isActive()


def test_no_timer_is_without_an_owner(make_staff, site):
    staff = make_staff(site)
    quiet = staff.window._quiet
    assert isinstance(quiet, QuietMinutes) and quiet.parent() is staff.window
    assert quiet._rest.parent() is quiet and quiet._last.parent() is quiet
