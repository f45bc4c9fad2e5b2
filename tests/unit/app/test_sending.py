"""A tablet sends by itself, with nobody logged in, and says afterwards what became of it (rules P72, P75, P20)."""

from pathlib import Path

import pytest

from retnet_pro.app.courier import SiteCourier
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.sending import SendsByItself
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.road import Road, set_road
from retnet_pro.conduct.sender import SCHEDULE
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.traveller import Traveller
from retnet_pro.record.event import Kind
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.road import keep_road
from tests.fakes import COORDINATOR
from tests.unit.conduct.conftest import found

pytestmark = pytest.mark.rule("P72", "P75")
PATIENCE_MS = 30_000


@pytest.fixture
def site(tmp_path: Path):
    founded = found(tmp_path)
    yield founded
    founded.opened.log.close()


@pytest.fixture
def courier(site) -> SiteCourier:
    return SiteCourier(site.opened, Keeper(site.opened))


@pytest.fixture
def drop(site, tmp_path, monkeypatch) -> Path:
    """Set a road; what lies at its other end is a folder."""
    folder = tmp_path / "drop"
    folder.mkdir()
    road = Road(address="sftp://site01@drop.example/retnet", certificate="ssh-ed25519 AAAA")
    set_road(site.opened.pen, lambda kept: keep_road(site.opened.log, kept), road, by=COORDINATOR)
    monkeypatch.setattr("retnet_pro.app.courier.open_road", lambda road, site: FolderTransport(folder))
    return folder


def test_without_a_road_nothing_is_tried_and_nothing_told(courier) -> None:
    assert at_once(courier.exchange_by_itself()) is None
    assert courier.tries() == ()


@pytest.mark.rule("P20")
def test_with_nobody_logged_in_what_is_new_is_sent_once(site, courier, drop) -> None:
    first, second = at_once(courier.exchange_by_itself()), at_once(courier.exchange_by_itself())
    assert first.sent.bundles == 1 and second.sent is None
    assert {path.suffix for path in drop.iterdir()} == {".age", ".sig"}
    exports = list(site.opened.log.events(kinds={Kind.EXPORT}))
    assert [event.header.who for event in exports] == [SCHEDULE]
    quiet, sent = courier.tries()
    assert (quiet.is_quiet, sent.bundles, sent.place, sent.who) == (True, 1, "drop.example", SCHEDULE)


def test_a_try_that_fails_is_told_with_its_reason_and_counted(courier, drop) -> None:
    drop.rmdir()
    for _ in range(3):
        with pytest.raises(WorldFault):
            at_once(courier.exchange_by_itself())
    (told,) = courier.tries()
    assert (told.code, told.times, told.facts["why"]) == (Code.TRANSPORT_UNREACHABLE, 3, "it is not there")
    assert courier.failures() == 3


def test_the_clock_tries_again_and_again_and_makes_room_for_a_person(qtbot, courier, drop) -> None:
    class Lanes(Lane):
        """A lane that works at once, because the log of this test belongs to this thread."""

        def run(self, work, done, failed):
            try:
                result = work()
            except Exception as error:  # noqa: BLE001
                failed(error)
            else:
                done(result)

    lane = Lanes()
    traveller, told = Traveller(lane), []
    sending = SendsByItself(courier, lane, traveller, lambda: 0.0, unit_ms=0.01)
    sending.told.connect(lambda: told.append(len(list(drop.iterdir()))))
    sending.begin()
    qtbot.waitUntil(lambda: len(told) >= 2, timeout=PATIENCE_MS)
    sending.stop()
    qtbot.waitUntil(lambda: not traveller.is_away, timeout=PATIENCE_MS)
    assert told[0] == 2, "a bundle and its signature, with the first try"
    lane.close()
