"""What another tablet has told is kept as it was signed, and nothing else gets among it."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.errors import Bug, Code, RetnetError
from retnet_pro.record.event import DeviceId, Event
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.neighbours import NeighbourFolder
from tests.fakes import FakeSite

OTHER = DeviceId("AB-0002")


@pytest.fixture(scope="module")
def events() -> list[Event]:
    site = FakeSite()
    desk = site.desk()
    for number in (1, 2):
        desk.enrol(make_subject("BER", number), date(2026, 10, 1), "en")
    return list(site.log.kept)


@pytest.mark.rule("P06")
def test_events_are_kept_as_they_came_and_found_again(tmp_path: Path, events: list[Event]) -> None:
    folder = NeighbourFolder(tmp_path)
    assert folder.log(OTHER) is None
    folder.take_in(OTHER, events[:1])
    folder.take_in(OTHER, events[1:])
    folder.close()
    log = NeighbourFolder(tmp_path).log(OTHER)
    assert log is not None
    assert [(event.header_bytes, event.sig) for event in log.events()] == [
        (event.header_bytes, event.sig) for event in events
    ]
    log.close()


@pytest.mark.rule("T8")
def test_events_that_do_not_follow_are_no_part_of_it(tmp_path: Path, events: list[Event]) -> None:
    folder = NeighbourFolder(tmp_path)
    folder.take_in(OTHER, events[:1])
    for wrong in (events[:1], events[2:]):
        with pytest.raises(Bug) as caught:
            folder.take_in(OTHER, wrong)
        assert caught.value.code is Code.CHAIN_BROKEN
    log = folder.log(OTHER)
    assert log is not None and log.head().seq == 1
    with pytest.raises(Bug) as caught:
        log.append(events[1])
    assert caught.value.code is Code.UNEXPECTED
    folder.close()


@pytest.mark.rule("T12")
@pytest.mark.parametrize("device", ["../AB-0002", ".hidden", "a/b"])
def test_a_device_id_that_is_no_name_for_a_file_reaches_no_file(tmp_path: Path, device: str) -> None:
    with pytest.raises(Bug):
        NeighbourFolder(tmp_path).log(DeviceId(device))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.rule("E50")
@pytest.mark.parametrize(
    "use", [lambda folder, events: folder.take_in(OTHER, events), lambda folder, _: folder.put_aside(OTHER)]
)
def test_a_disk_that_refuses_is_said(
    tmp_path: Path, events: list[Event], monkeypatch: pytest.MonkeyPatch, use: Callable[..., object]
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise OSError(5, os.strerror(5))

    folder = NeighbourFolder(tmp_path)
    monkeypatch.setattr(Path, "unlink", refuses)
    with pytest.raises(RetnetError) as caught:
        use(folder, events)
    assert caught.value.code is Code.DISK_FAULT
