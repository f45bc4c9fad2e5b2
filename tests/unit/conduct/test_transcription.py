"""A form on paper: two people read it in, differences are settled at the paper, then it is like any other."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered, NotReached
from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.paper import PaperForm
from retnet_pro.conduct.paper_reading import discrepancies
from retnet_pro.conduct.transcription import attach_scan, enter_first, enter_second, settle
from retnet_pro.errors import Code
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.event import Kind
from retnet_pro.record.transcript import SCAN_LIMIT, Mark, Oddity, Round, WhyPaper, read_scan
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from tests.unit.conduct.conftest import PASSPHRASE, reopened
from tests.unit.conduct.test_desk import C30, SUBJECT, enrolled, refused

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

DAY = date(2026, 11, 21)
Q1, Q2, Q3 = ItemId("q1"), ItemId("q2"), ItemId("q3")
MARKS = {Q1: Mark(Answered(2)), Q2: Mark(None, Oddity.TWO_BOXES), Q3: Mark(Answered(1), Oddity.MARGIN_NOTE)}


@pytest.fixture
def ready(site: "Founded") -> "Founded":
    enrolled(site.login("nurse"))
    return site


def first(desk: Desk, **changes: object) -> PaperForm:
    how = {"day": DAY, "language": "en", "why": WhyPaper.NO_TABLET, **changes}
    return enter_first(desk, SUBJECT, "baseline", C30, how.pop("marks", MARKS), **how)  # type: ignore[arg-type]


@pytest.mark.rule("E90", "E92", "E93")
def test_two_who_read_the_same_make_a_form_under_the_participants_own_date(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    assert desk.responses_of(SUBJECT) == () and desk.site.papers == {paper.ses: paper}
    assert enter_second(desk, paper.ses, MARKS) == ()
    (taken,) = desk.responses_of(SUBJECT)
    response = taken.response
    assert response.finished.startswith("2026-11-21T00:00") and response.started == response.finished
    assert (response.answers[Q1], response.answers[Q2], response.answers[Q3]) == (
        Answered(2), NotReached(), Answered(1),
    )  # fmt: skip
    assert response.scores == score(make_plan(desk.library.instrument(C30)), response.answers)
    about = circumstances_of(desk, paper.ses)
    assert about.medium is Medium.PAPER and about.paper is not None
    assert (about.paper.day, about.paper.why) == (DAY, WhyPaper.NO_TABLET)
    assert about.paper.readers == {Round.FIRST: "nurse", Round.SECOND: "coordinator"}
    assert about.paper.oddities == {Q2: Oddity.TWO_BOXES, Q3: Oddity.MARGIN_NOTE}
    assert desk.site.papers == {} and desk.site.interrupted() == ()
    assert C30 in desk.course(SUBJECT).done("baseline")
    asked = [rule for rule in desk.study.alerts if rule.instrument == C30]
    alarms = [event for event in ready.opened.log.events() if event.header.kind is Kind.ALERT]
    assert len(alarms) == bool(asked), "held against the rules as on the tablet"
    entries = [event for event in ready.opened.log.events() if event.header.kind is Kind.ANSWER]
    assert len(entries) == response.entries == 2


@pytest.mark.rule("E93")
def test_where_they_differ_somebody_looks_at_the_paper(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    found = enter_second(desk, paper.ses, {**MARKS, Q1: Mark(Answered(3)), Q2: Mark(Answered(4))})
    assert [(one.item, one.first, one.second) for one in found] == [
        (Q1, Mark(Answered(2)), Mark(Answered(3))),
        (Q2, Mark(None, Oddity.TWO_BOXES), Mark(Answered(4))),
    ]
    assert desk.responses_of(SUBJECT) == () and discrepancies(desk, paper.ses) == found
    with refused(Code.PAPER_UNSETTLED):
        settle(desk, paper.ses, {Q1: Mark(Answered(3))})
    settle(ready.login("nurse"), paper.ses, {Q1: Mark(Answered(3)), Q2: Mark(None, Oddity.BETWEEN)})
    again = ready.login("nurse")
    answers = again.responses_of(SUBJECT)[0].response.answers
    assert (answers[Q1], answers[Q2], answers[Q3]) == (Answered(3), NotReached(), Answered(1))
    about = circumstances_of(again, paper.ses).paper
    assert about is not None and set(about.readers) == set(Round) and about.oddities[Q2] is Oddity.BETWEEN


@pytest.mark.rule("E93")
def test_the_second_reader_is_another_person(ready: "Founded") -> None:
    nurse = ready.login("nurse")
    paper = first(nurse)
    with refused(Code.SECOND_PERSON):
        enter_second(nurse, paper.ses, MARKS)
    assert discrepancies(ready.login("coordinator"), paper.ses) == (), "nothing of the first is told before the second"


@pytest.mark.rule("E93", "P102")
def test_the_scan_is_sealed_named_by_its_hash_and_goes_with_an_erasure(ready: "Founded") -> None:
    desk = ready.login("coordinator")
    paper = first(desk)
    scan = b"%PDF-1.7 not much of a scan"
    name = attach_scan(desk, paper.ses, scan)
    event = next(event for event in ready.opened.log.events() if event.header.kind is Kind.PAPER_SCAN)
    assert event.sealed is not None and scan not in event.sealed
    assert read_scan(desk.reader.open_event(event).content) == scan
    assert desk.site.papers[paper.ses].scan == name
    for unfit in (b"plain text", b"", b"%PDF-" + bytes(SCAN_LIMIT)):
        with refused(Code.SCAN_UNFIT):
            attach_scan(desk, paper.ses, unfit)
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    erase(desk, SUBJECT, order, confirmed=SUBJECT)
    left = [event.sealed for event in ready.opened.log.events() if event.header.kind.value.startswith("paper.")]
    assert left == [None, None] and ready.login("coordinator").site.papers == {}


def test_dates_reasons_and_codes_are_looked_at_before_anything_is_recorded(ready: "Founded") -> None:
    desk = ready.login("nurse")
    head = ready.opened.log.head()
    for code, changes in (
        (Code.DAY_IN_FUTURE, {"day": date(2026, 11, 24)}),
        (Code.DAY_BEFORE_ENROLMENT, {"day": date(2026, 11, 19)}),
        (Code.REASON_MISSING, {"why": WhyPaper.OTHER}),
        (Code.NOT_AN_OPTION, {"marks": {Q1: Mark(Answered(9))}}),
        (Code.NOT_AN_OPTION, {"marks": {ItemId("q99"): Mark(Answered(1))}}),
        (Code.NOT_AN_OPTION, {"marks": {Q1: Mark(Answered(1), Oddity.ILLEGIBLE)}}),
        (Code.WORDING_MISSING, {"language": "xx"}),
    ):
        with refused(code):
            first(desk, **changes)
    assert ready.opened.log.head() == head


def test_what_waits_survives_a_snapshot(ready: "Founded", tmp_path: Path) -> None:
    paper = first(ready.login("nurse"))
    ready.login("coordinator").keep_snapshot(at_once=True)
    ready.opened.log.close()
    with reopened(tmp_path) as door:
        assert door.login("coordinator", PASSPHRASE).site.papers == {paper.ses: paper}
