"""The road of a sitting, page by page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtTest import QTest

from retnet_pro.answering.sheet import Answered, NotApplicable, Skipped
from retnet_pro.answering.view import IntroView, QuestionView, ReviewView, SkipView
from retnet_pro.gui.theme import Look, Theme
from retnet_pro.gui.widgets.words import Words
from retnet_pro.instrument.model import AtLeast
from retnet_pro.record.circumstance import WhyHelped, lacks_reason
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification


def tap_line(hands, line):
    listing = hands.window.review.list
    rect = listing.visualRect(listing.rows.index(line, 0))
    hands.tap(listing.viewport(), rect.center())


@pytest.mark.rule("E01", "E03")
def test_a_question_stands_alone_with_number_recall_and_all_options(hands):
    page = hands.window.question
    assert page._stem.text().startswith("Demonstration question 1")
    assert page._stem._number.text() == "1."
    assert page._recall.text() == "Think of the last seven days."
    assert all(not option.visibleRegion().isEmpty() for option in hands.options())
    assert not page.area.has_more


@pytest.mark.rule("E41", "E43")
def test_going_on_without_an_answer_asks_once_and_neutrally(hands):
    hands.next()
    assert isinstance(hands.window._view, SkipView)
    answer, skip = hands.window.message.buttons()
    assert answer.size() == skip.size()
    hands.press("answer")
    assert isinstance(hands.window._view, QuestionView)
    hands.next()
    assert hands.window._view.place == 2
    assert [entry.given for entry in hands.desk.stored[0]] == [Skipped()]


@pytest.mark.rule("E42")
def test_a_confirmed_skip_is_stored_as_its_own_state(hands):
    hands.next()
    hands.press("skip")
    assert hands.desk.stored[0][0].given == Skipped()
    assert hands.desk.stored[0][0].prompted


@pytest.mark.rule("E22")
def test_back_shows_the_stored_answer_unchanged(hands):
    hands.tap(hands.options()[2])
    hands.next()
    hands.back()
    assert [option.isChecked() for option in hands.options()] == [False, False, True, False]
    assert len(hands.desk.stored[0]) == 1


@pytest.mark.rule("E27", "E28")
def test_the_review_opens_any_question_and_comes_back(hands):
    hands.answer_all()
    assert isinstance(hands.window._view, ReviewView)
    assert not hands.window.bottom.next.isVisible()
    tap_line(hands, 1)
    assert hands.window._view.place == 2
    hands.tap(hands.options()[3])
    hands.next()
    assert isinstance(hands.window._view, ReviewView)
    assert [row.answer for row in hands.window._view.rows] == ["Never", "All the time", "1"]
    assert hands.desk.finished == []


@pytest.mark.rule("E28", "E84", "E86")
def test_finishing_is_one_deliberate_act_and_ends_with_thanks_only(hands, qtbot):
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    part, answers, accommodations = hands.desk.finished[0]
    assert (part, accommodations) == (0, ())
    assert set(answers.values()) == {Answered(1)}
    assert hands.desk.reasons == ["finished"]
    assert hands.title() == "Thank you"
    assert "A1B2C3" in " ".join(hands.window.message.message.paragraphs)
    assert [button.text() for button in hands.window.message.buttons()] == ["Staff"]
    bottom = hands.window.bottom
    assert not any(button.isVisible() for button in (bottom.back, bottom.next, bottom.clear, bottom.finish))
    with qtbot.waitSignal(hands.window.left) as left:
        hands.press("staff")
    assert left.args == ["A1B2C3"]


def test_one_form_follows_the_other_and_progress_starts_again(open_window, form):
    hands = open_window(form("four"), form("seven", "four"))
    hands.to_first_question()
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    assert isinstance(hands.window._view, IntroView)
    assert hands.window.top._part.text() == "Part 2 of 2"
    assert hands.window.top.progress.share == 0
    hands.next()
    hands.answer_all(at=-1)
    hands.tap(hands.window.bottom.finish)
    assert [part for part, *_ in hands.desk.finished] == [0, 1]
    assert hands.desk.reasons == ["finished"]


@pytest.mark.rule("E29")
def test_practice_comes_first_can_be_repeated_and_stores_nothing(open_window):
    hands = open_window(practice=True)
    hands.press("mine")
    for _ in range(2):
        hands.press("practise")
        hands.next()
        hands.tap(hands.options()[1])
        hands.tap(hands.options()[0])
        hands.next()
        hands.back()
        assert hands.options()[0].isChecked()
        hands.next()
        hands.tap(hands.options()[4])
        hands.next()
        hands.next()
        hands.press("skip")
        hands.tap(hands.window.bottom.finish)
        assert hands.title() == "The practice is over"
    assert (hands.desk.stored, hands.desk.finished) == ({}, [])
    hands.press("begin")
    assert hands.title() == "Demonstration form"


@pytest.mark.rule("E29")
def test_what_was_not_tried_in_the_practice_is_named_and_nobody_is_held_back(open_window):
    hands = open_window(practice=True)
    hands.press("mine")
    hands.press("practise")
    hands.next()
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    assert hands.title() == "You can also try this"
    assert len(hands.window.message.message.paragraphs) == 3
    hands.press("practise")
    hands.next()
    hands.tap(hands.options()[1])
    hands.tap(hands.options()[0])
    hands.next()
    hands.back()
    hands.next()
    for _ in range(2):
        hands.next()
        hands.press("skip")
    hands.tap(hands.window.bottom.finish)
    assert hands.title() == "The practice is over"
    assert (hands.desk.stored, hands.desk.finished) == ({}, [])


@pytest.mark.rule("E59")
def test_the_wrong_person_is_sent_back_before_any_question(open_window):
    hands = open_window()
    assert hands.window.message.message.detail == "RN-01-0042"
    hands.press("not-mine")
    assert hands.desk.reasons == ["other-person"]
    assert (hands.window._view, hands.desk.stored) == (None, {})


@pytest.mark.rule("E59")
def test_the_participants_own_step_is_recorded_before_any_question(open_window):
    hands = open_window()
    assert hands.desk.identified == []
    hands.press("mine")
    assert hands.desk.identified == [Identification.CONFIRM]
    assert isinstance(hands.window._view, IntroView)


@pytest.mark.rule("E58")
def test_help_that_begins_in_mid_form_is_recorded_with_its_reason_and_the_question_comes_back(hands):
    hands.tap(hands.options()[1])
    hands.tap(hands.window.top.tools[0])
    hands.press("who")
    hands.press("who:helper-taps")
    hands.press("why:hands")
    assert hands.desk.helped == [(0, AnsweredBy.HELPER_TAPS, WhyHelped.HANDS)]
    assert hands.options()[1].isChecked()
    hands.tap(hands.window.top.tools[0])
    hands.press("who")
    assert "I say my answers" in hands.window.message.message.paragraphs[0]
    hands.press("who:alone")
    assert hands.desk.helped[1:] == [(0, AnsweredBy.ALONE, None)]
    assert hands.window.page is hands.window.question


@pytest.mark.rule("E58")
def test_whoever_answers_but_the_participant_is_recorded_with_one_of_the_reasons_in_the_list(hands):
    offered = [who for who in AnsweredBy if who is not AnsweredBy.STAFF_TELEPHONE]
    for who in offered:
        hands.tap(hands.window.top.tools[0])
        hands.press("who")
        hands.press(f"who:{who.value}")
        if who is AnsweredBy.ALONE:
            continue
        assert len(hands.desk.helped) == list(AnsweredBy).index(who), "not before the reason"
        codes = [act.removeprefix("why:") for act, _ in hands.window.message.message.acts]
        assert codes == [why.value for why in WhyHelped if why not in (WhyHelped.AWAY, WhyHelped.OTHER)]
        hands.press("why:wish")
    assert [who for _, who, _ in hands.desk.helped] == offered
    assert not any(lacks_reason(who, why) for _, who, why in hands.desk.helped)


@pytest.mark.rule("E52")
def test_an_interrupted_form_goes_on_at_the_first_open_question(open_window, hands, form):
    hands.tap(hands.options()[2])
    hands.next()
    again = open_window(stored=hands.desk.stored)
    again.press("mine")
    assert again.window._view.place == 2
    again.back()
    assert again.options()[2].isChecked()


@pytest.mark.rule("E56")
def test_a_rest_covers_the_question_and_returns_to_it(hands):
    hands.tap(hands.options()[1])
    hands.tap(hands.window.top.tools[3])
    assert hands.title() == "Take a rest"
    assert not hands.window.question.isVisible()
    hands.press("continue")
    assert hands.options()[1].isChecked()
    hands.tap(hands.window.top.tools[3])
    hands.press("stop")
    hands.press("stop-now")
    hands.press("stopped:")
    assert (hands.desk.reasons, hands.desk.whys) == (["stopped"], [])
    assert hands.title() == "Thank you"


@pytest.mark.rule("E66")
def test_who_stops_can_say_why_from_a_short_list(hands):
    hands.tap(hands.window.top.tools[3])
    hands.press("stop")
    hands.press("stop-now")
    hands.press("stopped:too-ill")
    assert hands.desk.whys == [(0, Absence.TOO_ILL)]
    assert hands.desk.reasons == ["stopped"]
    assert hands.title() == "Thank you"


@pytest.mark.rule("P101")
def test_a_tablet_nobody_takes_back_shows_nothing_of_the_participant(hands, qtbot):
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    assert hands.window._lock.isActive()
    hands.window._lock.timeout.emit()
    shown = [words.text() for words in hands.window.findChildren(Words) if words.isVisible() and words.text()]
    assert hands.title() == "This tablet is locked"
    assert not any("RN-01-0042" in text or "A1B2C3" in text for text in shown)
    assert not hands.window._lock.isActive()
    with qtbot.waitSignal(hands.window.left):
        hands.press("staff")


@pytest.mark.rule("E56")
def test_a_long_pause_covers_the_question_and_loses_nothing(hands, qtbot):
    hands.tap(hands.options()[1])
    hands.window._idle.timeout.emit()
    assert hands.title() == "Take a rest"
    hands.press("continue")
    assert hands.options()[1].isChecked()


@pytest.mark.rule("E117")
def test_help_is_at_the_same_place_on_every_page_and_returns(hands):
    tool = hands.window.top.tools[0]
    places = {tool.mapTo(hands.window, QPoint(0, 0)).x()}
    hands.tap(tool)
    assert hands.title() == "Help"
    hands.press("continue")
    assert hands.window.page is hands.window.question
    hands.answer_all()
    places.add(tool.mapTo(hands.window, QPoint(0, 0)).x())
    hands.tap(hands.window.bottom.finish)
    places.add(tool.mapTo(hands.window, QPoint(0, 0)).x())
    assert len(places) == 1


def test_help_over_a_message_returns_to_that_message(open_window):
    hands = open_window()
    hands.tap(hands.window.top.tools[0])
    hands.tap(hands.window.top.tools[0])
    hands.press("continue")
    assert hands.title() == "Is this your study code?"


@pytest.mark.rule("E30")
def test_nothing_leaves_the_form(hands):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_F11, Qt.Key.Key_Menu, Qt.Key.Key_HomePage):
        hands.key(key)
    QTest.keyClick(hands.window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(hands.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    event = QCloseEvent()
    hands.window.closeEvent(event)
    assert not event.isAccepted()
    assert not hands.window.close()
    assert hands.window.isVisible()
    assert hands.window._view.place == 1


@pytest.mark.rule("E121")
def test_accommodations_are_stored_with_the_form_they_were_used_in(open_window, form):
    theme = Theme(family="Noto Sans", look=Look.DARK)
    hands = open_window(form("four"), form("four"), theme=theme)
    hands.to_first_question()
    hands.tap(hands.window.top.tools[1])
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    for _ in range(3):
        hands.tap(hands.window.top.tools[1])
    hands.next()
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    first, second = (accommodations for *_, accommodations in hands.desk.finished)
    assert first == ("dark", "text-125")
    assert hands.desk.noted[0] == (0, {"dark", "text-125"}), "before the first answer, should the tablet fail"
    assert second == ("dark", "text-125", "text-150", "text-200")


@pytest.mark.rule("E121")
def test_a_keyboard_and_a_screen_reader_are_stored_with_the_form_they_were_used_in(open_window, form, monkeypatch):
    hands = open_window(form("four"), form("four"), form("four"))
    hands.press("mine")
    for part in range(3):
        hands.next()
        if part == 1:
            hands.key(Qt.Key.Key_Down)
            hands.key(Qt.Key.Key_Space)
        monkeypatch.setattr(QAccessible, "isActive", lambda part=part: part == 2)
        hands.answer_all()
        hands.tap(hands.window.bottom.finish)
    assert [used for *_, used in hands.desk.finished] == [(), ("keyboard",), ("screen-reader",)]


def test_does_not_apply_is_an_answer_of_its_own(open_window, form):
    hands = open_window(form("four", na=(1,)))
    hands.to_first_question()
    hands.tap(hands.options()[-1])
    assert hands.desk.stored[0][0].given == NotApplicable()
    assert hands.options()[-1].isChecked()


@pytest.mark.rule("E26", "E45")
def test_the_bar_never_goes_back_when_questions_are_added(open_window, form):
    deeper = {n: AtLeast("i1", 3) for n in (3, 4, 5, 6)}
    hands = open_window(form(*["four"] * 6, conditions=deeper))
    hands.to_first_question()
    hands.tap(hands.options()[0])
    shares = [hands.window.top.progress.share]
    hands.tap(hands.options()[3])
    for _ in range(4):
        hands.next()
        shares.append(hands.window.top.progress.share)
        hands.tap(hands.options()[0])
    assert shares == sorted(shares)


@pytest.mark.rule("P101")
def test_the_window_title_tells_nothing_about_the_participant(hands):
    assert hands.window.windowTitle() == "Part 1 of 1, 1 of 3 - RETNET-Pro"
    assert hands.window.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
