"""Count what each site amounts to, on the machine that opens; the numbers are all that the web page ever sees.

A count goes on from the one before it, so that it takes as long as what is new, not as the whole history. It is derived
and can be thrown away: a site whose records came out of order is counted from the beginning.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
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
from retnet_pro.centre.site_picture import SitePicture, new_events
from retnet_pro.centre.store import Ledger, Store
from retnet_pro.record.event import DeviceId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Study


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
        picture = SitePicture(counter.unsealer, known)
        for event in new_events(ledger, {} if known is None else known.upto, heads):
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
