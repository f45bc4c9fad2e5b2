"""The completion page: both rates, reasons, questions, and the arm only for those who may see it."""

import pytest

from retnet_pro.app.printing import Printer
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.staff.completion_chart import AXIS_PX
from tests.fakes import COORDINATOR, MONITOR
from tests.gui.conftest import ADMINISTRATOR

pytestmark = pytest.mark.usefixtures("no_qt_warnings")


@pytest.fixture
def open_completion(make_staff, clinic_site):
    def open_(person=COORDINATOR, **how):
        staff = make_staff(clinic_site, **how)
        staff.log_in(person)
        staff.click("rail.study")
        return staff

    return open_


@pytest.mark.rule("E61", "E62", "E63", "E65")
def test_every_visit_shows_both_rates_with_their_counts_and_the_rule(open_completion):
    staff = open_completion()
    assert staff.column("completion.rates", 0)[0] == "Baseline"
    assert staff.column("completion.rates", 1)[0] == "100\u202f%  4 of 4"
    assert staff.column("completion.rates", 2)[0] == "80\u202f%  4 of 5"
    assert staff.column("completion.rates", 4)[0] == "1"
    assert "at least one of its scales" in staff.says("completion.valid")
    assert staff.says("completion.line") == "As of 23 Nov 2026: 6 enrolled, 5 randomised"


@pytest.mark.rule("E114", "E116")
def test_the_picture_says_in_words_what_it_shows(open_completion):
    staff = open_completion()
    chart = staff.find("completion.chart")
    said = "Baseline: completion rate 100\u202f%  4 of 4, available data 80\u202f%  4 of 5"
    assert chart.accessibleName().startswith(said)
    assert chart.said_at(AXIS_PX + 1) == said
    assert chart.said_at(chart.width() - 1).startswith("Week 96")
    assert chart.said_at(0) == chart.said_at(chart.width() + 1) == ""


@pytest.mark.rule("P21")
def test_an_arm_can_be_chosen_only_by_who_may_see_it(open_completion):
    staff = open_completion()
    staff.click("completion.arm.be")
    assert staff.column("completion.rates", 2)[0] == "67\u202f%  2 of 3"
    monitor = open_completion(MONITOR)
    assert monitor.names("completion.arm.") == []


@pytest.mark.rule("E66")
def test_forms_without_a_reason_stand_out(open_completion):
    staff = open_completion()
    staff.click("completion.form.carcinoid-diary")
    staff.click("completion.show.reasons")
    assert staff.column("completion.reasons", 3)[0] == "1"


@pytest.mark.rule("E42", "E67")
def test_questions_are_counted_when_somebody_asks(open_completion):
    staff = open_completion()
    staff.click("completion.show.questions")
    staff.qtbot.waitUntil(lambda: bool(staff.column("completion.questions", 0)))
    assert len(staff.column("completion.questions", 1)) == 30
    assert staff.column("completion.questions", 3)[23] == "1"
    staff.click("completion.form.carcinoid-diary")
    staff.qtbot.waitUntil(lambda: len(staff.column("completion.questions", 0)) == 6)


@pytest.mark.rule("P10")
def test_a_copy_is_written_where_it_was_asked_for(open_completion, tmp_path, clinic_site):
    staff = open_completion(paper=Printer(clinic_site.clock))
    for name, head in (("a.csv", b"level,site"), ("a.pdf", b"%PDF-")):
        staff.window.frame.completion.save_copy(tmp_path / name, as_table=name.endswith("csv"))
        staff.settle()
        assert (tmp_path / name).read_bytes().startswith(head)
    assert "a.pdf" in staff.says("completion.notice")


def test_a_copy_that_fails_says_why_and_can_be_tried_again(open_completion, tmp_path):
    staff = open_completion()
    staff.paper.broken = WorldFault(Code.DISK_FULL, path=tmp_path, why="no space")
    staff.window.frame.completion.save_copy(tmp_path / "a.pdf", as_table=False)
    staff.settle()
    assert "full" in staff.says("completion.notice")
    assert staff.find("completion.pdf").isEnabled()


@pytest.mark.rule("P41")
def test_who_reads_no_answers_has_no_way_there(make_staff, team_site):
    staff = make_staff(team_site)
    staff.log_in(ADMINISTRATOR)
    assert staff.names("rail.study") == []
