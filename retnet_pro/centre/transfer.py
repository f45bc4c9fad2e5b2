"""A tablet moves to another site: its log stays, and the centre ties the id it had to the id it has there.

It never takes its log along, so the two ids have nothing in common but what a person writes down here. That is refused
while anything of the old tablet is missing: afterwards it holds nothing any more, and what was missing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.centre.act_ledger import Closure, Transfer
from retnet_pro.centre.enrol import close, known_device
from retnet_pro.centre.page_words import status
from retnet_pro.centre.store import Device, Ledger, Store
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import DeviceId, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What a tablet is, or was, at another site."""

    dev: DeviceId
    site: str
    at: str
    by: str
    why: str
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Where every tablet that moved went, and where every one that came from a site was before."""

    to: Mapping[str, Elsewhere]
    """By the old id."""
    come_from: Mapping[str, Elsewhere]
    """By the new id."""


def transfer(
    store: Store, old: DeviceId, new: DeviceId, *, by: str, why: str, at: str, is_forced: bool = False
) -> Transfer:
    """Tie the old tablet to the new one and close the old one, in one step; return what was written down.

    Where it was closed before, the first closing counts (see `enrol.revoke`).

    Raises:
        Refusal: `DEVICE_UNKNOWN`; `TRANSFER_UNFIT`, when the two are the same, of one site, or the new one is closed or
            was enrolled first; `TRANSFER_EXISTS`; `TRANSFER_UNREADY`, when something is missing and nobody forces it;
            nothing was changed.
    """
    with store.writing() as ledger:
        _demand_fit(known_device(ledger, old), known_device(ledger, new))
        known = next((one for one in ledger.transfers() if one.old == old or one.new == new), None)
        if known is not None:
            raise Refusal(Code.TRANSFER_EXISTS, old=known.old, new=known.new, at=known.at)
        lacking = tuple(missing(ledger, old))
        if lacking and not is_forced:
            raise Refusal(Code.TRANSFER_UNREADY, old=old, lacking="; ".join(lacking))
        written = Transfer(old=old, new=new, at=at, by=by, why=why, lacking=lacking)
        ledger.add_transfer(written)
        close(ledger, Closure(dev=old, at=at, by=by, why=why))
    return written


def missing(ledger: Ledger, dev: DeviceId) -> Iterator[str]:
    """Yield, in words, what of a tablet is not here as it should be before it forgets everything.

    A log is held without a gap, so whoever holds its closing event holds everything before it.
    """
    if next(ledger.events(dev, kinds={Kind.DEVICE_LEAVES}), None) is None:
        yield "the site has not closed it, or that has not come ('The tablet leaves' on its page Safe & sent)"
    held = ledger.tablet_count(dev)
    if held.difference:
        yield f"{held.finished} questionnaires finished, {held.difference} of them nowhere"
    if unlooked := held.records_aside - held.aside_closed:
        yield f"{unlooked} records set aside that nobody has looked at"
    for code, count in ledger.not_taken_in().get(dev, {}).items():
        yield f"{count} bundles not taken in ({status(code)})"


def moves_of(ledger: Ledger) -> Moves:
    """Return every move there was."""
    return _moves(ledger.transfers(), {device.dev: device.site for device in ledger.devices()})


def _moves(transfers: Sequence[Transfer], sites: Mapping[DeviceId, str]) -> Moves:
    def elsewhere(dev: DeviceId, one: Transfer) -> Elsewhere:
        return Elsewhere(dev=dev, site=sites[dev], at=one.at, by=one.by, why=one.why, lacking=one.lacking)

    return Moves(
        to={str(one.old): elsewhere(one.new, one) for one in transfers},
        come_from={str(one.new): elsewhere(one.old, one) for one in transfers},
    )


def _demand_fit(old: Device, new: Device) -> None:
    why = ""
    if old.dev == new.dev:
        why = "they are the same tablet; set it up anew at the other site, under a new id"
    elif old.site == new.site:
        why = f"both are of the site {old.site}"
    elif new.enrolled_at < old.enrolled_at:
        why = f"{new.dev} was enrolled first, on {new.enrolled_at[:10]}"
    elif new.revoked_at is not None:
        why = f"{new.dev} is closed since {new.revoked_at[:10]}"
    if why:
        raise Refusal(Code.TRANSFER_UNFIT, old=old.dev, new=new.dev, why=why)
