"""The files for kiosk sessions say what the document says, and name what this program is."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

HOUSE = Path(__file__).resolve().parents[2]
KIOSK = HOUSE / "packaging" / "kiosk"
DOCUMENT = (HOUSE / "packaging" / "docs" / "kiosk.md").read_text("utf-8")
FILES = sorted(KIOSK.iterdir())


def test_every_file_is_explained_and_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"packaging/kiosk/([a-z0-9.-]+)", DOCUMENT))
    assert named == {path.name for path in FILES}


def test_the_unit_starts_this_program_again_and_opens_no_other_console() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(KIOSK / "retnet-pro-kiosk.service")
    service = unit["Service"]
    compositor, _, program = service["ExecStart"].partition(" -- ")
    assert program.endswith("/bin/retnet-pro")
    assert compositor.split()[0] == "/usr/bin/cage" and "-s" not in compositor.split()
    assert service["Restart"] == "always"
    assert unit["Unit"]["Conflicts"] == "getty@tty1.service"


@pytest.mark.parametrize("path", sorted(KIOSK.glob("*.xml")), ids=lambda path: path.name)
def test_a_profile_is_given_to_an_account_and_starts_this_program(path: Path) -> None:
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    ids = {element.get("Id") for element in root.iter() if element.get("Id")}
    assert len(ids) == 1, "the profile that is made is the one that is given"
    assert "retnet-pro.exe" in text
    accounts = [element for element in root.iter() if element.tag.endswith("Account")]
    assert [account.get("Name") or account.text for account in accounts] == ["retnet"]
