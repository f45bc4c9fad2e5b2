"""Is everything safe? What is on this device, what was sent, what the centre has receipted."""

from dataclasses import dataclass

from retnet_pro.conduct.site import Delivery, ReceivedBundle, SentBundle, Site


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
    counts = dict.fromkeys(Delivery, 0)
    waiting: list[str] = []
    inherited = 0
    for taken in site.taken.values():
        for one in taken:
            delivery = site.delivery_of(one.seq)
            counts[delivery] += 1
            if delivery is not Delivery.RECEIVED:
                waiting.append(one.response.finished)
                inherited += one.seq <= 0
    return Safety(
        on_device=counts[Delivery.ON_DEVICE],
        sent=counts[Delivery.SENT],
        received=counts[Delivery.RECEIVED],
        oldest_unreceived=min(waiting, default=None),
        inherited=inherited,
        interrupted=len(site.interrupted()),
        bundles=tuple(site.sent),
        receipts=tuple(site.received),
    )
