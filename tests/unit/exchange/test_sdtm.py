"""SDTM QS and DM say every state of an answer, with official codes where there are any, alike in both formats."""

import csv
import json
import tracemalloc
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.cdisc_codes import PROPOSAL
from retnet_pro.exchange.sdtm import write_sdtm_json, write_sdtm_xpt
from retnet_pro.exchange.writer import quiet
from retnet_pro.study.model import Mode
from tests import fakes_rows as fakes

C30_CATEGORY = "EORTC QLQ-C30 V3.0"


def rows_of(path: Path) -> list[dict[str, object]]:
    dataset = json.loads(path.read_text("utf-8"))
    names = [column["name"] for column in dataset["columns"]]
    return [dict(zip(names, row, strict=True)) for row in dataset["rows"]]


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export") / "sdtm"
    write_sdtm_json(fakes.small_data(), out, quiet)
    return out


@pytest.fixture(scope="module")
def qs(written) -> list[dict[str, object]]:
    return rows_of(written / "qs.json")


def of_item(qs, code: str) -> dict[str, object]:
    (row,) = [row for row in qs if row["QSTESTCD"] == code]
    return row


def result(row: dict[str, object]) -> tuple[object, ...]:
    return tuple(row[name] for name in ("QSORRES", "QSSTRESC", "QSSTRESN", "QSSTAT", "QSREASND"))


@pytest.mark.rule("E42")
def test_every_state_of_an_answer_is_there(qs):
    assert result(of_item(qs, "EOR0102")) == ("2", "2", 2, None, None)
    assert result(of_item(qs, "GNET39")) == (None, None, None, "NOT DONE", "NOT APPLICABLE")
    assert result(of_item(qs, "EOR0130")) == (None, None, None, "NOT DONE", "PATIENT SKIPPED")
    assert not [row for row in qs if row["QSTESTCD"] == "CSD02"], "an item that was hidden has no row"
    week12 = {row["QSCAT"]: result(row) for row in qs if row["QSTESTCD"] == "QSALL" and row["VISIT"] == "Week 12"}
    assert week12[C30_CATEGORY] == (None, None, None, "NOT DONE", "TOO ILL")
    assert week12["EORTC QLQ-GINET21 DATE 20TH FEBRUARY 2006"][-1] == "STOPPED BEFORE ITS END: TECHNICAL"
    assert len(week12) == 2, "a form that may still come has no row"


def test_a_corrected_answer_is_there_as_it_stands(qs):
    assert of_item(qs, "EOR0101")["QSSTRESN"] == 3


def test_cg0094_rows_without_a_result_say_not_done_and_why_and_rows_with_one_do_not(qs):
    for row in qs:
        is_done = row["QSSTRESN"] is not None
        assert (row["QSSTAT"], bool(row["QSREASND"])) == ((None, False) if is_done else ("NOT DONE", True))
        assert row["QSORRES"] == row["QSSTRESC"] == (str(row["QSSTRESN"]) if is_done else None)


def official() -> dict[str, str]:
    table = files("retnet_pro.exchange") / "tables" / "sdtm_qlqc30_qstestcd.csv"
    return {row["qstestcd"]: row["qstest"] for row in csv.DictReader(table.read_text("utf-8").splitlines())}


def test_every_pair_of_the_c30_is_in_the_official_table(qs):
    asked = [row for row in qs if row["QSCAT"] == C30_CATEGORY and row["QSTESTCD"] != "QSALL"]
    assert {row["QSTESTCD"] for row in asked} == {f"EOR01{number:02d}" for number in range(1, 31)}
    assert all(official()[row["QSTESTCD"]] == row["QSTEST"] for row in asked)


def test_codes_that_are_not_official_say_so_in_every_row(qs):
    for row in qs:
        assert (row["QSSCAT"] == PROPOSAL) == (row["QSCAT"] != C30_CATEGORY)
        assert not row["QSTESTCD"].startswith("EOR15"), "the prefix CDISC keeps for itself"


def test_codes_and_names_are_one_to_one_and_short_enough(qs):
    pairs = {(row["QSTESTCD"], row["QSTEST"]) for row in qs}
    assert len(pairs) == len({code for code, _ in pairs}) == len({name for _, name in pairs})
    assert all(len(code) <= 8 and len(name) <= 40 for code, name in pairs)


def test_core_000031_no_evaluator_is_sent(qs):
    assert all("QSEVAL" not in row for row in qs)


def test_core_000701_every_row_has_an_epoch(qs):
    assert {row["EPOCH"] for row in qs if row["USUBJID"].endswith(fakes.SUBJECT)} == {"SCREENING", "TREATMENT"}
    assert all("EPOCH" in row for row in qs)


def test_core_000700_a_study_day_has_its_date(qs):
    assert all(row["QSDTC"] for row in qs if row["QSDY"] is not None)
    assert all(row["QSDY"] is None for row in qs if row["QSTESTCD"] == "QSALL")


def test_sequence_numbers_are_unique_and_a_later_form_changes_none(qs, tmp_path):
    assert max(Counter((row["USUBJID"], row["QSSEQ"]) for row in qs).values()) == 1
    person = fakes.first_person()
    fewer = replace(person, forms=tuple(one for one in person.forms if one.form.instrument != fakes.GINET21))
    write_sdtm_json(fakes.data_of((fewer,)), tmp_path / "fewer", quiet)
    held = {(row["QSSEQ"], row["QSTESTCD"]) for row in qs if row["USUBJID"].endswith(fakes.SUBJECT)}
    assert {(row["QSSEQ"], row["QSTESTCD"]) for row in rows_of(tmp_path / "fewer" / "qs.json")} < held


def test_visits_are_named_and_numbered_one_to_one(written):
    pairs = {(row["VISIT"], row["VISITNUM"]) for row in rows_of(written / "qs.json")}
    assert len(pairs) == len({name for name, _ in pairs}) == len({number for _, number in pairs})
    assert ("2 weeks after embolization (1)", 102) in pairs


def test_time_is_local_to_the_minute_and_there_is_no_day_0(qs):
    row = of_item(qs, "EOR0101")
    assert (row["QSDTC"], row["QSDY"], row["VISIT"]) == ("2026-01-04T09:11", -1, "Baseline")
    assert 0 not in {row["QSDY"] for row in qs}


def test_time_frames_are_durations(qs):
    assert [of_item(qs, code)["QSEVLINT"] for code in ("EOR0105", "EOR0106", "CSD01")] == [None, "-P7D", "-P1D"]
    assert {row["QSEVLINT"] for row in qs} == {None, "-P1D", "-P7D", "-P4W"}


def test_the_last_answer_before_the_first_embolization_is_flagged(qs):
    assert of_item(qs, "EOR0101")["QSLOBXFL"] == "Y"
    assert of_item(qs, "EOR0130")["QSLOBXFL"] is None


def test_only_one_answer_of_an_item_is_flagged(tmp_path):
    write_sdtm_json(fakes.simulated_data(), tmp_path / "out", quiet)
    rows = rows_of(tmp_path / "out" / "qs.json")
    flagged = Counter((row["USUBJID"], row["QSTESTCD"]) for row in rows if row["QSLOBXFL"])
    assert flagged and max(flagged.values()) == 1


def test_who_took_part(written):
    first, second = rows_of(written / "dm.json")
    assert (first["USUBJID"], first["ARM"]) == (f"RETNET-DEMO-SYNTHETIC-{fakes.SUBJECT}", "Bland embolization")
    assert (first["RFSTDTC"], first["RFXSTDTC"], first["ARMNRS"]) == ("2026-01-05", "2026-01-12", None)
    assert (second["ARM"], second["ARMNRS"], second["RFSTDTC"]) == (None, "NOT ASSIGNED", None)


def test_an_arm_that_is_not_told_says_why(tmp_path):
    person = fakes.first_person()
    hidden = replace(person, subject=replace(person.subject, arm=None))
    write_sdtm_json(fakes.data_of((hidden,)), tmp_path / "out", quiet)
    (row,) = rows_of(tmp_path / "out" / "dm.json")
    assert (row["ARMCD"], row["ARM"], row["ARMNRS"]) == (None, None, "NOT DISCLOSED")


def test_data_that_are_not_of_a_study_say_so_in_every_row_and_study_data_never(qs, tmp_path):
    assert all("SYNTHETIC" in row["STUDYID"] and "SYNTHETIC" in row["USUBJID"] for row in qs)
    study = replace(fakes.small_data(), about=fakes.about(Mode.STUDY), people=lambda: iter((fakes.second_person(),)))
    write_sdtm_json(study, tmp_path / "study", quiet)
    assert "SYNTHETIC" not in "".join(path.read_text("utf-8") for path in (tmp_path / "study").iterdir())


@pytest.mark.rule("E141")
def test_no_word_of_a_questionnaire_is_in_it(written):
    everything = "".join(path.read_text("utf-8") for path in written.iterdir())
    for form in (fakes.C30, fakes.GINET21):
        for words in fakes.library().wording(fakes.library().instrument(form), "en").items.values():
            assert words not in everything


@pytest.mark.parametrize("write", [write_sdtm_json, write_sdtm_xpt])
def test_two_exports_are_alike_to_the_byte(write, tmp_path):
    for name in ("1", "2", "1.zip"):
        write(fakes.simulated_data(4, 6), tmp_path / name, quiet)
    (tmp_path / "again").mkdir()
    write(fakes.simulated_data(4, 6), tmp_path / "again" / "1.zip", quiet)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "again" / "1.zip").read_bytes()
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes()
    assert len(list((tmp_path / "1").iterdir())) == 3


def changed_form(**changes):
    person = fakes.first_person()
    first = person.forms[0]
    return replace(person, forms=(replace(first, form=replace(first.form, **changes)), *person.forms[1:]))


@pytest.mark.rule("T10")
@pytest.mark.parametrize("write", [write_sdtm_json, write_sdtm_xpt])
def test_a_version_the_table_does_not_know_is_refused_by_name(write, tmp_path):
    with pytest.raises(Refusal) as caught:
        write(fakes.data_of((changed_form(instrument_version="4.0"),)), tmp_path / "out", quiet)
    assert caught.value.code is Code.DATA_UNFIT
    assert caught.value.facts["row"] == f"{fakes.SUBJECT}/baseline/qlq-c30/1"
    assert "4.0 of qlq-c30" in caught.value.facts["why"] and caught.value.facts["column"] == "q1"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "why"),
    [("Ausgangswert für alle", "not ASCII"), ("a" * 201, "201 bytes"), ("two\nlines", "not ASCII")],
)
def test_text_that_xpt_cannot_carry_is_refused_naming_row_and_column(title, why, tmp_path):
    data = fakes.data_of((changed_form(visit_title=title),))
    with pytest.raises(Refusal) as caught:
        write_sdtm_xpt(data, tmp_path / "out", quiet)
    assert caught.value.facts["column"] == "VISIT" and why in caught.value.facts["why"]
    assert caught.value.facts["row"] == f"QS RETNET-DEMO-SYNTHETIC RETNET-DEMO-SYNTHETIC-{fakes.SUBJECT} 1011001"
    assert list(tmp_path.iterdir()) == []
    write_sdtm_json(data, tmp_path / "json", quiet)
    assert rows_of(tmp_path / "json" / "qs.json")[0]["VISIT"] == title


def test_a_form_the_study_does_not_plan_has_a_name_and_no_number(tmp_path):
    data = fakes.data_of((changed_form(time_point=None, visit="extra", visit_title="extra"),))
    write_sdtm_json(data, tmp_path / "out", quiet)
    row = rows_of(tmp_path / "out" / "qs.json")[0]
    assert (row["VISIT"], row["VISITNUM"]) == ("extra", None)


@pytest.mark.parametrize("write", [write_sdtm_json, write_sdtm_xpt])
def test_memory_does_not_grow_with_the_data(write, tmp_path):
    person = fakes.first_person()

    def peak(many: int) -> int:
        data = replace(fakes.small_data(), participants=many, people=lambda: (person for _ in range(many)))
        tracemalloc.start()
        write(data, tmp_path / str(many), quiet)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(120) < 1.1 * peak(60), "both are read in whole blocks for their sums"


class Stop(Exception):
    pass


def test_an_export_that_is_stopped_leaves_nothing(tmp_path):
    def stop(done, _of):
        if done:
            raise Stop

    for name in ("out", "out.zip"):
        with pytest.raises(Stop):
            write_sdtm_xpt(fakes.small_data(), tmp_path / name, stop)
    assert list(tmp_path.iterdir()) == []


def test_what_the_format_cannot_say_is_told(tmp_path):
    made = write_sdtm_xpt(fakes.small_data(), tmp_path / "out", quiet)
    assert {one.name: one.rows for one in made.files} == {"dm.xpt": 2, "qs.xpt": 64, "define.xml": 0}
    assert (made.participants, made.forms) == (2, 3) and "licensed" in made.left_out[0]
