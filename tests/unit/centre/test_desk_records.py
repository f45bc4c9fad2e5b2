"""Alerts, what came of them, and signatures at the centre: who, what, when, and what does not fit."""

import json
from dataclasses import asdict

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from retnet_pro.centre.schema import bring_up_to_date
from retnet_pro.cli import commands
from retnet_pro.conduct.signature_fact import Renewed, Signature, signature_content
from retnet_pro.instrument.model import InstrumentId, ItemId, Status
from retnet_pro.record.alert import Alarm, write_alarm
from retnet_pro.record.amendment import Amendment, Source, WhyAmended, amended, write_amendment
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.signature import Covered, digest
from retnet_pro.study.alert_act import AlertAction, AlertOutcome
from retnet_pro.study.alerts import Alert

SITE, SES, SUBJECT = "S01", SessionId("ses-1"), "S01-001"
FORM = InstrumentId("sample")
PAIN = Alert(
    rule="pain",
    instrument=FORM,
    item=ItemId("q1"),
    scale=None,
    value=4.0,
    at_least=3.0,
    at_most=None,
    who="nurse",
    within_hours=24,
    source="protocol 7.2",
    status=Status.CONFIRMED,
)
OTHER = Alert(**{**asdict(PAIN), "rule": "other", "value": 3.0})


def alarm(*raised, ses=SES):
    return write_alarm(Alarm(ses=ses, subject=SUBJECT, visit="week12", instrument=FORM, study="c" * 64, raised=raised))


def answer(raised, outcome=AlertOutcome.REVIEWED, action=None, note="", rule="pain", **changes):
    return {
        "subject": SUBJECT,
        "visit": "week12",
        "instrument": FORM,
        "ses": SES,
        "rule": rule,
        "alert": raised.hash,
        "outcome": outcome.value,
        "action": action and action.value,
        "note": note,
        **changes,
    }


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.boot()
    made.session(SES)
    return made


def send(bench, tablet, after=0):
    bench.send(tablet, after)
    (receipt,) = bench.round()
    return receipt


def alerts(bench, site=None):
    with bench.store.reading() as ledger:
        return list(ledger.alerts(site))


def signatures(bench, site=SITE):
    with bench.store.reading() as ledger:
        return list(ledger.signatures(site))


@pytest.mark.rule("E83", "E85")
def test_an_alert_is_kept_with_who_must_look_and_by_when(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN, OTHER), SES)
    assert send(bench, tablet).set_aside == ()
    one, other = alerts(bench, SITE)
    assert (one.dev, one.site, one.subject) == (tablet.dev, SITE, SUBJECT)
    assert {one.fact.alert.rule, other.fact.alert.rule} == {"other", "pain"}
    assert PAIN in (one.fact.alert, other.fact.alert)
    assert (one.fact.at, one.fact.hash, one.fact.is_open) == (raised.header.at, raised.hash, True)
    assert alerts(bench) == [one, other] and alerts(bench, "S02") == []


@pytest.mark.rule("E82")
def test_a_form_that_met_no_rule_leaves_no_alert(bench, tablet):
    tablet.write(Kind.ALERT, alarm(), SES)
    assert send(bench, tablet).set_aside == ()
    assert alerts(bench) == []


@pytest.mark.rule("E83", "E85")
def test_what_came_of_it_is_added_in_order_and_settles_it_once(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    first = tablet.write(Kind.ACKNOWLEDGE, answer(raised, AlertOutcome.NOT_REACHABLE), SES, who="one")
    sent = len(tablet.events)
    send(bench, tablet)
    (one,) = alerts(bench)
    assert one.fact.is_open and one.fact.settled_at is None
    acted = tablet.write(
        Kind.ACKNOWLEDGE, answer(raised, AlertOutcome.ACTION, AlertAction.ADVICE, "ruhen \N{HEBREW LETTER ALEF}"), SES,
        who="two",
    )  # fmt: skip
    later = tablet.write(Kind.ACKNOWLEDGE, answer(raised, AlertOutcome.REVIEWED), SES, who="three")
    send(bench, tablet, sent)
    (one,) = alerts(bench)
    assert [(act.seq, act.who, act.outcome) for act in one.fact.acts] == [
        (first.header.seq, "one", AlertOutcome.NOT_REACHABLE),
        (acted.header.seq, "two", AlertOutcome.ACTION),
        (later.header.seq, "three", AlertOutcome.REVIEWED),
    ]
    assert (one.fact.acts[1].action, one.fact.acts[1].note) == (AlertAction.ADVICE, "ruhen \N{HEBREW LETTER ALEF}")
    assert one.fact.settled_at == acted.header.at
    assert one.fact.hours_to_action == pytest.approx(2 / 3600)


@pytest.mark.rule("E83")
def test_an_alert_raised_twice_after_a_fault_of_the_disk_counts_once(bench, tablet):
    first = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    again = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    sent = len(tablet.events)
    send(bench, tablet)
    tablet.write(Kind.ALERT, alarm(PAIN, OTHER), SES)
    assert send(bench, tablet, sent).set_aside == ()
    assert again.hash != first.hash
    assert {one.fact.alert.rule: one.fact.hash for one in alerts(bench)}["pain"] == first.hash
    assert len(alerts(bench)) == 2


def test_an_answer_from_another_tablet_may_come_before_its_alert(bench, tablet):
    other = bench.tablet("tab-2", b"u" * 32)
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    act = other.write(Kind.ACKNOWLEDGE, answer(raised), SES)
    assert send(bench, other).set_aside == ()
    with bench.store.reading() as ledger:
        assert ledger.stray_acts() == ((other.dev, act.header.seq),)
    send(bench, tablet)
    assert alerts(bench)[0].fact.settled_at == act.header.at
    with bench.store.reading() as ledger:
        assert ledger.stray_acts() == ()


@pytest.mark.rule("E85")
def test_an_answer_counts_for_the_alert_it_names_whichever_tablet_of_the_site_gave_it(bench, tablet):
    other = bench.tablet("tab-2", b"u" * 32)
    pain = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    second = tablet.write(Kind.ALERT, alarm(PAIN, ses=SessionId("ses-2")), SessionId("ses-2"))
    send(bench, tablet)
    act = other.write(Kind.ACKNOWLEDGE, answer(second, ses="ses-2"), SessionId("ses-2"))
    assert send(bench, other).set_aside == ()
    settled = {one.fact.hash: one.fact.settled_at for one in alerts(bench)}
    assert settled == {pain.hash: None, second.hash: act.header.at}


@pytest.mark.rule("E85")
def test_an_answer_that_came_before_an_alert_it_does_not_name_leaves_that_alert_open(bench, tablet):
    other = bench.tablet("tab-2", b"u" * 32)
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    act = other.write(Kind.ACKNOWLEDGE, answer(raised, alert="d" * 64), SES)
    send(bench, other)
    send(bench, tablet)
    assert [one.fact.settled_at for one in alerts(bench)] == [None]
    with bench.store.reading() as ledger:
        assert ledger.stray_acts() == ((other.dev, act.header.seq),)


UNFIT = [
    (Kind.ALERT, lambda raised: alarm(PAIN, ses=SessionId("ses-9")), "another session"),
    (Kind.ALERT, lambda raised: alarm(OTHER, OTHER), "names a rule twice"),
    (Kind.ALERT, lambda raised: {**alarm(), "raised": "all"}, "raised is not a list"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, alert="d" * 64), "answers another alert"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, ses="ses-9"), "another session"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, outcome=AlertAction.ADVICE), "outcome is not one of the known"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, AlertOutcome.ACTION), "names an action"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, action=AlertAction.ADVICE), "names an action"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, note="a\0b"), "note is no text"),
    (Kind.ACKNOWLEDGE, lambda raised: answer(raised, more=1), "unexpected fields"),
]


@pytest.mark.rule("P72", "E76")
@pytest.mark.parametrize(("kind", "content", "words"), UNFIT)
def test_what_does_not_fit_is_set_aside_and_the_others_come_in(bench, tablet, kind, content, words):
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    bad = tablet.write(kind, content(raised), SES)
    tablet.write(Kind.ACKNOWLEDGE, answer(raised), SES)
    (aside,) = send(bench, tablet).set_aside
    assert aside.seq == bad.header.seq
    assert words in aside.why
    (one,) = alerts(bench)
    assert not one.fact.is_open and len(one.fact.acts) == 1


def test_half_a_character_smuggled_into_a_note_is_set_aside(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    document = {"v": 1, "kind": "acknowledge", **answer(raised, note="\ud800")}
    tablet.write(Kind.ACKNOWLEDGE, {}, SES, sealed=tablet.sealer.seal(json.dumps(document).encode()))
    (aside,) = send(bench, tablet).set_aside
    assert "half a character" in aside.why
    assert alerts(bench)[0].fact.is_open


def covered(*events, ses=SES):
    return Covered(
        ses=ses,
        visit="week12",
        form=FORM,
        finished="2026-11-23T10:05:00.000+01:00",
        hashes=tuple(event.hash for event in events),
    )


def signed(*what, **changes):
    signature = Signature(
        seq=0,
        hash="",
        at="",
        who="",
        role="",
        name="Investigator Demo",
        station="week12",
        title="Week 12",
        meaning="I have reviewed these records.",
        covered=what,
        digest=digest(what),
        statement="My signature is the equivalent of my handwritten one.",
        renewed=Renewed(by="admin-demo", at="2026-11-20T09:00:00.000+01:00", seq=7),
    )
    return {**signature_content(signature, SUBJECT), **changes}


@pytest.mark.rule("P60", "P62", "P63")
def test_a_signature_says_by_whom_what_when_and_whether_it_still_covers_what_stands(bench, kit, tablet):
    done = tablet.events[-1]
    given = tablet.write(Kind.SIGN, signed(covered(done)), who="investigator-demo")
    sent = len(tablet.events)
    assert send(bench, tablet).set_aside == ()
    (one,) = signatures(bench)
    signature = one.signature
    assert (signature.who, signature.role, signature.name) == ("investigator-demo", "nurse", "Investigator Demo")
    assert (signature.at, signature.hash, signature.meaning) == (
        given.header.at,
        given.hash,
        "I have reviewed these records.",
    )
    assert (signature.digest, signature.covered) == (digest((covered(done),)), (covered(done),))
    assert signature.renewed == Renewed(by="admin-demo", at="2026-11-20T09:00:00.000+01:00", seq=7)
    assert one.changed == () and signatures(bench, "S02") == []
    correction = correct(kit, tablet, done)
    assert send(bench, tablet, sent).set_aside == ()
    assert signatures(bench)[0].changed == (SES,)
    sent = len(tablet.events)
    tablet.write(Kind.SIGN, signed(covered(done, correction), renewed=None))
    send(bench, tablet, sent)
    assert [one.changed for one in signatures(bench)] == [(SES,), ()]


def correct(kit, tablet, done):
    response = kit.make_response(SES)
    better = kit.make_response(SES, (2, 2, None))
    one = Amendment(
        ses=SES,
        subject=SUBJECT,
        item=ItemId("q1"),
        old=response.answers["q1"],
        new=better.answers["q1"],
        why=WhyAmended.MISTAPPED,
        note="tapped beside",
        source=Source.OWN_REQUEST,
        on=done.hash,
        answers=better.answers,
        scores=better.scores,
    )
    assert amended(response, one).answers == better.answers
    return tablet.write(Kind.AMEND, write_amendment(one), SES)


@pytest.mark.rule("P62")
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"digest": "e" * 64}, "its hash is not the one"),
        ({"digest": "E"}, "digest is not a SHA-256"),
        ({"covers": [["ses-1"]]}, "not in the agreed form"),
        ({"renewed": ["x"]}, "renewed is not in the agreed form"),
        ({"name": None}, "name is no text"),
        ({"more": 1}, "unexpected fields"),
    ],
)
def test_a_signature_that_contradicts_itself_is_set_aside(bench, tablet, changes, words):
    tablet.write(Kind.SIGN, signed(covered(tablet.events[-1]), **changes))
    (aside,) = send(bench, tablet).set_aside
    assert words in aside.why
    assert signatures(bench) == []


def test_a_signature_of_what_never_came_is_kept_and_says_so(bench, tablet):
    elsewhere = covered(tablet.events[-1], ses=SessionId("ses-9"))
    tablet.write(Kind.SIGN, signed(elsewhere))
    assert send(bench, tablet).set_aside == ()
    assert signatures(bench)[0].changed == ("ses-9",)


def test_what_came_before_there_were_tables_is_read_by_the_next_opener(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    tablet.write(Kind.ACKNOWLEDGE, answer(raised), SES)
    tablet.write(Kind.SIGN, signed(covered(tablet.events[-3])))
    bad = tablet.write(Kind.SIGN, {"v": 1})
    send(bench, tablet)
    now = (alerts(bench), signatures(bench))
    engine = bench.store._engine
    with engine.begin() as connection:
        for table in ("alert", "alert_act", "signature", "unread", "aside_review", "decision", "transfer"):
            connection.execute(text(f"DROP TABLE {table}"))
        for index in ("response_of_session", "receipt_of_device"):
            connection.execute(text(f"DROP INDEX {index}"))
        connection.execute(text("DELETE FROM set_aside"))
        connection.execute(text("UPDATE alembic_version SET version_num = 'first_tables'"))
    bring_up_to_date(engine)
    assert (alerts(bench), signatures(bench)) == ([], [])
    assert bench.round() == []
    assert (alerts(bench), signatures(bench)) == now
    assert [(dev, one.seq) for dev, one in bench.aside()] == [(tablet.dev, bad.header.seq)]
    assert bench.round() == []
    assert (alerts(bench), signatures(bench)) == now


@pytest.mark.rule("P102")
def test_what_was_ordered_away_is_gone_from_these_tables_too(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    act = tablet.write(Kind.ACKNOWLEDGE, answer(raised), SES)
    sent = len(tablet.events)
    send(bench, tablet)
    tablet.write(Kind.ERASE, {"targets": [[tablet.dev, [raised.header.seq, act.header.seq]]]})
    send(bench, tablet, sent)
    assert alerts(bench) == []
    with bench.store.reading() as ledger:
        assert ledger.stray_acts() == ()


@pytest.mark.rule("E85")
def test_the_list_tells_of_an_answer_whose_alert_is_under_way_and_leaves_the_list_itself_readable(bench, tablet):
    other = bench.tablet("tab-2", b"u" * 32)
    raised = tablet.write(Kind.ALERT, alarm(PAIN), SES)
    act = other.write(Kind.ACKNOWLEDGE, answer(raised), SES)
    send(bench, other)
    done = CliRunner().invoke(commands, ["centre", "alerts", str(bench.centre.folder), "--json", "--site", "S01"])
    assert json.loads(done.stdout) == []
    assert done.stderr == f"Tablet tab-2, event {act.header.seq}, answers an alert that has not come yet.\n"
    elsewhere = CliRunner().invoke(commands, ["centre", "alerts", str(bench.centre.folder), "--site", "S02"])
    assert elsewhere.stderr == ""


@pytest.mark.rule("E85", "P60")
def test_two_commands_list_them_and_show_no_answer(bench, tablet):
    raised = tablet.write(Kind.ALERT, alarm(PAIN, OTHER), SES)
    settled = tablet.write(Kind.ACKNOWLEDGE, answer(raised, note="CANARY"), SES)
    tablet.write(Kind.SIGN, signed(covered(tablet.events[-3])))
    send(bench, tablet)

    def said(*words):
        done = CliRunner().invoke(commands, ["centre", words[0], str(bench.centre.folder), *words[1:]])
        assert done.exit_code == 0, (done.output, done.exception)
        assert "CANARY" not in done.output
        return done.output

    assert f"S01 S01-001 week12 sample pain: settled {settled.header.at}" in said("alerts")
    assert "2 alerts, 1 not settled." in said("alerts", "--site", "S01")
    assert "0 alerts, 0 not settled." in said("alerts", "--site", "S02")
    (one,) = (one for one in json.loads(said("alerts", "--json")) if one["rule"] == "pain")
    assert (one["raised_at"], one["settled_at"]) == (raised.header.at, settled.header.at)
    assert one["acts"] == [{"at": settled.header.at, "by": "nurse-demo", "outcome": "reviewed-no-action"}]
    assert "S01 S01-001 Week 12: Investigator Demo, " in said("signatures")
    assert "1 signatures, 0 of something changed since." in said("signatures", "--site", "S01")
    (given,) = json.loads(said("signatures", "--json"))
    assert (given["meaning"], given["covers"], given["changed"]) == ("I have reviewed these records.", 1, [])
