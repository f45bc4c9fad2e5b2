"""Files for REDCap: a dictionary its rules allow, records in which every state can be told, no words of a form."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.dataset.rows import FormRows
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.redcap import write_redcap
from retnet_pro.exchange.redcap_dictionary import HEADER, item_field, make_dictionary, score_field
from retnet_pro.exchange.redcap_logic import branching
from retnet_pro.exchange.redcap_records import EVENT, INSTANCE, REPEATS
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Equals, Not
from tests import fakes_rows as fakes

COLUMNS = """\
Variable / Field Name
Form Name
Section Header
Field Type
Field Label
Choices, Calculations, OR Slider Labels
Field Note
Text Validation Type OR Show Slider Number
Text Validation Min
Text Validation Max
Identifier?
Branching Logic (Show field only if...)
Required Field?
Custom Alignment
Question Number (surveys only)
Matrix Group Name
Matrix Ranking?
Field Annotation""".splitlines()


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("redcap") / "data"
    write_redcap(fakes.small_data(), out, quiet)
    return out


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_dictionary_has_the_eighteen_columns_in_order(written):
    assert list(HEADER) == COLUMNS
    lines = table(written, "data_dictionary.csv")
    assert list(lines[0]) == COLUMNS
    names = [line[COLUMNS[0]] for line in lines]
    assert names[0] == "record_id" and len(names) == len(set(names))
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,25}", name) for name in names)
    assert {line["Required Field?"] for line in lines} == {""}
    forms = [line["Form Name"] for line in lines]
    assert [one for place, one in enumerate(forms) if forms[place - 1 : place] != [one]] == [
        "participant", "carcinoid_diary", "qlq_c30", "qlq_ginet21"
    ]  # fmt: skip


def test_choices_parse_back_and_a_matrix_is_a_run_of_neighbours_with_equal_choices(written):
    items = fakes.library().instrument(fakes.C30).items
    lines = [line for line in table(written, "data_dictionary.csv") if re.fullmatch("c30_q[0-9]+", line[COLUMNS[0]])]
    assert [line[COLUMNS[0]] for line in lines] == [f"c30_q{number:02d}" for number in range(1, 31)]
    for line, item in zip(lines, items, strict=True):
        choices = [choice.split(", ") for choice in line[COLUMNS[5]].split(" | ")]
        assert choices == [[str(code), str(code)] for code in item.scale.codes]
    by_group = {}
    for place, line in enumerate(lines):
        by_group.setdefault(line["Matrix Group Name"], []).append((place, line[COLUMNS[5]]))
    assert [len(group) for group in by_group.values()] == [28, 2]
    for group in by_group.values():
        places = [place for place, _ in group]
        assert places == list(range(places[0], places[-1] + 1)) and len({choices for _, choices in group}) == 1


def test_a_condition_becomes_branching_logic(written):
    logic = {line[COLUMNS[0]]: line[COLUMNS[11]] for line in table(written, "data_dictionary.csv")}
    assert logic["cd_flush_severity"] == "[cd_flush_count] >= 1"
    some = Not(All((AtLeast("q1", 2), AnyOf((Equals("q2", 3), Not(Equals("q3", 1)))))))
    assert branching(fakes.C30, some, lambda _form, item: item) == "([q1] < 2) or (([q2] <> '3') and ([q3] = '1'))"


@pytest.mark.rule("E42")
def test_all_six_states_come_back(written):
    c30 = next(row for row in table(written, "records_qlq_c30.csv") if row["c30_status"] == "done")
    ginet21 = next(row for row in table(written, "records_qlq_ginet21.csv") if row["ginet21_status"] == "done")
    diary = next(row for row in table(written, "records_carcinoid_diary.csv") if row["cd_status"] == "done")
    missed = next(row for row in table(written, "records_qlq_c30.csv") if row[EVENT] == "week_12_arm_1")
    assert c30["c30_q02"] == "2" and "q2=" not in c30["c30_unanswered"].split()
    assert ginet21["ginet21_q39"] == "" and "q39=not_applicable" in ginet21["ginet21_unanswered"].split()
    assert c30["c30_q30"] == "" and "q30=skipped" in c30["c30_unanswered"].split()
    assert diary["cd_flush_severity"] == "" and "flush_severity=not_presented" in diary["cd_unanswered"].split()
    assert (missed["c30_status"], missed["c30_reason"], missed["qlq_c30_complete"]) == ("missed", "too-ill", "0")
    assert c30["c30_ql2"] == "" and c30["c30_no_score"] == "c30_ql2=too-few-answered"


def test_every_answer_and_score_is_there_unrounded(written):
    for one in fakes.first_person().forms:
        if not one.items:
            continue
        name = one.form.instrument.replace("-", "_")
        row = next(row for row in table(written, f"records_{name}.csv") if row[EVENT] == "baseline_arm_1")
        for item in one.items:
            assert row[item_field(one.form.instrument, item.item)] == item.text
        for score in one.scores:
            said = row[score_field(one.form.instrument, score.scale, score.variant)]
            assert (float(said) if said else None) == score.value
        assert row[f"{name}_complete"] == "2"


def test_a_visit_that_recurs_has_an_instance_for_each_embolization(written):
    rows = table(written, "records_carcinoid_diary.csv")
    assert {(row[EVENT], row[REPEATS], row[INSTANCE]) for row in rows if row["record_id"] == fakes.SUBJECT} == {
        ("baseline_arm_1", "", ""),
        ("post_2w_arm_1", "carcinoid_diary", "1"),
        ("post_5w_arm_1", "carcinoid_diary", "1"),
    }
    events = {line["unique_event_name"] for line in table(written, "events.csv")}
    assert {row[EVENT] for row in rows} <= events
    repeating = {(line["event_name"], line["form_name"]) for line in table(written, "repeating_forms.csv")}
    assert repeating >= {(row[EVENT], row[REPEATS]) for row in rows if row[REPEATS]}


@pytest.mark.rule("E141")
def test_no_word_of_a_questionnaire_is_in_it_and_all_of_it_is_marked(written):
    everything = "".join(path.read_text("utf-8") for path in written.iterdir())
    for form in (fakes.C30, fakes.GINET21):
        wording = fakes.library().wording(fakes.library().instrument(form), "en")
        assert not any(words in everything for words in wording.items.values())
    for path in written.glob("records_*.csv"):
        mark = next(name for name in table(written, path.name)[0] if name.endswith("mark"))
        assert {row[mark] for row in table(written, path.name)} == {"synthetic"}


def test_two_exports_are_alike_to_the_byte(tmp_path):
    for name in ("1", "2"):
        write_redcap(fakes.simulated_data(4, 6), tmp_path / name, quiet)
    pairs = [(path, tmp_path / "2" / path.name) for path in (tmp_path / "1").iterdir()]
    assert len(pairs) == 8 and all(one.read_bytes() == other.read_bytes() for one, other in pairs)


def person_with(**changes):
    person = fakes.first_person()
    first = person.forms[0]
    return replace(person, forms=(FormRows(replace(first.form, **changes), first.items, first.scores),))


@pytest.mark.parametrize(
    ("person", "column"),
    [
        (person_with(time_point=None), "visit"),
        (person_with(instrument="qlq-new"), "new_status"),
    ],
    ids=["unplanned visit", "unknown form"],
)
def test_what_redcap_has_no_place_for_is_refused_by_row_and_column(person, column, tmp_path):
    with pytest.raises(Refusal) as caught:
        write_redcap(fakes.data_of((person,)), tmp_path / "out", quiet)
    assert caught.value.code is Code.DATA_UNFIT
    assert caught.value.facts["row"] == person.forms[0].form.key
    assert caught.value.facts["column"] == column
    assert list(tmp_path.iterdir()) == []


def test_a_second_response_is_left_out_and_said(tmp_path):
    made = write_redcap(fakes.data_of((person_with(attempt=2, is_disputed=True),)), tmp_path / "out", quiet)
    assert any(what.startswith("1 of several responses") for what in made.left_out)
    assert table(tmp_path / "out", "records_qlq_c30.csv") == []


def test_names_redcap_would_not_take_or_that_mean_two_things_are_refused():
    book = fakes.codebook()
    c30 = next(one for one in book.instruments if one.id == fakes.C30)
    long = replace(c30, id="qlq-averyveryverylongname")
    twin = replace(c30, version="4", items=(replace(c30.items[0], number=99), *c30.items[1:]))
    for forms in ((long,), (c30, twin)):
        with pytest.raises(Refusal) as caught:
            make_dictionary(replace(book, instruments=forms))
        assert caught.value.code is Code.DATA_UNFIT
