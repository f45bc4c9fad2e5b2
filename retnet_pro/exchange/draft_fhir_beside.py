"""What stands beside a question of a FHIR Questionnaire and cannot be said in a form of ours, told line by line."""

from collections.abc import Iterator, Mapping
from typing import Any

from retnet_pro.exchange.fhir_names import HIGHEST, ITEM_CONTROL, LOWEST, ORIENTATION, listed, value_of
from retnet_pro.exchange.fhir_walk import Met
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark

FORMULAS = ("calculatedExpression", "initialExpression", "/variable", "answerExpression", "enableWhenExpression")
"""Ends of the names of extensions that compute something."""
_STANDARD = "http://hl7.org/fhir/StructureDefinition/"
_HIDDEN = f"{_STANDARD}questionnaire-hidden"
_DRAWN = frozenset((ITEM_CONTROL, ORIENTATION, LOWEST, HIGHEST, f"{_STANDARD}questionnaire-sliderStepValue"))
_UNSAID = (
    ("repeats", "it takes several answers at once; here an item takes one"),
    ("initial", "it begins with an answer; here nothing is answered beforehand (rule E08)"),
    ("maxLength", "it limits the length of an answer"),
    ("modifierExtension", "it has an extension that changes what it means"),
)
_OPEN = frozenset(("optionsOrType", "optionsOrString"))


def left_out(one: Met) -> str | None:
    """Return why nobody is asked this question here, or None."""
    if one.item.get("readOnly") is True:
        return "nobody answers it (read-only)"
    if any(map(_is_hidden, (*one.around, one.item))):
        return "nobody sees it (hidden)"
    if any(outer.get("repeats") is True for outer in one.around):
        return "it stands where questions repeat, which is not possible here"
    return None


def told_beside(one: Met, said: str) -> Iterator[Line]:
    """Yield a line for everything around a question that is not taken, or that a person must look at."""
    for name, why in _UNSAID:
        if one.item.get(name):
            yield Line(Mark.NOT_TAKEN, f"{said}: {why}")
    if one.item.get("answerConstraint") in _OPEN:
        yield Line(Mark.NOT_TAKEN, f"{said}: an answer in free words is not possible here")
    if any(option.get("initialSelected") is True for option in listed(one.item, "answerOption")):
        yield Line(
            Mark.NOT_TAKEN, f"{said}: an answer is chosen before; here nothing is answered beforehand (rule E08)"
        )
    if one.item.get("required") is True:
        said_required = "the source demands an answer; here it can be left out as on paper (rule E40)"
        yield Line(Mark.LOOK, f"{said}: {said_required}")
    if any(outer.get("type") != "group" for outer in one.around):
        yield Line(Mark.LOOK, f"{said}: it stands below another question and is asked whatever that was answered")
    for url in dict.fromkeys(str(each.get("url")) for each in listed(one.item, "extension")):
        if url not in _DRAWN and url != _HIDDEN and not url.endswith(FORMULAS):
            yield Line(Mark.LOOK, f"{said}: its extension {shown(url.rpartition('/')[2])} is not taken")


def formulas(item: Mapping[str, Any], said: str) -> Iterator[Line]:
    """Yield a line for each formula of a questionnaire, a group or a question."""
    for extension in listed(item, "extension"):
        url = str(extension.get("url"))
        if url.endswith(FORMULAS):
            held = value_of(extension)
            own = held.get("name") if isinstance(held, dict) else None
            name = shown(url.rpartition("/")[2]) + (f" {shown(own)}" if isinstance(own, str) else "")
            yield Line(Mark.NOT_TAKEN, f"{said}: a formula of the source ({name}); scores are declared by us")


def _is_hidden(item: Mapping[str, Any]) -> bool:
    return any(each.get("url") == _HIDDEN and value_of(each) is True for each in listed(item, "extension"))
