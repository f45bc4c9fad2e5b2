"""A server that cannot be started says why in one sentence."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from tests.roads import LOOPBACK, Authority, ServerFiles


@pytest.fixture
def files(tmp_path: Path) -> ServerFiles:
    done = CliRunner().invoke(
        commands, ["centre", "found", str(tmp_path / "centre"), "--trial", "DEMO-TRIAL", "--id", "C1"]
    )
    assert done.exit_code == 0
    return Authority().server(tmp_path)


def fault(folder: Path, certificate: Path, key: Path, port: int = 1) -> RetnetError:
    words = ["centre", "serve", str(folder), "--certificate", str(certificate), "--key", str(key), "--port", str(port)]
    done = CliRunner().invoke(commands, words)
    assert isinstance(done.exception, RetnetError), done.output
    return done.exception


def test_a_port_that_is_taken_is_named(files: ServerFiles, tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        failed = fault(tmp_path / "centre", files.certificate, files.key, port)
    assert failed.code is Code.TRANSPORT_UNREACHABLE
    assert f"{LOOPBACK}:{port}" in sentence(failed)
    assert "in use" in sentence(failed)


def test_files_that_are_missing_or_do_not_belong_together_are_refused(files: ServerFiles, tmp_path: Path) -> None:
    centre, other = tmp_path / "centre", Authority().server(tmp_path / "other")
    assert fault(tmp_path / "none", files.certificate, files.key).code is Code.FILE_MISSING
    assert fault(centre, tmp_path / "none.pem", files.key).code is Code.FILE_MISSING
    assert fault(centre, files.certificate, tmp_path / "none.key").code is Code.FILE_MISSING
    assert fault(centre, files.certificate, other.key).code is Code.FILE_UNFIT
    assert fault(centre, files.key, files.key).code is Code.FILE_UNFIT
