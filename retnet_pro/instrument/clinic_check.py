"""What a clinician's form can say in the right shape and still not mean: the findings about its sense."""

from collections.abc import Iterator

from retnet_pro.instrument.clinic import Fact
from retnet_pro.instrument.condition import Reach, build_condition, comparisons
from retnet_pro.instrument.finding import Finding, Lines, Place
from retnet_pro.instrument.model import ItemId
from retnet_pro.instrument.shape import Values

Fault = tuple[Place, str | None, str]
_EARLIER = "does not come before this item in the same part or in a part that stands there once"


def check_clinic_form(values: Values, lines: Lines, path: str) -> list[Finding]:
    """Return the findings about the sense of a form whose values have all passed their shape."""
    faults = [*_lists(values), *_numbers(values), *_names(values)]
    if not faults:
        faults += [*_items(values), *_facts(values)]
    return [Finding(path, lines[place], item, message) for place, item, message in faults]


def _answers(values: Values) -> Iterator[tuple[Place, Values, Values, str, Values]]:
    """Yield the place, the part, the item, and how it is answered."""
    for at, part in enumerate(values["parts"]):
        for index, item in enumerate(part["items"]):
            [(way, content)] = item["answer"].items()
            yield ("parts", at, "items", index), part, item, way, content


def _lists(values: Values) -> Iterator[Fault]:
    used = {content for _, _, _, way, content in _answers(values) if way == "choice"}
    for name, codes in values["lists"].items():
        if len(set(codes)) < len(codes):
            yield ("lists", name), name, "a code stands here twice"
        if name not in used:
            yield ("lists", name), name, "no item uses this list"
    for place, _, item, way, content in _answers(values):
        if way == "choice" and content not in values["lists"]:
            yield (*place, "answer"), item["id"], f"there is no list '{content}'"


def _numbers(values: Values) -> Iterator[Fault]:
    kinds = values.get("numbers", {})
    used = {content["kind"] for _, _, _, way, content in _answers(values) if way == "number"}
    for name, kind in kinds.items():
        place: Place = ("numbers", name)
        if name not in used:
            yield place, name, "no item uses this kind of number"
        ids = [unit["id"] for unit in kind["units"]]
        symbols = [unit["symbol"] for unit in kind["units"]]
        if len(set(ids)) < len(ids) or len(set(symbols)) < len(symbols):
            yield place, name, "a unit stands here twice"
        for index, unit in enumerate(kind["units"]):
            bounds = [unit.get(key) for key in ("lowest", "unusual_below", "unusual_above", "highest")]
            known = [bound for bound in bounds if bound is not None]
            if known != sorted(known) or unit["lowest"] >= unit["highest"]:
                message = "'lowest', 'unusual_below', 'unusual_above' and 'highest' must rise in this order"
                yield (*place, "units", index), unit["id"], message
    for place, _, item, way, content in _answers(values):
        if way == "number" and content["kind"] not in kinds:
            yield (*place, "answer"), item["id"], f"there is no kind of number '{content['kind']}'"


def _names(values: Values) -> Iterator[Fault]:
    seen: set[str] = set()
    parts: set[str] = set()
    for at, part in enumerate(values["parts"]):
        if part["id"] in parts:
            yield ("parts", at), part["id"], f"the part {part['id']} stands here a second time"
        parts.add(part["id"])
    for place, _, item, _, _ in _answers(values):
        if item["id"] in seen or item["id"] in parts:
            yield place, item["id"], f"the id {item['id']} stands here a second time"
        seen.add(item["id"])


def _items(values: Values) -> Iterator[Fault]:
    """What an item looks at comes before it, in its own row or where there is only one; and it can be asked at all."""
    ways: dict[str, tuple[str, Values]] = {}
    once: set[str] = set()
    row: set[str] = set()
    here = None
    reach = Reach()
    for place, part, item, way, content in _answers(values):
        if part is not here:
            here, row = part, set()
        within = once | row
        faults: list[tuple[str, str]] = []
        if way == "number" and (other := content.get("unit_of")) is not None:
            if other not in within:
                faults.append(("answer", f"'{other}' {_EARLIER}"))
            elif ways[other][0] != "number" or ways[other][1]["kind"] != content["kind"]:
                faults.append(("answer", f"'{other}' is no number of the same kind"))
        if way == "day" and (other := content.get("not_before")) is not None:
            if other not in within:
                faults.append(("answer", f"'{other}' {_EARLIER}"))
            elif ways[other][0] != "day":
                faults.append(("answer", f"'{other}' holds no day"))
        tree = build_condition(item["condition"]) if "condition" in item else None
        bad = [] if tree is None else list(_comparison_faults(item["condition"], within, ways, values))
        codes = tuple(values["lists"][content]) if way == "choice" else ()
        shown = reach.add(ItemId(item["id"]), codes, None if bad else tree)
        if shown is None:
            bad.append("the condition is too tangled to check; use fewer items in it")
        elif not shown:
            bad.append("the item is unreachable: no answers make its condition hold")
        for key, fault in (*faults, *(("condition", one) for one in bad)):
            yield (*place, key), item["id"], fault
        ways[item["id"]] = (way, content)
        row.add(item["id"])
        if "rows" not in part:
            once.add(item["id"])


def _comparison_faults(
    condition: Values, within: set[str], ways: dict[str, tuple[str, Values]], values: Values
) -> Iterator[str]:
    for atom in comparisons(build_condition(condition)):
        if atom.item not in within:
            yield f"the condition looks at '{atom.item}', which {_EARLIER}"
        elif ways[atom.item][0] != "choice":
            yield f"the condition looks at '{atom.item}', which is no choice from a list"
        elif atom.code not in values["lists"][ways[atom.item][1]]:
            yield f"the condition compares '{atom.item}' with {atom.code}, which is not one of its codes"


def _facts(values: Values) -> Iterator[Fault]:
    """A fact is read from an item that stands there once and fits it."""
    single = {item["id"]: way for _, part, item, way, content in _answers(values) if "rows" not in part}
    ways = {item["id"]: (way, content) for _, _, item, way, content in _answers(values)}
    for index, one in enumerate(values.get("says", ())):
        place: Place = ("says", index)
        wanted = "choice" if one["fact"] == Fact.SYMPTOMATIC else "day"
        if single.get(one["item"]) != wanted:
            yield (*place, "item"), one["fact"], f"'{one['item']}' is no {wanted} that stands in the form once"
        elif wanted == "day" and ways[one["item"]][1].get("partial", False):
            yield (*place, "item"), one["fact"], f"'{one['item']}' may be a month or a year, and a fact needs a day"
        if one["fact"] == Fact.SYMPTOMATIC and "when" not in one:
            yield place, one["fact"], "the key 'when' is missing: what makes it true"
        if "when" in one:
            for fault in _comparison_faults(one["when"], set(single), ways, values):
                yield (*place, "when"), one["fact"], fault
