"""Loading a form: facts, hash, and a refusal that says everything."""

from hashlib import sha256
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.load import load_instrument, read_instrument
from retnet_pro.instrument.model import AtLeast, Direction, ItemKind, Method, Status
from retnet_pro.phrases import sentence


def test_a_form_becomes_facts(tmp_path: Path, form_text: str) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(form_text)
    form = load_instrument(path)
    assert (form.id, form.version, form.minutes, form.needs_licence) == ("small", "1", 1, False)
    assert [item.id for item in form.items] == ["a", "b", "c", "d", "e"]
    assert form.items[1].not_applicable
    assert form.items[1].recall == "week"
    assert form.items[0].recall is None
    assert form.items[2].scale.kind is ItemKind.COUNT
    assert form.items[2].scale.codes == tuple(range(10))
    assert form.items[3].condition == AtLeast(form.items[2].id, 1)
    assert form.scales[1].method is Method.COUNT_TIMES_SEVERITY
    assert form.scales[2].direction is Direction.HIGHER_BETTER
    assert {item.status for item in form.items} == {Status.PROJECT}
    assert form.scales[0].source == "Written for a test"
    assert form.default_variant == ""


def test_the_hash_is_of_the_exact_bytes(form_text: str) -> None:
    content = form_text.encode()
    form, _ = read_instrument(content, "f")
    changed, _ = read_instrument(content + b"# a comment changes the file\n", "f")
    assert form is not None
    assert changed is not None
    assert form.hash == sha256(content).hexdigest()
    assert changed.hash != form.hash


@pytest.mark.rule("E40", "E44")
def test_a_question_may_be_left_out_unless_the_form_says_otherwise(form_text: str) -> None:
    form, _ = read_instrument(form_text.encode(), "f")
    required, findings = read_instrument(
        form_text.replace("minutes: 1", "minutes: 1\nanswers_required: true").encode(), "f"
    )
    assert findings == ()
    assert form is not None and not form.answers_required
    assert required is not None and required.answers_required


def test_what_differs_from_the_top_is_said_where_it_differs(form_text: str) -> None:
    text = form_text.replace("id: a, number: 1,", "id: a, number: 1, status: UNSURE,")
    text = text.replace("code: AB,", "code: AB, source: Another paper, status: SINGLE,")
    form, findings = read_instrument(text.encode(), "f")
    assert findings == ()
    assert form is not None
    assert [item.status for item in form.items][:2] == [Status.UNSURE, Status.PROJECT]
    assert (form.scales[0].source, form.scales[0].status) == ("Another paper", Status.SINGLE)


def test_a_refusal_names_file_line_and_item_of_every_finding(tmp_path: Path, form_text: str) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(form_text.replace("recall: week,", "recal: week,").replace("minutes: 1", "minutes: long"))
    with pytest.raises(Refusal) as caught:
        load_instrument(path)
    assert caught.value.code is Code.FORM_BROKEN
    said = sentence(caught.value)
    assert str(path) in said
    assert "line 7: 'long' is not a whole number from 1 to 240" in said
    assert "line 17: [b] unknown key 'recal'" in said


def test_a_form_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        load_instrument(tmp_path / "none.yaml")
    assert caught.value.code is Code.FILE_MISSING
    with pytest.raises(Refusal):
        load_instrument(tmp_path)
