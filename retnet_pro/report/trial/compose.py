"""The report of a trial from what the analysis finds: the only place that says what stands in it, in which order.

Nothing is calculated here. The slow steps are told one by one, so that whoever waits sees how far it is and can stop.
"""

from collections.abc import Callable

from retnet_pro.analysis.deterioration import PUBLISHED
from retnet_pro.analysis.objectives import (
    biomarker_findings,
    completion_findings,
    cycle_findings,
    deterioration,
    every_scale,
    primary,
    scale_findings,
    symptom_free_findings,
    toxicity_findings,
)
from retnet_pro.analysis.participants import arm_counts
from retnet_pro.dataset.study_data import WATERMARK
from retnet_pro.report.trial.completion_part import completion_sections
from retnet_pro.report.trial.course_part import cycle_section, primary_sections, symptom_free_section
from retnet_pro.report.trial.front_part import assumption_section, front_section
from retnet_pro.report.trial.parts import Section, TrialPaper
from retnet_pro.report.trial.safety_part import biomarker_section, toxicity_section
from retnet_pro.report.trial.said import Said
from retnet_pro.report.trial.scores_part import MAIN, ScalePart, score_sections

_DOT = "  \N{MIDDLE DOT}  "
Progress = Callable[[int, int], None]
"""Told how many steps are done, and of how many. What it raises ends the report."""


def trial_paper(said: Said, progress: Progress = lambda done, of: None) -> TrialPaper:
    """Return the report. The same facts give the same report."""
    trial, about = said.trial, said.about
    scales = list(every_scale(trial))
    steps = len(scales) + 4
    sections: list[Section] = [
        front_section(said, arm_counts(trial.people, [arm.id for arm in trial.study.arms], trial.until)),
        assumption_section(said),
        *primary_sections(said, primary(trial)),
    ]
    progress(1, steps)
    sections += completion_sections(said, completion_findings(trial))
    progress(2, steps)
    parts: list[ScalePart] = []
    for instrument, scale in scales:
        found = scale_findings(trial, instrument, scale, PUBLISHED[MAIN])
        others = {
            name: found.deterioration if name == MAIN else deterioration(trial, instrument, scale, rule)
            for name, rule in PUBLISHED.items()
        }
        parts.append(ScalePart(found=found, by_definition=others))
        progress(2 + len(parts), steps)
    gaps, until_next = cycle_findings(trial)
    free, first = symptom_free_findings(trial)
    sections += [symptom_free_section(said, free, first), cycle_section(said, gaps, until_next)]
    progress(steps - 1, steps)
    sections += [toxicity_section(said, toxicity_findings(trial)), biomarker_section(said, biomarker_findings(trial))]
    sections += score_sections(said, parts)
    progress(steps, steps)
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
