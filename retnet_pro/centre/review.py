"""What was set aside is looked at by a person: tried again, or closed with a reason (design part 7).

It is tried again after a form or the program was brought to date, or when what it leans on has come meanwhile. What
holds now goes in by the same way as ever; the receipt keeps saying that it was set aside then, and the review says who
took it in, when and why. What is closed stays set aside and kept; nobody has to look at it any more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import verify_receipt
from retnet_pro.centre.count_ledger import Outcome
from retnet_pro.centre.counting import recount_records
from retnet_pro.centre.erasing import take_orders
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.opening import Opener, add_records
from retnet_pro.centre.review_ledger import AsideBundle, AsideRecord, Review
from retnet_pro.centre.store import Ledger, Stage, Store
from retnet_pro.errors import Code, Refusal, RetnetError
from retnet_pro.record.event import DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who looks at what was set aside, when and why."""

    by: str
    at: str
    why: str

    def review(self, outcome: Outcome) -> Review:
        """Return what is written down of it."""
        return Review(outcome=outcome, at=self.at, by=self.by, why=self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A record that was tried again."""

    dev: DeviceId
    seq: int
    why_not: str | None
    """Why it is still of no use; None: it was taken in."""


def try_again(
    store: Store,
    opener: Opener,
    reviewer: Reviewer,
    *,
    site: str | None = None,
    dev: str | None = None,
    seq: int | None = None,
) -> tuple[Tried, ...]:
    """Read the records that wait for somebody once more, and take in those that hold now; the others stay as they are.

    `site`, `dev` and `seq` name some of them; a record that was closed is tried when `seq` names it. Each device is a
    transaction of its own. Records lean on each other, so it goes on as long as one more is taken in.

    Raises:
        Refusal: `ASIDE_MISSING`, when `seq` names nothing that is set aside.
        WorldFault: the database is in trouble; what was taken in is stored.
    """
    with store.reading() as ledger:
        asked = [one for one in ledger.aside_records(site, dev) if _is_asked(one, seq)]
    if seq is not None and not asked:
        raise Refusal(Code.ASIDE_MISSING, what=f"event {seq} of {dev}")
    waiting: dict[DeviceId, set[int]] = {}
    for one in asked:
        waiting.setdefault(one.dev, set()).add(one.seq)
    found: dict[tuple[DeviceId, int], Tried] = {}
    is_going_on = True
    while is_going_on:
        is_going_on = False
        for device, seqs in waiting.items():
            for tried in _try_device(store, opener, reviewer, device, frozenset(seqs)) if seqs else ():
                found[tried.dev, tried.seq] = tried
                if tried.why_not is None:
                    seqs.discard(tried.seq)
                    is_going_on = True
    for device, seqs in waiting.items():
        with store.writing() as ledger:
            for number in sorted(seqs):
                ledger.note_record_review(device, number, reviewer.review(Outcome.TRIED))
    return tuple(found[key] for key in sorted(found))


def _is_asked(one: AsideRecord, seq: int | None) -> bool:
    if seq is None:
        return one.state is None
    return one.seq == seq and one.state is not Outcome.TAKEN_IN


def _try_device(
    store: Store, opener: Opener, reviewer: Reviewer, dev: DeviceId, seqs: frozenset[int]
) -> Iterable[Tried]:
    with store.writing() as ledger:
        device = ledger.device(dev)
        assert device is not None
        ledger.lock_site(device.site)
        records = [
            one for one in ledger.aside_records(dev=dev) if one.seq in seqs and one.state is not Outcome.TAKEN_IN
        ]
        events = [one.event for one in records if one.event.sealed is not None]
        read = opener.records.read(ledger, device, events)
        add_records(ledger, read)
        refused = take_orders(ledger, opener.unsealer, device, events, reviewer.at)
        still = {one.seq: one.why for one in (*read.set_aside, *refused)}
        still |= {one.seq: "its content was erased by order" for one in records if one.event.sealed is None}
        for one in records:
            if one.seq not in still:
                ledger.note_record_review(dev, one.seq, reviewer.review(Outcome.TAKEN_IN))
        recount_records(ledger, device.site)
    return [Tried(dev=dev, seq=one.seq, why_not=still.get(one.seq)) for one in records]


def try_bundle(store: Store, bundle: BundleId, reviewer: Reviewer) -> None:
    """Put the sealed files of a bundle that are not used among those that wait to be opened.

    Raises:
        Refusal: `ASIDE_MISSING`.
    """

    def act(ledger: Ledger, one: AsideBundle) -> None:
        ledger.mark(one.row, Stage.ADMITTED, reviewer.at, None)
        ledger.note_bundle_review(one.row, reviewer.review(Outcome.TRIED))

    _with_bundle(store, bundle, act)


def close_record(store: Store, dev: DeviceId, seq: int, reviewer: Reviewer) -> None:
    """Note that nobody has to look at a record any more; it stays set aside.

    Raises:
        Refusal: `ASIDE_MISSING`, when it is not set aside or was closed or taken in already.
    """
    with store.writing() as ledger:
        found = next((one for one in ledger.aside_records(dev=dev) if one.seq == seq and one.state is None), None)
        if found is None:
            raise Refusal(Code.ASIDE_MISSING, what=f"event {seq} of {dev}")
        ledger.lock_site(found.site)
        ledger.note_record_review(dev, seq, reviewer.review(Outcome.CLOSED))
        recount_records(ledger, found.site)


def close_bundle(store: Store, bundle: BundleId, reviewer: Reviewer) -> None:
    """Note that nobody has to look at the sealed files of a bundle that are not used; they are kept.

    Raises:
        Refusal: `ASIDE_MISSING`, when there is none, or it was closed already.
    """
    _with_bundle(store, bundle, lambda ledger, one: ledger.note_bundle_review(one.row, reviewer.review(Outcome.CLOSED)))


def _with_bundle(store: Store, bundle: BundleId, act: Callable[[Ledger, AsideBundle], None]) -> None:
    with store.writing() as ledger:
        found = [one for one in ledger.aside_bundles() if one.row.id == bundle and one.state is None]
        if not found:
            raise Refusal(Code.ASIDE_MISSING, what=f"bundle {bundle}")
        for one in found:
            ledger.lock_site(one.site)
            act(ledger, one)


def reasons(ledger: Ledger, centre: Centre, bundles: Iterable[AsideBundle]) -> Iterator[tuple[AsideBundle, str | None]]:
    """Yield each bundle with the reason its receipt gives; None where there is no receipt or it says nothing."""
    for one in bundles:
        kept = ledger.receipt(one.row.id)
        if kept is None:
            yield one, None
            continue
        try:
            proven = verify_receipt(kept[1], centre_public=centre.online, trial=centre.trial, device=one.row.dev)
        except RetnetError:  # it was signed before the centre's keys were renewed; the next round signs it again
            yield one, None
            continue
        yield one, proven.why
