"""Turn the values of a form or wording file into facts. The values have passed their shape and all checks before."""

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from retnet_pro.instrument.condition import build_condition
from retnet_pro.instrument.model import (
    Approval,
    ChangeRule,
    ContentHash,
    Direction,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    Licence,
    Method,
    ResponseScale,
    Scale,
    ScaleCode,
    Status,
    Threshold,
    Translation,
    Variant,
    Wording,
)

if TYPE_CHECKING:
    # Shapes are for readers of files; the participant's process only builds and starts faster without them.
    from retnet_pro.instrument.shape import Values


def build_instrument(values: "Values", content: ContentHash) -> Instrument:
    """Build an instrument."""
    answers = {name: _response_scale(name, scale) for name, scale in values["response_scales"].items()}
    status = values["status"]
    return Instrument(
        id=InstrumentId(values["id"]),
        version=values["version"],
        title=values["title"],
        owner=values["owner"],
        needs_licence=values["needs_licence"],
        minutes=values["minutes"],
        response_scales=MappingProxyType(answers),
        recalls=tuple(values["recalls"]),
        items=tuple(_item(item, answers, status) for item in values["items"]),
        scales=tuple(_scale(scale, values["source"], status) for scale in values["scales"]),
        variants=tuple(_variant(variant) for variant in values.get("variants", ())),
        thresholds=tuple(
            Threshold(
                scale=ScaleCode(scale),
                below=cut.get("below"),
                above=cut.get("above"),
                source=block["source"],
                status=Status(block["status"]),
            )
            for block in values.get("thresholds", ())
            for scale, cut in block["cuts"].items()
        ),
        changes=tuple(_change(change) for change in values.get("changes", ())),
        to_confirm=tuple(values.get("to_confirm", ())),
        answers_required=values.get("answers_required", False),
        hash=content,
    )


def codes_of(scale: "Values") -> tuple[int, ...]:
    """Return the codes of a response scale, in printed order."""
    return tuple(scale["codes"]) if "codes" in scale else tuple(range(scale["lowest"], scale["highest"] + 1))


def _response_scale(name: str, scale: "Values") -> ResponseScale:
    return ResponseScale(id=name, kind=ItemKind(scale["kind"]), codes=codes_of(scale))


def _item(item: "Values", answers: dict[str, ResponseScale], status: str) -> Item:
    return Item(
        id=ItemId(item["id"]),
        number=item["number"],
        topic=item["topic"],
        scale=answers[item["scale"]],
        recall=item.get("recall"),
        not_applicable=item.get("not_applicable", False),
        condition=build_condition(item["condition"]) if "condition" in item else None,
        status=Status(item.get("status", status)),
    )


def _scale(scale: "Values", source: str, status: str) -> Scale:
    return Scale(
        code=ScaleCode(scale["code"]),
        name=scale["name"],
        method=Method(scale["method"]),
        items=tuple(ItemId(item) for item in scale.get("items", ())),
        components=(
            *((ScaleCode(code), False) for code in scale.get("components", ())),
            *((ScaleCode(code), True) for code in scale.get("components_turned", ())),
        ),
        reversed=scale.get("reversed", False),
        direction=Direction(scale["direction"]),
        minimum_answered=scale["minimum_answered"],
        variants=tuple(scale.get("variants", ())),
        source=scale.get("source", source),
        status=Status(scale.get("status", status)),
    )


def _variant(variant: "Values") -> Variant:
    return Variant(id=variant["id"], title=variant["title"], source=variant["source"], status=Status(variant["status"]))


def _change(change: "Values") -> ChangeRule:
    scale = change.get("scale")
    return ChangeRule(
        scale=None if scale is None else ScaleCode(scale),
        points=change["points"],
        source=change["source"],
        status=Status(change["status"]),
    )


def build_wording(values: "Values", content: ContentHash) -> Wording:
    """Build a wording."""
    return Wording(
        instrument=InstrumentId(values["instrument"]),
        instrument_version=values["instrument_version"],
        version=values["version"],
        language=values["language"],
        right_to_left=values["right_to_left"],
        demonstration=values["demonstration"],
        licence=_licence(values["licence"]) if "licence" in values else None,
        translation=_translation(values["translation"]) if "translation" in values else None,
        notice=values["notice"],
        title=values["title"],
        instruction=values["instruction"],
        recalls=MappingProxyType(values["recalls"]),
        labels=MappingProxyType({name: _labels(words) for name, words in values["labels"].items()}),
        items=MappingProxyType({ItemId(item): text for item, text in values["items"].items()}),
        not_applicable=MappingProxyType(
            {ItemId(item): text for item, text in values.get("not_applicable", {}).items()}
        ),
        hash=content,
        read_aloud=values.get("read_aloud", False),
        numbers_from_right=frozenset(values.get("numbers_from_right", ())),
    )


def _labels(words: "Values") -> MappingProxyType[int, str]:
    """Codes are whole numbers; as JSON they travel as texts."""
    return MappingProxyType({int(code): text for code, text in words.items()})


def _licence(licence: "Values") -> Licence:
    expires = licence.get("expires")
    return Licence(
        owner=licence["owner"],
        id=licence["id"],
        study=licence["study"],
        expires=None if expires is None else date.fromisoformat(expires),
        copyright=licence["copyright"],
        approval=Approval(**licence["approval"]) if "approval" in licence else None,
        in_exports=licence.get("in_exports", False),
    )


def _translation(translation: "Values") -> Translation:
    return Translation(
        certificate=translation["certificate"],
        reviewer=translation["reviewer"],
        reviewed=date.fromisoformat(translation["reviewed"]),
    )
