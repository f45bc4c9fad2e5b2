"""A site on disk, as it is founded for real, with cheap key slots and a clock that moves by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from retnet_pro.app.opening import OpenSite, open_site, provision
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.centre.folder import Centre
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway, add_person
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.model import Mode
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.wrap import Cost

HOUSE = Path(__file__).resolve().parents[3]
PASSPHRASE = "four calm herons wade"
CHEAP = Cost(kib=64, passes=1, lanes=1)
TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Founded:
    """The parts a test needs."""

    opened: OpenSite
    door: Doorway
    calendar: Calendar
    online: SigningKey
    centre_identity: str

    def login(self, user: str = "coordinator") -> Desk:
        return self.door.login(user, PASSPHRASE)


def found(
    folder: Path,
    mode: Mode = Mode.DEMO,
    centre: Centre | None = None,
    *,
    site: str = "AB",
    profile: Path | None = None,
) -> Founded:
    """A site with one person of each role; of this centre, or of one that exists in the test alone."""
    place = profile or folder / "site"
    settings = Settings(profile=place, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
    root, online = SigningKey(b"r" * 32), SigningKey(b"o" * 32)
    identity, recipient = make_identity()
    trust = TrustPack(
        trial="demo-trial",
        centre="centre",
        recipient=recipient if centre is None else centre.recipient,
        online=online.public if centre is None else centre.online,
        version=1,
        issued=date(2026, 1, 1),
        expires=date(2030, 1, 1),
        root=fingerprint(root.public),
    )
    calendar = Calendar(TODAY)
    opened = provision(
        settings, calendar, trust, site=site, mode=mode, passphrase=PASSPHRASE, cost=CHEAP,
        person=Person("coordinator", "Coordinator Demo", Role.COORDINATOR),
    )  # fmt: skip
    identities = opened.slots.unlock("coordinator", PASSPHRASE, calendar())
    for role in Role:
        if role is not Role.COORDINATOR:
            person = Person(role.value, f"{role.value.title()} Demo", role)
            add_person(opened.pen, opened.slots, person, PASSPHRASE, identities, by=None)
    return Founded(opened, doorway_of(opened), calendar, online, identity)


@contextmanager
def reopened(folder: Path) -> Iterator[Doorway]:
    """The doorway of a site that was founded before, as a new process finds it."""
    opened = open_again(folder)
    with opened.log:
        yield doorway_of(opened)


def open_again(folder: Path) -> OpenSite:
    """A site that was founded before, as a new process finds it; its log is the caller's to close."""
    settings = Settings(profile=folder / "site", forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
    return open_site(settings, Calendar(TODAY), cost=CHEAP)


def doorway_of(opened: OpenSite) -> Doorway:
    return Doorway(
        opened.pen,
        opened.slots,
        opened.library,
        opened.study,
        opened.founding,
        new_id,
        opened.inherited,
        opened.neighbours,
    )


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Founded]:
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


@pytest.fixture
def study_site(tmp_path: Path) -> Iterator[Founded]:
    founded = found(tmp_path, Mode.STUDY)
    yield founded
    founded.opened.log.close()


SUBJECT = make_subject("AB", 1)
