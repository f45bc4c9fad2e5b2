"""Scores leave as a table that says of each what became of it, in words, and why one is missing; with a trace."""

import csv
from datetime import date
from io import StringIO

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.conduct.trail_line import Look
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.report.score_copy import copy_scores, leave_picture_trace, score_lines
from retnet_pro.study.subject import make_subject
from tests.fakes import FakeSite, enrolled, visit
from tests.gui.conftest import ADMINISTRATOR

SUBJECT = make_subject("BER", 1)
DAY = date(2026, 10, 1)


@pytest.fixture
def site():
    made = FakeSite()
    desk = made.desk()
    enrolled(desk, made.clock, SUBJECT, DAY, "be")
    visit(made, desk, SUBJECT, "baseline", date(2026, 10, 4), given={"q8": Answered(1), "q29": Answered(4)})
    visit(made, desk, SUBJECT, "week-12", date(2026, 12, 27), given={"q8": Answered(4), "q29": Skipped()})
    return made


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode())))


def of_scale(site, code: str) -> list[dict[str, str]]:
    return [row for row in rows(copy_scores(site.desk(), SUBJECT)) if row["scale"] == code]


@pytest.mark.rule("E77")
def test_the_change_is_told_in_words_and_in_points(site):
    first, later = of_scale(site, "DY")
    assert (first["visit"], first["since_last"], first["since_last_in_words"]) == ("baseline", "", "no score before")
    assert (float(first["score"]), float(later["score"]), float(later["since_last"])) == (0.0, 100.0, 100.0)
    assert (later["since_last_in_words"], later["since_first_in_words"]) == ("worse", "worse")
    assert later["rule_points"] == "10.0" and later["rule_status"]


@pytest.mark.rule("E71", "E76")
def test_every_line_has_a_score_at_full_precision_or_says_why_there_is_none(site):
    told = rows(copy_scores(site.desk(), SUBJECT))
    lines = score_lines(site.desk(), SUBJECT)
    assert [row["score"] for row in told] == ["" if one.score.value is None else repr(one.score.value) for one in lines]
    assert all(bool(row["score"]) != bool(row["missing_because"]) for row in told)
    assert len({row["session"] for row in told}) == len({row["sha256"] for row in told}) > 2


@pytest.mark.rule("P10")
def test_a_table_leaves_a_trace_and_is_the_same_bytes_each_time(site):
    desk = site.desk()
    once = copy_scores(desk, SUBJECT)
    last = desk.reader.open_event(site.log.kept[-1])
    assert (last.content["what"], last.content["subject"]) == (Look.SCORE_COPY, SUBJECT)
    assert copy_scores(desk, SUBJECT) == once


@pytest.mark.rule("P10")
def test_a_picture_leaves_a_trace_that_names_the_form(site):
    desk = site.desk()
    leave_picture_trace(desk, SUBJECT, "qlq-c30")
    last = desk.reader.open_event(site.log.kept[-1])
    assert (last.content["what"], last.content["form"]) == (Look.PICTURE, "qlq-c30")


@pytest.mark.rule("P41")
@pytest.mark.parametrize("take", [copy_scores, lambda desk, subject: leave_picture_trace(desk, subject, "qlq-c30")])
def test_who_may_not_read_responses_takes_nothing_away(site, take):
    desk = site.desk(ADMINISTRATOR)
    before = site.log.kinds().count(Kind.VIEW)
    with pytest.raises(Refusal) as refused:
        take(desk, SUBJECT)
    assert refused.value.code is Code.NOT_ALLOWED
    assert site.log.kinds().count(Kind.VIEW) == before
