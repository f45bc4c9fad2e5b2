"""ADPRO: items and scores by participant, parameter and visit, with baseline and change. Values are not rounded.

Baseline is the response at the first time point the study counts from randomisation, as in the analysis.
"""

from collections.abc import Iterable, Iterator, Mapping

from retnet_pro.dataset.codebook import Codebook, in_words
from retnet_pro.dataset.rows import FormRow, FormRows, FormStatus, ItemState, PersonRows
from retnet_pro.dataset.sequence import item_sequence
from retnet_pro.exchange.adam_adsl import SUBJECT, subject_values
from retnet_pro.exchange.cdisc_codes import PROPOSAL, category, item_code, score_code
from retnet_pro.exchange.sdtm_qs import REASONS
from retnet_pro.exchange.study_time import day_of, iso, study_day, visit_name, visit_number
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Row, Value, Variable
from retnet_pro.study.model import Anchor, Study

ITEM, SCORE = "ITEM", "SCORE"
_SCORES_FROM = 500
"""Place of the first score of a form in ASEQ; no form has as many items."""


def adpro(study: str, codebook: Codebook) -> Dataset:
    """Return the dataset ADPRO of a study."""
    baselines = _baselines(codebook.study)
    return Dataset(
        name="ADPRO",
        label="Patient-Reported Outcomes",
        structure="One record per parameter and response per subject",
        of_class="BASIC DATA STRUCTURE",
        variables=(*SUBJECT, *_VARIABLES),
        keys=("STUDYID", "USUBJID", "ASEQ"),
        rows=lambda person: _rows(study, codebook, baselines, person),
        says="An item or score without a value has a row with AVALRSN. Where an item was hidden there is no row.",
    )


def _baselines(study: Study) -> Mapping[str, str]:
    """Return the time point of baseline by instrument."""
    counted = [point for point in study.time_points if point.anchor is Anchor.RANDOMISATION]
    counted.sort(key=lambda point: -point.offset_days)
    return {form: point.id for point in counted for form in point.instruments}


def _rows(study: str, codebook: Codebook, baselines: Mapping[str, str], person: PersonRows) -> Iterable[Records]:
    subject = subject_values(study, codebook, person.subject)
    forms: list[tuple[str, Row, list[dict[str, Value]]]] = []
    base: dict[Value, tuple[float, str]] = {}
    for one in person.forms:
        form = one.form
        if form.status is not FormStatus.DONE:
            continue
        day, own = iso(day_of(form)), list(_form(one))
        is_planned = form.time_point is not None and not form.is_disputed
        is_baseline = is_planned and form.time_point == baselines.get(form.instrument)
        for row in own:
            if is_planned and (value := _number(row)) is not None:
                row["ANL01FL"] = "Y"
                if is_baseline:
                    row["ABLFL"] = "Y"
                    base[row["PARAMCD"]] = (value, day)
        forms.append((day, {**subject, **_shared(person, form, day)}, own))
    for day, shared, own in forms:
        for row in own:
            if (found := base.get(row["PARAMCD"])) is not None:
                row["BASE"], first = found
                if (value := _number(row)) is not None and day > first:
                    row["CHG"] = value - found[0]
        yield Records(shared, own)


def _number(row: Row) -> float | None:
    value = row["AVAL"]
    assert not isinstance(value, str), "AVAL is a number"
    return value


def _shared(person: PersonRows, form: FormRow, day: str) -> Row:
    name, is_official = category(form)
    return {
        "PARCAT1": name,
        "PARCAT3": "" if is_official else PROPOSAL,
        "AVISIT": visit_name(form),
        "AVISITN": visit_number(form),
        "ADT": day,
        "ADY": study_day(day_of(form), person.subject.randomised),
    }


def _form(one: FormRows) -> Iterator[dict[str, Value]]:
    form = one.form
    for item in one.items:
        if item.state is not ItemState.NOT_PRESENTED:
            named = item_code(form, item)
            yield {
                "ASEQ": item.sequence,
                "PARAM": named.name,
                "PARAMCD": named.code,
                "PARCAT2": ITEM,
                "AVAL": item.code,
                "AVALC": item.text,
                "AVALRSN": REASONS.get(item.state, ""),
                "SRCDOM": "QS",
                "SRCSEQ": item.sequence,
            }
    for place, score in enumerate(one.scores):
        what = score_code(form, score)
        yield {
            "ASEQ": item_sequence(form.sequence, _SCORES_FROM + place),
            "PARAM": what.name,
            "PARAMCD": what.code,
            "PARCAT2": SCORE,
            "AVAL": score.value,
            "AVALRSN": "" if score.why is None else in_words(score.why.value).upper(),
            "AVALNI": score.used,
            "AVALNT": score.of,
        }


_CODE_SAYS = "Of an item the test code of SDTM; of a score a proposal of this project."
_VARIABLES = (
    Variable("ASEQ", "Analysis Sequence Number", Kind.INTEGER, Origin.DERIVED, "Place in the plan of the study."),
    Variable("PARAM", "Parameter", Kind.TEXT, Origin.ASSIGNED),
    Variable("PARAMCD", "Parameter Code", Kind.TEXT, Origin.ASSIGNED, _CODE_SAYS, "PARAMCD"),
    Variable("PARCAT1", "Parameter Category 1", Kind.TEXT, Origin.ASSIGNED, "QSCAT."),
    Variable("PARCAT2", "Parameter Category 2", Kind.TEXT, Origin.ASSIGNED, codes="PARCAT2"),
    Variable("PARCAT3", "Parameter Category 3", Kind.TEXT, Origin.ASSIGNED, "Marks item codes that are a proposal."),
    Variable("AVISIT", "Analysis Visit", Kind.TEXT, Origin.DERIVED, "VISIT."),
    Variable("AVISITN", "Analysis Visit (N)", Kind.INTEGER, Origin.DERIVED, "VISITNUM."),
    Variable("ADT", "Analysis Date", Kind.DAY, Origin.DERIVED, "Local day on which the form was finished."),
    Variable("ADY", "Analysis Relative Day", Kind.INTEGER, Origin.DERIVED, "From RANDDT, which is day 1."),
    Variable(
        "AVAL",
        "Analysis Value",
        Kind.FLOAT,
        Origin.DERIVED,
        "Code of the answer, or score by the manual of the instrument with its rule for missing items; not rounded.",
    ),
    Variable("AVALC", "Analysis Value (C)", Kind.TEXT, Origin.DERIVED, "Code of the answer as text; items only."),
    Variable("AVALRSN", "Reason Analysis Value is Missing", Kind.TEXT, Origin.DERIVED, "Why AVAL is missing."),
    Variable("AVALNI", "Number of Items Used", Kind.INTEGER, Origin.DERIVED, "Items that entered the score."),
    Variable("AVALNT", "Number of Items in Scale", Kind.INTEGER, Origin.DERIVED, "Items the score could have."),
    Variable(
        "ABLFL",
        "Baseline Record Flag",
        Kind.TEXT,
        Origin.DERIVED,
        "Record with a value at the first time point that the study counts from randomisation.",
        "NY",
    ),
    Variable("BASE", "Baseline Value", Kind.FLOAT, Origin.DERIVED, "AVAL of the record with ABLFL."),
    Variable("CHG", "Change from Baseline", Kind.FLOAT, Origin.DERIVED, "AVAL - BASE, on days after baseline."),
    Variable(
        "ANL01FL",
        "Analysis Flag 01",
        Kind.TEXT,
        Origin.DERIVED,
        "Record with a value at a planned visit; of several responses to one form at one visit the first.",
        "NY",
    ),
    Variable("DTYPE", "Derivation Type", Kind.TEXT, Origin.DERIVED, "Always empty: no value is imputed."),
    Variable("SRCDOM", "Source Data", Kind.TEXT, Origin.ASSIGNED, "Of an item QS."),
    Variable("SRCSEQ", "Source Sequence Number", Kind.INTEGER, Origin.DERIVED, "QSSEQ of an item."),
)
