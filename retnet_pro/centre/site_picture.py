"""A site as the centre can know it: its projection, grown from the events that came, or from where a count stopped."""

import heapq
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain

from retnet_pro.centre.count_ledger import SiteCount
from retnet_pro.centre.site_counts import read_counts
from retnet_pro.centre.store import Ledger
from retnet_pro.conduct.inheritance import PARTICIPANTS
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import opened
from retnet_pro.conduct.snapshot import read_site, write_site
from retnet_pro.conduct.statement import HORIZON
from retnet_pro.errors import RetnetError
from retnet_pro.record.event import DeviceId, Event, Kind
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Study

_PEOPLE, _REST = frozenset({Kind.ENROL}), (PARTICIPANTS | HORIZON) - {Kind.ENROL}


class SitePicture:
    """A site as far as its events were taken in. It has state because it grows event by event."""

    def __init__(self, unsealer: Unsealer, known: SiteCount | None) -> None:
        """Begin with nothing, or go on from a count."""
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
            if header.kind in HORIZON:
                self.site.beside.statements.horizon.take(opened(event, content))
            elif header.kind is not Kind.ENROL and self._is_unknown(content.get("subject")):
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


def new_events(ledger: Ledger, after: Mapping[str, int], heads: Mapping[DeviceId, int]) -> Iterator[Event]:
    """Yield the events of all tablets of a site that tell of participants: enrolments, then the rest as time went."""
    streams = [
        heapq.merge(*(ledger.events(dev, after.get(dev, 0), kinds) for dev in heads), key=lambda one: _moment(one))
        for kinds in (_PEOPLE, _REST)
    ]
    return (one for one in chain(*streams) if one.header.seq <= heads[one.header.dev])


def _moment(event: Event) -> datetime:
    return datetime.fromisoformat(event.header.at)


def draw_site(ledger: Ledger, unsealer: Unsealer, study: Study, site: str) -> Site:
    """Return a site as of the last event held, going on from its last count where that is of the same study."""
    before = ledger.count_of(site)
    is_usable = before is not None and before.is_whole and before.study == study.hash
    known = before if is_usable else None
    picture = SitePicture(unsealer, known)
    heads = {dev: ledger.head(dev).seq for dev in ledger.sites().get(site, ())}
    for event in new_events(ledger, {} if known is None else known.upto, heads):
        picture.take(event)
    return picture.site
