"""Each single system call of a day fails, once or for good: a named failure, nothing lost, and work goes on.

Fault model. libfiu makes the Nth call of one kind return an error without doing anything, in the real program and in
SQLite below it; kinds are write, pwrite, fsync, fdatasync, ftruncate, open, unlink and rename, errors are EIO and
ENOSPC, each once and from then on for good. The fault ends when the program has told its failure; then the same act is
tried again in the same process, somebody logs in, and everything that was said is compared with what is there. Not
modelled: calls that do half their work before they fail (the small disk and the power cut do that), and `mmap`.
In the CI size every call of the most frequent kinds fails in two of the four ways in turn, of all others in all four.
"""

import errno
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.day import AT_THE_CENTRE, AT_THE_SITE, prepare
from tests.faults.sizes import SIZES
from tests.faults.yard import set_to_work

KINDS = ("pwrite", "write", "fsync", "fdatasync", "ftruncate", "open", "unlink", "rename")
WAYS = ((errno.EIO, False), (errno.ENOSPC, True), (errno.ENOSPC, False), (errno.EIO, True))
NEVER = 10**9
NAMED = {"disk-full", "disk-fault", "transport-unreachable"}
PRELOAD = next(iter(sorted(Path("/usr/lib").rglob("fiu_posix_preload.so"))), None)
pytestmark = pytest.mark.skipif(
    PRELOAD is None or shutil.which("fiu-run") is None, reason="the Debian package fiu-utils is not installed"
)


def jobs_for(calls: dict[str, int], acts: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return one job for each call of each kind and way of failing."""
    jobs = []
    for kind in KINDS:
        for nth in range(1, calls[kind] + 1):
            in_turn = WAYS[nth % 2 * 2 : nth % 2 * 2 + 2]
            ways = WAYS if SIZES.all_ways or calls[kind] <= SIZES.few_calls else in_turn
            jobs += [
                {"acts": acts, "answers": SIZES.fault_answers, "fault": [[kind, number, nth, for_good]]}
                for number, for_good in ways
            ]
    return jobs


@pytest.mark.rule("E50", "P82", "T6")
@pytest.mark.parametrize(("acts", "exported"), [(AT_THE_SITE, False), (AT_THE_CENTRE, True)], ids=["site", "centre"])
def test_any_failing_call_ends_in_a_named_failure_and_loses_nothing(
    place: Path, record_figure: Callable[..., None], acts: tuple[str, ...], exported: bool
) -> None:
    template, work = prepare(place / f"template-{exported}", exported=exported), place / f"work-{exported}"
    counting = {
        "acts": acts,
        "answers": SIZES.fault_answers,
        "fault": [[kind, errno.EIO, NEVER, False] for kind in KINDS],
    }
    (counted,) = set_to_work(template, work, [counting], rehearse=acts, preload=PRELOAD, workers=1)
    assert counted["broken"] == [] and all(counted["calls"][kind] for kind in KINDS)
    outcomes = set_to_work(template, work, jobs_for(counted["calls"], acts), rehearse=acts, preload=PRELOAD)
    broken = [(one["job"]["fault"], one["broken"]) for one in outcomes if one["broken"]]
    record_figure(goal="io faults", runs=len(outcomes), violations=len(broken))
    assert broken == []
    told = Counter(code for one in outcomes for _, code in one["failures"])
    assert set(told) <= NAMED, told
    assert sum(told.values()) > len(outcomes) / 2, "most faults are felt"


@pytest.mark.parametrize("acts", [("open", "login", "enrol", "tap", "close")])
def test_an_acknowledgement_before_the_write_is_found(place: Path, acts: tuple[str, ...]) -> None:
    template = prepare(place / "template-early")
    jobs = [
        {"acts": acts, "early": True, "fault": [["fdatasync", errno.EIO, nth, True], ["pwrite", errno.EIO, 20, True]]}
        for nth in range(2, 6)
    ]
    outcomes = set_to_work(template, place / "work-early", jobs, rehearse=acts, preload=PRELOAD)
    assert any("was acknowledged and is not there" in fault for one in outcomes for fault in one["broken"])
