"""The scan of a paper form can be looked at by whoever reads answers, and every look at one stands in the record."""

from typing import TYPE_CHECKING

import pytest

from retnet_pro.app.opening import doorway_of
from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.scans import open_scan
from retnet_pro.conduct.trail import open_trail
from retnet_pro.conduct.trail_line import Look
from retnet_pro.conduct.transcription import attach_scan, enter_first, enter_second
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.transcript import WhyPaper, write_scan
from tests.two_tablets import ENROLLED, make_pair, open_pair
from tests.unit.conduct.conftest import PASSPHRASE
from tests.unit.conduct.test_desk import C30, SUBJECT, refused
from tests.unit.conduct.test_transcription import MARKS, first, ready

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.conduct.conftest import Founded

__all__ = ["ready"]
SCAN = b"%PDF-1.7 not much of a scan"


@pytest.mark.rule("E93", "P10")
def test_a_monitor_sees_the_scan_beside_the_answers_and_the_look_is_told(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    name = attach_scan(ready.login("nurse"), paper.ses, SCAN)
    enter_second(ready.login("coordinator"), paper.ses, MARKS)
    desk = ready.login("monitor")
    scan = open_scan(desk, SUBJECT, paper.ses)
    assert (scan.data, scan.name, scan.who) == (SCAN, name, "nurse")
    assert (scan.subject, scan.visit, scan.instrument) == (SUBJECT, "baseline", C30)
    about = circumstances_of(desk, paper.ses).paper
    assert about is not None and about.scan == name
    last = list(ready.opened.log.events())[-1]
    assert last.header.kind is Kind.VIEW and SCAN not in last.sealed
    line = open_trail(desk).more()[1]
    assert (line.who, line.detail) == ("monitor", Look.SCAN)
    assert (line.about.subject, line.about.visit, line.about.form) == (SUBJECT, "baseline", C30)
    assert name in dict(line.content).values()


@pytest.mark.rule("E93")
def test_a_scan_can_be_seen_while_its_form_still_waits(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    attach_scan(desk, paper.ses, SCAN)
    assert open_scan(desk, SUBJECT, paper.ses).data == SCAN


@pytest.mark.rule("E93", "P10")
def test_where_there_is_no_scan_nothing_is_written_down(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    head = ready.opened.log.head()
    for ses in (paper.ses, SessionId("unheard of")):
        with refused(Code.SCAN_MISSING):
            open_scan(desk, SUBJECT, ses)
    enter_second(desk, paper.ses, MARKS)
    recorded = ready.opened.log.head()
    assert recorded != head
    with refused(Code.SCAN_MISSING):
        open_scan(desk, SUBJECT, paper.ses)
    assert ready.opened.log.head() == recorded


@pytest.mark.rule("E93", "P06")
def test_a_scan_that_is_not_the_one_its_hash_names_is_never_shown(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    desk.write(Kind.PAPER_SCAN, {**write_scan(paper.ses, SUBJECT, SCAN), "data": "JVBERi0="}, ses=paper.ses)
    with pytest.raises(RetnetError) as caught:
        open_scan(desk, SUBJECT, paper.ses)
    assert caught.value.code is Code.PAYLOAD_BROKEN


@pytest.mark.rule("P102")
def test_an_erased_scan_is_gone(ready: "Founded") -> None:
    paper = first(ready.login("nurse"))
    desk = ready.login("coordinator")
    attach_scan(desk, paper.ses, SCAN)
    enter_second(desk, paper.ses, MARKS)
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    erase(desk, SUBJECT, order, confirmed=SUBJECT)
    with refused(Code.PARTICIPANT_ERASED):
        open_scan(desk, SUBJECT, paper.ses)


@pytest.mark.rule("E93")
def test_a_scan_attached_on_another_tablet_of_the_site_is_seen_after_an_exchange(tmp_path: "Path") -> None:
    make_pair(tmp_path / "made")
    one, two = open_pair(tmp_path / "made", tmp_path)
    try:
        subject = one.enrol(1)
        how = {"day": ENROLLED, "language": "en", "why": WhyPaper.WISH}
        paper = enter_first(one.desk, subject, "baseline", C30, MARKS, **how)
        attach_scan(one.desk, paper.ses, SCAN)
        enter_second(doorway_of(one.opened).login("nurse", PASSPHRASE), paper.ses, MARKS)
        one.login()
        place = tmp_path / "place"
        place.mkdir()
        for tablet in (one, two, one, two):
            tablet.exchange(place)
        assert paper.ses in two.filed(subject)
        assert open_scan(two.desk, subject, paper.ses).data == SCAN
    finally:
        one.close()
        two.close()
