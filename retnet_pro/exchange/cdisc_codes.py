"""Which code stands for which item and scale in SDTM and ADaM, from the tables that come with this program.

Codes of the QLQ-C30 are official (NCI Enterprise Vocabulary Services, CDISC terminology for questionnaires,
2022-03-25; ``tables/sdtm_qlqc30_qstestcd.csv`` is that list). For the QLQ-GINET21 CDISC has published a category and no
test codes, for the scale of carcinoid symptoms neither: theirs are proposals of this project, declared as such.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retnet_pro.dataset.rows import FormRow, ItemRow, ScoreRow
from retnet_pro.errors import Code, Refusal

TERMINOLOGY = "2022-03-25"
"""Release of the CDISC terminology the official codes are from."""
PROPOSAL = "PROPOSAL: SPONSOR CODES"
"""Stands in the rows of questionnaires whose codes are not official."""
CATEGORY_CONCEPTS = {"EORTC QLQ-C30 V3.0": "C161654", "EORTC QLQ-GINET21 DATE 20TH FEBRUARY 2006": "C183585"}
"""NCI concepts of the categories that are official, from the same release."""


@dataclass(frozen=True, slots=True)
class ItemCode:
    """What an item is called."""

    category: str
    code: str
    name: str
    concept: str
    """NCI concept; '' where the code is a proposal."""
    is_official: bool


@dataclass(frozen=True, slots=True)
class ScoreCode:
    """What a scale is called."""

    code: str
    name: str


@cache
def item_codes() -> Mapping[tuple[str, str, str], ItemCode]:
    """Return the codes by instrument, its version and item."""
    return {
        (row["instrument"], row["version"], row["item"]): ItemCode(
            row["qscat"], row["qstestcd"], row["qstest"], row["concept"], row["status"] == "OFFICIAL"
        )
        for row in _table("sdtm_items.csv")
    }


@cache
def score_codes() -> Mapping[tuple[str, str, str, str], ScoreCode]:
    """Return the codes by instrument, its version, scale and variant of scoring."""
    return {
        (row["instrument"], row["version"], row["scale"], row["variant"]): ScoreCode(row["paramcd"], row["param"])
        for row in _table("adam_scores.csv")
    }


@cache
def _categories() -> Mapping[str, tuple[str, bool]]:
    return {form: (one.category, one.is_official) for (form, _, _), one in item_codes().items()}


def item_code(form: FormRow, item: ItemRow) -> ItemCode:
    """Return the code of an item.

    Raises:
        Refusal: `DATA_UNFIT`, when the tables do not know this item of this version of the form.
    """
    found = item_codes().get((form.instrument, form.instrument_version or "", item.item))
    if found is None:
        raise _unknown(form, item.item)
    return found


def score_code(form: FormRow, score: ScoreRow) -> ScoreCode:
    """Return the code of a scale.

    Raises:
        Refusal: `DATA_UNFIT`, when the tables do not know this scale of this version of the form.
    """
    found = score_codes().get((form.instrument, form.instrument_version or "", score.scale, score.variant))
    if found is None:
        raise _unknown(form, score.scale)
    return found


def category(form: FormRow) -> tuple[str, bool]:
    """Return the category of a form, and whether its test codes are official.

    Raises:
        Refusal: `DATA_UNFIT`, when the tables do not know the form.
    """
    found = _categories().get(form.instrument)
    if found is None:
        raise _unknown(form, "form")
    return found


def _unknown(form: FormRow, column: str) -> Refusal:
    version = f"version {form.instrument_version} of " if form.instrument_version else ""
    why = f"the table of codes does not know {column} of {version}{form.instrument}"
    return Refusal(Code.DATA_UNFIT, row=form.key, column=column, why=why)


def _table(name: str) -> Iterator[dict[str, str]]:
    table = files("retnet_pro.exchange") / "tables" / name
    yield from csv.DictReader(table.read_text("utf-8").splitlines())
