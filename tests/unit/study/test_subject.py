"""Study codes: a slip of the pen is caught before a form is put to the wrong person."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Code, Refusal
from retnet_pro.study.load import load_study
from retnet_pro.study.subject import check_digit, check_subject, fault, make_subject

STUDY = load_study(Path(__file__).resolve().parents[3] / "forms/studies/retnet.yaml")
SITE = "PHL"


def test_the_published_example_of_the_standard() -> None:
    """ISO/IEC 7064 MOD 11,10: 0794 takes the check digit 5."""
    assert check_digit("0794") == "5"


@given(st.integers(1, 999), st.from_regex(r"[A-Z][A-Z0-9]{0,7}", fullmatch=True))
def test_made_codes_are_codes_of_their_site_only(number: int, site: str) -> None:
    code = make_subject(site, number)
    assert fault(code, site, STUDY) is None
    assert fault(code, f"{site}X", STUDY) is not None
    assert fault(code, f"X{site}", STUDY) is not None


@given(st.integers(1, 999), st.integers(0, 3), st.integers(1, 9))
def test_every_single_wrong_digit_is_caught(number: int, place: int, by: int) -> None:
    code = make_subject(SITE, number)
    digits = code[-4:]
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert fault(f"{SITE}-{wrong}", SITE, STUDY) is not None


def test_nearly_every_swap_of_neighbours_is_caught() -> None:
    """All but a few: the standard's pure systems catch all, this hybrid one most."""
    swapped = missed = 0
    for number in range(1, 1000):
        digits = make_subject(SITE, number)[-4:]
        for place in range(3):
            if digits[place] != digits[place + 1]:
                swap = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
                swapped += 1
                missed += fault(f"{SITE}-{swap}", SITE, STUDY) is None
    assert missed / swapped < 0.03


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("NYC-0018", "begin with the letters"),
        ("PHL0018", "another form"),
        ("PHL-18", "another form"),
        ("PHL-001x", "another form"),
        ("PHL-00186", "another form"),
        (" PHL-0018", "begin with the letters"),
        ("PHL-0018\n", "another form"),
        ("PHL-٠٠١٨", "another form"),
        ("", "begin with the letters"),
    ],
)
def test_a_wrong_code_is_refused_with_the_reason(code: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_subject(code, SITE, STUDY)
    assert caught.value.code is Code.BAD_STUDY_CODE
    assert why in str(caught.value.facts["why"])


def test_a_wrong_check_digit_is_named_as_such() -> None:
    good = make_subject(SITE, 18)
    check_subject(good, SITE, STUDY)
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)
    with pytest.raises(Refusal) as caught:
        check_subject(wrong, SITE, STUDY)
    assert "last digit" in str(caught.value.facts["why"])


def test_sites_with_signs_of_a_pattern_are_taken_literally() -> None:
    code = make_subject("A.B", 1)
    assert fault(code, "A.B", STUDY) is None
    assert fault(code.replace(".", "x"), "A.B", STUDY) is not None


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_numbers_that_do_not_fit_are_refused(number: int) -> None:
    with pytest.raises(Refusal) as caught:
        make_subject(SITE, number)
    assert caught.value.code is Code.BAD_STUDY_CODE
