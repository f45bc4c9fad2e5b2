"""The condition under which an item is asked, as branching logic of REDCap.

REDCap has no word for "not" that all its versions take, so a negation is carried down to the comparisons.
"""

from collections.abc import Callable

from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, InstrumentId, ItemId, Not

NameOf = Callable[[InstrumentId, ItemId], str]
"""Returns the name of the field of an item."""


def branching(form: InstrumentId, condition: Condition, name_of: NameOf) -> str:
    """Return the condition in REDCap's syntax, e.g. ``[cd_flush_count] >= 1``."""

    def said(one: Condition, *, holds: bool) -> str:
        match one:
            case AtLeast():
                return f"[{name_of(form, one.item)}] {'>=' if holds else '<'} {one.code}"
            case Equals():
                return f"[{name_of(form, one.item)}] {'=' if holds else '<>'} '{one.code}'"
            case Not():
                return said(one.part, holds=not holds)
            case All() | AnyOf():
                word = " and " if isinstance(one, All) is holds else " or "
                return word.join(f"({said(part, holds=holds)})" for part in one.parts)

    return said(condition, holds=True)
