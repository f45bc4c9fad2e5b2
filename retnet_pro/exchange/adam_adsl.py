"""ADSL: one row for every participant, with what the analysis of questionnaires groups and counts by."""

from collections.abc import Iterable

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import PersonRows, SubjectRow
from retnet_pro.exchange.study_time import first_exposure, iso
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Row, Value, Variable, subject_id


def adsl(study: str, codebook: Codebook) -> Dataset:
    """Return the dataset ADSL of a study."""
    return Dataset(
        name="ADSL",
        label="Subject-Level Analysis",
        structure="One record per subject",
        of_class="SUBJECT LEVEL ANALYSIS DATASET",
        variables=(*SUBJECT, *_VARIABLES),
        keys=("STUDYID", "USUBJID"),
        rows=lambda person: _row(study, codebook, person),
        says="Age, sex and race are not collected by this program and are not here.",
    )


def subject_values(study: str, codebook: Codebook, one: SubjectRow) -> dict[str, Value]:
    """Return the variables every analysis dataset begins with."""
    titles = {arm.id: arm.title for arm in codebook.study.arms}
    return {
        "STUDYID": study,
        "USUBJID": subject_id(study, one.site, one.subject),
        "SUBJID": one.subject,
        "SITEID": one.site,
        "TRT01P": titles.get(one.arm, one.arm) if one.arm else "",
        "ITTFL": "Y" if one.randomised else "N",
    }


def _row(study: str, codebook: Codebook, person: PersonRows) -> Iterable[Records]:
    one = person.subject
    row: Row = {
        "SYMPBLFL": {None: "", True: "Y", False: "N"}[one.symptomatic],
        "HISTOL": one.histology,
        "GRADE": one.grade,
        "ENRLDT": iso(one.enrolled),
        "RANDDT": iso(one.randomised),
        "TRTSDT": iso(first_exposure(one)),
        "TRTEDT": iso(one.embolizations[-1]) if one.embolizations else "",
        "EMBNUM": len(one.embolizations),
        "PROGDT": iso(one.progressed),
        "DTHDT": iso(one.died),
        "WITHDT": iso(one.withdrew),
        "WITHREAS": one.withdrew_why,
    }
    yield Records(subject_values(study, codebook, one), (row,))


SUBJECT = (
    Variable("STUDYID", "Study Identifier", Kind.TEXT, Origin.PROTOCOL),
    Variable("USUBJID", "Unique Subject Identifier", Kind.TEXT, Origin.DERIVED, "STUDYID and study code."),
    Variable("SUBJID", "Subject Identifier for the Study", Kind.TEXT, Origin.ASSIGNED),
    Variable("SITEID", "Study Site Identifier", Kind.TEXT, Origin.ASSIGNED),
    Variable("TRT01P", "Planned Treatment for Period 01", Kind.TEXT, Origin.ASSIGNED, codes="ARM"),
    Variable("ITTFL", "Intent-To-Treat Population Flag", Kind.TEXT, Origin.DERIVED, "Everybody randomised.", "NY"),
)
_VARIABLES = (
    Variable(
        "SYMPBLFL",
        "Symptomatic at Baseline Flag",
        Kind.TEXT,
        Origin.COLLECTED,
        "Tumour symptoms at baseline as staff recorded them; empty where not determined.",
        "NY",
    ),
    Variable("HISTOL", "Histology", Kind.TEXT, Origin.COLLECTED),
    Variable("GRADE", "Tumour Grade", Kind.TEXT, Origin.COLLECTED),
    Variable("ENRLDT", "Date of Enrollment", Kind.DAY, Origin.COLLECTED),
    Variable("RANDDT", "Date of Randomization", Kind.DAY, Origin.COLLECTED),
    Variable("TRTSDT", "Date of First Exposure to Treatment", Kind.DAY, Origin.DERIVED, "First embolization."),
    Variable("TRTEDT", "Date of Last Exposure to Treatment", Kind.DAY, Origin.DERIVED, "Last embolization so far."),
    Variable("EMBNUM", "Number of Embolizations", Kind.INTEGER, Origin.DERIVED, "Embolizations on record."),
    Variable("PROGDT", "Date of Progression", Kind.DAY, Origin.COLLECTED),
    Variable("DTHDT", "Date of Death", Kind.DAY, Origin.COLLECTED),
    Variable("WITHDT", "Date of Withdrawal", Kind.DAY, Origin.COLLECTED),
    Variable("WITHREAS", "Reason for Withdrawal", Kind.TEXT, Origin.COLLECTED),
)
