"""The printed trail, read back from the PDF."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from retnet_pro.conduct.trail import EVERYTHING, Wanted
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import Openness
from retnet_pro.record.event import EventHash, Head, Kind
from retnet_pro.report.trail_paper import TrailPaper, trail_pdf
from retnet_pro.report.trail_words import NO_FILTER, filter_words, moment_words
from retnet_pro.study.model import Mode
from tests.unit.report.test_trail_table import LINE

MakePaper = Callable[..., TrailPaper]


@pytest.fixture
def paper() -> MakePaper:
    def make(**over: object) -> TrailPaper:
        facts = TrailPaper(
            site="BER",
            device="BER-1a2b3c4d",
            study_title="RETNET-style trial of embolotherapy",
            mode=Mode.DEMO,
            app="retnet-pro/test",
            printed_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
            printed_by="monitor",
            role="monitor",
            wanted=EVERYTHING,
            upto=Head(7, EventHash("c" * 64)),
            first_bad=None,
            lines=(LINE,),
        )
        return replace(facts, **over)

    return make


def pages(facts: TrailPaper) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(trail_pdf(facts))).pages]


@pytest.mark.rule("P11", "P15", "P18", "P19")
def test_a_line_shows_value_old_value_prompt_and_reason(paper: MakePaper) -> None:
    (page,) = pages(paper())
    assert "3 (was 2); after the question whether to leave it out; reason: too-ill" in page
    assert "form will not come" in page and "AB-0016, week-12, qlq-c30" in page
    assert "23 Nov 2026 10:02:03 UTC+01:00" in page
    assert "sent" in page and "a" * 16 in page


@pytest.mark.parametrize("openness", [Openness.HIDDEN, Openness.ERASED, Openness.UNREADABLE])
def test_a_content_that_is_not_there_says_why(paper: MakePaper, openness: Openness) -> None:
    (page,) = pages(paper(lines=(replace(LINE, old="", new="", reason="", prompted=None, openness=openness),)))
    assert {
        Openness.HIDDEN: "content sealed, not shown to this role",
        Openness.ERASED: "content erased",
        Openness.UNREADABLE: "content cannot be opened",
    }[openness] in page


def test_a_long_trail_goes_on_over_numbered_pages_with_its_head_on_each(paper: MakePaper) -> None:
    facts = paper(lines=tuple(replace(LINE, seq=seq) for seq in range(200, 0, -1)))
    printed = pages(facts)
    assert len(printed) > 2
    for number, page in enumerate(printed, start=1):
        assert f"Page {number} of {len(printed)}" in page
        assert "up to event 7 " + "c" * 64 in page
        assert "Concerns" in page
    text = " ".join(printed)
    assert all(f" {seq} 23 Nov" in text for seq in (200, 100, 1))


@pytest.mark.rule("E141")
@pytest.mark.parametrize(
    ("mode", "mark"),
    [(Mode.DEMO, "SYNTHETIC DEMONSTRATION DATA"), (Mode.TRAINING, "TRAINING DATA"), (Mode.STUDY, "")],
)
def test_only_a_study_prints_without_a_mark(paper: MakePaper, mode: Mode, mark: str) -> None:
    for page in pages(paper(mode=mode)):
        assert mark in page
        assert ("DATA" in page) is bool(mark)


@pytest.mark.rule("T11")
@pytest.mark.parametrize("hostile", ["<b>x</b><img src=file:///etc>", "%PDF-1.4", "‮abc", "{x}", "a" * 3000])
def test_hostile_text_is_printed_as_text(paper: MakePaper, hostile: str) -> None:
    text = " ".join(pages(paper(lines=(replace(LINE, reason=hostile),))))
    assert hostile[:12].replace("‮", "[U+202E]")[:12] in text


@pytest.mark.rule("P101")
def test_the_file_says_nothing_personal_about_itself(paper: MakePaper) -> None:
    pdf = PdfReader(BytesIO(trail_pdf(paper())))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Audit trail", "RETNET-Pro")
    assert "AB-0016" not in str(dict(pdf.metadata))


def test_an_empty_trail_can_be_printed(paper: MakePaper) -> None:
    (page,) = pages(paper(lines=()))
    assert "Events: 0" in page


def test_a_filter_is_said_in_words() -> None:
    assert filter_words(EVERYTHING) == NO_FILTER
    wanted = Wanted(who="nurse", group=Group.VIEWS, subject="S", first=date(2026, 1, 2), last=date(2026, 3, 4))
    assert filter_words(wanted) == ("person nurse; looks and copies; participant S; from 2 Jan 2026; to 4 Mar 2026")


@pytest.mark.rule("P32")
def test_a_time_is_said_to_the_second_with_its_offset() -> None:
    assert moment_words("2026-11-23T10:02:03.123+01:00") == "23 Nov 2026 10:02:03 UTC+01:00"


def test_every_kind_is_printed_by_its_own_word(paper: MakePaper) -> None:
    text = " ".join(pages(paper(lines=tuple(replace(LINE, kind=kind) for kind in Kind))))
    for word in ("data erased", "withdrawal of consent", "clock jumped", "signed pack"):
        assert word in text
