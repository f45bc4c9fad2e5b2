"""Forms that staff filled in come to the centre like everything else: proven, kept, or set aside and named."""

from dataclasses import replace

import pytest

from retnet_pro.answering.clinic_value import Measured, Place
from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.clinic import clinic_forms
from retnet_pro.instrument.clinic import ClinicFormId, UnitId
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.clinic import ClinicRecord, write_clinic_record
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.model import Mode

HASH = ContentHash("a" * 64)
LAB = ClinicRecord(
    ses=SessionId("lab-1"),
    subject="S01-0017",
    form=ClinicFormId("biomarkers"),
    version="1",
    form_hash=HASH,
    language="en",
    words_version="1",
    words_hash=HASH,
    mode=Mode.DEMO,
    revision=1,
    day="2026-11-20",
    values={Place("cga"): Measured("310.5", UnitId("ug_l"))},
    facts=(),
    before=(),
    shows_arm=False,
    entries=1,
    app="test",
)


def forms(bench, tablet):
    with bench.store.reading() as ledger:
        return list(clinic_forms(ledger, bench.opener.unsealer, tablet.dev, Mode.DEMO))


def closed(tablet, record, ses="lab-1"):
    return tablet.write(Kind.CLINIC_DONE, write_clinic_record(record), ses, None, record.form_hash)


@pytest.mark.rule("P01", "P24")
def test_a_closed_form_is_opened_kept_and_read_in_its_last_revision(bench, kit):
    tablet = bench.tablet()
    tablet.write(Kind.CLINIC_OPEN, {"ses": "lab-1", "subject": LAB.subject}, "lab-1")
    closed(tablet, LAB)
    tablet.session("ses-1")
    second = replace(LAB, revision=2, values={Place("cga"): Measured("31", UnitId("ug_l"))})
    closed(tablet, second)
    bench.send(tablet)
    (receipt,) = bench.round()
    assert (receipt.status, receipt.set_aside) == (Status.ACCEPTED, ())
    (found,) = forms(bench, tablet)
    assert (found.record, found.who, found.role, found.seq) == (second, "nurse-demo", "nurse", len(tablet.events))
    assert [stored.response.ses for stored in bench.responses()] == ["ses-1"]


@pytest.mark.rule("P03")
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (write_clinic_record(replace(LAB, ses=SessionId("lab-2"))), "another form"),
        (write_clinic_record(replace(LAB, form_hash=ContentHash("b" * 64))), "another version"),
        (write_clinic_record(replace(LAB, mode=Mode.STUDY)), "study data"),
        ({**write_clinic_record(LAB), "values": {"cga": {"is": "answered", "number": 3, "unit": "x"}}}, "value"),
        ({**write_clinic_record(LAB), "extra": 1}, "unexpected fields"),
        ({}, "unexpected fields"),
    ],
)
def test_a_form_that_cannot_be_used_is_set_aside_and_named(bench, kit, content, words):
    tablet = bench.tablet()
    bad = tablet.write(Kind.CLINIC_DONE, content, "lab-1", None, HASH) or tablet.events[-1]
    tablet.session("ses-1")
    bench.send(tablet)
    (receipt,) = bench.round()
    assert receipt.status is Status.ACCEPTED
    (aside,) = receipt.set_aside
    assert aside.seq == bad.header.seq and words in aside.why
    assert forms(bench, tablet) == [] and len(bench.responses()) == 1
