"""The language of a paper that staff can have in their own: English, or what stands in `translations`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from retnet_pro.instrument.translation import SOURCE_LANGUAGE, STAFF, read_translation, translation_file
from retnet_pro.report.words import day_words, time_words

CONTEXT = "paper"
"""Of the texts of paper in the files of translators."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """By their English."""

    def say(self, text: str, **facts: object) -> str:
        """Return a text in this language, with its places filled; in English where nobody has translated it."""
        return self.texts.get(text, text).format(**facts) if facts else self.texts.get(text, text)

    def day(self, day: date) -> str:
        """Return a date as it is written in this language."""
        return f"{day:%d.%m.%Y}" if self.language == "de" else day_words(day)

    def moment(self, moment: datetime) -> str:
        """Return date, time and offset from UTC (rule P32)."""
        return self.day(moment.date()) + time_words(moment).removeprefix(day_words(moment.date()))


ENGLISH = Tongue(SOURCE_LANGUAGE)


def tongue_of(folder: Path, language: str) -> Tongue:
    """Return the language staff work in.

    Raises:
        Refusal: `FILE_MISSING` or `TABLE_BROKEN` for a language that has no file, or a broken one.
    """
    if language == SOURCE_LANGUAGE:
        return ENGLISH
    words = read_translation(translation_file(folder, STAFF, language)).words
    return Tongue(language, {source: said for (context, source), said in words.items() if context == CONTEXT})
