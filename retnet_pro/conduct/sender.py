"""Who sends: a logged-in person at the desk, or nobody, by schedule. Sending sealed bundles needs no key that opens."""

from collections.abc import Mapping
from typing import Protocol

from retnet_pro.conduct.letters import Letters
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import opened, read_bundled, read_received, read_sent
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Event, Kind

SCHEDULE, PROCESS = "sending schedule", "process"
"""The author of what was sent and taken in without anybody asking for it (rule P20)."""
_OPEN = frozenset({Kind.PROVISION, Kind.BUNDLE, Kind.EXPORT, Kind.RECEIPT})


class Sender(Protocol):
    """What sending and collecting need; a `Desk` is one."""

    @property
    def pen(self) -> Pen:
        """Writes the events of this device."""

    @property
    def site(self) -> Letters:
        """What was sent and received so far."""

    @property
    def person(self) -> Person | None:
        """Who asked for it; None where the schedule did."""

    def write(self, kind: Kind, content: Mapping[str, object]) -> Event:
        """Write an event and take it into `site`."""


class Unattended:
    """Sends for this device while nobody is logged in, or beside whoever is. It can open nothing."""

    person = None

    def __init__(self, pen: Pen) -> None:
        """Read the open events of the log.

        Raises:
            Tamper: `CHAIN_BROKEN`, when one of them is not this device's own, or what the centre has receipted is not
                what stands here (rules T5, T7).
        """
        self.pen = pen
        self.site = Letters()
        for event in genuine_events(pen.log, pen.key.public, _OPEN):
            self._take(event, event.header.note or {})
        receipt = self.site.receipt
        here = pen.log.get(receipt.upto) if receipt is not None else None
        if receipt is not None and (here is None or here.hash != receipt.head):
            why = "it is not the event that the centre has receipted"
            raise Tamper(Code.CHAIN_BROKEN, path="this device", seq=receipt.upto, why=why)

    def write(self, kind: Kind, content: Mapping[str, object]) -> Event:
        """Write an event in the schedule's name and take it into `site`."""
        event = self.pen.write(kind, content, who=SCHEDULE, role=PROCESS)
        self._take(event, content)
        return event

    def _take(self, event: Event, content: Mapping[str, object]) -> None:
        match event.header.kind:
            case Kind.PROVISION:
                self.site.provision = content
            case Kind.BUNDLE:
                self.site.bundled_upto = read_bundled(opened(event, content))
            case Kind.EXPORT:
                self.site.sent.append(read_sent(opened(event, content)))
            case Kind.RECEIPT:
                self.site.received.append(read_received(opened(event, content)))
            case _:
                pass


def demand_may_send(sender: Sender) -> None:
    """Return if bundles may leave in this name: the schedule's always, a person's with the right to export.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    if sender.person is not None:
        demand(sender.person.role, Right.EXPORT)
