"""The package in the manner of ADaM: ADSL, ADPRO, ADPROCMP and ADPROTTE, as XPT, Dataset-JSON or CSV."""

from pathlib import Path

from retnet_pro.dataset.codebook import in_words
from retnet_pro.dataset.rows import FormStatus
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.adam_adpro import ITEM, SCORE, adpro
from retnet_pro.exchange.adam_adprocmp import adprocmp
from retnet_pro.exchange.adam_adprotte import adprotte, event_terms
from retnet_pro.exchange.adam_adsl import adsl
from retnet_pro.exchange.cdisc_codes import TERMINOLOGY, item_codes, score_codes
from retnet_pro.exchange.define_words import question_words
from retnet_pro.exchange.package import CSV, DATASET_JSON, XPT, write_package
from retnet_pro.exchange.tabulation import CodeList, CodeTerm, Package, study_id
from retnet_pro.exchange.writer import ExportMade, Progress

LEFT_OUT = (
    "words of answers, which are numbers; those of questions, which are licensed: see define.xml where they may leave",
    "how a form was filled in, who helped, corrections and the trail: see the CSV bundle",
    "age, sex and race, which are not collected here",
    "forms of staff, but for the times the readings of liver images lead to: see the CSV bundle",
)


def adam(data: StudyData) -> Package:
    """Return the analysis datasets of a study."""
    study, codebook = study_id(data), data.codebook
    return Package(
        name="ADaM",
        standard="ADaMIG",
        standard_version="1.3",
        terminology="SDTM",
        terminology_version=TERMINOLOGY,
        datasets=(
            adsl(study, codebook),
            adpro(study, codebook),
            adprocmp(study, codebook, data.about.cut_off),
            adprotte(study, codebook, data.about.cut_off),
        ),
        code_lists=_code_lists(data),
        left_out=LEFT_OUT,
    )


def _code_lists(data: StudyData) -> tuple[CodeList, ...]:
    codebook = data.codebook
    forms = frozenset(form.id for form in codebook.instruments)
    items = [CodeTerm(one.code, one.name, one.concept) for (form, *_), one in item_codes().items() if form in forms]
    scores = [CodeTerm(one.code, one.name) for (form, *_), one in score_codes().items() if form in forms]
    statuses = (in_words(status.value).upper() for status in FormStatus)
    return (
        CodeList(id="ARM", name="Treatment", terms=tuple(CodeTerm(arm.title, arm.id) for arm in codebook.study.arms)),
        CodeList(id="NY", name="No Yes Response", terms=(CodeTerm("N", "No"), CodeTerm("Y", "Yes"))),
        CodeList(id="PARAMCD", name="Parameter Code", terms=(*items, *scores), says=question_words(codebook)),
        CodeList(id="PARCAT2", name="Parameter Category 2", terms=(CodeTerm(ITEM, "Item"), CodeTerm(SCORE, "Score"))),
        CodeList(id="TTECD", name="Parameter Code of Times", terms=event_terms(codebook)),
        CodeList(id="STATUS", name="Status of Questionnaire", terms=tuple(CodeTerm(one, one) for one in statuses)),
    )


def write_adam_csv(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the analysis datasets as CSV into a new folder or zip.

    Raises: as `writer.Writer`.
    """
    return write_package(adam(data), "adam-csv", CSV, data, out, progress)


def write_adam_json(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the analysis datasets as Dataset-JSON 1.1 into a new folder or zip.

    Raises: as `writer.Writer`.
    """
    return write_package(adam(data), "adam-json", DATASET_JSON, data, out, progress)


def write_adam_xpt(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the analysis datasets as XPT version 5 into a new folder or zip.

    Raises: as `writer.Writer`.
    """
    return write_package(adam(data), "adam-xpt", XPT, data, out, progress)
