"""The words of paper."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.record.circumstance import Accommodation
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report.words import (
    absence_words,
    accommodation_words,
    answer_words,
    answered_by_words,
    brief,
    day_words,
    difference_words,
    score_words,
    span_words,
    time_words,
)
from retnet_pro.study.absence import Absence

BEHIND = timezone(-timedelta(hours=3, minutes=30))


@pytest.mark.rule("P32")
def test_a_time_always_says_its_offset() -> None:
    assert time_words(datetime(2026, 3, 5, 9, 7, tzinfo=UTC)) == "5 Mar 2026 09:07 UTC+00:00"
    assert time_words(datetime(2026, 3, 5, 9, 7, tzinfo=BEHIND)) == "5 Mar 2026 09:07 UTC−03:30"
    with pytest.raises(ValueError, match="without offset"):
        time_words(datetime(2026, 3, 5, 9, 7))


def test_a_span_names_the_day_once_unless_it_crosses_midnight_or_the_offset_changes() -> None:
    start = datetime(2026, 3, 5, 9, 7, tzinfo=UTC)
    assert span_words(start, start + timedelta(minutes=8)) == "5 Mar 2026 09:07 – 09:15 UTC+00:00"
    assert span_words(start, start + timedelta(days=1)) == "5 Mar 2026 09:07 UTC+00:00 – 6 Mar 2026 09:07 UTC+00:00"
    assert span_words(start, start.astimezone(BEHIND)).count("UTC") == 2


@pytest.mark.rule("E76")
def test_scores_are_rounded_for_display() -> None:
    assert score_words(200 / 3) == "66.7"
    assert brief(200 / 3) == "67"
    assert brief(2.5, highest=5) == "2.5"


@pytest.mark.parametrize(
    ("difference", "words"),
    [(33.333, "+33.3"), (-10.0, "−10"), (-9.6, "−9.6"), (0.0, "±0"), (-0.01, "±0"), (9.999999999, "+10")],
)
def test_differences_carry_their_sign_and_never_round_up_to_a_rule(difference: float, words: str) -> None:
    assert difference_words(difference) == words


@pytest.mark.rule("E42")
def test_each_state_of_an_answer_has_its_own_words() -> None:
    states = [Answered(3), NotApplicable(), Skipped(), NotPresented(), NotReached(), None]
    words = [answer_words(state) for state in states]
    assert words[0] == "3"
    assert len(set(words)) == len(states)


@pytest.mark.rule("E58", "E66")
def test_every_reason_and_every_helper_has_words() -> None:
    assert len({absence_words(reason) for reason in Absence}) == len(Absence)
    assert len({answered_by_words(who) for who in AnsweredBy}) == len(AnsweredBy)


def test_days_are_written_the_same_on_every_machine() -> None:
    assert day_words(date(2026, 5, 1)) == "1 May 2026"


@pytest.mark.rule("E121")
def test_what_helped_is_said_in_words_and_what_is_not_known_as_it_was_recorded() -> None:
    assert accommodation_words(["read-aloud", "large-text"]) == "read aloud by the tablet, large-text"
    assert accommodation_words([]) == ""
    assert all(accommodation_words([one.value]) != one.value for one in Accommodation)
