"""Where the site file keeps the road to the centre."""

import json

from retnet_pro.conduct.road import Road
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.rows import keep_setting, setting

_ROAD = "road"


def read_road(log: EventLog) -> Road | None:
    """Return the road over the network, or None where bundles travel by folder or stick."""
    kept = setting(log, _ROAD)
    plain = json.loads(kept) if kept else None
    return Road(address=plain["address"], certificate=plain["certificate"]) if plain else None


def keep_road(log: EventLog, road: Road | None) -> None:
    """Remember the road, or that there is none."""
    plain = {"address": road.address, "certificate": road.certificate} if road else None
    keep_setting(log, _ROAD, json.dumps(plain))
