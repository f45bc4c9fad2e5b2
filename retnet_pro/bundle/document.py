"""Strict reading of small JSON documents, and their signed form: one line of JSON followed by its signature.

The signed bytes are the first line with its line end, so two commands check a document without this program:
``head -n 1 FILE > doc; tail -n +2 FILE > doc.sig`` and ``ssh-keygen -Y verify … -s doc.sig < doc``.
Every reader here raises plain `ValueError` with the reason; the caller says which document it was.
"""

import json
import re
from collections.abc import Iterable, Mapping

from retnet_pro.bundle.sshsig import ARMOR_LIMIT, Namespace, is_signed, sign
from retnet_pro.record.signing import SigningKey

TEXT_LIMIT = 500
_COUNT_LIMIT = 2**53
_HEX64 = re.compile(r"[0-9a-f]{64}")


def write_document(plain: Mapping[str, object]) -> bytes:
    """Return compact UTF-8 JSON on one line, without line end."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def read_document(untrusted: bytes, keys: Iterable[str]) -> dict[str, object]:
    """Return a JSON object with exactly these keys in this order, written exactly as `write_document` writes it.

    Raises:
        ValueError: saying what is wrong.
    """
    try:
        plain = json.loads(untrusted.decode("utf-8"), parse_constant=_refuse)
        canonical = isinstance(plain, dict) and write_document(plain) == untrusted
    except (ValueError, RecursionError) as error:
        raise ValueError("it is not JSON") from error
    if not canonical:
        raise ValueError("it is not written in the agreed form")
    if tuple(plain) != tuple(keys):
        raise ValueError("it has missing or unexpected fields")
    if plain.get("v") != 1 or type(plain["v"]) is not int:
        raise ValueError("it has a format this program does not know")
    return dict(plain)


def write_signed(plain: Mapping[str, object], key: SigningKey, namespace: Namespace) -> bytes:
    """Return the document as one line followed by its signature."""
    line = write_document(plain) + b"\n"
    return line + sign(key, namespace, line)


def split_signed(untrusted: bytes, limit: int) -> tuple[bytes, bytes]:
    """Return the signed line, with its line end, and what should be its signature.

    Raises:
        ValueError: when it is too large or has no second line.
    """
    if len(untrusted) > limit:
        raise ValueError(f"it is larger than {limit} bytes")
    end = untrusted.find(b"\n") + 1
    if end == 0 or not 0 < len(untrusted) - end <= ARMOR_LIMIT:
        raise ValueError("it is incomplete")
    return untrusted[:end], untrusted[end:]


def read_signed(
    untrusted: bytes, *, public: bytes, namespace: Namespace, keys: Iterable[str], limit: int
) -> dict[str, object]:
    """Return the document, once its signature is known to be genuine.

    Raises:
        ValueError: saying what is wrong.
    """
    line, armor = split_signed(untrusted, limit)
    if not is_signed(public, namespace, line, armor):
        raise ValueError("its signature is not genuine")
    return read_document(line[:-1], keys)


def text(plain: Mapping[str, object], name: str) -> str:
    """Return a field that is one line of one to `TEXT_LIMIT` printable characters."""
    value = plain[name]
    if not isinstance(value, str) or not 1 <= len(value) <= TEXT_LIMIT or not value.isprintable():
        raise ValueError(f"'{name}' is not a line of 1 to {TEXT_LIMIT} printable characters")
    return value


def count(plain: Mapping[str, object], name: str) -> int:
    """Return a field that is a whole number, zero or more, and small enough for every database and language."""
    value = plain[name]
    if type(value) is not int or not 0 <= value < _COUNT_LIMIT:
        raise ValueError(f"'{name}' is not a count")
    return value


def sha256(plain: Mapping[str, object], name: str) -> str:
    """Return a field that is a SHA-256 in lower-case hex."""
    value = plain[name]
    if not isinstance(value, str) or not _HEX64.fullmatch(value):
        raise ValueError(f"'{name}' is not a SHA-256")
    return value


def rows(plain: Mapping[str, object], name: str) -> list[object]:
    """Return a field that is a list."""
    value = plain[name]
    if not isinstance(value, list):
        raise ValueError(f"'{name}' is not a list")
    return value


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is not JSON")
