"""The command line: one sentence and an exit code for everything that goes wrong, and nothing lost."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from retnet_pro import cli
from retnet_pro.conduct.export import export
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import found

HOUSE = Path(__file__).resolve().parents[3]


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["retnet-pro", *map(str, words)])
        try:
            cli.main()
            code = 0
        except SystemExit as leave:
            code = leave.code if isinstance(leave.code, int) else 0
    said = capsys.readouterr()
    return code, said.out, said.err


def sentence_of(result: tuple[int, str, str], code: int) -> str:
    assert result[0] == code
    lines = result[2].strip().splitlines()
    assert len(lines) == 1, result[2]
    return lines[0]


def table(path: Path, rows: Sequence[str]) -> Path:
    path.write_text("\n".join(["id," + ",".join(f"q{n}" for n in range(1, 31)), *rows]) + "\n")
    return path


@pytest.mark.rule("E70", "E76")
def test_score_writes_official_codes_and_keeps_other_columns(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    worked = "2,2,1,1,1,2,3,2,3,3,2,2,2,2,1,1,3,3,2,1,2,3,2,1,2,2,2,2,5,5"
    source = table(tmp_path / "in.csv", [f"A,{worked}"])
    code, said, _ = run(capsys, "score", "--form", "qlq-c30", source, "-o", tmp_path / "out.csv")
    assert code == 0 and "1 rows" in said
    header, row = (tmp_path / "out.csv").read_text().splitlines()
    scores = dict(zip(header.split(","), row.split(","), strict=True))
    assert scores["id"] == "A"
    assert float(scores["PF2"]) == pytest.approx(86.6667, abs=1e-4)
    assert float(scores["SUM"]) == pytest.approx(66.4957, abs=1e-4)


def test_a_bad_cell_is_named_and_nothing_is_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", ["A," + ",".join(["1"] * 30), "B," + ",".join(["1"] * 4 + ["9"] + ["1"] * 25)])
    said = sentence_of(run(capsys, "score", "--form", "qlq-c30", source, "-o", tmp_path / "out.csv"), 3)
    assert "q5" in said and "3" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv"]


def test_an_unknown_form_and_a_missing_file_are_said_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", [])
    assert "qlq-c31" in sentence_of(run(capsys, "score", "--form", "qlq-c31", source, "-o", tmp_path / "o.csv"), 3)
    missing = tmp_path / "nothing.db"
    assert "nothing.db" in sentence_of(run(capsys, "verify", missing), 3)


def test_forms_check_finds_what_is_broken_and_where(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, said, _ = run(capsys, "forms", "check")
    assert code == 0, said
    shutil.copytree(HOUSE / "forms", tmp_path / "forms")
    broken = tmp_path / "forms" / "qlq-c30.yaml"
    broken.write_text(broken.read_text().replace("topic:", "tropic:", 1))
    code, said, _ = run(capsys, "forms", "check", "--forms", tmp_path / "forms", "--json")
    found_there = json.loads(said)
    assert code == 3 and any(f["line"] and "tropic" in f["message"] for f in found_there)


def test_forms_preview_and_schema_print_something_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "forms", "preview", "carcinoid-diary", "--language", "de")
    assert code == 0 and "6" in said
    code, said, _ = run(capsys, "forms", "preview", "biomarkers", "--language", "de")
    assert code == 0 and "µg/L" in said and "Chromogranin A" in said
    code, said, _ = run(capsys, "forms", "schema", "instrument")
    assert code == 0 and json.loads(said)["$schema"].endswith("2020-12/schema")


@pytest.mark.rule("P03", "T4", "T6")
def test_verify_names_the_first_bad_event_and_exits_with_5(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    site = found(tmp_path)
    site.login("nurse")
    head = site.opened.log.head().seq
    site.opened.log.close()
    path = tmp_path / "site" / "site.db"
    code, said, _ = run(capsys, "verify", path)
    assert code == 0 and f"{head} events hold together" in said
    data = path.read_bytes()
    at = data.rindex(b'"kind":"login"')
    path.write_bytes(data[:at] + b'"kind":"logon"' + data[at + len(b'"kind":"login"') :])
    said = sentence_of(run(capsys, "verify", path), 5)
    assert f"event {head}" in said


def found_words(folder: Path) -> list[str | Path]:
    return [
        "site", "found", "--profile", folder / "site", "--trust", folder / "centre" / "trust.pack",
        "--site", "AB", "--user", "co", "--name", "Coordinator", "--passphrase-file", folder / "phrase",
    ]  # fmt: skip


def test_the_road_by_commands_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    code, said, _ = run(capsys, "centre", "found", tmp_path / "centre", "--trial", "T", "--id", "C")
    assert code == 0
    root = said.split("root key for them: ")[1].splitlines()[0].strip()
    (tmp_path / "phrase").write_text("four calm herons wade\n")
    words = found_words(tmp_path)
    wrong = sentence_of(run(capsys, *words, "--root", "0" * 64), 3)
    assert "not by the key on paper" in wrong and not (tmp_path / "site").exists()
    code, said, _ = run(capsys, *words, "--root", root)
    assert code == 0 and "Site AB is set up" in said
    again = sentence_of(run(capsys, *words, "--root", root), 3)
    assert "never overwritten" in again
    code, said, _ = run(capsys, "centre", "take-in", tmp_path / "centre", "--json")
    assert code == 0 and json.loads(said)["responses"] == 0


def test_a_weak_passphrase_makes_no_site(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    _, said, _ = run(capsys, "centre", "found", tmp_path / "centre", "--trial", "T", "--id", "C")
    root = said.split("root key for them: ")[1].splitlines()[0].strip()
    (tmp_path / "phrase").write_text("short\n")
    result = run(capsys, *found_words(tmp_path), "--root", root)
    assert "too easy to guess" in sentence_of(result, 3)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("content", [b"", b"\x9a\xff\x00"])
def test_a_passphrase_file_that_holds_none_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    _, said, _ = run(capsys, "centre", "found", tmp_path / "centre", "--trial", "T", "--id", "C")
    root = said.split("root key for them: ")[1].splitlines()[0].strip()
    (tmp_path / "phrase").write_bytes(content)
    assert "phrase" in sentence_of(run(capsys, *found_words(tmp_path), "--root", root), 3)


def test_a_centre_that_cannot_be_written_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("here")
    sentence_of(run(capsys, "centre", "found", tmp_path / "file" / "centre", "--trial", "T", "--id", "C"), 4)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_verify_tells_a_wrong_file_from_a_damaged_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n")
    (tmp_path / "empty").touch()
    for wrong in ("table.csv", "empty", "."):
        assert "is not what is needed" in sentence_of(run(capsys, "verify", tmp_path / wrong), 3)
    site = found(tmp_path)
    site.opened.log.close()
    assert run(capsys, "verify", tmp_path / "site")[0] == 0


@pytest.fixture
def sent(tmp_path: Path) -> tuple[Path, Path]:
    """A bundle with its signature beside it, and the identity file that opens it."""
    site = found(tmp_path)
    (tmp_path / "drop").mkdir()
    report = export(site.login("coordinator"), site.opened.founding, FolderTransport(tmp_path / "drop"), place="folder")
    site.opened.log.close()
    key = tmp_path / "centre.key"
    key.write_text(site.centre_identity + "\n")
    return tmp_path / "drop" / f"{report.ids[0]}.age", key


@pytest.mark.rule("T9")
def test_a_bundle_is_verified_with_the_signature_beside_it(
    capsys: pytest.CaptureFixture[str], sent: tuple[Path, Path]
) -> None:
    bundle, key = sent
    beside = bundle.with_name(bundle.name + ".sig")
    code, said, _ = run(capsys, "bundle", "inspect", bundle, "--identity", key)
    assert code == 0 and json.loads(said)["signature_beside"] == "genuine"
    beside.write_bytes(beside.read_bytes().replace(b"A", b"B", 5))
    assert "not genuine" in sentence_of(run(capsys, "verify", bundle, "--identity", key), 5)
    beside.unlink()
    code, said, _ = run(capsys, "bundle", "inspect", bundle, "--identity", key)
    assert code == 0 and json.loads(said)["signature_beside"].startswith("missing")


def test_a_key_that_is_none_is_not_blamed_on_the_bundle(
    capsys: pytest.CaptureFixture[str], sent: tuple[Path, Path]
) -> None:
    bundle, key = sent
    assert "--identity" in sentence_of(run(capsys, "verify", bundle), 3)
    for content in (b"\xff\x00", b"nothing here\n"):
        key.write_bytes(content)
        assert "centre.key" in sentence_of(run(capsys, "verify", bundle, "--identity", key), 3)


@pytest.mark.rule("P03", "P72")
def test_a_truncated_bundle_is_refused(capsys: pytest.CaptureFixture[str], sent: tuple[Path, Path]) -> None:
    bundle, key = sent
    bundle.write_bytes(bundle.read_bytes()[:-100])
    sentence_of(run(capsys, "verify", bundle, "--identity", key), 5)
