"""The centre follows a site's corrections: original and current are kept; only what contradicts itself goes aside."""

from dataclasses import replace

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.bundle.receipt import Status
from retnet_pro.instrument.model import ContentHash, ItemId
from retnet_pro.record.amendment import Amendment, Source, WhyAmended, write_amendment
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan

THREE = Answered(3)
SITE, SES, Q1, Q3 = "S01", SessionId("ses-1"), ItemId("q1"), ItemId("q3")


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.boot()
    made.session("ses-1")
    return made


def amendment(kit, before, on, item=Q1, new=THREE) -> Amendment:
    """A correction of what `before` says, as a tablet writes it."""
    answers = {**before.answers, item: new}
    return Amendment(
        ses=before.ses,
        subject=before.subject,
        item=item,
        old=before.answers[item],
        new=new,
        why=WhyAmended.MISTAPPED,
        note="meant the box below",
        source=Source.OWN_REQUEST,
        on=on,
        answers=answers,
        scores=score(make_plan(kit.INSTRUMENT), answers),
    )


def amend(tablet, one, **how):
    return tablet.write(Kind.AMEND, write_amendment(one), ses=one.ses, **how)


def done(tablet):
    return next(event for event in tablet.events if event.header.kind is Kind.SESSION_DONE)


def held(bench):
    with bench.store.reading() as ledger:
        return list(ledger.standing()), ledger.amendments(SITE, SES)


@pytest.mark.rule("E101", "P72")
@pytest.mark.parametrize("together", [True, False], ids=["one bundle", "one bundle each"])
def test_corrections_stack_and_the_original_stays(bench, kit, tablet, together):
    before = kit.make_response("ses-1")
    one = amendment(kit, before, done(tablet).hash)
    if not together:
        bench.send(tablet)
        bench.round()
    sent = len(tablet.events)
    amend(tablet, one)
    first = tablet.events[-1]
    two = amendment(kit, replace(before, answers=one.answers), first.hash, Q3, Answered(0))
    amend(tablet, two)
    bench.send(tablet, 0 if together else sent)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.set_aside) == (Status.ACCEPTED, ())
    ((stored, now),), amendments = held(bench)
    assert stored.response == before
    assert (now.answers[Q1], now.answers[Q3], now.scores) == (Answered(3), Answered(0), two.scores)
    assert [one.amendment for one in amendments] == [one, two]
    assert (amendments[0].event_hash, amendments[0].who, amendments[0].role) == (first.hash, "nurse-demo", "nurse")


@pytest.mark.rule("P03", "E101")
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"on": EventHash("0" * 64)}, "does not build on"),
        ({"old": Answered(2)}, "does not build on"),
        ({"ses": SessionId("ses-9")}, "no response of this session"),
        ({"new": Answered(9), "answers": {"q1": Answered(9), "q2": Answered(2), "q3": Skipped()}}, "no such answer"),
        ({"answers": {"q1": Answered(3), "q2": Answered(3), "q3": Skipped()}}, "not those that follow"),
        ({"scores": ()}, "not those of the scales"),
    ],
)
def test_a_correction_that_contradicts_itself_is_set_aside_and_named(bench, kit, tablet, changes, why):
    before = kit.make_response("ses-1")
    amend(tablet, replace(amendment(kit, before, done(tablet).hash), **changes))
    bench.send(tablet)
    (receipt,) = bench.round()
    assert receipt.status is Status.ACCEPTED
    (aside,) = receipt.set_aside
    assert aside.seq == tablet.events[-1].header.seq and why in aside.why
    ((_, now),), amendments = held(bench)
    assert (now, amendments) == (before, ())


@pytest.mark.rule("P03")
def test_a_correction_of_another_form_session_or_shape_is_set_aside(bench, kit, tablet):
    one = amendment(kit, kit.make_response("ses-1"), done(tablet).hash)
    tablet.write(Kind.AMEND, write_amendment(one), ses="ses-2")
    amend(tablet, one, pack=ContentHash("e" * 64))
    tablet.write(Kind.AMEND, {**write_amendment(one), "note": ""}, ses="ses-1")
    bench.send(tablet)
    (receipt,) = bench.round()
    assert [each.why.split(":")[0] for each in receipt.set_aside] == [
        "it names another session than its event",
        "it names another form than the response",
        "The content of a record is not in the agreed form",
    ]


def test_after_one_that_is_set_aside_the_next_still_counts_if_it_builds_on_what_stands(bench, kit, tablet):
    before = kit.make_response("ses-1")
    amend(tablet, amendment(kit, before, EventHash("0" * 64)))
    good = amendment(kit, before, done(tablet).hash)
    amend(tablet, good)
    bench.send(tablet)
    bench.round()
    assert [one.amendment for one in held(bench)[1]] == [good]


@pytest.mark.rule("P102")
def test_an_erased_response_takes_its_corrections_along(bench, kit, tablet):
    amend(tablet, amendment(kit, kit.make_response("ses-1"), done(tablet).hash))
    bench.send(tablet)
    bench.round()
    sent = len(tablet.events)
    seqs = [event.header.seq for event in tablet.events if event.sealed is not None]
    tablet.write(Kind.ERASE, {"targets": [[tablet.dev, seqs]]})
    bench.send(tablet, sent)
    bench.round()
    assert held(bench) == ([], ())


@pytest.mark.rule("E101")
def test_a_tablet_restored_from_a_backup_corrects_what_the_one_before_it_brought(bench, kit, tablet):
    bench.send(tablet)
    bench.round()
    other = bench.tablet("tab-2", b"u" * 32)
    other.boot()
    good = amendment(kit, kit.make_response("ses-1"), done(tablet).hash)
    amend(other, good)
    stranger = bench.tablet("tab-3", b"v" * 32, site="S02")
    stranger.boot()
    amend(stranger, replace(good, on=other.head.hash))
    bench.send(other)
    bench.send(stranger)
    receipts = {receipt.dev: receipt for receipt in bench.round()}
    assert receipts["tab-2"].set_aside == ()
    assert "no response of this session" in receipts["tab-3"].set_aside[0].why, "of another site"
    assert [one.amendment for one in held(bench)[1]] == [good]
