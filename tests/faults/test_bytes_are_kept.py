"""The bytes that were signed are the record: nobody on the road writes a header anew (rules T4, P72).

The header here is one that another program could have signed: the same fields, with spaces and escapes that
`write_header` would not write. Whoever parses and writes it again changes its hash.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.opening import Expected, open_container, read_bundle
from retnet_pro.centre.store import Store
from retnet_pro.record.event import Event, Head, Kind, hash_of, read_header, write_header
from retnet_pro.record.signing import EVENT_CONTEXT
from retnet_pro.record.unseal import Unsealer
from retnet_pro.vault.log import open_log
from retnet_pro.vault.verify import verify_log
from tests.unit.bundle import conftest as kit


@pytest.fixture
def tablet() -> kit.Tablet:
    """A tablet whose second event is written in another hand."""
    made = kit.Tablet()
    made.write(Kind.PROVISION, {"device": made.dev, "public": made.key.public.hex()})
    event = made.write(Kind.BOOT, {"version": "0.1.0"})
    plain = json.loads(write_header(replace(event.header, who="Prüfer")))
    header_bytes = json.dumps(plain, ensure_ascii=True, separators=(", ", ": ")).encode()
    assert write_header(read_header(header_bytes)) != header_bytes
    sig = made.key.sign(EVENT_CONTEXT + header_bytes)
    made.events[-1] = Event(read_header(header_bytes), header_bytes, hash_of(header_bytes), None, sig)
    made.head = Head(2, made.events[-1].hash)
    made.session("ses-1")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path / 'centre.sqlite'}")
    yield made
    made.close()


@pytest.mark.rule("T4", "P03")
def test_the_log_keeps_them(tablet: kit.Tablet, tmp_path: Path) -> None:
    path = tmp_path / "site.db"
    path.touch()
    with open_log(path) as log:
        for event in tablet.events:
            log.append(event)
        assert list(log.events()) == tablet.events
    found = verify_log(path)
    assert (found.first_break, found.head) == (None, tablet.head)


@pytest.mark.rule("P72", "P06")
def test_the_bundle_and_the_centre_keep_them(tablet: kit.Tablet, store: Store) -> None:
    bundle = make_bundle(tablet.events, **tablet.facts)
    container = open_container(bundle.data, Unsealer([kit.CENTRE_IDENTITY]), path="b.age")
    expected = Expected("RETNET-DEMO", "centre-1", "S01", tablet.dev, tablet.key.public)
    arrived = read_bundle(container, expected).events
    assert list(arrived) == tablet.events
    with store.writing() as ledger:
        ledger.add_events(arrived)
    with store.reading() as ledger:
        assert list(ledger.events(tablet.dev)) == tablet.events
        assert all(hash_of(event.header_bytes) == event.hash for event in ledger.events(tablet.dev))
