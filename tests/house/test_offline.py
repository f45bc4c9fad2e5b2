"""Nothing needs a network to go on working (promise 7)."""

import socket
from pathlib import Path

import pytest

from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.safety import safety_of
from retnet_pro.report.compose import print_participant
from retnet_pro.sync.folder import FolderTransport
from tests.unit.conduct.conftest import found
from tests.unit.conduct.test_distrust import SUBJECT, one_response


@pytest.mark.rule("P82")
def test_a_clinic_day_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise AssertionError("somebody asked for a network")

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    site = found(tmp_path)
    desk = one_response(site)
    assert print_participant(desk, SUBJECT, site.calendar())
    (tmp_path / "stick").mkdir()
    stick = FolderTransport(tmp_path / "stick")
    assert at_once(export(desk, site.opened.founding, stick, place="folder")).responses == 1
    assert at_once(collect(desk, site.opened.founding, stick)) == ()
    assert safety_of(desk.site).sent == 1
    site.opened.log.close()
