"""Words are complete for their form or they are refused; they are kept byte for byte."""

from datetime import date
from pathlib import Path

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.wording import check_wording, load_wording, read_wording

LICENCE = (
    'demonstration: false\nlicence: {owner: Owner, id: "17", study: S, expires: "2027-12-31", copyright: (c) Owner}'
)


def test_complete_words_have_no_findings(words_findings) -> None:
    assert words_findings() == []


@pytest.mark.rule("E130", "E09")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  d: Fourth?\n", "", "17: [d] the words are missing: item 'd'"),
        ("  d: Fourth?\n", "  d: Fourth?\n  f: Sixth?\n", "21: [f] these words belong to nothing: item 'f'"),
        ("not_applicable:\n  b: Not for me\n", "", "1: [b] the words are missing: 'does not apply' of item 'b'"),
        ("  b: Not for me", "  b: Not for me\n  a: Nor this", "24: [a] these words belong to nothing"),
        ("week: Lately", "month: Lately", "12: [week] the words are missing: recall 'week'"),
        ("  four: {1: none, 2: some, 3: more, 4: most}\n", "", "14: [four] the words are missing: labels"),
        ("3: more, ", "", "14: [four] the label of code 3 is missing"),
        ("4: most", "4: most, 5: yet more", "14: [four] there is no place for a label of code 5"),
        ("7: high", "6: high", "15: [seven] the label of code 7 is missing"),
        ("7: high", "7: high, 4: middle", "15: [seven] there is no place for a label of code 4"),
        ("seven: {", "times: {0: x1}\n  seven: {", "15: [times] these words belong to nothing"),
        ("instrument: small", "instrument: other", "2: these are words for other 1, not for small 1"),
        ('instrument_version: "1"', 'instrument_version: "2"', "2: these are words for small 2, not for small 1"),
        ("demonstration: true", LICENCE.replace("false", "true", 1), "7: demonstration wording carries no licence"),
        ("demonstration: true", LICENCE.replace("12-31", "02-30"), "8: the day in 'expires' does not exist"),
        ("e: Fifth?", "e: ''", "21: [e] '' is not a text"),
        ("items:\n", "numbers_from_right: [four]\nitems:\n", "16: [four] there is no number scale 'four'"),
        ("items:\n", "numbers_from_right: [nine]\nitems:\n", "16: [nine] there is no number scale 'nine'"),
        ("e: Fifth?", "e: no", "21: [e] 'no' may be read as something else; write it in quotes"),
    ],
)
def test_words_that_do_not_fit(words_findings, old: str, new: str, said: str) -> None:
    findings = words_findings(old, new)
    assert any(finding.startswith(said) for finding in findings), findings


@pytest.mark.rule("E04")
def test_words_are_read_aloud_only_where_the_wording_says_so(form_text: str, words_text: str) -> None:
    form, _ = read_instrument(form_text.encode(), "f")
    silent, _ = read_wording(words_text.encode(), "w", form)
    spoken, _ = read_wording(words_text.replace("items:\n", "read_aloud: true\nitems:\n").encode(), "w", form)
    assert silent is not None and spoken is not None
    assert (silent.read_aloud, spoken.read_aloud) == (False, True)
    assert silent.hash != spoken.hash, "the permission is part of what is approved"
    broken, findings = read_wording(words_text.replace("items:\n", "read_aloud: soon\nitems:\n").encode(), "w", form)
    assert broken is None and findings


@pytest.mark.rule("E134")
def test_numbers_run_from_right_to_left_only_where_the_wording_says_so(form_text: str, words_text: str) -> None:
    form, _ = read_instrument(form_text.encode(), "f")
    plain, _ = read_wording(words_text.replace("right_to_left: false", "right_to_left: true").encode(), "w", form)
    assert plain is not None
    assert plain.numbers_from_right == frozenset()
    turned, _ = read_wording(
        words_text.replace("items:\n", "numbers_from_right: [seven]\nitems:\n").encode(), "w", form
    )
    assert turned is not None
    assert turned.numbers_from_right == {"seven"}


@pytest.mark.rule("E141")
def test_words_of_an_instrument_that_needs_a_licence_carry_one_or_are_marked(form_text: str, words_text: str) -> None:
    form, _ = read_instrument(form_text.replace("needs_licence: false", "needs_licence: true").encode(), "f")
    bare = words_text.replace("demonstration: true", "demonstration: false")
    assert read_wording(words_text.encode(), "w", form)[1] == ()
    assert "needs a licence" in str(read_wording(bare.encode(), "w", form)[1][0])
    licensed, findings = read_wording(words_text.replace("demonstration: true", LICENCE).encode(), "w", form)
    assert findings == ()
    assert licensed is not None
    assert licensed.licence is not None
    assert licensed.licence.expires == date(2027, 12, 31)
    endless, _ = read_wording(
        words_text.replace("demonstration: true", LICENCE.replace('expires: "2027-12-31", ', "")).encode(), "w", form
    )
    assert endless is not None
    assert endless.licence is not None
    assert endless.licence.expires is None


@pytest.mark.rule("E04")
def test_words_are_kept_byte_for_byte(words_text: str) -> None:
    odd = "  \u00e9 e\u0301 \u200f<b>&amp;</b> %s {x}\ttab \u2026 "
    wording, findings = read_wording(words_text.replace("d: Fourth?", f'd: "{odd}"').encode(), "w")
    assert findings == ()
    assert wording is not None
    assert wording.items["d"] == odd


def test_words_can_be_checked_without_a_file(form_text: str, words_text: str) -> None:
    form, _ = read_instrument(form_text.encode(), "f")
    wording, _ = read_wording(words_text.replace("  d: Fourth?\n", "").encode(), "w")
    assert form is not None
    assert wording is not None
    [finding] = check_wording(form, wording)
    assert (finding.item, finding.message) == ("d", "the words are missing: item 'd'")


def test_codes_are_numbers_and_stand_once(words_findings) -> None:
    assert words_findings("3: more", "'3': more")
    assert words_findings("3: more", "2: more") == [
        "14: '2' stands here twice, first in line 14",
        "14: [four] the label of code 3 is missing",
    ]


def test_broken_words_are_refused(tmp_path: Path, words_text: str) -> None:
    path = tmp_path / "en.yaml"
    path.write_text(words_text.replace("language: en", "language: English!"))
    with pytest.raises(Refusal) as caught:
        load_wording(path)
    assert caught.value.code is Code.FORM_BROKEN
    assert "language tag" in str(caught.value)


@pytest.mark.rule("E132")
def test_who_stands_for_the_words_is_read_and_a_false_day_is_a_finding(form_text: str, words_text: str) -> None:
    block = '\ntranslation: {certificate: C-1, reviewer: Reviewer Demo, reviewed: "2026-01-02"}'
    text = words_text.replace("demonstration: true", "demonstration: true" + block)
    wording, findings = read_wording(text.encode(), "w")
    assert wording is not None, findings
    assert wording.translation is not None
    assert (wording.translation.reviewer, wording.translation.reviewed) == ("Reviewer Demo", date(2026, 1, 2))
    _, findings = read_wording(text.replace("01-02", "02-30").encode(), "w")
    assert [str(finding) for finding in findings] == ["w:8: the day in 'reviewed' does not exist"]
