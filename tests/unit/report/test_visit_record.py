"""The record of one visit: what was due, what came and how, why the rest did not, and what was done about it."""

import ast
import io
from datetime import date
from enum import Enum

import pytest
from pypdf import PdfReader

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.alerts import alerts_of, answer_alert
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.signatures import STATEMENT, sign, sign_off
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.circumstance import Accommodation, Deviation, Medium, WhyHelped
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report import words
from retnet_pro.report.alert_copy import ACTION_WORDS, OUTCOME_WORDS
from retnet_pro.report.tongue import ENGLISH, tongue_of
from retnet_pro.report.visit_copy import compose_visit, print_visit
from retnet_pro.report.visit_record import visit_pdf
from retnet_pro.study.absence import Absence
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.model import Identification
from retnet_pro.study.subject import make_subject
from tests.fakes import HOUSE, PASSPHRASE, FakeSite, enrolled, visit
from tests.gui.conftest import ADMINISTRATOR, INVESTIGATOR

SPEAKING = ("visit_record", "visit_forms", "visit_acts", "list_frame")
"""Modules that say something in the language of the staff."""
SUBJECT = make_subject("BER", 1)
TOLD = {
    **{code: words.answered_by_words(code) for code in AnsweredBy},
    **{code: words.accommodation_words([code.value]) for code in Accommodation},
    **{code: words.why_helped_words(code) for code in WhyHelped},
    **{code: words.medium_words(code) for code in Medium},
    **{code: words.identification_words(code) for code in Identification},
    **{code: words.deviation_words(code) for code in Deviation},
    **{code: words.absence_words(code) for code in Absence},
    **{code: words.why_amended_words(code) for code in WhyAmended},
    **{code: words.source_words(code) for code in Source},
    **{code: code.value for code in Role},
    **OUTCOME_WORDS,
    **ACTION_WORDS,
}
"""Every code a record can name, with its English."""


@pytest.fixture(scope="module")
def site() -> FakeSite:
    """A participant whose baseline was answered a day late, with an alert that was settled, and signed."""
    made = FakeSite()
    desk = made.desk()
    enrolled(desk, made.clock, SUBJECT, date(2026, 10, 1), "be")
    visit(made, desk, SUBJECT, "baseline", date(2026, 10, 4), given={"q9": Answered(4), "wheeze": Answered(0)})
    (raised,) = alerts_of(desk, SUBJECT)
    how = {"action": AlertAction.ADVICE, "note": "rang back"}
    answer_alert(desk, SUBJECT, raised.fact.hash, raised.fact.alert.rule, AlertOutcome.ACTION, **how)
    excuse(desk, SUBJECT, "week-12", InstrumentId("qlq-c30"), Absence.TOO_ILL)
    add_person(made.pen, made.slots, INVESTIGATOR, PASSPHRASE, (made.identity[0],), by=None)
    signer = made.desk(INVESTIGATOR)
    sign(
        signer, made.slots, SUBJECT, "baseline",
        expected=sign_off(signer, SUBJECT, "baseline").digest, passphrase=PASSPHRASE, agreed=STATEMENT,
    )  # fmt: skip
    return made


def said(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def record(site: FakeSite, visit_id: str, tongue=ENGLISH) -> str:
    return said(visit_pdf(compose_visit(site.desk(), SUBJECT, visit_id, site.clock()), tongue))


@pytest.mark.rule("E57", "E58", "E59", "E68", "E85", "P60")
def test_it_tells_what_came_and_how_and_what_was_done_about_it(site):
    told = record(site, "baseline")
    for words_ in (
        "Forms received 3 of 3",
        "outside the window, days late: 1",
        "participant alone; on the tablet",
        "action: advice given; coordinator",
        "rang back",
        "Investigator Demo (investigator)",
        "covers what stands here",
        "Nothing was corrected.",
    ):
        assert words_ in told


@pytest.mark.rule("E66")
def test_it_tells_what_did_not_come_and_why(site):
    told = record(site, "week-12")
    assert "Forms received 0 of 3" in told
    assert "not received: too ill" in told
    assert told.count("still to come") == 2
    assert "Nobody has signed this visit." in told


@pytest.mark.rule("P02")
def test_it_names_every_event_and_file_it_rests_on_whole(site):
    desk = site.desk()
    told = record(site, "baseline").replace(" ", "")
    for one in desk.responses_of(SUBJECT):
        for name in (one.hash, one.response.form.hash, one.response.wording.hash):
            assert name in told


def test_it_interprets_nothing(site):
    told = record(site, "baseline")
    scales = [score.code for one in site.desk().responses_of(SUBJECT) for score in one.response.scores]
    assert scales
    assert not [code for code in scales if f" {code} " in told]


@pytest.mark.rule("P10", "P101")
def test_printing_is_written_down_and_the_same_facts_give_the_same_bytes(site):
    desk, now = site.desk(), site.clock()
    facts = compose_visit(desk, SUBJECT, "baseline", now)
    assert print_visit(desk, SUBJECT, "baseline", now) == visit_pdf(facts)
    last = desk.reader.open_event(site.log.kept[-1])
    assert (last.kind, last.content["what"]) == (Kind.VIEW, "visit record")
    assert (last.content["subject"], last.content["visit"]) == (SUBJECT, "baseline")


@pytest.mark.rule("P41")
def test_who_may_not_read_answers_gets_no_record_and_leaves_no_trace(site):
    desk = site.desk(ADMINISTRATOR)
    before = len(site.log.kept)
    with pytest.raises(Refusal) as refused:
        print_visit(desk, SUBJECT, "baseline", site.clock())
    assert refused.value.code is Code.NOT_ALLOWED
    assert len(site.log.kept) == before


def test_a_visit_that_is_not_planned_is_refused(site):
    with pytest.raises(Refusal) as refused:
        print_visit(site.desk(), SUBJECT, "week-999", site.clock())
    assert refused.value.code is Code.TIME_POINT_UNKNOWN


@pytest.mark.rule("E130")
def test_it_speaks_german(site):
    told = record(site, "baseline", tongue_of(HOUSE / "translations", "de"))
    assert "Visitenprotokoll" in told
    assert "außerhalb des Zeitfensters, Tage zu spät: 1" in told
    assert "04.10.2026" in told
    assert "Maßnahme: Rat gegeben" in told


def test_its_metadata_say_language_kind_and_sections_and_name_nobody(site):
    facts = compose_visit(site.desk(), SUBJECT, "baseline", site.clock())
    pdf = PdfReader(io.BytesIO(visit_pdf(facts, tongue_of(HOUSE / "translations", "de"))))
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Visitenprotokoll {SUBJECT}, Baseline"
    assert pdf.metadata.subject == "Protokoll einer Visite einer Person"
    assert pdf.metadata.author == "RETNET-Pro"
    assert "coordinator" not in str(dict(pdf.metadata))
    assert pdf.trailer["/Root"]["/Lang"] == "de"
    assert "Fragebögen" in [one.title for one in pdf.outline]


def texts_said() -> set[str]:
    """Every text the record asks a `Tongue` to say, read from the sources."""
    sources = [HOUSE / "retnet_pro" / "report" / f"{name}.py" for name in SPEAKING]
    calls = (
        node for source in sources for node in ast.walk(ast.parse(source.read_text())) if isinstance(node, ast.Call)
    )
    said_by = [call.args[0] for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) == "say"]
    return {text.value for text in said_by if isinstance(text, ast.Constant)}


@pytest.mark.rule("E130")
def test_every_word_of_it_has_its_german():
    german = tongue_of(HOUSE / "translations", "de").texts
    answers = (NotApplicable(), Skipped(), NotPresented(), NotReached(), None)
    every = texts_said() | set(TOLD.values()) | {words.answer_words(one) for one in answers}
    assert len(every) > 100
    assert every - german.keys() == set()
    assert all(isinstance(code, Enum) for code in TOLD)
