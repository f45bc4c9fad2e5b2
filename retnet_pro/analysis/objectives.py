"""The objectives of the trial, primary and secondary, each as one result that a report lays out (NCT02724540).

The only place that says which method answers which objective; see packaging/docs/analysis.md. Nothing is calculated
here.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.analysis.biomarkers import MarkerLine, Window, biomarkers
from retnet_pro.analysis.completion import CompletionPoint, completion_points
from retnet_pro.analysis.cycles import CycleGaps, Treated, cycle_gaps, until_next
from retnet_pro.analysis.deterioration import PUBLISHED, DeteriorationRule, ScoreCourse, time_to_deterioration
from retnet_pro.analysis.hepatic import LiverRule, hepatic_progression_free
from retnet_pro.analysis.liver_record import last_known, liver_record
from retnet_pro.analysis.mixed_model import MixedModel, difference_in_change
from retnet_pro.analysis.regular import regular_time_points, scored_scales
from retnet_pro.analysis.results import Comparison, Curve, Estimate, NotComputable
from retnet_pro.analysis.staff_forms import adverse_events, asked_for_events, liver_readings, samples
from retnet_pro.analysis.survival import hazard_ratios, kaplan_meier, log_rank
from retnet_pro.analysis.symptom_free import SymptomFreeCounts, first_intervals, symptom_free_counts
from retnet_pro.analysis.time_to_event import Times
from retnet_pro.analysis.toxicity import GroupToxicity, toxicity
from retnet_pro.analysis.trajectories import PointSummary, trajectories
from retnet_pro.analysis.trial_facts import TrialFacts, score_courses, scores_at
from retnet_pro.instrument.model import Instrument, Scale
from retnet_pro.study.completion import arm_of, completion
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import intervals

_COLUMNS = 8
"""Most months told under a curve, the first one not counted."""
_STEPS = (3, 6, 12, 24)
_WORSE = "time to deterioration, {scale}"
MARKER_WINDOWS: Sequence[Window] = (
    Window(name="week 12", first=43, last=126),
    Window(name="week 24", first=127, last=210),
    Window(name="week 36", first=211, last=294),
    Window(name="week 48", first=295, last=378),
)
"""Days after the first embolization; ASSUMPTION: stretches of twelve weeks without gaps, no protocol is public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A time to event in groups."""

    what: str
    reference: str
    times: Times
    curves: Sequence[Curve]
    ratios: Sequence[Estimate | NotComputable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival(Compared):
    """The same with the test of whether the groups differ."""

    by: str
    """``arm``, ``histology`` or ``grade``."""
    test: Comparison | NotComputable


@dataclass(frozen=True, slots=True, kw_only=True)
class Primary:
    """Hepatic progression-free survival."""

    survivals: Sequence[Survival]
    """By arm, histology and grade."""
    without_readings: int
    """Participants judged by the progression in their course, as they have no imaging form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFindings:
    """One scale."""

    instrument: Instrument
    scale: Scale
    points: Sequence[PointSummary]
    model: MixedModel | NotComputable
    deterioration: Survival
    rule: DeteriorationRule


def primary(trial: TrialFacts, rule: LiverRule | None = None) -> Primary:
    """Return the primary objective. The first arm of the study file is the reference; else the first group by name."""
    groups: Sequence[tuple[str, Callable[[Participant], str | None]]] = (
        ("arm", arm_of),
        ("histology", lambda person: person.histology),
        ("grade", lambda person: person.grade),
    )
    readings = list(liver_readings(trial.staff))
    records = {by: liver_record(trial.people, readings, group_of, trial.until) for by, group_of in groups}
    found = {by: hepatic_progression_free(record.courses, rule or LiverRule()) for by, record in records.items()}
    first_arm = trial.study.arms[0].id
    return Primary(
        survivals=tuple(
            survival(
                times,
                what="hepatic progression-free survival",
                by=by,
                reference=first_arm if by == "arm" else None,
            )
            for by, times in found.items()
        ),
        without_readings=records["arm"].without_readings,
    )


def survival(times: Times, *, what: str, by: str, reference: str | None = None) -> Survival:
    """Return curves, test and ratios of some times; the reference is the first group by name where none is given."""
    groups = sorted({one.group for one in times.counted})
    found = compared(times, what=what, reference=reference or next(iter(groups), ""))
    return Survival(
        what=what,
        by=by,
        reference=found.reference,
        times=times,
        curves=found.curves,
        test=log_rank(times.counted, what=what),
        ratios=found.ratios,
    )


def compared(times: Times, *, what: str, reference: str) -> Compared:
    """Return curves and ratios of some times."""
    curves = kaplan_meier(times.counted, what=what, look_at=look_at(times))
    return Compared(
        what=what,
        reference=reference,
        times=times,
        curves=tuple(curve for curve in curves if isinstance(curve, Curve)),
        ratios=hazard_ratios(times.counted, what=what, reference=reference),
    )


def look_at(times: Times) -> tuple[float, ...]:
    """Return the months at which the number at risk is told: round ones, up to the longest time, and not too many."""
    longest = max((one.months for one in times.counted), default=0.0)
    step = next((step for step in _STEPS if longest <= step * _COLUMNS), _STEPS[-1])
    return tuple(float(step * place) for place in range(max(math.ceil(longest / step), 1) + 1))


def scale_findings(
    trial: TrialFacts, instrument: Instrument, scale: Scale, rule: DeteriorationRule = PUBLISHED["ttd"]
) -> ScaleFindings:
    """Return course, model and time to deterioration of one scale. The first arm of the study file is the reference."""
    order = regular_time_points(trial.study, instrument.id)
    scores = list(scores_at(trial, instrument.id, scale.code))
    return ScaleFindings(
        instrument=instrument,
        scale=scale,
        points=trajectories(scores, what=scale.name, order=order),
        model=difference_in_change(scores, what=scale.name, order=order, reference=trial.study.arms[0].id),
        deterioration=deterioration(
            score_courses(trial, instrument.id, scale.code), scale, rule, trial.study.arms[0].id
        ),
        rule=rule,
    )


def deterioration(courses: Iterable[ScoreCourse], scale: Scale, rule: DeteriorationRule, reference: str) -> Survival:
    """Return the time to deterioration of one scale under one definition."""
    times = time_to_deterioration(courses, rule, scale.direction)
    return survival(times, what=_WORSE.format(scale=scale.name), by="arm", reference=reference)


def other_definitions(
    trial: TrialFacts, instrument: Instrument, scale: Scale, rules: Mapping[str, DeteriorationRule]
) -> Mapping[str, Compared]:
    """Return the time to deterioration of one scale under other definitions, by their names. They are not tested."""
    courses = tuple(score_courses(trial, instrument.id, scale.code))
    times = {name: time_to_deterioration(courses, rule, scale.direction) for name, rule in rules.items()}
    what, reference = _WORSE.format(scale=scale.name), trial.study.arms[0].id
    return {name: compared(found, what=what, reference=reference) for name, found in times.items()}


def every_scale(trial: TrialFacts) -> Iterator[tuple[Instrument, Scale]]:
    """Yield the scales that are analysed, for whoever shows progress between them."""
    for instrument in trial.instruments:
        if len(regular_time_points(trial.study, instrument.id)) > 1:
            for scale in scored_scales(instrument):
                yield instrument, scale


def completion_findings(trial: TrialFacts) -> tuple[CompletionPoint, ...]:
    """Return both completion rates, for everybody and by arm."""
    forms = [form.received for form in trial.forms]
    return completion_points(completion(trial.study, trial.people, forms, trial.absences, trial.until))


def cycle_findings(trial: TrialFacts) -> tuple[tuple[CycleGaps, ...], Survival]:
    """Return the gaps between embolizations, and the first of them as a survival time."""
    people = [
        Treated(
            subject=person.subject,
            group=person.arm,
            embolizations=person.embolizations,
            last_known=last_known(person, trial.until),
        )
        for person in trial.people
        if person.arm is not None and person.randomised is not None
    ]
    reference = trial.study.arms[0].id
    return cycle_gaps(people), survival(until_next(people), what="second embolization", by="arm", reference=reference)


def symptom_free_findings(trial: TrialFacts) -> tuple[tuple[SymptomFreeCounts, ...], Survival]:
    """Return the denominators and endings of symptom-free intervals, and the first interval as a survival time."""
    people = [person for person in trial.people if person.randomised is not None]
    rule = trial.study.symptom_free
    found = [one for person in people for one in intervals(rule, person, trial.diaries.get(person.subject, ()))]
    times = first_intervals(people, found, arm_of)
    reference = trial.study.arms[0].id
    told = survival(times, what="symptom-free interval", by="arm", reference=reference)
    return symptom_free_counts(people, found, arm_of), told


def toxicity_findings(trial: TrialFacts) -> tuple[GroupToxicity, ...]:
    """Return adverse events by arm."""
    return toxicity(adverse_events(trial.staff), asked_for_events(trial.staff), trial.first_treated, trial.arms)


def biomarker_findings(trial: TrialFacts) -> tuple[MarkerLine, ...]:
    """Return biomarkers by arm."""
    return biomarkers(samples(trial.staff), trial.first_treated, trial.arms, MARKER_WINDOWS)
