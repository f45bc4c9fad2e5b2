"""Every role sees the places and acts of its rights and no others; nobody else is told an arm."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE
from tests.gui.conftest import ADMINISTRATOR, INVESTIGATOR

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("P21", "P41")]
FIRST, SECOND = make_subject("BER", 1), make_subject("BER", 2)
EVERYBODY = {person.role: person for person in (NURSE, COORDINATOR, INVESTIGATOR, MONITOR, ADMINISTRATOR)}
PLACES = {
    "today": Right.READ_RESPONSES,
    "participants": Right.READ_RESPONSES,
    "alerts": Right.READ_RESPONSES,
    "study": Right.READ_RESPONSES,
    "safe": None,
    "team": Right.MANAGE_STAFF,
    "audit": Right.READ_TRAIL,
}
"""Places of the rail, each with the right it needs."""
ACTS = {
    "back": None,
    "record": Right.ENROL,
    "withdrawal": Right.ENROL,
    "erase": Right.ERASE,
    "pdf": None,
    "picture": None,
    "sign": None,
    "paper": Right.HAND_OVER,
    "forms": None,
    "visits": None,
}
"""Buttons of a participant's page, each with the right it needs beside that of reading."""
BLIND = [role for role in Role if not may(role, Right.SEE_ARM)]


@pytest.fixture
def come(make_staff, clinic_site):
    """Let somebody of a role log in."""
    for person in (INVESTIGATOR, ADMINISTRATOR):
        add_person(clinic_site.pen, clinic_site.slots, person, PASSPHRASE, (clinic_site.identity[0],), by=None)

    def log_in(role):
        staff = make_staff(clinic_site)
        staff.log_in(EVERYBODY[role])
        return staff

    return log_in


def allowed(role, wanted):
    return {name for name, right in wanted.items() if right is None or may(role, right)}


def open_participant(staff, subject):
    staff.window.frame.open_participant(subject)
    staff.settle()


def texts(root) -> set[str]:
    """Everything that any part below says or could say: labels, fields, lists, tables, hints, names read aloud."""
    said = set()
    for part in (root, *root.findChildren(QWidget)):
        said |= {part.toolTip(), part.accessibleName(), part.windowTitle()}
        match part:
            case QLabel() | QAbstractButton() | QLineEdit():
                said.add(part.text())
            case QPlainTextEdit():
                said.add(part.toPlainText())
            case QComboBox():
                said |= {part.itemText(place) for place in range(part.count())}
            case QAbstractItemView() if part.model() is not None:
                model = part.model()
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                said |= {
                    str(model.index(row, column).data(role))
                    for row in range(model.rowCount())
                    for column in range(model.columnCount())
                    for role in roles
                }
    return said


def names_of_arms(site) -> list[str]:
    """Titles, and the short names that are no part of a common word."""
    return [name for arm in site.study.arms for name in (arm.title, arm.id) if len(name) > 3]


def told(staff, arms) -> set[str]:
    shown = staff.window.frame._stack.currentWidget()
    return {said for said in texts(shown) for arm in arms if arm.casefold() in said.casefold()}


def walk(staff, role):
    """Open one page after the other, as far as the role can; a breath after each."""
    for place in allowed(role, PLACES):
        staff.click(f"rail.{place}")
        yield place
        if place == "alerts":
            table = staff.find("alerts.table")
            table.chosen.emit(table.model().index(0, 0))
            staff.settle()
            yield "alert"
        if place == "study":
            for shown in staff.names("completion.show."):
                staff.click(shown)
                yield shown
        if place == "audit":
            kinds = staff.find("audit.group", QComboBox)
            kinds.setCurrentIndex(kinds.findData(Group.PARTICIPANTS.value))
            staff.click("audit.apply")
            table = staff.find("audit.table")
            model = table.model()
            for row in range(model.rowCount()):
                if row < 2 or "andomised" in " ".join(str(model.index(row, at).data()) for at in range(5)):
                    table.setCurrentIndex(table.model().index(row, 0))
                    staff.settle()
                    yield f"audit {row}"
    if not may(role, Right.READ_RESPONSES):
        return
    for subject in (FIRST, SECOND):
        open_participant(staff, subject)
        yield f"{subject} person"
        for tab in staff.names("person.form."):
            staff.click(tab)
            yield f"{subject} {tab}"
        for act in sorted(set(allowed(role, ACTS)) - {"back", "pdf", "picture", "erase"}):
            open_participant(staff, subject)
            if not staff.names(f"person.{act}"):
                continue
            staff.click(f"person.{act}")
            yield f"{subject} {act}"
            for inside in [name for name in staff.names("fact.kind.") if name.startswith("fact.kind.")]:
                staff.click(inside)
                yield f"{subject} {inside}"
            for inside in staff.names("forms.read."):
                if staff.find(inside).isEnabled():
                    staff.click(inside)
                    yield f"{subject} {inside}"
                    staff.window.frame.clinic.open(subject)
                    staff.settle()


@pytest.mark.parametrize("role", Role)
def test_the_rail_has_the_places_of_the_rights_and_no_others(come, role):
    staff = come(role)
    there = {name.removeprefix("rail.") for name in staff.names("rail.")} & {*PLACES}
    assert there == allowed(role, PLACES)
    buttons = {one.objectName() for one in staff.window.findChildren(QAbstractButton) if one.isVisible()}
    rail = {name for name in buttons if name.startswith("rail.")}
    assert rail == {f"rail.{place}" for place in there} | {"rail.passphrase", "rail.look", "rail.lock"}


@pytest.mark.parametrize("role", [role for role in Role if may(role, Right.READ_RESPONSES)])
def test_a_participants_page_has_the_acts_of_the_rights_and_no_others(come, role):
    staff = come(role)
    open_participant(staff, FIRST)
    page = staff.find("person")
    there = {one.objectName() for one in page.findChildren(QAbstractButton) if one.isVisible()}
    acts = {name for name in there if name.count(".") == 1}
    assert acts == {f"person.{act}" for act in allowed(role, ACTS)}
    assert bool(staff.names("person.arm-hidden")) is not may(role, Right.SEE_ARM)
    staff.click("person.show.answers")
    assert bool(staff.names("person.answers.misplaced")) is may(role, Right.CORRECT)


def test_an_administrator_opens_no_participant(come):
    staff = come(Role.ADMINISTRATOR)
    open_participant(staff, FIRST)
    assert "not" in staff.says("person.notice").casefold()
    assert FIRST not in texts(staff.find("person"))


@pytest.mark.parametrize("role", BLIND)
def test_no_page_tells_the_arm_to_those_who_may_not_see_it(come, clinic_site, role):
    arms = names_of_arms(clinic_site)
    staff = come(role)
    opened = 0
    for page in walk(staff, role):
        opened += 1
        assert told(staff, arms) == set(), page
    assert opened >= 3


def test_the_same_walk_finds_the_arm_where_it_may_be_seen(come, clinic_site):
    """Else the walk above would find nothing for want of looking."""
    arms = names_of_arms(clinic_site)
    staff = come(Role.INVESTIGATOR)
    telling = {page.split()[0] for page in walk(staff, Role.INVESTIGATOR) if told(staff, arms)}
    assert {"participants", "audit", FIRST, SECOND} <= telling
