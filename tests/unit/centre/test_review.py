"""What was set aside is looked at by a person: it goes in once it holds, or is closed; either stays written down."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.count_ledger import Outcome
from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.review import Reviewer, close_bundle, close_record, try_again, try_bundle
from retnet_pro.centre.site_counts import read_counts
from retnet_pro.cli import commands
from retnet_pro.errors import Code, Refusal
from tests.unit.centre.conftest import AT, NOW
from tests.unit.centre.test_corrections import amend, amendment
from tests.unit.centre.test_counting import STUDY

REVIEWER = Reviewer(by="Coordinator Demo", at=AT, why="the form came later")


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.session("ses-1")
    return made


def reads(bench, *instruments):
    """Let the opener know these forms."""
    records = RecordReader(mode=bench.centre.mode, unsealer=bench.opener.unsealer, instruments=instruments)
    bench.opener = replace(bench.opener, records=records)


def before_the_form(bench, tablet):
    reads(bench)
    bench.send(tablet)
    bench.round()
    assert bench.responses() == []


def counts(bench):
    """What the web page reads of the site."""
    count_sites(bench.store, Counter(bench.opener.unsealer, STUDY), NOW)
    with bench.store.reading() as ledger:
        (one,) = read_counts(ledger.count_of("S01").counts).tablets
    return one.finished, one.stored, one.forms_aside, one.aside_closed, one.difference


def states(bench):
    with bench.store.reading() as ledger:
        return [(one.seq, one.state, [each.outcome for each in one.reviews]) for one in ledger.aside_records()]


@pytest.mark.rule("P72")
def test_a_record_goes_in_once_the_form_is_known_and_who_did_it_stays(bench, kit, tablet):
    before_the_form(bench, tablet)
    assert counts(bench) == (1, 0, 1, 0, 0)
    (tried,) = try_again(bench.store, bench.opener, REVIEWER)
    assert "not known here" in tried.why_not and bench.responses() == []
    reads(bench, kit.INSTRUMENT)
    (tried,) = try_again(bench.store, bench.opener, REVIEWER)
    assert tried.why_not is None
    (stored,) = bench.responses()
    assert (stored.seq, stored.response.ses) == (tried.seq, "ses-1")
    assert counts(bench) == (1, 1, 0, 0, 0)
    assert states(bench) == [(tried.seq, Outcome.TAKEN_IN, [Outcome.TRIED, Outcome.TAKEN_IN])]
    assert bench.aside() == ()
    assert try_again(bench.store, bench.opener, REVIEWER) == ()
    with bench.store.reading() as ledger:
        (record,) = ledger.aside_records()
        assert (record.reviews[-1].by, record.reviews[-1].why) == (REVIEWER.by, REVIEWER.why)
        assert ledger.count_aside() == 0


@pytest.mark.rule("E101", "P72")
def test_what_leans_on_a_record_of_another_tablet_goes_in_with_it(bench, kit, tablet):
    other = bench.tablet("tab-0", b"o" * 32)
    amend(other, amendment(kit, kit.make_response("ses-1"), tablet.events[-1].hash))
    bench.send(other)
    before_the_form(bench, tablet)
    assert [dev for dev, _ in bench.aside()] == ["tab-0", "tab-1"]
    reads(bench, kit.INSTRUMENT)
    tried = try_again(bench.store, bench.opener, REVIEWER)
    assert [(one.dev, one.why_not) for one in tried] == [("tab-0", None), ("tab-1", None)]
    with bench.store.reading() as ledger:
        assert len(ledger.amendments("S01", "ses-1")) == 1


@pytest.mark.rule("P72")
def test_what_is_closed_stays_set_aside_with_reason_and_name_and_is_tried_only_by_its_number(bench, kit, tablet):
    before_the_form(bench, tablet)
    seq = len(tablet.events)
    close_record(bench.store, tablet.dev, seq, REVIEWER)
    assert counts(bench) == (1, 0, 1, 1, 0)
    assert bench.aside() == ()
    with pytest.raises(Refusal) as refused:
        close_record(bench.store, tablet.dev, seq, REVIEWER)
    assert refused.value.code is Code.ASIDE_MISSING
    reads(bench, kit.INSTRUMENT)
    assert try_again(bench.store, bench.opener, REVIEWER) == ()
    (tried,) = try_again(bench.store, bench.opener, REVIEWER, dev=tablet.dev, seq=seq)
    assert tried.why_not is None
    assert states(bench) == [(seq, Outcome.TAKEN_IN, [Outcome.CLOSED, Outcome.TAKEN_IN])]
    assert counts(bench) == (1, 1, 0, 0, 0)
    with pytest.raises(Refusal):
        try_again(bench.store, bench.opener, REVIEWER, dev=tablet.dev, seq=seq)


@pytest.mark.rule("P102")
def test_what_was_ordered_away_is_not_tried_and_what_was_taken_in_goes_with_an_order(bench, kit, tablet):
    tablet.session("ses-2")
    before_the_form(bench, tablet)
    first, second = (seq for seq, _, _ in states(bench))
    reads(bench, kit.INSTRUMENT)
    try_again(bench.store, bench.opener, REVIEWER, dev=tablet.dev, seq=first)
    with bench.store.writing() as ledger:
        ledger.note_order(tablet.dev, 99, {tablet.dev: [first, second]}, AT)
        ledger.erase_ordered({tablet.dev})
    (tried,) = try_again(bench.store, bench.opener, REVIEWER)
    assert (tried.seq, tried.why_not) == (second, "its content was erased by order")
    assert bench.responses() == []
    assert counts(bench) == (2, 0, 1, 0, 0)


@pytest.mark.rule("P72")
def test_a_fault_in_the_middle_takes_in_nothing_of_a_tablet_and_it_can_be_done_again(bench, kit, tablet, monkeypatch):
    tablet.session("ses-2")
    before_the_form(bench, tablet)
    reads(bench, kit.INSTRUMENT)
    with monkeypatch.context() as broken:
        broken.setattr("retnet_pro.centre.store.Ledger.note_record_review", fail)
        with pytest.raises(OSError):
            try_again(bench.store, bench.opener, REVIEWER)
    assert bench.responses() == []
    assert [one.why_not for one in try_again(bench.store, bench.opener, REVIEWER)] == [None, None]
    assert len(bench.responses()) == 2


def fail(*_args):
    raise OSError("the disk is gone")


@pytest.mark.rule("P72", "P47")
def test_a_refused_bundle_is_opened_again_or_closed_and_then_nobody_is_asked_about_it(bench, tablet):
    bundle = bench.send(tablet, site="S02")
    bench.round()
    with bench.store.reading() as ledger:
        assert ledger.not_taken_in() == {tablet.dev: {"refused": 1}}
    try_bundle(bench.store, bundle.id, REVIEWER)
    (receipt,) = bench.open()
    assert receipt.status is Status.REFUSED
    close_bundle(bench.store, bundle.id, REVIEWER)
    with bench.store.reading() as ledger:
        assert ledger.not_taken_in() == {}
        (one,) = ledger.aside_bundles("S01")
        assert [each.outcome for each in one.reviews] == [Outcome.TRIED, Outcome.CLOSED]
        assert list(ledger.aside_bundles("S02")) == []
    for act in (close_bundle, try_bundle):
        with pytest.raises(Refusal):
            act(bench.store, bundle.id, REVIEWER)
    with bench.store.reading() as ledger:
        assert ledger.bundles("refused")[0].file == one.row.file, "it is kept"


def run(*words, exit_code=0):
    done = CliRunner().invoke(commands, ["centre", *map(str, words)])
    assert done.exit_code == exit_code, (done.output, done.exception)
    return done.output


BY = ("--by", "Coordinator Demo", "--reason", "looked at it")


@pytest.mark.rule("P72")
def test_the_commands_list_show_try_and_close_and_show_no_answer(bench, tablet):
    before_the_form(bench, tablet)
    refused = bench.send(tablet, site="S02")
    bench.round()
    counts(bench)
    folder, seq = bench.centre.folder, len(tablet.events)
    record = ("--device", tablet.dev, "--event", seq)
    listed = run("set-aside", "list", folder, "--site", "S01")
    assert f"S01 tab-1 event {seq} (session.done): " in listed and "not known here" in listed
    assert f"bundle {refused.id}: refused: " in listed and "2 set aside." in listed
    shown = json.loads(run("set-aside", "show", folder, *record))
    assert (shown["session"], shown["hash"], shown["state"]) == ("ses-1", tablet.events[-1].hash, "open")
    assert not {"answers", "scores"} & shown.keys()
    assert json.loads(run("set-aside", "show", folder, "--bundle", refused.id))["tablet"] == tablet.dev
    assert "still set aside" in run("set-aside", "try-again", folder, *record, *BY)
    assert "refused" in run("set-aside", "try-again", folder, "--bundle", refused.id, *BY)
    run("reconcile", folder, exit_code=1)
    run("set-aside", "close", folder, *record, *BY)
    run("set-aside", "close", folder, "--bundle", refused.id, *BY)
    assert run("set-aside", "list", folder) == "0 set aside.\n"
    closed = json.loads(run("set-aside", "list", folder, "--all", "--json"))
    assert [one["state"] for one in closed] == ["closed", "closed"]
    assert [each["by"] for each in closed[0]["reviews"]] == ["Coordinator Demo"] * 2
    assert "Set aside and closed by somebody: 1" in run("reconcile", folder)


@pytest.mark.parametrize("named", [(), ("--device", "tab-1"), ("--device", "tab-1", "--event", "1", "--bundle", "b")])
def test_one_thing_must_be_named(bench, named):
    run("set-aside", "close", bench.centre.folder, *named, *BY, exit_code=2)
    run("set-aside", "show", bench.centre.folder, *named, exit_code=2)
