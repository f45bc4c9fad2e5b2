"""Count what each site amounts to, on the machine that opens; the numbers are all that the web page ever sees.

A count goes on from the one before it, so that it takes as long as what is new, not as the whole history. It is derived
and can be thrown away: a site whose records came out of order is counted from the beginning.
"""

import heapq
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import Any

from retnet_pro.centre.count_ledger import NETWORK, SiteCount
from retnet_pro.centre.disputes import disputes
from retnet_pro.centre.site_counts import (
    count_courses,
    count_forms,
    forms_together,
    read_counts,
    read_forms,
    together,
    write_counts,
)
from retnet_pro.centre.store import Ledger, Store
from retnet_pro.conduct.reading import PARTICIPANTS
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import opened
from retnet_pro.conduct.snapshot import read_site, write_site
from retnet_pro.errors import RetnetError
from retnet_pro.record.event import DeviceId, Event, Kind
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Study

_PEOPLE, _REST = frozenset({Kind.ENROL}), PARTICIPANTS - {Kind.ENROL}


@dataclass(frozen=True, slots=True)
class Counter:
    """What counting needs: the key that opens, and the study that says what is expected."""

    unsealer: Unsealer
    study: Study


def count_sites(store: Store, counter: Counter, now: datetime) -> tuple[str, ...]:
    """Count every site of which something new came, or whose last count is of another day; return which those were.

    Each is a transaction of its own, and doing it twice changes nothing.

    Raises:
        WorldFault: when the database is in trouble.
    """
    with store.reading() as ledger:
        sites = ledger.sites()
    counted = tuple(site for site, tablets in sites.items() if _count(store, counter, site, tablets, now))
    if counted:
        _add_up(store, counter.study, now)
    return counted


def recount_records(ledger: Ledger, site: str) -> None:
    """Put the numbers that need no key right in what was counted of a site: what became of its records.

    In the caller's transaction, after a person decided something; of a site that was never counted there is nothing.
    """
    kept = ledger.count_of(site)
    if kept is None:
        return
    counts = replace(read_counts(kept.counts), **_of_records(ledger, site, ledger.sites()[site]))
    ledger.keep_count(replace(kept, counts=write_counts(counts)))


def _of_records(ledger: Ledger, site: str, tablets: tuple[DeviceId, ...]) -> dict[str, Any]:
    """Return those numbers by their names in `SiteCounts`."""
    found = disputes(ledger, site)
    decided = sum(one.decided is not None for one in found)
    numbers = tuple(ledger.tablet_count(dev) for dev in tablets)
    return {"tablets": numbers, "disputed": len(found) - decided, "decided": decided}


def _add_up(store: Store, study: Study, now: datetime) -> None:
    """Add the forms of all sites up, so that the page of the network does not have to."""
    with store.reading() as ledger:
        forms = forms_together(map(read_forms, ledger.counted_forms()))
    count = SiteCount(
        site=NETWORK,
        counted_at=now.isoformat(timespec="milliseconds"),
        study=study.hash,
        upto={},
        is_whole=True,
        counts=write_counts(together((), now.date())),
        forms=[asdict(form) for form in forms],
        state=b"",
    )
    with store.writing() as ledger:
        ledger.lock_site(NETWORK)
        ledger.keep_count(count)


def _count(store: Store, counter: Counter, site: str, tablets: tuple[DeviceId, ...], now: datetime) -> bool:
    with store.reading() as ledger:
        before = ledger.count_of(site)
        heads = {dev: ledger.head(dev).seq for dev in tablets}
        if before is not None and _is_current(before, counter.study, heads, now.date()):
            return False
        is_usable = before is not None and before.is_whole and before.study == counter.study.hash
        known = before if is_usable else None
        picture = _Picture(counter.unsealer, known)
        for event in _new(ledger, {} if known is None else known.upto, heads):
            picture.take(event)
        of_records = _of_records(ledger, site, tablets)
    today = now.date()
    courses = tuple(picture.site.courses.every())
    forms = count_forms(courses, counter.study, today)
    counts = replace(
        count_courses(courses, forms, today), unread=picture.unread, unplaced=picture.unplaced, **of_records
    )
    made = SiteCount(
        site=site,
        counted_at=now.isoformat(timespec="milliseconds"),
        study=counter.study.hash,
        upto={str(dev): seq for dev, seq in heads.items()},
        is_whole=not picture.unplaced,
        counts=write_counts(counts),
        forms=[asdict(form) for form in forms],
        state=picture.state(counter.study),
    )
    with store.writing() as ledger:
        ledger.lock_site(site)
        ledger.keep_count(made)
    return True


def _is_current(count: SiteCount, study: Study, heads: Mapping[DeviceId, int], today: date) -> bool:
    return (count.study, dict(count.upto), count.counts["as_of"]) == (study.hash, dict(heads), today.isoformat())


class _Picture:
    """A site as far as its events were taken in. It has state because it grows event by event."""

    def __init__(self, unsealer: Unsealer, known: SiteCount | None) -> None:
        self._unsealer = unsealer
        self.site = Site() if known is None else read_site(json.loads(zlib.decompress(known.state)), 0)
        self.unread = 0 if known is None else read_counts(known.counts).unread
        self.unplaced = 0

    def take(self, event: Event) -> None:
        """Take an event in, or count it as one that could not be. What was erased is passed over."""
        header = event.header
        if event.sealed is None and header.seal is not None:
            return
        try:
            what = f"event {header.seq}"
            content = (
                header.note or {} if event.sealed is None else self._unsealer.unseal_payload(event.sealed, what=what)
            )
            if header.kind is not Kind.ENROL and self._is_unknown(content.get("subject")):
                self.unplaced += 1
            else:
                self.site.take(opened(event, content))
        except (RetnetError, KeyError, TypeError, ValueError):
            self.unread += 1
        self.site.waiting = []  # how far a record is on its way to the centre is no question here

    def state(self, study: Study) -> bytes:
        """Return what the next count goes on from."""
        plain = json.dumps(write_site(self.site, study), ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(plain.encode())

    def _is_unknown(self, subject: object) -> bool:
        known = subject in self.site.courses or any(one.subject == subject for one in self.site.erasures)
        return isinstance(subject, str) and not known


def _new(ledger: Ledger, after: Mapping[str, int], heads: Mapping[DeviceId, int]) -> Iterator[Event]:
    """Yield the events of all tablets of a site that tell of participants: enrolments, then the rest as time went."""
    streams = [
        heapq.merge(*(ledger.events(dev, after.get(dev, 0), kinds) for dev in heads), key=lambda one: _moment(one))
        for kinds in (_PEOPLE, _REST)
    ]
    return (one for one in chain(*streams) if one.header.seq <= heads[one.header.dev])


def _moment(event: Event) -> datetime:
    return datetime.fromisoformat(event.header.at)
