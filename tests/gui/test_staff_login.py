"""The lock screen: in with the right passphrase, calm with a wrong one, and out again by lock, idleness or close."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from retnet_pro.record.event import Kind
from tests.fakes import COORDINATOR, NURSE, PASSPHRASE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")


@pytest.mark.rule("P10", "P40")
def test_the_right_passphrase_opens_today_and_is_written_down(make_staff, site):
    staff = make_staff(site)
    staff.log_in(NURSE)
    assert staff.says("today.title") == "Today"
    assert staff.says("rail.person") == "Nurse Demo"
    assert staff.says("rail.role") == "Nurse"
    assert site.log.kept[-1].header.kind is Kind.LOGIN
    assert site.log.kept[-1].header.who == "nurse"


@pytest.mark.rule("P10", "P44")
def test_a_wrong_passphrase_is_said_calmly_and_can_be_mended(make_staff, site):
    staff = make_staff(site)
    staff.log_in(COORDINATOR, "wrong")
    assert staff.says("login.message") == "Name and passphrase do not match. Check both and try again."
    assert staff.find("login.passphrase", QLineEdit).text() == "wrong"
    assert Kind.LOGIN_FAIL in site.log.kinds()
    staff.type("login.passphrase", PASSPHRASE)
    staff.click("login.enter")
    assert staff.window.frame is not None


@pytest.mark.rule("P44")
def test_too_many_attempts_close_the_button_and_count_down(make_staff, site):
    staff = make_staff(site)
    for _ in range(2):
        staff.log_in(COORDINATOR, "wrong")
    staff.log_in(COORDINATOR, "wrong")
    assert "Wait 2 seconds" in staff.says("login.message")
    assert not staff.find("login.enter").isEnabled()
    staff.qtbot.waitUntil(lambda: "Wait 1 seconds" in staff.says("login.message"), timeout=4000)
    staff.qtbot.waitUntil(lambda: staff.find("login.enter").isEnabled(), timeout=4000)


def test_nothing_is_tried_without_a_name_or_a_passphrase(make_staff, site):
    staff = make_staff(site)
    staff.click("login.enter")
    assert staff.says("login.message") == "Choose your name first."
    staff.click("login.user.nurse")
    staff.click("login.enter")
    assert staff.says("login.message") == "Type your passphrase."
    assert site.log.kinds() == [Kind.PROVISION]


@pytest.mark.rule("E118")
def test_a_passphrase_can_be_seen_and_pasted(make_staff, site):
    staff = make_staff(site)
    field = staff.find("login.passphrase", QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    staff.click("login.show")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    QGuiApplication.clipboard().setText(PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == PASSPHRASE


@pytest.mark.rule("P10", "P45")
def test_lock_is_written_down_and_leaves(make_staff, site):
    staff = make_staff(site)
    staff.log_in()
    staff.click("rail.lock")
    assert staff.ends == ["left"]
    assert site.log.kept[-1].header.kind is Kind.LOCK
    assert site.log.kept[-1].header.note == {"why": "asked"}


def test_closing_locks_first_and_quits_at_the_lock_screen(make_staff, site):
    staff = make_staff(site)
    staff.window.close()
    assert staff.ends == ["quit"]
    other = make_staff(site)
    other.log_in()
    other.window.close()
    other.settle()
    assert other.ends == ["left"]


@pytest.mark.rule("P101", "P98")
def test_the_title_names_nobody_and_the_banner_says_what_the_data_are(make_staff, site):
    staff = make_staff(site)
    staff.log_in()
    assert staff.window.windowTitle() == "RETNET-Pro"
    assert "synthetic data" in staff.says("banner.mode")
    assert staff.says("rail.label") == site.study.label
