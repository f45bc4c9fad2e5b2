"""SDTM QS: one row for every item that was presented, and one for every form that did not come.

Items that a condition hid have no row. An item without an answer is NOT DONE with its reason and no result. No
evaluator (QSEVAL) is sent: rule CORE-000031. Scores are derived and stand in ADaM.
"""

from collections.abc import Iterable, Iterator

from retnet_pro.dataset.codebook import Codebook, in_words
from retnet_pro.dataset.rows import FormRow, FormRows, FormStatus, ItemRow, ItemState, PersonRows
from retnet_pro.dataset.sequence import item_sequence
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.cdisc_codes import PROPOSAL, category, item_code
from retnet_pro.exchange.sdtm_answers import answer_levels
from retnet_pro.exchange.study_time import (
    EPOCH_RULE,
    day_of,
    epoch_of,
    is_before_exposure,
    local_minute,
    study_day,
    visit_name,
    visit_number,
)
from retnet_pro.exchange.tabulation import Dataset, Kind, Origin, Records, Value, Variable, subject_id

ALL, ALL_NAME = "QSALL", "Questionnaires"
NOT_DONE = "NOT DONE"
REASONS = {
    ItemState.NOT_APPLICABLE: "NOT APPLICABLE",
    ItemState.SKIPPED: "PATIENT SKIPPED",
    ItemState.NOT_REACHED: "NOT REACHED",
}
NO_REASON = "NO REASON GIVEN"
STOPPED = "STOPPED BEFORE ITS END"
RECALLS = {None: "", "day": "-P1D", "week": "-P7D", "four_weeks": "-P4W"}
"""Time frame of an item as a duration."""


def qs(study: str, codebook: Codebook) -> Dataset:
    """Return the dataset QS of a study."""
    return Dataset(
        name="QS",
        label="Questionnaires",
        structure="One record per questionnaire, item and visit per subject",
        of_class="FINDINGS",
        variables=_VARIABLES,
        keys=("STUDYID", "USUBJID", "QSSEQ"),
        rows=lambda person: _rows(study, codebook, person),
        by_value=answer_levels(codebook),
        says=f"Rows whose QSSCAT is '{PROPOSAL}' have test codes that are not of CDISC.",
    )


def _rows(study: str, codebook: Codebook, person: PersonRows) -> Iterable[Records]:
    forms: list[Records] = []
    last: dict[Value, tuple[str, dict[str, Value]]] = {}
    for one in person.forms:
        own = list(_form(codebook, one))
        if own:
            forms.append(Records(_shared(study, person, one.form), own))
        day, finished = day_of(one.form), one.form.finished or ""
        if day is not None and person.subject.embolizations and is_before_exposure(day, person.subject):
            for row in own:
                known = last.get(row["QSTESTCD"])
                if row["QSSTRESC"] and (known is None or finished >= known[0]):
                    last[row["QSTESTCD"]] = (finished, row)
    for _, row in last.values():
        row["QSLOBXFL"] = "Y"
    return forms


def _form(codebook: Codebook, one: FormRows) -> Iterator[dict[str, Value]]:
    form = one.form
    if form.status is FormStatus.DONE:
        for item in one.items:
            if item.state is not ItemState.NOT_PRESENTED:
                yield _item(codebook, form, item)
    elif form.status in (FormStatus.PARTLY, FormStatus.MISSED):
        reason = in_words(form.reason).upper() if form.reason else NO_REASON
        yield {
            "QSSEQ": item_sequence(form.sequence, 0),
            "QSTESTCD": ALL,
            "QSTEST": ALL_NAME,
            "QSORRES": "",
            "QSSTRESC": "",
            "QSSTAT": NOT_DONE,
            "QSREASND": f"{STOPPED}: {reason}" if form.status is FormStatus.PARTLY else reason,
        }


def _shared(study: str, person: PersonRows, form: FormRow) -> dict[str, Value]:
    day, (qscat, is_official) = day_of(form), category(form)
    return {
        "STUDYID": study,
        "DOMAIN": "QS",
        "USUBJID": subject_id(study, form.site, form.subject),
        "QSGRPID": form.key,
        "QSCAT": qscat,
        "QSSCAT": "" if is_official else PROPOSAL,
        "VISITNUM": visit_number(form),
        "VISIT": visit_name(form),
        "EPOCH": epoch_of(day or form.target, person.subject),
        "QSDTC": local_minute(form),
        "QSDY": study_day(day, person.subject.randomised),
    }


def _item(codebook: Codebook, form: FormRow, item: ItemRow) -> dict[str, Value]:
    named = item_code(form, item)
    return {
        "QSSEQ": item.sequence,
        "QSTESTCD": named.code,
        "QSTEST": named.name,
        "QSORRES": item.text,
        "QSSTRESC": item.text,
        "QSSTRESN": item.code,
        "QSSTAT": "" if item.state is ItemState.ANSWERED else NOT_DONE,
        "QSREASND": REASONS.get(item.state, ""),
        "QSEVLINT": _recall(codebook, form, item),
    }


def _recall(codebook: Codebook, form: FormRow, item: ItemRow) -> str:
    instrument = None if form.instrument_hash is None else codebook.instrument(form.instrument_hash)
    recall = None if instrument is None else instrument.by_id[item.item].recall
    if recall not in RECALLS:
        why = f"nothing is known of the time frame {recall} of {form.instrument}"
        raise Refusal(Code.DATA_UNFIT, row=form.key, column=item.item, why=why)
    return RECALLS[recall]


_NUMBER_SAYS = "The code of the answer as a number. Words of the answers are licensed text and not in this file."
_VARIABLES = (
    Variable("STUDYID", "Study Identifier", Kind.TEXT, Origin.PROTOCOL),
    Variable("DOMAIN", "Domain Abbreviation", Kind.TEXT, Origin.ASSIGNED, codes="DOMAIN"),
    Variable("USUBJID", "Unique Subject Identifier", Kind.TEXT, Origin.DERIVED, "STUDYID and study code."),
    Variable(
        "QSSEQ",
        "Sequence Number",
        Kind.INTEGER,
        Origin.DERIVED,
        "Place in the plan of the study: cycle, time point, form, attempt, item. No later response changes it.",
    ),
    Variable("QSGRPID", "Group ID", Kind.TEXT, Origin.ASSIGNED, "Key of the form; the same in every export."),
    Variable("QSTESTCD", "Question Short Name", Kind.TEXT, Origin.ASSIGNED, codes="QSTESTCD"),
    Variable("QSTEST", "Question Name", Kind.TEXT, Origin.ASSIGNED, codes="QSTEST"),
    Variable("QSCAT", "Category of Question", Kind.TEXT, Origin.ASSIGNED, codes="QSCAT"),
    Variable("QSSCAT", "Subcategory for Question", Kind.TEXT, Origin.ASSIGNED, "Marks codes that are a proposal."),
    Variable("QSORRES", "Finding in Original Units", Kind.TEXT, Origin.COLLECTED, _NUMBER_SAYS),
    Variable("QSSTRESC", "Character Result/Finding in Std Format", Kind.TEXT, Origin.DERIVED, "The same as QSORRES."),
    Variable("QSSTRESN", "Numeric Finding in Standard Units", Kind.INTEGER, Origin.DERIVED, "QSSTRESC as a number."),
    Variable("QSSTAT", "Completion Status", Kind.TEXT, Origin.DERIVED, "NOT DONE where no answer.", "ND"),
    Variable(
        "QSREASND",
        "Reason Not Performed",
        Kind.TEXT,
        Origin.COLLECTED,
        "Of an item NOT APPLICABLE, PATIENT SKIPPED or NOT REACHED; of a form the coded reason in words.",
    ),
    Variable(
        "QSLOBXFL",
        "Last Observation Before Exposure Flag",
        Kind.TEXT,
        Origin.DERIVED,
        "Last answer of the item no later than the day of the first embolization.",
        "NY",
    ),
    Variable(
        "VISITNUM",
        "Visit Number",
        Kind.INTEGER,
        Origin.DERIVED,
        "100 times the number of the embolization plus the place of the time point in the study file.",
    ),
    Variable("VISIT", "Visit Name", Kind.TEXT, Origin.PROTOCOL),
    Variable("EPOCH", "Epoch", Kind.TEXT, Origin.DERIVED, EPOCH_RULE, "EPOCH"),
    Variable(
        "QSDTC",
        "Date/Time of Finding",
        Kind.ISO_MINUTE,
        Origin.COLLECTED,
        "When the form was finished, local time; its offset stands in the CSV bundle.",
    ),
    Variable("QSDY", "Study Day of Finding", Kind.INTEGER, Origin.DERIVED, "From RFSTDTC, which is day 1."),
    Variable("QSEVLINT", "Evaluation Interval", Kind.TEXT, Origin.ASSIGNED, "Empty where the form states none."),
)
