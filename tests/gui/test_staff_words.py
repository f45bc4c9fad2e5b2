"""Every code has a word, and numbers, days and times read the same everywhere."""

import ast
from datetime import date
from itertools import chain

import pytest
from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.sheet import NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.interruption import Ending
from retnet_pro.conduct.roles import Right, Role
from retnet_pro.conduct.signatures import STATEMENT
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import Look, Openness
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.interface import install, read_words
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import Direction, ScaleCode, Status
from retnet_pro.phrases import SENTENCES
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report.tongue import CONTEXT
from retnet_pro.scoring.interpretation import Change, WhyNot
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.due import WindowState
from retnet_pro.study.model import Mode
from tests.fakes import HOUSE, NURSE

KINDS = (
    Role, Right, Mode, WindowState, Direction, Status, Why, Change, WhyNot, Absence, AnsweredBy, Fact, Delivery,
    Ending, Kind, Group, Openness, Look,
)  # fmt: skip


@pytest.mark.rule("E116")
@pytest.mark.parametrize(
    "code", list(chain.from_iterable(KINDS)), ids=lambda code: f"{type(code).__name__}.{code.name}"
)
def test_every_code_has_a_word(code):
    assert words.word(code)


def test_codes_spelled_alike_keep_their_own_words():
    assert words.word(Absence.WITHDREW) == "Withdrew from the study"
    assert words.word(Fact.PROGRESSED) == "Progressed"


def test_every_absence_of_an_answer_has_a_word():
    said = {words.answer_state(state()) for state in (NotApplicable, Skipped, NotPresented, NotReached)}
    assert len(said) == 4
    assert "" not in said


@pytest.mark.rule("E76")
@pytest.mark.parametrize(
    ("value", "shown"), [(66.66666666666667, "66.7"), (0.0, "0.0"), (-0.0, "0.0"), (100.0, "100.0"), (49.95, "50.0")]
)
def test_scores_show_one_decimal(value, shown):
    assert words.points(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(16.666666, "+16.7"), (-16.666666, "−16.7"), (0.0, "±0.0"), (0.04, "±0.0"), (-0.04, "±0.0")]
)
def test_differences_carry_their_sign(value, shown):
    assert words.difference(value) == shown


def test_days_cannot_be_misread():
    assert words.day(date(2026, 3, 4)) == "4 Mar 2026"


@pytest.mark.rule("P32")
@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-11-23T10:02:03.123+01:00", "23 Nov 2026, 10:02 (UTC+01:00)"),
        ("2026-11-23T00:00:00.000-03:30", "23 Nov 2026, 00:00 (UTC-03:30)"),
        ("2026-11-23T10:02:03.123+00:00", "23 Nov 2026, 10:02 (UTC+00:00)"),
    ],
)
def test_times_carry_their_offset(iso, shown):
    assert words.instant(iso) == shown


@pytest.mark.rule("P32")
def test_times_of_the_audit_trail_are_to_the_second():
    assert words.second("2026-11-23T10:02:03.999+01:00") == "23 Nov 2026, 10:02:03 (UTC+01:00)"


@pytest.mark.rule("E71")
def test_a_missing_score_says_why_with_counts():
    score = Score(ScaleCode("EF"), None, Why.TOO_FEW_ANSWERED, 1, 4, "", "1")
    assert words.why_missing(score) == "too few questions answered (1 of 4)"
    assert words.why_missing(score._replace(value=50.0, why=None)) == ""


def test_languages_are_called_by_their_own_names():
    assert [words.language_name(tag) for tag in ("en", "de", "fr", "xx")] == ["English", "Deutsch", "Français", "xx"]


def test_a_failure_says_its_sentence_and_a_bug_only_its_kind():
    assert words.sentence(Refusal(Code.PARTICIPANT_EXISTS, subject="BER-0016")).startswith("Participant BER-0016 is")
    said = words.sentence(ValueError("secret"))
    assert "ValueError" in said
    assert "secret" not in said


WORDED = sorted((HOUSE / "retnet_pro" / "gui" / "staff").glob("*.py"))
"""The pages whose words a translation must have, all of them."""


def said_by_staff_pages() -> set[str]:
    """Every text a staff page or `words` asks Qt to translate, read from the sources."""
    said = set()
    for path in (*WORDED, *sorted((HOUSE / "retnet_pro" / "gui").glob("*words.py"))):
        for call in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is not None and isinstance(call.args[place], ast.Constant):
                said.add(call.args[place].value)
    return said


@pytest.mark.rule("E130")
def test_every_word_to_staff_has_its_german():
    known = {source for _, source in read_words(HOUSE / "translations" / "staff_de.ts")}
    said = said_by_staff_pages()
    assert len(said) > 150
    assert said - known == set()


@pytest.mark.rule("E130")
def test_every_scale_has_its_german():
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    names = {scale.name for form in library.ids() for scale in library.instrument(form).scales}
    known = {source for context, source in read_words(HOUSE / "translations" / "staff_de.ts") if context == "scales"}
    assert names == known


def test_no_german_is_left_over():
    every = {*said_by_staff_pages(), *SENTENCES.values(), STATEMENT}
    known = read_words(HOUSE / "translations" / "staff_de.ts")
    elsewhere = ("scales", CONTEXT)  # what paper says is held against tests/unit/report/test_visit_record.py
    assert {source for context, source in known if context not in elsewhere} - every == set()


def test_pages_speak_german_once_it_is_installed(make_staff, clinic_site):
    translator = install(HOUSE / "translations", "de")
    try:
        staff = make_staff(clinic_site)
        staff.log_in(NURSE)
        assert staff.says("today.title") == "Heute"
        assert staff.says("rail.role") == "Pflege"
        staff.click("rail.participants")
        staff.click("participants.enrol")
        assert staff.find("enrol.back").toolTip() == "Zurück"
        staff.type("enrol.subject", "X")
        staff.click("enrol.language.de")
        staff.click("enrol.confirm")
        assert staff.says("enrol.notice").startswith("'X' ist kein Studiencode dieses Zentrums")
        assert words.scale_name("Fatigue") == "Erschöpfung"
    finally:
        QCoreApplication.removeTranslator(translator)
