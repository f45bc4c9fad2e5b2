"""The part of the ledger that holds responses and their corrections: what was signed first, and what stands now.

A response is never changed here. A correction is a row of its own, bound to the state it builds on, so that original
and current values are both at hand (rule E101).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, func, insert, select

from retnet_pro.centre.erasure_ledger import ErasureLedger
from retnet_pro.centre.tables import AMENDMENT, RESPONSE
from retnet_pro.record.amendment import Amendment, amended, read_amendment
from retnet_pro.record.event import DeviceId, EventHash, Kind, SessionId
from retnet_pro.record.response import Response, read_response

_DOCUMENT = (
    *("ses", "subject", "visit", "form", "wording", "mode", "started", "finished", "answered_by"),
    *("answers", "scores", "app", "entries", "accommodations"),
)
_CORRECTION = ("ses", "subject", "item", "old", "new", "why", "note", "source", "on", "answers", "scores")
_CORRECTED_BY = ("dev", "site", "seq", "event_hash", "at", "who", "role")

_IN_LIMIT = 500
"""Values in one question to the database; SQLite takes more, other databases may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredResponse:
    """A response with the event that proves it."""

    dev: DeviceId
    site: str
    seq: int
    event_hash: EventHash
    response: Response


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAmendment:
    """A correction with the event that proves it."""

    dev: DeviceId
    site: str
    seq: int
    event_hash: EventHash
    at: str
    who: str
    role: str
    amendment: Amendment


class ResponseLedger(ErasureLedger):
    """Reading and writing inside one transaction, as all of the ledger."""

    def with_response(self, dev: DeviceId, sessions: Sequence[str]) -> set[str]:
        """Return which of these sessions have their response already."""
        found: set[str] = set()
        for start in range(0, len(sessions), _IN_LIMIT):
            some = RESPONSE.c.ses.in_(sessions[start : start + _IN_LIMIT])
            found.update(self._db.execute(select(RESPONSE.c.ses).where(RESPONSE.c.dev == dev, some)).scalars())
        return found

    def add_responses(self, responses: Iterable[tuple[StoredResponse, Mapping[str, object]]]) -> None:
        """Keep responses, each with its document as it was read and checked."""
        rows = [
            {
                **{name: document[name] for name in _DOCUMENT},
                "dev": stored.dev,
                "seq": stored.seq,
                "event_hash": stored.event_hash,
                "site": stored.site,
                "form_id": stored.response.form.id,
                "language": stored.response.wording.language,
                "demonstration": stored.response.wording.demonstration,
            }
            for stored, document in responses
        ]
        if rows:
            self._db.execute(insert(RESPONSE), rows)

    def responses(self) -> Iterator[StoredResponse]:
        """Yield all responses, in order of subject, visit, form and time."""
        columns = RESPONSE.c
        order = (columns.subject, columns.visit, columns.form_id, columns.finished, columns.dev, columns.seq)
        for row in self._db.execute(select(RESPONSE).order_by(*order)).mappings():
            yield _stored(row)

    def disputed(self) -> tuple[tuple[str, str, str], ...]:
        """Return (subject, visit, form) with more than one response: for a person to decide (design part 7)."""
        columns = (RESPONSE.c.subject, RESPONSE.c.visit, RESPONSE.c.form_id)
        query = select(*columns).group_by(*columns).having(func.count() > 1).order_by(*columns)
        return tuple((row.subject, row.visit, row.form_id) for row in self._db.execute(query))

    def response_of(self, site: str, ses: SessionId) -> StoredResponse | None:
        """Return the response of one session of a site, whichever of its devices brought it."""
        query = select(RESPONSE).where(RESPONSE.c.ses == ses, RESPONSE.c.site == site)
        rows = [_stored(row) for row in self._db.execute(query.order_by(RESPONSE.c.dev)).mappings()]
        return rows[0] if len(rows) == 1 else None

    def add_amendments(self, amendments: Iterable[tuple[StoredAmendment, Mapping[str, object]]]) -> None:
        """Keep corrections, each with its document as it was read and checked."""
        rows = [
            {
                **{name: document[name] for name in _CORRECTION},
                **{name: getattr(stored, name) for name in _CORRECTED_BY},
            }
            for stored, document in amendments
        ]
        if rows:
            self._db.execute(insert(AMENDMENT), rows)

    def amendments(self, site: str, ses: SessionId) -> tuple[StoredAmendment, ...]:
        """Return the corrections of one session of a site, in the order they build on each other."""
        query = select(AMENDMENT).where(AMENDMENT.c.site == site, AMENDMENT.c.ses == ses)
        rows = self._db.execute(query.order_by(AMENDMENT.c.dev, AMENDMENT.c.seq)).mappings()
        return in_order(map(_stored_amendment, rows))

    def standing(self) -> Iterator[tuple[StoredResponse, Response]]:
        """Yield every response with what it says now, all corrections taken in."""
        corrected: defaultdict[tuple[str, SessionId], list[StoredAmendment]] = defaultdict(list)
        for one in map(_stored_amendment, self._db.execute(select(AMENDMENT)).mappings()):
            corrected[one.site, one.amendment.ses].append(one)
        for stored in self.responses():
            corrections = in_order(corrected.get((stored.site, stored.response.ses), ()))
            yield stored, amended(stored.response, corrections[-1].amendment) if corrections else stored.response


def in_order(corrections: Iterable[StoredAmendment]) -> tuple[StoredAmendment, ...]:
    """Return the corrections of one response as they build on each other; clocks and devices play no part in it."""
    by_state = {one.amendment.on: one for one in corrections}
    made = {one.event_hash for one in by_state.values()}
    step = next((one for one in by_state.values() if one.amendment.on not in made), None)
    chain: list[StoredAmendment] = []
    while step is not None and len(chain) < len(by_state):
        chain.append(step)
        step = by_state.get(step.event_hash)
    return tuple(chain)


def _stored(row: RowMapping) -> StoredResponse:
    document = {"v": 1, **{name: row[name] for name in _DOCUMENT}}
    return StoredResponse(
        dev=DeviceId(row["dev"]),
        site=row["site"],
        seq=row["seq"],
        event_hash=EventHash(row["event_hash"]),
        response=read_response(document),
    )


def _stored_amendment(row: RowMapping) -> StoredAmendment:
    document = {"v": 1, "kind": Kind.AMEND.value, **{name: row[name] for name in _CORRECTION}}
    return StoredAmendment(
        **{name: row[name] for name in _CORRECTED_BY},
        amendment=read_amendment(document),
    )
