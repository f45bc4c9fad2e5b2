"""Today: who is interrupted, who is due, and handing over."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.staff.house import DeviceState
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.subject import make_subject
from tests.fakes import MONITOR, NURSE, FakeSite, enrolled, visit

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, SECOND, FOURTH, FIFTH = (make_subject("BER", number) for number in (1, 2, 4, 5))


@pytest.fixture
def nurse(make_staff, clinic_site):
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    return staff


@pytest.mark.rule("E116")
def test_due_visits_carry_their_window_in_words(nurse):
    assert nurse.says(f"today.state.{FIFTH}.baseline") == "last day today"
    assert nurse.says(f"today.state.{SECOND}.post-2w-1") == "closed 162 days ago"
    assert f"today.handover.{FIFTH}.baseline" in nurse.names("today.handover")


def test_the_most_urgent_visit_stands_first(nurse):
    offered = [
        one.objectName() for one in nurse.window.findChildren(QPushButton) if "today.handover." in one.objectName()
    ]
    assert offered[0] == f"today.handover.{FIFTH}.baseline"


def test_nobody_due_is_said(make_staff, site):
    staff = make_staff(site)
    staff.log_in(NURSE)
    assert staff.says("today.empty") == "Nobody is due today."


def test_two_taps_hand_over_and_are_written_down(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    assert nurse.says("handover.subject") == FIFTH
    assert nurse.says("handover.visit") == "Baseline"
    nurse.click("handover.start")
    (sitting,) = nurse.handed_over
    assert (sitting.subject, sitting.visit, len(sitting.turns)) == (FIFTH, "baseline", 3)
    assert sitting.answered_by is AnsweredBy.ALONE
    assert nurse.site.log.kinds()[-4:] == [Kind.SESSION_OPEN] * 3 + [Kind.HANDOVER]
    assert nurse.ends == []


@pytest.mark.rule("E57")
def test_forms_are_handed_over_in_the_order_of_the_schedule(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    assert nurse.says("handover.forms").startswith("QLQ-C30 · QLQ-GINET21 · ")
    nurse.click("handover.start")
    assert [turn.instrument for turn in nurse.handed_over[0].turns] == ["qlq-c30", "qlq-ginet21", "carcinoid-diary"]


@pytest.mark.rule("E58")
def test_somebody_else_answering_needs_a_reason(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    nurse.click("handover.by.helper-reads")
    assert not nurse.find("handover.start").isEnabled()
    nurse.click("handover.why.sight")
    nurse.click("handover.start")
    assert nurse.handed_over[0].answered_by is AnsweredBy.HELPER_READS


@pytest.mark.rule("E58")
def test_a_reason_that_is_not_on_the_list_is_written_in_words(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    nurse.click("handover.by.staff-interview")
    nurse.click("handover.why.other")
    assert not nurse.find("handover.start").isEnabled()
    nurse.type("handover.reason", "arm in a sling")
    nurse.click("handover.start")
    assert nurse.handed_over[0].answered_by is AnsweredBy.STAFF_INTERVIEW


@pytest.mark.rule("E130", "E131")
def test_only_languages_with_every_word_are_offered(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    assert nurse.names("handover.language.") == [f"handover.language.{tag}" for tag in ("en", "de", "fr", "es", "he")]
    nurse.click("handover.language.de")
    nurse.click("handover.start")
    assert {turn.language for turn in nurse.handed_over[0].turns} == {"de"}


def test_a_failing_disk_hands_nothing_over_and_keeps_what_was_typed(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    nurse.click("handover.by.interpreter")
    nurse.click("handover.why.other")
    nurse.type("handover.reason", "no common language")
    nurse.site.log.broken = WorldFault(Code.DISK_FULL, path="the site")
    nurse.click("handover.start")
    assert nurse.handed_over == []
    assert "The disk is full" in nurse.says("handover.notice")
    assert nurse.find("handover.reason", QLineEdit).text() == "no common language"
    nurse.site.log.broken = None
    nurse.click("handover.start")
    assert len(nurse.handed_over) == 1


@pytest.fixture
def interrupted(make_staff, clinic_site):
    """A nurse looks at Today after the tablet died in a participant's hands this morning."""
    visit(clinic_site, clinic_site.desk(), FIFTH, "baseline", date(2026, 11, 23), forms=1)
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    return staff


@pytest.mark.rule("E51")
def test_who_what_where_when_and_how_stands_on_the_card_of_an_interrupted_questionnaire(interrupted):
    assert interrupted.says(f"today.where.{FIFTH}.baseline").startswith(
        "QLQ-GINET21: question 5 of 21 · 4 answers, the"
    )
    assert interrupted.says(f"today.how.{FIFTH}.baseline").startswith("The tablet stopped without a word")


@pytest.mark.rule("E51")
def test_a_participant_who_asked_to_stop_is_told_apart_from_a_crash(interrupted, clinic_site, make_staff):
    clinic_site.pen.write(Kind.LOCK, {"why": "stopped"}, who="participant", role="participant")
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert staff.says(f"today.how.{FIFTH}.baseline") == "The participant asked to stop"


@pytest.mark.rule("E51", "E66")
def test_the_reason_the_participant_gave_is_told_and_proposed_when_the_form_is_closed(
    interrupted, clinic_site, make_staff
):
    desk = clinic_site.desk(NURSE)
    session = next(one for one in desk.site.interrupted() if one.subject == FIFTH)
    for other in (one for one in desk.site.interrupted() if one.subject == FIFTH):
        content = {"ses": other.ses, "reason": Absence.TOO_ILL.value}
        clinic_site.pen.write(Kind.SESSION_WHY, content, who="participant", role="participant", ses=other.ses)
    clinic_site.pen.write(Kind.LOCK, {"why": "stopped"}, who="participant", role="participant")
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert staff.says(f"today.how.{FIFTH}.baseline") == "The participant asked to stop · they said: Too ill"
    staff.click(f"today.stop.{FIFTH}.baseline")
    assert staff.find("reason.choice.too-ill").isChecked()
    staff.click("reason.confirm")
    assert desk.reader.entries_of(session.ses)
    assert clinic_site.log.kinds()[-1] is Kind.SESSION_STOP


@pytest.mark.rule("E66")
def test_who_declines_when_the_tablet_is_offered_gets_a_reason_and_no_sitting(nurse):
    nurse.click(f"today.handover.{FIFTH}.baseline")
    nurse.click("handover.absent")
    assert FIFTH in nurse.says("reason.what")
    nurse.click("reason.choice.too-ill")
    nurse.click("reason.confirm")
    assert nurse.site.log.kinds()[-3:] == [Kind.ABSENT] * 3
    assert nurse.handed_over == []


@pytest.mark.rule("E51", "E59")
def test_a_pin_that_did_not_match_is_told_and_can_be_chosen_anew(interrupted, clinic_site, make_staff):
    clinic_site.pen.write(Kind.LOCK, {"why": "not-identified"}, who="participant", role="participant")
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    assert staff.says(f"today.how.{FIFTH}.baseline") == "The study PIN did not match"
    staff.click(f"today.newpin.{FIFTH}.baseline")
    (sitting,) = staff.handed_over
    assert sitting.pin == ""


@pytest.mark.rule("E66")
def test_a_visit_that_is_still_open_can_be_given_its_reason_before_it_begins(nurse):
    nurse.click(f"today.absent.{FIFTH}.baseline")
    nurse.click("reason.choice.refused")
    nurse.click("reason.confirm")
    assert nurse.site.log.kinds()[-3:] == [Kind.ABSENT] * 3
    assert f"today.handover.{FIFTH}.baseline" not in nurse.names("today.handover")


@pytest.mark.rule("E52")
def test_what_was_interrupted_too_long_ago_can_only_be_closed(nurse):
    assert nurse.says(f"today.late.{FOURTH}.baseline").startswith("Too long ago")
    assert f"today.resume.{FOURTH}.baseline" not in nurse.names("today.resume")
    assert f"today.stop.{FOURTH}.baseline" in nurse.names("today.stop")


@pytest.mark.rule("E55", "T14")
def test_a_jump_of_the_clock_is_told(make_staff, clinic_site):
    clinic_site.clock.jump(timedelta(hours=2))
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    (name,) = staff.names("today.clock.")
    assert "it said 23 Nov 2026, 11:02 (UTC+00:00) when it was 23 Nov 2026, 09:02" in staff.says(name)
    assert f"today.handover.{FIFTH}.baseline" in staff.names("today.handover"), "nothing is refused"


@pytest.mark.rule("E51", "E52")
def test_an_interrupted_sitting_goes_on_with_its_answers(interrupted):
    interrupted.click(f"today.resume.{FIFTH}.baseline")
    (sitting,) = interrupted.handed_over
    assert [turn.instrument for turn in sitting.turns] == ["qlq-ginet21", "carcinoid-diary"]
    assert [len(turn.entries) for turn in sitting.turns] == [4, 0]
    assert interrupted.site.log.kinds()[-1] is Kind.HANDOVER


@pytest.mark.rule("E51")
def test_an_interrupted_visit_is_not_offered_a_second_time(interrupted):
    assert f"today.handover.{FIFTH}.baseline" not in interrupted.names("today.handover")
    assert f"today.resume.{FIFTH}.baseline" in interrupted.names("today.resume")


@pytest.mark.rule("E66")
def test_closing_as_partial_needs_a_coded_reason(nurse):
    nurse.click(f"today.stop.{FOURTH}.baseline")
    assert not nurse.find("reason.confirm").isEnabled()
    nurse.click("reason.choice.too-ill")
    nurse.click("reason.confirm")
    assert nurse.names("today.resume") == []
    assert list(nurse.site.desk().course(FOURTH).stopped.values()) == ["too-ill", "too-ill"]


@pytest.mark.rule("E66")
def test_a_visit_that_will_not_come_gets_a_reason_and_leaves_the_list(nurse):
    nurse.click(f"today.absent.{SECOND}.post-2w-1")
    nurse.click("reason.choice.refused")
    nurse.click("reason.confirm")
    assert f"today.absent.{SECOND}.post-2w-1" not in nurse.names("today.absent")
    assert nurse.site.desk().course(SECOND).absent == {("post-2w-1", "carcinoid-diary"): Absence.REFUSED}


@pytest.mark.rule("P41")
def test_a_monitor_looks_and_hands_nothing_over(make_staff, clinic_site):
    staff = make_staff(clinic_site)
    staff.log_in(MONITOR)
    assert staff.names("today.state")
    assert staff.names("today.handover") == []
    assert staff.names("today.resume") == []


def test_a_language_nobody_has_words_for_hands_nothing_over(make_staff):
    site = FakeSite()
    enrolled(site.desk(), site.clock, FIRST, date(2026, 11, 20), "be", language="nl")
    site.clock.set_day(date(2026, 11, 22))
    staff = make_staff(site)
    staff.log_in(NURSE)
    staff.click(f"today.handover.{FIRST}.baseline")
    assert not staff.find("handover.start").isEnabled()
    staff.click("handover.language.en")
    assert staff.find("handover.start").isEnabled()


def shown(staff) -> set[str]:
    """Study codes of the visits that are listed."""
    staff.settle()
    return {name.split(".")[2] for name in staff.names("today.open.")}


def test_one_part_of_a_study_code_finds_a_participant(nurse):
    everybody = shown(nurse)
    nurse.type("today.search", SECOND[-3:])
    assert shown(nurse) == {SECOND} < everybody
    nurse.type("today.search", "nobody")
    nurse.settle()
    assert nurse.says("today.empty") == "Nobody fits."
    nurse.click("rail.today")
    assert nurse.says("today.empty") == "Nobody fits."  # what was searched for stays
    nurse.find("today.search", QLineEdit).clear()
    assert shown(nurse) == everybody


@pytest.mark.rule("E60")
def test_each_choice_shows_its_own_rows_and_how_many_there_are(nurse):
    words = {"due": {"days left", "last day today"}, "overdue": {"closed"}, "upcoming": {"from"}}
    for kind, said in words.items():
        nurse.click(f"today.show.{kind}")
        states = [nurse.says(name) for name in nurse.names("today.state.")]
        assert nurse.find(f"today.show.{kind}", QPushButton).text().endswith(f"  {len(states)}")
        assert states
        assert all(any(word in state for word in said) for state in states)
    nurse.click("today.show.unfinished")
    assert nurse.names("today.state.") == []
    assert f"today.stop.{FOURTH}.baseline" in nurse.names("today.stop.")


@pytest.mark.rule("E60", "P100")
def test_a_row_says_its_window_and_the_last_answer_and_no_score(nurse):
    assert (
        nurse.says(f"today.dates.{FIFTH}.baseline")
        == "Window 26 Oct 2026 \u2013 23 Nov 2026 \u00b7 nothing answered yet"
    )
    assert nurse.says(f"today.dates.{SECOND}.week-24").endswith("last answered 1 Aug 2026")
    assert "about 21 min" in nurse.says(f"today.facts.{FIFTH}.baseline")


@pytest.mark.rule("P75", "P32")
def test_the_device_says_how_it_stands(nurse):
    said = {name.rpartition(".")[2]: nurse.says(name) for name in nurse.names("today.device.")}
    assert said == {
        "battery": "Battery 64 %",
        "disk": "20.0 GB free",
        "unsent": "31 not sent yet",
        "clock": "23 Nov 2026, 09:02 (UTC+00:00)",
    }


def test_a_device_that_needs_somebody_says_what_to_do_and_one_that_knows_nothing_says_nothing(nurse):
    nurse.courier.tablet = DeviceState(battery=9, is_charging=False, disk_free=3_000_000)
    nurse.click("rail.today")
    assert nurse.says("today.device.battery") == "Battery 9 %: plug it in"
    assert nurse.says("today.device.disk") == "Disk nearly full: 3.0 MB free"
    assert nurse.find("today.device.disk").property("tone") == "amber"
    nurse.courier.tablet = DeviceState(battery=None, is_charging=False, disk_free=None)
    nurse.click("rail.today")
    assert nurse.names("today.device.") == ["today.device.unsent", "today.device.clock"]
