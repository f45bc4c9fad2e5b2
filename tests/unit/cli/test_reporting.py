"""The report leaves the centre by one command: whole or not at all, never over something that is there."""

import hashlib
from contextlib import contextmanager
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from retnet_pro.analysis.objectives import every_scale
from retnet_pro.cli.reporting import SUMS
from retnet_pro.report.trial import compose
from tests.unit.cli.test_commands import run, sentence_of
from tests.unit.cli.test_exporting import folder, made  # noqa: F401 - fixtures


def test_the_centre_reports_its_trial(capsys, folder, monkeypatch):  # noqa: F811
    out = folder / "report"
    asked = ("centre", "report", folder / "centre", "--out", out, "--as-of", "2026-11-23", "--processes", 1)
    assert "--synthetic" in sentence_of(run(capsys, *asked), 3)
    assert not out.exists()
    code, said, _ = run(capsys, *asked, "--synthetic")
    assert code == 0 and "begin with report.html" in said
    names = {path.name for path in out.iterdir()}
    assert {"report.html", "report.pdf", "table-about.csv", "table-toxicity-asked.csv", SUMS} - names <= {
        "table-toxicity-asked.csv"
    }
    for line in (out / SUMS).read_text("utf-8").splitlines():
        sha256, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == sha256
        names.remove(name)
    assert names == {SUMS}
    assert "is not overwritten" in sentence_of(run(capsys, *asked, "--synthetic"), 3)


@pytest.fixture
def one_scale(monkeypatch):
    """Only the first scale is analysed: all of them take long."""
    monkeypatch.setattr(compose, "every_scale", lambda trial: list(every_scale(trial))[:1])


@pytest.mark.rule("E141")
@pytest.mark.usefixtures("one_scale")
def test_who_stops_it_leaves_nothing_behind(capsys, folder, monkeypatch):  # noqa: F811
    def stop(paper):
        raise KeyboardInterrupt

    monkeypatch.setattr("retnet_pro.cli.reporting.files_of", stop)
    asked = (
        "centre",
        "report",
        folder / "centre",
        "--out",
        folder / "report",
        "--synthetic",
        "--as-of",
        "2026-11-23",
        "--processes",
        1,
    )
    before = {path.name for path in folder.iterdir()}
    code, _, _ = run(capsys, *asked)
    assert code != 0
    assert {path.name for path in folder.iterdir()} == before


@pytest.mark.usefixtures("one_scale")
def test_the_bar_covers_reading_drawing_and_writing_and_is_full_only_when_all_is_on_disk(capsys, folder, monkeypatch):  # noqa: F811
    bar, told = SimpleNamespace(pos=0, label=""), []

    def update(steps):
        bar.pos += steps
        told.append((bar.label, bar.pos, (folder / "report.zip").exists()))

    @contextmanager
    def drawn(*, length, label, file):
        bar.length, bar.label, bar.update = length, label, update
        yield bar

    monkeypatch.setattr("retnet_pro.cli.reporting.click.progressbar", drawn)
    asked = ("centre", "report", folder / "centre", "--synthetic", "--as-of", "2026-11-23", "--processes", 1)
    assert run(capsys, *asked, "--out", folder / "report.zip")[0] == 0
    assert list(dict.fromkeys(label for label, _, _ in told)) == [
        "Reading the data",
        "Calculating and drawing",
        "Writing",
    ]
    assert [pos for _, pos, _ in told] == sorted(pos for _, pos, _ in told)
    assert [there for _, pos, there in told if pos == bar.length] == [True]
    with ZipFile(folder / "report.zip") as packed:
        assert packed.testzip() is None
        assert {(entry.date_time[0], entry.external_attr >> 16) for entry in packed.infolist()} == {(1980, 0o600)}
        sums = packed.read(f"report/{SUMS}").decode()
        named = {name: sha256 for sha256, name in (line.split("  ") for line in sums.splitlines())}
        assert {f"report/{name}" for name in (*named, SUMS)} == set(packed.namelist())
        for name, sha256 in named.items():
            assert hashlib.sha256(packed.read(f"report/{name}")).hexdigest() == sha256
