"""A corrected form prints what stands now with what stood first: value, score, reason, source, person and delay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.circumstances import Circumstances, PaperUsed
from retnet_pro.conduct.site_facts import Amended
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Amendment, Source, WhyAmended, amended
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.event import EventHash
from retnet_pro.record.transcript import Oddity, Round, WhyPaper
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.participant import participant_pdf
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from tests.unit.report.conftest import load_forms
from tests.unit.report.test_participant import words

Q2 = ItemId("q2")


def corrected(filed: Filed) -> Filed:
    """One correction of question 2, three hours after the form was finished."""
    form = load_forms()[filed.response.form.id]
    old = filed.response.answers[Q2]
    new = Answered(4 if old != Answered(4) else 1)
    answers = {**filed.response.answers, Q2: new}
    amendment = Amendment(
        ses=filed.response.ses,
        subject=filed.response.subject,
        item=Q2,
        old=old,
        new=new,
        why=WhyAmended.MISTAPPED,
        note="meant the box below",
        source=Source.ASKED_BY_PHONE,
        on=filed.hash,
        answers=answers,
        scores=score(make_plan(form), answers),
    )
    at = filed.response.finished.replace("T09", "T12")
    one = Amended(amendment=amendment, seq=777, hash=EventHash("d" * 64), at=at, who="nurse1", role="nurse")
    return replace(filed, response=amended(filed.response, amendment), original=filed.response, amendments=(one,))


@pytest.mark.rule("E101", "P15", "P19")
def test_both_values_and_everything_about_the_correction_are_printed(paper: Callable[..., ParticipantPaper]) -> None:
    plain = paper()
    first, *others = plain.responses
    facts = replace(plain, responses=(corrected(first), *others))
    said = " ".join(words(facts).split())
    assert "9 received (1 corrected since)" in said
    assert "777" in said and "another option was meant" in said and "meant the box below" in said
    assert "participant asked by telephone" in said and "nurse1 (nurse)" in said and "3 h after" in said
    amendment = facts.responses[0].amendments[0].amendment
    assert isinstance(amendment.old, Answered) and isinstance(amendment.new, Answered)
    assert f"{amendment.old.code}, now {amendment.new.code}" in said
    assert f"{amendment.new.code} k1" in said
    assert "scores PF2" in said and "corrected; originally" in said
    assert participant_pdf(facts) == participant_pdf(facts)


def test_without_a_correction_nothing_speaks_of_one(paper: Callable[..., ParticipantPaper]) -> None:
    said = words(paper())
    assert "correct" not in said.lower()


@pytest.mark.rule("E102")
def test_forms_in_the_wrong_place_are_told_at_the_end(paper: Callable[..., ParticipantPaper]) -> None:
    said = words(
        paper(placings=("QLQ-C30: from AB-0016, base to AB-0024, base; disputed until a second person decides.",))
    )
    assert "Forms in the wrong place" in said and "from AB-0016, base to AB-0024" in said
    assert "wrong place" not in words(paper())


@pytest.mark.rule("E90", "E93", "E94")
def test_a_form_on_paper_says_when_it_was_filled_in_by_whom_it_was_read_in_and_what_was_odd(
    paper: Callable[..., ParticipantPaper],
) -> None:
    plain = paper()
    first, *others = plain.responses
    used = PaperUsed(
        day=date(2026, 1, 12),
        why=WhyPaper.NO_TABLET,
        readers={Round.FIRST: "nurse1", Round.SECOND: "nurse2"},
        oddities={Q2: Oddity.TWO_BOXES},
        scan="e" * 64,
        recorded_at="2026-01-15T09:00:00.000+01:00",
    )
    about = Circumstances(medium=Medium.PAPER, paper=used)
    said = words(replace(plain, responses=(replace(first, circumstances=about), *others)))
    assert "on paper of 12 Jan 2026 (no-tablet), read in by nurse1, nurse2 3 days later; q2 two-boxes; scan" in said
