"""Forms that staff fill in: loaded from data alone, every finding named, words complete, nothing invented."""

from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import Anchor, Choice, Day, Fact, Missing, Note, Number
from retnet_pro.instrument.clinic_files import ClinicChecker
from retnet_pro.instrument.clinic_load import read_clinic_form, read_clinic_words
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import Status
from retnet_pro.instrument.schema import schema
from tests.unit.instrument.test_form_schema import as_json, faults

HOUSE = Path(__file__).resolve().parents[3]
FORMS = sorted((HOUSE / "forms/clinic").glob("*.yaml"))
WORDS = sorted((HOUSE / "translations/clinic").glob("*/*.yaml"))

FORM = """\
format: retnet-pro/clinic/1
id: lab
version: "1"
title: Laboratory
owner: Nobody
status: PROJECT
source: Written for a test
lists:
  yes_no: [1, 0]
numbers:
  mass:
    decimals: 1
    units:
      - {id: ug_l, symbol: "ug/L", lowest: 0, highest: 1000, unusual_below: 0.5, unusual_above: 100}
      - {id: nmol_l, symbol: "nmol/L", lowest: 0, highest: 50}
parts:
  - id: first
    items:
      - {id: taken, answer: {day: {earliest: enrolment}}}
      - {id: sick, answer: {choice: yes_no}, missing: [unknown]}
      - {id: mass, answer: {number: {kind: mass}}, missing: [not-done]}
      - {id: mass_limit, answer: {number: {kind: mass, unit_of: mass}}, required: false}
      - {id: when_sick, answer: {day: {}}, condition: {equals: {item: sick, code: 1}}}
  - id: each
    rows: 3
    items:
      - {id: again, answer: {choice: yes_no}}
      - {id: began, answer: {day: {partial: true}}, condition: {equals: {item: again, code: 1}}}
      - {id: ended, answer: {day: {partial: true, not_before: began}}, required: false}
      - {id: said, answer: {note: {longest: 20}}, required: false}
says:
  - {fact: progressed, item: when_sick, when: {equals: {item: sick, code: 1}}}
"""


def findings(text: str) -> list[tuple[int, str | None, str]]:
    form, found = read_clinic_form(text.encode(), "f")
    assert (form is None) == bool(found)
    return [(one.line, one.item, one.message) for one in found]


def test_a_form_is_read_into_facts() -> None:
    form, found = read_clinic_form(FORM.encode(), "f")
    assert form is not None and found == ()
    mass, limit = form.by_id["mass"].kind, form.by_id["mass_limit"].kind
    assert isinstance(mass, Number) and isinstance(limit, Number)
    assert (mass.kind.units[0].unusual_below, mass.kind.units[0].highest) == (Decimal("0.5"), Decimal(1000))
    assert limit.unit_of == "mass" and form.by_id["mass"].missing == (Missing.NOT_DONE,)
    assert form.by_id["taken"].kind == Day(
        partial=False, earliest=Anchor.ENROLMENT, unusual_before=None, not_before=None
    )
    assert isinstance(form.by_id["said"].kind, Note) and isinstance(form.by_id["again"].kind, Choice)
    assert [part.most for part in form.parts] == [None, 3]
    assert (form.says[0].fact, form.says[0].item) == (Fact.PROGRESSED, "when_sick")


@pytest.mark.parametrize(
    ("old", "new", "item", "said"),
    [
        ("{choice: yes_no}, missing", "{choice: maybe}, missing", "sick", "there is no list 'maybe'"),
        ("[1, 0]", "[1, 1]", "yes_no", "a code stands here twice"),
        ("unusual_above: 100}", "unusual_above: 2000}", "ug_l", "must rise in this order"),
        ('{id: nmol_l, symbol: "nmol/L"', '{id: ug_l, symbol: "nmol/L"', "mass", "a unit stands here twice"),
        ("{kind: mass}", "{kind: weight}", "mass", "there is no kind of number 'weight'"),
        ("unit_of: mass", "unit_of: taken", "mass_limit", "'taken' is no number of the same kind"),
        ("unit_of: mass", "unit_of: when_sick", "mass_limit", "'when_sick' does not come before this item"),
        ("not_before: began", "not_before: again", "ended", "'again' holds no day"),
        ("{item: sick, code: 1}}}\n  - id", "{item: sick, code: 7}}}\n  - id", "when_sick", "not one of its codes"),
        ("{item: sick, code: 1}}}\n  - id", "{item: taken, code: 1}}}\n  - id", "when_sick", "no choice from a list"),
        ("{id: said", "{id: taken", "taken", "the id taken stands here a second time"),
        ("- id: each", "- id: first", "first", "the part first stands here a second time"),
        ("item: when_sick, when", "item: began, when", "progressed", "no day that stands in the form once"),
        ("fact: progressed, item: when_sick", "fact: symptomatic, item: when_sick", "symptomatic", "no choice"),
        (
            "condition: {equals: {item: again, code: 1}}",
            "condition: {equals: {item: began, code: 1}}",
            "began",
            "which",
        ),
        ("{day: {}}", "{day: {partial: true}}", "progressed", "a fact needs a day"),
        (
            "condition: {equals: {item: sick, code: 1}}",
            "condition: {all: [{equals: {item: sick, code: 1}}, {equals: {item: sick, code: 0}}]}",
            "when_sick",
            "unreachable",
        ),
    ],
)
@pytest.mark.rule("T10")
def test_every_fault_of_sense_is_found_with_its_item(old: str, new: str, item: str, said: str) -> None:
    assert findings(FORM) == [] and old in FORM
    broken = FORM.replace(old, new, 1)
    found = [one for one in findings(broken) if one[1] == item and said in one[2]]
    assert found


def test_all_findings_come_at_once() -> None:
    broken = FORM.replace("decimals: 1", "decimals: 9").replace("rows: 3", "rows: 1").replace("day: {}", "hour: {}")
    assert [line for line, _, _ in findings(broken)] == [12, 23, 25]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{note: {longest: 20}}", "{note: {longest: 20}, day: {}}"),
        ("{note: {longest: 20}}", "{note: {longest: 0}}"),
        ("missing: [unknown]", "missing: [lost]"),
        ("earliest: enrolment", "earliest: birth"),
        ("fact: progressed", "fact: cured"),
        ("clinic/1", "instrument/1"),
        ("{equals: {item: sick, code: 1}}}\n  - id", "{code: sick}}\n  - id"),
    ],
)
def test_loader_and_schema_refuse_the_same_forms(old: str, new: str) -> None:
    assert faults("clinic", as_json(FORM)) == []
    broken = FORM.replace(old, new, 1)
    assert broken != FORM
    assert faults("clinic", as_json(broken)) and findings(broken)


def test_the_schemas_are_schemas_and_shipped_files_hold_against_them() -> None:
    jsonschema.Draft202012Validator.check_schema(schema("clinic"))
    jsonschema.Draft202012Validator.check_schema(schema("clinic-words"))
    assert (len(FORMS), len(WORDS)) >= (5, 10)
    assert [path.name for path in FORMS if faults("clinic", as_json(path.read_text("utf-8")))] == []
    assert [path.name for path in WORDS if faults("clinic-words", as_json(path.read_text("utf-8")))] == []


@pytest.mark.rule("T10")
@pytest.mark.parametrize("junk", [b"", b"\xff", b"[]", b"format: x", b"a: &a [*a]", FORM.encode()[:400]])
def test_no_bytes_break_the_loader(junk: bytes) -> None:
    assert read_clinic_form(junk, "f")[1]
    assert read_clinic_words(junk, "w")[1]


@pytest.mark.rule("E130")
def test_words_are_complete_or_every_gap_is_named() -> None:
    path = HOUSE / "forms/clinic/biomarkers.yaml"
    form, _ = read_clinic_form(path.read_bytes(), "f")
    assert form is not None
    text = (HOUSE / "translations/clinic/biomarkers/en.yaml").read_text("utf-8")
    assert read_clinic_words(text.encode(), "w", form)[1] == ()
    broken = (
        text.replace("  sampled_on: Day of the sample\n", "  sampled: Day of the sample\n")
        .replace("{1: Serum, 2: Plasma}", "{1: Serum, 3: Plasma}", 1)
        .replace("form: biomarkers", "form: imaging")
    )
    said = {one.message for one in read_clinic_words(broken.encode(), "w", form)[1]}
    assert said == {
        "these are words for imaging 1, not for biomarkers 1",
        "the words are missing: item 'sampled_on'",
        "these words belong to nothing: item 'sampled'",
        "the words of code 2 are missing",
        "there is no code 3",
    }


def test_every_shipped_form_speaks_english_and_german_and_hides_from_participants() -> None:
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    assert library.clinic is not None
    assert {"embolization", "symptom-baseline", "adverse-events", "imaging", "biomarkers"} == set(library.clinic.ids())
    for name in library.clinic.ids():
        form = library.clinic.form(name)
        assert {library.clinic.words_of(form, tag).language for tag in ("en", "de", "de-AT", "fr")} == {"en", "de"}
        with pytest.raises(Refusal) as refused:
            library.instrument(name)  # type: ignore[arg-type]
        assert refused.value.code is Code.FORM_UNKNOWN
        assert name not in library.ids()


def test_no_bound_and_no_item_is_claimed_for_the_trial() -> None:
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    assert library.clinic is not None
    for name in library.clinic.ids():
        form = library.clinic.form(name)
        assert form.status is Status.ASSUMPTION and form.to_confirm
        for item in form.by_id.values():
            if isinstance(item.kind, Number):
                assert "chosen by this project" in item.kind.kind.source or "NCT02724540" in item.kind.kind.source
    assert library.clinic.form("embolization").shows_arm


def test_adverse_events_carry_numbers_of_grades_and_no_definitions() -> None:
    words = yaml.safe_load((HOUSE / "translations/clinic/adverse-events/en.yaml").read_text("utf-8"))
    assert words["lists"]["grade"] == {grade: str(grade) for grade in range(1, 6)}


def test_the_form_of_a_site_wins_and_unfit_words_are_named(tmp_path: Path) -> None:
    (tmp_path / "forms/clinic").mkdir(parents=True)
    (tmp_path / "clinic/lab").mkdir(parents=True)
    (tmp_path / "clinic/nothing").mkdir()
    (tmp_path / "forms/clinic/lab.yaml").write_text(FORM, "utf-8")
    (tmp_path / "clinic/nothing/en.yaml").write_text("format: x", "utf-8")
    library = open_library(HOUSE / "forms", HOUSE / "translations", tmp_path)
    assert library.clinic is not None and library.clinic.form("lab").title == "Laboratory"
    with pytest.raises(Refusal) as refused:
        library.clinic.words_of(library.clinic.form("lab"), "en")
    assert refused.value.code is Code.WORDING_MISSING
    checker = ClinicChecker()
    checker.forms(tmp_path / "forms/clinic")
    checker.words(tmp_path / "clinic")
    assert [one.message for one in checker.findings] == [
        "there is no usable form 'nothing' for these words",
        "there is no complete file of words 'en' for the form 'lab'",
    ]
