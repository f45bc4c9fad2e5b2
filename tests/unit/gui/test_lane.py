"""The one background lane."""

import threading

import pytest

from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.lane import Lane


@pytest.fixture
def lane(qapp):
    lane = Lane()
    yield lane
    lane.close()


def test_results_arrive_in_order_on_the_windows_thread(qtbot, lane):
    arrived = []
    for number in range(20):
        lane.run(
            lambda n=number: (n, threading.current_thread()),
            lambda result: arrived.append((*result, threading.current_thread())),
            pytest.fail,
        )
    qtbot.waitUntil(lambda: len(arrived) == 20)
    assert [number for number, _, _ in arrived] == list(range(20))
    assert {there for _, there, _ in arrived}.isdisjoint({threading.main_thread()})
    assert {here for _, _, here in arrived} == {threading.main_thread()}


def test_a_fault_arrives_as_a_fault_and_the_lane_goes_on(qtbot, lane):
    faults, results = [], []

    def refuse():
        raise WorldFault(Code.DISK_FULL, path="disk")

    lane.run(refuse, results.append, faults.append)
    lane.run(lambda: "next", results.append, faults.append)
    qtbot.waitUntil(lambda: results == ["next"])
    assert [fault.code for fault in faults] == [Code.DISK_FULL]


def test_closing_waits_for_the_work_under_way(qapp):
    lane, finished = Lane(), []
    lane.run(lambda: finished.append(True), lambda _: None, pytest.fail)
    lane.close()
    assert finished == [True]
    with pytest.raises(RuntimeError):
        lane.run(lambda: None, lambda _: None, pytest.fail)
