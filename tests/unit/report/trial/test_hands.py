"""Several processes make the report of one: in the same order, and none outlives who wanted it."""

import multiprocessing
import os
import pickle
import select
from functools import partial
from multiprocessing import get_context
from threading import Event
from types import MappingProxyType

import pytest

from retnet_pro.analysis.canvas import Caption, picture
from retnet_pro.errors import Bug, Code, Refusal, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.report.trial.hands import all_done

LONG = 120


def times(number, said):
    return said["times"] * number


def draw_badly(said):
    def draw(figure, foot):
        raise ValueError("score 83.3 of R-0017")

    caption = Caption(title="", counted="", missing="", method="", synthetic=True)
    return picture("course-ql2", caption, "", draw)


def end_oneself(said):
    os._exit(9)


def never_end(said):
    Event().wait(LONG)


def quiet(done):
    """Tell nobody."""


@pytest.mark.parametrize("processes", [1, 2])
def test_works_come_back_in_their_order_and_are_told_one_by_one(processes):
    told = []
    works = [partial(times, number) for number in range(7)]
    facts = {"times": 3, "more": MappingProxyType({"a": MappingProxyType({})})}
    assert all_done(facts, works, processes, told.append) == [0, 3, 6, 9, 12, 15, 18]
    assert told == [1, 2, 3, 4, 5, 6, 7]
    assert multiprocessing.active_children() == []


@pytest.mark.rule("E141")
def test_who_stops_it_waits_for_nothing_and_leaves_no_process_behind():
    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        all_done({"times": 1}, [partial(times, 1), never_end, never_end, never_end], 2, stop)
    assert multiprocessing.active_children() == []


def ask_and_wait(telling):
    def told(done):
        telling.send([child.pid for child in multiprocessing.active_children()])

    all_done({"times": 1}, [partial(times, 1), never_end], 2, told)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux lets one wait for the child of a child")
def test_where_the_one_that_asked_is_killed_its_processes_end_too():
    heard, telling = multiprocessing.Pipe(duplex=False)
    asking = get_context("spawn").Process(target=ask_and_wait, args=(telling,))
    asking.start()
    ends = [os.pidfd_open(worker) for worker in heard.recv()]
    asking.kill()
    asking.join()
    for end in ends:
        assert select.select([end], [], [], LONG)[0], "it is still there"
        os.close(end)
    assert len(ends) == 2


def test_a_figure_that_fails_names_itself_and_nothing_of_what_it_shows():
    with pytest.raises(Bug) as fault:
        all_done({"times": 1}, [draw_badly, partial(times, 1)], 2, quiet)
    assert "the figure course-ql2 could not be drawn, ValueError" in sentence(fault.value)
    assert "83.3" not in sentence(fault.value)
    assert multiprocessing.active_children() == []


def test_a_failure_travels_to_another_process_whole():
    refused = Refusal(Code.DATA_UNFIT, row=3, column="code", why="7")
    again = pickle.loads(pickle.dumps(refused))
    assert type(again) is Refusal and again.code is Code.DATA_UNFIT
    assert (again.facts, str(again), sentence(again)) == (refused.facts, str(refused), sentence(refused))


def test_a_process_that_is_ended_from_outside_ends_the_report_with_a_sentence():
    with pytest.raises(WorldFault) as ended:
        all_done({}, [end_oneself, never_end], 2, quiet)
    assert ended.value.code is Code.REPORT_PROCESS_ENDED
    assert "--processes 1" in sentence(ended.value)
    assert multiprocessing.active_children() == []
