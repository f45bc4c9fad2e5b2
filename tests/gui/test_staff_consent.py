"""Withdrawal and erasure as staff see them: two acts, each explained before it is done, neither possible by a slip."""

import pytest
from PySide6.QtWidgets import QComboBox

from retnet_pro.conduct.erasure import erasures
from retnet_pro.conduct.withdrawal import withdrawals_of
from retnet_pro.errors import Code, RetnetError
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST = make_subject("BER", 1)


def at_person(make_staff, site, person=COORDINATOR, subject=FIRST):
    staff = make_staff(site)
    staff.log_in(person)
    staff.window.frame.open_participant(subject)
    staff.settle()
    return staff


@pytest.mark.rule("P105", "P41")
@pytest.mark.parametrize(
    ("person", "acts"),
    [
        (MONITOR, set()),
        (NURSE, {"person.withdrawal"}),
        (COORDINATOR, {"person.withdrawal", "person.erase"}),
    ],
    ids=lambda value: value.role.value if hasattr(value, "role") else "",
)
def test_a_role_is_offered_what_it_may_do(make_staff, clinic_site, person, acts):
    staff = at_person(make_staff, clinic_site, person)
    assert {name for name in staff.names("person.") if name in ("person.withdrawal", "person.erase")} == acts


@pytest.mark.rule("P105")
def test_a_nurse_records_a_withdrawal_and_only_a_coordinator_takes_it_back(make_staff, clinic_site):
    staff = at_person(make_staff, clinic_site, NURSE)
    staff.click("person.withdrawal")
    assert not staff.find("withdrawal.confirm").isEnabled()
    staff.click("withdrawal.reason.not-said")
    staff.type("withdrawal.note", "said so at the visit")
    staff.click("withdrawal.confirm")
    assert staff.window.frame.person.isVisible()
    staff.click("person.withdrawal")
    assert staff.names("withdrawal.take-back") == [] and staff.names("withdrawal.confirm") == []
    staff.close()
    staff = at_person(make_staff, clinic_site)
    staff.click("person.withdrawal")
    staff.type("withdrawal.back-note", "wants to go on")
    staff.click("withdrawal.take-back")
    told = withdrawals_of(staff.site.desk(), FIRST)
    assert [(one.who, one.note) for one in told] == [
        ("nurse", "said so at the visit"),
        ("coordinator", "wants to go on"),
    ]
    assert staff.site.desk().participant(FIRST).withdrew is None


def fill_in(staff, typed=FIRST):
    staff.click("person.erase")
    staff.type("erasure.authority", "Ethics committee")
    staff.type("erasure.reference", "2026/17")
    staff.click("erasure.ground.wrong-person")
    staff.type("erasure.typed", typed)


@pytest.mark.rule("P102", "P49")
def test_the_button_waits_for_the_order_the_ground_and_the_study_code(make_staff, clinic_site):
    staff = at_person(make_staff, clinic_site)
    fill_in(staff, "BER")
    assert not staff.find("erasure.confirm").isEnabled()
    staff.type("erasure.typed", FIRST)
    assert staff.find("erasure.confirm").isEnabled()
    staff.type("erasure.reference", "")
    assert not staff.find("erasure.confirm").isEnabled()
    assert erasures(staff.site.desk()) == ()


@pytest.mark.rule("P102")
def test_everything_erased_is_said_on_the_page_of_participants_until_the_centre_confirms(make_staff, clinic_site):
    staff = at_person(make_staff, clinic_site)
    fill_in(staff)
    staff.click("erasure.confirm")
    assert FIRST in staff.says("participants.notice")
    ((one, _),) = erasures(staff.site.desk())
    said = staff.says(f"participants.erased.{one.seq}")
    assert all(part in said for part in (FIRST, "Ethics committee", "2026/17", str(one.seq), "Not yet confirmed"))
    assert FIRST not in staff.column("participants.table", 0)
    with pytest.raises(RetnetError) as caught:
        staff.site.desk().participant(FIRST)
    assert caught.value.code is Code.PARTICIPANT_ERASED


@pytest.mark.rule("P102")
def test_one_questionnaire_erased_is_said_where_it_stood(make_staff, clinic_site):
    staff = at_person(make_staff, clinic_site)
    fill_in(staff)
    what = staff.find("erasure.what", QComboBox)
    what.setCurrentIndex(1)
    chosen = what.currentText()
    staff.click("erasure.confirm")
    assert staff.window.frame.person.isVisible()
    (one,) = [told for told, _ in erasures(staff.site.desk())]
    assert not one.is_whole and len(one.sessions) == 1
    (line,) = staff.names("person.erased.")
    visit, form, *_ = chosen.split(" · ")
    assert all(part in staff.says(line) for part in (visit, form, str(one.seq)))
