"""Another enrolled tablet hands in what is not its own: nothing of the true one is lost, held up or told to the other.

The gate cannot look inside; so it keeps what each tablet signed as that tablet's, and the opener finds out whose it is.
"""

import pytest

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.receipt import Status
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.centre.admit import Gate
from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.erasing import remove_carriers
from tests.unit.centre.conftest import AT


@pytest.fixture
def true(bench):
    made = bench.tablet()
    made.session("ses-1")
    return made


@pytest.fixture(params=["S01", "S02"], ids=["of the same site", "of another site"])
def other(bench, request):
    return bench.tablet("tab-9", b"o" * 32, request.param)


def signed_by(tablet, bundle, data=None):
    """A bundle under the same name that another tablet has signed: the same bytes, or others."""
    data = bundle.data if data is None else data
    return Bundle(bundle.id, data, sign(tablet.key, Namespace.BUNDLE, data))


def hand_in(bench, bundle):
    bench.put(bundle)
    (admission,) = (one for one in bench.gate() if one.bundle == bundle.id)
    return admission.outcome


def counted(bench, tablet):
    """What the centre has of one tablet: events, finished forms, stored ones, and files that are not taken in."""
    with bench.store.reading() as ledger:
        count = ledger.tablet_count(tablet.dev)
        return count.events, count.finished, count.stored, dict(ledger.not_taken_in().get(tablet.dev, {}))


def is_safe(bench, true, other, bundle, of_the_other):
    """The true tablet has its receipt, each is counted for itself, and nothing is there twice."""
    receipt = bench.receipt(bundle, true)
    assert (receipt.status, receipt.upto) == (Status.ACCEPTED, len(true.events))
    assert [(one.dev, one.response.ses) for one in bench.responses()] == [(true.dev, "ses-1")]
    assert counted(bench, true) == (len(true.events), 1, 1, {})
    assert counted(bench, other) == (0, 0, 0, of_the_other)
    with bench.store.reading() as ledger:
        assert ledger.receipts_of("S02") == (), "no other site is told of it"


@pytest.mark.rule("T8", "T9", "P72")
def test_the_true_tablet_comes_after_the_other_one_was_refused(bench, true, other):
    bundle = bench.bundle(true)
    assert hand_in(bench, signed_by(other, bundle)) is Gate.ADMITTED
    (refused,) = bench.round()
    assert (refused.status, refused.dev, bench.responses()) == (Status.REFUSED, other.dev, [])
    assert hand_in(bench, bundle) is Gate.ADMITTED
    assert [one.status for one in bench.round()] == [Status.ACCEPTED]
    is_safe(bench, true, other, bundle, {"refused": 1})
    assert hand_in(bench, signed_by(other, bundle)) is Gate.KNOWN


@pytest.mark.rule("T8", "T9", "P72")
@pytest.mark.parametrize("is_first", [True, False])
def test_both_wait_to_be_opened_at_the_same_time(bench, true, other, is_first):
    bundle = bench.bundle(true)
    both = [bundle, signed_by(other, bundle)]
    assert [hand_in(bench, one) for one in (reversed(both) if is_first else both)] == [Gate.ADMITTED] * 2
    assert sorted(one.status for one in bench.round()) == [Status.ACCEPTED, Status.REFUSED]
    is_safe(bench, true, other, bundle, {"refused": 1})


@pytest.mark.rule("P47", "T8")
def test_a_closed_tablet_puts_nothing_of_another_into_quarantine(bench, true, other):
    revoke(bench.store, dev=other.dev, at=AT)
    bundle = bench.bundle(true)
    assert hand_in(bench, signed_by(other, bundle)) is Gate.QUARANTINED
    bench.round()
    assert hand_in(bench, bundle) is Gate.ADMITTED
    bench.round()
    is_safe(bench, true, other, bundle, {"refused": 1})


@pytest.mark.rule("T8", "T9")
def test_the_receipt_of_a_gap_is_not_taken_away_by_other_bytes_under_its_name(bench, true, other):
    late = bench.bundle(true, after=2)
    assert hand_in(bench, late) is Gate.ADMITTED
    bench.round()
    assert bench.receipt(late, true).status is Status.GAP
    assert hand_in(bench, signed_by(other, late, b"junk")) is Gate.ADMITTED
    assert [one.status for one in bench.round()] == [Status.REFUSED]
    assert bench.receipt(late, true).want == 1
    bench.put(bench.bundle(true, upto=2))
    bench.round()
    is_safe(bench, true, other, late, {"refused": 1})


@pytest.mark.rule("P102", "P47")
def test_what_is_ordered_away_goes_from_the_quarantine_of_a_closed_carrier_as_well(bench, true, other):
    revoke(bench.store, dev=other.dev, at=AT)
    bundle = bench.bundle(true)
    for one in (signed_by(other, bundle), bundle):
        hand_in(bench, one)
    bench.round()
    kept = [box.folder for box in (bench.centre.inbox, bench.centre.quarantine)]
    assert [len(list(folder.iterdir())) for folder in kept] == [1, 1]
    with bench.store.writing() as ledger:
        ledger.note_order(true.dev, 99, {true.dev: [len(true.events)]}, AT)
        ledger.erase_ordered({true.dev})
    remove_carriers(bench.store, bench.centre)
    assert [list(folder.iterdir()) for folder in kept] == [[], []]
