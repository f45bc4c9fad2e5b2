"""A FHIR Questionnaire becomes a draft: structure and words are taken, formulas never, and the report tells of all."""

import json

import pytest
from click.testing import CliRunner

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import load_draft_source, read_draft_source
from retnet_pro.exchange.fhir_questionnaire import make_questionnaire
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.draft_writing import write_draft_form, write_draft_words
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import All, AtLeast, Equals, ItemKind
from retnet_pro.instrument.wording import read_wording
from retnet_pro.instrument.wording_match import Mark
from retnet_pro.instrument.wording_words import words_of
from tests.fakes_rows import C30, DIARY, GINET21, library

STANDARD = "http://hl7.org/fhir/StructureDefinition/"


def draft_of(plain, language="en"):
    return make_draft(read_draft_source(json.dumps(plain).encode(), "x", language), "mine", "1", language)


def said(draft, mark):
    return [line.said for line in draft.lines if line.mark is mark]


def finished(draft):
    """The form file as a person would go on with it: what was left out is written, one item is scored."""
    scored = next(item.id for item in draft.items if item.scale.kind is not ItemKind.COUNT)
    text = write_draft_form(draft).decode()
    text = text.replace("needs_licence: true", "needs_licence: true\nowner: somebody\nminutes: 3\nsource: a manual")
    text = text.replace(", scale: ", ", topic: a topic, unscored: true, scale: ")
    lines = [line.replace("unscored: true, ", "") if f'id: "{scored}",' in line else line for line in text.splitlines()]
    score = f"method: mean, items: [{scored}], direction: higher_worse, minimum_answered: 1"
    return "\n".join([*lines, "scales:", f"  - {{code: ALL, name: All, {score}}}", "changes: []", ""])


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("name", [C30, GINET21, DIARY])
def test_structure_and_words_of_our_own_questionnaires_come_back(name, language):
    form = library().instrument(name)
    wording = library().wording(form, language)
    draft = draft_of(make_questionnaire(form, wording, {}, []), language)
    assert draft.is_understood, said(draft, Mark.NOT_TAKEN)
    for made, own in zip(draft.items, form.items, strict=True):
        assert (made.id, made.number, made.scale.codes, made.not_applicable, made.condition) == (
            own.id, own.number, own.scale.codes, own.not_applicable, own.condition
        )  # fmt: skip
        assert made.scale.kind == own.scale.kind
        assert draft.words["items", made.id] == wording.items[own.id]
        if own.recall is not None:
            assert draft.words["recalls", made.recall] == wording.recalls[own.recall]
    assert draft.words["title",] == wording.title
    labels = {text for place, text in words_of(wording).items() if place[0] == "labels"}
    assert labels <= {text for place, text in draft.words.items() if place[0] == "labels"}


def test_a_draft_is_no_form_until_a_person_has_declared_what_no_source_says():
    form = library().instrument(DIARY)
    draft = draft_of(make_questionnaire(form, library().wording(form, "en"), {}, []))
    instrument, findings = read_instrument(write_draft_form(draft), "x")
    assert instrument is None
    told = " ".join(one.message for one in findings)
    for name in ("owner", "minutes", "source", "topic", "scales"):
        assert f"'{name}'" in told
    assert "scales" in " ".join(said(draft, Mark.MISSING))


@pytest.mark.parametrize("name", [C30, GINET21, DIARY])
def test_a_finished_draft_is_a_form_and_its_words_fit_it(name):
    form = library().instrument(name)
    wording = library().wording(form, "en")
    draft = draft_of(make_questionnaire(form, wording, {}, []))
    made, findings = read_instrument(finished(draft).encode(), "x")
    assert findings == ()
    assert [item.id for item in made.items] == [item.id for item in form.items]
    words, faults = read_wording(write_draft_words(draft, right_to_left=False), "x")
    assert words is not None, faults
    assert dict(words.items) == dict(wording.items)


def choice(link, *codes, **more):
    options = [{"valueCoding": {"system": "s", "code": str(code), "display": f"level {code}"}} for code in codes]
    return {"linkId": link, "text": f"text of {link}", "type": "choice", "answerOption": options, **more}


def test_answers_whose_codes_are_words_are_taken_by_their_weight():
    """As a published guide has them: answers in a value set, with ordinals, in a group that states the time frame."""
    levels = [
        {"code": "not-at-all", "display": "A", "extension": [{"url": f"{STANDARD}ordinalValue", "valueDecimal": 1}]},
        {"code": "very-much", "display": "B", "extension": [{"url": f"{STANDARD}ordinalValue", "valueDecimal": 2}]},
    ]
    contained = [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "s", "concept": levels}]}}]
    group = {"linkId": "g", "type": "group", "text": "Some time frame:", "item": [
        {"linkId": "f-q06", "prefix": "6.", "text": "Six", "type": "choice", "answerValueSet": "#v"},
        choice("f-q07", 1, 2, prefix="7.", enableWhen=[
            {"question": "f-q06", "operator": "=", "answerCoding": {"system": "s", "code": "very-much"}}]),
    ]}  # fmt: skip
    draft = draft_of({"resourceType": "Questionnaire", "language": "en", "contained": contained, "item": [group]})
    assert [(item.number, item.scale.codes, item.recall) for item in draft.items] == [
        (6, (1, 2), "recall_1"), (7, (1, 2), "recall_1"),
    ]  # fmt: skip
    assert draft.items[1].condition == Equals("f-q06", 2)
    assert draft.words["recalls", "recall_1"] == "Some time frame:"
    assert draft.items[0].scale.id != draft.items[1].scale.id, "the same codes in other words are another scale"


@pytest.mark.rule("E76")
def test_formulas_and_calculated_items_are_reported_and_never_taken():
    formula = {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}
    variable = {"url": f"{STANDARD}variable", "valueExpression": {"expression": "1"}}
    plain = {"resourceType": "Questionnaire", "language": "en", "extension": [variable], "item": [
        choice("q1", 1, 2),
        {"linkId": "score", "text": "Score", "type": "decimal", "readOnly": True, "extension": [formula]},
    ]}  # fmt: skip
    draft = draft_of(plain)
    assert [item.id for item in draft.items] == ["q1"]
    told = said(draft, Mark.NOT_TAKEN)
    assert sum("scores are declared by us" in one for one in told) == 2
    assert any("read-only" in one for one in told)
    assert not draft.is_understood


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"linkId": "q2", "type": "text", "text": "x"}, "type 'text'"),
        ({"linkId": "q2", "type": "boolean", "text": "x"}, "type 'boolean'"),
        ({"linkId": "q2", "type": "integer", "text": "x"}, "without limits"),
        ({"linkId": "q2", "type": "integer", "text": "x", "extension": [
            {"url": f"{STANDARD}minValue", "valueInteger": 0}, {"url": f"{STANDARD}maxValue", "valueInteger": 99999}]},
         "without limits"),
        (choice("q2", 1), "no two answers"),
        (choice("q2", 1, 1), "no two answers"),
        (choice("q2", 1, 1000), "no two answers"),
        (choice("q2", "yes", "no"), "no whole number"),
        ({**choice("q2", 1, 2), "answerOption": [], "answerValueSet": "http://x/vs"}, "outside this file"),
        (choice("q1", 1, 2), "link id stands there twice"),
        (choice("q2", 1, 2, type="open-choice"), "free words"),
        (choice("q2", 1, 2, repeats=True), "several answers"),
        (choice("q2", 1, 2, initial=[{"valueCoding": {"code": "1"}}]), "nothing is answered beforehand"),
        (choice("q2", 1, 2, modifierExtension=[{"url": "u"}]), "changes what it means"),
    ],
)  # fmt: skip
def test_whatever_cannot_be_asked_here_is_told_by_item(item, told):
    draft = draft_of({"resourceType": "Questionnaire", "language": "en", "item": [choice("q1", 1, 2), item]})
    assert any(told in one and item["linkId"] in one for one in said(draft, Mark.NOT_TAKEN)), draft.lines
    assert draft.items[0].id == "q1"


@pytest.mark.parametrize(
    ("rules", "more", "wanted"),
    [
        ([("n", ">", 2)], {}, AtLeast("n", 3)),
        ([("n", "=", 2)], {}, Equals("n", 2)),
        ([("n", ">=", 1), ("c", "=", "2")], {"enableBehavior": "all"}, All((AtLeast("n", 1), Equals("c", 2)))),
        ([("n", "<", 2)], {}, "'<' with this answer"),
        ([("n", "exists", True)], {}, "'exists' with this answer"),
        ([("c", "!=", "1")], {}, "'!=' with this answer"),
        ([("c", "=", "7")], {}, "'=' with this answer"),
        ([("later", ">", 2)], {}, "not an earlier item"),
    ],
)
def test_a_condition_is_taken_where_ours_says_exactly_the_same(rules, more, wanted):
    limits = [{"url": f"{STANDARD}maxValue", "valueInteger": 9}]
    enable = [
        {"question": question, "operator": sign,
         **({"answerBoolean": value} if value is True else {"answerInteger": value} if isinstance(value, int)
            else {"answerCoding": {"system": "s", "code": value}})}
        for question, sign, value in rules
    ]  # fmt: skip
    plain = {"resourceType": "Questionnaire", "language": "en", "item": [
        {"linkId": "n", "type": "integer", "text": "n", "extension": limits}, choice("c", 1, 2),
        choice("asked", 1, 2, enableWhen=enable, **more),
        {"linkId": "later", "type": "integer", "text": "n", "extension": limits},
    ]}  # fmt: skip
    draft = draft_of(plain)
    found = draft.items[2].condition
    if isinstance(wanted, str):
        assert found is None
        assert any(wanted in one and "always shown" in one for one in said(draft, Mark.NOT_TAKEN))
    else:
        assert found == wanted


def test_names_and_numbers_that_cannot_stand_here_are_replaced_and_told():
    plain = {"resourceType": "Questionnaire", "language": "en", "item": [
        choice("Über/Frage", 1, 2), choice("2.1", 1, 2), choice("2 1", 1, 2,
               enableWhen=[{"question": "2.1", "operator": "=", "answerCoding": {"system": "s", "code": "2"}}]),
    ]}  # fmt: skip
    draft = draft_of(plain)
    assert [(item.id, item.number) for item in draft.items] == [("ber_frage", 1), ("q2_1", 2), ("q2_1_2", 3)]
    assert draft.items[2].condition == Equals(draft.items[1].id, 2)
    assert len({item.id for item in draft.items}) == 3
    told = " ".join(said(draft, Mark.LOOK))
    assert "the source calls it '2.1'" in told
    assert "this is its place" in told


@pytest.mark.parametrize(
    ("numbers", "taken"), [(range(11), True), ([0, 1, 3], False), ([5], False), ([-1, 0, 1], False)]
)
def test_bare_numbers_in_a_row_are_drawn_in_boxes(numbers, taken):
    options = [{"valueInteger": number} for number in numbers]
    item = {"linkId": "q1", "text": "x", "type": "integer", "answerOption": options}
    draft = draft_of({"resourceType": "Questionnaire", "language": "en", "item": [item]})
    assert [(one.scale.kind, one.scale.codes) for one in draft.items] == (
        [(ItemKind.BOXES, tuple(numbers))] if taken else []
    )
    assert draft.is_understood is taken


def test_numbers_with_words_at_the_ends_only_are_one_row_of_boxes_however_they_are_written():
    ends = [{"valueCoding": {"code": str(code), "display": f"end {code}"}} for code in (1, 5)]
    bare = [{"valueInteger": 2}, {"valueCoding": {"code": "3", "display": "3"}}, {"valueInteger": 4}]
    item = {"linkId": "q1", "text": "x", "type": "choice", "answerOption": [ends[0], *bare, ends[1]]}
    draft = draft_of({"resourceType": "Questionnaire", "language": "en", "item": [item]})
    assert (draft.items[0].scale.kind, draft.items[0].scale.codes) == (ItemKind.BOXES, (1, 2, 3, 4, 5))
    labels = {place[2]: text for place, text in draft.words.items() if place[0] == "labels"}
    assert labels == {"1": "end 1", "5": "end 5"}
    assert draft.is_understood


def test_a_code_that_stands_apart_is_pointed_out():
    draft = draft_of({"resourceType": "Questionnaire", "language": "en", "item": [choice("q1", 1, 2, 3, 9)]})
    assert any("does not apply" in one for one in said(draft, Mark.LOOK))


@pytest.mark.rule("E131")
def test_words_in_another_language_are_not_taken():
    draft = draft_of({"resourceType": "Questionnaire", "language": "de", "item": [choice("q1", 1, 2)]})
    assert ("items", "q1") not in draft.words
    assert any("'de'" in one for one in said(draft, Mark.NOT_TAKEN))


def test_the_command_writes_both_files_and_says_what_was_understood(tmp_path):
    form = library().instrument(DIARY)
    source = tmp_path / "q.json"
    source.write_text(json.dumps(make_questionnaire(form, library().wording(form, "en"), {}, [])))
    asked = ["draft", str(source), "--id", "diary", "--language", "en"]
    done = CliRunner().invoke(forms, [*asked, "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["diary.yaml", "en.yaml"]
    assert "6 matched" in done.output
    again = CliRunner().invoke(forms, [*asked, "-o", str(tmp_path / "out")])
    assert again.exception.code is Code.FILE_EXISTS
    odd = CliRunner().invoke(forms, ["draft", str(source), "--id", "No Id", "--language", "en", "-o", "x"])
    assert odd.exit_code == 2
    source.write_text(json.dumps({"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "text"}]}))
    empty = CliRunner().invoke(forms, [*asked, "-o", str(tmp_path / "none")])
    assert empty.exception.code is Code.WORDING_SOURCE_UNFIT
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[]", b'{"resourceType": "Patient"}'])
def test_what_is_no_questionnaire_is_refused(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(Refusal) as refused:
        load_draft_source(tmp_path / "x", "en")
    assert refused.value.code is Code.WORDING_SOURCE_UNFIT


def test_a_source_without_end_is_refused():
    item = {"linkId": "a", "type": "group"}
    for _ in range(20):
        item = {"linkId": "a", "type": "group", "item": [item]}
    with pytest.raises(Refusal) as refused:
        draft_of({"resourceType": "Questionnaire", "item": [item]})
    assert "nested deeper" in str(refused.value.facts["why"])
