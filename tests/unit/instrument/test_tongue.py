"""How far a translation can be trusted: a draft until exactly this file was reviewed."""

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.load import content_hash
from retnet_pro.instrument.tongue import STATUS_FILE, Review, read_entries, tongues_in

HEAD = "format: retnet-pro/languages/1\nlanguages:\n"
TS = "<TS><context><name>C</name><message><source>a</source>{}</message></context></TS>"
REVIEWED = (
    '  fr: {{status: reviewed, version: "2", reviewer: Native Speaker, date: "2026-11-01", certificate: C-1, '
    'sha256: "{}"}}\n'
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "interface_en.ts").write_text(TS.format('<translation type="unfinished"/>'))
    (tmp_path / "interface_fr.ts").write_text(TS.format("<translation>un</translation>"))
    return tmp_path


def say(folder, entries):
    (folder / STATUS_FILE).write_text(f'{HEAD}  en: {{status: source, version: "1"}}\n{entries}')


@pytest.mark.rule("E130", "E132")
def test_a_translation_is_a_draft_until_it_is_reviewed(folder):
    say(folder, '  fr: {status: draft, version: "1"}\n')
    known = tongues_in(folder)
    assert known["fr"].is_draft
    assert known["fr"].missing == 0
    assert not known["en"].is_draft


@pytest.mark.rule("E130", "E132")
def test_a_review_holds_for_exactly_the_file_that_was_reviewed(folder):
    path = folder / "interface_fr.ts"
    say(folder, REVIEWED.format(content_hash(path.read_bytes())))
    assert tongues_in(folder)["fr"].review is Review.REVIEWED
    path.write_bytes(path.read_bytes() + b"\n")
    assert tongues_in(folder)["fr"].is_draft


@pytest.mark.rule("E130")
def test_what_is_missing_is_counted(folder):
    (folder / "interface_fr.ts").write_text(TS.format("<translation></translation>"))
    say(folder, '  fr: {status: draft, version: "1"}\n')
    assert tongues_in(folder)["fr"].missing == 1


def test_a_language_without_a_state_is_not_spoken(folder):
    say(folder, "")
    assert set(tongues_in(folder)) == {"en"}


@pytest.mark.rule("E132")
@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('fr: {status: reviewed, version: "1"}', "'reviewer' belongs to a reviewed translation"),
        ('fr: {status: draft, version: "1", reviewer: Somebody}', "'reviewer' belongs to a reviewed translation"),
        ('fr: {status: source, version: "1"}', "the source is 'en'"),
        (REVIEWED.strip().format("0" * 64).replace("11-01", "02-30"), "does not exist"),
        ("fr: {status: perfect}", "perfect"),
    ],
)
def test_a_status_file_says_everything_or_is_refused(entry, fault):
    entries, findings = read_entries(f"{HEAD}  {entry}\n".encode(), STATUS_FILE)
    assert entries is None
    assert any(fault in finding.message for finding in findings)


def test_a_broken_status_file_is_named(folder):
    (folder / STATUS_FILE).write_text("no")
    with pytest.raises(Refusal) as refused:
        tongues_in(folder)
    assert refused.value.code is Code.TABLE_BROKEN
