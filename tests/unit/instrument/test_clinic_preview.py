"""The text of a form of staff shows what it takes, what it refuses and what it states of the course."""

from pathlib import Path

import pytest

from retnet_pro.instrument.clinic_library import open_clinic_library
from retnet_pro.instrument.clinic_preview import preview_clinic

HOUSE = Path(__file__).resolve().parents[3]
LIBRARY = open_clinic_library((HOUSE / "forms",), (HOUSE / "translations",))


def shown(form: str, language: str = "en") -> str:
    known = LIBRARY.form(form)
    return preview_clinic(known, LIBRARY.words_of(known, language))


@pytest.mark.parametrize("form", LIBRARY.ids())
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_part_item_and_code_of_a_shipped_form_is_there(form: str, language: str) -> None:
    known = LIBRARY.form(form)
    words = LIBRARY.words_of(known, language)
    text = preview_clinic(known, words)
    wanted = [words.title, *words.parts.values(), *words.items.values(), *words.hints.values()]
    wanted += [f"( ) {code}  {said}" for one in words.lists.values() for code, said in one.items()]
    assert [said for said in wanted if said not in text] == []


@pytest.mark.rule("P12", "P13")
def test_units_bounds_and_the_words_for_no_value_are_told() -> None:
    text = shown("biomarkers")
    assert "( ) µg/L: 0 to 1000000; asked about below 5 or above 20000" in text
    assert "in the unit of cga" in text and "or: not-done, unknown" in text
    assert "[hiaa_urine: only when hiaa_matter is 1]" in text


@pytest.mark.rule("P21")
def test_a_form_that_tells_the_treatment_says_who_may_fill_it_in() -> None:
    assert "only by roles that may see the arm" in shown("embolization")
    assert "States of the participant's course: embolization (done_on)" in shown("embolization")
