"""Translation files: which one a tag may be read in, what they lack, which form belongs to a number."""

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.translation import (
    closest,
    gaps_of,
    plural_form,
    plural_forms,
    read_translation,
    translated,
    translation_file,
)

KNOWN = ("en", "pt", "zh", "sr-Latn")


@pytest.mark.parametrize(
    ("tag", "read_in"),
    [
        ("en", "en"), ("en-GB", "en"), ("pt-BR", "pt"), ("zh-Hans", "zh"), ("zh-CN", "zh"), ("zh-Hans-SG", "zh"),
        ("sr-Latn-RS", "sr-Latn"),
    ],
)  # fmt: skip
def test_a_country_or_script_is_read_in_its_plain_language(tag, read_in):
    assert closest(tag, KNOWN) == read_in


@pytest.mark.rule("E131")
@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-Hant-HK", "sr", "sr-Cyrl", "fr", "eng"])
def test_nobody_is_given_another_script_or_language_silently(tag):
    assert closest(tag, KNOWN) is None


def test_a_file_of_its_own_wins_over_the_plain_language():
    assert closest("pt-BR", ("pt", "pt-BR")) == "pt-BR"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", {0: 1, 1: 0, 2: 1, 101: 1}),
        ("fr", {0: 0, 1: 0, 2: 1}),
        ("pl", {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 14: 2, 22: 1, 112: 2, 101: 2}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4}),
        ("ja", {0: 0, 1: 0, 30: 0}),
    ],
)
def test_the_form_of_a_number(language, forms):
    assert {n: plural_form(language, n) for n in forms} == forms
    assert {plural_form(language, n) for n in range(1000)} == set(range(plural_forms(language)))


def ts(folder, language, *messages):
    body = "".join(f"<message><source>{source}</source>{target}</message>" for source, target in messages)
    path = folder / f"interface_{language}.ts"
    path.write_text(f"<TS><context><name>C</name>{body}</context></TS>", "utf-8")
    return path


PLURAL = "<translation><numerusform>{}</numerusform><numerusform>{}</numerusform></translation>"


@pytest.mark.rule("E130")
@pytest.mark.parametrize(
    ("messages", "lacks"),
    [
        ([("a", "<translation>A</translation>"), ("%n b", PLURAL.format("x", "y"))], ()),
        ([("a", "<translation>A</translation>")], ("%n b",)),
        ([("a", '<translation type="unfinished">A</translation>'), ("%n b", PLURAL.format("x", "y"))], ("a",)),
        ([("a", "<translation> </translation>"), ("%n b", PLURAL.format("x", "y"))], ("a",)),
        ([("a", "<translation>A</translation>"), ("%n b", PLURAL.format("x", ""))], ("%n b",)),
        (
            [
                ("a", "<translation>A</translation>"),
                ("%n b", "<translation><numerusform>x</numerusform></translation>"),
            ],
            ("%n b",),
        ),
    ],
    ids=["complete", "absent", "unfinished", "blank", "form-blank", "form-absent"],
)
def test_gaps_are_found(tmp_path, messages, lacks):
    ts(tmp_path, "en", ("a", '<translation type="unfinished"/>'), ("%n b", PLURAL.format("%n b", "%n bs")))
    found = gaps_of(tmp_path, "nl", read_translation(ts(tmp_path, "nl", *messages)))
    assert tuple(source for _, source in found) == lacks


def test_languages_are_found_by_their_files(tmp_path):
    for name in ("interface_fr.ts", "interface_pt_BR.ts", "interface_en.ts", "staff_de.ts"):
        (tmp_path / name).touch()
    assert translated(tmp_path) == ("en", "fr", "pt-BR")
    assert translated(tmp_path, "staff") == ("en", "de")
    assert translation_file(tmp_path, "interface", "pt-BR").name == "interface_pt_BR.ts"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Refusal) as refused:
        read_translation(tmp_path / "interface_xx.ts")
    assert refused.value.code is Code.FILE_MISSING
