"""A site's own data in open files: whole and read back, or nothing at the place; written down before."""

import errno
import hashlib
import importlib
import os
from pathlib import Path

import pytest

from retnet_pro.app import open_files
from retnet_pro.app.open_files import OpenFiles
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.taking_out import outlook
from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.study.model import Mode
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE, FakeSite, clinic


@pytest.fixture(scope="module")
def once():
    site = FakeSite()
    clinic(site)
    return site


@pytest.fixture
def site(once):
    return once.copy()


@pytest.fixture
def desk(site):
    return site.doorway.login(COORDINATOR.user, PASSPHRASE)


@pytest.fixture
def place(tmp_path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def events(desk) -> int:
    return len(list(desk.pen.log.events(0, {Kind.DATA_OUT})))


def refused(code: Code, desk, place, fmt="csv", files=None) -> RetnetError:
    """Expect a refusal that leaves nothing behind."""
    before = sorted(place.iterdir()) if place.is_dir() else []
    with pytest.raises(RetnetError) as caught:
        at_once((files or OpenFiles()).take_out(desk, fmt, place))
    assert caught.value.code is code
    assert (sorted(place.iterdir()) if place.is_dir() else []) == before
    return caught.value


def to_the_writing(files: OpenFiles, desk, place):
    """Go on until only the writing is left; return the journey and that last stop."""
    journey = files.take_out(desk, "csv", place)
    stop = next(journey)
    while stop.done < len(tuple(desk.site.courses.every())):
        stop = journey.send(stop.work())
    return journey, journey.send(stop.work())


@pytest.mark.rule("P10")
def test_files_are_there_with_the_sums_that_were_told_and_it_was_written_down(desk, place):
    made = at_once(OpenFiles().take_out(desk, "csv", place))
    assert made.out == place / "data-BER-csv-2026-11-23"
    for one in made.files:
        assert hashlib.sha256((made.out / one.name).read_bytes()).hexdigest() == one.sha256
    *_, event = desk.pen.log.events(0, {Kind.DATA_OUT})
    note = event.header.note
    assert (event.header.who, note["format"], note["participants"], note["synthetic"]) == (
        COORDINATOR.user, "csv", made.participants, True
    )  # fmt: skip
    found = outlook(desk)
    assert (found.participants, found.forms, found.mode) == (made.participants, made.forms, Mode.DEMO)


def test_a_second_export_of_the_day_does_not_touch_the_first(desk, place):
    first, second = (at_once(OpenFiles().take_out(desk, "fhir", place)) for _ in range(2))
    assert [first.out.name, second.out.name] == ["data-BER-fhir-2026-11-23.json", "data-BER-fhir-2026-11-23-2.json"]
    assert first.out.read_bytes() == second.out.read_bytes()


@pytest.mark.rule("P41", "P21")
@pytest.mark.parametrize("person", [NURSE, MONITOR])
def test_nobody_else_takes_data_out(site, place, person):
    other = site.doorway.login(person.user, PASSPHRASE)
    refused(Code.NOT_ALLOWED, other, place)
    with pytest.raises(Refusal):
        outlook(other)
    assert events(other) == 0


def test_a_place_that_is_gone_or_cannot_be_written_is_found_before_anything_is_written_down(desk, place, monkeypatch):
    refused(Code.FILE_MISSING, desk, place / "pulled")

    def denied(*_args, **_how):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(open_files, "mkdtemp", denied)
    assert refused(Code.DISK_FAULT, desk, place).facts["why"] == "Permission denied"
    assert events(desk) == 0


def test_a_stick_that_fills_up_keeps_nothing_of_it(desk, place, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for fmt in ("csv", "fhir", "sdtm-xpt"):
        refused(Code.DISK_FULL, desk, place, fmt)


def test_what_does_not_read_back_as_written_is_taken_away(desk, place, monkeypatch):
    writer = importlib.import_module("retnet_pro.exchange.writer")
    made_file = writer.made_file
    at_once(OpenFiles().take_out(desk, "csv", place))  # every format is loaded now

    def worn_out(path, rows):
        path.write_bytes(path.read_bytes()[:-1])
        return made_file(path, rows)

    monkeypatch.setattr(writer, "made_file", worn_out)
    for fmt in ("csv", "fhir"):
        fault = refused(Code.DISK_FAULT, desk, place, fmt)
        assert isinstance(fault, WorldFault) and "read back" in str(fault.facts["why"])


def test_given_up_while_it_is_written_it_leaves_nothing(desk, place):
    journey, writing = to_the_writing(OpenFiles(), desk, place)
    with pytest.raises(Refusal):
        journey.throw(Refusal(Code.SENDING_STOPPED))
    with pytest.raises(Refusal) as caught:
        writing.work()
    assert caught.value.code is Code.SENDING_STOPPED
    assert list(place.iterdir()) == []


def test_a_closing_window_stops_it_too(desk, place):
    files = OpenFiles()
    files.end()  # nothing is under way
    _, writing = to_the_writing(files, desk, place)
    files.end()
    with pytest.raises(Refusal):
        writing.work()
    assert list(place.iterdir()) == []


def test_participants_are_read_one_at_a_time_so_that_others_are_not_kept_waiting(desk, place):
    journey = OpenFiles().take_out(desk, "csv", place)
    stop, seen = next(journey), []
    while not seen or stop.done:
        stop = journey.send(stop.work())
        seen.append((stop.done, stop.total))
    count = len(tuple(desk.site.courses.every()))
    assert seen == [*((done, count + 1) for done in range(1, count + 1)), (0, 0)]
    journey.close()


def test_only_formats_that_can_be_written_here_are_offered(monkeypatch):
    assert "parquet" in OpenFiles().formats()
    monkeypatch.setattr(open_files, "find_spec", lambda name: None)
    assert "parquet" not in OpenFiles().formats() and "csv" in OpenFiles().formats()
