"""The two files of a draft: the form without scales, and its words.

What a person has to write is left out, so that the check of the file names it.
"""

from collections.abc import Iterator

from retnet_pro.instrument.draft import InstrumentDraft
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, Item, ItemKind, Not, ResponseScale
from retnet_pro.instrument.vocabulary import INSTRUMENT_FORMAT
from retnet_pro.instrument.wording_draft import Head, quoted, write_draft

_REMARK = (
    "# A draft read from somebody else's file, checked by nobody. To be written by a person: owner, minutes and",
    "# source above, a topic for every item, and the scales, which are never taken from a source.",
)


def write_draft_form(draft: InstrumentDraft) -> bytes:
    """Return the form file, without what a person has to declare."""
    lines = [
        f"format: {INSTRUMENT_FORMAT}",
        "",
        *_REMARK,
        "",
        f"id: {draft.id}",
        f"version: {quoted(draft.version)}",
        f"title: {quoted(draft.words.get(('title',), draft.id))}",
        "needs_licence: true",
        "status: UNSURE",
        "",
        "response_scales:",
        *(f"  {scale.id}: {_scale(scale)}" for scale in draft.response_scales.values()),
        "",
        f"recalls: [{', '.join(draft.recalls)}]",
        "",
        "items:",
        *(f"  - {_item(item)}" for item in draft.items),
    ]
    return ("\n".join(lines) + "\n").encode()


def write_draft_words(draft: InstrumentDraft, *, right_to_left: bool) -> bytes:
    """Return the wording file; without a licence and a review, which a person adds."""
    head = Head(
        instrument=draft.id,
        instrument_version=draft.version,
        version="1",
        language=draft.language,
        right_to_left=right_to_left,
        numbers_from_right=frozenset(),
        demonstration=False,
        licence=None,
        translation=None,
    )
    return write_draft(head, draft.words)


def _scale(scale: ResponseScale) -> str:
    if scale.kind is ItemKind.COUNT:
        return f"{{kind: count, lowest: {scale.minimum}, highest: {scale.maximum}}}"
    return f"{{kind: {scale.kind.value}, codes: [{', '.join(map(str, scale.codes))}]}}"


def _item(item: Item) -> str:
    return f"{{{', '.join(_parts(item))}}}"


def _parts(item: Item) -> Iterator[str]:
    yield f"id: {quoted(item.id)}"
    yield f"number: {item.number}"
    yield f"scale: {item.scale.id}"
    if item.recall is not None:
        yield f"recall: {item.recall}"
    if item.not_applicable:
        yield "not_applicable: true"
    if item.condition is not None:
        yield f"condition: {_condition(item.condition)}"


def _condition(condition: Condition) -> str:
    match condition:
        case AtLeast(item, code):
            return f"{{at_least: {{item: {quoted(item)}, code: {code}}}}}"
        case Equals(item, code):
            return f"{{equals: {{item: {quoted(item)}, code: {code}}}}}"
        case All(parts):
            return f"{{all: [{', '.join(map(_condition, parts))}]}}"
        case AnyOf(parts):
            return f"{{any: [{', '.join(map(_condition, parts))}]}}"
        case Not(part):
            return f"{{not: {_condition(part)}}}"
