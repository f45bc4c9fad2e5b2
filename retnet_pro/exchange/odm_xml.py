"""XML as it is written from beginning to end, never held as a whole; characters XML cannot carry are refused."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from retnet_pro.errors import Code, Refusal

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


class Xml:
    """Writes elements to a file, each on a line of its own. It knows which row it is at, for what it refuses."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
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
        self._check(name, text)
        self.raw(f"<{name}{self._told(attributes)}>{escape(text, {chr(13): '&#13;'})}</{name}>")

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """Write an element around what is written meanwhile."""
        self.raw(f"<{name}{self._told(attributes)}>")
        yield
        self.raw(f"</{name}>")

    def _told(self, attributes: dict[str, str]) -> str:
        for name, value in attributes.items():
            self._check(name, value)
        return "".join(f" {name}={quoteattr(value, _BREAKS)}" for name, value in attributes.items())

    def _check(self, column: str, text: str) -> None:
        if _UNFIT.search(text):
            why = "it has a character that no XML file can carry"
            raise Refusal(Code.DATA_UNFIT, row=self.row, column=column, why=why)
