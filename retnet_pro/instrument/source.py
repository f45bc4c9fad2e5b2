"""The only door to PyYAML: from the untrusted bytes of a file to a small tree of lines, texts, lists and tables.

It accepts a strict part of YAML: one document, no anchors, aliases or tags, bounded size and depth, no characters
that reorder or hide text (threat T10). It never builds an object named by the file, and keeps every line number.
The parser's events are read one by one instead of letting it build a tree, because that recursion has no bound.
PyYAML is imported on first use: its import takes longer than reading a form.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from retnet_pro.instrument.finding import Finding

FILE_LIMIT = 1024 * 1024
"""Bytes. The largest real instrument takes a few ten thousand."""
DEPTH_LIMIT = 16
FINDING_LIMIT = 100
"""A broken file can be wrong in every line; a person mends the first hundred and runs the check again."""

_HIDING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Control characters, halves of characters, and those that override or isolate the direction of text: what is read is
what is there.
The plain direction marks (U+200E, U+200F) stay allowed; Hebrew and Arabic wordings need them."""


_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""Code points that no YAML reader takes."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written."""

    line: int
    text: str
    plain: bool
    """Written without quotes, so that it may be meant as a number or a truth value."""


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    parts: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Names and their values, in the order written; a name can still stand there twice."""

    line: int
    entries: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    waiting: Scalar | None = None
    """The name whose value comes next; None when a name comes next."""


Node = Scalar | Sequence | Table


def parse(untrusted: bytes, path: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree of a file, or None and the reasons why there is none. Raises nothing on any bytes."""
    text, finding = _text(untrusted, path)
    if finding is not None:
        return None, (finding,)
    builder = _Builder(path)
    root = builder.build(text)
    return (None if builder.findings else root), tuple(builder.findings)


def _text(untrusted: bytes, path: str) -> tuple[str, Finding | None]:
    if len(untrusted) > FILE_LIMIT:
        return "", Finding(path, 1, None, f"the file is larger than {FILE_LIMIT} bytes")
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", Finding(path, untrusted.count(b"\n", 0, error.start) + 1, None, "the file is not UTF-8 text")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if hidden := _HIDING.search(text):
        return "", Finding(path, text.count("\n", 0, hidden.start()) + 1, None, _hidden_message(hidden))
    return text, None


def hiding(text: str) -> str | None:
    """Return why a text holds a character that no file of ours may hold, or None."""
    found = _HIDING.search(text) or _NO_CHARACTER.search(text)
    return _hidden_message(found) if found else None


def _hidden_message(hidden: re.Match[str]) -> str:
    return f"character U+{ord(hidden.group()):04X} controls or reorders text and is not allowed"


class _Builder:
    """Grows the tree event by event; it has state because the tree is only whole at the end."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self._root: Node | None = None
        self._open: list[Sequence | Table] = []
        self._documents = 0

    def build(self, text: str) -> Node | None:
        """Read the whole text, or as much of it as makes sense."""
        import yaml

        try:
            for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                self._take(event)
                if self._documents > 1 or len(self._open) > DEPTH_LIMIT or len(self.findings) >= FINDING_LIMIT:
                    return None
        except yaml.YAMLError as error:
            self._find(_line(getattr(error, "problem_mark", None)), f"not readable as YAML: {_reason(error)}")
        except ValueError as error:
            # chr() of an escape beyond Unicode, which PyYAML's own parser in Python lets through.
            self._find(1, f"not readable as YAML: {error}")
        if self._root is None and not self.findings:
            self._find(1, "the file is empty")
        return self._root

    def _take(self, event: Any) -> None:
        """Add one event to the tree."""
        kind, line = type(event).__name__, _line(event.start_mark)
        if getattr(event, "tag", None) is not None or getattr(event, "tags", None):
            self._find(line, "tags are not allowed; write the plain value")
        if kind != "AliasEvent" and getattr(event, "anchor", None) is not None:
            self._find(line, "anchors are not allowed; write the value out each time")
        match kind:
            case "ScalarEvent":
                self._scalar(line, event.value, event.implicit[0])
            case "SequenceStartEvent":
                self._enter(Sequence(line))
            case "MappingStartEvent":
                self._enter(Table(line))
            case "SequenceEndEvent" | "MappingEndEvent":
                self._open.pop()
            case "AliasEvent":
                self._find(line, "aliases are not allowed; write the value out")
                self._put(Scalar(line, "", False))
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._find(line, "the file holds more than one document")

    def _scalar(self, line: int, text: str, plain: bool) -> None:
        if not text.isprintable() and (hidden := _HIDING.search(text)):
            self._find(line, _hidden_message(hidden))
        self._put(Scalar(line, text, plain))

    def _enter(self, node: Sequence | Table) -> None:
        self._put(node)
        self._open.append(node)
        if len(self._open) > DEPTH_LIMIT:
            self._find(node.line, f"nested deeper than {DEPTH_LIMIT} levels")

    def _put(self, node: Node) -> None:
        """Hang the node under the innermost open one."""
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.parts.append(node)
        elif parent.waiting is not None:
            parent.entries.append((parent.waiting, node))
            parent.waiting = None
        elif isinstance(node, Scalar):
            parent.waiting = node
        else:
            self._find(node.line, "a list or table cannot be a name")
            parent.waiting = Scalar(node.line, "", False)

    def _find(self, line: int, message: str) -> None:
        self.findings.append(Finding(self.path, line, None, message))


def _line(mark: Any) -> int:
    """Return the line of a parser's mark; some errors have none."""
    return 1 if mark is None else mark.line + 1


def _reason(error: Exception) -> str:
    """Return PyYAML's own short reason, without its picture of the file."""
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unknown reason")
