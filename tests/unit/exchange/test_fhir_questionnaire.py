"""A form becomes a Questionnaire whose structure is ours in every language, with words only by licence."""

import json
from dataclasses import replace

import pytest

from retnet_pro.exchange.fhir_bundle import write_fhir_collection
from retnet_pro.exchange.fhir_questionnaire import canonical, make_questionnaire, unsaid_conditions
from retnet_pro.exchange.wording_fhir import read_fhir
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Equals, Not
from retnet_pro.instrument.wording_match import match
from retnet_pro.instrument.wording_words import words_of
from tests.fakes_rows import C30, DIARY, GINET21, data_of, library


def made(form, wording=None):
    return make_questionnaire(form, wording, {}, [])


def question(resource, link):
    return next(one for one in resource["item"] if one["linkId"] == link)


def test_an_item_offers_exactly_the_codes_of_the_form_with_their_weight():
    form = library().instrument(GINET21)
    resource = made(form)
    assert [one["linkId"] for one in resource["item"]] == [item.id for item in form.items]
    for item in form.items:
        options = question(resource, item.id)["answerOption"]
        weights = [one["extension"][0]["valueDecimal"] for one in options if "extension" in one]
        assert weights == list(item.scale.codes)
        others = [one["valueCoding"]["code"] for one in options if "extension" not in one]
        assert others == (["not-applicable"] if item.not_applicable else [])


def test_a_count_is_a_number_within_its_limits_and_a_hidden_item_says_when_it_is_shown():
    resource = made(library().instrument(DIARY))
    count = question(resource, "flush_count")
    assert count["type"] == "integer"
    assert [one["valueInteger"] for one in count["extension"]] == [0, 60]
    assert question(resource, "flush_severity")["enableWhen"] == [
        {"question": "flush_count", "operator": ">=", "answerInteger": 1}
    ]


def test_boxes_stand_in_a_row_and_worded_answers_below_each_other():
    resource = made(library().instrument(C30))
    looks = {link: question(resource, link)["extension"][1]["valueCode"] for link in ("q1", "q29")}
    assert looks == {"q1": "vertical", "q29": "horizontal"}


def with_condition(condition):
    form = library().instrument(DIARY)
    items = tuple(replace(item, condition=condition) if item.id == "wheeze" else item for item in form.items)
    return replace(form, items=items)


@pytest.mark.parametrize(
    ("condition", "rules", "behaviour"),
    [
        (AtLeast("stool_severity", 2), [("stool_severity", "=", "2"), ("stool_severity", "=", "3")], "any"),
        (Equals("stool_severity", 2), [("stool_severity", "=", "2")], None),
        (All((AtLeast("flush_count", 1), AtLeast("stool_count", 2))),
         [("flush_count", ">=", 1), ("stool_count", ">=", 2)], "all"),
        (AnyOf((AtLeast("flush_count", 1), Equals("stool_severity", 0))),
         [("flush_count", ">=", 1), ("stool_severity", "=", "0")], "any"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_the_plain_way_of_the_standard(condition, rules, behaviour):
    form = with_condition(condition)
    asked = question(made(form), "wheeze")
    told = [
        (one["question"], one["operator"], one.get("answerInteger", one.get("answerCoding", {}).get("code")))
        for one in asked["enableWhen"]
    ]
    assert told == rules
    assert asked.get("enableBehavior") == behaviour
    assert unsaid_conditions(form) == ()


@pytest.mark.parametrize(
    "condition",
    [
        Not(AtLeast("flush_count", 1)),
        All((AtLeast("flush_count", 1), AtLeast("stool_severity", 2))),
        AnyOf((All((Equals("flush_count", 1), Equals("stool_count", 1))), Equals("flush_count", 9))),
    ],
)
def test_a_condition_too_deep_for_the_standard_is_told_and_never_said_half(condition, tmp_path):
    form = with_condition(condition)
    assert "enableWhen" not in question(made(form), "wheeze")
    assert unsaid_conditions(form) == ("wheeze",)
    data = data_of([])
    data = replace(data, codebook=replace(data.codebook, instruments=(form,)))
    told = write_fhir_collection(data, tmp_path / "x.json", quiet)
    assert any("wheeze" in one for one in told.left_out)


def test_two_forms_of_one_version_are_not_taken_for_each_other():
    form = library().instrument(C30)
    assert canonical(form) != canonical(replace(form, hash="0" * 64))
    assert canonical(form).startswith("https://retnet-pro.invalid/fhir/Questionnaire/qlq-c30|3.0-")


@pytest.mark.rule("E130", "E140")
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", [C30, GINET21, DIARY])
def test_words_that_may_leave_come_back_as_they_were(name, language):
    """The words here are the demonstration wording of this project, standing in for licensed ones."""
    form = library().instrument(name)
    wording = library().wording(form, language)
    resource = made(form, wording)
    assert resource["language"] == language
    assert (resource["url"], resource["version"]) == (made(form)["url"], made(form)["version"])
    source = read_fhir(json.dumps(resource).encode(), "x", language)
    found, wanted = match(form, source, None).words, words_of(wording)
    assert {place: text for place, text in found.items() if place in wanted} == wanted


def test_words_leave_in_every_language_of_the_licence_under_one_name(tmp_path):
    form = library().instrument(DIARY)
    words = {(form.hash, tongue): library().wording(form, tongue) for tongue in ("de", "en")}
    data = data_of([])
    data = replace(data, codebook=replace(data.codebook, instruments=(form,), words=words))
    write_fhir_collection(data, tmp_path / "x.json", quiet)
    found = [one["resource"] for one in json.loads((tmp_path / "x.json").read_bytes())["entry"]]
    assert [one["language"] for one in found] == ["de", "en"]
    assert len({one["id"] for one in found}) == 2
    assert len({(one["url"], one["version"]) for one in found}) == 1
