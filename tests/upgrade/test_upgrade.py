"""Old data stay readable: the site and the bundle of every released version are opened by this one (T16, P04, P06)."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from retnet_pro.app.opening import open_site
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.inspect import inspect_bundle
from retnet_pro.bundle.opening import open_container
from retnet_pro.bundle.receipt import verify_receipt
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.record.event import DeviceId, Head
from retnet_pro.record.unseal import Unsealer
from retnet_pro.settings import Settings
from retnet_pro.simulation.play import Calendar
from retnet_pro.vault.verify import verify_log
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE, TODAY

VERSIONS = sorted(Path(__file__).resolve().parent.glob("v*"))
pytestmark = pytest.mark.parametrize("golden", VERSIONS, ids=lambda path: path.name)


@pytest.fixture
def expected(golden):
    return json.loads((golden / "expected.json").read_text())


@pytest.fixture
def profile(golden, tmp_path):
    """A copy, because opening may migrate it."""
    shutil.copy(golden / "site.db", tmp_path / "site.db")
    for secret in golden.glob("*.device"):
        shutil.copy(secret, tmp_path / secret.name)
    return tmp_path


@pytest.mark.rule("T16", "P03", "P06")
def test_a_site_of_an_older_version_still_verifies(golden, expected):
    found = verify_log(golden / "site.db")
    assert (found.first_break, found.events) == (None, expected["events"])
    assert verify_log(golden / "site.db", known=[Head(**expected["head"])]).first_break is None


@pytest.mark.rule("T16", "P01", "P04", "P06")
def test_its_answers_scores_and_interruptions_are_what_they_were(golden, expected, profile):
    settings = Settings(profile=profile, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")
    opened = open_site(settings, Calendar(TODAY), cost=CHEAP)
    with opened.log:
        door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
        desk = door.login("coordinator", PASSPHRASE)
        assert [one.subject for one in desk.participants()] == expected["subjects"]
        assert len(desk.site.interrupted()) == expected["interrupted"]
        (taken,) = desk.responses_of(expected["subjects"][0])
        assert {item: str(given) for item, given in taken.response.answers.items()} == expected["answers"]
        assert {score.code: score.value for score in taken.response.scores} == expected["scores"]
        assert len(desk.reader.entries_of(taken.response.ses)) == expected["entries"]
        assert desk.damage is None
        desk.look_at(expected["subjects"][0])
    assert verify_log(profile / "site.db").first_break is None, "and it can be written on"


@pytest.mark.rule("T16", "P04")
def test_its_bundle_and_receipt_are_still_genuine(golden, expected):
    facts = inspect_bundle(golden / "bundle.age", golden / "centre.key")
    assert (facts["first_bad"], facts["bundle"], facts["upto"]) == (None, expected["bundle"], expected["head"]["seq"])
    unsealer = Unsealer([(golden / "centre.key").read_text().strip()])
    manifest = open_container((golden / "bundle.age").read_bytes(), unsealer, path="bundle.age").manifest
    online = bytes.fromhex(_founding(golden)["centre_key"])
    receipt = verify_receipt(
        (golden / "receipt").read_bytes(), centre_public=online, trial=manifest.trial, device=DeviceId(manifest.dev)
    )
    assert receipt.holds == Head(**expected["head"])


def _founding(golden):
    connection = sqlite3.connect(f"file:{golden / 'site.db'}?mode=ro&immutable=1", uri=True)
    try:
        (header,) = connection.execute("SELECT header FROM event WHERE seq = 1").fetchone()
    finally:
        connection.close()
    return json.loads(header)["note"]
