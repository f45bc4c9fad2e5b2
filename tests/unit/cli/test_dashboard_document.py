"""The commands of the document about the web page, run as they stand on a centre that took something in."""

import json
import re
import shlex
import socket
import ssl
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from retnet_pro.cli import commands
from retnet_pro.conduct.export import export
from retnet_pro.errors import Code, RetnetError
from tests.unit.centre.test_adopt import Office

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "dashboard.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]
COUNT, RECONCILE, ADD, LIST, REMOVE, DASHBOARD = LINES


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    export(made.desk, made.founding, made.drop, place="stick")
    made.round()
    yield made
    made.tablet.opened.log.close()


def said(office, line, **words):
    known = {"CEREMONY": str(office.centre.folder), "BOX": str(office.key), "NAME": "monitor", **words}
    return shlex.split(re.sub(r"\b[A-Z]{3,}\b", lambda word: known.get(word[0], word[0]), line))[1:]


def run(office, line, *more, exit_code=0):
    done = CliRunner().invoke(commands, [*said(office, line), *more])
    assert done.exit_code == exit_code, (done.output, done.exception)
    return done.output


@pytest.mark.rule("P72")
def test_what_came_in_is_counted_and_adds_up(office):
    assert "No tablet" not in run(office, RECONCILE)
    assert run(office, COUNT) == "Sites counted anew: 1.\n"
    assert run(office, COUNT) == "Sites counted anew: 0.\n"
    facts = json.loads(run(office, RECONCILE, "--json"))
    (tablet,) = facts["tablets"].values()
    assert (tablet["finished"], tablet["stored"], facts["difference"]) == (1, 1, 0)
    assert f"{office.founding.device}" in run(office, RECONCILE)


@pytest.mark.rule("P72")
def test_what_a_person_has_to_decide_ends_with_one(office):
    run(office, COUNT)
    inbox = office.centre.inbox.folder
    assert list(inbox.iterdir())
    store_of(office, "update bundle set status = 'refused'")
    told = run(office, RECONCILE, exit_code=1)
    assert f"Bundles of {office.founding.device} not taken in: 1 refused." in told


def test_visitors_come_and_go(office):
    assert run(office, LIST) == "Nobody may look yet.\n"
    passphrase = run(office, ADD).rsplit(" ", 1)[1].strip()
    assert re.fullmatch(r"([0-9a-z]{4}-){4}[0-9a-z]{4}", passphrase)
    assert run(office, REMOVE) == "monitor may no longer look.\n"
    assert re.fullmatch(r"monitor +since \d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d\n", run(office, LIST))
    done = CliRunner().invoke(commands, said(office, ADD))
    assert isinstance(done.exception, RetnetError) and done.exception.code is Code.VISITOR_TAKEN


def test_the_page_is_served_over_tls_alone(office, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
        f"-addext subjectAltName=IP:127.0.0.1 -keyout {key} -out {certificate}"
    )
    subprocess.run(made.split(), check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = said(
        office, DASHBOARD, LISTEN="127.0.0.1", PORT=str(port), CERTIFICATE=str(certificate), PRIVATE=str(key)
    )  # fmt: skip
    program = [sys.executable, "-m", "retnet_pro", *words]
    with subprocess.Popen(program, cwd=HOUSE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            assert f"https://127.0.0.1:{port}/" in running.stderr.readline()
            trusted = ssl.create_default_context(cafile=str(certificate))
            with urllib.request.urlopen(f"https://127.0.0.1:{port}/", context=trusted, timeout=30) as got:
                assert (got.status, got.url, b"Passphrase" in got.read()) == (
                    200,
                    f"https://127.0.0.1:{port}/login",
                    True,
                )
            with socket.create_connection(("127.0.0.1", port), timeout=30) as plain:
                plain.sendall(b"GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n")
                assert b"Passphrase" not in plain.recv(65536)
        finally:
            running.terminate()
            running.communicate(timeout=60)


def store_of(office, statement):
    import sqlite3

    with sqlite3.connect(office.centre.folder / "centre.sqlite") as connection:
        connection.execute(statement)
    connection.close()
