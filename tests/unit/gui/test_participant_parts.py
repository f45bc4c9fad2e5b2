"""Small parts of the participant's screen, each on its own."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from retnet_pro.answering.actions import Back, Choose, Finish, Next
from retnet_pro.answering.session import FinishedPage, begin
from retnet_pro.answering.step import step
from retnet_pro.answering.view import IntroView, QuestionView, ReviewView, look
from retnet_pro.gui.participant.faces import FACES
from retnet_pro.gui.participant.page_turn import SETTLE_MS, PageTurn
from retnet_pro.gui.participant.practice import practice_form, practice_words
from retnet_pro.gui.theme import Text, Theme
from retnet_pro.gui.widgets.option import OptionRow
from retnet_pro.gui.widgets.progress import ProgressBar
from retnet_pro.gui.widgets.words import Words, lines_height, set_lines
from retnet_pro.instrument.model import ItemKind
from retnet_pro.moment import Moment

NOW = Moment(datetime(2026, 11, 23, 10, tzinfo=UTC), 0, "boot")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def test_every_kind_of_item_has_a_face():
    assert set(FACES) == set(ItemKind)


@pytest.mark.rule("E24")
def test_a_page_settles_after_its_time_by_the_monotonic_clock():
    up_ms = [5_000]
    turn = PageTurn(lambda: Moment(NOW.wall, up_ms[0], "boot"))
    turn.note()
    assert not turn.is_settled(4_000)
    assert not turn.is_settled(5_000 + SETTLE_MS - 1)
    assert turn.is_settled(5_000 + SETTLE_MS)


@pytest.mark.rule("E24", "E113")
@pytest.mark.parametrize(("forgotten", "clicks"), [(False, 1), (True, 0)])
def test_a_press_can_be_forgotten_before_it_is_let_go(qtbot, forgotten, clicks):
    row, seen = OptionRow(), []
    qtbot.addWidget(row)
    row.resize(300, 60)
    row.show()
    row.clicked.connect(lambda: seen.append(True))
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    if forgotten:
        row.let_go()
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert len(seen) == clicks


@pytest.mark.rule("E26")
def test_progress_follows_the_place_but_waits_when_the_total_grows(qapp):
    bar = ProgressBar()
    seen = []
    for place, total in ((1, 4), (2, 4), (3, 8), (4, 8), (5, 8), (4, 8)):
        bar.show_place(place, total)
        seen.append(bar.share)
    assert seen == [0.25, 0.5, 0.5, 0.5, 0.625, 0.5]
    bar.restart()
    assert bar.share == 0


@pytest.mark.rule("E04")
@pytest.mark.parametrize("width", [60, 200, 700])
def test_a_word_longer_than_the_line_is_broken_never_cut(qapp, width):
    lines = set_lines(LONG, QFont("Noto Sans", 20), width)
    assert lines.size().width() <= width
    assert lines.text() == LONG


def test_text_that_wraps_is_higher(qapp):
    font = QFont("Noto Sans", 20)
    assert lines_height(set_lines("one two three four", font, 90)) > lines_height(set_lines("one", font, 90))


@pytest.mark.rule("E134")
def test_words_start_at_the_reading_side(qtbot):
    def ink_side(direction):
        words = Words(Text.BODY)
        qtbot.addWidget(words)
        words.setLayoutDirection(direction)
        words.wear(Theme(family="Noto Sans"))
        words.say("ab")
        words.resize(400, 40)
        image = words.grab().toImage()
        ground = image.pixelColor(200, 1)
        inked = [x for x in range(400) if any(image.pixelColor(x, y) != ground for y in range(0, 30, 2))]
        return "left" if max(inked) < 200 else "right"

    assert ink_side(Qt.LayoutDirection.LeftToRight) == "left"
    assert ink_side(Qt.LayoutDirection.RightToLeft) == "right"


@pytest.mark.rule("E29", "E140")
def test_the_practice_form_can_be_played_through_by_the_engine(qapp):
    form, words = practice_form(), practice_words("en")
    session = begin(form, NOW)
    assert isinstance(look(session, words), IntroView)
    session = step(session, Next(), NOW)
    for item in form.items:
        view = look(session, words)
        assert isinstance(view, QuestionView)
        assert all(option.text for option in view.options)
        session = step(session, Choose(item.id, item.scale.codes[0]), NOW)
        session = step(session, Next(), NOW)
    assert isinstance(look(step(session, Back(), NOW), words), QuestionView)
    assert isinstance(look(session, words), ReviewView)
    assert isinstance(step(session, Finish(), NOW).page, FinishedPage)
