"""A log that was put back to an earlier state is seen when it is opened.

Fault model: the log file alone is replaced by an older copy of itself, or its newest events are cut off. Somebody who
puts back the keystore as well is seen by the centre only, at the next receipt (see `tests.unit.centre`).
"""

import shutil
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from retnet_pro.app.opening import close_site, open_site
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, EventHash, Head
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.watermark import note_head, noted_head
from tests.unit.conduct.conftest import CHEAP, HOUSE, TODAY, found

DEVICE = DeviceId("AB-00000000")
HEAD = Head(7, EventHash("a" * 64))


def settings_of(folder: Path) -> Settings:
    return Settings(profile=folder / "site", forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")


@pytest.mark.rule("T7", "P16")
def test_an_older_copy_of_the_log_is_not_opened(tmp_path: Path) -> None:
    site, settings = found(tmp_path), settings_of(tmp_path)
    site.opened.log.checkpoint()
    shutil.copy(settings.log, tmp_path / "older.db")
    site.login("nurse").enrol(make_subject("AB", 1), date(2026, 11, 20), "en")
    upto = site.opened.log.head().seq
    close_site(site.opened)
    again = open_site(settings, Calendar(TODAY), cost=CHEAP)
    assert again.log.head().seq == upto, "the log as it was left is opened"
    close_site(again)
    for beside in settings.profile.glob("site.db-*"):
        beside.unlink()
    shutil.copy(tmp_path / "older.db", settings.log)
    with pytest.raises(Tamper) as caught:
        open_site(settings, Calendar(TODAY), cost=CHEAP)
    assert (caught.value.code, caught.value.facts["seq"]) == (Code.ROLLED_BACK, upto)


@pytest.mark.rule("T7")
def test_a_note_that_is_lost_or_unreadable_stops_nobody(tmp_path: Path) -> None:
    site, settings = found(tmp_path), settings_of(tmp_path)
    close_site(site.opened)
    (note,) = settings.profile.glob("*.head")
    for damage in (b"", b"[1]", b"\xff", b'["x", 3]'):
        note.write_bytes(damage)
        close_site(open_site(settings, Calendar(TODAY), cost=CHEAP))
    note.unlink()
    close_site(open_site(settings, Calendar(TODAY), cost=CHEAP))
    assert note.stat().st_mode & 0o777 == 0o600


class InMemory(KeyringBackend):
    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.mark.rule("T7")
def test_the_note_lies_where_the_secrets_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = InMemory()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    assert noted_head("system", tmp_path, DEVICE) is None
    note_head("system", tmp_path, DEVICE, HEAD)
    assert noted_head("system", tmp_path, DEVICE) == HEAD
    assert list(tmp_path.iterdir()) == [] and len(backend.kept) == 1
    note_head("file", tmp_path, DEVICE, HEAD)
    assert noted_head("file", tmp_path, DEVICE) == HEAD
