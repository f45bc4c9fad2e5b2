"""A bundle has a name that its events alone decide, fits its limit, and opens with age, tar and ssh-keygen."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.bundle.container import make_bundle, response_files, split
from retnet_pro.bundle.naming import BUNDLE_LIMIT
from retnet_pro.bundle.sshsig import Namespace, allowed_signers_line
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind, Sealed, SessionId
from retnet_pro.record.response import Response, read_done
from retnet_pro.record.seal import Sealer

HOUSE = Path(__file__).resolve().parents[3]
tools = [tool for tool in ("age", "tar", "ssh-keygen", "sh") if not shutil.which(tool)]
needs_tools = pytest.mark.skipif(bool(tools), reason=f"not installed here: {', '.join(tools)}")


@pytest.fixture
def opened(tablet, tmp_path, kit):
    """The first line of security.md 7.3, done with the real tools; the folder it leaves."""
    bundle = make_bundle(tablet.events, **tablet.facts)
    for name, data in bundle.files:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "centre.key").write_text(kit.CENTRE_IDENTITY + "\n")
    (tmp_path / "site.key").write_text(kit.SITE_IDENTITY + "\n")
    (tmp_path / "allowed_signers").write_text(
        allowed_signers_line("tab-1", (Namespace.BUNDLE,), tablet.key.public) + "\n"
    )
    shell(f"age -d -i centre.key {bundle.id}.age | tar x", tmp_path)
    return bundle


def shell(line, cwd):
    done = subprocess.run(["sh", "-c", line], cwd=cwd, capture_output=True, check=False)
    assert done.returncode == 0, (line, done.stderr)
    return done.stdout


@needs_tools
@pytest.mark.rule("T9", "P70")
def test_the_documented_lines_open_and_verify_a_bundle(tablet, opened, tmp_path):
    verify = "ssh-keygen -Y verify -f allowed_signers -I tab-1 -n bundle@retnet-pro -s"
    assert b"Good" in shell(f"{verify} manifest.json.sig < manifest.json", tmp_path)
    assert b"Good" in shell(f"{verify} {opened.id}.age.sig < {opened.id}.age", tmp_path)
    assert shell("sha256sum < manifest.json", tmp_path).decode().split()[0] == opened.id
    for ses in ("ses-1", "ses-2"):
        for key in ("centre.key", "site.key"):
            plain = json.loads(shell(f"age -d -i {key} responses/{ses}.age", tmp_path))
            response = read_done(plain)
            assert isinstance(response, Response) and response.ses == ses


@needs_tools
@pytest.mark.rule("P04", "P70")
def test_the_commands_in_the_document_work_as_they_stand(tablet, opened, tmp_path):
    document = (HOUSE / "packaging" / "docs" / "opening-without-us.md").read_text(encoding="utf-8")
    lines = document.split("```sh\n")[1].split("```")[0].strip().splitlines()
    assert len(lines) == 3
    named = [
        line.replace("ID.age", f"{opened.id}.age").replace("DEVICE", "tab-1").replace("SESSION", "ses-1")
        for line in lines
    ]
    unpacked, verified, response = (shell(line, tmp_path) for line in named)
    assert unpacked == b"" and sorted(path.name for path in tmp_path.glob("*.js*")) == [
        "events.jsonl", "manifest.json", "manifest.json.sig"
    ]  # fmt: skip
    assert b'Good "bundle@retnet-pro" signature for tab-1' in verified
    assert json.loads(response)["ses"] == "ses-1"


@needs_tools
def test_the_events_inside_are_the_signed_ones(tablet, opened, tmp_path):
    lines = (tmp_path / "events.jsonl").read_text().splitlines()
    assert len(lines) == len(tablet.events)
    names = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert [name for name, _, _ in names] == ["events.jsonl", "responses/ses-1.age", "responses/ses-2.age"]


@needs_tools
def test_the_site_key_does_not_open_the_bundle_itself(opened, tmp_path):
    done = subprocess.run(["age", "-d", "-i", "site.key", f"{opened.id}.age"], cwd=tmp_path, capture_output=True)
    assert done.returncode != 0


@pytest.mark.rule("P72", "T8")
def test_the_same_events_give_the_same_id_though_the_bytes_differ(tablet):
    first, second = (make_bundle(tablet.events, **tablet.facts) for _ in range(2))
    assert first.id == second.id
    assert first.data != second.data


def test_every_fact_of_the_manifest_changes_the_id(tablet):
    facts = tablet.facts
    ids = {make_bundle(tablet.events, **facts).id, make_bundle(tablet.events[1:], **facts).id}
    for change in ({"trial": "other"}, {"site": "S02"}, {"to": "centre-2"}, {"packs": ["a" * 64]}):
        ids.add(make_bundle(tablet.events, **{**facts, **change}).id)
    assert len(ids) == 6


def test_the_signature_is_put_before_the_bundle(tablet):
    bundle = make_bundle(tablet.events, **tablet.facts)
    assert [name for name, _ in bundle.files] == [f"{bundle.id}.age.sig", f"{bundle.id}.age"]


def test_without_events_there_is_nothing_to_send(tablet):
    with pytest.raises(Refusal) as caught:
        make_bundle([], **tablet.facts)
    assert caught.value.code is Code.NOTHING_TO_SEND


def test_events_that_do_not_follow_one_another_are_no_bundle(tablet):
    with pytest.raises(ValueError):
        make_bundle([*tablet.events[:2], *tablet.events[3:]], **tablet.facts)
    with pytest.raises(ValueError):
        make_bundle([tablet.events[1], tablet.events[0]], **tablet.facts)


def test_a_bundle_larger_than_the_limit_is_refused(tablet):
    tablet.write(Kind.ANSWER, {}, SessionId("s"), 1, sealed=Sealed(bytes(BUNDLE_LIMIT)))
    with pytest.raises(Refusal) as caught:
        make_bundle(tablet.events, **tablet.facts)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE


@pytest.mark.rule("P72")
@given(sizes=st.lists(st.integers(0, 60_000), min_size=1, max_size=12), limit=st.integers(40_000, 200_000))
@settings(max_examples=25, deadline=None)
def test_split_loses_nothing_and_every_part_fits(kit, sizes, limit):
    tablet = kit.Tablet()
    for number, size in enumerate(sizes):
        kind = Kind.SESSION_DONE if number % 2 else Kind.ANSWER
        tablet.write(kind, {}, SessionId(f"s{number}"), 1, sealed=Sealed(bytes(size)))
    parts = list(split(tablet.events, limit))
    assert [event for part in parts for event in part] == tablet.events
    for part in parts:
        assert len(part) == 1 or len(make_bundle(part, **tablet.facts).data) <= limit
    assert list(split(tablet.events, limit)) == parts


def test_nothing_is_split_into_nothing():
    assert list(split([])) == []


def test_a_session_without_a_plain_name_and_an_erased_one_travel_without_a_copy(tablet):
    blob = Sealer([tablet.facts["centre_recipient"]]).seal(b"x")
    tablet.write(Kind.SESSION_DONE, {}, SessionId("../../evil"), 1, sealed=blob)
    assert list(response_files(tablet.events)) == ["responses/ses-1.age", "responses/ses-2.age"]
    assert make_bundle(tablet.events, **tablet.facts).data
