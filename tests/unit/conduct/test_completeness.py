"""The completion of a site: who is counted, by which rule, and the arm only for those who may see it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.completeness import ItemCounting, completeness, look_at_completeness
from retnet_pro.conduct.correction import correct
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.errors import Code
from retnet_pro.instrument.model import InstrumentId, Item, ItemId
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Completion, Rate, ReceivedForm, completion, scales_scored
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE, FakeSite, clinic, visit
from tests.unit.conduct.conftest import PASSPHRASE, Founded, reopened
from tests.unit.conduct.test_distrust import one_response, refused

CORE, DIARY = InstrumentId("qlq-c30"), InstrumentId("carcinoid-diary")
SECOND, THIRD = make_subject("BER", 2), make_subject("BER", 3)


@pytest.fixture(scope="module")
def played() -> FakeSite:
    site = FakeSite()
    clinic(site)
    return site


@pytest.fixture
def clinic_site(played: FakeSite) -> FakeSite:
    return played.copy()


def row(found: tuple[Completion, ...], visit_id: str, form: InstrumentId = CORE) -> Completion:
    (one,) = (one for one in found if (one.visit, one.instrument) == (visit_id, form))
    return one


@pytest.mark.rule("E61", "E62", "E63", "E65")
def test_both_rates_have_their_counts_and_the_rule_that_makes_a_form_valid(clinic_site: FakeSite) -> None:
    found = completeness(clinic_site.desk())
    baseline = row(found.of_group(None), "baseline")
    assert (baseline.variable, baseline.fixed, baseline.awaited) == (Rate(4, 4), Rate(4, 5), 1)
    assert (found.enrolled, found.population) == (6, 5)
    assert found.valid_form == clinic_site.study.valid_form


@pytest.mark.rule("E61", "E65")
def test_the_counts_are_those_of_opening_every_response(clinic_site: FakeSite) -> None:
    desk = clinic_site.desk()
    opened = [
        ReceivedForm(subject, taken.response.visit, taken.response.form.id, scales_scored(taken.response.scores))
        for subject in desk.site.courses.subjects()
        for taken in desk.responses_of(subject)
    ]
    assert len(opened) > 20
    as_of = date(2026, 11, 23)
    assert completeness(desk).rows == completion(desk.study, desk.participants(), opened, {}, as_of)


@pytest.mark.rule("E65")
def test_a_form_without_a_single_scale_came_but_is_not_valid(clinic_site: FakeSite) -> None:
    desk = clinic_site.desk()
    day = date(2026, 11, 23) - timedelta(days=16)
    blank = {item.id: None for form in (CORE, DIARY) for item in clinic_site.library.instrument(form).items}
    blank |= {item.id: None for item in clinic_site.library.instrument(InstrumentId("qlq-ginet21")).items}
    visit(clinic_site, desk, THIRD, "week-12", day, given=blank)
    clinic_site.clock.set_day(day + timedelta(days=60))
    found = row(completeness(desk).of_group(None), "week-12")
    assert found.invalid == 1
    assert found.variable.of == found.variable.valid + found.invalid + found.unexplained


@pytest.mark.rule("E65", "E67", "P15")
def test_a_corrected_form_counts_as_it_stands_now(clinic_site: FakeSite) -> None:
    desk = clinic_site.desk()
    items = [item.id for form in (CORE, InstrumentId("qlq-ginet21"), DIARY) for item in _items(clinic_site, form)]
    visit(clinic_site, desk, THIRD, "week-12", date(2026, 11, 10), given=dict.fromkeys(items, Skipped()))
    clinic_site.clock.set_day(date(2027, 1, 20))
    before, answered = row(completeness(desk).of_group(None), "week-12"), _answered(desk, "q8")
    (ses,) = (one.ses for one in desk.course(THIRD).filed if (one.visit, one.instrument) == ("week-12", CORE))
    correct(desk, THIRD, ses, ItemId("q8"), Answered(2), why=WhyAmended.OTHER, note="typed wrong", source=Source.PAPER)
    after = row(completeness(desk).of_group(None), "week-12")
    assert (before.invalid, after.invalid) == (1, 0)
    assert after.variable.valid == before.variable.valid + 1
    assert _answered(desk, "q8") == answered + 1


def _items(site: FakeSite, form: InstrumentId) -> tuple[Item, ...]:
    return site.library.instrument(form).items


def _answered(desk: Desk, item: str) -> int:
    counting = ItemCounting(desk, CORE)
    while counting.advance():
        pass
    return next(one.answered for one in counting.counts().items if one.item == item)


@pytest.mark.rule("E66")
def test_a_recorded_reason_is_counted_and_what_has_none_stays_visible(clinic_site: FakeSite) -> None:
    desk = clinic_site.desk()
    before = row(completeness(desk).of_group(None), "week-24")
    excuse(desk, SECOND, "week-24", CORE, Absence.TOO_ILL)
    after = row(completeness(desk).of_group(None), "week-24")
    assert (before.absent, before.unexplained) == ({}, 1)
    assert (after.absent, after.unexplained) == ({Absence.TOO_ILL: 1}, 0)
    assert after.variable == before.variable


@pytest.mark.rule("E60", "E64", "P105")
@pytest.mark.parametrize("fact", [Fact.DIED, Fact.PROGRESSED])
def test_who_died_or_progressed_is_expected_no_more_but_stays_counted(clinic_site: FakeSite, fact: Fact) -> None:
    desk = clinic_site.desk()
    before = row(completeness(desk).of_group(None), "week-24")
    desk.record_fact(SECOND, fact, date(2026, 11, 23) - timedelta(days=60))
    after = row(completeness(desk).of_group(None), "week-24")
    assert after.variable.of == before.variable.of - 1
    assert after.fixed == before.fixed


@pytest.mark.rule("P21")
@pytest.mark.parametrize("person", [NURSE, MONITOR], ids=lambda person: person.user)
def test_roles_that_may_not_see_the_arm_get_no_row_by_arm(clinic_site: FakeSite, person) -> None:  # type: ignore[no-untyped-def]
    found = completeness(clinic_site.desk(person))
    assert found.arms == ()
    assert {row.group for row in found.rows} == {None}
    assert found.rows == completeness(clinic_site.desk()).of_group(None)


@pytest.mark.rule("E67", "P21")
def test_the_arms_add_up_to_everybody(clinic_site: FakeSite) -> None:
    found = completeness(clinic_site.desk(COORDINATOR))
    assert [arm.id for arm in found.arms] == ["be", "ctace"]
    whole = row(found.of_group(None), "baseline")
    parts = [row(found.of_group(arm.id), "baseline") for arm in found.arms]
    assert sum(part.variable.valid for part in parts) == whole.variable.valid
    assert sum(part.fixed.of for part in parts) == whole.fixed.of == 5


@pytest.mark.rule("P10")
def test_looking_leaves_a_trace_that_says_whether_arms_were_shown(clinic_site: FakeSite) -> None:
    for person, shown in ((MONITOR, None), (COORDINATOR, True)):
        desk = clinic_site.desk(person)
        look_at_completeness(desk)
        last = clinic_site.log.kept[-1]
        assert last.header.kind is Kind.VIEW
        content = desk.reader.open_event(last).content
        assert (content["what"], content.get("by_arm")) == ("completion", shown)


@pytest.mark.rule("P41")
def test_who_reads_no_answers_gets_no_rates(study_site: Founded) -> None:
    desk = study_site.login("administrator")
    for ask in (completeness, look_at_completeness, lambda desk: ItemCounting(desk, CORE)):
        with refused(Code.NOT_ALLOWED):
            ask(desk)


@pytest.mark.rule("E42", "E67")
def test_questions_are_counted_response_by_response(clinic_site: FakeSite) -> None:
    counting = ItemCounting(clinic_site.desk(), CORE)
    while counting.advance():
        pass
    counts = counting.counts()
    assert (counts.forms, counts.other_versions, counting.done) == (counting.of, 0, counting.of)
    by_item = {one.item: one for one in counts.items}
    assert len(by_item) == 30
    assert by_item["q1"].answered == counts.forms
    assert by_item["q21"].not_reached == by_item["q24"].skipped == 1
    assert by_item["q24"].rate == Rate(counts.forms - 1, counts.forms)


@pytest.mark.rule("E65")
def test_a_snapshot_remembers_which_forms_are_valid(site: Founded, tmp_path: Path) -> None:
    desk = one_response(site)
    before = completeness(desk)
    (course,) = desk.site.courses.every()
    assert course.filed[0].scales > 0
    desk.keep_snapshot(at_once=True)
    site.opened.log.close()
    with reopened(tmp_path) as door:
        again = door.login("coordinator", PASSPHRASE)
        assert completeness(again).rows == before.rows
        assert list(again.site.courses.every()) == [course]
        assert again.site.courses.shelved()  # asking for rates unpacks nobody for Today
