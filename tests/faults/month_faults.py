"""What goes wrong in a simulated month, when, and that it did: faults are drawn from decks and counted as they strike.

A fault that finds nothing to strike (no bundle that night) stays in its deck; a single month must empty every deck.
"""

import hashlib
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from retnet_pro.bundle.naming import BundleId, bundle_file, signature_file
from retnet_pro.bundle.receipt import FINAL, Receipt, Status
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.centre.admit import Gate
from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.store import Store
from retnet_pro.cli.synthetic import COORDINATOR, PASSPHRASE
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.subject import make_subject
from tests.faults.month import EVENING, START, Network, Sent, Site, StickSite, Tablet, at
from tests.faults.test_stick_pulled_out import STEPS
from tests.postgres import Postgres

DAYS = 30
AHEAD, WRONG_DAYS = timedelta(days=2, hours=3), 4
LATE_DAYS = 3
CLOSED_FROM = 23
"""The day of the last month from which on the lent tablet may be lost."""
SENDING = {"SFTP": ("line cut",) * 4, "stick": ("stick pulled out",) * len(STEPS)}
LYING = ("bundle twice", "bundles reordered", "bundle truncated", "bundle altered", "bundle forged", "bundle replayed")
OPENING = ("opener killed", "opener killed", "database restarted")
HOME = ("receipts lost", "receipts late", "receipts twice")
KINDS = {*SENDING["SFTP"], *SENDING["stick"], *LYING, *OPENING, *HOME, "clock wrong", "tablet closed"}
BUDGETS = (10, 1_500, 4_000, 8_000)
"""So many bytes go up before the line is cut."""


class Month:
    """Plays so many months; `struck` counts the faults."""

    def __init__(self, folder: Path, postgres: Postgres, *, months: int, participants: int, seed: int) -> None:
        self.began = time.monotonic()
        self.chance, self.struck = random.Random(seed), Counter[str]()
        self.months, self.network = months, Network(folder / "centre", postgres)
        self.store = Store(self.network.url)

        def tablet(site: str, people: int) -> Tablet:
            return Tablet(folder / site, self.network, site, participants=people, months=months, seed=seed)

        self.sites = {
            "SFTP": Site(tablet("AA", participants), self.network, folder / "sshd"),
            "stick": StickSite(tablet("BB", participants), self.network, folder / "stick"),
        }
        self.lent, self.is_closed = tablet("CC", 2), False
        self.sent: list[Sent] = []
        self.late: list[tuple[date, dict[str, bytes]]] = []
        self.decks: dict[str, list[str]] = {}
        self.left: dict[str, list[str]] = {}
        """What was never struck, because nothing was there on so many days."""
        self.clock_back = dict.fromkeys(self.sites, START)

    # ── the course of a month ──

    def play(self) -> None:
        for number in range(self.months):
            self._deal()
            for day in range(number * DAYS, (number + 1) * DAYS):
                self._day(START + timedelta(days=day), day)
        self.left, self.decks = self.decks, {}
        last = START + timedelta(days=self.months * DAYS)
        for extra in range(self.months + LATE_DAYS):  # days without faults, until nothing is under way
            self._day(last + timedelta(days=extra), -1)

    def _deal(self) -> None:
        """Deal for one month; what found nothing to strike in the month before is still there."""
        for name in self.sites:
            stages = {"sending": SENDING[name], "lying": LYING, "home": HOME, "clock": ("clock wrong",)}
            for stage, kinds in stages.items():
                self.decks.setdefault(f"{stage} {name}", []).extend(self.chance.sample(kinds, len(kinds)))
        self.decks.setdefault("opening", []).extend(self.chance.sample(OPENING, len(OPENING)))

    def _next(self, stage: str) -> str:
        """The fault that may strike now; a third of the time none does."""
        deck = self.decks.get(stage)
        return deck[-1] if deck and self.chance.random() > 1 / 3 else ""

    def _strikes(self, stage: str, kind: str) -> None:
        self.decks[stage].remove(kind)
        self.struck[kind] += 1

    def _day(self, day: date, number: int) -> None:
        network, new = self.network, {}
        for name, site in self.sites.items():
            self._set_clock(name, site, day)
            site.tablet.live(day)
            new[name] = self._send(name, site)
            site.carry_in(new[name])
        if not self.is_closed:
            self.lent.live(day)
            self._keep(self.lent, network.drop, self.lent.send(network.drop))
        checks = [self._lie(name, day, new[name]) for name in self.sites]
        outcomes = network.admit(day)
        self._open(day)
        for check in checks:
            check(outcomes)
        for name, site in self.sites.items():
            self._bring_home(name, site, day, new[name])
        if not self.is_closed:
            self.lent.collect(network.drop)
            if number >= (self.months - 1) * DAYS + CLOSED_FROM:
                self._close_lent(day)
        network.tidy()

    def _set_clock(self, name: str, site: Site, day: date) -> None:
        if day >= self.clock_back[name]:
            site.tablet.clock.ahead = timedelta()
        stage = f"clock {name}"
        if day in site.tablet.days and self._next(stage):
            self._strikes(stage, "clock wrong")
            site.tablet.clock.ahead, self.clock_back[name] = AHEAD, day + timedelta(days=WRONG_DAYS)

    # ── on the road to the centre ──

    def _send(self, name: str, site: Site) -> tuple[BundleId, ...]:
        stage = f"sending {name}"
        kind = self._next(stage)
        if kind == "line cut":
            site.wire.budget = BUDGETS[len(self.decks[stage]) % len(BUDGETS)]
        elif kind:
            assert isinstance(site, StickSite)
            site.stick.pull_out_at(STEPS[len(self.decks[stage]) % len(STEPS)])
        try:
            found = site.tablet.send(site.road)
            assert not (found and kind == "line cut"), "the line was cut and nobody saw it"
        except WorldFault as fault:
            assert kind and fault.code is Code.TRANSPORT_UNREACHABLE
            self._strikes(stage, kind)
            found = ()
        if kind == "line cut":
            site.wire.budget = None
        elif isinstance(site, StickSite) and kind:
            site.stick.put_in_again()
        found = found or site.tablet.send(site.road)
        self._keep(site.tablet, site.lies, found)
        return found

    def _keep(self, tablet: Tablet, road: Transport, bundles: tuple[BundleId, ...]) -> None:
        for one in bundles:
            self.sent.append(Sent(one, tablet.dev, road.get(bundle_file(one)), road.get(signature_file(one))))

    def _lie(self, name: str, day: date, new: tuple[BundleId, ...]) -> Callable[[dict[BundleId, Gate]], None]:
        """Do something to what lies at the meeting place; return what the centre must have made of it."""
        stage, drop = f"lying {name}", self.network.drop
        kind = self._next(stage)
        earlier = [one for one in self.sent if one.dev == self.sites[name].tablet.dev and self._status(one.id) in FINAL]
        wanted = Gate.TURNED_AWAY
        unknown = [one for one in new if self._status(one) not in FINAL]  # the others are sent again
        if not kind or not unknown:
            return lambda outcomes: None
        at_fault = unknown[0]
        files = self.network.files_of(at_fault)
        data = files[bundle_file(at_fault)]
        match kind:
            case "bundle twice":
                if not earlier:
                    return lambda outcomes: None
                twice, wanted = self.chance.choice(earlier), Gate.KNOWN
                at_fault = twice.id
                drop.put(signature_file(at_fault), twice.signature)
                drop.put(bundle_file(at_fault), twice.data)
            case "bundles reordered":
                if len(new) < 2:
                    return lambda outcomes: None
                return self._reorder(stage, day, new)
            case "bundle truncated":
                drop.put(bundle_file(at_fault), data[: self.chance.randrange(len(data))])
            case "bundle altered":
                place = self.chance.randrange(len(data))
                drop.put(bundle_file(at_fault), data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            case "bundle forged":
                at_fault = self._signed_anew(data, SigningKey(self.chance.randbytes(32)))
            case _:
                wanted = Gate.QUARANTINED if self.is_closed else Gate.ADMITTED
                at_fault = self._signed_anew(data, self.lent.opened.pen.key)

        def check(outcomes: dict[BundleId, Gate]) -> None:
            assert outcomes[at_fault] is wanted, (kind, outcomes[at_fault])
            if wanted is Gate.ADMITTED:
                assert self._status(at_fault) == Status.REFUSED
            self._strikes(stage, kind)

        return check

    def _signed_anew(self, data: bytes, key: SigningKey) -> BundleId:
        """Somebody else signs a bundle and puts it there under another name."""
        name = BundleId(hashlib.sha256(key.public + data).hexdigest())
        self.network.drop.put(signature_file(name), sign(key, Namespace.BUNDLE, data))
        self.network.drop.put(bundle_file(name), data)
        return name

    def _reorder(self, stage: str, day: date, new: tuple[BundleId, ...]) -> Callable[[dict[BundleId, Gate]], None]:
        held = {}
        for one in new[:-1]:
            held |= self.network.files_of(one)
        for one in held:
            (self.network.centre.drop / one).unlink()

        def check(_outcomes: dict[BundleId, Gate]) -> None:
            if self._status(new[-1]) == Status.GAP:
                self._strikes(stage, "bundles reordered")
            for one, data in held.items():
                self.network.drop.put(one, data)
            self.network.admit(day)
            self.network.open(day)
            assert all(self._status(one) in FINAL for one in new)

        return check

    # ── at the centre and back ──

    def _status(self, bundle: BundleId) -> str:
        with self.store.reading() as ledger:
            found = ledger.receipt(bundle)
        return "" if found is None else found[0]

    def _open(self, day: date) -> None:
        kind = self._next("opening")
        act = self.network.kill_inside if kind == "opener killed" else self.network.restart_inside
        if kind and act(day):
            self._strikes("opening", kind)
        self.network.open(day)

    def _bring_home(self, name: str, site: Site, day: date, new: tuple[BundleId, ...]) -> None:
        for due, files in [one for one in self.late if one[0] <= day]:
            self.late.remove((due, files))
            for file, data in files.items():
                self.network.drop.put(file, data)
        stage = f"home {name}"
        kind = self._next(stage)
        receipts = {
            file: data for one in new for file, data in self.network.files_of(one).items() if file.endswith(".receipt")
        }
        if kind in ("receipts lost", "receipts late") and receipts:
            for file in receipts:
                (self.network.centre.drop / file).unlink()
            if kind == "receipts late":
                self.late.append((day + timedelta(days=LATE_DAYS), receipts))
            self._strikes(stage, kind)
        if not site.tablet.waits:
            return
        site.carry_back()
        came = site.tablet.collect(site.road)
        if kind == "receipts twice" and came:
            head = site.tablet.opened.log.head()
            again: tuple[Receipt, ...] = site.tablet.collect(site.road)
            assert not [one for one in again if one in came] and site.tablet.opened.log.head() == head
            self._strikes(stage, kind)

    def _close_lent(self, day: date) -> None:
        """The third tablet is lost: one bundle of it waits to be opened and one is under way when it is closed."""
        network, lent, bundles = self.network, self.lent, []
        for number in (900, 901):
            network.admit(day)
            desk = lent.door.login(COORDINATOR.user, PASSPHRASE)
            desk.enrol(make_subject(lent.founding.site, number), day, "en")
            desk.leave()
            bundles.append(lent.send(network.drop))
        unopened, under_way = bundles
        revoke(self.store, dev=lent.dev, at=at(day, EVENING).isoformat(), by="coordinator", why="lost on the way")
        network.open(day)
        outcomes = network.admit(day)
        assert unopened and {self._status(one) for one in unopened} == {Status.REFUSED}
        assert under_way and {outcomes[one] for one in under_way} == {Gate.QUARANTINED}
        self.is_closed = True
        self.struck["tablet closed"] += 1

    def close(self) -> None:
        self.store.close()
        self.network.close()
        for site in self.sites.values():
            site.close()
        self.lent.opened.log.close()
