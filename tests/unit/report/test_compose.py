"""From a real site's record to paper: rights, history of answers, and the line in the audit trail."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.step import step
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.alerts import alerts_of
from retnet_pro.conduct.circumstances import Circumstances, circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import start, stop
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.moment import Moment
from retnet_pro.record.circumstance import LineCheck, WhyHelped
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report.circumstances import circumstance_row
from retnet_pro.report.compose import compose, print_participant
from retnet_pro.simulation.play import fill_in, next_action
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification, Mode
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite, clinic
from tests.unit.conduct.conftest import Founded, found

SUBJECT = make_subject("AB", 1)
NOW = Moment(datetime(2026, 12, 1, 10, tzinfo=UTC), 1, "b")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Founded]:
    """One randomised participant whose baseline has been answered but for one form, with one change of mind."""
    site = found(Path(tmp_path_factory.mktemp("site")))
    desk = site.login("coordinator")
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    desk.record_fact(SUBJECT, Fact.RANDOMISED, date(2026, 11, 23), arm="be")
    sitting = start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(desk.pen, desk.library, sitting)
    for part in range(2):
        session, _ = bedside.begin(part)
        for action in (Next(), *change_of_mind(session.instrument.items[0].id), Next()):
            before = len(session.entries)
            session = step(session, action, site.calendar())
            bedside.record(part, session.entries[before:])
        while (action := next_action(session, session.given)) is not None:
            before = len(session.entries)
            session = step(session, action, site.calendar())
            bedside.record(part, session.entries[before:])
        bedside.finish(part, session, ())
    desk.catch_up()
    excuse(desk, SUBJECT, "week-12", InstrumentId("qlq-c30"), Absence.TOO_ILL)
    yield site
    site.opened.log.close()


def change_of_mind(item: object) -> tuple[object, ...]:
    return (Choose(item, 2), Choose(item, 1))  # type: ignore[arg-type]


def coordinator(site: Founded) -> Desk:
    return site.login("coordinator")


@pytest.mark.rule("P21")
def test_only_those_who_may_see_the_arm_get_it_on_paper(played: Founded) -> None:
    paper = compose(coordinator(played), SUBJECT, NOW)
    assert (paper.arm, paper.arm_may_be_seen) == ("Bland embolization", True)
    hidden = compose(played.login("nurse"), SUBJECT, NOW)
    assert (hidden.arm, hidden.arm_may_be_seen) == (None, False)


@pytest.mark.rule("P07")
def test_a_changed_answer_is_known_to_paper(played: Founded) -> None:
    paper = compose(coordinator(played), SUBJECT, NOW)
    assert [filed.response.form.id for filed in paper.responses] == ["qlq-c30", "qlq-ginet21"]
    assert [dict(filed.changed) for filed in paper.responses] == [{"q1": 1}, {"q31": 1}]


def test_paper_says_what_the_record_says(played: Founded) -> None:
    desk = coordinator(played)
    paper = compose(desk, SUBJECT, NOW)
    assert (paper.site, paper.mode, paper.printed_at, paper.printed_by) == ("AB", Mode.DEMO, NOW.wall, "coordinator")
    assert [filed.hash for filed in paper.responses] == [taken.hash for taken in desk.responses_of(SUBJECT)]
    assert paper.absent == {("week-12", "qlq-c30"): "too ill"}
    assert paper.visits == desk.visits_of(SUBJECT)


@pytest.mark.rule("P10", "P101")
def test_printing_is_written_down_and_says_nothing_in_the_open(played: Founded) -> None:
    desk = coordinator(played)
    pdf = print_participant(desk, SUBJECT, NOW)
    assert pdf.startswith(b"%PDF")
    *_, last = played.opened.log.events()
    assert (last.header.kind, last.header.who, last.header.note) == (Kind.VIEW, "coordinator", None)
    assert SUBJECT.encode() not in last.header_bytes


@pytest.mark.rule("P41")
@pytest.mark.parametrize("user", ["administrator", "coordinator"])
def test_a_refused_print_leaves_no_trace_and_no_paper(played: Founded, user: str) -> None:
    desk = played.login(user)
    head = played.opened.log.head()
    wanted, code = (SUBJECT, Code.NOT_ALLOWED) if user == "administrator" else ("AB-9999", Code.PARTICIPANT_UNKNOWN)
    with pytest.raises(Refusal) as refused:
        print_participant(desk, wanted, NOW)
    assert refused.value.code is code
    assert played.opened.log.head() == head


@pytest.mark.rule("E58", "E59", "E90")
def test_paper_says_who_stated_who_was_on_the_telephone(played: Founded) -> None:
    desk = coordinator(played)
    subject = make_subject("AB", 7)
    desk.enrol(subject, date(2026, 11, 20), "en")
    sitting = start(desk, subject, "baseline", "en", AnsweredBy.STAFF_TELEPHONE, line=LineCheck.DETAILS)
    fill_in(Bedside(desk.pen, desk.library, sitting), 0, {}, played.calendar)
    desk.catch_up()
    paper = compose(desk, subject, NOW)
    (filed,) = paper.responses
    texts = " ".join(cell.text for cell in circumstance_row(paper, filed))
    for said in (
        "staff interview by telephone (not at the clinic)",
        "asked by telephone and entered by staff",
        "stated by staff coordinator (details compared with the patient file)",
    ):
        assert said in texts


@pytest.mark.rule("E57", "E58", "E59", "E66", "E90")
def test_paper_says_who_helped_why_and_how_and_why_a_form_was_stopped(played: Founded) -> None:
    desk = coordinator(played)
    subject = make_subject("AB", 2)
    desk.enrol(subject, date(2026, 11, 20), "en")
    how = {"why": WhyHelped.SIGHT, "after_contact": True}
    sitting = start(desk, subject, "baseline", "en", AnsweredBy.HELPER_READS, **how)  # type: ignore[arg-type]
    bedside = Bedside(desk.pen, desk.library, sitting)
    bedside.identify(Identification.CONFIRM)
    bedside.change_who(0, AnsweredBy.STAFF_INTERVIEW, WhyHelped.UNWELL)
    fill_in(bedside, 0, {}, played.calendar)
    desk.catch_up()
    stop(desk, next(one for one in desk.site.interrupted() if one.subject == subject), Absence.TOO_ILL.value)
    paper = compose(desk, subject, NOW)
    (filed,) = paper.responses
    assert filed.circumstances == circumstances_of(desk, filed.response.ses)
    texts = " ".join(cell.text for cell in circumstance_row(paper, filed))
    for said in (
        "helper read aloud (poor sight); then staff interview (too unwell)",
        "asked and entered by staff",
        "own confirmation",
        "after the consultation",
    ):
        assert said in texts
    assert "stopped, too ill" in paper.absent.values()


def test_what_an_older_version_did_not_write_down_says_so(played: Founded) -> None:
    paper = compose(coordinator(played), SUBJECT, NOW)
    bare = replace(paper.responses[0], circumstances=Circumstances())
    texts = [cell.text for cell in circumstance_row(paper, bare)]
    assert texts[2:5] == ["participant alone", "not recorded", "not recorded"]


@pytest.mark.rule("E85")
def test_paper_tells_the_alerts_nobody_has_settled_newest_first() -> None:
    site = FakeSite()
    desk = clinic(site)
    subject = make_subject("BER", 1)
    waiting = [one for one in alerts_of(desk, subject) if one.fact.is_open]
    told = compose(desk, subject, site.clock()).alerts_open
    assert len(told) == len(waiting) > 1
    assert told[0].startswith(f"{waiting[-1].about} {waiting[-1].fact.alert.value:g} ({waiting[-1].form}, ")
