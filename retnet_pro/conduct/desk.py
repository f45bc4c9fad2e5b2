"""The staff's side after login: what a nurse or a coordinator can do, each act asked for by right and written down.

`Desk` holds the projection and the key of the logged-in person; both end with the process.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, NewId, Person
from retnet_pro.conduct.reading import Reader, make_snapshot, opened
from retnet_pro.conduct.roles import Right, demand, may
from retnet_pro.conduct.site import Opened, Site
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import Event, Kind, SessionId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.due import Due, due_list
from retnet_pro.study.model import Mode, Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.subject import check_subject
from retnet_pro.study.visits import Visit, visits

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
    ) -> None:
        """Read the record up to its end; on a restored device after the logs it goes on from.

        Raises:
            Tamper: when something in it cannot be opened with this site's key.
        """
        self.pen = pen
        self.library = library
        self.study = study
        self.person = person
        self.new_id = new_id
        self.reader = Reader(pen.log, unsealer, pen.key.public, inherited)
        self._opened: list[Opened] = []
        self.site = Site()
        self.site.unreceipted = self.reader.unreceipted()
        for one in self.reader.needed():
            self._take(one)
        self._seen = pen.log.head().seq

    # What can be looked at

    @property
    def mode(self) -> Mode:
        """What the data of this site are for."""
        return Mode(str(self.site.provision["mode"]))

    def may(self, right: Right) -> bool:
        """Whether the logged-in person has this right."""
        return may(self.person.role, right)

    def participant(self, subject: str) -> Participant:
        """Return a participant, with the arm only for roles that may see it (rule P21).

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        demand(self.person.role, Right.READ_RESPONSES)
        known = self.site.participants.get(subject)
        if known is None:
            raise Refusal(Code.PARTICIPANT_UNKNOWN, subject=subject)
        return known if self.may(Right.SEE_ARM) else replace(known, arm=None)

    def participants(self) -> tuple[Participant, ...]:
        """Return all participants of the site, by study code."""
        demand(self.person.role, Right.READ_RESPONSES)
        return tuple(self.participant(subject) for subject in sorted(self.site.participants))

    def due(self) -> tuple[Due, ...]:
        """Return who is due, most urgent first."""
        demand(self.person.role, Right.READ_RESPONSES)
        return due_list(
            self.study,
            tuple(self.site.participants.values()),
            self.site.done(),
            self.pen.clock().wall.date(),
            minutes=self.minutes(),
            excused=self.site.excused(),
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
        demand(self.person.role, Right.READ_RESPONSES)
        self.write(Kind.VIEW, {"subject": self.participant(subject).subject, "what": "participant page"})

    def catch_up(self) -> None:
        """Take in what was written into the log since, e.g. a participant's finished forms.

        Raises:
            Tamper: when something in it is not this device's own.
        """
        for one in list(self.reader.needed_after(self.site.upto)):
            self._take(one)
        self._seen = self.pen.log.head().seq

    # What can be recorded

    def enrol(self, subject: str, enrolled: date, language: str) -> None:
        """Add a participant under a study code.

        Raises:
            Refusal: `NOT_ALLOWED`, `BAD_STUDY_CODE` or `PARTICIPANT_EXISTS`.
        """
        demand(self.person.role, Right.ENROL)
        check_subject(subject, str(self.site.provision["site"]), self.study)
        if subject in self.site.participants:
            raise Refusal(Code.PARTICIPANT_EXISTS, subject=subject)
        self.write(Kind.ENROL, {"subject": subject, "enrolled": enrolled.isoformat(), "language": language})

    def record_fact(self, subject: str, fact: Fact, value: date | str | bool, *, arm: str = "") -> None:
        """Add a dated fact of a participant's course, e.g. an embolization.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """
        demand(self.person.role, Right.ENROL)
        if fact is Fact.RANDOMISED:
            demand(self.person.role, Right.SEE_ARM)
        written = value.isoformat() if isinstance(value, date) else value
        content: dict[str, object] = {
            "subject": self.participant(subject).subject,
            "fact": fact.value,
            "value": written,
        }
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

    def leave(self) -> None:
        """Record the logout, and keep a sealed snapshot when much was added since the last one."""
        self.write(Kind.LOCK, {})
        self.keep_snapshot()

    def keep_snapshot(self) -> None:
        """Keep a sealed snapshot for the next login if enough has been added since the last one.

        A full disk is no reason to stop anybody: the snapshot is only a shortcut.
        """
        log = self.pen.log
        kept = log.snapshot()
        head = log.head()
        if head.seq - (kept.upto.seq if kept else 0) >= SNAPSHOT_EVERY:
            with suppress(WorldFault):
                log.keep_snapshot(make_snapshot(head, self._opened, self.pen.sealer, self.pen.key))

    def write(
        self,
        kind: Kind,
        content: Mapping[str, object],
        *,
        ses: SessionId | None = None,
        n: int | None = None,
        pack: str | None = None,
    ) -> Event:
        """Write an event in this person's name and take it into the projection.

        Raises:
            WorldFault: the disk refused. Whether the event is on disk after all is seen at the next call.
        """
        if self.pen.log.head().seq != self._seen:
            self.catch_up()  # an event reported as failed can be durable all the same
        event = self.pen.write(
            kind, content, who=self.person.user, role=self.person.role.value, ses=ses, n=n, pack=pack
        )
        self._take(opened(event, content))
        self._seen = event.header.seq
        return event

    def _take(self, one: Opened) -> None:
        self._opened.append(one)
        self.site.take(one)
