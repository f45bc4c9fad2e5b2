"""Of a lost tablet the centre says which records are safe, what it cannot know, and what protects the rest."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.lost import look_for
from retnet_pro.centre.store import Store
from retnet_pro.cli import commands
from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import DeviceId
from retnet_pro.study.subject import make_subject
from tests.unit.app.test_restoring import SUBJECT
from tests.unit.centre.conftest import AT
from tests.unit.centre.test_adopt import Office


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    yield made
    made.tablet.opened.log.close()


def found(office, act=look_for):
    store = Store(office.centre.database)
    try:
        return act(store, office.founding.device)
    finally:
        store.close()


def told(office, *more):
    words = ["centre", "lost", str(office.centre.folder), "--device", office.founding.device, *more]
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.mark.rule("P47")
def test_exactly_what_the_centre_holds_is_listed_and_nothing_else(office):
    before = found(office)
    assert (before.records, before.last_event_at, before.holds.events) == ((), None, 0)
    at_once(export(office.desk, office.founding, office.drop, place="stick"))
    head = office.tablet.opened.log.head().seq - 2  # what tells of the bundle itself is not in it
    office.round()
    lost = found(office)
    (record,) = lost.records
    event = office.tablet.opened.log.get(record.event)
    assert (record.subject, record.hash) == (SUBJECT, event.hash)
    assert lost.holds.events == head
    assert lost.last_event_at == office.tablet.opened.log.get(head).header.at
    office.desk.enrol(make_subject("AB", 2), date(2026, 11, 20), "en")
    assert found(office).holds.events == head, "what was not sent is not known here"


@pytest.mark.rule("P47", "T1")
def test_the_report_says_what_protects_the_tablet_and_whether_it_is_still_open(office):
    at_once(export(office.desk, office.founding, office.drop, place="stick"))
    office.round()
    said = told(office)
    assert "STILL OPEN" in said and "Safe here, 1 questionnaires" in said and SUBJECT in said
    assert "coordinator" in said and "only the disk's own encryption protects it" in said
    found(office, lambda store, dev: revoke(store, dev=dev, at=AT))
    assert "STILL OPEN" not in told(office) and f"Closed: {AT[:10]}" in told(office)
    facts = json.loads(told(office, "--json"))
    assert [one["subject"] for one in facts["records"]] == [SUBJECT]
    assert facts["people"][0] == "coordinator" and facts["keystore"] == "file"


def test_a_bundle_that_waits_is_told(bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bench.send(tablet)
    bench.gate()
    assert look_for(bench.store, tablet.dev).waiting == 1
    bench.open()
    lost = look_for(bench.store, tablet.dev)
    assert (lost.waiting, len(lost.records)) == (0, 1)


def test_a_tablet_that_is_none_is_refused(office):
    with pytest.raises(RetnetError) as caught:
        found(office, lambda store, _: look_for(store, DeviceId("nobody")))
    assert caught.value.code is Code.DEVICE_UNKNOWN
