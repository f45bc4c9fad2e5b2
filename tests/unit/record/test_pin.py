"""The study PIN is kept as a slow hash, and only compared."""

import pytest

from retnet_pro.record.pin import fits, hash_pin, is_pin

SALT = "00" * 16


@pytest.mark.rule("E59")
def test_only_the_pin_itself_fits_what_is_kept_of_it() -> None:
    kept = hash_pin("2741", SALT)
    assert fits("2741", kept)
    assert not any(fits(other, kept) for other in ("2742", "27410", "", "two7"))


@pytest.mark.rule("E59")
def test_the_same_pin_of_two_participants_is_kept_differently() -> None:
    assert hash_pin("2741", SALT) != hash_pin("2741", "01" * 16)


@pytest.mark.parametrize("kept", ["", "scrypt:00", "scrypt:00:11:22"])
def test_what_is_not_a_hash_fits_no_pin(kept: str) -> None:
    assert not fits("2741", kept)


@pytest.mark.parametrize(
    ("text", "good"),
    [("1234", True), ("12345678", True), ("123", False), ("123456789", False), ("12a4", False), ("١٢٣٤", False)],
)
def test_a_pin_is_four_to_eight_plain_digits(text: str, good: bool) -> None:
    assert is_pin(text) is good
