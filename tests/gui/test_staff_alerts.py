"""The worklist of alerts: the most urgent first, one page to answer, the same on Today and beside the participant."""

from datetime import date

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.alerts import alerts_of, answer_alert, worklist
from retnet_pro.record.event import Kind
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE, visit

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIFTH = make_subject("BER", 5)
DAY = date(2026, 11, 23)


@pytest.fixture
def staff(make_staff, clinic_site):
    desk = clinic_site.desk()
    visit(clinic_site, desk, FIFTH, "baseline", DAY, given={"q9": Answered(4), "wheeze": Answered(3)})
    return make_staff(clinic_site)


def open_row(staff, place: int) -> None:
    table = staff.find("alerts.table")
    table.chosen.emit(table.model().index(place, 0))
    staff.settle()


def cells(staff, column: int) -> list[str]:
    model = staff.find("alerts.table").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.rule("E83", "E116")
def test_the_worklist_goes_by_deadline_and_says_what_is_overdue_in_words(staff):
    staff.log_in(NURSE)
    staff.click("rail.alerts")
    said = cells(staff, 0)
    late = [one.startswith("Overdue by") for one in said]
    assert late == sorted(late, reverse=True) and any(late) and not all(late)
    waiting = len(worklist(staff.site.desk()))
    assert len(said) == waiting
    assert staff.find("rail.alerts").text() == f"Alerts ({waiting})"


def test_today_says_in_one_line_that_alerts_wait_and_leads_to_them(staff):
    staff.log_in(NURSE)
    assert staff.find("today.alerts.count").text().endswith("overdue")
    staff.click("today.alerts")
    assert staff.find("alerts.table").isVisible()


@pytest.mark.rule("E83")
def test_an_action_is_recorded_with_its_code_and_a_note(staff):
    staff.log_in(NURSE)
    staff.click("rail.alerts")
    before = worklist(staff.site.desk())
    open_row(staff, 0)
    staff.click("alert.outcome.action")
    assert not staff.find("alert.confirm").isEnabled()
    staff.click("alert.action.medicine")
    staff.type("alert.note", "dose brought forward")
    staff.click("alert.confirm")
    (done,) = [one.fact for one in alerts_of(staff.site.desk(), before[0].subject) if one.fact.acts]
    (act,) = done.acts
    assert (act.outcome, act.action, act.note, act.who) == (
        AlertOutcome.ACTION, AlertAction.MEDICINE, "dose brought forward", NURSE.user,
    )  # fmt: skip
    assert len(cells(staff, 0)) == len(before) - 1
    staff.click("alerts.show.all")
    assert any(one.startswith("Settled") for one in cells(staff, 0))


@pytest.mark.rule("E83")
def test_an_attempt_that_reached_nobody_stays_on_the_list_and_is_told_beside_it(staff):
    staff.log_in(NURSE)
    staff.click("rail.alerts")
    count = len(cells(staff, 0))
    open_row(staff, 0)
    staff.click("alert.outcome.not-reachable")
    assert staff.find("alert.stays").isVisible()
    staff.click("alert.confirm")
    assert len(cells(staff, 0)) == count and "not reachable" in cells(staff, 3)[0]
    open_row(staff, 0)
    assert staff.names("alert.act.")


@pytest.mark.rule("P41")
def test_a_monitor_reads_alerts_and_cannot_answer_them(staff):
    staff.log_in(MONITOR)
    staff.click("rail.alerts")
    open_row(staff, 0)
    assert staff.find("alert.reads").isVisible()
    assert not staff.find("alert.confirm").isVisible()


def test_the_participants_page_shows_the_alert_and_comes_back_after_it(staff):
    staff.log_in(COORDINATOR)
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    (first, *_) = staff.names("person.alert.")
    staff.click(first)
    assert FIFTH in staff.find("alert.line").text()
    staff.click("alert.outcome.reviewed-no-action")
    staff.click("alert.confirm")
    assert staff.find("person.title").text() == FIFTH and staff.find("person.alerts.settled").isVisible()


def test_the_participants_page_shows_the_two_most_urgent_and_leads_to_the_others_of_this_participant(staff):
    desk = staff.site.desk()
    for name in ("one", "two"):
        held = next(reversed(list(desk.reader.all_of({Kind.ALERT}))))
        content = {key: value for key, value in held.content.items() if key not in ("v", "kind")}
        staff.site.pen.write(Kind.ALERT, {**content, "ses": name}, who="participant", role="participant", ses=name)
    waiting = len([one for one in worklist(staff.site.desk()) if one.subject == FIFTH])
    assert waiting > 2
    staff.log_in(NURSE)
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    assert len([name for name in staff.names("person.alert.") if "settled" not in name]) == 2
    assert staff.find("person.alerts.rest").text().endswith(str(waiting - 2))
    staff.click("person.alerts.rest")
    assert {one.split("\n")[0] for one in cells(staff, 1)} == {FIFTH} and len(cells(staff, 1)) == waiting
    open_row(staff, 0)
    staff.click("alert.back")
    assert {one.split("\n")[0] for one in cells(staff, 1)} == {FIFTH}, "one comes back to the same list"
    staff.click("rail.alerts")
    assert len(cells(staff, 1)) == len(worklist(staff.site.desk()))


@pytest.mark.rule("E85")
def test_the_history_leaves_as_a_table_or_on_paper(staff, tmp_path):
    staff.log_in(COORDINATOR)
    staff.click("rail.alerts")
    staff.window.frame.oversight.alerts.save_copy(tmp_path / "alerts.csv", as_table=True)
    staff.settle()
    assert staff.paper.copied == [("alerts", tmp_path / "alerts.csv", True)]
    assert "alerts.csv" in staff.find("alerts.notice").text()


def test_where_no_alert_waits_the_page_says_so(make_staff, clinic_site):
    desk = clinic_site.desk()
    for one in worklist(desk):
        answer_alert(desk, one.subject, one.fact.hash, one.fact.alert.rule, AlertOutcome.REVIEWED)
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert staff.find("rail.alerts").text() == "Alerts" and not staff.names("today.alerts")
    staff.click("rail.alerts")
    assert staff.find("alerts.none").isVisible() and not staff.find("alerts.table").isVisible()


@pytest.mark.rule("P10")
def test_looking_at_alerts_leaves_a_trace_with_whose_it_was(staff):
    staff.log_in(MONITOR)
    staff.click("rail.alerts")
    open_row(staff, 0)
    subject = worklist(staff.site.desk())[0].subject
    desk = staff.site.desk()
    looks = [one.content for one in desk.reader.all_of({Kind.VIEW}) if one.who == MONITOR.user]
    assert [look.get("subject", "") for look in looks if look["what"] == "alerts"] == ["", subject]
