"""A centre in a folder, with the tablet of the bundle tests and a clock that stands still."""

import sys
from datetime import date, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.receipt import verify_receipt
from retnet_pro.centre.admit import admit, post_receipts
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import init_centre, open_centre, read_online_key
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.opening import Opener, opening
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.store import Store
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport

_spec = spec_from_file_location("tablet_kit", Path(__file__).parents[1] / "bundle" / "conftest.py")
kit = sys.modules["tablet_kit"] = module_from_spec(_spec)
_spec.loader.exec_module(kit)

NOW = datetime.fromisoformat("2026-11-24T02:00:00.000+01:00")
AT = NOW.isoformat(timespec="milliseconds")


class Bench:
    """A whole centre: folder, store, opener, and short words for what the tests do."""

    def __init__(self, folder, mode=Mode.DEMO):
        self.keys = init_centre(
            folder,
            trial="RETNET-DEMO",
            centre="centre-1",
            mode=mode,
            issued=date(2026, 11, 1),
            expires=date(2027, 11, 1),
            chance=lambda size: bytes([size + 1]) * size,
        )
        self.centre = open_centre(folder)
        self.start()

    def start(self):
        """(Re)start the centre's programs on what is on disk."""
        self.store = Store(self.centre.database)
        self.drop = FolderTransport(self.centre.drop)
        unsealer = Unsealer([read_identities(self.centre.box)[0]])
        self.opener = Opener(
            trial=self.centre.trial,
            centre=self.centre.id,
            inbox=self.centre.inbox,
            unsealer=unsealer,
            online=read_online_key(self.centre),
            records=RecordReader(mode=self.centre.mode, unsealer=unsealer, instruments=[kit.INSTRUMENT]),
        )

    def tablet(self, dev="tab-1", seed=b"t" * 32, site="S01", enrolled=True):
        made = kit.Tablet(dev, seed, site, centre=self.centre.recipient)
        if enrolled:
            public = made.key.public
            enrol(self.store, dev=made.dev, site=site, public=public, typed=fingerprint(public), at=AT)
        return made

    def facts(self, tablet, **changes):
        return {**tablet.facts, "centre_recipient": self.centre.recipient, **changes}

    def bundle(self, tablet, after=0, upto=None, **changes):
        return make_bundle(tablet.events[after:upto], **self.facts(tablet, **changes))

    def put(self, *bundles):
        for bundle in bundles:
            for name, data in bundle.files:
                self.drop.put(name, data)

    def send(self, tablet, after=0, upto=None, **changes):
        bundle = self.bundle(tablet, after, upto, **changes)
        self.put(bundle)
        return bundle

    def gate(self):
        return admit(self.store, self.drop, inbox=self.centre.inbox, quarantine=self.centre.quarantine, at=AT)

    def open(self):
        return list(opening(self.store, self.opener, NOW))

    def round(self):
        """What the centre does again and again."""
        self.gate()
        receipts = self.open()
        post_receipts(self.store, self.drop)
        return receipts

    def receipt(self, bundle, tablet):
        return self.receipt_of(bundle.id, tablet)

    def receipt_of(self, bundle, tablet):
        return verify_receipt(
            self.drop.get(f"{bundle}.receipt"),
            centre_public=self.centre.online,
            trial=self.centre.trial,
            device=tablet.dev,
        )

    def responses(self):
        with self.store.reading() as ledger:
            return list(ledger.responses())

    def head(self, tablet):
        with self.store.reading() as ledger:
            return ledger.head(tablet.dev)

    def aside(self):
        with self.store.reading() as ledger:
            return ledger.aside()


@pytest.fixture
def bench(tmp_path):
    made = Bench(tmp_path / "centre")
    yield made
    made.store.close()


@pytest.fixture(scope="session", name="kit")
def _kit():
    return kit


@pytest.fixture(scope="session")
def bench_class():
    return Bench
