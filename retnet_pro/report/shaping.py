"""Lines in which letters join or run from right to left, as pieces that can be written one after the other.

The order is that of the Unicode Bidirectional Algorithm (python-bidi), the forms of joined letters and the places of
vowel signs are those of the typeface (HarfBuzz). What prints nothing or turns text round never comes this far: it was
made visible before (`style.Font.clean`), so all letters from right to left stand on one level.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import uharfbuzz
from bidi import get_base_level, get_display
from bidi.mirror import MIRRORED

from retnet_pro.report.faces import Face, face_of, is_private, script_of

_MARK = "\u0334"
"""Goes with each bracket into the algorithm: behind it where it stays, before it where it must be turned round.
A combining mark takes the level of what it stands behind, so it changes nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one typeface that stand side by side; measures in thousandths of the size."""

    face: Face
    text: str
    advance: float
    """How far the next piece begins from the beginning of this one."""
    right: float = 0.0
    """How far the glyphs stand right of that beginning."""
    up: float = 0.0
    said: str | None = None
    """What a reader copies in place of glyphs that stand for no letter of their own."""


def runs_from_right(text: str) -> bool:
    """Tell whether a text is read from right to left: its first letter decides."""
    return not text.isascii() and bool(get_base_level(text))


def is_all_from_right(text: str) -> bool:
    """Tell whether a text of the paper itself is read from right to left: only where no letter in it is not.

    What the paper composes, e.g. a name and the time of a signature, keeps its parts in the order of its own language,
    whatever letters the name has.
    """
    return runs_from_right(text) and not any(unicodedata.bidirectional(one) == "L" for one in text)


def in_order(text: str, *, from_right: bool) -> str:
    """Return the characters of one line as they stand from left to right, brackets turned where they must be."""
    marked = "".join(f"{one}{_MARK}" if one in MIRRORED else one for one in text.replace(_MARK, ""))
    shown = iter(get_display(marked, base_dir="R" if from_right else "L"))
    ordered: list[str] = []
    for one in shown:
        if one == _MARK:
            ordered.append(MIRRORED[next(shown)])
            continue
        ordered.append(one)
        if one in MIRRORED:
            next(shown)
    return "".join(ordered)


def lay(text: str, face: Face, *, bold: bool, from_right: bool) -> tuple[Piece, ...]:
    """Return one cleaned line as pieces from left to right: in `face` where it has the letter, else in another.

    Raises:
        WorldFault: as `face_of`.
    """
    pieces: list[Piece] = []
    for is_joined, run in groupby(in_order(text, from_right=from_right), _runs_from_right):
        for used, letters in groupby(run, lambda one: _face(one, face, bold)):
            group = "".join(letters)
            pieces += _shaped(group[::-1], used) if is_joined else _plain(group, used)
    return tuple(pieces)


def _face(letter: str, face: Face, bold: bool) -> Face:
    code = ord(letter)
    return face if face.has(code) else face_of(code, bold=bold) or face


def _runs_from_right(letter: str) -> bool:
    kind = unicodedata.bidirectional(letter)
    return kind in ("R", "AL") or (kind == "NSM" and script_of(ord(letter)) is not None)


def _plain(text: str, face: Face) -> Iterator[Piece]:
    yield Piece(face, text, sum(face.advance(ord(letter)) for letter in text))


def _shaped(text: str, face: Face) -> Iterator[Piece]:
    """Yield letters, given in the order they are read, as glyphs from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.shaper, buffer)
    starts = sorted({glyph.cluster for glyph in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letter = face.letter_of(glyph.codepoint)
        end = ends.pop(glyph.cluster, glyph.cluster)  # of several glyphs for the same letters one says them
        yield Piece(
            face,
            letter,
            face.scaled(place.x_advance),
            face.scaled(place.x_offset),
            face.scaled(place.y_offset),
            text[glyph.cluster : end] if is_private(letter) else None,
        )
