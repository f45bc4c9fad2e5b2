"""A tablet leaves its site: only when nothing on it is unfinished, or somebody says why; then it sends and no more."""

import pytest

from retnet_pro.app.senses import APP
from retnet_pro.conduct import handover
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.leaving import Unfinished, is_received, leave, unfinished
from retnet_pro.conduct.pen import AFTER_LEAVING, Pen
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.trail import EVERYTHING, narrow
from retnet_pro.errors import Code, Refusal
from retnet_pro.phrases import sentence
from retnet_pro.record.event import SEALED_KINDS, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import SUBJECT, TODAY, found, reopened
from tests.unit.conduct.test_distrust import one_response
from tests.unit.conduct.test_schedule import receipt, send

WHY = "the site has enough tablets"


@pytest.fixture
def site(tmp_path):
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


@pytest.fixture
def desk(site):
    made = one_response(site)
    for session in made.site.interrupted():
        handover.stop(made, session, "too-ill")
    return made


@pytest.fixture
def received(site, desk, tmp_path):
    """Everything was sent and the centre has it."""
    all_received(site, tmp_path)
    desk.catch_up()
    return desk


def all_received(site, tmp_path):
    upto = site.opened.log.head().seq
    receipt(site, send(site, tmp_path / "drop"), upto)


def refused(code, act, log):
    before = log.head()
    with pytest.raises(Refusal) as caught:
        act()
    assert caught.value.code is code
    assert log.head() == before, "nothing was recorded"
    return sentence(caught.value)


@pytest.mark.rule("P73")
def test_what_was_not_received_keeps_the_tablet_here(site, desk, tmp_path):
    waiting = unfinished(desk)
    assert set(waiting) == {Unfinished.UNRECEIVED} and waiting[Unfinished.UNRECEIVED] > 1
    said = refused(Code.LEAVING_UNFINISHED, lambda: leave(desk, "CD", WHY), site.opened.log)
    assert f"{sum(waiting.values())} things" in said
    all_received(site, tmp_path)
    desk.catch_up()
    assert unfinished(desk) == {}
    leave(desk, "CD", WHY)


@pytest.mark.rule("E51", "P73")
def test_a_questionnaire_that_was_begun_keeps_it_here_until_it_is_closed(site, received, tmp_path):
    received.enrol(make_subject("AB", 2), TODAY.date(), "en")
    sitting = handover.start(received, make_subject("AB", 2), "baseline", "en", AnsweredBy.ALONE)
    assert unfinished(received)[Unfinished.SITTINGS] == len(sitting.turns)
    refused(Code.LEAVING_UNFINISHED, lambda: leave(received, "CD", WHY), site.opened.log)
    for session in received.site.interrupted():
        handover.stop(received, session, "too-ill")
    assert set(unfinished(received)) == {Unfinished.UNRECEIVED}


@pytest.mark.rule("P15", "P19")
def test_who_forces_it_says_why_and_what_was_left_stands_in_the_event(site, desk):
    left = {what.value: count for what, count in unfinished(desk).items()}
    event = leave(desk, " CD ", f" {WHY} ", is_forced=True)
    assert event.header.note == {"to": "CD", "unfinished": left}
    line = next(one for one in narrow(desk, EVERYTHING).more() if one.kind is Kind.DEVICE_LEAVES)
    assert (line.who, line.detail, line.reason) == ("coordinator", "CD", WHY)
    assert dict(line.content)["unfinished"] == f"unreceived={left['unreceived']}"


@pytest.mark.parametrize(("to", "why"), [("", WHY), ("  ", WHY), ("CD", ""), ("CD", " ")])
def test_the_other_site_and_a_reason_are_needed_also_by_force(site, received, to, why):
    refused(Code.REASON_MISSING, lambda: leave(received, to, why, is_forced=True), site.opened.log)


@pytest.mark.rule("P16", "P73")
def test_nothing_of_a_participant_is_recorded_on_it_any_more(site, received):
    leave(received, "CD", WHY)
    log = site.opened.log
    said = refused(Code.DEVICE_LEFT, lambda: received.enrol(make_subject("AB", 2), TODAY.date(), "en"), log)
    assert "goes to the site CD" in said and "another tablet" in said
    refused(Code.DEVICE_LEFT, lambda: received.write(Kind.ABSENT, {"subject": SUBJECT}), log)
    refused(Code.DEVICE_LEFT, lambda: leave(received, "EF", WHY, is_forced=True), log)
    allowed = {right for right in Right if received.may(right)}
    assert allowed == {
        Right.READ_RESPONSES, Right.SEE_ARM, Right.READ_TRAIL, Right.EXPORT, Right.TAKE_OUT, Right.KEEP_DEVICE,
        Right.MANAGE_STAFF, Right.ERASE,
    }  # fmt: skip


@pytest.mark.rule("P16")
def test_the_process_of_a_participant_that_began_before_writes_no_answer_after(site, received):
    known = site.opened.pen
    bedside = Pen(site.opened.log, device=known.device, key=known.key, sealer=known.sealer, clock=known.clock, app=APP)
    bedside.write(Kind.SESSION_WHY, {"reason": None}, who="participant", role="participant")
    leave(received, "CD", WHY, is_forced=True)
    refused(
        Code.DEVICE_LEFT,
        lambda: bedside.write(Kind.ANSWER, {"n": 1}, who="participant", role="participant"),
        site.opened.log,
    )


@pytest.mark.rule("P72", "P73")
def test_the_closing_event_is_sent_and_received_like_any_other(site, received, tmp_path):
    event = leave(received, "CD", WHY)
    gone = received.pen.leaving()
    assert (gone.seq, gone.to, gone.who) == (event.header.seq, "CD", "coordinator")
    assert not is_received(received, gone)
    done = at_once(export(received, site.opened.founding, FolderTransport(tmp_path / "drop"), place="folder"))
    receipt(site, done.ids[-1], gone.seq)
    received.catch_up()
    assert is_received(received, gone)
    with pytest.raises(Refusal) as caught:
        at_once(export(received, site.opened.founding, FolderTransport(tmp_path / "drop"), place="folder"))
    assert caught.value.code is Code.NOTHING_TO_SEND


@pytest.mark.rule("P82")
def test_people_still_come_in_and_it_stays_closed_after_a_new_start(site, received, tmp_path):
    leave(received, "CD", WHY)
    received.leave()
    site.opened.log.close()
    with reopened(tmp_path) as door:
        desk = door.login("coordinator", "four calm herons wade")
        assert desk.pen.leaving().to == "CD"
        with pytest.raises(Refusal) as caught:
            desk.enrol(make_subject("AB", 2), TODAY.date(), "en")
        assert caught.value.code is Code.DEVICE_LEFT
        nurse = door.login("nurse", "four calm herons wade")
        assert not nurse.may(Right.HAND_OVER) and nurse.may(Right.READ_RESPONSES)


@pytest.mark.rule("P102")
def test_an_order_to_erase_is_carried_out_all_the_same_and_sent(site, received, tmp_path):
    gone = leave(received, "CD", WHY).header.seq
    receipt(site, send(site, tmp_path / "drop"), gone)
    received.catch_up()
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(received, SUBJECT, order, confirmed=SUBJECT)
    assert SUBJECT not in received.site.courses
    assert not is_received(received, received.pen.leaving()), "the centre has to hear of that, too"
    upto = site.opened.log.head().seq
    receipt(site, send(site, tmp_path / "drop"), upto)
    received.catch_up()
    assert is_received(received, received.pen.leaving())


def test_what_may_be_written_afterwards_tells_nothing_of_a_participant_but_who_looked_and_what_was_removed():
    assert {Kind.VIEW, Kind.ERASE} == AFTER_LEAVING & SEALED_KINDS


def test_an_answer_costs_no_look_into_the_log_after_the_first(site, desk, monkeypatch):
    pen, log = site.opened.pen, site.opened.log
    pen.write(Kind.SESSION_WHY, {"reason": None}, who="participant", role="participant")
    asked = []
    monkeypatch.setattr(log, "events", lambda *how: asked.append(how) or iter(()))
    for n in range(3):
        pen.write(Kind.ANSWER, {"n": n}, who="participant", role="participant")
    assert asked == []
