"""The web page: for visitors alone, read-only, without scripts, with both rates and no word about a participant."""

import re
from dataclasses import asdict, replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from retnet_pro.centre.count_ledger import NETWORK, SiteCount, TabletCount
from retnet_pro.centre.dashboard import About, Dashboard
from retnet_pro.centre.site_counts import FormCount, OpenAlert, SiteCounts, write_counts
from retnet_pro.centre.visitors import Door, add_visitor, remove_visitor
from retnet_pro.errors import Code, WorldFault
from retnet_pro.moment import Moment
from retnet_pro.study.model import Mode
from tests.unit.centre.conftest import AT, NOW
from tests.unit.centre.test_visitors import Chance

FORM = FormCount(
    time_point="baseline", title="Baseline", cycle=None, instrument="qlq-c30", valid=9, of=12, available=10,
    population=20, invalid=1, excused=1, unexplained=1, awaited=8,
)  # fmt: skip
TABLET = TabletCount(
    dev="tab-1", heard_at=AT, events=1234, finished=11, stored=9, forms_aside=1, erased=1, records_aside=2
)  # fmt: skip
ALERT = OpenAlert(raised_at=(NOW - timedelta(days=3)).isoformat(), deadline=(NOW - timedelta(days=1)).isoformat())
COUNTS = SiteCounts(
    as_of=NOW.date(), enrolled=21, randomised=20, withdrew=2, died=1, finished=11, erased=1, settled=4,
    valid=9, of=12, available=10, population=20, awaited=8, alerts=(ALERT,), tablets=(TABLET,),
)  # fmt: skip
PAGES = ("/", "/records", "/sites/S01")


def keep_network(bench):
    """What `count_sites` adds up."""
    keep(bench, NETWORK, SiteCounts(as_of=NOW.date()))


def keep(bench, site="S01", counts=COUNTS, forms=(FORM,)):
    count = SiteCount(
        site=site, counted_at=AT, study="h", upto={}, is_whole=True, counts=write_counts(counts),
        forms=[asdict(form) for form in forms], state=b"",
    )  # fmt: skip
    with bench.store.writing() as ledger:
        ledger.keep_count(count)


class Visit:
    """A browser without a network and a door with a clock."""

    def __init__(self, bench, mode=Mode.STUDY):
        self.bench, self.log, self.seconds = bench, [], 0.0
        chance = Chance()
        self.passphrase = add_visitor(bench.store, "monitor", AT, chance)
        door = Door(bench.store, chance, lambda: self.seconds, idle_s=600)
        about = About(trial="RETNET-DEMO", centre="centre-1", mode=mode)
        made = Dashboard(
            bench.store, about, door, lambda: Moment(NOW, 0, "boot"),
            seconds=lambda: self.seconds, note=self.log.append,
        )  # fmt: skip
        self.web = TestClient(
            made.app(), base_url="https://testserver", follow_redirects=False, raise_server_exceptions=False
        )

    def log_in(self, name="monitor", passphrase=None):
        given = {"name": name, "passphrase": self.passphrase if passphrase is None else passphrase}
        return self.web.post("/login", data=given)

    def page(self, path):
        got = self.web.get(path)
        assert got.status_code == 200, got.text
        return got.text


@pytest.fixture
def visit(bench):
    bench.tablet()
    keep(bench)
    keep_network(bench)
    return Visit(bench)


def words(page):
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split()).replace("\u202f", "")


@pytest.mark.parametrize("path", [*PAGES, "/sites/none", "/?order=alerts"])
def test_nothing_is_shown_to_who_is_not_in(visit, path):
    for cookie in ({}, {"cookie": "__Host-retnet=0000"}):
        got = visit.web.get(path, headers=cookie)
        assert (got.status_code, got.headers["location"], got.text) == (303, "/login", "")


def test_a_visitor_comes_in_and_goes(visit):
    assert "Passphrase" in visit.web.get("/login").text
    got = visit.log_in()
    assert (got.status_code, got.headers["location"]) == (303, "/")
    cookie = got.headers["set-cookie"]
    assert cookie.startswith("__Host-retnet=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert "monitor" in visit.page("/")
    assert visit.web.post("/logout").status_code == 303
    assert visit.web.get("/").status_code == 303
    assert visit.passphrase not in "".join(visit.log)


def test_a_wrong_passphrase_is_refused_in_words_that_do_not_say_what_was_wrong(visit):
    told = {
        visit.log_in(name, passphrase).text
        for name, passphrase in (("monitor", "wrong"), ("nobody", visit.passphrase), ("", ""))
    }
    assert len(told) == 1 and "do not belong together" in told.pop()
    assert visit.web.get("/").status_code == 303


def test_guessing_is_slowed_down_and_waits_it_out(visit):
    tried = [visit.log_in("monitor", f"guess {n}").status_code for n in range(12)]
    assert tried == [403] * 10 + [429] * 2
    assert visit.log_in().status_code == 429
    visit.seconds = 10.0
    assert visit.log_in().status_code == 303


def test_who_may_no_longer_look_sees_nothing_more(visit):
    visit.log_in()
    visit.page("/")
    remove_visitor(visit.bench.store, "monitor", AT)
    assert visit.web.get("/").status_code == 303


@pytest.mark.rule("E61", "E62", "E63")
@pytest.mark.parametrize("path", ["/", "/sites/S01"])
def test_both_rates_stand_together_with_their_numbers(visit, path):
    visit.log_in()
    page = words(visit.page(path))
    assert "75 % 9 of 12" in page and "50 % 10 of 20" in page
    assert "Completion: valid of expected by now" in page and "Available data: valid of all randomised" in page
    assert page.count("75 % 9 of 12") <= page.count("50 % 10 of 20"), "the completion rate never stands alone"


@pytest.mark.rule("E83")
def test_open_alerts_tell_their_age_and_that_they_are_overdue(visit):
    visit.log_in()
    assert "1 open, ▲ 1 overdue , oldest 3 days ago" in words(visit.page("/"))
    assert "overdue for 1 day" in words(visit.page("/sites/S01"))


@pytest.mark.rule("P72")
def test_the_records_add_up_or_it_is_said_loudly(visit):
    visit.log_in()
    assert "The numbers add up: the difference is 0." in words(visit.page("/records"))
    keep(visit.bench, counts=replace(COUNTS, tablets=(replace(TABLET, stored=8),)))
    page = words(visit.page("/records"))
    assert "▲ 1 are nowhere" in page and "add up" not in page


def test_what_waits_or_is_stuck_is_told_by_what_became_of_it(visit, bench, kit):
    lost = bench.tablet("tab-2", b"u" * 32)
    lost.session("ses-1")
    lost.session("ses-2")
    bench.send(lost, after=3)
    bench.gate()
    visit.log_in()
    assert "1 waiting to be opened" in words(visit.page("/"))
    bench.open()
    assert "1 earlier events are missing" in words(visit.page("/sites/S01"))


def test_sites_are_put_in_order_of_what_needs_attention(visit, bench):
    for site, counts in (
        ("S02", replace(COUNTS, valid=3, alerts=())),
        ("S03", replace(COUNTS, tablets=(), alerts=(ALERT, ALERT))),
    ):
        bench.tablet(f"tab-{site}", site.encode().ljust(32), site)
        keep(bench, site, counts)
    visit.log_in()
    orders = {
        order: re.findall(r'href="/sites/(S0\d)"', visit.page(f"/?order={order}"))
        for order in ("site", "completion", "alerts", "heard", "nonsense")
    }
    assert orders == {
        "site": ["S01", "S02", "S03"],
        "nonsense": ["S01", "S02", "S03"],
        "completion": ["S02", "S01", "S03"],
        "alerts": ["S03", "S01", "S02"],
        "heard": ["S03", "S01", "S02"],
    }


def test_a_long_network_is_shown_in_parts(visit, bench, monkeypatch):
    monkeypatch.setattr("retnet_pro.centre.overview.SITES_A_PAGE", 2)
    for number in (2, 3, 4, 5):
        bench.tablet(f"tab-{number}", bytes([number]) * 32, f"S0{number}")
        keep(bench, f"S0{number}")
    visit.log_in()
    shown = {
        part: re.findall(r'href="/sites/(S0\d)"', visit.page(f"/?part={part}")) for part in ("1", "3", "4", "x", "-1")
    }
    first = ["S01", "S02"]
    assert shown == {"1": first, "3": ["S05"], "4": first, "x": first, "-1": first}
    page = visit.page("/records?part=2")
    assert re.findall(r'href="/sites/(S0\d)"', page) == ["S03", "S04"]
    assert 'aria-label="Part 3: S05 to S05"' in page
    assert "55 45" in words(page), "the totals are those of all parts"


def test_a_network_without_a_site_and_a_site_without_a_count_say_so(bench):
    visit = Visit(bench)
    visit.log_in()
    assert "No tablet is enrolled yet." in visit.page("/") and "No tablet is enrolled yet." in visit.page("/records")
    bench.tablet()
    assert "Nothing was counted yet." in visit.page("/")
    assert "Nothing of this site was counted yet." in visit.page("/sites/S01")


def test_an_address_that_is_none_says_so_in_words(visit):
    visit.log_in()
    for path in ("/sites/S99", "/nothing", "/sites/%2e%2e%2fkeys"):
        got = visit.web.get(path)
        assert (got.status_code, "There is nothing here" in got.text) == (404, True)


@pytest.mark.parametrize(("mode", "banner"), [(Mode.DEMO, "synthetic"), (Mode.TRAINING, "not part of the trial")])
def test_data_that_are_not_the_trials_say_so_on_every_page(bench, mode, banner):
    bench.tablet()
    keep(bench)
    visit = Visit(bench, mode)
    assert banner in visit.page("/login")
    visit.log_in()
    assert all(banner in visit.page(path) for path in PAGES)


@pytest.mark.rule("T10", "T11")
def test_what_is_shown_is_text_and_the_browser_may_load_nothing_and_run_nothing(bench):
    hostile = "<script>alert(1)</script>"
    keep(bench, counts=replace(COUNTS, tablets=(replace(TABLET, dev=hostile),)), forms=(replace(FORM, title=hostile),))
    bench.tablet(hostile)
    visit = Visit(bench)
    visit.log_in()
    for path in (*PAGES, "/login"):
        got = visit.web.get(path)
        assert "<script" not in got.text
        policy = got.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src" not in policy and "frame-ancestors 'none'" in policy
        assert got.headers["cache-control"] == "no-store"
    assert "alert(1)" in visit.page("/records"), "it is shown, as text"


class Shape(HTMLParser):
    """Whether every tag that is opened is closed, in order."""

    EMPTY = frozenset({"meta", "link", "input"})

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, _attributes):
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("path", [*PAGES, "/login", "/sites/S99"])
def test_every_page_is_well_formed(visit, path):
    visit.log_in()
    shape = Shape()
    shape.feed(visit.web.get(path).text)
    assert (shape.wrong, shape.open) == ([], [])


def test_a_database_in_trouble_is_told_in_words_and_never_as_numbers(visit, monkeypatch):
    visit.log_in()

    def broken(*_given):
        raise WorldFault(Code.CENTRE_BROKEN, path="centre.sqlite", why="test")

    monkeypatch.setattr("retnet_pro.centre.dashboard.read_overview", broken)
    got = visit.web.get("/")
    assert (got.status_code, "Nothing is lost" in got.text) == (503, True)
    assert visit.log[-1] == "trouble centre-broken"


def test_a_form_too_large_to_be_a_persons_is_not_read(visit):
    assert visit.web.post("/login", content=b"name=monitor&passphrase=" + b"x" * 100_000).status_code == 403
    assert visit.web.post("/login", content=b"\xff\xfe=\xff").status_code == 403
