"""The disk fills up at every 4 kB of a day: the failure says so, nothing acknowledged is lost, and room mends it.

Fault model. A real, small disk in memory holds the site and the folder it exports to (and, in the second test, the
centre). It has room for so many blocks more than the day begins with: none, one, two, up to enough. What does not fit
is refused by the kernel in the middle of a write, so calls may do half their work. When the program has told its
failure, room is made and the same act is tried again in the same process. Needs the right to mount.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.day import AT_THE_CENTRE, AT_THE_SITE, prepare
from tests.faults.sizes import SIZES
from tests.faults.yard import SmallDisk, set_to_work

MORE = 32
"""Steps beyond the highest use that was seen between acts: inside an act a file and its copy may both need room."""


@pytest.fixture(scope="module")
def may_mount(tmp_path_factory: pytest.TempPathFactory) -> None:
    try:
        with SmallDisk(tmp_path_factory.mktemp("mount") / "disk"):
            pass
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a small disk; run as root")


@pytest.mark.rule("E50", "P82")
@pytest.mark.usefixtures("may_mount")
@pytest.mark.parametrize(("acts", "exported"), [(AT_THE_SITE, False), (AT_THE_CENTRE, True)], ids=["site", "centre"])
def test_whatever_room_there_is_nothing_acknowledged_is_lost(
    place: Path, record_figure: Callable[..., None], acts: tuple[str, ...], exported: bool
) -> None:
    template, work = prepare(place / f"template-{exported}", exported=exported), place / f"work-{exported}"
    job = {"acts": acts, "answers": SIZES.full_answers}
    plenty = [{**job, "room": SmallDisk.PLENTY // 2}]
    (free,) = set_to_work(template, work, plenty, rehearse=acts, small_disk=True, workers=1)
    assert free["broken"] == [] and free["failures"] == [] and free["peak"] > 0
    outcomes: list[dict[str, Any]] = []
    steps = free["peak"] // SIZES.full_step + MORE
    while not outcomes or outcomes[-1]["failures"]:
        rooms = range(len(outcomes), len(outcomes) + steps)
        jobs = [{**job, "room": room * SIZES.full_step} for room in rooms]
        outcomes += set_to_work(template, work, jobs, rehearse=acts, small_disk=True)
        outcomes.sort(key=lambda one: one["job"]["room"])
        steps = MORE
    broken = [(one["job"]["room"], one["broken"]) for one in outcomes if one["broken"]]
    record_figure(goal="disk full", runs=len(outcomes), violations=len(broken))
    assert broken == []
    # At the centre SQLite calls a full disk an I/O error where it cannot make its shared memory.
    told = {code for one in outcomes for _, code in one["failures"]}
    assert told == ({"disk-full", "disk-fault"} if exported else {"disk-full"})
    assert sum(bool(one["failures"]) for one in outcomes) > len(outcomes) / 3
