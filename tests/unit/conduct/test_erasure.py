"""Data go by written order and in no other way; that they went, and by which order, stays."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.drill import rebuild
from retnet_pro.conduct.erased import Ground, Order, erasure_content
from retnet_pro.conduct.erasure import erase, erasures, pieces
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.trail import Trail
from retnet_pro.conduct.trail_line import Openness
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.verify import verify_rows
from tests.unit.conduct.test_desk import SUBJECT, answer, enrolled, finish, refused, started

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

DAY = date(2026, 11, 20)
OTHER = make_subject("AB", 2)
ORDER = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)


def answered(site: "Founded") -> Desk:
    """One finished questionnaire, one closed as partial, one open, and somebody else."""
    desk = enrolled(site.login("coordinator"))
    desk.enrol(OTHER, DAY, "en")
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    answer(site, bedside, 1, 2)
    return site.login("coordinator")


def bytes_of(folder: Path) -> Iterator[bytes]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.read_bytes()


def needles(site: "Founded", ses: str | None = None) -> list[bytes]:
    """Ends of sealed contents; sealing is randomised, so each is found nowhere else."""
    kinds = {Kind.ENROL, Kind.ANSWER, Kind.SESSION_OPEN, Kind.SESSION_DONE}
    events = [event for event in site.opened.log.events(kinds=kinds) if ses is None or event.header.ses == ses]
    return [event.sealed[-48:] for event in events if event.sealed is not None]


@pytest.mark.rule("P102", "P105", "T6")
def test_after_an_erasure_no_file_holds_what_stood_there_and_the_chain_still_verifies(
    site: "Founded", tmp_path: Path
) -> None:
    desk = answered(site)
    desk.keep_snapshot(at_once=True)
    assert site.opened.log.snapshot() is not None
    gone = [event for event in site.opened.log.events() if event.header.ses is not None and event.sealed is not None]
    (enrolment, other) = site.opened.log.events(kinds={Kind.ENROL})
    assert enrolment.sealed is not None and other.sealed is not None
    tails = [event.sealed[-48:] for event in (*gone, enrolment) if event.sealed is not None]
    assert any(tails[0] in held for held in bytes_of(tmp_path)), "the needle would be found"
    done = erase(desk, SUBJECT, ORDER, confirmed=SUBJECT.lower())
    held = list(bytes_of(tmp_path))
    assert not [tail for tail in tails if any(tail in file for file in held)]
    assert any(other.sealed[-48:] in file for file in held), "nobody else's are touched"
    kept = [event for event in site.opened.log.events(kinds={Kind.VIEW, Kind.ERASE}) if event.sealed is None]
    assert kept == []
    found = verify_rows(site.opened.log.rows())
    assert found.first_break is None and found.erased == done.count == len(gone) + 1
    while desk.inspect():
        pass
    assert desk.damage is None


@pytest.mark.rule("P102")
def test_an_erased_participant_is_told_of_as_erased_and_the_code_is_not_given_again(site: "Founded") -> None:
    done = erase(answered(site), SUBJECT, ORDER, confirmed=SUBJECT)
    for desk in (site.login("coordinator"), site.login("coordinator")):
        assert [one.subject for one in desk.participants()] == [OTHER]
        for act in (lambda desk=desk: desk.course(SUBJECT), lambda desk=desk: desk.enrol(SUBJECT, DAY, "en")):
            with pytest.raises(RetnetError) as caught:
                act()
            assert (caught.value.code, caught.value.facts["seq"]) == (Code.PARTICIPANT_ERASED, done.seq)
        assert SUBJECT in desk.site.study_codes()
        ((one, delivery),) = erasures(desk)
        assert (one.order, one.is_whole, one.who, delivery) == (ORDER, True, "coordinator", Delivery.ON_DEVICE)


@pytest.mark.rule("P102", "E68")
def test_one_questionnaire_alone_can_go_and_may_then_be_answered_again(site: "Founded") -> None:
    desk = answered(site)
    finished, *others = pieces(desk, SUBJECT)
    assert finished.is_finished and not any(piece.is_finished for piece in others)
    tails = needles(site, finished.ses)
    assert tails
    done = erase(desk, SUBJECT, ORDER, confirmed=SUBJECT, only=(finished.ses,))
    assert not set(tails) & set(needles(site))
    for look in (desk, site.login("coordinator")):
        assert look.responses_of(SUBJECT) == ()
        assert look.course(SUBJECT).erased == {(finished.visit, finished.instrument): done.seq}
        assert {one.ses for one in look.site.interrupted()} == {piece.ses for piece in others}
        assert [piece.ses for piece in pieces(look, SUBJECT)] == [piece.ses for piece in others]
        (due,) = [one for one in look.due() if one.subject == SUBJECT]
        assert finished.instrument in due.missing


@pytest.mark.rule("P102")
def test_what_is_known_online_is_what_the_log_says_when_it_is_read_again(site: "Founded") -> None:
    desk = answered(site)
    first, second, *_ = pieces(desk, SUBJECT)
    for only in ((first.ses,), (second.ses,), None):
        erase(desk, SUBJECT, ORDER, confirmed=SUBJECT, only=only)
        rebuilt = desk.reader.afresh()
        for one in desk.reader.needed_after(0):
            rebuilt.take(one)
        assert rebuilt.erasures == desk.site.erasures
        assert rebuilt.courses.subjects() == desk.site.courses.subjects()
        assert [rebuilt.courses.get(code) for code in rebuilt.courses.subjects()] == [
            desk.site.courses.get(code) for code in desk.site.courses.subjects()
        ]
        assert (rebuilt.sessions, rebuilt.waiting, rebuilt.receipted) == (
            desk.site.sessions, desk.site.waiting, desk.site.receipted,
        )  # fmt: skip
        assert site.login("coordinator").site.erasures == desk.site.erasures, "from the snapshot"


@pytest.mark.rule("P102", "E50")
def test_an_erasure_that_a_crash_cut_off_is_finished_at_the_next_login(
    site: "Founded", monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = answered(site)
    desk.keep_snapshot(at_once=True)
    monkeypatch.setattr(site.opened.log, "erase", lambda _: (_ for _ in ()).throw(WorldFault(Code.DISK_FAULT)))
    with refused(Code.DISK_FAULT):
        erase(desk, SUBJECT, ORDER, confirmed=SUBJECT)
    assert needles(site), "the order stands, the contents are still there"
    monkeypatch.undo()
    again = site.login("coordinator")
    assert len(needles(site)) == 1, "the other participant's enrolment"
    with refused(Code.PARTICIPANT_ERASED):
        again.course(SUBJECT)
    assert len(erasures(again)) == 1


@pytest.mark.rule("P49", "P102")
def test_nothing_goes_without_an_order_a_ground_and_the_code_typed(site: "Founded") -> None:
    desk = answered(site)
    head, before = site.opened.log.head(), needles(site)
    incomplete = Order(authority=" ", reference="2026/17", ground=Ground.OTHER)
    with refused(Code.ORDER_INCOMPLETE):
        erase(desk, SUBJECT, incomplete, confirmed=SUBJECT)
    with refused(Code.NOT_CONFIRMED):
        erase(desk, SUBJECT, ORDER, confirmed=OTHER)
    with refused(Code.NOTHING_TO_ERASE):
        erase(desk, SUBJECT, ORDER, confirmed=SUBJECT, only=())
    assert (site.opened.log.head(), needles(site)) == (head, before)


@pytest.mark.rule("T6", "P03")
def test_a_content_that_is_gone_without_an_order_is_damage_even_where_the_numbers_fit(site: "Founded") -> None:
    desk = answered(site)
    (first, *_) = pieces(desk, SUBJECT)
    done = erase(desk, SUBJECT, ORDER, confirmed=SUBJECT, only=(first.ses,))
    own = done.targets[site.opened.founding.device]
    victim = next(
        event.header.seq
        for event in site.opened.log.events(kinds={Kind.ANSWER})
        if event.header.seq not in own and event.sealed is not None
    )
    desk.write(Kind.ERASE, erasure_content(done), note={"count": 1})  # names nothing that is not gone already
    site.opened.log.change(("UPDATE event SET sealed = NULL WHERE seq = ?", (victim,)))
    again = site.login("coordinator")
    while again.inspect():
        pass
    assert again.damage is not None and again.damage.seq == victim


@pytest.mark.rule("P11", "P102")
def test_the_trail_tells_of_the_erasure_and_where_it_emptied_something(site: "Founded") -> None:
    desk = answered(site)
    erase(desk, SUBJECT, ORDER, confirmed=SUBJECT)
    lines = Trail(desk).more()
    (told,) = [line for line in lines if line.kind is Kind.ERASE]
    assert (told.about.subject, told.reason, told.who) == (SUBJECT, "wrong-person", "coordinator")
    assert ("authority", "Ethics committee") in told.content
    assert {line.openness for line in lines if line.kind is Kind.ANSWER} == {Openness.ERASED}


@pytest.mark.rule("P81", "P102")
def test_a_drill_reads_a_log_in_which_something_was_erased(site: "Founded") -> None:
    desk = answered(site)
    done = erase(desk, SUBJECT, ORDER, confirmed=SUBJECT)
    report = rebuild(site.opened.log, desk.unsealer, site.opened.pen.key.public)
    assert (report.erased, report.participants, report.findings) == (done.count, 1, ())
