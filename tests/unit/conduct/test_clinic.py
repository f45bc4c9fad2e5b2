"""Staff fill in a form about a participant: durable per value, refused or asked beside the item, one truth."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.clinic_doubt import Why
from retnet_pro.answering.clinic_filling import questions
from retnet_pro.answering.clinic_value import Absent, Dated, Emptied, Measured, Noted, Place, Put, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.clinic import (
    Sheet,
    WhyAgain,
    WhyAside,
    close,
    correct,
    enter,
    say_it_is_right,
    set_aside,
    start,
    take_up,
)
from retnet_pro.conduct.clinic_reading import acts_of, disagrees, may_fill, may_read, record_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.fact import Fact as CourseFact
from retnet_pro.conduct.teller import UNSEEN_ARM
from retnet_pro.conduct.trail import Wanted, narrow
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.errors import Code
from retnet_pro.instrument.clinic import ClinicFormId, Fact, Missing, UnitId
from retnet_pro.record.clinic import StatedFact
from retnet_pro.record.event import Kind
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.conduct.test_desk import SUBJECT, enrolled, refused

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

LAB, PROCEDURE, IMAGING = ClinicFormId("biomarkers"), ClinicFormId("embolization"), ClinicFormId("imaging")
EVENTS, SYMPTOMS = ClinicFormId("adverse-events"), ClinicFormId("symptom-baseline")
NO = Absent(Missing.NOT_DONE)
UM = UnitId("um")


def procedure(day: str) -> dict[str, Value]:
    return {
        "done_on": Dated(day), "technique": Answered(1), "extent": Answered(1), "side": Answered(1),
        "particle_least": Measured("100", UM), "particle_most": Measured("300", UM),
        "slow_flow": Answered(1), "complication": Answered(0),
    }  # fmt: skip


def imaging(day: str) -> dict[str, Value]:
    return {
        "imaged_on": Dated(day), "method": Answered(1), "new_lesion": Answered(1), "verdict": Answered(4),
        "progressed_where": Answered(1), "progressed_on": Dated(day),
    }  # fmt: skip


LAB_VALUES: dict[str, Value] = {
    "sampled_on": Dated("2026-11-20"), "cga": Measured("310.5", UnitId("ng_ml")),
    "cga_limit": Measured("100", UnitId("ng_ml")), "cga_assay": Answered(1), "hiaa_matter": NO,
}  # fmt: skip


def filled(desk: Desk, sheet: Sheet, values: dict[str, Value]) -> Sheet:
    for place, value in values.items():
        sheet = enter(desk, sheet, Place(place), value)
    return sheet


def randomised(site: "Founded") -> Desk:
    desk = enrolled(site.login("coordinator"))
    desk.record_fact(SUBJECT, CourseFact.RANDOMISED, date(2026, 11, 21), arm="be")
    return desk


def why(sheet: Sheet) -> list[Why]:
    entry = sheet.filling.entries[-1]
    return [one.why for one in (*entry.refused, *entry.asked)]


def one(desk: Desk, form: ClinicFormId, place: str, value: Put) -> list[Why]:
    return why(enter(desk, start(desk, SUBJECT, form, "en"), Place(place), value))


@pytest.mark.rule("P12", "P13", "P24")
def test_every_value_is_in_the_record_at_once_sealed_and_in_the_name_of_who_typed_it(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sheet = start(desk, SUBJECT, LAB, "de")
    sheet = enter(desk, sheet, Place("cga"), LAB_VALUES["cga"])
    opened, entry = list(site.opened.log.events())[-2:]
    assert (opened.header.kind, entry.header.kind) == (Kind.CLINIC_OPEN, Kind.CLINIC_ENTRY)
    assert (entry.header.who, entry.header.role, entry.header.n) == ("nurse", "nurse", 1)
    assert entry.header.ses == sheet.ses and entry.header.pack == sheet.form.hash and entry.sealed is not None
    assert b"310.5" not in entry.header_bytes + entry.sealed and entry.header.note is None
    assert sheet.words.language == "de"


def test_a_form_is_gone_on_with_after_a_crash_as_it_was_left(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sheet = filled(desk, start(desk, SUBJECT, EVENTS, "en"), {"any_event": Answered(1), "event_kind.1": Answered(99)})
    sheet = enter(desk, sheet, Place("event_note.1"), Noted("hiccups"))
    again = site.login("coordinator")
    assert take_up(again, SUBJECT, sheet.ses, "en").filling == sheet.filling
    assert start(again, SUBJECT, EVENTS, "en").ses == sheet.ses
    assert [one.form for one in again.course(SUBJECT).clinic.open] == [EVENTS]


@pytest.mark.rule("P01", "P15")
def test_a_closed_form_is_read_back_with_every_act(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sheet = filled(desk, start(desk, SUBJECT, LAB, "en"), {**LAB_VALUES, "cga": Measured("31.5", UnitId("ng_ml"))})
    sheet = enter(desk, sheet, Place("cga"), LAB_VALUES["cga"])
    filed = close(desk, sheet)
    monitor = site.login("monitor")
    record = record_of(monitor, SUBJECT, filed.ses)
    assert record is not None and record.values == LAB_VALUES
    assert (record.day, record.revision, record.entries, record.facts) == ("2026-11-20", 1, 6, ())
    assert [(act.entry.put, act.entry.replaces) for act in acts_of(monitor, SUBJECT, filed.ses)[Place("cga")]] == [
        (Measured("31.5", UnitId("ng_ml")), None),
        (LAB_VALUES["cga"], 2),
    ]
    with refused(Code.CLINIC_NOT_OPEN):
        enter(desk, sheet, Place("cga"), Emptied())


@pytest.mark.parametrize(
    ("form", "place", "value", "reason"),
    [
        (LAB, "sampled_on", Dated("2026-11-24"), Why.IN_FUTURE),
        (LAB, "cga", Measured("2000000", UnitId("ug_l")), Why.ABOVE_POSSIBLE),
        (LAB, "cga", Measured("-1", UnitId("ug_l")), Why.BELOW_POSSIBLE),
        (LAB, "cga", Measured("12", UnitId("mmol_l")), Why.UNIT_UNKNOWN),
        (SYMPTOMS, "seen_on", Dated("2026-11-19"), Why.BEFORE_ENROLMENT),
        (PROCEDURE, "done_on", Dated("2026-11-20"), Why.BEFORE_RANDOMISATION),
    ],
)
@pytest.mark.rule("P18")
def test_what_cannot_be_is_refused_beside_its_item_and_the_attempt_is_kept(
    site: "Founded", form: ClinicFormId, place: str, value: Value, reason: Why
) -> None:
    desk = randomised(site)
    sheet = enter(desk, start(desk, SUBJECT, form, "en"), Place(place), value)
    assert why(sheet) == [reason] and sheet.filling.values == {}
    (act,) = acts_of(desk, SUBJECT, sheet.ses)[Place(place)]
    assert act.entry.put == value and act.entry.refused[0].why is reason


@pytest.mark.parametrize(
    ("form", "place", "value", "reason"),
    [
        (LAB, "sampled_on", Dated("2026-11-19"), Why.UNUSUALLY_EARLY),
        (LAB, "cga", Measured("50000", UnitId("ug_l")), Why.UNUSUALLY_HIGH),
        (PROCEDURE, "particle_least", Measured("700", UM), Why.UNUSUALLY_HIGH),
    ],
)
@pytest.mark.rule("P18")
def test_what_is_unusual_is_asked_about_once_and_holds_the_form_open_until_it_is_answered(
    site: "Founded", form: ClinicFormId, place: str, value: Value, reason: Why
) -> None:
    desk = randomised(site)
    sheet = enter(desk, start(desk, SUBJECT, form, "en"), Place(place), value)
    assert why(sheet) == [reason] and sheet.filling.values == {place: value}
    with refused(Code.CLINIC_UNFINISHED):
        close(desk, sheet)
    sheet = say_it_is_right(desk, sheet, Place(place))
    again = take_up(site.login("coordinator"), SUBJECT, sheet.ses, "en")
    assert questions(again.filling, again.known) == ()


def test_no_embolization_before_randomisation(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    with refused(Code.CLINIC_TOO_EARLY):
        start(desk, SUBJECT, PROCEDURE, "en")
    with refused(Code.FORM_UNKNOWN):
        start(desk, SUBJECT, ClinicFormId("qlq-c30"), "en")


def test_a_closed_procedure_is_an_embolization_of_the_course_and_moves_the_visits(site: "Founded") -> None:
    desk = randomised(site)
    before = {visit.id for visit in desk.visits_of(SUBJECT)}
    filed = close(desk, filled(desk, start(desk, SUBJECT, PROCEDURE, "en"), procedure("2026-11-22")))
    assert filed.facts == (StatedFact(Fact.EMBOLIZATION, "2026-11-22"),)
    again = site.login("nurse")
    assert again.participant(SUBJECT).embolizations == (date(2026, 11, 22),)
    assert {visit.id for visit in again.visits_of(SUBJECT)} > before


def test_two_sources_that_disagree_are_asked_about_and_shown(site: "Founded") -> None:
    desk = randomised(site)
    desk.record_fact(SUBJECT, CourseFact.EMBOLIZATION, date(2026, 11, 21))
    assert one(desk, PROCEDURE, "done_on", Dated("2026-11-22")) == [Why.ANOTHER_NEAR]
    desk.record_fact(SUBJECT, CourseFact.PROGRESSED, date(2026, 11, 21))
    assert one(desk, IMAGING, "verdict", Answered(4)) == []
    assert one(desk, IMAGING, "progressed_on", Dated("2026-11-22")) == [Why.FACT_DIFFERS]
    desk.record_fact(SUBJECT, CourseFact.SYMPTOMATIC, True)
    assert one(desk, SYMPTOMS, "symptomatic", Answered(0)) == [Why.FACT_DIFFERS]
    assert one(desk, SYMPTOMS, "symptomatic", Answered(1)) == []


def test_a_fact_recorded_by_hand_against_a_form_shows_as_disagreement(site: "Founded") -> None:
    desk = randomised(site)
    filed = close(desk, filled(desk, start(desk, SUBJECT, IMAGING, "en"), imaging("2026-11-22")))
    assert desk.participant(SUBJECT).progressed == date(2026, 11, 22) and not disagrees(desk, SUBJECT, filed)
    desk.record_fact(SUBJECT, CourseFact.PROGRESSED, date(2026, 11, 23))
    assert disagrees(desk, SUBJECT, filed)


def test_the_same_day_twice_is_asked_about_and_a_form_that_exists_once_is_refused_twice(site: "Founded") -> None:
    desk = randomised(site)
    close(desk, filled(desk, start(desk, SUBJECT, LAB, "en"), LAB_VALUES))
    assert one(desk, LAB, "sampled_on", Dated("2026-11-20")) == [Why.FORM_EXISTS]
    baseline: dict[str, Value] = {
        "seen_on": Dated("2026-11-20"),
        **{item: Answered(0) for item in ("flushing", "diarrhoea", "belly_pain", "wheezing", "analogue")},
        "symptomatic": Answered(0),
    }
    close(desk, filled(desk, start(desk, SUBJECT, SYMPTOMS, "en"), baseline))
    assert desk.participant(SUBJECT).symptomatic is False
    with refused(Code.CLINIC_ONCE):
        start(desk, SUBJECT, SYMPTOMS, "en")


@pytest.mark.rule("P15", "P19")
def test_a_correction_needs_a_reason_replaces_what_was_stated_and_hides_nothing(site: "Founded") -> None:
    desk = randomised(site)
    first = close(desk, filled(desk, start(desk, SUBJECT, PROCEDURE, "en"), procedure("2026-11-22")))
    with refused(Code.REASON_MISSING):
        correct(desk, SUBJECT, first.ses, WhyAgain.TYPED_WRONG, "  ", "en")
    sheet = correct(desk, SUBJECT, first.ses, WhyAgain.TYPED_WRONG, "misread the report", "en")
    assert sheet.filling.values == procedure("2026-11-22")
    assert desk.participant(SUBJECT).embolizations == (date(2026, 11, 22),)
    sheet = enter(desk, sheet, Place("done_on"), Dated("2026-11-23"))
    assert why(sheet) == []
    second = close(desk, sheet)
    again = site.login("coordinator")
    assert again.participant(SUBJECT).embolizations == (date(2026, 11, 23),)
    assert again.course(SUBJECT).clinic.filed == (second,) and second.revision == 2
    acts = acts_of(again, SUBJECT, first.ses)[Place("done_on")]
    assert [(act.entry.put, act.why) for act in acts] == [
        (Dated("2026-11-22"), ""),
        (Dated("2026-11-23"), "typed-wrong"),
    ]


def test_a_correction_that_is_set_aside_changes_nothing(site: "Founded") -> None:
    desk = randomised(site)
    filed = close(desk, filled(desk, start(desk, SUBJECT, LAB, "en"), LAB_VALUES))
    sheet = correct(desk, SUBJECT, filed.ses, WhyAgain.QUERY, "query 7", "en")
    enter(desk, sheet, Place("cga_assay"), Answered(2))
    set_aside(desk, SUBJECT, filed.ses, WhyAside.NOT_NEEDED)
    sheet = correct(desk, SUBJECT, filed.ses, WhyAgain.QUERY, "query 8", "en")
    assert sheet.filling.values == LAB_VALUES
    assert enter(desk, sheet, Place("cga_assay"), Answered(2)).filling.entries[-1].n == 7


def test_a_form_begun_in_error_is_set_aside_with_a_reason(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    sheet = start(desk, SUBJECT, LAB, "en")
    set_aside(desk, SUBJECT, sheet.ses, WhyAside.WRONG_PARTICIPANT)
    assert site.login("nurse").course(SUBJECT).clinic.open == ()
    with refused(Code.CLINIC_NOT_OPEN):
        close(desk, sheet)


@pytest.mark.rule("P21", "P41")
def test_a_form_that_tells_the_treatment_is_for_roles_that_may_see_the_arm(site: "Founded") -> None:
    desk = randomised(site)
    filed = close(desk, filled(desk, start(desk, SUBJECT, PROCEDURE, "en"), procedure("2026-11-22")))
    form = start(desk, SUBJECT, LAB, "en").form
    for role in ("nurse", "monitor"):
        other = site.login(role)
        assert not may_read(other, desk.library.clinic.form(PROCEDURE))  # type: ignore[union-attr]
        assert may_read(other, form) and may_fill(other, form) == (role == "nurse")
        for act in (
            lambda other=other: start(other, SUBJECT, PROCEDURE, "en"),
            lambda other=other: record_of(other, SUBJECT, filed.ses),
            lambda other=other: acts_of(other, SUBJECT, filed.ses),
        ):
            with refused(Code.NOT_ALLOWED):
                act()


@pytest.mark.rule("P17", "P21")
def test_the_trail_tells_the_acts_and_hides_the_treatment_from_a_monitor(site: "Founded") -> None:
    desk = randomised(site)
    close(desk, filled(desk, start(desk, SUBJECT, PROCEDURE, "en"), procedure("2026-11-22")))
    enter(desk, start(desk, SUBJECT, LAB, "en"), Place("cga"), LAB_VALUES["cga"])
    told = narrow(site.login("investigator"), Wanted(subject=SUBJECT)).more()
    acts = {line.about.item: line.new for line in told if line.kind is Kind.CLINIC_ENTRY}
    assert acts["technique"] == "1" and acts["done_on"] == "2026-11-22" and acts["cga"] == "310.5 ng_ml"
    hidden = narrow(site.login("monitor"), Wanted(subject=SUBJECT)).more()
    acts = {line.about.item: line.new for line in hidden if line.kind is Kind.CLINIC_ENTRY}
    assert acts["technique"] == UNSEEN_ARM and acts["cga"] == "310.5 ng_ml"
    (done,) = [line for line in hidden if line.kind is Kind.CLINIC_DONE]
    assert ("values", UNSEEN_ARM) in done.content


@pytest.mark.rule("P105")
def test_an_erasure_of_a_participant_reaches_the_forms_of_staff(site: "Founded") -> None:
    desk = randomised(site)
    close(desk, filled(desk, start(desk, SUBJECT, LAB, "en"), LAB_VALUES))
    start(desk, SUBJECT, EVENTS, "en")
    erase(desk, SUBJECT, Order(authority="A", reference="1", ground=Ground.NO_CONSENT), confirmed=SUBJECT)
    kinds = (Kind.CLINIC_OPEN, Kind.CLINIC_ENTRY, Kind.CLINIC_DONE)
    left = [event for event in site.opened.log.events() if event.header.kind in kinds]
    assert len(left) == 8 and all(event.sealed is None for event in left)
    site.login("coordinator")


def test_a_snapshot_keeps_open_and_closed_forms(site: "Founded") -> None:
    desk = randomised(site)
    close(desk, filled(desk, start(desk, SUBJECT, IMAGING, "en"), imaging("2026-11-22")))
    start(desk, SUBJECT, LAB, "en")
    before = desk.course(SUBJECT).clinic
    desk.keep_snapshot(at_once=True)
    assert site.login("coordinator").course(SUBJECT).clinic == before


@pytest.mark.rule("P105")
def test_after_a_withdrawal_only_what_happened_up_to_its_day_is_still_written_down(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    withdraw(desk, SUBJECT, date(2026, 11, 21), WithdrawalReason.NOT_SAID)
    sheet = start(desk, SUBJECT, LAB, "en")
    head = site.opened.log.head()
    with refused(Code.CLINIC_WITHDRAWN):
        enter(desk, sheet, Place("sampled_on"), Dated("2026-11-22"))
    assert site.opened.log.head() == head, "nothing of it was recorded"
    assert close(desk, filled(desk, sheet, LAB_VALUES)).day == "2026-11-20"
    desk.record_fact(SUBJECT, CourseFact.DIED, date(2026, 11, 23))
    assert desk.participant(SUBJECT).died == date(2026, 11, 23)


@pytest.mark.rule("P105")
def test_a_form_begun_before_a_withdrawal_is_not_closed_about_a_later_day_and_an_old_one_can_be_put_right(
    site: "Founded",
) -> None:
    desk = enrolled(site.login("coordinator"))
    old = close(desk, filled(desk, start(desk, SUBJECT, LAB, "en"), {**LAB_VALUES, "sampled_on": Dated("2026-11-22")}))
    new = filled(desk, start(desk, SUBJECT, LAB, "en"), {**LAB_VALUES, "sampled_on": Dated("2026-11-23")})
    withdraw(desk, SUBJECT, date(2026, 11, 21), WithdrawalReason.NOT_SAID)
    with refused(Code.CLINIC_WITHDRAWN):
        close(desk, new)
    set_aside(desk, SUBJECT, new.ses, WhyAside.NOT_NEEDED)
    again = correct(desk, SUBJECT, old.ses, WhyAgain.TYPED_WRONG, "digits swapped", "en")
    again = enter(desk, again, Place("cga"), Measured("301.5", UnitId("ng_ml")))
    with refused(Code.CLINIC_WITHDRAWN):
        enter(desk, again, Place("sampled_on"), Dated("2026-11-23"))
    assert close(desk, again).revision == 2, "what was collected before is kept, and right"
