"""A coordinator has the tablets of the site exchange: it tells how far it is, holds nobody up and can be given up."""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest

from retnet_pro.app.courier import SiteCourier
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import doorway_of
from retnet_pro.gui.staff.safe import SafePage
from retnet_pro.simulation.play import Calendar
from retnet_pro.sync.folder import FolderTransport
from tests.gui.conftest import COORDINATOR, NURSE, PATIENCE_MS, CountingLane
from tests.gui.test_staff_safe import let_in, met, one_visit, open_safe  # noqa: F401 - fixtures
from tests.two_tablets import make_pair, open_tablet
from tests.unit.conduct.conftest import PASSPHRASE, TODAY

STOPPED = "This was stopped before it was done."


class SlowFolder(FolderTransport):
    """A stick that does not give a letter back until it is let go."""

    let_go = threading.Event()

    def get(self, name):
        assert self.let_go.wait(PATIENCE_MS / 1000)
        return super().get(name)


@pytest.fixture
def other(tmp_path):
    """The other tablet of a pair, with one filled-in form of one participant."""
    make_pair(tmp_path / "made")
    tablet = open_tablet(tmp_path / "made" / "two", Calendar(TODAY + timedelta(days=1)))
    yield tablet
    tablet.close()


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def real(make_staff, other, tmp_path, qtbot, monkeypatch):
    """The real page, desk and courier of the first tablet; its log is used in the lane and nowhere else."""
    lane, came, broke = CountingLane(), [], []

    def in_lane(work):
        came.clear()
        lane.run(work, came.append, broke.append)
        qtbot.waitUntil(lambda: bool(came or broke), timeout=PATIENCE_MS)
        assert not broke
        return came[0]

    folder = tmp_path / "made" / "one" / "site"
    tablet = in_lane(lambda: open_tablet(folder, Calendar(TODAY + timedelta(days=1))))
    monkeypatch.setattr("tests.gui.conftest.CountingLane", lambda: lane)
    site = tablet.opened
    staff = make_staff(SimpleNamespace(doorway=doorway_of(site), slots=site.slots, clock=tablet.calendar))
    staff.courier.meet = SiteCourier(site, Keeper(site)).meet
    staff.log_in(COORDINATOR, PASSPHRASE)
    staff.click("rail.safe")
    yield staff
    lane.run(tablet.close, came.append, broke.append)  # after the logout; the end of the window waits for both


@pytest.mark.rule("P72", "P06")
def test_an_exchange_that_hangs_tells_how_far_it_is_holds_nobody_up_and_can_be_given_up(
    open_safe,  # noqa: F811
    one_visit,  # noqa: F811
    place,
):
    let_in(one_visit)
    staff = open_safe(one_visit)
    staff.courier.met, staff.courier.hangs = met(), threading.Event()
    staff.window.findChild(SafePage).meet(place)
    staff.qtbot.waitUntil(lambda: staff.window.traveller.is_anything_waiting)
    assert staff.says("safe.busy.said") == "1 of 2 files. You can go on working meanwhile."
    assert not staff.find("safe.meet").isEnabled(), "one at a time"
    staff.click("rail.participants")
    assert staff.find("participants").isVisible(), "other pages work meanwhile"
    staff.click("rail.safe")
    staff.click("safe.stop")
    staff.qtbot.waitUntil(lambda: staff.find("safe.meet").isEnabled())
    assert staff.says("safe.notice").startswith(STOPPED)
    staff.courier.hangs.set()
    staff.qtbot.waitUntil(lambda: not staff.window.traveller.is_anything_waiting)
    assert staff.courier.met_at == [] and staff.says("safe.notice").startswith(STOPPED)


@pytest.mark.rule("P06", "P72", "E50")
def test_what_was_given_up_half_way_is_made_good_by_the_next_exchange(real, other, place, monkeypatch):
    subject = other.enrol(1)
    other.fill(subject)
    other.exchange(place)
    SlowFolder.let_go.clear()
    monkeypatch.setattr("retnet_pro.app.courier.FolderTransport", SlowFolder)
    page = real.window.findChild(SafePage)
    real.courier.hangs = threading.Event()  # the clicks here do not wait for the stick
    page.meet(place)
    real.qtbot.waitUntil(lambda: real.window.traveller.is_anything_waiting)
    real.click("rail.participants")
    assert real.find("participants").isVisible() and real.column("participants.table", 0) == []
    real.click("rail.safe")
    real.click("safe.stop")
    real.qtbot.waitUntil(lambda: real.find("safe.meet").isEnabled())
    assert real.says("safe.notice").startswith(STOPPED)
    SlowFolder.let_go.set()
    real.qtbot.waitUntil(lambda: not real.window.traveller.is_anything_waiting)
    real.courier.hangs = None
    assert real.says("safe.notice").startswith(STOPPED), "what came too late is dropped"
    page.meet(place)
    real.settle()
    assert f"{other.device}: 1 finished questionnaires came" in real.says("safe.notice")
    real.click("rail.participants")
    assert real.column("participants.table", 0) == [subject]


@pytest.mark.rule("P41")
def test_a_nurse_is_not_offered_it(open_safe, one_visit):  # noqa: F811
    let_in(one_visit)
    assert open_safe(one_visit, NURSE).names("safe.meet") == []
