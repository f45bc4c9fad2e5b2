"""Conditions of a form file: built from plain values, and asked whether they can ever hold.

Whether a condition holds during a session is decided by `answering.rules`; here nothing has been answered yet.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING, assert_never

from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, ItemId, Not

if TYPE_CHECKING:
    # Shapes are for readers of files; the participant's process only builds and starts faster without them.
    from retnet_pro.instrument.shape import Values

EFFORT_LIMIT = 300_000
"""Comparisons made for all conditions of one form; a file that needs more is refused as too tangled (threat T10)."""


def build_condition(values: "Values") -> Condition:
    """Build the tree from values that passed `vocabulary.CONDITION`."""
    [(kind, content)] = values.items()
    match kind:
        case "at_least":
            return AtLeast(ItemId(content["item"]), content["code"])
        case "equals":
            return Equals(ItemId(content["item"]), content["code"])
        case "all":
            return All(tuple(build_condition(part) for part in content))
        case "any":
            return AnyOf(tuple(build_condition(part) for part in content))
        case _:
            return Not(build_condition(content))


def comparisons(condition: Condition) -> Iterator[AtLeast | Equals]:
    """Walk all comparisons of a tree."""
    match condition:
        case AtLeast() | Equals():
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from comparisons(part)
        case Not(part):
            yield from comparisons(part)
        case _:
            assert_never(condition)


class Reach:
    """Decides item by item, in the order of the form, whether any answers show it; it remembers the items before."""

    def __init__(self) -> None:
        self._codes: dict[ItemId, tuple[int, ...]] = {}
        self._conditions: dict[ItemId, Condition] = {}
        self._behind: dict[ItemId, dict[ItemId, None]] = {}
        """The items each item depends on, directly or through others; dependencies come before dependents."""
        self._effort = EFFORT_LIMIT

    def add(self, item: ItemId, codes: tuple[int, ...], condition: Condition | None) -> bool | None:
        """Whether this item can be shown; None when trying all answers would take too long.

        The condition may look only at items added before.
        """
        self._codes[item] = codes
        self._behind[item] = {}
        if condition is None:
            return True
        if self._effort < 0:
            return None
        self._conditions[item] = condition
        behind = self._behind[item]
        for atom in comparisons(condition):
            behind |= self._behind[atom.item]
            behind[atom.item] = None
        return self._any_shows(item)

    def _any_shows(self, item: ItemId) -> bool | None:
        behind = list(self._behind[item])
        trees = [self._conditions[one] for one in (*behind, item) if one in self._conditions]
        atoms = [atom for tree in trees for atom in comparisons(tree)]
        choices = [_telling_codes(one, self._codes[one], atoms) for one in behind]
        self._effort -= prod(len(some) for some in choices) * len(atoms)
        if self._effort < 0:
            return None
        return any(self._shows(item, dict(zip(behind, trial, strict=True))) for trial in product(*choices))

    def _shows(self, item: ItemId, trial: Mapping[ItemId, int | None]) -> bool:
        """Decide one combination; the answer of an item that is itself hidden counts for nothing (rule E45)."""
        seen: dict[ItemId, int] = {}
        for one, code in trial.items():
            tree = self._conditions.get(one)
            if code is not None and (tree is None or _holds(tree, seen)):
                seen[one] = code
        return _holds(self._conditions[item], seen)


def _telling_codes(item: ItemId, codes: tuple[int, ...], atoms: list[AtLeast | Equals]) -> list[int | None]:
    """Return one code for each way the comparisons can turn out, and None for no answer."""
    own = [atom for atom in atoms if atom.item == item]
    by_outcome: dict[tuple[bool, ...], int | None] = {(False,) * len(own): None}
    for code in codes:
        by_outcome.setdefault(tuple(_is_true(atom, code) for atom in own), code)
    return list(by_outcome.values())


def _is_true(atom: AtLeast | Equals, code: int) -> bool:
    return code >= atom.code if isinstance(atom, AtLeast) else code == atom.code


def _holds(condition: Condition, seen: Mapping[ItemId, int]) -> bool:
    match condition:
        case AtLeast(item) | Equals(item):
            return item in seen and _is_true(condition, seen[item])
        case All(parts):
            return all(_holds(part, seen) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, seen) for part in parts)
        case Not(part):
            return not _holds(part, seen)
        case _:
            assert_never(condition)
