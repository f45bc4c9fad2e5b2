"""An order to erase reaches the centre with the next bundle; its receipt says that the centre did the same."""

from datetime import date

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.centre.store import Store
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase, erasures, pieces
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.take import Bedside
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.subject import make_subject
from tests.unit.centre.test_adopt import Office
from tests.unit.conduct.test_desk import SUBJECT, answer, finish

OTHER = make_subject("AB", 2)
ORDER = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)


def send(office):
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    return office.round()


def everywhere(folder):
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def tails(office, subject=None):
    """Ends of the sealed contents of one participant's first form; sealing is randomised, so each is unique."""
    ses = {piece.ses for piece in pieces(office.desk, subject or SUBJECT)}
    events = office.tablet.opened.log.events(kinds={Kind.ANSWER, Kind.SESSION_DONE})
    return [event.sealed[-48:] for event in events if event.header.ses in ses and event.sealed is not None]


@pytest.fixture
def office(tmp_path):
    """One participant with one finished form, and another who must not be touched."""
    made = Office(tmp_path)
    made.enrol()
    made.desk.enrol(OTHER, date(2026, 11, 20), "en")
    bedside = Bedside(
        made.tablet.opened.pen, made.tablet.opened.library, start(made.desk, OTHER, "baseline", "en", AnsweredBy.ALONE)
    )
    finish(made.tablet, bedside, 0, answer(made.tablet, bedside, 0, 2))
    made.desk.catch_up()
    yield made
    made.tablet.opened.log.close()


@pytest.mark.rule("P102", "P72")
def test_the_centre_erases_what_the_order_names_in_every_file_and_confirms_it(office):
    send(office)
    gone, kept = tails(office), tails(office, OTHER)
    files = everywhere(office.centre.folder)
    assert any(gone[0] in file for file in files) and any(SUBJECT.encode() in file for file in files)
    done = erase(office.desk, SUBJECT, ORDER, confirmed=SUBJECT)
    ((_, before),) = erasures(office.desk)
    send(office)
    files = everywhere(office.centre.folder)
    assert not [tail for tail in gone if any(tail in file for file in files)]
    assert not any(SUBJECT.encode() in file for file in files), "not in the database either"
    assert any(kept[0] in file for file in files)
    head, responses, _ = office.held()
    assert [one.response.subject for one in responses] == [OTHER]
    assert not list(office.centre.inbox.folder.glob("*.age")), "their events are held one by one"
    at_once(collect(office.desk, office.founding, office.drop))
    ((one, after),) = erasures(office.desk)
    assert (one, before, after) == (done, Delivery.ON_DEVICE, Delivery.RECEIVED)
    assert head.seq >= done.seq


@pytest.mark.rule("P102", "T8")
def test_what_was_ordered_away_does_not_come_back_when_it_is_sent_again(office, tmp_path):
    first = tmp_path / "first"
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    first.mkdir()
    for path in office.centre.drop.iterdir():
        (first / path.name).write_bytes(path.read_bytes())
    office.round()
    gone = tails(office)
    erase(office.desk, SUBJECT, ORDER, confirmed=SUBJECT)
    send(office)
    for path in first.iterdir():
        (office.centre.drop / path.name).write_bytes(path.read_bytes())
    for _ in range(2):
        office.round()
    files = everywhere(office.centre.folder)
    assert not [tail for tail in gone if any(tail in file for file in files)]
    assert [one.response.subject for one in office.held()[1]] == [OTHER]


@pytest.mark.rule("P102")
def test_what_was_erased_before_it_was_ever_sent_is_no_fault_and_never_comes(office):
    (first, *_) = pieces(office.desk, SUBJECT)
    erase(office.desk, SUBJECT, ORDER, confirmed=SUBJECT, only=(first.ses,))
    taken = send(office)
    assert all(receipt.set_aside == () for receipt in taken.receipts) and taken.set_aside == 0
    assert [one.response.subject for one in office.held()[1]] == [OTHER]


@pytest.mark.rule("P102", "P72")
def test_the_log_of_a_dead_tablet_loses_what_was_ordered_away_as_well(office):
    backup = office.backup()
    gone = tails(office)
    send(office)
    erase(office.desk, SUBJECT, ORDER, confirmed=SUBJECT)
    send(office)
    office.adopt(backup)
    assert not office.centre.adopted.is_dir() or not list(office.centre.adopted.iterdir())
    files = everywhere(office.centre.folder)
    assert not [tail for tail in gone if any(tail in file for file in files)]


@pytest.mark.rule("P102", "T3")
@pytest.mark.parametrize("targets", [[["XY-other", [2]]], [["AB-none", [2]]], "all", [["AB", [0]]]])
def test_an_order_for_others_or_in_no_known_form_is_set_aside_and_named(office, targets):
    send(office)
    before = office.held()[1]
    if isinstance(targets, list) and targets[0][0] == "XY-other":
        office.enrol(public=SigningKey(b"z" * 32).public, site="XY", dev="XY-other")
    content = {"subject": SUBJECT, "whole": False, "authority": "a", "reference": "r", "why": "other"}
    sealed = {**content, "targets": targets, "sessions": [], "stops": []}
    pen = office.tablet.opened.pen
    event = pen.write(Kind.ERASE, sealed, who="coordinator", role="coordinator", note={"count": 0})
    export_raw(office)
    taken = office.round()
    (aside,) = [one for receipt in taken.receipts for one in receipt.set_aside]
    assert aside.seq == event.header.seq
    assert office.held()[1] == before


def export_raw(office):
    """Send what is in the log without a desk, which would not read such an order at all."""
    opened = office.tablet.opened
    store = Store(office.centre.database)
    with store.reading() as ledger:
        head = ledger.head(office.founding.device)
    store.close()
    bundle = make_bundle(
        tuple(opened.log.events(head.seq)), trial=office.founding.trial, site="AB", to=office.centre.id,
        key=opened.pen.key, centre_recipient=office.centre.recipient,
    )  # fmt: skip
    for name, data in bundle.files:
        office.drop.put(name, data)
