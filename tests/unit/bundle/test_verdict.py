"""Only a receipt whose head is our own event counts as received."""

from dataclasses import replace

import pytest

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import Receipt, Status
from retnet_pro.bundle.verdict import Received, Refused, SendAgain, Stop, weigh
from retnet_pro.record.event import GENESIS, DeviceId, EventHash, Head

OWN = {number: EventHash(f"{number:064x}") for number in range(1, 10)}
RECEIPT = Receipt(
    bundle=BundleId("a" * 64),
    trial="T",
    dev=DeviceId("tab-1"),
    upto=5,
    head=OWN[5],
    at="2026-11-24T02:00:00.000+01:00",
    status=Status.ACCEPTED,
    count=5,
)


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
