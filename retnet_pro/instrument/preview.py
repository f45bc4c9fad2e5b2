"""A form as plain text, for a terminal and for reading it through before anybody is asked."""

from collections.abc import Iterator

from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, Instrument, Item, ItemKind, Not, Wording


def preview(instrument: Instrument, wording: Wording) -> str:
    """Return the whole form in the words of one wording: every item, option and condition, and the scores."""
    return "\n".join([*_head(instrument, wording), *_questions(instrument, wording), *_scores(instrument)]) + "\n"


def _head(instrument: Instrument, wording: Wording) -> Iterator[str]:
    yield f"{instrument.title}, version {instrument.version}, {wording.language} wording {wording.version}"
    yield wording.notice
    yield ""
    yield wording.title
    yield wording.instruction


def _questions(instrument: Instrument, wording: Wording) -> Iterator[str]:
    recall = None
    for item in instrument.items:
        yield ""
        if item.recall is not None and item.recall != recall:
            yield f"-- {wording.recalls[item.recall]} --"
            yield ""
        recall = item.recall
        yield f"{item.number:>3}. {wording.items[item.id]}"
        if item.condition is not None:
            yield f"     [{item.id}: only when {describe(item.condition)}]"
        yield from (f"     {line}" for line in _options(item, wording))


def _options(item: Item, wording: Wording) -> Iterator[str]:
    labels = wording.labels.get(item.scale.id, {})
    match item.scale.kind:
        case ItemKind.CHOICE:
            yield from (f"( ) {code}  {labels[code]}" for code in item.scale.codes)
        case ItemKind.BOXES:
            yield "  ".join(f"[{code}]" for code in item.scale.codes)
            yield ", ".join(f"{code} = {labels[code]}" for code in (item.scale.minimum, item.scale.maximum))
        case ItemKind.COUNT:
            yield f"____ ({item.scale.minimum} to {item.scale.maximum})"
    if item.not_applicable:
        yield f"( )    {wording.not_applicable[item.id]}"


def describe(condition: Condition) -> str:
    """Say a condition in words, with item ids."""
    match condition:
        case AtLeast(item, code):
            return f"{item} is {code} or more"
        case Equals(item, code):
            return f"{item} is {code}"
        case All(parts):
            return "(" + " and ".join(describe(part) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + " or ".join(describe(part) for part in parts) + ")"
        case Not(part):
            return f"not {describe(part)}"


def _scores(instrument: Instrument) -> Iterator[str]:
    if not instrument.scales:
        return
    yield ""
    yield "Scores"
    width = max(len(scale.code) for scale in instrument.scales)
    for scale in instrument.scales:
        parts = [*scale.items, *(f"100-{code}" if turned else code for code, turned in scale.components)]
        only = f", only {' and '.join(scale.variants)}" if scale.variants else ""
        better = "higher is better" if scale.direction.value == "higher_better" else "higher is worse"
        yield f"  {scale.code:<{width}}  {scale.name} ({', '.join(parts)}): {better}{only} [{scale.status}]"
