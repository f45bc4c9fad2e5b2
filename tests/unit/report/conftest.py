"""Papers for the tests of print: real forms, real scoring, invented answers without chance."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest

from retnet_pro.answering.sheet import Answer, Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, ItemId, ItemKind
from retnet_pro.record.event import EventHash, SessionId
from retnet_pro.record.response import AnsweredBy, FormUsed, Response, WordingUsed
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.model import Mode
from retnet_pro.study.visits import Visit

FORMS = Path(__file__).resolve().parents[3] / "forms"
NAMES = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")
ZONE = timezone(timedelta(hours=1))
START = date(2026, 1, 12)


def load_forms() -> dict[InstrumentId, Instrument]:
    return {one.id: one for one in (load_instrument(FORMS / f"{name}.yaml") for name in NAMES)}


def make_answers(form: Instrument, turn: int, holes: dict[str, Answer]) -> dict[ItemId, Answer]:
    answers: dict[ItemId, Answer] = {}
    for item in form.items:
        codes = item.scale.codes
        swing = (item.number * 7 + turn * (3 if item.number % 4 else 5) + (item.number * turn) // 3) % 11
        spread = codes[:8] if item.scale.kind is ItemKind.COUNT else codes
        answers[item.id] = holes.get(item.id, Answered(spread[swing * len(spread) // 11]))
    if form.id == "carcinoid-diary":
        for count, severity in (("flush_count", "flush_severity"), ("stool_count", "stool_severity")):
            if answers[ItemId(count)] == Answered(0):
                answers[ItemId(severity)] = NotPresented()
    return answers


def make_filed(
    form: Instrument, visit: str, day: date, turn: int, *, holes: dict[str, Answer] | None = None, **over: object
) -> Filed:
    answers = make_answers(form, turn, holes or {})
    at = datetime(day.year, day.month, day.day, 9, 5 + turn % 50, tzinfo=ZONE)
    response = Response(
        ses=SessionId(f"s{turn}"),
        subject="PHL-001",
        visit=visit,
        form=FormUsed(form.id, form.version, form.hash),
        wording=WordingUsed("en", "demo-1", ContentHash(sha256(f"words {form.id}".encode()).hexdigest()), True),
        mode=Mode.DEMO,
        started=at.isoformat(),
        finished=(at + timedelta(minutes=9)).isoformat(),
        answered_by=AnsweredBy.ALONE,
        answers=answers,
        scores=score(make_plan(form), answers),
        app="retnet-pro 0.1.0",
        entries=len(answers),
        accommodations=("text-150",) if turn % 3 == 0 else (),
    )
    seq = 40 + 31 * turn
    digest = EventHash(sha256(f"{form.id} {visit} {turn}".encode()).hexdigest())
    return Filed(response=replace(response, **over), seq=seq, hash=digest)


def make_visit(visit_id: str, title: str, day: date, instruments: tuple[InstrumentId, ...]) -> Visit:
    return Visit(
        id=visit_id,
        time_point=visit_id,
        title=title,
        cycle=None,
        target=day,
        opens=day - timedelta(days=7),
        closes=day + timedelta(days=7),
        instruments=instruments,
    )


def make_paper(visits: int = 3, **over: object) -> ParticipantPaper:
    """A participant with this many answered visits, one missed and one to come; two embolizations."""
    forms = load_forms()
    every = tuple(forms)
    plan = [("base", "Baseline", START)]
    plan += [(f"week{6 * n}", f"Week {6 * n}", START + timedelta(weeks=6 * n)) for n in range(1, visits + 2)]
    filed = []
    for turn, (visit_id, _, day) in enumerate(plan[:visits]):
        for offset, form in enumerate(forms.values()):
            holes: dict[str, Answer] = {}
            if form.id == "qlq-c30" and turn == visits - 1:
                holes = {"q8": Skipped(), "q1": NotReached()}
            if form.id == "qlq-ginet21":
                holes = {"q39": NotApplicable(), "q40": NotApplicable(), "q51": NotApplicable()}
            one = make_filed(form, visit_id, day + timedelta(days=turn % 3), turn * 3 + offset, holes=holes)
            filed.append(replace(one, changed={ItemId("q3"): 1}) if form.id == "qlq-c30" and turn == 1 else one)
    printed = plan[visits - 1][2] + timedelta(days=8)
    facts = ParticipantPaper(
        subject="PHL-001",
        site="PHL",
        study_title="RETNET-style trial of embolotherapy",
        study_label="example schedule, not the RETNET protocol",
        mode=Mode.DEMO,
        app="retnet-pro 0.1.0",
        printed_at=datetime(printed.year, printed.month, printed.day, 14, 30, tzinfo=ZONE),
        printed_by="nurse1",
        arm=None,
        arm_may_be_seen=False,
        enrolled=START - timedelta(days=5),
        randomised=START,
        embolizations=(START + timedelta(days=3), START + timedelta(days=60))[: max(1, visits - 1)],
        symptomatic=True,
        histology="carcinoid",
        grade="G2",
        visits=tuple(make_visit(visit_id, title, day, every) for visit_id, title, day in plan),
        responses=tuple(filed),
        instruments=forms,
    )
    return replace(facts, **over)


@pytest.fixture
def paper() -> Callable[..., ParticipantPaper]:
    return make_paper
