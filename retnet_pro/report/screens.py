"""The facts of a screens book: every picture with its words, in sets of one form in one language.

A hash of a set goes over form, words and pictures, never over the day or the machine: the same input gives the same
hash (rule E143), and that hash is what a licensor approves (rule E142).
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from retnet_pro.instrument.approval import set_hash
from retnet_pro.instrument.model import ContentHash


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One screen as a participant sees it."""

    screen: str
    """Which page: ``question``, ``skip``, ``review``…"""
    number: int | None
    """Printed number of the question, where there is one."""
    state: str
    """``open`` or ``chosen`` for a question, else ''."""
    part: int
    """From 1; a page taller than the screen has several."""
    parts: int
    percent: int
    look: str
    pixels: str
    """SHA-256 of the picture's size and pixels."""
    texts: tuple[str, ...]
    """Every visible text, from the top."""
    file: Path | None = field(default=None, compare=False)
    """The picture as PNG."""

    @property
    def place(self) -> str:
        """What tells this picture from the others of its set; it stays when other screens come or go."""
        number = "" if self.number is None else f"-{self.number:03}"
        state = f"-{self.state}" if self.state else ""
        return f"{self.look}-{self.percent}/{self.screen}{number}{state}-{self.part}"


@dataclass(frozen=True, kw_only=True)
class ScreenSet:
    """Every screen of one form in one language."""

    instrument: str
    title: str
    version: str
    form: ContentHash
    language: str
    wording_version: str
    words: ContentHash
    """See `instrument.approval.words_hash`."""
    demonstration: bool
    notice: str
    licence: str
    """Owner and number of the licence, or ''."""
    typeface: str
    pictures: tuple[Picture, ...]

    @cached_property
    def pictures_hash(self) -> str:
        """Hash of all pictures and their texts, in order."""
        told = [[one.place, one.pixels, list(one.texts)] for one in self.pictures]
        return sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

    @cached_property
    def hash(self) -> str:
        """What a licensor approves: form, words and pictures."""
        return set_hash(self.form, self.words, self.pictures_hash)

    @property
    def name(self) -> str:
        """Form and language."""
        return f"{self.instrument} {self.language}"


@dataclass(frozen=True, kw_only=True)
class ScreensBook:
    """Everything a screens book says."""

    made_at: datetime
    app: str
    """Program and version that drew."""
    program: str
    """SHA-256 of the program's own files."""
    qt: str
    screen: str
    """Size of the screen, in words."""
    sets: tuple[ScreenSet, ...]

    @cached_property
    def hash(self) -> str:
        """Hash of the whole book."""
        return sha256("\n".join(sorted(one.hash for one in self.sets)).encode()).hexdigest()

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return sum(len(one.pictures) for one in self.sets)
