"""The part of the ledger that holds responses and their corrections: what was signed first, and what stands now.

A response is never changed here. A correction is a row of its own, bound to the state it builds on, so that original
and current values are both at hand (rule E101).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import RowMapping, String, cast, func, insert, or_, select

from retnet_pro.centre.erasure_ledger import ErasureLedger
from retnet_pro.centre.placements import StoredPlacement, places, read_placement
from retnet_pro.centre.tables import AMENDMENT, PLACEMENT, RESPONSE
from retnet_pro.record.amendment import Amendment, amended, read_amendment
from retnet_pro.record.event import DeviceId, EventHash, Kind, SessionId
from retnet_pro.record.response import Response, read_response

_DOCUMENT = (
    *("ses", "subject", "visit", "form", "wording", "mode", "started", "finished", "answered_by"),
    *("answers", "scores", "app", "entries", "accommodations"),
)
_CORRECTION = ("ses", "subject", "item", "old", "new", "why", "note", "source", "on", "answers", "scores")
_RECORDED_BY = ("dev", "site", "seq", "event_hash", "at", "who", "role")

IN_LIMIT = 500
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
        for start in range(0, len(sessions), IN_LIMIT):
            some = RESPONSE.c.ses.in_(sessions[start : start + IN_LIMIT])
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

    def responses_of(self, dev: DeviceId) -> Iterator[StoredResponse]:
        """Yield the responses a device brought, in the order they were finished on it."""
        query = select(RESPONSE).where(RESPONSE.c.dev == dev).order_by(RESPONSE.c.seq)
        for row in self._db.execute(query).mappings():
            yield _stored(row)

    def count_responses(self) -> int:
        """Return how many responses there are, without reading them."""
        return self._db.execute(select(func.count()).select_from(RESPONSE)).scalar_one()

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
                **{name: getattr(stored, name) for name in _RECORDED_BY},
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

    def add_placements(self, placements: Iterable[StoredPlacement]) -> None:
        """Keep proposals and decisions about forms in the wrong place."""
        rows = [
            {**{name: getattr(one, name) for name in _RECORDED_BY}, "kind": one.kind.value, "document": one.document}
            for one in placements
        ]
        if rows:
            self._db.execute(insert(PLACEMENT), rows)

    def placements(self, site: str) -> tuple[StoredPlacement, ...]:
        """Return the proposals and decisions of a site as they were written; a restored device goes on from another."""
        query = select(PLACEMENT).where(PLACEMENT.c.site == site).order_by(PLACEMENT.c.seq)
        rows = [_stored_placement(row) for row in self._db.execute(query).mappings()]
        begun = {one.dev: one.at for one in reversed(rows)}
        return tuple(sorted(rows, key=lambda one: (begun[one.dev], one.dev, one.seq)))

    def standing(self) -> Iterator[tuple[StoredResponse, Response]]:
        """Yield every response as it stands now: with all corrections, at the participant and visit it belongs to."""
        moved: dict[str, Mapping[SessionId, tuple[str, str]]] = {}
        corrected: defaultdict[tuple[str, SessionId], list[StoredAmendment]] = defaultdict(list)
        for one in map(_stored_amendment, self._db.execute(select(AMENDMENT)).mappings()):
            corrected[one.site, one.amendment.ses].append(one)
        for stored in self.responses():
            corrections = in_order(corrected.get((stored.site, stored.response.ses), ()))
            now = amended(stored.response, corrections[-1].amendment) if corrections else stored.response
            if stored.site not in moved:
                moved[stored.site] = places(self.placements(stored.site)).moved
            subject, visit = moved[stored.site].get(now.ses, (now.subject, now.visit))
            yield stored, replace(now, subject=subject, visit=visit)

    def standing_of(
        self, site: str, subject: str, moved: Mapping[SessionId, tuple[str, str]]
    ) -> Iterator[tuple[StoredResponse, Response, tuple[StoredAmendment, ...]]]:
        """Yield the responses that stand at one participant now: as signed, as they stand, and their corrections.

        `moved` are the sessions of the site that somebody put right (see `placements.places`).
        """
        came = [ses for ses, (whose, _) in moved.items() if whose == subject]
        columns = RESPONSE.c
        here = select(RESPONSE).where(columns.site == site, or_(columns.subject == subject, columns.ses.in_(came)))
        order = (columns.visit, columns.form_id, columns.finished, columns.dev, columns.seq)
        found = [_stored(row) for row in self._db.execute(here.order_by(*order)).mappings()]
        theirs = AMENDMENT.c.subject.in_({subject, *(one.response.subject for one in found)})
        corrected: defaultdict[SessionId, list[StoredAmendment]] = defaultdict(list)
        for row in self._db.execute(select(AMENDMENT).where(AMENDMENT.c.site == site, theirs)).mappings():
            corrected[row["ses"]].append(_stored_amendment(row))
        for stored in found:
            corrections = in_order(corrected.get(stored.response.ses, ()))
            now = amended(stored.response, corrections[-1].amendment) if corrections else stored.response
            whose, visit = moved.get(now.ses, (now.subject, now.visit))
            if whose == subject:
                yield stored, replace(now, subject=whose, visit=visit), corrections

    def forms_used(self) -> frozenset[str]:
        """Return the content hashes of the forms there are responses to."""
        written = select(cast(RESPONSE.c.form, String)).distinct()
        return frozenset(str(json.loads(form)["hash"]) for form in self._db.execute(written).scalars())


def _stored_placement(row: RowMapping) -> StoredPlacement:
    return StoredPlacement(
        **{name: row[name] for name in _RECORDED_BY},
        said=read_placement(Kind(row["kind"]), row["document"]),
        document=row["document"],
    )


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
        **{name: row[name] for name in _RECORDED_BY},
        amendment=read_amendment(document),
    )
