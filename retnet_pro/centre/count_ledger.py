"""The part of the ledger that is derived and can always be counted anew: what each site amounts to, as numbers.

The web page reads from here alone, so that it needs no key and its time does not grow with the answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select

from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.gate_ledger import GateLedger, Stage
from retnet_pro.centre.tables import ASIDE_REVIEW, BUNDLE, DEVICE, EVENT, RESPONSE, SET_ASIDE, SITE_COUNT
from retnet_pro.record.event import DeviceId, Kind

_NOT_TAKEN_IN = (*Stage, Status.GAP, Status.FORK, Status.REFUSED)
NETWORK = "*"
"""All sites together; no site can be called so."""


class Outcome(StrEnum):
    """What came of looking at something that was set aside."""

    TRIED = "tried"
    """Tried again, and still of no use."""
    TAKEN_IN = "taken-in"
    CLOSED = "closed"
    """It stays set aside, and nobody has to look at it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabletCount:
    """What the centre holds of one tablet."""

    dev: str
    heard_at: str | None
    """When its last bundle was admitted."""
    events: int
    """Held without a gap, from the first."""
    finished: int
    """Finished questionnaires among them; each is stored, set aside or erased, and nothing else."""
    stored: int
    forms_aside: int
    erased: int
    records_aside: int
    """Everything set aside, also what is no questionnaire; not what was taken in later."""
    aside_closed: int = 0
    """Those of them that somebody looked at and closed."""

    @property
    def difference(self) -> int:
        """Finished questionnaires that are nowhere. Other than nought is a fault of this program, never of a site."""
        return self.finished - self.stored - self.forms_aside - self.erased


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCount:
    """One site as it was counted last."""

    site: str
    counted_at: str
    study: str
    """Content hash of the study file by which it was counted."""
    upto: Mapping[str, int]
    """The last event of each of its tablets that was counted in."""
    is_whole: bool
    """False while a record names a participant of whom nothing has come yet."""
    counts: Mapping[str, object]
    forms: Sequence[Mapping[str, object]]
    state: bytes
    """What the next count goes on from."""


class CountLedger(GateLedger):
    """Reading and writing inside one transaction, as all of the ledger."""

    def keep_count(self, count: SiteCount) -> None:
        """Replace what was counted of a site."""
        self._db.execute(delete(SITE_COUNT).where(SITE_COUNT.c.site == count.site))
        self._db.execute(insert(SITE_COUNT).values({one.name: getattr(count, one.name) for one in fields(count)}))

    def count_of(self, site: str) -> SiteCount | None:
        """Return what was counted of a site last."""
        row = self._db.execute(select(SITE_COUNT).where(SITE_COUNT.c.site == site)).mappings().first()
        return None if row is None else SiteCount(**row)

    def counted(self) -> Mapping[str, tuple[str, Mapping[str, object]]]:
        """Return (counted at, counts) of every site that was counted, in order of site; without their forms."""
        columns = SITE_COUNT.c
        query = select(columns.site, columns.counted_at, columns.counts).where(columns.site != NETWORK)
        rows = self._db.execute(query.order_by(columns.site))
        return {row.site: (row.counted_at, row.counts) for row in rows}

    def counted_forms(self) -> Iterator[Sequence[Mapping[str, object]]]:
        """Yield the forms of every site that was counted."""
        query = select(SITE_COUNT.c.forms).where(SITE_COUNT.c.site != NETWORK)
        yield from self._db.execute(query.order_by(SITE_COUNT.c.site)).scalars()

    def not_taken_in(self) -> Mapping[DeviceId, Mapping[str, int]]:
        """Return how many sealed files of each tablet stand at each status other than being held event by event.

        What somebody looked at and closed is not among them.
        """
        columns = BUNDLE.c
        names = zip(columns["id", "file", "dev"], ASIDE_REVIEW.c["bundle", "file", "dev"], strict=True)
        this = [mine == theirs for mine, theirs in names]
        closed = select(ASIDE_REVIEW.c.n).where(*this, ASIDE_REVIEW.c.outcome == Outcome.CLOSED.value).exists()
        query = select(columns.dev, columns.status, func.count()).where(
            columns.status.in_(_NOT_TAKEN_IN), or_(columns.status == Stage.ADMITTED, ~closed)
        )
        found: dict[DeviceId, dict[str, int]] = {}
        for dev, status, count in self._db.execute(query.group_by(columns.dev, columns.status)):
            found.setdefault(DeviceId(dev), {})[status] = count
        return found

    def tablet_count(self, dev: DeviceId) -> TabletCount:
        """Return what the centre holds of one tablet."""
        closing = (EVENT.c.dev == dev, EVENT.c.kind == Kind.SESSION_DONE.value)
        aside = (SET_ASIDE.c.dev == dev, ~reviewed(Outcome.TAKEN_IN))
        ends = select(EVENT.c.seq).where(*closing)
        events, heard_at = self._db.execute(
            select(
                select(func.coalesce(func.max(EVENT.c.seq), 0)).where(EVENT.c.dev == dev).scalar_subquery(),
                select(func.max(BUNDLE.c.admitted_at)).where(BUNDLE.c.dev == dev).scalar_subquery(),
            )
        ).one()
        return TabletCount(
            dev=dev,
            heard_at=heard_at,
            events=events,
            finished=self._number(select(func.count()).select_from(EVENT).where(*closing)),
            stored=self._number(select(func.count()).select_from(RESPONSE).where(RESPONSE.c.dev == dev)),
            forms_aside=self._number(
                select(func.count()).select_from(SET_ASIDE).where(*aside, SET_ASIDE.c.seq.in_(ends))
            ),
            erased=self._number(
                select(func.count())
                .select_from(EVENT)
                .where(*closing, EVENT.c.sealed.is_(None), EVENT.c.seq.not_in(select(SET_ASIDE.c.seq).where(*aside)))
            ),
            records_aside=self._number(select(func.count()).select_from(SET_ASIDE).where(*aside)),
            aside_closed=self._number(
                select(func.count()).select_from(SET_ASIDE).where(*aside, reviewed(Outcome.CLOSED))
            ),
        )

    def sites(self) -> Mapping[str, tuple[DeviceId, ...]]:
        """Return the tablets of every site, in the order they were enrolled."""
        query = select(DEVICE.c.site, DEVICE.c.dev).order_by(DEVICE.c.site, DEVICE.c.enrolled_at, DEVICE.c.dev)
        found: dict[str, tuple[DeviceId, ...]] = {}
        for site, dev in self._db.execute(query):
            found[site] = (*found.get(site, ()), DeviceId(dev))
        return found

    def _number(self, query: Select[int]) -> int:
        return int(self._db.execute(query).scalar_one())


def reviewed(outcome: Outcome) -> ColumnElement[bool]:
    """Return, for a query on what was set aside: whether a review of the record ended so."""
    same = (ASIDE_REVIEW.c.dev == SET_ASIDE.c.dev, ASIDE_REVIEW.c.seq == SET_ASIDE.c.seq)
    return select(ASIDE_REVIEW.c.n).where(*same, ASIDE_REVIEW.c.outcome == outcome.value).exists()
