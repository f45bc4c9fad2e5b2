"""The program's own words in other languages, from Qt's translation files, read as they are.

A language without a file is not available: participants never see a silent mixture of languages (rule E131).
"""

from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from retnet_pro.errors import Code, Refusal

SOURCE_LANGUAGE = "en"

Key = tuple[str, str]
"""(context, source text)."""


class InterfaceWords(QTranslator):
    """Finished translations of one language."""

    def __init__(self, words: Mapping[Key, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def translate(self, context: str, source: str, _note: str | None = None, _n: int = -1) -> str | None:
        """Return the translation, or None where there is none."""
        return self._words.get((context, source))

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._words


def available(folder: Path) -> tuple[str, ...]:
    """Return the languages the program can speak, the source language first."""
    return (SOURCE_LANGUAGE, *sorted(path.stem.rpartition("_")[2] for path in folder.glob("interface_*.ts")))


def install(folder: Path, language: str) -> InterfaceWords | None:
    """Let the program speak a language from now on. Keep what is returned alive; None stands for the source language.

    Raises:
        Refusal: `WORDING_MISSING`, when there is no translation into the language.
    """
    base = language.partition("-")[0]
    if base == SOURCE_LANGUAGE:
        return None
    if base not in available(folder):
        raise Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
    words: dict[Key, str] = {}
    for path in sorted(folder.glob(f"*_{base}.ts")):
        words |= read_words(path)
    translator = InterfaceWords(words)
    QCoreApplication.installTranslator(translator)
    return translator


def read_words(path: Path) -> dict[Key, str]:
    """Return the finished translations of a file.

    Raises:
        Refusal: `TABLE_BROKEN`, when it is not well-formed.
    """
    reader = _Reader()
    try:
        reader.feed(path.read_bytes())
    except expat.ExpatError as error:
        raise Refusal(Code.TABLE_BROKEN, path=str(path), findings=str(error)) from error
    return reader.words


class _Reader:
    """Walks through a file; knows only the four elements it needs. Entities from outside are never opened."""

    def __init__(self) -> None:
        self.words: dict[Key, str] = {}
        self._text = ""
        self._at = {"name": "", "source": ""}
        self._is_finished = True
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._collect

    def feed(self, content: bytes) -> None:
        self._parser.Parse(content, True)

    def _open(self, element: str, attributes: dict[str, str]) -> None:
        self._text = ""
        if element == "translation":
            self._is_finished = attributes.get("type", "") == ""

    def _close(self, element: str) -> None:
        if element in self._at:
            self._at[element] = self._text
        elif element == "translation" and self._text and self._is_finished:
            self.words[self._at["name"], self._at["source"]] = self._text

    def _collect(self, text: str) -> None:
        self._text += text
