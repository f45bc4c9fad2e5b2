"""The commands in the document about backup and archive work as they stand, in the order they stand there."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.unit.centre.test_adopt import Office
from tests.unit.conduct.conftest import HOUSE, PASSPHRASE

DOCUMENT = HOUSE / "packaging" / "docs" / "backup-and-archive.md"
missing = [tool for tool in ("age", "tar", "ssh-keygen", "openssl", "sha256sum", "sh") if not shutil.which(tool)]
PROGRAM = f"{shlex.quote(sys.executable)} -c 'from retnet_pro.cli import main; main()'"
ASKS = ("--by ", "--user ")


def commands():
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in textwrap.dedent(block).strip().splitlines()]


def run(line, names, folder):
    """Run a line in a shell, with the names in capitals replaced and the passphrase in a file."""
    named = re.sub(r"\b(" + "|".join(names) + r")\b", lambda found: str(names[found[1]]), line)
    if any(word in line for word in ASKS):
        named += f" --passphrase-file {folder / 'phrase'}"
    named = named.replace("retnet-pro ", f"{PROGRAM} ", 1) if line.startswith("retnet-pro") else named
    named = named.replace("python3 tests", f"{shlex.quote(sys.executable)} {HOUSE}/tests")
    environment = {**os.environ, "RETNET_PRO_KEYSTORE": "file", "PYTHONPATH": str(HOUSE)}
    done = subprocess.run(["sh", "-c", named], cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    return done.stdout


@pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")
@pytest.mark.rule("P04", "P81", "P83")
def test_the_commands_of_the_document_work_as_they_stand(tmp_path: Path):
    office = Office(tmp_path)
    office.enrol()
    office.tablet.opened.log.close()
    (tmp_path / "phrase").write_text(PASSPHRASE + "\n")
    (tmp_path / "keys-kept.txt").write_text("Two sealed envelopes.\n")
    names = {"SITE": "site", "STICK": "stick", "CENTRE": "centre", "NEW": "new", "NEW2": "new2", "ARCHIVE": "archive"}
    lines, said = commands(), []
    assert len(lines) == 13
    for line in lines:
        if "BACKUP" in line:
            names["BACKUP"] = max((tmp_path / "stick").iterdir())
        said.append(run(line, names, tmp_path))
    assert "read back" in said[0] and "read back" in said[1]
    assert "recent enough" in said[2] and "2 backups." in said[3]
    assert (tmp_path / "drill.txt").read_text() == said[4] and "The drill passed" in said[4]
    assert json.loads(said[5])["findings"] == []
    assert "Coordinator Demo can log in" in said[6] and "New Demo can log in" in said[7]
    assert said[8].startswith("accepted: the centre holds tablet")
    assert "1 adopted logs" in said[9]
    assert 'Good "archive@retnet-pro" signature for centre' in said[11]
    (response,) = [json.loads(line) for line in said[12].splitlines()]
    assert response["form"]["id"] == "qlq-c30" and len(response["answers"]) == 30
