"""The report of a trial from what the analysis finds: the only place that says what stands in it, in which order.

Nothing is calculated here. The slow steps may be taken by several processes at once; they are told one by one, so that
whoever waits sees how far it is and can stop.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from retnet_pro.analysis.objectives import (
    biomarker_findings,
    completion_findings,
    cycle_findings,
    every_scale,
    primary,
    symptom_free_findings,
    toxicity_findings,
)
from retnet_pro.analysis.participants import arm_counts
from retnet_pro.dataset.study_data import WATERMARK
from retnet_pro.instrument.model import Instrument, Scale
from retnet_pro.report.trial.completion_part import completion_sections
from retnet_pro.report.trial.course_part import cycle_section, primary_sections, symptom_free_section
from retnet_pro.report.trial.front_part import assumption_section, front_section
from retnet_pro.report.trial.hands import all_done
from retnet_pro.report.trial.parts import Section, TrialPaper
from retnet_pro.report.trial.safety_part import biomarker_section, toxicity_section
from retnet_pro.report.trial.said import Said
from retnet_pro.report.trial.scores_part import ScalePart, scale_part, score_sections

_DOT = "  \N{MIDDLE DOT}  "
Progress = Callable[[int, int], None]
"""Told how many steps are done, and of how many. What it raises ends the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What comes of one step."""

    sections: Sequence[Section] = ()
    scale: ScalePart | None = None


def trial_paper(said: Said, progress: Progress = lambda done, of: None, *, processes: int = 1) -> TrialPaper:
    """Return the report. The same facts give the same report, however many processes work on it.

    Raises:
        Bug: a figure could not be drawn; it says which.
        WorldFault: `REPORT_PROCESS_ENDED`.
    """
    trial, about = said.trial, said.about
    works: list[Callable[[Said], _Part]] = [
        _primary,
        _completion,
        *(partial(_scale, instrument, scale) for instrument, scale in every_scale(trial)),
        _treatment,
        _safety,
    ]
    parts = all_done(said, works, processes, lambda done: progress(done, len(works)))
    main, forms, *scales, treatment, safety = parts
    sections: list[Section] = [
        front_section(said, arm_counts(trial.people, [arm.id for arm in trial.study.arms], trial.until)),
        assumption_section(said),
        *(section for part in (main, forms, treatment, safety) for section in part.sections),
        *score_sections(said, [part.scale for part in scales if part.scale is not None]),
    ]
    return TrialPaper(
        title=f"Report of {about.trial}",
        head=_DOT.join((about.trial, f"{about.study} {about.study_version}", f"cut-off {about.cut_off}")),
        foot=_DOT.join(
            (
                f"RETNET-Pro {about.program}, scoring {about.scoring_version}",
                f"study file {about.study_hash}",
                "not the trial's pre-specified analysis",
            )
        ),
        program=f"RETNET-Pro {about.program}",
        mode=about.mode,
        mark=WATERMARK if about.is_synthetic else "",
        sections=tuple(sections),
    )


def _primary(said: Said) -> _Part:
    return _Part(sections=primary_sections(said, primary(said.trial)))


def _completion(said: Said) -> _Part:
    return _Part(sections=completion_sections(said, completion_findings(said.trial)))


def _scale(instrument: Instrument, scale: Scale, said: Said) -> _Part:
    return _Part(scale=scale_part(said, instrument, scale))


def _treatment(said: Said) -> _Part:
    gaps, until_next = cycle_findings(said.trial)
    free, first = symptom_free_findings(said.trial)
    return _Part(sections=[symptom_free_section(said, free, first), cycle_section(said, gaps, until_next)])


def _safety(said: Said) -> _Part:
    events, markers = toxicity_findings(said.trial), biomarker_findings(said.trial)
    return _Part(sections=[toxicity_section(said, events), biomarker_section(said, markers)])
