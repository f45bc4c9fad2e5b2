"""Copies of the completion report, as a table and on paper: counts, the rule beside every rate, and their trace."""

import csv
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from retnet_pro.conduct.completeness import completeness
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.report.completion_copy import CompletionCopy
from retnet_pro.report.completion_table import COLUMNS
from retnet_pro.report.trail_copy import CopyForm
from tests.fakes import COORDINATOR, MONITOR, FakeSite, clinic


@pytest.fixture(scope="module")
def played() -> FakeSite:
    site = FakeSite()
    clinic(site)
    return site


@pytest.fixture
def site(played: FakeSite) -> FakeSite:
    return played.copy()


def made(site: FakeSite, form: CopyForm, person: Person = COORDINATOR) -> tuple[Desk, CompletionCopy]:
    desk = site.desk(person)
    copy = CompletionCopy(desk, form, site.clock())
    while copy.advance():
        pass
    return desk, copy


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))


def printed(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.rule("E61", "E62", "E63", "E65", "E66")
def test_the_table_gives_counts_reasons_and_the_rule_in_every_line(site: FakeSite) -> None:
    desk, copy = made(site, CopyForm.TABLE)
    table = rows(copy.finish())
    assert tuple(table[0]) == COLUMNS
    assert {line["valid_form"] for line in table} == {desk.study.valid_form}
    visits = [line for line in table if line["level"] == "visit"]
    for line, row in zip(visits, completeness(desk).rows, strict=True):
        assert (line["visit"], line["form"], line["group"]) == (row.visit, row.instrument, row.group or "all")
        assert int(line["completion_valid"]) == row.variable.valid
        reasons = sum(int(line[name]) for name in COLUMNS if name.startswith("absent_"))
        assert int(line["completion_expected"]) == row.variable.valid + int(line["came_not_valid"]) + reasons
        assert (int(line["available_valid"]), int(line["available_population"])) == (row.fixed.valid, row.fixed.of)


@pytest.mark.rule("E67")
def test_the_table_has_every_question_of_every_form(site: FakeSite) -> None:
    desk, copy = made(site, CopyForm.TABLE)
    items = [line for line in rows(copy.finish()) if line["level"] == "item"]
    forms = {line["form"] for line in items}
    assert len(items) == sum(len(desk.library.instrument(form).items) for form in forms)
    (skipped,) = (line for line in items if (line["form"], line["item"]) == ("qlq-c30", "q24"))
    assert (skipped["left_out"], int(skipped["asked"]) - int(skipped["answered"])) == ("1", 1)


@pytest.mark.rule("P21")
@pytest.mark.parametrize("form", CopyForm)
def test_no_copy_shows_an_arm_to_a_role_that_may_not_see_it(site: FakeSite, form: CopyForm) -> None:
    _, copy = made(site, form, MONITOR)
    content = copy.finish()
    said = content.decode() if form is CopyForm.TABLE else " ".join(printed(content))
    assert "embolization" in said
    assert not any(arm.title in said for arm in site.study.arms)
    assert form is CopyForm.PAPER or {line["group"] for line in rows(content)} == {"all"}


@pytest.mark.rule("E63", "E65", "P02")
def test_paper_prints_the_rule_with_every_table_and_says_who_printed_it(site: FakeSite) -> None:
    desk, copy = made(site, CopyForm.PAPER)
    pages = printed(copy.finish())
    said = " ".join(pages)
    assert said.count(f"valid form: {desk.study.valid_form}") == 3 * 3  # three forms, for everybody and two arms
    assert all(desk.study.valid_form in page for page in pages)
    assert "4 / 4 (100%) 4 / 5 (80%)" in said
    assert "1 NO REASON YET" in said
    assert "by coordinator (coordinator) with retnet-pro/test" in said
    assert "QLQ-C30, question by question" in said


def test_the_same_record_gives_the_same_bytes(site: FakeSite) -> None:
    now = site.clock()
    desk = site.desk()
    copies = [CompletionCopy(desk, form, now) for form in (*CopyForm, *CopyForm)]
    for copy in copies:
        while copy.advance():
            pass
    contents = [copy.content() for copy in copies]
    assert contents[:2] == contents[2:]


@pytest.mark.rule("P101")
def test_no_study_code_stands_in_it_and_the_file_says_nothing_personal_about_itself(site: FakeSite) -> None:
    for form in CopyForm:
        _, copy = made(site, form)
        content = copy.finish()
        said = content.decode() if form is CopyForm.TABLE else " ".join(printed(content))
        assert not any(subject in said for subject in site.desk().site.courses.subjects())
    pdf = PdfReader(BytesIO(content))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Completion of questionnaires", "RETNET-Pro")


@pytest.mark.rule("P10")
def test_a_copy_leaves_a_trace_and_without_a_trace_nothing_leaves(site: FakeSite) -> None:
    desk, copy = made(site, CopyForm.PAPER)
    copy.finish()
    last = site.log.kept[-1]
    content = desk.reader.open_event(last).content
    assert (last.header.kind, content["what"], content["as"]) == (Kind.VIEW, "completion export", "pdf")
    site.log.broken = WorldFault(Code.DISK_FULL, path="x", why="full")
    with pytest.raises(RetnetError) as caught:
        copy.finish()
    assert caught.value.code is Code.DISK_FULL
