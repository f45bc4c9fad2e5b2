"""All words of one wording as a flat table, place by place: what versions are compared by and drafts are made of."""

from collections.abc import Iterator, Mapping
from itertools import chain

from retnet_pro.instrument.model import Instrument, ItemKind, Wording

Place = tuple[str, ...]
"""``("title",)``, ``("recalls", "week")``, ``("items", "q1")``, ``("labels", "four", "1")`` and so on."""

GENERAL = ("title", "instruction", "notice")
"""Words around the questions, not inside them."""


def words_of(wording: Wording) -> dict[Place, str]:
    """Return every text a participant can see of this wording, in the order of the file."""
    general = (((name,), getattr(wording, name)) for name in GENERAL)
    labels = (
        (("labels", scale, str(code)), text) for scale, codes in wording.labels.items() for code, text in codes.items()
    )
    return dict(
        chain(
            general,
            ((("recalls", name), text) for name, text in wording.recalls.items()),
            labels,
            ((("items", name), text) for name, text in wording.items.items()),
            ((("not_applicable", name), text) for name, text in wording.not_applicable.items()),
        )
    )


def places_of(form: Instrument) -> Iterator[Place]:
    """Yield every place a complete wording of this form has words for."""
    yield from ((name,) for name in GENERAL)
    yield from (("recalls", name) for name in form.recalls)
    for scale in form.response_scales.values():
        yield from (("labels", scale.id, str(code)) for code in labelled(form, scale.id))
    yield from (("items", item.id) for item in form.items)
    yield from (("not_applicable", item.id) for item in form.items if item.not_applicable)


def labelled(form: Instrument, scale: str) -> tuple[int, ...]:
    """Return the codes that have words: all of a verbal scale, both ends of boxes, none of a count (rule E09)."""
    found = form.response_scales[scale]
    match found.kind:
        case ItemKind.CHOICE:
            return found.codes
        case ItemKind.BOXES:
            return (found.minimum, found.maximum)
        case _:
            return ()


def named(place: Place, numbers: Mapping[str, int] | None = None) -> str:
    """Return a place as a person reads it; with the printed numbers of a form, items have theirs."""
    match place:
        case ("labels", scale, code):
            return f"label {code} of '{scale}'"
        case ("items", item):
            return f"item {_item(item, numbers)}"
        case ("not_applicable", item):
            return f"'does not apply' of item {_item(item, numbers)}"
        case ("recalls", name):
            return f"recall '{name}'"
        case _:
            return place[0]


def numbers_of(form: Instrument) -> dict[str, int]:
    """Return the printed number of each item by its id."""
    return {item.id: item.number for item in form.items}


def _item(item: str, numbers: Mapping[str, int] | None) -> str:
    number = (numbers or {}).get(item)
    return f"'{item}'" if number is None else f"{number} ('{item}')"
