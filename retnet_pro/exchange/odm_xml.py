"""XML as it is written from beginning to end, never held as a whole; characters XML cannot carry are refused."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.remembered import Remembered

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


class Xml:
    """Writes elements to a file, each on a line of its own. It knows which row it is at, for what it refuses."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._quoted = Remembered(_quoted)
        self.row = "study"

    def raw(self, text: str) -> None:
        """Write a line as it is."""
        self._file.write(f"{text}\n".encode())

    def empty(self, name: str, **attributes: str) -> None:
        """Write an element without content.

        Raises:
            Refusal: `DATA_UNFIT`, also for the other ways.
        """
        self.raw(f"<{name}{self._told(attributes)}/>")

    def text(self, name: str, text: str, **attributes: str) -> None:
        """Write an element of text."""
        if _UNFIT.search(text):
            raise self._refused(name)
        self.raw(f"<{name}{self._told(attributes)}>{escape(text, {chr(13): '&#13;'})}</{name}>")

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """Write an element around what is written meanwhile."""
        self.raw(f"<{name}{self._told(attributes)}>")
        yield
        self.raw(f"</{name}>")

    def _told(self, attributes: Mapping[str, str]) -> str:
        try:
            return "".join([f" {name}={self._quoted[value]}" for name, value in attributes.items()])
        except _Unfit:
            column = next(name for name, value in attributes.items() if _UNFIT.search(value))
            raise self._refused(column) from None

    def _refused(self, column: str) -> Refusal:
        why = "it has a character that no XML file can carry"
        return Refusal(Code.DATA_UNFIT, row=self.row, column=column, why=why)


class _Unfit(Exception):
    """A text no XML file can carry."""


def _quoted(text: str) -> str:
    if _UNFIT.search(text):
        raise _Unfit
    return quoteattr(text, _BREAKS)
