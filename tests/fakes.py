"""Fakes for the Protocols of `retnet_pro.conduct.ports`, and a whole small site in memory, with real keys and forms."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from retnet_pro.answering.session import Entry, Session
from retnet_pro.answering.sheet import Answered, Given, Skipped
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway, Founding, found_site
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import KeptPack, Person, Snapshot
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.sitting import Sitting
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import Instrument, Item
from retnet_pro.moment import Moment
from retnet_pro.record.chain import StoredRow
from retnet_pro.record.event import EMPTY, DeviceId, Event, Head, Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode, Study
from retnet_pro.study.subject import make_subject

HOUSE = Path(__file__).resolve().parent.parent
PASSPHRASE = "four calm grey herons"
NURSE = Person("nurse", "Nurse Demo", Role.NURSE)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
MONITOR = Person("monitor", "Monitor Demo", Role.MONITOR)


class FakeLog:
    """A log in memory. `broken` makes every append fail with that error."""

    def __init__(self) -> None:
        self.kept: list[Event] = []
        self.broken: Exception | None = None
        self._snapshot: Snapshot | None = None

    def head(self) -> Head:
        return Head(self.kept[-1].header.seq, self.kept[-1].hash) if self.kept else EMPTY

    def append(self, event: Event) -> None:
        if self.broken is not None:
            raise self.broken
        self.kept.append(event)

    def events(self, after: int = 0, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        return (event for event in self.kept[after:] if kinds is None or event.header.kind in kinds)

    def backwards(self, before: int, kinds: Collection[Kind] | None = None) -> Iterator[Event]:
        earlier = reversed(self.kept[: max(before - 1, 0)])
        return (event for event in earlier if kinds is None or event.header.kind in kinds)

    def get(self, seq: int) -> Event | None:
        return self.kept[seq - 1] if 0 < seq <= len(self.kept) else None

    def rows(self, after: int = 0) -> Iterator[StoredRow]:
        return ((one.header.seq, one.header_bytes, one.sealed, one.sig, one.hash) for one in self.kept[after:])

    def session_events(self, ses: SessionId) -> Iterator[Event]:
        return (event for event in self.kept if event.header.ses == ses)

    def snapshot(self) -> Snapshot | None:
        return self._snapshot

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def erase(self, seqs: Collection[int]) -> None:
        self._snapshot = None
        self.kept = [replace(one, sealed=None) if one.header.seq in seqs else one for one in self.kept]

    def close(self) -> None:
        pass

    def kinds(self) -> list[Kind]:
        return [event.header.kind for event in self.kept]


class FakeSlots:
    """Slots in memory; every person starts with one passphrase. The third wrong one throttles, as the real ones do
    later and longer. A passphrase of less than fifteen characters is weak, and nothing else is judged here.
    """

    def __init__(self, people: Sequence[Person], identities: Sequence[str]) -> None:
        self._people = {person.user: person for person in people}
        self._names = {person.user: person.name for person in people}
        self._slots = {person.user: (PASSPHRASE, tuple(identities)) for person in people}
        self._failures = 0

    def people(self) -> tuple[Person, ...]:
        return tuple(sorted(self._people.values(), key=lambda person: (person.name, person.user)))

    def names(self) -> Mapping[str, str]:
        return dict(self._names)

    def unlock(self, user: str, passphrase: str, now: Moment) -> tuple[str, ...]:
        if self._failures >= 2:
            raise Refusal(Code.LOGIN_THROTTLED, seconds=2)
        if user not in self._people or passphrase != self._slots[user][0]:
            self._failures += 1
            raise Refusal(Code.WRONG_PASSPHRASE)
        self._failures = 0
        return self._slots[user][1]

    def judge(self, user: str, passphrase: str) -> None:
        if len(passphrase) < 15:
            raise Refusal(Code.WEAK_PASSPHRASE, why="it is too short", minimum=15)

    def add(self, person: Person, passphrase: str, identities: Sequence[str]) -> None:
        if person.user in self._names:
            raise Refusal(Code.USER_TAKEN, user=person.user)
        self.judge(person.user, passphrase)
        self._people[person.user] = person
        self._names[person.user] = person.name
        self._slots[person.user] = (passphrase, tuple(identities))

    def renew(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        self.judge(user, passphrase)
        self.refill(user, passphrase, identities)

    def refill(self, user: str, passphrase: str, identities: Sequence[str]) -> None:
        if user not in self._people:
            raise Refusal(Code.USER_UNKNOWN, user=user)
        self._slots[user] = (passphrase, tuple(identities))

    def remove(self, user: str) -> None:
        if user not in self._people:
            raise Refusal(Code.USER_UNKNOWN, user=user)
        del self._people[user], self._slots[user]


class FakeShelf:
    """Packs in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptPack] = {}

    def keep(self, pack: KeptPack) -> None:
        self._kept.setdefault(pack.hash, pack)

    def kept(self) -> tuple[KeptPack, ...]:
        return tuple(sorted(self._kept.values(), key=lambda pack: (pack.seq, pack.hash)))


class FakeClock:
    """A clock that is set by hand and goes on a little with every reading."""

    def __init__(self, wall: datetime) -> None:
        self.wall = wall
        self.boot = "boot-1"
        self.drift = timedelta(0)
        """How far the wall clock has been put wrong; the monotonic clock does not follow it."""

    def __call__(self) -> Moment:
        self.wall += timedelta(milliseconds=7)
        up_ms = int((self.wall - self.drift).timestamp() * 1000)
        return Moment(self.wall, up_ms, self.boot)

    def jump(self, by: timedelta) -> None:
        """Put the wall clock wrong."""
        self.wall += by
        self.drift += by

    def set_day(self, day: date, hour: int = 9) -> None:
        self.wall = datetime(day.year, day.month, day.day, hour, 2, 3, tzinfo=UTC)


@dataclass
class FakeSite:
    """A site in memory: one device, real keys, the shipped forms and study."""

    mode: Mode = Mode.DEMO
    people: tuple[Person, ...] = (COORDINATOR, MONITOR, NURSE)
    clock: FakeClock = field(default_factory=lambda: FakeClock(datetime(2026, 11, 23, 9, 2, 3, tzinfo=UTC)))
    log: FakeLog = field(default_factory=FakeLog)
    identity: tuple[str, str] = field(default_factory=make_identity)
    """The site's own age key pair; handed on to a copy, so that it can read what is copied."""
    library: Library = field(init=False)
    study: Study = field(init=False)
    doorway: Doorway = field(init=False)
    pen: Pen = field(init=False)
    slots: FakeSlots = field(init=False)

    def __post_init__(self) -> None:
        self.library = open_library(HOUSE / "forms", HOUSE / "translations", None)
        self.study = load_study(HOUSE / "forms" / "studies" / "retnet.yaml")
        identity, recipient = self.identity
        _, centre = make_identity()
        key = SigningKey(bytes(range(32)))
        device = DeviceId("d" * 32)
        self.pen = Pen(
            self.log,
            device=device,
            key=key,
            sealer=Sealer((recipient, centre)),
            clock=self.clock,
            app="retnet-pro/test",
        )
        founding = Founding(
            device=device,
            public=key.public,
            site="BER",
            trial="retnet-style",
            mode=self.mode,
            keystore="file",
            site_recipient=recipient,
            centre="centre",
            centre_recipient=centre,
            centre_key=key.public,
            root_fingerprint="0" * 64,
            escrow=Sealer((centre,)).seal(identity.encode()),
            study=self.study.id,
            study_version=self.study.version,
            study_hash=self.study.hash,
        )
        if not self.log.kept:
            found_site(self.pen, founding)
        self._ids = count(len(self.log.kept) + 1)
        self.slots = FakeSlots(self.people, (identity,))
        self.doorway = Doorway(self.pen, self.slots, self.library, self.study, founding, self.new_id)

    def new_id(self) -> str:
        return f"{next(self._ids):032x}"

    def copy(self) -> "FakeSite":
        """Return a site with the same past and a future of its own."""
        log = FakeLog()
        log.kept = list(self.log.kept)
        return FakeSite(
            mode=self.mode, people=self.people, clock=FakeClock(self.clock.wall), log=log, identity=self.identity
        )

    def desk(self, person: Person = COORDINATOR) -> Desk:
        return Desk(self.pen, self.library, self.study, person, Unsealer((self.identity[0],)), new_id=self.new_id)

    def answer(
        self, sitting: Sitting, given: Mapping[str, Given | None], *, forms: int | None = None, level: int = 1
    ) -> None:
        """Fill in the first forms of a sitting: `given` by item id, else a code `level` steps up its scale.

        None as a value leaves the item unanswered. A form that is not finished keeps the answers put down.
        """
        bedside = Bedside(self.pen, self.library, sitting)
        for part in range(len(sitting.turns)):
            session, _ = bedside.begin(part)
            entries = tuple(_entries(session.instrument, given, level, self.clock().at))
            if forms is not None and part >= forms:
                bedside.record(part, entries[:4])
                return
            bedside.record(part, entries)
            bedside.finish(part, _filled(session, entries), ())


def _filled(session: Session, entries: tuple[Entry, ...]) -> Session:
    given = {entry.item: entry.given for entry in entries}
    return replace(session, given=given, latest={entry.item: entry.n for entry in entries}, entries=entries)


def _entries(instrument: Instrument, given: Mapping[str, Given | None], level: int, at: str) -> Iterator[Entry]:
    numbers = count(1)
    for item in instrument.items:
        answer = given.get(item.id, _usual(item, level))
        if answer is None:
            continue
        yield Entry(n=next(numbers), item=item.id, given=answer, replaces=None, prompted=False, shown_at=at)


def _usual(item: Item, level: int) -> Given:
    codes = item.scale.codes
    turned = len(codes) == 7
    place = min(level + (item.number % 3 == 0), len(codes) - 1)
    return Answered(codes[-1 - place] if turned else codes[place])


def enrolled(desk: Desk, clock: FakeClock, subject: str, day: date, arm: str, *, language: str = "en") -> None:
    """Enrol and randomise a participant two days later, with symptoms at baseline."""
    clock.set_day(day)
    desk.enrol(subject, day, language)
    clock.set_day(day + timedelta(days=2))
    desk.record_fact(subject, Fact.RANDOMISED, day + timedelta(days=2), arm=arm)
    desk.record_fact(subject, Fact.SYMPTOMATIC, True)


def visit(
    site: FakeSite,
    desk: Desk,
    subject: str,
    visit_id: str,
    day: date,
    *,
    given: Mapping[str, Given | None] | None = None,
    forms: int | None = None,
    level: int = 1,
) -> None:
    """Let a participant answer the forms of a visit on a day."""
    site.clock.set_day(day, hour=10)
    sitting = start(desk, subject, visit_id, desk.participant(subject).language, AnsweredBy.ALONE)
    site.answer(sitting, given or {}, forms=forms, level=level)
    desk.catch_up()


def clinic(site: FakeSite, today: date = date(2026, 11, 23)) -> Desk:
    """Fill a site with half a dozen participants in different places of their course; return a coordinator's desk."""
    desk = site.desk()
    first, second, third, fourth, fifth, sixth = (make_subject("BER", number) for number in range(1, 7))
    ago = [today - timedelta(days=days) for days in range(420)]
    enrolled(desk, site.clock, first, ago[380], "be")
    enrolled(desk, site.clock, second, ago[200], "ctace", language="de")
    enrolled(desk, site.clock, third, ago[88], "be")
    enrolled(desk, site.clock, fourth, ago[86], "ctace", language="de")
    enrolled(desk, site.clock, fifth, ago[2], "be")
    desk.enrol(sixth, ago[0], "en")
    for subject, days in ((first, (364, 200)), (second, (180,)), (third, (16,))):
        for day in days:
            site.clock.set_day(ago[day])
            desk.record_fact(subject, Fact.EMBOLIZATION, ago[day])
    course = (
        ("baseline", 378, 1),
        ("post-2w-1", 349, 2),
        ("post-5w-1", 331, 2),
        ("week-12", 292, 1),
        ("week-24", 214, 0),
    )
    for visit_id, day, level in course:
        visit(site, desk, first, visit_id, ago[day], level=level)
    visit(site, desk, first, "post-2w-2", ago[186], level=2)
    visit(site, desk, first, "post-5w-2", ago[164], level=1, given={"q38": Skipped(), "q8": Skipped()})
    visit(
        site, desk, first, "week-36", ago[128], level=0, given={"q21": None, "q22": None, "q23": None, "q24": Skipped()}
    )
    visit(site, desk, second, "baseline", ago[198], level=0)
    visit(site, desk, second, "week-12", ago[114], level=1)
    visit(site, desk, third, "baseline", ago[86])
    visit(site, desk, fourth, "baseline", ago[84], forms=1)
    visit(site, desk, third, "post-2w-1", ago[2], level=2)
    site.clock.set_day(today)
    return desk
