"""The choice of the language at hand-over: what can be chosen, what is a draft, and why the rest is not offered."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QPushButton

from retnet_pro.gui.interface import install
from retnet_pro.gui.staff import handover
from retnet_pro.instrument.model import Licence
from retnet_pro.study.subject import make_subject
from tests.fakes import HOUSE, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIFTH = make_subject("BER", 5)
LANGUAGES = ("en", "de", "fr", "es", "he", "it")
"""All but the last have wording."""


@pytest.fixture
def page(make_staff, clinic_site):
    """Open the hand-over page of a study in many languages."""

    def open_it(*languages):
        clinic_site.doorway._study = replace(clinic_site.study, languages=languages)
        staff = make_staff(clinic_site)
        staff.log_in(NURSE)
        staff.click(f"today.handover.{FIFTH}.baseline")
        return staff

    return open_it


def labels(staff):
    return {name.rpartition(".")[2]: staff.find(name, QPushButton).text() for name in staff.names("handover.language.")}


@pytest.mark.rule("E130", "E131", "E132")
def test_drafts_are_marked_and_what_is_not_offered_says_why(page):
    staff = page(*LANGUAGES)
    offered = labels(staff)
    assert list(offered) == ["en", "de", "fr", "es", "he"]
    assert offered["en"] == "English"
    assert offered["fr"] == "Français – draft"
    said = staff.says("handover.languages").split("\n")
    assert said[0] == "Draft: not yet reviewed by a native speaker; for demonstration wording only."
    assert said[1].startswith("Italiano: There is no complete wording of 'qlq-c30' in language 'it'.")


@pytest.mark.rule("E130")
def test_a_language_this_tablet_cannot_draw_is_not_offered(page, monkeypatch):
    monkeypatch.setattr(handover, "missing_glyphs", lambda letters, language, family: "שא" if language == "he" else "")
    staff = page("en", "he")
    assert list(labels(staff)) == ["en"]
    assert "cannot draw all letters of 'he' (e.g. ש א). Install the typeface fonts-noto-core" in staff.says(
        "handover.languages"
    )


def test_where_there_is_nothing_to_say_nothing_stands_there(page):
    staff = page("en")
    assert labels(staff) == {"en": "English"}
    assert not staff.find("handover.languages", QLabel).isVisible()


def test_where_no_language_is_left_the_tablet_cannot_be_handed_over(page):
    staff = page("it")
    assert labels(staff) == {}
    assert not staff.find("handover.start").isEnabled()


@pytest.mark.rule("E141")
@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1280, 800)], ids=["1024x768", "1280x800"])
def test_the_end_of_a_licence_is_told_before_the_button_is_pressed(page, clinic_site, spoken, size):
    library = clinic_site.library
    ended = Licence(owner="Owner", id="L", study="S", expires=date(2026, 1, 2), copyright="(c)", approval=None)
    for name in library.ids():
        library.wording(library.instrument(name), "en")
    library.read_words.update({place: replace(each, licence=ended) for place, each in library.read_words.items()})
    translator = install(HOUSE / "translations", spoken)
    try:
        staff = page("en", "de")
        staff.window.resize(size)
        staff.settle()
        assert "en" not in labels(staff)
        assert not staff.find("handover.start").isEnabled()
        assert "'qlq-c30'" in staff.says("handover.notice") and "2026-01-02" in staff.says("handover.notice")
    finally:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1280, 800)], ids=["1024x768", "1280x800"])
def test_many_languages_fit(page, spoken, size):
    translator = install(HOUSE / "translations", spoken)
    try:
        staff = page(*LANGUAGES)
        staff.window.resize(size)
        staff.settle()
        start = staff.find("handover.start", QPushButton)
        bottom = start.mapTo(staff.window, start.rect().bottomLeft()).y()
        assert bottom < size.height(), "the nurse must not have to scroll to hand over"
        said = staff.find("handover.languages", QLabel)
        assert said.height() >= said.heightForWidth(said.width())
        for name in staff.names("handover.language."):
            row = staff.find(name, QPushButton)
            assert row.width() >= row.minimumSizeHint().width()
    finally:
        QCoreApplication.removeTranslator(translator)
