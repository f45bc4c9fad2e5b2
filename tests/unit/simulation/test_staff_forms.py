"""The forms of staff in a simulated trial: a few for each participant, as the use cases take them, and repeatable."""

from datetime import date

import pytest

from retnet_pro.answering.clinic_value import Measured
from retnet_pro.conduct.clinic_reading import disagrees, record_of
from retnet_pro.record.event import Kind
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.staff_forms import fill_staff_forms, forms_for
from retnet_pro.study.participant import Participant
from tests.fakes import FakeSite, clinic

PERSON = Participant(
    subject="BER-0016",
    arm="ctace",
    enrolled=date(2026, 1, 5),
    randomised=date(2026, 1, 7),
    embolizations=(date(2026, 1, 20), date(2026, 6, 1)),
    symptomatic=True,
)


def filled(today=date(2026, 8, 1), seed=1, **over):
    person = Participant(**{**{name: getattr(PERSON, name) for name in Participant.__slots__}, **over})
    return tuple(forms_for(person, today, Chance(seed, "staff forms", person.subject)))


def test_every_kind_of_form_is_there_with_its_units():
    made = filled()
    assert [one.form for one in made] == [
        "symptom-baseline",
        *("biomarkers", "biomarkers"),
        *("embolization", "adverse-events", "embolization", "adverse-events"),
        *("imaging", "imaging"),
    ]
    assert made[1].values["cga"].unit == made[1].values["cga_limit"].unit == "ng_ml"
    assert isinstance(made[3].values["oil"], Measured)


def test_the_same_seed_gives_the_same_values():
    assert filled() == filled()
    assert filled() != filled(seed=2)


@pytest.mark.parametrize("over", [{"died": date(2026, 2, 1)}, {"withdrew": date(2026, 2, 1)}])
def test_nothing_is_written_down_after_death_or_withdrawal(over):
    assert [one.form for one in filled(**over)] == ["symptom-baseline", "biomarkers", "embolization"]


@pytest.mark.rule("P12", "P13")
def test_every_form_is_closed_through_the_use_cases_and_moves_nothing_of_the_course():
    site = FakeSite()
    desk = clinic(site)
    before = {person.subject: person for person in desk.participants()}
    count = fill_staff_forms(desk, 1)
    assert count == site.log.kinds().count(Kind.CLINIC_DONE) > 2 * len(before)
    assert {person.subject: person for person in desk.participants()} == before
    for subject in before:
        forms = desk.course(subject).clinic
        assert forms.filed and not forms.open
        assert not any(disagrees(desk, subject, one) for one in forms.filed)
        assert all(record_of(desk, subject, one.ses) is not None for one in forms.filed)
