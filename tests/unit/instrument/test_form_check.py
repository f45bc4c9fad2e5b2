"""Every finding about the sense of a form, each provoked by one small change of a sound form."""

import pytest

TR = "{code: AB, name: First, method: linear_0_100, items: [a, b], direction: higher_worse, minimum_answered: 1}"
CD = "items: [c, d], direction: higher_worse, minimum_answered: 1}"
E = "{code: E, name: Third, method: mean, items: [e], direction: higher_better, minimum_answered: 1}"


def scale(code: str = "AB", method: str = "linear_0_100", rest: str = "items: [a, b]", least: int = 1) -> str:
    return (
        f"{{code: {code}, name: First, method: {method}, {rest}, direction: higher_worse, minimum_answered: {least}}}"
    )


def test_a_sound_form_has_no_findings(form_findings) -> None:
    assert form_findings() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: b, number: 2", "id: a, number: 2", "17: [a] the id a stands here a second time"),
        ("id: b, number: 2", "id: b, number: 1", "17: [1] the number 1 stands here a second time"),
        ("topic: one, scale: four", "topic: one, scale: five", "16: [a] there is no response scale 'five'"),
        ("recall: week", "recall: month", "17: [b] there is no recall 'month'"),
        ("recalls: [week]", "recalls: [week, month]", "14: no item uses the recall 'month'"),
        ("recalls: [week]", "recalls: [week, week]", "14: [week] the recall week stands here a second time"),
        ("highest: 9}", "highest: 9}\n  more: {kind: choice, codes: [1, 2]}", "14: [more] no item uses this"),
        ("lowest: 0, highest: 9", "lowest: 9, highest: 9", "13: [times] 'lowest' must be below 'highest'"),
        ("lowest: 0, highest: 9", "codes: [0, 1]", "13: [times] a count has 'lowest' and 'highest' and no 'codes'"),
        ("{kind: choice, codes: [1, 2, 3, 4]}", "{kind: choice, lowest: 1, highest: 4}", "11: [four] a choice has"),
        ("codes: [1, 2, 3, 4]", "codes: [1, 2, 2, 4]", "11: [four] a code stands here twice"),
        ("topic: five, scale: seven", "topic: five, scale: seven, unscored: true", "20: [e] the item says 'unscored"),
        (f"  - {E}\n", "", "20: [e] the item is in no scale; add it or say 'unscored: true'"),
    ],
)
def test_items_and_answers(form_findings, old: str, new: str, said: str) -> None:
    assert any(finding.startswith(said) for finding in form_findings(old, new)), form_findings(old, new)


def test_an_item_may_be_unscored_when_it_says_so(form_findings) -> None:
    assert (
        form_findings(
            f"scale: seven}}\nscales:\n  - {TR}",
            f"scale: seven}}\n  - {{id: f, number: 6, topic: six, scale: four, unscored: true}}\nscales:\n  - {TR}",
        )
        == []
    )


@pytest.mark.rule("T10", "E45")
@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("{at_least: {item: e, code: 1}}", "the condition looks at 'e', which does not come before this one"),
        ("{at_least: {item: d, code: 1}}", "the condition looks at 'd', which does not come before this one"),
        ("{equals: {item: z, code: 1}}", "the condition looks at 'z', which does not exist"),
        ("{equals: {item: a, code: 5}}", "the condition compares 'a' with 5, which is not one of its codes"),
        ("{all: [{equals: {item: a, code: 1}}, {equals: {item: a, code: 2}}]}", "the item is unreachable"),
        ("{all: [{at_least: {item: c, code: 3}}, {not: {at_least: {item: c, code: 2}}}]}", "the item is unreachable"),
        (
            "{not: {any: [{equals: {item: a, code: 1}}, {not: {equals: {item: a, code: 1}}}]}}",
            "the item is unreachable",
        ),
        ("{sometimes: 1}", "a condition is expected here: exactly one of at_least, equals, all, any, not"),
        ("{all: [], any: []}", "a condition is expected here"),
        ("{all: []}", "the list has 0 entries"),
    ],
)
def test_conditions_that_make_no_sense(form_findings, condition: str, said: str) -> None:
    [finding] = form_findings("{at_least: {item: c, code: 1}}", condition)
    assert finding.startswith(f"19: [d] {said}")


def test_a_condition_on_a_hidden_item_can_make_an_item_unreachable(form_findings) -> None:
    """d is shown only when c is 1 or more, so what needs an answer to d while c is 0 is never shown."""
    never = "scale: seven, condition: {all: [{equals: {item: c, code: 0}}, {at_least: {item: d, code: 1}}]}"
    [finding] = form_findings("scale: seven}", never + "}")
    assert finding == "20: [e] the item is unreachable: no answers make its condition hold"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (scale(least=3), "minimum_answered is 3, but there are only 2 to answer"),
        (scale(rest="items: [a, x]"), "there is no item 'x'"),
        (scale(rest="items: [a, b, b]", least=2), "an item stands here twice"),
        (scale(rest="items: [a, b, e]", least=2), "its items do not share one range of codes"),
        (scale(rest="items: [a, b, d]"), "minimum_answered is 1, less than half of 3 items"),
        (scale(rest="items: [a, b], components: [E]"), "'components' means nothing for linear_0_100"),
        (scale(method="sum", rest="items: [a, b], reversed: true"), "'reversed' means nothing for sum"),
        (scale(method="count_times_severity"), "its items must be pairs: a count, then its severity"),
        (scale(method="count_times_severity", rest="items: [c, a, b]"), "its items must be pairs"),
        (scale(rest="variants: [v]"), "there is no variant 'v'"),
        (scale(rest="variants: [v]"), "linear_0_100 needs items"),
        (scale(method="mean_of_scales", rest="components: []"), "it needs at least one component"),
        (scale(method="mean_of_scales", rest="components: [E, E]"), "a component stands here twice"),
        (scale(method="mean_of_scales", rest="components: [X]"), "there is no scale 'X'"),
        (scale(method="mean_of_scales", rest="components: [AB]"), "the component 'AB' is itself made of scales"),
        (scale(method="mean_of_scales", rest="components_turned: [E]"), "the component 'E' does not run from 0 to 100"),
        (scale(method="mean_of_scales", rest="components: [E]", least=2), "but there are only 1 components"),
        (scale(method="mean_of_scales", rest="items: [a]"), "mean_of_scales has components, not items"),
        (scale(code="E"), "the code is not unique"),
    ],
)
def test_scales_that_cannot_be_computed(form_findings, new: str, said: str) -> None:
    findings = [finding for finding in form_findings(TR, new) if said in finding]
    assert findings
    assert findings[0].startswith("22: [")


@pytest.mark.rule("E71")
def test_the_half_rule_allows_exactly_half(form_findings) -> None:
    assert form_findings(TR, scale(rest="items: [a, b, d]", least=2)) == []
    assert form_findings(TR, scale(least=1)) == []


VARIANTS = "".join(
    [
        "variants:\n",
        "  - {id: one, title: First, source: s, status: UNSURE}\n",
        "  - {id: two, title: Second, source: s, status: UNSURE}\n",
        "scales:\n",
    ]
)


@pytest.mark.rule("E73")
def test_codes_and_items_are_held_against_each_variant(form_findings) -> None:
    both = scale(rest="items: [a, b], variants: [one]") + "\n  - " + scale(rest="items: [a, b], variants: [two]")
    assert form_findings(f"scales:\n  - {TR}", f"{VARIANTS}  - {both}") == []
    only = scale(rest="items: [a, b], variants: [one]")
    findings = form_findings(f"scales:\n  - {TR}", f"{VARIANTS}  - {only}")
    assert [finding.split("] ")[1] for finding in findings] == [
        "the item is in no scale of variant two; add it or say 'unscored: true'"
    ] * 2
    twice = both + "\n  - " + scale()
    assert len([f for f in form_findings(f"scales:\n  - {TR}", f"{VARIANTS}  - {twice}") if "not unique" in f]) == 4
    doubled = VARIANTS.replace("id: two", "id: one")
    assert "[one] the variant one stands here a second time" in form_findings("\nscales:\n", "\n" + doubled)[0]


def cuts(text: str) -> str:
    return f"thresholds:\n  - source: s\n    status: UNVERIFIED\n    cuts: {text}\nscales:\n"


def changes(*rules: str) -> str:
    rows = "".join(f"  - {{{rule}, source: s, status: SINGLE}}\n" for rule in rules)
    return f"changes:\n{rows}scales:\n"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (cuts("{ZZ: {below: 3}}"), "24: [ZZ] there is no scale with this code"),
        (cuts("{AB: {}}"), "24: [AB] a cut has 'below', 'above' or both"),
        (cuts("{AB: {below: 60, above: 40}}"), "24: [AB] a cut has 'below', 'above' or both"),
        (cuts("{AB: {below: 3}, AB: {below: 4}}"), "24: 'AB' stands here twice"),
        (changes("scale: ZZ, points: 10"), "22: [ZZ] there is no scale with this code"),
        (changes("points: 10", "points: 5"), "23: [default] the change rule default stands here a second time"),
    ],
)
def test_interpretation_belongs_to_scales(form_findings, new: str, said: str) -> None:
    findings = form_findings("\nscales:\n", f"\n{new}")
    assert any(finding.startswith(said) for finding in findings), findings


def test_one_scale_has_one_threshold(form_findings) -> None:
    block = "  - {source: s, status: UNVERIFIED, cuts: {AB: {above: 30}}}\n"
    [finding] = form_findings("\nscales:\n", f"\nthresholds:\n{block}{block}scales:\n")
    assert finding == "23: [AB] the scale has a threshold already"


def test_faults_of_spelling_do_not_hide_faults_of_sense(form_findings) -> None:
    """An unknown key leaves every value there, so the rest of the form is checked in the same run."""
    findings = form_findings(TR, scale(rest="items: [a, x], colour: red"))
    assert len(findings) == 3
    assert "unknown key 'colour'" in " ".join(findings)
    assert "there is no item 'x'" in " ".join(findings)
    assert "[b] the item is in no scale" in " ".join(findings)
