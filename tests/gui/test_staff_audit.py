"""The audit page: lines, filters, one line in full, copies; and an auditor's day, which leaves its own trace."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPlainTextEdit, QPushButton

from retnet_pro.app.printing import Printer
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE
from tests.gui.test_staff_damage import damage, said

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, SIXTH = make_subject("BER", 1), make_subject("BER", 6)
ADMINISTRATOR = Person("admin", "Administrator Demo", Role.ADMINISTRATOR)


@pytest.fixture
def open_audit(make_staff, clinic_site):
    def open_as(person=MONITOR, **how):
        site = replace(clinic_site, people=(*clinic_site.people, ADMINISTRATOR))
        staff = make_staff(site, **how)
        staff.log_in(person)
        staff.click("rail.audit")
        return staff

    return open_as


def choose(staff, name, key):
    made = staff.find(name, QComboBox)
    made.setCurrentIndex(made.findData(key))


def views(staff):
    return [event for event in staff.site.log.kept if event.header.kind is Kind.VIEW]


def open_line(staff, row):
    table = staff.find("audit.table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 0))
    staff.settle()


def row_of(staff, act):
    return next(row for row, one in enumerate(staff.column("audit.table", 3)) if one.startswith(act))


@pytest.mark.rule("P41")
@pytest.mark.parametrize(("person", "offered"), [(NURSE, False), (COORDINATOR, True), (MONITOR, True)])
def test_the_rail_offers_the_trail_only_to_roles_that_may_read_it(make_staff, clinic_site, person, offered):
    staff = make_staff(clinic_site)
    staff.log_in(person)
    assert (staff.names("rail.audit") == ["rail.audit"]) is offered


@pytest.mark.rule("P41")
def test_a_role_without_the_right_is_refused_below_the_rail_too(make_staff, clinic_site):
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    before = clinic_site.log.head()
    staff.window.frame.go("audit")
    staff.settle()
    assert staff.says("audit.notice").startswith("The role 'nurse' may not read the audit trail")
    assert staff.column("audit.table", 0) == []
    assert clinic_site.log.head() == before


@pytest.mark.rule("P10", "P16", "P17")
def test_the_newest_event_is_the_look_itself(open_audit):
    staff = open_audit()
    head = staff.site.log.head().seq
    assert staff.column("audit.table", 0)[:2] == [str(head), str(head - 1)]
    assert staff.column("audit.table", 3)[:2] == ["Looked at\naudit trail", "Logged in"]
    assert staff.column("audit.table", 2)[0] == "monitor\nMonitor"
    assert len(staff.column("audit.table", 0)) == 100
    assert staff.says("audit.count") == f"100 events shown, back to event {head - 99}. There are more."


@pytest.mark.rule("P10", "P17")
def test_showing_more_goes_on_to_the_first_event_and_writes_nothing(open_audit):
    staff = open_audit()
    head = staff.site.log.head().seq
    chosen = staff.find("audit.table").currentIndex()
    while staff.names("audit.more"):
        staff.click("audit.more")
    assert staff.site.log.head().seq == head
    assert staff.column("audit.table", 0) == [f"{seq:,}" for seq in range(head, 0, -1)]
    assert staff.column("audit.table", 3)[-1] == "Site set up"
    assert staff.says("audit.count") == f"All {head} events that fit are shown."
    assert staff.find("audit.table").currentIndex() == chosen


@pytest.mark.rule("P15", "P17", "P32")
def test_a_line_opens_beside_the_table_and_says_everything(open_audit):
    staff = open_audit()
    open_line(staff, row_of(staff, "Answer"))
    seq = int(staff.column("audit.table", 0)[row_of(staff, "Answer")])
    event = staff.site.log.get(seq)
    assert staff.says("audit.details.title") == f"Event {seq}"
    assert staff.says("audit.details.time") == "21 Nov 2026, 10:02:03 (UTC+00:00)"
    assert staff.says("audit.details.person") == "Participant"
    assert staff.says("audit.details.subject") == make_subject("BER", 3)
    assert staff.says("audit.details.visit") == "post-2w-1"
    assert staff.says("audit.details.form") == "carcinoid-diary"
    assert staff.says("audit.details.new") == "3"
    assert staff.says("audit.details.prompted") == "no"
    assert staff.says("audit.details.centre") == "Only on this device"
    assert staff.says("audit.details.content") == "sealed, opened for you"
    assert staff.says("audit.details.program") == "retnet-pro/test"
    signed = staff.find("audit.details.signed", QPlainTextEdit).toPlainText()
    assert signed == f"{event.header_bytes.decode()}\n{event.hash}"
    assert "item: wheeze" in staff.find("audit.details.recorded", QPlainTextEdit).toPlainText()


@pytest.mark.rule("P03", "P16")
def test_a_line_says_how_far_the_record_holds(open_audit):
    staff = open_audit()
    head = staff.site.log.head().seq
    open_line(staff, 0)
    open_line(staff, 1)
    open_line(staff, 2)
    assert staff.says("audit.details.holds") == f"holds together up to its last event, {head}"


@pytest.mark.rule("E115")
def test_lines_are_opened_and_left_by_the_keyboard(open_audit):
    staff = open_audit()
    table = staff.find("audit.table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    staff.settle()
    first = staff.says("audit.details.title")
    QTest.keyClick(table, Qt.Key.Key_Down)
    staff.settle()
    assert staff.says("audit.details.title") != first
    staff.click("audit.details.close")
    assert staff.names("audit.details") == []
    assert staff.titles("audit.table") == ["No.", "Time", "Person", "Act", "Concerns"]


@pytest.mark.rule("E115")
def test_escape_closes_the_line_and_enter_in_the_filter_shows(open_audit):
    staff = open_audit()
    staff.window.activateWindow()
    staff.qtbot.waitUntil(staff.window.isActiveWindow)
    open_line(staff, 0)
    QTest.keyClick(staff.find("audit.table"), Qt.Key.Key_Escape)
    assert staff.names("audit.details") == []
    choose(staff, "audit.who", "setup")
    who = staff.find("audit.who", QComboBox)
    who.setFocus()
    QTest.keyClick(who, Qt.Key.Key_Return)
    staff.settle()
    assert staff.column("audit.table", 3) == ["Site set up"]


@pytest.mark.rule("P17")
def test_the_filters_narrow_what_is_shown(open_audit):
    staff = open_audit()
    choose(staff, "audit.group", Group.PARTICIPANTS.value)
    choose(staff, "audit.subject", FIRST)
    staff.click("audit.apply")
    acts = staff.column("audit.table", 3)
    assert acts[-1] == "Participant enrolled"
    assert acts[-2] == "Fact recorded\n2025-11-10, not shown to this role"
    assert all(one.startswith(FIRST) for one in staff.column("audit.table", 4))
    assert staff.says("audit.count") == f"All {len(acts)} events that fit are shown."
    assert staff.names("audit.more") == []


@pytest.mark.rule("P17")
def test_days_narrow_only_once_they_are_moved(open_audit):
    staff = open_audit()
    choose(staff, "audit.group", Group.VIEWS.value)
    day = staff.find("audit.to", QDateEdit)
    day.setDate(QDate(2026, 11, 1))
    staff.click("audit.apply")
    assert staff.says("audit.count") == "No event fits."
    day.setDate(QDate(2026, 11, 23))
    staff.click("audit.apply")
    assert len(staff.column("audit.table", 0)) == 1
    assert staff.window.frame.audit._trail.wanted == Wanted(group=Group.VIEWS)


@pytest.mark.rule("P10")
def test_only_a_filter_by_participant_is_written_down_again(open_audit):
    staff = open_audit()
    assert len(views(staff)) == 1
    choose(staff, "audit.who", "coordinator")
    staff.click("audit.apply")
    assert len(views(staff)) == 1
    choose(staff, "audit.subject", SIXTH)
    staff.click("audit.apply")
    assert len(views(staff)) == 2
    assert views(staff)[-1].header.who == "monitor"
    staff.find("audit.who", QComboBox).setCurrentIndex(0)
    staff.click("audit.apply")
    assert staff.column("audit.table", 4)[0] == SIXTH


@pytest.mark.rule("P41", "P101")
def test_an_administrator_sees_no_study_code_and_no_content(open_audit):
    staff = open_audit(ADMINISTRATOR)
    assert staff.names("audit.subject") == []
    while staff.names("audit.more"):
        staff.click("audit.more")
    everything = "".join(text for place in range(5) for text in staff.column("audit.table", place))
    assert "BER-" not in everything
    assert "taken back" not in everything
    open_line(staff, row_of(staff, "Answer"))
    assert staff.says("audit.details.content") == "sealed; your role does not read it"
    assert staff.names("audit.details.new") == staff.names("audit.details.subject") == []
    assert staff.names("audit.details.recorded") == []


@pytest.mark.rule("P15", "P19")
def test_what_a_fact_replaced_and_a_reason_are_said_in_words(open_audit, clinic_site):
    desk = clinic_site.desk()
    desk.record_fact(FIRST, Fact.GRADE, "G1")
    desk.record_fact(FIRST, Fact.GRADE, "G2")
    content = {"subject": FIRST, "visit": "week-48", "instrument": "qlq-c30", "reason": "too-ill"}
    desk.write(Kind.ABSENT, content)
    staff = open_audit(COORDINATOR)
    assert staff.column("audit.table", 3)[row_of(staff, "Fact recorded")] == "Fact recorded\nG2 (was G1)"
    open_line(staff, row_of(staff, "Fact recorded"))
    assert [staff.says(f"audit.details.{name}") for name in ("old", "new", "item")] == ["G1", "G2", "grade"]
    open_line(staff, row_of(staff, "Form will not come"))
    assert staff.says("audit.details.reason") == "Too ill"


@pytest.mark.rule("P17")
def test_a_copy_is_made_of_what_the_filter_shows_and_said_when_it_is_there(open_audit):
    staff = open_audit()
    choose(staff, "audit.group", Group.STAFF.value)
    staff.click("audit.apply")
    staff.window.frame.audit.save_copy(Path("/media/STICK/audit-trail.csv"), as_table=True)
    staff.settle()
    assert staff.paper.copied == [(Wanted(group=Group.STAFF), Path("/media/STICK/audit-trail.csv"), True)]
    assert staff.says("audit.notice").startswith("300 events are in /media/STICK/audit-trail.csv.")
    assert staff.says("audit.count").startswith("All ")
    assert staff.find("audit.csv", QPushButton).isEnabled()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Refusal(Code.TRAIL_TOO_LONG, most=5000), "More than 5000 events fit this filter"),
        (WorldFault(Code.DISK_FULL, path="STICK"), "The disk is full at STICK."),
    ],
)
def test_a_copy_that_fails_says_why_and_can_be_tried_again(open_audit, fault, words):
    staff = open_audit()
    staff.paper.broken = fault
    staff.window.frame.audit.save_copy(Path("/media/STICK/audit-trail.pdf"), as_table=False)
    staff.settle()
    assert staff.says("audit.notice").startswith(words)
    assert staff.find("audit.pdf", QPushButton).isEnabled()
    assert staff.names("audit.busy") == []


@pytest.mark.rule("P03", "P16")
def test_a_damaged_record_is_shown_up_to_the_damage(make_staff, clinic_site):
    damage(clinic_site, 300)
    staff = make_staff(clinic_site)
    staff.log_in(MONITOR)
    assert "from event 300 on" in said(staff)
    staff.click("rail.audit")
    assert staff.column("audit.table", 0)[0] == "299"
    open_line(staff, 0)
    assert staff.says("audit.details.holds") == "does not hold together from event 300 on"
    assert staff.find("audit.details.holds", QLabel).property("tone") == "red"


@pytest.mark.rule("P10", "P11", "P17", "P41", "T4")
def test_a_monitors_day_reads_everything_writes_nothing_else_and_can_be_retold(make_staff, clinic_site, tmp_path):
    """Logs in, looks at a participant, the trail, takes both copies, leaves: each is an event in the monitor's name."""
    before = clinic_site.log.head().seq
    staff = make_staff(clinic_site, paper=Printer(clinic_site.clock))
    staff.log_in(MONITOR)
    assert staff.names("today.handover") == staff.names("today.resume") == staff.names("today.stop") == []
    staff.click("rail.participants")
    assert staff.names("participants.enrol") == []
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    assert staff.names("person.record") == []
    staff.click("person.show.answers")
    staff.click("rail.safe")
    assert not staff.find("safe.export").isEnabled()
    staff.click("rail.audit")
    staff.click("audit.more")
    choose(staff, "audit.subject", FIRST)
    staff.click("audit.apply")
    for ending in ("csv", "pdf"):
        staff.window.frame.audit.save_copy(tmp_path / f"audit-trail.{ending}", as_table=ending == "csv")
        staff.qtbot.waitUntil(lambda ending=ending: (tmp_path / f"audit-trail.{ending}").exists())
        staff.settle()
    staff.click("rail.lock")
    assert staff.ends == ["left"]
    own = list(clinic_site.log.events(before))
    assert {event.header.who for event in own} == {"monitor"}
    assert [event.header.kind for event in own] == [Kind.LOGIN, *[Kind.VIEW] * 5, Kind.LOCK]

    table = list(csv.DictReader((tmp_path / "audit-trail.csv").read_text("utf-8").splitlines()))
    assert {row["participant"] for row in table} == {FIRST}
    assert (tmp_path / "audit-trail.pdf").read_bytes().startswith(b"%PDF")
    assert FIRST not in "".join(path.name for path in tmp_path.iterdir())

    later = make_staff(clinic_site)
    later.log_in(COORDINATOR)
    later.click("rail.audit")
    choose(later, "audit.who", "monitor")
    later.click("audit.apply")
    acts = later.column("audit.table", 3)
    assert acts == [
        "Locked",
        "Looked at\ncopy of the audit trail",
        "Looked at\ncopy of the audit trail",
        "Looked at\naudit trail",
        "Looked at\naudit trail",
        "Looked at\nparticipant page",
        "Logged in",
    ]
    concerned = later.column("audit.table", 4)
    assert [one.split("\n")[0] for one in concerned] == ["–", FIRST, FIRST, FIRST, "–", FIRST, "–"]
