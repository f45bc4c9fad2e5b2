"""Only a receipt whose head is our own event counts as received."""

from dataclasses import replace

import pytest

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import Receipt, Status
from retnet_pro.errors import Code, Tamper, WorldFault
from retnet_pro.record.event import GENESIS, DeviceId, EventHash, Head
from retnet_pro.sync.delivery import Received, Refused, SendAgain, Stop, collect, deliver, weigh

IDS = [BundleId(letter * 64) for letter in "abc"]
BUNDLES = [Bundle(name, b"data", b"sig") for name in IDS]
OWN = {number: EventHash(f"{number:064x}") for number in range(1, 10)}
RECEIPT = Receipt(
    bundle=IDS[0],
    trial="T",
    dev=DeviceId("tab-1"),
    upto=5,
    head=OWN[5],
    at="2026-11-24T02:00:00.000+01:00",
    status=Status.ACCEPTED,
    count=5,
)


class Road:
    """A transport in memory that can be closed after some puts."""

    def __init__(self, open_for=99):
        self.files, self.open_for = {}, open_for

    def put(self, name, data):
        if not self.open_for:
            raise WorldFault(Code.TRANSPORT_UNREACHABLE, place="stick", why="pulled out")
        self.open_for -= 1
        self.files[name] = data

    def names(self):
        return tuple(sorted(self.files))

    def get(self, name):
        if self.files[name] is None:
            raise Tamper(Code.BUNDLE_TOO_LARGE, path=name, limit=1)
        return self.files[name]


@pytest.mark.rule("P72")
def test_bundles_are_put_in_order_and_again_without_harm():
    road = Road()
    first = deliver(BUNDLES, road)
    there = dict(road.files)
    assert deliver(BUNDLES, road) == first
    assert road.files == there
    assert [attempt.bundle for attempt in first] == IDS
    assert len(there) == 6


def test_a_closed_road_stops_the_rest_and_says_which_bundle():
    road = Road(open_for=3)
    attempts = deliver(BUNDLES, road)
    assert [(attempt.bundle, attempt.fault is None) for attempt in attempts] == [(IDS[0], True), (IDS[1], False)]
    assert f"{IDS[1]}.age" not in road.files


def test_receipts_are_collected_past_a_bad_one():
    road = Road()
    road.files = {receipt_file(IDS[0]): b"one", receipt_file(IDS[1]): None, receipt_file(IDS[2]): b"three"}
    assert collect(road, IDS) == [b"one", b"three"]
    assert collect(road, IDS[2:]) == [b"three"]
    assert collect(Road(), IDS) == []


@pytest.mark.rule("T7", "P73")
@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, Received(Head(5, OWN[5]))),
        ({"status": Status.DUPLICATE}, Received(Head(5, OWN[5]))),
        ({"head": OWN[4]}, Stop),
        ({"upto": 12, "head": OWN[9]}, Stop),
        ({"status": Status.FORK, "why": "event 3 differs"}, Stop("event 3 differs")),
        ({"status": Status.GAP, "want": 6}, SendAgain(6)),
        ({"status": Status.GAP, "want": 1, "upto": 0, "head": GENESIS}, SendAgain(1)),
        ({"status": Status.GAP, "want": 6, "head": OWN[4]}, Stop),
        ({"status": Status.REFUSED, "why": "unsigned"}, Refused("unsigned")),
        ({"status": Status.REFUSED, "upto": 0, "head": GENESIS}, Refused("the centre gave no reason")),
    ],
)
def test_what_a_receipt_means(changes, verdict):
    found = weigh(replace(RECEIPT, **changes), OWN.get)
    assert found == verdict or (isinstance(verdict, type) and isinstance(found, verdict))
