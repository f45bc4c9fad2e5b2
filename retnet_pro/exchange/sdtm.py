"""The SDTM package: DM and QS with their code lists, as XPT or as Dataset-JSON."""

from pathlib import Path

from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.cdisc_codes import CATEGORY_CONCEPTS, PROPOSAL, TERMINOLOGY, ItemCode, item_codes
from retnet_pro.exchange.define_words import question_words
from retnet_pro.exchange.package import DATASET_JSON, XPT, write_package
from retnet_pro.exchange.sdtm_answers import answer_lists
from retnet_pro.exchange.sdtm_dm import dm
from retnet_pro.exchange.sdtm_qs import ALL, ALL_NAME, NOT_DONE, qs
from retnet_pro.exchange.study_time import EPOCHS
from retnet_pro.exchange.tabulation import CodeList, CodeTerm, Package, study_id
from retnet_pro.exchange.writer import ExportMade, Progress

LEFT_OUT = (
    "words of answers, which are numbers; those of questions, which are licensed: see define.xml where they may leave",
    "how a form was filled in, who helped, corrections and the trail: see the CSV bundle",
    "the offset of local times: see the CSV bundle",
    "scores, which are derived: see ADaM",
    "age, sex, race and country, which are not collected here",
    "forms of staff: see the CSV bundle",
)


def sdtm(data: StudyData) -> Package:
    """Return the datasets of a study."""
    study = study_id(data)
    return Package(
        name="SDTM",
        standard="SDTMIG",
        standard_version="3.4",
        terminology="SDTM",
        terminology_version=TERMINOLOGY,
        datasets=(dm(study, data.codebook), qs(study, data.codebook)),
        code_lists=_code_lists(data),
        left_out=LEFT_OUT,
    )


def _code_lists(data: StudyData) -> tuple[CodeList, ...]:
    codes = [one for (form, _, _), one in item_codes().items() if form in _forms(data)]
    categories = dict.fromkeys(one.category for one in codes)
    return (
        CodeList(
            id="DOMAIN", name="SDTM Domain Abbreviation", terms=(_term("DM", "Demographics"), _term("QS", ALL_NAME))
        ),
        CodeList(
            id="QSTESTCD",
            name="Question Short Name",
            terms=(*(CodeTerm(one.code, one.name, one.concept) for one in codes), _term(ALL, ALL_NAME)),
            says=question_words(data.codebook),
        ),
        CodeList(
            id="QSTEST",
            name="Question Name",
            terms=(*(CodeTerm(one.name, _status(one), one.concept) for one in codes), _term(ALL_NAME, ALL_NAME)),
        ),
        CodeList(
            id="QSCAT",
            name="Category of Question",
            terms=tuple(CodeTerm(one, one, CATEGORY_CONCEPTS.get(one, "")) for one in categories),
        ),
        CodeList(id="ND", name="Not Done", terms=(_term(NOT_DONE, "Not done"),)),
        CodeList(id="NY", name="No Yes Response", terms=(_term("Y", "Yes"),)),
        CodeList(id="EPOCH", name="Epoch", terms=tuple(_term(one, one.capitalize()) for one in EPOCHS)),
        CodeList(
            id="ARMCD",
            name="Planned Arm Code",
            terms=tuple(_term(arm.id.upper(), arm.title) for arm in data.codebook.study.arms),
        ),
        *answer_lists(data.codebook),
    )


def _forms(data: StudyData) -> frozenset[str]:
    return frozenset(form.id for form in data.codebook.instruments)


def _term(code: str, words: str) -> CodeTerm:
    return CodeTerm(code, words)


def _status(one: ItemCode) -> str:
    return "CDISC" if one.is_official else PROPOSAL


def write_sdtm_xpt(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the SDTM package as XPT version 5 into a new folder or zip.

    Raises: as `writer.Writer`.
    """
    return write_package(sdtm(data), "sdtm-xpt", XPT, data, out, progress)


def write_sdtm_json(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the SDTM package as Dataset-JSON 1.1 into a new folder or zip.

    Raises: as `writer.Writer`.
    """
    return write_package(sdtm(data), "sdtm-json", DATASET_JSON, data, out, progress)
