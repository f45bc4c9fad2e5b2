"""How far the program's own words in each language can be trusted: the status file beside the translations (rule E132).

A translation is a draft until a native speaker has reviewed exactly the file that lies here; whoever changes the file
makes it a draft again. English is the source and needs no review of a translation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.finding import Finding, Place
from retnet_pro.instrument.load import content_hash, file_bytes, in_order, load
from retnet_pro.instrument.reading import read
from retnet_pro.instrument.shape import Field, OneOf, Record, TableOf, Text
from retnet_pro.instrument.translation import (
    INTERFACE,
    SOURCE_LANGUAGE,
    gaps_of,
    read_translation,
    translated,
    translation_file,
)
from retnet_pro.instrument.vocabulary import DATE, LANGUAGE, TEXT, VERSION

STATUS_FILE = "languages.yaml"


class Review(StrEnum):
    """How far a translation has come."""

    SOURCE = "source"
    """Written in this language."""
    DRAFT = "draft"
    """Needs the review of a native speaker."""
    REVIEWED = "reviewed"


_FILE = Record(
    {
        "format": Field(OneOf(("retnet-pro/languages/1",)), "The format of this file."),
        "languages": Field(
            TableOf(
                LANGUAGE,
                Record(
                    {
                        "status": Field(
                            OneOf(tuple(str(review) for review in Review)),
                            "Written in it, translated, or reviewed by a native speaker.",
                        ),
                        "version": Field(VERSION, "Version of the translation, in quotes."),
                        "reviewer": Field(TEXT, "Who reviewed it.", required=False),
                        "date": Field(DATE, "Day of the review, in quotes.", required=False),
                        "certificate": Field(TEXT, "Id of the certificate.", required=False),
                        "sha256": Field(
                            Text(r"[0-9a-f]{64}", "a SHA-256 in hexadecimal"),
                            "Hash of the file that was reviewed.",
                            required=False,
                        ),
                    }
                ),
            ),
            "The languages of the program, by tag.",
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the status file says of one language."""

    review: Review
    version: str
    reviewer: str = ""
    reviewed: date | None = None
    certificate: str = ""
    file_hash: str = ""
    """Of the file that was reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language of the program, as it is here."""

    language: str
    review: Review
    """`DRAFT` also when the file was changed since its review."""
    version: str
    missing: int
    """How many texts to participants have no translation; such a language is never offered (rule E130)."""

    letters: frozenset[str]
    """Every character of its words."""

    @property
    def is_draft(self) -> bool:
        """Whether it may be used with demonstration wording only."""
        return self.review is Review.DRAFT


def lack_of_speech(tongue: Tongue | None, language: str, *, demonstration: bool) -> Refusal | None:
    """Return why the program does not speak well enough around words in a language, or None where it does.

    `tongue` is what `Library.tongue` gives for that language.
    """
    if tongue is None:
        return Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
    if tongue.missing:
        return Refusal(Code.INTERFACE_MISSING, language=language, count=tongue.missing)
    if tongue.is_draft and not demonstration:
        return Refusal(Code.LANGUAGE_DRAFT, language=language)
    return None


def tongues_in(folder: Path) -> Mapping[str, Tongue]:
    """Return every language of the program that has both a file and an entry in the status file.

    Raises:
        Refusal: `FILE_MISSING`, or `TABLE_BROKEN` for the status file or a translation file.
    """
    entries = load(folder / STATUS_FILE, read_entries, Code.TABLE_BROKEN)
    return {
        language: _tongue(folder, language, entries[language]) for language in translated(folder) if language in entries
    }


def read_entries(untrusted: bytes, path: str) -> tuple[Mapping[str, Entry] | None, tuple[Finding, ...]]:
    """Return the entries of a status file, or None and everything that is wrong. Raises nothing on any bytes."""
    reading = read(untrusted, _FILE, path)
    findings = list(reading.findings)
    if reading.usable:
        for place, language, message in _faults(reading.values["languages"]):
            findings.append(Finding(path, reading.lines.get(place, 1), language, message))
    if findings:
        return None, in_order(findings)
    return {language: _entry(values) for language, values in reading.values["languages"].items()}, ()


def _tongue(folder: Path, language: str, entry: Entry) -> Tongue:
    path = translation_file(folder, INTERFACE, language)
    as_reviewed = entry.review is not Review.REVIEWED or content_hash(file_bytes(path)) == entry.file_hash
    words = read_translation(path)
    return Tongue(
        language=language,
        review=entry.review if as_reviewed else Review.DRAFT,
        version=entry.version,
        missing=len(gaps_of(folder, language, words)),
        letters=frozenset(chain(*words.words.values(), *chain.from_iterable(words.plurals.values()))),
    )


def _faults(languages: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Place, str, str]]:
    for language, values in languages.items():
        is_reviewed = values["status"] == Review.REVIEWED
        place: Place = ("languages", language)
        for name in ("reviewer", "date", "certificate", "sha256"):
            if (name in values) is not is_reviewed:
                yield place, language, f"'{name}' belongs to a reviewed translation, and to no other (rule E132)"
        if (values["status"] == Review.SOURCE) is not (language == SOURCE_LANGUAGE):
            yield place, language, f"the source is '{SOURCE_LANGUAGE}' and no other language"
        if is_reviewed and "date" in values and not _is_day(values["date"]):
            yield place, language, "the day in 'date' does not exist"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _entry(values: Mapping[str, str]) -> Entry:
    return Entry(
        review=Review(values["status"]),
        version=values["version"],
        reviewer=values.get("reviewer", ""),
        reviewed=date.fromisoformat(values["date"]) if "date" in values else None,
        certificate=values.get("certificate", ""),
        file_hash=values.get("sha256", ""),
    )
