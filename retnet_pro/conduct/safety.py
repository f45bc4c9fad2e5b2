"""Is everything safe? What is on this device, what was sent, what the centre has receipted."""

from bisect import bisect_right
from dataclasses import dataclass

from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import ReceivedBundle, SentBundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """The one answer of the page "Safe & sent", in absolute numbers of finished questionnaires."""

    on_device: int
    """In no bundle yet."""
    in_bundle: int
    """Sealed into a bundle that is not known to have reached a place."""
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
        return self.on_device == 0 and self.in_bundle == 0 and self.sent == 0


def safety_of(site: Site) -> Safety:
    """Count where the finished questionnaires of a site stand.

    What waits stands in the order of its events, so that a long list is not gone through for every number.
    """
    inherited, received, left, bundled = (
        bisect_right(site.waiting, upto, key=lambda one: one.seq)
        for upto in (0, max(0, site.received_upto), max(0, site.sent_upto), max(0, site.bundled_upto))
    )
    sent = max(0, left - received)
    in_bundle = max(0, bundled - max(left, received))
    return Safety(
        on_device=len(site.waiting) - sent - in_bundle,
        in_bundle=in_bundle,
        sent=sent,
        received=site.receipted,
        oldest_unreceived=min((one.finished for one in site.waiting), default=None),
        inherited=inherited,
        interrupted=len(site.interrupted()),
        bundles=tuple(site.sent),
        receipts=tuple(site.received),
    )
