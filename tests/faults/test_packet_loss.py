"""Bundles arrive over a wire that loses packets and carries 512 kbit/s, over HTTPS and over SFTP (rules T13, P72).

Fault model: the kernel's own TCP in a network namespace made for the test, whose loopback drops packets by chance and
is limited to 512 kbit/s. In the CI size 16 of 100 are lost each way, so 30 of 100 exchanges; in the long size 30 each
way. Everything else is real: the centre's server with TLS 1.3, OpenSSH's server, and the tablet's time limits. It takes
root, the programs ip, tc and nft, and a kernel that allows them; else it is skipped.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drop_server import needs_sshd
from tests.faults.sizes import SIZES

HOUSE = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("lossy_child.py")
DROPS = f"""
table inet wire {{
  chain arriving {{
    type filter hook input priority 0
    numgen random mod 100 < {SIZES.loss_percent} drop
  }}
}}
"""
SLOW = "root tbf rate 512kbit burst 16kb latency 1s"
LIMIT_S = 600 * SIZES.lossy_bundles
pytestmark = needs_sshd


def act(*words: str, said: str = "") -> None:
    subprocess.run(words, input=said, check=True, capture_output=True, text=True, timeout=30)


@pytest.fixture
def wire() -> Iterator[str]:
    """Make the namespace; give its name."""
    if not all(map(shutil.which, ("ip", "tc", "nft"))) or os.geteuid() != 0:
        pytest.skip("needs root, and ip, tc and nft (iproute2, nftables)")
    name = f"retnet-wire-{os.getpid()}"
    try:
        act("ip", "netns", "add", name)
    except subprocess.CalledProcessError:
        pytest.skip("no network namespace can be made here")
    try:
        try:
            act("ip", "-n", name, "link", "set", "lo", "mtu", "1500", "up")
            act("tc", "-n", name, "qdisc", "add", "dev", "lo", *SLOW.split())
            act("ip", "netns", "exec", name, "nft", "-f", "-", said=DROPS)
        except subprocess.CalledProcessError as error:
            pytest.skip(f"this kernel plays no bad wire: {error.stderr.strip()[:80]}")
        yield name
    finally:
        subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)


@pytest.mark.rule("T13", "P72", "P80")
def test_everything_arrives_once_and_whole_over_a_wire_that_loses_packets(
    wire: str, tmp_path: Path, record_figure
) -> None:
    program = ["ip", "netns", "exec", wire, sys.executable, CHILD, tmp_path, str(SIZES.lossy_bundles)]
    done = subprocess.run(
        program, cwd=HOUSE, env=os.environ | {"PYTHONPATH": str(HOUSE)}, capture_output=True, text=True, timeout=LIMIT_S
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.splitlines()[-1])
    wrong = (not said["https"]) + (not said["sftp"]) + abs(said["stored"] - SIZES.lossy_bundles)
    record_figure(goal="packet loss", runs=2 * SIZES.lossy_bundles, violations=wrong)
    assert said["https"] and said["sftp"], said
    assert said["stored"] == SIZES.lossy_bundles, said
