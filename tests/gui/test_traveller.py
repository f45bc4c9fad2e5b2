"""A journey that hangs holds up nothing and nobody; it can be given up, and what comes back late is dropped (P82)."""

import threading

import pytest

from retnet_pro.conduct.journey import elsewhere
from retnet_pro.errors import Code, RetnetError
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.traveller import Traveller

pytestmark = pytest.mark.rule("P72", "P82")
PATIENCE_MS = 30_000


class Road:
    """A traveller with a lane of its own, and what it brought back."""

    def __init__(self, qtbot) -> None:
        self.qtbot, self.lane = qtbot, Lane()
        self.traveller = Traveller(self.lane)
        self.moves, self.brought, self.failed = [], [], []
        self.traveller.moved.connect(lambda done, total: self.moves.append((done, total)))

    def go(self, start) -> None:
        self.traveller.travel(start, self.brought.append, self.failed.append)

    def wait_for(self, what) -> None:
        self.qtbot.waitUntil(lambda: bool(what()), timeout=PATIENCE_MS)


@pytest.fixture
def road(qtbot):
    made = Road(qtbot)
    yield made
    made.lane.close()


def test_steps_run_in_the_lane_and_waits_elsewhere(road) -> None:
    def journey():
        here = threading.current_thread().name
        there = yield from elsewhere(lambda: threading.current_thread().name, 1, 3)
        return here, there, threading.current_thread().name

    road.go(journey)
    road.wait_for(lambda: road.brought)
    ((before, there, after),) = road.brought
    assert before == after != there == "elsewhere"
    assert road.moves == [(1, 3)]
    assert not road.traveller.is_away and not road.traveller.is_anything_waiting


def test_a_failure_elsewhere_is_the_journeys_own(road) -> None:
    def journey():
        try:
            yield from elsewhere(lambda: 1 // 0)
        except ZeroDivisionError:
            return "mended"

    road.go(journey)
    road.wait_for(lambda: road.brought)
    assert road.brought == ["mended"]


def test_while_it_hangs_the_lane_goes_on_and_giving_up_ends_it_at_once(road) -> None:
    hangs, told = threading.Event(), []

    def journey():
        try:
            yield from elsewhere(hangs.wait)
        except RetnetError as error:
            told.append(error.code)
            raise

    road.go(journey)
    road.wait_for(lambda: road.traveller.is_anything_waiting)
    other = []
    road.lane.run(lambda: "done", other.append, other.append)
    road.wait_for(lambda: other)
    road.traveller.give_up()
    road.wait_for(lambda: road.failed)
    assert told == [road.failed[0].code] == [Code.SENDING_STOPPED]
    assert not road.traveller.is_away and road.traveller.is_anything_waiting
    hangs.set()
    road.wait_for(lambda: not road.traveller.is_anything_waiting)
    assert road.brought == [] and len(road.failed) == 1


def test_a_second_journey_takes_the_place_of_the_first(road) -> None:
    hangs = threading.Event()

    def first():
        yield from elsewhere(hangs.wait)

    def second():
        return (yield from elsewhere(lambda: "second"))

    road.go(first)
    road.wait_for(lambda: road.traveller.is_anything_waiting)
    road.go(second)
    road.wait_for(lambda: road.brought and road.failed)
    assert road.brought == ["second"]
    assert [error.code for error in road.failed] == [Code.SENDING_STOPPED]
    hangs.set()
    road.wait_for(lambda: not road.traveller.is_anything_waiting)


def test_after_leaving_nothing_is_brought_back(road) -> None:
    hangs = threading.Event()

    def journey():
        yield from elsewhere(hangs.wait)

    road.go(journey)
    road.wait_for(lambda: road.traveller.is_anything_waiting)
    road.traveller.leave()
    hangs.set()
    road.wait_for(lambda: not road.traveller.is_anything_waiting)
    assert road.brought == road.failed == []
