"""The report of a trial: every objective is there, every number says whence, nothing is passed over in silence."""

import csv
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from retnet_pro.analysis.canvas import Picture
from retnet_pro.analysis.deterioration import PUBLISHED
from retnet_pro.analysis.objectives import completion_findings, primary, toxicity_findings
from retnet_pro.analysis.results import Estimate
from retnet_pro.dataset.left_out import LeftOut
from retnet_pro.dataset.study_data import WATERMARK
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.report.style import SMALL, VERA, WIDTH, load_fonts
from retnet_pro.report.trial.completion_part import completion_sections
from retnet_pro.report.trial.compose import trial_paper
from retnet_pro.report.trial.csv_files import csv_file
from retnet_pro.report.trial.front_part import NOT_PRESPECIFIED, front_section
from retnet_pro.report.trial.html import html_page
from retnet_pro.report.trial.paper import pdf_paper
from retnet_pro.report.trial.parts import Cell, Column, Listing, Table, Words
from retnet_pro.study.model import Mode
from tests.reported_trial import PROGRAM, SCALES, said_of, small_facts, small_paper

BETWEEN, APART = 4.0, 7.0
"""Points of a column that are left free, and those more of a number."""
OBJECTIVES = ("primary", "completion", "symptom-free", "cycles", "toxicity", "biomarkers", "scores")


@pytest.fixture(scope="module")
def paper():
    return small_paper()


@pytest.fixture(scope="module")
def pages(paper):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf_paper(paper))).pages]


def table(paper, name):
    return next(one for one in paper.tables if one.name == name)


def lines(paper, name):
    return list(csv.DictReader(io.StringIO(csv_file(table(paper, name), paper).decode())))


def test_every_objective_has_its_section(paper):
    names = [section.name for section in paper.sections]
    assert set(OBJECTIVES) <= set(names)
    assert {"primary-arm", "primary-histology", "primary-grade"} <= set(names)
    assert sum(name.startswith("scale-") for name in names) == SCALES
    assert len(set(names)) == len(names), "links reach one section each"


def test_names_of_files_are_unique(paper):
    for names in ([one.name for one in paper.tables], [one.name for one in paper.pictures]):
        assert len(set(names)) == len(names)


def test_every_table_says_what_is_counted_what_is_missing_and_how(paper):
    for one in paper.tables:
        assert one.counted and one.missing and one.method, one.name
        assert all(len(row) == len(one.columns) for row in one.rows), one.name
        codes = [one.columns[place].code for place in one.filed]
        assert len(set(codes)) == len(codes), one.name


def test_what_the_data_are_of_stands_on_the_first_page(pages, paper):
    first = " ".join(pages[0].split())
    study = small_facts().study
    for wanted in ("RETNET-DEMO", study.id, study.hash, "2026-01-02T08:00", PROGRAM, "SYNTHETIC", "S1"):
        assert wanted in first, wanted
    assert NOT_PRESPECIFIED in first


def test_assumptions_and_unconfirmed_definitions_are_listed(paper):
    (section,) = (one for one in paper.sections if one.name == "assumptions")
    items = " ".join(item for piece in section.pieces if isinstance(piece, Listing) for item in piece.items)
    for wanted in ("ASSUMPTION", "Symptom-free interval", "missing at random", "non-informative", "CTCAE"):
        assert wanted in items, wanted


@pytest.mark.rule("E141")
def test_synthetic_data_are_marked_on_every_page_and_in_every_file(pages, paper):
    assert all("SYNTHETIC DEMONSTRATION DATA" in page for page in pages)
    assert WATERMARK.encode() in html_page(paper)
    for one in paper.tables:
        for line in csv.DictReader(io.StringIO(csv_file(one, paper).decode())):
            assert line["mark"] == WATERMARK


def test_data_of_a_study_carry_no_mark():
    facts = replace(small_facts(), synthetic=False, instruments=(), people=(), staff=())
    page = html_page(trial_paper(said_of(facts, Mode.STUDY)))
    assert b"SYNTHETIC" not in page and b'class="mark"' not in page


def test_the_numbers_are_those_of_the_analysis_unrounded(paper):
    found = primary(small_facts()).survivals[0]
    told = lines(paper, "hpfs-arm-groups")
    assert [(line["group"], int(line["n"]), int(line["events"])) for line in told] == [
        (curve.group, curve.n, curve.events) for curve in found.curves
    ]
    for line, curve in zip(told, found.curves, strict=True):
        if isinstance(curve.median, Estimate):
            assert float(line["median"]) == curve.median.value
        else:
            assert line["median"] == "" and line["median_why_none"] == curve.median.reason
    steps = lines(paper, "hpfs-arm-curves")
    assert len(steps) == sum(len(curve.steps) for curve in found.curves)


def test_events_stand_arm_below_arm_with_their_words(paper):
    groups = toxicity_findings(small_facts())
    told = lines(paper, "toxicity")
    assert [line["arm"] for line in told[: len(groups)]] == [group.group for group in groups]
    assert [int(line["asked"]) for line in told[: len(groups)]] == [group.asked for group in groups]
    shown = {row[0].words for row in table(paper, "toxicity").rows}
    assert {"Any event", "Diarrhoea"} <= shown and any(words.startswith("code ") for words in shown)


def test_deterioration_is_told_in_every_published_definition(paper):
    assert {line["definition"] for line in lines(paper, "deterioration-groups")} == set(PUBLISHED)
    (listed,) = (
        piece for one in paper.sections if one.name == "scores" for piece in one.pieces if isinstance(piece, Listing)
    )
    assert [item.split(":")[0] for item in listed.items] == list(PUBLISHED)


def test_a_trial_without_anybody_says_why_there_is_nothing():
    facts = replace(small_facts(), people=(), forms=(), staff=(), diaries={}, absences={})
    empty = trial_paper(said_of(facts))
    assert not any(isinstance(piece, Picture) for section in empty.sections for piece in section.pieces)
    said = " ".join(piece.text for section in empty.sections for piece in section.pieces if isinstance(piece, Words))
    for why in ("No participant has a time", "nobody was treated", "no sample", "No figure of the course"):
        assert why in said, why
    assert html_page(empty) and pdf_paper(empty)


def test_the_same_facts_give_the_same_bytes(paper):
    again = replace(paper, sections=paper.sections)
    assert html_page(paper) == html_page(again)
    assert pdf_paper(paper) == pdf_paper(again)


def test_no_word_of_a_table_is_broken_on_paper(paper):
    fonts = load_fonts(VERA)
    for one in (one for one in paper.tables if one.is_shown and one.name != "about"):
        shown = [one.columns[place] for place in one.seen]
        for place, column, after in zip(one.seen, shown, [*shown[1:], shown[-1]], strict=True):
            free = BETWEEN + (APART if column.is_number and not after.is_number else 0)
            room = WIDTH * column.width / sum(other.width for other in shown) - free
            words = {word for row in one.rows for word in row[place].words.split()}
            assert [word for word in words if fonts.regular.width(word, SMALL) > room] == [], (one.name, column.head)


def test_the_foot_of_a_table_never_stands_on_a_page_without_its_last_row(pages):
    for page in pages:
        lines = page.splitlines()
        (first,) = [place for place, line in enumerate(lines) if line.startswith("Page ")]
        assert not lines[first + 1].startswith(("n: ", "Missing: ", "Method: ", "Unrounded in "))


def test_reasons_name_no_code_of_a_group(paper):
    codes = {arm.id for arm in small_facts().study.arms}
    for one in paper.tables:
        for row in one.rows:
            for place in one.seen:
                assert not codes & set(row[place].words.split()), row[place].words


def test_two_processes_make_the_report_of_one(paper):
    assert trial_paper(said_of(small_facts()), processes=2) == paper


def test_progress_is_told_step_by_step_and_stops_the_report():
    facts = replace(small_facts(), people=(), forms=(), staff=(), diaries={}, absences={})
    told = []
    trial_paper(said_of(facts), lambda done, of: told.append((done, of)))
    assert told == [(step, SCALES + 4) for step in range(1, SCALES + 5)]

    def stop(done, of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        trial_paper(said_of(facts), stop)


@pytest.mark.rule("P17", "T11")
def test_nothing_the_data_say_runs_in_a_browser_or_a_spreadsheet(paper):
    hostile = Table(
        name="x", title="<script>alert(1)</script>", columns=(Column(head="<b>", code="what"),),
        rows=((Cell("<img src=x onerror=alert(1)>", "=HYPERLINK(1)"),),), counted="1", missing="0", method="none",
    )  # fmt: skip
    section = replace(paper.sections[0], pieces=(hostile,))
    page = html_page(replace(paper, sections=(section,))).decode()
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    assert "default-src 'none'" in page
    assert csv_file(hostile, paper).decode().splitlines()[1].startswith("'=HYPERLINK(1)")


def left_out(subject, visit, *, responses=2, is_undecided=True, instrument="qlq-c30"):
    return LeftOut(
        subject=subject, visit=visit, time_point=visit, instrument=InstrumentId(instrument), responses=responses,
        is_undecided=is_undecided,
    )  # fmt: skip


@pytest.mark.rule("P72", "E63")
def test_what_is_left_out_because_nobody_decided_is_said_on_the_first_page_and_by_time_point_and_arm():
    facts = small_facts()
    arm = facts.study.arms[0].id
    one, other, *_ = (subject for subject, theirs in facts.arms.items() if theirs == arm)
    found = (
        left_out(one, "baseline"),
        left_out(other, "baseline", responses=3),
        left_out(other, "cycle-1-2w", responses=1, is_undecided=False),
        left_out("not-randomised", "baseline"),
        left_out(one, "baseline", instrument="another"),
    )
    said = said_of(replace(facts, left_out=found))
    about = {row[0].words: row[1].words for row in front_section(said, ()).pieces[1].rows}
    assert about["Forms left out"] == (
        "9 left out: several responses for one time point, undecided (4 such); "
        "1 left out: set beside another response for the same time point by a decision"
    )
    (_, section) = completion_sections(said, completion_findings(facts))
    (shown,) = (piece for piece in section.pieces if isinstance(piece, Table))
    assert "; 7 left out: several responses for one time point, undecided (3 such); 1 left out" in shown.missing
    numbers = {(row[0].exact, row[1].exact): row[-1].exact for row in shown.rows if row[-1].exact}
    assert numbers == {("baseline", "all"): 2, ("baseline", arm): 2}, "those randomised, as in the denominators"


def test_that_nothing_was_left_out_is_said_too(paper):
    (row,) = (line for line in lines(paper, "about") if line["what"] == "Forms left out")
    assert row["value"] == "0 left out: nowhere are there several responses for one time point"
    assert {line["undecided"] for line in lines(paper, "completion-qlq-c30")} == {"0"}
