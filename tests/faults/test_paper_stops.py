"""The power goes while a form on paper is recorded: it is finished later, nothing doubled, nothing lost (rule E93)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.handover import resume, start, stop
from retnet_pro.conduct.paper_recording import record
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.conduct.transcription import enter_second, settle
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.errors import Code
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import Event, Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import Mark
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.conduct.conftest import Founded, found
from tests.unit.conduct.test_desk import C30, SUBJECT, enrolled, refused
from tests.unit.conduct.test_transcription import DAY, MARKS, first

OTHER_MARKS = {**MARKS, ItemId("q1"): Mark(Answered(4))}
AFTER_SECOND = (Kind.PAPER_ENTRY, Kind.SESSION_OPEN, Kind.ANSWER, Kind.ANSWER, Kind.ALERT)
"""What is written before the form is finished; the recording may stop after each of them."""


class PowerOff(BaseException):
    """No code of the program sees it coming, so nothing tidies up."""


class Form(NamedTuple):
    """What is left of a form in the record."""

    events: tuple[tuple[Kind, int | None], ...]
    taken: tuple[Taken, ...]


@contextmanager
def power_for(site: Founded, writes: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The power goes right after so many more events are durable."""
    append, left = site.opened.log.append, writes

    def counted(event: Event) -> None:
        nonlocal left
        append(event)
        left -= 1
        if left == 0:
            raise PowerOff

    with monkeypatch.context() as patch, pytest.raises(PowerOff):
        patch.setattr(site.opened.log, "append", counted)
        yield


def form_of(site: Founded, ses: SessionId) -> Form:
    desk = site.login()
    events = (event.header for event in site.opened.log.session_events(ses))
    return Form(tuple((one.kind, one.n) for one in events), desk.responses_of(SUBJECT))


def waiting(site: Founded) -> SessionId:
    enrolled(site.login("nurse"))
    return first(site.login("nurse")).ses


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """The same form, recorded without a stop."""
    site = found(tmp_path_factory.mktemp("whole"))
    ses = waiting(site)
    enter_second(site.login(), ses, MARKS)
    form = form_of(site, ses)
    site.opened.log.close()
    return form


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Founded]:
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


@pytest.mark.rule("E93", "T1")
@pytest.mark.parametrize("writes", range(1, len(AFTER_SECOND) + 1))
def test_a_recording_that_stops_anywhere_is_finished_later_with_nothing_doubled_or_lost(
    site: Founded, whole: Form, writes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [kind for kind, _ in whole.events] == [Kind.PAPER_ENTRY, *AFTER_SECOND, Kind.SESSION_DONE]
    ses = waiting(site)
    desk = site.login()
    with power_for(site, writes, monkeypatch):
        enter_second(desk, ses, MARKS)
    again = site.login("nurse")
    assert set(again.site.papers) == {ses} and again.responses_of(SUBJECT) == ()
    record(again, ses)
    form = form_of(site, ses)
    assert form.events == whole.events
    assert form.taken[0].response.answers == whole.taken[0].response.answers
    assert form.taken[0].response.scores == whole.taken[0].response.scores
    assert form.taken[0].response.finished == whole.taken[0].response.finished
    with refused(Code.PAPER_UNKNOWN):
        record(site.login("nurse"), ses)


@pytest.mark.rule("E93")
def test_a_form_that_is_half_recorded_is_no_tablet_that_somebody_left(
    site: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    ses = waiting(site)
    with power_for(site, 3, monkeypatch):
        enter_second(site.login(), ses, MARKS)
    desk = site.login("nurse")
    assert desk.site.interrupted() == ()
    with refused(Code.SESSION_UNKNOWN):
        resume(desk, ses)
    with refused(Code.SESSION_UNKNOWN):
        stop(desk, desk.site.sessions[ses], "too-ill")
    with refused(Code.SESSION_WAITING):
        start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE)
    assert withdraw(desk, SUBJECT, desk.pen.clock().wall.date(), WithdrawalReason.NOT_SAID) == 0
    record(desk, ses)
    assert C30 in site.login().course(SUBJECT).done("baseline"), "it was filled in before the withdrawal"


@pytest.mark.rule("E93")
def test_what_was_settled_is_what_is_recorded_after_a_stop(site: Founded, monkeypatch: pytest.MonkeyPatch) -> None:
    ses = waiting(site)
    desk = site.login()
    enter_second(desk, ses, OTHER_MARKS)
    with refused(Code.PAPER_UNSETTLED):
        record(desk, ses)
    with power_for(site, 3, monkeypatch):
        settle(desk, ses, {ItemId("q1"): Mark(Answered(3))})
    again = site.login("nurse")
    with refused(Code.PAPER_UNKNOWN):
        settle(again, ses, {ItemId("q1"): Mark(Answered(1))})
    record(again, ses)
    (taken,) = site.login().responses_of(SUBJECT)
    assert taken.response.answers[ItemId("q1")] == Answered(3)
    assert taken.response.finished.startswith(DAY.isoformat())
