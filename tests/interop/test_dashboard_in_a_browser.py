"""The web page in a real browser, over TLS, with scripts switched off and with an accessibility checker (axe-core)."""

import shutil
import subprocess
import threading
from contextlib import contextmanager

import pytest

from retnet_pro.centre.visitors import add_visitor
from retnet_pro.cli.dashboard_server import make_dashboard_server
from retnet_pro.cli.serving import listening
from tests.unit.centre.conftest import AT, Bench
from tests.unit.centre.test_dashboard import COUNTS, PAGES, keep
from tests.unit.centre.test_visitors import Chance

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
LOOPBACK = "127.0.0.1"
CERTIFY = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
    "-addext subjectAltName=IP:127.0.0.1"
)
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER and shutil.which("openssl")),
    reason="chromium, chromium-driver or openssl is not installed",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The address of a page with a site on it, and the passphrase of its visitor."""
    folder = tmp_path_factory.mktemp("dashboard")
    bench = Bench(folder / "centre")
    bench.tablet()
    keep(bench, counts=COUNTS)
    passphrase = add_visitor(bench.store, "monitor", AT, Chance())
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = [*CERTIFY.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    server = make_dashboard_server(
        bench.centre, bench.store, certificate=certificate, key=key, note=lambda _line: None
    )  # fmt: skip
    bound = listening(LOOPBACK, 0)
    running = threading.Thread(target=server.run, args=([bound],), daemon=True)
    running.start()
    yield f"https://{LOOPBACK}:{bound.getsockname()[1]}", passphrase
    server.should_exit = True
    running.join(30)
    bench.store.close()


@contextmanager
def browser(*, scripts):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in ("--headless=new", "--no-sandbox", "--ignore-certificate-errors", "--disable-dev-shm-usage"):
        options.add_argument(switch)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        driver.set_page_load_timeout(60)
        yield driver
    finally:
        driver.quit()


def log_in(driver, page):
    address, passphrase = page
    driver.get(address)
    assert driver.current_url == f"{address}/login"
    driver.find_element("id", "name").send_keys("monitor")
    driver.find_element("id", "passphrase").send_keys(passphrase)
    driver.find_element("css selector", "main button").click()
    driver.get(address)
    assert driver.current_url == f"{address}/"


def test_everything_can_be_read_without_scripts(page):
    with browser(scripts=False) as driver:
        log_in(driver, page)
        for path, heading in zip(PAGES, ("Network", "Is every record accounted for?", "Site S01"), strict=True):
            driver.get(page[0] + path)
            assert driver.find_element("tag name", "h1").text == heading
        assert "75 %" in driver.find_element("tag name", "main").text
        style = driver.find_element("css selector", ".tiles li").value_of_css_property("border-top-left-radius")
        assert style == "12px", "the style sheet is applied under the page's own policy"


def test_no_page_hinders_anybody(page):
    from axe_selenium_python import Axe

    found = {}
    with browser(scripts=True) as driver:
        driver.get(f"{page[0]}/login")
        found["/login"] = _hindrances(Axe(driver))
        log_in(driver, page)
        for path in (*PAGES, "/sites/none"):
            driver.get(page[0] + path)
            found[path] = _hindrances(Axe(driver))
    assert found == {path: [] for path in ("/login", *PAGES, "/sites/none")}


def test_every_link_and_button_is_reached_by_keyboard_and_the_focus_is_seen(page):
    from selenium.webdriver.common.keys import Keys

    with browser(scripts=True) as driver:
        log_in(driver, page)
        reached, seen = set(), set()
        for _ in range(40):
            driver.switch_to.active_element.send_keys(Keys.TAB)
            element = driver.switch_to.active_element
            if element.tag_name in ("a", "button"):
                reached.add(element.text or element.get_attribute("href"))
                seen.add(element.value_of_css_property("outline-style"))
        wanted = {
            one.text for one in driver.find_elements("css selector", "header a, header button, main a") if one.text
        }
        assert wanted <= reached
        assert seen == {"solid"}


def _hindrances(axe):
    axe.inject()
    return [(one["id"], one["nodes"][0]["html"]) for one in axe.run()["violations"]]
