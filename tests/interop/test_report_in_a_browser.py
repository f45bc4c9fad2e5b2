"""The report of a trial in a real browser: an accessibility checker (axe-core), and a narrow screen."""

import pytest

from retnet_pro.report.trial.html import html_page
from tests.interop.test_dashboard_in_a_browser import CHROMIUM, DRIVER, browser
from tests.reported_trial import small_paper

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium or chromium-driver is not installed")
NARROW = 360


def test_the_report_hinders_nobody_and_fits_a_narrow_screen(tmp_path):
    from axe_selenium_python import Axe

    paper = small_paper()
    page = html_page(paper)
    # the checker is a script of its own; the page as it is lets none run
    policy = b"default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert policy in page
    (tmp_path / "report.html").write_bytes(page.replace(policy, b"img-src data:"))
    with browser(scripts=True) as driver:
        driver.get((tmp_path / "report.html").as_uri())
        axe = Axe(driver)
        axe.inject()
        found = [(one["id"], one["nodes"][0]["html"][:200]) for one in axe.run()["violations"]]
        assert found == []
        images = driver.execute_script("return [...document.images].map(one => [one.naturalWidth, one.alt.length])")
        assert len(images) == len(list(paper.pictures)) and all(width and words for width, words in images)
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": NARROW, "height": 800, "deviceScaleFactor": 1, "mobile": True},
        )
        assert driver.execute_script("return document.documentElement.scrollWidth") <= NARROW
