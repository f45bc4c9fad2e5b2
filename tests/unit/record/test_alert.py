"""What an ``alert`` event holds: exactly the agreed fields, or a named reason."""

import pytest

from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import InstrumentId, ItemId, Status
from retnet_pro.record.alert import Alarm, read_alarm, write_alarm
from retnet_pro.record.event import SessionId
from retnet_pro.study.alerts import Alert

ALERT = Alert(
    rule="pain", instrument=InstrumentId("core"), item=ItemId("q9"), scale=None, value=4.0, at_least=4.0, at_most=None,
    who="nurse", within_hours=24, source="test", status=Status.ASSUMPTION,
)  # fmt: skip
ALARM = Alarm(
    ses=SessionId("s"),
    subject="AB-0016",
    visit="baseline",
    instrument=InstrumentId("core"),
    study="h" * 64,
    raised=(ALERT,),
)


@pytest.mark.rule("E80", "E82")
def test_what_is_written_is_read_back():
    assert read_alarm({"v": 1, "kind": "alert", **write_alarm(ALARM)}) == ALARM


@pytest.mark.rule("P03", "T10")
@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"v": 2},
        {"raised": {}},
        {"raised": ["pain"]},
        {"subject": "two\nlines"},
        {"raised": [{**write_alarm(ALARM)["raised"][0], "value": float("nan")}]},  # type: ignore[index]
        {"raised": [{**write_alarm(ALARM)["raised"][0], "scale": "PA"}]},  # type: ignore[index]
        {"raised": [{**write_alarm(ALARM)["raised"][0], "within_hours": True}]},  # type: ignore[index]
        {"raised": [{**write_alarm(ALARM)["raised"][0], "status": "certain"}]},  # type: ignore[index]
    ],
)
def test_anything_else_is_refused_by_name(change):
    with pytest.raises(Tamper) as caught:
        read_alarm({**write_alarm(ALARM), **change})
    assert caught.value.code is Code.PAYLOAD_BROKEN
