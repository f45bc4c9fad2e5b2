"""Tell events to a logged-in person: opens what that person may read, finds what a value replaced and whom it concerns.

Without the right to read responses nothing sealed is opened; then an event says what its header says (rule P41).
"""

from collections.abc import Mapping
from dataclasses import replace

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.trail_line import About, Line, Openness, about, tell, text_of, value_of
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Event, Kind, SessionId

UNSEEN_ARM = "not shown to this role"
"""Stands for the arm where a role may not see it (rule P21)."""
_TELLING = frozenset({"value", "values", "refused", "asked", "confirmed"})
"""Fields of a form of staff that can tell the treatment."""
_ADDED = frozenset({"embolization"})
"""Facts that come in addition and replace nothing."""


class Teller:
    """Opens events of one log for one person. It has state for one reason: it remembers what sessions are about."""

    def __init__(self, desk: Desk, upto: int) -> None:
        """Take the desk of the person who reads, and the last event that can be read."""
        self._desk = desk
        self._upto = upto
        self._reads = desk.may(Right.READ_RESPONSES)
        self._sees_arm = desk.may(Right.SEE_ARM)
        self._sessions: dict[SessionId, About] = {}
        self._replaced: dict[int, str] | None = None

    def tell(self, event: Event) -> Line:
        """Return the event as this person may read it.

        Raises:
            Tamper: `CHAIN_BROKEN`, when this device did not sign it.
        """
        openness, content = self._content(event)
        return tell(
            event,
            openness,
            content,
            about=self._about(event, content),
            old=self._old(event, content),
            delivery=self._desk.site.delivery_of(event.header.seq),
        )

    def about_session(self, ses: SessionId, opening: Event | None = None) -> About:
        """Return whom and which form a session is about; nothing when it was erased or may not be read.

        `opening` is the event that opened it, where that is at hand.
        """
        if ses not in self._sessions:
            if opening is None and self._reads:
                events = self._desk.pen.log.session_events(ses)
                opening = next((one for one in events if one.header.kind is Kind.SESSION_OPEN), None)
            self._sessions[ses] = About() if opening is None else about(Kind.SESSION_OPEN, self._content(opening)[1])
        return self._sessions[ses]

    def _content(self, event: Event, public: bytes | None = None) -> tuple[Openness, Mapping[str, object]]:
        if event.sealed is None or not self._reads:
            self._desk.reader.demand_genuine(event, public)
            if event.header.seal is None:
                return Openness.OPEN, event.header.note or {}
            return (Openness.ERASED if event.sealed is None else Openness.HIDDEN), {}
        try:
            content = dict(self._desk.reader.open_event(event, public).content)
        except Tamper as fault:
            if fault.code is Code.CHAIN_BROKEN:
                raise
            return Openness.UNREADABLE, {}
        if "arm" in content and not self._sees_arm:
            content["arm"] = UNSEEN_ARM
        if content.get("shows_arm") is True and not self._sees_arm:
            return Openness.OPENED, {name: UNSEEN_ARM if name in _TELLING else what for name, what in content.items()}
        return Openness.OPENED, content

    def _about(self, event: Event, content: Mapping[str, object]) -> About:
        header = event.header
        named = about(header.kind, content)
        sessions = content.get("sessions")
        if header.kind is Kind.HANDOVER and isinstance(sessions, list) and sessions:
            first = self.about_session(SessionId(text_of(sessions[0])))
            return About(subject=first.subject, visit=first.visit)
        if header.kind is Kind.AMEND and header.ses is not None:
            return replace(self.about_session(header.ses), subject=named.subject, item=named.item)
        if header.ses is None or named.subject:
            return named
        return replace(self.about_session(header.ses), item=named.item)

    def _old(self, event: Event, content: Mapping[str, object]) -> str:
        """Return the value that this one replaced (rules P11, P15)."""
        header = event.header
        if header.kind is Kind.PARTICIPANT_FACT and content:
            return self._replaced_facts().get(header.seq, "")
        replaced = content.get("replaces")
        if header.kind not in (Kind.ANSWER, Kind.CLINIC_ENTRY) or header.ses is None or replaced is None:
            return ""
        for earlier, public in self._desk.reader.session_events(header.ses):
            if earlier.header.kind is header.kind and earlier.header.n == replaced:
                return value_of(header.kind, self._content(earlier, public)[1])
        return ""

    def _replaced_facts(self) -> Mapping[int, str]:
        """Return for every dated fact what stood there before it; there are few, so all are opened once."""
        if self._replaced is None:
            self._replaced = {}
            standing: dict[tuple[str, str], str] = {}
            facts = list(self._desk.pen.log.backwards(self._upto + 1, {Kind.PARTICIPANT_FACT}))
            for event in reversed(facts):
                content = self._content(event)[1]
                key = (text_of(content.get("subject")), text_of(content.get("fact")))
                if key in standing and key[1] not in _ADDED:
                    self._replaced[event.header.seq] = standing[key]
                standing[key] = value_of(Kind.PARTICIPANT_FACT, content)
        return self._replaced
