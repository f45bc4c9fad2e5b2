"""The FHIR bundle says every state of an answer and a score, is the same each time, and is whole or not there."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from retnet_pro.dataset.rows import FormStatus, ItemState
from retnet_pro.dataset.study_data import WATERMARK
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.fhir_bundle import write_fhir_collection, write_fhir_transaction
from retnet_pro.exchange.fhir_names import ABSENT_CODES, OWN
from retnet_pro.exchange.formats import writer_of
from retnet_pro.exchange.writer import quiet
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Mode
from tests.fakes_rows import (
    CORRECTED_ITEM,
    FOREIGN_REASON,
    FORMULA_NOTE,
    HIDDEN_ITEM,
    NO_SCORE,
    NOT_APPLICABLE_ITEM,
    SKIPPED_ITEM,
    SUBJECT,
    about,
    data_of,
    first_person,
    small_data,
)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    out = tmp_path_factory.mktemp("fhir") / "study.json"
    write_fhir_collection(small_data(), out, quiet)
    return json.loads(out.read_bytes())


def of(bundle, kind, **wanted):
    found = [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind]
    return [one for one in found if all(one.get(name) == value for name, value in wanted.items())]


def response(bundle, form):
    [found] = [one for one in of(bundle, "QuestionnaireResponse") if f"/{form}|" in one["questionnaire"]]
    return found


def item(resource, link):
    return next((one for one in resource["item"] if one["linkId"] == link), None)


def ours(resource, name):
    found = [one for one in resource.get("extension", ()) if one["url"] == f"{OWN}/StructureDefinition/{name}"]
    return next((value for one in found for key, value in one.items() if key.startswith("value")), None)


@pytest.mark.rule("E42")
def test_every_state_of_an_answer_is_said_in_its_own_way(bundle):
    c30, ginet21, diary = (response(bundle, name) for name in ("qlq-c30", "qlq-ginet21", "carcinoid-diary"))
    [answer] = item(c30, "q2")["answer"]
    assert answer["valueCoding"]["code"] == "2"
    assert answer["valueCoding"]["extension"][0]["valueDecimal"] == 2
    assert item(diary, "flush_count")["answer"] == [{"valueInteger": 0}]
    [not_applicable] = item(ginet21, NOT_APPLICABLE_ITEM)["answer"]
    assert not_applicable["valueCoding"]["system"] == ABSENT_CODES
    assert not_applicable["valueCoding"]["code"] == "not-applicable"
    assert "extension" not in not_applicable["valueCoding"], "no weight"
    skipped = item(c30, SKIPPED_ITEM)
    assert "answer" not in skipped
    assert skipped["extension"][0]["valueCode"] == "asked-declined"
    assert item(diary, HIDDEN_ITEM) is None


@pytest.mark.rule("E42")
def test_an_item_never_come_to_is_not_taken_for_one_that_was_declined(tmp_path):
    [rows, *_] = first_person().forms
    left = replace(rows, items=(replace(rows.items[0], state=ItemState.NOT_REACHED, code=None), *rows.items[1:]))
    write_fhir_collection(data_of([replace(first_person(), forms=(left,))]), tmp_path / "one.json", quiet)
    [made] = of(json.loads((tmp_path / "one.json").read_bytes()), "QuestionnaireResponse")
    assert made["item"][0]["extension"][-1]["valueCode"] == "unknown"


@pytest.mark.rule("E71", "E76")
def test_a_score_has_a_value_or_the_reason_why_not_and_says_how_it_was_made(bundle):
    c30 = response(bundle, "qlq-c30")
    scores = [one for one in of(bundle, "Observation") if one["derivedFrom"][0]["reference"] == f"urn:uuid:{c30['id']}"]
    by_code = {one["code"]["coding"][0]["code"]: one for one in scores}
    missing = by_code[NO_SCORE]
    assert "valueQuantity" not in missing
    assert [one["code"] for one in missing["dataAbsentReason"]["coding"]] == ["unknown", "too-few-answered"]
    assert (ours(missing, "entered"), ours(missing, "entered-of")) == (0, 2)
    there = by_code["PF2"]
    assert "dataAbsentReason" not in there
    assert there["valueQuantity"]["code"] == "{score}"
    [expected] = [one.value for one in first_person().forms[0].scores if one.scale == "PF2"]
    assert there["valueQuantity"]["value"] == expected, "not rounded"
    assert "scoring version" in there["method"]["text"]
    assert there["category"][0]["coding"][0]["code"] == "survey"
    [panel] = [one for one in scores if "hasMember" in one]
    assert {one["reference"] for one in panel["hasMember"]} == {
        f"urn:uuid:{one['id']}" for one in scores if one is not panel
    }


def test_each_way_to_score_has_a_panel_of_its_own(bundle):
    ginet21 = response(bundle, "qlq-ginet21")
    panels = [one for one in of(bundle, "Observation") if "hasMember" in one]
    own = [one for one in panels if one["derivedFrom"][0]["reference"] == f"urn:uuid:{ginet21['id']}"]
    assert [ours(one, "scoring-variant") for one in own] == ["A_scoring_sheet", "B_yadegarfar_2013"]


@pytest.mark.rule("E58")
def test_a_response_says_whose_it_is_and_how_it_came_about(bundle):
    c30, ginet21 = response(bundle, "qlq-c30"), response(bundle, "qlq-ginet21")
    assert c30["subject"]["identifier"]["value"] == SUBJECT
    assert "reference" not in c30["subject"]
    assert c30["source"] == c30["subject"]
    assert c30["authored"] == "2026-01-04T09:11:00.000+01:00"
    assert (c30["status"], ginet21["status"]) == ("amended", "completed")
    assert ours(ginet21, "answered-by") == "helper-reads"
    assert ours(ginet21, "help") == "other"
    assert (ours(c30, "visit"), ours(c30, "attempt")) == ("baseline", 1)


@pytest.mark.parametrize(
    ("answered_by", "medium", "mode", "author"),
    [
        (AnsweredBy.STAFF_TELEPHONE, Medium.TELEPHONE, "PHONE", "staff"),
        (AnsweredBy.STAFF_INTERVIEW, Medium.INTERVIEW, "FACE", "staff"),
        (AnsweredBy.HELPER_TAPS, Medium.TABLET, "ELECTRONIC", "helper"),
        (AnsweredBy.INTERPRETER, Medium.TABLET, "ELECTRONIC", "interpreter"),
        (AnsweredBy.ALONE, Medium.PAPER, "HANDWRIT", "staff, from paper"),
    ],
)
@pytest.mark.rule("E58", "E90")
def test_whoever_recorded_the_answers_is_no_source_of_them(tmp_path, answered_by, medium, mode, author):
    [rows, *_] = first_person().forms
    row = replace(rows.form, answered_by=answered_by, medium=medium)
    person = replace(first_person(), forms=(replace(rows, form=row),))
    write_fhir_collection(data_of([person]), tmp_path / "one.json", quiet)
    [made] = of(json.loads((tmp_path / "one.json").read_bytes()), "QuestionnaireResponse")
    assert made["source"]["identifier"]["value"] == SUBJECT
    assert made["author"]["display"] == author
    assert made["extension"][0]["valueCodeableConcept"]["coding"][0]["code"] == mode


def test_a_corrected_answer_says_what_stood_before_in_codes(bundle):
    corrected = item(response(bundle, "qlq-c30"), CORRECTED_ITEM)
    assert corrected["answer"][0]["valueCoding"]["code"] == "3"
    [was] = corrected["extension"]
    told = {one["url"]: value for one in was["extension"] for key, value in one.items() if key != "url"}
    assert told == {
        "was-state": "answered", "was-code": 2, "why": "mistapped", "source": "own-request",
        "at": "2026-01-04T10:00:00.000+01:00",
    }  # fmt: skip


@pytest.mark.rule("E140")
def test_nothing_in_words_of_staff_and_no_words_of_a_questionnaire_leave(bundle):
    text = json.dumps(bundle, ensure_ascii=False)
    assert FORMULA_NOTE not in text
    assert FOREIGN_REASON not in text
    for form in of(bundle, "Questionnaire"):
        assert all(one["text"] == one["linkId"] for one in form["item"])
        assert "language" not in form


def test_every_resource_of_data_that_are_no_study_data_is_marked(bundle, tmp_path):
    for one in (bundle, *(entry["resource"] for entry in bundle["entry"])):
        assert one["meta"]["tag"][0]["display"] == WATERMARK
        assert one["meta"]["security"][0]["code"] == "HTEST"
    write_fhir_collection(data_of([], about(Mode.STUDY)), tmp_path / "study.json", quiet)
    study = json.loads((tmp_path / "study.json").read_bytes())
    assert "meta" not in study
    assert of(study, "Questionnaire")[0]["experimental"] is False


@pytest.mark.parametrize("write", [write_fhir_collection, write_fhir_transaction])
def test_two_exports_of_the_same_data_are_alike_to_the_byte(tmp_path, write):
    told = [write(small_data(), tmp_path / name, quiet) for name in ("a.json", "b.json")]
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert told[0].files[0].sha256 == told[1].files[0].sha256
    assert told[0].forms == 3


def test_every_id_is_there_once_and_every_reference_leads_somewhere(bundle):
    addresses = [one["fullUrl"] for one in bundle["entry"]]
    assert len(set(addresses)) == len(addresses)
    text = json.dumps(bundle)
    for one in text.split('"reference": "')[1:]:
        assert one.split('"')[0] in addresses
    known = {f"{one['url']}|{one['version']}" for one in of(bundle, "Questionnaire")}
    assert {one["questionnaire"] for one in of(bundle, "QuestionnaireResponse")} <= known


def test_a_response_keeps_its_id_when_it_is_corrected_or_filed_elsewhere(bundle, tmp_path):
    [rows, *_] = first_person().forms
    moved = replace(rows, form=replace(rows.form, subject="AB-0029", key="x", attempt=2, corrections=7))
    write_fhir_collection(data_of([replace(first_person(), forms=(moved,))]), tmp_path / "moved.json", quiet)
    [made] = of(json.loads((tmp_path / "moved.json").read_bytes()), "QuestionnaireResponse")
    assert made["id"] == response(bundle, "qlq-c30")["id"]


def test_a_transaction_makes_nothing_twice_and_replaces_what_was_corrected(tmp_path):
    write_fhir_transaction(small_data(), tmp_path / "post.json", quiet)
    bundle = json.loads((tmp_path / "post.json").read_bytes())
    assert bundle["type"] == "transaction"
    for entry in bundle["entry"]:
        assert "id" not in entry["resource"], "the server gives its own"
        request, held = entry["request"], entry["resource"]["identifier"]
        value = (held[0] if isinstance(held, list) else held)["value"].replace("/", "%2F")
        if entry["resource"]["status"] == "amended":
            assert request["method"] == "PUT"
            assert request["url"].endswith(f"|{value}")
        else:
            assert request["method"] == "POST"
            assert request["ifNoneExist"].endswith(f"|{value}")


def test_a_form_of_an_unknown_version_is_refused_by_row_and_column_and_nothing_is_left(tmp_path):
    [rows, *_] = first_person().forms
    strange = replace(rows, form=replace(rows.form, instrument_hash="0" * 64))
    with pytest.raises(Refusal) as refused:
        write_fhir_collection(data_of([replace(first_person(), forms=(strange,))]), tmp_path / "x.json", quiet)
    assert refused.value.code is Code.DATA_UNFIT
    assert refused.value.facts["row"] == rows.form.key
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten_and_a_stopped_export_leaves_nothing(tmp_path):
    out = tmp_path / "x.json"

    def stop(done, _of):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_fhir_collection(small_data(), out, stop)
    assert list(tmp_path.iterdir()) == []
    out.write_text("mine")
    with pytest.raises(Refusal) as refused:
        write_fhir_collection(small_data(), out, quiet)
    assert refused.value.code is Code.FILE_EXISTS
    assert out.read_text() == "mine"


def test_what_the_format_cannot_say_is_told(tmp_path):
    made = writer_of("fhir")(small_data(), tmp_path / "x.json", quiet)
    missed = sum(
        one.form.status not in (FormStatus.DONE, FormStatus.NOT_DUE)
        for person in small_data().people()
        for one in person.forms
    )
    assert f"{missed} forms that were expected" in " ".join(made.left_out)
    assert made.files[0].rows == (tmp_path / "x.json").read_bytes().count(b'"fullUrl"')


def test_participants_are_written_as_they_are_read(tmp_path):
    told = []
    write_fhir_collection(small_data(), tmp_path / "x.json", lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert all(before < after for before, after in pairwise(told))
