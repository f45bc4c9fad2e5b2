"""The report leaves the centre by one command: whole or not at all, never over something that is there."""

import hashlib

import pytest

from retnet_pro.cli.reporting import SUMS
from tests.unit.cli.test_commands import run, sentence_of
from tests.unit.cli.test_exporting import folder, made  # noqa: F401 - fixtures


def test_the_centre_reports_its_trial(capsys, folder, monkeypatch):  # noqa: F811
    out = folder / "report"
    asked = ("centre", "report", folder / "centre", "--out", out, "--as-of", "2026-11-23")
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


@pytest.mark.rule("E141")
def test_who_stops_it_leaves_nothing_behind(capsys, folder, monkeypatch):  # noqa: F811
    def stop(paper):
        raise KeyboardInterrupt

    monkeypatch.setattr("retnet_pro.cli.reporting.files_of", stop)
    asked = ("centre", "report", folder / "centre", "--out", folder / "report", "--synthetic", "--as-of", "2026-11-23")
    before = {path.name for path in folder.iterdir()}
    code, _, _ = run(capsys, *asked)
    assert code != 0
    assert {path.name for path in folder.iterdir()} == before
