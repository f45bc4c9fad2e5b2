"""Hands in bundles over HTTPS and SFTP, in the network namespace it is started in, and says how it went.

Arguments: an empty folder, and how many bundles. It is a process of its own because sockets belong to the namespace of
the process that makes them.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from retnet_pro.bundle.naming import bundle_file, signature_file
from retnet_pro.errors import Code, WorldFault
from retnet_pro.sync.https import HttpsTransport
from retnet_pro.sync.sftp import SftpTransport
from retnet_pro.vault.login_key import login_key
from tests.drop_server import DropServer
from tests.faults.test_network_faults import serving
from tests.roads import Authority
from tests.unit.centre.conftest import Bench

TRIES = 25
"""For one file; beyond, the wire is not bad but dead."""


class Insistent:
    """Puts files until they are there, and counts how often it did not work."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def put(self, put: Callable[[str, bytes], None], name: str, data: bytes) -> None:
        for _ in range(TRIES):
            try:
                put(name, data)
            except WorldFault as fault:
                assert fault.code is Code.TRANSPORT_UNREACHABLE
                self.failed.append(str(fault.facts["why"]))
            else:
                return
        raise AssertionError(f"{name} did not arrive in {TRIES} tries: {self.failed}")


def main(folder: Path, bundles: int) -> None:
    bench, authority, insistent = Bench(folder / "centre"), Authority(), Insistent()
    tablet, key = bench.tablet("tab-1", b"1" * 32, site="S01"), login_key(bytes(range(32)))
    notes: list[str] = []
    with (
        serving(bench, authority.server(folder / "server"), notes.append) as port,
        DropServer(folder / "sshd", key.public) as drop,
    ):
        over_https = HttpsTransport(f"https://127.0.0.1:{port}", authority.pem, tablet.key.public)
        over_sftp = SftpTransport(drop.address(), drop.host_key, key.private)
        sent = {}
        for number in range(bundles):
            after = len(tablet.events)
            for session in range(2):
                tablet.session(f"ses-{number}-{session}")
            bundle = bench.bundle(tablet, after)
            sent[bundle.id] = dict(bundle.files)
            for name, data in bundle.files:
                insistent.put(over_https.put, name, data)
                insistent.put(over_sftp.put, name, data)
        bench.open()
        whole = all((drop.drop / name).read_bytes() == data for files in sent.values() for name, data in files.items())
        names = {name for bundle in sent for name in (bundle_file(bundle), signature_file(bundle))}
        finals = {path.name for path in drop.drop.iterdir() if not path.name.startswith(".")}
    with bench.store.reading() as ledger:
        arrived = list(ledger.events(tablet.dev)) == tablet.events
    said = {
        "failed": insistent.failed,
        "sftp": whole and finals == names,
        "https": arrived,
        "stored": sum(note.startswith("put-bundle stored") for note in notes),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
