"""A stick is pulled out at any step of a copy: what lies on it is whole or not there, and the next try works (P72).

Fault model: the folder of the stick goes away under its path at one step, and the step that finds it gone fails as the
system says; with the stick, what was written stays as far as it had come. It comes back before the next try.
"""

import errno
import os
from pathlib import Path

import pytest

from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.sync import folder as folder_module
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import found

pytestmark = pytest.mark.rule("P72", "P80", "P82")
STEPS = ("before it is written", "while it is written", "before it is named", "after it is named", "as it is read back")


class Stick:
    """A folder that goes away once, at a step, and can be put in again."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self._pocket, self._patch = path, path.with_name("pocket"), monkeypatch
        path.mkdir()

    def pull_out_at(self, step: str) -> None:
        write, durable, read, sync = (
            folder_module._write_through, folder_module._make_names_durable, folder_module._read, os.fsync,
        )  # fmt: skip
        seen: list[str] = []

        def once(here: str) -> None:
            if here == step and not seen:
                seen.append(here)
                self.path.rename(self._pocket)

        def writing(part: Path, data: bytes) -> None:
            once("before it is written")
            write(part, data)
            once("before it is named")

        def syncing(descriptor: int) -> None:
            once("while it is written")
            if seen == ["while it is written"]:
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
            sync(descriptor)

        def naming(place: Path) -> None:
            once("after it is named")
            durable(place)

        def reading(path: Path, most: int) -> bytes:
            if path.exists():
                once("as it is read back")
            return read(path, most)

        self._patch.setattr(folder_module, "_write_through", writing)
        self._patch.setattr(folder_module, "_make_names_durable", naming)
        self._patch.setattr(folder_module, "_read", reading)
        if step == "while it is written":
            self._patch.setattr(folder_module.os, "fsync", syncing)

    def put_in_again(self) -> None:
        """Put it in, if it is out; it stays in from now on."""
        self._patch.undo()
        if self._pocket.exists():
            self._pocket.rename(self.path)

    def finals(self) -> dict[str, bytes]:
        return {one.name: one.read_bytes() for one in self.path.iterdir() if not one.name.startswith(".")}


@pytest.mark.parametrize("step", STEPS)
def test_a_file_is_whole_or_not_there_and_the_next_try_leaves_it_once(
    tmp_path, monkeypatch, step, record_figure
) -> None:
    stick, name, data = Stick(tmp_path / "stick", monkeypatch), f"{'a' * 64}.age", os.urandom(70_000)
    stick.pull_out_at(step)
    with pytest.raises(WorldFault) as caught:
        FolderTransport(stick.path).put(name, data)
    assert caught.value.code is Code.TRANSPORT_UNREACHABLE
    assert not stick.path.exists(), "a stick that is missing becomes no folder"
    stick.put_in_again()
    is_whole = stick.finals() in ({}, {name: data})
    record_figure(goal="stick pulled out", runs=1, violations=int(not is_whole))
    assert is_whole
    FolderTransport(stick.path).put(name, data)
    assert {one.name: one.read_bytes() for one in stick.path.iterdir()} == {name: data}


@pytest.mark.parametrize("step", STEPS)
def test_an_export_that_was_cut_short_counts_nothing_as_sent_and_can_be_made_again(
    tmp_path, monkeypatch, step, record_figure
) -> None:
    site, stick = found(tmp_path / "site"), Stick(tmp_path / "stick", monkeypatch)
    with site.opened.log as log:
        desk = site.login()
        stick.pull_out_at(step)
        with pytest.raises(WorldFault):
            at_once(export(desk, site.opened.founding, FolderTransport(stick.path), place="folder"))
        counted = [*log.events(kinds={Kind.EXPORT}), *desk.site.sent]
        record_figure(goal="stick pulled out", runs=1, violations=len(counted))
        assert counted == []
        stick.put_in_again()
        report = at_once(export(desk, site.opened.founding, FolderTransport(stick.path), place="folder"))
        assert [one.bundle for one in desk.site.sent] == list(report.ids)
        sealed = [(event.header.note or {})["bundle"] for event in log.events(kinds={Kind.BUNDLE})]
        assert sealed == list(report.ids), "the same bundle again, written down once"
    assert set(stick.finals()) == {f"{report.ids[0]}.age", f"{report.ids[0]}.age.sig"}
