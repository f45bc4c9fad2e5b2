"""The analysis datasets say what was answered, scored and due, unrounded, so that nobody has to work it out again."""

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.analysis.deterioration import PUBLISHED, time_to_deterioration
from retnet_pro.analysis.hepatic import LiverRule, hepatic_progression_free
from retnet_pro.analysis.liver_record import liver_record
from retnet_pro.analysis.regular import scored_scales
from retnet_pro.analysis.staff_forms import liver_readings
from retnet_pro.errors import Refusal
from retnet_pro.exchange.adam import write_adam_csv, write_adam_json, write_adam_xpt
from retnet_pro.exchange.writer import quiet
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import ReceivedForm, completion
from retnet_pro.study.participant import Participant
from tests import fakes_rows as fakes

Rows = list[dict[str, str]]


def table(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export") / "small"
    write_adam_csv(fakes.small_data(), out, quiet)
    return out


@pytest.fixture(scope="module")
def trial(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export") / "trial"
    write_adam_csv(fakes.simulated_data(), out, quiet)
    return out


def of_parameter(path: Path, code: str) -> dict[str, str]:
    (row,) = [row for row in table(path / "adpro.csv") if row["PARAMCD"] == code]
    return row


@pytest.mark.rule("E42")
def test_what_is_not_there_says_why(small):
    reasons = {code: of_parameter(small, code)["AVALRSN"] for code in ("EOR0102", "GNET39", "EOR0130", "C30QL2")}
    assert reasons == {
        "EOR0102": "", "GNET39": "NOT APPLICABLE", "EOR0130": "PATIENT SKIPPED", "C30QL2": "TOO FEW ANSWERED"
    }  # fmt: skip
    for row in table(small / "adpro.csv"):
        assert bool(row["AVAL"]) != bool(row["AVALRSN"])
    assert "CSD02" not in {row["PARAMCD"] for row in table(small / "adpro.csv")}
    score = of_parameter(small, "C30QL2")
    assert (score["AVALNI"], score["AVALNT"]) == ("0", "2")


def test_scores_are_exactly_those_of_the_program(trial):
    held = Counter(
        (one.form.subject, score.value)
        for person in fakes.simulated_data().people()
        for one in person.forms
        for score in one.scores
        if score.value is not None
    )
    read = Counter(
        (row["SUBJID"], float(row["AVAL"]))
        for row in table(trial / "adpro.csv")
        if row["PARCAT2"] == "SCORE" and row["AVAL"]
    )
    assert read == held and sum(held.values()) > 500


def test_both_ways_to_score_the_module_have_codes_of_their_own(trial):
    rows = [row for row in table(trial / "adpro.csv") if row["PARCAT2"] == "SCORE"]
    codes = {row["PARAMCD"] for row in rows}
    assert {"NETTR", "NEBTR", "NEBWG", "C30SUM", "CSDFLB"} <= codes and max(map(len, codes)) <= 8
    once = Counter((row["USUBJID"], row["PARAMCD"], row["AVISIT"]) for row in rows if row["ANL01FL"])
    assert max(once.values()) == 1


def test_change_is_from_the_one_baseline(trial):
    rows = table(trial / "adpro.csv")
    base = {(row["USUBJID"], row["PARAMCD"]): row for row in rows if row["ABLFL"]}
    assert len(base) == sum(bool(row["ABLFL"]) for row in rows) > 100
    assert {row["AVISIT"] for row in base.values()} == {"Baseline"}
    changed = 0
    for row in rows:
        first = base.get((row["USUBJID"], row["PARAMCD"]))
        assert row["BASE"] == (first["AVAL"] if first else "")
        is_later = first is not None and row["AVAL"] and row["ADT"] > first["ADT"]
        assert bool(row["CHG"]) == bool(is_later)
        if is_later:
            assert float(row["CHG"]) == float(row["AVAL"]) - float(first["AVAL"])
            changed += 1
    assert changed > 1000


def test_an_item_leads_back_to_its_row_in_sdtm(trial, tmp_path):
    from retnet_pro.exchange.formats import writer_of
    from tests.unit.exchange.test_sdtm import rows_of

    writer_of("sdtm-json")(fakes.simulated_data(), tmp_path / "sdtm", quiet)
    source = {(row["USUBJID"], str(row["QSSEQ"])): row for row in rows_of(tmp_path / "sdtm" / "qs.json")}
    items = [row for row in table(trial / "adpro.csv") if row["SRCDOM"] == "QS"]
    for row in items:
        found = source[row["USUBJID"], row["SRCSEQ"]]
        assert (found["QSTESTCD"], found["QSSTRESC"] or "") == (row["PARAMCD"], row["AVALC"])
    assert len(items) == sum(row["QSTESTCD"] != "QSALL" for row in source.values())


def participant(subject) -> Participant:
    same = ("subject", "arm", "enrolled", "randomised", "embolizations", "progressed", "died", "withdrew", "language")
    return Participant(**{name: getattr(subject, name) for name in same})


@pytest.mark.rule("E61", "E62")
def test_both_rates_of_completion_come_out_as_the_program_counts_them(trial):
    data = fakes.simulated_data()
    people = [person.subject for person in data.people()]
    forms = [one for person in data.people() for one in person.forms]
    received = [
        ReceivedForm(
            one.form.subject,
            one.form.visit,
            one.form.instrument,
            len({score.scale for score in one.scores if score.value is not None}),
        )
        for one in forms
        if one.items
    ]
    absent = {
        (one.form.subject, one.form.visit, one.form.instrument): Absence(one.form.reason)
        for one in forms
        if one.form.reason in set(Absence)
    }
    counted = completion(fakes.study(), map(participant, people), received, absent, data.about.cut_off)
    names = {form.form.instrument: None for form in forms}
    rows = [row for row in table(trial / "adprocmp.csv") if row["ITTFL"] == "Y"]
    everybody = sum(row["ITTFL"] == "Y" for row in table(trial / "adsl.csv"))
    category = {fakes.C30: "C30", fakes.GINET21: "GINET21", fakes.DIARY: "CARCINOID"}
    assert set(names) == set(category)
    compared = 0
    for one in counted:
        if one.group is not None:
            continue
        own = [row for row in rows if row["AVISIT"] == one.title and category[one.instrument] in row["PARCAT1"]]
        due = [row for row in own if row["EXPFL"] == "Y"]
        assert (sum(row["COMPLFL"] == "Y" for row in due), len(due)) == (one.variable.valid, one.variable.of)
        assert (sum(row["COMPLFL"] == "Y" for row in own), everybody) == (one.fixed.valid, one.fixed.of)
        compared += one.variable.of
    assert compared > 100


def test_every_row_of_completion_says_what_became_of_the_form(small):
    rows = [row for row in table(small / "adprocmp.csv") if row["SUBJID"] == fakes.SUBJECT]
    told = {(row["STATUS"], row["REASND"], row["RECFL"], row["COMPLFL"]) for row in rows}
    assert told == {
        ("DONE", "", "Y", "Y"),
        ("MISSED", "TOO ILL", "N", "N"),
        ("MISSED", "NO REASON GIVEN", "N", "N"),
        ("PARTLY", "TECHNICAL", "N", "N"),
        ("AWAITED", "", "N", "N"),
        ("NOT DUE", "", "N", "N"),
    }


@pytest.mark.parametrize(("disputed", "analysed"), [((False, True), ["Y", ""]), ((True, True), ["", ""])])
def test_of_two_responses_to_one_form_the_one_a_person_decided_for_is_analysed(tmp_path, disputed, analysed):
    person = fakes.first_person()
    first = person.forms[0]
    rest = replace(
        first,
        form=replace(first.form, attempt=2, sequence=first.form.sequence + 1, is_disputed=disputed[1]),
        items=tuple(replace(one, sequence=one.sequence + 1000) for one in first.items),
    )
    first = replace(first, form=replace(first.form, is_disputed=disputed[0]))
    write_adam_csv(fakes.data_of((replace(person, forms=(first, rest, *person.forms[1:])),)), tmp_path / "o", quiet)
    rows = [row for row in table(tmp_path / "o" / "adpro.csv") if row["PARAMCD"] == "EOR0102"]
    assert [row["ANL01FL"] for row in rows] == analysed
    assert [row["ABLFL"] for row in rows] == analysed
    (slot,) = [
        row for row in table(tmp_path / "o" / "adprocmp.csv") if row["AVISIT"] == "Baseline" and "C30" in row["PARCAT1"]
    ]
    assert (slot["RECFL"], slot["COMPLFL"]) == ("Y", "N" if all(disputed) else "Y")
    assert slot["ASEQ"] == str(first.form.sequence)


def test_what_is_known_of_a_participant(small):
    first, second = table(small / "adsl.csv")
    assert (first["TRT01P"], first["ITTFL"], first["RANDDT"], first["EMBNUM"]) == (
        "Bland embolization", "Y", "2026-01-05", "1"
    )  # fmt: skip
    assert (first["SYMPBLFL"], first["HISTOL"], first["GRADE"]) == ("Y", "ileum", "G1")
    assert (second["ITTFL"], second["TRT01P"], second["WITHDT"]) == ("N", "", "2026-01-20")


@pytest.mark.parametrize("write", [write_adam_csv, write_adam_json, write_adam_xpt])
def test_two_exports_are_alike_to_the_byte(write, tmp_path):
    for name in ("1", "2"):
        write(fakes.simulated_data(3, 4), tmp_path / name, quiet)
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes()
    assert len(list((tmp_path / "1").iterdir())) == 5


def test_a_scale_the_table_does_not_know_is_refused_by_name(tmp_path):
    person = fakes.first_person()
    first = person.forms[0]
    odd = replace(first, scores=(replace(first.scores[0], scale="NEW"),))
    with pytest.raises(Refusal) as caught:
        write_adam_csv(fakes.data_of((replace(person, forms=(odd,)),)), tmp_path / "out", quiet)
    assert caught.value.facts["column"] == "NEW" and "3.0 of qlq-c30" in caught.value.facts["why"]
    assert list(tmp_path.iterdir()) == []


def test_times_to_deterioration_are_those_of_the_analysis(trial):
    pytest.importorskip("statsmodels")
    from retnet_pro.analysis.from_rows import trial_facts
    from retnet_pro.analysis.trial_facts import score_courses

    facts = trial_facts(fakes.simulated_data())
    read = {
        (row["SUBJID"], row["PARAM"]): (int(row["AVAL"]), row["CNSR"] == "0", row["EVNTDESC"] or row["CNSDTDSC"])
        for row in table(trial / "adprotte.csv")
    }
    compared = 0
    for form, prefix in ((fakes.C30, "C30"), (fakes.GINET21, "NET")):
        instrument = fakes.library().instrument(form)
        for scale in scored_scales(instrument):
            named = f"{prefix}{scale.code}"
            name = of_code(trial, named)
            for definition, rule in PUBLISHED.items():
                courses = score_courses(facts, form, scale.code)
                for one in time_to_deterioration(courses, rule, scale.direction).counted:
                    assert read[one.subject, f"{definition}, {name}"] == (one.days, one.happened, one.why.upper())
                    compared += one.happened
    assert compared > 100


def of_code(path: Path, code: str) -> str:
    return next(row["PARAM"] for row in table(path / "adpro.csv") if row["PARAMCD"] == code)


def test_progression_free_survival_is_that_of_the_analysis(trial):
    data = fakes.simulated_data()
    people = [participant(person.subject) for person in data.people()]
    readings = liver_readings(one.record for person in data.people() for one in person.staff)
    record = liver_record(people, readings, lambda _: "all", data.about.cut_off)
    expected = {
        one.subject: (one.days, one.happened) for one in hepatic_progression_free(record.courses, LiverRule()).counted
    }
    read = {
        row["SUBJID"]: (int(row["AVAL"]), row["CNSR"] == "0")
        for row in table(trial / "adprotte.csv")
        if row["PARAMCD"] == "PFSEMB"
    }
    assert read == expected and len({happened for _, happened in read.values()}) == 2


def test_who_has_no_imaging_form_is_judged_by_the_course_and_the_dataset_says_so(tmp_path):
    people = [
        replace(person, staff=() if n else person.staff) for n, person in enumerate(fakes.simulated_data().people())
    ]
    write_adam_csv(fakes.data_of(people, fakes.simulated_data().about), tmp_path / "out", quiet)
    read = {row["SUBJID"]: row for row in table(tmp_path / "out" / "adprotte.csv") if row["PARAMCD"] == "PFSRAND"}
    assert len(read) == len(people)
    assert [row["SUBJID"] for row in read.values() if row["SRCDOM"] == ""] == [people[0].subject.subject]
    for person in people[1:]:
        row, one = read[person.subject.subject], person.subject
        assert row["SRCDOM"] == "ADSL"
        assert (row["CNSR"] == "0") == (one.progressed is not None or one.died is not None)


def test_every_time_carries_its_definition_in_the_metadata(trial):
    define = (trial / "define.xml").read_text("utf-8")
    assert "a fall of 10 points or more against the baseline score; confirmation: none" in define
    codes = {row["PARAMCD"] for row in table(trial / "adprotte.csv")}
    assert max(map(len, codes)) <= 8 and {"PFSEMB", "PFSRAND", "TC30QL2", "BNETSF21"} <= codes
    assert all(f'CodedValue="{code}"' in define for code in codes)
