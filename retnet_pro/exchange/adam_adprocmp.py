"""ADPROCMP: one row for every form of every visit, from which both rates of completion are counted (E61, E62).

Completion rate: COMPLFL among EXPFL. Available-data rate: COMPLFL among everybody with ITTFL in ADSL.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from retnet_pro.dataset.codebook import Codebook, in_words
from retnet_pro.dataset.rows import FormRow, FormStatus, PersonRows
from retnet_pro.exchange.adam_adsl import SUBJECT, subject_values
from retnet_pro.exchange.cdisc_codes import category
from retnet_pro.exchange.sdtm_qs import NO_REASON
from retnet_pro.exchange.study_time import day_of, iso, visit_name, visit_number
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Row, Variable


def adprocmp(study: str, codebook: Codebook, cut_off: date) -> Dataset:
    """Return the dataset ADPROCMP of a study as it is on a day."""
    return Dataset(
        name="ADPROCMP",
        label="Completion of Questionnaires",
        structure="One record per questionnaire and visit per subject",
        of_class="ADAM OTHER",
        variables=(*SUBJECT, *_VARIABLES),
        keys=("STUDYID", "USUBJID", "ASEQ"),
        rows=lambda person: _rows(study, codebook, cut_off, person),
        says="Completion rate: COMPLFL among EXPFL. Available-data rate: COMPLFL among everybody with ITTFL in ADSL. "
        "Forms at visits the study file does not plan count for neither and are not here.",
    )


def _rows(study: str, codebook: Codebook, cut_off: date, person: PersonRows) -> Iterable[Records]:
    yield Records(subject_values(study, codebook, person.subject), _visits(cut_off, person))


def _visits(cut_off: date, person: PersonRows) -> Iterator[Row]:
    planned = [one.form for one in person.forms if one.form.time_point is not None]
    for _, attempts in groupby(planned, key=lambda form: (form.visit, form.instrument)):
        form = min(attempts, key=lambda one: (one.is_disputed, not one.is_valid, one.attempt))
        yield {
            "ASEQ": form.sequence,
            "PARCAT1": category(form)[0],
            "AVISIT": visit_name(form),
            "AVISITN": visit_number(form),
            "TRGTDT": iso(form.target),
            "WINLO": iso(form.opens),
            "WINHI": iso(form.closes),
            "ALIVEFL": _flag(_is_alive(form, person.subject.died)),
            "EXPFL": _flag(_is_expected(form, person.subject.randomised, cut_off)),
            "RECFL": _flag(form.status is FormStatus.DONE),
            "COMPLFL": _flag(form.is_valid is True and not form.is_disputed),
            "STATUS": in_words(form.status.value).upper(),
            "REASND": _reason(form),
            "ADT": iso(day_of(form)),
        }


def _flag(is_so: bool) -> str:
    return "Y" if is_so else "N"


def _is_alive(form: FormRow, died: date | None) -> bool:
    return died is None or form.target is None or form.target < died


def _is_expected(form: FormRow, randomised: date | None, cut_off: date) -> bool:
    return form.is_expected and randomised is not None and form.closes is not None and form.closes < cut_off


def _reason(form: FormRow) -> str:
    if form.reason is not None:
        return in_words(form.reason).upper()
    return NO_REASON if form.status is FormStatus.MISSED else ""


_VARIABLES = (
    Variable("ASEQ", "Analysis Sequence Number", Kind.INTEGER, Origin.DERIVED, "Place in the plan of the study."),
    Variable("PARCAT1", "Parameter Category 1", Kind.TEXT, Origin.ASSIGNED, "QSCAT of the questionnaire."),
    Variable("AVISIT", "Analysis Visit", Kind.TEXT, Origin.DERIVED, "VISIT."),
    Variable("AVISITN", "Analysis Visit (N)", Kind.INTEGER, Origin.DERIVED, "VISITNUM."),
    Variable("TRGTDT", "Target Date", Kind.DAY, Origin.DERIVED, "Day the form is due by the study file."),
    Variable("WINLO", "First Day of Window", Kind.DAY, Origin.DERIVED, "By the study file."),
    Variable("WINHI", "Last Day of Window", Kind.DAY, Origin.DERIVED, "By the study file."),
    Variable("ALIVEFL", "Alive at Target Date Flag", Kind.TEXT, Origin.DERIVED, "N from the day of death on.", "NY"),
    Variable(
        "EXPFL",
        "Expected Flag",
        Kind.TEXT,
        Origin.DERIVED,
        "Randomised, alive and in the study at the target date, and the window closed before the cut-off.",
        "NY",
    ),
    Variable("RECFL", "Received Flag", Kind.TEXT, Origin.DERIVED, "The form came.", "NY"),
    Variable(
        "COMPLFL", "Completed Flag", Kind.TEXT, Origin.DERIVED, "It came and is valid by the rule of the study.", "NY"
    ),
    Variable("STATUS", "Status of Questionnaire", Kind.TEXT, Origin.DERIVED, "What became of it.", "STATUS"),
    Variable("REASND", "Reason Not Performed", Kind.TEXT, Origin.COLLECTED, "Coded reason in words."),
    Variable("ADT", "Analysis Date", Kind.DAY, Origin.DERIVED, "Local day on which the form was finished."),
)
