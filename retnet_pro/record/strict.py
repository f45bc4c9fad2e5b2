"""Read the fields of an opened document one by one: exactly the agreed form, or a named reason (rule P03).

Responses and corrections are read with these by site and centre alike.
"""

from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import ContentHash

TEXT_LIMIT = 200
"""Longest id, version or time in a document; longer ones and unprintable ones are refused, never cut."""
ITEM_LIMIT = 20_000
"""Most answers, scores or accommodations in one document; stops one made to exhaust a reader."""
_Word = TypeVar("_Word", bound=StrEnum)
_HEX = frozenset("0123456789abcdef")


def object_in(untrusted: object, name: str, keys: frozenset[str]) -> dict[str, object]:
    """Return an object with exactly these fields.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, dict) or untrusted.keys() != keys:
        raise broken(f"{name} has missing or unexpected fields")
    return untrusted


def list_in(untrusted: object, name: str) -> list[object]:
    """Return a list of at most `ITEM_LIMIT`.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, list) or len(untrusted) > ITEM_LIMIT:
        raise broken(f"{name} is not a list of at most {ITEM_LIMIT}")
    return untrusted


def text_in(untrusted: object, name: str, *, least: int = 1, most: int = TEXT_LIMIT) -> str:
    """Return one printable line of at most `TEXT_LIMIT` characters.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, str) or not least <= len(untrusted) <= most or not untrusted.isprintable():
        raise broken(f"{name} is not a line of {least} to {most} printable characters")
    return untrusted


def count_in(untrusted: object, name: str) -> int:
    """Return a whole number that is not negative.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if type(untrusted) is not int or untrusted < 0:
        raise broken(f"{name} is not a count")
    return untrusted


def hash_in(untrusted: object, name: str) -> ContentHash:
    """Return a SHA-256 in lower-case hex.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    if not isinstance(untrusted, str) or len(untrusted) != 64 or not _HEX.issuperset(untrusted):
        raise broken(f"{name} is not a SHA-256")
    return ContentHash(untrusted)


def time_in(untrusted: object, name: str) -> str:
    """Return a time with its offset, as it is written (rule P32).

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    text = text_in(untrusted, name)
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise broken(f"{name} is not a time with offset")
    return text


def word_in(kind: type[_Word], untrusted: object, name: str) -> _Word:
    """Return one of the known words.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    try:
        return kind(str(untrusted))
    except ValueError as error:
        raise broken(f"{name} is not one of the known words") from error


def broken(why: str) -> Tamper:
    """Return the failure of a document that is not in the agreed form."""
    return Tamper(Code.PAYLOAD_BROKEN, what="a record", why=why)
