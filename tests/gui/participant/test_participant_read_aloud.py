"""Reading aloud: only where wording and voice allow it, only when asked for, silent when the page moves on."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from retnet_pro.gui.participant.reading_aloud import ReadAloudTool
from retnet_pro.gui.theme import Theme
from tests.gui.participant.conftest import make_words

QUESTION = "Demonstration question 1: which seat in the evening train would you like to take?"
RECALL = "Think of the last seven days."


@dataclass
class FakeVoice:
    """Speaks some languages and remembers what it was told."""

    languages: tuple = ("en",)
    said: list = field(default_factory=list)
    stops: int = 0

    def speaks(self, language):
        return language in self.languages

    def say(self, texts, language):
        self.said.append((tuple(texts), language))

    def stop(self):
        self.stops += 1

    def when_silent(self, told):
        self.fall_silent = told


@pytest.fixture
def voice():
    return FakeVoice()


@pytest.fixture
def at_question(open_window, form, voice):
    def open_it(*kinds, language="en", allowed=True, **over):
        asked = form(*(kinds or ("four", "four")), na=over.pop("na", ()))
        words = (make_words(asked, language, read_aloud=allowed),)
        hands = open_window(asked, language=language, voice=voice, words=words, **over)
        hands.to_first_question()
        return hands

    return open_it


def tool_of(hands):
    return hands.window.reading.tool


@pytest.mark.rule("E121")
def test_a_press_reads_recall_question_and_options_once_and_it_is_stored_with_the_form(at_question, voice):
    hands = at_question("four")
    assert voice.said == [], "it never starts by itself"
    hands.tap(tool_of(hands))
    assert voice.said == [((RECALL, QUESTION, "Never", "Now and then", "Often", "All the time"), "en")]
    voice.fall_silent()
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    assert len(voice.said) == 1
    assert hands.desk.noted[0] == (0, {"read-aloud"}), "safe before the answer, should the tablet fail"
    assert [accommodations for *_, accommodations in hands.desk.finished] == [("read-aloud",)]


@pytest.mark.rule("E121")
def test_a_form_in_which_nothing_was_read_aloud_does_not_carry_it(at_question):
    hands = at_question("four")
    hands.answer_all()
    hands.tap(hands.window.bottom.finish)
    assert [accommodations for *_, accommodations in hands.desk.finished] == [()]


def test_a_second_press_stops_and_the_tool_says_what_the_next_press_does(at_question, voice):
    hands = at_question()
    tool = tool_of(hands)
    size = tool.size()
    assert tool.accessibleName() == "Read aloud"
    hands.tap(tool)
    assert (tool.accessibleName(), tool.size()) == ("Stop reading", size)
    hands.tap(tool)
    assert (voice.stops, len(voice.said), tool.accessibleName()) == (1, 1, "Read aloud")


@pytest.mark.parametrize(
    "act",
    [
        lambda hands: hands.tap(hands.options()[0]),
        lambda hands: hands.next(),
        lambda hands: hands.back(),
        lambda hands: hands.tap(hands.window.top.tools[0]),
        lambda hands: hands.tap(hands.window.top.tools[3]),
        lambda hands: hands.window._idle.timeout.emit(),
    ],
    ids=["answer", "next", "back", "help", "rest", "covered after a while"],
)
def test_whatever_moves_the_page_on_ends_the_voice_at_once(at_question, voice, act):
    hands = at_question()
    hands.tap(tool_of(hands))
    act(hands)
    assert voice.stops == 1
    assert not hands.window.reading.is_speaking
    assert len(voice.said) == 1, "the next page is not read by itself"


def test_an_earlier_answer_is_never_spoken(at_question, voice):
    hands = at_question("seven", na=(1,))
    hands.tap(tool_of(hands))
    hands.tap(hands.options()[4])
    hands.tap(tool_of(hands))
    first, again = (texts for texts, _ in voice.said)
    assert first == again
    assert first[2:5] == ("1", "Could not be worse", "2")
    assert first[-3:] == ("7", "Could not be better", "I did not go out")


def test_of_a_count_only_the_words_are_said(at_question, voice):
    hands = at_question("count")
    hands.tap(tool_of(hands))
    assert voice.said == [((RECALL, QUESTION), "en")]


def test_no_tool_where_the_wording_does_not_allow_it(at_question):
    assert not tool_of(at_question(allowed=False)).isVisible()


def test_no_tool_where_the_voice_does_not_speak_the_language(at_question):
    assert not tool_of(at_question(language="de")).isVisible()


def test_without_a_voice_there_is_no_tool_at_all(open_window):
    hands = open_window()
    hands.to_first_question()
    assert hands.window.reading.tool is None
    assert hands.window.findChildren(ReadAloudTool) == []


@pytest.mark.rule("E117")
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(800, 1280), (1280, 800), (1024, 768)])
def test_the_tool_is_a_whole_touch_target_and_is_mirrored_with_the_page(at_question, voice, percent, size):
    voice.languages = ("ar", "en")
    for language, is_right in (("en", True), ("ar", False)):
        theme = Theme(family="Noto Sans")
        while theme.percent != percent:
            theme = theme.with_next_size()
        hands = at_question(language=language, theme=theme, size=size)
        tool, page = tool_of(hands), hands.window.question
        assert tool.isVisible()
        assert min(tool.width(), tool.height()) >= 44
        middle = tool.mapTo(page, tool.rect().center()).x()
        assert (middle > page.width() / 2) is is_right
        assert tool.focusPolicy() is not Qt.FocusPolicy.NoFocus
