"""The centre passes letters between the tablets of a site on as sealed bytes, for that site alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retnet_pro.bundle.fingerprint import fingerprint, hex_fingerprint
from retnet_pro.bundle.naming import letter_file, letter_of, letter_signature_file
from retnet_pro.bundle.site_letter import make_letter
from retnet_pro.centre.enrol import enrol, revoke
from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.signing import SigningKey
from tests.two_tablets import Tablet, make_pair, open_pair
from tests.unit.centre.conftest import AT
from tests.unit.centre.test_serve import Desk


class Road:
    """A tablet's way to a server without a network."""

    def __init__(self, desk: Desk, public: bytes) -> None:
        self.desk, self.base = desk, f"/v1/tablets/{hex_fingerprint(public)}/"

    def put(self, name: str, data: bytes) -> None:
        self._demand(self.desk.web.put(self.base + name, content=data))

    def names(self) -> tuple[str, ...]:
        return tuple(self._demand(self.desk.web.get(self.base + "names")).text.splitlines())

    def get(self, name: str) -> bytes:
        return bytes(self._demand(self.desk.web.get(self.base + name)).content)

    def _demand(self, answer):  # type: ignore[no-untyped-def]
        if answer.status_code != 200:
            raise WorldFault(Code.TRANSPORT_UNREACHABLE, place="centre", why=answer.text)
        return answer


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pair")
    make_pair(folder)
    return folder


@pytest.fixture
def pair(template: Path, tmp_path: Path, bench) -> Iterator[tuple[Tablet, Tablet]]:  # type: ignore[no-untyped-def]
    both = open_pair(template, tmp_path)
    for one in both:
        public = one.opened.founding.public
        enrol(bench.store, dev=one.device, site="AB", public=public, typed=fingerprint(public), at=AT)
    yield both
    for one in both:
        one.close()


def road_of(desk: Desk, tablet: Tablet) -> Road:
    return Road(desk, tablet.opened.founding.public)


@pytest.mark.rule("P06")
def test_two_tablets_see_each_other_through_the_centre(bench, pair: tuple[Tablet, Tablet]) -> None:  # type: ignore[no-untyped-def]
    desk, (one, two) = Desk(bench), pair
    subject, other = one.enrol(1), two.enrol(2)
    filled = one.fill(subject)
    for tablet in (one, two, one):
        tablet.exchange(road_of(desk, tablet))
    for tablet in pair:
        assert list(tablet.desk.site.courses.subjects()) == [subject, other]
        assert tablet.filed(subject) == set(filled)
    assert one.exchange(road_of(desk, one)).taken == ()
    assert list(bench.centre.inbox.folder.glob("*")) == [], "no letter passes for a bundle"


@pytest.mark.rule("P47", "T9")
def test_only_the_site_gets_them_and_a_closed_tablet_neither_gives_nor_gets(bench, pair: tuple[Tablet, Tablet]) -> None:  # type: ignore[no-untyped-def]
    desk, (one, two) = Desk(bench), pair
    one.enrol(1)
    one.exchange(road_of(desk, one))
    (letter,) = filter(None, map(letter_of, road_of(desk, one).names()))
    elsewhere = bench.tablet()
    assert desk.names(elsewhere) == []
    assert desk.get(elsewhere, letter_file(letter)).status_code == 404
    revoke(bench.store, dev=one.device, at=AT)
    one.enrol(2)
    with pytest.raises(WorldFault):
        one.exchange(road_of(desk, one))
    assert len(two.exchange(road_of(desk, two)).taken) == 1, "what it told before it was closed stays"


@pytest.mark.rule("T8", "T9")
def test_a_letter_of_another_tablet_or_with_another_key_is_not_kept(bench, pair: tuple[Tablet, Tablet]) -> None:  # type: ignore[no-untyped-def]
    desk, (one, two) = Desk(bench), pair
    founding = one.opened.founding
    facts = {"trial": founding.trial, "site": founding.site, "site_recipient": founding.site_recipient}
    events = list(one.opened.log.events())
    for key, sender in ((SigningKey(b"t" * 32), one), (two.opened.pen.key, two)):
        letter = make_letter(events, key=key, **facts)
        road = road_of(desk, sender)
        with pytest.raises(WorldFault):
            for name, data in letter.files:
                road.put(name, data)
    own = make_letter(events, key=one.opened.pen.key, **facts)
    road = road_of(desk, one)
    with pytest.raises(WorldFault):
        road.put(letter_file(own.id), own.data)
    for name, data in own.files:
        road.put(name, data)
    again = make_letter(events, key=one.opened.pen.key, **facts)
    for name, data in again.files:
        road.put(name, data)
    assert road.get(letter_file(own.id)) == own.data, "what lies there is never replaced"
    assert road.get(letter_signature_file(own.id)) == own.signature
