"""Signing on the glass: name, meaning and hashes first, then the passphrase; every signature stays in sight."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit

from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.signatures import sign_offs
from retnet_pro.gui.interface import install
from retnet_pro.gui.staff.signing_cards import station_said
from retnet_pro.record.event import Kind
from retnet_pro.study.milestone import Station
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, HOUSE, PASSPHRASE
from tests.gui.conftest import INVESTIGATOR

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST = make_subject("BER", 1)


@pytest.fixture
def staff(make_staff, clinic_site):
    add_person(clinic_site.pen, clinic_site.slots, INVESTIGATOR, PASSPHRASE, (clinic_site.identity[0],), by=None)
    made = make_staff(clinic_site)
    made.log_in(INVESTIGATOR)
    made.window.frame.open_participant(FIRST)
    made.settle()
    made.click("person.sign")
    return made


def give(staff, passphrase: str = PASSPHRASE) -> None:
    staff.find("signing.passphrase", QLineEdit).clear()
    staff.type("signing.passphrase", passphrase)
    staff.click("signing.confirm")


@pytest.mark.rule("P60", "P61", "P66")
def test_an_investigator_sees_what_is_signed_confirms_once_and_types_the_passphrase(staff):
    staff.click("signing.choose.baseline")
    assert "reviewed" in staff.find("signing.meaning").text()
    staff.type("signing.passphrase", PASSPHRASE)
    assert not staff.find("signing.confirm").isEnabled(), "the statement comes first"
    staff.find("signing.agree", QCheckBox).setChecked(True)
    give(staff)
    (name,) = staff.names("signing.signature.")
    said = staff.find(name).text()
    assert "Investigator Demo" in said and "(UTC" in said
    assert staff.find("signing.standing.baseline").text().startswith("Signed")
    staff.click("signing.choose.end")
    assert not staff.find("signing.agree").isVisible()
    give(staff)
    assert staff.find("signing.standing.end").text().startswith("Signed")


@pytest.mark.rule("P61", "P44")
def test_a_wrong_passphrase_signs_nothing_and_says_so(staff):
    staff.click("signing.choose.baseline")
    staff.find("signing.agree", QCheckBox).setChecked(True)
    give(staff, "not the right words at all")
    assert "do not match" in staff.find("signing.notice").text()
    assert staff.find("signing.confirm").isEnabled() and not staff.names("signing.signature.")


@pytest.mark.rule("P63")
def test_after_a_correction_the_old_signature_stays_and_a_new_one_is_asked_for(staff):
    staff.click("signing.choose.baseline")
    staff.find("signing.agree", QCheckBox).setChecked(True)
    give(staff)
    desk = staff.site.desk()
    (one, *_) = [found for found in sign_offs(desk, FIRST) if found.station.id == "baseline"]
    ses = one.covered[0].ses
    desk.write(Kind.AMEND, {"subject": FIRST, "ses": ses, "scores": []}, ses=ses)
    staff.window.frame._desk.catch_up()
    staff.window.frame.oversight.signing.open(FIRST)
    staff.settle()
    assert staff.find("signing.standing.baseline").text() == "To be signed again"
    assert staff.names("signing.signature.") and staff.names("signing.choose.baseline")


@pytest.mark.rule("P64", "P41")
def test_a_coordinator_reads_signatures_and_cannot_give_one(make_staff, clinic_site, tmp_path):
    staff = make_staff(clinic_site)
    staff.log_in(COORDINATOR)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click("person.sign")
    assert staff.names("signing.standing.") and not staff.names("signing.choose.")
    staff.window.frame.oversight.signing.save_copy(tmp_path / "list.csv", as_table=True)
    staff.settle()
    assert staff.paper.copied == [("signatures", tmp_path / "list.csv", True)]
    staff.click("signing.back")
    assert staff.find("person.title").text() == FIRST


@pytest.mark.parametrize(
    ("language", "known", "said"),
    [
        ("en", {"en": "Start", "de": "Beginn"}, "Start"),
        ("de", {"en": "Start", "de": "Beginn"}, "Beginn"),
        ("de", {"en": "Start"}, "Baseline (Wortlaut der Studiendatei)"),
        ("en", {}, "Baseline (wording of the study file)"),
    ],
)
def test_a_milestone_is_named_in_the_language_of_the_page_or_marked_as_named_otherwise(language, known, said):
    translator = install(HOUSE / "translations", language)
    try:
        one = Station(id="baseline", title="Baseline", meaning="Seen.", visits=None, titles=known)
        assert station_said(one) == said
    finally:
        if translator is not None:
            QCoreApplication.removeTranslator(translator)
