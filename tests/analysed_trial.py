"""The simulated trial as the analysis sees it: participants, and the scores of what they filled in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from retnet_pro.analysis.hepatic import LiverCourse
from retnet_pro.analysis.trajectories import ScoreAt
from retnet_pro.analysis.trial_facts import FormScores, TrialFacts
from retnet_pro.conduct.fact import with_fact
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import Instrument
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.scoring.score import Score
from retnet_pro.simulation.course import DAYS_PER_MONTH
from retnet_pro.simulation.happening import Enrolled, FactRecorded, FormTaken
from retnet_pro.simulation.trial import simulate
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import Diary, read_diary

FORMS = Path(__file__).parents[1] / "forms"
START, PEOPLE, MONTHS, SEED = date(2024, 1, 2), 180, 24, 1
END = START + timedelta(days=round(MONTHS * DAYS_PER_MONTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The scores of one form."""

    subject: str
    visit: str
    on: date
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedTrial:
    """Everybody and every form of one instrument."""

    study: Study
    instrument: Instrument
    people: dict[str, Participant]
    forms: tuple[Scored, ...]
    diaries: dict[str, tuple[Diary, ...]]

    def liver_courses(self, group: str) -> Iterator[LiverCourse]:
        """Yield what the primary endpoint needs; alive and free of progression means imaged on the last day."""
        for person in self.people.values():
            yield LiverCourse(
                subject=person.subject,
                group=getattr(person, group),
                randomised=person.randomised,
                first_embolization=min(person.embolizations, default=None),
                progressed=person.progressed,
                died=person.died,
                last_imaged=person.withdrew or END,
            )

    def scores(self, scale: str, at: Collection[str]) -> Iterator[ScoreAt]:
        """Yield one scale at some time points."""
        for form in self.forms:
            arm = self.people[form.subject].arm
            if form.visit in at and arm is not None:
                (value,) = (one.value for one in form.scores if one.code == scale)
                yield ScoreAt(subject=form.subject, group=arm, at=form.visit, value=value)

    def facts(self, staff: Sequence[ClinicRecord] = ()) -> TrialFacts:
        """Return all of it as the objectives take it."""
        forms = [
            FormScores(
                subject=form.subject,
                visit=form.visit,
                instrument=self.instrument.id,
                on=form.on,
                scores={one.code: one.value for one in form.scores},
            )
            for form in self.forms
        ]
        return TrialFacts(
            study=self.study,
            instruments=(self.instrument,),
            people=tuple(self.people.values()),
            forms=forms,
            left_out=(),
            diaries=self.diaries,
            staff=staff,
            absences={},
            until=END,
            synthetic=True,
        )


def analysed_trial(
    people: int = PEOPLE, months: int = MONTHS, seed: int = SEED, *, diary: bool = False
) -> AnalysedTrial:
    """Play the trial, as far as it is known on its last day; with the symptom diary only where it is asked for."""
    study = load_study(FORMS / "studies" / "retnet.yaml")
    instrument = load_instrument(FORMS / "qlq-c30.yaml")
    symptoms = load_instrument(FORMS / "carcinoid-diary.yaml")
    plan = make_plan(instrument)
    known: dict[str, Participant] = {}
    forms: list[Scored] = []
    diaries: dict[str, tuple[Diary, ...]] = {}
    for happening in simulate(study, [instrument, symptoms][: 1 + diary], people, months, seed, START, "S1"):
        match happening:
            case Enrolled():
                known[happening.subject] = happening.participant
            case FactRecorded():
                value = happening.value.isoformat() if isinstance(happening.value, date) else happening.value
                fact = {"fact": happening.fact.value, "value": value, "arm": happening.arm}
                known[happening.subject] = with_fact(known[happening.subject], fact)
            case FormTaken(instrument="carcinoid-diary"):
                read = read_diary(symptoms, happening.taken_on.date(), happening.given)
                diaries[happening.subject] = (*diaries.get(happening.subject, ()), read)
            case FormTaken():
                scores = score(plan, happening.given)
                forms.append(
                    Scored(
                        subject=happening.subject, visit=happening.visit, on=happening.taken_on.date(), scores=scores
                    )
                )
    return AnalysedTrial(study=study, instrument=instrument, people=known, forms=tuple(forms), diaries=diaries)
