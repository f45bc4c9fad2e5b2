"""The pen: writes one event after the other into the log of this device, sealed where it must be, always signed.

After the event that the device leaves the site, it writes only what sending, looking and a backup need: here, at the
one place through which everything goes, whichever process or command asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.conduct.clock import DEVICE, remarks
from retnet_pro.conduct.ports import Log
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Clock, Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import SEALED_KINDS, DeviceId, Event, Header, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey

AFTER_LEAVING = frozenset(
    {
        Kind.LOGIN,
        Kind.LOGIN_FAIL,
        Kind.LOCK,
        Kind.STAFF,
        Kind.VIEW,
        Kind.BUNDLE,
        Kind.EXPORT,
        Kind.RECEIPT,
        Kind.NEIGHBOUR,
        Kind.PACK,
        Kind.SETTING,
        Kind.BACKUP,
        Kind.DRILL,
        Kind.DATA_OUT,
        Kind.ERASE,
    }
)
"""What may still be written on a device that leaves: how it sends, who looked, who may come in. Nothing of a
participant but that something was removed by order, which no journey of a tablet puts off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """This device goes to another site."""

    seq: int
    at: str
    who: str
    to: str
    """What the other site is called here."""


class Pen:
    """Holds what every event of this device needs: the log, the device key, the recipients, the clock.

    It can seal but not open, so the participant's process may hold one.
    """

    def __init__(self, log: Log, *, device: DeviceId, key: SigningKey, sealer: Sealer, clock: Clock, app: str) -> None:
        """Take the parts from the composition root."""
        self.log = log
        self.device = device
        self.key = key
        self.sealer = sealer
        self.clock = clock
        self.app = app
        self._before: Header | None = None
        self._looked_upto = 0
        self.gone: Leaving | None = None
        """What `leaving` found when it looked last; to ask for it reads nothing."""

    def leaving(self) -> Leaving | None:
        """Return where this device goes, once its site has closed it; None while it is in use."""
        head = self.log.head().seq
        if self.gone is None and self._looked_upto < head:
            event = next(iter(self.log.events(self._looked_upto, {Kind.DEVICE_LEAVES})), None)
            self._looked_upto = head
            if event is not None:
                to = str((event.header.note or {}).get("to", ""))
                self.gone = Leaving(seq=event.header.seq, at=event.header.at, who=event.header.who, to=to)
        return self.gone

    def write(
        self,
        kind: Kind,
        content: Mapping[str, object],
        *,
        who: str,
        role: str,
        ses: SessionId | None = None,
        n: int | None = None,
        pack: str | None = None,
        note: Mapping[str, object] | None = None,
    ) -> Event:
        """Write one event and return it; it is durable when this returns.

        The content is sealed for kinds that can say something about a participant, and an open note for the others.
        `note` stands in the open beside a sealed content: counts that somebody without the key must know.
        A jump of the clock or a new start of the device since the last event is written down first.

        Raises:
            Refusal: `DEVICE_LEFT`, for what nobody records any more on a device that leaves its site.
            WorldFault: the disk refused; nothing was written.
        """
        if kind not in AFTER_LEAVING and (gone := self.leaving()) is not None:
            raise Refusal(Code.DEVICE_LEFT, site=gone.to, at=gone.at[:10])
        sealed = self.sealer.seal_payload({"v": 1, "kind": kind.value, **content}) if kind in SEALED_KINDS else None
        draft = Draft(
            kind=kind,
            who=who,
            role=role,
            ses=ses,
            n=n,
            pack=pack,
            note=note if sealed is not None else dict(content),
            sealed=sealed,
        )
        now = self.clock()
        self._remark(now)
        event = self._append(draft, now)
        if kind is Kind.DEVICE_LEAVES:
            self.leaving()
        return event

    def _remark(self, now: Moment) -> None:
        """Write down first that the device was started anew or that its clock jumped since the last event."""
        head = self.log.head()
        if self._before is None or self._before.seq != head.seq:
            last = self.log.get(head.seq)
            self._before = None if last is None else last.header
        if self._before is not None:
            for kind, note in remarks(self._before, now):
                self._append(Draft(kind=kind, who=DEVICE, role=DEVICE, note=note), now)

    def _append(self, draft: Draft, now: Moment) -> Event:
        event = link(self.log.head(), draft, device=self.device, key=self.key, now=now, app=self.app)
        self.log.append(event)
        self._before = event.header
        if self._looked_upto == event.header.seq - 1 and event.header.kind is not Kind.DEVICE_LEAVES:
            self._looked_upto = event.header.seq  # an answer costs no look into the log
        return event
