"""What the page Safe & sent shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.safety import Safety, safety_of
from retnet_pro.conduct.site_facts import ReceivedBundle, SentBundle
from retnet_pro.conduct.tries import Try

ALARM_DAYS = 7
"""Days after which a questionnaire that is only here asks for attention (rule P75). Choice of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One bundle that left this device, with its receipt if there is one."""

    sent: SentBundle
    receipt: ReceivedBundle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeView:
    """The whole page."""

    safety: Safety
    waiting_days: int | None
    """Days since the oldest questionnaire without a receipt was answered; None when there is none."""
    parcels: tuple[Parcel, ...]
    """Newest first."""
    backup: BackupState
    trust_ended: date | None
    """The last day of the centre's trust pack, once it is over; what concerns participants goes on all the same."""
    road: str
    """Where the centre is on the network; '' where bundles travel by folder or stick only."""
    tries: tuple[Try, ...]
    """What became of the last tries, newest first."""
    may_export: bool
    may_back_up: bool

    @property
    def is_late(self) -> bool:
        """Whether the oldest questionnaire has waited too long."""
        return self.waiting_days is not None and self.waiting_days >= ALARM_DAYS


def safe(desk: Desk, backup: BackupState, road: str = "", tries: tuple[Try, ...] = ()) -> SafeView:
    """Return where everything stands; `road` is where the centre is on the network, if it is."""
    if desk.damage is None:
        desk.catch_up()  # the tablet sends by itself as well
    safety = safety_of(desk.site)
    receipts = {receipt.bundle: receipt for receipt in safety.receipts}
    parcels = tuple(Parcel(sent=sent, receipt=receipts.get(sent.bundle)) for sent in reversed(safety.bundles))
    waiting = None
    if safety.oldest_unreceived is not None:
        waiting = (desk.pen.clock().wall - datetime.fromisoformat(safety.oldest_unreceived)).days
    return SafeView(
        safety=safety,
        waiting_days=waiting,
        parcels=parcels,
        backup=backup,
        trust_ended=keys_in_force(desk.pen.log, desk.pen.key.public).trust_ended(desk.pen.clock().wall.date()),
        road=road,
        tries=tries,
        may_export=desk.may(Right.EXPORT),
        may_back_up=desk.may(Right.KEEP_DEVICE),
    )
