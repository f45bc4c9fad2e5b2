"""Ways to damage a sound document, by its bytes and by what it is made of.

A damage is a list of moves; a move is three numbers: what to do, where, with which value. So a list of moves can be
drawn by chance, shrunk by Hypothesis or read out of a fuzzer's bytes, and the same list is the same damage.
"""

import base64
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

Move = tuple[int, int, int]
MOST = 2**16
"""Moves are made of numbers below this."""


class Form(StrEnum):
    """What a document is made of."""

    BYTES = "bytes"
    JSON = "json"
    JSON_LINES = "json-lines"
    LINES = "lines"
    TAR = "tar"
    ARMOR = "armor"
    TABLE = "table"


VALUES: tuple[object, ...] = (
    *(None, True, False, 0, 1, -1, 2, 3, 0.5, -0.0, 1e308, 2**31, 2**53 - 1, 2**53, 2**63, 2**64, 10**40),
    *(
        "",
        " ",
        "a",
        "0",
        "null",
        "é",
        "\u202e",
        "\ud800",
        "\x00",
        "\n",
        "a\nb",
        "../x",
        "/etc/passwd",
        "=1+1",
        "x" * 501,
    ),
    *("0" * 64, "F" * 64, "2026-11-23", "2026-02-30", "2026-11-23T10:00:00", "2026-11-23T10:00:00+01:00", "9" * 5000),
    *(
        [],
        {},
        [[]],
        [None],
        {"": ""},
        {"is": "answered", "code": True},
        {"is": "answered", "code": 10**30},
        ["x"] * 300,
    ),
)
"""What is put in the place of something: edges of types, limits and alphabets."""
PIECES = (
    *(b"\x00", b"\xff", b"\n", b"\r\n", b" ", b"\t", b'"', b"\\", b"\\u0041", b"\\ud800", b",", b":", b"=", b"-", b"'"),
    *(b"[", b"]", b"{", b"}", b"[" * 300, b'{"a":' * 300, b"0", b"1e999", b"NaN", b"-Infinity", b"9" * 5000, b"null"),
    *(b"&a ", b"*a", b"<<: ", b"!!python/object:os.system ", b"--- ", b"? ", b"| ", b"#", b"%", b"\xef\xbb\xbf"),
    *("\u202e".encode(), "\u2028".encode(), "\x85".encode(), "é".encode(), "😀".encode()),
)


def damaged(sound: bytes, form: Form, moves: Iterable[Move]) -> bytes:
    """Return the document after these moves; a move that finds nothing to do leaves it as it is."""
    for what, where, which in moves:
        ways = (*_BY_FORM[form], *_BY_BYTE)
        sound = ways[what % len(ways)](sound, where, which)
    return sound


def some_moves(chance: random.Random, most: int = 4) -> list[Move]:
    """Return one to so many moves."""
    count = chance.randint(1, most)
    return [(chance.randrange(MOST), chance.randrange(MOST), chance.randrange(MOST)) for _ in range(count)]


Way = Callable[[bytes, int, int], bytes]

# ── by byte ──


def _flip(sound: bytes, where: int, which: int) -> bytes:
    at = where % len(sound) if sound else 0
    return sound[:at] + bytes(byte ^ (1 << which % 8) for byte in sound[at : at + 1]) + sound[at + 1 :]


def _cut(sound: bytes, where: int, which: int) -> bytes:
    at = where % (len(sound) + 1)
    return sound[:at] if which % 2 else sound[at:]


def _take_out(sound: bytes, where: int, which: int) -> bytes:
    at = where % (len(sound) + 1)
    return sound[:at] + sound[at + 1 + which % 60 :]


def _put_in(sound: bytes, where: int, which: int) -> bytes:
    at = where % (len(sound) + 1)
    return sound[:at] + PIECES[which % len(PIECES)] + sound[at:]


def _repeat(sound: bytes, where: int, which: int) -> bytes:
    at = where % (len(sound) + 1)
    piece = sound[at : at + 1 + which % 80]
    return sound[:at] + piece * (2 + which % 5) + sound[at:]


_BY_BYTE: tuple[Way, ...] = (_flip, _cut, _take_out, _put_in, _repeat)

# ── by what a JSON document is made of ──


def _places(plain: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    yield path
    if isinstance(plain, dict):
        for key in plain:
            yield from _places(plain[key], (*path, key))
    elif isinstance(plain, list):
        for index, part in enumerate(plain[:50]):
            yield from _places(part, (*path, index))


def _inside(plain: object, path: Sequence[object]) -> object:
    for key in path:
        plain = plain[key]  # type: ignore[index]
    return plain


def _json_way(change: Callable[[dict | list, object, int], None]) -> Way:
    """Make a way out of a change to one entry of a table or list."""

    def way(sound: bytes, where: int, which: int) -> bytes:
        try:
            plain = json.loads(sound)
        except (ValueError, RecursionError):
            return sound
        places = [path for path in _places(plain) if path]
        if not places:
            return sound
        *path, key = places[where % len(places)]
        change(_inside(plain, path), key, which)  # type: ignore[arg-type]
        try:
            return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        except UnicodeEncodeError:
            return json.dumps(plain, separators=(",", ":")).encode()

    return way


def _replace(holder, key, which):
    holder[key] = VALUES[which % len(VALUES)]


def _remove(holder, key, which):
    del holder[key]


def _add(holder, key, which):
    if isinstance(holder, dict):
        holder["added"] = VALUES[which % len(VALUES)]
    else:
        holder.insert(key, VALUES[which % len(VALUES)])


def _swap(holder, key, which):
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    other = keys[which % len(keys)]
    holder[key], holder[other] = holder[other], holder[key]


def _rename(holder, key, which):
    if isinstance(holder, dict):
        holder[str(VALUES[which % len(VALUES)])] = holder.pop(key)
    else:
        holder.append(holder[key])


def _change_a_little(holder, key, which):
    value = holder[key]
    if isinstance(value, str):
        at = which % (len(value) + 1)
        holder[key] = value[:at] + chr(0x20 + which % 0x300) + value[at + 1 :]
    elif isinstance(value, int | float):
        holder[key] = value + which % 7 - 3


def _as_a_twin(sound: bytes, where: int, which: int) -> bytes:
    """Let a key stand there twice."""
    at = sound.find(b"{", where % (len(sound) + 1)) + 1
    end = sound.find(b":", at) + 1
    return sound[:at] + sound[at:end] + b"null," + sound[at:] if at and end else sound


_JSON: tuple[Way, ...] = (
    *(_json_way(change) for change in (_replace, _remove, _add, _swap, _rename, _change_a_little)),
    _as_a_twin,
)


def _in_a_line(way: Way) -> Way:
    def of_one(sound: bytes, where: int, which: int) -> bytes:
        lines = sound.split(b"\n")
        at = where % len(lines)
        lines[at] = way(lines[at], where >> 3, which)
        return b"\n".join(lines)

    return of_one


# ── by lines ──


def _line_twice(sound: bytes, where: int, which: int) -> bytes:
    lines = sound.split(b"\n")
    at = where % len(lines)
    return b"\n".join([*lines[:at], *lines[at : at + 1] * (2 + which % 3), *lines[at + 1 :]])


def _line_gone(sound: bytes, where: int, which: int) -> bytes:
    lines = sound.split(b"\n")
    at = where % len(lines)
    return b"\n".join([*lines[:at], *lines[at + 1 + which % 3 :]])


def _lines_swapped(sound: bytes, where: int, which: int) -> bytes:
    lines = sound.split(b"\n")
    one, other = where % len(lines), which % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _line_indented(sound: bytes, where: int, which: int) -> bytes:
    lines = sound.split(b"\n")
    at = where % len(lines)
    lines[at] = b" " * (which % 5) + lines[at].lstrip(b" " * (which % 2))
    return b"\n".join(lines)


def _value_replaced(sound: bytes, where: int, which: int) -> bytes:
    lines = sound.split(b"\n")
    at = where % len(lines)
    name, colon, _ = lines[at].partition(b": ")
    value = json.dumps(VALUES[which % len(VALUES)]).encode()
    lines[at] = name + colon + value if colon else lines[at]
    return b"\n".join(lines)


def _inner_value_replaced(sound: bytes, where: int, which: int) -> bytes:
    """In a table written in one line, ``{a: 1, b: 2}``, replace one value."""
    starts = [at for at in range(len(sound) - 1) if sound[at : at + 2] == b": "]
    if not starts:
        return sound
    at = starts[where % len(starts)] + 2
    ends = [end for end in (sound.find(mark, at) for mark in (b",", b"}", b"]", b"\n")) if end > 0]
    return sound[:at] + json.dumps(VALUES[which % len(VALUES)]).encode() + sound[min(ends, default=len(sound)) :]


_LINES: tuple[Way, ...] = (
    _line_twice, _line_gone, _lines_swapped, _line_indented, _value_replaced, _inner_value_replaced,
)  # fmt: skip

# ── by what a tar file, a signature, a table is made of ──


def _tar_header(sound: bytes, where: int, which: int) -> bytes:
    """Change one byte of a header and mend its checksum, so that an ordinary tar program would accept it."""
    blocks = len(sound) // 512
    at = (where % blocks) * 512 if blocks else 0
    header = bytearray(sound[at : at + 512])
    if len(header) < 512:
        return sound
    header[which % 500] = (which >> 4) % 256
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % (sum(header) % 0o777777)
    return sound[:at] + bytes(header) + sound[at + 512 :]


def _tar_blocks(sound: bytes, where: int, which: int) -> bytes:
    blocks = [sound[at : at + 512] for at in range(0, len(sound), 512)] or [b""]
    one, other = where % len(blocks), which % len(blocks)
    if which % 3 == 0:
        del blocks[one]
    elif which % 3 == 1:
        blocks.insert(one, blocks[other])
    else:
        blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


def _tar_size(sound: bytes, where: int, which: int) -> bytes:
    blocks = len(sound) // 512
    at = (where % blocks) * 512 + 124 if blocks else 0
    sizes = (b"77777777777", b"00000000000", b"00000000001", b"-0000000001", b" 0000000001", b"\x80" + bytes(10))
    return sound[:at] + sizes[which % len(sizes)] + sound[at + 11 :]


def _inside_armor(sound: bytes, where: int, which: int) -> bytes:
    """Change the blob and armor it again as it should be."""
    lines = sound.split(b"\n")
    try:
        blob = base64.b64decode(b"".join(lines[1:-2]))
    except ValueError:
        return sound
    blob = _BY_BYTE[which % len(_BY_BYTE)](blob, where, which >> 3)
    text = base64.b64encode(blob)
    body = [text[at : at + 70] for at in range(0, len(text), 70)]
    return b"\n".join([lines[0], *body, *lines[-2:]])


CELLS = (b"", b"NA", b"-1", b"1.0", b"99", b'"', b'""', b'"1"', b'"a,b"', b'"a\nb"', b"1e3", b"=1+1", b"\x00", b"\xff")


def _cell(sound: bytes, where: int, which: int) -> bytes:
    rows = [row.split(b",") for row in sound.split(b"\n")]
    row = rows[where % len(rows)]
    row[(where >> 4) % len(row)] = CELLS[which % len(CELLS)]
    return b"\n".join(b",".join(row) for row in rows)


def _cells_moved(sound: bytes, where: int, which: int) -> bytes:
    rows = [row.split(b",") for row in sound.split(b"\n")]
    row = rows[where % len(rows)]
    row.insert(which % (len(row) + 1), row[which % len(row)])
    return b"\n".join(b",".join(row) for row in rows)


_BY_FORM: dict[Form, tuple[Way, ...]] = {
    Form.BYTES: (),
    Form.JSON: _JSON * 2,
    Form.JSON_LINES: (*(_in_a_line(way) for way in _JSON), _line_twice, _line_gone, _lines_swapped),
    Form.LINES: _LINES * 2,
    Form.TAR: (_tar_header, _tar_header, _tar_blocks, _tar_size),
    Form.ARMOR: (_inside_armor, _inside_armor, _line_twice, _line_gone),
    Form.TABLE: (_cell, _cell, _cells_moved, _line_twice, _line_gone, _lines_swapped),
}


def nested(sound: bytes, depth: int) -> Iterator[bytes]:
    """Yield a JSON document with each of its values in turn replaced by a list in a list in a list, so deep."""
    plain = json.loads(sound)
    for path in _places(plain):
        if path:
            copy = json.loads(sound)
            *before, key = path
            _inside(copy, before)[key] = "@deep@"  # type: ignore[index]
            text = json.dumps(copy, ensure_ascii=False, separators=(",", ":"))
            # The escape makes a reader look twice: it could hide half a character.
            for deep in ("[" * depth + "]" * depth, '{"\\u0061":' * depth + "0" + "}" * depth):
                yield text.replace('"@deep@"', deep).encode()
