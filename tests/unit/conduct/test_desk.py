"""What staff can do, and what is written down about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.session import QuestionPage, SectionPage, Session
from retnet_pro.answering.sheet import Answered
from retnet_pro.answering.step import step
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import resume, start, stop
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.sitting import Sitting, read_sitting, write_sitting
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.model import InstrumentId, ItemId, Licence
from retnet_pro.record.event import SEALED_KINDS, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.simulation.play import next_action
from retnet_pro.study.absence import Absence
from retnet_pro.study.subject import make_subject

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

SUBJECT = make_subject("AB", 1)
C30 = InstrumentId("qlq-c30")


def enrolled(desk: Desk) -> Desk:
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    return desk


def started(desk: Desk) -> Sitting:
    return start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE)


def answer(site: "Founded", bedside: Bedside, part: int, count: int) -> Session:
    """Choose the first option of the first items of a form."""
    session, _ = bedside.begin(part)
    session = step(session, Next(), site.calendar())
    for _ in range(count):
        if isinstance(session.page, SectionPage):
            session = step(session, Next(), site.calendar())
        assert isinstance(session.page, QuestionPage)
        code = session.instrument.by_id[session.page.item].scale.codes[0]
        before = len(session.entries)
        session = step(session, Choose(session.page.item, code), site.calendar())
        bedside.record(part, session.entries[before:])
        session = step(session, Next(), site.calendar())
    return session


def finish(site: "Founded", bedside: Bedside, part: int, session: Session) -> None:
    """Skip what is left and close the form."""
    while (action := next_action(session, session.given)) is not None:
        before = len(session.entries)
        session = step(session, action, site.calendar())
        bedside.record(part, session.entries[before:])
    bedside.finish(part, session, ("text-150",))


@contextmanager
def refused(code: Code) -> Iterator[None]:
    with pytest.raises(RetnetError) as caught:
        yield
    assert caught.value.code is code


@pytest.mark.rule("P10")
def test_login_and_failed_login_are_written_down(site: "Founded") -> None:
    with refused(Code.WRONG_PASSPHRASE):
        site.door.login("nurse", "four calm herons fly")
    with refused(Code.WRONG_PASSPHRASE):
        site.door.login("four calm herons wade", "nurse")
    site.login("nurse")
    tail = [(event.header.kind, event.header.who) for event in site.opened.log.events()][-3:]
    assert tail == [(Kind.LOGIN_FAIL, "nurse"), (Kind.LOGIN_FAIL, "unknown"), (Kind.LOGIN, "nurse")]


@pytest.mark.rule("P41", "P42")
@pytest.mark.parametrize("role", list(Role))
def test_the_matrix_holds_below_the_screen(site: "Founded", role: Role) -> None:
    enrolled(site.login("coordinator"))
    desk = site.login(role.value)
    acts = {
        Right.ENROL: lambda: desk.enrol(make_subject("AB", 2), date(2026, 11, 20), "en"),
        Right.HAND_OVER: lambda: start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE),
        Right.READ_RESPONSES: lambda: desk.look_at(SUBJECT),
        Right.CONFIRM_FORMS: lambda: desk.confirm_form(InstrumentId("qlq-ginet21")),
    }
    for right, act in acts.items():
        head = site.opened.log.head()
        if may(role, right):
            act()
            assert site.opened.log.head().seq > head.seq, "an act leaves a trace"
        else:
            with refused(Code.NOT_ALLOWED):
                act()
            assert site.opened.log.head() == head, "a refused act changes nothing"


@pytest.mark.rule("P21")
def test_the_arm_is_hidden_from_a_nurse(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    desk.record_fact(SUBJECT, Fact.RANDOMISED, date(2026, 11, 21), arm="ctace")
    assert desk.participant(SUBJECT).arm == "ctace"
    assert site.login("nurse").participant(SUBJECT).arm is None
    assert [participant.arm for participant in site.login("nurse").participants()] == [None]


def test_enrolment_checks_the_study_code_and_never_twice(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    for wrong in ("AB-0010" if SUBJECT != "AB-0010" else "AB-0011", "CD-0019", "AB-1", ""):
        with refused(Code.BAD_STUDY_CODE):
            desk.enrol(wrong, date(2026, 11, 20), "en")
    with refused(Code.PARTICIPANT_EXISTS):
        desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    assert [participant.subject for participant in desk.participants()] == [SUBJECT]


@pytest.mark.rule("E57")
def test_a_hand_over_opens_the_forms_in_the_order_of_the_schedule(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    assert [turn.instrument for turn in sitting.turns] == ["qlq-c30", "qlq-ginet21", "carcinoid-diary"]
    assert read_sitting(write_sitting(sitting)) == sitting
    assert set(desk.site.sessions) == {turn.ses for turn in sitting.turns}
    assert next(reversed(list(site.opened.log.events()))).header.kind is Kind.HANDOVER


def test_an_unknown_visit_language_or_person_opens_nothing(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    head = site.opened.log.head()
    with refused(Code.TIME_POINT_UNKNOWN):
        start(desk, SUBJECT, "week-13", "en", AnsweredBy.ALONE)
    with refused(Code.WORDING_MISSING):
        start(desk, SUBJECT, "baseline", "xx", AnsweredBy.ALONE)
    with refused(Code.PARTICIPANT_UNKNOWN):
        start(desk, "AB-9999", "baseline", "en", AnsweredBy.ALONE)
    assert site.opened.log.head() == head


@pytest.mark.rule("E50", "E53", "P13")
def test_every_answer_is_an_event_of_its_own_before_anything_goes_on(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    bedside = Bedside(site.opened.pen, site.opened.library, sitting)
    answer(site, bedside, 0, 4)
    answers = list(site.opened.log.events(0, {Kind.ANSWER}))
    assert [(event.header.n, event.header.who, event.header.ses) for event in answers] == [
        (n, "participant", sitting.turns[0].ses) for n in (1, 2, 3, 4)
    ]
    entries = desk.reader.entries_of(sitting.turns[0].ses)
    assert [(entry.item, entry.given) for entry in entries] == [(f"q{n}", Answered(1)) for n in (1, 2, 3, 4)]


def test_recording_again_after_a_failure_writes_nothing_twice(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    session = answer(site, bedside, 0, 3)
    bedside.record(0, session.entries)
    assert len(list(site.opened.log.events(0, {Kind.ANSWER}))) == 3


@pytest.mark.rule("E51", "E52")
def test_an_interrupted_sitting_is_shown_and_goes_on_where_it_was(site: "Founded") -> None:
    first = started(enrolled(site.login("nurse")))
    answer(site, Bedside(site.opened.pen, site.opened.library, first), 0, 5)
    desk = site.login("nurse")
    waiting = desk.site.interrupted()
    assert [session.instrument for session in waiting] == ["qlq-c30", "qlq-ginet21", "carcinoid-diary"]
    again = resume(desk, waiting[0].sitting)
    bedside = Bedside(site.opened.pen, site.opened.library, again)
    session, _ = bedside.begin(0)
    assert session.page == QuestionPage(ItemId("q6")) and len(session.entries) == 5
    with refused(Code.SESSION_UNKNOWN):
        resume(desk, "no such sitting")


@pytest.mark.rule("E52")
def test_a_questionnaire_asks_about_one_moment_and_does_not_go_on_days_later(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    answer(site, Bedside(site.opened.pen, site.opened.library, sitting), 0, 5)
    (waiting, *_) = desk.site.interrupted()
    site.calendar.turn_to(site.calendar().wall + timedelta(hours=24))
    head = site.opened.log.head()
    with refused(Code.RESUME_TOO_LATE):
        resume(desk, waiting.sitting)
    assert site.opened.log.head() == head
    for turn in sitting.turns:
        stop(desk, desk.site.sessions[turn.ses], Absence.TOO_ILL.value)
    assert len(desk.reader.entries_of(sitting.turns[0].ses)) == 5, "the answers so far are kept"


@pytest.mark.rule("E51")
def test_an_interrupted_visit_is_continued_or_closed_before_it_is_begun_anew(site: "Founded") -> None:
    first = started(enrolled(site.login("nurse")))
    desk = site.login("nurse")
    with refused(Code.SESSION_WAITING):
        started(desk)
    for turn in first.turns:
        stop(desk, desk.site.sessions[turn.ses], Absence.TOO_ILL.value)
    assert len(started(desk).turns) == 3


@pytest.mark.rule("P21", "P41")
def test_a_nurse_cannot_write_the_arm_that_she_may_not_see(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    head = site.opened.log.head()
    with refused(Code.NOT_ALLOWED):
        desk.record_fact(SUBJECT, Fact.RANDOMISED, date(2026, 11, 21), arm="ctace")
    assert site.opened.log.head() == head


@pytest.mark.rule("E42", "E76", "E121")
def test_a_finished_form_carries_answers_scores_and_versions(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 7))
    proof = bedside.leave("finished")
    assert site.opened.log.head().hash.startswith(proof.lower()) and len(proof) == 6
    desk.catch_up()
    (taken,) = desk.responses_of(SUBJECT)
    response = taken.response
    assert (response.form.id, response.wording.language, response.wording.demonstration) == (C30, "en", True)
    assert response.accommodations == ("text-150",)
    assert len(response.answers) == 30 and response.entries == 30
    scores = {score.code: score for score in response.scores}
    assert scores["PF2"].value == 100 and scores["QL2"].value is None and scores["SUM"].why is not None
    fresh = site.login("nurse")
    assert fresh.responses_of(SUBJECT) == (taken,), "a new process reads the same from the log"
    assert fresh.course(SUBJECT).done("baseline") == {C30}


@pytest.mark.rule("E66")
def test_a_form_that_stops_or_never_comes_has_a_reason_and_is_no_longer_due(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sitting = started(desk)
    first = desk.site.sessions[sitting.turns[0].ses]
    stop(desk, first, Absence.TOO_ILL.value)
    excuse(desk, SUBJECT, "baseline", InstrumentId("carcinoid-diary"), Absence.REFUSED)
    (due,) = desk.due()
    assert due.missing == ("qlq-ginet21",)
    assert site.login("nurse").due() == desk.due()
    with refused(Code.SESSION_UNKNOWN):
        stop(desk, first, Absence.TOO_ILL.value)
    with refused(Code.FORM_UNKNOWN):
        excuse(desk, SUBJECT, "baseline", InstrumentId("qlq-c15"), Absence.OTHER)


@pytest.mark.rule("E140", "E142")
def test_study_mode_refuses_demonstration_wording(study_site: "Founded") -> None:
    desk = enrolled(study_site.login("coordinator"))
    head = study_site.opened.log.head()
    with refused(Code.LICENCE_MISSING):
        started(desk)
    assert study_site.opened.log.head() == head


@pytest.mark.rule("E142")
def test_study_mode_refuses_licensed_wording_whose_screens_nobody_approved(study_site: "Founded") -> None:
    desk = enrolled(study_site.login("coordinator"))
    library = study_site.opened.library
    licence = Licence(owner="Owner", id="L", study="S", expires=None, copyright="Line", approval=None)
    for name in library.ids():
        library.wording(library.instrument(name), "en")
    for place, words in library.read_words.items():
        library.read_words[place] = replace(words, demonstration=False, licence=licence)
    head = study_site.opened.log.head()
    with refused(Code.APPROVAL_MISSING):
        started(desk)
    assert study_site.opened.log.head() == head


@pytest.mark.rule("T1")
def test_nothing_about_a_person_stands_outside_a_seal(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    desk.record_fact(SUBJECT, Fact.SYMPTOMATIC, True)
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    answer(site, bedside, 0, 2)
    desk.look_at(SUBJECT)
    for event in site.opened.log.events():
        assert SUBJECT.encode() not in event.header_bytes
        assert (event.sealed is not None) == (event.header.kind in SEALED_KINDS)


def test_a_snapshot_is_only_a_shortcut(site: "Founded", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retnet_pro.conduct.desk.SNAPSHOT_EVERY", 1)
    desk = enrolled(site.login("coordinator"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    desk.catch_up()
    desk.leave()
    assert site.opened.log.snapshot() is not None
    again = site.login("coordinator")
    assert again.responses_of(SUBJECT) == desk.responses_of(SUBJECT)
    assert again.site.sessions == desk.site.sessions
    again.record_fact(SUBJECT, Fact.GRADE, "G2")
    assert site.login("coordinator").participant(SUBJECT).grade == "G2"


@pytest.mark.rule("P75")
def test_what_was_not_sent_is_counted(site: "Founded", tmp_path: Path) -> None:
    desk = enrolled(site.login("coordinator"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    desk.catch_up()
    safety = safety_of(desk.site)
    assert (safety.on_device, safety.sent, safety.received, safety.all_received) == (1, 0, 0, False)
    assert safety.oldest_unreceived == desk.responses_of(SUBJECT)[0].response.finished
    assert desk.site.delivery_of(desk.site.upto) is Delivery.ON_DEVICE
