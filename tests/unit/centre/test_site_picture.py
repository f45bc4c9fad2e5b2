"""The centre comes to the same as the tablets of a site where they stated a fact one after the other."""

import json
import shutil
import zlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.centre.site_picture import SitePicture, new_events
from retnet_pro.conduct.ports import Log
from retnet_pro.conduct.snapshot import read_site
from retnet_pro.conduct.withdrawal import take_back, withdraw
from retnet_pro.record.event import DeviceId, Event, Kind
from retnet_pro.study.withdrawal import WithdrawalReason
from tests.two_tablets import Tablet, make_pair, open_pair


class Held:
    """The events of the tablets as the centre's ledger gives them."""

    def __init__(self, pair: tuple[Tablet, Tablet]) -> None:
        self._logs: Mapping[DeviceId, Log] = {DeviceId(one.device): one.opened.log for one in pair}
        self.heads = {dev: log.head().seq for dev, log in self._logs.items()}

    def events(self, dev: DeviceId, after: int, kinds: Collection[Kind]) -> Iterator[Event]:
        return self._logs[dev].events(after, kinds)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Tablet, Tablet]]:
    make_pair(tmp_path / "made")
    both = open_pair(tmp_path / "made", tmp_path)
    shutil.rmtree(tmp_path / "made")
    yield both
    for one in both:
        one.close()


@pytest.mark.rule("P105", "P06", "P11")
def test_a_withdrawal_taken_back_with_a_slow_clock_is_taken_back_at_the_centre_too(
    pair: tuple[Tablet, Tablet], tmp_path: Path
) -> None:
    one, two = pair
    place = tmp_path / "place"
    place.mkdir()
    subject = one.enrol(1)
    one.exchange(place)
    two.exchange(place)
    withdraw(two.desk, subject, date(2026, 11, 24), WithdrawalReason.NOT_SAID)
    two.exchange(place)
    one.exchange(place)
    first = Held(pair)
    take_back(one.desk, subject, "Demo")  # an hour before the withdrawal, by the clocks
    for held in ([Held(pair)], [first, Held(pair)]):  # at once, or in two counts
        picture, after = SitePicture(one.desk.unsealer, None), dict.fromkeys(first.heads, 0)
        for ledger in held:
            for event in new_events(ledger, after, ledger.heads):  # type: ignore[arg-type]
                picture.take(event)
            after = dict(ledger.heads)
        course = picture.site.courses.get(subject)
        assert course is not None and course.participant.withdrew is None
        assert (picture.unread, picture.unplaced) == (0, 0)
        assert not picture.site.beside.devices, "the centre has every log itself"


def test_a_count_of_an_older_centre_is_gone_on_from(pair: tuple[Tablet, Tablet]) -> None:
    one, _ = pair
    one.enrol(1)
    picture, held = SitePicture(one.desk.unsealer, None), Held(pair)
    for event in new_events(held, {}, held.heads):  # type: ignore[arg-type]
        picture.take(event)
    plain = json.loads(zlib.decompress(picture.state(one.desk.study)))
    del plain["beside"]["statements"]
    assert list(read_site(plain, 0).courses.subjects()) == list(one.desk.site.courses.subjects())
