"""Records are sent to a REDCap project: compared first, corrected where they differ, and read back by PyCap."""

import csv
import json
from dataclasses import replace

import pytest

from retnet_pro.dataset.rows import FormRows, ItemState
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.redcap import write_redcap
from retnet_pro.exchange.redcap_dictionary import dictionary_lines, make_dictionary
from retnet_pro.exchange.redcap_import import Compared, compare, send
from retnet_pro.exchange.writer import quiet
from retnet_pro.sync.redcap_server import RedcapServer
from tests import fakes_rows as fakes
from tests.redcap_standin import TOKEN, RedcapProject, running


@pytest.fixture
def project() -> RedcapProject:
    return RedcapProject([list(line) for line in dictionary_lines(make_dictionary(fakes.codebook()))])


@pytest.fixture
def post(project):
    """The way to the project without a wire: what the server would answer."""

    def ask(fields):
        status, said = project.answer({**fields, "token": TOKEN})
        if status != 200:
            raise Refusal(Code.REDCAP_UNFIT, why=str(status))
        return said

    return ask


def withdrawn():
    """The first participant, who has withdrawn the answer to q2 since: it is skipped now."""
    person = fakes.first_person()

    def without(one: FormRows) -> FormRows:
        items = tuple(
            replace(item, state=ItemState.SKIPPED, code=None) if item.item == "q2" else item for item in one.items
        )
        return replace(one, items=items)

    return fakes.data_of((replace(person, forms=tuple(map(without, person.forms))), fakes.second_person()))


def c30_there(project) -> dict[str, str]:
    return project.records[fakes.SUBJECT, "baseline_arm_1", "", ""]


def test_looking_changes_nothing_and_sending_twice_changes_nothing_more(project, post):
    data = fakes.small_data()
    found = compare(data, post, quiet)
    assert project.records == {} and found == Compared(new=14, alike=0, differing=0, withdrawn=0, unknown=0)
    assert send(data, post, quiet).sent == 14
    kept = {key: dict(values) for key, values in project.records.items()}
    assert send(data, post, quiet) == Compared(new=0, alike=14, differing=0, withdrawn=0, unknown=0)
    assert project.records == kept


@pytest.mark.rule("E42")
def test_a_withdrawn_answer_does_not_survive_and_no_other_form_is_touched(project, post):
    send(fakes.small_data(), post, quiet)
    assert c30_there(project)["c30_q02"] == "2"
    c30_there(project)["own_note"] = "written there"
    ginet21 = {name: value for name, value in c30_there(project).items() if name.startswith("ginet21")}
    project.asked.clear()
    assert compare(withdrawn(), post, quiet).withdrawn == 1
    assert send(withdrawn(), post, quiet).sent == 1
    assert c30_there(project)["c30_q02"] == "" and c30_there(project)["own_note"] == "written there"
    assert "q2=skipped" in c30_there(project)["c30_unanswered"].split()
    assert ginet21.items() <= c30_there(project).items()
    [sent] = [one for one in project.asked if "data" in one]
    assert sent["overwriteBehavior"] == "overwrite"
    [row] = json.loads(sent["data"])
    assert {name.split("_")[0] for name in row} == {"record", "redcap", "c30", "qlq"}


def test_what_is_only_there_is_counted_and_left_alone(project, post):
    send(fakes.small_data(), post, quiet)
    project.records[fakes.SUBJECT, "week_24_arm_1", "", ""] = {"c30_q01": "1"}
    assert send(fakes.small_data(), post, quiet).unknown == 1
    assert project.records[fakes.SUBJECT, "week_24_arm_1", "", ""] == {"c30_q01": "1"}


def test_a_number_that_redcap_writes_otherwise_is_alike(project, post):
    send(fakes.small_data(), post, quiet)
    score = next(name for name, value in c30_there(project).items() if value.endswith(".0"))
    c30_there(project)[score] = c30_there(project)[score].removesuffix(".0")
    assert compare(fakes.small_data(), post, quiet).differing == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.update(field_name="c30_q1"),
        lambda line: line.update(field_type="text"),
        lambda line: line.update(select_choices_or_calculations="0, 0 | 1, 1 | 2, 2 | 3, 3"),
        lambda line: line.update(form_name="another"),
    ],
    ids=["missing", "kind", "choices", "form"],
)
def test_a_project_with_another_dictionary_gets_nothing(project, post, change):
    change(next(line for line in project.metadata if line["field_name"] == "c30_q01"))
    with pytest.raises(Refusal) as caught:
        send(fakes.small_data(), post, quiet)
    assert caught.value.code is Code.REDCAP_UNFIT and "c30_q01" in str(caught.value.facts["why"])
    assert project.records == {}


@pytest.mark.parametrize("said", [b"<html>", b"{}", b"[1]", b"[" * 100_000])
def test_an_answer_that_is_none_is_refused(said):
    with pytest.raises(Refusal) as caught:
        compare(fakes.small_data(), lambda _fields: said, quiet)
    assert caught.value.code is Code.REDCAP_UNFIT


def test_records_that_are_not_confirmed_are_not_taken_as_sent(post):
    with pytest.raises(Refusal) as caught:
        send(fakes.small_data(), lambda fields: b"[]" if "data" in fields else post(fields), quiet)
    assert "confirm" in str(caught.value.facts["why"])


def test_pycap_reads_back_what_was_sent_and_its_files(project, tmp_path):
    redcap = pytest.importorskip("redcap")
    write_redcap(fakes.small_data(), tmp_path / "data", quiet)
    with (tmp_path / "data" / "records_qlq_c30.csv").open(encoding="utf-8", newline="") as file:
        held = list(csv.DictReader(file))
    with running(project) as address:
        send(fakes.small_data(), RedcapServer(address, TOKEN).post, quiet)
        client = redcap.Project(address, TOKEN)
        assert [line["field_name"] for line in client.metadata][:1] == ["record_id"]
        read = client.export_records(forms=["qlq_c30"], format_type="json")
        done = [row for row in read if row["c30_status"]]
        assert sorted(done, key=str) == sorted(held, key=str)
        project.records.clear()
        assert client.import_records(held, import_format="json", overwrite="overwrite") == {"count": 2}
        again = client.export_records(forms=["qlq_c30"], format_type="json")
        assert sorted(again, key=str) == sorted(done, key=str)
        for bad in ({"no_such_field": "1"}, {"c30_q01": "9"}):
            with pytest.raises(redcap.RedcapError):
                client.import_records([{**held[0], **bad}], import_format="json")
