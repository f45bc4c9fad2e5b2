"""Our own check of a response against its questionnaire finds what general validators let pass, and nothing else."""

import copy
import json

import pytest
from click.testing import CliRunner

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.fhir_bundle import write_fhir_collection
from retnet_pro.exchange.fhir_check import check_response
from retnet_pro.exchange.fhir_check_files import check_files
from retnet_pro.exchange.writer import quiet
from tests.fakes_rows import small_data


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    out = tmp_path_factory.mktemp("fhir") / "study.json"
    write_fhir_collection(small_data(), out, quiet)
    return json.loads(out.read_bytes())


@pytest.fixture
def bundle(small):
    return copy.deepcopy(small)


def pair(bundle, form):
    resources = [one["resource"] for one in bundle["entry"]]
    [questionnaire] = [one for one in resources if one.get("url", "").endswith(f"/{form}")]
    [response] = [one for one in resources if f"/{form}|" in one.get("questionnaire", "")]
    return questionnaire, response


def item(resource, link):
    return next(one for one in resource["item"] if one["linkId"] == link)


def found(questionnaire, response):
    return [(one.where, one.why) for one in check_response(questionnaire, response)]


@pytest.mark.parametrize("form", ["qlq-c30", "qlq-ginet21", "carcinoid-diary"])
def test_what_we_export_fits(bundle, form):
    assert found(*pair(bundle, form)) == []


def other_code(questionnaire, response):
    item(response, "q2")["answer"][0]["valueCoding"]["code"] = "5"
    return "q2", "is none of its answers"


def other_system(questionnaire, response):
    item(response, "q2")["answer"][0]["valueCoding"]["system"] = "urn:somebody-else"
    return "q2", "is none of its answers"


def not_applicable_where_it_is_not_offered(questionnaire, response):
    coding = {"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "not-applicable"}
    item(response, "q2")["answer"] = [{"valueCoding": coding}]
    return "q2", "is none of its answers"


def other_type(questionnaire, response):
    item(response, "q2")["answer"] = [{"valueInteger": 2}]
    return "q2", "valueInteger is no answer to an item of type 'choice'"


def two_answers(questionnaire, response):
    item(response, "q2")["answer"] *= 2
    return "q2", "more than one answer"


def two_values(questionnaire, response):
    item(response, "q2")["answer"][0]["valueInteger"] = 2
    return "q2", "no value, or more than one"


def item_twice(questionnaire, response):
    response["item"].append(copy.deepcopy(item(response, "q2")))
    return "q2", "stands twice in the response"


def link_twice_in_the_form(questionnaire, response):
    questionnaire["item"].append(copy.deepcopy(item(questionnaire, "q2")))
    return "q2", "stands twice in the questionnaire"


def unknown_item(questionnaire, response):
    response["item"].append({"linkId": "q99", "answer": [{"valueString": "x"}]})
    return "q99", "no such item"


def item_elsewhere(questionnaire, response):
    response["item"][0]["item"] = [response["item"].pop(1)]
    return "q2", "stands elsewhere"


def missing_answer(questionnaire, response):
    item(questionnaire, "q2")["required"] = True
    del item(response, "q2")["answer"]
    return "q2", "required and has no answer"


def no_version(questionnaire, response):
    response["questionnaire"] = response["questionnaire"].partition("|")[0]
    return "questionnaire", "without a version"


def other_version(questionnaire, response):
    response["questionnaire"] += "9"
    return "questionnaire", "not to"


def form_without_version(questionnaire, response):
    del questionnaire["version"]
    return "questionnaire", "has no version"


def no_status(questionnaire, response):
    response["status"] = "bogus"
    return "status", "is no status"


@pytest.mark.parametrize(
    "spoil",
    [
        other_code, other_system, not_applicable_where_it_is_not_offered, other_type, two_answers, two_values,
        item_twice, link_twice_in_the_form, unknown_item, item_elsewhere, missing_answer, no_version, other_version,
        form_without_version, no_status,
    ],
    ids=lambda spoil: spoil.__name__,
)  # fmt: skip
def test_every_planted_fault_is_found_and_named(bundle, spoil):
    questionnaire, response = pair(bundle, "qlq-c30")
    where, why = spoil(questionnaire, response)
    told = found(questionnaire, response)
    assert [one for one in told if one[0] == where and why in one[1]], told
    assert {one[0] for one in told} == {where}, "nothing else is accused"


@pytest.mark.rule("E45")
def test_an_answer_to_a_hidden_item_is_found(bundle):
    questionnaire, response = pair(bundle, "carcinoid-diary")
    option = item(questionnaire, "flush_severity")["answerOption"][2]["valueCoding"]
    response["item"].insert(1, {"linkId": "flush_severity", "answer": [{"valueCoding": option}]})
    assert found(questionnaire, response) == [("flush_severity", "it is answered, although its condition hides it")]
    item(response, "flush_count")["answer"] = [{"valueInteger": 3}]
    assert found(questionnaire, response) == []


def test_a_number_outside_its_limits_is_found(bundle):
    questionnaire, response = pair(bundle, "carcinoid-diary")
    item(response, "stool_count")["answer"] = [{"valueInteger": 61}]
    assert found(questionnaire, response) == [("stool_count", "61 is outside its limits")]


GROUPED = {
    "url": "u", "version": "1",
    "contained": [
        {"resourceType": "ValueSet", "id": "yn", "compose": {"include": [{"system": "s", "concept": [{"code": "y"}]}]}}
    ],
    "item": [
        {"linkId": "g", "type": "group", "item": [
            {"linkId": "a", "type": "choice", "answerValueSet": "#yn"},
            {"linkId": "b", "type": "decimal", "required": True,
             "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": True}]},
            {"linkId": "c", "type": "string", "repeats": True, "enableBehavior": "all",
             "enableWhen": [{"question": "b", "operator": ">", "answerDecimal": 1.5},
                            {"question": "a", "operator": "=", "answerCoding": {"system": "s", "code": "y"}}]},
        ]},
        {"linkId": "d", "type": "boolean", "enableWhen": [{"question": "c", "operator": "!=", "answerString": "x"}]},
        {"linkId": "note", "type": "display"},
    ],
}  # fmt: skip


def grouped(*inner, outer=()):
    items = [{"linkId": "g", "item": list(inner)}, *outer]
    return {"questionnaire": "u|1", "status": "completed", "item": items}


def answer(link, **value):
    return {"linkId": link, "answer": [value]}


YES = {"valueCoding": {"system": "s", "code": "y"}}


@pytest.mark.parametrize(
    ("response", "wanted"),
    [
        (grouped(), []),
        (grouped(answer("a", **YES)), [("b", "it is required and has no answer")]),
        (grouped(answer("a", **YES), answer("b", valueDecimal=2)), []),
        (grouped(answer("a", **YES), answer("b", valueDecimal=1), answer("c", valueString="x")),
         [("c", "it is answered, although its condition hides it")]),
        (grouped(answer("a", **YES), answer("b", valueDecimal=2),
                 {"linkId": "c", "answer": [{"valueString": "x"}, {"valueString": "z"}]}), []),
        (grouped(answer("a", valueCoding={"system": "s", "code": "n"}), answer("b", valueDecimal=2)),
         [("a", "'s|n' is none of its answers")]),
        (grouped(outer=[answer("d", valueBoolean=True)]), []),
        (grouped(outer=[answer("note", valueString="x")]), [("note", "a display takes no answer")]),
    ],
)  # fmt: skip
def test_groups_and_chains_of_conditions_are_followed(response, wanted):
    assert found(GROUPED, response) == wanted


def test_conditions_that_go_round_in_a_circle_are_told():
    def unless(link, other):
        rule = {"question": other, "operator": "exists", "answerBoolean": False}
        return {"linkId": link, "type": "string", "enableWhen": [rule]}

    form = {"url": "u", "version": "1", "item": [unless("a", "b"), unless("b", "c"), unless("c", "a")]}
    told = {"questionnaire": "u|1", "status": "completed", "item": [answer(one, valueString="x") for one in "abc"]}
    assert [one.where for one in check_response(form, told)] == ["enableWhen"]


def test_answers_in_a_value_set_that_is_not_here_are_not_taken_for_checked():
    form = {"url": "u", "version": "1", "item": [{"linkId": "a", "type": "choice", "answerValueSet": "http://x/vs"}]}
    [(where, why)] = found(form, {"questionnaire": "u|1", "status": "completed", "item": [answer("a", **YES)]})
    assert (where, "could not be checked" in why) == ("a", True)


def test_files_are_checked_together(tmp_path, bundle):
    resources = {}
    for one in bundle["entry"]:
        resources.setdefault(one["resource"]["resourceType"], []).append(one["resource"])
    for number, one in enumerate([*resources["Questionnaire"], *resources["QuestionnaireResponse"]]):
        (tmp_path / f"{number}.json").write_text(json.dumps(one))
    checked = check_files(sorted(tmp_path.iterdir()), quiet)
    assert (checked.questionnaires, checked.responses, checked.found) == (3, 3, ())
    alone = check_files([tmp_path / "3.json"], quiet)
    assert "is in none of these files with this version" in str(alone.found[0])


def test_a_bundle_that_does_not_hang_together_is_found(tmp_path, bundle):
    scores = [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == "Observation"]
    scores[0].pop("dataAbsentReason")
    scores[1]["derivedFrom"][0]["reference"] = "urn:uuid:00000000-0000-5000-8000-000000000000"
    bundle["entry"][-1]["fullUrl"] = bundle["entry"][-2]["fullUrl"]
    (tmp_path / "b.json").write_text(json.dumps(bundle))
    text = "\n".join(map(str, check_files([tmp_path / "b.json"], quiet).found))
    for said in ("value or the reason", "is not in this bundle", "stands twice"):
        assert said in text


def test_the_command_says_what_it_looked_at_and_sets_its_exit_code(tmp_path, bundle):
    path = tmp_path / "b.json"
    path.write_text(json.dumps(bundle))
    good = CliRunner().invoke(forms, ["check-fhir", str(path)])
    assert (good.exit_code, "Responses: 3" in good.output) == (0, True)
    pair(bundle, "qlq-c30")[1]["item"][1]["answer"][0]["valueCoding"]["code"] = "9"
    path.write_text(json.dumps(bundle))
    bad = CliRunner().invoke(forms, ["check-fhir", str(path)])
    assert bad.exit_code == 3
    assert "q2" in bad.output


def test_a_check_tells_how_far_it_is_and_can_be_ended(tmp_path, bundle):
    (tmp_path / "b.json").write_text(json.dumps(bundle))
    told: list[tuple[int, int]] = []
    checked = check_files([tmp_path / "b.json"], lambda done, of: told.append((done, of)))
    looked_at = checked.responses + checked.scores
    assert told == [(0, 1), *((done, looked_at) for done in range(1, looked_at + 1))]

    def ended(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_files([tmp_path / "b.json"], ended)


@pytest.mark.parametrize(
    "content", [b"\xff", b"{", b"[]", b'{"resourceType": "Patient"}', b'{"resourceType": "Bundle", "resourceType": 1}']
)
def test_what_is_no_such_resource_is_refused_by_name(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        check_files([path], quiet)
    assert refused.value.code is Code.FHIR_UNREADABLE


@pytest.mark.parametrize("part", [None, 1, "x", [], {"item": 3}, {"item": [1, {"linkId": 4, "answer": "x"}]}])
def test_nonsense_is_answered_with_findings_and_never_with_a_fault(part):
    questionnaire = {"url": 3, "item": part}
    assert check_response(questionnaire, {"item": part, "status": part})
    known = {"url": "u", "version": "1", "item": [{"linkId": "a", "type": part, "enableWhen": [{"operator": part}]}]}
    told = {"questionnaire": "u|1", "status": "completed", "item": [answer("a", valueCoding={"code": part})]}
    assert check_response(known, told)
