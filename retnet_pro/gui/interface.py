"""Lets Qt speak another language, from its own translation files, read as they are.

There is no other way to the words: no compiled files, no fallback. A language without a file, or with a gap, is
refused: participants never see a silent mixture of languages (rule E131).
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.translation import (
    INTERFACE,
    SOURCE_LANGUAGE,
    Key,
    closest,
    gaps_of,
    plural_form,
    read_translation,
    translated,
    translation_file,
)


class InterfaceWords(QTranslator):
    """Finished translations of one language."""

    def __init__(
        self,
        words: Mapping[Key, str],
        plurals: Mapping[Key, tuple[str, ...]] | None = None,
        language: str = SOURCE_LANGUAGE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._plurals = plurals or {}
        self._language = language

    @property
    def is_of_source(self) -> bool:
        """Whether this is the language the program is written in, where only numbers need a translation."""
        return self._language == SOURCE_LANGUAGE

    def translate(self, context: str, source: str, _note: str | None = None, n: int = -1) -> str | None:
        """Return the translation, in the form that belongs to the number, or None where there is none."""
        key = context, source
        if n >= 0 and key in self._plurals:
            return self._plurals[key][plural_form(self._language, n)]
        return self._words.get(key)

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not (self._words or self._plurals)


def available(folder: Path, kind: str = INTERFACE) -> tuple[str, ...]:
    """Return the languages the program can speak, the source language first."""
    return translated(folder, kind)


def install(folder: Path, language: str, only: str = "") -> InterfaceWords | None:
    """Let the program speak a language from now on. Keep what is returned alive; None stands for plain English.

    `only` names the one kind of file to read, where the other words are never shown.

    Raises:
        Refusal: `WORDING_MISSING` when there is no translation into the language, `INTERFACE_MISSING` when it lacks a
            word for participants, `TABLE_BROKEN` when a file is not well-formed.
    """
    tag = closest(language, available(folder))
    if tag is None:
        raise Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
    words: dict[Key, str] = {}
    plurals: dict[Key, tuple[str, ...]] = {}
    for path in sorted(folder.glob(f"{only or '*'}_{tag.replace('-', '_')}.ts")):
        file = read_translation(path)
        words |= file.words
        plurals |= file.plurals
        if path == translation_file(folder, INTERFACE, tag) and (gaps := gaps_of(folder, tag, file)):
            raise Refusal(Code.INTERFACE_MISSING, language=language, count=len(gaps))
    if tag == SOURCE_LANGUAGE and not plurals:
        return None
    translator = InterfaceWords(words, plurals, tag)
    QCoreApplication.installTranslator(translator)
    return translator


def read_words(path: Path) -> Mapping[Key, str]:
    """Return the finished translations of a file, texts with a number in them left out.

    Raises:
        Refusal: `FILE_MISSING`, or `TABLE_BROKEN` when it is not well-formed.
    """
    return read_translation(path).words
