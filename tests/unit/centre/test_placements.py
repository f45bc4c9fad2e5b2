"""The centre follows what two people of a site decided about forms in the wrong place."""

import pytest

from retnet_pro.centre.placements import places
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.placement import Decision, Proposal, WhyMisplaced, write_decision, write_proposal

SITE, SES = "S01", SessionId("ses-1")
PROPOSAL = Proposal(
    sessions=(SES,),
    subject="S01-001",
    visit="week12",
    to_subject="S01-002",
    to_visit="week24",
    why=WhyMisplaced.OTHER_PARTICIPANT,
    note="wrong code picked",
)


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.boot()
    made.session("ses-1")
    made.write(Kind.PLACE_PROPOSE, write_proposal(PROPOSAL))
    return made


def decide(tablet, proposed, *, accepted=True, who="coordinator-demo"):
    decision = Decision(
        proposal=proposed.hash, subject="S01-001", to_subject="S01-002", accepted=accepted, note="asked both"
    )
    tablet.write(Kind.PLACE_DECIDE, write_decision(decision), who=who)


def places_at(bench):
    with bench.store.reading() as ledger:
        ((stored, now),) = ledger.standing()
        found = places(ledger.placements(SITE))
    return (stored.response.subject, stored.response.visit), (now.subject, now.visit), found.disputed


@pytest.mark.rule("E102")
def test_a_proposal_alone_makes_it_disputed_and_moves_nothing(bench, tablet):
    bench.send(tablet)
    (receipt,) = bench.round()
    assert receipt.set_aside == ()
    assert places_at(bench) == (("S01-001", "week12"), ("S01-001", "week12"), {SES})


@pytest.mark.rule("E102", "P15")
@pytest.mark.parametrize("accepted", [True, False])
def test_after_the_decision_it_stands_where_the_site_says_and_the_original_is_kept(bench, tablet, accepted):
    bench.send(tablet)
    bench.round()
    sent = len(tablet.events)
    decide(tablet, tablet.events[-1], accepted=accepted)
    bench.send(tablet, sent)
    (receipt,) = bench.round()
    assert receipt.set_aside == ()
    now = ("S01-002", "week24") if accepted else ("S01-001", "week12")
    assert places_at(bench) == (("S01-001", "week12"), now, frozenset())


@pytest.mark.rule("E102")
def test_one_person_alone_moves_nothing_and_a_proposal_is_decided_once(bench, tablet):
    proposed = tablet.events[-1]
    decide(tablet, proposed, who="nurse-demo")
    decide(tablet, tablet.events[0])
    decide(tablet, proposed)
    decide(tablet, proposed, accepted=False, who="investigator-demo")
    bench.send(tablet)
    (receipt,) = bench.round()
    assert [one.why for one in receipt.set_aside] == [
        "the person who decided is the one who proposed",
        "there is no proposal it could decide about",
        "its proposal was decided about already",
    ]
    assert places_at(bench)[1] == ("S01-002", "week24")
