"""What a system says of a place becomes one plain reason, whatever the system and its language."""

import errno
import os

import pytest

from retnet_pro.conduct.cause import cause_of

pytestmark = pytest.mark.rule("P82")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "it is not there"),
        (errno.ENODEV, "it is not there"),
        (errno.EACCES, "this program may not read or write there"),
        (errno.EROFS, "it cannot be written to"),
        (errno.ETIMEDOUT, "it does not answer"),
        (errno.EIO, "it reports a fault"),
    ],
)
def test_numbers_of_the_system_are_told_in_words(number, said):
    assert cause_of(OSError(number, os.strerror(number))) == said


def test_this_programs_own_reason_stays_and_an_unknown_one_is_the_systems():
    assert cause_of(OSError(errno.EIO, "what was written could not be read back")).endswith("read back")
    assert cause_of(OSError(errno.EMLINK, os.strerror(errno.EMLINK))) == os.strerror(errno.EMLINK)
    assert cause_of(OSError()) == "OSError"
