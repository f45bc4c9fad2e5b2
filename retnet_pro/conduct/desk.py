"""The staff's side after login: what a nurse or a coordinator can do, each act asked for by right and written down.

`Desk` holds the projection and the key of the logged-in person; both end with the process.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from retnet_pro.conduct.course import Course
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.fact_check import check_fact, check_not_future, latest_day
from retnet_pro.conduct.inspection import Soundness
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, NeighbourLogs, NewId, Person
from retnet_pro.conduct.reading import Reader
from retnet_pro.conduct.roles import LOOKING, ON_A_LEAVING_DEVICE, Right, demand, may
from retnet_pro.conduct.site_facts import Taken, opened
from retnet_pro.conduct.snapshot import make_snapshot
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.chain import Break
from retnet_pro.record.event import Event, EventHash, Head, Kind, SessionId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.due import Due, due_list
from retnet_pro.study.model import Mode, Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.subject import check_subject
from retnet_pro.study.visits import Visit, visits

ASKED, IDLE = "asked", "idle"
"""Why a desk was locked: somebody asked for it, or nobody touched anything (rule P45)."""
SNAPSHOT_EVERY = 500
"""Events since the last snapshot after which a new one is worth its writing."""


class Desk:
    """A logged-in person at the site's record."""

    def __init__(
        self,
        pen: Pen,
        library: Library,
        study: Study,
        person: Person,
        unsealer: Unsealer,
        *,
        new_id: NewId,
        inherited: Sequence[Inherited] = (),
        neighbours: NeighbourLogs | None = None,
    ) -> None:
        """Read the record up to its end; after the logs it goes on from, and beside those of the site's other tablets.

        Raises:
            Tamper: when something in it cannot be opened with this site's key.
        """
        self.pen = pen
        self.library = library
        self.study = study
        self.person = person
        self.new_id = new_id
        self.unsealer = unsealer
        self.reader = Reader(pen.log, unsealer, pen.key.public, inherited, neighbours)
        self._last_read: tuple[Course | None, tuple[Taken, ...]] = (None, ())
        self.site = self.reader.restore(study)
        known = Head(self.site.upto, EventHash(self.reader.hash_of(self.site.upto)))
        self._soundness = Soundness(pen.log, pen.device, pen.key.public, known)
        self._read_on()

    def _read_on(self) -> None:
        """Take in the events after the snapshot, or, from a damaged record, what stands before the damage."""
        if self.damage is None:
            for one in self.reader.needed_after(self.site.upto):
                self.site.take(one)
            self._compare()
        if self.damage is not None:
            self.site = self.reader.afresh()
            for one in self.reader.needed_before(self.damage.seq):
                self.site.take(one)
        self._seen = self.pen.log.head().seq
        self.pen.leaving()

    def _compare(self) -> None:
        """What the centre has countersigned must stand here (rules T5, T7), and every event about keys be believed."""
        receipt = self.site.receipt
        if receipt is not None and self.reader.hash_of(receipt.upto) != receipt.head:
            self._soundness.distrust(Break(receipt.upto, "it is not the event that the centre has receipted"))
        doubt = keys_in_force(self.pen.log, self.pen.key.public).doubt
        if doubt is not None:  # nothing more is sealed, or it might be to the wrong key
            self._soundness.distrust(Break(int(str(doubt.facts["seq"])), str(doubt.facts["why"])))

    # What can be looked at

    @property
    def damage(self) -> Break | None:
        """Where the record stops holding together. Then it is read only up to there and nothing is written."""
        return self._soundness.damage

    @property
    def inspected(self) -> tuple[int, int]:
        """How many events were followed from the first one on since login, and how many there are."""
        return self._soundness.inspected

    def inspect(self) -> bool:
        """Follow the next stretch of the record from its beginning; return whether there is more to follow."""
        more = self._soundness.advance()
        if not more:
            self._soundness.account({seq for one in self.site.erasures for seq in one.targets.get(self.pen.device, ())})
        return more

    @property
    def mode(self) -> Mode:
        """What the data of this site are for."""
        return Mode(str(self.site.provision["mode"]))

    def may(self, right: Right) -> bool:
        """Whether the logged-in person has this right, and the record is in order and open where it is to be used."""
        is_open = right in ON_A_LEAVING_DEVICE or self.pen.gone is None
        return may(self.person.role, right) and is_open and (self.damage is None or right in LOOKING)

    def participant(self, subject: str) -> Participant:
        """Return a participant, with the arm only for roles that may see it (rule P21).

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        demand(self.person.role, Right.READ_RESPONSES)
        known = self.course(subject).participant
        return known if self.may(Right.SEE_ARM) else replace(known, arm=None)

    def course(self, subject: str) -> Course:
        """Return what came and what did not from one participant.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
        """
        demand(self.person.role, Right.READ_RESPONSES)
        self.site.demand_not_erased(subject)
        known = self.site.courses.get(subject)
        if known is None:
            raise Refusal(Code.PARTICIPANT_UNKNOWN, subject=subject)
        return known

    def responses_of(self, subject: str) -> tuple[Taken, ...]:
        """Open the finished responses of a participant, oldest first by the time they were answered (rule E54).

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            Tamper: when one of them is not this device's own, or not in the agreed form.
        """
        course = self.course(subject)
        if self._last_read[0] is not course:
            taken = (self.reader.response(one, course.amended.get(one.ses, ()), subject) for one in course.filed)
            here = (one for one in taken if one is not None)
            self._last_read = course, tuple(sorted(here, key=lambda one: one.response.finished))
        return self._last_read[1]

    def participants(self) -> tuple[Participant, ...]:
        """Return all participants of the site, by study code."""
        demand(self.person.role, Right.READ_RESPONSES)
        return tuple(self.participant(subject) for subject in self.site.courses.subjects())

    def due(self) -> tuple[Due, ...]:
        """Return who is due, most urgent first."""
        demand(self.person.role, Right.READ_RESPONSES)
        today = self.pen.clock().wall.date()
        courses = self.site.courses.to_look_at(today)
        return due_list(
            self.study,
            [course.participant for course in courses],
            dict(pair for course in courses for pair in course.finished().items()),
            today,
            minutes=self.minutes(),
            excused=dict(pair for course in courses for pair in course.excused().items()),
        )

    def visits_of(self, subject: str) -> tuple[Visit, ...]:
        """Return the planned assessments of a participant as far as their anchors are known."""
        return visits(self.study, self.participant(subject))

    def minutes(self) -> Mapping[InstrumentId, int]:
        """Return how long each instrument of the study takes."""
        ids = {instrument for point in self.study.time_points for instrument in point.instruments}
        return {instrument: self.library.instrument(instrument).minutes for instrument in ids}

    def look_at(self, subject: str) -> None:
        """Record that this person opened a participant's page (rule P10).

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        known = self.participant(subject)
        if self.damage is None:
            self.write(Kind.VIEW, {"subject": known.subject, "what": "participant page"})

    def catch_up(self) -> None:
        """Take in what was written into the log since, e.g. a participant's finished forms.

        Raises:
            Tamper: when something in it is not this device's own.
        """
        for one in list(self.reader.needed_after(self.site.upto)):
            self.site.take(one)
        self._seen = self.pen.log.head().seq

    # What can be recorded

    def enrol(self, subject: str, enrolled: date, language: str) -> None:
        """Add a participant under a study code.

        Raises:
            Refusal: `NOT_ALLOWED`, `BAD_STUDY_CODE`, `DAY_IN_FUTURE`, `PARTICIPANT_EXISTS` or `PARTICIPANT_ERASED`.
        """
        demand(self.person.role, Right.ENROL)
        check_subject(subject, str(self.site.provision["site"]), self.study)
        check_not_future(enrolled, latest_day(self.pen.log, self.pen.clock().wall.date()))
        self.site.demand_not_erased(subject)
        if subject in self.site.courses:
            raise Refusal(Code.PARTICIPANT_EXISTS, subject=subject)
        self.write(Kind.ENROL, {"subject": subject, "enrolled": enrolled.isoformat(), "language": language})

    def record_fact(self, subject: str, fact: Fact, value: date | str | bool, *, arm: str = "") -> None:
        """Add a dated fact of a participant's course, e.g. an embolization.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, or as `fact_check.check_fact`.
        """
        demand(self.person.role, Right.ENROL)
        if fact is Fact.RANDOMISED:
            demand(self.person.role, Right.SEE_ARM)
        today = latest_day(self.pen.log, self.pen.clock().wall.date())
        check_fact(self.study, self.course(subject), fact, value, arm, today)
        written = value.isoformat() if isinstance(value, date) else value
        content: dict[str, object] = {"subject": subject, "fact": fact.value, "value": written}
        if fact is Fact.RANDOMISED:
            content["arm"] = arm
        self.write(Kind.PARTICIPANT_FACT, content)

    def confirm_form(self, instrument: InstrumentId) -> None:
        """Record that this person compared the uncertain parts of a form with the licensed scoring sheet.

        Raises:
            Refusal: `NOT_ALLOWED` or `FORM_UNKNOWN`.
        """
        demand(self.person.role, Right.CONFIRM_FORMS)
        form = self.library.instrument(instrument)
        self.write(Kind.CONFIRM, {"form": form.id, "form_hash": form.hash, "statements": len(form.to_confirm)})

    def leave(self, why: str = ASKED) -> None:
        """Record the logout and why, and keep a sealed snapshot when much was added since the last one."""
        if self.damage is None:
            self.write(Kind.LOCK, {"why": why})
            self.keep_snapshot()

    def keep_snapshot(self, *, at_once: bool = False) -> None:
        """Keep a sealed snapshot for the next login if enough has been added since the last one, or at once.

        A full disk is no reason to stop anybody: the snapshot is only a shortcut.
        """
        log = self.pen.log
        kept = log.snapshot()
        head = log.head()
        if not at_once and head.seq - (kept.upto.seq if kept else 0) < SNAPSHOT_EVERY:
            return
        self._soundness.finish()
        if self.damage is None:
            with suppress(WorldFault):
                log.keep_snapshot(make_snapshot(head, self.site, self.study, self.pen.sealer, self.pen.key))

    def write(
        self,
        kind: Kind,
        content: Mapping[str, object],
        *,
        ses: SessionId | None = None,
        n: int | None = None,
        pack: str | None = None,
        note: Mapping[str, object] | None = None,
    ) -> Event:
        """Write an event in this person's name and take it into the projection.

        Raises:
            WorldFault: the disk refused. Whether the event is on disk after all is seen at the next call.
            Tamper: `CHAIN_BROKEN`, when the record is damaged; nothing was written.
        """
        if self.damage is not None:
            raise Tamper(Code.CHAIN_BROKEN, path="this device", seq=self.damage.seq, why=self.damage.why)
        if self.pen.log.head().seq != self._seen:
            self.catch_up()  # an event reported as failed can be durable all the same
        event = self.pen.write(
            kind, content, who=self.person.user, role=self.person.role.value, ses=ses, n=n, pack=pack, note=note
        )
        self.site.take(opened(event, content))
        self._seen = event.header.seq
        return event
