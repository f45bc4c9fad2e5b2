"""The JSON Schema and the loader are one truth: what one accepts or refuses by shape, so does the other."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.schema import Kind, schema
from retnet_pro.instrument.wording import read_wording
from retnet_pro.study.load import read_study

HOUSE = Path(__file__).resolve().parents[3]
FORMS = sorted((HOUSE / "forms").glob("*.yaml"))
WORDS = sorted((HOUSE / "translations").glob("*/*.yaml"))
STUDIES = sorted((HOUSE / "forms/studies").glob("*.yaml"))
SHIPPED: list[tuple[Kind, Path]] = [
    *(("instrument", path) for path in FORMS),
    *(("wording", path) for path in WORDS),
    *(("study", path) for path in STUDIES),
]


def as_json(text: str) -> Any:
    """Return what an editor sees: names are texts in JSON."""
    return json.loads(json.dumps(yaml.safe_load(text)))


def faults(kind: Kind, plain: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(kind))
    return [error.message for error in validator.iter_errors(plain)]


def test_there_is_something_to_check() -> None:
    assert (len(FORMS), len(WORDS), len(STUDIES)) >= (3, 6, 1)


@pytest.mark.parametrize("kind", ["instrument", "wording", "study"])
def test_the_schemas_are_schemas(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "name", value))
def test_shipped_files_validate(kind: Kind, path: Path) -> None:
    assert faults(kind, as_json(path.read_text("utf-8"))) == []


BREAKS = [
    ("recall: week,", "recal: week,"),
    ("minutes: 1", "minutes: long"),
    ("minutes: 1", "minutes: 0"),
    ("owner: Nobody\n", ""),
    ("title: Small form", "title: 7"),
    ("title: Small form", "title: ' '"),
    ("status: PROJECT", "status: SURE"),
    ("id: small", "id: Small Form"),
    ("instrument/1", "instrument/2"),
    ("codes: [1, 2, 3, 4]", "codes: [1]"),
    ("codes: [1, 2, 3, 4]", "codes: {1: 2}"),
    ("method: mean,", "method: median,"),
    ("{at_least: {item: c, code: 1}}", "{at_most: {item: c, code: 1}}"),
    ("{at_least: {item: c, code: 1}}", "{at_least: {item: c}}"),
    ("{at_least: {item: c, code: 1}}", "{not: {not: {equals: {item: c, code: x}}}}"),
    ("{at_least: {item: c, code: 1}}", "{all: []}"),
    ("not_applicable: true", "not_applicable: 'true'"),
    ("  four: {kind", "  Four!: {kind"),
]


@pytest.mark.parametrize(("old", "new"), BREAKS)
def test_loader_and_schema_refuse_the_same_forms(form_text: str, old: str, new: str) -> None:
    assert faults("instrument", as_json(form_text)) == []
    assert old in form_text
    broken = form_text.replace(old, new, 1)
    assert faults("instrument", as_json(broken))
    assert read_instrument(broken.encode(), "f")[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("language: en", "language: English!"),
        ("demonstration: true", "demonstration: maybe"),
        ("{1: none,", "{one: none,"),
        ("a: First?", "a: [First]"),
        ("notice: Made up for a test\n", ""),
    ],
)
def test_loader_and_schema_refuse_the_same_words(words_text: str, old: str, new: str) -> None:
    assert faults("wording", as_json(words_text)) == []
    assert words_text.count(old) == 1
    broken = words_text.replace(old, new)
    assert faults("wording", as_json(broken))
    assert read_wording(broken.encode(), "w")[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anchor: randomisation, offset_days: 0", "anchor: birth, offset_days: 0"),
        ("planned_participants: 180", "planned_participants: many"),
        ('"{site}-[0-9]{3}[0-9]"', '"{site}-([0-9]+)*"'),
        ("stops: [withdrew, died, progressed]", "stops: [tired]"),
    ],
)
def test_loader_and_schema_refuse_the_same_studies(old: str, new: str) -> None:
    text = STUDIES[0].read_text("utf-8")
    assert text.count(old) == 1
    broken = text.replace(old, new)
    assert faults("study", as_json(broken))
    assert read_study(broken.encode(), "s")[1]
