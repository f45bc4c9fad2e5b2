"""Hold a file against its shape: plain values out of a tree, and every difference as a finding.

The reader never stops at the first fault: whoever mends a file sees everything that is wrong with it.
"""

import re
from dataclasses import dataclass
from typing import Final, assert_never

from retnet_pro.instrument.finding import Finding, Lines, Place
from retnet_pro.instrument.shape import (
    LIST_LIMIT,
    TEXT_LIMIT,
    ListOf,
    Number,
    OneOf,
    Record,
    Shape,
    TableOf,
    Tagged,
    Text,
    Truth,
    Values,
    Whole,
    described,
)
from retnet_pro.instrument.source import FINDING_LIMIT, Node, Scalar, Sequence, Table, parse

_NOT_A_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<"
    r"|[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)(e[-+]?[0-9]+)?|[-+]?0[xob][0-9a-f_]+|[-+]?\.inf|\.nan"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
"""What some YAML reader takes for a number, a truth value, nothing or a date when it stands without quotes."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file held against its shape."""

    values: Values
    """Complete when `usable`, else with holes."""
    lines: Lines
    findings: tuple[Finding, ...]
    usable: bool
    """Nothing is missing or of a wrong kind; a key too many does not count."""


def read(untrusted: bytes, shape: Shape, path: str) -> Reading:
    """Hold the bytes of a file against a shape and report every difference. Raises nothing on any bytes."""
    node, findings = parse(untrusted, path)
    if node is None:
        return Reading(_HOLE, {}, findings, False)
    reader = _Reader(path)
    values = reader.read(node, shape, ())
    return Reading(values, reader.lines, tuple(reader.findings), reader.usable)


_HOLE: Final = None
"""Stands for a value that could not be read; no shape has null as a value."""


class _Reader:
    """Walks the tree; it has state because findings and lines are collected on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.lines: dict[Place, int] = {}
        self.usable = True
        self._item: str | None = None

    def read(self, node: Node, shape: Shape, place: Place) -> Values:
        """Return the plain value of a node, or a hole after saying why."""
        self.lines[place] = node.line
        match shape:
            case Text() | Whole() | Number() | Truth() | OneOf():
                if isinstance(node, Scalar):
                    return self._scalar(node, shape)
                return self._wrong(node, f"{described(shape)} is expected here, not {_kind(node)}")
            case ListOf():
                return self._list(node, shape, place)
            case TableOf():
                return self._table(node, shape, place)
            case Record():
                return self._record(node, shape, place)
            case Tagged():
                return self._tagged(node, shape, place)
            case _:
                assert_never(shape)

    def _wrong(self, node: Node, message: str) -> Values:
        self.usable = False
        return self._say(node.line, message)

    def _say(self, line: int, message: str) -> Values:
        if len(self.findings) < FINDING_LIMIT:
            self.findings.append(Finding(self.path, line, self._item, message))
        return _HOLE

    def _scalar(self, node: Scalar, shape: Text | Whole | Number | Truth | OneOf) -> Values:
        text = node.text
        match shape:
            case Text(pattern):
                if len(text) > TEXT_LIMIT:
                    return self._wrong(node, f"the text is longer than {TEXT_LIMIT} characters")
                if node.plain and (not text or _NOT_A_TEXT.fullmatch(text)):
                    return self._wrong(node, f"{_quoted(text)} may be read as something else; write it in quotes")
                if not text.strip() or (pattern and not re.fullmatch(pattern, text)):
                    return self._wrong(node, f"{_quoted(text)} is not {described(shape)}")
                return text
            case Whole(minimum, maximum):
                if node.plain and _WHOLE.fullmatch(text) and minimum <= int(text) <= maximum:
                    return int(text)
            case Number(minimum, maximum):
                if node.plain and _NUMBER.fullmatch(text) and minimum <= float(text) <= maximum:
                    return float(text)
            case Truth():
                if node.plain and text in ("true", "false"):
                    return text == "true"
            case OneOf(words):
                if text in words:
                    return text
            case _:
                assert_never(shape)
        return self._wrong(node, f"{_quoted(text)} is not {described(shape)}")

    def _list(self, node: Node, shape: ListOf, place: Place) -> Values:
        if not isinstance(node, Sequence):
            return self._wrong(node, f"a list is expected here, not {_kind(node)}")
        if not shape.minimum <= len(node.parts) <= shape.maximum:
            return self._wrong(node, f"the list has {len(node.parts)} entries, not {shape.minimum} to {shape.maximum}")
        return [self.read(part, shape.of, (*place, index)) for index, part in enumerate(node.parts)]

    def _names(self, node: Table) -> dict[str, tuple[Scalar, Node]]:
        """Return the entries by name; a name that comes again is a finding and does not replace the first."""
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            if key.text in found:
                first = found[key.text][0].line
                self._say(key.line, f"{_quoted(key.text)} stands here twice, first in line {first}")
            else:
                found[key.text] = (key, value)
        return found

    def _table(self, node: Node, shape: TableOf, place: Place) -> Values:
        if not isinstance(node, Table):
            return self._wrong(node, f"a table is expected here, not {_kind(node)}")
        if len(node.entries) > LIST_LIMIT:
            return self._wrong(node, f"the table has more than {LIST_LIMIT} entries")
        values: dict[object, Values] = {}
        around = self._item
        for name, (key, value) in self._names(node).items():
            plain = self._scalar(key, shape.key)
            if shape.names_items:
                self._item = name
            values[plain] = self.read(value, shape.of, (*place, name))
            self._item = around
        return values

    def _record(self, node: Node, shape: Record, place: Place) -> Values:
        if not isinstance(node, Table):
            return self._wrong(node, f"a table is expected here, not {_kind(node)}")
        around = self._item
        self._item = _named(node, shape) or around
        names = self._names(node)
        for name, (key, _) in names.items():
            if name not in shape.fields:
                self._say(key.line, f"unknown key {_quoted(name)}; known keys are {', '.join(shape.fields)}")
        values: dict[str, Values] = {}
        for name, field in shape.fields.items():
            if name in names:
                values[name] = self.read(names[name][1], field.shape, (*place, name))
            elif field.required:
                self._wrong(node, f"the key '{name}' is missing")
        self._item = around
        return values

    def _tagged(self, node: Node, shape: Tagged, place: Place) -> Values:
        options = shape.options()
        if not isinstance(node, Table) or len(node.entries) != 1 or node.entries[0][0].text not in options:
            return self._wrong(node, f"{described(shape)} is expected here: exactly one of {', '.join(options)}")
        key, value = node.entries[0]
        return {key.text: self.read(value, options[key.text], (*place, key.text))}


def _named(node: Table, shape: Record) -> str | None:
    return next((v.text[:64] for key, v in node.entries if key.text == shape.named_by and isinstance(v, Scalar)), None)


def _quoted(text: str) -> str:
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return f"'{shown}'" if shown.isprintable() else ascii(shown)


def _kind(node: Node) -> str:
    return {Scalar: "a single value", Sequence: "a list", Table: "a table"}[type(node)]
