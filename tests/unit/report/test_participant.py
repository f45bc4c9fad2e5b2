"""The printout as a whole, read back from the PDF."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from retnet_pro.instrument.model import InstrumentId, Status
from retnet_pro.record.event import EventHash
from retnet_pro.report.page import Align, Brush
from retnet_pro.report.paper import Filed, ParticipantPaper, Signature
from retnet_pro.report.participant import participant_pdf
from retnet_pro.report.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, VERA, Typeface
from retnet_pro.study.model import Mode

MakePaper = Callable[..., ParticipantPaper]
C30 = InstrumentId("qlq-c30")


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def texts(paper: ParticipantPaper) -> list[str]:
    return [page.extract_text() for page in read(participant_pdf(paper)).pages]


def words(paper: ParticipantPaper) -> str:
    """All pages as one text; line breaks count as spaces."""
    return " ".join(" ".join(texts(paper)).split())


def with_licensed_wording(filed: Filed) -> Filed:
    wording = replace(filed.response.wording, demonstration=False)
    return replace(filed, response=replace(filed.response, wording=wording, mode=Mode.STUDY))


def test_same_facts_give_the_same_bytes(paper: MakePaper) -> None:
    facts = paper(3)
    assert participant_pdf(facts) == participant_pdf(paper(3))
    assert participant_pdf(replace(facts, printed_at=facts.printed_at + timedelta(minutes=1))) != participant_pdf(facts)


@pytest.mark.rule("P101")
def test_metadata_name_the_program_the_kind_of_paper_and_the_study_code_only(paper: MakePaper) -> None:
    pdf = read(participant_pdf(paper(2)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Report PHL-001"
    assert "carcinoid" not in str(dict(pdf.metadata))
    assert pdf.metadata.author == "RETNET-Pro"
    assert pdf.metadata.subject == "Report of one participant: summary, answers, corrections, proof"
    assert "nurse1" not in str(dict(pdf.metadata))
    assert pdf.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.trailer["/Root"]["/Lang"] == "en"


def test_every_font_is_embedded(paper: MakePaper) -> None:
    fonts = [
        font.get_object()
        for page in read(participant_pdf(paper(2))).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {font["/BaseFont"].split("+")[1] for font in fonts} == {"BitstreamVeraSans-Roman", "BitstreamVeraSans-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_another_typeface_can_be_handed_in(paper: MakePaper) -> None:
    other = Typeface(VERA.regular.with_name("VeraIt.ttf"), VERA.bold.with_name("VeraBI.ttf"))
    assert b"Oblique" in participant_pdf(paper(1), other)
    assert b"Oblique" not in participant_pdf(paper(1))


def test_each_page_has_code_number_and_warning(paper: MakePaper) -> None:
    pages = texts(paper(10))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "PHL-001" in page
        assert "SYNTHETIC DEMONSTRATION DATA" in page
        assert "demonstration wording, not the EORTC questionnaire, not valid for data collection" in page


def test_study_data_with_licensed_wording_carry_no_warning(paper: MakePaper) -> None:
    facts = paper(2)
    study = replace(facts, mode=Mode.STUDY, responses=tuple(map(with_licensed_wording, facts.responses)))
    assert "not valid for data collection" not in words(study)
    mixed = replace(study, responses=(facts.responses[0], *study.responses[1:]))
    assert "DEMONSTRATION WORDING IN STUDY MODE" in words(mixed)


@pytest.mark.rule("P32")
def test_times_carry_their_offset(paper: MakePaper) -> None:
    said = words(paper(2))
    assert re.search(r"Printed 3 Mar 2026 14:30 UTC\+01:00 by nurse1", said)
    assert "12 Jan 2026 09:05 – 09:14 UTC+01:00" in said


@pytest.mark.rule("P21")
def test_the_arm_is_printed_only_for_those_who_may_see_it(paper: MakePaper) -> None:
    assert "hidden from this reader" in words(paper(1, arm="Bland embolization"))
    assert "Bland embolization" not in words(paper(1, arm="Bland embolization"))
    seen = words(paper(1, arm="Bland embolization", arm_may_be_seen=True))
    assert "Bland embolization" in seen
    assert "hidden" not in seen


@pytest.mark.rule("E42", "E71", "E72")
def test_absences_and_missing_scores_are_said_in_words(paper: MakePaper) -> None:
    said = words(paper(3))
    for state in ("skipped", "not reached", "does not apply", "not shown"):
        assert state in said
    assert "missing: 0 of 1 items answered, the procedure needs 1" in said
    assert "missing: built from scores, of which 12 of 13 exist and 13 are needed" in said
    assert "from 4 of 5 items, as the procedure allows" in said


@pytest.mark.rule("P07")
def test_changed_answers_are_marked(paper: MakePaper) -> None:
    said = words(paper(3))
    assert re.search(r"walking a little 1–4 \d \d c1 \d", said)
    assert "changed once" in said


@pytest.mark.rule("E78")
def test_unchecked_thresholds_are_named_but_not_drawn(paper: MakePaper) -> None:
    facts = paper(2)
    said = words(facts)
    assert "thresholds on file are UNVERIFIED and not drawn" in said
    c30 = facts.instruments[C30]
    checked = replace(c30, thresholds=tuple(replace(cut, status=Status.CONFIRMED) for cut in c30.thresholds))
    sure = replace(facts, instruments={**facts.instruments, C30: checked})
    assert "dashed: published threshold" in words(sure)
    assert "UNVERIFIED" not in words(sure)
    assert "No published threshold." in words(sure)


@pytest.mark.rule("E73")
def test_uncertain_facts_and_the_scoring_variant_are_printed(paper: MakePaper) -> None:
    said = words(paper(2))
    assert "scale structure UNSURE; change rule ASSUMPTION" in said
    assert "Endocrine symptoms (ED) UNSURE" in said
    assert "hot flushes UNSURE" in said
    assert "variant A_scoring_sheet, scoring version 1" in said
    assert "To be confirmed against the licensed scoring sheet" in said
    assert "example schedule, not the RETNET protocol" in said


@pytest.mark.rule("P02")
def test_every_record_is_named_to_the_byte(paper: MakePaper) -> None:
    facts = paper(2)
    joined = "".join(words(facts).split())
    for filed in facts.responses:
        assert filed.hash in joined
        assert filed.response.form.hash in joined
        assert filed.response.wording.hash in joined
    assert "retnet-pro 0.1.0" in words(facts)


@pytest.mark.rule("P60", "P63")
def test_signatures_show_name_time_and_meaning(paper: MakePaper) -> None:
    facts = paper(1)
    assert "None of these records carries an electronic signature." in words(facts)
    signature = Signature(
        name="Investigator Demo",
        at=facts.printed_at,
        meaning="reviewed",
        record=EventHash("ab" * 32),
        still_covers=False,
    )
    said = words(replace(facts, signatures=(signature,)))
    assert "Investigator Demo, 20 Jan 2026 14:30 UTC+01:00: reviewed" in said
    assert "no longer covers it" in said


@pytest.mark.rule("E66")
def test_absent_forms_carry_their_reason(paper: MakePaper) -> None:
    facts = paper(2)
    gone = replace(
        facts, responses=facts.responses[:-1], absent={("week6", InstrumentId("carcinoid-diary")): "too ill"}
    )
    assert "Carcinoid symptom diary not received: too ill" in words(gone)


def test_two_responses_for_one_visit_are_left_to_a_person(paper: MakePaper) -> None:
    facts = paper(2)
    twice = replace(facts, responses=(*facts.responses, replace(facts.responses[3], seq=999)))
    assert "More than one response to QLQ-C30 at week6: a person must decide which one counts." in words(twice)


def test_a_form_this_device_does_not_have_is_named(paper: MakePaper) -> None:
    facts = paper(1)
    without = replace(facts, instruments={C30: facts.instruments[C30]})
    said = words(without)
    assert "This device does not have the form qlq-ginet21" in said
    assert facts.responses[1].hash in "".join(said.split())


def test_without_any_response_the_paper_says_so(paper: MakePaper) -> None:
    said = words(paper(1, responses=()))
    assert "No finished questionnaire has been recorded yet." in said
    assert "Baseline" in said


HOSTILE = (
    "<font color='[[].append(1)]'>x</font>",
    '<para><img src="file:///etc/passwd"/></para>',
    "</para><b>bold & <i>loud",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%s %d {0} {subject} ${x}",
    "(unbalanced \\) parenthesis \\",
    "ET Q /JS (app.alert(1)) endstream endobj",
    "=HYPERLINK(1)",
)


@pytest.mark.rule("T11")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_stands(paper: MakePaper, text: str) -> None:
    facts = paper(2, subject=text, histology=text, site=text, study_title=text, printed_by=text, grade=text)
    visited = tuple(
        replace(filed, response=replace(filed.response, visit=text, accommodations=(text,)))
        for filed in facts.responses
    )
    pdf = read(participant_pdf(replace(facts, responses=visited, ends=((text, facts.enrolled),))))
    said = "".join("".join(page.extract_text() for page in pdf.pages).split())
    assert said.count("".join(text.split())) >= 3
    for number in range(1, len(pdf.xref[0]) + 1):
        thing = pdf.get_object(IndirectObject(number, 0, pdf))
        if hasattr(thing, "keys"):
            assert not {"/JS", "/JavaScript", "/Launch", "/URI", "/AA", "/OpenAction", "/Annots"} & set(thing.keys())


@pytest.mark.rule("T11")
def test_characters_that_hide_or_turn_text_are_shown_as_code_points(paper: MakePaper) -> None:
    said = "".join(words(paper(1, histology="a\u202eb\x00c\nd\ua000e\u200bf")).split())
    assert "a[U+202E]b[U+0000]c[U+000A]d[U+A000]e[U+200B]f" in said


def boxes(
    paper: ParticipantPaper, monkeypatch: pytest.MonkeyPatch
) -> list[list[tuple[float, float, float, float, str]]]:
    """Every text of every page as a box: left, bottom, right, top, text."""
    pages: list[list[tuple[float, float, float, float, str]]] = [[]]
    write, turn = Brush.text, Brush.end_page

    def text(brush: Brush, x: float, y: float, text: str, size: float = 7.6, **how: object) -> None:
        write(brush, x, y, text, size, **how)  # type: ignore[arg-type]
        font = brush.font(bool(how.get("bold")))
        clean = font.clean(text)
        width = font.width(clean, size)
        align = how.get("align", Align.LEFT)
        assert isinstance(align, Align)
        left = x - align.value * width
        if clean.strip():
            pages[-1].append((left, y - 0.05 * size, left + width, y + 0.7 * size, clean))

    def end_page(brush: Brush) -> None:
        turn(brush)
        pages.append([])

    monkeypatch.setattr(Brush, "text", text)
    monkeypatch.setattr(Brush, "end_page", end_page)
    participant_pdf(paper)
    return pages[:-1]


def overlaps(page: list[tuple[float, float, float, float, str]]) -> list[tuple[str, str]]:
    return [
        (one[4], other[4])
        for place, one in enumerate(page)
        for other in page[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


LONG = "a rather long piece of text that goes on and on " * 4


@pytest.mark.parametrize(
    ("visits", "over"),
    [
        (1, {}),
        (3, {"arm": "Conventional chemoembolization", "arm_may_be_seen": True}),
        (10, {}),
        (24, {}),
        (2, {"subject": "X" * 200, "histology": LONG, "printed_by": LONG, "site": LONG, "study_label": LONG}),
    ],
)
def test_nothing_overlaps_and_nothing_leaves_the_page(
    paper: MakePaper, monkeypatch: pytest.MonkeyPatch, visits: int, over: dict[str, object]
) -> None:
    facts = paper(visits, **over)
    ends = (("progression", facts.printed_at.date()), ("withdrew", facts.enrolled + timedelta(days=20)))
    for page in boxes(replace(facts, ends=ends), monkeypatch):
        assert overlaps(page) == []
        for left, bottom, right, top, text in page:
            assert left >= MARGIN - 1 and right <= PAGE_WIDTH - MARGIN + 1, text
            assert bottom >= 12 and top <= PAGE_HEIGHT - 12, text


def test_ten_visits_of_three_instruments_fit_on_the_first_page(paper: MakePaper) -> None:
    first, second, *_ = texts(paper(10))
    assert "Wheezing" in first
    assert "Visits and forms" in second


@pytest.mark.rule("E85")
def test_the_first_page_tells_the_newest_open_alerts_and_counts_the_rest(paper):
    waiting = tuple(f"pain {number} (QLQ-C30, week {number})" for number in range(9, 4, -1))
    first, *_ = texts(paper(3, alerts_open=waiting))
    said = " ".join(first.split())
    assert "Open alerts" in said and "5: pain 9 (QLQ-C30, week 9); pain 8" in said and "; and 2 more" in said
    assert "pain 6" not in said
    assert "Open alerts" not in texts(paper(3))[0]
