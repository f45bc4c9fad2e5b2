"""The rows at the centre are those at the site; what was removed or is not study data does not come out."""

from datetime import date

import pytest

from retnet_pro.answering.clinic_value import Dated, Place
from retnet_pro.answering.sheet import Answered
from retnet_pro.centre.datasets import Source, study_data
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.store import Store
from retnet_pro.conduct import absence, correction, erasure, withdrawal
from retnet_pro.conduct.clinic import WhyAgain, close, correct, enter, start
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.export import export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.taking_out import take_out
from retnet_pro.dataset.rows import EventKind, FormStatus
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.amendment import Source as KnownFrom
from retnet_pro.record.amendment import WhyAmended
from retnet_pro.record.event import Kind
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Mode
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.unit.app.test_restoring import SUBJECT
from tests.unit.centre.test_adopt import LIBRARY, Office

DAY = date(2026, 11, 20)
TODAY = date(2026, 11, 23)
ORDER = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    desk = made.desk
    desk.record_fact(SUBJECT, Fact.RANDOMISED, DAY, arm=desk.study.arms[0].id)
    absence.excuse(desk, SUBJECT, "baseline", InstrumentId("carcinoid-diary"), Absence.TOO_ILL)
    correction.correct(
        desk, SUBJECT, made.desk.course(SUBJECT).filed[0].ses, ItemId("q1"), Answered(4),
        why=WhyAmended.MISTAPPED, note="=1+1 über", source=KnownFrom.OWN_REQUEST,
    )  # fmt: skip
    withdrawal.withdraw(desk, SUBJECT, DAY, WithdrawalReason.BURDEN)
    yield made
    made.tablet.opened.log.close()


def centre_data(office, store, *, synthetic=True, mode=Mode.DEMO):
    at_once(export(office.desk, office.founding, office.drop, place="stick"))
    office.round()
    source = Source(
        store=store, unsealer=Unsealer(read_identities(office.key)), study=office.desk.study, library=LIBRARY,
        trial="demo-trial", mode=mode,
    )  # fmt: skip
    return study_data(source, TODAY, synthetic=synthetic)


@pytest.fixture
def store(office):
    made = Store(office.centre.database)
    yield made
    made.close()


@pytest.mark.rule("E101", "E66", "P105")
def test_the_centre_makes_the_rows_the_site_makes(office, store):
    here = tuple(take_out(office.desk, "csv", synthetic=True).people())
    there = tuple(centre_data(office, store).people())
    assert there == here
    (person,) = there
    (done,) = (one for one in person.forms if one.form.status is FormStatus.DONE)
    first = done.items[0]
    assert (first.code, first.original.code, first.original.note) == (4, 1, "=1+1 über")
    assert person.subject.withdrew_why == "burden"
    assert {one.kind for one in person.events} == {
        EventKind.ENROLLED, EventKind.FACT, EventKind.ABSENT, EventKind.CORRECTED, EventKind.STOPPED,
        EventKind.WITHDREW,
    }  # fmt: skip


@pytest.mark.rule("P14", "P24")
def test_a_form_of_staff_comes_in_its_last_revision_with_who_closed_it_the_same_at_site_and_centre(office, store):
    desk = office.desk
    sheet = start(desk, SUBJECT, ClinicFormId("adverse-events"), "en")
    for place, value in {"asked_on": Dated(DAY.isoformat()), "any_event": Answered(0)}.items():
        sheet = enter(desk, sheet, Place(place), value)
    filed = close(desk, sheet)
    begun = correct(desk, SUBJECT, filed.ses, WhyAgain.TYPED_WRONG, "typed wrongly", "en")
    event = {"kind": Answered(1), "grade": Answered(2), "began": Dated(DAY.isoformat()), "related": Answered(1)}
    over = {"serious": Answered(0), "outcome": Answered(3)}
    begun = enter(desk, begun, Place("any_event"), Answered(1))
    for name, value in {**event, **over}.items():
        begun = enter(desk, begun, Place(f"event_{name}.1"), value)
    close(desk, begun)
    (here,) = take_out(desk, "csv", synthetic=True).people()
    (there,) = centre_data(office, store).people()
    assert there == here
    (form,) = there.staff
    assert (form.record.revision, form.record.day, form.by) == (2, DAY.isoformat(), "coordinator")
    *_, closed = office.tablet.opened.log.events(kinds={Kind.CLINIC_DONE})
    assert (closed.header.seq, closed.hash) == (form.event, form.event_hash)
    assert form.record.values[Place("event_grade.1")] == Answered(2)


@pytest.mark.rule("P105")
def test_what_was_erased_does_not_come_out(office, store, tmp_path):
    office.desk.enrol("AB-0024", DAY, "en")
    assert centre_data(office, store).participants == 2
    erasure.erase(office.desk, SUBJECT, ORDER, confirmed=SUBJECT)
    data = centre_data(office, store)
    (person,) = data.people()
    assert (person.subject.subject, data.participants) == ("AB-0024", 1)
    write_csv_bundle(data, tmp_path / "out", quiet)
    assert SUBJECT not in "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())


def test_the_same_data_make_the_same_bytes_although_an_export_was_recorded(office, store, tmp_path):
    for name in ("one", "two"):
        write_csv_bundle(take_out(office.desk, "csv", synthetic=True), tmp_path / name, quiet)
    files = sorted((tmp_path / "one").iterdir())
    assert files and all(path.read_bytes() == (tmp_path / "two" / path.name).read_bytes() for path in files)
    data = centre_data(office, store)
    write_csv_bundle(data, tmp_path / "three", quiet)
    write_csv_bundle(data, tmp_path / "four", quiet)
    assert (tmp_path / "three" / "items.csv").read_bytes() == (tmp_path / "one" / "items.csv").read_bytes()
    for path in (tmp_path / "three").iterdir():
        assert path.read_bytes() == (tmp_path / "four" / path.name).read_bytes()


@pytest.mark.rule("P10")
def test_who_took_data_out_stands_in_the_record(office):
    take_out(office.desk, "csv", synthetic=True)
    *_, event = office.tablet.opened.log.events(kinds={Kind.DATA_OUT})
    assert (event.header.who, event.header.role) == ("coordinator", "coordinator")
    assert event.header.note == {
        "format": "csv", "synthetic": True, "participants": 1, "forms": 1, "cut_off": TODAY.isoformat()
    }  # fmt: skip


def test_training_data_leave_only_as_such_and_study_data_never_so(office, store):
    with pytest.raises(Refusal) as caught:
        centre_data(office, store, synthetic=False)
    assert caught.value.code is Code.NOT_STUDY_DATA
    with pytest.raises(Refusal) as caught:
        centre_data(office, store, mode=Mode.STUDY)
    assert caught.value.code is Code.IS_STUDY_DATA
    with pytest.raises(Refusal) as caught:
        take_out(office.desk, "csv")
    assert caught.value.code is Code.NOT_STUDY_DATA
    assert not list(office.tablet.opened.log.events(kinds={Kind.DATA_OUT}))
