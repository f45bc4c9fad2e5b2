"""Synthetic rows for the tests of every export: a small set with every state, and a larger one from the simulation.

All of it is made by the functions that make the real rows; only the events around it are not from a log.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.sheet import Answered, Given, NotApplicable, Skipped, write_answer
from retnet_pro.conduct.course import Course, Filed
from retnet_pro.conduct.course_rows import Told, by_subject, person_rows
from retnet_pro.conduct.fact import Fact, with_fact, with_withdrawal
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.dataset.codebook import make_codebook
from retnet_pro.dataset.making import Correction, Held
from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.study_data import About, StudyData
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, ItemId
from retnet_pro.record.amendment import Amendment, Source, WhyAmended, amended
from retnet_pro.record.circumstance import WhyHelped, medium_of
from retnet_pro.record.event import DeviceId, EventHash, Kind, SessionId
from retnet_pro.record.response import AnsweredBy, FormUsed, Response, WordingUsed
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from retnet_pro.scoring.score import SCORING_VERSION
from retnet_pro.simulation.happening import Enrolled, FactRecorded, FormMissed, FormTaken, Happening, Withdrawn
from retnet_pro.simulation.trial import simulate
from retnet_pro.study.absence import Absence
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode, Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.subject import make_subject
from tests.fakes_staff import every_kind_of_value, simulated_staff

HOUSE = Path(__file__).parents[1]
SITE, DEVICE = "AB", DeviceId("tab-1")
SUBJECT, SECOND = make_subject(SITE, 1), make_subject(SITE, 2)
C30, GINET21, DIARY = InstrumentId("qlq-c30"), InstrumentId("qlq-ginet21"), InstrumentId("carcinoid-diary")
CUT_OFF = date(2026, 4, 5)
"""In the window of week 12."""
FORMULA_NOTE = '=HYPERLINK("x")'
FOREIGN_REASON = "Brille vergessen – sehr müde, 视力"
SKIPPED_ITEM, CORRECTED_ITEM, NOT_APPLICABLE_ITEM, HIDDEN_ITEM = "q30", "q1", "q39", "flush_severity"
NO_SCORE = "QL2"
"""Scale of the first participant's C30 at baseline that cannot be computed."""
_BEGUN = datetime.fromisoformat("2026-01-04T09:00:00.000+01:00")


@cache
def library() -> Library:
    """The shipped forms."""
    return open_library(HOUSE / "forms", HOUSE / "translations", None)


@cache
def study() -> Study:
    """The shipped study file."""
    return load_study(HOUSE / "forms" / "studies" / "retnet.yaml")


def name_of(text: str) -> EventHash:
    """A hash that looks like that of an event."""
    return EventHash(hashlib.sha256(text.encode()).hexdigest())


def response(
    instrument: InstrumentId,
    given: Mapping[str, Given],
    *,
    subject: str = SUBJECT,
    visit: str = "baseline",
    at: datetime = _BEGUN,
    answered_by: AnsweredBy = AnsweredBy.ALONE,
    mode: Mode = Mode.DEMO,
    ses: str | None = None,
) -> Response:
    """A finished questionnaire with these answers."""
    form = library().instrument(instrument)
    answers = final_answers(form, {ItemId(item): one for item, one in given.items()})
    return Response(
        ses=SessionId(ses or name_of(f"{subject} {visit} {instrument}")[:32]),
        subject=subject,
        visit=visit,
        form=FormUsed(form.id, form.version, form.hash),
        wording=WordingUsed("en", "1", library().wording(form, "en").hash, demonstration=True),
        mode=mode,
        started=at.isoformat(timespec="milliseconds"),
        finished=(at + timedelta(minutes=form.minutes)).isoformat(timespec="milliseconds"),
        answered_by=answered_by,
        answers=answers,
        scores=scores(form, answers),
        app="0.1.0",
        entries=len(answers),
        accommodations=("larger-letters",) if answered_by is not AnsweredBy.ALONE else (),
    )


def scores(form: Instrument, answers):
    """Every scale in every variant."""
    variants = [one.id for one in form.variants] or [None]
    return tuple(one for variant in variants for one in score(make_plan(form, variant), answers))


def held(original: Response, *, event: int = 10, corrections: tuple[Correction, ...] = (), **help_) -> Held:
    """A response as site or centre hold it."""
    now = amended(original, corrections[-1].amendment) if corrections else original
    return Held(
        original=original,
        now=now,
        corrections=corrections,
        device=DEVICE,
        event=event,
        event_hash=name_of(f"{original.ses} {event}"),
        medium=medium_of(original.answered_by),
        **{"help_why": None, "help_reason": "", **help_},
    )


def corrected(original: Response, item: str, code: int, note: str) -> Correction:
    """A correction of one item."""
    form, new = library().instrument(original.form.id), Answered(code)
    answers = {**original.answers, ItemId(item): new}
    amendment = Amendment(
        ses=original.ses,
        subject=original.subject,
        item=ItemId(item),
        old=original.answers[ItemId(item)],
        new=new,
        why=WhyAmended.MISTAPPED,
        note=note,
        source=Source.OWN_REQUEST,
        on=name_of("state"),
        answers=answers,
        scores=scores(form, answers),
    )
    return Correction(amendment, "2026-01-04T10:00:00.000+01:00", "nurse", "nurse")


def told(number: int, kind: Kind, content: Mapping[str, object], at: str, ses: str | None = None) -> Told:
    """An event about a participant."""
    event = Opened(
        seq=number, dev=DEVICE, own_seq=number, hash=name_of(f"event {number}"), kind=kind, at=at, who="nurse",
        role="nurse", ses=None if ses is None else SessionId(ses), content=content,
    )  # fmt: skip
    return Told(DEVICE, number, event)


def every_code(instrument: InstrumentId) -> dict[str, Given]:
    """An answer to every item: its codes in turn."""
    items = library().instrument(instrument).items
    return {item.id: Answered(item.scale.codes[place % len(item.scale.codes)]) for place, item in enumerate(items)}


def first_person() -> PersonRows:
    """The participant who shows every state: answered, not applicable, skipped, not presented, form not done, no score.

    One answer was corrected with a note that looks like a formula; one form came with help for a reason that is not
    ASCII.
    """
    person = Participant(
        subject=SUBJECT, arm="be", enrolled=date(2026, 1, 2), randomised=date(2026, 1, 5),
        embolizations=(date(2026, 1, 12),), symptomatic=True, histology="ileum", grade="G1", language="en",
    )  # fmt: skip
    c30 = response(C30, {**every_code(C30), "q1": Answered(2), "q29": Skipped(), SKIPPED_ITEM: Skipped()})
    change = corrected(c30, CORRECTED_ITEM, 3, FORMULA_NOTE)
    ginet21 = response(
        GINET21,
        {**every_code(GINET21), NOT_APPLICABLE_ITEM: NotApplicable()},
        at=_BEGUN + timedelta(minutes=20),
        answered_by=AnsweredBy.HELPER_READS,
    )
    counts = {item.id for item in library().instrument(DIARY).items if item.id.endswith("count")}
    diary = response(
        DIARY, {**every_code(DIARY), **dict.fromkeys(counts, Answered(0))}, at=_BEGUN + timedelta(minutes=40)
    )
    course = Course(
        participant=person,
        filed=tuple(Filed(10 + n, one.ses, one.visit, one.form.id, one.finished, 1) for n, one in enumerate((c30,))),
        stopped={("week-12", GINET21): "technical"},
        absent={("week-12", C30): Absence.TOO_ILL},
    )
    responses = (
        held(c30, event=10, corrections=(change,)),
        held(ginet21, event=20, help_why=WhyHelped.OTHER, help_reason=FOREIGN_REASON),
        held(diary, event=30),
    )
    randomised = {"subject": SUBJECT, "fact": "randomised", "value": "2026-01-05", "arm": "be"}
    change_made = {
        "subject": SUBJECT,
        "item": CORRECTED_ITEM,
        "old": write_answer(change.amendment.old),
        "new": write_answer(change.amendment.new),
        "why": change.amendment.why.value,
        "note": FORMULA_NOTE,
    }
    absent = {"subject": SUBJECT, "visit": "week-12", "instrument": C30, "reason": "too-ill"}
    enrolled = {"subject": SUBJECT, "enrolled": "2026-01-02", "language": "en"}
    events = (
        told(2, Kind.ENROL, enrolled, "2026-01-02T08:00:00.000+01:00"),
        told(3, Kind.PARTICIPANT_FACT, randomised, "2026-01-05T08:00:00.000+01:00"),
        told(40, Kind.AMEND, change_made, "2026-01-04T10:00:00.000+01:00", c30.ses),
        told(50, Kind.ABSENT, absent, "2026-03-31T08:00:00.000+02:00"),
    )
    rows = by_subject(events, {c30.ses: (SUBJECT, "baseline", C30)})
    staff = every_kind_of_value(SUBJECT, staff_hashes())
    return person_rows(course, SITE, codebook(), CUT_OFF, responses, rows[SUBJECT], staff)


def second_person() -> PersonRows:
    """A participant who left before anything came."""
    person = Participant(subject=SECOND, arm=None, enrolled=date(2026, 1, 2), language="de", withdrew=date(2026, 1, 20))
    leaving = {"subject": SECOND, "day": "2026-01-20", "why": "burden", "note": ""}
    events = by_subject([told(60, Kind.WITHDRAW, leaving, "2026-01-20T08:00:00.000+01:00")], {})
    return person_rows(Course(participant=person), SITE, codebook(), CUT_OFF, (), events[SECOND])


def codebook():
    """All shipped forms."""
    return make_codebook(study(), map(library().instrument, library().ids()), clinic=library().clinic)


@cache
def staff_hashes() -> Mapping[str, ContentHash]:
    """The hashes of the shipped forms of staff."""
    return {one.form.id: one.form.hash for one in codebook().staff}


def about(mode: Mode = Mode.DEMO, cut_off: date = CUT_OFF) -> About:
    """What the rows are of."""
    return About(
        trial="RETNET-DEMO",
        study=study().id,
        study_version=study().version,
        study_hash=study().hash,
        study_title=study().title,
        mode=mode,
        is_synthetic=mode is not Mode.STUDY,
        source="centre",
        sites=(SITE,),
        cut_off=cut_off,
        last_at="2026-03-31T08:00:00.000+02:00",
        upto={DEVICE: (60, name_of("event 60"))},
        program="0.1.0",
        scoring_version=SCORING_VERSION,
    )


def data_of(people: Iterable[PersonRows], about_: About | None = None) -> StudyData:
    """Rows of these people."""
    known = tuple(people)
    return StudyData(about=about_ or about(), codebook=codebook(), participants=len(known), people=lambda: iter(known))


def small_data() -> StudyData:
    """One site, two participants, every state."""
    return data_of((first_person(), second_person()))


@cache
def simulated_data(participants: int = 12, months: int = 12, seed: int = 1) -> StudyData:
    """A RETNET-shaped synthetic trial of one site, straight from the simulation without a log."""
    start = date(2024, 1, 2)
    happenings = tuple(
        simulate(
            study(), tuple(map(library().instrument, (C30, GINET21, DIARY))), participants, months, seed, start, "S1"
        )
    )
    last = max(one.at for one in happenings)
    by_person: defaultdict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        by_person[one.subject].append(one)
    people = [_lived(subject, by_person[subject], last.date()) for subject in sorted(by_person)]
    facts = replace(about(cut_off=last.date()), sites=("S1",), last_at=last.isoformat(timespec="milliseconds"))
    return data_of(people, facts)


def _lived(subject: str, happenings: Iterable[Happening], as_of: date) -> PersonRows:
    events: list[Told] = []
    responses: list[Held] = []
    course = None
    for number, one in enumerate(happenings, 1):
        at = one.at.isoformat(timespec="milliseconds")
        match one:
            case Enrolled():
                course = Course(participant=one.participant)
                content = {"subject": subject, "enrolled": one.participant.enrolled.isoformat(), "language": "en"}
                events.append(told(number, Kind.ENROL, content, at))
            case FactRecorded():
                content = {"subject": subject, "fact": one.fact.value, "value": one.value}
                if isinstance(one.value, date):
                    content["value"] = one.value.isoformat()
                if one.fact is Fact.RANDOMISED:
                    content["arm"] = one.arm
                course = replace(course, participant=with_fact(course.participant, content))
                events.append(told(number, Kind.PARTICIPANT_FACT, content, at))
            case Withdrawn():
                content = {"subject": subject, "day": one.at.date().isoformat(), "why": "not-said", "note": ""}
                course = replace(course, participant=with_withdrawal(course.participant, content))
                events.append(told(number, Kind.WITHDRAW, content, at))
            case FormMissed():
                course = course.with_absent(one.visit, one.instrument, one.reason)
                content = {
                    "subject": subject, "visit": one.visit, "instrument": one.instrument, "reason": one.reason.value
                }  # fmt: skip
                events.append(told(number, Kind.ABSENT, content, at))
            case FormTaken():
                came = response(
                    one.instrument, one.given, subject=subject, visit=one.visit, at=one.at, answered_by=one.answered_by
                )
                responses.append(held(came, event=number, help_reason=one.reason))
    rows = by_subject(events, {})
    staff = simulated_staff(course.participant, as_of, staff_hashes())
    return person_rows(course, "S1", codebook(), as_of, responses, rows.get(subject, ()), staff)
