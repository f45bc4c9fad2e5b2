"""The participant's process as the operating system sees it: killed after any tap, and looked into from outside.

Fault model: SIGKILL at a random moment after a tap was acknowledged on the glass; it does not test the disk itself.
The memory scan reads what the process has mapped at one moment of a running sitting; it does not see what was freed
and overwritten before, and swap is not looked at.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.app.passage import HandOver, write_hand_over
from retnet_pro.app.senses import new_id
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import resume, start
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.sitting import Sitting
from retnet_pro.instrument.carried import carry
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_log

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

from tests.faults.sizes import SIZES
from tests.unit.conduct.conftest import PASSPHRASE, found

HERE = Path(__file__).resolve().parent
TAPS = SIZES.glass_kills
CANARY = "canary-" + "heron" * 5
SUBJECT, EARLIER = make_subject("AB", 1), make_subject("AB", 2)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs signals and /proc of Linux")


def hand_over(site: "Founded", sitting: Sitting, folder: Path) -> HandOver:
    founding, opened = site.opened.founding, site.opened
    choices = [(turn.instrument, turn.version, turn.language) for turn in sitting.turns]
    return HandOver(
        sitting=sitting,
        profile=folder / "site",
        device=founding.device,
        seed=opened.device.seed,
        recipients=(founding.site_recipient, founding.centre_recipient),
        forms=carry(opened.library, choices),
    )


@contextmanager
def participant(given: HandOver, seed: int) -> Iterator["subprocess.Popen[str]"]:
    """The real participant's process with somebody tapping on its window."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parents[1])}
    child = subprocess.Popen(
        [sys.executable, str(HERE / "tapper.py"), str(seed)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    try:
        assert child.stdin is not None
        child.stdin.write(write_hand_over(given) + "\n")
        child.stdin.close()
        yield child
    finally:
        child.kill()
        child.wait()
        assert child.stderr is not None
        child.stderr.close()


def acknowledged(child: "subprocess.Popen[str]", count: int) -> list[tuple[str, object]]:
    """Wait until this many taps were acknowledged and return them."""
    assert child.stderr is not None
    acks: list[tuple[str, object]] = []
    said = []
    for line in child.stderr:
        said.append(line)
        if line.startswith("ack "):
            _, item, code = line.split()
            acks.append((item, NotApplicable() if code == "None" else Answered(int(code))))
            if len(acks) == count:
                return acks
    raise AssertionError("".join(said))


@pytest.mark.rule("E50", "E51", "E52", "P13")
def test_killed_after_each_of_fifty_taps_every_acknowledged_answer_is_there(tmp_path: Path) -> None:
    site = found(tmp_path)
    desk = site.login("nurse")
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    sitting = replace(start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE), practice=False)
    given = hand_over(site, sitting, tmp_path)
    unsealer = Unsealer(site.opened.slots.unlock("nurse", PASSPHRASE, site.calendar()))
    ses = sitting.turns[0].ses
    device, public = site.opened.founding.device, site.opened.founding.public
    site.opened.log.close()
    chance = random.Random(20261123)
    expected: list[tuple[str, object]] = []
    taps = 0
    while taps < TAPS:
        with participant(given, taps) as child:
            burst = min(chance.choice((1, 1, 2, 3)), TAPS - taps)
            acks = acknowledged(child, burst)
            time.sleep(chance.random() * 0.01)
            child.send_signal(signal.SIGKILL)
            child.wait()
            assert child.stderr is not None
            rest = child.stderr.read().split("\n")[:-1]  # a line cut off by the kill acknowledges nothing
        taps += burst
        expected += acks + [
            (line.split()[1], NotApplicable() if line.split()[2] == "None" else Answered(int(line.split()[2])))
            for line in rest
            if line.startswith("ack ")
        ]
        with open_log(tmp_path / "site" / "site.db") as log:
            pen = Pen(
                log, device=device, key=site.opened.pen.key, sealer=site.opened.pen.sealer, clock=site.calendar,
                app="test",
            )  # fmt: skip
            again = Desk(
                pen, site.opened.library, site.opened.study, desk.person, unsealer,
                new_id=new_id,
            )  # fmt: skip
            waiting = [session for session in again.site.interrupted() if session.ses == ses]
            assert waiting, "the interrupted form is shown to staff"
            resumed = resume(again, waiting[0].sitting)
            stored = [(entry.item, entry.given) for entry in resumed.turns[0].entries]
            missing = iter(stored)
            lost = [one for one in expected if one not in missing]
            assert not lost, f"after {taps} taps acknowledged answers are missing: {lost}"
            given = hand_over(site, resumed, tmp_path)
    checked = verify_log(tmp_path / "site" / "site.db", device, public)
    assert checked.first_break is None
    assert len(expected) >= TAPS


def scan(pid: int, needles: dict[str, bytes]) -> set[str]:
    """Return which needles stand anywhere in the memory of a process."""
    found_names: set[str] = set()
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError):
                continue
            found_names |= {name for name, needle in needles.items() if needle in held}
    return found_names


def secret_bytes(identity: str) -> bytes:
    """Decode the 32 secret bytes of an age identity (Bech32)."""
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{alphabet.index(letter):05b}" for letter in identity.lower().rpartition("1")[2][:-6])
    return int(bits[: len(bits) // 8 * 8], 2).to_bytes(len(bits) // 8, "big")


@pytest.mark.rule("T2", "T3", "E15")
def test_the_participants_memory_holds_no_opening_key_and_no_earlier_answer(tmp_path: Path) -> None:
    site = found(tmp_path)
    desk = site.login("nurse")
    desk.enrol(EARLIER, date(2026, 11, 20), "en")
    start(desk, EARLIER, "baseline", "en", AnsweredBy.HELPER_READS, reason=CANARY)
    desk.enrol(SUBJECT, date(2026, 11, 20), "en")
    sitting = replace(start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE), practice=False)
    identity, personal = site.opened.slots.unlock("nurse", PASSPHRASE, site.calendar())
    unsealer = Unsealer([identity])
    needles = {
        "site identity": identity.encode(),
        "site secret": secret_bytes(identity),
        "personal identity": personal.encode(),
        "personal secret": secret_bytes(personal),
        "centre identity": site.centre_identity.encode(),
        "centre secret": secret_bytes(site.centre_identity),
        "device secret": site.opened.device.secret,
        "earlier answer": CANARY.encode(),
        "earlier answer, wide": CANARY.encode("utf-16-le"),
        "earlier participant": EARLIER.encode(),
        "earlier participant, wide": EARLIER.encode("utf-16-le"),
    }
    opened = [event for event in site.opened.log.events() if event.sealed is not None]
    assert any(CANARY.encode() in unsealer.unseal(event.sealed, what="-") for event in opened if event.sealed)
    own = scan(os.getpid(), needles)
    assert {"site identity", "personal identity", "earlier answer", "earlier participant"} <= own, (
        "the scanner finds what is there"
    )
    given = hand_over(site, sitting, tmp_path)
    site.opened.log.close()
    with participant(given, 1) as child:
        acknowledged(child, 3)
        present = scan(child.pid, {**needles, "own subject": SUBJECT.encode(), "own seed": given.seed})
    assert present == {"own subject", "own seed"}
