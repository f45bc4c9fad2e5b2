"""A bundle can be looked at without being believed, and no answer is shown."""

import json
from dataclasses import replace

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.inspect import inspect_bundle
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence


@pytest.fixture
def identity(tmp_path, kit):
    path = tmp_path / "centre.key"
    path.write_text(f"# made for the tests\n{kit.CENTRE_IDENTITY}\n")
    return path


def saved(tmp_path, events, tablet):
    path = tmp_path / "b.age"
    path.write_bytes(make_bundle(events, **tablet.facts).data)
    return path


def test_the_facts_of_a_bundle_are_told_without_answers_or_subjects(tablet, tmp_path, identity):
    facts = inspect_bundle(saved(tmp_path, tablet.events, tablet), identity)
    assert facts["key"] == fingerprint(tablet.key.public)
    assert (facts["device"], facts["from"], facts["upto"]) == ("tab-1", 1, len(tablet.events))
    assert (facts["events"], facts["responses"], facts["erased"]) == (len(tablet.events), 2, 0)
    assert facts["packs"] == []
    assert facts["kinds"] == {"boot": 1, "session.open": 2, "answer": 6, "session.done": 2}
    assert facts["first_bad"] is None
    assert "S01-001" not in json.dumps(facts)


@pytest.mark.rule("T4", "P03")
def test_the_first_bad_event_is_named(tablet, tmp_path, identity):
    events = [*tablet.events[:3], replace(tablet.events[3], sig=bytes(64)), *tablet.events[4:]]
    facts = inspect_bundle(saved(tmp_path, events, tablet), identity)
    assert (facts["first_bad"], facts["events"]) == (4, 0)
    assert "signature" in facts["why"]


def test_a_manifest_signed_for_another_purpose_is_not_in_order(tablet, tmp_path, identity, monkeypatch):
    monkeypatch.setattr(
        "retnet_pro.bundle.container.sign", lambda key, _space, message: sign(key, Namespace.PACK, message)
    )
    facts = inspect_bundle(saved(tmp_path, tablet.events, tablet), identity)
    assert facts["first_bad"] == 0


def test_a_manifest_without_signature_is_refused(tablet, tmp_path, identity, monkeypatch):
    monkeypatch.setattr("retnet_pro.bundle.container.sign", lambda *_: b"no signature")
    with pytest.raises(RetnetError) as caught:
        inspect_bundle(saved(tmp_path, tablet.events, tablet), identity)
    assert caught.value.code is Code.BUNDLE_UNSIGNED


@pytest.mark.parametrize("content", [None, "", "AGE-SECRET-KEY-1NONSENSE\n", "ü"])
def test_a_missing_or_unusable_key_file_is_named(tablet, tmp_path, content):
    path = tmp_path / "other.key"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    bundle = saved(tmp_path, tablet.events, tablet)
    with pytest.raises(RetnetError) as caught:
        inspect_bundle(bundle, path)
    assert caught.value.code is (Code.FILE_MISSING if content is None else Code.FILE_UNFIT)


def test_without_a_key_file_nothing_is_opened(tablet, tmp_path):
    with pytest.raises(RetnetError) as caught:
        inspect_bundle(saved(tmp_path, tablet.events, tablet), None)
    assert "--identity" in sentence(caught.value)


def test_a_missing_bundle_is_named(tmp_path, identity):
    with pytest.raises(RetnetError) as caught:
        inspect_bundle(tmp_path / "gone.age", identity)
    assert caught.value.code is Code.FILE_MISSING
