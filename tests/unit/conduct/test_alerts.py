"""Alerts: raised offline at finish, answered by staff with what was done, never overwritten."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.alert_fact import with_raised
from retnet_pro.conduct.alerts import alert_history, alerts_of, answer_alert, count_alerts, worklist
from retnet_pro.conduct.correction import correct
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, Role, may
from retnet_pro.conduct.sitting import read_sitting, write_sitting
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.trail import EVERYTHING, Trail
from retnet_pro.errors import Code
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.simulation.play import fill_in
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from tests.unit.conduct.conftest import found
from tests.unit.conduct.test_desk import SUBJECT, enrolled, refused, started

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

PAIN, WHEEZE = "example-strongest-pain", "example-strongest-wheeze"


def answered(site: "Founded", desk: Desk, *, pain: int = 4, wheeze: int = 3) -> None:
    """Let the participant fill in the visit through the pipe of the program."""
    bedside = Bedside(site.opened.pen, site.opened.library, read_sitting(write_sitting(started(desk))))
    given = {ItemId("q9"): Answered(pain), ItemId("wheeze"): Answered(wheeze)}
    for part in range(bedside.parts):
        fill_in(bedside, part, given, site.calendar)
    desk.catch_up()


def rules(desk: Desk) -> list[str]:
    return [one.fact.alert.rule for one in worklist(desk)]


def answer_first(desk: Desk, outcome: AlertOutcome, **how: object) -> None:
    fact = worklist(desk)[0].fact
    answer_alert(desk, SUBJECT, fact.hash, fact.alert.rule, outcome, **how)  # type: ignore[arg-type]


@pytest.mark.rule("E82", "E80")
def test_rules_are_held_against_a_form_when_it_is_finished_and_the_most_urgent_comes_first(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    assert rules(desk) == [WHEEZE, PAIN], "24 hours before 72"
    first = worklist(desk)[0]
    assert (first.subject, first.visit_title, first.fact.alert.value, first.fact.alert.who) == (
        SUBJECT, "Baseline", 3.0, "study nurse",
    )  # fmt: skip
    now = site.calendar().wall
    assert count_alerts(desk, now).open == 2 and count_alerts(desk, now).overdue == 0
    assert count_alerts(desk, now + timedelta(hours=25)).overdue == 1
    assert rules(site.login("monitor")) == [WHEEZE, PAIN], "a new login reads the same"


@pytest.mark.rule("E82", "E86")
def test_every_form_with_rules_says_that_they_were_held_against_it(site: "Founded") -> None:
    """An outsider cannot tell from the record that something was met: the event is always there, and sealed."""
    desk = enrolled(site.login("nurse"))
    answered(site, desk, pain=1, wheeze=0)
    kinds = [event.header.kind for event in site.opened.log.events()]
    checked = [place for place, kind in enumerate(kinds) if kind is Kind.ALERT]
    assert len(checked) == 2 and all(kinds[place + 1] is Kind.SESSION_DONE for place in checked)
    assert all(event.sealed and not event.header.note for event in site.opened.log.events(kinds={Kind.ALERT}))
    assert worklist(desk) == () and desk.site.alerted == set()


@pytest.mark.rule("E81")
def test_the_same_answers_give_the_same_alerts_at_two_sites(site: "Founded", tmp_path: Path) -> None:
    other = found(tmp_path / "other")
    told = []
    for one in (site, other):
        desk = enrolled(one.login("nurse"))
        answered(one, desk)
        told.append([listed.fact.alert for listed in worklist(desk)])
    other.opened.log.close()
    assert told[0] == told[1] and len(told[0]) == 2


@pytest.mark.rule("E83")
def test_an_alert_ends_in_a_coded_outcome_with_person_and_time_and_nothing_is_overwritten(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    answer_first(desk, AlertOutcome.REFERRED, note="to the investigator on call")
    assert rules(desk) == [PAIN]
    again = site.login("investigator")
    (done, _) = sorted(alerts_of(again, SUBJECT), key=lambda one: one.fact.is_open)
    answer_alert(
        again, SUBJECT, done.fact.hash, WHEEZE, AlertOutcome.ACTION, action=AlertAction.MEDICINE, note="dose raised"
    )
    (fact,) = [one.fact for one in alerts_of(site.login("nurse"), SUBJECT) if one.fact.alert.rule == WHEEZE]
    told = [(act.outcome, act.action, act.who, act.note) for act in fact.acts]
    assert told == [
        (AlertOutcome.REFERRED, None, "nurse", "to the investigator on call"),
        (AlertOutcome.ACTION, AlertAction.MEDICINE, "investigator", "dose raised"),
    ]
    assert fact.settled_at == fact.acts[0].at, "time to action ends with the first act that settles"
    assert fact.hours_to_action is not None and 0 < fact.hours_to_action < 1


@pytest.mark.rule("E83")
def test_not_reachable_keeps_the_alert_open_until_somebody_settles_it(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk, pain=1)
    answer_first(desk, AlertOutcome.NOT_REACHABLE)
    (waiting,) = worklist(desk)
    assert waiting.fact.settled_at is None and waiting.fact.hours_to_action is None
    answer_first(desk, AlertOutcome.REVIEWED)
    assert worklist(desk) == ()
    assert [act.outcome.value for act in alert_history(desk)[0].fact.acts] == ["not-reachable", "reviewed-no-action"]


@pytest.mark.rule("E83")
@pytest.mark.parametrize(
    ("outcome", "how"),
    [
        (AlertOutcome.ACTION, {"note": "without a code"}),
        (AlertOutcome.ACTION, {"action": AlertAction.ADVICE, "note": "  "}),
        (AlertOutcome.REFERRED, {}),
    ],
)
def test_an_action_needs_its_code_and_a_note_and_a_referral_says_to_whom(
    site: "Founded", outcome: AlertOutcome, how: dict[str, object]
) -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    head = site.opened.log.head()
    with refused(Code.REASON_MISSING):
        answer_first(desk, outcome, **how)
    assert site.opened.log.head() == head


@pytest.mark.rule("P41")
@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_may_answer_an_alert(site: "Founded", role: Role) -> None:
    nurse = enrolled(site.login("nurse"))
    answered(site, nurse)
    fact = worklist(nurse)[0].fact
    desk = site.login(role.value)
    if may(role, Right.ANSWER_ALERTS):
        assert not answer_alert(desk, SUBJECT, fact.hash, fact.alert.rule, AlertOutcome.REVIEWED).is_open
        return
    with refused(Code.NOT_ALLOWED):
        answer_alert(desk, SUBJECT, fact.hash, fact.alert.rule, AlertOutcome.REVIEWED)


def test_an_alert_that_does_not_exist_cannot_be_answered(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    with refused(Code.ALERT_UNKNOWN):
        answer_alert(desk, SUBJECT, worklist(desk)[0].fact.hash, "other-rule", AlertOutcome.REVIEWED)


def test_alerts_survive_a_snapshot(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    answer_first(desk, AlertOutcome.NOT_REACHABLE, note="mailbox")
    before = worklist(desk)
    desk.keep_snapshot(at_once=True)
    again = site.login("nurse")
    assert set(again.site.courses.shelved()) == {SUBJECT}, "read from the snapshot"
    assert worklist(again) == before


@pytest.mark.rule("E51")
def test_a_form_closed_twice_after_a_disk_fault_raises_each_alert_once(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk)
    raised = next(iter(desk.reader.all_of({Kind.ALERT})))
    content = {name: value for name, value in raised.content.items() if name not in ("v", "kind")}
    site.opened.pen.write(Kind.ALERT, content, who="participant", role="participant", ses=raised.ses)
    assert sorted(rules(site.login("nurse"))) == sorted([WHEEZE, PAIN])


def corrected(site: "Founded", item: str, code: int) -> Desk:
    """One answer put right by the coordinator."""
    desk = site.login("coordinator")
    ses = next(one.response.ses for one in desk.responses_of(SUBJECT) if ItemId(item) in one.response.answers)
    correct(
        desk, SUBJECT, ses, ItemId(item), Answered(code),
        why=WhyAmended.MISTAPPED, note="meant the other box", source=Source.OWN_REQUEST,
    )  # fmt: skip
    return desk


@pytest.mark.rule("E80", "E82", "E101")
def test_a_correction_that_meets_a_rule_raises_its_alert_and_says_so(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk, pain=1)
    assert [(one.fact.alert.rule, one.after_correction) for one in worklist(desk)] == [(WHEEZE, False)]
    corrected(site, "q9", 4)
    again = site.login("nurse")
    told = {one.fact.alert.rule: one for one in worklist(again)}
    assert set(told) == {WHEEZE, PAIN}
    assert (told[PAIN].after_correction, told[PAIN].is_corrected, told[PAIN].fact.alert.value) == (True, False, 4.0)
    assert not told[WHEEZE].after_correction
    assert told[PAIN].fact.deadline > told[WHEEZE].fact.deadline, "its time starts with the correction"


@pytest.mark.rule("E82", "E101")
def test_every_correction_of_a_form_with_rules_says_that_they_were_held_against_it(site: "Founded") -> None:
    answered(site, enrolled(site.login("nurse")), pain=1, wheeze=0)
    corrected(site, "q9", 2)
    kinds = [event.header.kind for event in site.opened.log.events()]
    assert kinds[-2:] == [Kind.ALERT, Kind.AMEND], "first, so that a stop in between loses no alert"
    assert worklist(site.login("nurse")) == ()


@pytest.mark.rule("E83", "E101")
def test_a_correction_that_takes_the_cause_away_leaves_the_alert_open_and_says_what_stands_there_now(
    site: "Founded",
) -> None:
    answered(site, enrolled(site.login("nurse")))
    desk = corrected(site, "q9", 1)
    told = {one.fact.alert.rule: one for one in worklist(desk)}
    assert set(told) == {WHEEZE, PAIN}, "whether anything is left to do is for a person to say"
    assert (told[PAIN].fact.alert.value, told[PAIN].is_corrected, told[PAIN].now) == (4.0, True, 1.0)
    assert not told[PAIN].after_correction and not told[WHEEZE].is_corrected


def other_code(desk: Desk, item: str) -> int:
    """A code of this item that does not stand there."""
    answers = next(one.response.answers for one in desk.responses_of(SUBJECT) if ItemId(item) in one.response.answers)
    return 2 if answers[ItemId(item)] == Answered(1) else 1


def told_of(desk: Desk, rule: str) -> list[tuple[float, bool]]:
    return [(one.fact.alert.value, one.fact.is_open) for one in alerts_of(desk, SUBJECT) if one.fact.alert.rule == rule]


@pytest.mark.rule("E82", "E83")
def test_a_later_response_that_meets_the_rule_again_raises_an_alert_of_its_own(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk, wheeze=0)
    answer_first(desk, AlertOutcome.REVIEWED)
    first = next(iter(desk.reader.all_of({Kind.ALERT})))
    later = SessionId("later")
    content = {name: value for name, value in first.content.items() if name not in ("v", "kind")}
    again = {**content, "ses": later, "visit": "week-12"}
    site.opened.pen.write(Kind.ALERT, again, who="participant", role="participant", ses=later)
    site.opened.pen.write(Kind.ALERT, again, who="participant", role="participant", ses=later)
    desk = site.login("nurse")
    assert told_of(desk, PAIN) == [(4.0, False), (4.0, True)], "once for each response"
    (waiting,) = worklist(desk)
    assert (waiting.fact.ses, waiting.fact.acts) == (later, ())


@pytest.mark.rule("E83", "E101")
def test_a_value_that_comes_back_after_its_alert_was_settled_raises_it_again(site: "Founded") -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk, wheeze=0)
    corrected(site, "q9", 1)
    desk = site.login("nurse")
    answer_first(desk, AlertOutcome.REVIEWED, note="mistapped")
    corrected(site, "q10", other_code(desk, "q10"))
    assert told_of(site.login("nurse"), PAIN) == [(4.0, False)]
    corrected(site, "q9", 4)
    desk = site.login("nurse")
    desk.keep_snapshot(at_once=True)
    desk = site.login("nurse")
    assert told_of(desk, PAIN) == [(4.0, False), (4.0, True)]
    answer_first(desk, AlertOutcome.ACTION, action=AlertAction.MEDICINE, note="dose raised")
    corrected(site, "q10", other_code(desk, "q10"))
    desk = site.login("nurse")
    assert told_of(desk, PAIN) == [(4.0, False), (4.0, False)], "the same answer was judged"
    notes = [[act.note for act in one.fact.acts] for one in alerts_of(desk, SUBJECT)]
    assert notes == [["mistapped"], ["dose raised"]], "what is written belongs to one of them"


@pytest.mark.rule("E83", "E101")
@pytest.mark.parametrize(("value", "count"), [(4.0, 1), (4.0 + 1e-12, 1), (3.0, 2)])
def test_a_settled_alert_stands_for_its_own_value_only(site: "Founded", value: float, count: int) -> None:
    desk = enrolled(site.login("nurse"))
    answered(site, desk, wheeze=0)
    answer_first(desk, AlertOutcome.REVIEWED)
    (known,) = desk.course(SUBJECT).alerts
    again = replace(known, hash="other", acts=(), alert=replace(known.alert, value=value))
    assert len(with_raised((known,), known.ses, (again,))) == count
    assert with_raised((replace(known, acts=()),), known.ses, (again,)) == (replace(known, acts=()),), "still open"


@pytest.mark.rule("E83", "E101")
def test_while_an_alert_waits_a_correction_adds_no_second_one(site: "Founded") -> None:
    answered(site, enrolled(site.login("nurse")), wheeze=0)
    corrected(site, "q9", 1)
    corrected(site, "q9", 4)
    assert told_of(site.login("nurse"), PAIN) == [(4.0, True)]


@pytest.mark.rule("P10", "P11")
def test_the_trail_tells_which_rules_were_met_and_what_was_done(site: "Founded") -> None:
    desk = enrolled(site.login("coordinator"))
    answered(site, desk, wheeze=0)
    answer_first(desk, AlertOutcome.ACTION, action=AlertAction.ADVICE, note="called back")
    lines = {line.kind: line for line in reversed(Trail(desk, EVERYTHING).more())}
    told = lines[Kind.ACKNOWLEDGE]
    assert (told.about.subject, told.about.item, told.new, told.note) == (SUBJECT, PAIN, "advice", "called back")
    checked = [line.new for line in Trail(desk, EVERYTHING).more() if line.kind is Kind.ALERT]
    assert checked == ["none", PAIN]


@pytest.mark.rule("E84")
def test_what_the_study_tells_at_the_end_comes_in_the_language_of_the_sitting(site: "Founded") -> None:
    sitting = started(enrolled(site.login("nurse")))
    said = site.opened.study.whom_to_call
    assert sitting.whom_to_call == said["en"] and set(said) == set(site.opened.study.languages)
