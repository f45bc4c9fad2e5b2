"""How a questionnaire came about: the codes that say it."""

import pytest

from retnet_pro.record.circumstance import Medium, WhyHelped, lacks_reason, medium_of, most_helped
from retnet_pro.record.response import AnsweredBy


@pytest.mark.rule("E90")
@pytest.mark.parametrize("who", AnsweredBy)
def test_only_what_staff_ask_and_enter_is_an_interview_and_only_a_call_is_one_by_telephone(who: AnsweredBy) -> None:
    asked = {AnsweredBy.STAFF_INTERVIEW: Medium.INTERVIEW, AnsweredBy.STAFF_TELEPHONE: Medium.TELEPHONE}
    assert medium_of(who) is asked.get(who, Medium.TABLET)


@pytest.mark.rule("E58")
def test_a_form_counts_as_helped_when_any_part_of_it_was() -> None:
    assert most_helped(AnsweredBy.HELPER_TAPS, AnsweredBy.ALONE) is AnsweredBy.HELPER_TAPS
    assert most_helped(AnsweredBy.ALONE, AnsweredBy.STAFF_INTERVIEW) is AnsweredBy.STAFF_INTERVIEW


@pytest.mark.rule("E58")
@pytest.mark.parametrize("who", AnsweredBy)
def test_whoever_is_at_the_tablet_and_not_alone_needs_a_reason_and_another_one_needs_words(who: AnsweredBy) -> None:
    is_plain = who in (AnsweredBy.ALONE, AnsweredBy.STAFF_TELEPHONE)
    assert lacks_reason(who, None) is not is_plain
    assert lacks_reason(who, WhyHelped.OTHER) is not is_plain
    assert not lacks_reason(who, WhyHelped.OTHER, "glasses forgotten")
    assert not lacks_reason(who, WhyHelped.WISH)
