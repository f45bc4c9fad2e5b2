"""What a person sees when the program cannot open its site: one sentence on a calm page, an exit code, nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from retnet_pro.conduct.backup import BackupPlan, backups
from retnet_pro.errors import Code
from retnet_pro.vault.backup import keep_plan, read_fault
from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_log
from tests.unit.conduct.conftest import found

HERE = Path(__file__).resolve().parent


def start(profile: Path, *more: str) -> tuple[int, list[str], str]:
    """Run the staff process until its page is closed; return exit code, sentences and last word."""
    done = subprocess.run(
        [sys.executable, str(HERE / "closing_staff.py"), str(profile), *more], capture_output=True, text=True,
        timeout=60, check=False, env={**os.environ, "PYTHONPATH": str(HERE.parents[1]), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if line and "propagateSizeHints" not in line]
    return done.returncode, said, done.stdout.strip()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    site = found(tmp_path)
    site.opened.log.close()
    return tmp_path / "site"


def test_a_sound_site_shows_the_lock_screen_and_quits_when_it_is_closed(profile: Path) -> None:
    assert start(profile) == (0, [], '{"end": "quit", "hand_over": null}')


def test_no_site_there(tmp_path: Path) -> None:
    code, said, last = start(tmp_path / "nowhere")
    assert (code, last) == (3, "") and len(said) == 1 and "no site" in said[0]


def test_a_second_program_on_the_same_site(tmp_path: Path) -> None:
    site = found(tmp_path)
    head = site.opened.log.head()
    code, said, _ = start(tmp_path / "site")
    assert code == 3 and len(said) == 1 and "Close that one first" in said[0]
    assert site.opened.log.head() == head
    site.login("nurse")
    site.opened.log.close()


@pytest.mark.rule("T16")
def test_a_site_of_a_newer_version_is_left_alone(profile: Path) -> None:
    with sqlite3.connect(profile / "site.db") as database:
        (known,) = database.execute("PRAGMA user_version").fetchone()
        database.execute(f"PRAGMA user_version = {known + 1}")
    database.close()
    before = (profile / "site.db").read_bytes()
    code, said, _ = start(profile)
    assert code == 3 and len(said) == 1 and "newer version" in said[0]
    assert (profile / "site.db").read_bytes() == before


@pytest.mark.rule("P03")
def test_a_damaged_site_is_not_used(profile: Path) -> None:
    data = (profile / "site.db").read_bytes()
    (profile / "site.db").write_bytes(data[: len(data) // 2])
    code, said, _ = start(profile)
    assert code == 5 and len(said) == 1 and "damaged" in said[0]


def test_a_lost_device_secret_is_named(profile: Path) -> None:
    for secret in profile.glob("*.device"):
        secret.unlink()
    code, said, _ = start(profile)
    assert code == 3 and len(said) == 1 and "own secret is missing" in said[0]


@pytest.mark.rule("P101")
def test_a_fault_nobody_foresaw_leaves_no_dead_page_and_tells_no_content(profile: Path) -> None:
    code, said, last = start(profile, "stumbles")
    assert (code, last) == (1, "") and len(said) == 1
    assert "RuntimeError" in said[0] and "secret" not in said[0]


@pytest.mark.rule("P81", "P20")
def test_a_logout_makes_the_scheduled_backup_and_a_missing_stick_keeps_nobody(tmp_path: Path) -> None:
    site = found(tmp_path)
    keep_plan(site.opened.log, BackupPlan(place=tmp_path / "stick"))
    site.opened.log.close()
    left = (0, [], '{"end": "left", "hand_over": null}')
    assert start(tmp_path / "site", "leaves") == left
    with open_log(tmp_path / "site" / "site.db") as log:
        fault = read_fault(log)
        assert fault is not None and fault.code is Code.TRANSPORT_UNREACHABLE
    (tmp_path / "stick").mkdir()
    assert start(tmp_path / "site", "leaves") == left
    (copy,) = (tmp_path / "stick").iterdir()
    with open_log(tmp_path / "site" / "site.db") as log:
        (made,) = backups(log, site.opened.founding.public)
        assert (made.copied.name, made.who, read_fault(log)) == (copy.name, "backup schedule", None)
        head = log.head()
    assert start(tmp_path / "site", "leaves") == left
    with open_log(tmp_path / "site" / "site.db") as log:
        assert log.head() == head, "not again before it is due"


@pytest.mark.rule("P81", "P75")
def test_a_share_that_hangs_holds_nobody_up_and_is_told_to_whoever_logs_in_next(tmp_path: Path) -> None:
    """Fault model: the copy never returns; a real share may hold the process itself in the kernel until it answers."""
    site = found(tmp_path)
    (tmp_path / "stick").mkdir()
    keep_plan(site.opened.log, BackupPlan(place=tmp_path / "stick"))
    head = site.opened.log.head()
    site.opened.log.close()
    assert start(tmp_path / "site", "hangs") == (0, [], '{"end": "left", "hand_over": null}')
    with open_log(tmp_path / "site" / "site.db") as log:
        fault = read_fault(log)
        assert fault is not None and fault.code is Code.BACKUP_UNFINISHED
        assert log.head().seq >= head.seq and verify_log(tmp_path / "site" / "site.db").first_break is None
    assert start(tmp_path / "site", "leaves")[0] == 0
    with open_log(tmp_path / "site" / "site.db") as log:
        assert read_fault(log) is None and len(backups(log, site.opened.founding.public)) == 1


@pytest.mark.rule("T7")
def test_an_old_copy_put_in_the_place_of_the_site_is_named(tmp_path: Path) -> None:
    site = found(tmp_path)
    (tmp_path / "stick").mkdir()
    keep_plan(site.opened.log, BackupPlan(place=tmp_path / "stick"))
    site.opened.log.close()
    assert start(tmp_path / "site", "leaves")[0] == 0
    (copy,) = (tmp_path / "stick").iterdir()
    shutil.copy(copy, tmp_path / "site" / "site.db")
    code, said, _ = start(tmp_path / "site")
    assert code == 5 and len(said) == 1 and "site restore" in said[0]
