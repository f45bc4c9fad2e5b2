"""Data leave from the command line: at the centre for whoever holds its key, at the site for a coordinator."""

import shutil
from pathlib import Path

import pytest

from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.exchange.redcap_dictionary import dictionary_lines, make_dictionary
from tests import fakes_rows as fakes
from tests.redcap_standin import TOKEN, RedcapProject, running
from tests.unit.centre.test_adopt import Office
from tests.unit.cli.test_commands import run, sentence_of
from tests.unit.conduct.conftest import PASSPHRASE


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The folder of a centre that holds one form of a site, and of that site."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder)
    office.enrol()
    at_once(export(office.desk, office.founding, office.drop, place="stick"))
    office.round()
    office.tablet.opened.log.close()
    (folder / "own").write_text(PASSPHRASE + "\n")
    return folder


@pytest.fixture
def folder(made, tmp_path) -> Path:
    return shutil.copytree(made, tmp_path / "office")


def test_the_centre_exports_all_sites(capsys, folder):
    asked = ("centre", "export", folder / "centre", "--out", folder / "data", "--as-of", "2026-11-23")
    assert "--synthetic" in sentence_of(run(capsys, *asked), 3)
    assert "Choose one of: adam-csv, " in sentence_of(run(capsys, *asked, "--format", "xls"), 3)
    assert not (folder / "data").exists()
    code, said, _ = run(capsys, *asked, "--synthetic")
    assert code == 0 and "1 participants with 1 forms" in said
    assert (folder / "data" / "items.csv").is_file()
    assert "is not overwritten" in sentence_of(run(capsys, *asked, "--synthetic"), 3)


@pytest.mark.rule("P41")
def test_at_the_site_only_a_coordinator_takes_data_out(capsys, folder):
    def ask(by):
        who = ("--profile", folder / "site", "--by", by, "--passphrase-file", folder / "own")
        return run(capsys, "site", "export-data", *who, "--out", folder / f"{by}.zip", "--synthetic")

    assert "may not take data out" in sentence_of(ask("nurse"), 3)
    assert not (folder / "nurse.zip").exists()
    code, said, _ = ask("coordinator")
    assert code == 0 and "1 participants with 1 forms" in said
    assert (folder / "coordinator.zip").is_file()


def test_the_centre_sends_to_a_redcap_project_after_looking(capsys, folder, monkeypatch):
    monkeypatch.setenv("RETNET_PRO_REDCAP_TOKEN", TOKEN)
    project = RedcapProject([list(line) for line in dictionary_lines(make_dictionary(fakes.codebook()))])
    with running(project) as address:
        ask = ("centre", "send-redcap", folder / "centre", "--to", address, "--synthetic", "--as-of", "2026-11-23")
        code, said, _ = run(capsys, *ask, "--look")
        assert code == 0 and "are new, 0 differ" in said and project.records == {}
        code, said, err = run(capsys, *ask, "--yes")
        assert code == 0 and "were sent and confirmed" in said
        assert project.records and TOKEN not in said + err
        monkeypatch.setenv("RETNET_PRO_REDCAP_TOKEN", "0000")
        code, said, err = run(capsys, *ask, "--yes")
        assert code == 3 and "token is not valid" in err and "0000" not in err
    with_option = run(capsys, *ask, "--token", TOKEN)
    assert with_option[0] == 2 and TOKEN not in with_option[1] + with_option[2]


def test_what_leaves_as_fhir_fits_our_own_check_of_it(capsys, folder):
    out = folder / "study.json"
    asked = ("centre", "export", folder / "centre", "--out", out, "--as-of", "2026-11-23", "--synthetic")
    code, said, _ = run(capsys, *asked, "--format", "fhir")
    assert code == 0 and "Not in it: " in said
    code, said, _ = run(capsys, "forms", "check-fhir", out)
    assert code == 0 and "Responses: 1." in said
    out.write_text(out.read_text().replace('"status":"completed"', '"status":"perhaps"'))
    code, said, _ = run(capsys, "forms", "check-fhir", out)
    assert code == 3 and "is no status of a response" in said
