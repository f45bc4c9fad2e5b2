"""What the centre takes in, countersigns, sets aside and refuses."""

from dataclasses import replace

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import SetAside, Status
from retnet_pro.centre.disputes import disputes
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.event import Head, Kind, Sealed, SessionId
from retnet_pro.record.response import write_response
from retnet_pro.scoring.score import Why
from retnet_pro.study.model import Mode


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.boot()
    made.session("ses-1")
    made.session("ses-2", (3, None, None))
    return made


@pytest.mark.rule("P72", "E54")
def test_a_bundle_becomes_responses_and_a_countersigned_head(bench, tablet):
    bundle = bench.send(tablet)
    (receipt,) = bench.round()
    assert receipt == bench.receipt(bundle, tablet)
    assert (receipt.status, receipt.count, receipt.set_aside) == (Status.ACCEPTED, len(tablet.events), ())
    assert receipt.holds == tablet.head == bench.head(tablet)
    first, second = bench.responses()
    assert first.response.answers["q1"] == Answered(1)
    assert first.response.finished == "2026-11-23T10:05:00.000+01:00"
    assert second.response.scores[0].why is Why.TOO_FEW_ANSWERED
    assert first.event_hash == tablet.events[first.seq - 1].hash
    with bench.store.reading() as ledger:
        assert list(ledger.events(tablet.dev)) == tablet.events


@pytest.mark.rule("T8", "P72")
def test_the_same_bundle_again_changes_nothing_and_gets_the_same_receipt(bench, tablet):
    bundle = bench.send(tablet)
    bench.round()
    file = bench.drop.get(f"{bundle.id}.receipt")
    bench.send(tablet)
    assert bench.round() == []
    assert bench.drop.get(f"{bundle.id}.receipt") == file
    (bench.centre.drop / f"{bundle.id}.receipt").unlink()
    assert bench.round() == []
    assert bench.drop.get(f"{bundle.id}.receipt") == file
    assert len(bench.responses()) == 2


@pytest.mark.rule("T8")
def test_two_sealings_of_one_bundle_admitted_together_store_once(bench, tablet):
    bench.send(tablet)
    bench.gate()
    bench.send(tablet)
    bench.gate()
    assert [receipt.status for receipt in bench.open()] == [Status.ACCEPTED, Status.DUPLICATE]
    assert len(bench.responses()) == 2


@pytest.mark.rule("T8")
def test_overlapping_bundles_store_only_what_is_new(bench, tablet):
    bench.send(tablet, 0, 4)
    bench.round()
    later = bench.send(tablet, 2)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.bundle, receipt.holds) == (Status.ACCEPTED, later.id, tablet.head)
    bench.send(tablet, 1, 5)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.holds) == (Status.DUPLICATE, tablet.head)
    assert len(bench.responses()) == 2


@pytest.mark.rule("T8")
def test_a_gap_asks_for_what_is_missing_and_closes_by_itself(bench, tablet):
    early = bench.send(tablet, 4)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.want, receipt.count, receipt.upto) == (Status.GAP, 1, 0, 0)
    assert bench.responses() == []
    bench.send(tablet, 0, 4)
    receipts = bench.round()
    assert [one.status for one in receipts] == [Status.ACCEPTED, Status.ACCEPTED]
    assert bench.receipt(early, tablet).holds == tablet.head
    assert len(bench.responses()) == 2


@pytest.mark.rule("T8")
def test_bundles_in_any_order_end_in_the_same_state(bench, tablet):
    for after in (7, 5, 3, 1, 0):
        bench.send(tablet, after, after + 2)
        bench.round()
    bench.send(tablet, 9)
    bench.round()
    assert bench.head(tablet) == tablet.head
    assert len(bench.responses()) == 2


@pytest.mark.rule("T5", "T7")
def test_history_signed_again_below_a_receipt_is_a_fork(bench, tablet):
    forger = bench.tablet(enrolled=False)
    forger.key = tablet.key
    forger.boot()
    forger.session("ses-1", (0, 0, 0))
    bench.send(tablet)
    bench.round()
    for after in (0, 2):
        bundle = bench.send(forger, after)
        (receipt,) = bench.round()
        assert (receipt.bundle, receipt.status, receipt.holds) == (bundle.id, Status.FORK, tablet.head)
        assert receipt.count == 0
    assert len(bench.responses()) == 2


@pytest.mark.rule("T7")
def test_a_tablet_rolled_back_and_gone_another_way_is_a_fork_and_its_own_way_goes_on(bench, tablet):
    twin = tablet.copy()
    tablet.session("ses-3")
    twin.session("ses-4")
    bench.send(tablet)
    bench.round()
    bench.send(twin, len(twin.events) - 5)
    assert [receipt.status for receipt in bench.round()] == [Status.FORK]
    twin.boot()
    bench.send(twin, len(twin.events) - 1)
    assert [receipt.status for receipt in bench.round()] == [Status.FORK]
    first = len(tablet.events)
    tablet.boot()
    bench.send(tablet, first)
    assert [receipt.status for receipt in bench.round()] == [Status.ACCEPTED]


@pytest.mark.rule("T7")
def test_the_event_before_a_bundle_must_be_the_one_that_is_held(bench, tablet):
    twin = tablet.copy()
    tablet.boot()
    twin.write(Kind.BOOT, {"version": "other"})
    bench.send(tablet)
    bench.round()
    twin.boot()
    bench.send(twin, len(twin.events) - 1)
    (receipt,) = bench.round()
    assert receipt.status is Status.FORK
    assert f"event {len(tablet.events)} " in receipt.why


@pytest.mark.rule("T9")
@pytest.mark.parametrize(
    ("changes", "words"), [({"trial": "X"}, "trial"), ({"to": "centre-2"}, "centre"), ({"site": "S02"}, "site")]
)
def test_a_bundle_meant_for_others_is_refused_with_the_reason(bench, tablet, changes, words):
    bench.send(tablet, **changes)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.upto) == (Status.REFUSED, 0)
    assert f"another {words}" in receipt.why


@pytest.mark.rule("T9")
def test_a_bundle_sealed_to_another_centre_is_refused(bench, tablet, kit):
    bench.send(tablet, centre_recipient=kit.CENTRE_RECIPIENT)
    (receipt,) = bench.round()
    assert receipt.status is Status.REFUSED
    assert bench.head(tablet).seq == 0


@pytest.mark.rule("T9")
def test_a_renamed_bundle_is_refused_and_the_true_one_is_still_taken(bench, tablet):
    one, other = bench.bundle(tablet, 0, 6), bench.bundle(tablet, 6)
    bench.put(Bundle(other.id, one.data, one.signature))
    (receipt,) = bench.round()
    assert receipt.status is Status.REFUSED and "name of another" in receipt.why
    bench.put(one, other)
    bench.round()
    assert bench.receipt(other, tablet).status is Status.ACCEPTED
    assert bench.head(tablet) == tablet.head


@pytest.mark.rule("P47")
def test_a_tablet_closed_after_admission_is_refused(bench, tablet):
    bench.send(tablet)
    bench.gate()
    with bench.store.writing() as ledger:
        ledger.revoke(tablet.dev, "2026-11-24T01:00:00.000+01:00")
    (receipt,) = bench.open()
    assert (receipt.status, receipt.why) == (Status.REFUSED, "this tablet was closed at the centre")
    assert bench.responses() == []


def test_a_sealed_file_taken_out_of_the_inbox_is_named(bench, tablet):
    bench.send(tablet)
    bench.gate()
    for path in bench.centre.inbox.folder.iterdir():
        path.unlink()
    with pytest.raises(Refusal) as caught:
        bench.open()
    assert caught.value.code is Code.FILE_MISSING


LIES = [
    (lambda kit, good: replace(good, ses=SessionId("ses-9")), "another session"),
    (lambda kit, good: replace(good, mode=Mode.STUDY), "study data"),
    (lambda kit, good: replace(good, entries=4), "counts 4 answers"),
    (lambda kit, good: replace(good, form=replace(good.form, hash=ContentHash("9" * 64))), "another form"),
    (lambda kit, good: replace(good, form=replace(good.form, version="2")), "not known here"),
    (lambda kit, good: replace(good, answers={"q1": Answered(1)}), "not those of the items"),
    (lambda kit, good: replace(good, answers={**good.answers, "q1": Answered(7)}), "not an option"),
    (lambda kit, good: replace(good, scores=()), "not those of the scales"),
    (lambda kit, good: replace(good, scores=(good.scores[0]._replace(value=50.0 + 1e-8),)), "scale S differs"),
    (lambda kit, good: replace(good, scores=(good.scores[0]._replace(used=1),)), "scale S differs"),
    (lambda kit, good: replace(good, scores=(good.scores[0]._replace(version="0"),)), "scale S differs"),
    (lambda kit, good: replace(good, scores=(good.scores[0]._replace(variant="other"),)), "not known here"),
    (
        lambda kit, good: replace(good, scores=(*good.scores, good.scores[0]._replace(variant="other"))),
        "more than one variant",
    ),
    (
        lambda kit, good: replace(good, scores=(good.scores[0]._replace(value=None, why=Why.TOO_FEW_ANSWERED),)),
        "scale S differs",
    ),
]


@pytest.mark.rule("P72", "E76")
@pytest.mark.parametrize(("lie", "words"), LIES)
def test_a_record_that_cannot_be_used_is_named_and_the_others_come_in(bench, kit, lie, words):
    tablet = bench.tablet()
    tablet.session("ses-1")
    document = write_response(lie(kit, kit.make_response("ses-2")))
    bad = tablet.write(Kind.SESSION_OPEN, {}, "ses-2", 0, kit.INSTRUMENT.hash)
    for n in (1, 2, 3):
        tablet.write(Kind.ANSWER, {}, "ses-2", n, kit.INSTRUMENT.hash)
    bad = tablet.write(Kind.SESSION_DONE, document, "ses-2", 4, kit.INSTRUMENT.hash)
    tablet.session("ses-3")
    bench.send(tablet)
    (receipt,) = bench.round()
    assert receipt.status is Status.ACCEPTED
    assert receipt.holds == tablet.head
    ((dev, aside),) = bench.aside()
    assert receipt.set_aside == (aside,)
    assert (dev, aside.seq, aside.ses) == (tablet.dev, bad.header.seq, "ses-2")
    assert words in aside.why
    assert [stored.response.ses for stored in bench.responses()] == ["ses-1", "ses-3"]
    with bench.store.reading() as ledger:
        assert bad in list(ledger.events(tablet.dev))


def test_a_difference_of_rounding_is_no_disagreement(bench, kit):
    tablet = bench.tablet()
    good = kit.make_response("ses-1")
    near = good.scores[0]._replace(value=good.scores[0].value + 1e-10)
    tablet.session("ses-1", response=replace(good, scores=(near,)))
    bench.send(tablet)
    assert bench.round()[0].set_aside == ()


@pytest.mark.parametrize("kind", ["not-sealed-to-us", "no-json", "other-kind", "erased"])
def test_a_record_that_cannot_be_opened_or_read_is_set_aside(bench, kit, kind):
    tablet = bench.tablet()
    sealers = {
        "not-sealed-to-us": lambda: kit.Sealer([kit.CENTRE_RECIPIENT]).seal_payload({}),
        "no-json": lambda: tablet.sealer.seal(b"[1, 2"),
        "other-kind": lambda: tablet.sealer.seal_payload({"v": 1, "kind": "answer"}),
        "erased": lambda: tablet.sealer.seal_payload({}),
    }
    tablet.write(Kind.SESSION_DONE, {}, "ses-1", 1, sealed=sealers[kind]())
    if kind == "erased":
        tablet.events[0] = replace_sealed(tablet.events[0])
    tablet.session("ses-2")
    bench.send(tablet)
    (receipt,) = bench.round()
    assert [(one.seq, one.ses) for one in receipt.set_aside] == [(1, "ses-1")]
    assert receipt.set_aside[0].why
    assert [stored.response.ses for stored in bench.responses()] == ["ses-2"]


def replace_sealed(event, sealed: Sealed | None = None):
    return replace(event, sealed=sealed)


@pytest.mark.parametrize("together", [True, False])
def test_a_second_response_of_one_session_is_set_aside(bench, kit, together):
    tablet = bench.tablet()
    tablet.session("ses-1")
    if not together:
        bench.send(tablet)
        bench.round()
    first = len(tablet.events)
    tablet.session("ses-1", response=kit.make_response("ses-1", (0, 0, 0), entries=6))
    bench.send(tablet, 0 if together else first)
    (receipt,) = bench.round()
    assert [one.seq for one in receipt.set_aside] == [len(tablet.events)]
    (stored,) = bench.responses()
    assert stored.seq == first


def test_a_session_cut_between_two_bundles_is_counted_whole(bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bench.send(tablet, 0, 3)
    bench.round()
    bench.send(tablet, 3)
    (receipt,) = bench.round()
    assert receipt.set_aside == ()
    assert len(bench.responses()) == 1


def test_two_tablets_never_merge_and_a_dispute_is_shown(bench):
    one, two = bench.tablet(), bench.tablet("tab-2", b"u" * 32)
    one.session("ses-1")
    two.session("ses-1", (0, 0, 0))
    bench.send(one)
    bench.send(two)
    assert [receipt.status for receipt in bench.round()] == [Status.ACCEPTED] * 2
    assert {stored.dev for stored in bench.responses()} == {"tab-1", "tab-2"}
    with bench.store.reading() as ledger:
        assert [one.slot for one in disputes(ledger)] == [("S01-001", "week12", "sample")]


@pytest.mark.rule("P72")
def test_a_fault_in_the_middle_of_a_bundle_keeps_nothing_of_it(bench, tablet, monkeypatch):
    bundle = bench.send(tablet)
    bench.gate()
    with monkeypatch.context() as broken:
        broken.setattr("retnet_pro.centre.store.Ledger.keep_receipt", fail)
        with pytest.raises(OSError):
            bench.open()
    assert bench.head(tablet) == Head(0, tablet.events[0].header.prev)
    assert bench.responses() == []
    bench.round()
    assert bench.receipt(bundle, tablet).status is Status.ACCEPTED


def fail(*_args):
    raise OSError("the disk is gone")


def test_a_receipt_names_what_was_set_aside_without_any_answer(bench, kit):
    tablet = bench.tablet()
    document = write_response(kit.make_response("ses-1"))
    document["answers"]["q1"] = {"is": "answered", "code": "CANARY"}
    tablet.session("ses-1", document=document)
    bundle = bench.send(tablet)
    bench.round()
    receipt = bench.receipt(bundle, tablet)
    assert isinstance(receipt.set_aside[0], SetAside)
    assert b"CANARY" not in bench.drop.get(f"{bundle.id}.receipt")
    assert receipt.bundle == BundleId(bundle.id)
