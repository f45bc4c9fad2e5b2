"""Whether a QuestionnaireResponse fits its Questionnaire: what no general validator checks.

It knows R4 and R5 as far as forms of trials need them, reads what anybody wrote, and fetches nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from retnet_pro.exchange.fhir_conditions import is_shown
from retnet_pro.exchange.fhir_names import HIGHEST, LOWEST, listed, value_of
from retnet_pro.instrument.wording_flaws import shown

Part = Mapping[str, Any]
_DEPTH_LIMIT = 16
_CLOSED = frozenset({"completed", "amended"})
_STATUS = frozenset({"in-progress", "completed", "amended", "entered-in-error", "stopped"})
_VALUES: Mapping[str, tuple[str, ...]] = {
    "choice": ("valueCoding",),
    "coding": ("valueCoding",),
    "open-choice": ("valueCoding", "valueString"),
    "integer": ("valueInteger",),
    "decimal": ("valueDecimal", "valueInteger"),
    "boolean": ("valueBoolean",),
    "string": ("valueString",),
    "text": ("valueString",),
    "date": ("valueDate",),
    "dateTime": ("valueDateTime",),
    "time": ("valueTime",),
    "url": ("valueUri",),
    "quantity": ("valueQuantity",),
    "reference": ("valueReference",),
    "attachment": ("valueAttachment",),
}
"""By the type of an item, the elements an answer may stand in."""
_WITHOUT_ANSWER = frozenset({"group", "display"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit."""

    where: str
    """Link id, or element of the resource."""
    why: str


def check_response(questionnaire: Part, response: Part) -> tuple[Fault, ...]:
    """Return everything in which a response does not fit the questionnaire it names."""
    return tuple(_check(questionnaire, response))


def named_by(questionnaire: Part) -> str | None:
    """Return what a response must name a questionnaire by; None when it has no name or no version."""
    url, version = questionnaire.get("url"), questionnaire.get("version")
    return f"{url}|{version}" if isinstance(url, str) and isinstance(version, str) and version else None


def _check(questionnaire: Part, response: Part) -> Iterator[Fault]:
    name, named = named_by(questionnaire), response.get("questionnaire")
    if name is None:
        yield Fault("questionnaire", "the questionnaire has no version, so that no response can say which one it is to")
    elif not isinstance(named, str) or "|" not in named:
        yield Fault("questionnaire", f"it names {shown(str(named))} without a version; expected {name}")
    elif named != name:
        yield Fault("questionnaire", f"it is to {shown(named)}, not to {name}")
    status = str(response.get("status"))
    if status not in _STATUS:
        yield Fault("status", f"{shown(status)} is no status of a response")
    yield from _Form(questionnaire, is_closed=status in _CLOSED).faults(response)


class _Form:
    """A questionnaire by link id. It has state because conditions look at answers anywhere in the response."""

    def __init__(self, questionnaire: Part, *, is_closed: bool) -> None:
        self._is_closed = is_closed
        self._asked: dict[str, Part] = {}
        self._parents: dict[str, str] = {}
        self._twice: list[str] = []
        self._top = questionnaire
        self._learn(questionnaire, "", 1)

    def _learn(self, parent: Part, link: str, depth: int) -> None:
        for item in listed(parent, "item") if depth <= _DEPTH_LIMIT else ():
            own = str(item.get("linkId"))
            if own in self._asked:
                self._twice.append(own)
                continue
            self._asked[own] = item
            self._parents[own] = link
            self._learn(item, own, depth + 1)

    def faults(self, response: Part) -> Iterator[Fault]:
        """Yield what does not fit."""
        for link in self._twice:
            yield Fault(link, "this link id stands twice in the questionnaire")
        found = dict(self._given(response))
        answers = {link: [one for item in items for one in listed(item, "answer")] for link, items in found.items()}
        hidden = self._hidden(answers)
        if hidden is None:
            yield Fault("enableWhen", "its conditions go round in a circle; what they hide could not be checked")
            hidden = frozenset(self._asked.keys() - answers.keys())
        yield from self._walk(response, "", 1)
        for link, item in self._asked.items():
            given = answers.get(link, [])
            if given and link in hidden:
                yield Fault(link, "it is answered, although its condition hides it")
            if self._is_missing(item, given) and link not in hidden:
                yield Fault(link, "it is required and has no answer")
            yield from self._answers(link, item, given)

    def _is_missing(self, item: Part, given: list[Part]) -> bool:
        can_answer = str(item.get("type")) not in _WITHOUT_ANSWER
        return self._is_closed and can_answer and item.get("required") is True and not given

    def _given(self, response: Part) -> Iterator[tuple[str, list[Part]]]:
        found: dict[str, list[Part]] = {}
        for link, item in _every(response, 1):
            found.setdefault(link, []).append(item)
        yield from found.items()

    def _hidden(self, answers: Mapping[str, list[Part]]) -> frozenset[str] | None:
        """Return the items not shown: what hangs under a hidden one is hidden, and its answer shows nothing.

        None when conditions look at later items, and those again, deeper than any form does.
        """
        hidden: frozenset[str] = frozenset()
        for _ in range(_DEPTH_LIMIT):
            seen = {link: some for link, some in answers.items() if link not in hidden}
            now: set[str] = set()
            for link, item in self._asked.items():
                if self._parents[link] in now or not is_shown(item, seen):
                    now.add(link)
                    seen.pop(link, None)
                elif link in answers:
                    seen[link] = answers[link]
            if now == hidden:
                return hidden
            hidden = frozenset(now)
        return None

    def _walk(self, parent: Part, link: str, depth: int) -> Iterator[Fault]:
        if depth > _DEPTH_LIMIT:
            yield Fault(link, f"items are nested deeper than {_DEPTH_LIMIT}")
            return
        items = [one for holder in (parent, *listed(parent, "answer")) for one in listed(holder, "item")]
        for own, count in Counter(str(one.get("linkId")) for one in items).items():
            if own not in self._asked:
                yield Fault(own, "the questionnaire has no such item")
            elif self._parents[own] != link:
                yield Fault(own, "it stands elsewhere in the questionnaire")
            elif count > 1 and not self._asked[own].get("repeats"):
                yield Fault(own, "it stands twice in the response")
        for one in items:
            yield from self._walk(one, str(one.get("linkId")), depth + 1)

    def _answers(self, link: str, item: Part, given: list[Part]) -> Iterator[Fault]:
        kind = str(item.get("type"))
        if given and kind in _WITHOUT_ANSWER:
            yield Fault(link, f"a {kind} takes no answer")
            return
        if len(given) > 1 and not item.get("repeats"):
            yield Fault(link, "it has more than one answer")
        for answer in given:
            if why := self._unfit(item, kind, answer):
                yield Fault(link, why)

    def _unfit(self, item: Part, kind: str, answer: Part) -> str:
        values = [name for name in answer if name.startswith("value")]
        if len(values) != 1:
            return "an answer has no value, or more than one"
        if values[0] not in _VALUES.get(kind, ()):
            return f"{values[0]} is no answer to an item of type {shown(kind)}"
        value = answer[values[0]]
        allowed = self._allowed(item)
        if allowed is None and item.get("answerValueSet") is not None:
            return "its answers are in a value set outside this file, which is not fetched; it could not be checked"
        if allowed is not None and _key(value) not in allowed and not (kind == "open-choice" and "String" in values[0]):
            return f"{shown(_said(value))} is none of its answers"
        return _outside(item, value) if isinstance(value, int | float) else ""

    def _allowed(self, item: Part) -> set[object] | None:
        """Return the answers an item offers; None where it takes any, or they are not here."""
        if options := listed(item, "answerOption"):
            return {_key(value_of(one)) for one in options}
        link = item.get("answerValueSet")
        if not isinstance(link, str) or not link.startswith("#"):
            return None
        for one in listed(self._top, "contained"):
            if one.get("id") == link[1:] and isinstance(composed := one.get("compose"), dict):
                return {
                    (str(part.get("system")), str(concept.get("code")))
                    for part in listed(composed, "include")
                    for concept in listed(part, "concept")
                }
        return None


def _every(parent: Part, depth: int) -> Iterator[tuple[str, Part]]:
    """Yield every item of a response at any depth."""
    for holder in (parent, *listed(parent, "answer")):
        for one in listed(holder, "item") if depth <= _DEPTH_LIMIT else ():
            yield str(one.get("linkId")), one
            yield from _every(one, depth + 1)


def _key(value: object) -> object:
    """Return what two answers are the same by: a coding by system and code, whatever it is called."""
    if isinstance(value, dict):
        return (str(value.get("system")), str(value.get("code")))
    return (type(value).__name__, value) if isinstance(value, str | int | float | bool) else None


def _said(value: object) -> str:
    return f"{value.get('system')}|{value.get('code')}" if isinstance(value, dict) else str(value)


def _outside(item: Part, value: float) -> str:
    for extension in listed(item, "extension"):
        limit = value_of(extension)
        if isinstance(limit, int | float) and (
            (extension.get("url") == LOWEST and value < limit) or (extension.get("url") == HIGHEST and value > limit)
        ):
            return f"{value} is outside its limits"
    return ""
