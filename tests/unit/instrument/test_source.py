"""The door to YAML lets in one plain document and nothing that hides, repeats or builds (threat T10)."""

import pytest

from retnet_pro.instrument.source import DEPTH_LIMIT, FILE_LIMIT, FINDING_LIMIT, Scalar, Sequence, Table, parse


def messages(text: str | bytes) -> list[str]:
    node, findings = parse(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    assert (node is None) == bool(findings)
    return [f"{finding.line}: {finding.message}" for finding in findings]


def test_lines_and_quotes_are_kept() -> None:
    root, findings = parse(b"a: 1\nb:\n  - 'x'\n", "f.yaml")
    assert findings == ()
    assert isinstance(root, Table)
    assert [(key.text, key.line) for key, _ in root.entries] == [("a", 1), ("b", 2)]
    assert root.entries[0][1] == Scalar(1, "1", True)
    inner = root.entries[1][1]
    assert isinstance(inner, Sequence)
    assert inner.parts == [Scalar(3, "x", False)]


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\nb: *x\n", ["1: anchors are not allowed", "2: aliases are not allowed"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["1: tags are not allowed"]),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", ["1: tags are not allowed"]),
        ("a: ! 1\n", ["1: tags are not allowed"]),
        ("a: 1\n---\nb: 2\n", ["2: the file holds more than one document"]),
        ("[a, b]: 1\n", ["1: a list or table cannot be a name"]),
        ("a: [1\nb: 2\n", ["2: not readable as YAML"]),
        ("", ["1: the file is empty"]),
        ("# only a comment\n", ["1: the file is empty"]),
        ("a: b\u202ec\n", ["1: character U+202E"]),
        ('a: 1\nb: "x\\u2066y"\n', ["2: character U+2066"]),
        ("a: 1\n# \u2067 a comment that reads backwards\n", ["2: character U+2067"]),
        ('a: "\\0"\n', ["1: character U+0000"]),
        ("a: \x07\n", ["1: character U+0007"]),
        ('a: "\\U00110000"\n', ["1: not readable as YAML"]),
    ],
)
def test_what_hides_or_builds_is_refused_with_its_line(text: str, said: list[str]) -> None:
    found = messages(text)
    assert len(found) == len(said)
    for message, start in zip(found, said, strict=True):
        assert message.startswith(start)


@pytest.mark.rule("T10")
def test_sizes_are_bounded() -> None:
    assert messages(b"#" * (FILE_LIMIT + 1)) == [f"1: the file is larger than {FILE_LIMIT} bytes"]
    assert messages(b"a" * FILE_LIMIT) == []
    assert messages("[" * 5000)[0].endswith(f"nested deeper than {DEPTH_LIMIT} levels")
    assert messages("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT) == []
    assert len(messages("- &a 1\n" * 5000)) == FINDING_LIMIT


def test_only_utf8_is_text() -> None:
    assert messages(b"a: 1\nb: \xff\n") == ["2: the file is not UTF-8 text"]
    assert messages("a: 1".encode("utf-16")) == ["1: the file is not UTF-8 text"]


def test_editors_on_windows_are_forgiven() -> None:
    root, findings = parse(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yaml")
    assert findings == ()
    assert isinstance(root, Table)
    assert root.entries[1][1].line == 2


def test_direction_marks_of_right_to_left_scripts_are_text() -> None:
    assert messages("a: \u200fשלום\u200e\n") == []


@pytest.mark.rule("T10")
@pytest.mark.parametrize("text", ['a: "\\ud800"', 'a: "\\udfff"', '"\\ud83d\\ude00": a'])
def test_half_a_character_is_refused_by_every_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser, where libyaml is missing, would hand on what no file and no paper could be written with."""
    import yaml

    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    node, findings = parse(text.encode(), "f")
    assert node is None
    assert "U+D8" in findings[0].message or "U+DF" in findings[0].message
