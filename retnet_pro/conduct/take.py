"""The participant's side: answers go down as they are tapped, a finished form is scored and closed.

Runs in the participant's process. It can write but not read: nothing here, or below, opens what was sealed.
"""

from collections.abc import Mapping

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.session import Entry, Session, begin, resume
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.sitting import Sitting, Turn, write_entry
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.circumstance import WhyHelped, lacks_reason, medium_of, most_helped
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.pin import fits, hash_pin
from retnet_pro.record.response import AnsweredBy, FormUsed, Response, WordingUsed, write_response
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.absence import Absence
from retnet_pro.study.alerts import raised
from retnet_pro.study.model import Identification

PARTICIPANT = "participant"
PROOF_LENGTH = 6
"""Characters of the head hash on the thank-you page; the nurse may note them in the chart."""


class Bedside:
    """One sitting at the tablet. Holds the pen, the forms and who is answering; never a key that opens anything."""

    def __init__(self, pen: Pen, library: Library, sitting: Sitting) -> None:
        """Take over from the staff process."""
        self._pen = pen
        self._library = library
        self._sitting = sitting
        self._pin = sitting.pin
        self._durable: dict[SessionId, int] = {}
        self._answered_by = sitting.answered_by
        self._helped: dict[SessionId, AnsweredBy] = {}
        self._noted = {turn.ses: frozenset(turn.accommodations) for turn in sitting.turns}

    @property
    def subject(self) -> str:
        """Study code shown on top of every page."""
        return self._sitting.subject

    @property
    def visit_title(self) -> str:
        """Which visit this is."""
        return self._sitting.visit_title

    @property
    def parts(self) -> int:
        """How many forms this sitting has."""
        return len(self._sitting.turns)

    @property
    def first_part(self) -> int:
        """Return the form to start with: the first with something open in it."""
        return 0

    @property
    def language(self) -> str:
        """Language of the sitting."""
        return self._sitting.turns[0].language

    @property
    def answered_by(self) -> AnsweredBy:
        """Who answers now (rule E58)."""
        return self._answered_by

    @property
    def identification(self) -> Identification:
        """What the study asks of the participant before the first question."""
        return self._sitting.identification

    @property
    def has_pin(self) -> bool:
        """Whether the participant has a PIN; otherwise they choose one."""
        return bool(self._pin)

    def choose_pin(self, pin: str) -> None:
        """Keep a slow hash of the PIN the participant chose, and take the choice for their own step (rule E59).

        Raises:
            WorldFault: the disk refused; call again.
        """
        kept = hash_pin(pin, self._sitting.salt)
        content = {"subject": self._sitting.subject, "pin": kept}
        self._pen.write(Kind.PARTICIPANT_PIN, content, who=PARTICIPANT, role=PARTICIPANT)
        self._pin = kept
        self.identify(Identification.PIN)

    def try_pin(self, pin: str) -> bool:
        """Return whether this is the participant's PIN; if so, their own step is recorded (rule E59).

        Raises:
            WorldFault: the disk refused; call again.
        """
        if not fits(pin, self._pin):
            return False
        self.identify(Identification.PIN)
        return True

    def identify(self, by: Identification) -> None:
        """Record the participant's own step before the first question, with each form it stands for (rule E59).

        Raises:
            WorldFault: the disk refused; call again.
        """
        for turn in self._sitting.turns:
            self._write(turn, Kind.SESSION_IDENTIFIED, {"ses": turn.ses, "by": by.value})

    def change_who(self, part: int, who: AnsweredBy, why: WhyHelped | None) -> None:
        """Record who answers from here on, and why where it is not the participant alone (rule E58).

        Nothing becomes a telephone interview on the way, and none becomes something else: who is on the line was
        stated by staff, and whoever comes to the tablet instead has not shown who they are.

        Raises:
            Refusal: `REASON_MISSING` or `TELEPHONE_FIXED`; then nothing was recorded.
            WorldFault: the disk refused; call again.
        """
        if lacks_reason(who, why):
            raise Refusal(Code.REASON_MISSING)
        if AnsweredBy.STAFF_TELEPHONE in (who, self._answered_by):
            raise Refusal(Code.TELEPHONE_FIXED)
        for turn in self._sitting.turns[part:]:
            before = self._helped.get(turn.ses, self._answered_by)
            content = {
                "ses": turn.ses,
                "answered_by": who.value,
                "why": None if why is None else why.value,
                "medium": medium_of(who).value,
                "after": self._durable.get(turn.ses, len(turn.entries)),
                "old": self._answered_by.value,
            }
            self._write(turn, Kind.SESSION_WHO, content)
            begun = self._durable.get(turn.ses, len(turn.entries)) > 0
            self._helped[turn.ses] = most_helped(before, who) if begun else who
        self._answered_by = who

    def begin(self, part: int) -> tuple[Session, Wording]:
        """Return the session of a form, fresh or as it was interrupted, and its words.

        Raises:
            Refusal: `FORM_UNKNOWN` or `WORDING_MISSING`.
        """
        turn = self._sitting.turns[part]
        instrument, wording = self._form(turn)
        now = self._pen.clock()
        session = resume(instrument, turn.entries, now) if turn.entries else begin(instrument, now)
        return session, wording

    def record(self, part: int, entries: tuple[Entry, ...]) -> None:
        """Make new entries durable, each in an event of its own; safe to call again after a failure.

        Raises:
            WorldFault: the disk refused; entries before the failing one are safe.
        """
        turn = self._sitting.turns[part]
        instrument, _ = self._form(turn)
        for entry in entries:
            if entry.n <= self._durable.get(turn.ses, 0):
                continue
            self._pen.write(
                Kind.ANSWER,
                {"ses": turn.ses, **write_entry(entry)},
                who=PARTICIPANT,
                role=PARTICIPANT,
                ses=turn.ses,
                n=entry.n,
                pack=instrument.hash,
            )
            self._durable[turn.ses] = entry.n

    def note_accommodations(self, part: int, in_use: frozenset[str]) -> None:
        """Record what helps the participant, e.g. ``text-150``, unless this form has it already (rule E121).

        So a crash takes nothing with it: the form goes on with what was in use before.

        Raises:
            WorldFault: the disk refused; call again.
        """
        turn = self._sitting.turns[part]
        fresh = in_use - self._noted[turn.ses]
        if fresh:
            self._write(turn, Kind.SESSION_AIDS, {"ses": turn.ses, "in_use": sorted(fresh)})
            self._noted[turn.ses] |= fresh

    def finish(self, part: int, session: Session, accommodations: tuple[str, ...]) -> None:
        """Close a form: its final answers, their scores and what was shown, in one sealed event.

        The alert rules of the study are held against it first, and what they met is sealed without a sign of it on the
        glass (rules E82, E86). Before, so that no crash leaves a finished form whose alerts nobody is told of.

        `accommodations` name what was in use, such as ``text-150``; what was noted before counts too (rule E121).

        Raises:
            WorldFault: the disk refused; call again.
        """
        turn = self._sitting.turns[part]
        instrument, wording = self._form(turn)
        who = self._helped.get(turn.ses, self._sitting.answered_by)
        used = tuple(sorted(self._noted[turn.ses].union(accommodations)))
        response = compose_response(self._sitting, turn, instrument, wording, session, self._pen, who, used)
        self._hold_against_rules(turn, response)
        self._pen.write(
            Kind.SESSION_DONE,
            write_response(response),
            who=PARTICIPANT,
            role=PARTICIPANT,
            ses=turn.ses,
            n=response.entries + 1,
            pack=instrument.hash,
        )

    def _hold_against_rules(self, turn: Turn, response: Response) -> None:
        rules = [rule for rule in self._sitting.rules if rule.instrument == turn.instrument]
        if rules:
            alarm = Alarm(
                ses=turn.ses,
                subject=response.subject,
                visit=response.visit,
                instrument=turn.instrument,
                study=self._sitting.study,
                raised=raised(rules, turn.instrument, response.answers, response.scores),
            )
            self._write(turn, Kind.ALERT, write_alarm(alarm))

    def say_why(self, part: int, why: Absence) -> None:
        """Record why the participant stops, with each form that is not finished (rule E66).

        Raises:
            WorldFault: the disk refused; call again.
        """
        for turn in self._sitting.turns[part:]:
            self._write(turn, Kind.SESSION_WHY, {"ses": turn.ses, "reason": why.value})

    @property
    def whom_to_call(self) -> str:
        """What the study tells those who finish, in their language: that nobody reads at once, whom to call (E84)."""
        return self._sitting.whom_to_call

    def leave(self, reason: str) -> str:
        """End the sitting, saying how; return the proof code: the first characters of the hash of that event.

        Raises:
            WorldFault: the disk refused; call again.
        """
        self._pen.write(Kind.LOCK, {"why": reason}, who=PARTICIPANT, role=PARTICIPANT)
        return self._pen.log.head().hash[:PROOF_LENGTH].upper()

    def _write(self, turn: Turn, kind: Kind, content: Mapping[str, object]) -> None:
        self._pen.write(kind, content, who=PARTICIPANT, role=PARTICIPANT, ses=turn.ses)

    def _form(self, turn: Turn) -> tuple[Instrument, Wording]:
        instrument = self._library.instrument(turn.instrument, turn.version)
        return instrument, self._library.wording(instrument, turn.language)


def compose_response(
    sitting: Sitting,
    turn: Turn,
    instrument: Instrument,
    wording: Wording,
    session: Session,
    pen: Pen,
    answered_by: AnsweredBy,
    accommodations: tuple[str, ...],
) -> Response:
    """Return the whole response as it is recorded, sent and scored again at the centre.

    `answered_by` is the most help there was at any point of the form.
    """
    answers = final_answers(instrument, session.given)
    return Response(
        ses=turn.ses,
        subject=sitting.subject,
        visit=sitting.visit,
        form=FormUsed(instrument.id, instrument.version, instrument.hash),
        wording=WordingUsed(wording.language, wording.version, wording.hash, wording.demonstration),
        mode=sitting.mode,
        started=turn.opened_at,
        finished=pen.clock().at,
        answered_by=answered_by,
        answers=answers,
        scores=score(make_plan(instrument), answers),
        app=pen.app,
        entries=len(session.entries),
        accommodations=accommodations,
    )
