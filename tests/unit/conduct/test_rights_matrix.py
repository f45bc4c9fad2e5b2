"""Every use case that takes a desk, for every role: allowed as the table says, refused without a trace otherwise.

The use cases are found by listing, so that one nobody has thought about here fails the test.
"""

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import retnet_pro.conduct
from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Place, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.app.opening import OpenSite
from retnet_pro.conduct import (
    absence,
    access,
    alerts,
    circumstances,
    clinic,
    clinic_reading,
    clock_history,
    completeness,
    correction,
    devices,
    elsewhere,
    erasure,
    event_name,
    export,
    handover,
    history,
    interruption,
    leaving,
    misplaced,
    offering,
    orders_beside,
    paper_reading,
    paper_recording,
    scans,
    schedule,
    sender,
    signatures,
    site_exchange,
    taking_out,
    team,
    trail,
    transcription,
    whereabouts,
    withdrawal,
)
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Founding
from retnet_pro.conduct.erased import Erasure, Ground, Order
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import IDLE_MINUTES, Right, Role, may
from retnet_pro.conduct.sender import Sender
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.trail_line import Look
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.clinic import ClinicFormId, Missing, UnitId
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.placement import Proposal, WhyMisplaced, write_proposal
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import Mark, Round, WhyPaper, read_transcript, write_transcript
from retnet_pro.study.absence import Absence
from retnet_pro.study.alert_act import AlertOutcome
from retnet_pro.study.alerts import Alert, raised
from retnet_pro.study.model import AlertRule
from retnet_pro.study.subject import make_subject
from retnet_pro.study.withdrawal import WithdrawalReason
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.slots import SlotBook
from tests.unit.conduct.conftest import HOUSE, PASSPHRASE, doorway_of, found, open_again
from tests.unit.conduct.test_desk import finish

if TYPE_CHECKING:
    from tests.unit.conduct.conftest import Founded

FIRST, SECOND = (make_subject("AB", number) for number in (1, 2))
DAY = date(2026, 11, 20)
THIRD, WITHDRAWN = make_subject("AB", 5), make_subject("AB", 4)
NEW = Person("new", "New Demo", Role.NURSE)
ORDER = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
ORDERED_ELSEWHERE = Erasure(
    seq=-1, at="2026-11-20T09:00:00+00:00", who="lead", role="coordinator", subject=FIRST, is_whole=True,
    order=ORDER, targets={}, sessions={}, stops={},
)  # fmt: skip
OTHER = "seven damp green umbrellas"


PAPER = {"day": DAY, "language": "en", "why": WhyPaper.WISH}
PAPER_CONTENT = {
    "subject": SECOND,
    "visit": "baseline",
    "instrument": "qlq-c30",
    "form_hash": load_instrument(HOUSE / "forms" / "qlq-c30.yaml").hash,
    "language": "en",
    "day": DAY.isoformat(),
    "answered_by": "alone",
    "why": "wish",
    "note": "",
    "round": "first",
    "marks": {},
}
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def alert_from(rule: AlertRule) -> Alert:
    """An alert as its rule would raise it."""
    assert rule.item is not None
    (raised_,) = raised([rule], rule.instrument, {rule.item: Answered(4)}, ())
    return raised_


class Stage:
    """A site with participants in every state a use case may meet. Set once, and copied for every case."""

    slots: SlotBook
    founding: Founding
    drop: FolderTransport

    def __init__(self, site: "Founded") -> None:
        coordinator = site.login("coordinator")
        coordinator.enrol(FIRST, DAY, "en")
        handover.start(coordinator, FIRST, "baseline", "en", AnsweredBy.ALONE)
        coordinator.enrol(SECOND, DAY, "en")
        coordinator.enrol(WITHDRAWN, DAY, "en")
        withdrawal.withdraw(coordinator, WITHDRAWN, DAY, WithdrawalReason.NOT_SAID)
        coordinator.enrol(THIRD, DAY, "en")
        sitting = handover.start(coordinator, THIRD, "baseline", "en", AnsweredBy.ALONE)
        bedside = Bedside(site.opened.pen, site.opened.library, sitting)
        finish(site, bedside, 0, bedside.begin(0)[0])
        self.finished = sitting.turns[0].ses
        finish(site, bedside, 1, bedside.begin(1)[0])
        coordinator.catch_up()
        self.proposal = (
            site.login("nurse")
            .write(  # by somebody who may not decide
                Kind.PLACE_PROPOSE,
                write_proposal(
                    Proposal(
                        sessions=(sitting.turns[1].ses,),
                        subject=THIRD,
                        visit="baseline",
                        to_subject=SECOND,
                        to_visit="baseline",
                        why=WhyMisplaced.OTHER_PARTICIPANT,
                        note="wrong code picked",
                    )
                ),
            )
            .hash
        )
        investigator = site.login("investigator")
        mark = {ItemId("q1"): Mark(Answered(2))}
        for name in ("paper", "differing", "agreed"):
            content = {**PAPER_CONTENT, "ses": name, "marks": {}, "round": "first"}
            investigator.write(Kind.PAPER_ENTRY, content, ses=SessionId(name))
        coordinator.catch_up()
        self.paper, self.differing, self.agreed = SessionId("paper"), SessionId("differing"), SessionId("agreed")
        self.read = read_transcript(
            {"v": 1, "kind": "paper.entry", **PAPER_CONTENT, "ses": "differing", "round": "second"}
        )
        content = write_transcript(replace(self.read, marks=mark))
        coordinator.write(Kind.PAPER_ENTRY, content, ses=self.differing)
        coordinator.write(
            Kind.PAPER_ENTRY, write_transcript(replace(self.read, ses=self.agreed, marks={})), ses=self.agreed
        )
        transcription.attach_scan(coordinator, self.differing, b"%PDF-1.7")
        self.form = coordinator.site.papers[self.paper]
        (self.session, *_) = coordinator.site.interrupted()
        rule = next(one for one in coordinator.study.alerts if one.item is not None)
        raised = alert_from(rule)
        alarm = Alarm(
            ses=SessionId("s"), subject=SECOND, visit="baseline", instrument=FORM, study="h", raised=(raised,)
        )
        coordinator.write(Kind.ALERT, write_alarm(alarm), ses=alarm.ses)
        (self.alert,) = coordinator.course(SECOND).alerts
        coordinator.catch_up()
        self.digest = signatures.sign_off(coordinator, THIRD, "end").digest
        self.sheet = clinic.start(coordinator, FIRST, LAB, "en")
        self.sheet = clinic.enter(coordinator, self.sheet, Place("sampled_on"), Dated("2026-11-20"))
        self.done = clinic.start(coordinator, SECOND, LAB, "en")
        for place, value in FILLED.items():
            self.done = clinic.enter(coordinator, self.done, Place(place), value)
        self.filed = clinic.close(coordinator, self.done)
        self.odd = clinic.start(coordinator, WITHDRAWN, LAB, "en")
        self.odd = clinic.enter(coordinator, self.odd, Place("cga"), Measured("900000", UnitId("ug_l")))
        self.full = clinic.start(coordinator, WITHDRAWN, ClinicFormId("symptom-baseline"), "en")
        for place, value in SYMPTOMS.items():
            self.full = clinic.enter(coordinator, self.full, Place(place), value)
        self.line = trail.open_trail(coordinator).more()[0]


@pytest.fixture(scope="module")
def set_stage(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Stage]:
    """The folder of the site on whose copies the cases play, closed, and what is to be found there."""
    folder = tmp_path_factory.mktemp("stage")
    site = found(folder)
    stage = Stage(site)
    site.opened.log.close()
    return folder, stage


@pytest.fixture
def played(set_stage: tuple[Path, Stage], tmp_path: Path) -> Iterator[tuple[OpenSite, Stage]]:
    """A copy of the site as a new process finds it, and the stage with what lives in that process."""
    folder, stage = set_stage
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    stage = copy(stage)
    opened = open_again(tmp_path)
    with opened.log:
        stage.slots, stage.founding, stage.drop = opened.slots, opened.founding, FolderTransport(tmp_path)
        yield opened, stage


LAB = ClinicFormId("biomarkers")
NO = Absent(Missing.NOT_DONE)
FILLED: dict[str, Value] = {
    "sampled_on": Dated("2026-11-20"), "cga": NO, "cga_limit": NO, "cga_assay": NO, "hiaa_matter": NO,
}  # fmt: skip
SYMPTOMS: dict[str, Value] = {
    "seen_on": Dated("2026-11-20"),
    **{item: Answered(0) for item in ("flushing", "diarrhoea", "belly_pain", "wheezing", "analogue", "symptomatic")},
}
Act = Callable[[Desk, Stage], object]
FORM = InstrumentId("qlq-c30")
NEEDS: dict[str, tuple[Right | None, Act]] = {
    "Desk.participant": (Right.READ_RESPONSES, lambda desk, _: desk.participant(FIRST)),
    "Desk.participants": (Right.READ_RESPONSES, lambda desk, _: desk.participants()),
    "Desk.due": (Right.READ_RESPONSES, lambda desk, _: desk.due()),
    "Desk.visits_of": (Right.READ_RESPONSES, lambda desk, _: desk.visits_of(FIRST)),
    "Desk.course": (Right.READ_RESPONSES, lambda desk, _: desk.course(FIRST)),
    "Desk.responses_of": (Right.READ_RESPONSES, lambda desk, _: desk.responses_of(FIRST)),
    "Desk.inspect": (None, lambda desk, _: desk.inspect()),
    "Desk.look_at": (Right.READ_RESPONSES, lambda desk, _: desk.look_at(FIRST)),
    "Desk.enrol": (Right.ENROL, lambda desk, _: desk.enrol(make_subject("AB", 3), DAY, "en")),
    "Desk.record_fact": (Right.ENROL, lambda desk, _: desk.record_fact(FIRST, Fact.GRADE, "G1")),
    "Desk.confirm_form": (Right.CONFIRM_FORMS, lambda desk, _: desk.confirm_form(InstrumentId("qlq-ginet21"))),
    "Desk.leave": (None, lambda desk, _: desk.leave()),
    "Desk.may": (None, lambda desk, _: desk.may(Right.ENROL)),
    "Desk.minutes": (None, lambda desk, _: desk.minutes()),
    "Desk.catch_up": (None, lambda desk, _: desk.catch_up()),
    "Desk.keep_snapshot": (None, lambda desk, _: desk.keep_snapshot()),
    "Desk.write": (None, lambda desk, _: desk.write(Kind.LOCK, {"why": "asked"})),
    "absence.excuse": (
        Right.HAND_OVER, lambda desk, _: absence.excuse(desk, FIRST, "baseline", FORM, Absence.TOO_ILL)
    ),
    "access.access_list": (Right.READ_TRAIL, lambda desk, _: access.access_list(desk)),
    "access.failed_logins": (Right.MANAGE_STAFF, lambda desk, _: access.failed_logins(desk)),
    "alerts.worklist": (Right.READ_RESPONSES, lambda desk, _: alerts.worklist(desk)),
    "alerts.count_alerts": (Right.READ_RESPONSES, lambda desk, _: alerts.count_alerts(desk, NOW)),
    "alerts.alerts_of": (Right.READ_RESPONSES, lambda desk, _: alerts.alerts_of(desk, SECOND)),
    "alerts.alert_of": (
        Right.READ_RESPONSES,
        lambda desk, stage: alerts.alert_of(desk, SECOND, stage.alert.hash, stage.alert.alert.rule),
    ),
    "alerts.alert_history": (Right.READ_RESPONSES, lambda desk, _: alerts.alert_history(desk)),
    "alerts.answer_alert": (
        Right.ANSWER_ALERTS,
        lambda desk, stage: alerts.answer_alert(
            desk, SECOND, stage.alert.hash, stage.alert.alert.rule, AlertOutcome.REVIEWED
        ),
    ),
    "clinic.start": (Right.FILL_FORMS, lambda desk, _: clinic.start(desk, SECOND, LAB, "en")),
    "clinic.is_too_early": (
        Right.READ_RESPONSES, lambda desk, _: clinic.is_too_early(desk, FIRST, desk.study.clinic_forms[0])
    ),
    "clinic.take_up": (Right.FILL_FORMS, lambda desk, stage: clinic.take_up(desk, FIRST, stage.sheet.ses, "en")),
    "clinic.enter": (
        Right.FILL_FORMS, lambda desk, stage: clinic.enter(desk, stage.sheet, Place("cga_assay"), Answered(1))
    ),
    "clinic.say_it_is_right": (
        Right.FILL_FORMS, lambda desk, stage: clinic.say_it_is_right(desk, stage.odd, Place("cga"))
    ),
    "clinic.close": (Right.FILL_FORMS, lambda desk, stage: clinic.close(desk, stage.full)),
    "clinic.set_aside": (
        Right.FILL_FORMS,
        lambda desk, stage: clinic.set_aside(desk, FIRST, stage.sheet.ses, clinic.WhyAside.NOT_NEEDED),
    ),
    "clinic.correct": (
        Right.FILL_FORMS,
        lambda desk, stage: clinic.correct(
            desk, SECOND, stage.done.ses, clinic.WhyAgain.TYPED_WRONG, "misread", "en"
        ),
    ),
    "clinic_reading.library_of": (None, lambda desk, _: clinic_reading.library_of(desk)),
    "clinic_reading.form_of": (None, lambda desk, _: clinic_reading.form_of(desk, LAB)),
    "clinic_reading.may_fill": (None, lambda desk, stage: clinic_reading.may_fill(desk, stage.sheet.form)),
    "clinic_reading.may_read": (None, lambda desk, stage: clinic_reading.may_read(desk, stage.sheet.form)),
    "clinic_reading.record_of": (
        Right.READ_RESPONSES, lambda desk, stage: clinic_reading.record_of(desk, SECOND, stage.done.ses)
    ),
    "clinic_reading.closed_form": (
        Right.READ_RESPONSES, lambda desk, stage: clinic_reading.closed_form(desk, SECOND, stage.done.ses)
    ),
    "clinic_reading.acts_of": (
        Right.READ_RESPONSES, lambda desk, stage: clinic_reading.acts_of(desk, SECOND, stage.done.ses)
    ),
    "clinic_reading.filling_of": (
        Right.READ_RESPONSES,
        lambda desk, stage: clinic_reading.filling_of(desk, stage.done.ses, stage.done.form),
    ),
    "clinic_reading.disagrees": (
        Right.READ_RESPONSES, lambda desk, stage: clinic_reading.disagrees(desk, SECOND, stage.filed)
    ),
    "clock_history.clock_steps": (None, lambda desk, _: clock_history.clock_steps(desk)),
    "clock_history.jumped_during": (
        None, lambda desk, stage: clock_history.jumped_during(desk, (), stage.session.ses, 1)
    ),
    "completeness.completeness": (Right.READ_RESPONSES, lambda desk, _: completeness.completeness(desk)),
    "completeness.look_at_completeness": (
        Right.READ_RESPONSES, lambda desk, _: completeness.look_at_completeness(desk)
    ),
    "completeness.leave_completion_trace": (
        None, lambda desk, _: completeness.leave_completion_trace(desk, Look.COMPLETION)
    ),
    "correction.correct": (Right.CORRECT, lambda desk, stage: put_right(desk, stage)),
    "correction.finished": (
        Right.READ_RESPONSES, lambda desk, stage: correction.finished(desk, THIRD, stage.finished)
    ),
    "misplaced.propose": (Right.CORRECT, lambda desk, stage: propose(desk, stage)),
    "misplaced.decide": (
        Right.CONFIRM_PLACE,
        lambda desk, stage: misplaced.decide(desk, stage.proposal, accepted=True, note="seen in the chart"),
    ),
    "misplaced.placings_of": (Right.READ_RESPONSES, lambda desk, _: misplaced.placings_of(desk, THIRD)),
    "erasure.pieces": (Right.ERASE, lambda desk, _: erasure.pieces(desk, FIRST)),
    "erasure.erase": (Right.ERASE, lambda desk, _: erasure.erase(desk, FIRST, ORDER, confirmed=FIRST)),
    "erasure.erasures": (Right.READ_RESPONSES, lambda desk, _: erasure.erasures(desk)),
    "event_name.event_name": (None, lambda desk, _: event_name.event_name(desk, 1)),
    "event_name.name_of": (None, lambda desk, _: event_name.name_of(desk, next(desk.reader.all_of({Kind.ENROL})))),
    "erasure.finish_erasures": (None, lambda desk, _: erasure.finish_erasures(desk)),
    "erasure.repeat_order": (Right.ERASE, lambda desk, _: erasure.repeat_order(desk, ORDERED_ELSEWHERE)),
    "elsewhere.elsewhere_of": (Right.READ_RESPONSES, lambda desk, _: elsewhere.elsewhere_of(desk, FIRST)),
    "orders_beside.follow_orders": (None, lambda desk, _: orders_beside.follow_orders(desk)),
    "site_exchange.exchange": (
        Right.EXPORT,
        lambda desk, stage: at_once(site_exchange.exchange(desk, stage.founding, stage.drop, place="folder")),
    ),
    "export.export": (
        Right.EXPORT, lambda desk, stage: at_once(export.export(desk, stage.founding, stage.drop, place="folder"))
    ),
    "export.collect": (Right.EXPORT, lambda desk, stage: at_once(export.collect(desk, stage.founding, stage.drop))),
    "handover.start": (
        Right.HAND_OVER, lambda desk, _: handover.start(desk, SECOND, "baseline", "en", AnsweredBy.ALONE)
    ),
    "handover.resume": (Right.HAND_OVER, lambda desk, stage: handover.resume(desk, stage.session.sitting)),
    "handover.has_pin": (Right.HAND_OVER, lambda desk, _: handover.has_pin(desk, FIRST)),
    "circumstances.circumstances_of": (
        Right.READ_RESPONSES, lambda desk, stage: circumstances.circumstances_of(desk, stage.session.ses)
    ),
    "handover.is_too_late": (None, lambda desk, stage: handover.is_too_late(desk, stage.session)),
    "history.history_of": (Right.READ_RESPONSES, lambda desk, stage: history.history_of(desk, stage.session.ses)),
    "interruption.interruption": (
        Right.READ_RESPONSES, lambda desk, stage: interruption.interruption(desk, [stage.session])
    ),
    "leaving.unfinished": (None, lambda desk, _: leaving.unfinished(desk)),
    "leaving.leave": (Right.CLOSE_DEVICE, lambda desk, _: leaving.leave(desk, "CD", "it moves", is_forced=True)),
    "leaving.is_received": (
        None,
        lambda desk, _: leaving.is_received(desk, leaving.Leaving(seq=1, at="", who="coordinator", to="CD")),
    ),
    "handover.stop": (Right.HAND_OVER, lambda desk, stage: handover.stop(desk, stage.session, "too-ill")),
    "signatures.sign_offs": (Right.READ_RESPONSES, lambda desk, _: signatures.sign_offs(desk, THIRD)),
    "signatures.sign_off": (Right.READ_RESPONSES, lambda desk, _: signatures.sign_off(desk, THIRD, "end")),
    "signatures.sign": (
        Right.SIGN,
        lambda desk, stage: signatures.sign(
            desk, stage.slots, THIRD, "end", expected=stage.digest, passphrase=PASSPHRASE, agreed="as shown"
        ),
    ),
    "signatures.signing_list": (Right.READ_RESPONSES, lambda desk, _: signatures.signing_list(desk)),
    "signatures.has_to_confirm": (None, lambda desk, _: signatures.has_to_confirm(desk)),
    "signatures.renewed_since_signing": (None, lambda desk, _: signatures.renewed_since_signing(desk)),
    "taking_out.demand_may_take_out": (Right.TAKE_OUT, lambda desk, _: taking_out.demand_may_take_out(desk)),
    "taking_out.outlook": (Right.TAKE_OUT, lambda desk, _: taking_out.outlook(desk)),
    "taking_out.take_out": (Right.TAKE_OUT, lambda desk, _: taking_out.take_out(desk, "csv", synthetic=True)),
    "team.let_in": (
        Right.MANAGE_STAFF,
        lambda desk, stage: team.let_in(desk, stage.slots, NEW, OTHER, own=PASSPHRASE),
    ),
    "team.remove": (Right.MANAGE_STAFF, lambda desk, stage: team.remove(desk, stage.slots, "nurse")),
    "team.give_passphrase": (
        Right.MANAGE_STAFF, lambda desk, stage: team.give_passphrase(desk, stage.slots, "nurse", OTHER, own=PASSPHRASE)
    ),
    "team.change_passphrase": (None, lambda desk, stage: team.change_passphrase(desk, stage.slots, PASSPHRASE, OTHER)),
    "team.change_key": (Right.MANAGE_STAFF, lambda desk, stage: team.change_key(desk, stage.slots)),
    "transcription.enter_first": (
        Right.HAND_OVER,
        lambda desk, _: transcription.enter_first(desk, SECOND, "baseline", FORM, {}, **PAPER),
    ),
    "transcription.enter_second": (
        Right.HAND_OVER, lambda desk, stage: transcription.enter_second(desk, stage.paper, {})
    ),
    "paper_reading.discrepancies": (
        Right.HAND_OVER, lambda desk, stage: paper_reading.discrepancies(desk, stage.paper)
    ),
    "transcription.settle": (
        Right.HAND_OVER, lambda desk, stage: transcription.settle(desk, stage.differing, {ItemId("q1"): Mark()})
    ),
    "transcription.attach_scan": (
        Right.HAND_OVER, lambda desk, stage: transcription.attach_scan(desk, stage.paper, b"%PDF-1.7")
    ),
    "scans.open_scan": (
        Right.READ_RESPONSES, lambda desk, stage: scans.open_scan(desk, SECOND, stage.differing)
    ),
    "paper_reading.transcript_of": (
        Right.HAND_OVER,
        lambda desk, stage: paper_reading.transcript_of(desk, stage.form, Round.FIRST),
    ),
    "paper_reading.waiting_paper": (
        Right.HAND_OVER, lambda desk, stage: paper_reading.waiting_paper(desk, stage.paper)
    ),
    "paper_reading.form_of": (Right.HAND_OVER, lambda desk, stage: paper_reading.form_of(desk, stage.read)),
    "paper_recording.is_agreed": (
        Right.HAND_OVER, lambda desk, stage: paper_recording.is_agreed(desk, stage.paper)
    ),
    "paper_recording.record": (Right.HAND_OVER, lambda desk, stage: paper_recording.record(desk, stage.agreed)),
    "withdrawal.withdraw": (
        Right.ENROL, lambda desk, _: withdrawal.withdraw(desk, FIRST, DAY, WithdrawalReason.NOT_SAID)
    ),
    "withdrawal.take_back": (Right.TAKE_BACK, lambda desk, _: withdrawal.take_back(desk, WITHDRAWN, "asked again")),
    "withdrawal.withdrawals_of": (Right.READ_RESPONSES, lambda desk, _: withdrawal.withdrawals_of(desk, FIRST)),
    "offering.grounds_of": (None, lambda desk, _: offering.grounds_of(desk)),
    "sender.demand_may_send": (Right.EXPORT, lambda desk, _: sender.demand_may_send(desk)),
    "schedule.is_time_to_send": (None, lambda desk, _: schedule.is_time_to_send(desk)),
    "devices.devices_of": (Right.EXPORT, lambda desk, _: devices.devices_of(desk)),
    "devices.let_in": (Right.EXPORT, lambda desk, _: devices.let_in(desk)),
    "whereabouts.whereabouts": (Right.READ_RESPONSES, lambda desk, _: whereabouts.whereabouts(desk)),
    "trail.open_trail": (Right.READ_TRAIL, lambda desk, _: trail.open_trail(desk)),
    "trail.narrow": (Right.READ_TRAIL, lambda desk, _: trail.narrow(desk, trail.EVERYTHING)),
    "trail.authors": (Right.READ_TRAIL, lambda desk, _: trail.authors(desk)),
    "trail.check": (Right.READ_TRAIL, lambda desk, stage: trail.check(desk, stage.line)),
    "trail.leave_trace": (None, lambda desk, _: trail.leave_trace(desk, Look.TRAIL, trail.EVERYTHING)),
}  # fmt: skip
"""By use case: the right it needs, or None where everybody may (one's own things, or machinery below the use cases that
tells nobody anything), and how to ask for it."""


def put_right(desk: Desk, stage: Stage) -> object:
    return correction.correct(
        desk,
        THIRD,
        stage.finished,
        ItemId("q1"),
        Answered(2),
        why=WhyAmended.LEFT_OUT,
        note="passed over",
        source=Source.OWN_REQUEST,
    )


def propose(desk: Desk, stage: Stage) -> object:
    return misplaced.propose(
        desk,
        THIRD,
        [stage.finished],
        to_subject=SECOND,
        to_visit="baseline",
        why=WhyMisplaced.OTHER_PARTICIPANT,
        note="wrong code picked",
    )


DESKS = (Desk, "Desk", Sender, "Sender")


def use_cases() -> set[str]:
    """Every public function of conduct/ that takes a desk or what a desk is one of; every public method of the desk."""
    found = {f"Desk.{name}" for name, _ in inspect.getmembers(Desk, inspect.isfunction) if not name.startswith("_")}
    for module_info in pkgutil.iter_modules(retnet_pro.conduct.__path__):
        module = importlib.import_module(f"retnet_pro.conduct.{module_info.name}")
        for name, made in inspect.getmembers(module, inspect.isfunction):
            here = made.__module__ == module.__name__ and not name.startswith("_")
            if here and any(one.annotation in DESKS for one in inspect.signature(made).parameters.values()):
                found.add(f"{module_info.name}.{name}")
    return found


def test_no_use_case_is_left_out() -> None:
    assert use_cases() == set(NEEDS)


@pytest.mark.rule("P41", "P42", "P71")
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("use_case", NEEDS)
def test_a_role_may_do_what_its_rights_say_and_nothing_else(
    played: tuple[OpenSite, Stage], tmp_path: Path, use_case: str, role: Role
) -> None:
    opened, stage = played
    right, act = NEEDS[use_case]
    desk = doorway_of(opened).login(role.value, PASSPHRASE)
    head, people = opened.log.head(), stage.slots.people()
    if right is None or may(role, right):
        act(desk, stage)
        return
    with pytest.raises(RetnetError) as caught:
        act(desk, stage)
    assert caught.value.code is Code.NOT_ALLOWED
    assert caught.value.facts == {"role": role.value, "action": right.value}
    assert (opened.log.head(), stage.slots.people(), list(tmp_path.glob("*.age"))) == (head, people, [])


@pytest.mark.rule("P50")
def test_who_runs_the_device_reads_no_responses_and_who_reads_for_the_sponsor_changes_nothing() -> None:
    assert not may(Role.ADMINISTRATOR, Right.READ_RESPONSES)
    changing = set(Right) - {Right.READ_RESPONSES, Right.SEE_ARM, Right.READ_TRAIL}
    assert not any(may(Role.MONITOR, right) for right in changing)


@pytest.mark.rule("P45")
def test_every_role_has_its_idle_time() -> None:
    assert set(IDLE_MINUTES) == set(Role)
    assert all(2 <= minutes <= 15 for minutes in IDLE_MINUTES.values())
