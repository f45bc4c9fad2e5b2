"""The three shipped forms from the first page to the thank-you, each time in one way only: with a finger, with two
switches (Tab and Space), and through the accessible tree as a screen reader does it.
"""

import itertools
import random

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from retnet_pro.answering.sheet import Answered, NotApplicable, Skipped
from retnet_pro.answering.view import SectionView
from retnet_pro.gui.theme import Theme
from retnet_pro.gui.widgets.page_bar import PageBar
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification
from tests.gui.participant.conftest import shipped
from tests.gui.participant.ear import Ear
from tests.gui.participant.walk import every_screen

TAB, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Space
MOST_TABS = 60
PIN = "2741"


class Finger:
    """Touches the glass with a touch screen's events, nothing else."""

    def __init__(self, hands):
        self.hands = hands
        self.device = QTest.createTouchDevice()

    def press(self, control):
        for _ in range(20):
            QCoreApplication.processEvents()
            if control.visibleRegion().contains(control.rect().center()):
                break
            self.touch(self.hands.window.bottom.next if self.hands.window.page.area.has_more else self._bar())
        self.touch(control)

    def open_line(self, line):
        listing = self.hands.window.review.list
        place = listing.visualRect(listing.rows.index(line, 0)).center()
        self.touch(listing.viewport(), place)

    def _bar(self):
        """Where to touch to see the page from its beginning again."""
        return self.hands.window.page.area.verticalScrollBar()

    def touch(self, control, place=None):
        window = self.hands.window
        spot = control.mapTo(window, place or control.rect().center())
        if isinstance(control, PageBar):
            spot = control.mapTo(window, QPoint(control.width() // 2, 4))
        self.hands.clock.settle()
        QTest.touchEvent(window, self.device).press(0, spot, window).commit()
        QTest.touchEvent(window, self.device).release(0, spot, window).commit()
        self.hands.wait()


class Switches:
    """Two switches: one goes on, one chooses. Every control on the way shows the ring and is in sight."""

    def __init__(self, hands):
        self.hands = hands

    def press(self, control):
        window = self.hands.window
        for _ in range(MOST_TABS):
            if window.focusWidget() is control:
                break
            QTest.keyClick(window.focusWidget() or window, TAB)
            QCoreApplication.processEvents()
        assert window.focusWidget() is control, "not reached with Tab"
        assert control.shows_ring() and not control.visibleRegion().isEmpty()
        self.hands.clock.settle()
        QTest.keyClick(control, SPACE)
        self.hands.wait()

    def open_line(self, line):
        """The first line alone: the two switches have no arrows, and go from there with Next."""
        listing = self.hands.window.review.list
        assert line == 0
        for _ in range(MOST_TABS):
            if listing.hasFocus():
                break
            QTest.keyClick(self.hands.window.focusWidget(), TAB)
        self.hands.clock.settle()
        QTest.keyClick(listing, SPACE)
        self.hands.wait()


class Voice:
    """Knows only what the accessible tree says, and presses through its actions."""

    def __init__(self, hands):
        QAccessible.setActive(True)  # as a screen reader does: only then Qt tells the tree that a list has new lines
        self.hands = hands
        self.ear = Ear(hands.window)

    def press(self, control):
        wanted = control.accessibleName()
        found = [one for one in self.ear.everything() if one.text(QAccessible.Text.Name) == wanted]
        self.hands.clock.settle()
        self.ear.press(found[0])
        self.hands.qtbot.waitUntil(lambda: not control.isDown())
        self.hands.wait()

    def open_line(self, line):
        self.hands.qtbot.waitUntil(lambda: len(self._lines()) > line)
        self.hands.clock.settle()
        self.ear.press(self._lines()[line])
        self.hands.wait()

    def _lines(self):
        return [one for one in self.ear.everything() if one.role() == QAccessible.Role.ListItem]


@pytest.fixture(autouse=True)
def no_screen_reader_is_left():
    yield
    QAccessible.setActive(False)


def choose(hands, way, act):
    """Press the button of a message by the name of its act."""
    message = hands.window.message
    way.press(message.buttons()[[name for name, _ in message.message.acts].index(act)])


def enter_pin(hands, way):
    page = hands.window.pin
    for digit in PIN:
        way.press(page.keys[digit])
    way.press(page.done)


def tell_who(hands, way, who):
    """Say through Help who answers, and why where it is not the participant alone."""
    way.press(hands.window.top.tools[0])
    choose(hands, way, "who")
    choose(hands, way, f"who:{who.value}")
    if who is not AnsweredBy.ALONE:
        choose(hands, way, f"why:{WhyHelped.SIGHT.value}")


def practise(hands, way):
    """Choose, change, go back, leave out: all there is to try."""
    choose(hands, way, "practise")
    go_on(hands, way)
    for at in (0, 1):
        way.press(hands.options()[at])
    go_on(hands, way)
    way.press(hands.window.bottom.back)
    go_on(hands, way)
    for _ in range(2):
        leave_out(hands, way)
    way.press(hands.window.bottom.finish)
    choose(hands, way, "begin")


def leave_out(hands, way):
    go_on(hands, way)
    choose(hands, way, "skip")


def rest(hands, way):
    way.press(hands.window.top.tools[3])
    assert hands.title() == "Take a rest"
    choose(hands, way, "continue")


def answer(hands, way, code):
    face, view = hands.window.question.face, hands.window._view
    codes = [option.code for option in view.options]
    controls = face.controls()
    if view.kind.value == "count":
        fewer_more_boxes = controls[2:]
        at = codes.index(code)
        boxes = min(at, 10)
        way.press(fewer_more_boxes[boxes])
        for _ in range(at - boxes):
            way.press(controls[1])
    else:
        way.press(controls[codes.index(code)])


def go_on(hands, way):
    before = (hands.window._view, hands.window.page)
    for _ in range(10):
        way.press(hands.window.bottom.next)
        if (hands.window._view, hands.window.page) != before:
            return
    pytest.fail(f"Next does not go on from {hands.window.windowTitle()} {hands.window.page.area.has_more}")


def come_in(hands, way):
    """From the first page to the instructions of the first form: study code, PIN, who answers, practice."""
    choose(hands, way, "mine")
    for _ in range(1 if hands.desk.has_pin else 2):
        enter_pin(hands, way)
    tell_who(hands, way, AnsweredBy.HELPER_READS)
    practise(hands, way)


def complete(hands, way, chance):
    """Answer with codes drawn by chance, leave the second question of each form out, say of what does not apply that it
    does not, rest once, and change the first answer at the end; return what was meant.
    """
    window, meant = hands.window, []
    for part in range(hands.desk.parts):
        given = {}
        go_on(hands, way)
        while window.page is window.question or isinstance(window._view, SectionView):
            view = window._view
            if isinstance(view, SectionView):
                go_on(hands, way)
                continue
            if view.place == 2:
                given[view.item] = Skipped()
                leave_out(hands, way)
                if part == 0:
                    rest(hands, way)
                continue
            if view.not_applicable:
                given[view.item] = NotApplicable()
                way.press(hands.options()[-1])
            else:
                given[view.item] = Answered(chance.choice([option.code for option in view.options][:13]))
                answer(hands, way, given[view.item].code)
            go_on(hands, way)
        assert window.page is window.review
        way.open_line(0)
        view = window._view
        other = next(option.code for option in view.options if Answered(option.code) != given[view.item])
        given[view.item] = Answered(other)
        answer(hands, way, other)
        go_on(hands, way)
        assert window.page is window.review
        way.press(window.bottom.finish)
        meant.append(given)
    return meant


@pytest.mark.rule("E30", "E113", "E114", "E115", "E119")
@pytest.mark.parametrize("make_way", [Finger, Switches, Voice], ids=["touch", "switches", "screen reader"])
@pytest.mark.parametrize("percent", [100, 200])
def test_all_three_questionnaires_are_completed_in_one_way_only(open_window, make_way, percent):
    forms, words = shipped()
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(
        *forms,
        words=words,
        theme=theme,
        size=(1024, 768),
        practice=True,
        identification=Identification.PIN,
        pin=PIN if percent == 100 else "",
    )
    way = make_way(hands)
    come_in(hands, way)
    assert (hands.desk.pin, hands.desk.identified) == (PIN, [Identification.PIN])
    assert hands.desk.helped == [(0, AnsweredBy.HELPER_READS, WhyHelped.SIGHT)]
    assert hands.desk.stored == {}, "practice stores nothing"
    meant = complete(hands, way, random.Random(percent))
    assert [given == stored for given, (_, stored, _) in zip(meant, hands.desk.finished, strict=True)] == [True] * 3
    every = [one for given in meant for one in given.values()]
    assert {type(one) for one in every} == {Answered, Skipped, NotApplicable}
    assert hands.desk.reasons == ["finished"]
    assert hands.title() == "Thank you"
    make_way(hands).press(hands.window.message.buttons()[-1])
    assert hands.window._is_over


@pytest.mark.rule("E56", "E66", "E113", "E114", "E115")
@pytest.mark.parametrize("make_way", [Finger, Switches, Voice], ids=["touch", "switches", "screen reader"])
@pytest.mark.parametrize("percent", [100, 200])
def test_whoever_stops_says_why_in_one_way_only(open_window, form, make_way, percent):
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(form("four", "seven"), theme=theme, size=(1024, 768))
    way = make_way(hands)
    choose(hands, way, "mine")
    go_on(hands, way)
    way.press(hands.options()[0])
    way.press(hands.window.top.tools[3])
    for act in ("stop", "stop-now", "stopped:administrative"):
        choose(hands, way, act)
    assert hands.desk.whys == [(0, Absence.ADMINISTRATIVE)]
    assert hands.desk.reasons == ["stopped"]
    assert [entry.given for entry in hands.desk.stored[0]] == [Answered(1)]
    assert (hands.desk.finished, hands.title()) == ([], "Thank you")


@pytest.mark.rule("E24", "E113")
def test_a_quick_second_tap_elsewhere_counts_too(open_window, form):
    """A toolkit takes two quick taps for a double click, wherever they are; on a long page the second would be lost."""
    theme = Theme(family="Noto Sans", percent=200)
    hands = open_window(form("four", "four"), theme=theme, size=(1024, 768))
    hands.press("mine")
    while hands.window.page is not hands.window.question:
        hands.next()
    finger = Finger(hands)
    hands.window.question.area.ensureWidgetVisible(hands.options()[1], 0, 0)
    for at in (0, 1, 0):
        finger.touch(hands.options()[at])
    assert [entry.given.code for entry in hands.desk.stored[0]] == [1, 2, 1]


def tell(one):
    """Return everything a screen reader says of an option."""
    return one.text(QAccessible.Text.Name), one.text(QAccessible.Text.Description), bool(one.state().checked)


@pytest.mark.rule("E114")
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_option_of_the_shipped_forms_announces_group_text_place_and_state(open_window, language):
    forms, words = shipped(language)
    hands = open_window(*forms, words=words, language=language, practice=True, size=(1024, 768))
    ear, asked = Ear(hands.window), 0
    for screen in every_screen(hands):
        view = hands.window._view
        if hands.window.page is not hands.window.question or not screen.startswith("form"):
            continue
        asked += 1
        shown = [*view.options[: len(ear.options())], view.not_applicable] if view.not_applicable else view.options
        for place, (one, option) in enumerate(zip(ear.options(), shown, strict=False), start=1):
            name, described, checked = tell(one)
            assert name.startswith(f"{option.text}. ") and view.text in name
            assert str(place) in described and str(len(ear.options())) in described
            assert checked is option.selected
            assert ("not chosen" in name) is not checked or language != "en"
    assert asked == 2 * 57


@pytest.mark.rule("E08", "E50", "E114")
def test_what_a_screen_reader_toggles_looks_chosen_only_once_it_is_stored(hands):
    ear, option = Ear(hands.window), hands.options()[2]
    hands.tap(hands.options()[0])
    hands.clock.settle()
    ear.press(ear.options()[2])
    assert not option.isChecked() and hands.options()[0].isChecked(), "not before it is on disk"
    hands.wait()
    assert [one.isChecked() for one in hands.options()] == [False, False, True, False]
    assert [entry.given for entry in hands.desk.stored[0]] == [Answered(1), Answered(3)]
    ear.press(ear.options()[2])
    hands.wait()
    assert len(hands.desk.stored[0]) == 2 and option.isChecked()


@pytest.mark.rule("E24", "E114")
def test_a_screen_reader_too_waits_until_the_page_has_settled(hands):
    ear = Ear(hands.window)
    hands.tap(hands.options()[0])
    hands.next()
    ear.press(ear.options()[1])
    hands.wait()
    assert len(hands.desk.stored[0]) == 1
    assert not any(one.isChecked() for one in hands.options())


@pytest.mark.rule("E27", "E115")
def test_a_line_of_the_list_of_answers_is_opened_through_its_accessible_action(hands):
    hands.answer_all()
    ear = Ear(hands.window)
    rows = [one for one in ear.everything() if one.role() == QAccessible.Role.ListItem]
    hands.clock.settle()
    ear.press(rows[1])
    hands.wait()
    assert hands.window.page is hands.window.question and hands.window._view.place == 2


@pytest.mark.rule("E119", "P101")
def test_every_screen_has_a_title_of_its_own_and_tells_its_language(open_window):
    forms, words = shipped("de")
    hands = open_window(*forms, words=words, language="de", practice=True, size=(1024, 768))
    ear, titles = Ear(hands.window), []
    for screen in every_screen(hands):
        if not screen.endswith(" answered"):
            titles.append(ear.title())
        for one in ear.everything():
            told = one.attributesInterface()
            if told is not None and QAccessible.Attribute.Locale in told.attributeKeys():
                assert told.attributeValue(QAccessible.Attribute.Locale).bcp47Name() == "de"
    assert all(before != after for before, after in itertools.pairwise(titles))
    assert not any(hands.desk.subject in title for title in titles), "a window list names nobody (rule P101)"
    assert all(title.endswith(" - RETNET-Pro") and len(title) > 14 for title in titles)


@pytest.mark.rule("E114")
def test_a_new_page_is_read_out_from_its_heading(open_window, form):
    hands = open_window(form("four", "seven"), practice=True)
    ear = Ear(hands.window)
    for screen in every_screen(hands):
        if screen.endswith(" answered"):
            continue
        assert ear.focused() and ear.focused() == hands.window.focusWidget().accessibleName()
        assert isinstance(hands.window.focusWidget(), Stem)


@pytest.mark.rule("E115")
@pytest.mark.parametrize("percent", [100, 200])
def test_what_has_the_keyboard_is_never_covered(open_window, form, percent):
    theme = Theme(family="Noto Sans", percent=percent)
    hands = open_window(form("four", "seven", "count", na=(1,)), practice=True, theme=theme, size=(1024, 768))
    window = hands.window
    for _ in every_screen(hands):
        for key in [TAB] * 30 + [Qt.Key.Key_Backtab] * 30:
            QTest.keyClick(window.focusWidget() or window, key)
            QCoreApplication.processEvents()
            focused = window.focusWidget()
            seen = focused.visibleRegion().boundingRect()
            whole = focused.rect()
            room = window.page.height() - 2
            assert seen.height() >= min(whole.height(), room // 2), focused.accessibleName()
            assert seen.width() == whole.width(), focused.accessibleName()


@pytest.mark.rule("E14", "E114")
def test_everything_that_can_be_pressed_says_what_it_is(open_window, form):
    hands = open_window(form("four", "seven", "count", na=(1,)), practice=True)
    ear = Ear(hands.window)
    for _ in every_screen(hands):
        for one in (*ear.options(), *ear.buttons().values()):
            assert one.text(QAccessible.Text.Name).strip()
            assert one.state().focusable
