"""SIGKILL in the middle of anything: what was said to be safe is there, everything opens, and work goes on.

Fault model. The process ends between two machine instructions, at a random moment of one act: log in, enrol, hand over
and answer, renew and remove slots, erase, export, import at the centre, fetch receipts, checkpoint, found a site (an
empty file becomes one of the newest format). What the process has written is in the kernel and survives; a kill does
not test the disk, the power cut does. The window itself is killed in `test_participant_process`.
"""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.day import AT_THE_CENTRE, AT_THE_SITE, prepare
from tests.faults.sizes import SIZES
from tests.faults.yard import set_to_work

AT_SITE = {
    "login": ("open", "login"),
    "enrol": ("open", "login", "enrol"),
    "tap": ("open", "login", "enrol", "tap"),
    "snapshot": ("open", "login", "snapshot"),
    "people": ("open", "people"),
    "erase": ("open", "login", "tap", "erase"),
    "export": ("open", "login", "enrol", "export"),
    "settle": ("open", "login", "enrol", "settle"),
    "found": ("found",),
}
AT_CENTRE = {"centre": ("centre",), "receive": ("centre", "open", "login", "receive")}
PAST_THE_END = 1.15


@pytest.mark.rule("E50", "E51", "E52", "P82")
def test_no_kill_loses_what_was_said_to_be_safe(place: Path, record_figure: Callable[..., None]) -> None:
    chance = random.Random(20261123)
    outcomes = []
    for exported, acts, rehearse in ((False, AT_SITE, AT_THE_SITE), (True, AT_CENTRE, AT_THE_CENTRE)):
        share = len(acts) / (len(AT_SITE) + len(AT_CENTRE))
        jobs = [
            {"acts": acts[act], "kill": {"act": act, "share": chance.uniform(0, PAST_THE_END)}}
            for act in (chance.choice(tuple(acts)) for _ in range(round(SIZES.kills * share)))
        ]
        template = prepare(place / f"template-{exported}", exported=exported)
        outcomes += set_to_work(template, place / "work", jobs, rehearse=rehearse)
    broken = [(one["job"]["kill"], one["broken"]) for one in outcomes if one["broken"]]
    record_figure(goal="kills", runs=len(outcomes), violations=len(broken))
    assert broken == []
    cut_short = Counter(
        one["job"]["kill"]["act"] for one in outcomes if f"done {one['job']['kill']['act']}" not in one["acts"]
    )
    assert set(cut_short) == {*AT_SITE, *AT_CENTRE}, "every act was killed in its middle"
    assert sum(cut_short.values()) > len(outcomes) / 3


def test_an_acknowledgement_before_the_write_is_found(place: Path) -> None:
    acts = ("open", "login", "enrol", "tap", "close")
    chance = random.Random(5)
    jobs = [
        {"acts": acts, "early": True, "answers": 20, "kill": {"act": "tap", "share": chance.uniform(0.2, 2.0)}}
        for _ in range(SIZES.kills // 10)
    ]
    outcomes = set_to_work(prepare(place / "template-early"), place / "work-early", jobs, rehearse=acts)
    assert any("was acknowledged and is not there" in fault for one in outcomes for fault in one["broken"])
