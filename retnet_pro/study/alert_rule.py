"""Alert rules as plain data, so that they can be told to the process that holds them against the answers."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from retnet_pro.instrument.model import InstrumentId, ItemId, ScaleCode, Status
from retnet_pro.study.model import AlertRule


def write_rule(rule: AlertRule) -> dict[str, object]:
    """Return the rule as plain JSON data."""
    return asdict(rule)


def read_rule(plain: Mapping[str, Any]) -> AlertRule:
    """Read what `write_rule` wrote; trusted, because it never leaves the program's own pipe."""
    return AlertRule(
        id=plain["id"],
        instrument=InstrumentId(plain["instrument"]),
        item=ItemId(plain["item"]) if plain["item"] is not None else None,
        scale=ScaleCode(plain["scale"]) if plain["scale"] is not None else None,
        at_least=plain["at_least"],
        at_most=plain["at_most"],
        who=plain["who"],
        within_hours=plain["within_hours"],
        source=plain["source"],
        status=Status(plain["status"]),
    )
