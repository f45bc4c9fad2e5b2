"""The forms that staff filled in, at the centre: each proven when it comes, all of them read from the record on demand.

They are kept as the events they came in and nowhere a second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from retnet_pro.centre.store import Ledger
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.clinic import ClinicRecord, read_clinic_record
from retnet_pro.record.event import DeviceId, Event, EventHash, Kind, SessionId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicAtCentre:
    """One closed form as it stands now, and where it came from (rules P14, P24)."""

    dev: DeviceId
    seq: int
    hash: EventHash
    at: str
    who: str
    role: str
    record: ClinicRecord


def usable(unsealer: Unsealer, mode: Mode, event: Event) -> ClinicRecord | str:
    """Return the closed form an event holds, or why it cannot be used."""
    if event.sealed is None:
        return "its content was erased before it came"
    header = event.header
    try:
        record = read_clinic_record(unsealer.unseal_payload(event.sealed, what=f"record {header.seq}"))
    except RetnetError as error:
        return sentence(error)
    if record.ses != header.ses:
        return "it names another form than its event"
    if header.pack is not None and record.form_hash != header.pack:
        return "it names another version of its form than its event"
    return record if record.mode is mode else f"it is {record.mode} data, and this centre takes {mode} data"


def clinic_forms(ledger: Ledger, unsealer: Unsealer, dev: DeviceId, mode: Mode) -> Iterator[ClinicAtCentre]:
    """Yield the forms of one device in their last usable revision, in the order they were closed first.

    What was erased, and what was set aside when it came, is left out.
    """
    newest: dict[SessionId, ClinicAtCentre] = {}
    for event in ledger.events(dev, 0, {Kind.CLINIC_DONE}):
        record = usable(unsealer, mode, event)
        if isinstance(record, str):
            continue
        known = newest.get(record.ses)
        if known is None or known.record.revision < record.revision:
            header = event.header
            newest[record.ses] = ClinicAtCentre(
                dev=dev, seq=header.seq, hash=event.hash, at=header.at, who=header.who, role=header.role, record=record
            )
    yield from newest.values()
