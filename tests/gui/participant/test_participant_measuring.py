"""A wording is measured with the participant's own pages: what is cut, hidden or has no letter is found."""

from dataclasses import replace

import pytest

from retnet_pro.answering.session import begin
from retnet_pro.gui.participant.measuring import measure
from tests.gui.participant.conftest import make_words

FAMILY = "Noto Sans"


@pytest.fixture
def measured(qapp, form, clock):
    demo = form("four", "seven", "count", na=(1,))

    def measure_it(language="en", **changed):
        words = replace(make_words(demo, language), **changed)
        return measure(demo, words, begin(demo, clock()), family=FAMILY)

    return measure_it


def against(remarks):
    return [remark.said for remark in remarks if remark.stands_against]


@pytest.mark.rule("E111", "E130")
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_words_that_fit_have_nothing_against_them(measured, language):
    assert against(measured(language, right_to_left=language == "ar")) == []


@pytest.mark.rule("E02")
def test_a_question_too_long_for_the_screen_at_normal_size_is_found(measured):
    said = against(measured(items={"i1": "Which seat would you take? " * 40, "i2": "Short?", "i3": "Short?"}))
    assert said
    assert all("question 1 is not seen whole" in one and "at 100 %" in one for one in said)


@pytest.mark.rule("E130")
def test_a_letter_no_typeface_has_is_found(measured):
    said = against(measured(title="Seat \U0010ff00"))
    assert said == ["title: no typeface here has the letters \U0010ff00 (E130)"]


@pytest.mark.rule("E111")
def test_a_word_longer_than_a_line_is_named_and_a_language_without_blanks_is_not(measured):
    long = "Sehenswürdigkeitenviertelspaziergangsbegleitungsgesellschaftshaus"
    looked = [one.said for one in measured(items={"i1": long, "i2": "Short?", "i3": "Short?"})]
    assert any(f"'{long}' is broken" in said and "200 %" in said for said in looked), looked
