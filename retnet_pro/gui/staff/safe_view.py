"""What the page Safe & sent shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.safety import Safety, safety_of
from retnet_pro.conduct.site_facts import ReceivedBundle, SentBundle

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
    may_export: bool
    may_back_up: bool

    @property
    def is_late(self) -> bool:
        """Whether the oldest questionnaire has waited too long."""
        return self.waiting_days is not None and self.waiting_days >= ALARM_DAYS


def safe(desk: Desk, backup: BackupState) -> SafeView:
    """Return where everything stands."""
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
        may_export=desk.may(Right.EXPORT),
        may_back_up=desk.may(Right.KEEP_DEVICE),
    )
