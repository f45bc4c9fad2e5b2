"""One day at a site and its centre, played on the real parts; says what is safe the moment it is said to be safe.

The fault tests play this day while something breaks, and `tests.faults.promise` then compares what was said with what
is there. What is said are short JSON lists: `event` (number, hash) after an append returned, `slot` and `no slot` after
a change of slots, `putting` and `put` around a file on the stick, `gone` (the bytes that must be gone), `centre` after
a receipt was posted, `founded` after a site was founded; and `begin`, `done`, `failed`, `refused`, `unusable`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path

from retnet_pro.answering.session import Entry, Session
from retnet_pro.answering.sheet import Answered
from retnet_pro.app.opening import OpenSite, open_site, provision
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.packs import TrustPack, read_trust_pack
from retnet_pro.centre.folder import Centre, open_centre
from retnet_pro.cli.coordinating import enrol_device, found_centre, take_in
from retnet_pro.conduct import desk as desk_module
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway, add_person
from retnet_pro.conduct.erased import Erasure, Ground, Order, erasure_content
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.handover import resume, start
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import Event, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.study.model import Mode
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.wrap import Cost

HOUSE = Path(__file__).resolve().parents[2]
SITE = "AB"
PASSPHRASE, LATER = "four calm herons wade", "nine slow barges drift"
CHEAP = Cost(kib=64, passes=1, lanes=1)
BEGIN, TODAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
NURSE = Person("nurse", "Nurse Demo", Role.NURSE)
MONITOR = Person("monitor", "Monitor Demo", Role.MONITOR)
SUBJECT = make_subject(SITE, 1)
SECOND = "second"
TAIL = 48
"""Bytes of something erased by which its remains are looked for."""
Say = Callable[..., None]


def settings_of(folder: Path, name: str = "site") -> Settings:
    return Settings(profile=folder / name, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")


def prepare(folder: Path, *, exported: bool = False) -> Path:
    """Found a centre and a site below a folder, with three members of staff; the day begins from here.

    With `exported`, what happens at the site has happened: the day begins with the centre.
    """
    folder.mkdir(parents=True, exist_ok=True)
    centre = found_centre(folder / "centre", trial="DEMO", centre="CENTRE", mode=Mode.DEMO, today=BEGIN.date())
    opened = _found(folder, "site", centre, Calendar(BEGIN))
    with opened.log:
        identities = opened.slots.unlock(COORDINATOR.user, PASSPHRASE, opened.pen.clock())
        for person in (NURSE, MONITOR):
            add_person(opened.pen, opened.slots, person, PASSPHRASE, identities, by=COORDINATOR)
        device, public = opened.founding.device, opened.founding.public
    enrol_device(centre, device=device, site=SITE, public=public, now=BEGIN)
    if exported:
        play(Day(folder, lambda *told: None), (*AT_THE_SITE[:-2], "close"))
    return folder


@cache
def _trust(pack: Path, root: bytes) -> TrustPack:
    return read_trust_pack(pack.read_bytes(), root=root, today=BEGIN.date())


def _found(folder: Path, name: str, centre: Centre, calendar: Calendar) -> OpenSite:
    trust = _trust(centre.trust_pack, centre.root)
    return provision(
        settings_of(folder, name), calendar, trust, site=SITE, mode=Mode.DEMO, person=COORDINATOR,
        passphrase=PASSPHRASE, cost=CHEAP,
    )  # fmt: skip


def found_again(folder: Path, name: str) -> int:
    """Found a site, or find that the attempt before did so although it was reported as failed; return its events.

    Raises:
        Refusal: `ALREADY_PROVISIONED`, when there is something that is neither.
    """
    try:
        opened = _found(folder, name, open_centre(folder / "centre"), Calendar(BEGIN))
    except Refusal as refusal:
        if refusal.code is not Code.ALREADY_PROVISIONED:
            raise
        opened = open_site(settings_of(folder, name), Calendar(BEGIN), cost=CHEAP)
        if not opened.slots.people():
            opened.log.close()
            raise
    with opened.log:
        return opened.log.head().seq


class Stick(FolderTransport):
    """The stick, saying what is on it."""

    def __init__(self, path: Path, say: Say) -> None:
        super().__init__(path)
        self._say = say

    def put(self, name: str, data: bytes) -> None:
        told = (name, hashlib.sha256(data).hexdigest())
        self._say("putting", *told)
        super().put(name, data)
        self._say("put", *told)


@dataclass
class Day:
    """The people and things of one day. `early` is the defect of saying that something is safe before it is."""

    folder: Path
    say: Say
    answers: int = 2
    early: bool = False
    opened: OpenSite | None = None
    desk: Desk | None = None

    def open(self) -> None:
        """Open the site."""
        self.close()
        self.opened = open_site(settings_of(self.folder), Calendar(TODAY), cost=CHEAP)
        log, append = self.opened.log, self.opened.log.append

        def telling(event: Event) -> None:
            if self.early:
                self.say("event", event.header.seq, event.hash)
            append(event)
            self.say("event", event.header.seq, event.hash)

        log.append = telling  # type: ignore[method-assign]

    def close(self) -> None:
        """Close the site, which moves the write-ahead log into the file."""
        if self.opened is not None:
            self.opened.log.close()
        self.opened = self.desk = None

    @property
    def site(self) -> OpenSite:
        if self.opened is None:
            self.open()
        assert self.opened is not None
        return self.opened

    @property
    def staff(self) -> Desk:
        if self.desk is None:
            self.login()
        assert self.desk is not None
        return self.desk

    def login(self) -> None:
        """Log in as the coordinator."""
        site = self.site
        door = Doorway(site.pen, site.slots, site.library, site.study, site.founding, new_id)
        self.desk = door.login(COORDINATOR.user, PASSPHRASE)

    def enrol(self) -> None:
        """Enrol a participant."""
        self.staff.catch_up()
        if SUBJECT not in {participant.subject for participant in self.staff.participants()}:
            self.staff.enrol(SUBJECT, date(2026, 11, 20), "en")

    def tap(self) -> None:
        """Hand the tablet over, or go on with what was interrupted; answer; finish; come back."""
        self.enrol()
        waiting = self.staff.site.interrupted()
        if waiting:
            sitting = resume(self.staff, waiting[0].sitting)
        else:
            visit = next(
                (one.visit.id for one in self.staff.due() if one.subject == SUBJECT and one.missing), "baseline"
            )
            try:
                sitting = start(self.staff, SUBJECT, visit, "en", AnsweredBy.ALONE)
            except Refusal as refusal:
                if refusal.code is not Code.NOTHING_TO_ASK:
                    raise
                return  # everything was durable although a failure was reported
        bedside = Bedside(self.site.pen, self.site.library, sitting)
        for part in range(bedside.parts):
            session, _ = bedside.begin(part)
            had = session.entries
            numbers = count(len(had) + 1)
            fresh = tuple(
                Entry(
                    n=next(numbers), item=item.id, given=Answered(item.scale.codes[0]), replaces=None, prompted=False,
                    shown_at=TODAY.isoformat(),
                )
                for item in session.instrument.items[len(had) : self.answers]
            )  # fmt: skip
            bedside.record(part, fresh)
            bedside.finish(part, _with(session, (*had, *fresh)), ())
        bedside.leave("finished")
        self.staff.catch_up()

    def snapshot(self) -> None:
        """Keep a sealed snapshot, whatever the distance from the last one."""
        every, desk_module.SNAPSHOT_EVERY = desk_module.SNAPSHOT_EVERY, 1
        try:
            self.staff.keep_snapshot()
        finally:
            desk_module.SNAPSHOT_EVERY = every

    def people(self) -> None:
        """Renew one slot with a rotated identity, take one away, give one to somebody new."""
        site, user = self.site, NURSE.user
        now = site.pen.clock()
        identities = site.slots.unlock(COORDINATOR.user, PASSPHRASE, now)
        (old,) = site.log.read("SELECT wrapped FROM slot WHERE user = ?", (user,))[0]
        self.say("trying", user)
        site.slots.renew(user, LATER, (make_identity()[0], *identities))
        self.say("slot", user, LATER, 1 + len(identities), self._wrapped(user))
        self.say("gone", old[-TAIL:].hex())
        (old,) = site.log.read("SELECT wrapped FROM slot WHERE user = ?", (MONITOR.user,))[0]
        self.say("trying", MONITOR.user)
        if any(person.user == MONITOR.user for person in site.slots.people()):
            site.slots.remove(MONITOR.user)
            self.say("gone", old[-TAIL:].hex())
        self.say("no slot", MONITOR.user)
        new = Person(f"new-{site.log.head().seq}", "Another Demo", Role.NURSE)
        self.say("trying", new.user)
        add_person(site.pen, site.slots, new, PASSPHRASE, identities, by=COORDINATOR)
        self.say("slot", new.user, PASSPHRASE, len(identities), self._wrapped(new.user))

    def erase(self) -> None:
        """Erase the payloads of two answers, after saying so in the record."""
        site = self.site
        doomed = [event for event in site.log.events(kinds={Kind.ANSWER}) if event.sealed is not None][:2]
        if not doomed:
            return
        pen, seqs = site.pen, [event.header.seq for event in doomed]
        order = Erasure(
            seq=0, at="", who="", role="", subject="AB-0000", is_whole=False, targets={pen.device: tuple(seqs)},
            order=Order(authority="Demo", reference="1", ground=Ground.OTHER), sessions={}, stops={},
        )  # fmt: skip
        draft = Draft(
            kind=Kind.ERASE, who=COORDINATOR.user, role=COORDINATOR.role.value, note={"count": len(seqs)},
            sealed=pen.sealer.seal_payload(erasure_content(order)),
        )  # fmt: skip
        site.log.append(link(site.log.head(), draft, device=pen.device, key=pen.key, now=pen.clock(), app=pen.app))
        self.say("erasing", seqs)
        site.log.erase(seqs)
        self.say("erased", seqs)
        for event in doomed:
            assert event.sealed is not None
            self.say("gone", event.sealed[-TAIL:].hex())

    def export(self) -> None:
        """Write bundles to the stick, which is the centre's meeting place."""
        self.staff.catch_up()
        stick = Stick(open_centre(self.folder / "centre").drop, self.say)
        at_once(export(self.staff, self.site.founding, stick, place="stick"))

    def centre(self) -> None:
        """Let the centre admit, open and countersign."""
        taken = take_in(open_centre(self.folder / "centre"), self.site.library, TODAY)
        for receipt in taken.receipts:
            self.say("centre", receipt.bundle, receipt.upto, receipt.head, receipt.status.value)

    def receive(self) -> None:
        """Fetch the receipts."""
        self.staff.catch_up()
        at_once(collect(self.staff, self.site.founding, FolderTransport(open_centre(self.folder / "centre").drop)))

    def settle(self) -> None:
        """Move the write-ahead log into the file in a quiet moment, then start the program again."""
        self.site.log.checkpoint()
        self.open()

    def found(self) -> None:
        """Found another site on this device: an empty file becomes one of the newest format."""
        self.say("founding", SECOND)
        self.say("founded", SECOND, found_again(self.folder, SECOND))

    def _wrapped(self, user: str) -> str:
        (wrapped,) = self.site.log.read("SELECT wrapped FROM slot WHERE user = ?", (user,))[0]
        return hashlib.sha256(wrapped).hexdigest()


def _with(session: Session, entries: tuple[Entry, ...]) -> Session:
    given = {entry.item: entry.given for entry in entries}
    return replace(session, given=given, latest={entry.item: entry.n for entry in entries}, entries=entries)


AT_THE_SITE = ("open", "login", "enrol", "tap", "snapshot", "people", "erase", "export", "settle", "found", "close")
AT_THE_CENTRE = ("centre", "login", "receive", "close")
WHOLE = (*AT_THE_SITE[:-2], *AT_THE_CENTRE[:-1], *AT_THE_SITE[-2:])
"""A whole day, in order."""
AFTERWARDS = ("login", "close")


def play(day: Day, acts: Sequence[str] = WHOLE, relieve: Callable[[], None] | None = None) -> None:
    """Play acts one after the other. An act that fails is told; once relief has come it is tried again, and with it
    the day is over but for a login. A second failure is told as it is."""
    waiting = list(acts)
    while waiting:
        name = waiting.pop(0)
        day.say("begin", name)
        try:
            getattr(day, name)()
        except RetnetError as failure:
            day.say("failed", name, failure.code.value)
            if relieve is None:
                return
            relieve()
            _again(day, name)
            waiting, relieve = list(AFTERWARDS), None
        day.say("done", name)


def _again(day: Day, name: str) -> None:
    try:
        getattr(day, name)()
    except Refusal as refusal:
        day.say("refused", name, refusal.code.value)
    except RetnetError as failure:
        day.say("unusable", name, failure.code.value)
