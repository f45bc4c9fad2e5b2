"""Write a wording file, complete or not. Texts and names are in quotes, so that no reader takes them for another."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retnet_pro.instrument.model import Licence, Translation
from retnet_pro.instrument.vocabulary import WORDING_FORMAT
from retnet_pro.instrument.wording_words import GENERAL, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a wording file says about itself, above its words."""

    instrument: str
    instrument_version: str
    version: str
    language: str
    right_to_left: bool
    numbers_from_right: frozenset[str]
    """Scales of numbers whose owner had them run from right to left."""
    demonstration: bool
    licence: Licence | None
    """Without an approval: that was given for other words."""
    translation: Translation | None


def write_draft(head: Head, words: Mapping[Place, str]) -> bytes:
    """Return the file. A place without words is left out, so that the check of the file names it."""
    lines = [
        f"format: {WORDING_FORMAT}",
        "",
        f"instrument: {quoted(head.instrument)}",
        f"instrument_version: {quoted(head.instrument_version)}",
        f"version: {quoted(head.version)}",
        f"language: {quoted(head.language)}",
        f"right_to_left: {_truth(head.right_to_left)}",
        *_from_right(head.numbers_from_right),
        f"demonstration: {_truth(head.demonstration)}",
        *_licence(head.licence),
        *_translation(head.translation),
        *(f"{name}: {quoted(words[name,])}" for name in GENERAL if (name,) in words),
        *_table("recalls", words),
        *_labels(words),
        *_table("items", words),
    ]
    if any(place[0] == "not_applicable" for place in words):
        lines += _table("not_applicable", words)
    return ("\n".join(lines) + "\n").encode()


def quoted(text: str) -> str:
    """Return a text as a double-quoted scalar; JSON's escapes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _from_right(scales: frozenset[str]) -> Iterator[str]:
    if scales:
        yield f"numbers_from_right: [{', '.join(map(quoted, sorted(scales)))}]"


def _licence(licence: Licence | None) -> Iterator[str]:
    if licence is None:
        return
    yield "licence:"
    yield f"  owner: {quoted(licence.owner)}"
    yield f"  id: {quoted(licence.id)}"
    yield f"  study: {quoted(licence.study)}"
    if licence.expires is not None:
        yield f"  expires: {quoted(licence.expires.isoformat())}"
    yield f"  copyright: {quoted(licence.copyright)}"
    if licence.in_exports:
        yield "  in_exports: true"


def _translation(translation: Translation | None) -> Iterator[str]:
    if translation is None:
        return
    yield "translation:"
    yield f"  certificate: {quoted(translation.certificate)}"
    yield f"  reviewer: {quoted(translation.reviewer)}"
    yield f"  reviewed: {quoted(translation.reviewed.isoformat())}"


def _table(name: str, words: Mapping[Place, str]) -> list[str]:
    rows = [f"  {quoted(place[1])}: {quoted(text)}" for place, text in words.items() if place[0] == name]
    return [f"{name}:", *rows] if rows else [f"{name}: {{}}"]


def _labels(words: Mapping[Place, str]) -> list[str]:
    scales: dict[str, list[str]] = {}
    for place, text in words.items():
        if place[0] == "labels":
            scales.setdefault(place[1], []).append(f"    {place[2]}: {quoted(text)}")
    rows = [row for scale, codes in scales.items() for row in (f"  {quoted(scale)}:", *codes)]
    return ["labels:", *rows] if rows else ["labels: {}"]
