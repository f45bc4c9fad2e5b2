"""Who takes part in a simulated month: tablets of real sites with their roads, and a centre with two openers.

Everything is real: sites are founded as on a tablet, days are played through the use cases of a desk, one site sends to
OpenSSH's server, one by a stick that somebody carries, and the centre is on PostgreSQL with openers as processes.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from retnet_pro.app.opening import provision
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.naming import BundleId, bundle_file, receipt_file, signature_file
from retnet_pro.bundle.packs import read_trust_pack
from retnet_pro.bundle.receipt import Receipt
from retnet_pro.centre.admit import Gate
from retnet_pro.centre.folder import open_centre
from retnet_pro.centre.url_files import keep_database
from retnet_pro.cli.coordinating import enrol_device, found_centre, let_in
from retnet_pro.cli.synthetic import COORDINATOR, PASSPHRASE
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Transport
from retnet_pro.conduct.sender import Unattended
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.record.event import Event
from retnet_pro.settings import Settings
from retnet_pro.simulation.happening import Happening
from retnet_pro.simulation.play import Calendar, play
from retnet_pro.simulation.trial import simulate
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.sync.patience import Patience
from retnet_pro.sync.sftp import SftpTransport
from retnet_pro.vault.login_key import login_key
from tests.drop_server import CutWire, DropServer
from tests.faults.test_stick_pulled_out import Stick
from tests.postgres import Postgres
from tests.unit.conduct.conftest import CHEAP, HOUSE

START = date(2026, 11, 2)
OPENS, EVENING = time(7), time(20)
SHORT = Patience(connect=5, silence=5, total=20)


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, UTC)


@dataclass(frozen=True)
class Sent:
    """A bundle as it left a tablet."""

    id: BundleId
    dev: str
    data: bytes
    signature: bytes


class TabletClock(Calendar):
    """The clock of one tablet, which can be wrong by some time."""

    ahead = timedelta()

    def __call__(self) -> Moment:
        true = super().__call__()
        return replace(true, wall=true.wall + self.ahead)


class Tablet:
    """One device at one site, with everything that will happen there."""

    def __init__(self, folder: Path, network: "Network", site: str, *, participants: int, months: int, seed: int):
        settings = Settings(profile=folder, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
        self.clock, pack = TabletClock(at(START, OPENS)), network.centre.trust_pack
        trust = read_trust_pack(pack.read_bytes(), root=network.centre.root, today=START, path=str(pack))
        self.opened = provision(
            settings, self.clock, trust, site=site, mode=Mode.DEMO, cost=CHEAP,
            person=COORDINATOR, passphrase=PASSPHRASE,
        )  # fmt: skip
        self.founding, self.dev = self.opened.founding, self.opened.founding.device
        self.door = Doorway(
            self.opened.pen, self.opened.slots, self.opened.library, self.opened.study, self.founding, new_id
        )
        forms = [self.opened.library.instrument(form) for form in self.opened.library.ids()]
        self.days: dict[date, list[Happening]] = defaultdict(list)
        for one in simulate(self.opened.study, forms, participants, months, seed, START, site):
            self.days[one.at.date()].append(one)
        now = at(START, OPENS)
        enrol_device(network.centre, device=self.dev, site=site, public=self.founding.public, now=now)

    @property
    def events(self) -> list[Event]:
        return list(self.opened.log.events())

    def live(self, day: date) -> None:
        """Everything of one day at the site, by a person at the desk."""
        self.clock.turn_to(at(day, OPENS))
        if day in self.days:
            desk = self.door.login(COORDINATOR.user, PASSPHRASE)
            play(self.days[day], desk, self.clock)
            desk.leave()
        self.clock.turn_to(at(day, EVENING))

    def send(self, road: Transport) -> tuple[BundleId, ...]:
        """Send what the centre has not receipted, as the schedule does it; return the bundles, none if nothing is new.

        Raises:
            WorldFault: as the road does.
        """
        try:
            report = at_once(export(Unattended(self.opened.pen), self.founding, road, place="road"))
        except Refusal as refusal:
            assert refusal.code is Code.NOTHING_TO_SEND
            return ()
        return tuple(map(BundleId, report.ids))

    @property
    def waits(self) -> bool:
        """Whether a bundle left that no receipt has come for."""
        letters = Unattended(self.opened.pen).site
        return letters.sent_upto > letters.received_upto

    def collect(self, road: Transport) -> tuple[Receipt, ...]:
        return at_once(collect(Unattended(self.opened.pen), self.founding, road))


class Site:
    """A tablet and its road; this one leads to an SFTP server, whose folder is the centre's meeting place."""

    def __init__(self, tablet: Tablet, network: "Network", folder: Path) -> None:
        self.tablet, self.drop = tablet, network.drop
        self.lies: Transport = network.drop
        login = login_key(tablet.opened.device.secret)
        self.server = DropServer(folder, login.public, f"-d {network.centre.drop}")
        self.server.__enter__()
        self.wire = CutWire(self.server.port)
        self.wire.__enter__()
        self.road: Transport = SftpTransport(
            self.server.address(self.wire.port), self.server.host_key, login.private, SHORT
        )

    def carry_in(self, bundles: Iterable[BundleId]) -> None:
        """Bring bundles to the meeting place; here they are there."""

    def carry_back(self) -> None:
        """Bring receipts from the meeting place; here they need nobody."""

    def close(self) -> None:
        self.tablet.opened.log.close()
        self.wire.__exit__(None, None, None)
        self.server.__exit__(None, None, None)


class StickSite(Site):
    """A site whose only road is a stick in somebody's pocket."""

    def __init__(self, tablet: Tablet, network: "Network", folder: Path) -> None:
        self.tablet, self.drop = tablet, network.drop
        self.stick = Stick(folder, pytest.MonkeyPatch())
        self.road = self.lies = FolderTransport(folder)

    def carry_in(self, bundles: Iterable[BundleId]) -> None:
        for one in bundles:
            for name in (signature_file(one), bundle_file(one)):
                self.drop.put(name, self.road.get(name))

    def carry_back(self) -> None:
        for name in self.drop.names():
            if name.endswith(".receipt"):
                self.road.put(name, self.drop.get(name))

    def close(self) -> None:
        self.tablet.opened.log.close()


class Opener:
    """One of the centre's openers, a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.month_opener", str(folder)],
            cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def wait(self) -> None:
        assert self.hear() == "ready"

    def tell(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        """Return its next line; '' once it is dead."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def end(self) -> int:
        """Let it end, if it is not dead; return how it ended."""
        self._process.communicate()
        return self._process.returncode


class Network:
    """The centre, with its meeting place, its database and its openers."""

    def __init__(self, folder: Path, postgres: Postgres) -> None:
        made = found_centre(folder, trial="RETNET-DEMO", centre="CENTRE", mode=Mode.DEMO, today=START)
        self.url = postgres.database()
        keep_database(made.folder, self.url)
        self.postgres, self.centre = postgres, open_centre(folder)
        self.drop = FolderTransport(self.centre.drop)
        self.openers = [Opener(folder), Opener(folder)]
        self.broke: list[str] = []
        for one in self.openers:
            one.wait()

    def admit(self, day: date) -> dict[BundleId, Gate]:
        return {one.bundle: one.outcome for one in let_in(self.centre, at(day, EVENING)).admissions}

    def open(self, day: date) -> list[str]:
        """Let both openers work side by side; return the statuses of the receipts."""
        for one in self.openers:
            one.tell(at(day, EVENING).isoformat())
        return [status for one in self.openers for status in self._heard(one)]

    def kill_inside(self, day: date) -> bool:
        """Let an opener be killed in the middle of a transaction; False, when there was nothing to open."""
        doomed = self.openers[0]
        doomed.tell(f"{at(day, EVENING).isoformat()} killed")
        if doomed.hear():
            return False
        assert doomed.end() < 0
        self.openers[0] = Opener(self.centre.folder)
        self.openers[0].wait()
        return True

    def restart_inside(self, day: date) -> bool:
        """Restart the database while an opener is in a transaction; False, when there was nothing to open."""
        opener = self.openers[0]
        opener.tell(f"{at(day, EVENING).isoformat()} waits")
        said = opener.hear()
        if said != "inside":
            return False
        self.postgres.stop("immediate")
        self.postgres.start()
        opener.tell("")
        self._heard(opener)
        return True

    def _heard(self, opener: Opener) -> list[str]:
        said = json.loads(opener.hear())
        self.broke += said["broke"]
        statuses: list[str] = said["receipts"]
        return statuses

    def tidy(self) -> None:
        """Take everything away from the meeting place, as somebody does who keeps it small."""
        for name in self.drop.names():
            if not name.endswith(".pack"):
                (self.centre.drop / name).unlink()

    def files_of(self, bundle: BundleId) -> dict[str, bytes]:
        """Return what lies at the meeting place of one bundle: the sealed file, its signature, its receipt."""
        there = set(self.drop.names())
        names = (bundle_file(bundle), signature_file(bundle), receipt_file(bundle))
        return {name: self.drop.get(name) for name in names if name in there}

    def close(self) -> None:
        for one in self.openers:
            one.end()
