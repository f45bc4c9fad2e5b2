"""Several responses for one time point: a person decides which counts, the others stay, and every decision stays."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.deciding import decide
from retnet_pro.centre.disputes import disputes, without
from retnet_pro.centre.site_counts import read_counts
from retnet_pro.cli import commands
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.record.placement import write_proposal
from tests.unit.centre.conftest import AT, NOW
from tests.unit.centre.test_corrections import amend, amendment
from tests.unit.centre.test_counting import STUDY
from tests.unit.centre.test_placements import PROPOSAL
from tests.unit.centre.test_placements import decide as place

FIRST, SECOND, THIRD = ("tab-1", "ses-1"), ("tab-2", "ses-2"), ("tab-2", "ses-3")


@pytest.fixture
def one(bench):
    made = bench.tablet()
    made.session("ses-1")
    return made


@pytest.fixture
def two(bench):
    made = bench.tablet("tab-2", b"u" * 32)
    made.session("ses-2", (0, 0, 0))
    return made


@pytest.fixture
def both(bench, one, two):
    send(bench, one, two)
    return one, two


def send(bench, *tablets):
    for tablet in tablets:
        bench.send(tablet)
    assert all(receipt.set_aside == () for receipt in bench.round())


def decided(bench, response, why="the paper form was filled in later"):
    return decide(bench.store, response, by="Coordinator Demo", why=why, at=AT)


def standing(bench):
    """Return the responses that count, as they stand now."""
    with bench.store.reading() as ledger:
        left_out, every = without(disputes(ledger)), list(ledger.standing())
    assert len(every) == len(bench.responses()), "nothing is deleted"
    return {(stored.dev, now.ses): now for stored, now in every if (stored.dev, now.ses) not in left_out}


def counting(bench):
    return list(standing(bench))


def found(bench):
    with bench.store.reading() as ledger:
        return disputes(ledger, "S01")


def numbers(bench):
    with bench.store.reading() as ledger:
        counts = read_counts(ledger.count_of("S01").counts)
    return counts.disputed, counts.decided


@pytest.mark.rule("P72")
def test_none_counts_until_a_person_decided_and_then_one_does(bench, both):
    (dispute,) = found(bench)
    assert [each.name for each in dispute.responses] == [FIRST, SECOND]
    assert dispute.decided is None and counting(bench) == []
    decided(bench, SECOND)
    (dispute,) = found(bench)
    assert (dispute.decided.counts, dispute.decided.beside) == (SECOND, {FIRST})
    assert (dispute.decided.by, dispute.decided.at) == ("Coordinator Demo", AT)
    assert counting(bench) == [SECOND]


@pytest.mark.rule("P15")
def test_a_decision_is_taken_back_by_the_next_and_both_stay(bench, both):
    decided(bench, SECOND)
    decided(bench, FIRST, why="it was the other way round")
    assert counting(bench) == [FIRST]
    (dispute,) = found(bench)
    assert [(each.counts, each.why) for each in dispute.decisions] == [
        (SECOND, "the paper form was filled in later"),
        (FIRST, "it was the other way round"),
    ]


@pytest.mark.rule("P72")
def test_a_further_response_asks_anew(bench, both):
    decided(bench, FIRST)
    _, two = both
    two.session("ses-3")
    send(bench, two)
    (dispute,) = found(bench)
    assert dispute.decided is None and len(dispute.decisions) == 1 and counting(bench) == []
    decided(bench, FIRST)
    assert counting(bench) == [FIRST]


@pytest.mark.rule("P102")
@pytest.mark.parametrize(("gone", "left"), [(FIRST, []), (SECOND, [FIRST])])
def test_when_the_one_that_counted_is_erased_the_other_does_not_step_in_by_itself(bench, both, gone, left):
    decided(bench, FIRST)
    tablet = next(each for each in both if each.dev == gone[0])
    with bench.store.writing() as ledger:
        ledger.note_order(tablet.dev, 99, {tablet.dev: [len(tablet.events)]}, AT)
        ledger.erase_ordered({tablet.dev})
    assert counting(bench) == left
    if not left:
        (dispute,) = found(bench)
        assert dispute.decided is None
        decided(bench, SECOND)
        assert counting(bench) == [SECOND]


@pytest.mark.rule("E102")
def test_a_response_moved_to_where_it_belongs_is_no_longer_one_of_two(bench, one, two):
    one.write(Kind.PLACE_PROPOSE, write_proposal(PROPOSAL))
    place(one, one.events[-1])
    send(bench, one, two)
    assert found(bench) == ()
    assert sorted(counting(bench)) == [FIRST, SECOND]


@pytest.mark.rule("E101")
def test_what_counts_is_the_response_as_it_stands_with_its_corrections(bench, kit, both):
    one, _ = both
    change = amendment(kit, kit.make_response("ses-1"), one.events[-1].hash)
    amend(one, change)
    send(bench, one)
    decided(bench, FIRST)
    assert standing(bench)[FIRST].answers == change.answers


def test_the_same_participant_at_another_visit_or_with_another_form_is_no_dispute(bench, kit, one):
    one.session("ses-2", response=replace(kit.make_response("ses-2"), visit="week24"))
    send(bench, one)
    assert found(bench) == ()
    for response in (FIRST, ("tab-1", "ses-9"), ("tab-9", "ses-1")):
        with pytest.raises(Refusal) as refused:
            decided(bench, response)
        assert refused.value.code is Code.DISPUTE_MISSING
    with bench.store.reading() as ledger:
        assert ledger.decisions() == ()


def run(*words, exit_code=0):
    result = CliRunner().invoke(commands, ["centre", *map(str, words)])
    assert result.exit_code == exit_code, (result.output, result.exception)
    return result.output


@pytest.mark.rule("P72")
def test_the_commands_list_and_decide_and_reconcile_tells_open_from_decided(bench, both):
    count_sites(bench.store, Counter(bench.opener.unsealer, STUDY), NOW)
    assert numbers(bench) == (1, 0)
    folder = bench.centre.folder
    listed = run("disputes", folder)
    assert "S01-001 week12 sample\n  --device tab-1 --session ses-1  finished " in listed and "[open]" in listed
    assert "somebody must decide" in run("reconcile", folder, exit_code=1)
    response = ("--device", "tab-2", "--session", "ses-2")
    said = run("decide", folder, *response, "--by", "Coordinator Demo", "--reason", "asked the site")
    assert said == "Session ses-2 of tablet tab-2 counts; 1 stand beside it.\n"
    assert numbers(bench) == (0, 1), "without a key, and without counting anew"
    assert run("disputes", folder) == "0 time points with more than one response.\n"
    (fact,) = json.loads(run("disputes", folder, "--all", "--json"))
    assert [each["standing"] for each in fact["responses"]] == ["set beside", "counts"]
    assert fact["decisions"][0]["why"] == "asked the site"
    assert not any("answers" in each or "scores" in each for each in fact["responses"])
    reconciled = run("reconcile", folder)
    assert "decided by somebody: 1" in reconciled and "must decide" not in reconciled
    assert json.loads(run("reconcile", folder, "--json"))["disputed"] == [
        {"visit": "week12", "form": "sample", "decided": True}
    ]
