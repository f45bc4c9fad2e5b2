"""Read the log with the site's key. Only the staff process imports this; the participant's process cannot."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from retnet_pro.answering.session import Entry
from retnet_pro.conduct.amending import with_amendment
from retnet_pro.conduct.beside import BESIDE, is_beside
from retnet_pro.conduct.course import Filed
from retnet_pro.conduct.hearing import Hearing, Told
from retnet_pro.conduct.inheritance import NEEDED, PARTICIPANTS, numbered, unreceipted
from retnet_pro.conduct.ports import Inherited, Log, NeighbourLogs, NoNeighbours
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Opened, Taken, opened
from retnet_pro.conduct.sitting import read_entry
from retnet_pro.conduct.snapshot import read_snapshot
from retnet_pro.conduct.statement import HORIZON
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.record.event import Event, EventHash, Kind, SessionId, read_header
from retnet_pro.record.response import read_done
from retnet_pro.record.signing import EVENT_CONTEXT, is_genuine
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Study


class Reader:
    """Reads one device's log for a logged-in person. Nothing is believed that its device did not sign.

    A restored device also reads the logs it goes on from, oldest first. Their events are numbered backwards from its
    own first one: the last inherited event is number 0, the one before it -1, and so on. Where another tablet of the
    site told something, it is read at the place in this device's log that says so, under numbers as in `beside`.
    """

    def __init__(
        self,
        log: Log,
        unsealer: Unsealer,
        public: bytes,
        inherited: Sequence[Inherited] = (),
        neighbours: NeighbourLogs | None = None,
    ) -> None:
        """Take the log, what opens it, the key it must be signed with, inherited logs and those of other tablets."""
        self._log = log
        self._unsealer = unsealer
        self._public = public
        self._inherited = inherited
        self.numbered = tuple(numbered(inherited))
        """Each inherited log, oldest first, with what is taken off the numbers of its events."""
        self.hearing = Hearing(log, public, neighbours or NoNeighbours())

    def logs(self) -> tuple[Inherited, ...]:
        """Return the logs this site's record is made of, oldest first; the last one is this device's own."""
        first = self._log.get(1)
        own = () if first is None else (Inherited(self._log, first.header.dev, self._public),)
        return (*self._inherited, *own)

    def hash_of(self, seq: int) -> str:
        """Return the hash of an event of this device, or '' when there is none of that number."""
        event = self._log.get(seq)
        return "" if event is None else event.hash

    def hash_at(self, seq: int) -> EventHash:
        """Return the hash of an event by its number, also of an inherited one, without opening it.

        Raises:
            Tamper: `CHAIN_BROKEN`, when there is none of that number.
        """
        log, own, _ = self._place_of(seq)
        event = log.get(own)
        if event is None:
            raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=seq, why="it is not there")
        return event.hash

    def restore(self, study: Study) -> Site:
        """Return the site as the newest snapshot that fits has it, or one that knows only what was inherited.

        Raises:
            Tamper: as `needed_after`.
        """
        site = self._from_snapshot(study)
        if site is None:
            return self.afresh()
        site.unreceipted = unreceipted(self.numbered)
        return site

    def afresh(self) -> Site:
        """Return a site that knows what was inherited from the devices before this one, and nothing else.

        Raises:
            Tamper: as `needed_after`.
        """
        site = Site(unreceipted=unreceipted(self.numbered))
        for one in self._inherited_events(PARTICIPANTS | HORIZON):
            site.take(one)
        site.upto = 0
        return site

    def _from_snapshot(self, study: Study) -> Site | None:
        kept = self._log.snapshot()
        last = None if kept is None else self._log.get(kept.upto.seq)
        if kept is None or last is None or last.hash != kept.upto.hash:
            return None
        try:
            plain = self._unsealer.unseal(kept.sealed, what="the snapshot")
            return read_snapshot(plain, kept.upto, study, self._public)
        except (RetnetError, ValueError, KeyError, TypeError):
            return None  # only a shortcut: one that does not fit is passed over, and the log is read

    def is_inherited(self, ses: SessionId) -> bool:
        """Whether a session was begun on a device before this one."""
        return any(next(iter(one.log.session_events(ses)), None) is not None for one in self._inherited)

    def session_events(self, ses: SessionId) -> Iterator[tuple[Event, bytes]]:
        """Yield the events of a session, wherever it was begun, each with the key it must be signed with."""
        logs = [(one.log, one.public) for one in self._inherited]
        for log, public in (*logs, (self._log, self._public)):
            for event in log.session_events(ses):
                yield event, public
        yield from self.hearing.session(ses)

    def needed_after(self, after: int) -> Iterator[Opened]:
        """Yield what the projection needs from the events after this one.

        Raises:
            Tamper: `CHAIN_BROKEN` for an event this device did not sign, `SEAL_BROKEN`, `PAYLOAD_BROKEN`.
        """
        for one in self._opened(self._log.events(after, NEEDED)):
            yield one
            yield from self.told(one)

    def told(self, taken: Opened) -> Iterator[Opened]:
        """Yield what another tablet told, if this is the event that says it was taken in.

        Raises:
            Tamper: as `Hearing.told`.
        """
        yield from self._heard(self.hearing.told(taken, BESIDE | HORIZON))

    def _heard(self, told: Iterable[Told]) -> Iterator[Opened]:
        for one in told:
            if one.is_end:
                yield replace(opened(one.event, {}), seq=one.number, kind=Kind.NEIGHBOUR)
                continue
            with suppress(Tamper):  # one event of theirs that cannot be opened is no reason to miss the others
                for event in self._opened([one.event], one.public):
                    yield replace(event, seq=one.number)

    def all_of(self, kinds: Collection[Kind]) -> Iterator[Opened]:
        """Yield every event of these kinds on this device, oldest first.

        Raises:
            Tamper: as `needed_after`.
        """
        yield from self._opened(self._log.events(0, kinds))

    def whole_history(self, kinds: Collection[Kind]) -> Iterator[Opened]:
        """Yield every event of these kinds, first those of the devices before this one.

        Raises:
            Tamper: as `needed_after`.
        """
        yield from self._inherited_events(kinds)
        yield from self.all_of(kinds)

    def heard(self, kinds: Collection[Kind]) -> Iterator[Opened]:
        """Yield every event of these kinds that other tablets of the site told, tablet by tablet."""
        yield from self._heard(self.hearing.everything(kinds))

    def _inherited_events(self, kinds: Collection[Kind]) -> Iterator[Opened]:
        for one, shift in self.numbered:
            for event in self._opened(one.log.events(kinds=kinds), one.public):
                yield replace(event, seq=event.seq - shift)

    def needed_before(self, seq: int) -> Iterator[Opened]:
        """Yield what the projection needs from a damaged log: everything before its first bad event."""
        for number, header_bytes, sealed, sig, name in self._log.rows(0):
            if number >= seq:
                return
            header = read_header(header_bytes)
            if header.kind in NEEDED:
                for one in self._opened([Event(header, header_bytes, EventHash(name), sealed, sig)]):
                    yield one
                    yield from self.told(one)

    def _opened(self, events: Iterable[Event], public: bytes | None = None) -> Iterator[Opened]:
        for event in events:
            if event.sealed is not None or event.header.seal is None:
                yield self.open_event(event, public)

    def response(self, filed: Filed, amended: Sequence[int] = (), subject: str = "") -> Taken | None:
        """Open one finished response with its corrections, standing at this participant; None when it was erased.

        Raises:
            Tamper: when one was not signed by this device, cannot be opened or is not in the agreed form, or when a
                correction does not build on the state before it.
        """
        opened_ = self.at(filed.seq)
        if opened_ is None:
            return None
        original = read_done(opened_.content)
        placed = replace(original, subject=subject or original.subject, visit=filed.visit)
        taken = Taken(response=placed, seq=filed.seq, hash=opened_.hash, at=opened_.at, original=original)
        for correction in filter(None, map(self.at, amended)):
            taken = with_amendment(taken, correction)
        return taken

    def at(self, numbered_seq: int) -> Opened | None:
        """Return the event of this number, or None when its content was erased.

        Raises:
            Tamper: as `open_event`.
        """
        log, seq, public = self._place_of(numbered_seq)
        event = log.get(seq)
        if event is None or event.sealed is None:
            return None
        return replace(self.open_event(event, public), seq=numbered_seq)

    def entries_of(self, ses: SessionId) -> tuple[Entry, ...]:
        """Return every act of one session, in order; for resuming it.

        Raises:
            Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
        """
        return tuple(entry for _, entry in self.acts_of(ses))

    def accommodations_of(self, ses: SessionId) -> tuple[str, ...]:
        """Return what was noted as in use so far while a form was filled in (rule E121), each once, in order.

        Raises:
            Tamper: when an event is not its device's own or cannot be opened.
        """
        noted: set[str] = set()
        for event, public in self.session_events(ses):
            if event.header.kind is Kind.SESSION_AIDS and event.sealed is not None:
                in_use = self.open_event(event, public).content.get("in_use")
                noted.update(map(str, in_use if isinstance(in_use, list) else ()))
        return tuple(sorted(noted))

    def acts_of(self, ses: SessionId) -> tuple[tuple[Opened, Entry], ...]:
        """Return every act of one session with the event that holds it, in order; for the history beside a value.

        Raises:
            Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
        """
        acts: dict[int, tuple[Opened, Entry]] = {}
        for event, public in self.session_events(ses):
            if event.header.kind is Kind.ANSWER and event.sealed is not None:
                opened = self.open_event(event, public)
                try:
                    entry = read_entry(dict(opened.content))
                except (ValueError, RetnetError) as error:
                    raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="not an answer") from error
                acts[entry.n] = opened, entry  # a commit repeated after a disk fault may have left the same act twice
        return tuple(acts.values())

    def demand_genuine(self, event: Event, public: bytes | None = None) -> None:
        """Return if this device signed the event, or the one before it whose key is given.

        Raises:
            Tamper: `CHAIN_BROKEN`.
        """
        if not is_genuine(public or self._public, EVENT_CONTEXT + event.header_bytes, event.sig):
            why = "the signature does not fit"
            raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=event.header.seq, why=why)

    def open_event(self, event: Event, public: bytes | None = None) -> Opened:
        """Return the event with its content readable; of an erased one nothing but the open note is left.

        Raises:
            Tamper: `CHAIN_BROKEN` for an event its device did not sign, `SEAL_BROKEN`, `PAYLOAD_BROKEN`.
        """
        self.demand_genuine(event, public)
        header = event.header
        if event.sealed is None:
            return opened(event, dict(header.note or {}))
        return opened(event, self._unsealer.unseal_payload(event.sealed, what=f"event {header.seq}"))

    def _place_of(self, seq: int) -> tuple[Log, int, bytes]:
        """Return which log holds the event of this number, its number there, and the key it must be signed with."""
        if is_beside(seq):
            return self.hearing.place_of(seq)
        if seq <= 0:
            for one, shift in self.numbered:
                if 0 < seq + shift <= one.log.head().seq:
                    return one.log, seq + shift, one.public
        return self._log, seq, self._public
