"""From the new events of one device to the responses they prove. What cannot be used is set aside with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.receipt import SetAside
from retnet_pro.centre.clinic import usable
from retnet_pro.centre.corrections import CorrectionReader, Document, Unusable
from retnet_pro.centre.desk_facts import NOTHING, DeskRecords
from retnet_pro.centre.desk_records import HeldAlerts, read_desk
from retnet_pro.centre.placements import KINDS, StoredPlacement, read_placements
from retnet_pro.centre.rescore import disagreement, forms_of, plans_of
from retnet_pro.centre.response_ledger import StoredAmendment, StoredResponse
from retnet_pro.centre.store import Device, Ledger
from retnet_pro.errors import RetnetError
from retnet_pro.instrument.model import Instrument
from retnet_pro.phrases import sentence
from retnet_pro.record.event import Event, Kind
from retnet_pro.record.response import Response, read_done
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode


@dataclass(frozen=True, slots=True)
class Records:
    """What new events amount to."""

    responses: tuple[tuple[StoredResponse, Document], ...]
    """Each with its document as it was written."""
    amendments: tuple[tuple[StoredAmendment, Document], ...]
    placements: tuple[StoredPlacement, ...]
    set_aside: tuple[SetAside, ...]
    """Of all of them."""
    desk: DeskRecords = NOTHING
    """Alerts, what came of them, signatures."""


class RecordReader:
    """Reads the finished sessions among new events of a device; what is held of it already is asked of the ledger."""

    def __init__(self, *, mode: Mode, unsealer: Unsealer, instruments: Iterable[Instrument]) -> None:
        """Take what data this centre takes in, what opens them, and the forms they are scored by."""
        known = tuple(instruments)
        self._mode = mode
        self._unsealer = unsealer
        self._plans = plans_of(known)
        self._corrections = CorrectionReader(unsealer=unsealer, plans=self._plans, forms=forms_of(known))

    def read(self, ledger: Ledger, device: Device, events: Sequence[Event]) -> Records:
        """Return the responses these events prove, and what cannot be used with the reason, forms of staff included."""
        answers: defaultdict[str | None, set[int | None]] = defaultdict(set)
        opened: set[str | None] = set()
        responses: dict[str, tuple[StoredResponse, Document]] = {}
        aside: list[SetAside] = []
        done = [event.header.ses or "" for event in events if event.header.kind is Kind.SESSION_DONE]
        stored_before = ledger.with_response(device.dev, done)
        for event in events:
            header = event.header
            if header.kind is Kind.ANSWER:
                answers[header.ses].add(header.n)
            elif header.kind is Kind.SESSION_OPEN:
                opened.add(header.ses)
            elif header.kind is Kind.CLINIC_DONE:
                read = usable(self._unsealer, self._mode, event)
                if isinstance(read, str):
                    aside.append(SetAside(header.seq, header.ses, read[:TEXT_LIMIT]))
            elif header.kind is Kind.SESSION_DONE:
                before = set() if header.ses in opened else ledger.answers(device.dev, header.ses)
                is_second = header.ses in responses or header.ses in stored_before
                try:
                    response, document = self._read_one(event, len(answers[header.ses] | before), is_second)
                except Unusable as reason:
                    aside.append(SetAside(header.seq, header.ses, str(reason)[:TEXT_LIMIT]))
                    continue
                stored = StoredResponse(
                    dev=device.dev, site=device.site, seq=header.seq, event_hash=event.hash, response=response
                )
                responses[response.ses] = (stored, document)
        corrections = self._corrections.read(ledger, device, events, responses)
        held = ledger.placements(device.site) if any(event.header.kind in KINDS for event in events) else ()
        placements, refused = read_placements(self._unsealer, held, device.dev, device.site, events)
        desk = self.read_desk(ledger, device, events)
        return Records(
            tuple(responses.values()),
            corrections.amendments,
            placements,
            tuple(sorted((*aside, *corrections.set_aside, *refused, *desk.set_aside), key=lambda one: one.seq)),
            desk,
        )

    def read_desk(self, ledger: HeldAlerts, device: Device, events: Sequence[Event]) -> DeskRecords:
        """Return the alerts, the answers to alerts and the signatures among new events of a device."""
        return read_desk(self._unsealer, ledger, device, events)

    def _read_one(self, event: Event, answers: int, is_second: bool) -> tuple[Response, Document]:
        if event.sealed is None:
            raise Unusable("its content was erased before it came")
        try:
            document = self._unsealer.unseal_payload(event.sealed, what=f"record {event.header.seq}")
            response = read_done(document)
            why = self._fault(event, response, answers) or disagreement(response, self._plans)
        except RetnetError as error:
            raise Unusable(sentence(error)) from error
        if is_second:
            why = "there is a response of this session already"
        if why is not None:
            raise Unusable(why)
        return response, document

    def _fault(self, event: Event, response: Response, answers: int) -> str | None:
        """Return in what a well-formed response contradicts the signed event around it."""
        header = event.header
        if response.ses != header.ses:
            return "it names another session than its event"
        if header.pack is not None and response.form.hash != header.pack:
            return "it names another form than its event"
        if response.mode is not self._mode:
            return f"it is {response.mode} data, and this centre takes {self._mode} data"
        if response.entries != answers:
            return f"it counts {response.entries} answers, and the record holds {answers}"
        return None
