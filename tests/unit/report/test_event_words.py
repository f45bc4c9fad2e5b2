"""Every paper names an event of another tablet by its number there and by that tablet, never by a number in between."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from retnet_pro.answering.clinic_value import Place
from retnet_pro.answering.sheet import Answered
from retnet_pro.app.opening import doorway_of
from retnet_pro.conduct import clinic
from retnet_pro.conduct.alerts import alerts_of, answer_alert
from retnet_pro.conduct.clinic_reading import acts_of
from retnet_pro.conduct.correction import correct
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.history import history_of
from retnet_pro.conduct.misplaced import placings_of, propose
from retnet_pro.conduct.signatures import STATEMENT, sign, sign_off
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.instrument.model import ItemId
from retnet_pro.moment import Moment
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import Kind
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report.alert_copy import copy_alerts
from retnet_pro.report.clinic_copy import copy_clinic_forms
from retnet_pro.report.compose import print_participant
from retnet_pro.report.event_words import event_words
from retnet_pro.report.score_copy import copy_scores
from retnet_pro.report.signature_copy import copy_signatures
from retnet_pro.report.tongue import Tongue
from retnet_pro.report.visit_copy import print_visit
from retnet_pro.simulation.play import fill_in
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from tests.gui.conftest import INVESTIGATOR
from tests.two_tablets import COORDINATOR, Tablet, make_pair, open_pair
from tests.unit.conduct.conftest import PASSPHRASE
from tests.unit.conduct.test_clinic import imaging

GERMAN = Tongue("de", {"{seq} of tablet {device}": "{seq} von Tablet {device}"})


@dataclass
class Met:
    """A tablet that has heard everything another one recorded about a participant."""

    desk: Desk
    other: Tablet
    subject: str
    now: Moment

    def seqs(self, kind: Kind) -> set[int]:
        return {event.header.seq for event in self.other.opened.log.events(kinds={kind})}


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Met]:
    folder: Path = tmp_path_factory.mktemp("papers")
    make_pair(folder)
    one, two = open_pair(folder, folder / "opened")
    subject, place = _everything(two), folder / "place"
    place.mkdir()
    two.exchange(place)
    one.exchange(place)
    yield Met(one.desk, two, subject, one.calendar())
    for tablet in (one, two):
        tablet.close()


def _everything(tablet: Tablet) -> str:
    """Record one of everything a paper may name."""
    desk, subject, other = tablet.desk, tablet.enrol(1), tablet.enrol(2)
    sitting = start(desk, subject, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(tablet.opened.pen, tablet.opened.library, sitting)
    fill_in(bedside, 0, {ItemId("q9"): Answered(4)}, tablet.calendar)
    fill_in(bedside, 1, {}, tablet.calendar)
    desk.catch_up()
    first, second = (turn.ses for turn in sitting.turns[:2])
    (raised,) = alerts_of(desk, subject)
    how = {"action": AlertAction.ADVICE, "note": "rang back"}
    answer_alert(desk, subject, raised.fact.hash, raised.fact.alert.rule, AlertOutcome.ACTION, **how)
    correct(
        desk, subject, first, ItemId("q1"), Answered(2), why=WhyAmended.MISTAPPED, note="Demo",
        source=Source.OWN_REQUEST,
    )  # fmt: skip
    sheet = clinic.start(desk, subject, ClinicFormId("imaging"), "en")
    for item, value in imaging((tablet.calendar().wall.date() - timedelta(days=1)).isoformat()).items():
        sheet = clinic.enter(desk, sheet, Place(item), value)
    clinic.close(desk, sheet)
    slots = tablet.opened.slots
    identities = slots.unlock(COORDINATOR, PASSPHRASE, tablet.calendar())
    add_person(tablet.opened.pen, slots, INVESTIGATOR, PASSPHRASE, identities, by=None)
    signer = doorway_of(tablet.opened).login(INVESTIGATOR.user, PASSPHRASE)
    digest = sign_off(signer, subject, "baseline").digest
    sign(signer, slots, subject, "baseline", expected=digest, passphrase=PASSPHRASE, agreed=STATEMENT)
    tablet.login()
    why = {"why": WhyMisplaced.OTHER_PARTICIPANT, "note": "Demo"}
    propose(tablet.desk, subject, [second], to_subject=other, to_visit="baseline", **why)
    return subject


def said(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def named(text: str, device: str) -> set[int]:
    """The events that a paper names as ones of this tablet; where a line ends inside the name does not matter."""
    assert not re.search(r"-\d{9,}", text), "no number in between"
    wanted = r"\s*".join(re.escape(letter) for letter in device)
    return {int(one) for one in re.findall(rf"(\d+)\s*of\s*tablet\s*{wanted}", text)}


def rows(content: bytes) -> list[dict[str, str]]:
    assert not re.search(rb"-\d{9,}", content)
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.rule("P02", "P06", "P10")
def test_the_printout_of_a_participant_names_them_all(met: Met) -> None:
    told = named(said(print_participant(met.desk, met.subject, met.now)), met.other.device)
    wanted = (Kind.SESSION_DONE, Kind.AMEND, Kind.PLACE_PROPOSE)
    assert told == set().union(*map(met.seqs, wanted))


@pytest.mark.rule("P02", "P06")
def test_the_record_of_a_visit_names_them_all(met: Met) -> None:
    told = named(said(print_visit(met.desk, met.subject, "baseline", met.now)), met.other.device)
    wanted = (Kind.SESSION_DONE, Kind.AMEND, Kind.ACKNOWLEDGE, Kind.CLINIC_DONE)
    assert told == set().union(*map(met.seqs, wanted))


@pytest.mark.rule("P06", "E85")
def test_the_history_of_alerts_names_the_act_and_the_alert(met: Met) -> None:
    told = named(said(copy_alerts(met.desk, met.now, as_table=False)), met.other.device)
    assert told == met.seqs(Kind.ACKNOWLEDGE)
    (row,) = rows(copy_alerts(met.desk, met.now, as_table=True))
    assert {int(row["event"])} == met.seqs(Kind.ACKNOWLEDGE) and int(row["raised_event"]) in met.seqs(Kind.ALERT)
    assert (row["event_tablet"], row["raised_tablet"]) == (met.other.device, met.other.device)


@pytest.mark.rule("P06", "P66")
def test_the_signing_list_names_the_signature(met: Met) -> None:
    assert named(said(copy_signatures(met.desk, met.now, as_table=False)), met.other.device) == met.seqs(Kind.SIGN)
    (row,) = rows(copy_signatures(met.desk, met.now, as_table=True))
    assert {int(row["event"])} == met.seqs(Kind.SIGN) and row["event_tablet"] == met.other.device


@pytest.mark.rule("P06", "P12")
@pytest.mark.parametrize(
    ("copied", "column", "tablet", "kind"),
    [
        (lambda met: copy_scores(met.desk, met.subject), "event", "event_tablet", Kind.SESSION_DONE),
        (lambda met: copy_clinic_forms(met.desk, met.subject), "closed_event", "closed_tablet", Kind.CLINIC_DONE),
        (lambda met: copy_clinic_forms(met.desk, met.subject), "value_event", "value_tablet", Kind.CLINIC_ENTRY),
    ],
)
def test_a_table_names_them_in_two_columns(
    met: Met, copied: Callable[[Met], bytes], column: str, tablet: str, kind: Kind
) -> None:
    told = rows(copied(met))
    assert told and {int(row[column]) for row in told if row[column]} <= met.seqs(kind)
    assert {row[tablet] for row in told if row[column]} == {met.other.device}


@pytest.mark.rule("P06", "P07")
def test_the_history_of_an_answer_names_the_tablet_it_was_given_on(met: Met) -> None:
    (taken, *_) = met.desk.responses_of(met.subject)
    acts = [act for every in history_of(met.desk, taken.response.ses).values() for act in every]
    assert acts and {(act.event.device, act.event.is_here) for act in acts} == {(met.other.device, False)}
    assert {act.event.seq for act in acts} <= met.seqs(Kind.ANSWER)


def test_an_event_of_this_tablet_is_named_by_its_number_alone(met: Met) -> None:
    assert event_words(event_name(met.desk, 12)) == "12"
    (asked,) = placings_of(met.desk, met.subject)
    there = event_name(met.desk, asked.seq)
    assert there == EventName(device=there.device, seq=max(met.seqs(Kind.PLACE_PROPOSE)), is_here=False)
    assert event_words(there, GERMAN) == f"{there.seq} von Tablet {met.other.device}"


@pytest.mark.rule("P06", "P19")
def test_a_form_of_staff_that_was_closed_on_another_tablet_is_corrected_there(met: Met) -> None:
    (filed,) = met.desk.course(met.subject).clinic.filed
    assert acts_of(met.desk, met.subject, filed.ses), "it is read here"
    before = met.desk.pen.log.head()
    with pytest.raises(Refusal) as caught:
        clinic.correct(met.desk, met.subject, filed.ses, clinic.WhyAgain.TYPED_WRONG, "Demo", "en")
    assert (caught.value.code, caught.value.facts) == (Code.HELD_ELSEWHERE, {"device": met.other.device})
    assert met.desk.pen.log.head() == before, "nothing was recorded"
