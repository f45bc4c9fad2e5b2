"""How a questionnaire came about: the codes that say it."""

import pytest

from retnet_pro.record.circumstance import Medium, WhyHelped, lacks_reason, medium_of, most_helped
from retnet_pro.record.response import AnsweredBy


@pytest.mark.rule("E90")
@pytest.mark.parametrize("who", AnsweredBy)
def test_only_what_staff_ask_and_enter_is_an_interview(who: AnsweredBy) -> None:
    expected = Medium.INTERVIEW if who is AnsweredBy.STAFF_INTERVIEW else Medium.TABLET
    assert medium_of(who) is expected


@pytest.mark.rule("E58")
def test_a_form_counts_as_helped_when_any_part_of_it_was() -> None:
    assert most_helped(AnsweredBy.HELPER_TAPS, AnsweredBy.ALONE) is AnsweredBy.HELPER_TAPS
    assert most_helped(AnsweredBy.ALONE, AnsweredBy.STAFF_INTERVIEW) is AnsweredBy.STAFF_INTERVIEW


@pytest.mark.rule("E58")
@pytest.mark.parametrize("who", AnsweredBy)
def test_only_who_answers_alone_needs_no_reason_and_another_one_needs_words(who: AnsweredBy) -> None:
    alone = who is AnsweredBy.ALONE
    assert lacks_reason(who, None) is not alone
    assert lacks_reason(who, WhyHelped.OTHER) is not alone
    assert not lacks_reason(who, WhyHelped.OTHER, "glasses forgotten")
    assert not lacks_reason(who, WhyHelped.WISH)
