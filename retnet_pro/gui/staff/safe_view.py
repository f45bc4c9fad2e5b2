"""What the page Safe & sent shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from retnet_pro.bundle.fingerprint import fingerprint, regrouped, reworded
from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.devices import SiteDevice, devices_of
from retnet_pro.conduct.drilled import DrillState
from retnet_pro.conduct.keys import KeysInForce, keys_in_force
from retnet_pro.conduct.leaving import is_received
from retnet_pro.conduct.pen import Leaving
from retnet_pro.conduct.road import RoadKeys
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.safety import Safety, safety_of
from retnet_pro.conduct.site_facts import ReceivedBundle, SentBundle
from retnet_pro.conduct.tries import Try
from retnet_pro.conduct.whereabouts import Whereabouts, whereabouts
from retnet_pro.gui.staff.house import Courier

ALARM_DAYS = 7
"""Days after which a questionnaire that is only here asks for attention (rule P75). Choice of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One bundle that left this device, with its receipt if there is one."""

    sent: SentBundle
    receipt: ReceivedBundle | None


class Whose(StrEnum):
    """Whose key it is."""

    DEVICE = "device"
    CENTRE = "centre"
    ROOT = "root"
    HOST = "host"
    CERTIFICATE = "certificate"
    LOGIN = "login"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKey:
    """One public key under a name for people."""

    whose: Whose
    name: str
    """What its owner is called; '' for the root."""
    fingerprint: str
    """In OpenSSH's form."""

    @property
    def groups(self) -> str:
        """The same in sixteen groups of four hex digits."""
        return regrouped(self.fingerprint)

    @property
    def words(self) -> str:
        """The same in 24 words."""
        return reworded(self.fingerprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Whether this tablet goes to another site."""

    gone: Leaving | None
    """None while it is in use."""
    is_received: bool
    """Whether the centre has receipted that, and with it everything that was ever recorded on it."""
    may_close: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeView:
    """The whole page."""

    safety: Safety
    waiting_days: int | None
    """Days since the oldest questionnaire without a receipt was answered; None when there is none."""
    parcels: tuple[Parcel, ...]
    """Newest first."""
    backup: BackupState
    drills: DrillState
    trust_ended: date | None
    """The last day of the centre's trust pack, once it is over; what concerns participants goes on all the same."""
    road: str
    """Where the centre is on the network; '' where bundles travel by folder or stick only."""
    people: tuple[Whereabouts, ...]
    """Where each participant's questionnaires are; empty for whoever may not see study codes."""
    keys: tuple[NamedKey, ...]
    devices: tuple[SiteDevice, ...]
    """Empty for whoever may not export."""
    closing: Closing
    tries: tuple[Try, ...]
    """What became of the last tries, newest first."""
    may_export: bool
    may_back_up: bool

    @property
    def is_late(self) -> bool:
        """Whether the oldest questionnaire has waited too long."""
        return self.waiting_days is not None and self.waiting_days >= ALARM_DAYS


def safe(desk: Desk, courier: Courier) -> SafeView:
    """Return where everything stands."""
    if desk.damage is None:
        desk.catch_up()  # the tablet sends by itself as well
    safety = safety_of(desk.site)
    receipts = {receipt.bundle: receipt for receipt in safety.receipts}
    parcels = tuple(Parcel(sent=sent, receipt=receipts.get(sent.bundle)) for sent in reversed(safety.bundles))
    waiting = None
    keys = keys_in_force(desk.pen.log, desk.pen.key.public)
    if safety.oldest_unreceived is not None:
        waiting = (desk.pen.clock().wall - datetime.fromisoformat(safety.oldest_unreceived)).days
    return SafeView(
        safety=safety,
        waiting_days=waiting,
        parcels=parcels,
        backup=courier.backups(),
        drills=courier.drills(),
        trust_ended=keys.trust_ended(desk.pen.clock().wall.date()),
        road=courier.road(),
        tries=courier.tries(),
        people=whereabouts(desk) if desk.may(Right.READ_RESPONSES) else (),
        keys=_keys(desk, keys, courier.road(), courier.road_keys()),
        devices=devices_of(desk) if desk.may(Right.EXPORT) else (),
        closing=_closing(desk),
        may_export=desk.may(Right.EXPORT),
        may_back_up=desk.may(Right.KEEP_DEVICE),
    )


def _closing(desk: Desk) -> Closing:
    gone = desk.pen.leaving()
    received = gone is not None and is_received(desk, gone)
    return Closing(gone=gone, is_received=received, may_close=desk.may(Right.CLOSE_DEVICE))


def _keys(desk: Desk, keys: KeysInForce, place: str, road: RoadKeys) -> tuple[NamedKey, ...]:
    root = str(desk.site.provision.get("root_fingerprint", ""))
    online = fingerprint(keys.online_keys[-1].public)
    known = (
        NamedKey(whose=Whose.DEVICE, name=desk.pen.device, fingerprint=fingerprint(desk.pen.key.public)),
        NamedKey(whose=Whose.CENTRE, name=keys.centre, fingerprint=online),
        NamedKey(whose=Whose.ROOT, name="", fingerprint=root),
        NamedKey(whose=Whose.HOST, name=place, fingerprint=road.host_key),
        NamedKey(whose=Whose.CERTIFICATE, name=place, fingerprint=road.certificate),
        NamedKey(whose=Whose.LOGIN, name=desk.pen.device, fingerprint=road.login),
    )
    return tuple(key for key in known if key.groups)
