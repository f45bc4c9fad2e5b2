"""The staff's window over a whole small site in memory (see `tests.fakes`), with a real lane."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from retnet_pro.app.open_files import OpenFiles
from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.drilled import DrillState
from retnet_pro.conduct.journey import elsewhere
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.road import RoadKeys
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.sticks import Stick
from retnet_pro.conduct.tries import Try
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.staff.house import DeviceState
from retnet_pro.gui.staff.window import StaffWindow
from retnet_pro.gui.theme import Theme
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE, FakeSite, clinic

INVESTIGATOR = Person("investigator", "Investigator Demo", Role.INVESTIGATOR)
ADMINISTRATOR = Person("administrator", "Administrator Demo", Role.ADMINISTRATOR)

PATIENCE_MS = 30_000
"""A busy machine may take long; nothing is asserted about time."""
NO_SCREEN = ("propagateSizeHints", "This plugin does not support")
"""What Qt says of a platform without a screen."""
UNPLANNED = BackupState(plan=None, last=None, fault=None, age=None)

TABLET = DeviceState(battery=64, is_charging=False, disk_free=20_000_000_000)


@dataclass
class FakeReport:
    bundles: int = 1
    responses: int = 3
    place: str = "STICK"
    odd: tuple[str, ...] = ()


@dataclass
class FakeExchanged:
    sent: FakeReport | None
    receipts: int


NEVER_DRILLED = DrillState(last=None, due=None, is_overdue=False, has_backup=False)


@dataclass(frozen=True)
class FakeDrill:
    findings: tuple[str, ...]


@dataclass
class FakeCourier:
    exported: list[Path] = field(default_factory=list)
    receipts: int = 2
    broken: Exception | None = None
    tablet: DeviceState = TABLET
    state: BackupState = UNPLANNED
    backed_up: list[Path | None] = field(default_factory=list)
    at: str = ""
    keys: RoadKeys = field(default_factory=RoadKeys)
    tried: tuple[Try, ...] = ()
    drilled: DrillState = NEVER_DRILLED
    found: tuple[str, ...] = ()
    put_in: tuple[Stick, ...] = ()
    hangs: threading.Event | None = None
    exchanged: list[FakeReport | None] = field(default_factory=list)
    met: object = None
    met_at: list[Path | None] = field(default_factory=list)
    odd: tuple[str, ...] = ()
    files: OpenFiles = field(default_factory=OpenFiles)

    def formats(self):
        return self.files.formats()

    def take_out(self, desk, fmt, place):
        yield from self.away(place)
        return (yield from self.files.take_out(desk, fmt, place))

    def export(self, desk, folder):
        yield from self.away(folder)
        self.exported.append(folder)
        return FakeReport(place=folder.name, odd=self.odd)

    def collect(self, desk, folder):
        yield from self.away(folder)
        return self.receipts

    def away(self, *words):
        """Be elsewhere for a moment, or until `hangs` is set; then fail if this fake is to."""
        yield from elsewhere(lambda: self.hangs and self.hangs.wait(10), 1, 2)
        if self.broken is not None:
            raise self.broken

    def tries(self):
        return self.tried

    def road(self):
        return self.at

    def sticks(self):
        return self.put_in

    def road_keys(self):
        return self.keys

    def exchange(self, desk):
        yield from self.away()
        return FakeExchanged(self.exchanged.pop(0), self.receipts)

    def meet(self, desk, folder):
        yield from self.away()
        self.met_at.append(folder)
        return self.met

    def device(self):
        return self.tablet

    def backups(self):
        return self.state

    def drills(self):
        return self.drilled

    def drill(self, desk):
        yield from self.away()
        return FakeDrill(self.found)

    def back_up(self, desk):
        yield from self.back_up_to(desk, None)

    def back_up_to(self, desk, folder):
        yield from self.away(folder)
        self.backed_up.append(folder)


class FakePrinting:
    """A copy that needs three stretches."""

    def __init__(self, broken):
        self.count = 0
        self.broken = broken

    def advance(self):
        self.count += 100
        if self.broken is not None:
            raise self.broken
        return self.count < 300


class FakePaper:
    def __init__(self):
        self.printed = []
        self.copied = []
        self.broken: Exception | None = None

    def participant_pdf(self, desk, subject, path):
        self.printed.append((subject, path))

    def visit_record(self, desk, subject, visit, path):
        self.printed.append((subject, visit, path))

    def scores(self, desk, subject, path):
        self.copied.append(("scores", subject, path))

    def clinic_forms(self, desk, subject, path):
        self.copied.append(("clinic forms", subject, path))

    def trends(self, desk, subject, form, picture, path):
        self.copied.append(("trends", subject, form, path))
        path.write_bytes(picture)

    def alerts(self, desk, path, *, as_table):
        self.copied.append(("alerts", path, as_table))

    def signatures(self, desk, path, *, as_table):
        self.copied.append(("signatures", path, as_table))

    def trail(self, desk, wanted, path, *, as_table):
        self.copied.append((wanted, path, as_table))
        return FakePrinting(self.broken)

    def completion(self, desk, path, *, as_table):
        self.copied.append(("completion", path, as_table))
        return FakePrinting(self.broken)


class CountingLane(Lane):
    """A real lane that knows how much work it was ever given."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def run(self, work, done, failed):
        self.given += 1
        super().run(work, done, failed)


class Staff:
    """Drives the real window as a person would: by clicking and typing."""

    def __init__(self, qtbot, site: FakeSite, *, paper=None, **how) -> None:
        self.qtbot = qtbot
        self.site = site
        self.courier = FakeCourier()
        self.paper = paper or FakePaper()
        self.lane = CountingLane()
        self.handed_over = []
        self.ends = []
        self.window = StaffWindow(
            site.doorway, self.courier, self.paper, site.slots, self.lane, site.clock, Theme(), **how
        )
        self.window.handed_over.connect(self.handed_over.append)
        self.window.left.connect(lambda: self.ends.append("left"))
        self.window.quit.connect(lambda: self.ends.append("quit"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Wait until the lane has brought everything back, what that asked for in turn too, and all of it is shown."""
        given = -1
        while given != self.lane.given or self._is_away():
            arrived = []
            self.lane.run(lambda: None, arrived.append, arrived.append)
            given = self.lane.given
            self.qtbot.waitUntil(lambda arrived=arrived: bool(arrived), timeout=PATIENCE_MS)
            QCoreApplication.processEvents()

    def _is_away(self) -> bool:
        return self.window.traveller.is_away and self.courier.hangs is None

    def find(self, name: str, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    def names(self, start: str) -> list[str]:
        """Names of the visible things that begin so."""
        found = self.window.findChildren(QWidget)
        return [one.objectName() for one in found if one.objectName().startswith(start) and one.isVisible()]

    def says(self, name: str) -> str:
        return self.find(name, QLabel).text()

    def click(self, name: str) -> None:
        """Click as soon as it can be clicked; a page that has just come may still be filling itself."""
        self.qtbot.waitUntil(lambda: self._is_ready(name), timeout=PATIENCE_MS)
        target = self.find(name, QPushButton)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def _is_ready(self, name: str) -> bool:
        target = self.find(name, QPushButton)
        return target.isVisible() and target.isEnabled()

    def type(self, name: str, text: str) -> None:
        field_ = self.find(name, QLineEdit)
        field_.clear()
        QTest.keyClicks(field_, text)

    def log_in(self, person: Person = COORDINATOR, passphrase: str = PASSPHRASE) -> None:
        self.click(f"login.user.{person.user}")
        self.type("login.passphrase", passphrase)
        self.click("login.enter")

    def column(self, table: str, place: int) -> list[str]:
        model = self.find(table).model()
        return [str(model.index(row, place).data()) for row in range(model.rowCount())]

    def titles(self, table: str) -> list[str]:
        """Titles of the columns that are shown."""
        view = self.find(table)
        shown = [place for place in range(view.model().columnCount()) if not view.isColumnHidden(place)]
        return [str(view.model().headerData(place, Qt.Orientation.Horizontal)) for place in shown]

    def close(self) -> None:
        self.window._errands.stop()
        self.lane.close()


@pytest.fixture
def site():
    return FakeSite()


@pytest.fixture(scope="session")
def clinic_once():
    site = FakeSite()
    clinic(site)
    return site


@pytest.fixture
def clinic_site(clinic_once):
    """A site with half a dozen participants in different places of their course; each test gets its own."""
    return clinic_once.copy()


@pytest.fixture
def team_site():
    """A site whose people were let in as the program does it, one of each role, with personal keys."""
    site = FakeSite(people=())
    for person in (COORDINATOR, NURSE, MONITOR, INVESTIGATOR, ADMINISTRATOR):
        by = None if person is COORDINATOR else COORDINATOR
        add_person(site.pen, site.slots, person, PASSPHRASE, (site.identity[0],), by=by)
    return site


@pytest.fixture
def make_staff(qtbot):
    made = []

    def make(site: FakeSite, **how) -> Staff:
        made.append(Staff(qtbot, site, **how))
        return made[-1]

    yield make
    for staff in made:
        staff.close()


@pytest.fixture
def no_qt_warnings(qtlog):
    """Fails a test during which Qt warned about anything."""
    yield
    assert [one.message for one in qtlog.records if not any(said in one.message for said in NO_SCREEN)] == []
