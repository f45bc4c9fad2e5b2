"""Read the log with the site's key. Only the staff process imports this; the participant's process cannot."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from retnet_pro.answering.session import Entry
from retnet_pro.conduct.course import Filed
from retnet_pro.conduct.ports import Log
from retnet_pro.conduct.site import Opened, Site, Taken
from retnet_pro.conduct.sitting import read_entry
from retnet_pro.conduct.snapshot import read_snapshot
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.record.event import Event, EventHash, Kind, SessionId, read_header
from retnet_pro.record.response import read_done
from retnet_pro.record.signing import EVENT_CONTEXT, is_genuine
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Study

_NEEDED = frozenset(
    {
        Kind.PROVISION,
        Kind.ENROL,
        Kind.PARTICIPANT_FACT,
        Kind.SESSION_OPEN,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.EXPORT,
        Kind.RECEIPT,
        Kind.CONFIRM,
        Kind.ABSENT,
    }
)
"""Kinds the projection of a site is made of. Single answers are opened only when somebody looks at them."""


class Reader:
    """Reads one device's log for a logged-in person. Nothing is believed that this device did not sign."""

    def __init__(self, log: Log, unsealer: Unsealer, public: bytes) -> None:
        """Take the log, what opens it, and the public half of the key it must be signed with."""
        self._log = log
        self._unsealer = unsealer
        self._public = public

    def hash_of(self, seq: int) -> str:
        """Return the hash of an event of this device, or '' when there is none of that number."""
        event = self._log.get(seq)
        return "" if event is None else event.hash

    def restore(self, study: Study) -> Site:
        """Return the site as the newest snapshot that fits has it, or an empty one."""
        kept = self._log.snapshot()
        if kept is None:
            return Site()
        last = self._log.get(kept.upto.seq)
        if last is None or last.hash != kept.upto.hash:
            return Site()
        try:
            plain = self._unsealer.unseal(kept.sealed, what="the snapshot")
            return read_snapshot(plain, kept.upto, study, self._public) or Site()
        except (RetnetError, ValueError, KeyError, TypeError):
            return Site()  # only a shortcut: one that does not fit is passed over, and the log is read

    def needed_after(self, after: int) -> Iterator[Opened]:
        """Yield what the projection needs from the events after this one.

        Raises:
            Tamper: `CHAIN_BROKEN` for an event this device did not sign, `SEAL_BROKEN`, `PAYLOAD_BROKEN`.
        """
        yield from self._opened(self._log.events(after, _NEEDED))

    def all_of(self, kinds: Collection[Kind]) -> Iterator[Opened]:
        """Yield every event of these kinds, oldest first.

        Raises:
            Tamper: as `needed_after`.
        """
        yield from self._opened(self._log.events(0, kinds))

    def needed_before(self, seq: int) -> Iterator[Opened]:
        """Yield what the projection needs from a damaged log: everything before its first bad event."""
        for number, header_bytes, sealed, sig, name in self._log.rows(0):
            if number >= seq:
                return
            header = read_header(header_bytes)
            if header.kind in _NEEDED:
                yield from self._opened([Event(header, header_bytes, EventHash(name), sealed, sig)])

    def _opened(self, events: Iterable[Event]) -> Iterator[Opened]:
        for event in events:
            if event.sealed is not None or event.header.seal is None:
                yield self.open_event(event)

    def response(self, filed: Filed) -> Taken | None:
        """Open one finished response; None when it was erased.

        Raises:
            Tamper: when it was not signed by this device, cannot be opened or is not in the agreed form.
        """
        event = self._log.get(filed.seq)
        if event is None or event.sealed is None:
            return None
        opened_ = self.open_event(event)
        return Taken(response=read_done(opened_.content), seq=opened_.seq, hash=opened_.hash, at=opened_.at)

    def entries_of(self, ses: SessionId) -> tuple[Entry, ...]:
        """Return every act of one session, in order; for resuming it.

        Raises:
            Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
        """
        return tuple(entry for _, entry in self.acts_of(ses))

    def acts_of(self, ses: SessionId) -> tuple[tuple[Opened, Entry], ...]:
        """Return every act of one session with the event that holds it, in order; for the history beside a value.

        Raises:
            Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
        """
        acts: dict[int, tuple[Opened, Entry]] = {}
        for event in self._log.session_events(ses):
            if event.header.kind is Kind.ANSWER and event.sealed is not None:
                opened = self.open_event(event)
                try:
                    entry = read_entry(dict(opened.content))
                except (ValueError, RetnetError) as error:
                    raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="not an answer") from error
                acts[entry.n] = opened, entry  # a commit repeated after a disk fault may have left the same act twice
        return tuple(acts.values())

    def demand_genuine(self, event: Event) -> None:
        """Return if this device signed the event.

        Raises:
            Tamper: `CHAIN_BROKEN`.
        """
        if not is_genuine(self._public, EVENT_CONTEXT + event.header_bytes, event.sig):
            why = "the signature does not fit"
            raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=event.header.seq, why=why)

    def open_event(self, event: Event) -> Opened:
        """Return the event with its content readable; of an erased one nothing but the open note is left.

        Raises:
            Tamper: `CHAIN_BROKEN` for an event this device did not sign, `SEAL_BROKEN`, `PAYLOAD_BROKEN`.
        """
        self.demand_genuine(event)
        header = event.header
        if event.sealed is None:
            return opened(event, dict(header.note or {}))
        return opened(event, self._unsealer.unseal_payload(event.sealed, what=f"event {header.seq}"))


def opened(event: Event, content: Mapping[str, object]) -> Opened:
    """Return an event with its content readable."""
    header = event.header
    return Opened(
        seq=header.seq,
        hash=event.hash,
        kind=header.kind,
        at=header.at,
        who=header.who,
        role=header.role,
        ses=header.ses,
        content=content,
    )
