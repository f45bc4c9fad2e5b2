"""A small simulated trial and its report: every section, but only two scales, because figures take long."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from retnet_pro.analysis.trial_facts import TrialFacts
from retnet_pro.dataset.study_data import About
from retnet_pro.instrument.clinic_load import load_clinic_form
from retnet_pro.record.event import DeviceId, EventHash
from retnet_pro.report.trial.compose import trial_paper
from retnet_pro.report.trial.parts import TrialPaper
from retnet_pro.report.trial.said import Said
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.staff_forms import forms_for
from retnet_pro.study.model import Mode
from tests.analysed_trial import FORMS, analysed_trial
from tests.unit.analysis.conftest import make_record

PEOPLE, MONTHS, SCALES = 30, 12, 2
PROGRAM = "9.9.9"


def said_of(facts: TrialFacts, mode: Mode = Mode.DEMO) -> Said:
    """Return facts with what a centre says about them."""
    study = facts.study
    about = About(
        trial="RETNET-DEMO",
        study=study.id,
        study_version=study.version,
        study_hash=study.hash,
        study_title=study.title,
        mode=mode,
        is_synthetic=facts.synthetic,
        source="centre",
        sites=("S1",),
        cut_off=facts.until,
        last_at="2026-01-02T08:00:00.000+01:00",
        upto={DeviceId("tab-1"): (7, EventHash("e" * 64))},
        program=PROGRAM,
        scoring_version="1",
    )
    forms = tuple(load_clinic_form(path) for path in sorted(Path(FORMS / "clinic").glob("*.yaml")))
    return Said(trial=facts, about=about, clinic=forms, event_words={1: "Diarrhoea"})


@cache
def small_facts() -> TrialFacts:
    """Return the facts of the small trial."""
    played = analysed_trial(people=PEOPLE, months=MONTHS, diary=True)
    staff = [
        make_record(
            one.form, person.subject, **{place.replace(".", "__"): value for place, value in one.values.items()}
        )
        for person in played.people.values()
        for one in forms_for(person, played.facts().until, Chance(1, "staff forms", person.subject))
    ]
    facts = played.facts(staff)
    return replace(facts, instruments=(replace(played.instrument, scales=played.instrument.scales[:SCALES]),))


@cache
def small_paper() -> TrialPaper:
    """Return its report."""
    return trial_paper(said_of(small_facts()))
