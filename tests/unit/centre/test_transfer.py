"""A tablet moves to another site: both ids are tied once, after everything of the old one is here, and told after."""

import json
from contextlib import closing

import pytest
from click.testing import CliRunner

from retnet_pro.centre.archive import write_archive
from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.enrol import revoke
from retnet_pro.centre.folder import read_online_key
from retnet_pro.centre.lost import look_for
from retnet_pro.centre.moving import move
from retnet_pro.centre.overview import read_overview
from retnet_pro.centre.review import Reviewer, close_record
from retnet_pro.centre.store import Store
from retnet_pro.centre.transfer import moves_of, transfer
from retnet_pro.cli import commands
from retnet_pro.errors import Code, Refusal
from retnet_pro.phrases import sentence
from retnet_pro.record.event import DeviceId, Kind
from tests.unit.centre.conftest import AT, NOW
from tests.unit.centre.test_counting import STUDY
from tests.unit.centre.test_dashboard import Visit

WHY = "the site is closed"


@pytest.fixture
def old(bench):
    made = bench.tablet("tab-1")
    made.session("ses-1")
    return made


@pytest.fixture
def new(bench):
    return bench.tablet("tab-9", b"n" * 32, site="S02")


def leave(tablet):
    unfinished = {"to": "S02", "unfinished": {}}
    tablet.write(Kind.DEVICE_LEAVES, {**unfinished, "why": WHY}, note=unfinished)


@pytest.fixture
def left(bench, old):
    leave(old)
    bench.send(old)
    bench.round()
    return old


def moved(bench, old="tab-1", new="tab-9", **more):
    return transfer(bench.store, DeviceId(old), DeviceId(new), by="clerk", why=WHY, at=AT, **more)


def refused(code, bench, *ids, **more):
    before = state(bench)
    with pytest.raises(Refusal) as caught:
        moved(bench, *ids, **more)
    assert caught.value.code is code
    assert state(bench) == before, "nothing was changed"
    return sentence(caught.value)


def state(bench):
    with bench.store.reading() as ledger:
        return ledger.transfers(), ledger.devices(), [ledger.closure(one.dev) for one in ledger.devices()]


@pytest.mark.rule("P47", "P73")
def test_both_ids_are_tied_and_the_old_one_is_closed_in_one_step(bench, left, new):
    written = moved(bench)
    assert (written.old, written.new, written.lacking) == ("tab-1", "tab-9", ())
    transfers, (first, second), (closure, open_one) = state(bench)
    assert transfers == (written,)
    assert (first.revoked_at, closure.by, closure.why) == (AT, "clerk", WHY)
    assert (second.revoked_at, open_one) == (None, None)
    with bench.store.reading() as ledger:
        moves = moves_of(ledger)
    assert (moves.to["tab-1"].dev, moves.to["tab-1"].site) == ("tab-9", "S02")
    assert (moves.come_from["tab-9"].dev, moves.come_from["tab-9"].site) == ("tab-1", "S01")


@pytest.mark.rule("P15")
def test_a_tablet_moves_once_and_no_tablet_comes_from_two(bench, left, new):
    moved(bench)
    assert "since 2026" in refused(Code.TRANSFER_EXISTS, bench)
    bench.tablet("tab-5", b"5" * 32, site="S03")
    refused(Code.TRANSFER_EXISTS, bench, "tab-1", "tab-5", is_forced=True)
    refused(Code.TRANSFER_EXISTS, bench, "tab-5", "tab-9", is_forced=True)


@pytest.mark.rule("P47")
def test_a_tablet_closed_before_keeps_its_first_closing(bench, left, new):
    revoke(bench.store, dev=left.dev, at="2026-11-20T08:00:00.000+01:00", by="other", why="it goes")
    moved(bench)
    _, (first, _), (closure, _) = state(bench)
    assert (first.revoked_at[:10], closure.by, closure.why) == ("2026-11-20", "other", "it goes")


@pytest.mark.parametrize(
    ("ids", "code", "why"),
    [
        (("nobody", "tab-9"), Code.DEVICE_UNKNOWN, "nobody"),
        (("tab-1", "nobody"), Code.DEVICE_UNKNOWN, "nobody"),
        (("tab-1", "tab-1"), Code.TRANSFER_UNFIT, "the same tablet"),
        (("tab-1", "tab-2"), Code.TRANSFER_UNFIT, "both are of the site S01"),
        (("tab-1", "tab-8"), Code.TRANSFER_UNFIT, "tab-8 is closed"),
    ],
)
def test_what_cannot_be_a_move_is_refused_also_by_force(bench, left, new, ids, code, why):
    bench.tablet("tab-2", b"2" * 32)
    bench.tablet("tab-8", b"8" * 32, site="S02")
    revoke(bench.store, dev=DeviceId("tab-8"), at=AT)
    assert why in refused(code, bench, *ids, is_forced=True)


def test_a_tablet_that_was_there_before_the_other_cannot_be_what_it_became(bench, left, new):
    with bench.store.writing() as ledger:
        ledger.add_device(
            type(ledger.device(new.dev))(DeviceId("tab-0"), "S02", b"0" * 32, "2026-01-01T00:00:00.000+01:00", None)
        )
    assert "tab-0 was enrolled first, on 2026-01-01" in refused(Code.TRANSFER_UNFIT, bench, "tab-1", "tab-0")


@pytest.mark.rule("P73")
def test_nothing_moves_before_the_closing_event_is_here(bench, old, new):
    bench.send(old)
    bench.round()
    assert "has not closed it" in refused(Code.TRANSFER_UNREADY, bench)
    after = len(old.events)
    leave(old)
    bench.send(old, after=after)
    bench.gate()
    said = refused(Code.TRANSFER_UNREADY, bench)
    assert "has not closed it" in said and "1 bundles not taken in (waiting to be opened)" in said
    bench.open()
    assert moved(bench).lacking == ()


@pytest.mark.rule("P73")
def test_a_record_set_aside_is_looked_at_before_the_tablet_forgets_it(bench, old, new):
    old.write(Kind.SESSION_DONE, {"not": "a response"}, ses="ses-2")
    leave(old)
    bench.send(old)
    bench.round()
    said = "1 records set aside that nobody has looked at"
    assert said in refused(Code.TRANSFER_UNREADY, bench)
    assert look_for(bench.store, old.dev).missing == (said,)
    ((_, record),) = bench.aside()
    close_record(bench.store, old.dev, record.seq, Reviewer(by="clerk", why="a test of the form", at=AT))
    assert moved(bench).lacking == ()


@pytest.mark.rule("P15", "P73")
def test_who_forces_it_is_kept_with_what_was_missing(bench, old, new):
    bench.send(old)
    bench.round()
    (lack,) = moved(bench, is_forced=True).lacking
    assert "has not closed it" in lack
    assert [one.lacking for one in state(bench)[0]] == [(lack,)]


@pytest.mark.rule("P73")
def test_the_numbers_stay_where_they_were_and_add_up(bench, left, new):
    new.session("ses-7", (0, 0, 0))
    bench.send(new)
    bench.round()
    counter = Counter(bench.opener.unsealer, STUDY)
    count_sites(bench.store, counter, NOW)
    before = read_overview(bench.store, NOW)
    moved(bench)
    count_sites(bench.store, counter, NOW)
    after = read_overview(bench.store, NOW)
    assert (before.difference, after.difference) == (0, 0)
    assert [row.counts for row in after.rows] == [row.counts for row in before.rows]
    assert [[one.finished for one in row.counts.tablets] for row in after.rows] == [[1], [1]]


def run(bench, *words):
    bench.store.close()
    done = CliRunner().invoke(commands, ["centre", words[0], str(bench.centre.folder), *words[1:]])
    return done


MOVE = ("transfer", "--from", "tab-1", "--to", "tab-9", "--by", "clerk", "--reason", WHY)


@pytest.mark.rule("P47", "P73")
def test_the_command_moves_it_and_the_lists_tell_so(bench, left, new):
    counter = Counter(bench.opener.unsealer, STUDY)
    count_sites(bench.store, counter, NOW)
    done = run(bench, *MOVE)
    assert done.exit_code == 0, (done.output, done.exception)
    assert "tab-1 is closed" in done.output and "tab-9" in done.output and "Missing" not in done.output
    assert isinstance(run(bench, *MOVE).exception, Refusal)
    told = run(bench, "reconcile")
    assert told.exit_code == 0, told.output
    assert "Tablet tab-1 of site S01 moved to site S02 and is tab-9 there" in told.output
    facts = json.loads(run(bench, "reconcile", "--json").output)["tablets"]
    assert facts["tab-1"]["moved_to"]["site"] == "S02" and facts["tab-1"]["came_from"] is None
    assert facts["tab-9"]["came_from"]["tablet"] == "tab-1" and facts["tab-9"]["moved_to"] is None
    lost = run(bench, "lost", "--device", "tab-1").output
    assert "Its site closed it" in lost and "it goes to S02" in lost and "Not known here" not in lost
    assert "Everything of it is here: its folder can be removed" in lost
    assert f"It moved to site S02 and is tab-9 there, since {NOW.year}" in lost and WHY in lost
    assert "It came from site S01, where it was tab-1" in run(bench, "lost", "--device", "tab-9").output
    assert json.loads(run(bench, "lost", "--device", "tab-1", "--json").output)["moved_to"]["dev"] == "tab-9"


def test_a_forced_move_is_told_with_what_was_missing(bench, old, new):
    done = run(bench, *MOVE, "--force")
    assert done.exit_code == 0 and "Missing all the same" in done.output, done.output
    assert "Missing of tab-1 when clerk moved it all the same" in run(bench, "reconcile").output
    assert "Missing of tab-1" in run(bench, "lost", "--device", "tab-1").output


def test_the_web_page_says_where_a_tablet_went_and_where_it_came_from(bench, left, new):
    count_sites(bench.store, Counter(bench.opener.unsealer, STUDY), NOW)
    visit = Visit(bench)
    visit.log_in()
    assert "moved to" not in visit.page("/records")
    moved(bench)
    for page, said in (("/sites/S01", "moved to tab-9 (S02)"), ("/sites/S02", "came from tab-1 (S01)")):
        assert said in visit.page(page) and said in visit.page("/records")
    assert "something was missing" not in visit.page("/records")


def test_a_move_is_in_the_archive_and_goes_along_to_another_database(bench, left, new, tmp_path):
    written = moved(bench)
    out = tmp_path / "archive"
    write_archive(bench.store, bench.centre, read_online_key(bench.centre), out, documents={}, keys_kept="")
    (kept,) = json.loads((out / "decisions.json").read_text("utf-8"))["transfers"]
    assert (kept["old"], kept["new"], kept["why"], kept["lacking"]) == ("tab-1", "tab-9", WHY, [])
    with closing(Store(f"sqlite:///{tmp_path / 'other.sqlite'}")) as other:
        move(bench.store, other)
        with other.reading() as ledger:
            assert ledger.transfers() == (written,)
