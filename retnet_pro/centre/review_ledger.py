"""The part of the ledger that holds what was set aside, records and sealed files, and what people did about it.

Nothing in it is changed or removed: what was set aside stays named as it was in its receipt, and a review stands beside
it. What may happen to it, `review` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import func, insert, select

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import SetAside, Status
from retnet_pro.centre.count_ledger import Outcome, reviewed
from retnet_pro.centre.desk_ledger import DeskLedger
from retnet_pro.centre.gate_ledger import BundleRow, Stage, in_order_of_arrival, values_of
from retnet_pro.centre.tables import ASIDE_REVIEW, BUNDLE, DEVICE, EVENT, SET_ASIDE
from retnet_pro.record.event import DeviceId, Event, EventHash, read_header

BUNDLES_ASIDE = (Stage.QUARANTINED, Status.REFUSED, Status.FORK, Status.GAP)
"""Where a sealed file stands that is not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What one person did about something that was set aside."""

    outcome: Outcome
    at: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideRecord:
    """One record that is kept and not used."""

    dev: DeviceId
    site: str
    seq: int
    ses: str | None
    why: str
    bundle: BundleId
    """Empty, when it was read again long after its bundle had come."""
    at: str
    event: Event
    """As it was signed; what it says is sealed."""
    reviews: tuple[Review, ...]
    """In the order they were made."""

    @property
    def state(self) -> Outcome | None:
        """What came of it; None where somebody still has to look."""
        return _state(self.reviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideBundle:
    """One sealed file that is kept and not used."""

    row: BundleRow
    site: str
    reviews: tuple[Review, ...]

    @property
    def state(self) -> Outcome | None:
        """What came of it; None where somebody still has to look."""
        return _state(self.reviews)


class ReviewLedger(DeskLedger):
    """Reading and writing inside one transaction, as all of the ledger."""

    def set_aside(self, dev: DeviceId, records: Sequence[SetAside], bundle: BundleId, at: str) -> None:
        """Note records that are kept but not used."""
        rows = [{**values_of(one), "dev": dev, "bundle": bundle, "at": at} for one in records]
        if rows:
            self._db.execute(insert(SET_ASIDE), rows)

    def aside(self) -> tuple[tuple[DeviceId, SetAside], ...]:
        """Return what is set aside and for a person to look at, in order of device and event."""
        waiting = (~reviewed(Outcome.TAKEN_IN), ~reviewed(Outcome.CLOSED))
        query = select(SET_ASIDE).where(*waiting).order_by(SET_ASIDE.c.dev, SET_ASIDE.c.seq)
        return tuple((DeviceId(row.dev), SetAside(row.seq, row.ses, row.why)) for row in self._db.execute(query))

    def count_aside(self) -> int:
        """Return how many records are set aside, also closed ones."""
        query = select(func.count()).select_from(SET_ASIDE).where(~reviewed(Outcome.TAKEN_IN))
        return self._db.execute(query).scalar_one()

    def aside_records(self, site: str | None = None, dev: str | None = None) -> Iterator[AsideRecord]:
        """Yield every record that was ever set aside, of one site or device or of all, in order of these and event."""
        asked = [column == value for column, value in ((DEVICE.c.site, site), (DEVICE.c.dev, dev)) if value is not None]
        same = (EVENT.c.dev == SET_ASIDE.c.dev) & (EVENT.c.seq == SET_ASIDE.c.seq)
        columns = (SET_ASIDE, DEVICE.c.site, EVENT.c.hash, EVENT.c.header, EVENT.c.sealed, EVENT.c.sig)
        query = select(*columns).join(DEVICE, DEVICE.c.dev == SET_ASIDE.c.dev).join(EVENT, same).where(*asked)
        rows = self._db.execute(query.order_by(DEVICE.c.site, SET_ASIDE.c.dev, SET_ASIDE.c.seq)).all()
        for row in rows:
            yield AsideRecord(
                dev=DeviceId(row.dev),
                site=row.site,
                seq=row.seq,
                ses=row.ses,
                why=row.why,
                bundle=BundleId(row.bundle),
                at=row.at,
                event=Event(read_header(row.header), row.header, EventHash(row.hash), row.sealed, row.sig),
                reviews=self._reviews(row.dev, row.seq, "", ""),
            )

    def aside_bundles(self, site: str | None = None, dev: str | None = None) -> Iterator[AsideBundle]:
        """Yield the sealed files that are kept and not used, of one site or device or of all, in order of arrival."""
        asked = [column == value for column, value in ((DEVICE.c.site, site), (DEVICE.c.dev, dev)) if value is not None]
        joined = select(BUNDLE, DEVICE.c.site).join(DEVICE, DEVICE.c.dev == BUNDLE.c.dev)
        query = joined.where(BUNDLE.c.status.in_(BUNDLES_ASIDE), *asked)
        for found in self._db.execute(in_order_of_arrival(query)).mappings().all():
            values = dict(found)
            named = values.pop("site")
            row = BundleRow(**values)
            yield AsideBundle(row=row, site=named, reviews=self._reviews(row.dev, 0, row.id, row.file))

    def every_review(self) -> list[dict[str, object]]:
        """Return all reviews as kept: of a record without `bundle` and `file`, of a sealed file with a `seq` of 0."""
        order = ("dev", "seq", "bundle", "file", "n")
        query = select(ASIDE_REVIEW).order_by(*(ASIDE_REVIEW.c[name] for name in order))
        return [dict(row) for row in self._db.execute(query).mappings()]

    def note_record_review(self, dev: DeviceId, seq: int, review: Review) -> None:
        """Note what somebody did about a record."""
        self._note(dev, seq, "", "", review)

    def note_bundle_review(self, row: BundleRow, review: Review) -> None:
        """Note what somebody did about a sealed file."""
        self._note(row.dev, 0, row.id, row.file, review)

    def _note(self, dev: str, seq: int, bundle: str, file: str, review: Review) -> None:
        n = len(self._reviews(dev, seq, bundle, file)) + 1
        key = {"dev": dev, "seq": seq, "bundle": bundle, "file": file, "n": n}
        self._db.execute(insert(ASIDE_REVIEW).values(**key, **{**asdict(review), "outcome": review.outcome.value}))

    def _reviews(self, dev: str, seq: int, bundle: str, file: str) -> tuple[Review, ...]:
        key = {"dev": dev, "seq": seq, "bundle": bundle, "file": file}
        same = (ASIDE_REVIEW.c[name] == value for name, value in key.items())
        rows = self._db.execute(select(ASIDE_REVIEW).where(*same).order_by(ASIDE_REVIEW.c.n))
        return tuple(Review(outcome=Outcome(row.outcome), at=row.at, by=row.by, why=row.why) for row in rows)


def _state(reviews: tuple[Review, ...]) -> Outcome | None:
    ended = {one.outcome for one in reviews} - {Outcome.TRIED}
    return Outcome.TAKEN_IN if Outcome.TAKEN_IN in ended else next(iter(ended), None)
