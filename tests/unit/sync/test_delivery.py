"""Bundles go in order, again without harm, and receipts come back past a bad one."""

import pytest

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.errors import Code, Tamper, WorldFault
from retnet_pro.sync.delivery import collect, deliver

IDS = [BundleId(letter * 64) for letter in "abc"]
BUNDLES = [Bundle(name, b"data", b"sig") for name in IDS]


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
