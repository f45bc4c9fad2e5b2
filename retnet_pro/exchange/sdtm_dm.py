"""SDTM DM as far as it is known here: who took part, from when to when, in which arm.

Age, sex, race and country are not collected by this program; a submission takes them from where they are.
"""

from collections.abc import Iterable

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import PersonRows
from retnet_pro.exchange.study_time import first_exposure, iso
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Row, Variable, subject_id

NOT_ASSIGNED, NOT_DISCLOSED = "NOT ASSIGNED", "NOT DISCLOSED"


def dm(study: str, codebook: Codebook) -> Dataset:
    """Return the dataset DM of a study."""
    return Dataset(
        name="DM",
        label="Demographics",
        structure="One record per subject",
        of_class="SPECIAL PURPOSE",
        variables=_VARIABLES,
        keys=("STUDYID", "USUBJID"),
        rows=lambda person: _row(study, {arm.id: arm.title for arm in codebook.study.arms}, person),
        says="Age, sex, race and country are not collected by this program and are not here.",
    )


def _row(study: str, arms: dict[str, str], person: PersonRows) -> Iterable[Records]:
    one = person.subject
    arm = arms.get(one.arm, one.arm) if one.arm else ""
    row: Row = {
        "STUDYID": study,
        "DOMAIN": "DM",
        "USUBJID": subject_id(study, one.site, one.subject),
        "SUBJID": one.subject,
        "RFSTDTC": iso(one.randomised),
        "RFXSTDTC": iso(first_exposure(one)),
        "RFXENDTC": iso(one.embolizations[-1]) if one.embolizations else "",
        "DTHDTC": iso(one.died),
        "DTHFL": "Y" if one.died else "",
        "SITEID": one.site,
        "ARMCD": (one.arm or "").upper(),
        "ARM": arm,
        "ARMNRS": "" if one.arm else NOT_DISCLOSED if one.randomised else NOT_ASSIGNED,
    }
    yield Records(row, ({},))


_VARIABLES = (
    Variable("STUDYID", "Study Identifier", Kind.TEXT, Origin.PROTOCOL),
    Variable("DOMAIN", "Domain Abbreviation", Kind.TEXT, Origin.ASSIGNED, codes="DOMAIN"),
    Variable("USUBJID", "Unique Subject Identifier", Kind.TEXT, Origin.DERIVED, "STUDYID and study code."),
    Variable("SUBJID", "Subject Identifier for the Study", Kind.TEXT, Origin.ASSIGNED),
    Variable(
        "RFSTDTC", "Subject Reference Start Date/Time", Kind.ISO_DAY, Origin.DERIVED, "Day of randomisation; day 1."
    ),
    Variable("RFXSTDTC", "Date/Time of First Study Treatment", Kind.ISO_DAY, Origin.DERIVED, "First embolization."),
    Variable(
        "RFXENDTC", "Date/Time of Last Study Treatment", Kind.ISO_DAY, Origin.DERIVED, "Last embolization so far."
    ),
    Variable("DTHDTC", "Date/Time of Death", Kind.ISO_DAY, Origin.COLLECTED),
    Variable("DTHFL", "Subject Death Flag", Kind.TEXT, Origin.DERIVED, "Y where the day is known.", "NY"),
    Variable("SITEID", "Study Site Identifier", Kind.TEXT, Origin.ASSIGNED),
    Variable(
        "ARMCD",
        "Planned Arm Code",
        Kind.TEXT,
        Origin.ASSIGNED,
        "Id of the arm in the study file; empty before randomisation, and where the arm may not be seen.",
        "ARMCD",
    ),
    Variable("ARM", "Description of Planned Arm", Kind.TEXT, Origin.PROTOCOL),
    Variable(
        "ARMNRS",
        "Reason Arm and/or Actual Arm is Null",
        Kind.TEXT,
        Origin.DERIVED,
        "NOT ASSIGNED before randomisation, NOT DISCLOSED where the arm may not be seen.",
    ),
)
