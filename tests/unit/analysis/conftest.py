"""Closed forms of staff made to order."""

from collections.abc import Callable

import pytest

from retnet_pro.answering.clinic_value import Place
from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.clinic import ClinicRecord
from retnet_pro.record.event import SessionId
from retnet_pro.study.model import Mode


def make_record(form: str, subject: str = "S1-0019", **values: object) -> ClinicRecord:
    return ClinicRecord(
        ses=SessionId("s"),
        subject=subject,
        form=ClinicFormId(form),
        version="1",
        form_hash=ContentHash("a" * 64),
        language="en",
        words_version="1",
        words_hash=ContentHash("b" * 64),
        mode=Mode.DEMO,
        revision=1,
        day="",
        values={Place(place.replace("__", ".")): value for place, value in values.items()},
        facts=(),
        before=(),
        shows_arm=False,
        entries=len(values),
        app="test",
    )


@pytest.fixture(scope="session")
def record_with() -> Callable[..., ClinicRecord]:
    return make_record
