"""What a site knows: a projection of its log, for logged-in staff only. It can always be rebuilt from the events.

`Site` has state for one reason: it grows with the log, one event at a time, and copying it for each would make a
long history slow. Everything it hands out is frozen. Answers and scores are not in it; they are opened from the log
when somebody looks at them (see `reading`).
"""

from dataclasses import dataclass, field, replace

from retnet_pro.conduct.alert_reading import with_alert_event
from retnet_pro.conduct.beside import BESIDE, HELD, Beside, is_beside
from retnet_pro.conduct.clinic_course import with_clinic
from retnet_pro.conduct.course import Course, Courses
from retnet_pro.conduct.erased import Erasure, read_erasure, without
from retnet_pro.conduct.letters import Letters
from retnet_pro.conduct.paper import Papers, with_paper
from retnet_pro.conduct.placing import Placing, with_astray, with_astray_amended, with_event, with_found
from retnet_pro.conduct.signature_reading import with_signature
from retnet_pro.conduct.site_facts import (
    Delivery,
    Opened,
    SessionFact,
    Waiting,
    read_bundled,
    read_filed,
    read_participant,
    read_received,
    read_sent,
    read_session,
    scales_with_a_value,
    with_who,
)
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.event import DeviceId, Kind, SessionId


@dataclass(slots=True, kw_only=True)
class Site(Letters):
    """The projection. Feed it events in order with `take`; read the rest."""

    upto: int = 0
    courses: Courses = field(default_factory=Courses)
    sessions: dict[SessionId, SessionFact] = field(default_factory=dict)
    """Questionnaires that were begun or handed over and neither finished nor stopped (rule E51)."""
    waiting: list[Waiting] = field(default_factory=list)
    receipted: int = 0
    """How many finished questionnaires the centre has receipted."""
    confirmed: set[str] = field(default_factory=set)
    """Content hashes of forms whose uncertain parts a coordinator has confirmed."""
    alerted: set[str] = field(default_factory=set)
    """Study codes of those with an open alert."""
    erasures: list[Erasure] = field(default_factory=list)
    """What was removed by order, oldest first."""
    placing: Placing = field(default_factory=Placing)
    """Questionnaires at the wrong participant or visit, and what was decided about them."""
    papers: Papers = field(default_factory=dict)
    """Forms on paper that two people have not both read in yet."""
    beside: Beside = field(default_factory=Beside)
    """What the other tablets of the site have told."""
    unreceipted: tuple[range, ...] = ()
    """Numbers of inherited events without a receipt, one span a log, oldest log first; they are zero or less."""

    def delivery_of(self, seq: int) -> Delivery:
        """Return how far the event with this number has come; zero and less are inherited (see `reading.Reader`)."""
        if is_beside(seq):
            return Delivery.ELSEWHERE
        if seq <= 0:
            waiting = self.unreceipted[:-1] if self.is_adopted else self.unreceipted
            return Delivery.ON_DEVICE if any(seq in some for some in waiting) else Delivery.RECEIVED
        if seq <= self.received_upto:
            return Delivery.RECEIVED
        if seq <= self.sent_upto:
            return Delivery.SENT
        return Delivery.IN_BUNDLE if seq <= self.bundled_upto else Delivery.ON_DEVICE

    def interrupted(self) -> tuple[SessionFact, ...]:
        """Return the questionnaires that were begun or handed over and neither finished nor stopped (rule E51).

        A form on paper whose recording stopped half-way is none of them: nobody is to be handed a tablet for it.
        """
        return tuple(one for one in self.sessions.values() if one.ses not in self.papers)

    def take(self, opened: Opened) -> None:
        """Take in the next event; inherited ones first.

        Raises:
            Tamper: `PAYLOAD_BROKEN`, when it names a participant nobody enrolled.
        """
        is_own = not is_beside(opened.seq)
        if is_own:
            self.upto = opened.seq
        elif not self.beside.is_next(opened.seq):
            return
        self.beside.statements.horizon.take(opened)
        if not is_own and opened.kind not in BESIDE:
            return
        if self._waits(opened):
            self.beside.held.append(opened)
        elif is_own:
            self._take(opened)
        else:
            self._hear(opened)

    def _hear(self, opened: Opened) -> None:
        """Take in an event of another tablet; one that makes no sense is put aside and disturbs nothing else."""
        beside = self.beside
        try:
            match opened.kind:
                case Kind.SESSION_OPEN:
                    session = read_session(opened)
                    beside.sessions[session.ses] = session
                case Kind.SESSION_WHO if opened.ses in beside.sessions:
                    beside.sessions[opened.ses] = with_who(beside.sessions[opened.ses], opened)
                case Kind.SESSION_WHO | Kind.SESSION_STOP if opened.ses not in beside.sessions:
                    pass
                case Kind.SESSION_STOP if opened.ses is not None:
                    self._stop(beside.sessions.pop(opened.ses), str(opened.content["reason"]))
                case Kind.ERASE:
                    self._hear_order(read_erasure(opened))
                case _:
                    self._take(opened)
        except (RetnetError, KeyError, ValueError, TypeError, AssertionError):
            beside.unread.append(opened.seq)

    def _hear_order(self, order: Erasure) -> None:
        """Another tablet removed what it held. A whole participant goes here once the order is repeated here."""
        self.beside.orders.append(order)
        course = self.courses.get(order.subject)
        if course is not None and not order.is_whole:
            self._alert(without(course, order))

    def _waits(self, opened: Opened) -> bool:
        """Whether an event names a participant whom another tablet enrolled that has not told so yet."""
        is_from_elsewhere = opened.seq <= 0 or bool(self.beside.devices)
        return is_from_elsewhere and opened.kind in HELD and str(opened.content.get("subject")) not in self.courses

    def _take(self, opened: Opened) -> None:
        content = opened.content
        match opened.kind:
            case Kind.PROVISION if opened.seq > 0:
                self.provision = content
            case Kind.NEIGHBOUR if opened.seq > 0 and content["act"] == "known":
                self.beside.know(DeviceId(str(content["device"])))
            case Kind.ENROL:
                self._enrol(opened)
            case Kind.PARTICIPANT_FACT | Kind.WITHDRAW | Kind.ABSENT:
                self.courses.put(self.beside.statements.state(self._course(opened), opened))
            case Kind.ERASE:
                self._erase(read_erasure(opened))
            case Kind.SESSION_OPEN:
                session = read_session(opened)
                self.sessions[session.ses] = session
            case Kind.SESSION_WHO if opened.ses in self.sessions:
                self.sessions[opened.ses] = with_who(self.sessions[opened.ses], opened)
            case Kind.SESSION_STOP if opened.ses in self.sessions:
                self._stop(self.sessions.pop(opened.ses), str(content["reason"]))
            case Kind.SESSION_DONE:
                self._done(opened)
            case Kind.AMEND if opened.ses is not None:
                self._amend(opened, opened.ses)
            case Kind.PAPER_ENTRY | Kind.PAPER_SCAN:
                self.papers = with_paper(self.papers, opened)
            case Kind.PLACE_PROPOSE | Kind.PLACE_DECIDE:
                self.placing = with_event(self.placing, self.courses, opened)
                sides = (self.courses.get(str(content[side])) for side in ("subject", "to_subject"))
                for course in filter(None, sides):
                    self._alert(course)
            case Kind.BUNDLE:
                self.bundled_upto = read_bundled(opened)
            case Kind.EXPORT:
                self.sent.append(read_sent(opened))
            case Kind.RECEIPT:
                self.received.append(read_received(opened))
                self._settle()
            case Kind.ALERT | Kind.ACKNOWLEDGE:
                known = self.courses.get(str(content["subject"]))
                if known is not None:  # else erased since, and only the answers belong to somebody else
                    self._alert(with_alert_event(known, opened))
            case Kind.SIGN:
                self.courses.put(with_signature(self._course(opened), opened))
            case Kind.CLINIC_OPEN | Kind.CLINIC_DONE | Kind.CLINIC_STOP:
                self.courses.put(with_clinic(self._course(opened), opened))
            case Kind.CONFIRM:
                self.confirmed.add(str(content["form_hash"]))
            case _:
                pass

    def _enrol(self, opened: Opened) -> None:
        """Take in an enrolment. Under a code that another tablet gave as well, the first one by time counts."""
        new = read_participant(opened.content)
        if any(one.is_whole and one.subject == new.subject for one in self.erasures):
            return  # another tablet has not carried out yet what was ordered here
        is_first = self.beside.enrol(new.subject, opened)
        if (known := self.courses.get(new.subject)) is not None:
            if is_first:
                known_as = replace(known.participant, enrolled=new.enrolled, language=new.language)
                self.courses.put(replace(known, participant=known_as))
            return
        self.placing, course = with_found(self.placing, self.beside.found(new.subject), Course(participant=new))
        self.courses.put(course)
        for one in self.beside.release(new.subject):
            self._take(one)

    def _course(self, opened: Opened) -> Course:
        course = self.courses.get(str(opened.content["subject"]))
        if course is None:
            raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it names a participant nobody enrolled")
        return course

    def _alert(self, course: Course) -> None:
        self.courses.put(course)
        subject = course.participant.subject
        self.alerted.discard(subject)
        if any(one.is_open for one in course.alerts):
            self.alerted.add(subject)

    def _erase(self, erasure: Erasure) -> None:
        """Forget what was removed. Read again later, its events are not there at all; both ways end alike."""
        self.erasures.append(erasure)
        for ses in erasure.sessions:
            self.sessions.pop(ses, None)
        course = self.courses.get(erasure.subject)
        if erasure.is_whole:
            self.papers = {ses: one for ses, one in self.papers.items() if one.subject != erasure.subject}
        if course is None:
            return
        gone = {one.seq for one in course.filed if one.ses in erasure.sessions}
        waiting = [one for one in self.waiting if one.seq not in gone]
        self.receipted -= len(gone) - (len(self.waiting) - len(waiting))
        self.waiting = waiting
        if erasure.is_whole:
            self.courses.drop(erasure.subject)
            self.beside.forget(erasure.subject)
            self.alerted.discard(erasure.subject)
        else:
            self._alert(without(course, erasure))

    def study_codes(self) -> frozenset[str]:
        """Return every study code that was ever given here, also of those about whom everything was removed."""
        return frozenset((*self.courses.subjects(), *(one.subject for one in self.erasures)))

    def demand_not_erased(self, subject: str) -> None:
        """Return unless everything about the participant was removed by order.

        Raises:
            Refusal: `PARTICIPANT_ERASED`.
        """
        gone = next((one for one in self.erasures if one.is_whole and one.subject == subject), None)
        if gone is not None:
            raise Refusal(Code.PARTICIPANT_ERASED, subject=subject, seq=gone.seq, at=gone.at[:10])

    def _stop(self, session: SessionFact, reason: str) -> None:
        course = self.courses.get(session.subject)
        if course is not None:
            self.courses.put(course.with_stopped(session.visit, session.instrument, reason))

    def _amend(self, opened: Opened, ses: SessionId) -> None:
        scales = scales_with_a_value(opened.content["scores"])
        if ses in self.placing.astray:
            self.placing = with_astray_amended(self.placing, ses, opened.seq, scales)
        else:
            self.courses.put(self._course(opened).with_amended(ses, opened.seq, scales))

    def _done(self, opened: Opened) -> None:
        filed = read_filed(opened)
        self.papers = {ses: one for ses, one in self.papers.items() if ses != filed.ses}
        before = self.courses.get(str(opened.content["subject"]))
        if before is None:  # erased since; who else it was given to stands later in the log
            self.placing = with_astray(self.placing, filed)
            self.beside.strays[filed.ses] = str(opened.content["subject"])
            self.sessions.pop(filed.ses, None)
            return
        self.sessions.pop(filed.ses, None)
        self.beside.sessions.pop(filed.ses, None)
        after = before.with_filed(filed)
        if after is before:
            return  # the same close repeated after a disk fault; the first one counts, here and at the centre
        self.courses.put(after)
        if is_beside(opened.seq):
            return  # its own tablet sends it
        self.waiting.append(Waiting(seq=opened.seq, finished=filed.finished))
        if opened.seq <= 0:
            self._settle()

    def _settle(self) -> None:
        waiting = [one for one in self.waiting if self.delivery_of(one.seq) is not Delivery.RECEIVED]
        self.receipted += len(self.waiting) - len(waiting)
        self.waiting = waiting
