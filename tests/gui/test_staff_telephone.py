"""A telephone interview through the real windows: two taps, the questions read out, a line that breaks, the rest."""

from datetime import timedelta

import pytest

from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.take import Bedside
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import Theme
from retnet_pro.record.circumstance import LineCheck, Medium
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Identification
from retnet_pro.study.subject import make_subject
from tests.fakes import NURSE
from tests.gui.participant.conftest import Hands
from tests.gui.test_staff_layout import check

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIFTH = make_subject("BER", 5)


class Settling:
    """The site's clock; reading a page out takes a second."""

    def __init__(self, site):
        self._site = site

    def __call__(self):
        return self._site.clock()

    def settle(self):
        self._site.clock.wall += timedelta(seconds=1)


@pytest.fixture
def come(make_staff, clinic_site):
    def log_in():
        staff = make_staff(clinic_site)
        staff.log_in(NURSE)
        return staff

    return log_in


@pytest.fixture
def pick_up(qtbot, clinic_site):
    """Show what was handed over on the glass."""
    lanes = []

    def show(sitting):
        lanes.append(Lane())
        bedside = Bedside(clinic_site.pen, clinic_site.library, sitting)
        clock = Settling(clinic_site)
        window = ParticipantWindow(
            bedside, clock, lanes[-1], practice=sitting.practice, theme=Theme(family="Noto Sans")
        )
        qtbot.addWidget(window)
        window.resize(1024, 768)
        window.show()
        qtbot.waitExposed(window)
        return Hands(qtbot, window, bedside, clock)

    yield show
    for lane in lanes:
        lane.close()


def call(staff):
    staff.click(f"today.handover.{FIFTH}.baseline")
    staff.click("handover.by.staff-telephone")
    staff.click("handover.line.known-number")
    staff.click("handover.start")
    return staff.handed_over[0]


def to_the_end(hands):
    window = hands.window
    while not window.course.is_thanked:
        if window.page is window.question:
            hands.tap(hands.options()[0])
            hands.next()
        elif window.page is window.review:
            hands.tap(window.bottom.finish)
        else:
            hands.next()


@pytest.mark.rule("E58", "E59")
def test_the_interview_begins_only_when_it_was_said_how_the_line_was_checked(come):
    staff = come()
    staff.click(f"today.handover.{FIFTH}.baseline")
    staff.click("handover.by.staff-telephone")
    start = staff.find("handover.start")
    assert start.text() == "Begin the interview" and not start.isEnabled()
    assert not staff.find("handover.why.wish").isVisible(), "the telephone is its own reason"
    staff.click("handover.line.voice")
    assert start.isEnabled()
    staff.click("handover.by.alone")
    assert start.text() == "Hand over the tablet now" and start.isEnabled()


@pytest.mark.rule("E51", "E59", "E90")
def test_a_call_that_breaks_off_goes_on_with_a_new_statement_and_is_stored_as_one(come, pick_up, clinic_site):
    hands = pick_up(call(come()))
    assert hands.title() == "Telephone interview"
    assert any(said.startswith("Staff: read out each question") for said in hands.window.message.message.paragraphs)
    hands.press("mine")
    hands.next()
    assert hands.window.top.heard.startswith("Telephone interview")
    hands.tap(hands.window.top.tools[0])
    assert [act for act, _ in hands.window.message.message.acts] == ["continue"], "nobody else can take over"
    hands.press("continue")
    for _ in range(2):
        hands.tap(hands.options()[0])
        hands.next()

    staff = come()
    staff.click(f"today.resume.{FIFTH}.baseline")
    assert staff.says("line.subject") == FIFTH
    assert not staff.find("line.confirm").isEnabled()
    staff.window.resize(1024, 768)
    check(staff, "continue a telephone interview")
    staff.click("line.how.voice")
    staff.click("line.confirm")
    (sitting,) = staff.handed_over
    hands = pick_up(sitting)
    hands.press("mine")
    to_the_end(hands)
    assert hands.window.message.message.detail == "Telephone interview", "nobody is asked to hand the tablet back"

    desk = clinic_site.desk()
    forms = [one for one in desk.course(FIFTH).filed if one.visit == "baseline"]
    assert len(forms) == 3
    for one in forms:
        about = circumstances_of(desk, one.ses)
        assert (about.medium, about.identified) == (Medium.TELEPHONE, Identification.STATED)
        assert [stated.how for stated in about.stated] == [LineCheck.KNOWN_NUMBER, LineCheck.VOICE]
        assert about.helped[0].answered_by is AnsweredBy.STAFF_TELEPHONE
    assert not [event for event in clinic_site.log.kinds() if event is Kind.SESSION_WHO]
