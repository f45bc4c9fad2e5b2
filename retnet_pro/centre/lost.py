"""A tablet is lost: which records were on it and lie safely here, what nobody can know, and what protects it.

Everything is read from what the centre holds. What a tablet recorded after it was last heard of cannot be known here,
and the report says so instead of guessing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.centre.count_ledger import TabletCount
from retnet_pro.centre.enrol import known_device
from retnet_pro.centre.gate_ledger import Stage
from retnet_pro.centre.store import Ledger, Store
from retnet_pro.centre.transfer import Elsewhere, missing, moves_of
from retnet_pro.conduct.keys import ADD, REMOVE
from retnet_pro.record.event import DeviceId, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """One questionnaire that was on the tablet and is held here, as it was signed."""

    subject: str
    visit: str
    form: str
    finished: str
    event: int
    hash: str
    """Of the event that proves it; stands in the archive too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LostTablet:
    """What is known of one tablet."""

    dev: str
    site: str
    enrolled_at: str
    closed_at: str | None
    """None: it could still hand in bundles, which are believed."""
    left_at: str | None
    """When its site closed it because it goes to another site; None where that has not come."""
    left_to: str
    """What its site called that other one; '' while it is in use."""
    missing: tuple[str, ...]
    """What of it is not here as it should be, in words; see `transfer.missing`."""
    moved_to: Elsewhere | None
    """What it is at another site now."""
    came_from: Elsewhere | None
    """What it was at another site before."""
    holds: TabletCount
    last_event_at: str | None
    """By the tablet's clock; later ones may exist on it and nowhere else."""
    waiting: int
    """Sealed bundles of it that are here and not opened yet."""
    keystore: str
    """Where it keeps the secret without which no passphrase opens anything: `system` or `file`; '' where unknown."""
    people: tuple[str, ...]
    """Accounts that could come in, as far as the centre has heard."""
    backed_up_at: str | None
    """The last copy of its log that the centre has heard of; such a log can be adopted."""
    records: tuple[HeldRecord, ...]
    """In the order they were finished on it."""


def look_for(store: Store, dev: DeviceId) -> LostTablet:
    """Return what the centre knows of a tablet.

    Raises:
        Refusal: `DEVICE_UNKNOWN`.
    """
    with store.reading() as ledger:
        device = known_device(ledger, dev)
        held = ledger.tablet_count(dev)
        last = next(ledger.events(dev, held.events - 1), None) if held.events else None
        founding: Mapping[str, object] = next(ledger.notes(dev, Kind.PROVISION), {})
        left = next(ledger.events(dev, kinds={Kind.DEVICE_LEAVES}), None)
        moves = moves_of(ledger)
        backups = [event.header.at for event in ledger.events(dev, kinds={Kind.BACKUP})]
        return LostTablet(
            dev=dev,
            site=device.site,
            enrolled_at=device.enrolled_at,
            closed_at=device.revoked_at,
            left_at=None if left is None else left.header.at,
            left_to="" if left is None else str((left.header.note or {}).get("to", "")),
            missing=tuple(missing(ledger, dev)),
            moved_to=moves.to.get(dev),
            came_from=moves.come_from.get(dev),
            holds=held,
            last_event_at=None if last is None else last.header.at,
            waiting=ledger.not_taken_in().get(dev, {}).get(Stage.ADMITTED, 0),
            keystore=str(founding.get("keystore", "")),
            people=_people(ledger, dev),
            backed_up_at=backups[-1] if backups else None,
            records=tuple(
                HeldRecord(
                    subject=one.response.subject,
                    visit=one.response.visit,
                    form=one.response.form.id,
                    finished=one.response.finished,
                    event=one.seq,
                    hash=one.event_hash,
                )
                for one in ledger.responses_of(dev)
            ),
        )


def _people(ledger: Ledger, dev: DeviceId) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for note in reversed(tuple(ledger.notes(dev, Kind.STAFF))):
        user = str(note.get("user", ""))
        if note.get("act") == ADD:
            found[user] = None
        elif note.get("act") == REMOVE:
            found.pop(user, None)
    return tuple(found)
