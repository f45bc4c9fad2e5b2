"""An opener as a process of its own, for tests that end it; prints the number of each receipt once it is stored."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from retnet_pro.centre.folder import open_centre, read_online_key
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.opening import Opener, opening
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.store import Store
from retnet_pro.record.unseal import Unsealer
from tests.unit.bundle import conftest as kit


def opener_of(folder: Path, items: int = 3) -> Opener:
    """Return what opens the bundles of the tablets of the unit tests, on which a form has so many items."""
    centre = open_centre(folder)
    unsealer = Unsealer([read_identities(centre.box)[0]])
    return Opener(
        trial=centre.trial,
        centre=centre.id,
        inbox=centre.inbox,
        unsealer=unsealer,
        online=read_online_key(centre),
        records=RecordReader(mode=centre.mode, unsealer=unsealer, instruments=[kit.make_instrument(items)]),
    )


if __name__ == "__main__":
    place = Path(sys.argv[1])
    store = Store(open_centre(place).database)
    print("ready", flush=True)
    sys.stdin.readline()
    for receipt in opening(store, opener_of(place, *map(int, sys.argv[2:])), datetime(2026, 11, 24, 2, tzinfo=UTC)):
        print(receipt.bundle, receipt.status.value, flush=True)
    store.close()
