"""The manifest beside a screens book: the hash of every picture and every visible text, as JSON."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ContentHash
from retnet_pro.report.screens import Picture, ScreensBook, ScreenSet

FORMAT = "retnet-pro/screens/1"
_OF_SET = ("instrument", "title", "version", "language", "wording_version", "notice", "licence", "typeface")
_OF_BOOK = ("app", "program", "qt", "screen")
_OF_PICTURE = ("screen", "number", "state", "part", "parts", "percent", "look", "pixels")


def write_manifest(book: ScreensBook) -> str:
    """Return the manifest, one picture a line, so that two of them can be compared by eye as well."""
    head = {
        "format": FORMAT,
        "made_at": book.made_at.isoformat(timespec="seconds"),
        **{name: getattr(book, name) for name in _OF_BOOK},
        "book": book.hash,
    }
    sets = ",\n".join(_set(one) for one in book.sets)
    return f'{_json(head)[:-1]},"sets":[\n{sets}\n]}}\n'


def read_manifest(untrusted: str, path: object) -> ScreensBook:
    """Return the book a manifest tells of, without its picture files.

    Raises:
        Refusal: `FILE_UNFIT`.
    """
    try:
        plain = json.loads(untrusted)
        if plain["format"] != FORMAT:
            raise ValueError
        book = ScreensBook(
            made_at=datetime.fromisoformat(plain["made_at"]),
            **{name: str(plain[name]) for name in _OF_BOOK},
            sets=tuple(_read_set(one) for one in plain["sets"]),
        )
        if book.hash != plain["book"]:
            raise ValueError
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        wanted = "the manifest of a screens book, unchanged since it was written"
        raise Refusal(Code.FILE_UNFIT, path=path, wanted=wanted) from error
    return book


def _set(one: ScreenSet) -> str:
    head = {
        **{name: getattr(one, name) for name in _OF_SET},
        "demonstration": one.demonstration,
        "form_hash": one.form,
        "words_hash": one.words,
        "pictures_hash": one.pictures_hash,
        "hash": one.hash,
    }
    pictures = ",\n".join(_json(_picture(picture)) for picture in one.pictures)
    return f'{_json(head)[:-1]},"pictures":[\n{pictures}\n]}}'


def _picture(picture: Picture) -> Mapping[str, object]:
    return {**{name: getattr(picture, name) for name in _OF_PICTURE}, "texts": list(picture.texts)}


def _read_set(plain: Mapping[str, Any]) -> ScreenSet:
    return ScreenSet(
        **{name: str(plain[name]) for name in _OF_SET},
        demonstration=plain["demonstration"] is True,
        form=ContentHash(plain["form_hash"]),
        words=ContentHash(plain["words_hash"]),
        pictures=tuple(_read_picture(one) for one in plain["pictures"]),
    )


def _read_picture(plain: Mapping[str, Any]) -> Picture:
    return Picture(
        screen=str(plain["screen"]),
        number=None if plain["number"] is None else int(plain["number"]),
        state=str(plain["state"]),
        part=int(plain["part"]),
        parts=int(plain["parts"]),
        percent=int(plain["percent"]),
        look=str(plain["look"]),
        pixels=str(plain["pixels"]),
        texts=tuple(str(text) for text in plain["texts"]),
    )


def _json(plain: Mapping[str, object]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
