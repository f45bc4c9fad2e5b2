"""One participant's course at this site, and all of them: small facts about what came and what did not, no answers.

A course is what Today, the time line and the completion rates are made of. Answers and scores stay sealed in the log
until somebody opens a participant's page. Courses read back from a snapshot stay lines of text until somebody asks for
one, so that a login does not grow with the history of the site.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from retnet_pro.conduct.alert_fact import AlertFact, read_facts, write_facts
from retnet_pro.conduct.clinic_filed import NONE, ClinicForms, read_forms, write_forms
from retnet_pro.conduct.signature_fact import Signature, read_signature, signature_content
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import SessionId
from retnet_pro.study.absence import Absence
from retnet_pro.study.participant import Participant

Slot = tuple[str, InstrumentId]
"""One expected form: visit id and instrument."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One finished response: which it is and where in the log it stands."""

    seq: int
    ses: SessionId
    visit: str
    instrument: InstrumentId
    finished: str
    scales: int
    """How many of its scales have a value; by this the study's rule says whether the form is valid (rule E65)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known about one participant without opening an answer."""

    participant: Participant
    filed: tuple[Filed, ...] = ()
    """In the order they were finished on this device."""
    stopped: Mapping[Slot, str] = field(default_factory=dict)
    """Forms closed as partial, with the coded reason."""
    absent: Mapping[Slot, Absence] = field(default_factory=dict)
    """Forms that will not come, with the coded reason (rule E66)."""
    erased: Mapping[Slot, int] = field(default_factory=dict)
    """Forms whose contents were removed by order, with the event that ordered it last."""
    alerts: tuple[AlertFact, ...] = ()
    """Every alert, settled or not, in the order they were raised on this device."""
    signatures: tuple[Signature, ...] = ()
    """Oldest first."""
    clinic: ClinicForms = NONE
    """What staff filled in."""
    amended: Mapping[SessionId, tuple[int, ...]] = field(default_factory=dict)
    """Finished responses that were corrected, with the events that did it, oldest first."""

    def done(self, visit: str) -> frozenset[InstrumentId]:
        """Return which forms of a visit are finished."""
        return frozenset(one.instrument for one in self.filed if one.visit == visit)

    def doubled(self) -> Mapping[Slot, tuple[Filed, ...]]:
        """Return the forms of which more than one response was finished, e.g. on two tablets: a person decides."""
        every: dict[Slot, tuple[Filed, ...]] = {}
        for one in self.filed:
            slot = one.visit, one.instrument
            every[slot] = (*every.get(slot, ()), one)
        return {slot: found for slot, found in every.items() if len(found) > 1}

    def finished(self) -> Mapping[tuple[str, str], frozenset[InstrumentId]]:
        """Return the finished forms by (subject, visit)."""
        visits = {one.visit for one in self.filed}
        return {(self.participant.subject, visit): self.done(visit) for visit in visits}

    def excused(self) -> Mapping[tuple[str, str], frozenset[InstrumentId]]:
        """Return the forms that were stopped or will not come, with a reason, by (subject, visit) (rule E66)."""
        found: dict[tuple[str, str], frozenset[InstrumentId]] = {}
        for visit, instrument in (*self.stopped, *self.absent):
            key = (self.participant.subject, visit)
            found[key] = found.get(key, frozenset()) | {instrument}
        return found

    def with_filed(self, one: Filed) -> "Course":
        """Return the course with one more response; the same one closed twice counts once."""
        if any(known.ses == one.ses for known in self.filed):
            return self
        return replace(self, filed=(*self.filed, one))

    def with_stopped(self, visit: str, instrument: InstrumentId, reason: str) -> "Course":
        """Return the course with one form closed as partial."""
        return replace(self, stopped={**self.stopped, (visit, instrument): reason})

    def with_alerts(self, alerts: tuple[AlertFact, ...]) -> "Course":
        """Return the course with these alerts."""
        return replace(self, alerts=alerts)

    def with_amended(self, ses: SessionId, seq: int, scales: int) -> "Course":
        """Return the course with one more correction of a response, after which so many of its scales have a value.

        Of a response that is not here nothing is known.
        """
        if all(one.ses != ses for one in self.filed):
            return self
        filed = tuple(replace(one, scales=scales) if one.ses == ses else one for one in self.filed)
        return replace(self, filed=filed, amended={**self.amended, ses: (*self.amended.get(ses, ()), seq)})

    def with_absent(self, visit: str, instrument: InstrumentId, reason: Absence) -> "Course":
        """Return the course with one form that will not come."""
        return replace(self, absent={**self.absent, (visit, instrument): reason})


def write_course(course: Course) -> str:
    """Return the course as one line of text."""
    known = course.participant
    plain = {one.name: _plain(getattr(known, one.name)) for one in fields(known)}
    content = [
        plain,
        [[one.seq, one.ses, one.visit, one.instrument, one.finished, one.scales] for one in course.filed],
        [[visit, instrument, reason] for (visit, instrument), reason in course.stopped.items()],
        [[visit, instrument, reason.value] for (visit, instrument), reason in course.absent.items()],
        [[visit, instrument, seq] for (visit, instrument), seq in course.erased.items()],
        write_facts(course.alerts),
        [
            [one.seq, one.hash, one.at, one.who, one.role, signature_content(one, known.subject)]
            for one in course.signatures
        ],
        write_forms(course.clinic),
        [[ses, list(seqs)] for ses, seqs in course.amended.items()],
    ]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def read_course(line: str) -> Course:
    """Read what `write_course` wrote; trusted, because the snapshot around it is signed by this device."""
    plain, filed, stopped, absent, erased, alerts, signatures, clinic, amended = json.loads(line)
    for name in ("enrolled", "randomised", "withdrew", "progressed", "died"):
        plain[name] = None if plain[name] is None else date.fromisoformat(plain[name])
    plain["embolizations"] = tuple(date.fromisoformat(day) for day in plain["embolizations"])
    return Course(
        participant=Participant(**plain),
        filed=tuple(Filed(*one) for one in filed),
        stopped={(visit, instrument): reason for visit, instrument, reason in stopped},
        absent={(visit, instrument): Absence(reason) for visit, instrument, reason in absent},
        erased={(visit, instrument): seq for visit, instrument, seq in erased},
        alerts=read_facts(alerts),
        signatures=tuple(read_signature(*one) for one in signatures),
        clinic=read_forms(clinic),
        amended={ses: tuple(seqs) for ses, seqs in amended},
    )


@dataclass(frozen=True, slots=True)
class Shelved:
    """A course as it came out of a snapshot: still a line of text, with the days on which Today must look at it."""

    line: str
    first_day: str
    last_day: str
    """Both as ISO dates, which compare as text; '' for no day at all."""


class Courses:
    """All courses of a site by study code. It has state for one reason: it grows with the log, event by event."""

    def __init__(self, shelved: Mapping[str, Shelved] | None = None) -> None:
        """Start with what a snapshot held."""
        self._shelved = dict(shelved or {})
        self._at_hand: dict[str, Course] = {}

    def __contains__(self, subject: object) -> bool:
        return subject in self._at_hand or subject in self._shelved

    def __len__(self) -> int:
        return len(self._at_hand) + len(self._shelved)

    def subjects(self) -> tuple[str, ...]:
        """Return all study codes, in order."""
        return tuple(sorted((*self._at_hand, *self._shelved)))

    def get(self, subject: str) -> Course | None:
        """Return a course, or None for a code nobody was enrolled under."""
        if (shelved := self._shelved.pop(subject, None)) is not None:
            self._at_hand[subject] = read_course(shelved.line)
        return self._at_hand.get(subject)

    def every(self) -> Iterator[Course]:
        """Yield all courses, by study code; those in a snapshot stay there, so that Today need not look at them."""
        for subject in self.subjects():
            yield self._at_hand[subject] if subject in self._at_hand else read_course(self._shelved[subject].line)

    def put(self, course: Course) -> None:
        """Add a course, or replace the one of this participant."""
        self._shelved.pop(course.participant.subject, None)
        self._at_hand[course.participant.subject] = course

    def drop(self, subject: str) -> None:
        """Forget a course whose contents were removed by order."""
        self._shelved.pop(subject, None)
        self._at_hand.pop(subject, None)

    def to_look_at(self, day: date) -> tuple[Course, ...]:
        """Return every course that may concern this day; those whose days are known not to include it stay shelved."""
        today = day.isoformat()
        for subject in [name for name, one in self._shelved.items() if one.first_day <= today <= one.last_day]:
            self.get(subject)
        return tuple(self._at_hand.values())

    def shelved(self) -> Mapping[str, Shelved]:
        """Return the courses nobody asked for."""
        return self._shelved

    def at_hand(self) -> Iterator[Course]:
        """Yield the courses somebody asked for or that changed."""
        yield from self._at_hand.values()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return [day.isoformat() for day in value] if isinstance(value, tuple) else value
