"""The study file: every finding by one small change of the shipped one, and what the shipped one says."""

from itertools import pairwise
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument import vocabulary_study as vocabulary
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import Instrument, InstrumentId, Status
from retnet_pro.study.load import load_study, read_study
from retnet_pro.study.model import Anchor, Identification, Opens, Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import ENDS, STARTS_AT_EMBOLIZATION

HOUSE = Path(__file__).resolve().parents[3]
PATH = HOUSE / "forms/studies/retnet.yaml"
TEXT = PATH.read_text("utf-8")
ALL = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")


@pytest.fixture(scope="module")
def forms() -> dict[InstrumentId, Instrument]:
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    return {name: library.instrument(name) for name in library.ids()}


@pytest.fixture(scope="module")
def study() -> Study:
    return load_study(PATH)


@pytest.mark.rule("E60", "E57")
def test_the_shipped_schedule_is_an_example_and_says_so(study: Study) -> None:
    assert study.label == "example schedule, not the RETNET protocol"
    assert study.status is Status.ASSUMPTION
    assert {alert.status for alert in study.alerts} == {Status.ASSUMPTION}
    assert study.symptom_free.status is Status.ASSUMPTION


def test_arms_are_data_and_one_is_closed(study: Study) -> None:
    assert [(arm.id, arm.open_to_randomisation) for arm in study.arms] == [
        ("be", True),
        ("ctace", True),
        ("deb", False),
    ]
    assert study.planned_participants == 180
    assert study.languages == ("en", "de", "fr", "es", "he")


@pytest.mark.rule("E60", "E57")
def test_time_points_windows_and_order(study: Study) -> None:
    baseline = study.time_point("baseline")
    assert baseline is not None
    assert (baseline.anchor, baseline.offset_days, baseline.early_days, baseline.late_days) == (
        Anchor.RANDOMISATION,
        0,
        28,
        0,
    )
    after = [point for point in study.time_points if point.anchor is Anchor.EMBOLIZATION]
    assert [(p.offset_days - p.early_days, p.offset_days + p.late_days) for p in after] == [(10, 18), (28, 42)]
    assert [p.instruments for p in after] == [("carcinoid-diary",), ALL]
    weeks = [point for point in study.time_points if point.id.startswith("week-")]
    assert [point.offset_days for point in weeks] == [week * 7 for week in range(12, 97, 12)]
    assert {point.instruments for point in weeks} == {ALL}


def test_no_two_windows_of_one_anchor_overlap(study: Study) -> None:
    for anchor in Anchor:
        points = sorted((p for p in study.time_points if p.anchor is anchor), key=lambda p: p.offset_days)
        for one, following in pairwise(points):
            assert one.offset_days + one.late_days < following.offset_days - following.early_days


def test_the_shipped_study_fits_the_shipped_forms(forms: dict[InstrumentId, Instrument]) -> None:
    assert read_study(TEXT.encode(), "s", forms)[1] == ()
    clinic = ("symptom-baseline", "embolization", "adverse-events", "imaging", "biomarkers")
    assert read_study(TEXT.encode(), "s", forms, clinic)[1] == ()
    (found,) = read_study(TEXT.encode(), "s", forms, clinic[:-1])[1]
    assert found.item == "biomarkers" and "there is no form" in found.message


def test_the_study_says_which_forms_staff_fill_in_and_when(study: Study) -> None:
    uses = {use.form: (use.opens, use.once) for use in study.clinic_forms}
    assert uses["embolization"] == (Opens.RANDOMISATION, False)
    assert uses["symptom-baseline"] == (Opens.ENROLMENT, True)
    assert set(Opens) == set(vocabulary.CLINIC_OPENS)


def test_the_vocabulary_of_the_file_is_that_of_the_code() -> None:
    assert set(vocabulary.ANCHORS) == set(Anchor)
    assert set(vocabulary.IDENTIFICATIONS) == set(Identification) - {Identification.STATED}, (
        "staff state it, no study asks"
    )
    assert {"withdrew", "progressed", "died"} == set(vocabulary.STOPS)
    assert set(vocabulary.STOPS) <= set(Participant.__slots__)
    assert STARTS_AT_EMBOLIZATION in vocabulary.SYMPTOM_FREE_STARTS
    assert ENDS in vocabulary.NEXT_EMBOLIZATION


@pytest.mark.rule("E59")
def test_a_study_asks_for_the_code_unless_it_says_that_it_wants_a_pin(study: Study) -> None:
    assert study.identification is Identification.CONFIRM
    other, findings = read_study(TEXT.replace("planned_part", "identification: pin\nplanned_part").encode(), "s")
    assert findings == () and other is not None
    assert other.identification is Identification.PIN
    assert read_study(TEXT.replace("planned_part", "identification: eye\nplanned_part").encode(), "s")[0] is None


def test_what_code_reads_of_a_stop_is_what_the_file_says(study: Study) -> None:
    assert set(study.stops) == {"withdrew", "died", "progressed"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: ctace", "id: be", "[be] 'be' stands here a second time"),
        ("id: week-24", "id: week-12", "[week-12] 'week-12' stands here a second time"),
        ("id: example-strongest-pain", "id: example-strongest-wheeze", "stands here a second time"),
        ("languages: [en, de, fr, es, he]", "languages: [en, en]", "[en] 'en' stands here a second time"),
        (
            "instruments: [carcinoid-diary]",
            "instruments: [carcinoid-diary, carcinoid-diary]",
            "[post-2w] an instrument",
        ),
        ("    item: wheeze\n", "    item: wheeze\n    scale: WHZ\n", "an alert looks at one item or at one scale"),
        ("    item: wheeze\n", "", "an alert looks at one item or at one scale"),
        ("    at_least: 3\n", "", "else it never rings"),
        ('"{site}-[0-9]{3}[0-9]"', '"[0-9]{4}"', "a study code begins with {site}"),
        ('"{site}-[0-9]{3}[0-9]"', '"{site}-[0-9]+"', "is not a study code pattern"),
        ('"{site}-[0-9]{3}[0-9]"', '"{site}-{site}"', "a study code begins with {site} and names it once"),
        ("starts: first-free-assessment", "starts: whenever", "is not one of first-free-assessment, embolization"),
        ("label: example schedule, not the RETNET protocol\n", "", "the key 'label' is missing"),
    ],
)
def test_findings_of_a_study_file(old: str, new: str, said: str) -> None:
    assert TEXT.count(old) == 1
    study, findings = read_study(TEXT.replace(old, new).encode(), "s")
    assert study is None
    assert any(said in str(finding) for finding in findings), findings


def test_a_study_without_an_open_arm_cannot_start() -> None:
    study, findings = read_study(
        TEXT.replace("open_to_randomisation: true", "open_to_randomisation: false").encode(), "s"
    )
    assert study is None
    assert [finding.message for finding in findings] == ["no arm is open to randomisation"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("instruments: [carcinoid-diary]", "instruments: [other-diary]", "[post-2w] there is no form 'other-diary'"),
        ("  instrument: carcinoid-diary\n  starts", "  instrument: other\n  starts", "there is no form 'other'"),
        ("    instrument: qlq-c30\n", "    instrument: qlq-c31\n", "there is no form 'qlq-c31'"),
        ("item: wheeze", "item: sneeze", "carcinoid-diary has no item 'sneeze'"),
        ("item: wheeze", "scale: ZZZ", "carcinoid-diary has no scale 'ZZZ'"),
    ],
)
def test_what_a_study_refers_to_exists(forms: dict[InstrumentId, Instrument], old: str, new: str, said: str) -> None:
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    assert read_study(text.encode(), "s")[1] == ()
    findings = read_study(text.encode(), "s", forms)[1]
    assert any(said in str(finding) for finding in findings), findings


def test_a_broken_study_file_is_refused_with_all_findings(tmp_path: Path) -> None:
    path = tmp_path / "study.yaml"
    path.write_text(TEXT.replace("planned_participants: 180", "planned_participants: 0").replace("stops:", "stop:"))
    with pytest.raises(Refusal) as caught:
        load_study(path)
    assert caught.value.code is Code.STUDY_BROKEN
    found = str(caught.value.facts["findings"])
    assert "unknown key 'stop'" in found
    assert "the key 'stops' is missing" in found
    assert "'0' is not a whole number" in found
