"""Two tablets of one site see each other's participants and responses after an exchange; nothing is merged or lost."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.answering.sheet import Skipped
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.letter_label import letter_id, read_label, tag_of
from retnet_pro.bundle.naming import LetterId, letter_file, letter_of, letter_signature_file
from retnet_pro.bundle.site_letter import make_letter
from retnet_pro.conduct.correction import correct
from retnet_pro.conduct.devices import Link, devices_of
from retnet_pro.conduct.elsewhere import elsewhere_of
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.leaving import Unfinished, leave, unfinished
from retnet_pro.conduct.misplaced import decide, propose
from retnet_pro.conduct.neighbours import know, part
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.withdrawal import take_back, withdraw, withdrawals_of
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.event import DeviceId, Event, EventHash, Head, Kind, hash_of, write_header
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.two_tablets import COORDINATOR, Tablet, make_pair, open_pair


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pair")
    make_pair(folder)
    return folder


@pytest.fixture
def pair(template: Path, tmp_path: Path) -> Iterator[tuple[Tablet, Tablet]]:
    both = open_pair(template, tmp_path)
    yield both
    for one in both:
        one.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def letters(place: Path) -> list[LetterId]:
    return sorted(filter(None, (letter_of(path.name) for path in place.iterdir())))


@pytest.mark.rule("P06")
def test_after_an_exchange_both_see_both_and_what_is_filled_in_is_not_due_again(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject, other = one.enrol(1), two.enrol(2)
    filled, theirs = one.fill(subject), two.fill(other)
    before = {tablet.device: tablet.rows() for tablet in pair}
    one.exchange(place)
    two.exchange(place)
    done = one.exchange(place)
    assert [(taken.device, taken.responses, taken.lacks) for taken in done.taken] == [(two.device, 1, None)]
    for tablet in pair:
        assert [person.subject for person in tablet.desk.participants()] == [subject, other]
        assert tablet.filed(subject) == set(filled) and tablet.filed(other) == set(theirs)
        assert tablet.rows(len(before[tablet.device])) == before[tablet.device], "the own log only grew"
        assert {event.header.dev for event in tablet.opened.log.events()} == {tablet.device}, "nothing is merged"
    due = [{(one.subject, form) for one in tablet.desk.due() for form in one.missing} for tablet in pair]
    assert due[0] == due[1] != set()
    (taken,) = two.desk.responses_of(subject)
    assert taken.response.ses in filled
    assert two.desk.site.delivery_of(taken.seq) is Delivery.ELSEWHERE
    assert two.desk.site.beside.device_of(taken.seq) == one.device
    assert not [wait for wait in two.desk.site.waiting if wait.seq < 0], "its own tablet sends it to the centre"


@pytest.mark.rule("P06", "T8")
def test_doing_it_again_changes_nothing_and_a_login_tells_the_same(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.fill(subject)
    one.exchange(place)
    two.exchange(place)
    seen, head, there = two.desk.course(subject), two.opened.log.head(), letters(place)
    again = two.exchange(place)
    assert (again.written, again.taken, again.faults, again.strangers) == (0, (), (), ())
    assert (two.opened.log.head(), letters(place)) == (head, there)
    two.restart()
    assert two.desk.course(subject) == seen, "read again from the first event"
    two.desk.keep_snapshot(at_once=True)
    two.restart()
    assert two.desk.course(subject) == seen, "read from a snapshot"
    labels = [label for label in map(read_label, there) if label is not None]
    assert (
        max(label.last for label in labels if label.first == 1 and label.tag == tag_of(one.opened.founding.device))
        == (two.desk.site.beside.upto[0])
    )


@pytest.mark.rule("P06")
def test_a_participant_may_be_asked_on_one_tablet_after_the_other_enrolled_them(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    with pytest.raises(RetnetError) as caught:
        two.enrol(1)
    assert caught.value.code is Code.PARTICIPANT_EXISTS
    theirs = two.fill(subject)
    two.desk.record_fact(subject, Fact.GRADE, "G1")
    two.exchange(place)
    one.exchange(place)
    assert one.filed(subject) == set(theirs)
    assert one.desk.course(subject).participant == two.desk.course(subject).participant
    one.restart()
    assert one.filed(subject) == set(theirs)


@pytest.mark.rule("P06", "E102")
def test_two_responses_for_one_time_point_both_stand(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    both = set(one.fill(subject)) | set(two.fill(subject))
    for tablet in (one, two, one):
        tablet.exchange(place)
    for tablet in pair:
        assert tablet.filed(subject) == both and len(both) == 2
        (course,) = tablet.desk.site.courses.every()
        ((slot, twice),) = course.doubled().items()
        assert {filed.ses for filed in twice} == both and slot[0] == "baseline"


@pytest.mark.rule("P06")
def test_a_code_that_both_gave_is_shown_on_both_with_the_first_enrolment_in_force(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    two.desk.enrol(subject, date(2026, 11, 23), "de")
    two.fill(subject)
    for tablet in (one, two, one):
        tablet.exchange(place)
    for tablet, other in (pair, pair[::-1]):
        first, second = tablet.desk.site.beside.clashes[subject]
        assert {first.device, second.device} == {"", other.device}
        assert {(first.enrolled, first.language), (second.enrolled, second.language)} == {
            ("2026-11-20", "en"), ("2026-11-23", "de")
        }  # fmt: skip
        assert tablet.desk.course(subject).participant.language == "en", "the earlier one by time"
        assert len(tablet.filed(subject)) == 1


@pytest.mark.rule("P06")
def test_of_two_statements_both_show_the_later_one(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    two.desk.record_fact(subject, Fact.GRADE, "G2")
    one.desk.record_fact(subject, Fact.GRADE, "G1")  # written down later, and an hour earlier by the clocks
    for tablet in (one, two, one):
        tablet.exchange(place)
    assert [tablet.desk.course(subject).participant.grade for tablet in pair] == ["G2", "G2"]


# What does not belong


def forged(event: Event, key: SigningKey, **changes: object) -> Event:
    header = replace(event.header, **changes)  # type: ignore[arg-type]
    header_bytes = write_header(header)
    return Event(header, header_bytes, hash_of(header_bytes), event.sealed, key.sign(EVENT_CONTEXT + header_bytes))


def post(place: Path, letter: object) -> None:
    for name, data in letter.files:  # type: ignore[attr-defined]
        (place / name).write_bytes(data)


def refused_codes(tablet: Tablet, place: Path) -> list[Code]:
    found = tablet.exchange(place)
    assert found.taken == () or all(one.events == 0 for one in found.taken)
    assert not any(tablet.desk.site.beside.upto)
    return [fault.code for fault in found.faults]


def test_a_letter_of_another_key_site_trial_or_device_is_refused(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    one.enrol(1)
    events = list(one.opened.log.events())
    founding, key = one.opened.founding, one.opened.pen.key
    facts = {"trial": founding.trial, "site": founding.site, "site_recipient": founding.site_recipient, "key": key}
    thief = SigningKey(b"t" * 32)
    cases = {
        "key": (make_letter(events, **{**facts, "key": thief}), Code.BUNDLE_UNSIGNED),
        "site": (make_letter(events, **{**facts, "site": "CD"}), Code.BUNDLE_FOREIGN),
        "trial": (make_letter(events, **{**facts, "trial": "another"}), Code.BUNDLE_FOREIGN),
        "seal": (make_letter(events, **{**facts, "site_recipient": founding.centre_recipient}), Code.SEAL_BROKEN),
        "events": (
            make_letter([forged(events[0], thief), *events[1:1]], **facts),
            Code.BUNDLE_BROKEN,
        ),
    }
    for what, (letter, code) in cases.items():
        there = place / what
        there.mkdir()
        post(there, letter)
        assert refused_codes(two, there) == [code], what


def test_a_letter_under_a_wrong_name_or_cut_short_or_changed_is_refused(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    one.enrol(1)
    one.exchange(place)
    (letter,) = letters(place)
    data = (place / letter_file(letter)).read_bytes()
    for bad in (data[:-1], data[:100], b"", data[:-1] + bytes([data[-1] ^ 1])):
        (place / letter_file(letter)).write_bytes(bad)
        assert refused_codes(two, place) == [Code.SEAL_BROKEN]
    (place / letter_file(letter)).write_bytes(data)
    label = read_label(letter)
    assert label is not None
    other = letter_id(DeviceId(one.device), 1, Head(label.last + 1, EventHash("0" * 64)))
    for name in (letter_file, letter_signature_file):
        (place / name(letter)).rename(place / name(other))
    assert refused_codes(two, place) == [Code.BUNDLE_BROKEN]


@pytest.mark.rule("T8")
def test_letters_in_any_order_fill_a_gap_once_it_can_be_filled(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subjects = []
    for number in (1, 2, 3):
        subjects.append(one.enrol(number))
        one.exchange(place)
    _first, second, _third = letters(place)
    away = place / "away"
    away.mkdir()
    for name in (letter_file(second), letter_signature_file(second)):
        (place / name).rename(away / name)
    (taken,) = two.exchange(place).taken
    label = read_label(second)
    assert label is not None and taken.lacks == label.first
    head = two.opened.log.head()
    assert two.exchange(place).taken[0].lacks == label.first and two.opened.log.head() == head, "noted once"
    for _ in range(2):
        (_, other) = devices_of(two.desk)
        assert other.heard is not None and other.heard.lacks == label.first, "told until it is made good"
        two.restart()
    assert list(two.desk.site.courses.subjects()) == subjects[:1]
    for name in (letter_file(second), letter_signature_file(second)):
        (away / name).rename(place / name)
    two.exchange(place)
    assert list(two.desk.site.courses.subjects()) == subjects
    (_, other) = devices_of(two.desk)
    assert other.heard is not None and other.heard.lacks is None
    assert two.exchange(place).taken == ()


@pytest.mark.rule("T5", "T7")
def test_another_history_of_a_tablet_is_seen_and_not_taken_in(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    upto = two.desk.site.beside.upto[0]
    founding, key = one.opened.founding, one.opened.pen.key
    event = one.opened.log.get(upto + 1)
    assert event is not None
    copied = forged(event, key, prev="0" * 64)
    facts = {"trial": founding.trial, "site": founding.site, "site_recipient": founding.site_recipient, "key": key}
    post(place, make_letter([copied], **facts))
    assert [fault.code for fault in two.exchange(place).faults] == [Code.NEIGHBOUR_FORKED]
    head = two.opened.log.head()
    assert [fault.code for fault in two.exchange(place).faults] == [Code.NEIGHBOUR_FORKED]
    assert two.opened.log.head() == head, "noted once"
    two.restart()
    (_, other) = devices_of(two.desk)
    assert other.heard is not None and other.heard.forked_at
    part(two.opened.pen, two.desk.person, one.device)
    (_, other) = devices_of(two.desk)
    assert other.heard is not None and other.heard.parted_at and not other.heard.forked_at


@pytest.mark.rule("P47")
def test_of_a_tablet_that_was_parted_from_nothing_more_is_taken_in(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    part(two.opened.pen, two.desk.person, one.device)
    one.enrol(2)
    one.exchange(place)
    assert two.exchange(place).taken == ()
    for _ in range(2):
        assert list(two.desk.site.courses.subjects()) == [subject]
        two.restart()
    with pytest.raises(RetnetError) as caught:
        part(two.opened.pen, two.desk.person, one.device)
    assert caught.value.code is Code.NEIGHBOUR_UNKNOWN


@pytest.mark.rule("P105", "P06")
def test_who_withdrew_on_the_other_tablet_is_asked_nothing_here_and_the_history_says_so(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    assert [due.subject for due in one.desk.due()] == [subject]
    withdraw(two.desk, subject, date(2026, 11, 24), WithdrawalReason.NOT_SAID, "said so")
    two.exchange(place)
    one.exchange(place)
    (told,) = withdrawals_of(one.desk, subject)
    assert (told.reason, told.note, told.who) == (WithdrawalReason.NOT_SAID, "said so", COORDINATOR)
    assert one.desk.site.beside.device_of(told.seq) == two.device
    assert list(one.desk.due()) == []
    with pytest.raises(RetnetError) as caught:
        one.fill(subject)
    assert caught.value.code is Code.NOTHING_TO_ASK
    take_back(one.desk, subject, "wants to go on")  # the clock here is an hour behind that of the withdrawal
    one.exchange(place)
    two.exchange(place)
    for _ in range(2):
        for tablet in pair:
            history = [each.reason for each in withdrawals_of(tablet.desk, subject)]
            assert history == [WithdrawalReason.NOT_SAID, None], "in the order in which people knew of it"
            assert [due.subject for due in tablet.desk.due()] == [subject]
            assert elsewhere_of(tablet.desk, subject).contested == ()
            tablet.desk.keep_snapshot(at_once=True)
            tablet.restart()


@pytest.mark.rule("P105", "P06")
def test_a_withdrawal_the_other_tablet_had_not_heard_of_when_it_was_taken_back_counts_and_is_shown(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    withdraw(one.desk, subject, date(2026, 11, 20), WithdrawalReason.BURDEN)
    one.exchange(place)
    two.exchange(place)
    take_back(one.desk, subject, "wants to go on")
    withdraw(one.desk, subject, date(2026, 11, 21), WithdrawalReason.HEALTH)
    take_back(two.desk, subject, "said so on the telephone")  # later by its clock
    for tablet in (one, two, one):
        tablet.exchange(place)
    for tablet, other in (pair, pair[::-1]):
        assert tablet.desk.participant(subject).withdrew == date(2026, 11, 21)
        assert list(tablet.desk.due()) == []
        (contested,) = elsewhere_of(tablet.desk, subject).contested
        assert (contested.what, contested.in_force.day) == ("withdrew", date(2026, 11, 21))
        assert {(said.device, said.is_back) for said in contested.said} == {
            ("" if tablet is one else other.device, False), ("" if tablet is two else other.device, True)
        }  # fmt: skip


@pytest.mark.rule("P75", "P06")
def test_each_tablet_tells_how_far_it_has_heard_from_the_other(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    _, other = devices_of(one.desk)
    assert (other.device, other.link) == (two.device, Link.LET_IN)
    assert other.heard is not None and (other.heard.upto, other.heard.responses) == (0, 0)
    two.fill(two.enrol(1))
    upto = two.opened.log.head().seq
    two.exchange(place)
    one.exchange(place)
    _, other = devices_of(one.desk)
    assert other.heard is not None and other.heard.at
    assert (other.heard.upto >= upto, other.heard.responses, other.heard.is_cut) == (True, 1, False)
    assert [(known.device, known.link) for known in devices_of(two.desk)[1:]] == [(one.device, Link.NEIGHBOUR)]
    part(one.opened.pen, one.desk.person, two.device)
    (_, other) = devices_of(one.desk)
    assert other.heard is not None and other.heard.parted_at


@pytest.mark.rule("P06", "P73")
def test_a_tablet_that_leaves_tells_what_the_others_do_not_know_and_then_that_it_left(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = two.enrol(1)
    assert unfinished(two.desk)[Unfinished.UNTOLD]
    two.exchange(place)
    assert Unfinished.UNTOLD not in unfinished(two.desk)
    leave(two.desk, "CD", "it moves", is_forced=True)
    two.exchange(place)
    one.exchange(place)
    two.exchange(place)
    _, other = devices_of(one.desk)
    assert other.heard is not None and other.heard.left_for == "CD"
    assert subject in one.desk.site.courses, "it goes on here"
    one.fill(subject)
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(one.desk, subject, order, confirmed=subject)
    one.exchange(place)
    two.exchange(place)
    assert subject not in two.desk.site.courses, "an order reaches it on its way, too"


@pytest.mark.rule("P47")
def test_a_tablet_nobody_compared_is_named_and_not_believed(
    pair: tuple[Tablet, Tablet], place: Path, template: Path, tmp_path: Path
) -> None:
    one, two = pair
    stranger, other = open_pair(template, tmp_path / "again")
    key = SigningKey(b"s" * 32)
    events = [forged(event, key, dev="AB-stranger") for event in list(stranger.opened.log.events())[:1]]
    founding = one.opened.founding
    letter = make_letter(
        events, trial=founding.trial, site=founding.site, site_recipient=founding.site_recipient, key=key
    )
    post(place, letter)
    found = two.exchange(place)
    assert [one.letter.id for one in found.strangers] == [letter.id]
    assert [(one.device, one.fingerprint) for one in found.strangers] == [("", fingerprint(key.public))]
    assert (found.taken, found.faults) == ((), ())
    two.restart()
    (seen,) = [device for device in devices_of(two.desk) if device.link is Link.UNKNOWN]
    assert seen.device.startswith(found.strangers[0].letter.tag) and seen.since and not seen.is_another
    for path in place.iterdir():
        path.unlink()
    two.exchange(place)
    assert Link.UNKNOWN not in {device.link for device in devices_of(two.desk)}, "it lies there no longer"
    post(place, letter)
    two.exchange(place)
    know(two.opened.pen, two.desk.person, "AB-stranger", key.public)
    assert Link.UNKNOWN not in {device.link for device in devices_of(two.desk)}, "somebody compared it"
    for tablet in (stranger, other):
        tablet.close()


@pytest.mark.rule("P06", "E50")
def test_a_crash_between_the_file_and_the_record_is_made_good(
    pair: tuple[Tablet, Tablet], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(two.desk, "write", lambda *_args, **_more: (_ for _ in ()).throw(RuntimeError))
        two.exchange(place)
    two.restart()
    assert subject not in two.desk.site.courses
    two.exchange(place)
    assert subject in two.desk.site.courses


@pytest.mark.parametrize("damage", ["gone", "garbage", "altered", "short"])
def test_a_damaged_file_of_the_other_tablet_stops_nothing_and_is_fetched_again(
    pair: tuple[Tablet, Tablet], place: Path, damage: str
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    theirs = two.fill(subject)
    file = two.folder / "neighbours" / f"{one.device}.log"
    two.close()
    match damage:
        case "gone":
            file.unlink()
        case "garbage":
            file.write_bytes(b"no database" * 500)
        case _:
            with sqlite3.connect(file) as connection:
                connection.execute("DROP TRIGGER event_is_final")
                connection.execute("DROP TRIGGER event_stays")
                change = "DELETE FROM event WHERE seq > 3" if damage == "short" else "UPDATE event SET header = X'7b7d'"
                connection.execute(change)
            connection.close()
    two.restart()
    assert two.desk.damage is None
    assert subject not in two.desk.site.courses
    two.exchange(place)
    assert two.filed(subject) == set(theirs)
    two.restart()
    assert two.filed(subject) == set(theirs)


def test_an_order_to_erase_is_carried_out_on_both(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.fill(subject)
    one.exchange(place)
    two.exchange(place)
    two.fill(subject)
    two.exchange(place)
    one.exchange(place)
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(one.desk, subject, order, confirmed=subject)
    one.exchange(place)
    two.exchange(place)
    one.exchange(place)
    for tablet, other in (pair, pair[::-1]):
        for _ in range(2):
            assert subject not in tablet.desk.site.courses
            tablet.restart()
            assert tablet.desk.damage is None
        for log in (tablet.opened.log, tablet.opened.neighbours.log(DeviceId(other.device))):
            assert log is not None
            said = log.events(kinds={Kind.ENROL, Kind.SESSION_DONE, Kind.ANSWER})
            assert [event.header.seq for event in said if event.sealed] == []


@pytest.mark.rule("P06", "P19")
def test_what_was_recorded_on_another_tablet_is_changed_there(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    subject, other = one.enrol(1), one.enrol(2)
    (ses,) = one.fill(subject)
    asked = propose(
        one.desk, subject, [ses], to_subject=other, to_visit="baseline", why=WhyMisplaced.OTHER_PARTICIPANT, note="Demo"
    )
    one.exchange(place)
    two.exchange(place)
    before = two.opened.log.head()
    how = {"to_subject": other, "to_visit": "baseline", "why": WhyMisplaced.OTHER_PARTICIPANT, "note": "Demo"}
    item = ItemId("q1")  # refused before it is looked at
    uses = (
        lambda: correct(
            two.desk, subject, ses, item, Skipped(), why=WhyAmended.MISTAPPED, note="Demo", source=Source.OWN_REQUEST
        ),
        lambda: propose(two.desk, subject, [ses], **how),
        lambda: decide(two.desk, asked.hash, accepted=True, note="Demo"),
    )
    for use in uses:
        with pytest.raises(RetnetError) as caught:
            use()
        assert (caught.value.code, caught.value.facts) == (Code.HELD_ELSEWHERE, {"device": one.device})
    assert two.opened.log.head() == before, "nothing was recorded"
