"""A clinic morning through the real windows: twenty participants, six due, two alerts, a correction, a form on paper,
a death. Everything a nurse does before the doctor comes, with the participants' own window in between.
"""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit

from retnet_pro.conduct.alerts import alerts_of, worklist
from retnet_pro.conduct.take import Bedside
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import Theme
from retnet_pro.study.alert_act import AlertOutcome
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.verify import verify_rows
from tests.fakes import COORDINATOR, NURSE, FakeSite, enrolled, visit
from tests.gui.conftest import Staff
from tests.gui.participant.conftest import Hands

TODAY = date(2026, 11, 23)
EVERYBODY = [make_subject("BER", number) for number in range(1, 21)]
DUE = EVERYBODY[:6]
IN_PAIN, WHEEZING, ON_PAPER, HAS_DIED = DUE[0], DUE[1], DUE[5], EVERYBODY[11]
IN_PAIN_ANSWER, WHEEZE_ANSWER = ("q9", 3), ("wheeze", 3)
"""Item, and the place of the option that is tapped."""


def choose(staff, place):
    table = staff.find("person.answers")
    table.clicked.emit(table.model().index(place, 1))
    staff.settle()


def fill_in_paper(staff, *, again=False):
    """Read in the first form: the second box everywhere."""
    if not again:
        staff.find("paper.form", QComboBox).setCurrentIndex(0)
        staff.settle()
        day = staff.find("paper.day", QDateEdit)
        day.setDate(day.maximumDate())
        staff.click("paper.why.no-tablet")
    for name in staff.names("paper.item."):
        staff.find(name, QComboBox).setCurrentIndex(2)


class Settling:
    """The site's clock; a participant takes a second over each page."""

    def __init__(self, site):
        self._site = site

    def __call__(self):
        return self._site.clock()

    def settle(self):
        self._site.clock.wall += timedelta(seconds=1)


@pytest.fixture
def site():
    """Twenty participants, of whom six are due today at week 12; the others are between two visits."""
    made = FakeSite()
    desk = made.desk()
    for number, subject in enumerate(EVERYBODY):
        randomised = TODAY - timedelta(days=84 + number if subject in DUE else 30 + number)
        enrolled(desk, made.clock, subject, randomised - timedelta(days=2), ("be", "ctace")[number % 2])
        visit(made, desk, subject, "baseline", randomised, level=number % 2)
    made.clock.set_day(TODAY, hour=8)
    return made


@pytest.fixture
def sit(qtbot, site):
    """Let a participant answer what was handed over on the glass: the second option, but where they mean more."""
    lanes = []

    def answer(sitting, meant=()):
        lane = Lane()
        lanes.append(lane)
        bedside = Bedside(site.pen, site.library, sitting)
        clock = Settling(site)
        window = ParticipantWindow(bedside, clock, lane, practice=False, theme=Theme(family="Noto Sans"))
        window.resize(1024, 768)
        left = []
        window.left.connect(left.append)
        window.show()
        qtbot.waitExposed(window)
        hands = Hands(qtbot, window, bedside, clock)
        hands.press("mine")
        wanted = dict(meant)
        while not window.course.is_thanked:
            if window.page is window.question:
                controls = hands.options()
                at = wanted.get(window._view.item, 1)
                hands.tap(controls[min(at, len(controls) - 1)])
                hands.next()
            elif window.page is window.review:
                hands.tap(window.bottom.finish)
            else:
                hands.next()
        hands.press("staff")
        assert left
        window.close()

    yield answer
    for lane in lanes:
        lane.close()


@pytest.fixture
def come(make_staff, site):
    """Let somebody log in at the window, as after every hand-over."""

    def log_in(person) -> Staff:
        staff = make_staff(site)
        staff.log_in(person)
        return staff

    return log_in


@pytest.fixture
def look(tmp_path):
    """Keep a picture of a window, to be looked at by whoever changes a page: ``pytest --basetemp=FOLDER``."""

    def keep(staff, name):
        staff.settle()
        staff.window.resize(1280, 800)
        assert staff.window.grab().save(str(tmp_path / f"{name}.png"))

    return keep


@pytest.mark.rule("E57", "E58", "E59", "E60", "E64", "E82", "E83", "E90", "E93", "E100", "P15")
def test_a_clinic_morning(site, come, sit, look):
    staff = come(NURSE)
    look(staff, "01-today")
    assert sorted(name.split(".")[2] for name in staff.names("today.handover.")) == DUE
    for subject, meant in zip(DUE[:5], ([IN_PAIN_ANSWER], [WHEEZE_ANSWER], [], [], []), strict=True):
        staff = come(NURSE)
        staff.click(f"today.handover.{subject}.week-12")
        look(staff, "02-hand-over")
        staff.click("handover.start")
        (sitting,) = staff.handed_over
        sit(sitting, meant)

    # Two alerts wait: one is dealt with, the other is for the doctor.
    staff = come(NURSE)
    look(staff, "03-today-after")
    assert {one.subject for one in worklist(site.desk())} == {IN_PAIN, WHEEZING}
    for outcome in ("action", "referred"):
        staff.click("rail.alerts")
        look(staff, f"04-alerts-{outcome}")
        table = staff.find("alerts.table")
        table.chosen.emit(table.model().index(0, 0))
        staff.settle()
        staff.click(f"alert.outcome.{outcome}")
        if outcome == "action":
            staff.click("alert.action.medicine")
        staff.type("alert.note", "told the doctor on the ward")
        look(staff, f"05-alert-{outcome}")
        staff.click("alert.confirm")
    assert worklist(site.desk()) == ()
    settled = [
        act.outcome
        for subject in (IN_PAIN, WHEEZING)
        for one in alerts_of(site.desk(), subject)
        for act in one.fact.acts
    ]
    assert sorted(settled) == sorted([AlertOutcome.ACTION, AlertOutcome.REFERRED])

    # One participant says that another option was meant.
    staff.window.frame.open_participant(IN_PAIN)
    staff.settle()
    look(staff, "06-participant")
    staff.click("person.show.answers")
    choose(staff, 2)
    choose(staff, staff.column("person.answers", 1).index("Correct this answer\u2026"))
    for press in ("correction.new.0", "correction.why.mistapped", "correction.source.own-request"):
        staff.click(press)
    staff.type("correction.note", "said so while handing the tablet back")
    look(staff, "07-correction")
    staff.click("correction.confirm")
    now, first = staff.column("person.answers", 2)[2].split("\n")
    assert now.startswith("1") and "2" in first
    look(staff, "08-corrected")

    # The last one has filled in a form on paper; two people read it in.
    staff.window.frame.open_participant(ON_PAPER)
    staff.settle()
    staff.click("person.paper")
    fill_in_paper(staff)
    look(staff, "09-paper")
    staff.click("paper.confirm")
    other = come(COORDINATOR)
    other.window.frame.open_participant(ON_PAPER)
    other.settle()
    (ses,) = site.desk().site.papers
    other.click(f"person.paper-next.{ses}")
    fill_in_paper(other, again=True)
    look(other, "10-paper-again")
    other.click("paper.confirm")
    if f"person.paper-next.{ses}" in other.names("person.paper-next."):
        other.click(f"person.paper-next.{ses}")
        look(other, "11-paper-settle")
        other.click("paper.confirm")
    assert site.desk().site.papers == {}

    # The hospital has told of a death; nothing more is expected of this participant.
    other.window.frame.open_participant(HAS_DIED)
    other.settle()
    other.click("person.record")
    other.click("fact.kind.died")
    day = other.find("fact.day", QDateEdit)
    day.setDate(QDate(2026, 11, 21))
    look(other, "12-death")
    other.click("fact.confirm")
    look(other, "13-has-died")
    other.click("rail.study")
    look(other, "14-completion")
    other.click("rail.today")
    look(other, "15-today-done")
    assert site.desk().participant(HAS_DIED).died == date(2026, 11, 21)
    assert not [name for name in other.names("today.handover.") if HAS_DIED in name]
    assert [name.split(".")[2] for name in other.names("today.handover.")] == [ON_PAPER], "two of its forms are missing"

    assert verify_rows(site.log.rows(), site.pen.device, site.pen.key.public).first_break is None
