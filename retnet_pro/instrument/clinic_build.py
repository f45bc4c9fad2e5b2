"""Turn the values of a clinician's form or of its words into facts. The values have passed shape and checks before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from retnet_pro.instrument.clinic import (
    Anchor,
    Choice,
    ClinicForm,
    ClinicFormId,
    ClinicItem,
    ClinicWords,
    Day,
    Fact,
    Kind,
    Missing,
    Note,
    Number,
    NumberKind,
    Part,
    PartId,
    Says,
    Unit,
    UnitId,
)
from retnet_pro.instrument.condition import build_condition
from retnet_pro.instrument.model import ContentHash, ItemId, Status
from retnet_pro.instrument.shape import Values


def build_clinic_form(values: Values, content: ContentHash) -> ClinicForm:
    """Build a clinician's form."""
    numbers = {name: _number_kind(name, one, values) for name, one in values.get("numbers", {}).items()}
    says = tuple(_says(one) for one in values.get("says", ()))
    items = _Items(values["lists"], numbers, {one.item: one for one in says}, _dating_item(values))
    return ClinicForm(
        id=ClinicFormId(values["id"]),
        version=values["version"],
        title=values["title"],
        owner=values["owner"],
        source=values["source"],
        status=Status(values["status"]),
        shows_arm=values.get("shows_arm", False),
        parts=tuple(
            Part(
                id=PartId(part["id"]),
                most=part.get("rows"),
                items=tuple(items.build(item, PartId(part["id"])) for item in part["items"]),
            )
            for part in values["parts"]
        ),
        says=says,
        to_confirm=tuple(values.get("to_confirm", ())),
        hash=content,
    )


def _number_kind(name: str, one: Values, top: Values) -> NumberKind:
    return NumberKind(
        id=name,
        decimals=one["decimals"],
        units=tuple(_unit(unit) for unit in one["units"]),
        source=one.get("source", top["source"]),
        status=Status(one.get("status", top["status"])),
    )


def _unit(unit: Values) -> Unit:
    return Unit(
        id=UnitId(unit["id"]),
        symbol=unit["symbol"],
        lowest=exact(unit["lowest"]),
        highest=exact(unit["highest"]),
        unusual_below=exact(unit["unusual_below"]) if "unusual_below" in unit else None,
        unusual_above=exact(unit["unusual_above"]) if "unusual_above" in unit else None,
    )


def exact(bound: float) -> Decimal:
    """Return a bound as it stands in the file, without the digits a binary fraction would add."""
    return Decimal(repr(bound)).normalize()


def _dating_item(values: Values) -> str | None:
    """Return the first item with a whole day that stands in the form once."""
    single = (item for part in values["parts"] if "rows" not in part for item in part["items"])
    whole = (item["id"] for item in single if "day" in item["answer"] and not item["answer"]["day"].get("partial"))
    return next(whole, None)


@dataclass(frozen=True, slots=True)
class _Items:
    """What items refer to by name."""

    lists: Values
    numbers: Mapping[str, NumberKind]
    says: Mapping[ItemId, Says]
    dating: str | None

    def build(self, item: Values, part: PartId) -> ClinicItem:
        return ClinicItem(
            id=ItemId(item["id"]),
            part=part,
            kind=_kind(item["answer"], self.lists, self.numbers),
            required=item.get("required", True),
            missing=tuple(Missing(one) for one in item.get("missing", ())),
            condition=build_condition(item["condition"]) if "condition" in item else None,
            says=self.says.get(item["id"]),
            dates_form=item["id"] == self.dating,
        )


def _kind(answer: Values, lists: Values, numbers: Mapping[str, NumberKind]) -> Kind:
    [(way, content)] = answer.items()
    match way:
        case "choice":
            return Choice(list=content, codes=tuple(lists[content]))
        case "number":
            return Number(kind=numbers[content["kind"]], unit_of=_item_id(content.get("unit_of")))
        case "day":
            return Day(
                partial=content.get("partial", False),
                earliest=_anchor(content.get("earliest")),
                unusual_before=_anchor(content.get("unusual_before")),
                not_before=_item_id(content.get("not_before")),
            )
        case _:
            return Note(longest=content["longest"])


def _anchor(name: str | None) -> Anchor | None:
    return None if name is None else Anchor(name)


def _item_id(name: str | None) -> ItemId | None:
    return None if name is None else ItemId(name)


def _says(one: Values) -> Says:
    when = build_condition(one["when"]) if "when" in one else None
    return Says(fact=Fact(one["fact"]), item=ItemId(one["item"]), when=when)


def build_clinic_words(values: Values, content: ContentHash) -> ClinicWords:
    """Build the words of a clinician's form."""
    return ClinicWords(
        form=ClinicFormId(values["form"]),
        form_version=values["form_version"],
        version=values["version"],
        language=values["language"],
        title=values["title"],
        instruction=values["instruction"],
        parts=MappingProxyType({PartId(name): said for name, said in values["parts"].items()}),
        items=MappingProxyType({ItemId(name): said for name, said in values["items"].items()}),
        hints=MappingProxyType({ItemId(name): said for name, said in values.get("hints", {}).items()}),
        lists=MappingProxyType({name: MappingProxyType(dict(one)) for name, one in values["lists"].items()}),
        hash=content,
    )
