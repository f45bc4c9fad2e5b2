"""A form that staff fill in as plain text, for a terminal and for reading it through before anybody uses it."""

from collections.abc import Iterator

from retnet_pro.instrument.clinic import Choice, ClinicForm, ClinicItem, ClinicWords, Day, Note, Number, Part, Unit
from retnet_pro.instrument.preview import describe


def preview_clinic(form: ClinicForm, words: ClinicWords) -> str:
    """Return the whole form in the words of one language: every part and item, what it takes and what it refuses."""
    lines = [*_head(form, words)]
    for part in form.parts:
        lines += _part(part, words)
    return "\n".join([*lines, *_foot(form)]) + "\n"


def _head(form: ClinicForm, words: ClinicWords) -> Iterator[str]:
    yield f"{form.title}, version {form.version}, {words.language} words {words.version} [{form.status}]"
    yield "Filled in by staff" + (", only by roles that may see the arm" if form.shows_arm else "")
    yield ""
    yield words.title
    yield words.instruction


def _part(part: Part, words: ClinicWords) -> Iterator[str]:
    often = "" if part.most is None else f" (up to {part.most} times)"
    yield ""
    yield f"-- {words.parts.get(part.id, part.id)}{often} --"
    for item in part.items:
        yield ""
        yield f"{words.items[item.id]}" + ("" if item.required else " (may stay empty)")
        if item.id in words.hints:
            yield f"     {words.hints[item.id]}"
        if item.condition is not None:
            yield f"     [{item.id}: only when {describe(item.condition)}]"
        yield from (f"     {line}" for line in _takes(item, words))
        if item.missing:
            yield f"     or: {', '.join(why.value for why in item.missing)}"


def _takes(item: ClinicItem, words: ClinicWords) -> Iterator[str]:
    match item.kind:
        case Choice(list=name, codes=codes):
            yield from (f"( ) {code}  {words.lists[name][code]}" for code in codes)
        case Number(kind=kind, unit_of=unit_of):
            yield f"____ at most {kind.decimals} decimals" + (f", in the unit of {unit_of}" if unit_of else "")
            yield from map(_unit, kind.units)
        case Day(partial=partial, earliest=earliest, unusual_before=unusual, not_before=first):
            yield "____-__-__" + (", a month or a year alone is taken" if partial else "")
            if earliest is not None:
                yield f"refused before {earliest.value}"
            if first is not None:
                yield f"refused before {first}"
            if unusual is not None:
                yield f"asked about before {unusual.value}"
        case Note(longest=longest):
            yield f"____ (at most {longest} characters)"


def _unit(unit: Unit) -> str:
    usual = [
        f"{word} {bound:f}"
        for word, bound in (("below", unit.unusual_below), ("above", unit.unusual_above))
        if bound is not None
    ]
    asked = f"; asked about {' or '.join(usual)}" if usual else ""
    return f"( ) {unit.symbol}: {unit.lowest:f} to {unit.highest:f}{asked}"


def _foot(form: ClinicForm) -> Iterator[str]:
    if form.says:
        yield ""
        facts = ", ".join(f"{says.fact.value} ({says.item})" for says in form.says)
        yield f"States of the participant's course: {facts}"
    if form.to_confirm:
        yield ""
        yield "To be settled with the protocol"
        yield from (f"  {line}" for line in form.to_confirm)
