"""Two tablets of one site, the second let in by the first, made once and copied for each test."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from retnet_pro.answering.sheet import Given
from retnet_pro.app.joining import begin_join, finish_join
from retnet_pro.app.opening import OpenSite, close_site, doorway_of, open_site
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack, make_trust_pack
from retnet_pro.centre.folder import Centre
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.joining import let_in
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.neighbours import know
from retnet_pro.conduct.ports import Person, Transport
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.site_exchange import Exchanged, exchange
from retnet_pro.conduct.take import Bedside
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.signing import SigningKey
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar, fill_in
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE, TODAY, found

ROOT = SigningKey(b"r" * 32)
ENROLLED = date(2026, 11, 20)
COORDINATOR = "coordinator"
NOTHING: Mapping[ItemId, Given] = MappingProxyType({})


@dataclass
class Tablet:
    """One of the two, as a process has it."""

    folder: Path
    calendar: Calendar
    opened: OpenSite
    desk: Desk

    @property
    def device(self) -> str:
        return self.opened.founding.device

    def exchange(self, place: Path | Transport) -> Exchanged:
        road = FolderTransport(place) if isinstance(place, Path) else place
        return at_once(exchange(self.desk, self.opened.founding, road, place="folder"))

    def login(self) -> Desk:
        self.desk = doorway_of(self.opened).login(COORDINATOR, PASSPHRASE)
        return self.desk

    def restart(self) -> None:
        """Begin again as a new process; the first one may have been killed."""
        close_site(self.opened)
        self.opened = open_site(settings_of(self.folder), self.calendar, cost=CHEAP)
        self.login()

    def enrol(self, number: int) -> str:
        subject = make_subject("AB", number)
        self.desk.enrol(subject, ENROLLED, "en")
        return subject

    def fill(self, subject: str, forms: int = 1, given: Mapping[ItemId, Given] = NOTHING) -> tuple[SessionId, ...]:
        """Hand the baseline over and fill in its first forms; every question not given is left out on purpose."""
        sitting = start(self.desk, subject, "baseline", "en", AnsweredBy.ALONE)
        bedside = Bedside(self.opened.pen, self.opened.library, sitting)
        for part in range(min(forms, len(sitting.turns))):
            fill_in(bedside, part, given, self.calendar)
        self.desk.catch_up()
        return tuple(turn.ses for turn in sitting.turns[:forms])

    def filed(self, subject: str) -> set[SessionId]:
        course = self.desk.site.courses.get(subject)
        return set() if course is None else {one.ses for one in course.filed}

    def rows(self, upto: int | None = None) -> list[tuple[object, ...]]:
        """The own log, byte for byte."""
        return [tuple(row) for row in self.opened.log.rows() if upto is None or row[0] <= upto]

    def close(self) -> None:
        close_site(self.opened)


def settings_of(folder: Path) -> Settings:
    return Settings(profile=folder, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")


def make_pair(folder: Path, *, both_ways: bool = True, centre: Centre | None = None) -> None:
    """Found both tablets below a folder and make each known to the other, as people do who compare fingerprints.

    They are of this centre, or of one that exists in the test alone.
    """
    first = found(folder / "one", centre=centre)
    founding = first.opened.founding
    trust = make_trust_pack(
        TrustPack(
            trial=founding.trial, centre=founding.centre, recipient=founding.centre_recipient,
            online=founding.centre_key, version=1, issued=date(2026, 1, 1), expires=date(2030, 1, 1),
            root=fingerprint(ROOT.public),
        ),
        ROOT,
    )  # fmt: skip
    settings = settings_of(folder / "two")
    begun = begin_join(settings, trust, ROOT.public, site="AB")
    person = Person(COORDINATOR, "Coordinator Demo", Role.COORDINATOR)
    identities = first.opened.slots.unlock(COORDINATOR, PASSPHRASE, first.calendar())
    welcome = let_in(
        first.opened.pen, founding, person, identities, device=begun.waiting.device, recipient=begun.waiting.recipient
    )
    second = finish_join(
        settings, Calendar(TODAY), welcome, host=founding.public, person=person, passphrase=PASSPHRASE, path="w",
        cost=CHEAP,
    )  # fmt: skip
    if both_ways:
        know(first.opened.pen, person, second.founding.device, second.founding.public)
    close_site(first.opened)
    close_site(second)


def open_pair(template: Path, folder: Path) -> tuple[Tablet, Tablet]:
    """Copy a pair and log in on both; the second one's clock is an hour ahead."""
    shutil.copytree(template, folder / "pair")
    return (
        open_tablet(folder / "pair" / "one" / "site", Calendar(TODAY + timedelta(days=1))),
        open_tablet(folder / "pair" / "two", Calendar(TODAY + timedelta(days=1, hours=1))),
    )


def open_tablet(folder: Path, calendar: Calendar) -> Tablet:
    """Open one and log in; in the thread that will use it."""
    opened = open_site(settings_of(folder), calendar, cost=CHEAP)
    return Tablet(folder, calendar, opened, doorway_of(opened).login(COORDINATOR, PASSPHRASE))
