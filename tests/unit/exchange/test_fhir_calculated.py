"""A form on its own as a FHIR Questionnaire with calculated scores; that they are right is seen in `tests/interop`."""

import json
import re

import pytest
from click.testing import CliRunner

from retnet_pro.cli.forms import forms
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.draft_reading import read_draft_source
from retnet_pro.exchange.fhir_calculated import CALCULATED, SCORES, VARIABLE, score_link, with_scores
from retnet_pro.exchange.fhir_questionnaire import make_questionnaire
from retnet_pro.instrument.draft_making import make_draft
from retnet_pro.instrument.wording_match import Mark
from retnet_pro.scoring.plan import make_plan
from tests.fakes_rows import C30, DIARY, GINET21, library


def made(name, variant=None):
    form = library().instrument(name)
    return form, with_scores(make_questionnaire(form, None, {}, []), form, variant)


@pytest.mark.rule("E73")
@pytest.mark.parametrize(
    ("name", "variant"), [(C30, None), (GINET21, None), (GINET21, "B_yadegarfar_2013"), (DIARY, None)]
)
def test_there_is_an_item_for_every_score_of_the_way_to_score_and_each_is_computed_before_it_is_used(name, variant):
    form, plain = made(name, variant)
    group = plain["item"][-1]
    assert group["linkId"] == SCORES
    assert [one["linkId"] for one in group["item"]] == [score_link(one.code) for one in make_plan(form, variant).scales]
    assert all(one["readOnly"] and one["type"] == "decimal" for one in group["item"])
    known = {"resource"}
    for variable in (one["valueExpression"] for one in plain["extension"] if one["url"] == VARIABLE):
        assert set(re.findall(r"%(\w+)", variable["expression"])) <= known
        assert re.fullmatch(r"[A-Za-z0-9.-]{1,64}", variable["name"]), "R4 takes no other name"
        known.add(variable["name"])
    for one in group["item"]:
        [extension] = one["extension"]
        assert extension["url"] == CALCULATED
        assert extension["valueExpression"]["expression"].removeprefix("%") in known


@pytest.mark.rule("E76")
def test_our_own_draft_of_it_takes_the_questions_and_none_of_the_scores():
    form, plain = made(DIARY)
    draft = make_draft(read_draft_source(json.dumps(plain).encode(), "x", "en"), form.id, form.version, "en")
    assert [one.id for one in draft.items] == [one.id for one in form.items]
    told = [line.said for line in draft.lines if line.mark is Mark.NOT_TAKEN]
    for scale in form.scales:
        assert any(f"a formula of the source ('variable' '{scale.code}')" in one for one in told)
        assert any(score_link(scale.code) in one and "read-only" in one for one in told)


def test_data_go_without_a_calculated_item():
    form = library().instrument(C30)
    assert "xpression" not in json.dumps(make_questionnaire(form, None, {}, []))


def test_the_command_writes_it_and_nothing_half(tmp_path):
    def run(*asked):
        return CliRunner().invoke(forms, ["questionnaire", *asked])

    out = tmp_path / "diary.json"
    done = run("carcinoid-diary", "--language", "de", "-o", str(out))
    assert done.exit_code == 0 and "6 items, with words in de" in done.output
    plain = json.loads(out.read_bytes())
    assert (plain["language"], plain["item"][-1]["linkId"]) == ("de", SCORES)
    bare = tmp_path / "bare.json"
    assert run("carcinoid-diary", "--no-scores", "-o", str(bare)).exit_code == 0
    assert SCORES not in bare.read_text("utf-8")
    for asked, code in (
        (("qlq-ginet21", "--variant", "C"), Code.VARIANT_UNKNOWN),
        (("qlq-c30", "--language", "xx"), Code.WORDING_MISSING),
        (("nothing",), Code.FORM_UNKNOWN),
    ):
        refused = run(*asked, "-o", str(tmp_path / "no.json"))
        assert isinstance(refused.exception, Refusal) and refused.exception.code is code
    assert isinstance(run("qlq-c30", "-o", str(out)).exception, Refusal)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bare.json", "diary.json"]
