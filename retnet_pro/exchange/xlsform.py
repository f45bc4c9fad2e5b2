"""A form as an XLSForm: the sheets ``survey``, ``choices`` and ``settings``, with codes, time frames and conditions.

Without words an item stands there with its neutral topic, and an answer with its code. Whoever hands words in has
seen that they may leave (`words_leaving`). No score and no formula is in it: scores are computed by us alone.

Not every program reads a condition as we do, but XPath does: a comparison with an item that has no number is false,
and ``not()`` turns that round, as here (rule E45).
"""

from collections.abc import Iterator, Mapping, Sequence

from retnet_pro.exchange.xlsform_words import NOT_APPLICABLE, Labels, demand_safe
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, Instrument, Item, ItemKind, Not, Wording

Book = Mapping[str, Sequence[Sequence[str]]]
"""By name of a sheet its rows, the header first."""
_HASH_SHOWN = 12
_LIST_OF_ITEM = "."
"""Stands between a response scale and an item; no id has it."""


def make_xlsform(form: Instrument, words: Sequence[Wording]) -> Book:
    """Return the three sheets. `words` are those that may leave, each in a language of its own; there may be none.

    Raises:
        Refusal: `DATA_UNFIT`, naming the words that a program for XLSForms would change or compute.
    """
    labels = Labels(form, words)
    book = {
        "survey": [["type", "name", *labels.heads, "relevant", "constraint", "number"], *_survey(form, labels)],
        "choices": [["list_name", "name", *labels.heads], *_choices(form, labels)],
        "settings": list(_settings(form, labels)),
    }
    demand_safe(book)
    return book


def _survey(form: Instrument, labels: Labels) -> Iterator[list[str]]:
    taken: set[str] = {item.id for item in form.items}
    for name, texts in labels.around():
        yield ["note", _fresh(f"form_{name}", taken), *texts, "", "", ""]
    recall: str | None = None
    for item in form.items:
        if item.recall != recall:
            if recall is not None:
                yield _end(labels)
            if item.recall is not None:
                yield ["begin_group", _fresh(f"recall_{item.recall}", taken), *labels.recall(item.recall), "", "", ""]
            recall = item.recall
        yield _question(item, labels)
    if recall is not None:
        yield _end(labels)


def _end(labels: Labels) -> list[str]:
    return ["end_group", "", *("" for _ in labels.heads), "", "", ""]


def _question(item: Item, labels: Labels) -> list[str]:
    is_number = _is_number(item)
    return [
        "integer" if is_number else f"select_one {_list_of(item)}",
        item.id,
        *labels.item(item),
        "" if item.condition is None else xpath_of(item.condition),
        f". >= {item.scale.minimum} and . <= {item.scale.maximum}" if is_number else "",
        str(item.number),
    ]


def _choices(form: Instrument, labels: Labels) -> Iterator[list[str]]:
    done: set[str] = set()
    for item in form.items:
        if _is_number(item) or (name := _list_of(item)) in done:
            continue
        done.add(name)
        for code in item.scale.codes:
            yield [name, str(code), *labels.choice(item, code)]
        if item.not_applicable:
            yield [name, NOT_APPLICABLE, *labels.not_applicable(item)]


def _settings(form: Instrument, labels: Labels) -> Iterator[list[str]]:
    """Yield the one row below its header; only the names of a form with words can say a language."""
    language = labels.languages[:1]
    yield ["form_title", "form_id", "version", *("default_language" for _ in language)]
    yield [labels.title, form.id, f"{form.version}-{form.hash[:_HASH_SHOWN]}", *language]


def xpath_of(condition: Condition) -> str:
    """Return a condition as XLSForm writes it."""
    match condition:
        case AtLeast(item, code):
            return f"${{{item}}} >= {code}"
        case Equals(item, code):
            return f"${{{item}}} = {code}"
        case All(parts):
            return " and ".join(map(_within, parts))
        case AnyOf(parts):
            return " or ".join(map(_within, parts))
        case Not(part):
            return f"not({xpath_of(part)})"


def _within(condition: Condition) -> str:
    said = xpath_of(condition)
    return f"({said})" if isinstance(condition, All | AnyOf) else said


def _is_number(item: Item) -> bool:
    """Whether an item is answered with a bare number; one that may not apply needs a choice."""
    return item.scale.kind is ItemKind.COUNT and not item.not_applicable


def _list_of(item: Item) -> str:
    """Return the name of the answers of an item; "does not apply" has words of its own for each item."""
    return f"{item.scale.id}{_LIST_OF_ITEM}{item.id}" if item.not_applicable else item.scale.id


def _fresh(name: str, taken: set[str]) -> str:
    """Return a name that nothing else in the form has, and keep it; how it ends says what it is."""
    while name in taken:
        name = f"the_{name}"
    taken.add(name)
    return name
