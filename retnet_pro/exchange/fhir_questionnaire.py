"""A form as a FHIR R4 Questionnaire: structure and codes; words of a licence only where they may leave.

Without words the text of an item is its code. The link ids of questions are the ids of our items in every language.
Scores are ours alone: data go without a calculated expression, which a receiver would compute in its own way. A form
that is handed out on its own can have them (`fhir_calculated`).
"""

import re
from collections.abc import Iterator

from retnet_pro.dataset.leaving_words import DEMONSTRATION, note_of
from retnet_pro.exchange.fhir_names import (
    ABSENT_CODES,
    HIGHEST,
    ITEM_CONTROL,
    ITEM_CONTROLS,
    LOWEST,
    NOT_APPLICABLE,
    ORDINAL,
    ORIENTATION,
    OWN,
    Resource,
    code_system,
    coding,
    made_id,
)
from retnet_pro.instrument.condition import comparisons
from retnet_pro.instrument.model import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Instrument,
    Item,
    ItemKind,
    Wording,
)

_HASH_SHOWN = 12


def questionnaire_url(form: Instrument) -> str:
    """Return the name of a form, the same in all its versions."""
    return f"{OWN}/Questionnaire/{form.id}"


def questionnaire_version(form: Instrument) -> str:
    """Return the version with the beginning of the hash, so that no two forms share it."""
    return f"{form.version}-{form.hash[:_HASH_SHOWN]}"


def canonical(form: Instrument) -> str:
    """Return what a response names its questionnaire by."""
    return f"{questionnaire_url(form)}|{questionnaire_version(form)}"


def make_questionnaire(form: Instrument, wording: Wording | None, marked: Resource, codes: list[Resource]) -> Resource:
    """Return the Questionnaire of a form.

    `wording` is one that may leave: from `Codebook.words` and from nowhere else. `marked` is `marks` of the
    data, `codes` what others call the form.
    """
    version = questionnaire_version(form)
    told = "codes" if wording is None else wording.language
    name = re.sub(r"[^A-Za-z0-9]", "_", form.id)
    return {
        "resourceType": "Questionnaire",
        "id": made_id("questionnaire", form.id, version, told),
        **marked,
        **({} if wording is None else {"language": wording.language}),
        "url": questionnaire_url(form),
        "identifier": [{"system": f"{OWN}/questionnaire", "value": f"{form.id}/{version}/{told}"}],
        "version": version,
        "name": name[:1].upper() + name[1:],
        "title": form.title if wording is None else wording.title,
        "status": "active",
        "experimental": bool(marked) or (wording is not None and wording.demonstration),
        **({"description": DEMONSTRATION} if wording is not None and wording.demonstration else {}),
        "subjectType": ["Patient"],
        "copyright": _owner(form, wording),
        "code": [coding(code_system("instrument"), form.id, form.title), *codes],
        "item": list(_items(form, wording)),
    }


def item_system(form: Instrument) -> str:
    """Return the code system of the items of a form."""
    return code_system(f"{form.id}-item")


def answer_coding(form: Instrument, item: Item, code: int, words: str | None = None) -> Resource:
    """Return an answer as a coding."""
    return coding(code_system(f"{form.id}-{item.scale.id}"), str(code), words or str(code))


def not_applicable_coding(words: str | None = None) -> Resource:
    """Return the answer that an item does not apply; it has no weight, so that no score takes it for a number."""
    return coding(ABSENT_CODES, NOT_APPLICABLE, words or "Not Applicable")


def is_number(item: Item) -> bool:
    """Whether an item is answered with a bare number; one that may not apply needs a choice."""
    return item.scale.kind is ItemKind.COUNT and not item.not_applicable


def unsaid_conditions(form: Instrument) -> tuple[str, ...]:
    """Return the items whose condition FHIR cannot say in the plain way, and which are therefore always shown."""
    return tuple(item.id for item in form.items if item.condition and _conditions(form, item.condition) is None)


def _owner(form: Instrument, wording: Wording | None) -> str:
    if wording is None:
        return f"The words of this form belong to {form.owner} and are not here; items are named by their codes."
    return note_of(wording) if wording.licence is None else wording.licence.copyright


def _items(form: Instrument, wording: Wording | None) -> Iterator[Resource]:
    if wording is not None:
        yield _display("notice", wording.notice)
        yield _display("instruction", wording.instruction)
    recall = None
    for item in form.items:
        if wording is not None and item.recall is not None and item.recall != recall:
            yield _display(f"before-{item.id}", wording.recalls[item.recall])
        recall = item.recall
        yield _question(form, item, wording)


def _display(link: str, text: str) -> Resource:
    return {"linkId": link, "text": text, "type": "display"}


def _question(form: Instrument, item: Item, wording: Wording | None) -> Resource:
    number = is_number(item)
    return {
        "extension": list(_limits(item) if number else _look(item)),
        "linkId": item.id,
        "code": [coding(item_system(form), item.id, item.topic)],
        "prefix": str(item.number),
        "text": item.id if wording is None else wording.items[item.id],
        "type": "integer" if number else "choice",
        **_shown_when(form, item),
        "required": False,
        **({} if number else {"answerOption": list(_options(form, item, wording))}),
    }


def _limits(item: Item) -> Iterator[Resource]:
    yield {"url": LOWEST, "valueInteger": item.scale.minimum}
    yield {"url": HIGHEST, "valueInteger": item.scale.maximum}


def _look(item: Item) -> Iterator[Resource]:
    yield {"url": ITEM_CONTROL, "valueCodeableConcept": {"coding": [coding(ITEM_CONTROLS, "radio-button")]}}
    yield {"url": ORIENTATION, "valueCode": "horizontal" if item.scale.kind is ItemKind.BOXES else "vertical"}


def _options(form: Instrument, item: Item, wording: Wording | None) -> Iterator[Resource]:
    labels = {} if wording is None else wording.labels.get(item.scale.id, {})
    for code in item.scale.codes:
        yield {
            "extension": [{"url": ORDINAL, "valueDecimal": code}],
            "valueCoding": answer_coding(form, item, code, labels.get(code)),
        }
    if item.not_applicable:
        yield {"valueCoding": not_applicable_coding(None if wording is None else wording.not_applicable.get(item.id))}


def _shown_when(form: Instrument, item: Item) -> Resource:
    said = None if item.condition is None else _conditions(form, item.condition)
    if not said:
        return {}
    every, rules = said
    return {
        "enableWhen": rules,
        **({} if len(rules) == 1 else {"enableBehavior": "all" if every else "any"}),
    }


def _conditions(form: Instrument, condition: Condition) -> tuple[bool, list[Resource]] | None:
    """Return whether all must hold, with the rules; None for a tree that is deeper than one list."""
    match condition:
        case AtLeast() | Equals():
            return False, _rules(form, condition)
        case All(parts):
            each = [_rules(form, part) if isinstance(part, AtLeast | Equals) else [] for part in parts]
            return (True, [one for some in each for one in some]) if all(len(some) == 1 for some in each) else None
        case AnyOf(parts) if all(isinstance(part, AtLeast | Equals) for part in parts):
            return False, [rule for part in comparisons(condition) for rule in _rules(form, part)]
        case _:
            return None


def _rules(form: Instrument, comparison: AtLeast | Equals) -> list[Resource]:
    """Return rules of which one must hold; codings cannot be compared, so each code stands for itself."""
    item = form.by_id[comparison.item]
    if is_number(item):
        sign = ">=" if isinstance(comparison, AtLeast) else "="
        return [{"question": item.id, "operator": sign, "answerInteger": comparison.code}]
    codes = [
        code
        for code in item.scale.codes
        if code == comparison.code or (isinstance(comparison, AtLeast) and code > comparison.code)
    ]
    return [{"question": item.id, "operator": "=", "answerCoding": answer_coding(form, item, code)} for code in codes]
