"""Is everything safe? What is on this device, what was sent, what the centre has receipted."""

from dataclasses import dataclass

from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Delivery, ReceivedBundle, SentBundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """The one answer of the page "Safe & sent", in absolute numbers of finished questionnaires."""

    on_device: int
    sent: int
    received: int
    oldest_unreceived: str | None
    """When the oldest finished questionnaire without a receipt was answered (rule P75)."""
    inherited: int
    """How many of those only here were answered on the device before this one; its log waits for the centre."""
    interrupted: int
    bundles: tuple[SentBundle, ...]
    receipts: tuple[ReceivedBundle, ...]

    @property
    def all_received(self) -> bool:
        """Whether the centre holds every finished questionnaire of this device."""
        return self.on_device == 0 and self.sent == 0


def safety_of(site: Site) -> Safety:
    """Count where the finished questionnaires of a site stand."""
    sent = sum(site.delivery_of(one.seq) is Delivery.SENT for one in site.waiting)
    return Safety(
        on_device=len(site.waiting) - sent,
        sent=sent,
        received=site.receipted,
        oldest_unreceived=min((one.finished for one in site.waiting), default=None),
        inherited=sum(one.seq <= 0 for one in site.waiting),
        interrupted=len(site.interrupted()),
        bundles=tuple(site.sent),
        receipts=tuple(site.received),
    )
