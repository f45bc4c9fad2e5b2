"""An archive is complete, says the same twice, and is read by a script that shares no line with what wrote it."""

import ast
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from retnet_pro.app.backup_key import look_into, open_with_passphrase
from retnet_pro.app.opening import close_site
from retnet_pro.centre.archive import MANIFEST
from retnet_pro.centre.store import Store
from retnet_pro.cli.archiving import archive_centre
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase, pieces
from retnet_pro.conduct.export import export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import resume
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.take import Bedside
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.record.response import write_response
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import read_settings
from tests.unit.app.test_restoring import SUBJECT, login, restored
from tests.unit.centre.test_adopt import Office
from tests.unit.conduct.conftest import HOUSE, PASSPHRASE
from tests.unit.conduct.test_desk import answer, finish

READER = Path(__file__).with_name("read_archive.py")
missing = [tool for tool in ("age", "tar", "ssh-keygen", "openssl", "sha256sum") if not shutil.which(tool)]
needs_tools = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A centre that holds a tablet's bundles, one record set aside, an adopted log, and a device restored from it."""
    folder = tmp_path_factory.mktemp("office")
    made = Office(folder)
    made.enrol()
    tablet, desk = made.tablet.opened, made.desk
    at_once(export(desk, made.founding, made.drop, place="folder"))
    made.round()
    sitting = next(iter(desk.site.sessions.values())).sitting
    bedside = Bedside(tablet.pen, tablet.library, resume(desk, sitting))
    session = answer(made.tablet, bedside, 1, 0)
    finish(made.tablet, bedside, 1, session)
    finish(made.tablet, bedside, 1, session)
    desk.catch_up()
    at_once(export(desk, made.founding, made.drop, place="folder"))
    made.round()
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    backup = made.backup()
    made.adopt(backup)
    new = restored(backup, made.key, folder / "new", made.tablet)
    made.enrol(public=new.founding.public, dev=new.founding.device)
    at_once(export(login(new), new.founding, made.drop, place="folder"))
    made.round()
    close_site(new)
    tablet.log.close()
    return made


@pytest.fixture(scope="module")
def archive(office):
    out = office.folder / "archive"
    (office.folder / "keys.txt").write_text(
        "Root and box key: two sealed envelopes, safe 3. Online key: import server.\n"
    )
    archive_centre(office.centre.folder, out, read_settings(), office.folder / "keys.txt")
    return out


@pytest.fixture
def copy(archive, tmp_path):
    return Path(shutil.copytree(archive, tmp_path / "copy"))


def read(*words):
    """Run the reader as anybody would, from elsewhere and without this program in its path."""
    done = subprocess.run(
        [sys.executable, "-I", str(READER), *map(str, words)], capture_output=True, text=True, cwd="/", check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def held(office):
    """What the centre's own store says, in the words of the reader."""
    store = Store(office.centre.database)
    with store.reading() as ledger:
        rows = sorted(ledger.responses(), key=lambda one: (one.dev, one.seq))
    store.close()
    plain = [{"dev": one.dev, "seq": one.seq, "event": one.event_hash, **write_response(one.response)} for one in rows]
    return json.loads(json.dumps(plain))


def test_the_reader_shares_nothing_with_the_program():
    nodes = list(ast.walk(ast.parse(READER.read_text())))
    imported = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    assert imported and {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)


@needs_tools
@pytest.mark.rule("P04", "P05", "P70")
def test_the_reader_finds_exactly_what_the_centre_holds(office, archive):
    code, found, said = read(archive, "--identity", office.key)
    assert (code, said) == (0, "")
    assert found == held(office)
    assert [one["form"]["id"] for one in found] == ["qlq-c30", "carcinoid-diary"]
    store = Store(office.centre.database)
    with store.reading() as ledger:
        assert len(ledger.aside()) == 1, "a record that was set aside is not among them"
    store.close()
    assert found[0]["answers"]["q1"] == {"is": "answered", "code": 1}


@needs_tools
@pytest.mark.rule("P04", "P83")
def test_bundles_tablet_and_site_key_or_tablet_and_centre_key_give_equal_data(office, archive):
    backup = next((office.folder / "stick").iterdir())
    with look_into(backup) as look:
        now = office.tablet.calendar()
        (identity,) = open_with_passphrase(look, office.folder / "site", "nurse", PASSPHRASE, now, bytes).identities
    (office.folder / "site.key").write_text(identity)
    log = office.folder / "site" / "site.db"
    ways = [
        read(archive, "--identity", office.key),
        read("--log", log, "--identity", office.folder / "site.key"),
        read("--log", log, "--identity", office.key),
    ]
    assert [code for code, _, _ in ways] == [0, 0, 0]
    assert ways[0][1] == ways[1][1] == ways[2][1] != []


@pytest.mark.rule("P04")
def test_two_archives_of_the_same_data_are_the_same_byte_for_byte(office, archive, tmp_path):
    again = archive_centre(office.centre.folder, tmp_path / "again", read_settings(), office.folder / "keys.txt")
    first = {path.relative_to(archive): path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    second = {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }
    assert first == second
    assert (again.bundles, again.adopted, again.receipts, again.unexplained) == (3, 1, 4, 0)


@pytest.mark.rule("P80", "T1")
def test_no_key_that_opens_or_signs_is_in_an_archive(office, archive):
    secrets = [path.read_text().strip().encode() for path in (office.centre.folder / "keys").iterdir()]
    assert len(secrets) == 3
    for path in archive.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(secret in content for secret in [*secrets, b"AGE-SECRET-KEY"]), path.name
            assert SUBJECT.encode() not in content, path.name


@needs_tools
@pytest.mark.rule("P04", "P03")
def test_what_the_archive_says_of_itself_is_checked_with_common_tools(archive):
    readme = (archive / "README.txt").read_text()
    lines = [line.strip() for line in readme.splitlines() if line.startswith("    ")]
    assert len(lines) == 2
    for line in lines:
        done = subprocess.run(["sh", "-c", line], cwd=archive, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert 'Good "archive@retnet-pro" signature for centre' in done.stdout


def test_an_archive_says_where_the_keys_are_or_that_nobody_said(office, archive, tmp_path):
    assert "two sealed envelopes" in (archive / "keys.txt").read_text()
    archive_centre(office.centre.folder, tmp_path / "silent", read_settings(), None)
    assert "was not stated" in (tmp_path / "silent" / "keys.txt").read_text()
    (tmp_path / "wrong").write_text((office.centre.folder / "keys" / "box.key").read_text())
    with pytest.raises(RetnetError) as caught:
        archive_centre(office.centre.folder, tmp_path / "third", read_settings(), tmp_path / "wrong")
    assert caught.value.code is Code.FILE_UNFIT and not (tmp_path / "third").exists()


@needs_tools
@pytest.mark.rule("P03", "T6")
def test_any_change_of_an_archive_is_refused(office, copy):
    chance = random.Random(5)
    files = sorted(path for path in copy.rglob("*") if path.is_file())
    for path in chance.sample(files, 8):
        content = path.read_bytes()
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        code, _, said = read(copy, "--identity", office.key)
        assert code == 1 and "cannot be trusted" in said, path.name
        path.write_bytes(content)
    (copy / "bundles" / "more.age").write_bytes(b"")
    assert read(copy, "--identity", office.key)[0] == 1
    (copy / "bundles" / "more.age").unlink()
    next((copy / "receipts").iterdir()).unlink()
    assert read(copy, "--identity", office.key)[0] == 1


@needs_tools
@pytest.mark.rule("P03", "T5")
def test_an_archive_whose_manifest_was_made_anew_by_somebody_else_is_refused(office, copy):
    (copy / "forms" / "studies" / "retnet.yaml").write_text("another")
    lines = subprocess.run(
        ["sh", "-c", f"find . -type f ! -name '{MANIFEST}*' | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum"],
        cwd=copy, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    (copy / MANIFEST).write_text(lines)
    code, _, said = read(copy, "--identity", office.key)
    assert code == 1 and "ssh-keygen" in said


@needs_tools
def test_another_key_opens_nothing(archive, tmp_path):
    (tmp_path / "other.key").write_text(make_identity()[0])
    code, found, said = read(archive, "--identity", tmp_path / "other.key")
    assert (code, found) == (1, []) and "age" in said


def test_an_existing_folder_is_not_written_over_and_a_missing_bundle_is_named(office, archive, tmp_path):
    for out, code in ((archive, Code.FILE_EXISTS), (tmp_path / "out", Code.FILE_MISSING)):
        taken = next(iter(office.centre.inbox.folder.iterdir()))
        away = tmp_path / taken.name
        if code is Code.FILE_MISSING:
            shutil.move(taken, away)
        with pytest.raises(RetnetError) as caught:
            archive_centre(office.centre.folder, out, read_settings(), None)
        assert caught.value.code is code
        if away.exists():
            shutil.move(away, taken)
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".*"))


def test_a_full_disk_leaves_nothing_half_made(office, tmp_path, monkeypatch):
    def full(*_words, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(WorldFault) as caught:
        archive_centre(office.centre.folder, tmp_path / "out", read_settings(), None)
    assert caught.value.code is Code.DISK_FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.rule("P04")
@pytest.mark.parametrize("kind", list(Kind))
def test_the_format_description_names_every_kind_of_event(kind):
    described = (HOUSE / "packaging" / "docs" / "format.md").read_text(encoding="utf-8")
    assert f"| `{kind.value}` |" in described


@needs_tools
@pytest.mark.rule("P04", "P102")
def test_an_archive_made_after_an_erasure_holds_everything_else(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    desk, tablet = made.desk, made.tablet.opened
    sitting = next(iter(desk.site.sessions.values())).sitting
    bedside = Bedside(tablet.pen, tablet.library, resume(desk, sitting))
    finish(made.tablet, bedside, 1, answer(made.tablet, bedside, 1, 0))
    desk.catch_up()
    at_once(export(desk, made.founding, made.drop, place="folder"))
    made.round()
    finished = [piece for piece in pieces(desk, SUBJECT) if piece.is_finished]
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.WRONG_PERSON)
    erase(desk, SUBJECT, order, confirmed=SUBJECT, only=(finished[0].ses,))
    at_once(export(desk, made.founding, made.drop, place="folder"))
    made.round()
    archive_centre(made.centre.folder, tmp_path / "archive", read_settings(), None)
    code, found, said = read(tmp_path / "archive", "--identity", made.key)
    assert (code, said) == (0, "")
    assert [one["ses"] for one in found] == [finished[1].ses] and found == held(made)
    rows = json.loads((tmp_path / "archive" / "bundles.json").read_text())
    assert [row["file"] for row in rows if row["erased"]] == [None] * 2
    tablet.log.close()
