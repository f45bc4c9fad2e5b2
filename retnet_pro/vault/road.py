"""Where the site file keeps the road to the centre, and what became of the tries to send."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from retnet_pro.conduct.road import Road
from retnet_pro.conduct.tries import Try
from retnet_pro.errors import Code
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.rows import keep_setting, setting

_ROAD, _TRIES = "road", "road.tries"


def read_road(log: EventLog) -> Road | None:
    """Return the road over the network, or None where bundles travel by folder or stick."""
    kept = setting(log, _ROAD)
    plain = json.loads(kept) if kept else None
    return Road(address=plain["address"], certificate=plain["certificate"]) if plain else None


def keep_road(log: EventLog, road: Road | None) -> None:
    """Remember the road, or that there is none."""
    plain = {"address": road.address, "certificate": road.certificate} if road else None
    keep_setting(log, _ROAD, json.dumps(plain))


def read_tries(log: EventLog) -> tuple[Try, ...]:
    """Return what became of the last tries, oldest first."""
    kept = setting(log, _TRIES)
    return tuple(_try(one) for one in json.loads(kept)) if kept else ()


def keep_tries(log: EventLog, tries: Sequence[Try]) -> None:
    """Remember these tries in place of those before.

    Raises:
        WorldFault: the disk refused.
    """
    keep_setting(log, _TRIES, json.dumps([asdict(one) for one in tries]))


def _try(plain: dict[str, Any]) -> Try:
    code = plain["code"]
    return Try(**{**plain, "code": None if code is None else Code(code)})
