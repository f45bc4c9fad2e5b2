"""What a form file can say in the right shape and still not mean: the findings about its sense.

Everything is checked before anything is built, on the plain values, so that each finding can name its line.
"""

from collections import Counter
from collections.abc import Iterable

from retnet_pro.instrument.build import codes_of
from retnet_pro.instrument.check_scale import check_scale, known_in
from retnet_pro.instrument.condition import Reach, build_condition, comparisons
from retnet_pro.instrument.finding import Finding, Lines, Place
from retnet_pro.instrument.model import Condition, ItemId, ItemKind
from retnet_pro.instrument.shape import Values


def check_instrument(values: Values, lines: Lines, path: str) -> list[Finding]:
    """Return the findings about the sense of a form file whose values have all passed their shape."""
    checker = _Checker(values, lines, path)
    checker.response_scales()
    checker.items()
    if not checker.findings:
        checker.conditions()
    checker.scales()
    checker.coverage()
    checker.interpretation()
    return checker.findings


class _Checker:
    """Collects findings; it has state only for that."""

    def __init__(self, values: Values, lines: Lines, path: str) -> None:
        self.values = values
        self.lines = lines
        self.path = path
        self.findings: list[Finding] = []
        self.variants = [variant["id"] for variant in values.get("variants", ())]
        self._ids = {item["id"] for item in values["items"]}

    def find(self, place: Place, item: str | None, message: str) -> None:
        """Add one finding at the line of a place."""
        self.findings.append(Finding(self.path, self.lines[place], item, message))

    def _twice(self, names: Iterable[object], place: Place, what: str) -> None:
        seen: set[object] = set()
        for index, name in enumerate(names):
            if name in seen:
                self.find((*place, index), str(name), f"the {what} {name} stands here a second time")
            seen.add(name)

    def response_scales(self) -> None:
        """Codes are distinct, ends are in order, and each kind has what it needs."""
        used = {item["scale"] for item in self.values["items"]}
        for name, scale in self.values["response_scales"].items():
            place: Place = ("response_scales", name)
            is_count = scale["kind"] == ItemKind.COUNT
            has_ends = "lowest" in scale and "highest" in scale
            if is_count and ("codes" in scale or not has_ends):
                self.find(place, name, "a count has 'lowest' and 'highest' and no 'codes'")
            elif not is_count and ("codes" not in scale or "lowest" in scale or "highest" in scale):
                self.find(place, name, f"a {scale['kind']} has 'codes' and neither 'lowest' nor 'highest'")
            elif is_count and scale["lowest"] >= scale["highest"]:
                self.find(place, name, "'lowest' must be below 'highest'")
            elif not is_count and len(set(scale["codes"])) < len(scale["codes"]):
                self.find(place, name, "a code stands here twice")
            if name not in used:
                self.find(place, name, "no item uses this response scale")

    def items(self) -> None:
        """Ids and numbers are unique, and what an item names exists."""
        items = self.values["items"]
        self._twice((item["id"] for item in items), ("items",), "id")
        self._twice((item["number"] for item in items), ("items",), "number")
        self._twice(self.values["recalls"], ("recalls",), "recall")
        recalls, used = set(self.values["recalls"]), {item.get("recall") for item in items}
        for index, item in enumerate(items):
            place: Place = ("items", index)
            if item["scale"] not in self.values["response_scales"]:
                self.find((*place, "scale"), item["id"], f"there is no response scale '{item['scale']}'")
            if "recall" in item and item["recall"] not in recalls:
                self.find((*place, "recall"), item["id"], f"there is no recall '{item['recall']}'")
        for index, recall in enumerate(self.values["recalls"]):
            if recall not in used:
                self.find(("recalls", index), None, f"no item uses the recall '{recall}'")

    def conditions(self) -> None:
        """Each condition looks back only, at codes that exist, and can hold for some answers (unreachable item)."""
        answers = {name: codes_of(scale) for name, scale in self.values["response_scales"].items()}
        codes: dict[ItemId, tuple[int, ...]] = {}
        reach = Reach()
        for index, item in enumerate(self.values["items"]):
            tree = build_condition(item["condition"]) if "condition" in item else None
            faults = [] if tree is None else self._comparison_faults(tree, codes)
            codes[item["id"]] = answers[item["scale"]]
            # An item with a faulty condition counts as always shown, so that one fault is named once.
            shown = reach.add(item["id"], codes[item["id"]], None if faults else tree)
            if shown is None:
                faults.append("the condition is too tangled to check; use fewer items in it")
            elif not shown:
                faults.append("the item is unreachable: no answers make its condition hold")
            for fault in faults:
                self.find(("items", index, "condition"), item["id"], fault)

    def _comparison_faults(self, tree: Condition, codes: dict[ItemId, tuple[int, ...]]) -> list[str]:
        faults = []
        for atom in comparisons(tree):
            if atom.item not in codes:
                what = "does not come before this one" if atom.item in self._ids else "does not exist"
                faults.append(f"the condition looks at '{atom.item}', which {what}")
            elif atom.code not in codes[atom.item]:
                faults.append(f"the condition compares '{atom.item}' with {atom.code}, which is not one of its codes")
        return faults

    def scales(self) -> None:
        """Each score can be computed as its method asks; codes are unique within each variant."""
        self._twice(self.variants, ("variants",), "variant")
        known = known_in(self.values)
        for index, scale in enumerate(self.values["scales"]):
            for message in check_scale(scale, known):
                self.find(("scales", index), scale["code"], message)
        for variant in self.variants or [""]:
            codes = Counter(scale["code"] for _, scale in self._scales_in(variant))
            for index, scale in self._scales_in(variant):
                if codes[scale["code"]] > 1:
                    self.find(("scales", index), scale["code"], f"the code is not unique{_in_variant(variant)}")

    def _scales_in(self, variant: str) -> list[tuple[int, Values]]:
        return [
            (index, scale)
            for index, scale in enumerate(self.values["scales"])
            if variant in scale.get("variants", (variant,))
        ]

    def coverage(self) -> None:
        """Each item enters a score of each variant, unless it says that it does not."""
        for variant in self.variants or [""]:
            scored = {item for _, scale in self._scales_in(variant) for item in scale.get("items", ())}
            for index, item in enumerate(self.values["items"]):
                unscored = item.get("unscored", False)
                if item["id"] not in scored and not unscored:
                    message = f"the item is in no scale{_in_variant(variant)}; add it or say 'unscored: true'"
                    self.find(("items", index), item["id"], message)
                elif item["id"] in scored and unscored:
                    self.find(("items", index), item["id"], "the item says 'unscored: true' but is in a scale")

    def interpretation(self) -> None:
        """Thresholds and change rules belong to scales there are, one for each."""
        codes = {scale["code"] for scale in self.values["scales"]}
        seen: set[str] = set()
        for index, block in enumerate(self.values.get("thresholds", ())):
            for code, cut in block["cuts"].items():
                place: Place = ("thresholds", index, "cuts", code)
                if code not in codes:
                    self.find(place, code, "there is no scale with this code")
                if not cut or cut.get("below", 0) > cut.get("above", cut.get("below", 0)):
                    self.find(place, code, "a cut has 'below', 'above' or both, and below is not higher than above")
                if code in seen:
                    self.find(place, code, "the scale has a threshold already")
                seen.add(code)
        changes = [change.get("scale") for change in self.values.get("changes", ())]
        self._twice(("default" if code is None else code for code in changes), ("changes",), "change rule")
        for index, code in enumerate(changes):
            if code is not None and code not in codes:
                self.find(("changes", index), code, "there is no scale with this code")


def _in_variant(variant: str) -> str:
    return f" of variant {variant}" if variant else ""
