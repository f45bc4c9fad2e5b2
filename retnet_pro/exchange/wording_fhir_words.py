"""The words of one element of a FHIR Questionnaire in the wanted language, and the answers of an item.

A text in another language is never taken for a missing one (rule E131).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from retnet_pro.exchange.fhir_names import (
    ABSENT_CODES,
    NOT_APPLICABLE,
    RENDERING,
    TRANSLATION,
    WEIGHTS,
    listed,
    value_of,
)
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase

_CODE_LIMIT = 99_999


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language that is wanted, and the one the source is in."""

    wanted: str
    own: str | None

    @classmethod
    def of(cls, plain: Mapping[str, Any], wanted: str) -> "Tongue":
        """Return what a resource says about its language."""
        own = plain.get("language")
        return cls(wanted, own if isinstance(own, str) else None)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know about the language of the source."""
        if self.own is None:
            return (f"the source does not say which language it is in; its words were taken for '{self.wanted}'",)
        if self.own != self.wanted and self.is_own:
            return (f"the source is in {shown(self.own)}, and its words were taken for '{self.wanted}'",)
        return ()

    @property
    def is_own(self) -> bool:
        """Whether the untranslated words of the source are in the wanted language, or in a kind of it."""
        return self.own is None or f"{self.own}-".casefold().startswith(f"{self.wanted}-".casefold())


def text_at(parent: Mapping[str, Any], name: str, where: str, tongue: Tongue) -> Phrase | None:
    """Return a text in the wanted language; with a flaw where the source has it in another one only."""
    text, beside = parent.get(name), parent.get(f"_{name}")
    extensions = listed(beside, "extension") if isinstance(beside, dict) else []
    note = "has emphasis of its own in the source (E04)" if any(_is(one, *RENDERING) for one in extensions) else ""
    for one in extensions:
        if _is(one, TRANSLATION):
            parts = {str(part.get("url")): part for part in listed(one, "extension")}
            said = value_of(parts.get("content", {}))
            if value_of(parts.get("lang", {})) == tongue.wanted and isinstance(said, str):
                return Phrase(text=said, where=f"{where}, translation", note=note)
    if not isinstance(text, str):
        return None
    other = f"it is in {shown(tongue.own or '')}, and no translation into '{tongue.wanted}' stands beside it"
    flaw = "" if tongue.is_own else other
    return Phrase(text=text, where=where, flaw=flaw, note=note)


def answers(
    item: Mapping[str, Any], plain: Mapping[str, Any], where: str, tongue: Tongue
) -> Iterator[tuple[int | None, Phrase]]:
    """Yield code and words of each answer of an item.

    The code is None for "does not apply", and for an answer that cannot be used; that one has a flaw.
    """
    for option in listed(item, "answerOption"):
        coding = option.get("valueCoding")
        if isinstance(coding, dict):
            yield _coded(coding, option, where, tongue)
        elif not isinstance(option.get("valueInteger"), int):
            # A bare number has no words; anything else has no code.
            yield None, Phrase(text=str(option.get("valueString", "")), where=f"{where}, answer", flaw="it has no code")
    link = item.get("answerValueSet")
    if link is None:
        return
    found = _contained(plain, link)
    if found is None:
        said = "its answers are in a value set outside this file, which is not fetched"
        yield None, Phrase(text=str(link), where=f"{where}, answers", flaw=said)
        return
    for concept in _concepts(found):
        yield _coded(concept, concept, where, tongue)


def numbers_of_codes(item: Mapping[str, Any], plain: Mapping[str, Any]) -> dict[str, int]:
    """Return by code of each answer of an item its number, where it has one."""
    options = [(one.get("valueCoding"), one) for one in listed(item, "answerOption")]
    if (inside := _contained(plain, item.get("answerValueSet"))) is not None:
        options += [(concept, concept) for concept in _concepts(inside)]
    numbers = {str(one.get("code")): _number(one, beside) for one, beside in options if isinstance(one, dict)}
    return {code: number for code, number in numbers.items() if number is not None}


def _coded(
    coding: Mapping[str, Any], beside: Mapping[str, Any], where: str, tongue: Tongue
) -> tuple[int | None, Phrase]:
    code = _number(coding, beside)
    phrase = _designated(coding, where, tongue) or text_at(coding, "display", f"{where}, answer {code}", tongue)
    if phrase is None:
        return None, Phrase(text=str(coding.get("code", "")), where=f"{where}, answer", flaw="it has no words")
    if code is None and coding.get("system") == ABSENT_CODES and coding.get("code") == NOT_APPLICABLE:
        return None, phrase
    if code is None:
        return None, Phrase(text=phrase.text, where=f"{where}, answer", flaw="its code is no whole number")
    return code, phrase


def _designated(concept: Mapping[str, Any], where: str, tongue: Tongue) -> Phrase | None:
    """Return the words a value set itself has for a concept in the wanted language."""
    for one in listed(concept, "designation"):
        if one.get("language") == tongue.wanted and isinstance(one.get("value"), str):
            return Phrase(text=one["value"], where=f"{where}, designation")
    return None


def _number(coding: Mapping[str, Any], beside: Mapping[str, Any]) -> int | None:
    code = coding.get("code")
    if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) <= len(str(_CODE_LIMIT)):
        return int(code)
    for one in (*listed(coding, "extension"), *listed(beside, "extension")):
        weight = value_of(one)
        if _is(one, *WEIGHTS) and isinstance(weight, int | float) and 0 <= weight <= _CODE_LIMIT:
            return int(weight) if weight == int(weight) else None
    return None


def _contained(plain: Mapping[str, Any], link: object) -> Mapping[str, Any] | None:
    if not isinstance(link, str) or not link.startswith("#"):
        return None
    sets = (one for one in listed(plain, "contained") if one.get("resourceType") == "ValueSet")
    return next((one for one in sets if one.get("id") == link[1:]), None)


def _concepts(value_set: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the concepts a value set names itself, spelled out or expanded."""
    for name, inner, part in (("compose", "include", "concept"), ("expansion", "contains", "")):
        holder = value_set.get(name)
        if isinstance(holder, dict):
            for one in listed(holder, inner):
                yield from listed(one, part) if part else (one,)
            return


def _is(extension: Mapping[str, Any], *urls: str) -> bool:
    return extension.get("url") in urls
