"""The program's own words in other languages: Qt's translation files, read as they are, and which file is for whom.

``interface_<language>.ts`` holds what participants read, ``staff_<language>.ts`` what staff read. The English
interface file lists every text there is to translate; a language that lacks one of them cannot be shown (rule E131).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from retnet_pro.errors import Code, Refusal

SOURCE_LANGUAGE = "en"
INTERFACE = "interface"
STAFF = "staff"

Key = tuple[str, str]
"""(context, source text)."""

_OTHER_SCRIPTS = {"zh": frozenset(("hant", "tw", "hk", "mo"))}
"""Parts of a tag that ask for another script than the plain tag's file is written in: simplified Chinese."""
_COUNTS_LIKE_ONE = frozenset(("fr", "pt"))
"""Languages in which also none of something is singular."""
_NEVER_COUNTS = frozenset(("ja", "zh"))


@dataclass(frozen=True, slots=True)
class Translation:
    """One file. Only finished translations count."""

    words: Mapping[Key, str] = field(default_factory=dict)
    plurals: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """Forms of the texts with a number in them, in the order of `plural_form`."""
    asked: frozenset[Key] = frozenset()
    """Every text of the file, translated or not."""


def read_translation(path: Path) -> Translation:
    """Return what a file holds.

    Raises:
        Refusal: `FILE_MISSING`, or `TABLE_BROKEN` when it is not well-formed.
    """
    reader = _Reader()
    try:
        reader.feed(path.read_bytes())
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error
    except expat.ExpatError as error:
        raise Refusal(Code.TABLE_BROKEN, path=str(path), findings=str(error)) from error
    return Translation(reader.words, reader.plurals, frozenset(reader.asked))


def gaps_of(folder: Path, language: str, words: Translation) -> tuple[Key, ...]:
    """Return which texts to participants a language lacks, those with too few forms for a number included.

    What there is to say stands in the English file; without one, e.g. in a folder of forms only, nothing is asked.

    Raises:
        Refusal: `TABLE_BROKEN`.
    """
    source = translation_file(folder, INTERFACE, SOURCE_LANGUAGE)
    if language == SOURCE_LANGUAGE or not source.exists():
        return ()
    forms = plural_forms(language)
    asked = read_translation(source).asked
    return tuple(key for key in sorted(asked) if key not in words.words and len(words.plurals.get(key, ())) != forms)


def translated(folder: Path, who: str = INTERFACE) -> tuple[str, ...]:
    """Return the languages there is a file of, the source language first."""
    tags = {path.stem.removeprefix(f"{who}_").replace("_", "-") for path in folder.glob(f"{who}_*.ts")}
    return (SOURCE_LANGUAGE, *sorted(tags - {SOURCE_LANGUAGE}))


def closest(language: str, known: Iterable[str]) -> str | None:
    """Return the known language that a tag may be read in, e.g. ``pt`` for ``pt-BR``; never one in another script."""
    known = frozenset(known)
    parts = language.split("-")
    for end in range(len(parts), 0, -1):
        tag = "-".join(parts[:end])
        unwanted = _OTHER_SCRIPTS.get(tag, frozenset())
        if tag in known and not unwanted & {part.lower() for part in parts[end:]}:
            return tag
    return None


def translation_file(folder: Path, who: str, language: str) -> Path:
    """Return where the file of a language lies. Qt writes tags with an underscore."""
    return folder / f"{who}_{language.replace('-', '_')}.ts"


def plural_forms(language: str) -> int:
    """Return how many forms a text with a number has in a language, as Qt's tools count them."""
    return {"ar": 6, "pl": 3}.get(language, 1 if language in _NEVER_COUNTS else 2)


def plural_form(language: str, n: int) -> int:
    """Return which form belongs to a number, from 0, in the order in which Qt's tools write them.

    Source: plural rules of Qt Linguist for the languages of the interface.
    """
    if language in _NEVER_COUNTS:
        return 0
    if language in _COUNTS_LIKE_ONE:
        return int(n > 1)
    if language == "pl":
        few = n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)
        return 0 if n == 1 else 1 if few else 2
    if language == "ar":
        if n < 3:
            return n
        return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5
    return int(n != 1)


class _Reader:
    """Walks through a file; knows only the elements it needs. Entities from outside are never opened."""

    def __init__(self) -> None:
        self.words: dict[Key, str] = {}
        self.plurals: dict[Key, tuple[str, ...]] = {}
        self.asked: set[Key] = set()
        self._text = ""
        self._forms: list[str] = []
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
            self._forms = []

    def _close(self, element: str) -> None:
        if element in self._at:
            self._at[element] = self._text
        elif element == "numerusform":
            self._forms.append(self._text)
        elif element == "translation":
            self._note((self._at["name"], self._at["source"]))

    def _note(self, key: Key) -> None:
        self.asked.add(key)
        if not self._is_finished:
            return
        if self._forms and all(form.strip() for form in self._forms):
            self.plurals[key] = tuple(self._forms)
        elif not self._forms and self._text.strip():
            self.words[key] = self._text

    def _collect(self, text: str) -> None:
        self._text += text
