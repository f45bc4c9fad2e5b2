"""Whether an item can be shown, held against trying every combination with the questionnaire's own rules."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.answering.rules import presented
from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.condition import Reach, build_condition, comparisons
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, ItemId, Not

NAMES = [ItemId(name) for name in ("a", "b", "c", "d")]
CODES = (1, 2, 3)


def conditions(earlier: list[ItemId]) -> st.SearchStrategy[Condition]:
    item = st.sampled_from(earlier)
    atom = st.builds(AtLeast, item, st.sampled_from(CODES)) | st.builds(Equals, item, st.sampled_from(CODES))

    def larger(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.builds(All, parts) | st.builds(AnyOf, parts) | st.builds(Not, inner)

    return st.recursive(atom, larger, max_leaves=4)


@st.composite
def forms(draw: st.DrawFn) -> dict[ItemId, Condition | None]:
    found: dict[ItemId, Condition | None] = {NAMES[0]: None}
    for place, name in enumerate(NAMES[1:], start=1):
        found[name] = draw(st.none() | conditions(NAMES[:place]))
    return found


def instrument(trees: dict[ItemId, Condition | None]):
    """Build the form without the loader, which would refuse what this test wants to see."""
    from dataclasses import replace

    text = "\n".join(
        [
            'format: retnet-pro/instrument/1\nid: x\nversion: "1"\ntitle: x1\nowner: x1',
            "needs_licence: false\nminutes: 1",
            "status: PROJECT\nsource: x1\nresponse_scales: {s: {kind: choice, codes: [1, 2, 3]}}\nrecalls: []\nitems:",
            *[
                f"  - {{id: {name}, number: {n}, topic: x1, scale: s, unscored: true}}"
                for n, name in enumerate(trees, 1)
            ],
            "scales: []\n",
        ]
    )
    form, findings = read_instrument(text.encode(), "f")
    assert form is not None, findings
    return replace(form, items=tuple(replace(item, condition=trees[item.id]) for item in form.items))


@pytest.mark.rule("T10", "E45")
@settings(max_examples=60, deadline=None)
@given(forms())
def test_reach_agrees_with_trying_everything(trees: dict[ItemId, Condition | None]) -> None:
    reach = Reach()
    decided = {name: reach.add(name, CODES, tree) for name, tree in trees.items()}
    form = instrument(trees)
    shown: set[ItemId] = set()
    for trial in product((None, *CODES), repeat=len(NAMES)):
        answers = {name: Answered(code) for name, code in zip(NAMES, trial, strict=True) if code is not None}
        shown |= {item.id for item in presented(form, answers)}
    assert decided == {name: name in shown for name in NAMES}


def test_too_tangled_a_condition_is_said_so_and_does_not_freeze() -> None:
    reach = Reach()
    names = [ItemId(f"i{n}") for n in range(40)]
    for name in names:
        assert reach.add(name, CODES, None)
    tangle = All(tuple(Equals(name, 1) for name in names))
    assert reach.add(ItemId("last"), CODES, tangle) is None
    assert reach.add(ItemId("after"), CODES, Equals(names[0], 1)) is None


def test_conditions_are_built_from_plain_values() -> None:
    values = {"all": [{"at_least": {"item": "a", "code": 2}}, {"not": {"any": [{"equals": {"item": "b", "code": 1}}]}}]}
    tree = build_condition(values)
    assert tree == All((AtLeast(ItemId("a"), 2), Not(AnyOf((Equals(ItemId("b"), 1),)))))
    assert [atom.item for atom in comparisons(tree)] == ["a", "b"]
