"""From the new events of a device to the corrections they prove: each on the state it names, scored again (rule E101).

The centre neither approves nor refuses a correction of a site. What it sets aside is only what contradicts itself: a
correction of something else than stands, of a value the form does not have, or with scores the answers do not give.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from retnet_pro.answering.correcting import choices, was_asked, with_answer
from retnet_pro.answering.sheet import Answered, NotApplicable, Skipped
from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.receipt import SetAside
from retnet_pro.centre.rescore import Forms, Plans, disagreement
from retnet_pro.centre.response_ledger import StoredAmendment, StoredResponse
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.amendment import Amendment, amended, read_amendment
from retnet_pro.record.event import DeviceId, Event, EventHash, Kind, SessionId
from retnet_pro.record.response import Response
from retnet_pro.record.unseal import Unsealer

Document = Mapping[str, object]


class Unusable(Exception):
    """A record is genuine but cannot be used; the message says why."""


class Held(Protocol):
    """What is asked of the ledger."""

    def response_of(self, site: str, ses: SessionId) -> StoredResponse | None:
        """Return the response of one session of a site."""

    def amendments(self, site: str, ses: SessionId) -> tuple[StoredAmendment, ...]:
        """Return the corrections of it, in order."""


class Sender(Protocol):
    """The device that wrote the events."""

    @property
    def dev(self) -> DeviceId:
        """Its id."""

    @property
    def site(self) -> str:
        """Its site."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What new events amount to."""

    amendments: tuple[tuple[StoredAmendment, Document], ...]
    """Each with its document as it was written."""
    set_aside: tuple[SetAside, ...]


@dataclass(slots=True)
class _State:
    """A response on its way through corrections."""

    response: Response
    by: EventHash
    """The event that made it what it is."""


class CorrectionReader:
    """Reads corrections among new events of a device; what is held already is asked of the ledger."""

    def __init__(self, *, unsealer: Unsealer, plans: Plans, forms: Forms) -> None:
        """Take what opens them, how responses are scored, and the forms."""
        self._unsealer = unsealer
        self._plans = plans
        self._forms = forms

    def read(
        self,
        ledger: Held,
        device: Sender,
        events: Sequence[Event],
        new: Mapping[str, tuple[StoredResponse, Document]],
    ) -> Corrections:
        """Return the corrections these events prove, on responses held or `new`, and those that cannot be used."""
        states: dict[SessionId, _State] = {}
        found: list[tuple[StoredAmendment, Document]] = []
        aside: list[SetAside] = []
        for event in events:
            header = event.header
            if header.kind is not Kind.AMEND:
                continue
            try:
                document, one = self._opened(event)
                state = states.get(one.ses) or _state(ledger, device.site, one.ses, new)
                self._take(state, event, one)
            except Unusable as reason:
                aside.append(SetAside(header.seq, header.ses, str(reason)[:TEXT_LIMIT]))
                continue
            states[one.ses] = state
            stored = StoredAmendment(
                dev=device.dev,
                site=device.site,
                seq=header.seq,
                event_hash=event.hash,
                at=header.at,
                who=header.who,
                role=header.role,
                amendment=one,
            )
            found.append((stored, document))
        return Corrections(tuple(found), tuple(aside))

    def _opened(self, event: Event) -> tuple[Document, Amendment]:
        if event.sealed is None:
            raise Unusable("its content was erased before it came")
        try:
            document = self._unsealer.unseal_payload(event.sealed, what=f"record {event.header.seq}")
            one = read_amendment(document)
        except RetnetError as error:
            raise Unusable(sentence(error)) from error
        if one.ses != event.header.ses:
            raise Unusable("it names another session than its event")
        return document, one

    def _take(self, state: _State, event: Event, one: Amendment) -> None:
        """Move the state on by one correction, once that is known to be what it says."""
        why = self._fault(state, event, one)
        if why is not None:
            raise Unusable(why)
        state.response, state.by = amended(state.response, one), event.hash

    def _fault(self, state: _State, event: Event, one: Amendment) -> str | None:
        response, instrument = state.response, self._forms(state.response.form)
        if instrument is None:
            return f"the form {response.form.id} {response.form.version} is not known here in these very bytes"
        if event.header.pack is not None and event.header.pack != response.form.hash:
            return "it names another form than the response"
        if one.on != state.by or response.answers.get(one.item) != one.old:
            return "it does not build on the response as it stands here"
        if not was_asked(response.answers, one.item) or not isinstance(one.new, Answered | NotApplicable | Skipped):
            return "it corrects what was not asked, or to what is no answer"
        if one.new not in choices(instrument.by_id[one.item]):
            return "the form has no such answer"
        if one.answers != with_answer(instrument, response.answers, one.item, one.new):
            return "its answers are not those that follow from the one it corrects"
        return disagreement(amended(response, one), self._plans)


def _state(
    ledger: Held, site: str, ses: SessionId, new: Mapping[str, tuple[StoredResponse, Document]]
) -> _State:  # fmt: skip
    if ses in new:
        stored = new[ses][0]
        return _State(stored.response, stored.event_hash)
    held = ledger.response_of(site, ses)
    if held is None:
        raise Unusable("there is no response of this session to correct")
    before = ledger.amendments(site, ses)
    if not before:
        return _State(held.response, held.event_hash)
    return _State(amended(held.response, before[-1].amendment), before[-1].event_hash)
