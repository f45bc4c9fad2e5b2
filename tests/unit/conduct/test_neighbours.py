"""What is refused about the other tablets of the site, and that a refusal changes nothing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.bundle.container import BUNDLE_LIMIT
from retnet_pro.bundle.naming import letter_file
from retnet_pro.bundle.site_letter import make_letter, read_letter
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.neighbours import know, neighbourhood, part
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import EMPTY, DeviceId, Event, Kind, hash_of, write_header
from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey
from tests.two_tablets import Tablet, make_pair, open_pair

NURSE = Person("nurse", "Nurse Demo", Role.NURSE)
KEY = SigningKey(b"n" * 32)


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


@pytest.fixture(scope="module")
def kept(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tablet, Tablet]]:
    """A pair in which nothing is ever changed."""
    both = open_pair(template, tmp_path_factory.mktemp("kept"))
    yield both
    for one in both:
        one.close()


Use = Callable[[Tablet, Tablet], object]
REFUSED: dict[str, tuple[Use, Code]] = {
    "a nurse makes a tablet known": (
        lambda one, _: know(one.opened.pen, NURSE, "AB-third", KEY.public),
        Code.NOT_ALLOWED,
    ),
    "a nurse parts from one": (lambda one, two: part(one.opened.pen, NURSE, two.device), Code.NOT_ALLOWED),
    "what is no device id": (
        lambda one, _: know(one.opened.pen, one.desk.person, "../third", KEY.public),
        Code.FILE_UNFIT,
    ),
    "a tablet that is known": (
        lambda one, two: know(one.opened.pen, one.desk.person, two.device, KEY.public),
        Code.NEIGHBOUR_KNOWN,
    ),
    "a key that is known, under another name": (
        lambda one, two: know(one.opened.pen, one.desk.person, "AB-third", two.opened.founding.public),
        Code.NEIGHBOUR_KNOWN,
    ),
    "this tablet itself": (
        lambda one, _: know(one.opened.pen, one.desk.person, one.device, KEY.public),
        Code.NEIGHBOUR_KNOWN,
    ),
    "the key of this tablet, under another name": (
        lambda one, _: know(one.opened.pen, one.desk.person, "AB-third", one.opened.founding.public),
        Code.NEIGHBOUR_KNOWN,
    ),
    "parting from a tablet nobody knows": (
        lambda one, _: part(one.opened.pen, one.desk.person, "AB-third"),
        Code.NEIGHBOUR_UNKNOWN,
    ),
    "the place of a tablet nobody knows": (
        lambda one, _: neighbourhood(one.opened.log, one.opened.pen.key.public).place_of("AB-third"),
        Code.NEIGHBOUR_UNKNOWN,
    ),
    "a letter larger than any": (lambda one, two: _too_large(one, two), Code.BUNDLE_TOO_LARGE),
}


def _too_large(one: Tablet, two: Tablet) -> object:
    founding = two.opened.founding
    return read_letter(
        bytes(BUNDLE_LIMIT + 1), two.desk.unsealer, letter="0" * 64, trial=founding.trial, site=founding.site,  # type: ignore[arg-type]
        device=DeviceId(one.device), public=one.opened.founding.public, after=EMPTY,
    )  # fmt: skip


@pytest.mark.rule("P41", "P47")
@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_and_changes_nothing(kept: tuple[Tablet, Tablet], what: str) -> None:
    use, code = REFUSED[what]
    heads = [tablet.opened.log.head() for tablet in kept]
    with pytest.raises(RetnetError) as caught:
        use(*kept)
    assert caught.value.code is code
    assert [tablet.opened.log.head() for tablet in kept] == heads


@pytest.mark.rule("P41")
def test_only_who_may_export_has_the_tablets_exchange(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, _ = pair
    one.desk.person = replace(one.desk.person, role=Role.NURSE)
    with pytest.raises(RetnetError) as caught:
        one.exchange(place)
    assert caught.value.code is Code.NOT_ALLOWED and list(place.iterdir()) == []


@pytest.mark.rule("T12")
@pytest.mark.parametrize("change", [{"mode": "real"}, {"site": "CD"}, {"trial": "another"}, {"public": "00" * 32}])
def test_a_tablet_that_was_founded_for_something_else_is_not_believed(
    pair: tuple[Tablet, Tablet], place: Path, change: dict[str, str]
) -> None:
    one, two = pair
    founding, key = one.opened.founding, one.opened.pen.key
    first = next(iter(one.opened.log.events()))
    header_bytes = write_header(replace(first.header, note={**(first.header.note or {}), **change}))
    header = replace(first.header, note={**(first.header.note or {}), **change})
    event = Event(header, header_bytes, hash_of(header_bytes), first.sealed, key.sign(EVENT_CONTEXT + header_bytes))
    letter = make_letter(
        [event], trial=founding.trial, site=founding.site, site_recipient=founding.site_recipient, key=key
    )
    for name, data in letter.files:
        (place / name).write_bytes(data)
    found = two.exchange(place)
    assert [fault.code for fault in found.faults] == [Code.BUNDLE_FOREIGN] and found.taken == ()
    assert two.opened.neighbours.log(DeviceId(one.device)) is None


@pytest.mark.rule("P06", "T8")
def test_what_was_told_and_is_gone_from_the_disk_is_said_when_somebody_looks(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.fill(subject)
    one.exchange(place)
    two.exchange(place)
    two.opened.neighbours.put_aside(DeviceId(one.device))
    with pytest.raises(RetnetError) as caught:
        two.desk.responses_of(subject)
    assert caught.value.code is Code.CHAIN_BROKEN and "exchange with it again" in str(caught.value.facts["why"])
    two.exchange(place)
    assert len(two.desk.responses_of(subject)) == 1


@pytest.mark.rule("P06")
def test_a_tablet_that_leaves_its_site_still_carries_out_an_order_and_sends_its_letters(
    pair: tuple[Tablet, Tablet], place: Path
) -> None:
    one, two = pair
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    for path in place.iterdir():
        path.unlink()
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(one.desk, subject, order, confirmed=subject)
    one.exchange(place)
    two.enrol(2)
    two.opened.pen.write(Kind.DEVICE_LEAVES, {"to": "CD"}, who="coordinator", role="coordinator")
    found = two.exchange(place)
    assert found.faults == () and found.written
    assert subject not in two.desk.site.courses
    enrolled = two.opened.neighbours.log(DeviceId(one.device))
    assert enrolled is not None
    assert [event for event in enrolled.events(kinds={Kind.ENROL}) if event.sealed is not None] == []


@pytest.mark.rule("P06")
def test_a_letter_named_for_another_tablet_is_not_read_as_its_own(pair: tuple[Tablet, Tablet], place: Path) -> None:
    one, two = pair
    one.desk.enrol("AB-0016", date(2026, 11, 20), "en")
    one.exchange(place)
    (name,) = [path for path in place.iterdir() if path.suffix == ".letter"]
    shutil.copy(name, place / letter_file(name.stem.replace(name.stem[:16], "f" * 16)))  # type: ignore[arg-type]
    found = two.exchange(place)
    assert found.faults == () and [one.letter.tag for one in found.strangers] == ["f" * 16]
