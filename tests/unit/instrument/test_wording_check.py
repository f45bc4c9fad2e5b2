"""When a wording could be activated for participants, and every reason against it."""

from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.instrument.approval import set_hash, words_hash
from retnet_pro.instrument.finding import Finding
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Approval, Instrument, ItemId, Translation, Wording
from retnet_pro.instrument.tongue import Review, Tongue, lack_of_speech
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_check import Fitness, Judgement, Remark, judge, judge_findings
from tests.unit.instrument.conftest import FORM, WORDS, licence

TODAY = date(2026, 11, 28)
PICTURES = "ab" * 32
TONGUE = Tongue(language="en", review=Review.SOURCE, version="1", missing=0, letters=frozenset())
LICENCE = licence(expires=date(2027, 12, 31))
REVIEW = Translation(certificate="C-1", reviewer="Reviewer Demo", reviewed=date(2026, 1, 2))


def form(*, needs_licence: bool = True) -> Instrument:
    found, _ = read_instrument(FORM.encode(), "f")
    assert found is not None
    return replace(found, needs_licence=needs_licence)


def licensed(**changed: object) -> Wording:
    wording, _ = read_wording(WORDS.encode(), "w")
    assert wording is not None
    facts = {"demonstration": False, "licence": LICENCE, "translation": REVIEW, "notice": "Demo form (c) Owner"}
    return replace(wording, **{**facts, **changed})  # type: ignore[arg-type]


def approved(wording: Wording) -> Wording:
    """Return the wording with the owner's approval of just these words, where it has a licence to carry one."""
    if wording.licence is None:
        return wording
    book = set_hash(form().hash, words_hash(wording), PICTURES)
    approval = Approval(id="A-2026-1", book=book, pictures=PICTURES)
    return replace(wording, licence=replace(wording.licence, approval=approval))


def judged(**changed: object) -> Judgement:
    return judge(form(), approved(licensed(**changed)), TODAY, ())


@pytest.mark.rule("E130", "E132", "E141")
def test_licensed_reviewed_measured_words_could_be_activated() -> None:
    found = judged()
    assert (found.fitness, found.remarks) == (Fitness.PARTICIPANTS, ())


@pytest.mark.rule("E130", "E132", "E141")
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"licence": None}, "needs a licence"),
        ({"licence": replace(LICENCE, expires=date(2026, 11, 27))}, "ended on 2026-11-27"),
        ({"notice": "Demo form"}, "copyright line"),
        ({"translation": None}, "'translation' with certificate, reviewer and day"),
        ({"translation": replace(REVIEW, reviewed=date(2026, 11, 29))}, "in the future"),
    ],
    ids=["no licence", "expired", "no copyright line", "not reviewed", "reviewed tomorrow"],
)
def test_one_thing_missing_is_enough_to_stop_it(changed: dict[str, object], said: str) -> None:
    found = judged(**changed)
    assert found.fitness is Fitness.NOTHING
    assert len(found.against) == 1 and said in found.against[0]


@pytest.mark.rule("E142")
def test_words_whose_screens_nobody_approved_or_that_changed_since_are_stopped() -> None:
    assert [said for said in judge(form(), licensed(), TODAY, ()).against if "E142" in said] == [
        "it names no approval of the screens by the owner of the wording; see 'retnet-pro screens' (E142)"
    ]
    changed = replace(approved(licensed()), items={**licensed().items, ItemId("a"): "Firstly?"})
    found = judge(form(), changed, TODAY, ())
    assert found.fitness is Fitness.NOTHING
    assert found.against == (
        "approval A-2026-1 was given for another form or other words; see 'retnet-pro screens' (E142)",
    )


@pytest.mark.rule("E141")
def test_the_last_day_of_a_licence_counts_and_a_near_end_is_told() -> None:
    found = judged(licence=replace(LICENCE, expires=TODAY))
    assert found.fitness is Fitness.PARTICIPANTS
    assert [remark.said for remark in found.remarks] == ["its licence ends soon, on 2026-11-28"]
    assert judged(licence=replace(LICENCE, expires=None)).remarks == ()


@pytest.mark.rule("E130")
def test_screens_nobody_measured_or_that_do_not_fit_stop_it() -> None:
    assert judge(form(), approved(licensed()), TODAY, None).against == ("its screens were not measured (E111, E130)",)
    cut = Remark(stands_against=True, said="question 1: words are cut")
    assert judge(form(), approved(licensed()), TODAY, (cut,)).fitness is Fitness.NOTHING


@pytest.mark.rule("E130", "E131", "E132")
@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        (None, "does not speak 'en'"),
        (replace(TONGUE, missing=3), "lacks words in 'en', 3 of them"),
        (replace(TONGUE, review=Review.DRAFT), "no native speaker has reviewed"),
    ],
    ids=["unspoken", "gaps", "draft"],
)
def test_the_program_itself_must_speak_the_language_too(tongue: Tongue | None, said: str) -> None:
    lack = lack_of_speech(tongue, "en", demonstration=False)
    found = judge(form(), approved(licensed()), TODAY, (), lack)
    assert found.fitness is Fitness.NOTHING
    assert len(found.against) == 1 and said in found.against[0]
    assert lack_of_speech(TONGUE, "en", demonstration=False) is None


@pytest.mark.rule("E140")
def test_demonstration_wording_is_never_for_participants() -> None:
    shown = judge(form(), licensed(demonstration=True, licence=None, translation=None), TODAY, ())
    assert shown.fitness is Fitness.DEMONSTRATION
    assert "demonstration wording" in shown.against[0]
    cut = Remark(stands_against=True, said="question 1: words are cut")
    assert judge(form(), licensed(demonstration=True), TODAY, (cut,)).fitness is Fitness.NOTHING


def test_a_form_without_a_licence_still_needs_a_reviewer() -> None:
    own = licensed(licence=None)
    assert judge(form(needs_licence=False), own, TODAY, ()).fitness is Fitness.PARTICIPANTS
    assert judge(form(needs_licence=False), replace(own, translation=None), TODAY, ()).fitness is Fitness.NOTHING


@pytest.mark.rule("E04")
def test_odd_white_space_and_numbers_inside_are_worth_a_look_and_stay_as_they_are() -> None:
    found = judged(items={**licensed().items, "a": "1. First  thing? "})
    assert found.fitness is Fitness.PARTICIPANTS
    assert [remark.said for remark in found.remarks] == [
        "item 1 ('a') begins or ends with white space",
        "item 1 ('a') has two blanks in a row",
        "item 1 ('a') begins with its own number, which the screen shows as well",
    ]


@pytest.mark.rule("E130")
def test_what_could_not_be_read_is_fit_for_nothing() -> None:
    found = judge_findings([Finding("w.yaml", 3, "a", "the words are missing")])
    assert (found.fitness, found.against) == (Fitness.NOTHING, ("w.yaml:3: [a] the words are missing",))
