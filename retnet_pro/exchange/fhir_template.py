"""Resources that are alike but for a few values: written as JSON once, and then only filled in.

A blank is a name between two characters that Unicode keeps out of every text that is exchanged.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from retnet_pro.exchange.fhir_names import Resource

_WITHIN, _WHOLE = "\ufffe", "\uffff"
_BLANKS = re.compile(f'"{_WHOLE}(\\w+){_WHOLE}"|{_WITHIN}(\\w+){_WITHIN}')
_IN_URL = "_in_url"

json_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode
"""Returns a value as JSON, as short as can be. Raises ValueError where a number is none."""


def within(name: str) -> str:
    """Return a blank for (a part of) a text; it is filled with `inner`."""
    return f"{_WITHIN}{name}{_WITHIN}"


def whole(name: str) -> str:
    """Return a blank for a whole value; it is filled with its JSON."""
    return f"{_WHOLE}{name}{_WHOLE}"


def inner(text: str) -> str:
    """Return text as it stands between quotation marks in JSON."""
    return json_text(text)[1:-1]


def in_url(text: str) -> str:
    """Return text as it stands in a query; a blank in it has the same name with ``_in_url``."""
    parts = text.split(_WITHIN)
    return "".join(within(part + _IN_URL) if place % 2 else quote(part, safe="") for place, part in enumerate(parts))


def filling(name: str, text: str) -> Mapping[str, str]:
    """Return what fills the blanks of a text, also where it stands in a query."""
    return {name: inner(text), name + _IN_URL: quote(text, safe="")}


class Template:
    """A resource with blanks. It has state because the JSON around them is made once."""

    def __init__(self, resource: Resource) -> None:
        self._pieces: list[str] = []
        """What stands between the blanks, and between each two the blank as it was filled last."""
        self._blanks: list[str] = []
        text, end = json_text(resource), 0
        for found in _BLANKS.finditer(text):
            self._pieces += [text[end : found.start()], ""]
            self._blanks.append(found[1] or found[2])
            end = found.end()
        self._pieces.append(text[end:])

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the JSON with every blank filled."""
        self._pieces[1::2] = map(values.__getitem__, self._blanks)
        return "".join(self._pieces)
