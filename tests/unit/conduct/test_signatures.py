"""An investigator signs: with the passphrase, bound to the exact content, and asked again when the content changed."""

from typing import TYPE_CHECKING

import pytest

from retnet_pro.conduct import team
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.handover import resume
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.signature_fact import Signature
from retnet_pro.conduct.signatures import STATEMENT, Standing, has_to_confirm, sign, sign_off, sign_offs, signing_list
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code
from retnet_pro.record.event import Kind
from retnet_pro.record.signature import digest
from retnet_pro.simulation.play import fill_in
from tests.unit.conduct.conftest import PASSPHRASE
from tests.unit.conduct.test_desk import SUBJECT, enrolled, refused, started

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

OTHER = "seven damp green umbrellas"


@pytest.fixture
def answered(site: "Founded") -> "Founded":
    """A site where one participant has answered two of three forms at baseline."""
    desk = enrolled(site.login("nurse"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    for part in (1, 2):
        fill_in(bedside, part, {}, site.calendar)
    desk.catch_up()
    return site


def give(site: "Founded", desk: Desk, station: str = "baseline", **over: object) -> Signature:
    how = {
        "expected": sign_off(desk, SUBJECT, station).digest,
        "passphrase": PASSPHRASE,
        "agreed": STATEMENT,
        **over,
    }
    return sign(desk, site.opened.slots, SUBJECT, station, **how)  # type: ignore[arg-type]


def standing(desk: Desk, station: str = "baseline") -> Standing:
    return sign_off(desk, SUBJECT, station).standing


def amend(desk: Desk) -> None:
    """Write down a correction of the first response, as small as it can be."""
    ses = desk.course(SUBJECT).filed[0].ses
    desk.write(Kind.AMEND, {"subject": SUBJECT, "ses": ses, "scores": []}, ses=ses)


@pytest.mark.rule("P60", "P62", "P65")
def test_a_signature_carries_name_time_meaning_and_the_hashes_of_what_it_covers(answered: "Founded") -> None:
    desk = answered.login("investigator")
    given = give(answered, desk)
    (kept,) = sign_off(answered.login("monitor"), SUBJECT, "baseline").signatures
    assert kept == given and kept.name == "Investigator Demo" and "reviewed" in kept.meaning
    assert kept.at.endswith("+00:00")
    hashes = [answered.opened.log.get(one.seq).hash for one in desk.course(SUBJECT).filed]  # type: ignore[union-attr]
    assert [one.hashes for one in kept.covered] == [(name,) for name in hashes]
    assert kept.digest == digest(kept.covered) and standing(desk) is Standing.SIGNED


@pytest.mark.rule("P62")
def test_the_hash_depends_on_every_event_and_on_their_order(answered: "Founded") -> None:
    covered = sign_off(answered.login("monitor"), SUBJECT, "baseline").covered
    assert len({digest(covered), digest(covered[::-1]), digest(covered[:1]), digest(())}) == 4


@pytest.mark.rule("P63")
def test_a_correction_leaves_the_signature_visible_and_asks_for_a_new_one(answered: "Founded") -> None:
    desk = answered.login("investigator")
    old = give(answered, desk)
    amend(desk)
    assert standing(desk) is Standing.OUTDATED
    again = answered.login("investigator")
    assert sign_off(again, SUBJECT, "baseline").signatures == (old,)
    give(answered, again)
    both = sign_off(again, SUBJECT, "baseline")
    assert both.standing is Standing.SIGNED and len(both.signatures) == 2
    assert [one.covers(both.covered) for one in both.signatures] == [False, True]


@pytest.mark.rule("P63")
def test_a_new_response_in_the_covered_set_asks_for_a_new_signature(answered: "Founded") -> None:
    desk = answered.login("investigator")
    give(answered, desk)
    nurse = answered.login("nurse")
    (left,) = nurse.site.interrupted()
    fill_in(
        Bedside(answered.opened.pen, answered.opened.library, resume(nurse, left.sitting)), 0, {}, answered.calendar
    )
    desk.catch_up()
    assert standing(desk) is Standing.OUTDATED


@pytest.mark.rule("P61", "P44")
def test_without_the_right_passphrase_nothing_is_signed_and_the_attempt_is_written_down(answered: "Founded") -> None:
    desk = answered.login("investigator")
    with refused(Code.WRONG_PASSPHRASE):
        give(answered, desk, passphrase=OTHER)
    last = list(answered.opened.log.events())[-1].header
    assert (last.kind, last.who) == (Kind.LOGIN_FAIL, "investigator")
    assert standing(desk) is Standing.UNSIGNED


@pytest.mark.rule("P66")
def test_the_statement_is_confirmed_once_and_recorded_in_its_words(answered: "Founded") -> None:
    desk = answered.login("investigator")
    assert has_to_confirm(desk)
    with refused(Code.STATEMENT_UNCONFIRMED):
        give(answered, desk, agreed="")
    assert give(answered, desk).statement == STATEMENT
    assert not has_to_confirm(desk)
    assert give(answered, desk, "end", agreed="").statement == ""


@pytest.mark.rule("P64")
@pytest.mark.parametrize("role", list(Role))
def test_nobody_but_an_investigator_signs(answered: "Founded", role: Role) -> None:
    expected = sign_off(answered.login("monitor"), SUBJECT, "baseline").digest
    desk = answered.login(role.value)
    if may(role, Right.SIGN):
        assert role is Role.INVESTIGATOR
        return
    head = answered.opened.log.head()
    with refused(Code.NOT_ALLOWED):
        give_as(answered, desk, expected)
    assert answered.opened.log.head() == head


def give_as(site: "Founded", desk: Desk, expected: str) -> None:
    sign(desk, site.opened.slots, SUBJECT, "baseline", expected=expected, passphrase=PASSPHRASE, agreed=STATEMENT)


@pytest.mark.rule("P64")
def test_a_passphrase_that_a_colleague_renewed_shows_beside_the_next_signature(answered: "Founded") -> None:
    administrator = answered.login("administrator")
    team.give_passphrase(administrator, answered.opened.slots, "investigator", OTHER, own=PASSPHRASE)
    desk = answered.door.login("investigator", OTHER)
    first = give(answered, desk, passphrase=OTHER)
    assert first.renewed is not None and first.renewed.by == "administrator"
    second = give(answered, desk, "end", passphrase=OTHER)
    assert second.renewed is None


@pytest.mark.rule("P62")
def test_what_came_in_while_the_page_was_open_is_not_signed_unseen(answered: "Founded") -> None:
    desk = answered.login("investigator")
    seen = sign_off(desk, SUBJECT, "baseline").digest
    amend(desk)
    with refused(Code.CONTENT_CHANGED):
        give(answered, desk, expected=seen)


def test_what_is_signed_is_not_signed_again_and_an_unknown_milestone_is_refused(answered: "Founded") -> None:
    desk = answered.login("investigator")
    give(answered, desk)
    with refused(Code.NOTHING_TO_SIGN):
        give(answered, desk)
    with refused(Code.MILESTONE_UNKNOWN):
        sign_off(desk, SUBJECT, "visit:week-12")


def test_signatures_survive_a_snapshot_and_stand_in_the_signing_list(answered: "Founded") -> None:
    desk = answered.login("investigator")
    given = give(answered, desk)
    desk.keep_snapshot(at_once=True)
    again = answered.login("monitor")
    ((one, listed),) = signing_list(again)
    assert (one.standing, listed) == (Standing.SIGNED, given)
    assert [one.station.id for one in sign_offs(again, SUBJECT)] == ["baseline", "end"]


@pytest.mark.rule("P63", "P105")
def test_after_an_erasure_the_signature_stays_and_covers_nothing_any_more(answered: "Founded") -> None:
    give(answered, answered.login("investigator"))
    desk = answered.login("coordinator")
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(desk, SUBJECT, order, confirmed=SUBJECT, only={one.ses for one in desk.course(SUBJECT).filed})
    left = sign_off(desk, SUBJECT, "baseline")
    assert (left.covered, left.standing, len(left.signatures)) == ((), Standing.OUTDATED, 1)
