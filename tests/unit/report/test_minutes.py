"""The papers of a key ceremony: who, when, what was compared and tried; and secrets on their own sheet only."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from retnet_pro.report.minutes import CeremonyPaper, NamedText, envelope_pdf, minutes_pdf

PAPER = CeremonyPaper(
    centre="C1", trial="TRIAL-1", mode="study", app="retnet-pro/test",
    held_at=datetime(2026, 11, 23, 9, 2, tzinfo=UTC), expires=date(2031, 11, 1),
    persons=("Person One", "Person Two"), confirmed=("The machine has no network.",),
    public=(NamedText(title="Root key, fingerprint", text="0123 4567 89ab", explanation="also SHA256:xyz"),),
    tried=("A sample was opened.",), places=(("envelope-1", "root key"), ("online", "online key")),
)  # fmt: skip


def words(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.rule("P32", "P60")
def test_the_minutes_say_who_when_what_and_leave_room_to_sign():
    said = words(minutes_pdf(PAPER))
    for wanted in (
        "Minutes of the key ceremony of centre C1", "TRIAL-1", "study data", "23 Nov 2026 09:02 UTC+00:00",
        "retnet-pro/test", "1 Nov 2031", "The machine has no network.", "0123 4567 89ab", "also SHA256:xyz",
        "A sample was opened.", "envelope-1: root key", "online: online key", "There is no other copy.",
    ):  # fmt: skip
        assert wanted in said, wanted
    assert said.count("Person One") == said.count("Person Two") == 2
    assert said.count("date") == 2


def test_a_rehearsal_says_that_it_was_one():
    said = words(minutes_pdf(replace(PAPER, confirmed=())))
    assert "REHEARSAL" in said and "not used for anything real" in said
    assert "There is no other copy." not in said


def test_a_sheet_holds_the_keys_in_groups_and_the_minutes_never_do():
    secret = NamedText(title="Box key (box.key)", text="AGE-SECRET-KEY-1QQQQ")
    said = words(envelope_pdf(PAPER, "envelope-1", (secret,)))
    assert "envelope-1: secret keys of centre C1" in said
    assert "AGE-SECRET-KEY-1QQQQ" in said.replace(" ", "")


def test_the_same_facts_give_the_same_bytes():
    assert minutes_pdf(PAPER) == minutes_pdf(PAPER)


@pytest.mark.rule("T11")
def test_a_hostile_name_is_printed_as_the_letters_it_is():
    said = words(minutes_pdf(replace(PAPER, persons=("<b>One</b>", "\u202eTwo"))))
    assert "<b>One</b>" in said and "[U+202E]Two" in said
