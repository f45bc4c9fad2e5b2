"""At the centre the signed wording pack in force says whether words may leave; at the site the file it brought."""

from datetime import date

import pytest

from retnet_pro.bundle.pack_bodies import FilesBody, write_files
from retnet_pro.bundle.packs import PackKind
from retnet_pro.centre.datasets import Source, study_data
from retnet_pro.centre.issuing import Order, issue
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.store import Store
from retnet_pro.conduct.taking_out import take_out
from retnet_pro.dataset.leaving_words import Shut, withheld_said
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.writer import quiet
from retnet_pro.instrument.library import open_library
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.model import Mode
from tests.unit.centre.conftest import NOW
from tests.unit.centre.test_adopt import LIBRARY, Office
from tests.unit.conduct.conftest import HOUSE

TODAY = date(2026, 11, 23)
KEY = SigningKey(b"o" * 32)
SHIPPED = (HOUSE / "translations" / "qlq-c30" / "en.yaml").read_text("utf-8")
FIRST = LIBRARY.wording(LIBRARY.instrument("qlq-c30"), "en").items["q1"]
SAID = "ZZ words of the owner"


def words(allowed: str) -> str:
    """Return words of this project that say they are licensed, as an owner's pack does."""
    licence = f"licence: {{owner: Owner, id: L, study: S, copyright: Line{allowed}}}"
    licensed = SHIPPED.replace("demonstration: true", f"demonstration: false\n{licence}", 1)
    assert FIRST in licensed
    return licensed.replace(FIRST, SAID)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    made.round()
    yield made
    made.tablet.opened.log.close()


@pytest.fixture
def store(office):
    made = Store(office.centre.database)
    yield made
    made.close()


def sign(store: Store, text: str) -> None:
    body = write_files(FilesBody(trial="demo-trial", id="qlq-c30/en", files={"en.yaml": text}))
    order = Order(kind=PackKind.WORDING, id="qlq-c30/en", body=body, by="clerk", why="licence of today")
    issue(store, KEY, order, NOW)


def exported(office, store, out, today=TODAY):
    source = Source(
        store=store, unsealer=Unsealer(read_identities(office.key)), study=office.desk.study, library=LIBRARY,
        trial="demo-trial", mode=Mode.DEMO,
    )  # fmt: skip
    data = study_data(source, TODAY, synthetic=True, today=today)
    write_csv_bundle(data, out, quiet)
    return (out / "codebook.csv").read_text("utf-8"), data.codebook.withheld


@pytest.mark.rule("E141")
def test_the_newest_signed_pack_opens_the_gate_and_shuts_it_again(office, store, tmp_path):
    told, withheld = exported(office, store, tmp_path / "none")
    assert FIRST in told and "DEMONSTRATION WORDING" in told and withheld == ()
    sign(store, words(""))
    told, (withheld,) = exported(office, store, tmp_path / "shut")
    assert SAID not in told and FIRST not in told
    assert withheld.why is Shut.NOT_ALLOWED
    assert withheld_said(withheld) == (
        "the words of qlq-c30 3.0 in 'en': the licence does not say that they may stand in exports"
    )
    sign(store, words(", in_exports: true"))
    assert SAID in exported(office, store, tmp_path / "open")[0]
    sign(store, words(""))
    assert SAID not in exported(office, store, tmp_path / "shut-again")[0]
    with store.reading() as ledger:
        assert [one.version for one in ledger.issued()] == [1, 2, 3], "who opened it, and when, stays in the list"


@pytest.mark.rule("E141")
def test_the_day_of_the_export_decides_and_not_the_day_the_data_are_of(office, store, tmp_path):
    sign(store, words(", expires: '2026-11-30', in_exports: true"))
    assert SAID in exported(office, store, tmp_path / "last", date(2026, 11, 30))[0]
    told, (withheld,) = exported(office, store, tmp_path / "after", date(2026, 12, 1))
    assert SAID not in told and withheld.why is Shut.ENDED


@pytest.mark.rule("E141")
@pytest.mark.parametrize(("allowed", "is_there"), [("", False), (", in_exports: true", True)])
def test_at_the_site_the_words_in_force_decide(office, tmp_path, allowed, is_there):
    folder = tmp_path / "private" / "qlq-c30"
    folder.mkdir(parents=True)
    (folder / "en.yaml").write_text(words(allowed), "utf-8")
    office.desk.library = open_library(HOUSE / "forms", HOUSE / "translations", tmp_path / "private")
    data = take_out(office.desk, "csv", synthetic=True)
    write_csv_bundle(data, tmp_path / "out", quiet)
    told = (tmp_path / "out" / "codebook.csv").read_text("utf-8")
    assert (SAID in told, FIRST in told, bool(data.codebook.withheld)) == (is_there, False, not is_there)
