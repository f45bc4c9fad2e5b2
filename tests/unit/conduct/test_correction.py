"""A correction stands beside the original, for a reason and from a source; nobody else's screen opens for it."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered, NotPresented, NotReached, Skipped
from retnet_pro.conduct.correction import correct, finished
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.history import history_of
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.errors import Code
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Source, WhyAmended, changed_answers, changed_scores, since_entry
from retnet_pro.record.chain import Break
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.conduct.conftest import TODAY, reopened
from tests.unit.conduct.test_desk import SUBJECT, answer, enrolled, finish, refused, started
from tests.unit.conduct.test_trail import lines

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

Q1, Q5 = ItemId("q1"), ItemId("q5")


@pytest.fixture
def answered(site: "Founded") -> "Founded":
    """One finished form: the first five questions by their first option, the others left out."""
    sitting = started(enrolled(site.login("nurse")))
    bedside = Bedside(site.opened.pen, site.opened.library, sitting)
    finish(site, bedside, 0, answer(site, bedside, 0, 5))
    return site


def session(desk: Desk) -> SessionId:
    return desk.responses_of(SUBJECT)[0].original.ses


def put_right(desk: Desk, item: ItemId = Q1, code: int = 4, note: str = "meant the box below") -> Taken:
    return correct(
        desk,
        SUBJECT,
        session(desk),
        item,
        Answered(code),
        why=WhyAmended.MISTAPPED,
        note=note,
        source=Source.OWN_REQUEST,
    )


@pytest.mark.rule("E100", "E101", "P15")
def test_the_value_is_corrected_and_the_original_stays(answered: "Founded") -> None:
    desk = answered.login("nurse")
    before = desk.responses_of(SUBJECT)[0]
    events = list(answered.opened.log.events())
    answered.calendar.turn_to(TODAY + timedelta(hours=4))
    after = put_right(desk)
    assert (after.original, before.amendments) == (before.response, ())
    assert after.response.answers[Q1] == Answered(4) and after.original.answers[Q1] == Answered(1)
    (one,) = after.amendments
    assert (one.who, one.role, one.amendment.old, one.amendment.new) == ("nurse", "nurse", Answered(1), Answered(4))
    assert (one.amendment.why, one.amendment.source) == (WhyAmended.MISTAPPED, Source.OWN_REQUEST)
    assert since_entry(after.original, one.at) >= timedelta(hours=3)
    assert list(answered.opened.log.events())[: len(events)] == events, "nothing that was signed is touched"


@pytest.mark.rule("E101", "E70")
def test_scores_are_computed_again_by_the_same_code_and_both_are_kept(answered: "Founded") -> None:
    desk = answered.login("nurse")
    taken = put_right(desk)
    plan = make_plan(desk.library.instrument(taken.response.form.id))
    assert taken.response.scores == score(plan, taken.response.answers)
    assert taken.original.scores == score(plan, taken.original.answers)
    ((before, after),) = changed_scores(taken.original, taken.response)
    assert (before.code, before.value != after.value) == ("PF2", True)


@pytest.mark.rule("E101", "P15")
def test_a_second_correction_of_an_answer_builds_on_the_first(answered: "Founded") -> None:
    desk = answered.login("nurse")
    first = put_right(desk, code=4)
    second = put_right(answered.login("coordinator"), code=2)
    assert [one.amendment.old for one in second.amendments] == [Answered(1), Answered(4)]
    assert [one.amendment.on for one in second.amendments] == [first.hash, first.state]
    assert (second.original, second.response.answers[Q1]) == (first.original, Answered(2))
    both = put_right(answered.login("nurse"), Q5, 3)
    assert {item: now for item, (_, now) in changed_answers(both.original, both.response).items()} == {
        Q1: Answered(2),
        Q5: Answered(3),
    }


@pytest.mark.rule("E103")
def test_a_correction_opens_no_questionnaire_and_changes_no_entry_of_the_participant(answered: "Founded") -> None:
    desk = answered.login("nurse")
    ses, waiting = session(desk), desk.site.interrupted()
    entries = history_of(desk, ses)
    put_right(desk)
    again = answered.login("nurse")
    assert (again.site.interrupted(), history_of(again, ses)) == (waiting, entries)
    assert answered.opened.log.get(answered.opened.log.head().seq - 1).header.kind is Kind.AMEND  # type: ignore[union-attr]


@pytest.mark.rule("P19", "E101")
def test_no_reason_in_words_no_correction(answered: "Founded") -> None:
    desk = answered.login("nurse")
    head = answered.opened.log.head()
    for empty in ("", "  \n\t ", "\u200b\u200d"):
        with refused(Code.REASON_MISSING):
            put_right(desk, note=empty)
    assert answered.opened.log.head() == head
    assert put_right(desk, note=" two\nlines\u00a0of it ").amendments[0].amendment.note == "two lines of it"


def test_only_what_the_form_offers_can_be_put_there(answered: "Founded") -> None:
    desk = answered.login("nurse")
    head = answered.opened.log.head()
    for code in (0, 5, -1):
        with refused(Code.NOT_AN_OPTION):
            put_right(desk, code=code)
    with refused(Code.NOTHING_CHANGED):
        put_right(desk, code=1)
    with refused(Code.ITEM_NOT_ASKED):
        put_right(desk, ItemId("q99"))
    with refused(Code.RESPONSE_UNKNOWN):
        finished(desk, SUBJECT, SessionId("another"))
    assert answered.opened.log.head() == head


@pytest.mark.rule("E45")
def test_an_answer_that_hid_others_brings_them_up_as_not_reached_and_the_other_way_round(site: "Founded") -> None:
    sitting = started(enrolled(site.login("nurse")))
    bedside = Bedside(site.opened.pen, site.opened.library, sitting)
    part = next(place for place, turn in enumerate(sitting.turns) if turn.instrument == "carcinoid-diary")
    finish(site, bedside, part, answer(site, bedside, part, 1))
    desk = site.login("nurse")
    count, severity = ItemId("flush_count"), ItemId("flush_severity")
    assert desk.responses_of(SUBJECT)[0].response.answers[severity] == NotPresented()
    with refused(Code.ITEM_NOT_ASKED):
        put_right(desk, severity, 1)
    assert put_right(desk, count, 3).response.answers[severity] == NotReached()
    assert put_right(desk, severity, 2).response.answers[severity] == Answered(2)
    hidden = put_right(desk, count, 0)
    assert hidden.response.answers[severity] == NotPresented()
    assert [one.amendment.item for one in hidden.amendments] == [count, severity, count]


def test_an_answer_can_be_taken_out(answered: "Founded") -> None:
    desk = answered.login("nurse")
    taken = correct(
        desk,
        SUBJECT,
        session(desk),
        Q1,
        Skipped(),
        why=WhyAmended.MISTAPPED,
        note="did not want to answer this",
        source=Source.ASKED_IN_PERSON,
    )
    assert taken.response.answers[Q1] == Skipped()


@pytest.mark.rule("E100", "P105")
def test_a_participant_who_withdrew_can_still_have_it_put_right(answered: "Founded") -> None:
    desk = answered.login("nurse")
    withdraw(desk, SUBJECT, date(2026, 11, 23), WithdrawalReason.NOT_SAID)
    assert put_right(desk).response.answers[Q1] == Answered(4)


@pytest.mark.rule("P102")
def test_what_was_erased_cannot_be_corrected_and_its_corrections_go_with_it(answered: "Founded") -> None:
    desk = answered.login("coordinator")
    put_right(desk)
    ses = session(desk)
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    erase(desk, SUBJECT, order, confirmed=SUBJECT, only=[ses])
    amended = [event for event in answered.opened.log.events() if event.header.kind is Kind.AMEND]
    assert [event.sealed for event in amended] == [None]
    with refused(Code.RESPONSE_UNKNOWN):
        correct(
            desk, SUBJECT, ses, Q1, Answered(2), why=WhyAmended.OTHER, note="late", source=Source.PAPER
        )  # fmt: skip
    assert answered.login("coordinator").course(SUBJECT).amended == {}


@pytest.mark.rule("P03")
def test_nothing_is_corrected_in_a_damaged_record(answered: "Founded") -> None:
    desk = answered.login("nurse")
    head = answered.opened.log.head()
    desk._soundness.distrust(Break(head.seq, "it was changed"))
    with refused(Code.CHAIN_BROKEN):
        put_right(desk)
    assert answered.opened.log.head() == head


@pytest.mark.rule("P03")
@pytest.mark.parametrize("broken", [{"on": EventHash("0" * 64)}, {"note": ""}, {"item": "q2"}, {"extra": 1}])
def test_a_correction_that_does_not_build_on_what_stands_is_named(
    answered: "Founded", broken: dict[str, object]
) -> None:
    desk = answered.login("nurse")
    put_right(desk)
    event = answered.opened.log.get(answered.opened.log.head().seq)
    assert event is not None
    content = {**desk.reader.open_event(event).content, **broken}
    del content["v"], content["kind"]
    desk.pen.write(Kind.AMEND, content, who="nurse", role="nurse", ses=session(desk))
    with refused(Code.PAYLOAD_BROKEN):
        answered.login("nurse").responses_of(SUBJECT)


@pytest.mark.rule("P11", "P17", "P19")
def test_the_trail_tells_old_and_new_value_who_why_and_from_where(answered: "Founded") -> None:
    put_right(answered.login("nurse"))
    (line,) = [
        one for one in lines(answered.login("monitor"), Wanted(subject=SUBJECT)) if one.kind is Kind.AMEND
    ]  # fmt: skip
    assert (line.about.subject, line.about.visit, line.about.form, line.about.item) == (
        SUBJECT, "baseline", "qlq-c30", "q1",
    )  # fmt: skip
    assert (line.old, line.new, line.who, line.role) == ("1", "4", "nurse", "nurse")
    assert (line.reason, line.detail, line.note) == ("mistapped", "own-request", "meant the box below")


def test_corrections_survive_a_snapshot(answered: "Founded", tmp_path: Path) -> None:
    desk = answered.login("coordinator")
    put_right(desk)
    desk.keep_snapshot(at_once=True)
    answered.opened.log.close()
    with reopened(tmp_path) as door:
        taken = door.login("coordinator", "four calm herons wade").responses_of(SUBJECT)[0]
        assert taken.response.answers[Q1] == Answered(4)
        assert taken.original.answers[Q1] == Answered(1)
