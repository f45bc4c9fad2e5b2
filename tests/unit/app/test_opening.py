"""Where the secret of a device lies is recorded when the site is founded, and found again when it is opened."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from retnet_pro.app.opening import open_site, provision
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.model import Mode
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE, TODAY


class MemoryKeyring(KeyringBackend):
    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.items[service, username] = password


class NoKeyring(MemoryKeyring):
    priority = 0


@pytest.fixture(params=[MemoryKeyring, NoKeyring], ids=["with a keystore", "without"])
def system(request: pytest.FixtureRequest) -> Iterator[MemoryKeyring]:
    before, made = keyring.get_keyring(), request.param()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.mark.rule("P80", "T1")
def test_the_place_of_the_device_secret_is_recorded_and_found_again(system: MemoryKeyring, tmp_path: Path) -> None:
    settings = Settings(
        profile=tmp_path / "site", forms=HOUSE / "forms", words=HOUSE / "translations", keystore="system"
    )
    root = SigningKey(b"r" * 32)
    trust = TrustPack(
        trial="demo-trial", centre="centre", recipient=make_identity()[1], online=SigningKey(b"o" * 32).public,
        version=1, issued=date(2026, 1, 1), expires=date(2030, 1, 1), root=fingerprint(root.public),
    )  # fmt: skip
    person = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
    founded = provision(
        settings, Calendar(TODAY), trust, site="AB", mode=Mode.DEMO, person=person, passphrase=PASSPHRASE, cost=CHEAP
    )
    founded.log.close()
    expected = "file" if isinstance(system, NoKeyring) else "system"
    assert founded.founding.keystore == expected
    assert bool(system.items) == (expected == "system")
    assert bool(list((tmp_path / "site").glob("*.device"))) == (expected == "file")
    opened = open_site(settings, Calendar(TODAY), cost=CHEAP)
    with opened.log:
        note = next(iter(opened.log.events())).header.note
        assert note is not None and note["keystore"] == expected
        assert opened.device.seed == founded.device.seed
        assert len(opened.slots.unlock("coordinator", PASSPHRASE, Calendar(TODAY)())) == 2
