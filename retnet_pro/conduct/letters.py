"""What left this device and what the centre said to it: a projection of open events, so it needs nobody's key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from retnet_pro.bundle.receipt import FINAL
from retnet_pro.conduct.site_facts import FORK, ReceivedBundle, SentBundle


@dataclass(slots=True, kw_only=True)
class Letters:
    """Bundles and receipts, in the order of their events."""

    bundled_upto: int = 0
    """The last event that was ever sealed into a bundle, whether or not that bundle reached a place."""
    sent: list[SentBundle] = field(default_factory=list)
    received: list[ReceivedBundle] = field(default_factory=list)
    provision: Mapping[str, object] = field(default_factory=dict)

    @property
    def receipt(self) -> ReceivedBundle | None:
        """The receipt that covers most, if there is any: everything up to it is countersigned."""
        kept = (one for one in self.received if one.status in FINAL and one.upto > 0)
        return max(kept, key=lambda one: one.upto, default=None)

    @property
    def received_upto(self) -> int:
        """The last event the centre has receipted."""
        return 0 if self.receipt is None else self.receipt.upto

    @property
    def is_forked(self) -> bool:
        """Whether the centre has said that it holds another history of this device (rule T5)."""
        return any(receipt.status == FORK for receipt in self.received)

    @property
    def is_adopted(self) -> bool:
        """Whether the centre has receipted the whole log this device goes on from, after adopting it."""
        origin = self.provision.get("restored_from")
        head = origin.get("head") if isinstance(origin, Mapping) else None
        return any(receipt.bundle == head and receipt.status in FINAL for receipt in self.received)

    @property
    def send_after(self) -> int:
        """The last event that need not be sent again: receipted, unless the centre asks for it once more."""
        wanted = self.received[-1].want if self.received else None
        return self.received_upto if wanted is None else min(self.received_upto, wanted - 1)

    @property
    def sent_upto(self) -> int:
        """The last event that left this device in a bundle."""
        return max((bundle.upto for bundle in self.sent), default=0)
