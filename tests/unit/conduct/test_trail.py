"""The audit trail: what it says of every event, to whom, under which filter, and the trace that looking leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.session import QuestionPage
from retnet_pro.answering.step import step
from retnet_pro.conduct import trail as trail_room
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import start, stop
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.teller import UNSEEN_ARM
from retnet_pro.conduct.trail import EVERYTHING, Trail, Wanted, authors, check, narrow, open_trail
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import About, Line, Openness
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.chain import Break
from retnet_pro.record.event import SEALED_KINDS, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.subject import make_subject
from tests.unit.conduct.test_desk import finish

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

ONE, TWO = make_subject("AB", 1), make_subject("AB", 2)
C30 = InstrumentId("qlq-c30")


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code


def lines(desk: Desk, wanted: Wanted = EVERYTHING) -> tuple[Line, ...]:
    """Everything that fits, as somebody reads it who asks for more until there is no more."""
    trail = Trail(desk, wanted)
    found: tuple[Line, ...] = ()
    while not trail.is_complete:
        found += trail.more()
    return found


@pytest.fixture
def told(site: "Founded") -> "Founded":
    """Two participants. The first changed her mind on question 1 and left the rest of the form out when asked."""
    desk = site.login("coordinator")
    for subject in (ONE, TWO):
        desk.enrol(subject, date(2026, 11, 20), "en")
        desk.record_fact(subject, Fact.RANDOMISED, date(2026, 11, 23), arm="ctace")
    desk.record_fact(ONE, Fact.GRADE, "G1")
    desk.record_fact(ONE, Fact.GRADE, "G2")
    sitting = start(desk, ONE, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(site.opened.pen, site.opened.library, sitting)
    session, _ = bedside.begin(0)
    session = step(session, Next(), site.calendar())
    for code in (2, 1):
        assert isinstance(session.page, QuestionPage)
        before = len(session.entries)
        session = step(session, Choose(session.page.item, code), site.calendar())
        bedside.record(0, session.entries[before:])
    finish(site, bedside, 0, step(session, Next(), site.calendar()))
    desk.catch_up()
    stop(desk, desk.site.sessions[sitting.turns[1].ses], Absence.TOO_ILL.value)
    excuse(desk, TWO, "baseline", InstrumentId("carcinoid-diary"), Absence.REFUSED)
    site.login("nurse").look_at(TWO)
    return site


@pytest.mark.rule("P11", "P12", "P20", "P32")
def test_an_answer_is_told_in_every_field_a_reviewer_needs(told: "Founded") -> None:
    desk = told.login("monitor")
    answers = lines(desk, Wanted(group=Group.ANSWERS))
    first, second = answers[-1], answers[-2]
    assert (first.old, first.new, first.about.item, first.prompted) == ("", "2", "q1", False)
    assert (second.old, second.new, second.about.item) == ("2", "1", "q1")
    assert (second.about.subject, second.about.visit, second.about.form) == (ONE, "baseline", "qlq-c30")
    assert (second.who, second.role) == ("participant", "participant")
    assert second.device == told.opened.founding.device
    assert second.app == told.opened.pen.app
    assert second.at.endswith("+00:00")
    event = told.opened.log.get(second.seq)
    assert event is not None
    assert (second.header, second.hash) == (event.header_bytes, event.hash)
    assert dict(second.content)["replaces"] == "1"


@pytest.mark.rule("P18")
def test_an_answer_after_the_skip_question_says_so(told: "Founded") -> None:
    skipped = [line for line in lines(told.login("monitor"), Wanted(group=Group.ANSWERS)) if line.new == "skipped"]
    assert len(skipped) == 29
    assert {line.prompted for line in skipped} == {True}


@pytest.mark.rule("P11", "P15", "P19")
def test_facts_and_reasons_are_told_with_what_they_replaced(told: "Founded") -> None:
    told_lines = lines(told.login("coordinator"), Wanted(subject=ONE))
    grades = [(line.old, line.new) for line in told_lines if line.about.item == "grade"]
    assert grades == [("G1", "G2"), ("", "G1")]
    (stopped,) = [line for line in told_lines if line.kind is Kind.SESSION_STOP]
    assert (stopped.reason, stopped.about.form) == ("too-ill", "qlq-ginet21")
    (absent,) = [line for line in lines(told.login("monitor"), Wanted(subject=TWO)) if line.kind is Kind.ABSENT]
    assert (absent.reason, absent.who) == ("refused", "coordinator")


@pytest.mark.rule("P16", "P17", "P23")
def test_nothing_in_the_log_is_left_out_and_the_newest_comes_first(told: "Founded") -> None:
    desk = told.login("monitor")
    every = [event.header.seq for event in told.opened.log.events()]
    assert [line.seq for line in lines(desk)] == every[::-1]
    by_group = [line.seq for group in Group for line in lines(desk, Wanted(group=group))]
    assert sorted(by_group) == every


@pytest.mark.rule("P17")
def test_the_trail_comes_in_pages_and_misses_nothing_between_them(
    told: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lines(told.login("monitor"))
    desk = told.login("monitor")
    monkeypatch.setattr(trail_room, "PAGE", 7)
    monkeypatch.setattr(trail_room, "LOOKED_AT", 5)
    trail = Trail(desk)
    pages = [trail.more()]
    told.opened.pen.write(Kind.LOCK, {}, who="participant", role="participant")
    while not trail.is_complete:
        pages.append(trail.more())
    assert max(map(len, pages)) == 5, "a stretch ends when it has looked at enough"
    assert [line.seq for page in pages for line in page][1:] == [line.seq for line in whole]


@pytest.mark.rule("P17")
def test_the_filters_narrow_and_are_joined(told: "Founded") -> None:
    desk = told.login("monitor")
    assert {line.who for line in lines(desk, Wanted(who="nurse"))} == {"nurse"}
    assert {line.about.subject for line in lines(desk, Wanted(subject=ONE))} == {ONE}
    kinds = {line.kind for line in lines(desk, Wanted(subject=ONE))}
    assert kinds > {Kind.ENROL, Kind.PARTICIPANT_FACT, Kind.HANDOVER, Kind.SESSION_OPEN, Kind.ANSWER, Kind.SESSION_DONE}
    both = Wanted(subject=TWO, group=Group.VIEWS, who="nurse", first=date(2026, 11, 23), last=date(2026, 11, 23))
    assert [line.detail for line in lines(desk, both)] == ["participant page"]
    assert lines(desk, replace(both, first=date(2026, 11, 24))) == ()
    assert lines(desk, replace(both, last=date(2026, 11, 22))) == ()
    by_hand = [line.seq for line in lines(desk) if line.about.subject == ONE]
    assert [line.seq for line in lines(desk, Wanted(subject=ONE))] == by_hand


@pytest.mark.rule("P10")
def test_opening_leaves_one_trace_a_participant_another_and_paging_none(
    told: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_room, "PAGE", 5)
    desk = told.login("monitor")
    before = told.opened.log.head().seq
    trail = open_trail(desk)
    for _ in range(4):
        trail.more()
    narrow(desk, Wanted(who="nurse")).more()
    assert told.opened.log.head().seq == before + 1
    narrow(desk, Wanted(subject=ONE, group=Group.ANSWERS)).more()
    assert told.opened.log.head().seq == before + 2
    by_subject, opened = lines(desk)[:2]
    assert (opened.kind, opened.who, opened.detail, opened.about.subject) == (Kind.VIEW, "monitor", "audit trail", "")
    assert (by_subject.about.subject, dict(by_subject.content)["group"]) == (ONE, "answers")


@pytest.mark.rule("P41", "P42")
@pytest.mark.parametrize("role", list(Role))
def test_only_roles_with_the_right_read_the_trail(told: "Founded", role: Role) -> None:
    desk = told.login(role.value)
    head = told.opened.log.head()
    if may(role, Right.READ_TRAIL):
        assert lines(desk)
        assert authors(desk)
        return
    for act in (open_trail, lines, authors, lambda one: narrow(one, EVERYTHING)):
        with refused(Code.NOT_ALLOWED):
            act(desk)
    assert told.opened.log.head() == head, "a refused look changes nothing"


@pytest.mark.rule("P41", "P101")
def test_who_does_not_read_responses_sees_what_headers_say_and_no_more(told: "Founded") -> None:
    desk = told.login("administrator")
    for line in lines(desk):
        if line.kind in SEALED_KINDS:
            assert line.openness is Openness.HIDDEN
            assert (line.new, line.old, line.reason, line.content) == ("", "", "", ())
        else:
            assert line.openness is Openness.OPEN
        assert line.about == About(item=line.about.item if line.kind is Kind.STAFF else "")
    with refused(Code.NOT_ALLOWED):
        narrow(desk, Wanted(subject=ONE))
    added = [line for line in lines(desk) if line.kind is Kind.STAFF]
    assert {(line.detail, line.new) for line in added} > {("add", "nurse"), ("add", "monitor")}


@pytest.mark.rule("P21")
def test_the_trail_shows_the_arm_only_to_roles_that_may_see_it(told: "Founded") -> None:
    def randomised(user: str) -> set[str]:
        return {line.new for line in lines(told.login(user)) if line.about.item == "randomised"}

    assert randomised("coordinator") == {"2026-11-23, ctace"}
    assert randomised("monitor") == {f"2026-11-23, {UNSEEN_ARM}"}
    assert "ctace" not in repr(lines(told.login("monitor")))


def test_a_study_code_nobody_has_is_refused_and_leaves_no_trace(told: "Founded") -> None:
    desk = told.login("monitor")
    head = told.opened.log.head()
    with refused(Code.PARTICIPANT_UNKNOWN):
        narrow(desk, Wanted(subject="AB-9999"))
    assert told.opened.log.head() == head


@pytest.mark.rule("P15")
def test_what_was_erased_is_told_as_erased_and_the_rest_stands(told: "Founded") -> None:
    desk = told.login("monitor")
    answer = lines(desk, Wanted(group=Group.ANSWERS))[-1]
    told.opened.log.erase([answer.seq])
    after = lines(desk, Wanted(group=Group.ANSWERS))
    assert (after[-1].openness, after[-1].new, after[-1].hash) == (Openness.ERASED, "", answer.hash)
    assert (after[-1].about.subject, after[-2].old, after[-2].new) == (ONE, "", "1")


def test_a_content_that_cannot_be_opened_is_said_at_its_event_only(told: "Founded") -> None:
    desk = told.login("monitor")
    pen = told.opened.pen
    sealer, pen.sealer = pen.sealer, type(pen.sealer)([told.opened.founding.centre_recipient])
    pen.write(Kind.WITHDRAW, {"subject": ONE}, who="coordinator", role="coordinator")
    pen.sealer = sealer
    newest, *rest = lines(desk)
    assert (newest.kind, newest.openness, newest.about.subject) == (Kind.WITHDRAW, Openness.UNREADABLE, "")
    assert {line.openness for line in rest} == {Openness.OPEN, Openness.OPENED}


@pytest.mark.rule("P14", "P72")
def test_a_line_says_whether_the_centre_has_receipted_it(told: "Founded") -> None:
    desk = told.login("coordinator")
    upto = 5
    event = told.opened.log.get(upto)
    assert event is not None
    desk.write(Kind.EXPORT, {"bundle": "b", "from": 1, "upto": upto + 1, "place": "folder"})
    receipt = {"bundle": "b", "upto": upto, "head": event.hash, "status": "accepted", "want": None}
    desk.write(Kind.RECEIPT, {**receipt, "centre_at": "2026-11-23T10:00:00+00:00", "set_aside": 0, "receipt": None})
    by_seq = {line.seq: line.delivery for line in lines(desk)}
    assert [by_seq[seq] for seq in (1, upto, upto + 1, upto + 2)] == [
        Delivery.RECEIVED, Delivery.RECEIVED, Delivery.SENT, Delivery.ON_DEVICE,
    ]  # fmt: skip


@pytest.mark.rule("P03", "P16")
def test_a_damaged_record_is_told_up_to_the_damage_and_nothing_is_written(told: "Founded") -> None:
    desk = told.login("monitor")
    whole = lines(desk)
    desk._soundness._tail.first_break = Break(20, "the signature does not fit")
    head = told.opened.log.head()
    trail = open_trail(desk)
    assert trail.upto.seq == 19
    assert [line.seq for line in trail.more()] == list(range(19, 0, -1))
    narrow(desk, Wanted(subject=ONE))
    assert told.opened.log.head() == head
    checked = check(desk, whole[-1])
    assert checked.first_bad == 20


@pytest.mark.rule("T14")
def test_a_line_says_by_how_much_the_clock_was_moved_since_the_event_before(told: "Founded") -> None:
    desk = told.login("monitor")
    quiet = lines(desk)[0]
    assert abs(check(desk, quiet).clock_off_s or 0) < 1
    assert check(desk, lines(desk)[-1]).clock_off_s is None, "before the first event there is nothing to compare"
    now = told.calendar()
    told.opened.pen.clock = lambda: replace(now, wall=now.wall - timedelta(hours=1))
    desk.leave()
    (jump,) = (line for line in lines(desk)[:2] if line.kind is Kind.CLOCK_STEP)
    moved = check(desk, jump).clock_off_s
    assert moved is not None and -3601 < moved < -3590


def test_a_check_says_how_far_the_record_was_followed_and_takes_in_what_came_since(told: "Founded") -> None:
    desk = told.login("monitor")
    while desk.inspect():
        pass
    line = open_trail(desk).more()[0]
    checked = check(desk, line)
    assert (checked.followed, checked.of, checked.first_bad) == (line.seq, line.seq, None)


def test_everybody_who_had_access_or_tried_can_be_filtered_by(told: "Founded") -> None:
    with refused(Code.WRONG_PASSPHRASE):
        told.door.login("somebody", "not the passphrase")
    known = set(authors(told.login("monitor")))
    assert known >= {"setup", "participant", "unknown", *(role.value for role in Role)}
    assert "somebody" not in known, "a name nobody has may be a passphrase in the wrong field"
