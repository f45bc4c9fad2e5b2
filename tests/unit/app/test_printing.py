"""Files for people to read: whole or not there at all, only for their owner, with a calm word when the disk refuses."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from retnet_pro.app import printing
from retnet_pro.app.printing import Printer, save
from retnet_pro.conduct.trail import EVERYTHING
from retnet_pro.errors import Code, RetnetError
from retnet_pro.record.event import Kind
from tests.unit.conduct.conftest import Founded, found
from tests.unit.conduct.test_distrust import SUBJECT, one_response


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Founded]:
    site = found(Path(tmp_path_factory.mktemp("site")))
    one_response(site)
    yield site
    site.opened.log.close()


@pytest.mark.parametrize(("as_table", "start"), [(True, b"event,time"), (False, b"%PDF")])
def test_a_copy_of_the_trail_appears_at_the_end_under_the_name_it_was_given(
    played: Founded, tmp_path: Path, as_table: bool, start: bytes
) -> None:
    name = "trail.v2"
    copy = Printer(played.calendar).trail(played.login("monitor"), EVERYTHING, tmp_path / name, as_table=as_table)
    while copy.advance():
        assert list(tmp_path.iterdir()) == [], "nothing of it is on disk before it is whole"
    assert copy.count > 10
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_a_report_is_printed_the_same_way(played: Founded, tmp_path: Path) -> None:
    Printer(played.calendar).participant_pdf(played.login("nurse"), SUBJECT, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_scores_and_a_picture_are_saved_the_same_way(played: Founded, tmp_path: Path) -> None:
    printer, desk = Printer(played.calendar), played.login("nurse")
    printer.scores(desk, SUBJECT, tmp_path / "scores.csv")
    printer.trends(desk, SUBJECT, "qlq-c30", b"drawn", tmp_path / "trends.png")
    assert (tmp_path / "scores.csv").read_bytes().startswith(b"participant,mode,visit")
    assert (tmp_path / "trends.png").read_bytes() == b"drawn"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, Code.DISK_FULL), (errno.EIO, Code.DISK_FAULT)])
def test_a_disk_that_refuses_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code
) -> None:
    save(tmp_path / "a", b"old")

    def refuse(_descriptor: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(printing.os, "fsync", refuse)
    with pytest.raises(RetnetError) as refused:
        save(tmp_path / "a", b"new")
    assert refused.value.code is code
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RetnetError) as refused:
        save(tmp_path / "gone" / "a", b"x")
    assert (refused.value.code, refused.value.facts["path"]) == (Code.DISK_FAULT, tmp_path / "gone")


@pytest.mark.rule("P10")
def test_a_copy_that_is_given_up_half_way_leaves_neither_file_nor_trace(played: Founded, tmp_path: Path) -> None:
    desk = played.login("monitor")
    head = played.opened.log.head()
    copy = Printer(played.calendar).trail(desk, EVERYTHING, tmp_path / "trail.csv", as_table=True)
    copy.advance()
    del copy
    assert played.opened.log.head() == head
    assert list(tmp_path.iterdir()) == []
    assert Kind.VIEW not in {event.header.kind for event in played.opened.log.events(head.seq)}
