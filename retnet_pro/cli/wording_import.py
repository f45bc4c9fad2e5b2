"""The import of words, put together: the form, the source, the previous version, and the file that comes of them."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import click

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.wording_reading import load_source
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import Instrument, InstrumentId, Translation, Wording
from retnet_pro.instrument.shape import Text
from retnet_pro.instrument.vocabulary import LANGUAGE, VERSION
from retnet_pro.instrument.wording import load_wording
from retnet_pro.instrument.wording_draft import Head, write_draft
from retnet_pro.instrument.wording_match import Line, Mark, Matched, match
from retnet_pro.instrument.wording_words import words_of
from retnet_pro.settings import read_settings

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ckb", "dv"})
"""Languages written from right to left; whether a scale is mirrored, its owner decides (rule E134)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asked for besides the source."""

    form: str
    language: str
    previous: Path | None
    version: str | None
    part: str | None
    demonstration: bool
    translation: Translation | None
    private: Path | None


def bring_in(source: Path, wish: Wish) -> tuple[bytes, Matched]:
    """Return the new wording file and the report.

    Raises:
        Refusal: `FORM_UNKNOWN`, `FORM_BROKEN`, `FILE_MISSING`, `WORDING_SOURCE_UNFIT`.
        click.BadParameter: a language or version that is none.
    """
    _demand(LANGUAGE, wish.language, "--language")
    settings = read_settings()
    form = open_library(settings.forms, settings.words, wish.private).instrument(InstrumentId(wish.form))
    before = None if wish.previous is None else _previous(wish.previous, form, wish.language)
    head = _head(form, wish, before)
    _demand(VERSION, head.version, "--version")
    matched = match(form, load_source(source, wish.language, wish.part), words_of(before) if before else None)
    return write_draft(head, matched.words), replace(matched, lines=(*matched.lines, *_open_points(form, head)))


def is_right_to_left(language: str) -> bool:
    """Whether words of a language are written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def _previous(path: Path, form: Instrument, language: str) -> Wording:
    before = load_wording(path)
    if (before.instrument, before.language) != (form.id, language):
        why = f"it holds words of {before.instrument} in '{before.language}', not of {form.id} in '{language}'"
        raise Refusal(Code.WORDING_SOURCE_UNFIT, path=path, why=why)
    return before


def _head(form: Instrument, wish: Wish, before: Wording | None) -> Head:
    """A licence and the way numbers run go on from one version to the next.

    A review and a demonstration mark are stated each time.
    """
    return Head(
        instrument=form.id,
        instrument_version=form.version,
        version=wish.version or _next(before),
        language=wish.language,
        right_to_left=before.right_to_left if before else is_right_to_left(wish.language),
        numbers_from_right=before.numbers_from_right & form.response_scales.keys() if before else frozenset(),
        demonstration=wish.demonstration,
        licence=before.licence if before and not wish.demonstration else None,
        translation=wish.translation,
    )


def _next(before: Wording | None) -> str:
    if before is None:
        return "1"
    if not re.fullmatch(r"[0-9]{1,9}", before.version):
        raise click.BadParameter(f"name the version that follows '{before.version}'", param_hint="--version")
    return str(int(before.version) + 1)


def _open_points(form: Instrument, head: Head) -> tuple[Line, ...]:
    """Return what no source says and a person writes into the file."""
    lines = []
    if head.right_to_left:
        lines.append("words run from right to left and the screen is mirrored; confirm that with the owner (E134)")
    if not head.demonstration and head.licence is None and form.needs_licence:
        lines.append(
            "'licence' with owner, id, study, expires and copyright is still to be written into the file (E141)"
        )
    if not head.demonstration and head.translation is None:
        lines.append("'translation' is still to be written: --certificate, --reviewer, --reviewed (E132)")
    return tuple(Line(Mark.LOOK, said) for said in lines)


def _demand(shape: Text, text: str, option: str) -> None:
    if not re.fullmatch(shape.pattern or "", text):
        raise click.BadParameter(f"'{text}' is not {shape.described}", param_hint=option)
