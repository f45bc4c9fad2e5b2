"""What the web page shows, read from the counts: the network, one site, whether every record is accounted for.

Nothing here needs a key, and nothing here names a participant.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from retnet_pro.centre.count_ledger import NETWORK, TabletCount
from retnet_pro.centre.site_counts import FormCount, SiteCounts, read_counts, read_forms, together
from retnet_pro.centre.store import Device, Store
from retnet_pro.centre.transfer import Moves, moves_of
from retnet_pro.record.event import DeviceId

SITES_A_PAGE = 100
"""As many as a person scrolls through, and as a page draws quickly."""
QUIET_DAYS = 14
"""A site nobody heard of for so many days stands out. Choice of this project, not of a protocol."""


class Order(StrEnum):
    """What the sites are put in order by; each begins with what needs attention most."""

    SITE = "site"
    COMPLETION = "completion"
    ALERTS = "alerts"
    HEARD = "heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """One site."""

    site: str
    counted_at: str | None
    """None: nothing of it was counted yet."""
    counts: SiteCounts
    stuck: Mapping[str, int]
    """Sealed files that are not held event by event, by their status."""
    open_tablets: int
    heard_at: str | None

    @property
    def share(self) -> float:
        """Completion from 0 to 1; 1 where nothing was expected yet."""
        return self.counts.valid / self.counts.of if self.counts.of else 1.0

    @property
    def aside(self) -> int:
        """Records set aside that somebody has to look at."""
        return sum(tablet.records_aside - tablet.aside_closed for tablet in self.counts.tablets)

    @property
    def closed(self) -> int:
        """Records set aside that somebody looked at and closed."""
        return sum(tablet.aside_closed for tablet in self.counts.tablets)

    @property
    def difference(self) -> int:
        """Finished questionnaires that are nowhere."""
        return sum(abs(tablet.difference) for tablet in self.counts.tablets)

    def is_quiet(self, now: datetime) -> bool:
        """Whether nobody has heard of the site for long, though it has a tablet."""
        if not self.open_tablets or self.heard_at is None:
            return bool(self.open_tablets)
        return (now - datetime.fromisoformat(self.heard_at)).days >= QUIET_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole network at one moment."""

    now: datetime
    rows: tuple[SiteRow, ...]
    total: SiteCounts
    forms: tuple[FormCount, ...]
    stuck: Mapping[str, int]
    moves: Moves
    """Which tablets went from one site to another; each is counted where it was, so nothing moves in the numbers."""

    def part(self, number: int) -> tuple[SiteRow, ...]:
        """Return the sites of one part of the list, the first of which is 1; of a part there is not, none."""
        return self.rows[(number - 1) * SITES_A_PAGE : number * SITES_A_PAGE] if number > 0 else ()

    @property
    def parts(self) -> int:
        """How many parts the list has; at least one."""
        return max(1, -(-len(self.rows) // SITES_A_PAGE))

    @property
    def counted_at(self) -> str | None:
        """When the site counted longest ago was counted."""
        return min((row.counted_at for row in self.rows if row.counted_at is not None), default=None)

    @property
    def difference(self) -> int:
        """Finished questionnaires that are nowhere, of all sites."""
        return sum(row.difference for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One site at one moment."""

    now: datetime
    row: SiteRow
    forms: tuple[FormCount, ...]
    tablets: tuple[tuple[Device, TabletCount | None, Mapping[str, int]], ...]
    """In the order they were enrolled: the tablet, what was counted of it, and its files by status."""
    moves: Moves


def read_overview(store: Store, now: datetime, order: Order = Order.SITE) -> Overview:
    """Return the whole network.

    Raises:
        WorldFault: when the database is in trouble.
    """
    with store.reading() as ledger:
        devices = ledger.devices()
        counted, stuck = ledger.counted(), ledger.not_taken_in()
        network, moves = ledger.count_of(NETWORK), moves_of(ledger)
    rows = [_row(site, own, counted.get(site), stuck) for site, own in _by_site(devices).items()]
    return Overview(
        now=now,
        rows=tuple(sorted(rows, key=lambda row: _key(row, order, now))),
        total=together((row.counts for row in rows), now.date()),
        forms=read_forms(() if network is None else network.forms),
        stuck=_sum(row.stuck for row in rows),
        moves=moves,
    )


def read_site_page(store: Store, site: str, now: datetime) -> SitePage | None:
    """Return one site, or None where there is none of this name.

    Raises:
        WorldFault: when the database is in trouble.
    """
    with store.reading() as ledger:
        own = _by_site(ledger.devices()).get(site)
        if own is None:
            return None
        kept, stuck, moves = ledger.count_of(site), ledger.not_taken_in(), moves_of(ledger)
    row = _row(site, own, None if kept is None else (kept.counted_at, kept.counts), stuck)
    numbers = {tablet.dev: tablet for tablet in row.counts.tablets}
    return SitePage(
        now=now,
        row=row,
        forms=read_forms(() if kept is None else kept.forms),
        tablets=tuple((one, numbers.get(one.dev), stuck.get(one.dev, {})) for one in own),
        moves=moves,
    )


def _by_site(devices: tuple[Device, ...]) -> dict[str, tuple[Device, ...]]:
    found: dict[str, tuple[Device, ...]] = {}
    for device in sorted(devices, key=lambda one: (one.site, one.enrolled_at, one.dev)):
        found[device.site] = (*found.get(device.site, ()), device)
    return found


def _row(
    site: str,
    own: tuple[Device, ...],
    counted: tuple[str, Mapping[str, object]] | None,
    stuck: Mapping[DeviceId, Mapping[str, int]],
) -> SiteRow:
    counted_at, plain = (None, None) if counted is None else counted
    counts = together((), datetime.min.date()) if plain is None else read_counts(plain)
    return SiteRow(
        site=site,
        counted_at=counted_at,
        counts=counts,
        stuck=_sum(stuck.get(one.dev, {}) for one in own),
        open_tablets=sum(one.revoked_at is None for one in own),
        heard_at=max((one.heard_at for one in counts.tablets if one.heard_at is not None), default=None),
    )


def _sum(parts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(sorted(total.items()))


def _key(row: SiteRow, order: Order, now: datetime) -> tuple[object, ...]:
    match order:
        case Order.COMPLETION:
            return (row.share, row.site)
        case Order.ALERTS:
            overdue = sum(one.is_overdue(now) for one in row.counts.alerts)
            return (-overdue, -len(row.counts.alerts), row.site)
        case Order.HEARD:
            return (row.heard_at or "", row.site)
    return (row.site,)
