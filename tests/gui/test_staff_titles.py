"""A page is called as the button of the rail that leads to it, in every language of the staff."""

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton

from retnet_pro.gui.interface import install
from tests.fakes import HOUSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
PAGES = {
    "today": "today", "participants": "participants", "alerts": "alerts", "study": "completion", "safe": "safe",
    "team": "team", "audit": "audit", "passphrase": "own",
}  # fmt: skip
"""Buttons of the rail, and the page each leads to."""
NO_PAGES = {"look", "lock"}


@pytest.fixture(params=["en", "de"])
def staff(request, make_staff, clinic_site):
    translator = install(HOUSE / "translations", request.param)
    made = make_staff(clinic_site)
    made.log_in()
    yield made
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.rule("E110")
def test_every_page_is_called_as_the_button_that_leads_to_it(staff):
    buttons = {name.removeprefix("rail.") for name in staff.names("rail.") if staff.window.findChild(QPushButton, name)}
    assert buttons == set(PAGES) | NO_PAGES
    for place, page in PAGES.items():
        staff.click(f"rail.{place}")
        title = staff.find(f"{page}.title", QLabel)
        assert title.isVisible()
        called = staff.find(f"rail.{place}", QPushButton).text().replace("&&", "&")
        assert title.text() == re.sub(r" \(\d+\)$", "", called)
    staff.click("rail.study")
    way = staff.find("completion.takeout", QPushButton).text()
    staff.click("completion.takeout")
    assert staff.says("takeout.title") == way
