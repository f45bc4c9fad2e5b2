"""The part of the ledger that tells where responses stand, and which of several a person decided for.

Nothing in it is changed or removed: who decides anew adds a decision, and the last one is valid (see `disputes`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, insert, select

from retnet_pro.centre.placements import places
from retnet_pro.centre.review_ledger import ReviewLedger
from retnet_pro.centre.tables import DECISION, DEVICE, RESPONSE
from retnet_pro.record.event import DeviceId, EventHash, SessionId

Named = tuple[DeviceId, SessionId]
"""What names a response: two tablets may have a session of the same id."""
_SLOT = ("dev", "ses", "site", "event_hash", "subject", "visit", "form_id", "finished", "answered_by", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A response and where it stands now, after all that two people of its site put right; without its answers."""

    dev: DeviceId
    ses: SessionId
    site: str
    event_hash: EventHash
    subject: str
    visit: str
    form: str
    finished: str
    answered_by: str
    language: str

    @property
    def name(self) -> Named:
        """What names it."""
        return self.dev, self.ses

    @property
    def slot(self) -> tuple[str, str, str]:
        """The participant, visit and form it is for."""
        return self.subject, self.visit, self.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one person decided: this response counts, those stand beside it."""

    dev: DeviceId
    ses: SessionId
    event_hash: EventHash
    """Of the event that proves the response that counts."""
    beside: frozenset[Named]
    at: str
    by: str
    why: str

    @property
    def counts(self) -> Named:
        """The response that counts."""
        return self.dev, self.ses


class DecisionLedger(ReviewLedger):
    """Reading and writing inside one transaction, as all of the ledger."""

    def placed(self, site: str | None = None) -> Iterator[Placed]:
        """Yield where every response of a site, or of all, stands now, in order of participant, visit and form."""
        moved: dict[str, Mapping[SessionId, tuple[str, str]]] = {}
        query = select(*(RESPONSE.c[name] for name in _SLOT))
        if site is not None:
            query = query.where(RESPONSE.c.dev.in_(select(DEVICE.c.dev).where(DEVICE.c.site == site)))
        order = ("subject", "visit", "form_id", "finished", "dev", "ses")
        for row in self._db.execute(query.order_by(*(RESPONSE.c[name] for name in order))):
            if row.site not in moved:
                moved[row.site] = places(self.placements(row.site)).moved
            subject, visit = moved[row.site].get(SessionId(row.ses), (row.subject, row.visit))
            yield Placed(
                dev=DeviceId(row.dev),
                ses=SessionId(row.ses),
                site=row.site,
                event_hash=EventHash(row.event_hash),
                subject=subject,
                visit=visit,
                form=row.form_id,
                finished=row.finished,
                answered_by=row.answered_by,
                language=row.language,
            )

    def decide(self, decision: Decision) -> None:
        """Keep a decision as the last one."""
        n = self._db.execute(select(func.coalesce(func.max(DECISION.c.n), 0))).scalar_one() + 1
        self._db.execute(
            insert(DECISION).values(
                n=n,
                dev=decision.dev,
                ses=decision.ses,
                event_hash=decision.event_hash,
                beside=[list(one) for one in sorted(decision.beside)],
                at=decision.at,
                by=decision.by,
                why=decision.why,
            )
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision there was, in the order they were made."""
        return tuple(
            Decision(
                dev=DeviceId(row.dev),
                ses=SessionId(row.ses),
                event_hash=EventHash(row.event_hash),
                beside=frozenset((DeviceId(dev), SessionId(ses)) for dev, ses in row.beside),
                at=row.at,
                by=row.by,
                why=row.why,
            )
            for row in self._db.execute(select(DECISION).order_by(DECISION.c.n))
        )
