"""Builders of the record's tests."""

from datetime import UTC, datetime

import pytest

from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import EMPTY, DeviceId, Event, Head, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity


class Pen:
    """Writes the next event of a chain."""

    device = DeviceId("device-1")

    def __init__(self) -> None:
        self.key = SigningKey(bytes(range(32)))
        self.identity, self.recipient = make_identity()
        self.sealer = Sealer([self.recipient])

    def write(self, head: Head = EMPTY, draft: Draft | None = None) -> Event:
        now = Moment(datetime(2026, 11, 23, 9, head.seq % 60, tzinfo=UTC), head.seq, "boot-1")
        return link(head, draft or self.answer(), device=self.device, key=self.key, now=now, app="0.1.0")

    def answer(self) -> Draft:
        sealed = self.sealer.seal_payload({"item": "q1", "value": 3})
        return Draft(kind=Kind.ANSWER, who="participant", role="participant", ses=SessionId("s1"), n=1, sealed=sealed)

    def chain(self, count: int) -> list[Event]:
        events, head = [], EMPTY
        for number in range(count):
            draft = Draft(kind=Kind.BOOT, who="process", role="process") if number % 4 == 0 else None
            events.append(self.write(head, draft))
            head = Head(events[-1].header.seq, events[-1].hash)
        return events


@pytest.fixture(scope="session")
def pen() -> Pen:
    return Pen()
