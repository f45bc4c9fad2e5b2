"""Wrong participant or wrong visit: one person proposes, another decides, and nothing that was signed is touched."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.correction import correct
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.history import history_of
from retnet_pro.conduct.misplaced import decide, placings_of, propose
from retnet_pro.conduct.placing import Proposed
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.trail import Wanted
from retnet_pro.errors import Code
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.study.subject import make_subject
from tests.unit.conduct.conftest import PASSPHRASE, reopened
from tests.unit.conduct.test_desk import C30, SUBJECT, answer, enrolled, finish, refused, started
from tests.unit.conduct.test_trail import lines

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

OTHER = make_subject("AB", 2)
Q1 = ItemId("q1")
NOTE = "the wrong code was picked from the list"


@pytest.fixture
def answered(site: "Founded") -> "Founded":
    """Two participants; the first has one finished form, which the second filled in."""
    desk = enrolled(site.login("nurse"))
    desk.enrol(OTHER, date(2026, 11, 20), "en")
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 5))
    return site


def session(desk: Desk, subject: str = SUBJECT) -> SessionId:
    return desk.responses_of(subject)[0].original.ses


def proposed(desk: Desk, *, to_subject: str = OTHER, to_visit: str = "baseline", note: str = NOTE) -> Proposed:
    return propose(
        desk,
        SUBJECT,
        [session(desk)],
        to_subject=to_subject,
        to_visit=to_visit,
        why=WhyMisplaced.OTHER_PARTICIPANT,
        note=note,
    )


def due(desk: Desk) -> set[str]:
    return {one.subject for one in desk.due() if C30 in one.missing}


@pytest.mark.rule("E102")
def test_until_a_second_person_decides_it_stands_where_it_stood_and_both_places_say_so(answered: "Founded") -> None:
    desk = answered.login("nurse")
    one = proposed(desk)
    again = answered.login("coordinator")
    assert placings_of(again, SUBJECT) == placings_of(again, OTHER) == (one,)
    assert again.site.placing.disputed() == {session(again)}
    assert (len(again.responses_of(SUBJECT)), len(again.responses_of(OTHER))) == (1, 0)
    assert due(again) == {OTHER}


@pytest.mark.rule("E102", "P15")
def test_once_accepted_it_stands_at_the_right_participant_with_its_whole_history(answered: "Founded") -> None:
    desk = answered.login("nurse")
    ses, before = session(desk), desk.responses_of(SUBJECT)[0]
    entries = history_of(desk, ses)
    events = list(answered.opened.log.events())
    one = decide(answered.login("coordinator"), proposed(desk).hash, accepted=True, note="asked both participants")
    assert one.decided is not None and (one.who, one.decided.who) == ("nurse", "coordinator")
    again = answered.login("nurse")
    assert again.responses_of(SUBJECT) == ()
    (taken,) = again.responses_of(OTHER)
    assert (taken.response.subject, taken.original) == (OTHER, before.original)
    assert history_of(again, ses) == entries
    assert due(again) == {SUBJECT}, "the due list follows"
    assert again.course(OTHER).done("baseline") == {C30} and again.course(SUBJECT).done("baseline") == frozenset()
    assert list(answered.opened.log.events())[: len(events)] == events
    assert placings_of(again, SUBJECT) == placings_of(again, OTHER) == (one,), "the original place stays visible"


@pytest.mark.rule("E102")
def test_nobody_is_their_own_second_person(answered: "Founded") -> None:
    coordinator = answered.login("coordinator")
    one = proposed(coordinator)
    head = answered.opened.log.head()
    with refused(Code.SECOND_PERSON):
        decide(coordinator, one.hash, accepted=True, note="sure")
    assert answered.opened.log.head() == head
    content = {"proposal": one.hash, "subject": SUBJECT, "to_subject": OTHER, "accepted": True, "note": "forced"}
    coordinator.write(Kind.PLACE_DECIDE, content)
    assert len(answered.login("investigator").responses_of(SUBJECT)) == 1, "not even past the use case"
    decide(answered.login("investigator"), one.hash, accepted=True, note="asked both")


@pytest.mark.rule("E102")
def test_what_is_not_accepted_stays_and_can_be_proposed_again(answered: "Founded") -> None:
    one = proposed(answered.login("nurse"))
    coordinator = answered.login("coordinator")
    with refused(Code.PLACE_DISPUTED):
        proposed(coordinator)
    decide(coordinator, one.hash, accepted=False, note="it was the right one")
    assert len(coordinator.responses_of(SUBJECT)) == 1 and not coordinator.site.placing.disputed()
    with refused(Code.PLACE_DECIDED):
        decide(coordinator, one.hash, accepted=True, note="after all")
    assert proposed(coordinator).decided is None


@pytest.mark.rule("P19")
def test_no_words_no_proposal_and_no_decision(answered: "Founded") -> None:
    desk = answered.login("nurse")
    with refused(Code.REASON_MISSING):
        proposed(desk, note=" ")
    with refused(Code.SAME_PLACE):
        proposed(desk, to_subject=SUBJECT)
    with refused(Code.TIME_POINT_UNKNOWN):
        proposed(desk, to_visit="week99")
    with refused(Code.PARTICIPANT_UNKNOWN):
        proposed(desk, to_subject=make_subject("AB", 9))
    one = proposed(desk)
    with refused(Code.REASON_MISSING):
        decide(answered.login("coordinator"), one.hash, accepted=True, note="")


@pytest.mark.rule("E101", "E102")
def test_corrections_go_along_and_go_on(answered: "Founded") -> None:
    desk = answered.login("nurse")
    ses = session(desk)
    how = {"why": WhyAmended.OTHER, "note": "n", "source": Source.PAPER}
    correct(desk, SUBJECT, ses, Q1, Answered(3), **how)  # type: ignore[arg-type]
    decide(answered.login("coordinator"), proposed(desk).hash, accepted=True, note="asked both")
    again = answered.login("nurse")
    assert again.responses_of(OTHER)[0].response.answers[Q1] == Answered(3)
    correct(again, OTHER, ses, Q1, Answered(2), **how)  # type: ignore[arg-type]
    assert answered.login("nurse").responses_of(OTHER)[0].response.answers[Q1] == Answered(2)


@pytest.mark.rule("P102")
@pytest.mark.parametrize("gone", [SUBJECT, OTHER], ids=["where it stood", "where it belongs"])
def test_an_erasure_takes_what_belongs_to_the_participant_and_nothing_else(
    answered: "Founded", tmp_path: Path, gone: str
) -> None:
    desk = answered.login("nurse")
    how = {"why": WhyAmended.OTHER, "note": "n", "source": Source.PAPER}
    correct(desk, SUBJECT, session(desk), Q1, Answered(3), **how)  # type: ignore[arg-type]
    decide(answered.login("coordinator"), proposed(desk).hash, accepted=True, note="asked both")
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    erase(answered.login("coordinator"), gone, order, confirmed=gone)
    left = [event for event in answered.opened.log.events() if event.header.kind is Kind.SESSION_DONE]
    assert [event.sealed is None for event in left] == [gone == OTHER]
    again = answered.login("coordinator")
    if gone == SUBJECT:
        assert again.responses_of(OTHER)[0].response.answers[Q1] == Answered(3)
    else:
        assert again.responses_of(SUBJECT) == ()
    answered.opened.log.close()
    with reopened(tmp_path) as door:
        fresh = door.login("coordinator", PASSPHRASE)
        fresh.site = fresh.reader.afresh()
        for one in fresh.reader.needed_after(0):
            fresh.site.take(one)
        other = OTHER if gone == SUBJECT else SUBJECT
        assert len(fresh.responses_of(other)) == (1 if gone == SUBJECT else 0)
        assert fresh.site.placing.astray == {}


@pytest.mark.rule("P11", "P17")
def test_the_trail_of_both_participants_tells_it(answered: "Founded") -> None:
    decide(answered.login("coordinator"), proposed(answered.login("nurse")).hash, accepted=True, note="asked both")
    for subject in (SUBJECT, OTHER):
        told = lines(answered.login("monitor"), Wanted(subject=subject))
        found = [one for one in told if one.kind in (Kind.PLACE_PROPOSE, Kind.PLACE_DECIDE)]
        assert [(one.who, one.new, one.note) for one in found] == [
            ("coordinator", "accepted", "asked both"),
            ("nurse", f"{OTHER}, baseline", NOTE),
        ]


def test_a_snapshot_keeps_what_waits_and_what_was_decided(answered: "Founded", tmp_path: Path) -> None:
    desk = answered.login("coordinator")
    one = decide(desk, proposed(answered.login("nurse")).hash, accepted=False, note="no")
    two = proposed(answered.login("nurse"))
    desk = answered.login("coordinator")
    desk.keep_snapshot(at_once=True)
    answered.opened.log.close()
    with reopened(tmp_path) as door:
        assert placings_of(door.login("coordinator", PASSPHRASE), OTHER) == (one, two)
