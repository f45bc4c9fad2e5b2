"""Everything the analysis needs to know of a trial, in one place, and who is due what of it.

Made from the rows of the trial by whoever has them; nothing here knows where they are from. Scores are those of the
default scoring variant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.analysis.deterioration import ScoreCourse, ScoreOn
from retnet_pro.analysis.regular import regular_time_points
from retnet_pro.analysis.trajectories import ScoreAt
from retnet_pro.dataset.left_out import LeftOut
from retnet_pro.instrument.model import Instrument, InstrumentId, ScaleCode
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import FormKey, ReceivedForm
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import Diary
from retnet_pro.study.visits import visits


@dataclass(frozen=True, slots=True, kw_only=True)
class FormScores:
    """One form that came."""

    subject: str
    visit: str
    instrument: InstrumentId
    on: date
    """The day it was answered."""
    scores: Mapping[ScaleCode, float | None]

    @property
    def received(self) -> ReceivedForm:
        """The same for the completion rates."""
        return ReceivedForm(
            self.subject, self.visit, self.instrument, sum(value is not None for value in self.scores.values())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialFacts:
    """A trial as it is known on one day."""

    study: Study
    instruments: Sequence[Instrument]
    people: Sequence[Participant]
    forms: Sequence[FormScores]
    """Those that count."""
    left_out: Sequence[LeftOut]
    """What came and does not count, because there are several responses for one time point."""
    diaries: Mapping[str, Sequence[Diary]]
    """By subject: the symptom diaries that came."""
    staff: Sequence[ClinicRecord]
    """The forms of staff, each in its last revision."""
    absences: Mapping[FormKey, Absence]
    until: date
    """The last day of the data."""
    synthetic: bool

    @property
    def arms(self) -> Mapping[str, str]:
        """The arm of everybody randomised."""
        return {one.subject: one.arm for one in self.people if one.arm is not None and one.randomised is not None}

    @property
    def first_treated(self) -> Mapping[str, date]:
        """The first embolization of everybody who had one."""
        return {one.subject: min(one.embolizations) for one in self.people if one.embolizations}


def scores_at(trial: TrialFacts, instrument: InstrumentId, scale: ScaleCode) -> Iterator[ScoreAt]:
    """Yield one scale of everybody randomised, at every regular time point that was due by now or was answered."""
    points = regular_time_points(trial.study, instrument)
    came = _came(trial, instrument)
    for person in trial.people:
        if person.randomised is None or person.arm is None:
            continue
        due = {visit.id for visit in visits(trial.study, person) if visit.closes < trial.until}
        for at in points:
            form = came.get((person.subject, at))
            if form is not None or at in due:
                value = None if form is None else form.scores.get(scale)
                yield ScoreAt(subject=person.subject, group=person.arm, at=at, value=value)


def score_courses(trial: TrialFacts, instrument: InstrumentId, scale: ScaleCode) -> Iterator[ScoreCourse]:
    """Yield the course of one scale of everybody randomised, in days from randomisation."""
    baseline, *later = regular_time_points(trial.study, instrument)
    came = _came(trial, instrument)
    for person in trial.people:
        if person.randomised is None or person.arm is None:
            continue
        first = came.get((person.subject, baseline))
        targets = {visit.id: visit for visit in visits(trial.study, person) if visit.closes < trial.until}
        course: list[ScoreOn] = []
        for at in later:
            form = came.get((person.subject, at))
            if form is not None:
                course.append(ScoreOn(max((form.on - person.randomised).days, 1), form.scores.get(scale)))
            elif at in targets:
                course.append(ScoreOn((targets[at].target - person.randomised).days, None))
        yield ScoreCourse(
            subject=person.subject,
            group=person.arm,
            baseline=None if first is None else first.scores.get(scale),
            later=course,
            died_on=None if person.died is None else (person.died - person.randomised).days,
        )


def _came(trial: TrialFacts, instrument: InstrumentId) -> Mapping[tuple[str, str], FormScores]:
    return {(form.subject, form.visit): form for form in trial.forms if form.instrument == instrument}
