"""What a site amounts to at the centre is what the site itself counts, however its records came in."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.site_counts import count_courses, count_forms, forms_together, read_counts, read_forms, together
from retnet_pro.centre.store import Store
from retnet_pro.conduct import absence, alerts, completeness, erasure, withdrawal
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.export import export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.absence import Absence
from retnet_pro.study.alert_act import AlertOutcome
from retnet_pro.study.alerts import raised
from retnet_pro.study.load import load_study
from retnet_pro.study.subject import make_subject
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.app.test_restoring import SUBJECT
from tests.unit.centre.conftest import NOW
from tests.unit.centre.test_adopt import Office
from tests.unit.conduct.conftest import HOUSE

SECOND, THIRD = (make_subject("AB", number) for number in (2, 3))
DAY = date(2026, 11, 20)
STUDY = load_study(HOUSE / "forms" / "studies" / "retnet.yaml")
LEAST = timedelta(microseconds=1)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    made.desk.record_fact(SUBJECT, Fact.RANDOMISED, DAY, arm=made.desk.study.arms[0].id)
    yield made
    made.tablet.opened.log.close()


def send(office):
    """Export what is new and take it in."""
    at_once(export(office.desk, office.founding, office.drop, place="stick"))
    office.round()


def count(office, now=NOW):
    """Count; return which sites were, and what the page would read of the site."""
    store = Store(office.centre.database)
    try:
        anew = count_sites(store, Counter(Unsealer(read_identities(office.key)), office.desk.study), now)
        with store.reading() as ledger:
            kept = ledger.count_of("AB")
        return anew, read_counts(kept.counts), read_forms(kept.forms), kept
    finally:
        store.close()


def counted_afresh(office, now=NOW):
    store = Store(office.centre.database)
    with store.writing() as ledger:
        kept = ledger.count_of("AB")
        ledger.keep_count(replace(kept, is_whole=False, study="another"))
    store.close()
    return count(office, now)


def own_count(office, day):
    """What the tablet counts of itself."""
    courses = tuple(office.desk.site.courses.every())
    forms = count_forms(courses, office.desk.study, day)
    return count_courses(courses, forms, day), forms


@pytest.mark.rule("E61", "E62", "P72")
def test_the_centre_counts_what_the_site_counts(office):
    desk = office.desk
    desk.enrol(SECOND, DAY, "en")
    absence.excuse(desk, SUBJECT, "baseline", InstrumentId("qlq-ginet21"), Absence.TOO_ILL)
    withdrawal.withdraw(desk, SECOND, DAY, WithdrawalReason.NOT_SAID)
    send(office)
    anew, counts, forms, _ = count(office)
    own, own_forms = own_count(office, NOW.date())
    assert anew == ("AB",)
    assert replace(counts, tablets=()) == own
    assert forms == own_forms
    assert (counts.enrolled, counts.randomised, counts.withdrew, counts.finished) == (2, 1, 1, 1)
    rows = completeness.completeness(desk).of_group(None)
    assert [(one.valid, one.of) for one in forms] == [(row.variable.valid, row.variable.of) for row in rows]
    (tablet,) = counts.tablets
    assert (tablet.finished, tablet.stored, tablet.difference) == (1, 1, 0)
    assert tablet.events == desk.site.upto - 2, "all but what tells of the bundle itself"


def test_counting_goes_on_from_the_count_before_and_ends_alike(office):
    send(office)
    count(office)
    office.desk.enrol(SECOND, DAY, "en")
    office.desk.record_fact(SECOND, Fact.RANDOMISED, DAY, arm=office.desk.study.arms[0].id)
    send(office)
    anew, counts, forms, _ = count(office)
    assert (anew, counts.enrolled, counts.randomised) == (("AB",), 2, 2)
    assert counted_afresh(office)[1:3] == (counts, forms)


def test_a_site_of_which_nothing_came_is_counted_once_a_day(office):
    send(office)
    assert count(office)[0] == ("AB",)
    assert count(office)[0] == ()
    anew, counts, _, _ = count(office, LATER)
    assert (anew, counts.as_of) == (("AB",), LATER.date())


@pytest.mark.rule("P102")
def test_what_is_erased_is_no_longer_counted_and_nothing_of_it_is_kept(office):
    send(office)
    before = count(office)[1]
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    erasure.erase(office.desk, SUBJECT, order, confirmed=SUBJECT)
    send(office)
    _, counts, _, kept = count(office)
    assert (before.enrolled, counts.enrolled, counts.finished) == (1, 0, 0)
    (tablet,) = counts.tablets
    assert (tablet.finished, tablet.stored, tablet.erased, tablet.difference) == (1, 0, 1, 0)
    assert SUBJECT not in str(kept.counts)


@pytest.mark.rule("E83")
def test_an_open_alert_is_counted_by_its_times_alone_and_a_settled_one_as_a_number(office):
    desk = office.desk
    before = len(desk.course(SUBJECT).alerts)
    rule = next(one for one in desk.study.alerts if one.item is not None)
    alarm = Alarm(
        ses=SessionId("s"), subject=SUBJECT, visit="baseline", instrument=rule.instrument, study="h",
        raised=raised([rule], rule.instrument, {rule.item: Answered(4)}, ()),
    )  # fmt: skip
    desk.write(Kind.ALERT, write_alarm(alarm), ses=alarm.ses)
    desk.catch_up()
    send(office)
    counts = count(office)[1]
    facts = desk.course(SUBJECT).alerts
    assert len(facts) == before + 1
    assert {one.raised_at for one in counts.alerts} == {one.at for one in facts}
    newest = next(one for one in counts.alerts if one.raised_at == facts[-1].at)
    assert datetime.fromisoformat(newest.deadline) == facts[-1].deadline
    assert (newest.is_overdue(facts[-1].deadline), newest.is_overdue(facts[-1].deadline + LEAST)) == (False, True)
    alerts.answer_alert(desk, SUBJECT, facts[-1].hash, rule.id, AlertOutcome.REVIEWED)
    send(office)
    again = count(office)[1]
    assert (len(again.alerts), again.settled) == (before, 1)


@pytest.mark.rule("P72")
def test_a_record_of_somebody_unknown_waits_and_is_counted_once_the_enrolment_comes(bench):
    tablet = bench.tablet()
    tablet.write(Kind.PARTICIPANT_FACT, {"subject": SUBJECT, "fact": "died", "value": "2026-11-20"})
    bench.send(tablet)
    bench.round()
    counter = Counter(bench.opener.unsealer, STUDY)
    count_sites(bench.store, counter, NOW)
    with bench.store.reading() as ledger:
        kept = ledger.count_of("S01")
    assert (read_counts(kept.counts).unplaced, kept.is_whole) == (1, False)
    tablet.write(Kind.ENROL, {"subject": SUBJECT, "enrolled": "2026-11-01", "language": "en"})
    bench.send(tablet, after=1)
    bench.round()
    count_sites(bench.store, counter, NOW)
    with bench.store.reading() as ledger:
        kept = ledger.count_of("S01")
    counts = read_counts(kept.counts)
    assert (counts.unplaced, counts.enrolled, counts.died, kept.is_whole) == (0, 1, 1, True)


def test_an_unreadable_record_is_counted_as_such_and_keeps_nothing_else_out(bench):
    tablet = bench.tablet()
    tablet.write(Kind.ENROL, {"subject": SUBJECT, "enrolled": "no day", "language": "en"})
    tablet.write(Kind.ENROL, {"subject": SECOND, "enrolled": "2026-11-01", "language": "en"})
    bench.send(tablet)
    bench.round()
    count_sites(bench.store, Counter(bench.opener.unsealer, STUDY), NOW)
    with bench.store.reading() as ledger:
        kept = ledger.count_of("S01")
    counts = read_counts(kept.counts)
    assert (counts.unread, counts.enrolled, kept.is_whole) == (1, 1, True)


@pytest.mark.rule("E63")
def test_sites_are_added_up_number_by_number(office):
    send(office)
    _, counts, forms, _ = count(office)
    both = together([counts, counts], NOW.date())
    assert (both.enrolled, both.finished, both.valid, both.of) == tuple(
        2 * one for one in (counts.enrolled, counts.finished, counts.valid, counts.of)
    )
    doubled = forms_together([forms, forms])
    assert [(one.valid, one.of, one.available, one.population) for one in doubled] == [
        (2 * one.valid, 2 * one.of, 2 * one.available, 2 * one.population) for one in forms
    ]
    assert together([], NOW.date()).alerts == ()
